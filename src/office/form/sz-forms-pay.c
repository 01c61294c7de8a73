/* sz-forms-pay.c — the forms about performance pay
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <glib/gi18n.h>

#include "sz-forms-pay.h"

#define SLIPS_PLACE 100

static const SzFormMissing no_run
    = { N_ ("No pay run yet"), N_ ("This form shows what a pay run gave. Compute one first."),
        N_ ("Go to _Performance Pay"), "pay" };

static const SzFormMissing no_ledger
    = { N_ ("No pay ledger yet"),
        N_ ("This form compares the year's performance pay with its limit. Import the pay ledger "
            "first."),
        N_ ("_Import…"), NULL };

const SzFormEntry sz_forms_pay[] = {
  { { "F17", "年度绩效工资总量审批表", SZ_FORM_NEEDS_YEAR, 0, &no_ledger },
    .rows = { { "pay_ledger", "year" } },
    .make = sz_form_make_f17 },
  { { "F18", "绩效工资总量执行情况表", SZ_FORM_NEEDS_YEAR, 0, &no_ledger },
    .rows = { { "pay_ledger", "year" } },
    .table = &sz_form_f18 },
  { { "F19", "奖励性绩效工资分配汇总表（部门）", SZ_FORM_NEEDS_RUN, SZ_FORM_NEEDS_A3, &no_run },
    .make = sz_form_make_f19 },
  { { "F20", "奖励性绩效工资发放明细表（个人）", SZ_FORM_NEEDS_RUN,
      SZ_FORM_NEEDS_POINTS | SZ_FORM_NEEDS_A3, &no_run },
    .make = sz_form_make_f20 },
  { { "slips", "工资条（裁切）", SZ_FORM_NEEDS_RUN, 0, &no_run },
    .place = SLIPS_PLACE,
    .make = sz_form_make_slips },
  { { "slip", "工资条（每人半页）", SZ_FORM_NEEDS_RUN, SZ_FORM_NEEDS_A5, &no_run },
    .place = SLIPS_PLACE,
    .make = sz_form_make_slip },
  { { 0 } },
};
