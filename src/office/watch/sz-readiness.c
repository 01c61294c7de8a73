/* sz-readiness.c — what a year's performance pay still lacks, from the roster to F20
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-readiness.h"

#include "sz-office-private.h"
#include "sz-store-pay.h"
#include "sz-store-years.h"

/* The first half of a year belongs to the pay of the one before. */
#define SECOND_HALF 7

static const struct
{
  SzReadyStep step;
  SzYearRows rows;
} tables[] = {
  { SZ_READY_ROSTER, { "people", NULL } },
  { SZ_READY_ASSESSMENTS, { "assessments", "year" } },
  { SZ_READY_WORKLOAD, { "teaching_records", "year" } },
  { SZ_READY_WORKLOAD, { "training_records", "date", TRUE } },
};

static gboolean
find_tables (SzStore *store, SzReadiness *readiness, GError **error)
{
  for (gsize i = 0; i < G_N_ELEMENTS (tables); i++)
    {
      gboolean there = FALSE;

      if (!sz_store_has_rows (store, &tables[i].rows, readiness->year, &there, error))
        return FALSE;
      readiness->done[tables[i].step] |= there;
    }
  return TRUE;
}

static gboolean
find_run (SzStore *store, SzReadiness *readiness, GError **error)
{
  g_autoptr (GArray) runs = sz_store_pay_list (store, error);

  for (guint i = 0; runs != NULL && i < runs->len; i++)
    {
      const SzPayRun *run = &g_array_index (runs, SzPayRun, i);

      if (sz_date_year (run->to) == readiness->year)
        readiness->run = run->id;
    }
  readiness->done[SZ_READY_SCHEME] = readiness->run != 0;
  return runs != NULL;
}

gboolean
sz_view_readiness (SzOffice *office, SzDate day, SzReadiness *readiness, GError **error)
{
  SzStore *store;

  g_return_val_if_fail (SZ_IS_OFFICE (office) && readiness != NULL, FALSE);
  store = sz_office_get_store (office);
  *readiness = (SzReadiness){ .year = sz_date_year (day) };
  if (sz_date_month_of_year (day) >= SECOND_HALF && !find_tables (store, readiness, error))
    return FALSE;
  if (!readiness->done[SZ_READY_WORKLOAD])
    {
      *readiness = (SzReadiness){ .year = sz_date_year (day) - 1 };
      if (!find_tables (store, readiness, error))
        return FALSE;
    }
  return find_run (store, readiness, error);
}

SzReadyStep
sz_readiness_next (const SzReadiness *readiness)
{
  SzReadyStep step = SZ_READY_ROSTER;

  g_return_val_if_fail (readiness != NULL, SZ_N_READY);
  while (step < SZ_N_READY && readiness->done[step])
    step++;
  return step;
}
