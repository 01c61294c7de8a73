/* sz-kinds-recruit.c — posts, relaxations, applicants, honours, judges of recruitment (RULE rec-15
 * … rec-17, rec-8)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-kinds-recruit.h"

#include <glib/gi18n.h>
#include <string.h>

#include "sz-params.h"
#include "sz-recruit-import-private.h"
#include "sz-row-type.h"
#include "sz-recruit-lists.h"

/* clang-format off */
#define T(name) .table = SZ_TABLE_##name
#define POS(member) SZ_FIELD_AT (SzPositionRow, member)
#define APP(member) SZ_FIELD_AT (SzApplicantRow, member)
#define NEEDED .required = TRUE

static const SzImportField position_fields[] = {
  { "招聘批次", SZ_FIELD_TEXT, POS (plan), NEEDED, .example = "2025-1" },
  { "岗位代码", SZ_FIELD_TEXT, POS (code), NEEDED, .example = "A01" },
  { "岗位名称", SZ_FIELD_TEXT, POS (name), NEEDED, .example = "机械专业教师" },
  { "部门", SZ_FIELD_TEXT, POS (department), .example = "机械工程系" },
  { "岗位类别", SZ_FIELD_CODE, T (POST_CATEGORY), .example = "专业技术" },
  { "岗位等级", SZ_FIELD_POST, POS (post), .example = "专技十级" },
  { "专任教师", SZ_FIELD_CODE, POS (full_time), T (YES_NO), .example = "是" },
  { "用编", SZ_FIELD_CODE, POS (uses), T (POST_USE), .example = "在编", .note = N_ ("Empty means 在编") },
  { "招聘人数", SZ_FIELD_COUNT, POS (places), NEEDED, .example = "2" },
  { "学历要求", SZ_FIELD_TEXT, POS (education), .example = "本科及以上" },
  { "学位要求", SZ_FIELD_TEXT, POS (degree), .example = "学士及以上" },
  { "专业要求", SZ_FIELD_TEXT, POS (major), .example = "机械类、数控技术" },
  { "年龄要求", SZ_FIELD_TEXT, POS (age), .example = "40周岁以下" },
  { "技能等级要求", SZ_FIELD_TEXT, POS (skill), .example = "高级工及以上" },
  { "职称要求", SZ_FIELD_TEXT, POS (title), .example = "" },
  { "工作年限要求", SZ_FIELD_TEXT, POS (years), .example = "2年" },
  { "政治面貌要求", SZ_FIELD_TEXT, POS (political), .example = "" },
  { "证书要求", SZ_FIELD_TEXT, POS (certificate), .example = "教师资格证" },
  { "其他条件", SZ_FIELD_TEXT, POS (other), .example = "" },
  { "招聘方式", SZ_FIELD_CODE, POS (way), NEEDED, T (RECRUIT_WAY), .example = "公开招聘" },
  { "考试方式", SZ_FIELD_CODE, POS (exam_order), T (EXAM_ORDER), .example = "先面试后笔试" },
  { "成绩构成", SZ_FIELD_TEXT, POS (components), .example = "面试50%+笔试50%" },
  { "合格线", SZ_FIELD_TEXT, POS (lines), .example = "60" },
  { "同分", SZ_FIELD_TEXT, POS (tie), .example = "笔试>面试" },
  { "开考比例", SZ_FIELD_TEXT, POS (open_ratio), .example = "3:1" },
  { "进入倍数", SZ_FIELD_TEXT, POS (enter_multiple), .example = "3" },
  { "考察比例", SZ_FIELD_TEXT, POS (check_ratio), .example = "1:1.2" },
  { "取整", SZ_FIELD_CODE, POS (rounding), T (ROUNDING), .example = "向上取整" },
  { "面试分项", SZ_FIELD_TEXT, POS (items), .example = "试讲50+答辩30+实操20" },
  { "不足比例面试线", SZ_FIELD_TEXT, POS (thin_pass), .example = "70" },
  { "占用员额", SZ_FIELD_RATIO, POS (fte_x1e4), .example = "", .note = N_ ("Of 兼职 only; empty means 1") },
  { "聘期起", SZ_FIELD_DATE, POS (term_from), .example = "" },
  { "聘期止", SZ_FIELD_DATE, POS (term_to), .example = "" },
  { "批文号", SZ_FIELD_TEXT, POS (approval), .example = "鲁人社招〔2025〕1号" },
  { "备注", SZ_FIELD_TEXT, POS (note), .example = "" },
};
/* clang-format on */

/* Cells of a requirement, in the order of SzScreenCondition. */
static const char *const requirement_headings[SZ_N_REQUIREMENTS]
    = { "学历要求", "学位要求",     "专业要求",     "年龄要求", "技能等级要求",
        "职称要求", "工作年限要求", "政治面貌要求", "证书要求", "其他条件" };

static const char *const cell_headings[SZ_N_CELLS] = {
  [SZ_CELL_COMPONENTS] = "成绩构成",      [SZ_CELL_LINES] = "合格线",
  [SZ_CELL_ITEMS] = "面试分项",           [SZ_CELL_RATIO] = "开考比例",
  [SZ_CELL_ENTER] = "进入倍数",           [SZ_CELL_CHECK] = "考察比例",
  [SZ_CELL_THIN_PASS] = "不足比例面试线",
};

static void
find_at (SzImportRun *run, const char *code, const char *heading)
{
  const int field = sz_import_field (run, heading);

  sz_import_find (run, SZ_SEVERITY_ERROR, code, field, sz_import_get_cell (run, (guint)field)->text,
                  NULL);
}

/* RULE rec-15: 兼职员额 always and only for 兼职, with its term. */
static gboolean
resolve_position (SzImportRun *run, gpointer data, GError **error)
{
  SzPositionRow *row = data;

  if (row->places < 1)
    find_at (run, "number.invalid", "招聘人数");
  if ((row->way == SZ_WAY_PARTTIME) != (row->uses == SZ_USES_PARTTIME)
      && sz_import_has (run, (guint)sz_import_field (run, "用编")))
    find_at (run, "position.uses", "用编");
  if (row->way != SZ_WAY_PARTTIME)
    return TRUE;
  row->uses = SZ_USES_PARTTIME;
  if (row->fte_x1e4 == 0)
    row->fte_x1e4 = SZ_RATIO_ONE;
  if (row->term_from == SZ_DATE_NONE)
    find_at (run, "required.missing", "聘期起");
  if (row->term_to == SZ_DATE_NONE)
    find_at (run, "required.missing", "聘期止");
  if (row->term_to != SZ_DATE_NONE && row->term_to < row->term_from)
    find_at (run, "date.order", "聘期止");
  return TRUE;
}

static void
find_cell_cb (SzPositionCell cell, const char *code, gpointer user_data)
{
  find_at (user_data, code, cell_headings[cell]);
}

static gboolean
check_position (SzImportRun *run, gconstpointer data, GError **error)
{
  const SzPositionRow *row = data;
  const char *const cells[SZ_N_REQUIREMENTS]
      = { row->education, row->degree, row->major,     row->age,         row->skill,
          row->title,     row->years,  row->political, row->certificate, row->other };
  g_auto (SzPlanRow) plan = { .code = g_strdup (row->plan) };
  g_autoptr (GArray) params = sz_params_gather (run->office, error);
  g_autoptr (SzRecruitRules) rules = NULL;
  g_auto (SzExamPlan) exam = { 0 };
  SzPositionCells read;
  gboolean found = FALSE;

  if (params == NULL || !sz_store_plan_find (run->store, &plan, &found, error))
    return FALSE;
  rules = sz_recruit_rules (params, found && plan.cutoff != SZ_DATE_NONE ? plan.cutoff : run->today,
                            error);
  if (rules == NULL)
    return FALSE;
  for (guint i = 0; i < SZ_N_REQUIREMENTS; i++)
    if (!sz_requirement_is_readable ((SzScreenCondition)i, cells[i]))
      find_at (run, "requirement.unreadable", requirement_headings[i]);
  sz_recruit_cells (row, &read);
  sz_exam_plan_read (&read, &rules->exam, &exam, find_cell_cb, run);
  return TRUE;
}

/* Posts bring their plan with them, without a cut-off day. */
static gboolean
put_position (SzImportRun *run, gpointer data, SzPutResult *result, GError **error)
{
  SzPositionRow *row = data;
  g_auto (SzPlanRow) plan = { .code = g_strdup (row->plan) };
  gboolean found = FALSE;

  if (!sz_store_plan_find (run->store, &plan, &found, error))
    return FALSE;
  if (!found)
    {
      plan.batch_id = row->batch_id;
      if (!sz_store_plan_put (run->act, &plan, SZ_PUT_INSERT, NULL, error))
        return FALSE;
    }
  return sz_store_position_put (run->act, row, run->request->update ? SZ_PUT_UPDATE : SZ_PUT_INSERT,
                                result, error);
}

/* With a hook that writes, the table does not look whether the row is there. */
static gboolean
check_new_position (SzImportRun *run, gconstpointer data, GError **error)
{
  const SzPositionRow *row = data;
  g_auto (SzPositionRow) there = { .plan = g_strdup (row->plan), .code = g_strdup (row->code) };
  gboolean found = FALSE;

  if (!check_position (run, data, error)
      || !sz_store_position_find (run->store, &there, &found, error))
    return FALSE;
  if (found && !run->request->update)
    {
      g_autofree char *where = sz_import_dup_where (0);

      sz_import_find (run, SZ_SEVERITY_ERROR, "row.duplicate", -1, NULL, "where", where, NULL);
    }
  return TRUE;
}

static const SzImportHooks position_hooks = {
  .resolve = resolve_position,
  .check_row = check_new_position,
  .put = put_position,
};

const SzImportKind sz_import_kind_positions
    = { "positions", "招聘岗位汇总表", SZ_IMPORT_FIELDS (position_fields),
        .type = &sz_position_type, .hooks = &position_hooks };

/* clang-format off */
#define REL(member) SZ_FIELD_AT (SzRelaxationRow, member)
static const SzImportField relaxation_fields[] = {
  { "招聘批次", SZ_FIELD_TEXT, REL (plan), NEEDED, .example = "2025-1" },
  { "岗位代码", SZ_FIELD_TEXT, REL (post), NEEDED, .example = "A01" },
  { "条件", SZ_FIELD_CODE, REL (condition), NEEDED, T (CONDITION), .example = "工作年限" },
  { "适用对象", SZ_FIELD_CHOICE, REL (audience), NEEDED, .choices = "全部/高技能人才/技工院校毕业生", .example = "高技能人才" },
  { "放宽至", SZ_FIELD_TEXT, REL (relaxed_to), .example = "1年", .note = N_ ("Empty: the condition is lifted") },
  { "依据", SZ_FIELD_TEXT, REL (basis), NEEDED, .example = "鲁人社字〔2023〕30号" },
};
/* clang-format on */

static gboolean
resolve_post_row (SzImportRun *run, const char *plan, const char *post, GError **error)
{
  GError *fault = NULL;
  SzRecruitBook *book = sz_import_recruit_book (run, plan, &fault);

  if (fault != NULL)
    {
      g_propagate_error (error, fault);
      return FALSE;
    }
  if (book != NULL && *post != '\0')
    sz_import_recruit_post (run, book, post);
  return TRUE;
}

/* What is quoted later stands as written: only the blanks around it go. */
static void
keep_written (SzImportRun *run, const char *heading, char **text)
{
  g_free (*text);
  *text = g_strstrip (
      g_strdup (sz_import_get_cell (run, (guint)sz_import_field (run, heading))->text));
}

static gboolean
resolve_relaxation (SzImportRun *run, gpointer data, GError **error)
{
  SzRelaxationRow *row = data;
  const SzCode *condition = sz_codes_by_code (SZ_TABLE_CONDITION, row->condition);

  if (condition != NULL && row->relaxed_to != NULL && *row->relaxed_to != '\0'
      && !sz_requirement_is_readable ((SzScreenCondition)condition->value, row->relaxed_to))
    find_at (run, "requirement.unreadable", "放宽至");
  keep_written (run, "依据", &row->basis);
  return resolve_post_row (run, row->plan, row->post, error);
}

static const SzImportHooks relaxation_hooks = {
  .begin = sz_import_recruit_begin,
  .end = sz_import_recruit_end,
  .resolve = resolve_relaxation,
};

const SzImportKind sz_import_kind_relaxations
    = { "relaxations", "放宽条件", SZ_IMPORT_FIELDS (relaxation_fields),
        .type = &sz_relaxation_type, .hooks = &relaxation_hooks };

/* clang-format off */
static const SzImportField applicant_fields[] = {
  { "招聘批次", SZ_FIELD_TEXT, APP (plan), NEEDED, .example = "2025-1" },
  { "岗位代码", SZ_FIELD_TEXT, APP (post), NEEDED, .example = "A01" },
  { "准考证号", SZ_FIELD_PHONE, APP (ticket), .example = "2025001001", .note = N_ ("Empty: it is given") },
  { "姓名", SZ_FIELD_NAME, APP (name), NEEDED, .example = "张三" },
  { "身份证号", SZ_FIELD_ID_NUMBER, APP (id_number), NEEDED, .example = "11010519491231002X", .note = N_ ("18 characters, as text") },
  { "性别", SZ_FIELD_CODE, APP (sex), T (SEX), .example = "女" },
  { "学历", SZ_FIELD_TEXT, APP (education), T (EDUCATION), .example = "本科" },
  { "学位", SZ_FIELD_CODE, APP (degree), T (DEGREE), .example = "学士" },
  { "全日制", SZ_FIELD_CODE, APP (full_time_study), T (YES_NO), .example = "是" },
  { "毕业院校", SZ_FIELD_TEXT, APP (school), .example = "某大学" },
  { "所学专业", SZ_FIELD_TEXT, APP (major), .example = "机械工程" },
  { "专业类", SZ_FIELD_TEXT, APP (major_class), .example = "机械类" },
  { "技能等级", SZ_FIELD_CODE, APP (skill), T (SKILL), .example = "技师" },
  { "职称", SZ_FIELD_CODE, APP (title), T (TITLE), .example = "讲师" },
  { "政治面貌", SZ_FIELD_CODE, APP (political), T (POLITICAL), .example = "群众" },
  { "证书", SZ_FIELD_TEXT, APP (certificates), .example = "教师资格证" },
  { "从业起始日期", SZ_FIELD_DATE, APP (trade_from), .example = "2015-07-01" },
  { "工作年限", SZ_FIELD_HOURS, APP (years_x100), .fallback = -1, .example = "" },
  { "原单位", SZ_FIELD_TEXT, APP (employer), .example = "某机床厂" },
  { "人才类别", SZ_FIELD_TEXT, APP (talent), .example = "高技能人才" },
  { "手机", SZ_FIELD_PHONE, APP (phone), .example = "13800000000" },
  { "审查意见", SZ_FIELD_CODE, APP (decision), T (OUTCOME), .example = "" },
  { "审查说明", SZ_FIELD_TEXT, APP (decision_note), .example = "" },
  { "初审人", SZ_FIELD_NAME, APP (first_reviewer), .example = "" },
  { "复审人", SZ_FIELD_NAME, APP (second_reviewer), .example = "" },
  { "备注", SZ_FIELD_TEXT, APP (note), .example = "" },
};
/* clang-format on */

static gboolean
is_equal_word (const SzRecruitRules *rules, const char *word)
{
  for (gsize i = 0; i < rules->n_equals; i++)
    if (strcmp (rules->equals[i].word, word) == 0)
      return TRUE;
  return FALSE;
}

/* 高级工班 and its like stand for themselves; any other word is one of GB/T 4658. */
static void
resolve_education (SzImportRun *run, SzApplicantRow *row, const SzRecruitRules *rules)
{
  if (row->education == NULL || *row->education == '\0' || is_equal_word (rules, row->education))
    return;
  g_clear_pointer (&row->education, g_free);
  sz_import_read_code (run, (guint)sz_import_field (run, "学历"), &row->education);
}

static void
find_twice (SzImportRun *run, const char *code, const char *heading, const char *value, guint first)
{
  g_autofree char *where = sz_import_dup_where (first);

  sz_import_find (run, SZ_SEVERITY_ERROR, code, sz_import_field (run, heading), value, "where",
                  where, NULL);
}

/* RULE rec-16: one ID once a plan, a ticket once a plan. */
static void
check_once (SzImportRun *run, const SzRecruitBook *book, const SzApplicantRow *row)
{
  g_autofree char *id = g_strconcat (row->plan, "\x1fi", row->id_number, NULL);
  g_autofree char *ticket = g_strconcat (row->plan, "\x1ft", row->ticket, NULL);
  const gboolean has_ticket = row->ticket != NULL && *row->ticket != '\0';
  guint first = 0;

  if (!sz_import_recruit_once (run, id, &first))
    find_twice (run, "applicant.duplicate", "身份证号", row->id_number, first);
  else if (has_ticket && !sz_import_recruit_once (run, ticket, &first))
    find_twice (run, "ticket.duplicate", "准考证号", row->ticket, first);
  for (guint i = 0; !run->request->update && i < book->people->len; i++)
    {
      const SzRecruitPerson *there = g_ptr_array_index (book->people, i);

      if (strcmp (there->row->id_number, row->id_number) == 0)
        find_twice (run, "applicant.duplicate", "身份证号", row->id_number, 0);
      else if (has_ticket && strcmp (there->row->ticket, row->ticket) == 0)
        find_twice (run, "ticket.duplicate", "准考证号", row->ticket, 0);
    }
}

/* RULE rec-16: against the program's own result an opinion needs its reason. */
static void
check_reason (SzImportRun *run,
              const SzRecruitBook *book,
              const SzRecruitPost *post,
              const SzApplicantRow *row)
{
  const SzRecruitPerson person = { .row = row };
  g_auto (SzScreening) screening = { 0 };
  SzScreenState decided;

  if (row->decision == NULL || *row->decision == '\0' || book->plan.cutoff == SZ_DATE_NONE
      || (row->decision_note != NULL && *row->decision_note != '\0'))
    return;
  sz_recruit_screen (book, &person, post, &screening);
  decided = strcmp (row->decision, "passed") == 0 ? SZ_QUALIFIED : SZ_REFUSED;
  if (screening.automatic != SZ_REVIEW && screening.automatic != decided)
    find_at (run, "review.reason_missing", "审查说明");
}

/* RULE ppl-1: an empty 性别 is that of the number; another one is a fault. */
static void
resolve_sex (SzImportRun *run, SzApplicantRow *row)
{
  const SzCode *sex = sz_codes_by_value (SZ_TABLE_SEX, (int)sz_idcard_sex (row->id_number));

  if (sex == NULL)
    return;
  if (row->sex != NULL && *row->sex != '\0' && strcmp (row->sex, sex->code) != 0)
    sz_import_find (run, SZ_SEVERITY_ERROR, "idcard.mismatch", sz_import_field (run, "性别"),
                    sz_codes_name (SZ_TABLE_SEX, row->sex), "expected", sex->name, NULL);
  g_free (row->sex);
  row->sex = g_strdup (sex->code);
}

static gboolean
resolve_applicant (SzImportRun *run, gpointer data, GError **error)
{
  SzApplicantRow *row = data;
  GError *fault = NULL;
  SzRecruitBook *book = sz_import_recruit_book (run, row->plan, &fault);
  SzRecruitPost *post;

  if (fault != NULL)
    {
      g_propagate_error (error, fault);
      return FALSE;
    }
  if (book == NULL)
    return TRUE;
  post = sz_import_recruit_post (run, book, row->post);
  resolve_education (run, row, book->rules);
  resolve_sex (run, row);
  if (run->act == NULL)
    check_once (run, book, row);
  if (run->act == NULL && post != NULL && run->row_errors == 0)
    check_reason (run, book, post, row);
  return TRUE;
}

/* An empty ticket is given in the order of import. */
static gboolean
put_applicant (SzImportRun *run, gpointer data, SzPutResult *result, GError **error)
{
  SzApplicantRow *row = data;
  g_auto (SzApplicantRow) there
      = { .plan = g_strdup (row->plan), .id_number = g_strdup (row->id_number) };
  gboolean found = FALSE;

  if (!sz_store_applicant_find (run->store, &there, &found, error))
    return FALSE;
  if (row->ticket == NULL || *row->ticket == '\0')
    {
      g_free (row->ticket);
      row->ticket = found ? g_strdup (there.ticket)
                          : sz_store_next_ticket (run->store, row->plan, row->post, error);
      if (row->ticket == NULL)
        return FALSE;
    }
  if (found)
    {
      row->moved_from = g_strdup (there.moved_from);
      row->withdrawn_on = there.withdrawn_on;
      row->withdrawn_early = there.withdrawn_early;
      row->withdrawn_why = g_strdup (there.withdrawn_why);
    }
  return sz_store_applicant_put (run->act, row,
                                 run->request->update ? SZ_PUT_UPDATE : SZ_PUT_INSERT, result,
                                 error);
}

static const SzImportHooks applicant_hooks = {
  .begin = sz_import_recruit_begin,
  .end = sz_import_recruit_end,
  .resolve = resolve_applicant,
  .put = put_applicant,
};

const SzImportKind sz_import_kind_applicants
    = { "applicants", "报名及资格审查汇总表", SZ_IMPORT_FIELDS (applicant_fields),
        .type = &sz_applicant_type, .hooks = &applicant_hooks };

/* clang-format off */
#define HON(member) SZ_FIELD_AT (SzHonourRow, member)
static const SzImportField honour_fields[] = {
  { "身份证号", SZ_FIELD_ID_NUMBER, HON (id_number), NEEDED, .example = "11010519491231002X" },
  { "姓名", SZ_FIELD_NAME, .example = "张三" },
  { "荣誉", SZ_FIELD_TEXT, HON (honour), NEEDED, .example = "全国技术能手" },
  { "证书号", SZ_FIELD_TEXT, HON (certificate), .example = "JN2019-0456" },
  { "获得日期", SZ_FIELD_DATE, HON (got_on), .example = "2022-09-01" },
  { "名次", SZ_FIELD_COUNT, HON (rank), .example = "" },
  { "队员数", SZ_FIELD_COUNT, HON (team_size), .example = "" },
  { "授予单位", SZ_FIELD_TEXT, HON (issuer), .example = "某部" },
};

#define JUD(member) SZ_FIELD_AT (SzJudgeRow, member)
static const SzImportField judge_fields[] = {
  { "招聘批次", SZ_FIELD_TEXT, JUD (plan), NEEDED, .example = "2025-1" },
  { "岗位代码", SZ_FIELD_TEXT, JUD (post), .example = "", .note = N_ ("Empty: of all posts") },
  { "考官序号", SZ_FIELD_COUNT, JUD (number), NEEDED, .example = "1" },
  { "姓名", SZ_FIELD_NAME, JUD (name), NEEDED, .example = "李四" },
  { "身份证号", SZ_FIELD_ID_NUMBER, JUD (id_number), NEEDED, .example = "11010519491231002X" },
  { "单位", SZ_FIELD_TEXT, JUD (employer), .example = "某职业学院" },
  { "外单位", SZ_FIELD_CODE, JUD (outside), T (YES_NO), .example = "是" },
};
/* clang-format on */

/* RULE rec-8: a claim that does not count is said, not refused. */
static gboolean
check_honour (SzImportRun *run, gconstpointer data, GError **error)
{
  const SzHonourRow *row = data;
  const SzHonourClaim claim = { row->honour, row->certificate, row->rank, row->team_size };
  g_autoptr (GArray) params = sz_params_gather (run->office, error);
  g_autoptr (SzRecruitRules) rules
      = params != NULL ? sz_recruit_rules (params, run->today, error) : NULL;
  const char *code;
  const char *heading;

  if (rules == NULL)
    return FALSE;
  code = sz_honour_check (rules->honours, rules->n_honours, &claim, NULL);
  if (code == NULL)
    return TRUE;
  heading = strcmp (code, "assessment.no_basis") == 0         ? "荣誉"
            : strcmp (code, "assessment.no_certificate") == 0 ? "证书号"
                                                              : "名次";
  sz_import_find (run, SZ_SEVERITY_WARNING, code, sz_import_field (run, heading),
                  sz_import_get_cell (run, (guint)sz_import_field (run, heading))->text, "honour",
                  row->honour, NULL);
  return TRUE;
}

static gboolean
resolve_honour (SzImportRun *run, gpointer data, GError **error)
{
  keep_written (run, "荣誉", &((SzHonourRow *)data)->honour);
  return TRUE;
}

static const SzImportHooks honour_hooks = { .resolve = resolve_honour, .check_row = check_honour };

const SzImportKind sz_import_kind_honours
    = { "honours", "荣誉证书", SZ_IMPORT_FIELDS (honour_fields), .type = &sz_honour_type,
        .hooks = &honour_hooks };

static gboolean
resolve_judge (SzImportRun *run, gpointer data, GError **error)
{
  const SzJudgeRow *row = data;

  if (row->number < 1 || row->number > SZ_JUDGES_MAX)
    find_at (run, "number.invalid", "考官序号");
  return resolve_post_row (run, row->plan, row->post != NULL ? row->post : "", error);
}

static const SzImportHooks judge_hooks = {
  .begin = sz_import_recruit_begin,
  .end = sz_import_recruit_end,
  .resolve = resolve_judge,
};

const SzImportKind sz_import_kind_judges = { "judges", "考官名册", SZ_IMPORT_FIELDS (judge_fields),
                                             .type = &sz_judge_type, .hooks = &judge_hooks };
