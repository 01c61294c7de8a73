/* sz-import-marked.c — findings as a workbook: the sheet again, faulty cells marked
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-import-marked.h"

#include <glib/gi18n.h>

#include "sz-message.h"
#include "sz-paper.h"

#define WIDTH_LEAST 8
#define WIDTH_MOST 28
#define WIDTH_SENTENCE 60
#define ROWS_MEASURED 20

/* The rows of the sheet below its headings, pulled as the workbook is written. */
typedef struct
{
  const SzImportRequest *request;
  const SzImportResult *result;
  GCancellable *cancellable;
  SzTableFile *file;
  SzTable *table;
  GHashTable *findings; /* row → GPtrArray of SzIssue */
  GString *sentences;   /* of the row at hand */
} Source;

static void
free_source (gpointer data)
{
  Source *self = data;

  g_clear_pointer (&self->table, sz_table_free);
  g_clear_pointer (&self->file, sz_table_file_free);
  g_hash_table_unref (self->findings);
  g_string_free (self->sentences, TRUE);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Source, free_source)

static gboolean
reset_cb (gpointer data, GError **error)
{
  Source *self = data;
  const SzTableRow *row;

  g_clear_pointer (&self->table, sz_table_free);
  self->table = sz_table_open (self->file, self->request->sheet, error);
  if (self->table == NULL)
    return FALSE;
  do
    row = sz_table_next (self->table, self->cancellable, error);
  while (row != NULL && row->number < self->result->heading_row);
  return row != NULL;
}

static int
find_column (const SzImportResult *result, const char *heading)
{
  for (guint i = 0; heading != NULL && i < result->columns->len; i++)
    if (g_str_equal (((SzImportColumn *)g_ptr_array_index (result->columns, i))->heading, heading))
      return (int)i;
  return -1;
}

static void
mark_row (Source *self, guint row, SzValue *values)
{
  guint n = self->result->columns->len;
  const GPtrArray *issues = g_hash_table_lookup (self->findings, GUINT_TO_POINTER (row));

  g_string_truncate (self->sentences, 0);
  for (guint i = 0; issues != NULL && i < issues->len; i++)
    {
      const SzIssue *issue = g_ptr_array_index (issues, i);
      g_autofree char *sentence = sz_message_for_issue (issue);
      int column = find_column (self->result, issue->column);

      if (column >= 0)
        values[column].mark = TRUE;
      g_string_append_printf (self->sentences, "%s%s", i > 0 ? "\n" : "", sentence);
    }
  if (issues != NULL)
    values[n + 1] = (SzValue){ .type = SZ_VALUE_TEXT, .text = self->sentences->str, .mark = TRUE };
}

static gboolean
next_cb (gpointer data, SzValue *values, const char **group, GError **error)
{
  Source *self = data;
  guint n = self->result->columns->len;
  const SzTableRow *row = sz_table_next (self->table, self->cancellable, error);

  if (row == NULL)
    return FALSE;
  for (guint i = 0; i < MIN (n, row->n_cells); i++)
    if (row->cells[i].type != SZ_CELL_EMPTY)
      values[i] = (SzValue){ .type = SZ_VALUE_TEXT, .text = row->cells[i].text };
  values[n] = (SzValue){ .type = SZ_VALUE_NUMBER, .number = row->number };
  mark_row (self, row->number, values);
  return TRUE;
}

static guint64
count_cb (gpointer data)
{
  Source *self = data;

  return (guint64)(self->result->rows + self->result->skipped);
}

static const SzPaperSourceClass source_class = { reset_cb, next_cb, count_cb, free_source };

static void
issues_freed_cb (gpointer data)
{
  g_ptr_array_unref (data);
}

static void
gather_findings (Source *self, SzPaper *paper)
{
  const SzIssueList *issues = self->result->issues;

  for (guint i = 0; i < sz_issue_list_length (issues); i++)
    {
      const SzIssue *issue = sz_issue_list_get (issues, i);
      GPtrArray *of_row = g_hash_table_lookup (self->findings, GUINT_TO_POINTER (issue->row));

      if (issue->row <= self->result->heading_row)
        {
          g_autofree char *sentence = sz_message_for_issue (issue);

          sz_paper_add_text (paper, sentence);
          continue;
        }
      if (of_row == NULL)
        {
          of_row = g_ptr_array_new ();
          g_hash_table_insert (self->findings, GUINT_TO_POINTER (issue->row), of_row);
        }
      g_ptr_array_add (of_row, (gpointer)issue);
    }
}

static Source *
open_source (const SzImportRequest *request,
             const SzImportResult *result,
             GCancellable *cancellable,
             GError **error)
{
  g_autoptr (Source) self = g_new0 (Source, 1);

  self->request = request;
  self->result = result;
  self->cancellable = cancellable;
  self->findings = g_hash_table_new_full (NULL, NULL, NULL, issues_freed_cb);
  self->sentences = g_string_new (NULL);
  self->file = sz_table_file_open (request->path, request->encoding, NULL, cancellable, error);
  return self->file != NULL ? g_steal_pointer (&self) : NULL;
}

/* Han characters take two places. */
static guint
measure (const char *text)
{
  guint width = 0;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    width += g_unichar_iswide (g_utf8_get_char (p)) ? 2 : 1;
  return width + 2;
}

/* As wide as the first rows want it. */
static gboolean
set_widths (Source *self, SzPaperColumn *columns, GError **error)
{
  const SzTableRow *row = NULL;
  GError *fault = NULL;

  if (!reset_cb (self, error))
    return FALSE;
  for (guint i = 0; i < self->result->columns->len; i++)
    columns[i].width = CLAMP (measure (columns[i].heading), WIDTH_LEAST, WIDTH_MOST);
  for (guint n = 0; n < ROWS_MEASURED; n++)
    {
      row = sz_table_next (self->table, self->cancellable, &fault);
      if (row == NULL)
        break;
      for (guint i = 0; i < MIN (self->result->columns->len, row->n_cells); i++)
        columns[i].width = CLAMP (measure (row->cells[i].text), columns[i].width, WIDTH_MOST);
    }
  if (fault == NULL)
    return TRUE;
  g_propagate_error (error, fault);
  return FALSE;
}

static SzPaperColumn *
make_columns (Source *self, GError **error)
{
  guint n = self->result->columns->len;
  g_autofree SzPaperColumn *columns = g_new0 (SzPaperColumn, n + 2);

  for (guint i = 0; i < n; i++)
    columns[i] = (SzPaperColumn){
      .heading = ((SzImportColumn *)g_ptr_array_index (self->result->columns, i))->heading,
      .kind = SZ_COLUMN_CODE,
    };
  columns[n] = (SzPaperColumn){ .heading = _ ("Row in the sheet"),
                                .kind = SZ_COLUMN_COUNT,
                                .width = WIDTH_LEAST };
  columns[n + 1] = (SzPaperColumn){ .heading = _ ("Findings"),
                                    .kind = SZ_COLUMN_TEXT,
                                    .width = WIDTH_SENTENCE };
  return set_widths (self, columns, error) ? g_steal_pointer (&columns) : NULL;
}

typedef struct
{
  SzProgress progress;
} Told;

static void
rows_written_cb (guint64 done, guint64 total, gpointer user_data)
{
  sz_progress_report (((Told *)user_data)->progress, "export", done, total);
}

gboolean
sz_import_write_marked (const SzImportRequest *request,
                        const SzImportResult *result,
                        const char *path,
                        SzProgress progress,
                        GCancellable *cancellable,
                        GError **error)
{
  const SzTableOptions options = { .autofilter = TRUE };
  g_autoptr (Source) source = NULL;
  g_autoptr (SzPaper) paper = NULL;
  g_autofree SzPaperColumn *columns = NULL;
  Told told = { progress };

  g_return_val_if_fail (request != NULL && result != NULL && result->heading_row > 0, FALSE);
  paper = sz_paper_new (*result->sheet != '\0' ? result->sheet : request->kind->name,
                        SZ_ORIENTATION_LANDSCAPE);
  source = open_source (request, result, cancellable, error);
  columns = source != NULL ? make_columns (source, error) : NULL;
  if (columns == NULL)
    return FALSE;
  gather_findings (source, paper);
  sz_paper_add_table (paper, columns, result->columns->len + 2, &options, &source_class,
                      g_steal_pointer (&source));
  return sz_paper_write_xlsx (&paper, 1, path, rows_written_cb, &told, cancellable, error);
}
