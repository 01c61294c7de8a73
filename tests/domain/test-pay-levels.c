/* test-pay-levels.c — two levels five ways, sheets of departments, adjustments, corrections
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "college.h"
#include "sz-pay-correct.h"
#include "sz-pay-own.h"
#include "sz-pay-split.h"

#define SEED 20251231
#define SINCE 20100901

/* Two departments: three people with 3.3 points by value, one with 2. */
static College *
make_college (void)
{
  College *college = college_new ();
  static const struct
  {
    const char *staff_no, *department;
    gint64 value_x1e4;
    gint64 teaching_x100;
    SzDate from;
  } people[] = { { "1", "甲系", 11000, 10000, SINCE },
                 { "2", "甲系", 11000, 20000, SINCE },
                 { "3", "甲系", 11000, -1, 20250701 },
                 { "4", "乙系", 20000, 30000, SINCE } };

  for (gsize i = 0; i < G_N_ELEMENTS (people); i++)
    {
      guint person = college_add (college, people[i].staff_no, people[i].department, "专技八级",
                                  people[i].from);

      college_value (college, person, "权重", people[i].value_x1e4);
      if (people[i].teaching_x100 >= 0)
        college_get (college, person)->load
            = (SzLoadYear){ .teaching_x100 = people[i].teaching_x100, .quota_x100 = 32000 };
    }
  college_department (college, "甲系", 11000);
  college_department (college, "乙系", 10000);
  return college;
}

static SzScheme *
make_scheme (SzMoney pool_fen, SzLevelsBy by)
{
  SzScheme *scheme = scheme_2025 (pool_fen);

  scheme_component (scheme, "常规", -1, "value:权重");
  scheme->two_levels = TRUE;
  scheme->levels_by = by;
  return scheme;
}

/* RULE pay-8: 3.3 × 1.1 against 2.0 × 1.0 over 1,000.00; then by heads, months, hours, weights. */
static void
test_five_ways (void)
{
  static const SzMoney expected[SZ_N_LEVELS][2] = {
    [SZ_LEVELS_POINTS] = { 64476, 35524 },        /* 3.63 : 2 */
    [SZ_LEVELS_HEADCOUNT] = { 76744, 23256 },     /* 3.3 : 1 */
    [SZ_LEVELS_PERSON_MONTHS] = { 73333, 26667 }, /* 33 : 12 */
    [SZ_LEVELS_WORKLOAD] = { 52381, 47619 },      /* 300 × 1.1 : 300, who has no quota is 0 */
    [SZ_LEVELS_FIXED] = { 35000, 65000 },
  };

  for (int by = 0; by < SZ_N_LEVELS; by++)
    {
      g_autoptr (College) college = make_college ();
      g_autoptr (SzScheme) scheme = make_scheme (100000, (SzLevelsBy)by);
      g_autoptr (SzPayResult) result = NULL;

      if (by == SZ_LEVELS_FIXED)
        {
          sz_scheme_put_coefficient (scheme->levels_weights, "甲系", 3500);
          sz_scheme_put_coefficient (scheme->levels_weights, "乙系", 6500);
        }
      result = compute (scheme, college);
      g_test_message ("%s", sz_levels_by_word ((SzLevelsBy)by));
      g_assert_cmpuint (result->n_departments, ==, 2);
      for (gsize i = 0; i < 2; i++)
        {
          gboolean first = g_str_equal (result->departments[i].name, "甲系");

          g_assert_cmpint (result->departments[i].pools_fen[0], ==, expected[by][first ? 0 : 1]);
          g_assert_cmpint (result->departments[i].amount_fen, ==, expected[by][first ? 0 : 1]);
        }
    }
}

static void
test_findings (void)
{
  g_autoptr (College) college = make_college ();
  g_autoptr (SzScheme) scheme = make_scheme (100000, SZ_LEVELS_FIXED);
  g_autoptr (SzIssueList) issues = NULL;

  sz_scheme_put_coefficient (scheme->levels_weights, "甲系", 3500);
  sz_scheme_put_coefficient (scheme->levels_weights, "丙系", 1);
  issues = compute_fails (scheme, college, "pay.inputs_missing");
  g_assert_cmpuint (sz_issue_list_length (issues), ==, 2);
  g_assert_cmpstr (sz_issue_list_get (issues, 0)->code, ==, "pay.weight_missing");
  g_assert_cmpstr (sz_issue_list_get (issues, 0)->value, ==, "乙系");
  g_assert_cmpstr (sz_issue_list_get (issues, 1)->code, ==, "pay.department_empty");
  g_assert_cmpstr (sz_issue_list_get (issues, 1)->value, ==, "丙系");
}

/* Only what is named goes by department; the rest is shared over the college. */
static void
test_some_components (void)
{
  g_autoptr (College) college = make_college ();
  g_autoptr (SzScheme) scheme = make_scheme (100000, SZ_LEVELS_HEADCOUNT);
  g_autoptr (SzPayResult) result = NULL;

  scheme_component (scheme, "倾斜", 2000, "headcount");
  scheme->levels_components = g_ptr_array_new_with_free_func (g_free);
  g_ptr_array_add (scheme->levels_components, g_strdup ("常规"));
  result = compute (scheme, college);
  g_assert_cmpint (result->departments[0].pools_fen[1], ==, -1);
  g_assert_cmpint (get_line (result, college, "4")->shares[1].amount_fen, ==, 5000);
}

/* RULE pay-9: the excess stays in the department. */
static void
test_ceiling_inside (void)
{
  g_autoptr (College) college = make_college ();
  g_autoptr (SzScheme) scheme = make_scheme (100000, SZ_LEVELS_POINTS);
  g_autoptr (SzPayResult) result = NULL;

  scheme->ceiling = (SzLimit){ .set = TRUE, .amount_fen = 30000 };
  result = compute (scheme, college);
  /* Nobody of 乙系 can take what its one person has too much: it is the reserve's. */
  g_assert_cmpint (get_line (result, college, "4")->total_fen, ==, 30000);
  g_assert_cmpint (result->unplaced_fen, ==, 5524);
  g_assert_cmpint (result->reserve_fen, ==, 5524);
  g_assert_cmpint (get_line (result, college, "1")->total_fen
                       + get_line (result, college, "2")->total_fen
                       + get_line (result, college, "3")->total_fen,
                   ==, 64476);
}

typedef struct
{
  const char *staff_no;
  SzSplitState state;
  SzMoney amount_fen;
  gboolean unknown;
} Cell;

/* Judges the sheet of 甲系; returns the codes found, parted by blanks. */
static char *
judge (const SzPayResult *result, College *college, const Cell *cells, gsize n, GArray *own)
{
  const SzSplitColumn column = { 0, "常规" };
  int department = sz_pay_find_department (result, "甲系");
  SzSplitBook book = { result, college_input (college), 0, 1, (guint)department, &column, 1 };
  g_autofree SzSplitCell *values = g_new0 (SzSplitCell, n + 1);
  g_autofree SzSplitRow *rows = g_new0 (SzSplitRow, n + 1);
  g_autoptr (SzIssueList) issues = sz_issue_list_new ();
  g_autoptr (GString) codes = g_string_new (NULL);
  SzSplitSum sum;

  for (gsize i = 0; i < n; i++)
    {
      values[i] = (SzSplitCell){ cells[i].state, cells[i].amount_fen, "x" };
      rows[i] = (SzSplitRow){ (guint)i + 2, cells[i].staff_no, !cells[i].unknown, &values[i] };
    }
  g_array_set_size (own, 0);
  sz_pay_split_judge (&book, rows, n, issues, &sum, own);
  for (guint i = 0; i < sz_issue_list_length (issues); i++)
    g_string_append_printf (codes, "%s%s", i > 0 ? " " : "", sz_issue_list_get (issues, i)->code);
  return g_string_free (g_steal_pointer (&codes), FALSE);
}

/* RULE pay-8: all faults of the rows, sums only without them, limits only when sums hold. */
static void
test_judged (void)
{
  static const struct
  {
    Cell cells[5];
    gsize n;
    const char *codes;
  } cases[] = {
    { { { "1", SZ_SPLIT_AMOUNT, 64476 }, { "2", SZ_SPLIT_AMOUNT, 0 }, { "3", SZ_SPLIT_AMOUNT, 0 } },
      3,
      "split.over_ceiling" },
    { { { "1", SZ_SPLIT_AMOUNT, 30000 },
        { "2", SZ_SPLIT_AMOUNT, 30000 },
        { "3", SZ_SPLIT_AMOUNT, 4476 } },
      3,
      "" },
    { { { "1", SZ_SPLIT_AMOUNT, 30000 },
        { "2", SZ_SPLIT_AMOUNT, 30000 },
        { "3", SZ_SPLIT_AMOUNT, 4477 } },
      3,
      "split.sum" },
    { { { "1", SZ_SPLIT_AMOUNT, 64476 }, { "3", SZ_SPLIT_EMPTY, 0 } },
      2,
      "split.missing split.missing" },
    { { { "1", SZ_SPLIT_AMOUNT, -1 }, { "2", SZ_SPLIT_INVALID, 0 }, { "3", SZ_SPLIT_AMOUNT, 0 } },
      3,
      "split.negative money.invalid" },
    { { { "1", SZ_SPLIT_AMOUNT, 64476 },
        { "2", SZ_SPLIT_AMOUNT, 0 },
        { "3", SZ_SPLIT_AMOUNT, 0 },
        { "4", SZ_SPLIT_AMOUNT, 0 },
        { "9", SZ_SPLIT_AMOUNT, 0, TRUE } },
      5,
      "split.not_member staff_no.unknown" },
    { { { "1", SZ_SPLIT_AMOUNT, 64476 },
        { "1", SZ_SPLIT_AMOUNT, 0 },
        { "2", SZ_SPLIT_AMOUNT, 0 },
        { "3", SZ_SPLIT_AMOUNT, 0 } },
      4,
      "row.duplicate" },
  };
  g_autoptr (College) college = make_college ();
  g_autoptr (SzScheme) scheme = make_scheme (100000, SZ_LEVELS_POINTS);
  g_autoptr (SzPayResult) result = NULL;
  g_autoptr (GArray) own = g_array_new (FALSE, FALSE, sizeof (SzPayOwn));

  scheme->ceiling = (SzLimit){ .set = TRUE, .amount_fen = 40000 };
  result = compute (scheme, college);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *codes = judge (result, college, cases[i].cells, cases[i].n, own);

      g_assert_cmpstr (codes, ==, cases[i].codes);
    }
}

/* RULE pay-8, pay-10: in a department with its own split nobody is clamped; adjustments come out of
 * the reserve; reserve + Σ people = pool after every step. */
static void
test_overlay (void)
{
  g_autoptr (College) college = make_college ();
  g_autoptr (SzScheme) scheme = make_scheme (100000, SZ_LEVELS_POINTS);
  g_autoptr (SzPayResult) result = NULL;
  g_autoptr (GArray) own = g_array_new (FALSE, FALSE, sizeof (SzPayOwn));
  const Cell cells[] = { { "1", SZ_SPLIT_AMOUNT, 30000 },
                         { "2", SZ_SPLIT_AMOUNT, 30000 },
                         { "3", SZ_SPLIT_AMOUNT, 4476 } };
  g_autofree char *codes = NULL;
  SzPayOverlay overlay;

  scheme->ceiling = (SzLimit){ .set = TRUE, .amount_fen = 30000 };
  scheme->reserve_ratio_x1e4 = 0;
  result = compute (scheme, college);
  overlay = (SzPayOverlay){ result, 0, 1 };
  codes = judge (result, college, cells, 3, own);
  g_assert_cmpstr (codes, ==, "");
  sz_pay_set_own (&overlay, (guint)sz_pay_find_department (result, "甲系"),
                  (const SzPayOwn *)(gpointer)own->data, own->len);
  sz_pay_adjust (&overlay, 0, 1200);
  sz_pay_adjust (&overlay, 1, -200);
  sz_pay_sum_up (&overlay);
  g_assert_cmpint (get_line (result, college, "1")->total_fen, ==, 31200);
  g_assert_cmpint (get_line (result, college, "1")->ceiling_fen, ==, 0);
  g_assert_cmpint (get_line (result, college, "2")->total_fen, ==, 29800);
  g_assert_cmpint (get_line (result, college, "3")->total_fen, ==, 4476);
  g_assert_cmpint (get_line (result, college, "4")->total_fen, ==, 30000);
  g_assert_cmpint (result->reserve_fen, ==, 5524 - 1000);
  g_assert_cmpint (result->total_fen + result->reserve_fen, ==, 100000);
}

/* Law: whatever sheets and adjustments come, in whatever order, the pool stays exact. */
static void
test_law (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (SEED);

  for (int round = 0; round < 300; round++)
    {
      g_autoptr (College) college = make_college ();
      g_autoptr (SzScheme) scheme
          = make_scheme (g_rand_int_range (rand, 1000, 10000000),
                         (SzLevelsBy)g_rand_int_range (rand, 0, SZ_LEVELS_FIXED));
      g_autoptr (SzPayResult) result = NULL;
      g_autoptr (GArray) own = g_array_new (FALSE, FALSE, sizeof (SzPayOwn));
      SzPayOverlay overlay;
      SzMoney pool_fen;
      int department;

      scheme->reserve_ratio_x1e4 = g_rand_int_range (rand, 0, 2000);
      result = compute (scheme, college);
      overlay = (SzPayOverlay){ result, 0, 1 };
      department = sz_pay_find_department (result, "甲系");
      pool_fen = result->departments[department].pools_fen[0];
      if (g_rand_boolean (rand))
        {
          SzMoney first = (SzMoney)g_rand_double_range (rand, 0, (double)pool_fen);
          SzMoney second = (SzMoney)g_rand_double_range (rand, 0, (double)(pool_fen - first));
          const Cell cells[] = { { "1", SZ_SPLIT_AMOUNT, first },
                                 { "2", SZ_SPLIT_AMOUNT, second },
                                 { "3", SZ_SPLIT_AMOUNT, pool_fen - first - second } };
          g_autofree char *codes = judge (result, college, cells, 3, own);

          g_assert_cmpstr (codes, ==, "");
          sz_pay_set_own (&overlay, (guint)department, (const SzPayOwn *)(gpointer)own->data,
                          own->len);
        }
      for (int i = 0; i < 3; i++)
        sz_pay_adjust (&overlay, (guint)g_rand_int_range (rand, 0, 4),
                       g_rand_int_range (rand, -10, 100));
      sz_pay_sum_up (&overlay);
      g_assert_cmpint (result->total_fen + result->reserve_fen, ==, scheme->pool_fen);
    }
}

/* RULE pay-12: 0.44 points more at 100,000.00 / 3.773333. */
static void
test_correction (void)
{
  g_autoptr (College) college = college_new ();
  g_autoptr (SzScheme) scheme = scheme_2025 (10000000);
  g_autoptr (SzPayResult) paid = NULL;
  g_autoptr (SzPayResult) today = NULL;
  g_autoptr (GArray) cum = g_array_new (FALSE, FALSE, sizeof (SzPayCum));
  g_autoptr (GArray) lines = NULL;
  g_autoptr (GArray) people = NULL;
  static const gint64 values_x1e6[] = { 1430000, 1100000, 583333, 660000 };
  SzPayCorrect correct;
  SzMoney differences_fen = 0;

  scheme_component (scheme, "常规", -1, "headcount");
  for (guint i = 0; i < 4; i++)
    {
      g_autofree char *staff_no = g_strdup_printf ("%u", i + 1);

      college_add (college, staff_no, "甲系", "专技八级", SINCE);
    }
  paid = compute (scheme, college);
  today = compute (scheme, college);
  /* The points of the rule's example stand in place of those of headcount. */
  paid->components[0].points_x1e6 = 3773333;
  for (guint i = 0; i < 4; i++)
    {
      SzPayCum one = { i + 1, college_input (college)->people[i].staff_no, "", "甲系",
                       paid->lines[i].total_fen };

      paid->lines[i].shares[0].points_x1e6 = values_x1e6[i];
      today->lines[i].shares[0].points_x1e6 = values_x1e6[i];
      g_array_append_val (cum, one);
    }
  today->lines[3].shares[0].points_x1e6 = 1100000;
  correct = (SzPayCorrect){ .paid = { college_input (college), paid },
                            .behind = { college_input (college), paid },
                            .today = { college_input (college), today },
                            .n_parts = 1,
                            .cum = (const SzPayCum *)(gpointer)cum->data,
                            .n_cum = cum->len };
  lines = sz_pay_correct_reserve (&correct, NULL);
  g_assert_cmpuint (lines->len, ==, 1);
  g_assert_cmpint (g_array_index (lines, SzPayDifference, 0).after_fen
                       - g_array_index (lines, SzPayDifference, 0).before_fen,
                   ==, 1166078);

  /* Shared anew: both directions, and Σ differences is last total − first. */
  today->lines[0].total_fen += 700;
  today->lines[1].total_fen -= 300;
  people = sz_pay_correct_people (&correct);
  g_assert_cmpuint (people->len, ==, 2);
  for (guint i = 0; i < people->len; i++)
    differences_fen += g_array_index (people, SzPayDifference, i).after_fen
                       - g_array_index (people, SzPayDifference, i).before_fen;
  g_assert_cmpint (differences_fen, ==, 400);

  /* Whoever is out now gives everything back. */
  today->n_lines = 3;
  g_clear_pointer (&lines, g_array_unref);
  lines = sz_pay_correct_reserve (&correct, NULL);
  g_assert_cmpuint (lines->len, ==, 1);
  g_assert_cmpint (g_array_index (lines, SzPayDifference, 0).after_fen, ==, 0);
  today->n_lines = 4;
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/domain/pay-8/five-ways", test_five_ways);
  g_test_add_func ("/domain/pay-8/findings", test_findings);
  g_test_add_func ("/domain/pay-8/some-components", test_some_components);
  g_test_add_func ("/domain/pay-8/judged", test_judged);
  g_test_add_func ("/domain/pay-9/inside-departments", test_ceiling_inside);
  g_test_add_func ("/domain/pay-10/overlay", test_overlay);
  g_test_add_func ("/domain/pay-10/law", test_law);
  g_test_add_func ("/domain/pay-12/correction", test_correction);
  return g_test_run ();
}
