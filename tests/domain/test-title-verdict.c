/* test-title-verdict.c — three values, single facts, the best path, scores' ranks, terms (ttl-5,
 * ttl-9, ttl-10, ttl-11, ttl-16, ttl-20, ttl-21)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "career.h"
#include "sz-appoint.h"
#include "sz-title-score.h"

/* RULE ttl-9: all, any and n_of over every mix of up to six members, by the words of the rule. */
static void
test_truth_table (void)
{
  for (int n = 0; n <= 6; n++)
    for (int met = 0; met <= n; met++)
      for (int unknown = 0; met + unknown <= n; unknown++)
        for (int k = 0; k <= n; k++)
          {
            /* unknown members may turn out either way */
            const gboolean surely = met >= k;
            const gboolean never = met + unknown < k;

            g_assert_cmpint (sz_verdict_n_of (k, met, unknown), ==,
                             surely  ? SZ_VERDICT_MET
                             : never ? SZ_VERDICT_UNMET
                                     : SZ_VERDICT_UNKNOWN);
          }
}

/* RULE ttl-5: 412, 388, 296 (5 months of leave), 405, 430 → 1931 / 55 × 12 = 421.31. */
static void
test_hours (void)
{
  static const int hours[] = { 412, 388, 296, 405, 430 };
  Career career;
  SzCovered covered = { 0 };
  SzHoursAverage average;
  SzTitleQuestion question;

  career_init (&career);
  for (int i = 0; i < 5; i++)
    career.hours[i] = (SzHoursFact){ 2020 + i, hours[i] * 100, { 0 } };
  career.career.n_yearly_hours = 5;
  career.leaves[0] = (SzLeaveFact){ "产假", 20220310, 20220814 };
  career.career.n_leaves = 1;
  question = (SzTitleQuestion){ .rules = &career.rules,
                                .covered = &covered,
                                .cutoff = 20251231,
                                .assess_to = 2024,
                                .hours_to = 2024 };
  sz_title_hours (&question, &career.career, 5, &average);
  g_assert_cmpint (average.months, ==, 55);
  g_assert_true (average.all_known);
  g_assert_cmpint (average.average_x100, ==, 42131);
  career.rules.leave_adjust = FALSE;
  sz_title_hours (&question, &career.career, 5, &average);
  g_assert_cmpint (average.months, ==, 60);
  g_assert_cmpint (average.average_x100, ==, 38620);
  /* a year that nobody told of is unknown, one that the college told of is 0 */
  career.career.n_yearly_hours = 4;
  sz_title_hours (&question, &career.career, 5, &average);
  g_assert_false (average.all_known);
  sz_covered_add_year (&covered.hours_years, 2024);
  sz_title_hours (&question, &career.career, 5, &average);
  g_assert_true (average.all_known);
  g_assert_cmpint (average.average_x100, ==, 30020);
}

/* RULE ttl-10: 2020-09-01 … 2021-07-10 is 1.0. */
static void
test_adviser (void)
{
  char *roles[] = { (char *)"班主任", NULL };
  Career career;

  career_init (&career);
  career.roles[0] = (SzRoleFact){ "班主任", 20200901, 20210710, { 0 } };
  career.roles[1] = (SzRoleFact){ "班主任", 20201001, 20201101, { 0 } };
  career.roles[2] = (SzRoleFact){ "组长", 20150101, 20191231, { 0 } };
  career.career.n_roles = 3;
  g_assert_cmpint (sz_title_adviser (&career.career, roles, SZ_DATE_NONE, 20251231), ==, 2);
  g_assert_cmpint (sz_title_adviser (&career.career, roles, 20210101, 20251231), ==, 1);
  g_assert_cmpint (sz_title_adviser (&career.career, roles, SZ_DATE_NONE, 20201015), ==, 1);
  g_assert_cmpint (sz_title_adviser (&career.career, roles, SZ_DATE_NONE, 20201014), ==, 0);
}

static void
test_education (void)
{
  static const struct
  {
    const char *education;
    const char *degree;
    int level;
    int degree_level;
  } cases[] = {
    { "11", "", 5, 0 }, { "13", "", 4, 0 },   { "21", "408", 3, 3 }, { "21", "308", 4, 4 },
    { "47", "", 1, 0 }, { "48", "", 0, 0 },   { "90", "", -1, 0 },   { "", "", -1, 0 },
    { "", "1", -1, 0 }, { "", "998", -1, 0 }, { "71", "", 0, 0 },    { "31", "201", 5, 5 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      Career career;
      int degree = 0;

      career_init (&career);
      career.person.education = (char *)cases[i].education;
      career.person.degree = (char *)cases[i].degree;
      g_assert_cmpint (sz_title_education (&career.career, 20251231, &degree), ==, cases[i].level);
      g_assert_cmpint (degree, ==, cases[i].degree_level);
    }
}

/* RULE ttl-16: 1, 2, 2, 4; a tie over the quota is for the office to decide. */
static void
test_ranks (void)
{
  static const struct
  {
    const char *staff_no;
    gint64 total;
    int rank;
    int recommended;
  } cases[] = {
    { "04", 9000, 1, 1 }, { "01", 8000, 2, -1 }, { "03", 8000, 2, -1 }, { "02", 7000, 4, 0 }
  };
  g_autoptr (GArray) scores = g_array_new (FALSE, TRUE, sizeof (SzScore));

  for (gsize i = G_N_ELEMENTS (cases); i-- > 0;)
    {
      SzScore score = { .staff_no = cases[i].staff_no,
                        .total_x100 = cases[i].total,
                        .ranked = TRUE,
                        .recommended = -1 };

      g_array_append_val (scores, score);
    }
  sz_scores_rank (scores, TRUE, 2);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const SzScore *score = &g_array_index (scores, SzScore, i);

      g_assert_cmpstr (score->staff_no, ==, cases[i].staff_no);
      g_assert_cmpint (score->rank, ==, cases[i].rank);
      g_assert_cmpint (score->recommended, ==, cases[i].recommended);
    }
}

/* RULE ttl-7: each refusal in its order, one mended after the other. */
static void
test_appointment (void)
{
  Career career;
  SzStructure structure = { 0 };
  SzMove move;
  SzAppointment asked
      = { .post = sz_post_parse ("专技八级"), .day = 20251101, .structure = &structure };

  career_init (&career);
  asked.career = &career.career;
  asked.from = SZ_PLACE_NONE;
  career.services[0].to = 20250101;
  g_assert_cmpstr (sz_appointment_judge (&asked, &career.rules, &move), ==,
                   "appoint.not_in_service");
  career.services[0].to = SZ_DATE_NONE;
  g_assert_cmpstr (sz_appointment_judge (&asked, &career.rules, &move), ==, "appoint.title");
  career_record (&career, SZ_RECORD_TITLE, 20200101, "033");
  g_assert_cmpstr (sz_appointment_judge (&asked, &career.rules, &move), ==, "appoint.entry_level");
  asked.from = sz_place_of (sz_post_parse ("专技十级"), FALSE);
  career_post (&career, 20230101, "professional-10");
  g_assert_cmpstr (sz_appointment_judge (&asked, &career.rules, &move), ==, "appoint.one_level");
  asked.post = sz_post_parse ("专技九级");
  g_assert_cmpstr (sz_appointment_judge (&asked, &career.rules, &move), ==, "appoint.years");
  asked.day = 20260101;
  career_grade (&career, 2025, SZ_GRADE_BASIC);
  g_assert_cmpstr (sz_appointment_judge (&asked, &career.rules, &move), ==, "appoint.years");
  career.rules.deduct_months[SZ_GRADE_BASIC] = 0;
  g_assert_cmpstr (sz_appointment_judge (&asked, &career.rules, &move), ==,
                   "appoint.barred_assessment");
  career.grades[0].grade = SZ_GRADE_QUALIFIED;
  career_discipline (&career, SZ_DISCIPLINE_WARNING, 20250901, 0);
  g_assert_cmpstr (sz_appointment_judge (&asked, &career.rules, &move), ==,
                   "appoint.barred_discipline");
  career.career.n_discipline = 0;
  g_assert_cmpstr (sz_appointment_judge (&asked, &career.rules, &move), ==, "post.no_vacancy");
  asked.approved = TRUE;
  g_assert_null (sz_appointment_judge (&asked, &career.rules, &move));
  /* a lowering never lacks a vacancy */
  asked.approved = FALSE;
  asked.from = sz_place_of (sz_post_parse ("专技八级"), FALSE);
  g_assert_null (sz_appointment_judge (&asked, &career.rules, &move));
  g_assert_cmpint (move.kind, ==, SZ_MOVE_LOWER);
}

static void
test_rise (void)
{
  Career career;
  SzRise rise;
  const SzPlace sixth = sz_place_of (sz_post_parse ("专技六级"), FALSE);

  career_init (&career);
  career_post (&career, 20170101, "professional-7");
  career_post (&career, 20210101, "professional-6");
  career_record (&career, SZ_RECORD_TITLE, 20161201, "032");
  g_assert_true (sz_rise_of (&career.career, &career.rules, sixth, 20251031, &rise));
  g_assert_cmpint (rise.level_months, ==, 57);
  g_assert_cmpint (rise.band_months, ==, 105);
  g_assert_cmpint (rise.alternative, ==, 1);
  g_assert_cmpuint (rise.reasons, ==, 0);
  g_assert_false (rise.has_score);
  for (int i = 0; i < 3; i++)
    career.factors[i] = (SzFactorFact){ 2022 + i, "聘任量化", 800000 + i * 100 };
  career.career.n_factors = 3;
  sz_rise_of (&career.career, &career.rules, sixth, 20251031, &rise);
  g_assert_cmpint (rise.score_x100, ==, 8001);
  g_assert_false (sz_rise_of (&career.career, &career.rules,
                              sz_place_of (sz_post_parse ("专技五级"), FALSE), 20251031, &rise));
  g_assert_false (sz_rise_of (&career.career, &career.rules,
                              sz_place_of (sz_post_parse ("管理五级"), FALSE), 20251031, &rise));
  g_assert_cmpint (sz_appointment_term (&career.career, &career.rules, 20251101), ==, 20281031);
}

/* RULE pst-5 */
static void
test_occupant (void)
{
  Career career;
  SzOccupant occupant;
  SzStructure structure = { 0 };
  const SzPlace seventh = sz_place_of (sz_post_parse ("专技七级"), FALSE);
  const SzOpenCase open_case = { 1, "1001", seventh - 1, 20251101, 20251001 };

  career_init (&career);
  career_post (&career, 20200101, "professional-7");
  sz_occupant_of (&career.career, &career.rules, 20251031, &occupant);
  sz_occupant_count (&occupant, &career.rules, &structure);
  g_assert_cmpint (structure.occupied[seventh], ==, 1);
  /* a promise takes its place at once, and gives the old one back from its day on */
  g_assert_false (sz_open_case_counts (&open_case, 20250930));
  sz_open_case_count (&open_case, seventh, 20251031, &structure);
  g_assert_cmpint (structure.expected[seventh], ==, 1);
  g_assert_cmpint (structure.expected[seventh - 1], ==, 1);
  sz_open_case_count (&open_case, seventh, 20251101, &structure);
  g_assert_cmpint (structure.expected[seventh], ==, 0);
  career.specials[0] = (SzPostFact){ sz_post_parse ("专技五级"), 20240101, 0, "批1" };
  career.career.n_specials = 1;
  sz_occupant_of (&career.career, &career.rules, 20251031, &occupant);
  g_assert_nonnull (occupant.special);
  g_assert_cmpint (occupant.main, ==, SZ_PLACE_NONE);
  g_assert_false (occupant.unlevelled);
  career.career.n_specials = 0;
  career.records[1].value = (char *)"professional";
  sz_occupant_of (&career.career, &career.rules, 20251031, &occupant);
  g_assert_true (occupant.unlevelled);
}

/* What the office gives counts by its weight, rounded once and then cut; the total follows. */
static void
test_typed_value (void)
{
  SzScoreTable table = { .n_items = 2 };
  SzScore score = { .known = { TRUE, FALSE }, .values_x100 = { 250, 0 } };

  table.items[0] = (SzScoreItem){ .kind = SZ_SCORE_EXCELLENT, .max_x100 = SZ_SCORE_UNSET };
  table.items[1] = (SzScoreItem){ .kind = SZ_SCORE_VALUE, .weight_x1e4 = 3333, .max_x100 = 3000 };
  g_assert_true (sz_score_set_value (&table, 1, 855000, &score));
  g_assert_cmpint (score.values_x100[1], ==, 2850);
  g_assert_cmpint (score.total_x100, ==, 3100);
  g_assert_true (score.ranked);
  g_assert_true (sz_score_set_value (&table, 1, 950000, &score));
  g_assert_cmpint (score.values_x100[1], ==, 3000);
  g_assert_cmpint (score.total_x100, ==, 3250);
  g_assert_false (sz_score_set_value (&table, 0, 950000, &score));
  sz_score_clear_value (&table, 1, &score);
  g_assert_false (score.ranked);
  g_assert_cmpint (score.total_x100, ==, 250);
  /* 90.0090 × 0.3333 = 30.00; what nothing cuts has no end. */
  g_assert_cmpint (sz_score_value_most (&table, 1), ==, 900090);
  table.items[1].max_x100 = SZ_SCORE_UNSET;
  g_assert_cmpint (sz_score_value_most (&table, 1), ==, G_MAXINT64);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/title-verdict/ttl-9/truth-table", test_truth_table);
  g_test_add_func ("/title-verdict/ttl-5/hours", test_hours);
  g_test_add_func ("/title-verdict/ttl-10/adviser", test_adviser);
  g_test_add_func ("/title-verdict/ttl-10/education", test_education);
  g_test_add_func ("/title-verdict/ttl-16/ranks", test_ranks);
  g_test_add_func ("/appoint/ttl-7/order", test_appointment);
  g_test_add_func ("/appoint/ttl-20/ttl-21/rise", test_rise);
  g_test_add_func ("/appoint/pst-5/occupant", test_occupant);
  g_test_add_func ("/title-verdict/ttl-16/typed", test_typed_value);
  return g_test_run ();
}
