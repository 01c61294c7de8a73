/* test-compare.c — two runs beside each other; names and ends of drafts (pay-11, pay-13, num-5)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "college-small.h"
#include "sz-compare.h"
#include "sz-pay-act.h"
#include "sz-pay-edit.h"
#include "sz-safety.h"

#include <string.h>

/* A scheme by its moving parts. */
static char *
make_scheme (
    const char *pool, const char *fixed, const char *middle, const char *extra, const char *ceiling)
{
  return g_strdup_printf (
      "{\"name\": \"方案\", \"period\": {\"from\": \"2025-01-01\", \"to\": \"2025-12-31\"},"
      " \"pool\": \"%s\", \"fixed\": [%s],"
      " \"components\": [%s{\"name\": \"常规\", \"ratio\": \"rest\","
      "   \"factors\": [\"post\", \"assessment\", \"months\"]}],"
      " \"coefficients\": {\"post\": {\"正高级\": \"1.3\", \"中级\": \"%s\", \"初级\": \"1.0\"},"
      "  \"assessment\": {\"优秀\": \"1.1\", \"合格\": \"1.0\", \"基本合格\": \"0.6\"}}%s}",
      pool, fixed, extra, middle, ceiling);
}

static gint64
compute (Fixture *fixture, const char *scheme)
{
  g_autofree char *path = fixture_write (fixture, "scheme.json", scheme);
  g_autoptr (SzIssueList) issues = sz_issue_list_new ();
  g_autoptr (SzPayView) view = NULL;
  g_autoptr (GError) error = NULL;
  SzProgress progress = { NULL, NULL };

  view
      = sz_office_pay_compute (fixture->office, path, SZ_PAY_STORE, issues, progress, NULL, &error);
  g_assert_no_error (error);
  return view->head.run;
}

static SzCompare *
compare_runs (Fixture *fixture, gint64 before, gint64 after)
{
  g_autoptr (GError) error = NULL;
  SzCompare *compare = sz_compare_runs (fixture->office, before, after, NULL, &error);

  g_assert_no_error (error);
  return compare;
}

/* The law of it: what is told as effect is the difference, to the fen. */
static void
check_effects (const SzCompare *compare)
{
  SzMoney people_fen = 0;
  SzMoney departments_fen = 0;

  for (guint i = 0; i < compare->people->len; i++)
    {
      const SzComparePerson *person = &g_array_index (compare->people, SzComparePerson, i);
      g_autoptr (GArray) reasons = sz_compare_why (compare, person);
      SzMoney sum_fen = 0;

      for (guint j = 0; j < reasons->len; j++)
        sum_fen += g_array_index (reasons, SzCompareReason, j).effect_fen;
      g_assert_cmpint (sum_fen, ==, person->difference_fen);
      people_fen += person->difference_fen;
    }
  for (guint i = 0; i < compare->departments->len; i++)
    {
      const SzCompareDepartment *department
          = &g_array_index (compare->departments, SzCompareDepartment, i);
      g_autoptr (GArray) sums = sz_compare_why_department (compare, department);
      SzMoney sum_fen = 0;

      for (guint j = 0; j < sums->len; j++)
        sum_fen += g_array_index (sums, SzCompareSum, j).effect_fen;
      g_assert_cmpint (sum_fen, ==, department->difference_fen);
      departments_fen += department->difference_fen;
    }
  g_assert_cmpint (people_fen, ==,
                   compare->after->result->total_fen - compare->before->result->total_fen);
  g_assert_cmpint (departments_fen, ==, people_fen);
}

/* "cause part before after" of each reason, a line each. */
static char *
print_why (const SzCompare *compare, const char *staff_no)
{
  const SzComparePerson *person = sz_compare_find (compare, staff_no);
  g_autoptr (GArray) reasons = NULL;
  g_autoptr (GString) text = g_string_new (NULL);

  g_assert_nonnull (person);
  reasons = sz_compare_why (compare, person);
  for (guint i = 0; i < reasons->len; i++)
    {
      const SzCompareReason *reason = &g_array_index (reasons, SzCompareReason, i);

      g_string_append_printf (text, "%s %s%s %s>%s\n", sz_compare_cause_word (reason->cause),
                              reason->part, reason->factor, reason->before, reason->after);
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
test_same (void)
{
  g_autoptr (Fixture) fixture = fixture_new ();
  g_autofree char *scheme = make_scheme ("100000.00", "", "1.1", "", "");
  g_autoptr (SzCompare) compare = NULL;

  small_import_handbook (fixture);
  compare = compare_runs (fixture, compute (fixture, scheme), compute (fixture, scheme));
  g_assert_cmpuint (compare->n_same, ==, 4);
  g_assert_cmpuint (compare->n_gain + compare->n_lose, ==, 0);
  for (guint i = 0; i < compare->people->len; i++)
    {
      g_autoptr (GArray) reasons
          = sz_compare_why (compare, &g_array_index (compare->people, SzComparePerson, i));

      g_assert_cmpuint (reasons->len, ==, 0);
    }
  g_assert_null (sz_compare_find (compare, "P9"));
}

/* Only the pool grows: everybody gains by the pool alone. */
static void
test_pool (void)
{
  g_autoptr (Fixture) fixture = fixture_new ();
  g_autofree char *small = make_scheme ("100000.00", "", "1.1", "", "");
  g_autofree char *large = make_scheme ("120000.00", "", "1.1", "", "");
  g_autoptr (SzCompare) compare = NULL;
  g_autofree char *why = NULL;

  small_import_handbook (fixture);
  compare = compare_runs (fixture, compute (fixture, small), compute (fixture, large));
  check_effects (compare);
  g_assert_cmpuint (compare->n_gain, ==, 4);
  g_assert_cmpint (compare->gain_fen, ==, 2000000);
  why = print_why (compare, "P2");
  g_assert_true (g_str_has_prefix (why, "pool 常规 100,000.00>120,000.00\n"));
  g_assert_null (strstr (why, "points"));
}

/* A coefficient rises: those of the band by their points, the others lose by the points of all. */
static void
test_coefficient (void)
{
  g_autoptr (Fixture) fixture = fixture_new ();
  g_autofree char *low = make_scheme ("100000.00", "", "1.1", "", "");
  g_autofree char *high = make_scheme ("100000.00", "", "1.2", "", "");
  g_autoptr (SzCompare) compare = NULL;
  g_autofree char *middle = NULL;
  g_autofree char *other = NULL;

  small_import_handbook (fixture);
  compare = compare_runs (fixture, compute (fixture, low), compute (fixture, high));
  check_effects (compare);
  g_assert_cmpuint (compare->n_gain, ==, 2); /* P2, P4 */
  g_assert_cmpuint (compare->n_lose, ==, 2);
  g_assert_cmpint (compare->gain_fen + compare->lose_fen, ==, 0);
  middle = print_why (compare, "P2");
  g_assert_cmpstr (middle, ==,
                   "points 常规 1.100000>1.200000\nfactor 常规岗位系数 1.1000>1.2000\n"
                   "share 常规 3.773333>3.933333\n");
  other = print_why (compare, "P1");
  g_assert_cmpstr (other, ==, "share 常规 3.773333>3.933333\n");
}

/* Who comes in and who goes out, with the run's own word for it. */
static void
test_entered_and_left (void)
{
  g_autoptr (Fixture) fixture = fixture_new ();
  g_autofree char *scheme = make_scheme ("100000.00", "", "1.1", "", "");
  g_autofree char *update = NULL;
  g_autoptr (SzImportResult) result = NULL;
  g_autoptr (SzCompare) compare = NULL;
  g_autofree char *entered = NULL;
  g_autofree char *left = NULL;
  gint64 before;

  small_import_handbook (fixture);
  before = compute (fixture, scheme);
  update = fixture_write (fixture, "update.csv", "年度,工号,档次\n2025,P5,合格\n2025,P2,不合格\n");
  result = fixture_import (fixture, "assessments", update, FIXTURE_UPDATE);
  g_assert_cmpint (result->updated, ==, 2);
  compare = compare_runs (fixture, before, compute (fixture, scheme));
  check_effects (compare);
  entered = print_why (compare, "P5");
  g_assert_true (g_str_has_prefix (entered, "entered  assessment_unqualified>"));
  left = print_why (compare, "P2");
  g_assert_cmpstr (left, ==, "left  29,151.94>assessment_unqualified\n");
}

/* Components, allowances and ceilings that only one of the two has. */
static void
test_other_parts (void)
{
  static const char *const award
      = "{\"name\": \"优秀\", \"ratio\": \"0.1000\", \"factors\": [\"award\"]},";
  g_autoptr (Fixture) fixture = fixture_new ();
  g_autofree char *plain = make_scheme ("100000.00", "", "1.1", "", "");
  g_autofree char *full
      = make_scheme ("100000.00",
                     "{\"name\": \"班主任津贴\", \"role\": \"班主任\", \"amount\": \"1200.00\"}",
                     "1.1", award, ", \"ceiling\": {\"amount\": \"33000.00\"}");
  g_autoptr (SzCompare) there = NULL;
  g_autoptr (SzCompare) back = NULL;
  g_autofree char *adviser = NULL;
  g_autofree char *winner = NULL;
  gint64 one;
  gint64 other;

  small_import_handbook (fixture);
  fixture_import_text (fixture, "roles", "年度,工号,角色,起,止\n2025,P2,班主任,2025-01-01,\n");
  fixture_import_text (fixture, "awards", "年度,工号,业绩点,依据\n2025,P1,12.50,竞赛\n");
  one = compute (fixture, plain);
  other = compute (fixture, full);
  there = compare_runs (fixture, one, other);
  check_effects (there);
  back = compare_runs (fixture, other, one);
  check_effects (back);
  adviser = print_why (there, "P2");
  g_assert_nonnull (strstr (adviser, "fixed 班主任津贴 0.00>1,200.00\n"));
  winner = print_why (there, "P1");
  g_assert_nonnull (strstr (winner, "component 优秀 0.00>9,880.00\n"));
  g_assert_nonnull (strstr (winner, "ceiling  0.00>-"));
}

static char *
print_why_department (const SzCompare *compare, const char *name)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < compare->departments->len; i++)
    {
      const SzCompareDepartment *one
          = &g_array_index (compare->departments, SzCompareDepartment, i);
      g_autoptr (GArray) sums = sz_compare_why_department (compare, one);

      for (guint j = 0; g_str_equal (one->name, name) && j < sums->len; j++)
        {
          const SzCompareSum *sum = &g_array_index (sums, SzCompareSum, j);
          g_autofree char *effect = sz_money_format (sum->effect_fen);

          g_string_append_printf (text, "%s %s %u %s\n", sz_compare_cause_word (sum->cause),
                                  sum->part, sum->people, effect);
        }
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

/* A department gains and loses by its people's reasons added up, and by who came and went. */
static void
test_department (void)
{
  g_autoptr (Fixture) fixture = fixture_new ();
  g_autofree char *low = make_scheme ("100000.00", "", "1.1", "", "");
  g_autofree char *high = make_scheme ("100000.00", "", "1.2", "", "");
  g_autofree char *id = NULL;
  g_autofree char *text = NULL;
  g_autofree char *update = NULL;
  g_autoptr (SzImportResult) result = NULL;
  g_autoptr (SzCompare) coefficient = NULL;
  g_autoptr (SzCompare) moved = NULL;
  g_autofree char *one = NULL;
  g_autofree char *came = NULL;
  g_autofree char *went = NULL;
  gint64 before;

  small_import_handbook (fixture);
  before = compute (fixture, low);
  coefficient = compare_runs (fixture, before, compute (fixture, high));
  check_effects (coefficient);
  one = print_why_department (coefficient, "机械系");
  g_assert_cmpstr (one, ==, "share 常规 2 -2835.23\npoints 常规 1 2650.17\n");

  id = fixture_id ("19610315", 1);
  text = g_strdup_printf ("工号,姓名,身份证号,部门,人员类别\nP2,单丽,%s,信息系,在编\n", id);
  update = fixture_write (fixture, "update.csv", text);
  result = fixture_import_from (fixture, "people", update, FIXTURE_UPDATE, 20250901);
  g_assert_cmpint (result->updated, ==, 1);
  moved = compare_runs (fixture, before, compute (fixture, low));
  check_effects (moved);
  came = print_why_department (moved, "信息系");
  went = print_why_department (moved, "机械系");
  g_assert_cmpstr (came, ==, "moved  1 29151.94\n");
  g_assert_cmpstr (went, ==, "moved  1 -29151.94\n");
}

/* RULE num-6: with the same points of all, what is left over is a fen of the rounding. */
static void
test_remainder (void)
{
  g_autoptr (Fixture) fixture = fixture_new ();
  g_autofree char *small = make_scheme ("100000.00", "", "1.1", "", "");
  g_autoptr (SzCompare) compare = NULL;
  guint remainders = 0;

  small_import_handbook (fixture);
  for (int fen = 1; fen <= 5; fen++)
    {
      g_autofree char *pool = g_strdup_printf ("100000.%02d", fen);
      g_autofree char *large = make_scheme (pool, "", "1.1", "", "");

      g_clear_pointer (&compare, sz_compare_free);
      compare = compare_runs (fixture, compute (fixture, small), compute (fixture, large));
      check_effects (compare);
      for (guint i = 0; i < compare->people->len; i++)
        {
          const SzComparePerson *person = &g_array_index (compare->people, SzComparePerson, i);
          g_autofree char *why = print_why (compare, person->staff_no);

          g_assert_null (strstr (why, "share"));
          remainders += strstr (why, "remainder 常规 >\n") != NULL ? 1 : 0;
        }
    }
  g_assert_cmpuint (remainders, >, 0);
}

/* RULE pay-11: a run beside what it would be today. */
static void
test_again (void)
{
  g_autoptr (Fixture) fixture = fixture_new ();
  g_autofree char *scheme = make_scheme ("100000.00", "", "1.1", "", "");
  g_autofree char *update = NULL;
  g_autoptr (SzImportResult) result = NULL;
  g_autoptr (SzIssueList) issues = sz_issue_list_new ();
  g_autoptr (SzCompare) same = NULL;
  g_autoptr (SzCompare) changed = NULL;
  SzProgress progress = { NULL, NULL };
  gint64 run;

  small_import_handbook (fixture);
  run = compute (fixture, scheme);
  same = sz_compare_again (fixture->office, run, issues, progress, NULL, NULL);
  g_assert_cmpuint (same->n_same, ==, 4);
  update = fixture_write (fixture, "update.csv", "年度,工号,档次\n2025,P4,合格\n");
  result = fixture_import (fixture, "assessments", update, FIXTURE_UPDATE);
  g_assert_cmpint (result->updated, ==, 1);
  changed = sz_compare_again (fixture->office, run, issues, progress, NULL, NULL);
  check_effects (changed);
  g_assert_cmpuint (changed->n_gain, ==, 1);
  g_assert_cmpuint (changed->n_lose, ==, 3);
  g_assert_cmpint (fixture_count (fixture, "SELECT count(*) FROM pay_runs"), ==, 1);
}

static void
check_code (GError **error, const char *code)
{
  g_autofree char *found = NULL;

  g_assert_error (*error, SZ_ERROR, SZ_ERROR_REFUSED);
  found = sz_error_dup_code (*error);
  g_assert_cmpstr (found, ==, code);
  g_clear_error (error);
}

static gint64
count_acts (Fixture *fixture, const char *kind)
{
  g_autofree char *sql = g_strdup_printf ("SELECT count(*) FROM acts WHERE kind = '%s'", kind);

  return fixture_count (fixture, sql);
}

static void
check_verified (Fixture *fixture)
{
  g_autoptr (SzIssueList) issues = sz_issue_list_new ();
  g_autoptr (GError) error = NULL;
  SzVerifyReport report = { 0 };

  g_assert_true (sz_office_verify (fixture->office, issues, &report, NULL, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (sz_issue_list_length (issues), ==, 0);
}

static void
test_rename (void)
{
  g_autoptr (Fixture) fixture = fixture_new ();
  g_autofree char *scheme = make_scheme ("100000.00", "", "1.1", "", "");
  g_autoptr (SzPayView) view = NULL;
  g_autoptr (GError) error = NULL;
  gint64 run;

  small_import_handbook (fixture);
  run = compute (fixture, scheme);
  g_assert_true (sz_office_pay_rename (fixture->office, run, " 第二稿 ", &error));
  g_assert_no_error (error);
  view = sz_view_pay_open (fixture->office, run, NULL, &error);
  g_assert_cmpstr (view->head.name, ==, "第二稿");
  g_assert_cmpint (view->head.total_fen, ==, 10000000);
  g_assert_false (sz_office_pay_rename (fixture->office, run, "  ", &error));
  check_code (&error, "run.name_missing");
  g_assert_false (sz_office_pay_rename (fixture->office, 77, "x", &error));
  check_code (&error, "run.unknown");
  /* One that was done and two that were refused. */
  g_assert_cmpint (count_acts (fixture, "pay.rename"), ==, 3);
  check_verified (fixture);
}

static void
test_delete (void)
{
  g_autoptr (Fixture) fixture = fixture_new ();
  g_autofree char *scheme = make_scheme ("100000.00", "", "1.1", "", "");
  g_autoptr (GArray) heads = NULL;
  g_autoptr (GError) error = NULL;
  gint64 first;
  gint64 second;

  small_import_handbook (fixture);
  first = compute (fixture, scheme);
  second = compute (fixture, scheme);
  g_assert_true (sz_office_pay_delete (fixture->office, first, &error));
  g_assert_no_error (error);
  heads = sz_view_pay_list (fixture->office, NULL);
  g_assert_cmpuint (heads->len, ==, 1);
  g_assert_cmpint (g_array_index (heads, SzPayHead, 0).run, ==, second);
  g_assert_cmpint (fixture_count (fixture, "SELECT count(DISTINCT run_id) FROM pay_people"), ==, 1);
  g_assert_cmpint (fixture_count (fixture, "SELECT count(DISTINCT run_id) FROM pay_lines"), ==, 1);
  g_assert_false (sz_office_pay_delete (fixture->office, first, &error));
  check_code (&error, "run.unknown");
  check_verified (fixture);
  /* A number that was used is not given again. */
  g_assert_cmpint (compute (fixture, scheme), >, second);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/office/compare/same", test_same);
  g_test_add_func ("/office/compare/pay-13/pool", test_pool);
  g_test_add_func ("/office/compare/pay-13/coefficient", test_coefficient);
  g_test_add_func ("/office/compare/pay-7/entered-and-left", test_entered_and_left);
  g_test_add_func ("/office/compare/num-5/other-parts", test_other_parts);
  g_test_add_func ("/office/compare/pay-13/department", test_department);
  g_test_add_func ("/office/compare/num-6/remainder", test_remainder);
  g_test_add_func ("/office/compare/pay-11/again", test_again);
  g_test_add_func ("/office/pay-11/rename", test_rename);
  g_test_add_func ("/office/pay-11/delete", test_delete);
  return g_test_run ();
}
