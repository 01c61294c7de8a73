/* test-pay-months.c — stretches in post: a change of post within the year
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "college.h"

#define DEPARTMENT "机械工程系"
#define SINCE 20100901

enum
{
  BY_MONTHS,    /* post × months */
  BY_POST,      /* post alone */
  BY_HEADS,     /* does not depend on the post */
  HEADS_MONTHS, /* nor does this one */
  BY_BAND,      /* heads of 中级 */
};

static SzScheme *
make_scheme (void)
{
  SzScheme *scheme = scheme_2025 (1200);
  SzComponent *band;

  scheme_component (scheme, "岗位月数", 2000, "post months");
  scheme_component (scheme, "岗位", 2000, "post");
  scheme_component (scheme, "人头", -1, "headcount");
  scheme_component (scheme, "人头月数", 2000, "headcount months");
  band = scheme_component (scheme, "中级人头", 0, "headcount");
  band->filter.band = g_ptr_array_new_with_free_func (g_free);
  g_ptr_array_add (band->filter.band, g_strdup ("中级"));
  scheme_coefficients (scheme);
  return scheme;
}

static void
assert_points (const SzPayResult *result, const gint64 *expected_x1e6)
{
  for (guint i = 0; i < 5; i++)
    g_assert_cmpint (result->lines[0].shares[i].points_x1e6, ==, expected_x1e6[i]);
}

/* 专技八级 1.1 until June, 专技七级 1.2 from the month after the change. */
static void
test_change (void)
{
  static const struct
  {
    SzDate changed;
    SzDate left;
    guint months;
    guint stretches;
    gint64 points_x1e6[5];
  } cases[] = {
    { 20250601, 0, 12, 2, { 1150000, 1150000, 1000000, 1000000, 500000 } },
    { 20250630, 0, 12, 2, { 1150000, 1150000, 1000000, 1000000, 500000 } },
    /* 1.1 × 6/9 = 0.733333, 1.2 × 3/9 = 0.4 */
    { 20250610, 20250930, 9, 2, { 850000, 1133333, 1000000, 750000, 666667 } },
    /* from January the new one, in December still the old one */
    { 20241231, 0, 12, 1, { 1200000, 1200000, 1000000, 1000000, 0 } },
    { 20251201, 0, 12, 1, { 1100000, 1100000, 1000000, 1000000, 1000000 } },
    { 20250101, 0, 12, 2, { 1191667, 1191667, 1000000, 1000000, 83333 } },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (College) college = college_new ();
      g_autoptr (SzScheme) scheme = make_scheme ();
      g_autoptr (SzPayResult) result = NULL;

      college_add (college, "1", DEPARTMENT, "专技八级", SINCE);
      college_post (college, 0, cases[i].changed, "专技七级");
      college_leave (college, 0, cases[i].left);
      college_add (college, "2", DEPARTMENT, "专技八级", SINCE); /* so that every pool has points */
      result = compute (scheme, college);
      g_assert_cmpuint (result->lines[0].months, ==, cases[i].months);
      g_assert_cmpuint (result->lines[0].n_stretches, ==, cases[i].stretches);
      assert_points (result, cases[i].points_x1e6);
    }
}

/* Three posts of four months each: each stretch is rounded, 3 × 0.333333. */
static void
test_rounded_by_stretch (void)
{
  g_autoptr (College) college = college_new ();
  g_autoptr (SzScheme) scheme = make_scheme ();
  g_autoptr (SzPayResult) result = NULL;

  college_add (college, "1", DEPARTMENT, "专技十三级", SINCE);
  college_post (college, 0, 20250820, "专技十一级"); /* records may come in any order */
  college_post (college, 0, 20250420, "专技十二级");
  college_add (college, "2", DEPARTMENT, "专技八级", SINCE);
  result = compute (scheme, college);
  g_assert_cmpuint (result->lines[0].n_stretches, ==, 3);
  g_assert_cmpint (result->lines[0].shares[BY_MONTHS].points_x1e6, ==, 999999);
  g_assert_cmpint (result->lines[0].shares[BY_POST].points_x1e6, ==, 999999);
  g_assert_cmpint (result->lines[0].shares[BY_HEADS].points_x1e6, ==, 1000000);
  g_assert_cmpint (result->lines[0].post, ==, 211);
  g_assert_false (result->lines[0].shares[BY_BAND].admitted);
}

/* There and back again: the same post is one stretch. */
static void
test_same_post (void)
{
  g_autoptr (College) college = college_new ();
  g_autoptr (SzScheme) scheme = make_scheme ();
  g_autoptr (SzPayResult) result = NULL;
  static const gint64 expected_x1e6[] = { 1125000, 1125000, 1000000, 1000000, 750000 };

  college_add (college, "1", DEPARTMENT, "专技八级", SINCE);
  college_post (college, 0, 20250301, "专技七级");
  college_post (college, 0, 20250601, "专技八级");
  result = compute (scheme, college);
  g_assert_cmpuint (result->lines[0].n_stretches, ==, 2);
  assert_points (result, expected_x1e6);
}

/* Entered on 10 June by the three rules: 7, 6, 7 months; on the 20th: 7, 6, 6. */
static void
test_rules (void)
{
  static const struct
  {
    SzDate from;
    gint64 points_x1e6[3];
  } cases[]
      = { { 20250610, { 641667, 550000, 641667 } }, { 20250620, { 641667, 550000, 550000 } } };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    for (int rule = 0; rule < 3; rule++)
      {
        g_autoptr (College) college = college_new ();
        g_autoptr (SzScheme) scheme = make_scheme ();
        g_autoptr (SzPayResult) result = NULL;

        college_add (college, "1", DEPARTMENT, "专技八级", cases[i].from);
        scheme->month_rule = (SzMonthRule)rule;
        result = compute (scheme, college);
        g_assert_cmpuint (result->lines[0].n_stretches, ==, 1);
        g_assert_cmpint (result->lines[0].shares[BY_MONTHS].points_x1e6, ==,
                         cases[i].points_x1e6[rule]);
        g_assert_cmpint (result->lines[0].shares[BY_POST].points_x1e6, ==, 1100000);
      }
}

/* Substitutes follow the band of the stretch: a manager's 1.0, then the teacher's own workload. */
static void
test_substitute_of_stretch (void)
{
  g_autoptr (College) college = college_new ();
  g_autoptr (SzScheme) scheme = scheme_2025 (1200);
  g_autoptr (SzPayResult) result = NULL;

  college_add (college, "1", DEPARTMENT, "管理六级", SINCE);
  college_post (college, 0, 20250315, "专技八级");
  college_get (college, 0)->load.quota_x100 = 40000;
  college_get (college, 0)->load.teaching_x100 = 20000;
  scheme_component (scheme, "常规", -1, "workload months");
  sz_scheme_put_substitute (scheme, "workload", "管理", 10000);
  result = compute (scheme, college);
  /* 1.0 × 3/12 + 0.5 × 9/12 */
  g_assert_cmpint (result->lines[0].shares[0].points_x1e6, ==, 250000 + 375000);
}

/* A month in service before the first appointment has no post: a finding, never a guess. */
static void
test_before_first (void)
{
  g_autoptr (College) college = college_new ();
  g_autoptr (SzScheme) scheme = make_scheme ();
  g_autoptr (SzPayResult) result = NULL;
  g_autoptr (SzIssueList) issues = NULL;

  college_add (college, "1", DEPARTMENT, NULL, 20250301);
  college_post (college, 0, 20250320, "专技八级"); /* in force in March already */
  result = compute (scheme, college);
  g_assert_cmpint (result->lines[0].shares[BY_MONTHS].points_x1e6, ==, 916667);
  college_add (college, "2", DEPARTMENT, NULL, 20250228);
  college_post (college, 1, 20250320, "专技八级");
  issues = compute_fails (scheme, college, "pay.inputs_missing");
  g_assert_cmpuint (sz_issue_list_length (issues), ==, 1);
  g_assert_cmpstr (sz_issue_arg (sz_issue_list_get (issues, 0), "input"), ==, "post");
  g_assert_cmpstr (sz_issue_arg (sz_issue_list_get (issues, 0), "staff_no"), ==, "2");
}

/* Of two records of one day the later in the list stands, as everywhere (RULE ppl-3). */
static void
test_same_day (void)
{
  g_autoptr (College) college = college_new ();
  g_autoptr (SzScheme) scheme = make_scheme ();
  g_autoptr (SzPayResult) result = NULL;

  college_add (college, "1", DEPARTMENT, "专技十二级", SINCE);
  college_record (college, 0, SZ_RECORD_DEPARTMENT, SINCE, "教务处");
  college_post (college, 0, SINCE, "专技八级");
  result = compute (scheme, college);
  g_assert_cmpstr (result->lines[0].department, ==, "教务处");
  g_assert_cmpint (result->lines[0].post, ==, 208);
  g_assert_cmpint (result->lines[0].shares[BY_MONTHS].points_x1e6, ==, 1100000);
}

/* The department is the last of the period, for those who left as well. */
static void
test_department (void)
{
  g_autoptr (College) college = college_new ();
  g_autoptr (SzScheme) scheme = make_scheme ();
  g_autoptr (SzPayResult) result = NULL;

  college_add (college, "1", DEPARTMENT, "专技八级", SINCE);
  college_record (college, 0, SZ_RECORD_DEPARTMENT, 20250901, "教务处");
  college_record (college, 0, SZ_RECORD_DEPARTMENT, 20260101, "学生处");
  college_add (college, "2", DEPARTMENT, "专技八级", SINCE);
  college_leave (college, 1, 20250331);
  result = compute (scheme, college);
  g_assert_cmpstr (result->lines[0].department, ==, "教务处");
  g_assert_cmpstr (result->lines[1].department, ==, DEPARTMENT);
  g_assert_cmpuint (result->n_departments, ==, 2);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/domain/pay-6/change-of-post", test_change);
  g_test_add_func ("/domain/pay-6/rounded-by-stretch", test_rounded_by_stretch);
  g_test_add_func ("/domain/pay-6/same-post", test_same_post);
  g_test_add_func ("/domain/pay-6/three-rules", test_rules);
  g_test_add_func ("/domain/pay-6/substitute-of-stretch", test_substitute_of_stretch);
  g_test_add_func ("/domain/pay-6/before-first-appointment", test_before_first);
  g_test_add_func ("/domain/pay-6/same-day", test_same_day);
  g_test_add_func ("/domain/pay-6/department", test_department);
  return g_test_run ();
}
