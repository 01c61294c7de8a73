/* sz-readiness.h — what a year's performance pay still lacks, from the roster to F20
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sz-office.h"

G_BEGIN_DECLS

typedef enum
{
  SZ_READY_ROSTER,
  SZ_READY_ASSESSMENTS,
  SZ_READY_WORKLOAD, /* teaching or training */
  SZ_READY_SCHEME,   /* a run of the year was computed by one */
  SZ_N_READY,
} SzReadyStep;

/** SzReadiness: the duty at hand is the pay of @year: the last full year before the day asked for;
 * from July on that day's own, once it has any workload. */
typedef struct
{
  int year;
  gboolean done[SZ_N_READY];
  gint64 run; /* the latest of the year; 0: none */
} SzReadiness;

/** sz_view_readiness: as of @day. */
gboolean sz_view_readiness (SzOffice *office, SzDate day, SzReadiness *readiness, GError **error);

/** sz_readiness_next: the first step that is not done; SZ_N_READY: all are. */
SzReadyStep sz_readiness_next (const SzReadiness *readiness);

G_END_DECLS
