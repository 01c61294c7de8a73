/* test-title-years.c — years in grade, bars, assessment (ttl-1, ttl-3, asm-1 … asm-4, num-8)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "career.h"
#include "sz-assess.h"

static void
test_months (void)
{
  static const struct
  {
    SzDate from;
    SzDate to;
    int months;
  } cases[] = {
    { 20200831, 20210228, 6 },  { 20200831, 20210227, 5 },  { 20200915, 20251231, 63 },
    { 20211231, 20251231, 48 }, { 20220101, 20251231, 47 }, { 20250101, 20241231, 0 },
    { 20200229, 20210228, 12 }, { 20250101, 20250101, 0 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpint (sz_whole_months (cases[i].from, cases[i].to), ==, cases[i].months);
}

/* RULE ttl-1: 2018-09-15 to 2023-12-31 with one 基本合格 is 51 months: not 5 years. */
static void
test_example (void)
{
  Career career;
  SzTitleYears years;

  career_init (&career);
  career_post (&career, 20180915, "professional-10");
  for (int year = 2018; year <= 2023; year++)
    career_grade (&career, year, year == 2020 ? SZ_GRADE_BASIC : SZ_GRADE_QUALIFIED);
  sz_title_years (&career.career, &career.rules, 3, 20231231, 2023, &years);
  g_assert_true (years.known);
  g_assert_cmpint (years.start, ==, 20180915);
  g_assert_cmpint (years.high, ==, 51);
  g_assert_cmpint (years.low, ==, 51);
  g_assert_cmpint (years.deducted, ==, 12);
  /* a rise inside the band does not begin anew, a lowering out of it does */
  career_post (&career, 20220101, "professional-9");
  sz_title_years (&career.career, &career.rules, 3, 20231231, 2023, &years);
  g_assert_cmpint (years.start, ==, 20180915);
  career_post (&career, 20230101, "professional-11");
  career_post (&career, 20230601, "professional-10");
  sz_title_years (&career.career, &career.rules, 3, 20231231, 2023, &years);
  g_assert_cmpint (years.start, ==, 20230601);
  sz_title_years (&career.career, &career.rules, 4, 20231231, 2023, &years);
  g_assert_true (years.known);
  g_assert_cmpint (years.start, ==, SZ_DATE_NONE);
  g_assert_cmpint (years.high, ==, 0);
}

static void
test_unknown (void)
{
  Career career;
  SzTitleYears years;

  career_init (&career);
  sz_title_years (&career.career, &career.rules, 3, 20231231, 2023, &years);
  g_assert_false (years.known);
  career_post (&career, 20200101, "professional");
  sz_title_years (&career.career, &career.rules, 3, 20231231, 2023, &years);
  g_assert_false (years.known);
  /* a double post counts beside a post of another category */
  career.records[career.career.n_records - 1].value = (char *)"management-7";
  career.duals[0] = (SzPostFact){ sz_post_parse ("专技九级"), 20210101, SZ_DATE_NONE, "" };
  career.career.n_duals = 1;
  sz_title_years (&career.career, &career.rules, 3, 20231231, 2023, &years);
  g_assert_true (years.known);
  g_assert_cmpint (years.start, ==, 20210101);
  /* three years in between without a grade */
  g_assert_cmpint (years.n_missing, ==, 3);
  g_assert_cmpint (years.high, ==, 35);
  g_assert_cmpint (years.low, ==, 0);
  career.rules.missing_is_qualified = TRUE;
  sz_title_years (&career.career, &career.rules, 3, 20231231, 2023, &years);
  g_assert_cmpint (years.low, ==, 35);
  career.rules.years_inclusive = TRUE;
  sz_title_years (&career.career, &career.rules, 3, 20231231, 2023, &years);
  g_assert_cmpint (years.high, ==, 36);
}

static void
test_years_from (void)
{
  Career career;
  SzTitleYears years;

  career_init (&career);
  career_post (&career, 20190101, "professional-10");
  career_record (&career, SZ_RECORD_TITLE, 20181201, "033");
  career.rules.years_from = SZ_YEARS_FROM_TITLE;
  sz_title_years (&career.career, &career.rules, 3, 20231231, 2018, &years);
  g_assert_cmpint (years.start, ==, 20181201);
  career.rules.years_from = SZ_YEARS_FROM_LATER;
  sz_title_years (&career.career, &career.rules, 3, 20231231, 2018, &years);
  g_assert_cmpint (years.start, ==, 20190101);
  sz_title_years (&career.career, &career.rules, 4, 20231231, 2018, &years);
  g_assert_true (years.known);
  g_assert_cmpint (years.high, ==, 0);
}

/* RULE ttl-3: 记过 of 2024-11-01 covers 2025-10-31, not 2025-11-01. */
static void
test_discipline (void)
{
  static const struct
  {
    SzDisciplineKind kind;
    SzDate from, to, day;
    gboolean covers;
  } cases[] = {
    { SZ_DISCIPLINE_DEMERIT, 20241101, 0, 20251031, TRUE },
    { SZ_DISCIPLINE_DEMERIT, 20241101, 0, 20251101, FALSE },
    { SZ_DISCIPLINE_WARNING, 20250831, 0, 20260227, TRUE },
    { SZ_DISCIPLINE_WARNING, 20250831, 0, 20260228, FALSE },
    { SZ_DISCIPLINE_DEMOTION, 20240115, 0, 20260114, TRUE },
    { SZ_DISCIPLINE_DEMOTION, 20240115, 0, 20260115, FALSE },
    { SZ_DISCIPLINE_DEMERIT, 20241101, 20250101, 20250102, FALSE },
    { SZ_DISCIPLINE_FALSIFICATION, 20221031, 0, 20251030, TRUE },
    { SZ_DISCIPLINE_FALSIFICATION, 20221031, 0, 20251031, FALSE },
    { SZ_DISCIPLINE_INVESTIGATION, 20200101, 0, 20991231, TRUE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      Career career;

      career_init (&career);
      career_discipline (&career, cases[i].kind, cases[i].from, cases[i].to);
      g_assert_cmpint (sz_discipline_bars (&career.career, 1u << cases[i].kind, 3, cases[i].day),
                       ==, cases[i].covers);
    }
}

static void
test_bars (void)
{
  static const SzRetirementRule lines[] = { { SZ_SEX_MALE, 60, 1965 * 12, 4, 36 } };
  Career career;

  career_init (&career);
  career.rules.retirement = (SzRetirementRules){ lines, 1, 36 };
  career_record (&career, SZ_RECORD_TITLE, 20150101, "032");
  g_assert_cmpuint (sz_title_bars (&career.career, &career.rules, 20251031, 20251231, "031"), ==,
                    0);
  g_assert_cmpuint (sz_title_bars (&career.career, &career.rules, 20251031, 20251231, "032"), ==,
                    SZ_BAR_HELD);
  g_assert_cmpuint (sz_title_bars (&career.career, &career.rules, 20251031, 20251231, "042"), ==,
                    0);
  /* born 1965-01: retires in 2025-02 */
  career.person.birth_date = 19650115;
  career.person.original_retirement_age = 60;
  g_assert_cmpuint (sz_title_bars (&career.career, &career.rules, 20250228, 20251231, "031"), ==,
                    0);
  g_assert_cmpuint (sz_title_bars (&career.career, &career.rules, 20250301, 20251231, "031"), ==,
                    SZ_BAR_RETIRED);
  career.services[0].to = 20250101;
  career.records[0].value = (char *)"dispatched";
  career_discipline (&career, SZ_DISCIPLINE_DEMERIT, 20250201, 0);
  g_assert_cmpuint (sz_title_bars (&career.career, &career.rules, 20250301, 20251231, "031"), ==,
                    SZ_BAR_NOT_IN_SERVICE | SZ_BAR_EMPLOYMENT | SZ_BAR_RETIRED | SZ_BAR_DISCIPLINE);
  g_assert_cmpstr (sz_bar_code (0), ==, "bar.not_in_service");
}

/* RULE asm-2: N = 98 at 0.20 → 19; over 33/33/32 → 7/6/6. */
static void
test_cap (void)
{
  g_autoptr (GArray) shares = g_array_new (FALSE, TRUE, sizeof (SzAssessShare));
  const SzAssessShare departments[] = { { "乙系", 2, 33, 33, 0, 0 },
                                        { "甲系", 1, 33, 33, 0, 0 },
                                        { "丙系", G_MAXINT, 32, 32, 0, 0 } };

  g_assert_cmpint (sz_assess_cap (2000, 98), ==, 19);
  g_array_append_vals (shares, departments, 3);
  g_assert_true (sz_assess_share_out (shares, 19, NULL));
  g_assert_cmpstr (g_array_index (shares, SzAssessShare, 0).department, ==, "甲系");
  g_assert_cmpint (g_array_index (shares, SzAssessShare, 0).cap, ==, 7);
  g_assert_cmpint (g_array_index (shares, SzAssessShare, 1).cap, ==, 6);
  g_assert_cmpint (g_array_index (shares, SzAssessShare, 2).cap, ==, 6);
}

static void
check_reason (const Career *career, int year, SzUndetermined reason)
{
  SzAssessed assessed;

  sz_assess_person (&career->career, year, &assessed);
  g_assert_true (assessed.due);
  g_assert_cmpint (assessed.reason, ==, reason);
}

static void
test_undetermined (void)
{
  Career career;
  SzAssessed assessed;

  career_init (&career);
  check_reason (&career, 2024, SZ_UNDETERMINED_NOT);
  /* a first job after 1 July; one who comes from another job is assessed */
  career.services[0].from = 20240702;
  check_reason (&career, 2024, SZ_UNDETERMINED_NEW);
  career.person.work_start = 20240701;
  check_reason (&career, 2024, SZ_UNDETERMINED_NOT);
  career.services[0].from = 20240701;
  career.person.work_start = SZ_DATE_NONE;
  check_reason (&career, 2024, SZ_UNDETERMINED_NOT);
  /* 2024 has 366 days: more than 183 */
  career.leaves[0] = (SzLeaveFact){ "病假", 20240101, 20240601 };
  career.leaves[1] = (SzLeaveFact){ "事假", 20240525, 20240701 };
  career.career.n_leaves = 2;
  check_reason (&career, 2024, SZ_UNDETERMINED_NOT);
  career.leaves[1].to = 20240702;
  check_reason (&career, 2024, SZ_UNDETERMINED_LEAVE);
  career.leaves[1].kind = "产假";
  check_reason (&career, 2024, SZ_UNDETERMINED_NOT);
  career_discipline (&career, SZ_DISCIPLINE_INVESTIGATION, 20241201, 0);
  check_reason (&career, 2024, SZ_UNDETERMINED_INVESTIGATION);
  career_discipline (&career, SZ_DISCIPLINE_DEMOTION, 20230301, 0);
  check_reason (&career, 2024, SZ_UNDETERMINED_DISCIPLINE);
  sz_assess_person (&career.career, 2024, &assessed);
  g_assert_cmpuint (assessed.flags, ==, SZ_ASSESS_MISSING);
}

static void
test_effects (void)
{
  Career career;
  SzAssessed assessed;

  career_init (&career);
  career_grade (&career, 2023, SZ_GRADE_BASIC);
  career_grade (&career, 2024, SZ_GRADE_BASIC);
  career_grade (&career, 2025, SZ_GRADE_EXCELLENT);
  sz_assess_person (&career.career, 2024, &assessed);
  g_assert_cmpuint (assessed.flags, ==, SZ_ASSESS_TWO_BASIC);
  g_assert_true (sz_assessment_bars (&career.career, 20250101));
  g_assert_false (sz_assessment_bars (&career.career, 20260101));
  career_discipline (&career, SZ_DISCIPLINE_WARNING, 20250901, 0);
  sz_assess_person (&career.career, 2025, &assessed);
  g_assert_cmpuint (assessed.flags, ==, SZ_ASSESS_EXCELLENT_BARRED);
  /* who has a grade takes part whatever the employment; who has none only by it */
  career.records[0].value = (char *)"external";
  sz_assess_person (&career.career, 2025, &assessed);
  g_assert_true (assessed.due);
  sz_assess_person (&career.career, 2022, &assessed);
  g_assert_false (assessed.due);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/title-years/num-8/months", test_months);
  g_test_add_func ("/title-years/ttl-1/example", test_example);
  g_test_add_func ("/title-years/ttl-1/unknown", test_unknown);
  g_test_add_func ("/title-years/ttl-1/years-from", test_years_from);
  g_test_add_func ("/title-years/ttl-3/discipline", test_discipline);
  g_test_add_func ("/title-years/ttl-3/bars", test_bars);
  g_test_add_func ("/assess/asm-2/cap", test_cap);
  g_test_add_func ("/assess/asm-3/reasons", test_undetermined);
  g_test_add_func ("/assess/asm-1/asm-4/effects", test_effects);
  return g_test_run ();
}
