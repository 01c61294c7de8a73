/* sz-forms-pay.c — the forms about performance pay
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <glib/gi18n.h>

#include <string.h>

#include "sz-forms-pay.h"
#include "sz-office-private.h"
#include "sz-scheme-file.h"
#include "sz-store-pay.h"

#define SLIPS_PLACE 100
#define LEDGER_PLACE 18
#define RUN_PLACE 20 /* behind F20 */

/* What a run paid or would pay on a day. */
#define OF_DAY SZ_FORM_NEEDS_RUN, SZ_FORM_NEEDS_DAY

static const SzFormMissing no_run
    = { N_ ("No pay run yet"), N_ ("This form shows what a pay run gave. Compute one first."),
        N_ ("Go to _Performance Pay"), "pay" };

static const SzFormMissing no_ledger
    = { N_ ("No pay ledger yet"),
        N_ ("This form compares the year's performance pay with its limit. Import the pay ledger "
            "first."),
        N_ ("_Import…"), NULL };

static const SzFormMissing no_transfers
    = { N_ ("No transfers yet"),
        N_ ("This form shows cash awards for technology transfer. Import them first."),
        N_ ("_Import…"), NULL };

static const SzFormMissing no_talents
    = { N_ ("No talent contracts yet"),
        N_ ("This form lists what talents are paid by contract. Import the contracts first."),
        N_ ("_Import…"), NULL };

static const SzFormMissing no_leaves
    = { N_ ("No leave yet"),
        N_ ("This form shows what leave takes off basic pay. Import leaves and salaries first."),
        N_ ("_Import…"), NULL };

/* What a form of a run needs of one of the runs. */
typedef gboolean (*RunFn) (const SzPayRun *run, const SzScheme *scheme);

static gboolean
has_levels (const SzPayRun *run, const SzScheme *scheme)
{
  return scheme->two_levels;
}

static gboolean
has_tax (const SzPayRun *run, const SzScheme *scheme)
{
  return scheme->tax != SZ_SCHEME_TAX_NONE;
}

static gboolean
has_payment (const SzPayRun *run, const SzScheme *scheme)
{
  return strcmp (run->state, "approved") == 0 || strcmp (run->state, "paid") == 0;
}

static gboolean
find_run (SzOffice *office, RunFn fits, gboolean *ready, GError **error)
{
  g_autoptr (GArray) runs = sz_store_pay_list (sz_office_get_store (office), error);

  *ready = FALSE;
  for (guint i = 0; runs != NULL && i < runs->len && !*ready; i++)
    {
      const SzPayRun *run = &g_array_index (runs, SzPayRun, i);
      g_autoptr (SzIssueList) faults = sz_issue_list_new ();
      g_autoptr (SzScheme) scheme
          = sz_scheme_file_parse (run->scheme, strlen (run->scheme), faults);

      *ready = scheme != NULL && fits (run, scheme);
    }
  return runs != NULL;
}

static gboolean
find_levels_cb (SzOffice *office, gboolean *ready, GError **error)
{
  return find_run (office, has_levels, ready, error);
}

static gboolean
find_tax_cb (SzOffice *office, gboolean *ready, GError **error)
{
  return find_run (office, has_tax, ready, error);
}

static gboolean
find_payment_cb (SzOffice *office, gboolean *ready, GError **error)
{
  return find_run (office, has_payment, ready, error);
}

const SzFormEntry sz_forms_pay[] = {
  { { "F17", "年度绩效工资总量审批表", SZ_FORM_NEEDS_YEAR, 0, &no_ledger },
    .rows = { { "pay_ledger", "year" } },
    .make = sz_form_make_f17 },
  { { "F18", "绩效工资总量执行情况表", SZ_FORM_NEEDS_YEAR, 0, &no_ledger },
    .rows = { { "pay_ledger", "year" } },
    .table = &sz_form_f18 },
  { { "ledger", "绩效工资总量执行台账", SZ_FORM_NEEDS_YEAR, 0, &no_ledger },
    .place = LEDGER_PLACE,
    .rows = { { "pay_ledger", "year" } },
    .table = &sz_form_ledger },
  { { "F19", "奖励性绩效工资分配汇总表（部门）", SZ_FORM_NEEDS_RUN, SZ_FORM_NEEDS_A3, &no_run },
    .make = sz_form_make_f19 },
  { { "F20", "奖励性绩效工资发放明细表（个人）", SZ_FORM_NEEDS_RUN,
      SZ_FORM_NEEDS_DAY | SZ_FORM_NEEDS_POINTS | SZ_FORM_NEEDS_A3, &no_run },
    .make = sz_form_make_f20 },
  { { "split", "二次分配表", SZ_FORM_NEEDS_RUN | SZ_FORM_NEEDS_DEPARTMENT, 0, &no_run },
    .place = RUN_PLACE,
    .ready = find_levels_cb,
    .make = sz_form_make_split,
    .workbook = sz_form_write_split },
  { { "splits", "二次分配反馈情况表", SZ_FORM_NEEDS_RUN, 0, &no_run },
    .place = RUN_PLACE,
    .ready = find_levels_cb,
    .make = sz_form_make_splits },
  { { "adjust", "绩效工资调整明细表", SZ_FORM_NEEDS_RUN, 0, &no_run },
    .place = RUN_PLACE,
    .rows = { { "pay_adjustments", NULL } },
    .table = &sz_form_adjust },
  { { "notice", "绩效工资分配公示表", SZ_FORM_NEEDS_RUN, 0, &no_run },
    .place = RUN_PLACE,
    .table = &sz_form_notice },
  { { "tax", "个人所得税扣缴明细表", SZ_FORM_NEEDS_RUN, SZ_FORM_NEEDS_DAY | SZ_FORM_NEEDS_IDS,
      &no_run },
    .place = RUN_PLACE,
    .ready = find_tax_cb,
    .make = sz_form_make_tax,
    .beside = sz_form_make_tax_client },
  { { "bank", "银行代发清单", SZ_FORM_NEEDS_RUN, SZ_FORM_NEEDS_DAY | SZ_FORM_NEEDS_ALL, &no_run },
    .place = RUN_PLACE,
    .ready = find_payment_cb,
    .make = sz_form_make_bank },
  { { "correct", "绩效工资更正明细表", SZ_FORM_NEEDS_RUN, 0, &no_run },
    .place = RUN_PLACE,
    .rows = { { "pay_differences", NULL } },
    .table = &sz_form_correct },
  { { "F22", "科技成果转化现金奖励公示、发放表", SZ_FORM_NEEDS_YEAR, SZ_FORM_NEEDS_NOTICE,
      &no_transfers },
    .rows = { { "transfers", "year" } },
    .table = &sz_form_f22 },
  { { "F23", "高层次人才薪酬备案表", SZ_FORM_NEEDS_YEAR, 0, &no_talents },
    .rows = { { "talents", "year" } },
    .table = &sz_form_f23 },
  { { "F32", "病事假及扣发工资计算表", SZ_FORM_NEEDS_YEAR, SZ_FORM_NEEDS_MONTH | SZ_FORM_NEEDS_ALL,
      &no_leaves },
    .rows = { { "leaves", "from_date", TRUE } },
    .table = &sz_form_f32 },
  { { "slips", "工资条（裁切）", OF_DAY, &no_run },
    .place = SLIPS_PLACE,
    .make = sz_form_make_slips },
  { { "slip", "工资条（每人半页）", SZ_FORM_NEEDS_RUN, SZ_FORM_NEEDS_DAY | SZ_FORM_NEEDS_A5,
      &no_run },
    .place = SLIPS_PLACE,
    .make = sz_form_make_slip },
  { { 0 } },
};
