/* sz-list-paper.c — a list as it is seen, on paper
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-list-paper.h"

#include <glib/gi18n.h>

/* A sheet's name has no more characters than these. */
#define NAME_LENGTH 31
/* Pixels of a character in the window. */
#define CHARACTER 8.0

typedef struct
{
  GPtrArray *rows; /* of SzListRow */
  GArray *order;   /* of guint */
  const SzListColumn *columns;
  guint place;
} Source;

static gboolean
reset_cb (gpointer data, GError **error)
{
  ((Source *)data)->place = 0;
  return TRUE;
}

static gboolean
next_cb (gpointer data, SzValue *values, const char **group, GError **error)
{
  Source *source = data;
  const SzListRow *row;

  if (source->place == source->rows->len)
    return FALSE;
  row = g_ptr_array_index (source->rows, source->place++);
  for (guint i = 0; i < source->order->len; i++)
    {
      const guint column = g_array_index (source->order, guint, i);
      const char *cell = row->cells[column];

      if (cell == NULL || *cell == '\0')
        continue;
      if (source->columns[column].sum && row->numbers != NULL)
        values[i] = (SzValue){ .type = SZ_VALUE_NUMBER, .number = row->numbers[column] };
      else
        values[i] = (SzValue){ .type = SZ_VALUE_TEXT, .text = cell };
    }
  return TRUE;
}

static guint64
count_cb (gpointer data)
{
  return ((Source *)data)->rows->len;
}

static void
free_source (gpointer data)
{
  Source *source = data;

  g_ptr_array_unref (source->rows);
  g_array_unref (source->order);
  g_free (source);
}

static SzPaperColumn
describe_column (const SzListColumn *column)
{
  return (SzPaperColumn){
    .heading = _ (column->title),
    .kind = column->sum    ? SZ_COLUMN_DECIMAL
            : column->code ? SZ_COLUMN_CODE
                           : SZ_COLUMN_TEXT,
    .decimals = column->sum ? 2 : 0,
    .width = column->width / CHARACTER,
    .total = column->sum ? SZ_TOTAL_SUM : SZ_TOTAL_NONE,
  };
}

SzPaper *
sz_list_paper_new (const char *title, const char *about, const SzListSeen *seen, GPtrArray *rows)
{
  static const SzPaperSourceClass klass = { reset_cb, next_cb, count_cb, free_source };
  g_autofree char *name = g_utf8_substring (title, 0, MIN (g_utf8_strlen (title, -1), NAME_LENGTH));
  SzPaper *paper = sz_paper_new (name, SZ_ORIENTATION_AUTO);
  SzTableOptions options = { .autofilter = TRUE };
  g_autofree SzPaperColumn *columns = NULL;
  Source *source = g_new0 (Source, 1);

  g_return_val_if_fail (title != NULL && seen != NULL && rows != NULL, paper);
  *source = (Source){ rows, g_array_ref (seen->order), seen->columns, 0 };
  columns = g_new0 (SzPaperColumn, seen->order->len);
  for (guint i = 0; i < seen->order->len; i++)
    {
      columns[i] = describe_column (&seen->columns[g_array_index (seen->order, guint, i)]);
      if (columns[i].total == SZ_TOTAL_SUM)
        options.total_label = _ ("Total");
    }
  sz_paper_add_title (paper, title);
  sz_paper_add_headline (paper, NULL, NULL, about);
  sz_paper_add_table (paper, columns, seen->order->len, &options, &klass, source);
  return paper;
}
