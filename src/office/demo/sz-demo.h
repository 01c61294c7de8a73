/* sz-demo.h — a made-up college and a year of everything
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sz-office.h"
#include "sz-progress.h"

G_BEGIN_DECLS

#define SZ_DEMO_PEOPLE_MAX 1000000
#define SZ_DEMO_SEED 30 /* of 鲁人社字〔2023〕30号 */

/** SzDemoRequest: the same people, year and seed give the same data. */
typedef struct
{
  guint people; /* 1 … SZ_DEMO_PEOPLE_MAX */
  int year;     /* the year that is filled */
  guint32 seed;
} SzDemoRequest;

/** SzDemoReport: how many rows of each kind were made. */
typedef struct
{
  guint people;
  guint teaching;
  guint training;
  guint contracts;
} SzDemoReport;

/**
 * sz_office_demo:
 *
 * Fills an empty college in one act. "demo.not_empty" (REFUSED) when there is a person or an import
 * already. Nobody in it exists: the ID numbers carry a region that was never given out.
 */
gboolean sz_office_demo (SzOffice *office,
                         const SzDemoRequest *request,
                         SzDemoReport *report,
                         SzProgress progress,
                         GCancellable *cancellable,
                         GError **error);

/** sz_office_demo_payment: leaves, salaries, accounts and the approved total, in one act. */
gboolean sz_office_demo_payment (SzOffice *office, int year, GError **error);

/**
 * sz_office_demo_runs:
 *
 * After sz_office_demo(): sz_office_demo_payment(), and a pay run in each state as three people
 * took it there: paid with a correction, approved, announced with an objection, reviewed, computed
 * in two levels with adjustments.
 */
gboolean sz_office_demo_runs (SzOffice *office, int year, GError **error);

G_END_DECLS
