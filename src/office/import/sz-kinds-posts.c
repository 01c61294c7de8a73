/* sz-kinds-posts.c — kinds post-plan 岗位核准, departments 部门, parttime 兼职教师
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-kinds-college.h"

#include <glib/gi18n.h>

#include "sz-import-cell.h"
#include "sz-row-type.h"
#include "sz-store-import.h"
#include "sz-store-parttime.h"
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
};

const SzImportKind sz_import_kind_post_plan = {
  "post-plan",
  "岗位核准",
  SZ_IMPORT_FIELDS (post_plan),
  .type = &sz_post_plan_type,
};

static const SzImportField departments[] = {
  { "部门", SZ_FIELD_DEPARTMENT, SZ_FIELD_AT (SzDepartment, name), .required = TRUE,
    .example = "机械工程系" },
  { "序号", SZ_FIELD_COUNT, SZ_FIELD_AT (SzDepartment, position), .required = TRUE, .example = "1",
    .note = N_ ("The order on printed forms") },
  { "上级", SZ_FIELD_DEPARTMENT, SZ_FIELD_AT (SzDepartment, parent), .example = "" },
  { "系数", SZ_FIELD_RATIO, SZ_FIELD_AT (SzDepartment, coefficient_x1e4), .example = "1.0000",
    .note = N_ ("Department coefficient, at most four decimals") },
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

static const SzImportField parttime[] = {
  { "协议号", SZ_FIELD_TEXT, SZ_FIELD_AT (SzContractRow, agreement_no), .required = TRUE,
    .example = "JZ2025-001" },
  { "姓名", SZ_FIELD_NAME, SZ_FIELD_AT (SzContractRow, name), .required = TRUE, .example = "李四" },
  { "身份证号", SZ_FIELD_ID_NUMBER, SZ_FIELD_AT (SzContractRow, id_number), .required = TRUE,
    .example = "11010519491231002X", .note = N_ ("18 characters, as text") },
  { "原单位", SZ_FIELD_TEXT, SZ_FIELD_AT (SzContractRow, employer), .example = "某机床厂" },
  { "职称", SZ_FIELD_CODE, SZ_FIELD_AT (SzContractRow, title), .table = SZ_TABLE_TITLE,
    .example = "工程师" },
  { "技能等级", SZ_FIELD_CODE, SZ_FIELD_AT (SzContractRow, skill), .table = SZ_TABLE_SKILL,
    .example = "高级技师" },
  { "部门", SZ_FIELD_DEPARTMENT, SZ_FIELD_AT (SzContractRow, department), .example = "机械工程系" },
  { "课程", SZ_FIELD_TEXT, SZ_FIELD_AT (SzContractRow, course), .example = "数控编程" },
  { "聘期起", SZ_FIELD_DATE, SZ_FIELD_AT (SzContractRow, from), .required = TRUE,
    .example = "2025-09-01", .note = N_ ("A date: 2025-09-01, 2025.09 or 2025年9月1日") },
  { "聘期止", SZ_FIELD_DATE, SZ_FIELD_AT (SzContractRow, to), .required = TRUE,
    .example = "2026-07-31", .note = N_ ("Last day of the term") },
  { "占用员额", SZ_FIELD_RATIO, SZ_FIELD_AT (SzContractRow, fte_x1e4), .example = "0.5",
    .note = N_ ("Empty means 1"), .fallback = SZ_RATIO_ONE },
  { "课酬标准", SZ_FIELD_MONEY, SZ_FIELD_AT (SzContractRow, rate_fen), .example = "120.00",
    .note = N_ ("Yuan per hour") },
};

static gboolean
resolve_contract (SzImportRun *run, gpointer data, GError **error)
{
  const SzContractRow *row = data;

  sz_import_check_order (run, SZ_IMPORT_FIELD (run, SzContractRow, to), row->from, row->to);
  return TRUE;
}

static const SzImportHooks contract_hooks = { .resolve = resolve_contract };

const SzImportKind sz_import_kind_parttime = {
  "parttime",
  "兼职教师",
  SZ_IMPORT_FIELDS (parttime),
  .type = &sz_contract_type,
  .hooks = &contract_hooks,
};
