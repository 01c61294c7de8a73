/* test-total-act.c — the year as a whole out of imported sheets (pay-1, pay-2, pay-3, pay-15)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "import-fixture.h"
#include "sz-params.h"
#include "sz-total-act.h"

#define YUAN(n) ((SzMoney)(n)*100)
#define ID_A "11010519491231002X"
#define ID_B "440524188001010014"

#define LEDGER "年度,月份,科目,金额,来源,文号\n"
#define INCOME "年度,项目编号,收入,成本,培训人次\n"
#define TRANSFERS "年度,项目,登记号,净收入,奖励比例,工号,贡献比例,主要贡献人\n"
#define TALENTS "工号,方式,年度,金额,批文号\n"

static void
add_people (Fixture *fixture)
{
  fixture_import_text (fixture, "people",
                       "工号,姓名,身份证号,部门,人员类别,来校日期,薪酬方式\n"
                       "1001,张三," ID_A ",教务处,在编,2001-09-01,绩效\n"
                       "1002,李四," ID_B ",教务处,在编,2001-09-01,年薪\n");
}

static void
set_param (Fixture *fixture, const char *key, const char *value, const char *source)
{
  g_autoptr (GError) error = NULL;

  sz_params_set (fixture->office, key, value, 20250101, source, &error);
  g_assert_no_error (error);
}

static SzTotalView *
reckon (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  SzTotalView *view = sz_office_total (fixture->office, 2025, &error);

  g_assert_no_error (error);
  return view;
}

static void
check_refusal (const SzTotalView *view, const char *code)
{
  g_autoptr (GError) error = sz_total_view_refusal (view);
  g_autofree char *found = error != NULL ? sz_error_dup_code (error) : NULL;

  g_assert_cmpstr (found, ==, code);
}

/* Handbook P1 and P5, as an office would hand them in. */
static void
add_handbook_p1 (Fixture *fixture)
{
  add_people (fixture);
  fixture_import_text (fixture, "pay-ledger",
                       LEDGER "2025,1,核定总量,32115200.00,,鲁人社批〔2025〕1号\n"
                              "2025,6,基础性,22480640.00,财政,\n"
                              "2025,12,奖励性,7894560.00,财政,\n"
                              "2025,12,奖励性,1740000.00,,\n");
  fixture_import_text (fixture, "training-income",
                       INCOME "2025,PX01,5000000,1520000,4000\n2025,PX02,800000,800000,300\n");
  fixture_import_text (fixture, "transfers",
                       TRANSFERS "2025,夹具,T1,600000.00,0.7,1001,0.6,是\n"
                                 "2025,夹具,T1,600000.00,0.7,1002,0.4,否\n");
  fixture_import_text (fixture, "talents", TALENTS "1002,年薪,2025,600000,〔2025〕2号\n");
}

static void
test_handbook_p1 (void)
{
  g_autoptr (Fixture) fixture = fixture_new ();
  g_autoptr (SzTotalView) view = NULL;

  add_handbook_p1 (fixture);
  view = reckon (fixture);
  g_assert_cmpuint (sz_issue_list_length (view->issues), ==, 0);
  g_assert_cmpint (view->total.r_fen, ==, YUAN (32115200));
  g_assert_cmpint (view->total.x_fen[SZ_ADDITION_TRANSFER], ==, YUAN (420000));
  g_assert_cmpint (view->total.x_fen[SZ_ADDITION_TALENT], ==, YUAN (600000));
  g_assert_cmpint (view->total.total_fen, ==, YUAN (33135200));
  g_assert_cmpint (view->total.base_next_fen, ==, YUAN (32115200));
  g_assert_cmpint (view->total.funds_fen[SZ_FUND_FISCAL], ==, YUAN (30375200));
  g_assert_cmpint (view->total.funds_fen[SZ_FUND_TRAINING], ==, YUAN (1740000));
  g_assert_true (view->total.within_cap);
  g_assert_false (view->total.has_level);
  g_assert_cmpstr (view->cap_document, ==, "鲁人社批〔2025〕1号");
  g_assert_cmpint (view->facts.heads, ==, 1);
  g_assert_cmpuint (view->months->len, ==, 2);
  g_assert_cmpuint (view->sources->len, ==, 2);
  check_refusal (view, NULL);
}

/* What F21 prints adds up to what is available (num-5). */
static void
test_projects (void)
{
  g_autoptr (Fixture) fixture = fixture_new ();
  g_autoptr (SzTotalView) view = NULL;
  SzMoney sum_fen = 0;

  add_people (fixture);
  fixture_import_text (fixture, "training-income",
                       INCOME "2025,PX03,100.01,0,1\n2025,PX01,100.01,0,1\n"
                              "2025,PX02,0,50.01,1\n");
  view = reckon (fixture);
  g_assert_cmpuint (view->projects->len, ==, 3);
  for (guint i = 0; i < view->projects->len; i++)
    sum_fen += g_array_index (view->projects, SzTotalProject, i).available_fen;
  g_assert_cmpint (view->total.train_available_fen, ==, 7501);
  g_assert_cmpint (sum_fen, ==, 7501);
  g_assert_cmpstr (g_array_index (view->projects, SzTotalProject, 0).code, ==, "PX01");
  g_assert_cmpint (g_array_index (view->projects, SzTotalProject, 0).available_fen, ==, 3751);
  g_assert_cmpint (g_array_index (view->projects, SzTotalProject, 1).available_fen, ==, 0);
  g_assert_cmpstr (sz_issue_list_get (view->issues, 0)->code, ==, "training.project_loss");
}

static void
test_over_cap (void)
{
  g_autoptr (Fixture) fixture = fixture_new ();
  g_autoptr (SzTotalView) view = NULL;
  g_autoptr (SzTotalView) raised = NULL;

  add_handbook_p1 (fixture);
  fixture_import_text (fixture, "pay-ledger", LEDGER "2025,12,奖励性,0.01,事业收入,\n");
  view = reckon (fixture);
  g_assert_false (view->total.within_cap);
  check_refusal (view, "total.over_cap");
  /* A total approved anew replaces the one before. */
  fixture_import_text (fixture, "pay-ledger",
                       LEDGER "2025,11,核定总量,33000000,,鲁人社批〔2025〕9号\n");
  raised = reckon (fixture);
  g_assert_cmpint (raised->total.cap_fen, ==, YUAN (33000000));
  g_assert_cmpstr (raised->cap_document, ==, "鲁人社批〔2025〕9号");
  check_refusal (raised, NULL);
}

static void
test_x3 (void)
{
  g_autoptr (Fixture) fixture = fixture_new ();
  g_autoptr (SzTotalView) with = NULL;
  g_autoptr (SzTotalView) without = NULL;

  add_handbook_p1 (fixture);
  fixture_import_text (fixture, "pay-ledger", LEDGER "2025,12,X3,100,专项,鲁人社批〔2025〕3号\n");
  with = reckon (fixture);
  check_refusal (with, NULL);
  g_assert_cmpint (with->total.total_fen, ==, YUAN (33135300));
  fixture_import_text (fixture, "pay-ledger", LEDGER "2025,12,X3,1,专项,\n");
  without = reckon (fixture);
  check_refusal (without, "total.x3_unapproved");
}

/* The parameter's own document approves the addition. */
static void
test_addon (void)
{
  g_autoptr (Fixture) fixture = fixture_new ();
  g_autoptr (SzTotalView) view = NULL;

  add_handbook_p1 (fixture);
  set_param (fixture, "pay.train_mode", "approved_addon", "鲁人社批〔2025〕7号");
  set_param (fixture, "pay.L", "52000", "某人社〔2025〕2号");
  view = reckon (fixture);
  g_assert_cmpint (view->total.x_fen[SZ_ADDITION_APPROVED], ==, YUAN (1740000));
  g_assert_cmpint (view->total.unfunded_fen, ==, YUAN (1740000));
  g_assert_cmpstr (view->train_document, ==, "鲁人社批〔2025〕7号");
  /* One person and 32 millions are far over the limit of pay-15. */
  g_assert_true (view->total.has_level);
  check_refusal (view, "total.level_refused");
}

/* Awards and contracts stand; a ledger that says otherwise is told. */
static void
test_differs (void)
{
  g_autoptr (Fixture) fixture = fixture_new ();
  g_autoptr (SzTotalView) view = NULL;

  add_handbook_p1 (fixture);
  fixture_import_text (fixture, "pay-ledger",
                       LEDGER "2025,12,X1,420000,技术转让收入,\n2025,12,X2,1,专项,\n");
  view = reckon (fixture);
  g_assert_cmpuint (sz_issue_list_length (view->issues), ==, 1);
  g_assert_cmpstr (sz_issue_list_get (view->issues, 0)->code, ==, "total.x_differs");
  g_assert_cmpint (view->total.x_fen[SZ_ADDITION_TALENT], ==, YUAN (600000));
}

/* Handbook W6: people × hours / 1,200; an adviser teaches nobody. */
static void
test_students (void)
{
  g_autoptr (Fixture) fixture = fixture_new ();
  g_autoptr (SzTotalView) view = NULL;

  add_people (fixture);
  fixture_import_text (fixture, "training",
                       "项目编号,项目名称,项目类别,班次,日期,节次,工号,角色,课程类型,人数,课时\n"
                       "PX01,甲,其他,1期,2025-03-20,上午,1001,主讲,理论,7000,40\n"
                       "PX01,甲,其他,1期,2025-03-20,上午,1002,班主任,理论,7000,40\n");
  view = reckon (fixture);
  g_assert_cmpint (view->person_hours_x100, ==, 28000000);
  g_assert_cmpint (view->students_x100, ==, 23333);
}

static void
test_empty (void)
{
  g_autoptr (Fixture) fixture = fixture_new ();
  g_autoptr (SzTotalView) view = reckon (fixture);

  g_assert_cmpint (view->total.total_fen, ==, 0);
  g_assert_false (view->has_ledger);
  check_refusal (view, NULL);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/office/pay-1/handbook-p1", test_handbook_p1);
  g_test_add_func ("/office/pay-1/over-cap", test_over_cap);
  g_test_add_func ("/office/pay-1/x3", test_x3);
  g_test_add_func ("/office/pay-1/differs", test_differs);
  g_test_add_func ("/office/pay-1/empty", test_empty);
  g_test_add_func ("/office/wrk-7/students", test_students);
  g_test_add_func ("/office/pay-2/projects", test_projects);
  g_test_add_func ("/office/pay-2/addon", test_addon);
  return g_test_run ();
}
