/* sz-import-posts.c — kinds post-plan 岗位核准, departments 部门, parttime 兼职教师
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-import-cell.h"
#include "sz-import-handlers-private.h"
#include "sz-import-run.h"
#include "sz-import-rows-private.h"
#include "sz-store-import.h"
#include "sz-store-parttime.h"
#include "sz-store-posts.h"

SZ_IMPORT_ROWS (SzPostPlanRow, sz_store_post_plan)
SZ_IMPORT_ROWS (SzDepartment, sz_store_department)
SZ_IMPORT_ROWS (SzContractRow, sz_store_contract)

/* The fields of each kind stand in the order of sz-import-kind.c. */

enum
{
  PLAN_CATEGORY,
  PLAN_LEVEL,
  PLAN_APPROVED,
  PLAN_FROM,
  PLAN_SOURCE,
  PLAN_SERIES,
};

static gboolean
parse_plan (SzImportRun *run, gpointer data)
{
  SzPostPlanRow *row = data;
  gboolean good = TRUE;

  good &= sz_import_read_post (run, PLAN_CATEGORY, PLAN_LEVEL, &row->post);
  good &= sz_import_read_decimal (run, PLAN_APPROVED, 0, &row->approved);
  good &= sz_import_read_date (run, PLAN_FROM, &row->from);
  good &= sz_import_read_text (run, PLAN_SOURCE, &row->source);
  good &= sz_import_read_text (run, PLAN_SERIES, &row->series);
  if (good && row->series != NULL && *row->series != '\0'
      && !g_str_equal (row->series, "学生工作"))
    {
      sz_import_find (run, SZ_SEVERITY_ERROR, "code.unknown", PLAN_SERIES, row->series, "choices",
                      "学生工作", NULL);
      return FALSE;
    }
  return good;
}

static char *
make_plan_key (gconstpointer data)
{
  const SzPostPlanRow *row = data;

  return g_strdup_printf ("%d\x1f%s\x1f%d", row->post, row->series != NULL ? row->series : "",
                          row->from);
}

static const SzImportRows plan_rows = {
  SZ_IMPORT_ROWS_OF (SzPostPlanRow, sz_store_post_plan),
  .parse = parse_plan,
  .key = make_plan_key,
};

const SzImportHandler sz_import_post_plan_handler = {
  SZ_IMPORT_ROWS_HANDLER (plan_rows),
};

enum
{
  DEPARTMENT_NAME,
  DEPARTMENT_POSITION,
  DEPARTMENT_PARENT,
  DEPARTMENT_COEFFICIENT,
};

static gboolean
parse_department (SzImportRun *run, gpointer data)
{
  SzDepartment *row = data;
  gboolean good = TRUE;

  good &= sz_import_read_text (run, DEPARTMENT_NAME, &row->name);
  good &= sz_import_read_count (run, DEPARTMENT_POSITION, &row->position);
  good &= sz_import_read_text (run, DEPARTMENT_PARENT, &row->parent);
  row->has_coefficient = sz_import_has (run, DEPARTMENT_COEFFICIENT);
  good &= sz_import_read_share (run, DEPARTMENT_COEFFICIENT, &row->coefficient_x1e4);
  return good;
}

static char *
make_department_key (gconstpointer data)
{
  const SzDepartment *row = data;

  return g_strdup (row->name);
}

/* People bring the names of their departments; the sheet of departments says the rest of them. */
static gboolean
is_department_named (SzImportRun *run, gconstpointer there, gboolean *named, GError **error)
{
  const SzDepartment *department = there;
  g_auto (SzBatch) batch = { 0 };
  gboolean found = FALSE;

  *named = FALSE;
  if (department->batch_id == 0)
    return TRUE;
  if (!sz_store_batch_get (run->store, department->batch_id, &batch, &found, error))
    return FALSE;
  *named = found && !g_str_equal (batch.kind, run->kind->word);
  return TRUE;
}

static const SzImportRows department_rows = {
  SZ_IMPORT_ROWS_OF (SzDepartment, sz_store_department),
  .is_named = is_department_named,
  .parse = parse_department,
  .key = make_department_key,
};

const SzImportHandler sz_import_departments_handler = {
  SZ_IMPORT_ROWS_HANDLER (department_rows),
};

enum
{
  PARTTIME_AGREEMENT,
  PARTTIME_NAME,
  PARTTIME_ID_NUMBER,
  PARTTIME_EMPLOYER,
  PARTTIME_TITLE,
  PARTTIME_SKILL,
  PARTTIME_DEPARTMENT,
  PARTTIME_COURSE,
  PARTTIME_FROM,
  PARTTIME_TO,
  PARTTIME_FTE,
  PARTTIME_RATE,
};

static gboolean
check_term (SzImportRun *run, const SzContractRow *row)
{
  g_autofree char *from = NULL;

  if (sz_date_first_day (row->to) >= sz_date_first_day (row->from))
    return TRUE;
  from = sz_date_format (row->from);
  sz_import_find (run, SZ_SEVERITY_ERROR, "date.order", PARTTIME_TO,
                  sz_import_get_cell (run, PARTTIME_TO)->text, "other", from, NULL);
  return FALSE;
}

static gboolean
parse_parttime (SzImportRun *run, gpointer data)
{
  SzContractRow *row = data;
  gboolean good = TRUE;

  row->fte_x1e4 = SZ_RATIO_ONE;
  good &= sz_import_read_text (run, PARTTIME_AGREEMENT, &row->agreement_no);
  good &= sz_import_read_text (run, PARTTIME_NAME, &row->name);
  good &= sz_import_read_id_number (run, PARTTIME_ID_NUMBER, &row->id_number);
  good &= sz_import_read_text (run, PARTTIME_EMPLOYER, &row->employer);
  good &= sz_import_read_code (run, PARTTIME_TITLE, &row->title);
  good &= sz_import_read_code (run, PARTTIME_SKILL, &row->skill);
  good &= sz_import_read_text (run, PARTTIME_DEPARTMENT, &row->department);
  good &= sz_import_read_text (run, PARTTIME_COURSE, &row->course);
  good &= sz_import_read_date (run, PARTTIME_FROM, &row->from);
  good &= sz_import_read_date (run, PARTTIME_TO, &row->to);
  good &= sz_import_read_share (run, PARTTIME_FTE, &row->fte_x1e4);
  good &= sz_import_read_money (run, PARTTIME_RATE, &row->rate_fen);
  return good && check_term (run, row);
}

static char *
make_parttime_key (gconstpointer data)
{
  const SzContractRow *row = data;

  return g_strdup (row->agreement_no);
}

static const SzImportRows parttime_rows = {
  SZ_IMPORT_ROWS_OF (SzContractRow, sz_store_contract),
  .parse = parse_parttime,
  .key = make_parttime_key,
};

const SzImportHandler sz_import_parttime_handler = {
  SZ_IMPORT_ROWS_HANDLER (parttime_rows),
};
