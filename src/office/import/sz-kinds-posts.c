/* sz-kinds-posts.c — kinds post-plan 岗位核准, departments 部门
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-kinds-college.h"

#include <glib/gi18n.h>

#include "sz-import-cell.h"
#include "sz-row-type.h"
#include "sz-store-import.h"
#include "sz-store-posts.h"

static const SzImportField post_plan[] = {
  { "岗位类别", SZ_FIELD_CODE, .required = TRUE, .table = SZ_TABLE_POST_CATEGORY,
    .example = "专业技术" },
  { "等级", SZ_FIELD_POST, SZ_FIELD_AT (SzPostPlanRow, post), .required = TRUE,
    .example = "专技八级" },
  { "核准数", SZ_FIELD_COUNT, SZ_FIELD_AT (SzPostPlanRow, approved), .required = TRUE,
    .example = "14" },
  { "生效日期", SZ_FIELD_DATE, SZ_FIELD_AT (SzPostPlanRow, from), .required = TRUE,
    .example = "2023-01-01", .note = N_ ("A date: 2025-09-01, 2025.09 or 2025年9月1日") },
  { "核准文号", SZ_FIELD_TEXT, SZ_FIELD_AT (SzPostPlanRow, source),
    .example = "某人社岗〔2023〕1号" },
  { "序列", SZ_FIELD_TEXT, SZ_FIELD_AT (SzPostPlanRow, series), .example = "",
    .note = N_ ("学生工作, or empty for the ordinary one") },
};

/* RULE ttl-8: there is one series beside the ordinary one. */
static gboolean
resolve_plan (SzImportRun *run, gpointer data, GError **error)
{
  const SzPostPlanRow *row = data;

  if (row->series != NULL && *row->series != '\0' && !g_str_equal (row->series, "学生工作"))
    sz_import_find (run, SZ_SEVERITY_ERROR, "code.unknown",
                    SZ_IMPORT_FIELD (run, SzPostPlanRow, series), row->series, "choices",
                    "学生工作", NULL);
  return TRUE;
}

static const SzImportHooks plan_hooks = { .resolve = resolve_plan };

const SzImportKind sz_import_kind_post_plan = {
  "post-plan",          "岗位核准", SZ_IMPORT_FIELDS (post_plan), .type = &sz_post_plan_type,
  .hooks = &plan_hooks,
};

static const SzImportField departments[] = {
  { "部门", SZ_FIELD_DEPARTMENT, SZ_FIELD_AT (SzDepartment, name), .required = TRUE,
    .example = "机械工程系" },
  { "序号", SZ_FIELD_COUNT, SZ_FIELD_AT (SzDepartment, position), .required = TRUE, .example = "1",
    .note = N_ ("The order on printed forms") },
  { "上级", SZ_FIELD_DEPARTMENT, SZ_FIELD_AT (SzDepartment, parent), .example = "" },
  { "系数", SZ_FIELD_RATIO, SZ_FIELD_AT (SzDepartment, coefficient_x1e4), .example = "1.0000",
    .note = N_ ("Department coefficient, at most four decimals") },
  { "职能", SZ_FIELD_CODE, SZ_FIELD_AT (SzDepartment, function), .table = SZ_TABLE_FUNCTION,
    .example = "", .note = N_ ("组织人事, 纪检监察, 审计, 财务 or 其他") },
};

static gboolean
resolve_department (SzImportRun *run, gpointer data, GError **error)
{
  SzDepartment *row = data;

  row->has_coefficient
      = sz_import_has (run, (guint)SZ_IMPORT_FIELD (run, SzDepartment, coefficient_x1e4));
  return TRUE;
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

static const SzImportHooks department_hooks
    = { .resolve = resolve_department, .is_named = is_department_named };

const SzImportKind sz_import_kind_departments = {
  "departments",
  "部门",
  SZ_IMPORT_FIELDS (departments),
  .type = &sz_department_type,
  .hooks = &department_hooks,
};
