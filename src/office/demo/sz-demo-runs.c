/* sz-demo-runs.c — pay runs of the demo college, one in each state, and what they need: leaves,
 * salaries, accounts
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <glib/gstdio.h>
#include <string.h>

#include "sz-demo.h"
#include "sz-office-act.h"
#include "sz-pay-act.h"
#include "sz-pay-adjust-act.h"
#include "sz-pay-move-act.h"
#include "sz-pay-net-act.h"
#include "sz-pay-objection.h"
#include "sz-pay-revise-act.h"
#include "sz-scheme-default.h"
#include "sz-store-people.h"
#include "sz-store-registers.h"
#include "sz-store-salary.h"
#include "sz-store-total.h"
#include "sz-store-workload.h"

#define FEN_A_HEAD 3000000 /* of the pool */
#define MAKER "赵制表"
#define CHECKER "钱复核"
#define APPROVER "孙批准"

/* ---- what payment reads ---- */

typedef struct
{
  SzAct *act;
  int year;
  guint n;
} Facts;

static gboolean
add_salary (Facts *facts, gint64 person_id, int year, int month, GError **error)
{
  SzSalaryRow row = { .person_id = person_id,
                      .year = year,
                      .month = month,
                      .income_fen = 650000 + (gint64)(facts->n * 7919 % 600000),
                      .special_fen = 120000,
                      .additional_fen = facts->n % 3 == 0 ? 200000 : -1,
                      .cumulative_fen = -1,
                      .withheld_fen = -1 };

  row.base_fen = row.income_fen * 3 / 5;
  return sz_store_salary_put (facts->act, &row, SZ_PUT_INSERT, NULL, error);
}

static gboolean
add_leave (Facts *facts, gint64 person_id, GError **error)
{
  SzLeaveRow row = { .person_id = person_id,
                     .from = sz_date_make (facts->year, 3, 1 + (int)(facts->n % 20)),
                     .kind = facts->n % 2 == 0 ? SZ_LEAVE_SICK : SZ_LEAVE_PERSONAL,
                     .note = (char *)"" };

  row.to = sz_date_add_days (row.from, 3 + (int)(facts->n % 40));
  return sz_store_leave_put (facts->act, &row, SZ_PUT_INSERT, NULL, error)
         && add_salary (facts, person_id, facts->year, 1, error);
}

/* Every fortieth has no account, every fifteenth was away for a while. */
static gboolean
add_person_cb (const SzPersonFile *file, gpointer user_data, GError **error)
{
  Facts *facts = user_data;
  g_autofree char *account = g_strdup_printf ("62220210%08u%03u", facts->n, facts->n % 997);
  SzBankAccountRow row = { .person_id = file->person.id,
                           .holder = file->person.name,
                           .account = account,
                           .branch = (char *)"某市分行",
                           .branch_no = (char *)"" };

  facts->n++;
  if (!add_salary (facts, file->person.id, facts->year + 1, 1, error))
    return FALSE;
  if (facts->n % 40 != 0
      && !sz_store_bank_account_put (facts->act, &row, SZ_PUT_INSERT, NULL, error))
    return FALSE;
  return facts->n % 15 != 0 || add_leave (facts, file->person.id, error);
}

static gboolean
make_facts (SzAct *act, json_t *summary, gpointer user_data, GError **error)
{
  Facts *facts = user_data;
  SzLedgerRow cap = { .year = facts->year,
                      .account = SZ_ACCOUNT_CAP,
                      .source = (char *)"fiscal",
                      .document = (char *)"某人社函〔2025〕8号" };
  gint64 people = 0;

  facts->act = act;
  if (!sz_store_people_each (sz_act_get_store (act), add_person_cb, facts, error))
    return FALSE;
  people = facts->n;
  cap.amount_fen = people * FEN_A_HEAD * 2;
  json_object_set_new (summary, "people", json_integer (people));
  return sz_store_ledger_put (act, &cap, SZ_PUT_INSERT, NULL, error);
}

/* ---- the runs ---- */

/* A run on its way: who acts is another office on the same college. */
typedef struct
{
  SzOffice *maker;
  SzOffice *checker;
  SzOffice *approver;
  int year;
  gint64 people;
} Walk;

static gint64
compute (Walk *walk, const char *name, guint part, gboolean two_levels, GError **error)
{
  g_autoptr (SzScheme) scheme = sz_scheme_default_new (sz_date_make (walk->year + 1, 1, 1));
  g_autoptr (SzIssueList) issues = sz_issue_list_new ();
  g_autoptr (SzPayView) view = NULL;

  g_free (scheme->name);
  scheme->name = g_strdup_printf ("%d年度%s", walk->year, name);
  scheme->pool_fen = walk->people * FEN_A_HEAD / part;
  scheme->reserve_ratio_x1e4 = 200;
  scheme->two_levels = two_levels;
  scheme->tax = part == 1 ? SZ_SCHEME_TAX_BEST : SZ_SCHEME_TAX_MONTHLY;
  view = sz_office_pay_compute_scheme (walk->maker, scheme, SZ_PAY_STORE, issues,
                                       (SzProgress){ NULL, NULL }, NULL, error);
  return view != NULL ? view->head.run : 0;
}

static gboolean
finish (SzPayMoved *moved)
{
  const gboolean done = moved != NULL;

  sz_pay_moved_free (moved);
  return done;
}

/* @steps: 1 reviewed, 2 announced, 3 approved, 4 paid. */
static gboolean
walk_on (Walk *walk, gint64 run, int steps, GError **error)
{
  const SzPayMove review = { .defaults = TRUE };
  const SzPayMove announce = { .from = sz_date_make (walk->year + 1, 1, 5) };
  const SzPayMove approve = { .on = sz_date_make (walk->year + 1, 1, 15) };
  g_autoptr (SzIssueList) issues = sz_issue_list_new ();
  g_autoptr (SzNetView) net = NULL;

  if (!finish (sz_office_pay_review (walk->checker, run, &review, error))
      || (steps > 1 && !finish (sz_office_pay_announce (walk->checker, run, &announce, error)))
      || (steps > 2 && !finish (sz_office_pay_approve (walk->approver, run, &approve, error))))
    return FALSE;
  if (steps > 3)
    net = sz_office_pay_paid (walk->approver, run, sz_date_make (walk->year + 1, 1, 20), issues,
                              error);
  return steps <= 3 || net != NULL;
}

static gboolean
adjust (Walk *walk, gint64 run, GError **error)
{
  g_autoptr (SzPayView) view = sz_view_pay_open (walk->maker, run, NULL, error);
  g_autoptr (SzIssueList) issues = sz_issue_list_new ();
  g_autoptr (SzAdjustView) adjusted = NULL;
  SzAdjustLine lines[2];

  if (view == NULL || view->result->n_lines < 2)
    return view != NULL;
  for (guint i = 0; i < 2; i++)
    lines[i] = (SzAdjustLine){
      .row = i + 1,
      .staff_no = view->input->people[view->result->lines[i].index].staff_no,
      .amount = i == 0 ? "200.00" : "-100.00",
      .reason = i == 0 ? "竞赛获奖补助" : "教学事故扣减",
    };
  adjusted = sz_office_pay_adjust (walk->maker, run, lines, 2, issues, error);
  return adjusted != NULL;
}

/* The grade of somebody was wrong: the paid run is corrected out of the reserve. */
static gboolean
change_grade (SzAct *act, json_t *summary, gpointer user_data, GError **error)
{
  const Walk *walk = user_data;
  g_autoptr (GArray) rows
      = sz_store_assessment_list (sz_act_get_store (act), SZ_ROWS_OF_YEAR (walk->year), error);

  for (guint i = 0; rows != NULL && i < rows->len; i++)
    {
      SzAssessmentRow *row = &g_array_index (rows, SzAssessmentRow, i);

      if (row->grade != SZ_GRADE_EXCELLENT)
        continue;
      row->grade = SZ_GRADE_QUALIFIED;
      return sz_store_assessment_put (act, row, SZ_PUT_UPDATE, NULL, error);
    }
  return rows != NULL;
}

static gboolean
make_runs (Walk *walk, GError **error)
{
  const SzObjectionAsk objection
      = { .source = "匿名", .text = "课时统计有误", .on = sz_date_make (walk->year + 1, 1, 6) };
  SzCorrectAsk correct = { .from_reserve = TRUE };
  g_autoptr (SzIssueList) issues = sz_issue_list_new ();
  gint64 run = compute (walk, "奖励性绩效工资分配方案", 1, TRUE, error);
  gint64 number = 0;

  if (run == 0 || !adjust (walk, run, error) || !walk_on (walk, run, 4, error)
      || !sz_office_run (walk->maker, &(SzActHead){ .kind = "demo.grade" }, change_grade, walk,
                         NULL, error))
    return FALSE;
  correct.run = run;
  if (!sz_office_pay_correct (walk->maker, &correct, issues, &number, error))
    return FALSE;
  for (int steps = 3; steps > 0; steps--)
    {
      static const char *const names[] = { "培训专项奖励", "技能竞赛专项奖励", "年终专项奖励" };

      run = compute (walk, names[steps - 1], 20, FALSE, error);
      if (run == 0 || !walk_on (walk, run, steps, error)
          || (steps == 2 && !sz_office_pay_object (walk->checker, run, &objection, error)))
        return FALSE;
    }
  run = compute (walk, "第二次分配", 10, TRUE, error);
  return run != 0 && adjust (walk, run, error);
}

static gboolean
count_person_cb (const SzPersonFile *file, gpointer user_data, GError **error)
{
  ++*(gint64 *)user_data;
  return TRUE;
}

gboolean
sz_office_demo_payment (SzOffice *office, int year, GError **error)
{
  Facts facts = { .year = year };

  g_return_val_if_fail (SZ_IS_OFFICE (office), FALSE);
  return sz_office_run (office, &(SzActHead){ .kind = "demo.payment" }, make_facts, &facts, NULL,
                        error);
}

gboolean
sz_office_demo_runs (SzOffice *office, int year, GError **error)
{
  const char *path;
  g_autoptr (SzOffice) maker = NULL;
  g_autoptr (SzOffice) checker = NULL;
  g_autoptr (SzOffice) approver = NULL;
  Walk walk = { .year = year };

  g_return_val_if_fail (SZ_IS_OFFICE (office), FALSE);
  path = sz_office_get_path (office);
  if (!sz_office_demo_payment (office, year, error)
      || !sz_store_people_each (sz_office_get_store (office), count_person_cb, &walk.people, error))
    return FALSE;
  maker = walk.maker = sz_office_open (path, MAKER, error);
  checker = walk.checker = maker != NULL ? sz_office_open (path, CHECKER, error) : NULL;
  approver = walk.approver = checker != NULL ? sz_office_open (path, APPROVER, error) : NULL;
  return approver != NULL && make_runs (&walk, error);
}
