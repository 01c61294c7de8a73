/* sz-issue.c — findings about data: all of them, never the first only
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-issue.h"

#include <stdarg.h>
#include <string.h>

struct _SzIssueList
{
  GPtrArray *issues; /* of SzIssue: stays where it is while the list grows */
  char *file;
  char *sheet;
  guint errors;
};

static void
issue_freed_cb (gpointer data)
{
  SzIssue *issue = data;

  g_free (issue->file);
  g_free (issue->sheet);
  g_free (issue->column);
  g_free (issue->value);
  g_strfreev (issue->args);
  g_free (issue);
}

SzIssueList *
sz_issue_list_new (void)
{
  SzIssueList *list = g_new0 (SzIssueList, 1);

  list->issues = g_ptr_array_new_with_free_func (issue_freed_cb);
  return list;
}

void
sz_issue_list_free (SzIssueList *list)
{
  if (list == NULL)
    return;
  g_ptr_array_unref (list->issues);
  g_free (list->file);
  g_free (list->sheet);
  g_free (list);
}

void
sz_issue_list_set_place (SzIssueList *list, const char *file, const char *sheet)
{
  char *old_file;
  char *old_sheet;

  g_return_if_fail (list != NULL);
  old_file = list->file;
  old_sheet = list->sheet;
  list->file = g_strdup (file);
  list->sheet = g_strdup (sheet);
  g_free (old_file);
  g_free (old_sheet);
}

static GStrv
collect_args (va_list args)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  gboolean any = FALSE;

  for (const char *name = va_arg (args, const char *); name != NULL;
       name = va_arg (args, const char *))
    {
      const char *value = va_arg (args, const char *);
      g_autofree char *pair = g_strconcat (name, "=", value != NULL ? value : "", NULL);

      g_strv_builder_add (builder, pair);
      any = TRUE;
    }
  return any ? g_strv_builder_end (builder) : NULL;
}

SzIssue *
sz_issue_list_add (SzIssueList *list,
                   SzSeverity severity,
                   const char *code,
                   guint row,
                   const char *column,
                   const char *value,
                   ...)
{
  SzIssue *issue;
  va_list args;

  g_return_val_if_fail (list != NULL, NULL);
  g_return_val_if_fail (code != NULL, NULL);

  issue = g_new0 (SzIssue, 1);
  issue->severity = severity;
  issue->code = g_intern_string (code);
  issue->file = g_strdup (list->file);
  issue->sheet = g_strdup (list->sheet);
  issue->row = row;
  issue->column = g_strdup (column);
  issue->value = g_strdup (value);
  va_start (args, value);
  issue->args = collect_args (args);
  va_end (args);

  g_ptr_array_add (list->issues, issue);
  if (severity == SZ_SEVERITY_ERROR)
    list->errors++;
  return issue;
}

guint
sz_issue_list_length (const SzIssueList *list)
{
  g_return_val_if_fail (list != NULL, 0);
  return list->issues->len;
}

const SzIssue *
sz_issue_list_get (const SzIssueList *list, guint index)
{
  g_return_val_if_fail (list != NULL, NULL);
  g_return_val_if_fail (index < list->issues->len, NULL);
  return g_ptr_array_index (list->issues, index);
}

guint
sz_issue_list_errors (const SzIssueList *list)
{
  g_return_val_if_fail (list != NULL, 0);
  return list->errors;
}

static int
compare_rows (gconstpointer a, gconstpointer b)
{
  const SzIssue *left = *(const SzIssue *const *)a;
  const SzIssue *right = *(const SzIssue *const *)b;

  return (left->row > right->row) - (left->row < right->row);
}

void
sz_issue_list_sort (SzIssueList *list)
{
  g_return_if_fail (list != NULL);
  /* GLib's sort is stable: issues of one row stay in the order they were found. */
  g_ptr_array_sort (list->issues, compare_rows);
}

const char *
sz_issue_arg (const SzIssue *issue, const char *name)
{
  gsize length;

  g_return_val_if_fail (issue != NULL, NULL);
  g_return_val_if_fail (name != NULL, NULL);

  length = strlen (name);
  for (char **pair = issue->args; pair != NULL && *pair != NULL; pair++)
    if (strncmp (*pair, name, length) == 0 && (*pair)[length] == '=')
      return *pair + length + 1;
  return NULL;
}
