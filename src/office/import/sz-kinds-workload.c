/* sz-kinds-workload.c — kinds teaching 教学工作量, training 培训授课记录, training-income 培训收支
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-kinds-college.h"

#include <glib/gi18n.h>
#include <inttypes.h>

#include "sz-import-cell.h"
#include "sz-import-clash.h"
#include "sz-import-doubt.h"
#include "sz-row-type.h"
#include "sz-store-workload.h"

/* More than a term holds, and more than sit in one room. */
#define HOURS_MOST_X100 100000
#define STUDENTS_MOST 300

static const SzImportField teaching[] = {
  { "年度", SZ_FIELD_YEAR, SZ_FIELD_AT (SzTeachingRow, year), .required = TRUE, .example = "2025" },
  { "学期", SZ_FIELD_TEXT, SZ_FIELD_AT (SzTeachingRow, term), .example = "秋季" },
  { "工号", SZ_FIELD_PERSON, SZ_FIELD_AT (SzTeachingRow, person_id), .required = TRUE,
    .example = "1001" },
  { "姓名", SZ_FIELD_PERSON_NAME, .example = "张三",
    .note = N_ ("Only compared with the register") },
  { "课程", SZ_FIELD_TEXT, SZ_FIELD_AT (SzTeachingRow, course), .required = TRUE,
    .example = "数控编程" },
  { "班级", SZ_FIELD_TEXT, SZ_FIELD_AT (SzTeachingRow, class_name), .example = "24级3班" },
  { "人数", SZ_FIELD_COUNT, SZ_FIELD_AT (SzTeachingRow, students), .required = TRUE,
    .example = "46" },
  { "计划课时", SZ_FIELD_HOURS, SZ_FIELD_AT (SzTeachingRow, hours_x100), .required = TRUE,
    .example = "72" },
  { "课程类型", SZ_FIELD_CODE, SZ_FIELD_AT (SzTeachingRow, course_type), .required = TRUE,
    .table = SZ_TABLE_COURSE_TYPE, .example = "理论" },
  { "重复班", SZ_FIELD_CODE, SZ_FIELD_AT (SzTeachingRow, is_repeat), .table = SZ_TABLE_YES_NO,
    .example = "否" },
  { "新课", SZ_FIELD_CODE, SZ_FIELD_AT (SzTeachingRow, is_new), .table = SZ_TABLE_YES_NO,
    .example = "否" },
};

static gboolean
check_teaching (SzImportRun *run, gconstpointer data, GError **error)
{
  const SzTeachingRow *row = data;

  sz_import_check_service (run, (guint)SZ_IMPORT_FIELD (run, SzTeachingRow, person_id),
                           row->person_id, SZ_IMPORT_FIELD (run, SzTeachingRow, year),
                           sz_date_make (row->year, 1, 1), sz_date_make (row->year, 12, 31));
  sz_import_doubt_figure (run, (guint)SZ_IMPORT_FIELD (run, SzTeachingRow, hours_x100),
                          row->hours_x100, HOURS_MOST_X100, FALSE);
  sz_import_doubt_figure (run, (guint)SZ_IMPORT_FIELD (run, SzTeachingRow, students), row->students,
                          STUDENTS_MOST, TRUE);
  return TRUE;
}

static const SzImportHooks teaching_hooks
    = { .wants = SZ_IMPORT_WANTS_SERVICES, .check_row = check_teaching };

const SzImportKind sz_import_kind_teaching = {
  "teaching",
  "教学工作量",
  SZ_IMPORT_FIELDS (teaching),
  .type = &sz_teaching_type,
  .hooks = &teaching_hooks,
};

static const SzImportField training[] = {
  { "项目编号", SZ_FIELD_TEXT, SZ_FIELD_AT (SzTrainingRow, project_code), .required = TRUE,
    .example = "PX202501" },
  { "项目名称", SZ_FIELD_TEXT, SZ_FIELD_AT (SzTrainingRow, project_name), .required = TRUE,
    .example = "2025年金蓝领培训" },
  { "项目类别", SZ_FIELD_TEXT, SZ_FIELD_AT (SzTrainingRow, category), .required = TRUE,
    .example = "金蓝领" },
  { "班次", SZ_FIELD_TEXT, SZ_FIELD_AT (SzTrainingRow, session), .required = TRUE,
    .example = "第1期" },
  { "日期", SZ_FIELD_DATE, SZ_FIELD_AT (SzTrainingRow, date), .required = TRUE,
    .example = "2025-03-20", .note = N_ ("A date: 2025-09-01, 2025.09 or 2025年9月1日") },
  { "节次", SZ_FIELD_TEXT, SZ_FIELD_AT (SzTrainingRow, period), .example = "上午",
    .note = N_ ("One teacher, date and period belongs to one record") },
  { "工号", SZ_FIELD_PERSON, SZ_FIELD_AT (SzTrainingRow, person_id), .required = TRUE,
    .example = "1001" },
  { "姓名", SZ_FIELD_PERSON_NAME, .example = "张三",
    .note = N_ ("Only compared with the register") },
  { "角色", SZ_FIELD_CODE, SZ_FIELD_AT (SzTrainingRow, role), .table = SZ_TABLE_TRAINING_ROLE,
    .example = "主讲", .note = N_ ("Empty means 主讲") },
  { "课程类型", SZ_FIELD_CODE, SZ_FIELD_AT (SzTrainingRow, course_type), .required = TRUE,
    .table = SZ_TABLE_COURSE_TYPE, .example = "理论" },
  { "人数", SZ_FIELD_COUNT, SZ_FIELD_AT (SzTrainingRow, students), .required = TRUE,
    .example = "55" },
  { "课时", SZ_FIELD_HOURS, SZ_FIELD_AT (SzTrainingRow, hours_x100), .required = TRUE,
    .example = "8" },
  { "时段", SZ_FIELD_CODE, SZ_FIELD_AT (SzTrainingRow, time_slot), .table = SZ_TABLE_TIME_SLOT,
    .example = "常规", .note = N_ ("Empty means 常规") },
  { "计酬方式", SZ_FIELD_CODE, SZ_FIELD_AT (SzTrainingRow, pay_mode), .table = SZ_TABLE_PAY_MODE,
    .example = "计工作量", .note = N_ ("Empty means 计工作量") },
};

/* A record with a period is one record; without one a day may hold several of a kind. */
static gboolean
stands_once (gconstpointer data)
{
  const SzTrainingRow *row = data;

  return *row->period != '\0';
}

static void
find_clash (SzImportRun *run, const char *where, const SzTrainingRow *row, const char *project)
{
  g_autofree char *day = sz_date_format (row->date);
  g_autofree char *other = g_strdup_printf ("%s %s %s", day, row->period, project);

  sz_import_find (run, SZ_SEVERITY_ERROR, "time.clash",
                  SZ_IMPORT_FIELD (run, SzTrainingRow, period), row->period, "where", where,
                  "other", g_strchomp (other), NULL);
}

/* The register's own copy of this very record is no clash. */
static gboolean
check_stored_clash (SzImportRun *run, const SzTrainingRow *row, GError **error)
{
  g_auto (SzTrainingRow) own = { .person_id = row->person_id,
                                 .date = row->date,
                                 .project_code = g_strdup (row->project_code),
                                 .session = g_strdup (row->session),
                                 .period = g_strdup (row->period),
                                 .role = row->role,
                                 .ordinal = row->ordinal };
  g_auto (SzTrainingRow) other = { 0 };
  g_autofree char *where = NULL;
  gboolean found = FALSE;
  gboolean clash = FALSE;

  if (!sz_store_training_find (run->store, &own, &found, error)
      || !sz_import_clash_stored (run, run->state, &own, &other, &clash, error))
    return FALSE;
  if (!clash)
    return TRUE;
  where = other.batch_id != 0
              ? g_strdup_printf (_ ("row %d of batch %" PRId64), other.source_row, other.batch_id)
              : sz_import_dup_where (0);
  find_clash (run, where, &other, other.project_code);
  return TRUE;
}

/* RULE wrk-6: one teacher, date and period belongs to one record. */
static gboolean
check_training (SzImportRun *run, gconstpointer data, GError **error)
{
  const SzTrainingRow *row = data;
  g_autofree char *key = NULL;
  g_autofree char *where = NULL;
  guint first;

  sz_import_check_service (run, (guint)SZ_IMPORT_FIELD (run, SzTrainingRow, person_id),
                           row->person_id, SZ_IMPORT_FIELD (run, SzTrainingRow, date), row->date,
                           sz_date_first_day (row->date));
  if (*row->period == '\0')
    return TRUE;
  key = g_strdup_printf ("%" G_GINT64_FORMAT "\x1f%d\x1f%s", row->person_id, row->date,
                         row->period);
  sz_import_clash_check_training (run, run->state, row,
                                  (guint)SZ_IMPORT_FIELD (run, SzTrainingRow, period));
  sz_import_clash_doubt_period (run, run->state, row->period,
                                (guint)SZ_IMPORT_FIELD (run, SzTrainingRow, period));
  first = sz_import_keys_add (run->more_keys, key, run->row->number, NULL);
  if (first == 0)
    first = sz_import_clash_note_training (run->state, row);
  if (first == 0)
    return check_stored_clash (run, row, error);
  where = sz_import_dup_where (first);
  find_clash (run, where, row, "");
  return TRUE;
}

static void
end_training (SzImportRun *run)
{
  sz_import_clash_free (run->state);
  run->state = NULL;
}

/* The timetables are wanted while checking only. */
static gboolean
begin_training (SzImportRun *run, GError **error)
{
  end_training (run);
  if (run->act == NULL)
    run->state = sz_import_clash_lessons (run, error);
  return run->act != NULL || run->state != NULL;
}

static const SzImportHooks training_hooks = {
  .wants = SZ_IMPORT_WANTS_SERVICES,
  .begin = begin_training,
  .end = end_training,
  .check_row = check_training,
  .stands_once = stands_once,
};

const SzImportKind sz_import_kind_training = {
  "training",
  "培训授课记录",
  SZ_IMPORT_FIELDS (training),
  .type = &sz_training_type,
  .hooks = &training_hooks,
};

static const SzImportField training_income[] = {
  { "年度", SZ_FIELD_YEAR, SZ_FIELD_AT (SzTrainingIncome, year), .required = TRUE,
    .example = "2025" },
  { "项目编号", SZ_FIELD_TEXT, SZ_FIELD_AT (SzTrainingIncome, project_code), .required = TRUE,
    .example = "PX202501" },
  { "收入", SZ_FIELD_MONEY, SZ_FIELD_AT (SzTrainingIncome, income_fen), .required = TRUE,
    .example = "120000.00" },
  { "成本", SZ_FIELD_MONEY, SZ_FIELD_AT (SzTrainingIncome, cost_fen), .required = TRUE,
    .example = "45000.00" },
  { "培训人次", SZ_FIELD_COUNT, SZ_FIELD_AT (SzTrainingIncome, person_times), .required = TRUE,
    .example = "180" },
};

const SzImportKind sz_import_kind_training_income = {
  "training-income",
  "培训收支",
  SZ_IMPORT_FIELDS (training_income),
  .type = &sz_training_income_type,
};
