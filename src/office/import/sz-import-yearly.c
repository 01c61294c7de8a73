/* sz-import-yearly.c — kinds about a person's year: assessments 年度考核, quotas 额定课时, awards
 * 业绩点, factors 项目值, annual-pay 全年薪酬, roles 角色
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-import-cell.h"
#include "sz-import-handlers-private.h"
#include "sz-import-run.h"
#include "sz-import-rows-private.h"
#include "sz-store-workload.h"

SZ_IMPORT_ROWS (SzAssessmentRow, sz_store_assessment)
SZ_IMPORT_ROWS (SzQuotaRow, sz_store_quota)
SZ_IMPORT_ROWS (SzAwardRow, sz_store_award)
SZ_IMPORT_ROWS (SzFactorRow, sz_store_factor)
SZ_IMPORT_ROWS (SzAnnualPayRow, sz_store_annual_pay)
SZ_IMPORT_ROWS (SzRoleRow, sz_store_role)

/* The fields of each kind stand in the order of sz-import-kind.c; all begin with these. */
enum
{
  YEAR,
  STAFF_NO,
  NAME,
  OWN, /* the first field of the kind itself */
};

static gboolean
read_whose_year (SzImportRun *run, int *year, gint64 *person_id)
{
  gboolean good = sz_import_read_year (run, YEAR, year);

  return sz_import_read_person (run, STAFF_NO, NAME, person_id) && good;
}

static char *
make_key (gint64 person_id, int year)
{
  return g_strdup_printf ("%" G_GINT64_FORMAT "\x1f%d", person_id, year);
}

enum
{
  ASSESSMENT_GRADE = OWN,
};

static gboolean
parse_assessment (SzImportRun *run, gpointer data)
{
  SzAssessmentRow *row = data;
  int grade = SZ_GRADE_QUALIFIED;
  gboolean good = read_whose_year (run, &row->year, &row->person_id);

  good &= sz_import_read_value (run, ASSESSMENT_GRADE, &grade);
  row->grade = (SzGrade)grade;
  return good;
}

static char *
make_assessment_key (gconstpointer data)
{
  const SzAssessmentRow *row = data;

  return make_key (row->person_id, row->year);
}

static const SzImportRows assessment_rows = {
  SZ_IMPORT_ROWS_OF (SzAssessmentRow, sz_store_assessment),
  .parse = parse_assessment,
  .key = make_assessment_key,
};

const SzImportHandler sz_import_assessments_handler = {
  .wants = SZ_IMPORT_WANTS_NAMES,
  SZ_IMPORT_ROWS_HANDLER (assessment_rows),
};

enum
{
  QUOTA_HOURS = OWN,
};

static gboolean
parse_quota (SzImportRun *run, gpointer data)
{
  SzQuotaRow *row = data;
  gboolean good = read_whose_year (run, &row->year, &row->person_id);

  good &= sz_import_read_decimal (run, QUOTA_HOURS, SZ_HOURS_DECIMALS, &row->hours_x100);
  return good;
}

static char *
make_quota_key (gconstpointer data)
{
  const SzQuotaRow *row = data;

  return make_key (row->person_id, row->year);
}

static const SzImportRows quota_rows = {
  SZ_IMPORT_ROWS_OF (SzQuotaRow, sz_store_quota),
  .parse = parse_quota,
  .key = make_quota_key,
};

const SzImportHandler sz_import_quotas_handler = {
  .wants = SZ_IMPORT_WANTS_NAMES,
  SZ_IMPORT_ROWS_HANDLER (quota_rows),
};

enum
{
  AWARD_POINTS = OWN,
  AWARD_BASIS,
};

static gboolean
parse_award (SzImportRun *run, gpointer data)
{
  SzAwardRow *row = data;
  gboolean good = read_whose_year (run, &row->year, &row->person_id);

  good &= sz_import_read_decimal (run, AWARD_POINTS, SZ_HOURS_DECIMALS, &row->points_x100);
  good &= sz_import_read_text (run, AWARD_BASIS, &row->basis);
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
  .wants = SZ_IMPORT_WANTS_NAMES,
  SZ_IMPORT_ROWS_HANDLER (award_rows),
};

enum
{
  FACTOR_ITEM = OWN,
  FACTOR_VALUE,
};

static gboolean
parse_factor (SzImportRun *run, gpointer data)
{
  SzFactorRow *row = data;
  gboolean good = read_whose_year (run, &row->year, &row->person_id);

  good &= sz_import_read_text (run, FACTOR_ITEM, &row->item);
  good &= sz_import_read_share (run, FACTOR_VALUE, &row->value_x1e4);
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
  .wants = SZ_IMPORT_WANTS_NAMES,
  SZ_IMPORT_ROWS_HANDLER (factor_rows),
};

enum
{
  ANNUAL_PAY_AMOUNT = OWN,
};

static gboolean
parse_annual_pay (SzImportRun *run, gpointer data)
{
  SzAnnualPayRow *row = data;
  gboolean good = read_whose_year (run, &row->year, &row->person_id);

  good &= sz_import_read_money (run, ANNUAL_PAY_AMOUNT, &row->amount_fen);
  return good;
}

static char *
make_annual_pay_key (gconstpointer data)
{
  const SzAnnualPayRow *row = data;

  return make_key (row->person_id, row->year);
}

static const SzImportRows annual_pay_rows = {
  SZ_IMPORT_ROWS_OF (SzAnnualPayRow, sz_store_annual_pay),
  .parse = parse_annual_pay,
  .key = make_annual_pay_key,
};

const SzImportHandler sz_import_annual_pay_handler = {
  .wants = SZ_IMPORT_WANTS_NAMES,
  SZ_IMPORT_ROWS_HANDLER (annual_pay_rows),
};

enum
{
  ROLE_ROLE = OWN,
  ROLE_FROM,
  ROLE_TO,
};

/* A row is about its year: without a last day the role was held to its end. */
static gboolean
parse_role (SzImportRun *run, gpointer data)
{
  SzRoleRow *row = data;
  gboolean good = read_whose_year (run, &row->year, &row->person_id);

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
  .wants = SZ_IMPORT_WANTS_NAMES,
  SZ_IMPORT_ROWS_HANDLER (role_rows),
};
