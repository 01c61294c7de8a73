/* sz-form-rows.h — columns put together one by one and rows filled cell by cell: for forms whose
 * columns follow from the data
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sz-paper.h"

G_BEGIN_DECLS

/** SzFormColumns: columns put together one by one; strings are kept by it. */
typedef struct _SzFormColumns SzFormColumns;
SzFormColumns *sz_form_columns_new (void);
void sz_form_columns_free (SzFormColumns *columns);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SzFormColumns, sz_form_columns_free)
/** sz_form_columns_add: (transfer none): the new column, to be refined at once. @group nullable. */
SzPaperColumn *sz_form_columns_add (SzFormColumns *columns,
                                    const char *group,
                                    const char *heading,
                                    SzColumnKind kind,
                                    int decimals,
                                    double width);
/** sz_form_columns_add_like: a copy of @column. */
void sz_form_columns_add_like (SzFormColumns *columns, const SzPaperColumn *column);
/** sz_form_columns_add_amount: an amount, summed below. */
SzPaperColumn *
sz_form_columns_add_amount (SzFormColumns *columns, const char *group, const char *heading);
/** sz_form_columns_add_sum: a decimal quantity, summed below. */
SzPaperColumn *sz_form_columns_add_sum (
    SzFormColumns *columns, const char *group, const char *heading, int decimals, double width);

/** SzFormFill: fills row @index, exactly as many cells as there are columns. */
typedef struct _SzFormRow SzFormRow;
typedef void (*SzFormFill) (gpointer data, guint index, SzFormRow *row);

/**
 * sz_form_columns_narrow: summed columns become as narrow as their widest number and their total
 * allow, so that a wide form is printed in larger type.
 */
void sz_form_columns_narrow (SzFormColumns *columns, guint n_rows, SzFormFill fill, gpointer data);

/** SzFormRow: a row being filled, cell by cell from the left. */
void sz_form_row_text (SzFormRow *row, const char *borrowed);
/** sz_form_row_take: @text is freed when the next row is pulled. */
void sz_form_row_take (SzFormRow *row, char *text);
/** sz_form_row_number: in the unit of its column: fen, ×100, ×10,000 …; sz_form_row_date, _empty:
 * likewise one cell. */
void sz_form_row_number (SzFormRow *row, gint64 number);
void sz_form_row_date (SzFormRow *row, SzDate date);
void sz_form_row_empty (SzFormRow *row);
/** sz_form_row_link: borrowed text that leads to paper number @place of the same file. */
void sz_form_row_link (SzFormRow *row, const char *borrowed, guint place);
/** sz_form_row_group: the group that the row belongs to; borrowed until the next row. */
void sz_form_row_group (SzFormRow *row, const char *group);
void sz_form_row_group_take (SzFormRow *row, char *group);
/** sz_form_row_group_within: a group within a group: a subtotal a teacher and one a department. */
void sz_form_row_group_within (SzFormRow *row, const char *outer, const char *group);

/** SzFormSource: where the rows come from; @data is taken. */
typedef struct
{
  guint n_rows;
  SzFormFill fill;
  gpointer data;
  GDestroyNotify free_data;
} SzFormSource;

/** sz_form_add_table: rows are made when they are drawn. */
void sz_form_add_table (SzPaper *paper,
                        const SzFormColumns *columns,
                        const SzTableOptions *options,
                        SzFormSource source);

G_END_DECLS
