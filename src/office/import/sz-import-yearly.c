/* sz-import-yearly.c — kinds about a person's year: assessments 年度考核, quotas 额定课时, awards
 * 业绩点, factors 项目值, annual-pay 全年薪酬, roles 角色
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-import-private.h"
#include "sz-store-workload.h"

SZ_IMPORT_ROWS (SzAssessmentRow, sz_store_assessment)
SZ_IMPORT_ROWS (SzQuotaRow, sz_store_quota)
SZ_IMPORT_ROWS (SzAwardRow, sz_store_award)
SZ_IMPORT_ROWS (SzFactorRow, sz_store_factor)
SZ_IMPORT_ROWS (SzAnnualPayRow, sz_store_annual_pay)
SZ_IMPORT_ROWS (SzRoleRow, sz_store_role)

/* The fields of each kind stand in the order of sz-import-kind.c. */

enum
{
  ASSESSMENT_YEAR,
  ASSESSMENT_STAFF_NO,
  ASSESSMENT_NAME,
  ASSESSMENT_GRADE,
};

static gboolean
parse_assessment (SzImportRun *run, gpointer data)
{
  SzAssessmentRow *row = data;
  int grade = SZ_GRADE_QUALIFIED;
  gboolean good = TRUE;

  good &= sz_import_read_year (run, ASSESSMENT_YEAR, &row->year);
  good &= sz_import_read_person (run, ASSESSMENT_STAFF_NO, ASSESSMENT_NAME, &row->person_id);
  good &= sz_import_read_value (run, ASSESSMENT_GRADE, &grade);
  row->grade = (SzGrade)grade;
  row->batch_id = run->batch_id;
  row->source_row = (int)run->row->number;
  return good;
}

static char *
make_assessment_key (gconstpointer data)
{
  const SzAssessmentRow *row = data;

  return g_strdup_printf ("%" G_GINT64_FORMAT "\x1f%d", row->person_id, row->year);
}

static const SzImportRows assessment_rows = {
  SZ_IMPORT_ROWS_OF (SzAssessmentRow, sz_store_assessment),
  .parse = parse_assessment,
  .key = make_assessment_key,
};

const SzImportHandler sz_import_assessments_handler = {
  .names_people = TRUE,
  .begin = sz_import_rows_begin,
  .check = sz_import_rows_check,
  .write = sz_import_rows_write,
  .rows = &assessment_rows,
};

enum
{
  QUOTA_YEAR,
  QUOTA_STAFF_NO,
  QUOTA_NAME,
  QUOTA_HOURS,
};

static gboolean
parse_quota (SzImportRun *run, gpointer data)
{
  SzQuotaRow *row = data;
  gboolean good = TRUE;

  good &= sz_import_read_year (run, QUOTA_YEAR, &row->year);
  good &= sz_import_read_person (run, QUOTA_STAFF_NO, QUOTA_NAME, &row->person_id);
  good &= sz_import_read_decimal (run, QUOTA_HOURS, SZ_HOURS_DECIMALS, &row->hours_x100);
  row->batch_id = run->batch_id;
  row->source_row = (int)run->row->number;
  return good;
}

static char *
make_quota_key (gconstpointer data)
{
  const SzQuotaRow *row = data;

  return g_strdup_printf ("%" G_GINT64_FORMAT "\x1f%d", row->person_id, row->year);
}

static const SzImportRows quota_rows = {
  SZ_IMPORT_ROWS_OF (SzQuotaRow, sz_store_quota),
  .parse = parse_quota,
  .key = make_quota_key,
};

const SzImportHandler sz_import_quotas_handler = {
  .names_people = TRUE,
  .begin = sz_import_rows_begin,
  .check = sz_import_rows_check,
  .write = sz_import_rows_write,
  .rows = &quota_rows,
};

enum
{
  AWARD_YEAR,
  AWARD_STAFF_NO,
  AWARD_NAME,
  AWARD_POINTS,
  AWARD_BASIS,
};

static gboolean
parse_award (SzImportRun *run, gpointer data)
{
  SzAwardRow *row = data;
  gboolean good = TRUE;

  good &= sz_import_read_year (run, AWARD_YEAR, &row->year);
  good &= sz_import_read_person (run, AWARD_STAFF_NO, AWARD_NAME, &row->person_id);
  good &= sz_import_read_decimal (run, AWARD_POINTS, SZ_HOURS_DECIMALS, &row->points_x100);
  good &= sz_import_read_text (run, AWARD_BASIS, &row->basis);
  row->batch_id = run->batch_id;
  row->source_row = (int)run->row->number;
  return good;
}

static char *
make_award_key (gconstpointer data)
{
  const SzAwardRow *row = data;

  return g_strdup_printf ("%" G_GINT64_FORMAT "\x1f%d\x1f%s", row->person_id, row->year,
                          row->basis);
}

static const SzImportRows award_rows = {
  SZ_IMPORT_ROWS_OF (SzAwardRow, sz_store_award),
  .parse = parse_award,
  .key = make_award_key,
};

const SzImportHandler sz_import_awards_handler = {
  .names_people = TRUE,
  .begin = sz_import_rows_begin,
  .check = sz_import_rows_check,
  .write = sz_import_rows_write,
  .rows = &award_rows,
};

enum
{
  FACTOR_YEAR,
  FACTOR_STAFF_NO,
  FACTOR_NAME,
  FACTOR_ITEM,
  FACTOR_VALUE,
};

static gboolean
parse_factor (SzImportRun *run, gpointer data)
{
  SzFactorRow *row = data;
  gboolean good = TRUE;

  good &= sz_import_read_year (run, FACTOR_YEAR, &row->year);
  good &= sz_import_read_person (run, FACTOR_STAFF_NO, FACTOR_NAME, &row->person_id);
  good &= sz_import_read_text (run, FACTOR_ITEM, &row->item);
  good &= sz_import_read_share (run, FACTOR_VALUE, &row->value_x1e4);
  row->batch_id = run->batch_id;
  row->source_row = (int)run->row->number;
  return good;
}

static char *
make_factor_key (gconstpointer data)
{
  const SzFactorRow *row = data;

  return g_strdup_printf ("%" G_GINT64_FORMAT "\x1f%d\x1f%s", row->person_id, row->year, row->item);
}

static const SzImportRows factor_rows = {
  SZ_IMPORT_ROWS_OF (SzFactorRow, sz_store_factor),
  .parse = parse_factor,
  .key = make_factor_key,
};

const SzImportHandler sz_import_factors_handler = {
  .names_people = TRUE,
  .begin = sz_import_rows_begin,
  .check = sz_import_rows_check,
  .write = sz_import_rows_write,
  .rows = &factor_rows,
};

enum
{
  ANNUAL_PAY_YEAR,
  ANNUAL_PAY_STAFF_NO,
  ANNUAL_PAY_NAME,
  ANNUAL_PAY_AMOUNT,
};

static gboolean
parse_annual_pay (SzImportRun *run, gpointer data)
{
  SzAnnualPayRow *row = data;
  gboolean good = TRUE;

  good &= sz_import_read_year (run, ANNUAL_PAY_YEAR, &row->year);
  good &= sz_import_read_person (run, ANNUAL_PAY_STAFF_NO, ANNUAL_PAY_NAME, &row->person_id);
  good &= sz_import_read_money (run, ANNUAL_PAY_AMOUNT, &row->amount_fen);
  row->batch_id = run->batch_id;
  row->source_row = (int)run->row->number;
  return good;
}

static char *
make_annual_pay_key (gconstpointer data)
{
  const SzAnnualPayRow *row = data;

  return g_strdup_printf ("%" G_GINT64_FORMAT "\x1f%d", row->person_id, row->year);
}

static const SzImportRows annual_pay_rows = {
  SZ_IMPORT_ROWS_OF (SzAnnualPayRow, sz_store_annual_pay),
  .parse = parse_annual_pay,
  .key = make_annual_pay_key,
};

const SzImportHandler sz_import_annual_pay_handler = {
  .names_people = TRUE,
  .begin = sz_import_rows_begin,
  .check = sz_import_rows_check,
  .write = sz_import_rows_write,
  .rows = &annual_pay_rows,
};

enum
{
  ROLE_YEAR,
  ROLE_STAFF_NO,
  ROLE_NAME,
  ROLE_ROLE,
  ROLE_FROM,
  ROLE_TO,
};

/* A row is about its year: without a last day the role was held to its end. */
static gboolean
parse_role (SzImportRun *run, gpointer data)
{
  SzRoleRow *row = data;
  gboolean good = TRUE;

  good &= sz_import_read_year (run, ROLE_YEAR, &row->year);
  good &= sz_import_read_person (run, ROLE_STAFF_NO, ROLE_NAME, &row->person_id);
  good &= sz_import_read_text (run, ROLE_ROLE, &row->role);
  row->to = sz_date_make (row->year, 12, 31);
  good &= sz_import_read_date (run, ROLE_FROM, &row->from);
  good &= sz_import_read_date (run, ROLE_TO, &row->to);
  if (good && sz_date_first_day (row->to) < sz_date_first_day (row->from))
    {
      g_autofree char *from = sz_date_format (row->from);

      sz_import_find (run, SZ_SEVERITY_ERROR, "date.order", ROLE_TO,
                      sz_import_get_cell (run, ROLE_TO)->text, "other", from, NULL);
      good = FALSE;
    }
  row->batch_id = run->batch_id;
  row->source_row = (int)run->row->number;
  return good;
}

static char *
make_role_key (gconstpointer data)
{
  const SzRoleRow *row = data;

  return g_strdup_printf ("%" G_GINT64_FORMAT "\x1f%d\x1f%s\x1f%d", row->person_id, row->year,
                          row->role, row->from);
}

static const SzImportRows role_rows = {
  SZ_IMPORT_ROWS_OF (SzRoleRow, sz_store_role),
  .parse = parse_role,
  .key = make_role_key,
};

const SzImportHandler sz_import_roles_handler = {
  .names_people = TRUE,
  .begin = sz_import_rows_begin,
  .check = sz_import_rows_check,
  .write = sz_import_rows_write,
  .rows = &role_rows,
};
