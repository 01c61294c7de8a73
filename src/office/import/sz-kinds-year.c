/* sz-kinds-year.c — kinds about a person's year: assessments 年度考核, quotas 额定课时, awards
 * 业绩点, factors 项目值, annual-pay 全年薪酬, roles 角色
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-kinds-college.h"

#include <glib/gi18n.h>

#include "sz-assess-grade.h"
#include "sz-import-cell.h"
#include "sz-import-doubt.h"
#include "sz-row-type.h"
#include "sz-store-workload.h"

static const SzImportField assessments[] = {
  { "年度", SZ_FIELD_YEAR, SZ_FIELD_AT (SzAssessmentRow, year), .required = TRUE,
    .example = "2025" },
  { "工号", SZ_FIELD_PERSON, SZ_FIELD_AT (SzAssessmentRow, person_id), .required = TRUE,
    .example = "1001" },
  { "姓名", SZ_FIELD_PERSON_NAME, .example = "张三",
    .note = N_ ("Only compared with the register") },
  { "档次", SZ_FIELD_CODE, SZ_FIELD_AT (SzAssessmentRow, grade), .required = TRUE,
    .table = SZ_TABLE_GRADE, .example = "合格" },
};

/* RULE asm-5: a confirmed year changes by corrections alone; what it says already may come again.
 */
static gboolean
check_assessment (SzImportRun *run, gconstpointer data, GError **error)
{
  const SzAssessmentRow *row = data;
  const guint field = (guint)sz_import_field (run, "档次");
  SzAssessmentRow there = { .person_id = row->person_id, .year = row->year };
  gboolean confirmed, found = FALSE;
  g_autofree char *year = g_strdup_printf ("%d", row->year);

  if (!sz_assess_is_confirmed (run->office, row->year, &confirmed, error)
      || (confirmed && !sz_store_assessment_find (run->store, &there, &found, error)))
    return FALSE;
  if (confirmed && (!found || there.grade != row->grade))
    sz_import_find (run, SZ_SEVERITY_ERROR, "assess.confirmed", (int)field,
                    sz_import_get_cell (run, field)->text, "year", year, NULL);
  return TRUE;
}

static const SzImportHooks assessment_hooks = { .check_row = check_assessment };

const SzImportKind sz_import_kind_assessments = {
  "assessments",
  "年度考核",
  SZ_IMPORT_FIELDS (assessments),
  .type = &sz_assessment_type,
  .hooks = &assessment_hooks,
};

static const SzImportField quotas[] = {
  { "年度", SZ_FIELD_YEAR, SZ_FIELD_AT (SzQuotaRow, year), .required = TRUE, .example = "2025" },
  { "工号", SZ_FIELD_PERSON, SZ_FIELD_AT (SzQuotaRow, person_id), .required = TRUE,
    .example = "1001" },
  { "姓名", SZ_FIELD_PERSON_NAME, .example = "张三",
    .note = N_ ("Only compared with the register") },
  { "额定课时", SZ_FIELD_HOURS, SZ_FIELD_AT (SzQuotaRow, hours_x100), .required = TRUE,
    .example = "320" },
};

const SzImportKind sz_import_kind_quotas = {
  "quotas",
  "额定课时",
  SZ_IMPORT_FIELDS (quotas),
  .type = &sz_quota_type,
};

static const SzImportField awards[] = {
  { "年度", SZ_FIELD_YEAR, SZ_FIELD_AT (SzAwardRow, year), .required = TRUE, .example = "2025" },
  { "工号", SZ_FIELD_PERSON, SZ_FIELD_AT (SzAwardRow, person_id), .required = TRUE,
    .example = "1001" },
  { "姓名", SZ_FIELD_PERSON_NAME, .example = "张三",
    .note = N_ ("Only compared with the register") },
  { "业绩点", SZ_FIELD_HOURS, SZ_FIELD_AT (SzAwardRow, points_x100), .required = TRUE,
    .example = "12" },
  { "依据", SZ_FIELD_TEXT, SZ_FIELD_AT (SzAwardRow, basis), .example = "教学成果" },
};

const SzImportKind sz_import_kind_awards = {
  "awards",
  "业绩点",
  SZ_IMPORT_FIELDS (awards),
  .type = &sz_award_type,
};

static const SzImportField factors[] = {
  { "年度", SZ_FIELD_YEAR, SZ_FIELD_AT (SzFactorRow, year), .required = TRUE, .example = "2025" },
  { "工号", SZ_FIELD_PERSON, SZ_FIELD_AT (SzFactorRow, person_id), .required = TRUE,
    .example = "1001" },
  { "姓名", SZ_FIELD_PERSON_NAME, .example = "张三",
    .note = N_ ("Only compared with the register") },
  { "项目", SZ_FIELD_TEXT, SZ_FIELD_AT (SzFactorRow, item), .required = TRUE, .example = "满意度",
    .note = N_ ("The name after value: in a scheme") },
  { "值", SZ_FIELD_RATIO, SZ_FIELD_AT (SzFactorRow, value_x1e4), .required = TRUE,
    .example = "0.9500" },
};

const SzImportKind sz_import_kind_factors = {
  "factors",
  "项目值",
  SZ_IMPORT_FIELDS (factors),
  .type = &sz_factor_type,
};

static const SzImportField roles[] = {
  { "年度", SZ_FIELD_YEAR, SZ_FIELD_AT (SzRoleRow, year), .required = TRUE, .example = "2025" },
  { "工号", SZ_FIELD_PERSON, SZ_FIELD_AT (SzRoleRow, person_id), .required = TRUE,
    .example = "1001" },
  { "姓名", SZ_FIELD_PERSON_NAME, .example = "张三",
    .note = N_ ("Only compared with the register") },
  { "角色", SZ_FIELD_TEXT, SZ_FIELD_AT (SzRoleRow, role), .required = TRUE, .example = "班主任" },
  { "起", SZ_FIELD_DATE, SZ_FIELD_AT (SzRoleRow, from), .required = TRUE, .example = "2025-09-01" },
  { "止", SZ_FIELD_DATE, SZ_FIELD_AT (SzRoleRow, to), .example = "",
    .note = N_ ("Empty means the end of the year") },
};

/* A row is about its year: without a last day the role was held to its end. */
static gboolean
resolve_role (SzImportRun *run, gpointer data, GError **error)
{
  SzRoleRow *row = data;

  if (row->to == SZ_DATE_NONE)
    row->to = sz_date_make (row->year, 12, 31);
  sz_import_check_order (run, SZ_IMPORT_FIELD (run, SzRoleRow, to), row->from, row->to);
  return TRUE;
}

static gboolean
check_role (SzImportRun *run, gconstpointer data, GError **error)
{
  const SzRoleRow *row = data;

  sz_import_doubt_year (run, (guint)SZ_IMPORT_FIELD (run, SzRoleRow, year), row->year, row->from,
                        row->to);
  sz_import_check_service (run, (guint)SZ_IMPORT_FIELD (run, SzRoleRow, person_id), row->person_id,
                           SZ_IMPORT_FIELD (run, SzRoleRow, from), row->from, row->to);
  return TRUE;
}

static const SzImportHooks role_hooks = {
  .wants = SZ_IMPORT_WANTS_SERVICES,
  .resolve = resolve_role,
  .check_row = check_role,
};

const SzImportKind sz_import_kind_roles = {
  "roles", "角色", SZ_IMPORT_FIELDS (roles), .type = &sz_role_type, .hooks = &role_hooks,
};
