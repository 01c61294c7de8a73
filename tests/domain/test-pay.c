/* test-pay.c — points and who is out: worked values
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "college.h"

#define DEPARTMENT "机械工程系"
#define SINCE 20100901

static const SzPayShare *
get_share (const SzPayResult *result, College *college, const char *staff_no, guint component)
{
  const SzPayLine *line = get_line (result, college, staff_no);

  g_assert_nonnull (line);
  return &line->shares[component];
}

static void
set_load (
    College *college, guint person, gint64 teaching_x100, gint64 credit_x100, gint64 quota_x100)
{
  SzLoadYear *load = &college_get (college, person)->load;

  load->teaching_x100 = teaching_x100;
  load->training_credit_x100 = credit_x100;
  load->quota_x100 = quota_x100;
}

/* RULE pay-5: P2: 1.43, 1.10, 0.583333, 0.66, 0 over 100,000.00 */
static void
test_points (void)
{
  static const struct
  {
    const char *staff_no;
    const char *post;
    SzDate from;
    SzGrade grade;
    gint64 points_x1e6;
    SzMoney amount_fen;
  } people[] = { { "1", "专技四级", SINCE, SZ_GRADE_EXCELLENT, 1430000, 3789753 },
                 { "2", "专技八级", SINCE, SZ_GRADE_QUALIFIED, 1100000, 2915194 },
                 { "3", "专技十二级", 20250610, SZ_GRADE_QUALIFIED, 583333, 1545936 },
                 { "4", "专技九级", SINCE, SZ_GRADE_BASIC, 660000, 1749117 },
                 { "5", "专技十级", SINCE, SZ_GRADE_UNDETERMINED, 0, 0 } };
  g_autoptr (College) college = college_new ();
  g_autoptr (SzScheme) scheme = scheme_2025 (10000000);
  g_autoptr (SzPayResult) result = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (people); i++)
    college_get (college, college_add (college, people[i].staff_no, DEPARTMENT, people[i].post,
                                       people[i].from))
        ->grade
        = people[i].grade;
  scheme_component (scheme, "常规", -1, "post assessment months");
  scheme_coefficients (scheme);
  sz_scheme_put_coefficient (scheme->assessment_x1e4, "不确定档次", 0);
  result = compute (scheme, college);
  for (guint i = 0; i < G_N_ELEMENTS (people); i++)
    {
      const SzPayShare *share = get_share (result, college, people[i].staff_no, 0);

      g_assert_cmpint (share->points_x1e6, ==, people[i].points_x1e6);
      g_assert_cmpint (share->amount_fen, ==, people[i].amount_fen);
    }
  g_assert_cmpint (result->components[0].points_x1e6, ==, 3773333);
  g_assert_cmpuint (result->components[0].people, ==, 5);
}

/* RULE pay-5: P6: 30,000 over 115.78, 200.00 and 64.00 credited hours */
static void
test_training_pool (void)
{
  static const gint64 credits_x100[] = { 11578, 20000, 6400 };
  static const SzMoney amounts_fen[] = { 914582, 1579862, 505556 };
  g_autoptr (College) college = college_new ();
  g_autoptr (SzScheme) scheme = scheme_2025 (3000000);
  g_autoptr (SzPayResult) result = NULL;

  for (guint i = 0; i < 3; i++)
    {
      char staff_no[] = { (char)('1' + i), '\0' };

      set_load (college, college_add (college, staff_no, DEPARTMENT, "专技八级", SINCE), 0,
                credits_x100[i], 40000);
    }
  scheme_component (scheme, "培训倾斜", -1, "training");
  result = compute (scheme, college);
  for (guint i = 0; i < 3; i++)
    g_assert_cmpint (result->lines[i].total_fen, ==, amounts_fen[i]);
}

/* The level is looked up first, then the band; each says which. */
static void
test_level_before_band (void)
{
  g_autoptr (College) college = college_new ();
  g_autoptr (SzScheme) scheme = scheme_2025 (100);
  g_autoptr (SzPayResult) result = NULL;
  const SzPayShare *share;

  college_add (college, "1", DEPARTMENT, "专技五级", SINCE);
  college_add (college, "2", DEPARTMENT, "专技六级", SINCE);
  college_add (college, "3", DEPARTMENT, "管理六级", SINCE);
  college_add (college, "4", DEPARTMENT, "普通工", SINCE);
  scheme_component (scheme, "常规", -1, "post");
  scheme_coefficients (scheme);
  sz_scheme_put_coefficient (scheme->post_x1e4, "专技五级", 12500);
  sz_scheme_put_coefficient (scheme->post_x1e4, "管理六级", 11500);
  result = compute (scheme, college);
  share = get_share (result, college, "1", 0);
  g_assert_cmpint (share->points_x1e6, ==, 1250000);
  g_assert_cmpint (result->terms[share->first_term].source, ==, SZ_PAY_SOURCE_LEVEL);
  share = get_share (result, college, "2", 0);
  g_assert_cmpint (share->points_x1e6, ==, 1200000);
  g_assert_cmpint (result->terms[share->first_term].source, ==, SZ_PAY_SOURCE_BAND);
  g_assert_cmpint (get_share (result, college, "3", 0)->points_x1e6, ==, 1150000);
  g_assert_cmpint (get_share (result, college, "4", 0)->points_x1e6, ==, 1000000);
}

/* RULE pay-5: 4 decimals, then bounds; bands win over a quota; then 无额定. */
static void
test_workload (void)
{
  static const struct
  {
    const char *staff_no;
    const char *post;
    gint64 teaching_x100;
    gint64 credit_x100;
    gint64 quota_x100;
    gint64 points_x1e6;
    SzPaySource source;
  } people[] = {
    { "1", "专技八级", 36000, 11578, 40000, 1189500, SZ_PAY_SOURCE_RECORD }, /* 1.18945 */
    { "2", "专技八级", 60000, 9440, 40000, 1500000, SZ_PAY_SOURCE_BOUND },
    { "3", "专技八级", 0, 3000, 40000, 200000, SZ_PAY_SOURCE_BOUND },
    { "4", "管理六级", 80000, 0, 13333, 1000000, SZ_PAY_SOURCE_SUBSTITUTE },
    { "5", "专技八级", 0, 0, -1, 700000, SZ_PAY_SOURCE_NO_QUOTA },
    { "6", "专技八级", 5000, 0, 0, 700000, SZ_PAY_SOURCE_NO_QUOTA },
    { "7", "管理六级", 0, 0, -1, 1000000, SZ_PAY_SOURCE_SUBSTITUTE },
    { "8", "技术工二级", 20000, 0, 40000, 500000, SZ_PAY_SOURCE_RECORD },
  };
  g_autoptr (College) college = college_new ();
  g_autoptr (SzScheme) scheme = scheme_2025 (100);
  g_autoptr (SzPayResult) result = NULL;
  SzComponent *component = scheme_component (scheme, "常规", -1, "workload");
  SzFactor *factor = &g_array_index (component->factors, SzFactor, 0);

  for (guint i = 0; i < G_N_ELEMENTS (people); i++)
    set_load (college, college_add (college, people[i].staff_no, DEPARTMENT, people[i].post, SINCE),
              people[i].teaching_x100, people[i].credit_x100, people[i].quota_x100);
  factor->bounded = TRUE;
  factor->lower_x1e4 = 2000;
  factor->upper_x1e4 = 15000;
  sz_scheme_put_substitute (scheme, "workload", "管理", 10000);
  sz_scheme_put_substitute (scheme, "workload", SZ_SCHEME_NO_QUOTA, 7000);
  result = compute (scheme, college);
  for (guint i = 0; i < G_N_ELEMENTS (people); i++)
    {
      const SzPayShare *share = get_share (result, college, people[i].staff_no, 0);

      g_assert_cmpint (share->points_x1e6, ==, people[i].points_x1e6);
      g_assert_cmpint (result->terms[share->first_term].source, ==, people[i].source);
    }
}

/* The other factors: award, department, value, headcount; what is absent is 0 and says so. */
static void
test_other_factors (void)
{
  g_autoptr (College) college = college_new ();
  g_autoptr (SzScheme) scheme = scheme_2025 (100);
  g_autoptr (SzPayResult) result = NULL;
  const SzPayShare *share;
  guint person = college_add (college, "1", DEPARTMENT, "专技八级", SINCE);

  college_value (college, person, "科研", 7);
  college_value (college, person, "教学质量", 9500);
  college_get (college, person)->award_x100 = 1250;
  college_department (college, DEPARTMENT, 10500);
  scheme_component (scheme, "甲", 5000, "award department value:教学质量 headcount");
  scheme_component (scheme, "乙", 0, "award training");
  scheme_component (scheme, "丙", -1, "headcount");
  result = compute (scheme, college);
  /* 12.50 × 1.05 × 0.95 × 1 = 12.46875 */
  g_assert_cmpint (get_share (result, college, "1", 0)->points_x1e6, ==, 12468750);
  share = get_share (result, college, "1", 1);
  g_assert_cmpint (share->points_x1e6, ==, 0);
  g_assert_cmpint (share->n_terms, ==, 2);
  g_assert_cmpint (result->terms[share->first_term].source, ==, SZ_PAY_SOURCE_RECORD);
  g_assert_cmpint (result->terms[share->first_term + 1].source, ==, SZ_PAY_SOURCE_ABSENT);
}

/* A missing input is a finding that names person and input: all of them, each once. */
static void
test_missing (void)
{
  static const struct
  {
    const char *code;
    const char *staff_no;
    const char *input;
    const char *value;
  } expected[] = {
    { "pay.input_missing", "1", "assessment", NULL },
    { "pay.input_missing", "2", "workload", NULL },
    { "pay.coefficient_missing", "3", "post", "管理六级" },
    { "pay.coefficient_missing", "3", "assessment", "优秀" },
    { "pay.coefficient_missing", "4", "department", "信息工程系" },
    { "pay.input_missing", "5", "value:教学质量", NULL },
    { "pay.input_missing", "6", "post", NULL },
    { "pay.input_missing", "7", "department", NULL },
  };
  g_autoptr (College) college = college_new ();
  g_autoptr (SzScheme) scheme = scheme_2025 (100);
  g_autoptr (SzIssueList) issues = NULL;

  for (guint i = 1; i <= 7; i++)
    {
      char staff_no[] = { (char)('0' + i), '\0' };
      guint person = college_add (college, staff_no,
                                  i == 4   ? "信息工程系"
                                  : i == 7 ? NULL
                                           : DEPARTMENT,
                                  i == 3   ? "管理六级"
                                  : i == 6 ? NULL
                                           : "专技八级",
                                  SINCE);

      set_load (college, person, 40000, 0, i == 2 ? -1 : 40000);
      if (i != 5)
        college_value (college, person, "教学质量", 10000);
    }
  college_get (college, 0)->grade = SZ_GRADE_NONE;
  college_get (college, 2)->grade = SZ_GRADE_EXCELLENT;
  college_department (college, DEPARTMENT, 10000);
  sz_scheme_put_coefficient (scheme->post_x1e4, "中级", 11000);
  sz_scheme_put_coefficient (scheme->assessment_x1e4, "合格", 10000);
  scheme_component (scheme, "甲", 5000, "post assessment workload department value:教学质量");
  scheme_component (scheme, "乙", -1, "value:教学质量 workload assessment department post");
  issues = compute_fails (scheme, college, "pay.inputs_missing");
  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    {
      guint found = 0;

      for (guint j = 0; j < sz_issue_list_length (issues); j++)
        {
          const SzIssue *issue = sz_issue_list_get (issues, j);

          found += g_str_equal (issue->code, expected[i].code)
                   && g_strcmp0 (sz_issue_arg (issue, "staff_no"), expected[i].staff_no) == 0
                   && g_strcmp0 (sz_issue_arg (issue, "input"), expected[i].input) == 0
                   && g_strcmp0 (issue->value, expected[i].value) == 0;
        }
      g_assert_cmpuint (found, ==, 1);
    }
  g_assert_cmpuint (sz_issue_list_errors (issues), ==, G_N_ELEMENTS (expected));
}

/* A figure below 0 cannot be a weight. */
static void
test_negative (void)
{
  g_autoptr (College) college = college_new ();
  g_autoptr (SzScheme) scheme = scheme_2025 (100);
  g_autoptr (SzIssueList) issues = NULL;

  college_value (college, college_add (college, "1", DEPARTMENT, "专技八级", SINCE), "扣分", -5000);
  scheme_component (scheme, "常规", -1, "value:扣分");
  issues = compute_fails (scheme, college, "pay.inputs_missing");
  g_assert_nonnull (find_issue (issues, "pay.points_negative"));
}

static void
test_overflow (void)
{
  g_autoptr (College) college = college_new ();
  g_autoptr (SzScheme) scheme = scheme_2025 (100);
  g_autoptr (SzIssueList) issues = NULL;
  guint person = college_add (college, "1", DEPARTMENT, "专技八级", SINCE);

  college_value (college, person, "甲", G_MAXINT64 / 3);
  college_value (college, person, "乙", G_MAXINT64 / 3);
  scheme_component (scheme, "常规", -1, "value:甲 value:乙");
  issues = compute_fails (scheme, college, "number.overflow");
}

static void
add_to_filter (GPtrArray **set, const char *name)
{
  if (*set == NULL)
    *set = g_ptr_array_new_with_free_func (g_free);
  g_ptr_array_add (*set, g_strdup (name));
}

/* Every set that is there must admit the person. */
static void
test_filters (void)
{
  g_autoptr (College) college = college_new ();
  g_autoptr (SzScheme) scheme = scheme_2025 (0);
  g_autoptr (SzPayResult) result = NULL;
  static const gboolean admitted[6][4] = {
    { TRUE, FALSE, TRUE, TRUE },   /* 在编 */
    { TRUE, TRUE, FALSE, FALSE },  /* 机械工程系 */
    { TRUE, TRUE, FALSE, FALSE },  /* 中级 */
    { FALSE, FALSE, TRUE, TRUE },  /* 管理, 工勤技能 */
    { TRUE, FALSE, FALSE, FALSE }, /* 专任教师 */
    { FALSE, TRUE, FALSE, TRUE },  /* 工号 2, 4 */
  };
  SzComponent *c;

  college_add (college, "1", DEPARTMENT, "专技八级", SINCE);
  college_add (college, "2", DEPARTMENT, "专技八级", SINCE);
  college_add (college, "3", "教务处", "管理六级", SINCE);
  college_add (college, "4", "后勤处", "技术工二级", SINCE);
  college_record (college, 1, SZ_RECORD_EMPLOYMENT, 20200101, "agency");
  college_record (college, 0, SZ_RECORD_FULL_TIME, SINCE, "1");
  college_record (college, 1, SZ_RECORD_FULL_TIME, SINCE, "0");
  add_to_filter (&scheme_component (scheme, "一", -1, "headcount")->filter.employment, "在编");
  add_to_filter (&scheme_component (scheme, "二", 0, "headcount")->filter.department, DEPARTMENT);
  add_to_filter (&scheme_component (scheme, "三", 0, "headcount")->filter.band, "中级");
  c = scheme_component (scheme, "四", 0, "headcount");
  add_to_filter (&c->filter.category, "管理");
  add_to_filter (&c->filter.category, "工勤技能");
  scheme_component (scheme, "五", 0, "headcount")->filter.full_time = 1;
  c = scheme_component (scheme, "六", 0, "headcount");
  add_to_filter (&c->filter.staff_no, "2");
  add_to_filter (&c->filter.staff_no, "4");
  result = compute (scheme, college);
  for (guint i = 0; i < 6; i++)
    for (guint j = 0; j < 4; j++)
      {
        g_assert_cmpint (result->lines[j].shares[i].admitted, ==, admitted[i][j]);
        g_assert_cmpint (result->lines[j].shares[i].points_x1e6, ==,
                         admitted[i][j] ? SZ_POINTS_ONE : 0);
      }
}

/* RULE pay-7: the first reason that applies. */
static void
test_excluded (void)
{
  g_autoptr (College) college = college_new ();
  g_autoptr (SzScheme) scheme = scheme_2025 (100);
  g_autoptr (SzPayResult) result = NULL;
  static const SzPayReason reasons[]
      = { SZ_PAY_OUT_TALENT,     SZ_PAY_OUT_TALENT,    SZ_PAY_OUT_TALENT,     SZ_PAY_OUT_EMPLOYMENT,
          SZ_PAY_OUT_EMPLOYMENT, SZ_PAY_OUT_NO_MONTHS, SZ_PAY_OUT_UNQUALIFIED };
  static const char *const words[] = { "talent_pay",
                                       "talent_pay",
                                       "talent_pay",
                                       "employment",
                                       "employment",
                                       "no_months",
                                       "assessment_unqualified" };

  for (guint i = 0; i < 8; i++)
    {
      char staff_no[] = { (char)('1' + i), '\0' };

      college_add (college, staff_no, DEPARTMENT, "专技八级", SINCE);
      college_get (college, i)->grade = i < 7 ? SZ_GRADE_UNQUALIFIED : SZ_GRADE_UNDETERMINED;
      if (i < 6) /* gone before the period, yet the earlier reason stands */
        college_leave (college, i, 20241231);
      if (i < 5)
        college_record (college, i, SZ_RECORD_EMPLOYMENT, 20200101,
                        i == 4 ? "external" : "dispatched");
    }
  college_record (college, 0, SZ_RECORD_PAY_REGIME, 20200101, "annual");
  college_record (college, 1, SZ_RECORD_PAY_REGIME, 20200101, "agreed");
  college_record (college, 2, SZ_RECORD_PAY_REGIME, 20200101, "project");
  college_record (college, 3, SZ_RECORD_PAY_REGIME, 20260101, "annual"); /* after the period */
  scheme_component (scheme, "常规", -1, "headcount");
  result = compute (scheme, college);
  g_assert_cmpuint (result->n_excluded, ==, 7);
  for (guint i = 0; i < 7; i++)
    {
      g_assert_cmpuint (result->excluded[i].index, ==, i);
      g_assert_cmpint (result->excluded[i].reason, ==, reasons[i]);
      g_assert_cmpstr (sz_pay_reason_word (result->excluded[i].reason), ==, words[i]);
    }
  g_assert_cmpuint (result->n_lines, ==, 1);
  g_assert_cmpint (result->lines[0].total_fen, ==, 100);
}

/* RULE pay-7: a contract of the year stands before what the register says. */
static void
test_talent_of_year (void)
{
  g_autoptr (College) college = college_new ();
  g_autoptr (SzScheme) scheme = scheme_2025 (100);
  g_autoptr (SzPayResult) result = NULL;

  college_add (college, "1", DEPARTMENT, "专技八级", SINCE);
  college_add (college, "2", DEPARTMENT, "专技八级", SINCE);
  college_record (college, 1, SZ_RECORD_PAY_REGIME, 20200101, "performance");
  college_get (college, 1)->talent = TRUE;
  scheme_component (scheme, "常规", -1, "headcount");
  result = compute (scheme, college);
  g_assert_cmpuint (result->n_excluded, ==, 1);
  g_assert_cmpuint (result->excluded[0].index, ==, 1);
  g_assert_cmpint (result->excluded[0].reason, ==, SZ_PAY_OUT_TALENT);
  g_assert_cmpint (result->lines[0].total_fen, ==, 100);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/domain/pay-5/points/37897.53-29151.94-15459.36-17491.17-0.00", test_points);
  g_test_add_func ("/domain/pay-5/training/9145.82-15798.62-5055.56", test_training_pool);
  g_test_add_func ("/domain/pay-7/talent-of-the-year", test_talent_of_year);
  g_test_add_func ("/domain/pay-5/level-before-band", test_level_before_band);
  g_test_add_func ("/domain/pay-5/workload", test_workload);
  g_test_add_func ("/domain/pay-5/other-factors", test_other_factors);
  g_test_add_func ("/domain/pay-5/missing", test_missing);
  g_test_add_func ("/domain/pay-5/negative", test_negative);
  g_test_add_func ("/domain/pay-5/filters", test_filters);
  g_test_add_func ("/domain/pay-7/reasons", test_excluded);
  g_test_add_func ("/domain/num-3/points-overflow", test_overflow);
  return g_test_run ();
}
