/* sz-form-rows.c — columns and rows of a form's table
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-form-private.h"

#define AMOUNT_WIDTH 12.0

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

  column.heading = g_string_chunk_insert_const (columns->texts, heading);
  if (group != NULL)
    column.group = g_string_chunk_insert_const (columns->texts, group);
  g_array_append_val (columns->columns, column);
  return &g_array_index (columns->columns, SzPaperColumn, columns->columns->len - 1);
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
sz_form_row_group (SzFormRow *row, const char *group)
{
  row->group = group;
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
                   guint n_rows,
                   SzFormFill fill,
                   gpointer data,
                   GDestroyNotify free_data)
{
  Source *source = g_new0 (Source, 1);

  source->row.n_values = columns->columns->len;
  source->row.owned = g_ptr_array_new_with_free_func (g_free);
  source->n_rows = n_rows;
  source->fill = fill;
  source->data = data;
  source->free_data = free_data;
  sz_paper_add_table (paper, (const SzPaperColumn *)(gpointer)columns->columns->data,
                      columns->columns->len, options, &source_class, source);
}
