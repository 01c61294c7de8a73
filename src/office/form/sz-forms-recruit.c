/* sz-forms-recruit.c — the forms of recruitment, the establishment and part-time teachers
 * 公开招聘、编制、兼职教师
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-forms-recruit.h"

#include <glib/gi18n.h>

#include "sz-case-tables.h"
#include "sz-office-private.h"
#include "sz-store-case.h"

static const SzFormMissing no_posts
    = { N_ ("No posts to be filled yet"),
        N_ ("This form is about a round of recruitment. Import the table of posts first."),
        N_ ("_Import…"), NULL };
static const SzFormMissing no_applicants
    = { N_ ("No applicants yet"),
        N_ ("This form is about those who applied. Import the registrations first."),
        N_ ("_Import…"), NULL };
static const SzFormMissing no_scores
    = { N_ ("No scores yet"),
        N_ ("This form shows the marks of an examination. Enter or import them first."),
        N_ ("_Import…"), NULL };
static const SzFormMissing no_publicity
    = { N_ ("No publicity yet"),
        N_ ("This form names those to be taken on. Publish the result of a post first."),
        N_ ("_Recruitment"), "recruit" };
static const SzFormMissing no_honours
    = { N_ ("No honours yet"),
        N_ ("This form is about direct assessment. Import the honours of the applicants first."),
        N_ ("_Import…"), NULL };
static const SzFormMissing no_contracts
    = { N_ ("No part-time teachers yet"),
        N_ ("This form is about part-time teachers. Import their contracts first."),
        N_ ("_Import…"), NULL };
static const SzFormMissing no_sheets
    = { N_ ("No fee sheet yet"),
        N_ ("This form pays fees. Import the records of teaching, then keep a sheet of fees."),
        N_ ("_Import…"), NULL };
static const SzFormMissing no_ledger
    = { N_ ("No establishment yet"),
        N_ ("This form is about the establishment. Import its ledger first."), N_ ("_Import…"),
        NULL };

/* RULE rec-19: somebody was proposed in public. */
static gboolean
find_publicity_cb (SzOffice *office, gboolean *ready, GError **error)
{
  g_autoptr (GHashTable) states = NULL;
  GHashTableIter iter;
  gpointer state;

  g_return_val_if_fail (SZ_IS_OFFICE (office) && ready != NULL, FALSE);
  states = sz_store_case_states (sz_office_get_store (office), sz_case_recruit_post.kind, error);
  if (states == NULL)
    return FALSE;
  *ready = FALSE;
  g_hash_table_iter_init (&iter, states);
  while (!*ready && g_hash_table_iter_next (&iter, NULL, &state))
    *ready = g_str_equal (state, "publicity") || g_str_equal (state, "closed");
  return TRUE;
}

#define PLACE_LEDGER 101 /* behind the numbered forms */
#define PLACE_TICKET 103

const SzFormEntry sz_forms_recruit[] = {
  { { "F01", "公开招聘岗位汇总表", SZ_FORM_NEEDS_PLAN, 0, &no_posts },
    .rows = { { "recruit_positions", NULL } },
    .table = &sz_form_f01 },
  { { "F02", "资格审查情况汇总表", SZ_FORM_NEEDS_PLAN, SZ_FORM_NEEDS_POST | SZ_FORM_NEEDS_PUBLIC,
      &no_applicants },
    .rows = { { "applicants", NULL } },
    .table = &sz_form_f02 },
  { { "F03a", "面试评分表", SZ_FORM_NEEDS_PLAN | SZ_FORM_NEEDS_POST | SZ_FORM_NEEDS_COMPONENT, 0,
      &no_applicants },
    .rows = { { "applicants", NULL } },
    .make = sz_form_make_f03a },
  { { "F03b", "面试成绩汇总表", SZ_FORM_NEEDS_PLAN | SZ_FORM_NEEDS_POST | SZ_FORM_NEEDS_COMPONENT,
      0, &no_scores },
    .rows = { { "exam_scores", NULL } },
    .make = sz_form_make_f03b },
  { { "F04", "考试总成绩及进入考察体检范围人员名单", SZ_FORM_NEEDS_PLAN,
      SZ_FORM_NEEDS_POST | SZ_FORM_NEEDS_PUBLIC, &no_scores },
    .rows = { { "exam_scores", NULL } },
    .make = sz_form_make_f04 },
  { { "F05", "拟聘用人员公示表", SZ_FORM_NEEDS_PLAN, SZ_FORM_NEEDS_POST | SZ_FORM_NEEDS_PUBLIC,
      &no_publicity },
    .rows = { { "applicants", NULL } },
    .ready = find_publicity_cb,
    .table = &sz_form_f05 },
  { { "F06", "直接考察招聘高技能人才审批表", SZ_FORM_NEEDS_PLAN | SZ_FORM_NEEDS_TICKET,
      SZ_FORM_NEEDS_POST, &no_honours },
    .rows = { { "applicant_honours", NULL }, { "applicant_decisions", NULL } },
    .make = sz_form_make_f06 },
  { { "F07", "兼职教师聘用（备案）名册", SZ_FORM_NEEDS_DAY, SZ_FORM_NEEDS_YEAR, &no_contracts },
    .rows = { { "contracts", NULL } },
    .table = &sz_form_f07 },
  { { "F08", "兼职教师经费核拨测算表", SZ_FORM_NEEDS_YEAR, 0, &no_contracts },
    .rows = { { "parttime_funds", "year" },
              { "contracts", "from_date", TRUE },
              { "contracts", "to_date", TRUE } },
    .make = sz_form_make_f08 },
  { { "F09", "兼职教师课酬发放表", SZ_FORM_NEEDS_SHEET, 0, &no_sheets },
    .rows = { { "fee_sheets", NULL } },
    .table = &sz_form_f09 },
  { { "establishment", "编制台账", SZ_FORM_NEEDS_DAY, 0, &no_ledger },
    .place = PLACE_LEDGER,
    .rows = { { "establishment_rows", NULL } },
    .table = &sz_form_establishment },
  { { "forecast", "编制预测表", SZ_FORM_NEEDS_DAY, 0, &no_ledger },
    .place = PLACE_LEDGER,
    .rows = { { "establishment_rows", NULL } },
    .table = &sz_form_forecast },
  { { "ticket", "准考证", SZ_FORM_NEEDS_PLAN,
      SZ_FORM_NEEDS_POST | SZ_FORM_NEEDS_TICKET | SZ_FORM_NEEDS_WHERE, &no_applicants },
    .place = PLACE_TICKET,
    .rows = { { "applicants", NULL } },
    .make = sz_form_make_ticket },
  { { "fee-bank", "课酬银行代发表", SZ_FORM_NEEDS_SHEET, 0, &no_sheets },
    .place = PLACE_TICKET,
    .rows = { { "fee_sheets", NULL } },
    .table = &sz_form_fee_bank },
  { { 0 } },
};
