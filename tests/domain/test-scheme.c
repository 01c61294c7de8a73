/* test-scheme.c — schemes: words, copies, and every fault by its code and place
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "college.h"

#include <string.h>

static SzScheme *
make_good (void)
{
  SzScheme *scheme = scheme_2025 (963456000);

  scheme_fixed (scheme, "班主任津贴", "班主任", 360000);
  scheme_component (scheme, "培训倾斜", 800, "training");
  scheme_component (scheme, "优秀倾斜", 500, "award");
  scheme_component (scheme, "常规", -1, "post workload assessment months value:教学质量");
  scheme_coefficients (scheme);
  sz_scheme_put_substitute (scheme, "workload", "管理", 10000);
  sz_scheme_put_substitute (scheme, "workload", SZ_SCHEME_NO_QUOTA, 10000);
  scheme->ceiling = (SzLimit){ TRUE, TRUE, 0, 30000 };
  return scheme;
}

static void
test_good (void)
{
  g_autoptr (SzScheme) scheme = make_good ();
  g_autoptr (SzIssueList) issues = sz_issue_list_new ();

  g_assert_true (sz_scheme_validate (scheme, issues));
  g_assert_cmpuint (sz_issue_list_length (issues), ==, 0);
}

static SzComponent *
get_component (SzScheme *scheme, guint index)
{
  return &g_array_index (scheme->components, SzComponent, index);
}

static SzFactor *
get_factor (SzScheme *scheme, guint component, guint index)
{
  return &g_array_index (get_component (scheme, component)->factors, SzFactor, index);
}

static GPtrArray *
make_set (const char *first)
{
  GPtrArray *set = g_ptr_array_new_with_free_func (g_free);

  if (first != NULL)
    g_ptr_array_add (set, g_strdup (first));
  return set;
}

static void
break_name (SzScheme *s)
{
  g_clear_pointer (&s->name, g_free);
}

static void
break_period_missing (SzScheme *s)
{
  s->to = SZ_DATE_NONE;
}

static void
break_period_reversed (SzScheme *s)
{
  s->from = 20260101;
}

static void
break_period_long (SzScheme *s)
{
  s->from = 20201201;
}

static void
break_pool (SzScheme *s)
{
  s->pool_fen = -1;
}

static void
break_reserve (SzScheme *s)
{
  s->reserve_ratio_x1e4 = 10001;
}

static void
break_amount (SzScheme *s)
{
  g_array_index (s->fixed, SzFixed, 0).amount_fen = -100;
}

static void
break_role (SzScheme *s)
{
  *g_array_index (s->fixed, SzFixed, 0).role = '\0';
}

static void
break_components (SzScheme *s)
{
  g_array_set_size (s->components, 0);
}

static void
break_component_name (SzScheme *s)
{
  *get_component (s, 1)->name = '\0';
}

static void
break_name_repeated (SzScheme *s)
{
  g_free (get_component (s, 2)->name);
  get_component (s, 2)->name = g_strdup ("班主任津贴");
}

static void
break_rest (SzScheme *s)
{
  get_component (s, 0)->rest = TRUE;
}

static void
break_ratio_negative (SzScheme *s)
{
  get_component (s, 0)->ratio_x1e4 = -1;
}

static void
break_ratio_over (SzScheme *s)
{
  get_component (s, 0)->ratio_x1e4 = 9501;
}

static void
break_ratio_under (SzScheme *s)
{
  get_component (s, 2)->rest = FALSE;
}

static void
break_factors (SzScheme *s)
{
  g_array_set_size (get_component (s, 1)->factors, 0);
}

static void
break_factor_repeated (SzScheme *s)
{
  get_factor (s, 2, 1)->kind = SZ_FACTOR_POST;
}

static void
break_factor_item (SzScheme *s)
{
  *get_factor (s, 2, 4)->item = '\0';
}

static void
break_bounds (SzScheme *s)
{
  SzFactor *factor = get_factor (s, 2, 1);

  factor->bounded = TRUE;
  factor->lower_x1e4 = 15000;
  factor->upper_x1e4 = 14999;
}

static void
break_filter_empty (SzScheme *s)
{
  get_component (s, 0)->filter.staff_no = make_set (NULL);
}

static void
break_employment (SzScheme *s)
{
  get_component (s, 0)->filter.employment = make_set ("在编人员");
}

static void
break_band (SzScheme *s)
{
  get_component (s, 2)->filter.band = make_set ("高级");
}

static void
break_category (SzScheme *s)
{
  get_component (s, 2)->filter.category = make_set ("中级");
}

static void
break_post (SzScheme *s)
{
  sz_scheme_put_coefficient (s->post_x1e4, "专技二十级", 10000);
}

static void
break_post_twice (SzScheme *s)
{
  sz_scheme_put_coefficient (s->post_x1e4, "专技五级", 10000);
  sz_scheme_put_coefficient (s->post_x1e4, "专业技术五级", 11000);
}

static void
break_grade (SzScheme *s)
{
  sz_scheme_put_coefficient (s->assessment_x1e4, "良好", 10000);
}

static void
break_coefficient (SzScheme *s)
{
  sz_scheme_put_coefficient (s->assessment_x1e4, "合格", -1);
}

static void
break_substitute_factor (SzScheme *s)
{
  sz_scheme_put_substitute (s, "work", "管理", 10000);
}

static void
break_substitute_band (SzScheme *s)
{
  sz_scheme_put_substitute (s, "workload", "管理六级", 10000);
}

static void
break_ceiling (SzScheme *s)
{
  s->ceiling.multiple_x1e4 = 0;
}

static void
break_floor (SzScheme *s)
{
  s->floor = (SzLimit){ TRUE, TRUE, 0, 30001 };
}

static const struct
{
  void (*break_it) (SzScheme *scheme);
  const char *code;
  const char *place;
} faults[] = {
  { break_name, "scheme.name_missing", "name" },
  { break_period_missing, "scheme.period_missing", "period" },
  { break_period_reversed, "scheme.period_reversed", "period" },
  { break_period_long, "scheme.period_too_long", "period" },
  { break_pool, "scheme.amount_negative", "pool" },
  { break_reserve, "scheme.ratio_invalid", "reserve_ratio" },
  { break_amount, "scheme.amount_negative", "fixed[0].amount" },
  { break_role, "scheme.role_missing", "fixed[0].role" },
  { break_components, "scheme.components_missing", "components" },
  { break_component_name, "scheme.name_missing", "components[1].name" },
  { break_name_repeated, "scheme.name_repeated", "components[2].name" },
  { break_rest, "scheme.rest_repeated", "components[2].ratio" },
  { break_ratio_negative, "scheme.ratio_invalid", "components[0].ratio" },
  { break_ratio_over, "scheme.ratio_over_one", "components" },
  { break_ratio_under, "scheme.ratio_under_one", "components" },
  { break_factors, "scheme.factors_missing", "components[1].factors" },
  { break_factor_repeated, "scheme.factor_repeated", "components[2].factors" },
  { break_factor_item, "scheme.factor_unknown", "components[2].factors" },
  { break_bounds, "scheme.bounds_reversed", "components[2].bounds.workload" },
  { break_filter_empty, "scheme.filter_empty", "components[0].filter.staff_no" },
  { break_employment, "scheme.name_unknown", "components[0].filter.employment" },
  { break_band, "scheme.name_unknown", "components[2].filter.band" },
  { break_category, "scheme.name_unknown", "components[2].filter.post_category" },
  { break_post, "scheme.name_unknown", "coefficients.post" },
  { break_post_twice, "scheme.name_repeated", "coefficients.post" },
  { break_grade, "scheme.name_unknown", "coefficients.assessment" },
  { break_coefficient, "scheme.coefficient_negative", "coefficients.assessment" },
  { break_substitute_factor, "scheme.factor_unknown", "substitutes" },
  { break_substitute_band, "scheme.name_unknown", "substitutes.workload" },
  { break_ceiling, "scheme.limit_invalid", "ceiling" },
  { break_floor, "scheme.floor_over_ceiling", "floor" },
};

/* One fault each: found under its code, at its place, and nothing else with it. */
static void
test_faults (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (faults); i++)
    {
      g_autoptr (SzScheme) scheme = make_good ();
      g_autoptr (SzIssueList) issues = sz_issue_list_new ();

      faults[i].break_it (scheme);
      g_assert_false (sz_scheme_validate (scheme, issues));
      g_assert_cmpuint (sz_issue_list_length (issues), ==, 1);
      g_assert_cmpstr (sz_issue_list_get (issues, 0)->code, ==, faults[i].code);
      g_assert_cmpstr (sz_issue_list_get (issues, 0)->column, ==, faults[i].place);
    }
}

/* All of them, never the first only. */
static void
test_all_faults (void)
{
  g_autoptr (SzScheme) scheme = make_good ();
  g_autoptr (SzIssueList) issues = sz_issue_list_new ();

  break_pool (scheme);
  break_role (scheme);
  break_factors (scheme);
  break_ratio_over (scheme);
  break_grade (scheme);
  g_assert_false (sz_scheme_validate (scheme, issues));
  g_assert_cmpuint (sz_issue_list_errors (issues), ==, 5);
  g_assert_cmpstr (find_issue (issues, "scheme.ratio_over_one")->value, ==, "1.0001");
}

static void
test_refusal (void)
{
  g_assert_true (sz_scheme_is_refusal ("scheme.ratio_over_one"));
  g_assert_false (sz_scheme_is_refusal ("scheme.ratio_under_one"));
  g_assert_false (sz_scheme_is_refusal ("scheme.factors_missing"));
}

/* A copy is equal, and stays so when the original goes. */
static void
test_copy (void)
{
  SzScheme *scheme = make_good ();
  g_autoptr (SzScheme) copy = NULL;
  g_autoptr (SzIssueList) issues = sz_issue_list_new ();
  GHashTable *substitutes;

  get_component (scheme, 0)->filter.department = make_set ("机械工程系");
  get_component (scheme, 1)->filter.full_time = 1;
  scheme->month_rule = SZ_MONTHS_BY_15TH;
  copy = sz_scheme_copy (scheme);
  sz_scheme_free (scheme);

  g_assert_true (sz_scheme_validate (copy, issues));
  g_assert_cmpstr (copy->name, ==, "2025年度奖励性绩效工资分配方案");
  g_assert_cmpint (copy->pool_fen, ==, 963456000);
  g_assert_cmpint (copy->month_rule, ==, SZ_MONTHS_BY_15TH);
  g_assert_cmpstr (g_array_index (copy->fixed, SzFixed, 0).role, ==, "班主任");
  g_assert_cmpuint (copy->components->len, ==, 3);
  g_assert_true (get_component (copy, 2)->rest);
  g_assert_cmpint (get_component (copy, 1)->filter.full_time, ==, 1);
  g_assert_cmpstr (get_component (copy, 0)->filter.department->pdata[0], ==, "机械工程系");
  g_assert_null (get_component (copy, 0)->filter.staff_no);
  g_assert_cmpstr (get_factor (copy, 2, 4)->item, ==, "教学质量");
  g_assert_cmpint (*(gint64 *)g_hash_table_lookup (copy->post_x1e4, "正高级"), ==, 13000);
  substitutes = g_hash_table_lookup (copy->substitutes, "workload");
  g_assert_cmpuint (g_hash_table_size (substitutes), ==, 2);
  g_assert_true (copy->ceiling.set && copy->ceiling.by_multiple);
}

static void
test_factor_words (void)
{
  static const char *const words[] = { "post",     "assessment", "workload",  "months",
                                       "training", "award",      "headcount", "department" };
  SzFactor factor = { 0 };

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    {
      g_autofree char *again = NULL;

      g_assert_true (sz_factor_parse (words[i], &factor.kind, &factor.item));
      g_assert_null (factor.item);
      again = sz_factor_word (&factor);
      g_assert_cmpstr (again, ==, words[i]);
    }
  g_assert_false (sz_factor_parse ("value:", &factor.kind, &factor.item));
  g_assert_false (sz_factor_parse ("value", &factor.kind, &factor.item));
  g_assert_false (sz_factor_parse ("Post", &factor.kind, &factor.item));
  g_assert_false (sz_factor_parse ("", &factor.kind, &factor.item));
  g_assert_true (sz_factor_parse ("value:教学质量", &factor.kind, &factor.item));
  g_assert_cmpint (factor.kind, ==, SZ_FACTOR_VALUE);
  g_assert_cmpstr (factor.item, ==, "教学质量");
  g_free (factor.item);
}

static void
test_month_rules (void)
{
  static const char *const words[] = { "count", "from_next", "by_15th" };
  SzMonthRule rule;

  for (int i = 0; i < 3; i++)
    {
      g_assert_true (sz_month_rule_parse (words[i], &rule));
      g_assert_cmpint (rule, ==, i);
      g_assert_cmpstr (sz_month_rule_word (rule), ==, words[i]);
    }
  g_assert_false (sz_month_rule_parse ("by_16th", &rule));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/domain/pay-4/scheme/good", test_good);
  g_test_add_func ("/domain/pay-4/scheme/faults", test_faults);
  g_test_add_func ("/domain/pay-4/scheme/all-faults", test_all_faults);
  g_test_add_func ("/domain/pay-4/scheme/refusal", test_refusal);
  g_test_add_func ("/domain/pay-4/scheme/copy", test_copy);
  g_test_add_func ("/domain/pay-5/scheme/factor-words", test_factor_words);
  g_test_add_func ("/domain/pay-6/scheme/month-rules", test_month_rules);
  return g_test_run ();
}
