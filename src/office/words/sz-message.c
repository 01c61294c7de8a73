/* sz-message.c — the one place where codes and arguments become sentences
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-message.h"

#include <glib/gi18n.h>
#include <string.h>

#include "sz-message-table.h"

static const char *
find_sentence (const char *code)
{
  for (const SzMessageEntry *entry = sz_message_table (); entry->code != NULL; entry++)
    {
      if (g_str_equal (entry->code, code))
        return _ (entry->sentence);
    }
  return NULL;
}

static const char *
find_argument (const char *const *args, const char *name, gsize length)
{
  for (gsize i = 0; args != NULL && args[i] != NULL; i++)
    {
      if (strncmp (args[i], name, length) == 0 && args[i][length] == '=')
        return args[i] + length + 1;
    }
  return NULL;
}

/* What a reader says in a word ("detail=doctype") is said in words of people where the table has
 * them. */
static const char *
find_words (const char *name, gsize length, const char *value)
{
  g_autofree char *code = g_strdup_printf ("%.*s.%s", (int)length, name, value);
  const char *words = find_sentence (code);

  return words != NULL ? words : value;
}

/* Puts arguments into {name}; a name without an argument leaves nothing behind. */
static char *
fill_sentence (const char *sentence, const char *const *args)
{
  g_autoptr (GString) text = g_string_new (NULL);
  const char *p = sentence;

  while (*p != '\0')
    {
      const char *open = strchr (p, '{');
      const char *close = open != NULL ? strchr (open, '}') : NULL;
      const char *value;

      if (close == NULL)
        break;
      g_string_append_len (text, p, open - p);
      value = find_argument (args, open + 1, (gsize)(close - open - 1));
      if (value != NULL)
        g_string_append (text, find_words (open + 1, (gsize)(close - open - 1), value));
      p = close + 1;
    }
  g_string_append (text, p);
  /* What comes out of a damaged file may be no text at all. */
  return g_utf8_make_valid (text->str, (gssize)text->len);
}

/* A code can have a fuller sentence for when more is known: "db.busy+who" where {who} is given. */
static const char *
find_fuller (const char *code, const char *const *args)
{
  for (gsize i = 0; args != NULL && args[i] != NULL; i++)
    {
      g_autofree char *fuller
          = g_strdup_printf ("%s+%.*s", code, (int)strcspn (args[i], "="), args[i]);
      const char *sentence = find_sentence (fuller);

      if (sentence != NULL)
        return sentence;
    }
  return find_sentence (code);
}

char *
sz_message_for_code (const char *code, const char *const *args)
{
  const char *sentence = find_fuller (code, args);
  g_autofree char *joined = NULL;

  if (sentence != NULL)
    return fill_sentence (sentence, args);
  joined = args != NULL ? g_strjoinv (", ", (char **)args) : g_strdup ("");
  return *joined != '\0' ? g_strdup_printf ("%s (%s)", code, joined) : g_strdup (code);
}

static char *
describe_place (const SzIssue *issue)
{
  g_autoptr (GString) place = g_string_new (NULL);

  if (issue->file != NULL && *issue->file != '\0')
    g_string_append (place, issue->file);
  if (issue->row != 0)
    g_string_append_printf (place, place->len > 0 ? _ (", row %u") : _ ("row %u"), issue->row);
  if (issue->column != NULL && *issue->column != '\0')
    g_string_append_printf (place, place->len > 0 ? _ (", “%s”") : _ ("“%s”"), issue->column);
  return g_string_free (g_steal_pointer (&place), FALSE);
}

/* The named arguments of an issue and its own members. */
static GPtrArray *
list_args (const SzIssue *issue)
{
  GPtrArray *args = g_ptr_array_new_with_free_func (g_free);

  for (gsize i = 0; issue->args != NULL && issue->args[i] != NULL; i++)
    g_ptr_array_add (args, g_strdup (issue->args[i]));
  g_ptr_array_add (args, g_strdup_printf ("value=%s", issue->value != NULL ? issue->value : ""));
  g_ptr_array_add (args, g_strdup_printf ("column=%s", issue->column != NULL ? issue->column : ""));
  g_ptr_array_add (args, g_strdup_printf ("file=%s", issue->file != NULL ? issue->file : ""));
  g_ptr_array_add (args, g_strdup_printf ("sheet=%s", issue->sheet != NULL ? issue->sheet : ""));
  g_ptr_array_add (args, g_strdup_printf ("row=%u", issue->row));
  g_ptr_array_add (args, NULL);
  return args;
}

char *
sz_message_for_issue_alone (const SzIssue *issue, const char *sentence)
{
  g_autoptr (GPtrArray) args = list_args (issue);

  if (sentence != NULL)
    return fill_sentence (sentence, (const char *const *)args->pdata);
  return sz_message_for_code (issue->code, (const char *const *)args->pdata);
}

char *
sz_message_for_issue (const SzIssue *issue)
{
  g_autofree char *place = describe_place (issue);
  g_autofree char *text = sz_message_for_issue_alone (issue, NULL);

  /* TRANSLATORS: where it is, then what is wrong and what to do */
  return *place != '\0' ? g_strdup_printf (_ ("%s: %s"), place, text) : g_steal_pointer (&text);
}

char *
sz_message_for_error (const GError *error)
{
  g_autofree char *code = NULL;
  g_auto (GStrv) args = NULL;

  if (error->domain != SZ_ERROR)
    return g_strdup (error->message);
  code = sz_error_dup_code (error);
  args = sz_error_dup_args (error);
  return sz_message_for_code (code, (const char *const *)args);
}

const char *
sz_message_for_progress (const char *what)
{
  static const struct
  {
    const char *what;
    const char *text;
  } words[] = {
    { "read", N_ ("Reading") },     { "check", N_ ("Checking") },
    { "write", N_ ("Writing") },    { "compute", N_ ("Computing") },
    { "export", N_ ("Exporting") }, { "backup", N_ ("Backing up") },
    { "verify", N_ ("Verifying") }, { "demo", N_ ("Making up the demo college") },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (words); i++)
    {
      if (g_str_equal (words[i].what, what))
        return _ (words[i].text);
    }
  return what;
}
