/* test-pay-pools.c — reserve, allowances, components and their shares: worked values
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "college.h"

#include "sz-error.h"

#define DEPARTMENT "机械工程系"
#define SINCE 20100901

/* RULE pay-4: P1: 8 %, 5 % and the rest of 9,634,560.00 */
static void
test_tilts (void)
{
  g_autoptr (College) college = college_new ();
  g_autoptr (SzScheme) scheme = scheme_2025 (963456000);
  g_autoptr (SzPayResult) result = NULL;
  guint person = college_add (college, "1001", DEPARTMENT, "专技八级", SINCE);

  college_get (college, person)->load.training_credit_x100 = 11578;
  college_get (college, person)->award_x100 = 500;
  scheme_component (scheme, "培训倾斜", 800, "training");
  scheme_component (scheme, "优秀倾斜", 500, "award");
  scheme_component (scheme, "常规", -1, "headcount");
  result = compute (scheme, college);
  g_assert_cmpint (result->components[0].amount_fen, ==, 77076480);
  g_assert_cmpint (result->components[1].amount_fen, ==, 48172800);
  g_assert_cmpint (result->components[2].amount_fen, ==, 838206720);
  g_assert_cmpint (result->components[0].points_x1e6, ==, 115780000);
  g_assert_cmpint (result->components[1].points_x1e6, ==, 5000000);
  g_assert_cmpint (result->total_fen, ==, 963456000);
}

/* The reserve is floored; equal remainders of the split go in the scheme's order. */
static void
test_reserve (void)
{
  g_autoptr (College) college = college_new ();
  g_autoptr (SzScheme) scheme = scheme_2025 (10099);
  g_autoptr (SzPayResult) result = NULL;

  college_add (college, "1001", DEPARTMENT, "专技八级", SINCE);
  scheme->reserve_ratio_x1e4 = 9999;
  scheme_component (scheme, "乙", 5000, "headcount");
  scheme_component (scheme, "甲", 5000, "headcount");
  result = compute (scheme, college);
  g_assert_cmpint (result->reserve_fen, ==, 10097); /* 10097.99… */
  g_assert_cmpint (result->components[0].amount_fen, ==, 1);
  g_assert_cmpint (result->components[1].amount_fen, ==, 1);

  scheme->pool_fen = 10100;
  sz_pay_result_free (g_steal_pointer (&result));
  result = compute (scheme, college);
  g_assert_cmpint (result->reserve_fen, ==, 10098);
  scheme->pool_fen = 3;
  scheme->reserve_ratio_x1e4 = 0;
  sz_pay_result_free (g_steal_pointer (&result));
  result = compute (scheme, college);
  g_assert_cmpint (result->components[0].amount_fen, ==, 2);
  g_assert_cmpint (result->components[1].amount_fen, ==, 1);
}

/* RULE pay-4: 3600 for a whole year by months of role ∩ service ∩ period, to all who take part. */
static void
test_fixed (void)
{
  g_autoptr (College) college = college_new ();
  g_autoptr (SzScheme) scheme = scheme_2025 (10000000);
  g_autoptr (SzPayResult) result = NULL;
  static const struct
  {
    const char *staff_no;
    SzDate from;
    SzDate to;
    SzMoney amount_fen;
  } roles[] = { { "1", 20240901, 0, 360000 },
                { "2", 20250901, 0, 120000 },
                { "3", 20250101, 20250710, 210000 },
                { "4", 20240101, 20241231, -1 },
                { "5", 20250315, 20250320, 30000 } };

  for (guint i = 0; i < G_N_ELEMENTS (roles); i++)
    {
      guint person = college_add (college, roles[i].staff_no, DEPARTMENT, "专技八级", SINCE);

      college_role (college, person, "班主任", roles[i].from, roles[i].to);
      college_role (college, person, "辅导员", 20250101, 0);
    }
  college_role (college, 4, "班主任", 20250322, 20250402); /* a second stretch: March, April */
  college_leave (college, 1, 20251015); /* the role runs on, the service does not */
  scheme_fixed (scheme, "班主任津贴", "班主任", 360000);
  scheme_component (scheme, "常规", -1, "headcount");
  result = compute (scheme, college);
  for (guint i = 0; i < G_N_ELEMENTS (roles); i++)
    {
      SzMoney expected = i == 1 ? 60000 : i == 4 ? 60000 : roles[i].amount_fen;

      g_assert_cmpint (get_line (result, college, roles[i].staff_no)->fixed_fen[0], ==, expected);
    }
  g_assert_cmpuint (result->fixed[0].people, ==, 4);
  g_assert_cmpint (result->fixed[0].amount_fen, ==, 360000 + 60000 + 210000 + 60000);
  g_assert_cmpint (result->components[0].amount_fen, ==, 10000000 - 690000);
}

/* The role reaches beyond the service at either end: June to October, 1500. */
static void
test_fixed_in_service (void)
{
  g_autoptr (College) college = college_new ();
  g_autoptr (SzScheme) scheme = scheme_2025 (10000000);
  g_autoptr (SzPayResult) result = NULL;

  college_add (college, "1", DEPARTMENT, "专技八级", 20250610);
  college_leave (college, 0, 20251015);
  college_role (college, 0, "班主任", 20250101, 20251220);
  scheme_fixed (scheme, "班主任津贴", "班主任", 360000);
  scheme_component (scheme, "常规", -1, "headcount");
  result = compute (scheme, college);
  g_assert_cmpint (result->lines[0].fixed_fen[0], ==, 150000);
}

/* A row a year, one beginning the day after the other ended: January is no month of entry. */
static void
test_fixed_unbroken (void)
{
  g_autoptr (College) college = college_new ();
  g_autoptr (SzScheme) scheme = scheme_2025 (10000000);
  g_autoptr (SzPayResult) result = NULL;

  for (guint i = 0; i < 2; i++)
    {
      college_add (college, i == 0 ? "1" : "2", DEPARTMENT, "专技八级", SINCE);
      college_role (college, i, "班主任", 20250101, 0);
    }
  college_role (college, 0, "班主任", 20240901, 20241231);
  scheme->month_rule = SZ_MONTHS_FROM_NEXT;
  scheme_fixed (scheme, "班主任津贴", "班主任", 360000);
  scheme_component (scheme, "常规", -1, "headcount");
  result = compute (scheme, college);
  g_assert_cmpint (get_line (result, college, "1")->fixed_fen[0], ==, 360000);
  g_assert_cmpint (get_line (result, college, "2")->fixed_fen[0], ==, 330000);
}

/* Rounded to the fen: 1000.01 × 5 / 12 = 416.6708…; component filters do not apply. */
static void
test_fixed_rounding (void)
{
  g_autoptr (College) college = college_new ();
  g_autoptr (SzScheme) scheme = scheme_2025 (10000000);
  g_autoptr (SzPayResult) result = NULL;
  SzComponent *component;
  guint person = college_add (college, "1", DEPARTMENT, "专技八级", SINCE);

  college_add (college, "2", DEPARTMENT, "专技八级", SINCE);
  college_role (college, person, "班主任", 20250801, 0);
  scheme_fixed (scheme, "班主任津贴", "班主任", 100001);
  component = scheme_component (scheme, "常规", -1, "headcount");
  component->filter.staff_no = g_ptr_array_new_with_free_func (g_free);
  g_ptr_array_add (component->filter.staff_no, g_strdup ("2"));
  result = compute (scheme, college);
  g_assert_cmpint (get_line (result, college, "1")->fixed_fen[0], ==, 41667);
  g_assert_false (get_line (result, college, "1")->shares[0].admitted);
  g_assert_cmpint (get_line (result, college, "1")->total_fen, ==, 41667);
  scheme->month_rule = SZ_MONTHS_FROM_NEXT;
  sz_pay_result_free (g_steal_pointer (&result));
  result = compute (scheme, college);
  g_assert_cmpint (get_line (result, college, "1")->fixed_fen[0], ==, 33334); /* 333.3366… */
}

static void
test_refusals (void)
{
  g_autoptr (College) college = college_new ();
  g_autoptr (SzScheme) scheme = scheme_2025 (29999);
  g_autoptr (SzIssueList) none = NULL;
  g_autoptr (GError) over = NULL;
  g_autoptr (GError) ratios = NULL;
  g_autoptr (GError) empty = NULL;
  g_auto (GStrv) args = NULL;
  guint person = college_add (college, "1", DEPARTMENT, "专技八级", SINCE);

  none = sz_issue_list_new ();
  college_role (college, person, "班主任", 20250101, 0);
  scheme_fixed (scheme, "班主任津贴", "班主任", 30000);
  scheme_component (scheme, "优秀倾斜", 10000, "award");
  g_assert_null (sz_pay_compute (scheme, college_input (college), none, &over));
  assert_code (over, "pay.allowances_over_pool");
  g_assert_cmpint (over->code, ==, SZ_ERROR_REFUSED);
  args = sz_error_dup_args (over);
  g_assert_cmpstr (args[0], ==, "allowances=300.00");
  g_assert_cmpstr (args[1], ==, "available=299.99");

  scheme->pool_fen = 30001; /* one fen for awards that nobody has */
  g_assert_null (sz_pay_compute (scheme, college_input (college), none, &empty));
  assert_code (empty, "pay.pool_without_points");
  g_array_index (scheme->components, SzComponent, 0).ratio_x1e4 = 10001;
  g_assert_null (sz_pay_compute (scheme, college_input (college), none, &ratios));
  assert_code (ratios, "scheme.ratio_over_one");
  g_assert_cmpint (ratios->code, ==, SZ_ERROR_REFUSED);
  g_assert_cmpuint (sz_issue_list_length (none), ==, 0);
}

/* An empty pool needs no points: exactly the allowances and nothing more. */
static void
test_empty_pool (void)
{
  g_autoptr (College) college = college_new ();
  g_autoptr (SzScheme) scheme = scheme_2025 (30000);
  g_autoptr (SzPayResult) result = NULL;
  guint person = college_add (college, "1", DEPARTMENT, "专技八级", SINCE);

  college_role (college, person, "班主任", 20250101, 0);
  scheme_fixed (scheme, "班主任津贴", "班主任", 30000);
  scheme_component (scheme, "优秀倾斜", 10000, "award");
  result = compute (scheme, college);
  g_assert_cmpint (result->lines[0].total_fen, ==, 30000);
  g_assert_cmpint (result->components[0].amount_fen, ==, 0);
}

/* RULE pay-8: departments by points × coefficient, people inside by points. */
static void
test_two_levels (void)
{
  g_autoptr (College) college = college_new ();
  g_autoptr (SzScheme) scheme = scheme_2025 (10000);
  g_autoptr (SzPayResult) result = NULL;
  g_autoptr (SzIssueList) issues = NULL;

  college_add (college, "1", "乙系", "专技八级", SINCE);
  college_add (college, "2", "甲系", "专技八级", SINCE);
  college_add (college, "3", "甲系", "专技八级", SINCE);
  college_department (college, "甲系", 12000);
  college_department (college, "丙系", 9000);
  scheme_component (scheme, "常规", -1, "headcount");
  scheme->two_levels = TRUE;
  issues = compute_fails (scheme, college, "pay.inputs_missing");
  g_assert_cmpstr (find_issue (issues, "pay.department_coefficient")->value, ==, "乙系");

  college_department (college, "乙系", 8000);
  result = compute (scheme, college);
  g_assert_cmpint (get_line (result, college, "1")->total_fen, ==, 2500);
  g_assert_cmpint (get_line (result, college, "2")->total_fen, ==, 3750);
  g_assert_cmpint (get_line (result, college, "3")->total_fen, ==, 3750);
  g_assert_cmpuint (result->n_departments, ==, 2);
  g_assert_cmpstr (result->departments[0].name, ==, "乙系");
  g_assert_cmpstr (result->departments[1].name, ==, "甲系");
  g_assert_cmpint (result->departments[1].amount_fen, ==, 7500);
}

/* RULE num-6: three equal people and 100.00; nobody at all. */
static void
test_equal (void)
{
  g_autoptr (College) college = college_new ();
  g_autoptr (SzScheme) scheme = scheme_2025 (10000);
  g_autoptr (SzPayResult) result = NULL;
  g_autoptr (SzIssueList) issues = NULL;

  scheme_component (scheme, "常规", -1, "headcount");
  issues = compute_fails (scheme, college, "pay.pool_without_points");
  college_add (college, "10", DEPARTMENT, "专技八级", SINCE);
  college_add (college, "9", DEPARTMENT, "专技八级", SINCE);
  college_add (college, "1", DEPARTMENT, "专技八级", SINCE);
  result = compute (scheme, college);
  g_assert_cmpint (get_line (result, college, "1")->total_fen, ==, 3334);
  g_assert_cmpint (get_line (result, college, "1")->shares[0].remainder_fen, ==, 1);
  g_assert_cmpint (get_line (result, college, "10")->total_fen, ==, 3333);
  g_assert_cmpint (get_line (result, college, "9")->total_fen, ==, 3333);
  g_assert_cmpint (get_line (result, college, "9")->shares[0].remainder_fen, ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/domain/pay-4/tilts/770764.80-481728.00-8382067.20", test_tilts);
  g_test_add_func ("/domain/pay-4/reserve", test_reserve);
  g_test_add_func ("/domain/pay-4/fixed", test_fixed);
  g_test_add_func ("/domain/pay-4/fixed-in-service", test_fixed_in_service);
  g_test_add_func ("/domain/pay-6/fixed-unbroken", test_fixed_unbroken);
  g_test_add_func ("/domain/pay-4/fixed-rounding", test_fixed_rounding);
  g_test_add_func ("/domain/pay-4/refusals", test_refusals);
  g_test_add_func ("/domain/pay-4/empty-pool", test_empty_pool);
  g_test_add_func ("/domain/pay-8/two-levels", test_two_levels);
  g_test_add_func ("/domain/num-6/pay/33.34-33.33-33.33", test_equal);
  return g_test_run ();
}
