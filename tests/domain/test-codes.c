/* test-codes.c — code tables of the national standards and of the office (ppl-2, handbook §11.3)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-codes.h"

#include "sz-idcard.h"
#include "sz-posts.h"

static guint
count_rows (SzCodeTable table)
{
  guint n = 0;

  while (sz_codes_table (table)[n].code != NULL)
    n++;
  return n;
}

/* Code and name as the standards have them. */
static const struct
{
  SzCodeTable table;
  const char *code;
  const char *name;
} standards[] = {
  { SZ_TABLE_SEX, "0", "未知" },
  { SZ_TABLE_SEX, "1", "男" },
  { SZ_TABLE_SEX, "2", "女" },
  { SZ_TABLE_SEX, "9", "未说明" },
  { SZ_TABLE_ETHNICITY, "01", "汉族" },
  { SZ_TABLE_ETHNICITY, "02", "蒙古族" },
  { SZ_TABLE_ETHNICITY, "03", "回族" },
  { SZ_TABLE_ETHNICITY, "04", "藏族" },
  { SZ_TABLE_ETHNICITY, "05", "维吾尔族" },
  { SZ_TABLE_ETHNICITY, "06", "苗族" },
  { SZ_TABLE_ETHNICITY, "07", "彝族" },
  { SZ_TABLE_ETHNICITY, "08", "壮族" },
  { SZ_TABLE_ETHNICITY, "09", "布依族" },
  { SZ_TABLE_ETHNICITY, "10", "朝鲜族" },
  { SZ_TABLE_ETHNICITY, "11", "满族" },
  { SZ_TABLE_ETHNICITY, "15", "土家族" },
  { SZ_TABLE_ETHNICITY, "30", "土族" },
  { SZ_TABLE_ETHNICITY, "56", "基诺族" },
  { SZ_TABLE_ETHNICITY, "97", "其他" },
  { SZ_TABLE_ETHNICITY, "98", "外国血统中国籍人士" },
  { SZ_TABLE_POLITICAL, "01", "中共党员" },
  { SZ_TABLE_POLITICAL, "02", "中共预备党员" },
  { SZ_TABLE_POLITICAL, "03", "共青团员" },
  { SZ_TABLE_POLITICAL, "08", "农工党党员" },
  { SZ_TABLE_POLITICAL, "12", "无党派人士" },
  { SZ_TABLE_POLITICAL, "13", "群众" },
  { SZ_TABLE_EDUCATION, "11", "博士研究生" },
  { SZ_TABLE_EDUCATION, "14", "硕士研究生" },
  { SZ_TABLE_EDUCATION, "21", "本科" },
  { SZ_TABLE_EDUCATION, "22", "本科结业" },
  { SZ_TABLE_EDUCATION, "28", "大学普通班" },
  { SZ_TABLE_EDUCATION, "31", "专科" },
  { SZ_TABLE_EDUCATION, "41", "中专" },
  { SZ_TABLE_EDUCATION, "44", "职业高中" },
  { SZ_TABLE_EDUCATION, "47", "技工学校" },
  { SZ_TABLE_EDUCATION, "49", "技工学校肄业" },
  { SZ_TABLE_EDUCATION, "61", "高中" },
  { SZ_TABLE_EDUCATION, "71", "初中" },
  { SZ_TABLE_EDUCATION, "73", "初中肄业" },
  { SZ_TABLE_EDUCATION, "90", "其他" },
  { SZ_TABLE_DEGREE, "1", "名誉博士" },
  { SZ_TABLE_DEGREE, "2", "博士" },
  { SZ_TABLE_DEGREE, "201", "哲学博士" },
  { SZ_TABLE_DEGREE, "208", "工学博士" },
  { SZ_TABLE_DEGREE, "212", "管理学博士" },
  { SZ_TABLE_DEGREE, "3", "硕士" },
  { SZ_TABLE_DEGREE, "4", "学士" },
  { SZ_TABLE_DEGREE, "408", "工学学士" },
  { SZ_TABLE_TITLE, "031", "正高级讲师" },
  { SZ_TABLE_TITLE, "032", "高级讲师" },
  { SZ_TABLE_TITLE, "033", "讲师" },
  { SZ_TABLE_TITLE, "034", "助理讲师" },
  { SZ_TABLE_TITLE, "035", "教员" },
  { SZ_TABLE_TITLE, "041", "正高级实习指导教师" },
  { SZ_TABLE_TITLE, "042", "高级实习指导教师" },
  { SZ_TABLE_TITLE, "043", "一级实习指导教师" },
  { SZ_TABLE_TITLE, "044", "二级实习指导教师" },
  { SZ_TABLE_TITLE, "045", "三级实习指导教师" },
  { SZ_TABLE_TITLE, "011", "教授" },
  { SZ_TABLE_TITLE, "013", "讲师（高校）" },
  { SZ_TABLE_TITLE, "022", "高级讲师（中专）" },
  { SZ_TABLE_TITLE, "072", "高级实验师" },
  { SZ_TABLE_TITLE, "082", "高级工程师" },
  { SZ_TABLE_TITLE, "083", "工程师" },
  { SZ_TABLE_SKILL, "L0", "学徒工" },
  { SZ_TABLE_SKILL, "L3", "高级工" },
  { SZ_TABLE_SKILL, "L4", "技师" },
  { SZ_TABLE_SKILL, "L5", "高级技师" },
  { SZ_TABLE_SKILL, "L7", "首席技师" },
};

static void
test_standards (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (standards); i++)
    {
      const SzCode *row = sz_codes_by_name (standards[i].table, standards[i].name);

      g_test_message ("%s %s", standards[i].code, standards[i].name);
      g_assert_nonnull (row);
      g_assert_cmpstr (row->code, ==, standards[i].code);
      g_assert_true (sz_codes_by_code (standards[i].table, standards[i].code) == row);
      g_assert_cmpstr (sz_codes_name (standards[i].table, standards[i].code), ==,
                       standards[i].name);
    }
  g_assert_cmpuint (count_rows (SZ_TABLE_ETHNICITY), ==, 58);
  g_assert_cmpuint (count_rows (SZ_TABLE_POLITICAL), ==, 13);
  g_assert_cmpuint (count_rows (SZ_TABLE_SKILL), ==, 8);
}

/* Enum values, stored words and Chinese terms belong together. */
static const struct
{
  SzCodeTable table;
  int value;
  const char *code;
  const char *name;
} own_words[] = {
  { SZ_TABLE_SEX, SZ_SEX_FEMALE, "2", "女" },
  { SZ_TABLE_EMPLOYMENT, SZ_EMPLOYMENT_ESTABLISHED, "established", "在编" },
  { SZ_TABLE_EMPLOYMENT, SZ_EMPLOYMENT_AGENCY, "agency", "人事代理" },
  { SZ_TABLE_EMPLOYMENT, SZ_EMPLOYMENT_DISPATCHED, "dispatched", "劳务派遣" },
  { SZ_TABLE_EMPLOYMENT, SZ_EMPLOYMENT_EXTERNAL, "external", "外聘" },
  { SZ_TABLE_POST_CATEGORY, SZ_POST_MANAGEMENT, "management", "管理" },
  { SZ_TABLE_POST_CATEGORY, SZ_POST_PROFESSIONAL, "professional", "专业技术" },
  { SZ_TABLE_POST_CATEGORY, SZ_POST_WORKER, "worker", "工勤技能" },
  { SZ_TABLE_SERVICE_STATE, SZ_SERVICE_ACTIVE, "active", "在职" },
  { SZ_TABLE_SERVICE_STATE, SZ_SERVICE_RETIRED, "retired", "退休" },
  { SZ_TABLE_SERVICE_STATE, SZ_SERVICE_LEFT, "left", "离职" },
  { SZ_TABLE_SERVICE_STATE, SZ_SERVICE_DIED, "died", "去世" },
  { SZ_TABLE_PAY_REGIME, SZ_PAY_REGIME_PERFORMANCE, "performance", "绩效" },
  { SZ_TABLE_PAY_REGIME, SZ_PAY_REGIME_ANNUAL, "annual", "年薪" },
  { SZ_TABLE_PAY_REGIME, SZ_PAY_REGIME_AGREED, "agreed", "协议" },
  { SZ_TABLE_PAY_REGIME, SZ_PAY_REGIME_PROJECT, "project", "项目" },
  { SZ_TABLE_GRADE, SZ_GRADE_EXCELLENT, "excellent", "优秀" },
  { SZ_TABLE_GRADE, SZ_GRADE_QUALIFIED, "qualified", "合格" },
  { SZ_TABLE_GRADE, SZ_GRADE_BASIC, "basic", "基本合格" },
  { SZ_TABLE_GRADE, SZ_GRADE_UNQUALIFIED, "unqualified", "不合格" },
  { SZ_TABLE_GRADE, SZ_GRADE_UNDETERMINED, "undetermined", "不确定档次" },
  { SZ_TABLE_COURSE_TYPE, SZ_COURSE_THEORY, "theory", "理论" },
  { SZ_TABLE_COURSE_TYPE, SZ_COURSE_BILINGUAL, "bilingual", "双语" },
  { SZ_TABLE_COURSE_TYPE, SZ_COURSE_INTEGRATED, "integrated", "一体化" },
  { SZ_TABLE_COURSE_TYPE, SZ_COURSE_LAB, "lab", "实训" },
  { SZ_TABLE_COURSE_TYPE, SZ_COURSE_OPERATION, "operation", "实操" },
  { SZ_TABLE_COURSE_TYPE, SZ_COURSE_INTERNSHIP, "internship", "校外实习" },
  { SZ_TABLE_TRAINING_ROLE, SZ_TRAINING_LECTURER, "lecturer", "主讲" },
  { SZ_TABLE_TRAINING_ROLE, SZ_TRAINING_INSTRUCTOR, "instructor", "实训指导" },
  { SZ_TABLE_TRAINING_ROLE, SZ_TRAINING_ADVISER, "adviser", "班主任" },
  { SZ_TABLE_TRAINING_ROLE, SZ_TRAINING_LEADER, "leader", "项目负责人" },
  { SZ_TABLE_TIME_SLOT, SZ_TIME_REGULAR, "regular", "常规" },
  { SZ_TABLE_TIME_SLOT, SZ_TIME_ON_SITE, "on_site", "企业现场" },
  { SZ_TABLE_TIME_SLOT, SZ_TIME_OFF_DUTY, "off_duty", "周末晚间" },
  { SZ_TABLE_PAY_MODE, SZ_PAY_MODE_COUNT, "count_only", "计工作量" },
  { SZ_TABLE_PAY_MODE, SZ_PAY_MODE_FEE, "fee_only", "发课酬" },
  { SZ_TABLE_PAY_MODE, SZ_PAY_MODE_SPLIT, "split", "分段" },
  { SZ_TABLE_YES_NO, TRUE, "1", "是" },
  { SZ_TABLE_YES_NO, FALSE, "0", "否" },
  { SZ_TABLE_ACCOUNT, SZ_ACCOUNT_BASIC, "basic", "基础性" },
  { SZ_TABLE_ACCOUNT, SZ_ACCOUNT_INCENTIVE, "incentive", "奖励性" },
  { SZ_TABLE_ACCOUNT, SZ_ACCOUNT_X1, "x1", "成果转化奖励" },
  { SZ_TABLE_ACCOUNT, SZ_ACCOUNT_X2, "x2", "高层次人才" },
  { SZ_TABLE_ACCOUNT, SZ_ACCOUNT_X3, "x3", "经批准核增" },
  { SZ_TABLE_ACCOUNT, SZ_ACCOUNT_CAP, "cap", "核定总量" },
  { SZ_TABLE_ACCOUNT, SZ_ACCOUNT_PREVIOUS, "previous", "上年执行" },
  { SZ_TABLE_FUND, SZ_FUND_FISCAL, "fiscal", "财政" },
  { SZ_TABLE_FUND, SZ_FUND_EARNED, "earned", "事业收入" },
  { SZ_TABLE_FUND, SZ_FUND_TRAINING, "training", "培训净收入" },
  { SZ_TABLE_FUND, SZ_FUND_SPECIAL, "special", "专项" },
  { SZ_TABLE_WEEKDAY, 1, "1", "星期一" },
  { SZ_TABLE_WEEKDAY, 7, "7", "星期日" },
  { SZ_TABLE_WEEKS, SZ_WEEKS_ALL, "all", "每周" },
  { SZ_TABLE_WEEKS, SZ_WEEKS_ODD, "odd", "单周" },
  { SZ_TABLE_WEEKS, SZ_WEEKS_EVEN, "even", "双周" },
};

static void
test_own_words (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (own_words); i++)
    {
      const SzCode *row = sz_codes_by_value (own_words[i].table, own_words[i].value);

      g_test_message ("%s", own_words[i].name);
      g_assert_nonnull (row);
      g_assert_cmpstr (row->code, ==, own_words[i].code);
      g_assert_cmpstr (row->name, ==, own_words[i].name);
      g_assert_true (sz_codes_by_name (own_words[i].table, own_words[i].name) == row);
    }
  g_assert_cmpuint (count_rows (SZ_TABLE_COURSE_TYPE), ==, SZ_N_COURSE_TYPES);
  g_assert_cmpuint (count_rows (SZ_TABLE_TRAINING_ROLE), ==, SZ_N_TRAINING_ROLES);
  g_assert_cmpuint (count_rows (SZ_TABLE_TIME_SLOT), ==, SZ_N_TIME_SLOTS);
  g_assert_cmpuint (count_rows (SZ_TABLE_ACCOUNT), ==, SZ_N_ACCOUNTS);
  g_assert_cmpuint (count_rows (SZ_TABLE_FUND), ==, SZ_N_FUNDS);
  g_assert_cmpuint (count_rows (SZ_TABLE_WEEKDAY), ==, 7);
  g_assert_null (sz_codes_by_value (SZ_TABLE_GRADE, SZ_GRADE_NONE));
}

/* No code, name or value twice in a table; each row is found by all three. */
static void
test_every_row (void)
{
  for (int table = 0; table < SZ_N_TABLES; table++)
    {
      g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

      g_assert_cmpuint (count_rows ((SzCodeTable)table), >, 1);
      for (const SzCode *row = sz_codes_table ((SzCodeTable)table); row->code != NULL; row++)
        {
          g_assert_true (g_hash_table_add (seen, g_strconcat ("code ", row->code, NULL)));
          g_assert_true (g_hash_table_add (seen, g_strconcat ("name ", row->name, NULL)));
          g_assert_true (sz_codes_by_code ((SzCodeTable)table, row->code) == row);
          g_assert_true (sz_codes_by_name ((SzCodeTable)table, row->name) == row);
          g_assert_true (sz_codes_by_value ((SzCodeTable)table, row->value) == row);
        }
    }
}

static void
test_spelling (void)
{
  g_assert_nonnull (sz_codes_by_name (SZ_TABLE_EDUCATION, " 本科　"));
  g_assert_nonnull (sz_codes_by_name (SZ_TABLE_TITLE, "讲师(高校)"));
  g_assert_nonnull (sz_codes_by_name (SZ_TABLE_TITLE, "讲师（高校）"));
  g_assert_null (sz_codes_by_name (SZ_TABLE_EDUCATION, "大学"));
  g_assert_null (sz_codes_by_name (SZ_TABLE_EMPLOYMENT, "编外之外"));
  g_assert_null (sz_codes_by_name (SZ_TABLE_TITLE, "高级"));
  g_assert_null (sz_codes_by_name (SZ_TABLE_SEX, ""));
  g_assert_null (sz_codes_by_name (SZ_TABLE_SEX, NULL));
  g_assert_null (sz_codes_by_code (SZ_TABLE_SEX, "3"));
  g_assert_null (sz_codes_by_code (SZ_TABLE_SEX, NULL));
  g_assert_null (sz_codes_by_value (SZ_TABLE_SEX, -1));

  g_assert_cmpstr (sz_codes_name (SZ_TABLE_SEX, "7"), ==, "7");
  g_assert_cmpstr (sz_codes_name (SZ_TABLE_SEX, NULL), ==, "");
  g_assert_cmpstr (sz_codes_name (SZ_TABLE_SEX, ""), ==, "");
}

/* Every term that the sample college writes. */
static void
test_sample_college (void)
{
  static const struct
  {
    SzCodeTable table;
    const char *names;
  } cases[] = {
    { SZ_TABLE_SEX, "男 女" },
    { SZ_TABLE_ETHNICITY, "汉族 回族" },
    { SZ_TABLE_POLITICAL, "中共党员 群众 共青团员" },
    { SZ_TABLE_EMPLOYMENT, "在编 人事代理 劳务派遣" },
    { SZ_TABLE_POST_CATEGORY, "专业技术 管理 工勤技能" },
    { SZ_TABLE_YES_NO, "是 否" },
    { SZ_TABLE_TITLE, "讲师 助理讲师 高级讲师 正高级讲师 三级实习指导教师 高级工程师 工程师" },
    { SZ_TABLE_EDUCATION, "本科 硕士研究生 专科" },
    { SZ_TABLE_SERVICE_STATE, "在职 离职" },
    { SZ_TABLE_PAY_REGIME, "绩效 协议 年薪 项目" },
    { SZ_TABLE_GRADE, "合格 优秀 基本合格 不确定档次 不合格" },
    { SZ_TABLE_COURSE_TYPE, "理论 一体化 校外实习 双语 实训 实操" },
    { SZ_TABLE_SKILL, "技师 高级技师" },
    { SZ_TABLE_TRAINING_ROLE, "主讲 实训指导 班主任 项目负责人" },
    { SZ_TABLE_TIME_SLOT, "常规 企业现场 周末晚间" },
    { SZ_TABLE_PAY_MODE, "计工作量 发课酬 分段" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_auto (GStrv) names = g_strsplit (cases[i].names, " ", -1);

      for (char **name = names; *name != NULL; name++)
        {
          g_test_message ("%s", *name);
          g_assert_nonnull (sz_codes_by_name (cases[i].table, *name));
        }
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/domain/ppl-2/standards", test_standards);
  g_test_add_func ("/domain/ppl-2/own-words", test_own_words);
  g_test_add_func ("/domain/ppl-2/every-row", test_every_row);
  g_test_add_func ("/domain/ppl-2/spelling", test_spelling);
  g_test_add_func ("/domain/ppl-2/sample-college", test_sample_college);
  return g_test_run ();
}
