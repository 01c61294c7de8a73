/* sz-kind-supervision.c — kinds leaders 任职名册, rectify 整改台账, tolerance 容错纠错 (RULE aud-4
 * … aud-6)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <glib/gi18n.h>

#include "sz-case-tables.h"
#include "sz-import-cell.h"
#include "sz-kind-order.h"
#include "sz-kinds-watch.h"
#include "sz-row-type.h"
#include "sz-store-case.h"
#include "sz-store-supervision.h"

static const SzImportField leader_fields[] = {
  { "工号", SZ_FIELD_PERSON, SZ_FIELD_AT (SzLeaderRow, person_id), .required = TRUE,
    .example = "1001" },
  { "姓名", SZ_FIELD_PERSON_NAME, .example = "张三" },
  { "职务", SZ_FIELD_CODE, SZ_FIELD_AT (SzLeaderRow, duty), .required = TRUE,
    .table = SZ_TABLE_DUTY, .example = "内设机构正职" },
  { "部门", SZ_FIELD_TEXT, SZ_FIELD_AT (SzLeaderRow, unit), .example = "人事处",
    .note = N_ ("Empty: the person's own department") },
  { "分管部门", SZ_FIELD_TEXT, SZ_FIELD_AT (SzLeaderRow, charge), .example = "",
    .note = N_ ("Several with 、 between") },
  { "起", SZ_FIELD_DATE, SZ_FIELD_AT (SzLeaderRow, from), .required = TRUE,
    .example = "2022-03-01" },
  { "止", SZ_FIELD_DATE, SZ_FIELD_AT (SzLeaderRow, to), .example = "" },
};

static gboolean
check_leader (SzImportRun *run, gconstpointer data, GError **error)
{
  const SzLeaderRow *row = data;

  sz_kind_check_order (run, "止", row->from, row->to);
  return TRUE;
}

static const SzImportHooks leader_hooks = { .check_row = check_leader };

const SzImportKind sz_import_kind_leaders
    = { "leaders", "任职名册", SZ_IMPORT_FIELDS (leader_fields), .type = &sz_leader_type,
        .hooks = &leader_hooks };

#define AT(member) SZ_FIELD_AT (SzRectifyRow, item.member)

static const SzImportField rectify_fields[] = {
  { "问题编号", SZ_FIELD_TEXT, AT (no), .required = TRUE, .example = "ZG2025-01" },
  { "来源", SZ_FIELD_CODE, AT (source), .required = TRUE, .table = SZ_TABLE_RECTIFY_SOURCE,
    .example = "巡察" },
  { "领域", SZ_FIELD_CODE, AT (area), .required = TRUE, .table = SZ_TABLE_RECTIFY_AREA,
    .example = "人员聘用" },
  { "问题", SZ_FIELD_PROSE, AT (problem), .required = TRUE, .example = "合同归档不及时" },
  { "责任单位", SZ_FIELD_TEXT, AT (unit), .required = TRUE, .example = "人事处" },
  { "责任人", SZ_FIELD_TEXT, AT (person), .example = "张三" },
  { "整改措施", SZ_FIELD_PROSE, AT (measure), .example = "专人归档，逐月核对" },
  { "整改时限", SZ_FIELD_DATE, AT (deadline), .required = TRUE, .example = "2025-10-31" },
  { "延期文号", SZ_FIELD_TEXT, AT (extension), .example = "" },
  { "完成率", SZ_FIELD_PERCENT, AT (percent), .example = "60", .note = N_ ("0 to 100") },
  { "佐证材料", SZ_FIELD_TEXT, AT (evidence), .example = "" },
  { "销号审核人", SZ_FIELD_TEXT, AT (closed_by), .example = "" },
  { "销号日期", SZ_FIELD_DATE, AT (closed_on), .example = "" },
};

/* Whoever put it up for closing here may not close it by a sheet either. */
static gboolean
check_rectify (SzImportRun *run, gconstpointer data, GError **error)
{
  const SzRectifyItem *item = &((const SzRectifyRow *)data)->item;
  g_auto (SzRectifyRow) stored = { .item.no = g_strdup (item->no) };
  g_autoptr (SzCaseFile) file = NULL;
  const char *submitted_by = NULL;
  const char *heading = NULL;
  const char *fault = NULL;
  gboolean found = FALSE;

  if (run->request->update && !sz_store_rectify_find (run->store, &stored, &found, error))
    return FALSE;
  if (found)
    file = sz_store_case_load (run->store, sz_case_rectify.kind, stored.id, error);
  if (found && file == NULL)
    return FALSE;
  if (found)
    submitted_by = sz_case_file_who (file, &sz_case_rectify, "submit");
  if (item->closed_on != SZ_DATE_NONE)
    fault = sz_rectify_close_fault (item, submitted_by, &heading);
  if (fault != NULL)
    {
      guint field = (guint)sz_import_field (run, heading);
      const char *text = sz_import_get_cell (run, field)->text;

      sz_import_fail (run, fault, field, text != NULL && *text != '\0' ? text : NULL);
    }
  /* A later deadline than the register's wants the document that allows it. */
  if (found && item->deadline > stored.item.deadline
      && (item->extension == NULL || *item->extension == '\0'))
    sz_import_fail (run, "rectify.extension_unapproved", (guint)sz_import_field (run, "延期文号"),
                    NULL);
  return TRUE;
}

static const SzImportHooks rectify_hooks = { .check_row = check_rectify };

const SzImportKind sz_import_kind_rectify
    = { "rectify", "整改台账", SZ_IMPORT_FIELDS (rectify_fields), .type = &sz_rectify_type,
        .hooks = &rectify_hooks };

#undef AT
#define AT(member) SZ_FIELD_AT (SzToleranceRow, tolerance.member)

static const SzImportField tolerance_fields[] = {
  { "编号", SZ_FIELD_TEXT, AT (no), .required = TRUE, .example = "RC2025-01" },
  { "申请人工号", SZ_FIELD_PERSON, SZ_FIELD_AT (SzToleranceRow, person_id), .required = TRUE,
    .example = "1001" },
  { "事项", SZ_FIELD_PROSE, AT (matter), .required = TRUE, .example = "校企合作试点未达预期" },
  { "关联编号", SZ_FIELD_TEXT, AT (about), .example = "ZG2025-01",
    .note = N_ ("Number of the finding or the item") },
  { "申请日期", SZ_FIELD_DATE, AT (applied), .required = TRUE, .example = "2025-09-01" },
  { "核实人", SZ_FIELD_TEXT, AT (verified_by), .example = "" },
  { "核实日期", SZ_FIELD_DATE, AT (verified), .example = "" },
  { "核实意见", SZ_FIELD_PROSE, AT (opinion), .example = "" },
  { "认定会议", SZ_FIELD_TEXT, AT (meeting), .example = "" },
  { "认定日期", SZ_FIELD_DATE, AT (decided), .example = "" },
  { "结论", SZ_FIELD_CODE, AT (decision), .table = SZ_TABLE_DECISION, .example = "" },
  { "公开范围", SZ_FIELD_CODE, AT (open_to), .table = SZ_TABLE_OPEN_TO, .example = "" },
};

static gboolean
check_tolerance (SzImportRun *run, gconstpointer data, GError **error)
{
  const SzToleranceRow *row = data;
  const SzPersonName *applicant = sz_import_person_by_id (run, row->person_id);
  const char *heading = NULL;
  const char *fault
      = sz_tolerance_fault (&row->tolerance, applicant != NULL ? applicant->name : "", &heading);

  if (fault != NULL)
    {
      guint field = (guint)sz_import_field (run, heading);
      const char *text = sz_import_get_cell (run, field)->text;

      sz_import_fail (run, fault, field, text != NULL && *text != '\0' ? text : NULL);
    }
  return TRUE;
}

static const SzImportHooks tolerance_hooks = { .check_row = check_tolerance };

const SzImportKind sz_import_kind_tolerance
    = { "tolerance", "容错纠错", SZ_IMPORT_FIELDS (tolerance_fields), .type = &sz_tolerance_type,
        .hooks = &tolerance_hooks };
