/* sz-forms-recruit.h — the forms of recruitment, the establishment and part-time teachers, for
 * their table, and what their files share
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sz-form-table.h"
#include "sz-namekey.h"
#include "sz-recruit-book.h"

G_BEGIN_DECLS

SzPaper *sz_form_make_f03a (
    SzOffice *office, const SzForm *form, const SzFormParams *params, GCancellable *, GError **);
SzPaper *sz_form_make_f03b (
    SzOffice *office, const SzForm *form, const SzFormParams *params, GCancellable *, GError **);
SzPaper *sz_form_make_f04 (
    SzOffice *office, const SzForm *form, const SzFormParams *params, GCancellable *, GError **);
SzPaper *sz_form_make_f06 (
    SzOffice *office, const SzForm *form, const SzFormParams *params, GCancellable *, GError **);
SzPaper *sz_form_make_f08 (
    SzOffice *office, const SzForm *form, const SzFormParams *params, GCancellable *, GError **);
SzPaper *sz_form_make_ticket (
    SzOffice *office, const SzForm *form, const SzFormParams *params, GCancellable *, GError **);
extern const SzFormTable sz_form_f01;
extern const SzFormTable sz_form_f02;
extern const SzFormTable sz_form_f05;
extern const SzFormTable sz_form_f07;
extern const SzFormTable sz_form_f09;
extern const SzFormTable sz_form_establishment;
extern const SzFormTable sz_form_fee_bank;
extern const SzFormTable sz_form_forecast;

/** sz_form_plan_load: (transfer full): the plan that @params ask for; a post that is asked for is
 *  there ("position.unknown"). */
SzRecruitBook *sz_form_plan_load (SzOffice *office, const SzFormParams *params, GError **error);
/** sz_form_plan_wants: whether @post is asked for; without --post all are. */
gboolean sz_form_plan_wants (const SzFormParams *params, const SzRecruitPost *post);
/** sz_form_plan_line: (transfer full): 招聘批次, 方案文号 and the cut-off day in one line. */
char *sz_form_plan_line (const SzRecruitBook *book);
/** sz_form_exam_dup: (transfer full): 先面试后笔试，面试50%+笔试50%. */
char *sz_form_exam_dup (const SzExamPlan *plan);
/** sz_form_ratio_dup: (transfer full): 3:1, 1.5:1. */
char *sz_form_ratio_dup (gint64 ratio_x1e4);
/** sz_form_join: (transfer full): the texts that are there, with @between; ended by NULL. */
char *sz_form_join (const char *between, ...) G_GNUC_NULL_TERMINATED;
/** sz_form_decimal: (transfer full): 1.5, 0.25, 3: no zeros behind. */
char *sz_form_decimal (gint64 value, int decimals);
/** sz_form_keep_key: a key of 姓氏笔画 that lives as long as the rows. */
const char *sz_form_keep_key (SzFormSheet *sheet, SzNameKeys *keys, const char *name);

G_END_DECLS
