/* sz-new-year.c — a new year: what goes on from the old one, and what it still needs
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-new-year.h"

#include "sz-office-act.h"
#include "sz-params.h"
#include "sz-register.h"
#include "sz-store-targets.h"
#include "sz-store-workload.h"

#define NOTE "沿用上年，待确认"

/* The registers of a year, and the column that says to which year a row belongs. */
static const struct
{
  const char *kind;
  const char *column;
} parts[] = {
  { "targets", "年度" },         { "assessments", "年度" },   { "quotas", "年度" },
  { "roles", "年度" },           { "awards", "年度" },        { "trainees", "结班日期" },
  { "training-income", "年度" }, { "graduates", "毕业年度" }, { "skill-due", "年度" },
  { "skill-done", "年度" },      { "rotations", "止" },       { "contests", "日期" },
  { "target-entries", "年度" },  { "pay-ledger", "年度" },    { "annual-pay", "年度" },
};

static int
find_column (const SzRegister *reg, const char *heading)
{
  for (guint i = 0; i < reg->n_columns; i++)
    if (g_str_equal (reg->columns[i].heading, heading))
      return (int)i;
  return -1;
}

static gboolean
count_rows (
    SzOffice *office, const SzRegister *reg, int column, int year, gint64 *n, GError **error)
{
  g_autoptr (GPtrArray) rows = sz_register_read (office, reg, NULL, error);
  g_autofree char *start = g_strdup_printf ("%d", year);

  for (guint i = 0; rows != NULL && i < rows->len; i++)
    *n += g_str_has_prefix (((const SzRegisterRow *)g_ptr_array_index (rows, i))->cells[column],
                            start)
              ? 1
              : 0;
  return rows != NULL;
}

GArray *
sz_view_year_needs (SzOffice *office, int year, GError **error)
{
  g_autoptr (GArray) needs = NULL;

  g_return_val_if_fail (SZ_IS_OFFICE (office), NULL);
  needs = g_array_new (FALSE, TRUE, sizeof (SzYearNeed));
  for (gsize i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      const SzRegister *reg = sz_register_find (parts[i].kind);
      const int column = reg != NULL ? find_column (reg, parts[i].column) : -1;
      SzYearNeed need = { 0 };

      if (column < 0)
        continue;
      need = (SzYearNeed){ reg->kind->word, reg->kind->name, 0 };
      if (!count_rows (office, reg, column, year, &need.rows, error))
        return NULL;
      g_array_append_val (needs, need);
    }
  return g_steal_pointer (&needs);
}

/* ---- parameters ---- */

static void
clear_param (gpointer data)
{
  SzYearParam *param = data;

  g_free (param->key);
  g_free (param->value);
  g_free (param->source);
}

GArray *
sz_view_year_params (SzOffice *office, int year, GError **error)
{
  g_autoptr (GArray) all = NULL;
  g_autoptr (GArray) shown = g_array_new (FALSE, TRUE, sizeof (SzYearParam));

  g_return_val_if_fail (SZ_IS_OFFICE (office), NULL);
  g_array_set_clear_func (shown, clear_param);
  all = sz_params_in_force (office, sz_date_make (year, 1, 1), error);
  for (guint i = 0; all != NULL && i < all->len; i++)
    {
      const SzParam *param = &g_array_index (all, SzParam, i);
      const SzYearParam kept = { g_strdup (param->key), g_strdup (param->value),
                                 g_strdup (param->source), param->from };

      if (!param->preset && sz_date_year (param->from) < year)
        g_array_append_val (shown, kept);
      else
        clear_param ((gpointer)&kept);
    }
  return all != NULL ? g_steal_pointer (&shown) : NULL;
}

/* ---- registers ---- */

/* @act: NULL: only counted. */
typedef struct
{
  SzStore *store;
  SzAct *act;
  int year;
  SzYearCopied copied;
} Job;

static gboolean
copy_targets (Job *job, GError **error)
{
  g_autoptr (GArray) rows = sz_store_target_list (job->store, SZ_ROWS_ALL, error);

  for (guint i = 0; rows != NULL && i < rows->len; i++)
    {
      const SzTargetRow *old = &g_array_index (rows, SzTargetRow, i);
      g_auto (SzTargetRow) row = { 0 };
      gboolean there = FALSE;

      if (old->year != job->year - 1)
        continue;
      row = (SzTargetRow){ .year = job->year,
                           .indicator = g_strdup (old->indicator),
                           .goal = old->goal,
                           .office = g_strdup (old->office),
                           .document = g_strdup (""),
                           .note = g_strdup (NOTE) };
      for (guint k = 0; k < rows->len; k++)
        {
          const SzTargetRow *other = &g_array_index (rows, SzTargetRow, k);

          there |= other->year == job->year && g_str_equal (other->indicator, row.indicator);
        }
      if (there)
        continue;
      if (job->act != NULL && !sz_store_target_put (job->act, &row, SZ_PUT_INSERT, NULL, error))
        return FALSE;
      job->copied.targets++;
    }
  return rows != NULL;
}

static gboolean
copy_quotas (Job *job, GError **error)
{
  g_autoptr (GArray) rows = sz_store_quota_list (job->store, SZ_ROWS_ALL, error);
  g_autoptr (GHashTable) theirs = g_hash_table_new (g_int64_hash, g_int64_equal);

  for (guint i = 0; rows != NULL && i < rows->len; i++)
    {
      SzQuotaRow *row = &g_array_index (rows, SzQuotaRow, i);

      if (row->year == job->year)
        g_hash_table_add (theirs, &row->person_id);
    }
  for (guint i = 0; rows != NULL && i < rows->len; i++)
    {
      const SzQuotaRow *old = &g_array_index (rows, SzQuotaRow, i);
      SzQuotaRow row
          = { .person_id = old->person_id, .year = job->year, .hours_x100 = old->hours_x100 };

      if (old->year != job->year - 1 || g_hash_table_contains (theirs, &old->person_id))
        continue;
      if (job->act != NULL && !sz_store_quota_put (job->act, &row, SZ_PUT_INSERT, NULL, error))
        return FALSE;
      job->copied.quotas++;
    }
  return rows != NULL;
}

static gboolean
has_role (const GArray *rows, const SzRoleRow *old, int year)
{
  for (guint i = 0; i < rows->len; i++)
    {
      const SzRoleRow *row = &g_array_index (rows, SzRoleRow, i);

      if (row->year == year && row->person_id == old->person_id
          && g_str_equal (row->role, old->role))
        return TRUE;
    }
  return FALSE;
}

/* A sheet that names no end means the end of its year. A role that ended before is asked for anew:
 * it is paid for. */
static gboolean
copy_roles (Job *job, GError **error)
{
  const SzDate last = sz_date_make (job->year - 1, 12, 31);
  g_autoptr (GArray) rows = sz_store_role_list (job->store, SZ_ROWS_ALL, error);

  for (guint i = 0; rows != NULL && i < rows->len; i++)
    {
      const SzRoleRow *old = &g_array_index (rows, SzRoleRow, i);
      g_auto (SzRoleRow) row = { 0 };

      if (old->year != job->year - 1 || (old->to != SZ_DATE_NONE && old->to < last)
          || has_role (rows, old, job->year))
        continue;
      row = (SzRoleRow){ .person_id = old->person_id,
                         .year = job->year,
                         .role = g_strdup (old->role),
                         .from = sz_date_make (job->year, 1, 1),
                         .to = old->to == last ? sz_date_make (job->year, 12, 31) : old->to };
      if (job->act != NULL && !sz_store_role_put (job->act, &row, SZ_PUT_INSERT, NULL, error))
        return FALSE;
      job->copied.roles++;
    }
  return rows != NULL;
}

static gboolean
copy_all (Job *job, GError **error)
{
  return copy_targets (job, error) && copy_quotas (job, error) && copy_roles (job, error);
}

static gboolean
copy_cb (SzAct *act, json_t *summary, gpointer user_data, GError **error)
{
  Job *job = user_data;

  job->act = act;
  job->copied = (SzYearCopied){ 0 };
  if (!copy_all (job, error))
    return FALSE;
  json_object_set_new (summary, "year", json_integer (job->year));
  json_object_set_new (summary, "targets", json_integer (job->copied.targets));
  json_object_set_new (summary, "quotas", json_integer (job->copied.quotas));
  json_object_set_new (summary, "roles", json_integer (job->copied.roles));
  return TRUE;
}

gboolean
sz_view_year_copied (SzOffice *office, int year, SzYearCopied *copied, GError **error)
{
  Job job = { .year = year };

  g_return_val_if_fail (SZ_IS_OFFICE (office) && copied != NULL, FALSE);
  job.store = sz_office_get_store (office);
  if (!copy_all (&job, error))
    return FALSE;
  *copied = job.copied;
  return TRUE;
}

gboolean
sz_office_new_year (SzOffice *office, int year, SzYearCopied *copied, GError **error)
{
  Job job = { .year = year };

  g_return_val_if_fail (SZ_IS_OFFICE (office) && copied != NULL, FALSE);
  *copied = (SzYearCopied){ 0 };
  job.store = sz_office_get_store (office);
  /* Counted before, so that a year that has everything leaves no act. */
  if (!copy_all (&job, error))
    return FALSE;
  if (job.copied.targets + job.copied.quotas + job.copied.roles > 0
      && !sz_office_run (office, &(SzActHead){ .kind = "year.new" }, copy_cb, &job, NULL, error))
    return FALSE;
  *copied = job.copied;
  return TRUE;
}
