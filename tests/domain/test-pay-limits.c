/* test-pay-limits.c — ceiling and floor, worked by hand
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "college.h"

#include "sz-error.h"

#define N 4
#define NO_LIMIT                                                                                   \
  {                                                                                                \
    0                                                                                              \
  }
#define AMOUNT(fen)                                                                                \
  {                                                                                                \
    TRUE, FALSE, fen, 0                                                                            \
  }
#define MULTIPLE(x1e4)                                                                             \
  {                                                                                                \
    TRUE, TRUE, 0, x1e4                                                                            \
  }

/* People whose shares of the pool are known in advance, and what the limits make of them. */
typedef struct
{
  const char *what;
  SzLimit ceiling;
  SzLimit floor;
  SzMoney before_fen[N];
  SzMoney after_fen[N];
  SzMoney unplaced_fen;
  SzMoney ceiling_limit_fen;
  SzMoney floor_limit_fen;
} Case;

static const Case cases[] = {
  { "nobody over", AMOUNT (6000), NO_LIMIT, { 6000, 4000 }, { 6000, 4000 }, 0, 6000, 0 },
  /* mean 25.00, limit 50.00; 30.00 in thirds */
  { "one over",
    MULTIPLE (20000),
    NO_LIMIT,
    { 8000, 1000, 500, 500 },
    { 5000, 2500, 1250, 1250 },
    0,
    5000,
    0 },
  /* 70 − 40 = 30 → 25 + 25 = 50, 5 + 5 = 10; 50 − 40 = 10 → 10 + 10 = 20 */
  { "repeated", AMOUNT (4000), NO_LIMIT, { 7000, 2500, 500 }, { 4000, 4000, 2000 }, 0, 4000, 0 },
  { "nobody can take",
    AMOUNT (3000),
    NO_LIMIT,
    { 7000, 2500, 500 },
    { 3000, 3000, 3000 },
    1000,
    3000,
    0 },
  /* mean 33.333…, floored to 33.33: 16.67 → 8.34, 8.33, then one fen is over */
  { "limit floored",
    MULTIPLE (10000),
    NO_LIMIT,
    { 5000, 2500, 2500 },
    { 3333, 3333, 3333 },
    1,
    3333,
    0 },
  /* the mean is that of the two who have something: 50.00 */
  { "zeros do not count",
    MULTIPLE (15000),
    NO_LIMIT,
    { 8000, 2000, 0, 0 },
    { 7500, 2500, 0, 0 },
    0,
    7500,
    0 },
  /* 10.00 from 70 and 25: 7.3684, 2.6316 */
  { "floor", NO_LIMIT, AMOUNT (1500), { 7000, 2500, 500 }, { 6263, 2237, 1500 }, 0, 0, 1500 },
  /* 1.10 from 70.00 and 15.60: 0.8995, 0.2005 → 15.40, which is under again */
  { "floor repeated",
    NO_LIMIT,
    AMOUNT (1550),
    { 7000, 1560, 1440 },
    { 6900, 1550, 1550 },
    0,
    0,
    1550 },
  { "floor is for those who have something",
    NO_LIMIT,
    AMOUNT (2000),
    { 9000, 1000, 0, 0 },
    { 8000, 2000, 0, 0 },
    0,
    0,
    2000 },
  { "floor at the mean",
    NO_LIMIT,
    MULTIPLE (10000),
    { 9700, 100, 100, 100 },
    { 2500, 2500, 2500, 2500 },
    0,
    0,
    2500 },
  /* 0.4 × 33.333… = 13.33: floored as well */
  { "floor floored",
    NO_LIMIT,
    MULTIPLE (4000),
    { 6000, 3000, 1000 },
    { 5778, 2889, 1333 },
    0,
    0,
    1333 },
  /* 40, 40, 20 after the ceiling, then 5.00 from two equal ones */
  { "ceiling, then floor",
    AMOUNT (4000),
    AMOUNT (2500),
    { 7000, 2500, 500 },
    { 3750, 3750, 2500 },
    0,
    4000,
    2500 },
  { "both the same", AMOUNT (5000), AMOUNT (5000), { 9000, 1000 }, { 5000, 5000 }, 0, 5000, 5000 },
};

static void
make_people (College *college, SzScheme *scheme, const SzMoney *before_fen)
{
  for (guint i = 0; i < N; i++)
    {
      char staff_no[] = { (char)('1' + i), '\0' };
      guint person = college_add (college, staff_no, "机械工程系", "专技八级", 20100901);

      college_value (college, person, "额", before_fen[i] * SZ_RATIO_ONE);
      scheme->pool_fen += before_fen[i];
    }
  scheme_component (scheme, "常规", -1, "value:额");
}

static void
test_cases (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const Case *c = &cases[i];
      g_autoptr (College) college = college_new ();
      g_autoptr (SzScheme) scheme = scheme_2025 (0);
      g_autoptr (SzPayResult) result = NULL;

      g_test_message ("%s", c->what);
      make_people (college, scheme, c->before_fen);
      scheme->ceiling = c->ceiling;
      scheme->floor = c->floor;
      result = compute (scheme, college);
      for (guint j = 0; j < N; j++)
        {
          g_assert_cmpint (result->lines[j].before_fen, ==, c->before_fen[j]);
          g_assert_cmpint (result->lines[j].total_fen, ==, c->after_fen[j]);
          g_assert_cmpint (result->lines[j].ceiling_fen, ==, c->after_fen[j] - c->before_fen[j]);
        }
      g_assert_cmpint (result->unplaced_fen, ==, c->unplaced_fen);
      g_assert_cmpint (result->reserve_fen, ==, c->unplaced_fen);
      g_assert_cmpint (result->reserve_planned_fen, ==, 0);
      g_assert_cmpint (result->ceiling_limit_fen, ==, c->ceiling_limit_fen);
      g_assert_cmpint (result->floor_limit_fen, ==, c->floor_limit_fen);
    }
}

/* The mean is (pool − reserve) / people, allowances included; so is the total that is limited. */
static void
test_allowances (void)
{
  g_autoptr (College) college = college_new ();
  g_autoptr (SzScheme) scheme = scheme_2025 (20000);
  g_autoptr (SzPayResult) result = NULL;

  college_add (college, "1", "机械工程系", "专技八级", 20100901);
  college_add (college, "2", "机械工程系", "专技八级", 20100901);
  college_role (college, 0, "班主任", 20250101, 0);
  scheme_fixed (scheme, "班主任津贴", "班主任", 6000);
  scheme_component (scheme, "常规", -1, "headcount");
  scheme->reserve_ratio_x1e4 = 5000;
  scheme->ceiling = (SzLimit)MULTIPLE (12000);
  result = compute (scheme, college);
  /* 60 + 20 and 20; the mean is 50, the limit 60 */
  g_assert_cmpint (result->ceiling_limit_fen, ==, 6000);
  g_assert_cmpint (result->lines[0].before_fen, ==, 8000);
  g_assert_cmpint (result->lines[0].total_fen, ==, 6000);
  g_assert_cmpint (result->lines[0].fixed_fen[0], ==, 6000);
  g_assert_cmpint (result->lines[1].total_fen, ==, 4000);
  g_assert_cmpint (result->reserve_fen, ==, 10000);
}

static void
assert_no_solution (SzLimit ceiling, SzLimit floor, const char *floor_arg)
{
  static const SzMoney before_fen[N] = { 5000, 3000, 2000, 0 };
  g_autoptr (College) college = college_new ();
  g_autoptr (SzScheme) scheme = scheme_2025 (0);
  g_autoptr (SzIssueList) issues = sz_issue_list_new ();
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) args = NULL;

  make_people (college, scheme, before_fen);
  scheme->ceiling = ceiling;
  scheme->floor = floor;
  g_assert_null (sz_pay_compute (scheme, college_input (college), issues, &error));
  assert_code (error, "pay.no_solution");
  g_assert_cmpint (error->code, ==, SZ_ERROR_REFUSED);
  args = sz_error_dup_args (error);
  g_assert_cmpstr (args[0], ==, floor_arg);
  g_assert_cmpstr (args[1], ==, "people=3");
}

static void
test_no_solution (void)
{
  assert_no_solution ((SzLimit)NO_LIMIT, (SzLimit)AMOUNT (3334), "floor=33.34");
  assert_no_solution ((SzLimit)NO_LIMIT, (SzLimit)MULTIPLE (10004), "floor=33.34");
  /* an amount against a multiple: only the run can see that the floor is over the ceiling */
  assert_no_solution ((SzLimit)AMOUNT (3000), (SzLimit)MULTIPLE (9500), "floor=31.66");
}

/* Nobody has anything: there is nothing to limit. */
static void
test_nothing (void)
{
  g_autoptr (College) college = college_new ();
  g_autoptr (SzScheme) scheme = scheme_2025 (0);
  g_autoptr (SzPayResult) result = NULL;
  static const SzMoney before_fen[N] = { 0 };

  make_people (college, scheme, before_fen);
  scheme->ceiling = (SzLimit)MULTIPLE (20000);
  scheme->floor = (SzLimit)AMOUNT (100);
  result = compute (scheme, college);
  g_assert_cmpint (result->total_fen, ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/domain/pay-9/worked", test_cases);
  g_test_add_func ("/domain/pay-9/allowances", test_allowances);
  g_test_add_func ("/domain/pay-9/no-solution", test_no_solution);
  g_test_add_func ("/domain/pay-9/nothing", test_nothing);
  return g_test_run ();
}
