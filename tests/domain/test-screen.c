/* test-screen.c — whether an applicant meets what a post asks for, and what looks wrong (rec-8,
 * rec-16, rec-17, rec-29)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-recruit-findings.h"

#include <string.h>

static const SzEduEqual equals[] = {
  { "高级工班", "专科" }, { "高工班", "专科" }, { "预备技师班", "本科" }, { "技师班", "本科" }
};

static SzConditionResult
try_one (SzScreenCondition condition, const char *cell, const SzQualities *qualities)
{
  SzRequirements requirements
      = { .cutoff = 20250430, .equals = equals, .n_equals = G_N_ELEMENTS (equals) };
  g_auto (SzScreening) screening = { 0 };

  requirements.cells[condition] = cell;
  sz_screen (&requirements, qualities, &screening);
  if (screening.n_lines == 0)
    return SZ_RESULT_MET;
  g_assert_cmpuint (screening.n_lines, ==, 1);
  g_assert_cmpint (screening.lines[0].condition, ==, condition);
  return screening.lines[0].result;
}

#define MET SZ_RESULT_MET
#define NOT SZ_RESULT_NOT_MET
#define SEE SZ_RESULT_REVIEW

static void
test_conditions (void)
{
  static const struct
  {
    SzScreenCondition condition;
    const char *cell;
    SzQualities has;
    SzConditionResult result;
  } cases[] = {
    { SZ_CONDITION_EDUCATION, "不限", { 0 }, MET },
    { SZ_CONDITION_EDUCATION, "本科及以上", { .education = "21" }, MET },
    { SZ_CONDITION_EDUCATION, "本科及以上", { .education = "预备技师班" }, MET },
    { SZ_CONDITION_EDUCATION, "本科及以上", { .education = "高级工班" }, NOT },
    { SZ_CONDITION_EDUCATION, "本科及以上", { .education = "22" }, NOT }, /* 结业 */
    { SZ_CONDITION_EDUCATION, "硕士研究生及以上", { .education = "14" }, MET },
    { SZ_CONDITION_EDUCATION, "硕士研究生及以上", { .education = "15" }, NOT },
    { SZ_CONDITION_EDUCATION, "全日制本科", { .education = "21", .full_time_study = "1" }, MET },
    { SZ_CONDITION_EDUCATION, "全日制本科", { .education = "21", .full_time_study = "0" }, NOT },
    { SZ_CONDITION_EDUCATION, "全日制本科", { .education = "21" }, SEE },
    { SZ_CONDITION_EDUCATION, "全日制本科", { .education = "31" }, NOT },
    { SZ_CONDITION_DEGREE, "学士及以上", { .degree = "3" }, MET },
    { SZ_CONDITION_DEGREE, "硕士", { .degree = "408" }, NOT },
    { SZ_CONDITION_DEGREE, "博士", { .degree = "1" }, NOT }, /* honorary */
    { SZ_CONDITION_DEGREE, "学士", { 0 }, NOT },
    { SZ_CONDITION_MAJOR, "机械类、数控技术", { .major = "数控技术" }, MET },
    { SZ_CONDITION_MAJOR, "机械类、数控技术", { .major = "数控技术专业" }, MET },
    { SZ_CONDITION_MAJOR,
      "机械类、数控技术",
      { .major = "机械工程（080201）", .major_class = "机械类" },
      MET },
    { SZ_CONDITION_MAJOR,
      "机械类、数控技术",
      { .major = "机械电子工程", .major_class = "电子类" },
      SEE },
    { SZ_CONDITION_MAJOR, "机械类、数控技术", { .major = "会计学" }, NOT },
    { SZ_CONDITION_MAJOR, "电气工程及其自动化等相关专业", { .major = "会计学" }, SEE },
    { SZ_CONDITION_MAJOR, "电气工程及其自动化等相关专业", { .major = "电气工程及其自动化" }, MET },
    { SZ_CONDITION_MAJOR, "电气工程及其自动化等相关专业", { 0 }, NOT },
    { SZ_CONDITION_AGE, "40周岁以下", { .birth = 19840501 }, MET },
    { SZ_CONDITION_AGE, "40周岁以下", { .birth = 19840430 }, NOT },
    { SZ_CONDITION_AGE, "40", { .birth = 19840430 }, NOT },
    { SZ_CONDITION_AGE, "35周岁及以下（1989年5月1日以后出生）", { .birth = 19890501 }, MET },
    { SZ_CONDITION_AGE, "18-35周岁", { .birth = 20070430 }, MET },
    { SZ_CONDITION_AGE, "18-35周岁", { .birth = 20070501 }, NOT },
    { SZ_CONDITION_AGE, "50周岁以上", { .birth = 19750430 }, MET },
    { SZ_CONDITION_AGE, "50周岁以上", { .birth = 19750501 }, NOT },
    { SZ_CONDITION_SKILL, "高级工及以上", { .skill = "L3" }, MET },
    { SZ_CONDITION_SKILL, "高级技师", { .skill = "L4" }, NOT },
    { SZ_CONDITION_SKILL, "技师以上", { .skill = "L5" }, MET },
    { SZ_CONDITION_SKILL, "技师以上", { 0 }, NOT },
    { SZ_CONDITION_TITLE, "高级讲师及以上", { .title = "042" }, MET },
    { SZ_CONDITION_TITLE, "高级讲师及以上", { .title = "033" }, NOT },
    { SZ_CONDITION_TITLE, "中级及以上职称", { .title = "033" }, MET },
    { SZ_CONDITION_TITLE, "副高", { .title = "031" }, MET },
    { SZ_CONDITION_TITLE, "副高", { 0 }, NOT },
    { SZ_CONDITION_YEARS, "2年", { .trade_from = 20230430 }, MET },
    { SZ_CONDITION_YEARS, "满2年以上", { .trade_from = 20230501 }, NOT },
    { SZ_CONDITION_YEARS, "2年", { .has_years = TRUE, .years_x100 = 200 }, MET },
    { SZ_CONDITION_YEARS, "2年", { .has_years = TRUE, .years_x100 = 199 }, NOT },
    { SZ_CONDITION_YEARS, "2年", { 0 }, NOT },
    { SZ_CONDITION_POLITICAL, "中共党员", { .political = "02" }, MET },
    { SZ_CONDITION_POLITICAL, "中共党员或共青团员", { .political = "03" }, MET },
    { SZ_CONDITION_POLITICAL, "中共党员", { .political = "13" }, NOT },
    { SZ_CONDITION_CERTIFICATE,
      "教师资格证",
      { .certificates = "教师 资格证（中等职业学校）" },
      MET },
    { SZ_CONDITION_CERTIFICATE, "教师资格证、裁判员证", { .certificates = "教师资格证" }, NOT },
    { SZ_CONDITION_OTHER, "服从分配", { 0 }, SEE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_test_message ("case %" G_GSIZE_FORMAT ": %s", i, cases[i].cell);
      g_assert_cmpint (try_one (cases[i].condition, cases[i].cell, &cases[i].has), ==,
                       cases[i].result);
      g_assert_true (sz_requirement_is_readable (cases[i].condition, cases[i].cell));
    }
}

static void
test_unreadable (void)
{
  static const struct
  {
    SzScreenCondition condition;
    const char *cell;
  } cases[] = {
    { SZ_CONDITION_EDUCATION, "学历高" }, { SZ_CONDITION_DEGREE, "有学位" },
    { SZ_CONDITION_MAJOR, "（机械）" },   { SZ_CONDITION_AGE, "年轻" },
    { SZ_CONDITION_AGE, "18、35、40" },   { SZ_CONDITION_SKILL, "熟练" },
    { SZ_CONDITION_TITLE, "有职称" },     { SZ_CONDITION_YEARS, "两年" },
    { SZ_CONDITION_POLITICAL, "思想好" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_false (sz_requirement_is_readable (cases[i].condition, cases[i].cell));
}

static const SzHonourEntry list[] = {
  { .code = "H05", .name = "全国技术能手", .source = "晋人社厅发〔2024〕5号" },
  { .code = "H09",
    .name = "全国行业职业技能竞赛一类赛决赛",
    .others = (const char *const[]){ "全国行业一类赛决赛", NULL },
    .limits = { { 1, 10 }, { 2, 7 }, { 3, 5 } },
    .n_limits = 3 },
};

static void
test_honours (void)
{
  static const struct
  {
    SzHonourClaim claim;
    const char *code;
  } cases[] = {
    { { "全国技术能手", "JN2019-0456" }, NULL },
    { { " 全国 技术能手", "JN2019-0456" }, NULL },
    { { "全国技术能手", NULL }, "assessment.no_certificate" },
    { { "市级先进个人", "SX-1" }, "assessment.no_basis" },
    { { "全国行业职业技能竞赛一类赛决赛", "HY", 7, 2 }, NULL },
    { { "全国行业一类赛决赛", "HY", 8, 2 }, "honour.rank_low" },
    { { "全国行业职业技能竞赛一类赛决赛", "HY", 10, 0 }, NULL },
    { { "全国行业职业技能竞赛一类赛决赛", "HY", 11, 0 }, "honour.rank_low" },
    { { "全国行业职业技能竞赛一类赛决赛", "HY", 0, 2 }, "honour.rank_missing" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpstr (sz_honour_check (list, G_N_ELEMENTS (list), &cases[i].claim, NULL), ==,
                     cases[i].code);
}

/* RULE rec-8: a valid honour waives age and education; without one they refuse. */
static void
test_waived (void)
{
  const SzHonourClaim claim = { "全国技术能手", "JN2019-0456" };
  SzRequirements requirements = { .cells = { [SZ_CONDITION_EDUCATION] = "本科及以上",
                                             [SZ_CONDITION_AGE] = "35周岁以下",
                                             [SZ_CONDITION_CERTIFICATE] = "教师资格证" },
                                  .cutoff = 20250430,
                                  .wants_honour = TRUE,
                                  .honours = list,
                                  .n_honours = G_N_ELEMENTS (list) };
  SzQualities has = { .education = "31",
                      .birth = 19750304,
                      .certificates = "教师资格证",
                      .claims = &claim,
                      .n_claims = 1 };
  g_auto (SzScreening) good = { 0 };
  g_auto (SzScreening) bad = { 0 };

  sz_screen (&requirements, &has, &good);
  g_assert_cmpint (good.automatic, ==, SZ_QUALIFIED);
  g_assert_cmpuint (good.n_lines, ==, 4);
  g_assert_cmpint (good.lines[0].result, ==, SZ_RESULT_WAIVED);
  g_assert_cmpstr (good.lines[0].basis, ==, "全国技术能手");
  g_assert_cmpstr (good.lines[1].actual, ==, "50");
  g_assert_cmpint (good.lines[3].condition, ==, SZ_CONDITION_HONOUR);
  g_assert_cmpint (good.lines[3].result, ==, SZ_RESULT_MET);
  has.n_claims = 0;
  sz_screen (&requirements, &has, &bad);
  g_assert_cmpint (bad.automatic, ==, SZ_REFUSED);
  g_assert_cmpint (bad.lines[3].result, ==, SZ_RESULT_NOT_MET);
}

/* RULE rec-17: the first row in order of entry that fits. */
static void
test_relaxed (void)
{
  const SzRelaxation rows[] = {
    { SZ_CONDITION_YEARS, "技工院校毕业生", NULL, "甲" },
    { SZ_CONDITION_AGE, NULL, "45周岁以下", "乙" },
    { SZ_CONDITION_YEARS, "高技能人才", NULL, "丙" },
    { SZ_CONDITION_AGE, NULL, "50周岁以下", "丁" },
  };
  const SzRequirements requirements
      = { .cells = { [SZ_CONDITION_AGE] = "40周岁以下", [SZ_CONDITION_YEARS] = "2年" },
          .cutoff = 20250430,
          .relaxations = rows,
          .n_relaxations = G_N_ELEMENTS (rows) };
  SzQualities has = { .birth = 19780101, .talent = "高技能人才" };
  g_auto (SzScreening) screening = { 0 };
  g_auto (SzScreening) other = { 0 };

  sz_screen (&requirements, &has, &screening);
  g_assert_cmpint (screening.automatic, ==, SZ_QUALIFIED);
  g_assert_cmpstr (screening.lines[0].basis, ==, "丁"); /* 47: not within 45 */
  g_assert_cmpstr (screening.lines[1].basis, ==, "丙");
  has.talent = "";
  has.cheated_on = 20230101;
  sz_screen (&requirements, &has, &other);
  g_assert_cmpint (other.automatic, ==, SZ_REFUSED);
  g_assert_cmpint (other.lines[1].result, ==, SZ_RESULT_NOT_MET);
  g_assert_cmpint (other.lines[2].condition, ==, SZ_CONDITION_INTEGRITY);
  g_assert_cmpstr (other.lines[2].actual, ==, "2023-01-01");
}

/* T07 of the sample and what stands around it. */
static void
test_judges (void)
{
  const SzJudgeFacts judges[] = { { 1, "J1", "某 研究院", TRUE },
                                  { 3, "J3", "某职业学院", TRUE },
                                  { 4, "J4", "某研究院", FALSE },
                                  { 5, "J5", "某研究院", TRUE } };
  const SzMarkedFacts people[]
      = { { "002", "P2", "某研究院", 1U << 1 | 1U << 3 | 1U << 4 | 1U << 5 },
          { "001", "P1", "某研究院", 1U << 1 },
          { "003", "J5", "某研究院", 1U << 5 } };
  const SzKinFacts kin[] = { { "P2", "J3", "叔侄" }, { "J1", "P1", "夫妻" } };
  const SzJudgingFacts facts = { judges, 4, people, 3, kin, 2 };
  g_autoptr (GArray) related = sz_find_related (&facts);
  g_autoptr (GArray) employers = sz_find_same_employer (&facts);
  const SzEmployerFinding *finding;

  g_assert_cmpuint (related->len, ==, 3);
  g_assert_cmpstr (g_array_index (related, SzRelatedFinding, 0).relation, ==, "夫妻");
  g_assert_cmpint (g_array_index (related, SzRelatedFinding, 1).judge, ==, 3);
  g_assert_cmpstr (g_array_index (related, SzRelatedFinding, 2).relation, ==, "本人");
  /* without the related pair (J1, P1) and the judge of the own house */
  g_assert_cmpuint (employers->len, ==, 1);
  finding = &g_array_index (employers, SzEmployerFinding, 0);
  g_assert_cmpstr (finding->employer, ==, "某研究院");
  g_assert_cmpuint (finding->judges->len, ==, 2);
  g_assert_cmpint (g_array_index (finding->judges, int, 1), ==, 5);
  g_assert_cmpuint (finding->tickets->len, ==, 1);
}

static void
test_tailored (void)
{
  SzScreening screenings[4] = { 0 };
  SzScreenState states[4] = { SZ_QUALIFIED, SZ_REFUSED, SZ_REFUSED, SZ_REFUSED };
  SzTailoredFinding finding;

  for (guint i = 1; i < 4; i++)
    {
      screenings[i].n_lines = 2;
      screenings[i].lines[0].condition = SZ_CONDITION_CERTIFICATE;
      screenings[i].lines[0].result = SZ_RESULT_NOT_MET;
      screenings[i].lines[1].condition = SZ_CONDITION_MAJOR;
      screenings[i].lines[1].result = i == 3 ? SZ_RESULT_NOT_MET : SZ_RESULT_MET;
    }
  g_assert_true (sz_find_tailored (screenings, states, 4, &finding));
  g_assert_cmpuint (finding.only, ==, 0);
  g_assert_cmpuint (finding.only_by[SZ_CONDITION_CERTIFICATE], ==, 2);
  g_assert_cmpuint (finding.only_by[SZ_CONDITION_MAJOR], ==, 0);
  g_assert_false (sz_find_tailored (screenings, states, 2, &finding));
  states[1] = SZ_QUALIFIED;
  g_assert_false (sz_find_tailored (screenings, states, 4, &finding));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/domain/rec-16/conditions", test_conditions);
  g_test_add_func ("/domain/rec-16/unreadable", test_unreadable);
  g_test_add_func ("/domain/rec-8/honours", test_honours);
  g_test_add_func ("/domain/rec-8/waived", test_waived);
  g_test_add_func ("/domain/rec-17/relaxed", test_relaxed);
  g_test_add_func ("/domain/rec-29/judges", test_judges);
  g_test_add_func ("/domain/rec-29/tailored", test_tailored);
  return g_test_run ();
}
