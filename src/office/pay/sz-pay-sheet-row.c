/* sz-pay-sheet-row.c — a row of a department's sheet as it stands
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-pay-sheet-row.h"

#include "sz-columns.h"
#include "sz-text.h"

void
sz_pay_sheet_row_free (SzPaySheetRow *row)
{
  if (row == NULL)
    return;
  g_strfreev (row->headings);
  g_strfreev (row->cells);
  g_free (row);
}

static GStrv
dup_cells (const SzTableRow *row)
{
  GStrv cells = g_new0 (char *, row->n_cells + 1);

  for (guint i = 0; i < row->n_cells; i++)
    cells[i] = g_strdup (row->cells[i].text != NULL ? row->cells[i].text : "");
  return cells;
}

/* As sz-pay-split-sheet.c calls the column that every sheet has. */
static gboolean
is_heading (const SzTableRow *row)
{
  static const char *const numbers[] = { "工号", "职工号", "教工号", "工资号", "员工编号", NULL };

  for (guint i = 0; i < row->n_cells; i++)
    {
      g_autofree char *folded
          = sz_columns_fold (row->cells[i].text != NULL ? row->cells[i].text : "");

      if (g_strv_contains (numbers, folded))
        return TRUE;
    }
  return FALSE;
}

static gboolean
says (const SzTableRow *row, const char *value)
{
  for (guint i = 0; value != NULL && i < row->n_cells; i++)
    {
      g_autofree char *text
          = sz_text_squeeze (row->cells[i].text != NULL ? row->cells[i].text : "");

      if (g_str_equal (text, value))
        return TRUE;
    }
  return FALSE;
}

SzPaySheetRow *
sz_pay_sheet_row_read (
    const char *path, guint number, const char *value, GCancellable *cancellable, GError **error)
{
  g_autoptr (SzPaySheetRow) found = g_new0 (SzPaySheetRow, 1);
  g_autoptr (SzTableFile) file = NULL;
  g_autoptr (SzTable) table = NULL;
  g_autoptr (GError) fault = NULL;
  const SzTableRow *row;

  g_return_val_if_fail (path != NULL, NULL);
  file = sz_table_file_open (path, SZ_ENCODING_AUTO, NULL, cancellable, error);
  table = file != NULL ? sz_table_open (file, NULL, error) : NULL;
  if (table == NULL)
    return NULL;
  while (found->cells == NULL && (row = sz_table_next (table, cancellable, &fault)) != NULL)
    {
      if (row->number == number || (number == 0 && found->headings != NULL && says (row, value)))
        {
          found->number = row->number;
          found->cells = dup_cells (row);
        }
      else if (found->headings == NULL && is_heading (row))
        found->headings = dup_cells (row);
    }
  if (fault != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&fault));
      return NULL;
    }
  if (found->headings == NULL)
    found->headings = g_new0 (char *, 1);
  if (found->cells == NULL)
    found->cells = g_new0 (char *, 1);
  return g_steal_pointer (&found);
}
