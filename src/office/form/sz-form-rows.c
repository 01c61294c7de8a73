/* sz-form-rows.c — columns and rows of a form's table
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-form-rows.h"

#include <string.h>

#define AMOUNT_WIDTH 12.0
#define NUMBER_LEAST 7.0 /* a heading of six characters in two lines */
#define NUMBER_SPARE 0.6 /* totals are bold */

struct _SzFormColumns
{
  GArray *columns; /* of SzPaperColumn */
  GStringChunk *texts;
};

SzFormColumns *
sz_form_columns_new (void)
{
  SzFormColumns *columns = g_new0 (SzFormColumns, 1);

  columns->columns = g_array_new (FALSE, TRUE, sizeof (SzPaperColumn));
  columns->texts = g_string_chunk_new (1024);
  return columns;
}

void
sz_form_columns_free (SzFormColumns *columns)
{
  if (columns == NULL)
    return;
  g_array_unref (columns->columns);
  g_string_chunk_free (columns->texts);
  g_free (columns);
}

SzPaperColumn *
sz_form_columns_add (SzFormColumns *columns,
                     const char *group,
                     const char *heading,
                     SzColumnKind kind,
                     int decimals,
                     double width)
{
  SzPaperColumn column = { .kind = kind, .decimals = decimals, .width = width };

  g_return_val_if_fail (columns != NULL, NULL);

  column.heading = g_string_chunk_insert_const (columns->texts, heading);
  if (group != NULL)
    column.group = g_string_chunk_insert_const (columns->texts, group);
  g_array_append_val (columns->columns, column);
  return &g_array_index (columns->columns, SzPaperColumn, columns->columns->len - 1);
}

void
sz_form_columns_add_like (SzFormColumns *columns, const SzPaperColumn *column)
{
  SzPaperColumn *added;

  g_return_if_fail (columns != NULL && column != NULL);
  added = sz_form_columns_add (columns, column->group, column->heading, column->kind,
                               column->decimals, column->width);
  added->total = column->total;
  added->unit = column->unit;
  added->dash = column->dash;
  added->optional = column->optional;
  added->signs = column->signs;
  added->dash_zero = column->dash_zero;
  added->names = column->names;
  added->down = column->down;
}

static SzPaperColumn *
add_summed (SzFormColumns *columns,
            const char *group,
            const char *heading,
            SzColumnKind kind,
            int decimals,
            double width)
{
  SzPaperColumn *column = sz_form_columns_add (columns, group, heading, kind, decimals, width);

  column->total = SZ_TOTAL_SUM;
  return column;
}

SzPaperColumn *
sz_form_columns_add_amount (SzFormColumns *columns, const char *group, const char *heading)
{
  return add_summed (columns, group, heading, SZ_COLUMN_AMOUNT, 2, AMOUNT_WIDTH);
}

SzPaperColumn *
sz_form_columns_add_sum (
    SzFormColumns *columns, const char *group, const char *heading, int decimals, double width)
{
  return add_summed (columns, group, heading, SZ_COLUMN_DECIMAL, decimals, width);
}

struct _SzFormRow
{
  SzValue *values;
  guint n_values;
  guint next;
  const char *group;
  GPtrArray *owned; /* texts of this row */
};

static SzValue *
take_cell (SzFormRow *row, SzValueType type)
{
  g_assert (row->next < row->n_values);
  row->values[row->next].type = type;
  return &row->values[row->next++];
}

void
sz_form_row_text (SzFormRow *row, const char *borrowed)
{
  if (borrowed == NULL || *borrowed == '\0')
    sz_form_row_empty (row);
  else
    take_cell (row, SZ_VALUE_TEXT)->text = borrowed;
}

void
sz_form_row_take (SzFormRow *row, char *text)
{
  g_return_if_fail (row != NULL);

  g_ptr_array_add (row->owned, text);
  sz_form_row_text (row, text);
}

void
sz_form_row_number (SzFormRow *row, gint64 number)
{
  take_cell (row, SZ_VALUE_NUMBER)->number = number;
}

void
sz_form_row_date (SzFormRow *row, SzDate date)
{
  if (date == SZ_DATE_NONE)
    sz_form_row_empty (row);
  else
    take_cell (row, SZ_VALUE_DATE)->number = date;
}

void
sz_form_row_empty (SzFormRow *row)
{
  take_cell (row, SZ_VALUE_EMPTY);
}

void
sz_form_row_link (SzFormRow *row, const char *borrowed, guint place)
{
  SzValue *value = take_cell (row, SZ_VALUE_TEXT);

  value->text = borrowed;
  value->place = place;
}

void
sz_form_row_group (SzFormRow *row, const char *group)
{
  g_return_if_fail (row != NULL);

  row->group = group;
}

void
sz_form_row_group_take (SzFormRow *row, char *group)
{
  g_return_if_fail (row != NULL);

  g_ptr_array_add (row->owned, group);
  row->group = group;
}

void
sz_form_row_group_within (SzFormRow *row, const char *outer, const char *group)
{
  char *joined
      = g_strdup_printf ("%s\037%s", outer != NULL && *outer != '\0' ? outer : "未注明部门", group);

  g_return_if_fail (row != NULL);

  g_ptr_array_add (row->owned, joined);
  row->group = joined;
}

/* The greatest, the least and all together, of each column; what overflows counts no further here:
   whoever draws it says so. */
typedef struct
{
  gint64 greatest, least, sum;
} Extent;

static void
widen_extents (Extent *extents, const SzValue *values, guint n)
{
  for (guint c = 0; c < n; c++)
    {
      gint64 sum;

      if (values[c].type != SZ_VALUE_NUMBER)
        continue;
      extents[c].greatest = MAX (extents[c].greatest, values[c].number);
      extents[c].least = MIN (extents[c].least, values[c].number);
      if (!__builtin_add_overflow (extents[c].sum, values[c].number, &sum))
        extents[c].sum = sum;
    }
}

static double
measure_number (const SzPaperColumn *column, gint64 number)
{
  g_autofree char *text
      = sz_decimal_format_grouped (number, column->kind == SZ_COLUMN_AMOUNT ? 2 : column->decimals);

  return (double)strlen (text) + NUMBER_SPARE;
}

void
sz_form_columns_narrow (SzFormColumns *columns, guint n_rows, SzFormFill fill, gpointer data)
{
  const guint n = columns->columns->len;
  g_autofree SzValue *values = g_new0 (SzValue, n);
  g_autofree Extent *extents = g_new0 (Extent, n);
  g_autoptr (GPtrArray) owned = g_ptr_array_new_with_free_func (g_free);
  SzFormRow row = { .values = values, .n_values = n, .owned = owned };

  for (guint i = 0; i < n_rows; i++)
    {
      memset (values, 0, n * sizeof *values);
      g_ptr_array_set_size (owned, 0);
      row.next = 0;
      fill (data, i, &row);
      widen_extents (extents, values, n);
    }
  for (guint c = 0; c < n; c++)
    {
      SzPaperColumn *column = &g_array_index (columns->columns, SzPaperColumn, c);
      double needed;

      if (column->total != SZ_TOTAL_SUM)
        continue;
      needed = MAX (measure_number (column, extents[c].greatest),
                    measure_number (column, extents[c].least));
      needed = MAX (needed, measure_number (column, extents[c].sum));
      column->width = MAX (NUMBER_LEAST, needed);
    }
}

/* A table's rows, made one by one. */
typedef struct
{
  SzFormRow row;
  guint n_rows;
  guint index;
  SzFormFill fill;
  gpointer data;
  GDestroyNotify free_data;
} Source;

static gboolean
source_reset_cb (gpointer self, GError **error)
{
  Source *source = self;

  source->index = 0;
  return TRUE;
}

static gboolean
source_next_cb (gpointer self, SzValue *values, const char **group, GError **error)
{
  Source *source = self;
  SzFormRow *row = &source->row;

  if (source->index == source->n_rows)
    return FALSE;
  g_ptr_array_set_size (row->owned, 0);
  row->values = values;
  row->next = 0;
  row->group = NULL;
  source->fill (source->data, source->index++, row);
  g_assert (row->next == row->n_values);
  *group = row->group;
  return TRUE;
}

static guint64
source_count_cb (gpointer self)
{
  return ((Source *)self)->n_rows;
}

static void
source_freed_cb (gpointer self)
{
  Source *source = self;

  g_ptr_array_unref (source->row.owned);
  if (source->free_data != NULL)
    source->free_data (source->data);
  g_free (source);
}

static const SzPaperSourceClass source_class
    = { source_reset_cb, source_next_cb, source_count_cb, source_freed_cb };

void
sz_form_add_table (SzPaper *paper,
                   const SzFormColumns *columns,
                   const SzTableOptions *options,
                   SzFormSource from)
{
  Source *source;

  g_return_if_fail (paper != NULL && columns != NULL && options != NULL && from.fill != NULL);
  source = g_new0 (Source, 1);
  source->row.n_values = columns->columns->len;
  source->row.owned = g_ptr_array_new_with_free_func (g_free);
  source->n_rows = from.n_rows;
  source->fill = from.fill;
  source->data = from.data;
  source->free_data = from.free_data;
  sz_paper_add_table (paper, (const SzPaperColumn *)(gpointer)columns->columns->data,
                      columns->columns->len, options, &source_class, source);
}
