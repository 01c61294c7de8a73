/* sz-sheets-read.c — sheets of departments read one by one
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-sheets-read.h"

#include <glib/gi18n.h>

#include "sz-message.h"
#include "sz-pay-adjust-act.h"
#include "sz-pay-split-act.h"

static void
line_cleared_cb (gpointer data)
{
  SzSheetLine *line = data;

  g_free (line->path);
  g_free (line->file);
  g_free (line->column);
  g_free (line->value);
  g_free (line->sentence);
}

void
sz_sheets_read_free (SzSheetsRead *read)
{
  if (read == NULL)
    return;
  g_array_unref (read->lines);
  g_free (read);
}

/* @sentence: (transfer full). */
static void
add_line (
    SzSheetsRead *read, const char *path, const SzIssue *issue, char *sentence, gboolean fault)
{
  const SzSheetLine line = { .path = g_strdup (path),
                             .file = g_path_get_basename (path),
                             .row = issue != NULL ? issue->row : 0,
                             .column = g_strdup (issue != NULL ? issue->column : NULL),
                             .value = g_strdup (issue != NULL ? issue->value : NULL),
                             .sentence = sentence,
                             .fault = fault };

  g_array_append_val (read->lines, line);
}

/* @fault: (nullable): why the sheet was not read; its findings say more than that there are some.
 */
static void
add_findings (SzSheetsRead *read, const char *path, const SzIssueList *issues, const GError *fault)
{
  read->n_read += fault == NULL ? 1 : 0;
  read->n_faulty += fault != NULL ? 1 : 0;
  for (guint i = 0; i < sz_issue_list_length (issues); i++)
    {
      const SzIssue *issue = sz_issue_list_get (issues, i);

      add_line (read, path, issue, sz_message_for_issue_alone (issue),
                issue->severity == SZ_SEVERITY_ERROR);
    }
  if (fault != NULL && sz_issue_list_errors (issues) == 0)
    add_line (read, path, NULL, sz_message_for_error (fault), TRUE);
}

static SzSheetsRead *
make_read (void)
{
  SzSheetsRead *read = g_new0 (SzSheetsRead, 1);

  read->lines = g_array_new (FALSE, FALSE, sizeof (SzSheetLine));
  g_array_set_clear_func (read->lines, line_cleared_cb);
  return read;
}

static void
read_sheet (SzSheetsRead *read, SzOffice *office, gint64 run, const char *path)
{
  const SzSplitRequest request = { .run = run, .path = path };
  g_autoptr (SzIssueList) issues = sz_issue_list_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (SzSplitDone) done = sz_office_pay_split (office, &request, issues, &error);

  /* TRANSLATORS: a department's sheet that was read: the department, how many people in it, how
   * many of them get another amount */
  if (done != NULL)
    add_line (read, path, NULL,
              g_strdup_printf (_ ("✓ %s: people %u, changed %u"), done->department, done->people,
                               done->changed),
              FALSE);
  add_findings (read, path, issues, error);
}

SzSheetsRead *
sz_sheets_read (SzOffice *office, gint64 run, const GPtrArray *paths)
{
  SzSheetsRead *read;

  g_return_val_if_fail (SZ_IS_OFFICE (office) && paths != NULL, NULL);
  read = make_read ();
  for (guint i = 0; i < paths->len; i++)
    read_sheet (read, office, run, g_ptr_array_index ((GPtrArray *)paths, i));
  return read;
}

SzSheetsRead *
sz_sheets_read_adjustments (SzOffice *office, gint64 run, const char *path)
{
  g_autoptr (SzIssueList) issues = NULL;
  g_autoptr (SzAdjustView) view = NULL;
  g_autoptr (GError) error = NULL;
  SzSheetsRead *read;

  g_return_val_if_fail (SZ_IS_OFFICE (office) && path != NULL, NULL);
  issues = sz_issue_list_new ();
  view = sz_office_pay_adjust_file (office, run, path, issues, &error);
  read = make_read ();
  add_findings (read, path, issues, error);
  return read;
}
