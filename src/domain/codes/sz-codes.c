/* sz-codes.c — code tables of the national standards and of the office (RULE ppl-2, handbook §11.3)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-codes.h"

#include <string.h>

#include "sz-codes-national.h"
#include "sz-codes-watch.h"
#include "sz-idcard.h"
#include "sz-posts.h"
#include "sz-text.h"

/* clang-format off */
static const SzCode sex[] = {
  { SZ_SEX_MALE, "1", "男" },         { SZ_SEX_FEMALE, "2", "女" }, { SZ_SEX_UNKNOWN, "0", "未知" },
  { SZ_SEX_UNSTATED, "9", "未说明" }, { -1, NULL, NULL },
};

static const SzCode skill[] = {
  { 0, "L0", "学徒工" },   { 1, "L1", "初级工" },   { 2, "L2", "中级工" },
  { 3, "L3", "高级工" },   { 4, "L4", "技师" },     { 5, "L5", "高级技师" },
  { 6, "L6", "特级技师" }, { 7, "L7", "首席技师" }, { -1, NULL, NULL },
};

static const SzCode employment[] = {
  { SZ_EMPLOYMENT_ESTABLISHED, "established", "在编" },
  { SZ_EMPLOYMENT_AGENCY, "agency", "人事代理" },
  { SZ_EMPLOYMENT_DISPATCHED, "dispatched", "劳务派遣" },
  { SZ_EMPLOYMENT_EXTERNAL, "external", "外聘" },
  { -1, NULL, NULL },
};

static const SzCode post_category[] = {
  { SZ_POST_MANAGEMENT, "management", "管理" },
  { SZ_POST_PROFESSIONAL, "professional", "专业技术" },
  { SZ_POST_WORKER, "worker", "工勤技能" },
  { -1, NULL, NULL },
};

static const SzCode service_state[] = {
  { SZ_SERVICE_ACTIVE, "active", "在职" },
  { SZ_SERVICE_RETIRED, "retired", "退休" },
  { SZ_SERVICE_LEFT, "left", "离职" },
  { SZ_SERVICE_DIED, "died", "去世" },
  { -1, NULL, NULL },
};

static const SzCode pay_regime[] = {
  { SZ_PAY_REGIME_PERFORMANCE, "performance", "绩效" },
  { SZ_PAY_REGIME_ANNUAL, "annual", "年薪" },
  { SZ_PAY_REGIME_AGREED, "agreed", "协议" },
  { SZ_PAY_REGIME_PROJECT, "project", "项目" },
  { -1, NULL, NULL },
};

static const SzCode grade[] = {
  { SZ_GRADE_EXCELLENT, "excellent", "优秀" },
  { SZ_GRADE_QUALIFIED, "qualified", "合格" },
  { SZ_GRADE_BASIC, "basic", "基本合格" },
  { SZ_GRADE_UNQUALIFIED, "unqualified", "不合格" },
  { SZ_GRADE_UNDETERMINED, "undetermined", "不确定档次" },
  { -1, NULL, NULL },
};

static const SzCode course_type[] = {
  { SZ_COURSE_THEORY, "theory", "理论" },
  { SZ_COURSE_BILINGUAL, "bilingual", "双语" },
  { SZ_COURSE_INTEGRATED, "integrated", "一体化" },
  { SZ_COURSE_LAB, "lab", "实训" },
  { SZ_COURSE_OPERATION, "operation", "实操" },
  { SZ_COURSE_INTERNSHIP, "internship", "校外实习" },
  { -1, NULL, NULL },
};

static const SzCode training_role[] = {
  { SZ_TRAINING_LECTURER, "lecturer", "主讲" },
  { SZ_TRAINING_INSTRUCTOR, "instructor", "实训指导" },
  { SZ_TRAINING_ADVISER, "adviser", "班主任" },
  { SZ_TRAINING_LEADER, "leader", "项目负责人" },
  { -1, NULL, NULL },
};

static const SzCode time_slot[] = {
  { SZ_TIME_REGULAR, "regular", "常规" },
  { SZ_TIME_ON_SITE, "on_site", "企业现场" },
  { SZ_TIME_OFF_DUTY, "off_duty", "周末晚间" },
  { -1, NULL, NULL },
};

static const SzCode pay_mode[] = {
  { SZ_PAY_MODE_COUNT, "count_only", "计工作量" },
  { SZ_PAY_MODE_FEE, "fee_only", "发课酬" },
  { SZ_PAY_MODE_SPLIT, "split", "分段" },
  { -1, NULL, NULL },
};

static const SzCode yes_no[] = {
  { 1, "1", "是" },
  { 0, "0", "否" },
  { -1, NULL, NULL },
};

static const SzCode account[] = {
  { SZ_ACCOUNT_BASIC, "basic", "基础性" },
  { SZ_ACCOUNT_INCENTIVE, "incentive", "奖励性" },
  { SZ_ACCOUNT_X1, "x1", "成果转化奖励" },
  { SZ_ACCOUNT_X2, "x2", "高层次人才" },
  { SZ_ACCOUNT_X3, "x3", "经批准核增" },
  { SZ_ACCOUNT_CAP, "cap", "核定总量" },
  { SZ_ACCOUNT_PREVIOUS, "previous", "上年执行" },
  { -1, NULL, NULL },
};

static const SzCode fund[] = {
  { SZ_FUND_FISCAL, "fiscal", "财政" },
  { SZ_FUND_EARNED, "earned", "事业收入" },
  { SZ_FUND_TRAINING, "training", "培训净收入" },
  { SZ_FUND_SPECIAL, "special", "专项" },
  { -1, NULL, NULL },
};

static const SzCode weekday[] = {
  { 1, "1", "星期一" },
  { 2, "2", "星期二" },
  { 3, "3", "星期三" },
  { 4, "4", "星期四" },
  { 5, "5", "星期五" },
  { 6, "6", "星期六" },
  { 7, "7", "星期日" },
  { -1, NULL, NULL },
};

static const SzCode weeks[] = {
  { SZ_WEEKS_ALL, "all", "每周" },
  { SZ_WEEKS_ODD, "odd", "单周" },
  { SZ_WEEKS_EVEN, "even", "双周" },
  { -1, NULL, NULL },
};
/* The values are those of the enums in sz-career.h. */
static const SzCode certificate[] = {
  { 0, "skill", "职业技能等级" },
  { 1, "qualification", "职业资格" },
  { 2, "teacher", "教师资格" },
  { 3, "other", "其他" },
  { -1, NULL, NULL },
};

static const SzCode school_level[] = {
  { 0, "none", "无" },
  { 1, "middle", "中级工" },
  { 2, "senior", "高级工" },
  { 3, "reserve", "预备技师" },
  { 4, "master", "技师" },
  { -1, NULL, NULL },
};

static const SzCode achievement[] = {
  { 0, "paper", "论文" },          { 1, "book", "著作" },        { 2, "textbook", "教材" },
  { 3, "project", "课题" },        { 4, "teaching", "教学成果" }, { 5, "contest", "竞赛" },
  { 6, "coaching", "指导竞赛" },    { 7, "patent", "专利" },       { 8, "course", "课程资源" },
  { 9, "honour", "荣誉称号" },      { 10, "other", "其他" },       { -1, NULL, NULL },
};

static const SzCode achievement_level[] = {
  { 0, "state", "国家级" },
  { 1, "province", "省部级" },
  { 2, "city", "市厅级" },
  { 3, "school", "校级" },
  { -1, NULL, NULL },
};

static const SzCode prize[] = {
  { 0, "special", "特等" }, { 1, "first", "一等" }, { 2, "second", "二等" },
  { 3, "third", "三等" },   { 4, "other", "其他" }, { 5, "none", "无" },
  { -1, NULL, NULL },
};

static const SzCode discipline[] = {
  { 0, "warning", "警告" },          { 1, "demerit", "记过" },
  { 2, "demotion", "降低岗位等级" },  { 3, "dismissal", "开除" },
  { 4, "falsification", "弄虚作假" }, { 5, "investigation", "立案审查" },
  { -1, NULL, NULL },
};

/* The values of these are those of the enums in domain/recruit, in their order. */

static const SzCode ledger[] = {
  { 0, "approve", "核定" },
  { 1, "increase", "核增" },
  { 2, "decrease", "核减" },
  { 3, "freeze", "冻结" },
  { 4, "unfreeze", "解冻" },
  { -1, NULL, NULL },
};

static const SzCode recruit_way[] = {
  { 0, "open", "公开招聘" },
  { 1, "interview", "直接面试" },
  { 2, "experts", "专家评议" },
  { 3, "assessment", "直接考察" },
  { 4, "talent", "高层次人才" },
  { 5, "parttime", "兼职" },
  { -1, NULL, NULL },
};

static const SzCode exam_order[] = {
  { 0, "interview_first", "先面试后笔试" },
  { 1, "written_first", "先笔试后面试" },
  { 2, "interview_only", "直接面试" },
  { 3, "assessment", "考察" },
  { -1, NULL, NULL },
};

static const SzCode post_use[] = {
  { 0, "established", "在编" },
  { 1, "outside", "编外" },
  { 2, "parttime", "兼职员额" },
  { -1, NULL, NULL },
};

static const SzCode rounding[] = {
  { 0, "ceil", "向上取整" },
  { 1, "floor", "向下取整" },
  { -1, NULL, NULL },
};

static const SzCode condition[] = {
  { 0, "education", "学历" },
  { 1, "degree", "学位" },
  { 2, "major", "专业" },
  { 3, "age", "年龄" },
  { 4, "skill", "技能等级" },
  { 5, "title", "职称" },
  { 6, "years", "工作年限" },
  { 7, "political", "政治面貌" },
  { 8, "certificate", "证书" },
  { 9, "other", "其他条件" },
  { -1, NULL, NULL },
};

static const SzCode outcome[] = {
  { 1, "passed", "合格" },
  { 0, "failed", "不合格" },
  { -1, NULL, NULL },
};

static const SzCode consent[] = {
  { 1, "1", "同意" },
  { 0, "0", "不同意" },
  { -1, NULL, NULL },
};

static const SzCode score_status[] = {
  { 0, "absent", "缺考" },
  { 1, "void", "违纪" },
  { 2, "cheated", "作弊" },
  { -1, NULL, NULL },
};

static const SzCode day_kind[] = {
  { 1, "1", "上班" },
  { 0, "0", "放假" },
  { -1, NULL, NULL },
};

static const SzCode leave[] = {
  { SZ_LEAVE_SICK, "sick", "病假" },
  { SZ_LEAVE_PERSONAL, "personal", "事假" },
  { SZ_LEAVE_MATERNITY, "maternity", "产假" },
  { SZ_LEAVE_PATERNITY, "paternity", "护理假" },
  { SZ_LEAVE_PARENTAL, "parental", "育儿假" },
  { SZ_LEAVE_MARRIAGE, "marriage", "婚假" },
  { SZ_LEAVE_FUNERAL, "funeral", "丧假" },
  { SZ_LEAVE_INJURY, "injury", "工伤" },
  { SZ_LEAVE_ANNUAL, "annual", "年休假" },
  { SZ_LEAVE_OFFICIAL, "official", "公假" },
  { SZ_LEAVE_SECONDED, "seconded", "援派挂职" },
  { SZ_LEAVE_ABSENT, "absent", "旷工" },
  { SZ_LEAVE_OTHER, "other", "其他" },
  { -1, NULL, NULL },
};

static const SzCode deduction[] = {
  { SZ_TAX_BY_MONTH, "by_month", "按月" },
  { SZ_TAX_FIRST_JOB, "first_job", "首次就业" },
  { SZ_TAX_WHOLE_YEAR, "whole_year", "全年六万" },
  { -1, NULL, NULL },
};
/* clang-format on */

static const SzCode *const tables[SZ_N_TABLES] = {
  [SZ_TABLE_SEX] = sex,
  [SZ_TABLE_ETHNICITY] = sz_codes_ethnicity,
  [SZ_TABLE_POLITICAL] = sz_codes_political,
  [SZ_TABLE_EDUCATION] = sz_codes_education,
  [SZ_TABLE_DEGREE] = sz_codes_degree,
  [SZ_TABLE_TITLE] = sz_codes_title,
  [SZ_TABLE_SKILL] = skill,
  [SZ_TABLE_EMPLOYMENT] = employment,
  [SZ_TABLE_POST_CATEGORY] = post_category,
  [SZ_TABLE_SERVICE_STATE] = service_state,
  [SZ_TABLE_PAY_REGIME] = pay_regime,
  [SZ_TABLE_GRADE] = grade,
  [SZ_TABLE_COURSE_TYPE] = course_type,
  [SZ_TABLE_TRAINING_ROLE] = training_role,
  [SZ_TABLE_TIME_SLOT] = time_slot,
  [SZ_TABLE_PAY_MODE] = pay_mode,
  [SZ_TABLE_YES_NO] = yes_no,
  [SZ_TABLE_ACCOUNT] = account,
  [SZ_TABLE_FUND] = fund,
  [SZ_TABLE_WEEKDAY] = weekday,
  [SZ_TABLE_WEEKS] = weeks,
  [SZ_TABLE_LEDGER] = ledger,
  [SZ_TABLE_RECRUIT_WAY] = recruit_way,
  [SZ_TABLE_EXAM_ORDER] = exam_order,
  [SZ_TABLE_POST_USE] = post_use,
  [SZ_TABLE_ROUNDING] = rounding,
  [SZ_TABLE_CONDITION] = condition,
  [SZ_TABLE_OUTCOME] = outcome,
  [SZ_TABLE_CONSENT] = consent,
  [SZ_TABLE_SCORE_STATUS] = score_status,
  [SZ_TABLE_DAY_KIND] = day_kind,
  [SZ_TABLE_CERTIFICATE] = certificate,
  [SZ_TABLE_SCHOOL_LEVEL] = school_level,
  [SZ_TABLE_ACHIEVEMENT] = achievement,
  [SZ_TABLE_ACHIEVEMENT_LEVEL] = achievement_level,
  [SZ_TABLE_PRIZE] = prize,
  [SZ_TABLE_DISCIPLINE] = discipline,
  [SZ_TABLE_LEAVE] = leave,
  [SZ_TABLE_DEDUCTION] = deduction,
  [SZ_TABLE_GRADUATE] = sz_codes_graduate,
  [SZ_TABLE_CONTEST_LEVEL] = sz_codes_contest_level,
  [SZ_TABLE_CONTEST_ROLE] = sz_codes_contest_role,
  [SZ_TABLE_DUTY] = sz_codes_duty,
  [SZ_TABLE_ROTATION] = sz_codes_rotation,
  [SZ_TABLE_RECTIFY_AREA] = sz_codes_rectify_area,
  [SZ_TABLE_RECTIFY_SOURCE] = sz_codes_rectify_source,
  [SZ_TABLE_FUNCTION] = sz_codes_function,
  [SZ_TABLE_SKILL_RESULT] = sz_codes_skill_result,
  [SZ_TABLE_CLASS_STATE] = sz_codes_class_state,
  [SZ_TABLE_DECISION] = sz_codes_decision,
  [SZ_TABLE_OPEN_TO] = sz_codes_open_to,
};

static const char *const words[SZ_N_TABLES] = {
  [SZ_TABLE_SEX] = "sex",
  [SZ_TABLE_ETHNICITY] = "ethnicity",
  [SZ_TABLE_POLITICAL] = "political",
  [SZ_TABLE_EDUCATION] = "education",
  [SZ_TABLE_DEGREE] = "degree",
  [SZ_TABLE_TITLE] = "title",
  [SZ_TABLE_SKILL] = "skill",
  [SZ_TABLE_EMPLOYMENT] = "employment",
  [SZ_TABLE_POST_CATEGORY] = "post_category",
  [SZ_TABLE_SERVICE_STATE] = "service_state",
  [SZ_TABLE_PAY_REGIME] = "pay_regime",
  [SZ_TABLE_GRADE] = "grade",
  [SZ_TABLE_COURSE_TYPE] = "course_type",
  [SZ_TABLE_TRAINING_ROLE] = "training_role",
  [SZ_TABLE_TIME_SLOT] = "time_slot",
  [SZ_TABLE_PAY_MODE] = "pay_mode",
  [SZ_TABLE_YES_NO] = "yes_no",
  [SZ_TABLE_ACCOUNT] = "account",
  [SZ_TABLE_FUND] = "fund",
  [SZ_TABLE_WEEKDAY] = "weekday",
  [SZ_TABLE_WEEKS] = "weeks",
  [SZ_TABLE_LEDGER] = "ledger",
  [SZ_TABLE_RECRUIT_WAY] = "recruit_way",
  [SZ_TABLE_EXAM_ORDER] = "exam_order",
  [SZ_TABLE_POST_USE] = "post_use",
  [SZ_TABLE_ROUNDING] = "rounding",
  [SZ_TABLE_CONDITION] = "condition",
  [SZ_TABLE_OUTCOME] = "outcome",
  [SZ_TABLE_CONSENT] = "consent",
  [SZ_TABLE_SCORE_STATUS] = "score_status",
  [SZ_TABLE_DAY_KIND] = "day_kind",
  [SZ_TABLE_CERTIFICATE] = "certificate",
  [SZ_TABLE_SCHOOL_LEVEL] = "school_level",
  [SZ_TABLE_ACHIEVEMENT] = "achievement",
  [SZ_TABLE_ACHIEVEMENT_LEVEL] = "achievement_level",
  [SZ_TABLE_PRIZE] = "prize",
  [SZ_TABLE_DISCIPLINE] = "discipline",
  [SZ_TABLE_LEAVE] = "leave",
  [SZ_TABLE_DEDUCTION] = "deduction",
  [SZ_TABLE_GRADUATE] = "graduate",
  [SZ_TABLE_CONTEST_LEVEL] = "contest_level",
  [SZ_TABLE_CONTEST_ROLE] = "contest_role",
  [SZ_TABLE_DUTY] = "duty",
  [SZ_TABLE_ROTATION] = "rotation",
  [SZ_TABLE_RECTIFY_AREA] = "rectify_area",
  [SZ_TABLE_RECTIFY_SOURCE] = "rectify_source",
  [SZ_TABLE_FUNCTION] = "function",
  [SZ_TABLE_SKILL_RESULT] = "skill_result",
  [SZ_TABLE_CLASS_STATE] = "class_state",
  [SZ_TABLE_DECISION] = "decision",
  [SZ_TABLE_OPEN_TO] = "open_to",
};

const char *
sz_codes_word (SzCodeTable table)
{
  g_return_val_if_fail ((guint)table < SZ_N_TABLES, NULL);

  return words[table];
}

const SzCode *
sz_codes_table (SzCodeTable table)
{
  g_return_val_if_fail ((guint)table < SZ_N_TABLES, NULL);
  return tables[table];
}

/* Official terms may hold full-width parentheses, which folding has made half-width in @folded. */
static gboolean
matches_name (const char *name, const char *folded)
{
  g_autofree char *folded_name = NULL;

  if (strstr (name, "（") == NULL)
    return g_str_equal (name, folded);
  folded_name = sz_text_fold (name);
  return g_str_equal (folded_name, folded);
}

/* RULE ppl-2 */
const SzCode *
sz_codes_by_name (SzCodeTable table, const char *name)
{
  g_autofree char *folded = NULL;

  g_return_val_if_fail ((guint)table < SZ_N_TABLES, NULL);
  if (name == NULL)
    return NULL;
  folded = sz_text_fold (name);
  for (const SzCode *row = tables[table]; row->code != NULL; row++)
    if (matches_name (row->name, folded))
      return row;
  return NULL;
}

const SzCode *
sz_codes_by_code (SzCodeTable table, const char *code)
{
  g_return_val_if_fail ((guint)table < SZ_N_TABLES, NULL);
  for (const SzCode *row = tables[table]; code != NULL && row->code != NULL; row++)
    if (g_str_equal (row->code, code))
      return row;
  return NULL;
}

const SzCode *
sz_codes_by_value (SzCodeTable table, int value)
{
  g_return_val_if_fail ((guint)table < SZ_N_TABLES, NULL);
  for (const SzCode *row = tables[table]; row->code != NULL; row++)
    if (row->value == value)
      return row;
  return NULL;
}

const char *
sz_codes_name (SzCodeTable table, const char *code)
{
  const SzCode *row = sz_codes_by_code (table, code);

  if (code == NULL)
    return "";
  return row != NULL ? row->name : code;
}
