/* sz-store-workload.c — what people did and earned in a year: teaching, training, assessments, …
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-store-workload.h"

#include "sz-pay-ties.h"
#include "sz-row-table.h"
#include "sz-store-private.h"

static const SzColumn teaching_columns[] = {
  { "person_id", SZ_COLUMN_INT64, SZ_COLUMN_KEY, G_STRUCT_OFFSET (SzTeachingRow, person_id), 0 },
  { "year", SZ_COLUMN_INT, SZ_COLUMN_KEY, G_STRUCT_OFFSET (SzTeachingRow, year), 0 },
  { "term", SZ_COLUMN_TEXT, SZ_COLUMN_KEY, G_STRUCT_OFFSET (SzTeachingRow, term), 0 },
  { "course", SZ_COLUMN_TEXT, SZ_COLUMN_KEY, G_STRUCT_OFFSET (SzTeachingRow, course), 0 },
  { "class_name", SZ_COLUMN_TEXT, SZ_COLUMN_KEY, G_STRUCT_OFFSET (SzTeachingRow, class_name), 0 },
  { "course_type", SZ_COLUMN_CODE, SZ_COLUMN_KEY, G_STRUCT_OFFSET (SzTeachingRow, course_type),
    SZ_TABLE_COURSE_TYPE },
  { "ordinal", SZ_COLUMN_INT, SZ_COLUMN_KEY, G_STRUCT_OFFSET (SzTeachingRow, ordinal), 0 },
  { "students", SZ_COLUMN_INT, SZ_COLUMN_PLAIN, G_STRUCT_OFFSET (SzTeachingRow, students), 0 },
  { "hours_x100", SZ_COLUMN_INT64, SZ_COLUMN_PLAIN, G_STRUCT_OFFSET (SzTeachingRow, hours_x100),
    0 },
  { "is_repeat", SZ_COLUMN_BOOL, SZ_COLUMN_PLAIN, G_STRUCT_OFFSET (SzTeachingRow, is_repeat), 0 },
  { "is_new", SZ_COLUMN_BOOL, SZ_COLUMN_PLAIN, G_STRUCT_OFFSET (SzTeachingRow, is_new), 0 },
  { "batch_id", SZ_COLUMN_REF, SZ_COLUMN_ORIGIN, G_STRUCT_OFFSET (SzTeachingRow, batch_id), 0 },
  { "source_row", SZ_COLUMN_INT, SZ_COLUMN_ORIGIN, G_STRUCT_OFFSET (SzTeachingRow, source_row), 0 },
};

const SzRowType sz_teaching_type
    = { SZ_ROW_TYPE ("teaching_records", SzTeachingRow, teaching_columns),
        .ties = sz_pay_ties_of_year };

SZ_ROW_DEFINE (SzTeachingRow, sz_store_teaching, sz_teaching_type)

static const SzColumn training_columns[] = {
  { "person_id", SZ_COLUMN_INT64, SZ_COLUMN_KEY, G_STRUCT_OFFSET (SzTrainingRow, person_id), 0 },
  { "date", SZ_COLUMN_DATE, SZ_COLUMN_KEY, G_STRUCT_OFFSET (SzTrainingRow, date), 0 },
  { "project_code", SZ_COLUMN_TEXT, SZ_COLUMN_KEY, G_STRUCT_OFFSET (SzTrainingRow, project_code),
    0 },
  { "session", SZ_COLUMN_TEXT, SZ_COLUMN_KEY, G_STRUCT_OFFSET (SzTrainingRow, session), 0 },
  { "period", SZ_COLUMN_TEXT, SZ_COLUMN_KEY, G_STRUCT_OFFSET (SzTrainingRow, period), 0 },
  { "role", SZ_COLUMN_CODE, SZ_COLUMN_KEY, G_STRUCT_OFFSET (SzTrainingRow, role),
    SZ_TABLE_TRAINING_ROLE },
  { "ordinal", SZ_COLUMN_INT, SZ_COLUMN_KEY, G_STRUCT_OFFSET (SzTrainingRow, ordinal), 0 },
  { "project_name", SZ_COLUMN_TEXT, SZ_COLUMN_PLAIN, G_STRUCT_OFFSET (SzTrainingRow, project_name),
    0 },
  { "category", SZ_COLUMN_TEXT, SZ_COLUMN_PLAIN, G_STRUCT_OFFSET (SzTrainingRow, category), 0 },
  { "course_type", SZ_COLUMN_CODE, SZ_COLUMN_PLAIN, G_STRUCT_OFFSET (SzTrainingRow, course_type),
    SZ_TABLE_COURSE_TYPE },
  { "students", SZ_COLUMN_INT, SZ_COLUMN_PLAIN, G_STRUCT_OFFSET (SzTrainingRow, students), 0 },
  { "hours_x100", SZ_COLUMN_INT64, SZ_COLUMN_PLAIN, G_STRUCT_OFFSET (SzTrainingRow, hours_x100),
    0 },
  { "time_slot", SZ_COLUMN_CODE, SZ_COLUMN_PLAIN, G_STRUCT_OFFSET (SzTrainingRow, time_slot),
    SZ_TABLE_TIME_SLOT },
  { "pay_mode", SZ_COLUMN_CODE, SZ_COLUMN_PLAIN, G_STRUCT_OFFSET (SzTrainingRow, pay_mode),
    SZ_TABLE_PAY_MODE },
  { "batch_id", SZ_COLUMN_REF, SZ_COLUMN_ORIGIN, G_STRUCT_OFFSET (SzTrainingRow, batch_id), 0 },
  { "source_row", SZ_COLUMN_INT, SZ_COLUMN_ORIGIN, G_STRUCT_OFFSET (SzTrainingRow, source_row), 0 },
};

const SzRowType sz_training_type
    = { SZ_ROW_TYPE ("training_records", SzTrainingRow, training_columns),
        .ties = sz_pay_ties_of_date };

SZ_ROW_DEFINE (SzTrainingRow, sz_store_training, sz_training_type)

static const SzColumn training_income_columns[] = {
  { "year", SZ_COLUMN_INT, SZ_COLUMN_KEY, G_STRUCT_OFFSET (SzTrainingIncome, year), 0 },
  { "project_code", SZ_COLUMN_TEXT, SZ_COLUMN_KEY, G_STRUCT_OFFSET (SzTrainingIncome, project_code),
    0 },
  { "income_fen", SZ_COLUMN_INT64, SZ_COLUMN_PLAIN, G_STRUCT_OFFSET (SzTrainingIncome, income_fen),
    0 },
  { "cost_fen", SZ_COLUMN_INT64, SZ_COLUMN_PLAIN, G_STRUCT_OFFSET (SzTrainingIncome, cost_fen), 0 },
  { "person_times", SZ_COLUMN_INT64, SZ_COLUMN_PLAIN,
    G_STRUCT_OFFSET (SzTrainingIncome, person_times), 0 },
  { "batch_id", SZ_COLUMN_REF, SZ_COLUMN_ORIGIN, G_STRUCT_OFFSET (SzTrainingIncome, batch_id), 0 },
  { "source_row", SZ_COLUMN_INT, SZ_COLUMN_ORIGIN, G_STRUCT_OFFSET (SzTrainingIncome, source_row),
    0 },
};

const SzRowType sz_training_income_type
    = { SZ_ROW_TYPE ("training_incomes", SzTrainingIncome, training_income_columns) };

SZ_ROW_DEFINE (SzTrainingIncome, sz_store_training_income, sz_training_income_type)

static const SzColumn quota_columns[] = {
  { "person_id", SZ_COLUMN_INT64, SZ_COLUMN_KEY, G_STRUCT_OFFSET (SzQuotaRow, person_id), 0 },
  { "year", SZ_COLUMN_INT, SZ_COLUMN_KEY, G_STRUCT_OFFSET (SzQuotaRow, year), 0 },
  { "hours_x100", SZ_COLUMN_INT64, SZ_COLUMN_PLAIN, G_STRUCT_OFFSET (SzQuotaRow, hours_x100), 0 },
  { "batch_id", SZ_COLUMN_REF, SZ_COLUMN_ORIGIN, G_STRUCT_OFFSET (SzQuotaRow, batch_id), 0 },
  { "source_row", SZ_COLUMN_INT, SZ_COLUMN_ORIGIN, G_STRUCT_OFFSET (SzQuotaRow, source_row), 0 },
};

const SzRowType sz_quota_type
    = { SZ_ROW_TYPE ("quotas", SzQuotaRow, quota_columns), .ties = sz_pay_ties_of_year };

SZ_ROW_DEFINE (SzQuotaRow, sz_store_quota, sz_quota_type)

static const SzColumn role_columns[] = {
  { "person_id", SZ_COLUMN_INT64, SZ_COLUMN_KEY, G_STRUCT_OFFSET (SzRoleRow, person_id), 0 },
  { "year", SZ_COLUMN_INT, SZ_COLUMN_KEY, G_STRUCT_OFFSET (SzRoleRow, year), 0 },
  { "role", SZ_COLUMN_TEXT, SZ_COLUMN_KEY, G_STRUCT_OFFSET (SzRoleRow, role), 0 },
  { "from_date", SZ_COLUMN_DATE, SZ_COLUMN_KEY, G_STRUCT_OFFSET (SzRoleRow, from), 0 },
  { "to_date", SZ_COLUMN_DATE, SZ_COLUMN_PLAIN, G_STRUCT_OFFSET (SzRoleRow, to), 0 },
  { "batch_id", SZ_COLUMN_REF, SZ_COLUMN_ORIGIN, G_STRUCT_OFFSET (SzRoleRow, batch_id), 0 },
  { "source_row", SZ_COLUMN_INT, SZ_COLUMN_ORIGIN, G_STRUCT_OFFSET (SzRoleRow, source_row), 0 },
};

const SzRowType sz_role_type
    = { SZ_ROW_TYPE ("roles", SzRoleRow, role_columns), .ties = sz_pay_ties_of_year };

SZ_ROW_DEFINE (SzRoleRow, sz_store_role, sz_role_type)

static const SzColumn award_columns[] = {
  { "person_id", SZ_COLUMN_INT64, SZ_COLUMN_KEY, G_STRUCT_OFFSET (SzAwardRow, person_id), 0 },
  { "year", SZ_COLUMN_INT, SZ_COLUMN_KEY, G_STRUCT_OFFSET (SzAwardRow, year), 0 },
  { "basis", SZ_COLUMN_TEXT, SZ_COLUMN_KEY, G_STRUCT_OFFSET (SzAwardRow, basis), 0 },
  { "points_x100", SZ_COLUMN_INT64, SZ_COLUMN_PLAIN, G_STRUCT_OFFSET (SzAwardRow, points_x100), 0 },
  { "batch_id", SZ_COLUMN_REF, SZ_COLUMN_ORIGIN, G_STRUCT_OFFSET (SzAwardRow, batch_id), 0 },
  { "source_row", SZ_COLUMN_INT, SZ_COLUMN_ORIGIN, G_STRUCT_OFFSET (SzAwardRow, source_row), 0 },
};

const SzRowType sz_award_type
    = { SZ_ROW_TYPE ("awards", SzAwardRow, award_columns), .ties = sz_pay_ties_of_year };

SZ_ROW_DEFINE (SzAwardRow, sz_store_award, sz_award_type)

static const SzColumn factor_columns[] = {
  { "person_id", SZ_COLUMN_INT64, SZ_COLUMN_KEY, G_STRUCT_OFFSET (SzFactorRow, person_id), 0 },
  { "year", SZ_COLUMN_INT, SZ_COLUMN_KEY, G_STRUCT_OFFSET (SzFactorRow, year), 0 },
  { "item", SZ_COLUMN_TEXT, SZ_COLUMN_KEY, G_STRUCT_OFFSET (SzFactorRow, item), 0 },
  { "value_x1e4", SZ_COLUMN_INT64, SZ_COLUMN_PLAIN, G_STRUCT_OFFSET (SzFactorRow, value_x1e4), 0 },
  { "batch_id", SZ_COLUMN_REF, SZ_COLUMN_ORIGIN, G_STRUCT_OFFSET (SzFactorRow, batch_id), 0 },
  { "source_row", SZ_COLUMN_INT, SZ_COLUMN_ORIGIN, G_STRUCT_OFFSET (SzFactorRow, source_row), 0 },
};

const SzRowType sz_factor_type
    = { SZ_ROW_TYPE ("factors", SzFactorRow, factor_columns), .ties = sz_pay_ties_of_year };

SZ_ROW_DEFINE (SzFactorRow, sz_store_factor, sz_factor_type)

static const SzColumn assessment_columns[] = {
  { "person_id", SZ_COLUMN_INT64, SZ_COLUMN_KEY, G_STRUCT_OFFSET (SzAssessmentRow, person_id), 0 },
  { "year", SZ_COLUMN_INT, SZ_COLUMN_KEY, G_STRUCT_OFFSET (SzAssessmentRow, year), 0 },
  { "grade", SZ_COLUMN_CODE, SZ_COLUMN_PLAIN, G_STRUCT_OFFSET (SzAssessmentRow, grade),
    SZ_TABLE_GRADE },
  { "batch_id", SZ_COLUMN_REF, SZ_COLUMN_ORIGIN, G_STRUCT_OFFSET (SzAssessmentRow, batch_id), 0 },
  { "source_row", SZ_COLUMN_INT, SZ_COLUMN_ORIGIN, G_STRUCT_OFFSET (SzAssessmentRow, source_row),
    0 },
};

const SzRowType sz_assessment_type
    = { SZ_ROW_TYPE ("assessments", SzAssessmentRow, assessment_columns),
        .ties = sz_pay_ties_of_year };

SZ_ROW_DEFINE (SzAssessmentRow, sz_store_assessment, sz_assessment_type)

static const SzColumn annual_pay_columns[] = {
  { "person_id", SZ_COLUMN_INT64, SZ_COLUMN_KEY, G_STRUCT_OFFSET (SzAnnualPayRow, person_id), 0 },
  { "year", SZ_COLUMN_INT, SZ_COLUMN_KEY, G_STRUCT_OFFSET (SzAnnualPayRow, year), 0 },
  { "amount_fen", SZ_COLUMN_INT64, SZ_COLUMN_PLAIN, G_STRUCT_OFFSET (SzAnnualPayRow, amount_fen),
    0 },
  { "conversion_fen", SZ_COLUMN_INT64, SZ_COLUMN_PLAIN,
    G_STRUCT_OFFSET (SzAnnualPayRow, conversion_fen), 0 },
  { "employer_fen", SZ_COLUMN_INT64, SZ_COLUMN_PLAIN,
    G_STRUCT_OFFSET (SzAnnualPayRow, employer_fen), 0 },
  { "batch_id", SZ_COLUMN_REF, SZ_COLUMN_ORIGIN, G_STRUCT_OFFSET (SzAnnualPayRow, batch_id), 0 },
  { "source_row", SZ_COLUMN_INT, SZ_COLUMN_ORIGIN, G_STRUCT_OFFSET (SzAnnualPayRow, source_row),
    0 },
};

const SzRowType sz_annual_pay_type
    = { SZ_ROW_TYPE ("annual_pays", SzAnnualPayRow, annual_pay_columns) };

SZ_ROW_DEFINE (SzAnnualPayRow, sz_store_annual_pay, sz_annual_pay_type)

/* The first record of the statement that shares a period; 0: none. */
static gboolean
find_overlap (SzStmt *stmt,
              const char *period,
              const SzPeriodName *names,
              gsize n_names,
              gint64 *id,
              GError **error)
{
  gboolean more = TRUE;

  *id = 0;
  while (*id == 0)
    {
      if (!sz_stmt_step (stmt, &more, error))
        return FALSE;
      if (!more)
        return TRUE;
      if (sz_periods_clash (sz_stmt_text (stmt, 1), period, names, n_names))
        *id = sz_stmt_int (stmt, 0);
    }
  return TRUE;
}

GArray *
sz_store_workload_years (SzStore *store, GError **error)
{
  g_autoptr (GArray) years = g_array_new (FALSE, FALSE, sizeof (int));
  g_autoptr (SzStmt) stmt = NULL;
  gboolean row = FALSE;

  g_return_val_if_fail (store != NULL, NULL);

  stmt = sz_db_prepare (store->db,
                        "SELECT year FROM teaching_records GROUP BY year UNION"
                        " SELECT CAST (substr (date, 1, 4) AS INTEGER) FROM training_records"
                        " GROUP BY 1 ORDER BY 1 DESC",
                        error);
  if (stmt == NULL)
    return NULL;
  for (;;)
    {
      int year;

      if (!sz_stmt_step (stmt, &row, error))
        return NULL;
      if (!row)
        return g_steal_pointer (&years);
      year = (int)sz_stmt_int (stmt, 0);
      g_array_append_val (years, year);
    }
}

/* RULE wrk-6 */
gboolean
sz_store_training_clash (SzStore *store,
                         const SzTrainingRow *row,
                         const SzPeriodName *names,
                         gsize n_names,
                         SzTrainingRow *found,
                         gboolean *clash,
                         GError **error)
{
  g_autoptr (SzStmt) stmt = NULL;
  char date[16];
  gint64 id;

  g_return_val_if_fail (store != NULL && row != NULL && found != NULL && clash != NULL, FALSE);

  *clash = FALSE;
  stmt = sz_db_prepare (store->db,
                        "SELECT id, period FROM training_records WHERE person_id = $1 AND date = $2"
                        " AND period <> '' AND id <> $3 ORDER BY id",
                        error);
  if (stmt == NULL)
    return FALSE;
  sz_date_to_text (row->date, date);
  sz_stmt_bind_int (stmt, 1, row->person_id);
  sz_stmt_bind_text (stmt, 2, date);
  sz_stmt_bind_int (stmt, 3, row->id);
  if (!find_overlap (stmt, row->period, names, n_names, &id, error))
    return FALSE;
  return id == 0 || sz_store_training_get (store, id, found, clash, error);
}
