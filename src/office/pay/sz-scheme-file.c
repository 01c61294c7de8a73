/* sz-scheme-file.c — schemes as files: JSON in
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-scheme-file.h"

#include <gio/gio.h>
#include <jansson.h>
#include <string.h>

#include "sz-scheme-keys.h"
#include "sz-scheme-reader.h"
#include "sz-source-hash.h"

static void
add_fault (SzIssueList *issues,
           const char *code,
           const char *place,
           const char *value,
           const char *name,
           const char *argument)
{
  sz_issue_list_add (issues, SZ_SEVERITY_ERROR, code, 0, place, value, name, argument, NULL);
}

/* What could not be read would be faulted a second time for what stands there instead. Ratios are
 * judged together, so that only a ratio spoils them. */
static gboolean
is_faulted (const SzIssueList *issues, guint n, const char *place)
{
  gboolean ratios = g_str_equal (place, "components");

  for (guint i = 0; i < n; i++)
    {
      const char *known = sz_issue_list_get (issues, i)->column;

      if (known == NULL || !g_str_has_prefix (known, place))
        continue;
      if (!ratios || g_str_equal (known, place) || g_str_has_suffix (known, ".ratio"))
        return TRUE;
    }
  return FALSE;
}

static void
validate_rest (const SzScheme *scheme, SzIssueList *issues)
{
  g_autoptr (SzIssueList) further = sz_issue_list_new ();
  guint n = sz_issue_list_length (issues);

  sz_scheme_validate (scheme, further);
  for (guint i = 0; i < sz_issue_list_length (further); i++)
    {
      const SzIssue *issue = sz_issue_list_get (further, i);

      if (!is_faulted (issues, n, issue->column))
        add_fault (issues, issue->code, issue->column, issue->value, NULL, NULL);
    }
}

static void
key_repeated_cb (const char *place, const char *key, guint line, gpointer user_data)
{
  g_autofree char *full = *place != '\0' ? g_strconcat (place, ".", key, NULL) : g_strdup (key);

  sz_issue_list_add (user_data, SZ_SEVERITY_ERROR, "scheme.key_repeated", line, full, key, NULL);
}

static json_t *
parse_text (const char *text, gsize length, SzIssueList *issues)
{
  json_error_t fault;
  g_autofree char *copy = NULL;
  g_autofree char *line = NULL;
  g_autofree char *position = NULL;
  json_t *root = json_loadb (text, length, 0, &fault);

  if (root != NULL)
    {
      copy = g_strndup (text, length);
      sz_scheme_keys_repeated (copy, key_repeated_cb, issues);
      return root;
    }
  line = g_strdup_printf ("%d", fault.line);
  position = g_strdup_printf ("%d", fault.column);
  sz_issue_list_add (issues, SZ_SEVERITY_ERROR, "scheme.syntax", (guint)MAX (fault.line, 0), NULL,
                     NULL, "line", line, "position", position, "detail", fault.text, NULL);
  return NULL;
}

/* A byte order mark is not JSON, but editors on office desks write it. */
static void
skip_mark (const char **text, gsize *length)
{
  if (*length >= 3 && memcmp (*text, "\xef\xbb\xbf", 3) == 0)
    {
      *text += 3;
      *length -= 3;
    }
}

SzScheme *
sz_scheme_file_parse (const char *text, gsize length, SzIssueList *issues)
{
  g_autoptr (SzScheme) scheme = sz_scheme_new ();
  guint errors;
  json_t *root;

  g_return_val_if_fail (text != NULL && issues != NULL, NULL);
  errors = sz_issue_list_errors (issues);
  if (length > SZ_SCHEME_FILE_MAX)
    {
      add_fault (issues, "scheme.too_large", NULL, NULL, "max", G_STRINGIFY (SZ_SCHEME_FILE_MAX));
      return NULL;
    }
  skip_mark (&text, &length);
  root = parse_text (text, length, issues);
  if (root == NULL)
    return NULL;
  if (json_is_object (root))
    {
      sz_scheme_reader_read (root, scheme, issues);
      validate_rest (scheme, issues);
    }
  else
    add_fault (issues, "scheme.type", NULL, NULL, "expected", "object");
  json_decref (root);
  return sz_issue_list_errors (issues) == errors ? g_steal_pointer (&scheme) : NULL;
}

/* The first error that is no refusal of a rule; NULL when rules alone refuse. */
static const SzIssue *
find_fault (const SzIssueList *issues)
{
  for (guint i = 0; i < sz_issue_list_length (issues); i++)
    {
      const SzIssue *issue = sz_issue_list_get (issues, i);

      if (issue->severity == SZ_SEVERITY_ERROR && !sz_scheme_is_refusal (issue->code))
        return issue;
    }
  return NULL;
}

static gboolean
report_faults (const char *name, const SzIssueList *issues, GError **error)
{
  const SzIssue *first = sz_issue_list_get (issues, 0);
  g_autofree char *count = g_strdup_printf ("%u", sz_issue_list_errors (issues));

  if (find_fault (issues) == NULL)
    return sz_error_set (error, SZ_ERROR_REFUSED, first->code, "place", first->column, "value",
                         first->value, NULL);
  return sz_error_set (error, SZ_ERROR_FORMAT, "scheme.faulty", "file", name, "count", count, NULL);
}

SzScheme *
sz_scheme_file_read (const char *path, SzIssueList *issues, GError **error)
{
  g_autofree char *name = sz_source_dup_name (path);
  g_autoptr (GMappedFile) file = NULL;
  g_autoptr (GError) fault = NULL;
  g_autoptr (SzScheme) scheme = NULL;

  g_return_val_if_fail (path != NULL && issues != NULL, NULL);
  if (!sz_source_check (path, error))
    return NULL;
  file = g_mapped_file_new (path, FALSE, &fault);
  if (file == NULL)
    {
      gboolean missing = g_error_matches (fault, G_FILE_ERROR, G_FILE_ERROR_NOENT);

      sz_error_set (error, SZ_ERROR_IO, missing ? "file.missing" : "file.unreadable", "file", name,
                    "detail", fault->message, NULL);
      return NULL;
    }
  sz_issue_list_set_place (issues, name, NULL);
  scheme = sz_scheme_file_parse (g_mapped_file_get_length (file) > 0
                                     ? g_mapped_file_get_contents (file)
                                     : "",
                                 g_mapped_file_get_length (file), issues);
  if (scheme == NULL)
    report_faults (name, issues, error);
  return g_steal_pointer (&scheme);
}
