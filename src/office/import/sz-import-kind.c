/* sz-import-kind.c — the kinds of sheets a college hands in, and their headings
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-import-kind.h"

#include <glib/gi18n.h>

#include "sz-columns.h"
#include "sz-import-handlers-private.h"
#include "sz-import-private.h"

/* clang-format off */
#define F(heading, type, ...) { heading, FALSE, SZ_FIELD_##type, ##__VA_ARGS__ }
#define R(heading, type, ...) { heading, TRUE, SZ_FIELD_##type, ##__VA_ARGS__ }
#define T(table) SZ_TABLE_##table
#define NOTE_NAME N_ ("Only compared with the register")
#define NOTE_DATE N_ ("A date: 2025-09-01, 2025.09 or 2025年9月1日")

/* The order is that of the enums in the files of the handlers. */

static const SzImportField people[] = {
  R ("工号", STAFF_NO, 0, "1001", N_ ("Each person's own, never given twice")),
  R ("姓名", NAME, 0, "张三"),
  R ("身份证号", ID_NUMBER, 0, "11010519491231002X", N_ ("18 characters, as text")),
  F ("性别", CODE, T (SEX), "女"),
  F ("出生日期", DATE, 0, "1949-12-31", N_ ("Only compared with the ID number")),
  F ("民族", CODE, T (ETHNICITY), "汉族"),
  F ("政治面貌", CODE, T (POLITICAL), "群众"),
  R ("部门", TEXT, 0, "机械工程系"),
  R ("人员类别", CODE, T (EMPLOYMENT), "在编"),
  F ("岗位类别", CODE, T (POST_CATEGORY), "专业技术"),
  F ("岗位等级", POST, 0, "专技八级", N_ ("专技八级, 管理六级, 技术工二级, 普通工")),
  F ("专任教师", CODE, T (YES_NO), "是", N_ ("Empty means 否")),
  F ("职称", CODE, T (TITLE), "讲师"),
  F ("职称取得日期", DATE, 0, "2019-12-01", NOTE_DATE),
  F ("岗位聘任日期", DATE, 0, "2020-01-01", N_ ("When the present post began; empty means 来校日期")),
  F ("学历", CODE, T (EDUCATION), "本科"),
  F ("学位", CODE, T (DEGREE), "学士"),
  F ("毕业院校", TEXT, 0, "某大学"),
  F ("所学专业", TEXT, 0, "机械工程"),
  F ("技能等级", CODE, T (SKILL), "技师"),
  F ("参加工作日期", DATE, 0, "2010-07-01", NOTE_DATE),
  F ("来校日期", DATE, 0, "2010-07-01", N_ ("First day of service")),
  F ("离校日期", DATE, 0, "", N_ ("Last day of service; empty while in service")),
  F ("在职状态", CODE, T (SERVICE_STATE), "在职", N_ ("Empty means 在职; any other needs 离校日期")),
  F ("薪酬方式", CODE, T (PAY_REGIME), "绩效", N_ ("Empty means 绩效")),
  F ("原退休年龄", COUNT, 0, "55", N_ ("60, 55 or 50: before the delay of 2025")),
  F ("手机", ACCOUNT, 0, "13800000000"),
  F ("银行卡号", ACCOUNT, 0, "6222000000000000000", N_ ("As text")),
  F ("备注", TEXT, 0, ""),
};

static const SzImportField departments[] = {
  R ("部门", TEXT, 0, "机械工程系"),
  R ("序号", COUNT, 0, "1", N_ ("The order on printed forms")),
  F ("上级", TEXT, 0, ""),
  F ("系数", RATIO, 0, "1.0000", N_ ("Department coefficient, at most four decimals")),
};

static const SzImportField post_plan[] = {
  R ("岗位类别", CODE, T (POST_CATEGORY), "专业技术"),
  R ("等级", POST, 0, "专技八级"),
  R ("核准数", COUNT, 0, "14"),
  R ("生效日期", DATE, 0, "2023-01-01", NOTE_DATE),
  F ("核准文号", TEXT, 0, "某人社岗〔2023〕1号"),
};

static const SzImportField parttime[] = {
  R ("协议号", TEXT, 0, "JZ2025-001"),
  R ("姓名", NAME, 0, "李四"),
  R ("身份证号", ID_NUMBER, 0, "11010519491231002X", N_ ("18 characters, as text")),
  F ("原单位", TEXT, 0, "某机床厂"),
  F ("职称", CODE, T (TITLE), "工程师"),
  F ("技能等级", CODE, T (SKILL), "高级技师"),
  F ("部门", TEXT, 0, "机械工程系"),
  F ("课程", TEXT, 0, "数控编程"),
  R ("聘期起", DATE, 0, "2025-09-01", NOTE_DATE),
  R ("聘期止", DATE, 0, "2026-07-31", N_ ("Last day of the term")),
  F ("占用员额", RATIO, 0, "0.5", N_ ("Empty means 1")),
  F ("课酬标准", MONEY, 0, "120.00", N_ ("Yuan per hour")),
};

static const SzImportField teaching[] = {
  R ("年度", YEAR, 0, "2025"),
  F ("学期", TEXT, 0, "秋季"),
  R ("工号", STAFF_NO, 0, "1001"),
  F ("姓名", NAME, 0, "张三", NOTE_NAME),
  R ("课程", TEXT, 0, "数控编程"),
  F ("班级", TEXT, 0, "24级3班"),
  R ("人数", COUNT, 0, "46"),
  R ("计划课时", HOURS, 0, "72"),
  R ("课程类型", CODE, T (COURSE_TYPE), "理论"),
  F ("重复班", CODE, T (YES_NO), "否"),
  F ("新课", CODE, T (YES_NO), "否"),
};

static const SzImportField training[] = {
  R ("项目编号", TEXT, 0, "PX202501"),
  R ("项目名称", TEXT, 0, "2025年金蓝领培训"),
  R ("项目类别", TEXT, 0, "金蓝领"),
  R ("班次", TEXT, 0, "第1期"),
  R ("日期", DATE, 0, "2025-03-20", NOTE_DATE),
  F ("节次", TEXT, 0, "上午", N_ ("One teacher, date and period belongs to one record")),
  R ("工号", STAFF_NO, 0, "1001"),
  F ("姓名", NAME, 0, "张三", NOTE_NAME),
  F ("角色", CODE, T (TRAINING_ROLE), "主讲", N_ ("Empty means 主讲")),
  R ("课程类型", CODE, T (COURSE_TYPE), "理论"),
  R ("人数", COUNT, 0, "55"),
  R ("课时", HOURS, 0, "8"),
  F ("时段", CODE, T (TIME_SLOT), "常规", N_ ("Empty means 常规")),
  F ("计酬方式", CODE, T (PAY_MODE), "计工作量", N_ ("Empty means 计工作量")),
};

static const SzImportField training_income[] = {
  R ("年度", YEAR, 0, "2025"),
  R ("项目编号", TEXT, 0, "PX202501"),
  R ("收入", MONEY, 0, "120000.00"),
  R ("成本", MONEY, 0, "45000.00"),
  R ("培训人次", COUNT, 0, "180"),
};

static const SzImportField assessments[] = {
  R ("年度", YEAR, 0, "2025"),
  R ("工号", STAFF_NO, 0, "1001"),
  F ("姓名", NAME, 0, "张三", NOTE_NAME),
  R ("档次", CODE, T (GRADE), "合格"),
};

static const SzImportField quotas[] = {
  R ("年度", YEAR, 0, "2025"),
  R ("工号", STAFF_NO, 0, "1001"),
  F ("姓名", NAME, 0, "张三", NOTE_NAME),
  R ("额定课时", HOURS, 0, "320"),
};

static const SzImportField awards[] = {
  R ("年度", YEAR, 0, "2025"),
  R ("工号", STAFF_NO, 0, "1001"),
  F ("姓名", NAME, 0, "张三", NOTE_NAME),
  R ("业绩点", HOURS, 0, "12"),
  F ("依据", TEXT, 0, "教学成果"),
};

static const SzImportField roles[] = {
  R ("年度", YEAR, 0, "2025"),
  R ("工号", STAFF_NO, 0, "1001"),
  F ("姓名", NAME, 0, "张三", NOTE_NAME),
  R ("角色", TEXT, 0, "班主任"),
  R ("起", DATE, 0, "2025-09-01"),
  F ("止", DATE, 0, "", N_ ("Empty means the end of the year")),
};

static const SzImportField factors[] = {
  R ("年度", YEAR, 0, "2025"),
  R ("工号", STAFF_NO, 0, "1001"),
  F ("姓名", NAME, 0, "张三", NOTE_NAME),
  R ("项目", TEXT, 0, "满意度", N_ ("The name after value: in a scheme")),
  R ("值", RATIO, 0, "0.9500"),
};

static const SzImportField annual_pay[] = {
  R ("年度", YEAR, 0, "2025"),
  R ("工号", STAFF_NO, 0, "1001"),
  F ("姓名", NAME, 0, "张三", NOTE_NAME),
  R ("应发合计", MONEY, 0, "136232.14"),
};

static const SzImportField pay_ledger[] = {
  R ("年度", YEAR, 0, "2025"),
  R ("月份", COUNT, 0, "3", N_ ("1 to 12; 0 for the year as a whole")),
  R ("科目", CODE, T (ACCOUNT), "奖励性"),
  R ("金额", MONEY, 0, "802880.00"),
  F ("来源", TEXT, 0, "财政", N_ ("财政, 事业收入, 培训净收入 or 专项; X1 to X3 name their own")),
  F ("文号", TEXT, 0, "某人社字〔2025〕1号", N_ ("Required for X3")),
};

static const SzImportField advances[] = {
  R ("年度", YEAR, 0, "2025"),
  R ("工号", STAFF_NO, 0, "1001"),
  R ("月份", COUNT, 0, "6"),
  R ("金额", MONEY, 0, "1000.00", N_ ("Paid ahead; comes off what is paid now")),
};

static const SzImportField withholding[] = {
  R ("年度", YEAR, 0, "2025"),
  R ("工号", STAFF_NO, 0, "1001"),
  R ("月份", COUNT, 0, "12"),
  R ("代扣税", MONEY, 0, "312.50"),
  F ("其他代扣", MONEY, 0, "0.00"),
};

static const SzImportField transfers[] = {
  R ("年度", YEAR, 0, "2025"),
  R ("项目", TEXT, 0, "快换夹具"),
  R ("登记号", TEXT, 0, "2025370001", N_ ("Of the technology contract")),
  R ("净收入", MONEY, 0, "600000.00"),
  R ("奖励比例", RATIO, 0, "0.7000"),
  R ("工号", STAFF_NO, 0, "1001"),
  R ("贡献比例", RATIO, 0, "0.6000", N_ ("Of the award; those of a project add up to 1")),
  F ("主要贡献人", CODE, T (YES_NO), "是", N_ ("They get at least half")),
};

static const SzImportField talents[] = {
  R ("工号", STAFF_NO, 0, "1001"),
  R ("方式", CODE, T (PAY_REGIME), "年薪", N_ ("年薪, 协议 or 项目")),
  R ("年度", YEAR, 0, "2025"),
  R ("金额", MONEY, 0, "300000.00"),
  F ("批文号", TEXT, 0, "某人社批〔2025〕1号"),
};

static const SzImportField timetable[] = {
  R ("学期", TEXT, 0, "2025春", N_ ("As in the parameter load.term_start")),
  R ("工号", STAFF_NO, 0, "1001"),
  R ("星期", CODE, T (WEEKDAY), "星期三"),
  R ("节次", TEXT, 0, "1-2"),
  R ("起止周", TEXT, 0, "1-17"),
  F ("单双周", CODE, T (WEEKS), "每周", N_ ("Empty means 每周")),
  F ("课程", TEXT, 0, "数控编程"),
  F ("班级", TEXT, 0, "24级3班"),
};

#define KIND(word, name, fields, handler) \
  { word, name, fields, G_N_ELEMENTS (fields), &sz_import_##handler##_handler }

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

static const SzImportKind *const kind_list[G_N_ELEMENTS (kinds) + 1] = {
  &kinds[0], &kinds[1], &kinds[2], &kinds[3], &kinds[4], &kinds[5], &kinds[6], &kinds[7], &kinds[8], &kinds[9], &kinds[10], &kinds[11], &kinds[12], &kinds[13], &kinds[14], &kinds[15], &kinds[16], &kinds[17], &kinds[18], NULL,
};

const SzImportKind *const *
sz_import_kinds (void)
{
  return kind_list;
}

const SzImportKind *
sz_import_kind_find (const char *word)
{
  for (gsize i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      if (g_str_equal (kinds[i].word, word))
        return &kinds[i];
    }
  return NULL;
}

static gboolean
means_field (SzSynonyms *synonyms, const SzImportField *field, const char *folded)
{
  const char *const *others = sz_synonyms_headings (synonyms, field->heading);

  if (g_str_equal (field->heading, folded))
    return TRUE;
  return others != NULL && g_strv_contains (others, folded);
}

int
sz_import_kind_field (const SzImportKind *kind, const char *heading)
{
  g_autoptr (SzSynonyms) synonyms = sz_synonyms_new (NULL, NULL);

  return sz_import_kind_match (kind, synonyms, heading);
}

int
sz_import_kind_match (const SzImportKind *kind, SzSynonyms *synonyms, const char *heading)
{
  g_autofree char *folded = sz_columns_fold (heading);

  for (guint i = 0; i < kind->n_fields; i++)
    {
      if (means_field (synonyms, &kind->fields[i], folded))
        return (int)i;
    }
  return -1;
}
