/* sz-form-private.h — what the files of the forms share; for files of this room only
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sz-form.h"
#include "sz-view-pay.h"

G_BEGIN_DECLS

/* One maker a form; @params is complete. */
typedef SzPaper *(*SzFormMake) (SzOffice *office,
                                const SzForm *form,
                                const SzFormParams *params,
                                GCancellable *cancellable,
                                GError **error);

/** sz_form_make_roster: and the others: (transfer full): "form.no_data" where nothing is to be
 * printed. */
SzPaper *sz_form_make_roster (
    SzOffice *office, const SzForm *form, const SzFormParams *params, GCancellable *, GError **);
SzPaper *sz_form_make_f16 (
    SzOffice *office, const SzForm *form, const SzFormParams *params, GCancellable *, GError **);
SzPaper *sz_form_make_f17 (
    SzOffice *office, const SzForm *form, const SzFormParams *params, GCancellable *, GError **);
SzPaper *sz_form_make_f18 (
    SzOffice *office, const SzForm *form, const SzFormParams *params, GCancellable *, GError **);
SzPaper *sz_form_make_f19 (
    SzOffice *office, const SzForm *form, const SzFormParams *params, GCancellable *, GError **);
SzPaper *sz_form_make_f20 (
    SzOffice *office, const SzForm *form, const SzFormParams *params, GCancellable *, GError **);
SzPaper *sz_form_make_f21 (
    SzOffice *office, const SzForm *form, const SzFormParams *params, GCancellable *, GError **);
SzPaper *sz_form_make_f24 (
    SzOffice *office, const SzForm *form, const SzFormParams *params, GCancellable *, GError **);
SzPaper *sz_form_make_f25 (
    SzOffice *office, const SzForm *form, const SzFormParams *params, GCancellable *, GError **);
SzPaper *sz_form_make_f26 (
    SzOffice *office, const SzForm *form, const SzFormParams *params, GCancellable *, GError **);
SzPaper *sz_form_make_f33 (
    SzOffice *office, const SzForm *form, const SzFormParams *params, GCancellable *, GError **);
SzPaper *sz_form_make_slips (
    SzOffice *office, const SzForm *form, const SzFormParams *params, GCancellable *, GError **);
SzPaper *sz_form_make_slip (
    SzOffice *office, const SzForm *form, const SzFormParams *params, GCancellable *, GError **);

/**
 * sz_form_new_paper: (transfer full): title and the line above the table: 填报单位, 填报日期
 * (today),
 * @unit such as "单位：元".
 */
SzPaper *sz_form_new_paper (
    SzOffice *office, const SzForm *form, const char *title, const char *unit, GError **error);

/** sz_form_dup_basis: (transfer full): which scheme, run and period a sheet of pay is about. */
char *sz_form_dup_basis (const SzPayView *view);

/** sz_form_refuse_empty: REFUSED "form.no_data"; always NULL. */
SzPaper *sz_form_refuse_empty (const SzForm *form, GError **error);

/** sz_form_dup_name: (transfer full): 两字姓名中间空一字 (handbook §13.1). */
char *sz_form_dup_name (const char *name);

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
/** sz_form_row_group: the group that the row belongs to; borrowed until the next row. */
void sz_form_row_group (SzFormRow *row, const char *group);
/** sz_form_row_group_within: a group within a group: a subtotal a teacher and one a department. */
void sz_form_row_group_within (SzFormRow *row, const char *outer, const char *group);

/** sz_form_add_table: rows are made when they are drawn; takes @data. */
void sz_form_add_table (SzPaper *paper,
                        const SzFormColumns *columns,
                        const SzTableOptions *options,
                        guint n_rows,
                        SzFormFill fill,
                        gpointer data,
                        GDestroyNotify free_data);

G_END_DECLS
