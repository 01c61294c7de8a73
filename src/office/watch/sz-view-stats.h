/* sz-view-stats.h — the structure of the staff, and who stands behind a figure 队伍统计 (RULE sta-1
 * … sta-3)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sz-office.h"
#include "sz-stats.h"

G_BEGIN_DECLS

/** SzStatsScope: who is counted: @department NULL: the whole college; @employments: a bit for each
 *  SzEmployment. */
typedef struct
{
  SzDate day;
  const char *department;
  guint employments;
} SzStatsScope;

/** SZ_STATS_EMPLOYMENTS: 在编, 人事代理, 劳务派遣. */
#define SZ_STATS_EMPLOYMENTS                                                                       \
  (1u << SZ_EMPLOYMENT_ESTABLISHED | 1u << SZ_EMPLOYMENT_AGENCY | 1u << SZ_EMPLOYMENT_DISPATCHED)

/** SzStatsName: somebody behind a figure. */
typedef struct
{
  gint64 id; /* of the person */
  char *staff_no;
  char *name;
  char *department;
} SzStatsName;

/** sz_view_stats: (transfer full). */
SzStats *sz_view_stats (SzOffice *office, const SzStatsScope *scope, GError **error);

/**
 * sz_view_stats_names: (transfer full) (element-type SzStatsName): by staff number
 * @label: (nullable): all rows of the table
 * @sex: SZ_SEX_UNKNOWN: both
 *
 * FORMAT "stats.unknown" (table, label) when the table has no such row.
 */
GArray *sz_view_stats_names (SzOffice *office,
                             const SzStatsScope *scope,
                             SzStatsTable table,
                             const char *label,
                             SzSex sex,
                             GError **error);

G_END_DECLS
