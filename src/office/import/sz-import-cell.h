/* sz-import-cell.h — cells of the row at hand as values
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sz-decimal.h"
#include "sz-import-run.h"
#include "sz-money.h"
#include "sz-posts.h"

G_BEGIN_DECLS

/* Each sz_import_read_… adds its finding and returns FALSE on a fault; an empty cell that is
   not required leaves *value as it was and returns TRUE. Texts are (transfer full). */

/** sz_import_fail: an error finding without arguments; always %FALSE. */
gboolean sz_import_fail (SzImportRun *run, const char *code, guint field, const char *value);
/** sz_import_refuse_number: "number.invalid" with the reason in brackets; always %FALSE. */
gboolean sz_import_refuse_number (SzImportRun *run, guint field, const char *why);
/** sz_import_means_nothing: — / 无, which offices put where there is nothing. */
gboolean sz_import_means_nothing (const char *text);
/** sz_import_read_folded: the cell's folded text; "required.missing", "cell.error". */
gboolean sz_import_read_folded (SzImportRun *run, guint field, char **text);
/** sz_import_has: whether the cell holds anything. */
gboolean sz_import_has (SzImportRun *run, guint field);
/** sz_import_read_text: folded: full-width and blanks made plain. */
gboolean sz_import_read_text (SzImportRun *run, guint field, char **text);
/** sz_import_clean_staff_no: takes off what programs put around a number that is text, in place;
 *  "staff_no.damaged" of a number cell with more digits than it keeps. */
gboolean sz_import_clean_staff_no (SzImportRun *run, guint field, char *text);
/** sz_import_read_date: "date.invalid". */
gboolean sz_import_read_date (SzImportRun *run, guint field, SzDate *date);
/** sz_import_check_order: "date.order" at @field, which gave @to, when it lies before @from. */
void sz_import_check_order (SzImportRun *run, int field, SzDate from, SzDate to);
gboolean sz_import_read_year (SzImportRun *run, guint field, int *year);
/** sz_import_read_decimal: @value: × 10^@decimals; not negative. */
gboolean sz_import_read_decimal (SzImportRun *run, guint field, int decimals, gint64 *value);
/** sz_import_read_count: a whole number, not negative. */
gboolean sz_import_read_count (SzImportRun *run, guint field, int *value);
gboolean sz_import_read_money (SzImportRun *run, guint field, SzMoney *amount_fen);
/** sz_import_read_signed_money: where an amount may be taken back, or a net be a loss. */
gboolean sz_import_read_signed_money (SzImportRun *run, guint field, SzMoney *amount_fen);
/** sz_import_read_share: 0.6 or 60%, four decimals. */
gboolean sz_import_read_share (SzImportRun *run, guint field, gint64 *share_x1e4);
/** sz_import_read_percent: a whole number of 0 … 100: 98 or 98%. */
gboolean sz_import_read_percent (SzImportRun *run, guint field, int *percent);
/** sz_import_read_period: two days in one cell: 2025年4月7日至6月6日 (RULE pay-19). */
gboolean sz_import_read_period (SzImportRun *run, guint field, SzDate *from, SzDate *to);
/** sz_import_read_choice: one of the field's own words, as it is officially written. */
gboolean sz_import_read_choice (SzImportRun *run, guint field, char **word);
/** sz_import_read_list: several words in a cell, with 、 between. */
gboolean sz_import_read_list (SzImportRun *run, guint field, char **list);
/** sz_import_read_month: 3, 3月; 0 for 全年 where @or_year. */
gboolean sz_import_read_month (SzImportRun *run, guint field, gboolean or_year, int *month);
/** sz_import_dup_choices: (transfer full): the terms of a table, for {choices} of a sentence; of a
 *  long one the dozen that have most in common with @text. */
char *sz_import_dup_choices (SzCodeTable table, const char *text);
/** sz_import_mean_code: what the cell of a code field means, @folded its text; %NULL with %TRUE:
 *  nothing; %FALSE: nobody knows. */
gboolean sz_import_mean_code (
    SzImportRun *run, guint field, const SzCell *cell, const char *folded, const SzCode **code);
/** @code: stored code, owned; "" becomes of an empty cell. */
gboolean sz_import_read_code (SzImportRun *run, guint field, char **code);
/** @value: the enum value. */
gboolean sz_import_read_value (SzImportRun *run, guint field, int *value);
/** sz_import_read_post: category and level agree; an empty level is the category alone. @category
 *  −1: the level says it (专技八级). */
gboolean sz_import_read_post (SzImportRun *run, int category, guint level, SzPost *post);
/** sz_import_read_own_post: with the category of the field just before it, when that is one. */
gboolean sz_import_read_own_post (SzImportRun *run, guint field, SzPost *post);
gboolean sz_import_read_id_number (SzImportRun *run, guint field, char **normal);
/** sz_import_read_person: "staff_no.unknown"; @name_field −1 or checked against the register. */
gboolean sz_import_read_person (SzImportRun *run, guint field, int name_field, gint64 *person_id);

G_END_DECLS
