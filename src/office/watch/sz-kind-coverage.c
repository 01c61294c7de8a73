/* sz-kind-coverage.c — kinds graduates 毕业生就业, skill-due 应评名单, skill-done 参评成绩,
 * rotation-roster 轮训名册, rotations 轮训记录, contests 竞赛 (RULE tgt-7 … tgt-10)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <glib/gi18n.h>

#include "sz-import-cell.h"
#include "sz-kind-order.h"
#include "sz-kinds-watch.h"
#include "sz-params.h"
#include "sz-row-type.h"
#include "sz-store-coverage.h"
#include "sz-uscc.h"
#include "sz-watch-rules.h"

#define AT(member) SZ_FIELD_AT (SzGraduateRow, graduate.member)

static const SzImportField graduate_fields[] = {
  { "毕业年度", SZ_FIELD_YEAR, AT (year), .required = TRUE, .example = "2025" },
  { "学号", SZ_FIELD_PHONE, AT (student_no), .required = TRUE, .example = "22010101" },
  { "姓名", SZ_FIELD_NAME, AT (name), .required = TRUE, .example = "张三" },
  { "身份证号", SZ_FIELD_ID_NUMBER, AT (id_number), .example = "370102200503071234",
    .note = N_ ("18 characters, as text") },
  { "专业", SZ_FIELD_PROSE, AT (major), .example = "汽车维修" },
  { "毕业去向", SZ_FIELD_CODE, AT (kind), .required = TRUE, .table = SZ_TABLE_GRADUATE,
    .example = "签约" },
  { "落实日期", SZ_FIELD_DATE, AT (placed_on), .example = "2025-06-20" },
  { "就业单位", SZ_FIELD_PROSE, AT (employer), .example = "某某公司" },
  { "统一社会信用代码", SZ_FIELD_TEXT, AT (uscc), .example = "91350100M000100Y43" },
  { "佐证材料", SZ_FIELD_TEXT, AT (evidence), .example = "就业协议" },
};

static gboolean
note_graduate_cb (gconstpointer data, gpointer user_data, GError **error)
{
  const SzGraduate *graduate = &((const SzGraduateRow *)data)->graduate;
  const gint64 id = ((const SzGraduateRow *)data)->id;
  const SzImportRun *run = user_data;

  if (graduate->id_number != NULL && *graduate->id_number != '\0'
      && (id == 0 || id != run->replaces))
    g_hash_table_insert (run->state, g_strdup_printf ("%d|%s", graduate->year, graduate->id_number),
                         g_strdup (graduate->student_no));
  return TRUE;
}

static gboolean
begin_graduates (SzImportRun *run, GError **error)
{
  if (run->state != NULL)
    return TRUE;
  run->state = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  return sz_store_graduate_each (run->store, SZ_ROWS_ALL, note_graduate_cb, run, error);
}

static void
end_graduates (SzImportRun *run)
{
  g_clear_pointer ((GHashTable **)&run->state, g_hash_table_unref);
}

static gboolean
check_graduate (SzImportRun *run, gconstpointer data, GError **error)
{
  const SzGraduate *graduate = &((const SzGraduateRow *)data)->graduate;
  g_autofree char *key = g_strdup_printf ("%d|%s", graduate->year, graduate->id_number);
  const char *other = g_hash_table_lookup (run->state, key);
  int field = sz_import_field (run, "身份证号");

  if (other != NULL && !g_str_equal (other, graduate->student_no))
    sz_import_find (run, SZ_SEVERITY_ERROR, "idcard.duplicate", field, graduate->id_number, "where",
                    other, NULL);
  if (graduate->uscc != NULL && *graduate->uscc != '\0' && !sz_uscc_is_valid (graduate->uscc))
    sz_import_find (run, SZ_SEVERITY_WARNING, "uscc.checksum",
                    sz_import_field (run, "统一社会信用代码"), graduate->uscc, NULL);
  return run->row_errors > 0 || note_graduate_cb (data, run, error);
}

static const SzImportHooks graduate_hooks = {
  .begin = begin_graduates,
  .end = end_graduates,
  .check_row = check_graduate,
};

const SzImportKind sz_import_kind_graduates
    = { "graduates", "毕业生就业", SZ_IMPORT_FIELDS (graduate_fields), .type = &sz_graduate_type,
        .hooks = &graduate_hooks };

#undef AT
#define AT(member) SZ_FIELD_AT (SzSkillDueRow, due.member)

static const SzImportField due_fields[] = {
  { "年度", SZ_FIELD_YEAR, AT (year), .required = TRUE, .example = "2025" },
  { "批次", SZ_FIELD_TEXT, AT (batch), .required = TRUE, .example = "上半年" },
  { "学号", SZ_FIELD_PHONE, AT (student_no), .required = TRUE, .example = "23010101" },
  { "姓名", SZ_FIELD_NAME, AT (name), .required = TRUE, .example = "张三" },
  { "身份证号", SZ_FIELD_ID_NUMBER, AT (id_number), .example = "370102200503071234",
    .note = N_ ("18 characters, as text") },
  { "专业", SZ_FIELD_PROSE, AT (major), .required = TRUE, .example = "汽车维修" },
  { "班级", SZ_FIELD_TEXT, AT (class_name), .example = "23级1班" },
  { "职业工种", SZ_FIELD_TEXT, AT (occupation), .required = TRUE, .example = "汽车维修工" },
  { "等级", SZ_FIELD_TEXT, AT (level), .required = TRUE, .example = "高级工" },
  { "豁免原因", SZ_FIELD_PROSE, AT (exempt_reason), .example = "" },
  { "豁免文号", SZ_FIELD_TEXT, AT (exempt_document), .example = "",
    .note = N_ ("Without it nobody is exempt") },
  { "未评原因", SZ_FIELD_PROSE, AT (missing_reason), .example = "" },
};

const SzImportKind sz_import_kind_skill_due
    = { "skill-due", "应评名单", SZ_IMPORT_FIELDS (due_fields), .type = &sz_skill_due_type };

#undef AT
#define AT(member) SZ_FIELD_AT (SzSkillResultRow, result.member)

static const SzImportField result_fields[] = {
  { "年度", SZ_FIELD_YEAR, AT (year), .required = TRUE, .example = "2025" },
  { "批次", SZ_FIELD_TEXT, AT (batch), .required = TRUE, .example = "上半年" },
  { "学号", SZ_FIELD_PHONE, AT (student_no), .required = TRUE, .example = "23010101" },
  { "姓名", SZ_FIELD_NAME, AT (name), .example = "张三" },
  { "职业工种", SZ_FIELD_TEXT, AT (occupation), .required = TRUE, .example = "汽车维修工" },
  { "等级", SZ_FIELD_TEXT, AT (level), .required = TRUE, .example = "高级工" },
  { "理论成绩", SZ_FIELD_HOURS, AT (theory_x100), .fallback = SZ_SCORE_NONE, .example = "78" },
  { "技能成绩", SZ_FIELD_HOURS, AT (practice_x100), .fallback = SZ_SCORE_NONE, .example = "81.5" },
  { "结果", SZ_FIELD_CODE, AT (outcome), .table = SZ_TABLE_SKILL_RESULT, .example = "合格" },
  { "证书编号", SZ_FIELD_TEXT, AT (certificate), .example = "" },
  { "考试日期", SZ_FIELD_DATE, AT (examined), .example = "2025-06-15" },
};

static gboolean
begin_results (SzImportRun *run, GError **error)
{
  g_autoptr (GArray) params = NULL;

  if (run->state != NULL)
    return TRUE;
  params = sz_params_gather (run->office, error);
  run->state = params != NULL ? sz_watch_rules_new (params, run->today, error) : NULL;
  return run->state != NULL;
}

static void
end_results (SzImportRun *run)
{
  sz_watch_rules_free (run->state);
  run->state = NULL;
}

static gboolean
check_result (SzImportRun *run, gconstpointer data, GError **error)
{
  const SzSkillResult *result = &((const SzSkillResultRow *)data)->result;
  const SzWatchRules *rules = run->state;
  int field = sz_import_field (run, "结果");

  if (sz_skill_result_differs (result, rules->pass_x100))
    sz_import_find (run, SZ_SEVERITY_WARNING, "skill.result_differs", field,
                    sz_import_get_cell (run, (guint)field)->text, NULL);
  return TRUE;
}

static const SzImportHooks result_hooks = {
  .begin = begin_results,
  .end = end_results,
  .check_row = check_result,
};

const SzImportKind sz_import_kind_skill_done
    = { "skill-done", "参评成绩", SZ_IMPORT_FIELDS (result_fields), .type = &sz_skill_result_type,
        .hooks = &result_hooks };

static const SzImportField roster_fields[] = {
  { "工号", SZ_FIELD_PERSON, SZ_FIELD_AT (SzRosterRow, person_id), .required = TRUE,
    .example = "1001" },
  { "姓名", SZ_FIELD_PERSON_NAME, .example = "张三" },
  { "类别", SZ_FIELD_CODE, SZ_FIELD_AT (SzRosterRow, entry.kind), .required = TRUE,
    .table = SZ_TABLE_ROTATION, .example = "骨干教师" },
  { "列入日期", SZ_FIELD_DATE, SZ_FIELD_AT (SzRosterRow, entry.from), .required = TRUE,
    .example = "2023-05-01" },
  { "移出日期", SZ_FIELD_DATE, SZ_FIELD_AT (SzRosterRow, entry.off), .example = "" },
  { "移出原因", SZ_FIELD_PROSE, SZ_FIELD_AT (SzRosterRow, entry.off_reason), .example = "" },
};

static gboolean
check_roster (SzImportRun *run, gconstpointer data, GError **error)
{
  const SzRosterEntry *entry = &((const SzRosterRow *)data)->entry;

  sz_kind_check_order (run, "移出日期", entry->from, entry->off);
  return TRUE;
}

static const SzImportHooks roster_hooks = { .check_row = check_roster };

const SzImportKind sz_import_kind_rotation_roster
    = { "rotation-roster", "轮训名册", SZ_IMPORT_FIELDS (roster_fields), .type = &sz_roster_type,
        .hooks = &roster_hooks };

#undef AT
#define AT(member) SZ_FIELD_AT (SzRotationRow, course.member)

static const SzImportField rotation_fields[] = {
  { "工号", SZ_FIELD_PERSON, SZ_FIELD_AT (SzRotationRow, person_id), .required = TRUE,
    .example = "1001" },
  { "姓名", SZ_FIELD_PERSON_NAME, .example = "张三" },
  { "培训班名称", SZ_FIELD_TEXT, AT (name), .required = TRUE, .example = "骨干教师研修班" },
  { "主办单位", SZ_FIELD_PROSE, AT (host), .example = "省人社厅" },
  { "起", SZ_FIELD_DATE, AT (from), .required = TRUE, .example = "2025-07-01" },
  { "止", SZ_FIELD_DATE, AT (to), .required = TRUE, .example = "2025-07-14" },
  { "学时", SZ_FIELD_HOURS, AT (hours_x100), .required = TRUE, .example = "80" },
  { "结业", SZ_FIELD_CODE, AT (finished), .required = TRUE, .table = SZ_TABLE_YES_NO,
    .example = "是" },
  { "证书编号", SZ_FIELD_TEXT, AT (certificate), .example = "" },
};

static gboolean
check_rotation (SzImportRun *run, gconstpointer data, GError **error)
{
  const SzRotationCourse *course = &((const SzRotationRow *)data)->course;

  sz_kind_check_order (run, "止", course->from, course->to);
  return TRUE;
}

static const SzImportHooks rotation_hooks = { .check_row = check_rotation };

const SzImportKind sz_import_kind_rotations
    = { "rotations", "轮训记录", SZ_IMPORT_FIELDS (rotation_fields), .type = &sz_rotation_type,
        .hooks = &rotation_hooks };

#undef AT
#define AT(member) SZ_FIELD_AT (SzContestRow, contest.member)

static const SzImportField contest_fields[] = {
  { "赛事名称", SZ_FIELD_TEXT, AT (name), .required = TRUE, .example = "省职业技能大赛" },
  { "级别", SZ_FIELD_CODE, AT (level), .required = TRUE, .table = SZ_TABLE_CONTEST_LEVEL,
    .example = "省级" },
  { "项目", SZ_FIELD_TEXT, AT (event), .example = "数控车" },
  { "日期", SZ_FIELD_DATE, AT (date), .required = TRUE, .example = "2025-10-20" },
  { "承办", SZ_FIELD_CODE, AT (hosted), .table = SZ_TABLE_YES_NO, .example = "否" },
  { "姓名", SZ_FIELD_NAME, AT (person), .example = "张三" },
  { "身份", SZ_FIELD_CODE, AT (role), .table = SZ_TABLE_CONTEST_ROLE, .example = "选手" },
  { "工号", SZ_FIELD_STAFF_NO, AT (staff_no), .example = "" },
  { "奖项", SZ_FIELD_TEXT, AT (award), .example = "一等奖" },
  { "证书编号", SZ_FIELD_TEXT, AT (certificate), .example = "" },
};

static gboolean
check_contest (SzImportRun *run, gconstpointer data, GError **error)
{
  const SzContest *contest = &((const SzContestRow *)data)->contest;
  const SzPersonName *person;

  if (contest->staff_no == NULL || *contest->staff_no == '\0')
    return TRUE;
  person = sz_person_names_find (run->names, contest->staff_no);
  if (person == NULL)
    sz_import_fail (run, "staff_no.unknown", (guint)sz_import_field (run, "工号"),
                    contest->staff_no);
  else if (contest->person != NULL && *contest->person != '\0'
           && !g_str_equal (contest->person, person->name))
    sz_import_find (run, SZ_SEVERITY_WARNING, "name.mismatch", sz_import_field (run, "姓名"),
                    contest->person, "staff_no", person->staff_no, "name", person->name, NULL);
  return TRUE;
}

static const SzImportHooks contest_hooks
    = { .wants = SZ_IMPORT_WANTS_NAMES, .check_row = check_contest };

const SzImportKind sz_import_kind_contests
    = { "contests", "竞赛", SZ_IMPORT_FIELDS (contest_fields), .type = &sz_contest_type,
        .hooks = &contest_hooks };
