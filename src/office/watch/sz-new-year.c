/* sz-new-year.c — a new year: what goes on from the old one, and what it still needs
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-new-year.h"

#include "sz-office-act.h"
#include "sz-register.h"
#include "sz-store-targets.h"

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

typedef struct
{
  int year;
  guint copied;
} Job;

static gboolean
has_target (const GArray *rows, int year, const char *indicator)
{
  for (guint i = 0; i < rows->len; i++)
    {
      const SzTargetRow *row = &g_array_index (rows, SzTargetRow, i);

      if (row->year == year && g_str_equal (row->indicator, indicator))
        return TRUE;
    }
  return FALSE;
}

static gboolean
copy_targets (SzAct *act, json_t *summary, gpointer user_data, GError **error)
{
  Job *job = user_data;
  g_autoptr (GArray) rows = sz_store_target_list (sz_act_get_store (act), SZ_ROWS_ALL, error);

  for (guint i = 0; rows != NULL && i < rows->len; i++)
    {
      const SzTargetRow *old = &g_array_index (rows, SzTargetRow, i);
      g_auto (SzTargetRow) row = { 0 };

      if (old->year != job->year - 1 || has_target (rows, job->year, old->indicator))
        continue;
      row = (SzTargetRow){ .year = job->year,
                           .indicator = g_strdup (old->indicator),
                           .goal = old->goal,
                           .office = g_strdup (old->office),
                           .document = g_strdup (""),
                           .note = g_strdup (NOTE) };
      if (!sz_store_target_put (act, &row, SZ_PUT_INSERT, NULL, error))
        return FALSE;
      job->copied++;
    }
  json_object_set_new (summary, "year", json_integer (job->year));
  json_object_set_new (summary, "targets", json_integer (job->copied));
  return rows != NULL;
}

/* Asked before, so that a year that has everything leaves no act. */
static gboolean
is_wanted (SzOffice *office, int year, gboolean *wanted, GError **error)
{
  g_autoptr (GArray) rows = sz_store_target_list (sz_office_get_store (office), SZ_ROWS_ALL, error);

  *wanted = FALSE;
  for (guint i = 0; rows != NULL && i < rows->len; i++)
    {
      const SzTargetRow *row = &g_array_index (rows, SzTargetRow, i);

      *wanted |= row->year == year - 1 && !has_target (rows, year, row->indicator);
    }
  return rows != NULL;
}

gboolean
sz_office_new_year (SzOffice *office, int year, guint *copied, GError **error)
{
  Job job = { .year = year };
  gboolean wanted = FALSE;

  g_return_val_if_fail (SZ_IS_OFFICE (office) && copied != NULL, FALSE);
  *copied = 0;
  if (!is_wanted (office, year, &wanted, error))
    return FALSE;
  if (wanted
      && !sz_office_run (office, &(SzActHead){ .kind = "year.new" }, copy_targets, &job, NULL,
                         error))
    return FALSE;
  *copied = job.copied;
  return TRUE;
}
