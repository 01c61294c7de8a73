/* sz-message.c — the one place where codes and arguments become sentences
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-message.h"

#include <glib/gi18n.h>
#include <string.h>

#include "sz-words.h"

static SzVoice voice = SZ_VOICE_TERMINAL;

void
sz_message_set_voice (SzVoice speaks)
{
  voice = speaks;
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

/* The sentence in the user's language: in the voice that speaks, in the plural that the number
   wants. */
static const char *
choose_sentence (const SzWords *words, const char *const *args)
{
  const char *count
      = words->count != NULL ? find_argument (args, words->count, strlen (words->count)) : NULL;

  if (voice == SZ_VOICE_DESK && words->desk != NULL)
    return _ (words->desk);
  if (words->plural != NULL)
    return g_dngettext (GETTEXT_PACKAGE, words->sentence, words->plural,
                        count != NULL ? (gulong)g_ascii_strtoull (count, NULL, 10) : 0);
  return _ (words->sentence);
}

/* Puts arguments into {name}; a name without an argument leaves nothing behind. What a reader says
   in a word ("detail=doctype") is said in words of people where a table has them, and those may
   name arguments in their turn, once. */
static void
append_filled (GString *text, const char *sentence, const char *const *args, gboolean deeper)
{
  const char *p = sentence;

  while (*p != '\0')
    {
      const char *open = strchr (p, '{');
      const char *close = open != NULL ? strchr (open, '}') : NULL;
      g_autofree char *code = NULL;
      const SzWords *words;
      const char *value;

      if (close == NULL)
        break;
      g_string_append_len (text, p, open - p);
      p = close + 1;
      value = find_argument (args, open + 1, (gsize)(close - open - 1));
      if (value == NULL)
        continue;
      code = g_strdup_printf ("%.*s.%s", (int)(close - open - 1), open + 1, value);
      words = deeper ? sz_words_find (code) : NULL;
      /* A cause that is a code of its own is said by its own sentence. */
      if (words == NULL && deeper && strchr (value, '.') != NULL)
        words = sz_words_find (value);
      if (words != NULL)
        append_filled (text, choose_sentence (words, args), args, FALSE);
      else
        g_string_append (text, value);
    }
  g_string_append (text, p);
}

/* A code can have a fuller sentence for when more is known: "db.busy+who" where {who} is given. */
static const SzWords *
find_fuller (const char *code, const char *const *args)
{
  for (gsize i = 0; args != NULL && args[i] != NULL; i++)
    {
      g_autofree char *fuller
          = g_strdup_printf ("%s+%.*s", code, (int)strcspn (args[i], "="), args[i]);
      const SzWords *words = sz_words_find (fuller);

      if (words != NULL)
        return words;
    }
  return sz_words_find (code);
}

char *
sz_message_for_code (const char *code, const char *const *args)
{
  g_autoptr (GString) text = g_string_new (NULL);
  const SzWords *words;

  g_return_val_if_fail (code != NULL, NULL);
  words = find_fuller (code, args);
  if (words != NULL)
    append_filled (text, choose_sentence (words, args), args, TRUE);
  else
    {
      g_autofree char *joined = args != NULL ? g_strjoinv (", ", (char **)args) : g_strdup ("");

      g_string_append_printf (text, *joined != '\0' ? "%s (%s)" : "%s", code, joined);
    }
  /* What comes out of a damaged file may be no text at all. */
  return g_utf8_make_valid (text->str, (gssize)text->len);
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
sz_message_for_issue_alone (const SzIssue *issue)
{
  g_autoptr (GPtrArray) args = NULL;

  g_return_val_if_fail (issue != NULL, NULL);
  args = list_args (issue);
  return sz_message_for_code (issue->code, (const char *const *)args->pdata);
}

char *
sz_message_for_issue (const SzIssue *issue)
{
  g_autofree char *place = NULL;
  g_autofree char *text = NULL;

  g_return_val_if_fail (issue != NULL, NULL);
  place = describe_place (issue);
  text = sz_message_for_issue_alone (issue);
  /* TRANSLATORS: where it is, then what is wrong and what to do */
  return *place != '\0' ? g_strdup_printf (_ ("%s: %s"), place, text) : g_steal_pointer (&text);
}

char *
sz_message_for_error (const GError *error)
{
  g_autofree char *code = NULL;
  g_autofree char *text = NULL;
  g_auto (GStrv) args = NULL;
  const char *column;

  g_return_val_if_fail (error != NULL, NULL);
  if (error->domain != SZ_ERROR)
    return g_strdup (error->message);
  code = sz_error_dup_code (error);
  args = sz_error_dup_args (error);
  text = sz_message_for_code (code, (const char *const *)args);
  column = find_argument ((const char *const *)args, "column", strlen ("column"));
  /* Sentences of findings leave the column to their place; an error has none. */
  if (column == NULL || *column == '\0' || strstr (text, column) != NULL)
    return g_steal_pointer (&text);
  return g_strdup_printf (_ ("“%s”: %s"), column, text);
}

const char *
sz_message_for_progress (const char *what)
{
  g_autofree char *code = NULL;
  const SzWords *words;

  g_return_val_if_fail (what != NULL, NULL);
  code = g_strconcat ("progress.", what, NULL);
  words = sz_words_find (code);
  return words != NULL ? choose_sentence (words, NULL) : what;
}
