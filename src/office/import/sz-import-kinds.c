/* sz-import-kinds.c — the kinds of sheets a college hands in
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-import-kinds.h"

#include <glib/gi18n.h>

#include "sz-import-handlers-private.h"
#include "sz-kinds-people.h"
#include "sz-kinds-titles.h"

/* clang-format off */
#define T(table) SZ_TABLE_##table
#define NOTE_NAME N_ ("Only compared with the register")
#define NOTE_DATE N_ ("A date: 2025-09-01, 2025.09 or 2025年9月1日")
#define KIND(word, name, fields, handler_) \
  { word, name, SZ_IMPORT_FIELDS (fields), .handler = &sz_import_##handler_##_handler }

/* The order is that of the enums in the files of the handlers. */

static const SzImportField people[] = {
  { "工号", SZ_FIELD_STAFF_NO, .required = TRUE, .example = "1001", .note = N_ ("Each person's own, never given twice") },
  { "姓名", SZ_FIELD_NAME, .required = TRUE, .example = "张三" },
  { "身份证号", SZ_FIELD_ID_NUMBER, .required = TRUE, .example = "11010519491231002X", .note = N_ ("18 characters, as text") },
  { "性别", SZ_FIELD_CODE, .table = T (SEX), .example = "女" },
  { "出生日期", SZ_FIELD_DATE, .example = "1949-12-31", .note = N_ ("Only compared with the ID number") },
  { "民族", SZ_FIELD_CODE, .table = T (ETHNICITY), .example = "汉族" },
  { "政治面貌", SZ_FIELD_CODE, .table = T (POLITICAL), .example = "群众" },
  { "部门", SZ_FIELD_TEXT, .required = TRUE, .example = "机械工程系" },
  { "人员类别", SZ_FIELD_CODE, .required = TRUE, .table = T (EMPLOYMENT), .example = "在编" },
  { "岗位类别", SZ_FIELD_CODE, .table = T (POST_CATEGORY), .example = "专业技术" },
  { "岗位等级", SZ_FIELD_POST, .example = "专技八级", .note = N_ ("专技八级, 管理六级, 技术工二级, 普通工") },
  { "专任教师", SZ_FIELD_CODE, .table = T (YES_NO), .example = "是", .note = N_ ("Empty means 否") },
  { "职称", SZ_FIELD_CODE, .table = T (TITLE), .example = "讲师" },
  { "职称取得日期", SZ_FIELD_DATE, .example = "2019-12-01", .note = NOTE_DATE },
  { "岗位聘任日期", SZ_FIELD_DATE, .example = "2020-01-01", .note = N_ ("When the present post began; empty means 来校日期") },
  { "学历", SZ_FIELD_CODE, .table = T (EDUCATION), .example = "本科" },
  { "学位", SZ_FIELD_CODE, .table = T (DEGREE), .example = "学士" },
  { "毕业院校", SZ_FIELD_TEXT, .example = "某大学" },
  { "所学专业", SZ_FIELD_TEXT, .example = "机械工程" },
  { "技能等级", SZ_FIELD_CODE, .table = T (SKILL), .example = "技师" },
  { "参加工作日期", SZ_FIELD_DATE, .example = "2010-07-01", .note = NOTE_DATE },
  { "来校日期", SZ_FIELD_DATE, .example = "2010-07-01", .note = N_ ("First day of service") },
  { "离校日期", SZ_FIELD_DATE, .example = "", .note = N_ ("Last day of service; empty while in service") },
  { "在职状态", SZ_FIELD_CODE, .table = T (SERVICE_STATE), .example = "在职", .note = N_ ("Empty means 在职; any other needs 离校日期") },
  { "薪酬方式", SZ_FIELD_CODE, .table = T (PAY_REGIME), .example = "绩效", .note = N_ ("Empty means 绩效") },
  { "原退休年龄", SZ_FIELD_COUNT, .example = "55", .note = N_ ("60, 55 or 50: before the delay of 2025") },
  { "手机", SZ_FIELD_ACCOUNT, .example = "13800000000" },
  { "银行卡号", SZ_FIELD_ACCOUNT, .example = "6222000000000000000", .note = N_ ("As text") },
  { "备注", SZ_FIELD_TEXT, .example = "" },
};

static const SzImportField departments[] = {
  { "部门", SZ_FIELD_TEXT, .required = TRUE, .example = "机械工程系" },
  { "序号", SZ_FIELD_COUNT, .required = TRUE, .example = "1", .note = N_ ("The order on printed forms") },
  { "上级", SZ_FIELD_TEXT, .example = "" },
  { "系数", SZ_FIELD_RATIO, .example = "1.0000", .note = N_ ("Department coefficient, at most four decimals") },
};

static const SzImportField post_plan[] = {
  { "岗位类别", SZ_FIELD_CODE, .required = TRUE, .table = T (POST_CATEGORY), .example = "专业技术" },
  { "等级", SZ_FIELD_POST, .required = TRUE, .example = "专技八级" },
  { "核准数", SZ_FIELD_COUNT, .required = TRUE, .example = "14" },
  { "生效日期", SZ_FIELD_DATE, .required = TRUE, .example = "2023-01-01", .note = NOTE_DATE },
  { "核准文号", SZ_FIELD_TEXT, .example = "某人社岗〔2023〕1号" },
  { "序列", SZ_FIELD_TEXT, .example = "", .note = N_ ("学生工作, or empty for the ordinary series") },
};

static const SzImportField parttime[] = {
  { "协议号", SZ_FIELD_TEXT, .required = TRUE, .example = "JZ2025-001" },
  { "姓名", SZ_FIELD_NAME, .required = TRUE, .example = "李四" },
  { "身份证号", SZ_FIELD_ID_NUMBER, .required = TRUE, .example = "11010519491231002X", .note = N_ ("18 characters, as text") },
  { "原单位", SZ_FIELD_TEXT, .example = "某机床厂" },
  { "职称", SZ_FIELD_CODE, .table = T (TITLE), .example = "工程师" },
  { "技能等级", SZ_FIELD_CODE, .table = T (SKILL), .example = "高级技师" },
  { "部门", SZ_FIELD_TEXT, .example = "机械工程系" },
  { "课程", SZ_FIELD_TEXT, .example = "数控编程" },
  { "聘期起", SZ_FIELD_DATE, .required = TRUE, .example = "2025-09-01", .note = NOTE_DATE },
  { "聘期止", SZ_FIELD_DATE, .required = TRUE, .example = "2026-07-31", .note = N_ ("Last day of the term") },
  { "占用员额", SZ_FIELD_RATIO, .example = "0.5", .note = N_ ("Empty means 1") },
  { "课酬标准", SZ_FIELD_MONEY, .example = "120.00", .note = N_ ("Yuan per hour") },
};

static const SzImportField teaching[] = {
  { "年度", SZ_FIELD_YEAR, .required = TRUE, .example = "2025" },
  { "学期", SZ_FIELD_TEXT, .example = "秋季" },
  { "工号", SZ_FIELD_STAFF_NO, .required = TRUE, .example = "1001" },
  { "姓名", SZ_FIELD_NAME, .example = "张三", .note = NOTE_NAME },
  { "课程", SZ_FIELD_TEXT, .required = TRUE, .example = "数控编程" },
  { "班级", SZ_FIELD_TEXT, .example = "24级3班" },
  { "人数", SZ_FIELD_COUNT, .required = TRUE, .example = "46" },
  { "计划课时", SZ_FIELD_HOURS, .required = TRUE, .example = "72" },
  { "课程类型", SZ_FIELD_CODE, .required = TRUE, .table = T (COURSE_TYPE), .example = "理论" },
  { "重复班", SZ_FIELD_CODE, .table = T (YES_NO), .example = "否" },
  { "新课", SZ_FIELD_CODE, .table = T (YES_NO), .example = "否" },
};

static const SzImportField training[] = {
  { "项目编号", SZ_FIELD_TEXT, .required = TRUE, .example = "PX202501" },
  { "项目名称", SZ_FIELD_TEXT, .required = TRUE, .example = "2025年金蓝领培训" },
  { "项目类别", SZ_FIELD_TEXT, .required = TRUE, .example = "金蓝领" },
  { "班次", SZ_FIELD_TEXT, .required = TRUE, .example = "第1期" },
  { "日期", SZ_FIELD_DATE, .required = TRUE, .example = "2025-03-20", .note = NOTE_DATE },
  { "节次", SZ_FIELD_TEXT, .example = "上午", .note = N_ ("One teacher, date and period belongs to one record") },
  { "工号", SZ_FIELD_STAFF_NO, .required = TRUE, .example = "1001" },
  { "姓名", SZ_FIELD_NAME, .example = "张三", .note = NOTE_NAME },
  { "角色", SZ_FIELD_CODE, .table = T (TRAINING_ROLE), .example = "主讲", .note = N_ ("Empty means 主讲") },
  { "课程类型", SZ_FIELD_CODE, .required = TRUE, .table = T (COURSE_TYPE), .example = "理论" },
  { "人数", SZ_FIELD_COUNT, .required = TRUE, .example = "55" },
  { "课时", SZ_FIELD_HOURS, .required = TRUE, .example = "8" },
  { "时段", SZ_FIELD_CODE, .table = T (TIME_SLOT), .example = "常规", .note = N_ ("Empty means 常规") },
  { "计酬方式", SZ_FIELD_CODE, .table = T (PAY_MODE), .example = "计工作量", .note = N_ ("Empty means 计工作量") },
};

static const SzImportField training_income[] = {
  { "年度", SZ_FIELD_YEAR, .required = TRUE, .example = "2025" },
  { "项目编号", SZ_FIELD_TEXT, .required = TRUE, .example = "PX202501" },
  { "收入", SZ_FIELD_MONEY, .required = TRUE, .example = "120000.00" },
  { "成本", SZ_FIELD_MONEY, .required = TRUE, .example = "45000.00" },
  { "培训人次", SZ_FIELD_COUNT, .required = TRUE, .example = "180" },
};

static const SzImportField assessments[] = {
  { "年度", SZ_FIELD_YEAR, .required = TRUE, .example = "2025" },
  { "工号", SZ_FIELD_STAFF_NO, .required = TRUE, .example = "1001" },
  { "姓名", SZ_FIELD_NAME, .example = "张三", .note = NOTE_NAME },
  { "档次", SZ_FIELD_CODE, .required = TRUE, .table = T (GRADE), .example = "合格" },
};

static const SzImportField quotas[] = {
  { "年度", SZ_FIELD_YEAR, .required = TRUE, .example = "2025" },
  { "工号", SZ_FIELD_STAFF_NO, .required = TRUE, .example = "1001" },
  { "姓名", SZ_FIELD_NAME, .example = "张三", .note = NOTE_NAME },
  { "额定课时", SZ_FIELD_HOURS, .required = TRUE, .example = "320" },
};

static const SzImportField awards[] = {
  { "年度", SZ_FIELD_YEAR, .required = TRUE, .example = "2025" },
  { "工号", SZ_FIELD_STAFF_NO, .required = TRUE, .example = "1001" },
  { "姓名", SZ_FIELD_NAME, .example = "张三", .note = NOTE_NAME },
  { "业绩点", SZ_FIELD_HOURS, .required = TRUE, .example = "12" },
  { "依据", SZ_FIELD_TEXT, .example = "教学成果" },
};

static const SzImportField roles[] = {
  { "年度", SZ_FIELD_YEAR, .required = TRUE, .example = "2025" },
  { "工号", SZ_FIELD_STAFF_NO, .required = TRUE, .example = "1001" },
  { "姓名", SZ_FIELD_NAME, .example = "张三", .note = NOTE_NAME },
  { "角色", SZ_FIELD_TEXT, .required = TRUE, .example = "班主任" },
  { "起", SZ_FIELD_DATE, .required = TRUE, .example = "2025-09-01" },
  { "止", SZ_FIELD_DATE, .example = "", .note = N_ ("Empty means the end of the year") },
};

static const SzImportField factors[] = {
  { "年度", SZ_FIELD_YEAR, .required = TRUE, .example = "2025" },
  { "工号", SZ_FIELD_STAFF_NO, .required = TRUE, .example = "1001" },
  { "姓名", SZ_FIELD_NAME, .example = "张三", .note = NOTE_NAME },
  { "项目", SZ_FIELD_TEXT, .required = TRUE, .example = "满意度", .note = N_ ("The name after value: in a scheme") },
  { "值", SZ_FIELD_RATIO, .required = TRUE, .example = "0.9500" },
};

static const SzImportField annual_pay[] = {
  { "年度", SZ_FIELD_YEAR, .required = TRUE, .example = "2025" },
  { "工号", SZ_FIELD_STAFF_NO, .required = TRUE, .example = "1001" },
  { "姓名", SZ_FIELD_NAME, .example = "张三", .note = NOTE_NAME },
  { "应发合计", SZ_FIELD_MONEY, .required = TRUE, .example = "136232.14" },
};

static const SzImportField pay_ledger[] = {
  { "年度", SZ_FIELD_YEAR, .required = TRUE, .example = "2025" },
  { "月份", SZ_FIELD_COUNT, .required = TRUE, .example = "3", .note = N_ ("1 to 12; 0 for the year as a whole") },
  { "科目", SZ_FIELD_CODE, .required = TRUE, .table = T (ACCOUNT), .example = "奖励性" },
  { "金额", SZ_FIELD_MONEY, .required = TRUE, .example = "802880.00" },
  { "来源", SZ_FIELD_TEXT, .example = "财政", .note = N_ ("财政, 事业收入, 培训净收入 or 专项; X1 to X3 name their own") },
  { "文号", SZ_FIELD_TEXT, .example = "某人社字〔2025〕1号", .note = N_ ("Required for X3") },
};

static const SzImportField advances[] = {
  { "年度", SZ_FIELD_YEAR, .required = TRUE, .example = "2025" },
  { "工号", SZ_FIELD_STAFF_NO, .required = TRUE, .example = "1001" },
  { "月份", SZ_FIELD_COUNT, .required = TRUE, .example = "6" },
  { "金额", SZ_FIELD_MONEY, .required = TRUE, .example = "1000.00", .note = N_ ("Paid ahead; comes off what is paid now") },
};

static const SzImportField withholding[] = {
  { "年度", SZ_FIELD_YEAR, .required = TRUE, .example = "2025" },
  { "工号", SZ_FIELD_STAFF_NO, .required = TRUE, .example = "1001" },
  { "月份", SZ_FIELD_COUNT, .required = TRUE, .example = "12" },
  { "代扣税", SZ_FIELD_MONEY, .required = TRUE, .example = "312.50" },
  { "其他代扣", SZ_FIELD_MONEY, .example = "0.00" },
};

static const SzImportField transfers[] = {
  { "年度", SZ_FIELD_YEAR, .required = TRUE, .example = "2025" },
  { "项目", SZ_FIELD_TEXT, .required = TRUE, .example = "快换夹具" },
  { "登记号", SZ_FIELD_TEXT, .required = TRUE, .example = "2025370001", .note = N_ ("Of the technology contract") },
  { "净收入", SZ_FIELD_MONEY, .required = TRUE, .example = "600000.00" },
  { "奖励比例", SZ_FIELD_RATIO, .required = TRUE, .example = "0.7000" },
  { "工号", SZ_FIELD_STAFF_NO, .required = TRUE, .example = "1001" },
  { "贡献比例", SZ_FIELD_RATIO, .required = TRUE, .example = "0.6000", .note = N_ ("Of the award; those of a project add up to 1") },
  { "主要贡献人", SZ_FIELD_CODE, .table = T (YES_NO), .example = "是", .note = N_ ("They get at least half") },
};

static const SzImportField talents[] = {
  { "工号", SZ_FIELD_STAFF_NO, .required = TRUE, .example = "1001" },
  { "方式", SZ_FIELD_CODE, .required = TRUE, .table = T (PAY_REGIME), .example = "年薪", .note = N_ ("年薪, 协议 or 项目") },
  { "年度", SZ_FIELD_YEAR, .required = TRUE, .example = "2025" },
  { "金额", SZ_FIELD_MONEY, .required = TRUE, .example = "300000.00" },
  { "批文号", SZ_FIELD_TEXT, .example = "某人社批〔2025〕1号" },
};

static const SzImportField timetable[] = {
  { "学期", SZ_FIELD_TEXT, .required = TRUE, .example = "2025春", .note = N_ ("As in the parameter load.term_start") },
  { "工号", SZ_FIELD_STAFF_NO, .required = TRUE, .example = "1001" },
  { "星期", SZ_FIELD_CODE, .required = TRUE, .table = T (WEEKDAY), .example = "星期三" },
  { "节次", SZ_FIELD_TEXT, .required = TRUE, .example = "1-2" },
  { "起止周", SZ_FIELD_TEXT, .required = TRUE, .example = "1-17" },
  { "单双周", SZ_FIELD_CODE, .table = T (WEEKS), .example = "每周", .note = N_ ("Empty means 每周") },
  { "课程", SZ_FIELD_TEXT, .example = "数控编程" },
  { "班级", SZ_FIELD_TEXT, .example = "24级3班" },
};


static const SzImportKind kinds[] = {
  KIND ("departments", "部门", departments, departments),
  KIND ("people", "教职工花名册", people, people),
  KIND ("post-plan", "岗位核准", post_plan, post_plan),
  KIND ("parttime", "兼职教师", parttime, parttime),
  KIND ("teaching", "教学工作量", teaching, teaching),
  KIND ("training", "培训授课记录", training, training),
  KIND ("training-income", "培训收支", training_income, training_income),
  KIND ("assessments", "年度考核", assessments, assessments),
  KIND ("quotas", "额定课时", quotas, quotas),
  KIND ("awards", "业绩点", awards, awards),
  KIND ("roles", "角色", roles, roles),
  KIND ("factors", "项目值", factors, factors),
  KIND ("annual-pay", "全年薪酬", annual_pay, annual_pay),
  KIND ("pay-ledger", "绩效工资台账", pay_ledger, ledger),
  KIND ("advances", "预发绩效", advances, advances),
  KIND ("withholding", "代扣", withholding, withholding),
  KIND ("transfers", "科技成果转化", transfers, transfers),
  KIND ("talents", "高层次人才薪酬", talents, talents),
  KIND ("timetable", "课表", timetable, timetable),
};
/* clang-format on */

static const SzImportKind *const kind_list[] = {
  &kinds[0], &kinds[1], &kinds[2], &kinds[3], &kinds[4], &kinds[5], &kinds[6], &kinds[7], &kinds[8], &kinds[9], &kinds[10], &kinds[11], &kinds[12], &kinds[13], &kinds[14], &kinds[15], &kinds[16], &kinds[17], &kinds[18],
  &sz_import_kind_leaves,
  &sz_import_kind_kinship,
  &sz_import_kind_appointments,
  &sz_import_kind_titles,
  &sz_import_kind_education,
  &sz_import_kind_certificates,
  &sz_import_kind_yearly_hours,
  &sz_import_kind_further_education,
  &sz_import_kind_practice,
  &sz_import_kind_achievements,
  &sz_import_kind_discipline,
  &sz_import_kind_dual_posts,
  &sz_import_kind_special_posts,
  &sz_import_kind_student_affairs,
  &sz_import_kind_title_batch,
  &sz_import_kind_title_evidence,
  &sz_import_kind_panel,
  &sz_import_kind_recusals,
  &sz_import_kind_ballots,
  NULL,
};

const SzImportKind *const *
sz_import_kinds (void)
{
  return kind_list;
}

const SzImportKind *
sz_import_kind_find (const char *word)
{
  g_return_val_if_fail (word != NULL, NULL);

  for (gsize i = 0; kind_list[i] != NULL; i++)
    if (g_str_equal (kind_list[i]->word, word) || g_strcmp0 (kind_list[i]->alias, word) == 0)
      return kind_list[i];
  return NULL;
}
