/* sz-list-row.c — one loaded row of a table
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-list-row.h"

SzListRow *
sz_list_row_new (gint64 id, guint n_columns)
{
  SzListRow *row = g_new0 (SzListRow, 1);

  row->id = id;
  row->cells = g_new0 (char *, n_columns);
  row->n_columns = n_columns;
  return row;
}

SzListRow *
sz_list_row_copy (const SzListRow *row)
{
  SzListRow *copy;

  g_return_val_if_fail (row != NULL, NULL);
  copy = sz_list_row_new (row->id, row->n_columns);
  for (guint i = 0; i < row->n_columns; i++)
    copy->cells[i] = g_strdup (row->cells[i]);
  copy->numbers = g_memdup2 (row->numbers, row->n_columns * sizeof *row->numbers);
  copy->style = row->style;
  copy->fixed = row->fixed;
  return copy;
}

void
sz_list_row_free (SzListRow *row)
{
  if (row == NULL)
    return;
  for (guint i = 0; i < row->n_columns; i++)
    g_free (row->cells[i]);
  g_free (row->cells);
  g_free (row->numbers);
  g_free (row);
}
