/* test-pay-laws.c — laws of a pay run over made-up colleges
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "college.h"

#include "sz-error.h"

#define SEED 20251231
#define ROUNDS 1500

static const char *const posts[]
    = { "专技四级",   "专技五级", "专技七级", "专技八级",   "专技十级", "专技十二级",
        "专技十三级", "管理六级", "管理八级", "技术工三级", "普通工" };
static const char *const departments[] = { "机械工程系", "信息工程系", "教务处", "后勤处" };
static const char *const factor_sets[] = { "post workload assessment months",
                                           "training",
                                           "award",
                                           "headcount",
                                           "post assessment",
                                           "headcount months",
                                           "workload department",
                                           "value:教学质量 post",
                                           "department months" };

#define PICK(rand, list) list[g_rand_int_range (rand, 0, G_N_ELEMENTS (list))]

static SzDate
pick_day (GRand *rand, int first_year, int last_year)
{
  return sz_date_make (g_rand_int_range (rand, first_year, last_year + 1),
                       g_rand_int_range (rand, 1, 13), g_rand_int_range (rand, 1, 29));
}

static void
add_history (College *college, GRand *rand, guint person)
{
  if (g_rand_int_range (rand, 0, 4) == 0)
    college_post (college, person, pick_day (rand, 2024, 2026), PICK (rand, posts));
  if (g_rand_int_range (rand, 0, 8) == 0)
    college_post (college, person, pick_day (rand, 2025, 2025), PICK (rand, posts));
  if (g_rand_int_range (rand, 0, 6) == 0)
    college_record (college, person, SZ_RECORD_DEPARTMENT, pick_day (rand, 2025, 2026),
                    PICK (rand, departments));
  if (g_rand_int_range (rand, 0, 20) == 0)
    college_record (college, person, SZ_RECORD_PAY_REGIME, 20200101, "annual");
  if (g_rand_int_range (rand, 0, 15) == 0)
    college_record (college, person, SZ_RECORD_EMPLOYMENT, 20200101, "dispatched");
  if (g_rand_int_range (rand, 0, 8) == 0)
    {
      SzDate left = pick_day (rand, 2025, 2025);

      college_leave (college, person, left);
      if (g_rand_boolean (rand))
        college_serve (college, person, sz_date_add_days (left, g_rand_int_range (rand, 1, 200)),
                       SZ_DATE_NONE);
    }
  if (g_rand_int_range (rand, 0, 5) == 0)
    college_role (college, person, "班主任", pick_day (rand, 2024, 2025),
                  g_rand_boolean (rand) ? SZ_DATE_NONE : pick_day (rand, 2025, 2026));
}

static gint64
pick_or_none (GRand *rand, gint32 below)
{
  return g_rand_boolean (rand) ? g_rand_int_range (rand, 1, below) : 0;
}

static College *
make_college (GRand *rand)
{
  College *college = college_new ();
  int n = g_rand_int_range (rand, 1, 40);

  for (int i = 0; i < n; i++)
    {
      g_autofree char *staff_no = g_strdup_printf ("%d", 7 * i + 3);
      guint person = college_add (college, staff_no, PICK (rand, departments), PICK (rand, posts),
                                  pick_day (rand, 1990, 2023));
      SzPayPerson *p = college_get (college, person);

      p->grade = (SzGrade)g_rand_int_range (rand, 0, SZ_GRADE_NONE);
      p->award_x100 = pick_or_none (rand, 3000);
      p->load.quota_x100 = g_rand_int_range (rand, -1, 3) * 13333;
      p->load.teaching_x100 = g_rand_int_range (rand, 0, 70000);
      p->load.training_credit_x100 = pick_or_none (rand, 20000);
      college_value (college, person, "教学质量", g_rand_int_range (rand, 0, 12000));
      add_history (college, rand, person);
    }
  for (guint i = 0; i < G_N_ELEMENTS (departments); i++)
    college_department (college, departments[i], g_rand_int_range (rand, 8000, 12000));
  return college;
}

static SzLimit
pick_limit (GRand *rand, int from_x1e4, int to_x1e4)
{
  SzLimit limit = { 0 };

  limit.set = g_rand_boolean (rand);
  limit.by_multiple = TRUE;
  limit.multiple_x1e4 = g_rand_int_range (rand, from_x1e4, to_x1e4);
  return limit;
}

static SzScheme *
make_scheme (GRand *rand)
{
  static const char *const names[] = { "甲", "乙", "丙" };
  SzScheme *scheme = scheme_2025 (g_rand_int_range (rand, 100000, G_MAXINT32));
  int n = g_rand_int_range (rand, 1, 4);

  for (int i = 0; i < n; i++)
    {
      SzComponent *component
          = scheme_component (scheme, names[i], i == n - 1 ? -1 : g_rand_int_range (rand, 0, 4000),
                              PICK (rand, factor_sets));

      if (g_rand_int_range (rand, 0, 4) == 0)
        {
          component->filter.band = g_ptr_array_new_with_free_func (g_free);
          g_ptr_array_add (component->filter.band, g_strdup ("中级"));
          g_ptr_array_add (component->filter.band, g_strdup ("管理"));
        }
    }
  if (g_rand_boolean (rand))
    scheme_fixed (scheme, "班主任津贴", "班主任", g_rand_int_range (rand, 1, 2000));
  scheme_coefficients (scheme);
  sz_scheme_put_substitute (scheme, "workload", "管理", 10000);
  sz_scheme_put_substitute (scheme, "workload", SZ_SCHEME_NO_QUOTA, 9000);
  scheme->month_rule = (SzMonthRule)g_rand_int_range (rand, 0, 3);
  scheme->reserve_ratio_x1e4 = g_rand_int_range (rand, 0, 2000);
  scheme->ceiling = pick_limit (rand, 10000, 25000);
  scheme->floor = pick_limit (rand, 1, 9000);
  scheme->two_levels = g_rand_int_range (rand, 0, 4) == 0;
  scheme->levels_by = (SzLevelsBy)g_rand_int_range (rand, 0, SZ_LEVELS_FIXED);
  return scheme;
}

/* RULE num-5, num-6, pay-4, pay-9: what is paid, kept and listed adds up to the pool. */
static void
assert_sums (const SzScheme *scheme, const SzPayResult *result)
{
  SzMoney people_fen = 0;
  SzMoney before_fen = 0;
  SzMoney departments_fen = 0;
  SzMoney parts_fen = 0;

  for (gsize i = 0; i < result->n_lines; i++)
    {
      people_fen += result->lines[i].total_fen;
      before_fen += result->lines[i].before_fen;
    }
  for (gsize i = 0; i < result->n_departments; i++)
    departments_fen += result->departments[i].amount_fen;
  for (guint i = 0; i < scheme->fixed->len; i++)
    parts_fen += result->fixed[i].amount_fen;
  for (guint i = 0; i < scheme->components->len; i++)
    parts_fen += result->components[i].amount_fen;
  g_assert_cmpint (people_fen + result->reserve_fen, ==, scheme->pool_fen);
  g_assert_cmpint (people_fen, ==, result->total_fen);
  g_assert_cmpint (departments_fen, ==, people_fen);
  g_assert_cmpint (parts_fen + result->reserve_planned_fen, ==, scheme->pool_fen);
  g_assert_cmpint (before_fen, ==, parts_fen);
}

/* What nobody could take: of the college, in two levels of the person's department (RULE pay-8). */
static SzMoney
find_unplaced (const SzScheme *scheme, const SzPayResult *result, const SzPayLine *line)
{
  if (!scheme->two_levels)
    return result->unplaced_fen;
  for (gsize i = 0; i < result->n_departments; i++)
    if (g_str_equal (result->departments[i].name, line->department))
      return result->departments[i].unplaced_fen;
  return 0;
}

/* RULE pay-9: none over, none of the paid under; unplaced only where everybody is full. */
static void
assert_limits (const SzScheme *scheme, const SzPayResult *result)
{
  for (gsize i = 0; i < result->n_lines; i++)
    {
      const SzPayLine *line = &result->lines[i];

      if (scheme->ceiling.set)
        g_assert_cmpint (line->total_fen, <=, result->ceiling_limit_fen);
      if (scheme->floor.set && line->before_fen > 0)
        g_assert_cmpint (line->total_fen, >=, result->floor_limit_fen);
      if (line->before_fen == 0)
        g_assert_cmpint (line->total_fen, ==, 0);
      if (find_unplaced (scheme, result, line) > 0 && line->before_fen > 0)
        g_assert_cmpint (line->total_fen, ==, result->ceiling_limit_fen);
      if (!scheme->floor.set && line->before_fen <= result->ceiling_limit_fen)
        g_assert_cmpint (line->ceiling_fen, >=, 0);
    }
}

/* RULE pay-13: the terms of a share, multiplied and rounded by stretch, give its points. */
static void
assert_terms (const SzPayResult *result, const SzPayShare *share)
{
  gint64 sum_x1e6 = 0;
  guint i = 0;

  while (i < share->n_terms)
    {
      guint8 stretch = result->terms[share->first_term + i].stretch;
      SzWide numerator = SZ_POINTS_ONE;
      SzWide denominator = 1;
      gint64 points_x1e6;

      for (; i < share->n_terms && result->terms[share->first_term + i].stretch == stretch; i++)
        {
          numerator *= result->terms[share->first_term + i].numerator;
          denominator *= result->terms[share->first_term + i].denominator;
        }
      g_assert_true (sz_decimal_div_round (numerator, denominator, &points_x1e6, NULL));
      sum_x1e6 += points_x1e6;
    }
  g_assert_cmpint (sum_x1e6, ==, share->points_x1e6);
  if (!share->admitted)
    g_assert_cmpuint (share->n_terms, ==, 0);
}

/* In one-level runs a share is within a fen of points × pool / Σ points (RULE num-6). */
static void
assert_share (const SzPayResult *result, const SzPayShare *share, guint component)
{
  const SzPaySum *sum = &result->components[component];
  SzWide product = (SzWide)sum->amount_fen * share->points_x1e6;

  if (sum->points_x1e6 == 0)
    return;
  g_assert_cmpint (share->amount_fen - share->remainder_fen, ==,
                   (gint64)(product / sum->points_x1e6));
}

static void
assert_shares (const SzScheme *scheme, const SzPayResult *result)
{
  for (gsize i = 0; i < result->n_lines; i++)
    for (guint j = 0; j < scheme->components->len; j++)
      {
        assert_terms (result, &result->lines[i].shares[j]);
        if (!scheme->two_levels)
          assert_share (result, &result->lines[i].shares[j], j);
      }
}

/* RULE num-6: the order in which people came into the database changes nothing. */
static void
assert_order (const SzScheme *scheme, College *college, const SzPayResult *result, GRand *rand)
{
  g_autoptr (SzPayResult) again = NULL;

  college_shuffle (college, rand);
  again = compute (scheme, college);
  g_assert_cmpuint (again->n_lines, ==, result->n_lines);
  g_assert_cmpuint (again->n_excluded, ==, result->n_excluded);
  g_assert_cmpint (again->reserve_fen, ==, result->reserve_fen);
  for (gsize i = 0; i < result->n_lines; i++)
    {
      g_assert_cmpint (again->lines[i].total_fen, ==, result->lines[i].total_fen);
      g_assert_cmpint (again->lines[i].before_fen, ==, result->lines[i].before_fen);
    }
  for (gsize i = 0; i < result->n_departments; i++)
    g_assert_cmpstr (again->departments[i].name, ==, result->departments[i].name);
}

/* A refusal is one of these, and comes without findings. */
static void
assert_refusal (const GError *error, const SzIssueList *issues)
{
  g_autofree char *code = sz_error_dup_code (error);

  for (guint i = 0; i < sz_issue_list_length (issues); i++)
    {
      g_autofree char *args = g_strjoinv (" ", sz_issue_list_get (issues, i)->args);

      g_test_message ("%s %s", sz_issue_list_get (issues, i)->code, args);
    }
  g_assert_cmpuint (sz_issue_list_length (issues), ==, 0);
  g_assert_true (g_str_equal (code, "pay.pool_without_points")
                 || g_str_equal (code, "pay.no_solution"));
}

static void
test_laws (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (SEED);
  guint computed = 0;
  guint limited = 0;

  g_test_message ("seed %u", SEED);
  for (int round = 0; round < ROUNDS; round++)
    {
      g_autoptr (College) college = make_college (rand);
      g_autoptr (SzScheme) scheme = make_scheme (rand);
      g_autoptr (SzIssueList) issues = sz_issue_list_new ();
      g_autoptr (GError) error = NULL;
      g_autoptr (SzPayResult) result
          = sz_pay_compute (scheme, college_input (college), issues, &error);

      if (result == NULL)
        {
          assert_refusal (error, issues);
          continue;
        }
      computed++;
      limited += scheme->ceiling.set || scheme->floor.set;
      assert_sums (scheme, result);
      assert_limits (scheme, result);
      assert_shares (scheme, result);
      assert_order (scheme, college, result, rand);
    }
  /* most of the colleges must have come through, or the laws say little */
  g_assert_cmpuint (computed, >, ROUNDS / 2);
  g_assert_cmpuint (limited, >, ROUNDS / 3);
}

/* RULE pay-13: the terms of one share with two stretches, by hand. */
static void
test_why (void)
{
  static const struct
  {
    guint8 factor;
    guint8 stretch;
    SzPaySource source;
    gint64 numerator;
    gint64 denominator;
  } expected[] = {
    { 0, 0, SZ_PAY_SOURCE_BAND, 11000, 10000 },
    { 1, 0, SZ_PAY_SOURCE_RECORD, 8000, 10000 },
    { SZ_PAY_TERM_WEIGHT, 0, SZ_PAY_SOURCE_RECORD, 5, 12 },
    { 0, 1, SZ_PAY_SOURCE_LEVEL, 12500, 10000 },
    { 1, 1, SZ_PAY_SOURCE_RECORD, 8000, 10000 },
    { SZ_PAY_TERM_WEIGHT, 1, SZ_PAY_SOURCE_RECORD, 7, 12 },
  };
  g_autoptr (College) college = college_new ();
  g_autoptr (SzScheme) scheme = scheme_2025 (100);
  g_autoptr (SzPayResult) result = NULL;
  const SzPayShare *share;

  college_add (college, "1", "教务处", "专技八级", 20100901);
  college_post (college, 0, 20250520, "专技七级");
  college_get (college, 0)->grade = SZ_GRADE_UNDETERMINED;
  scheme_component (scheme, "常规", -1, "post assessment");
  scheme_coefficients (scheme);
  sz_scheme_put_coefficient (scheme->post_x1e4, "专技七级", 12500);
  result = compute (scheme, college);
  share = &result->lines[0].shares[0];
  g_assert_cmpuint (share->n_terms, ==, G_N_ELEMENTS (expected));
  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    {
      const SzPayTerm *term = &result->terms[share->first_term + i];

      g_assert_cmpuint (term->factor, ==, expected[i].factor);
      g_assert_cmpuint (term->stretch, ==, expected[i].stretch);
      g_assert_cmpuint (term->source, ==, expected[i].source);
      g_assert_cmpint (term->numerator, ==, expected[i].numerator);
      g_assert_cmpint (term->denominator, ==, expected[i].denominator);
    }
  /* 0.88 × 5/12 = 0.366667, 1.0 × 7/12 = 0.583333 */
  g_assert_cmpint (share->points_x1e6, ==, 366667 + 583333);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/domain/pay-13/terms", test_why);
  g_test_add_func ("/domain/pay-9/laws", test_laws);
  return g_test_run ();
}
