/* sz-quota.h — part-time teachers within the establishment 兼职教师名额 (RULE rec-9)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sz-date.h"
#include "sz-decimal.h"

G_BEGIN_DECLS

/** SzQuotaRules: pt.quota_rate 0.20, pt.share_cap 0.30. */
typedef struct
{
  gint64 rate_x1e4;
  gint64 share_cap_x1e4;
} SzQuotaRules;

/** SzContract: covers @from ≤ day ≤ @to; takes @fte_x1e4 of the quota. */
typedef struct
{
  SzDate      from;
  SzDate      to;
  gint64      fte_x1e4;
  gboolean    open_case; /* a case under way, not yet a contract */
  const char *agreement; /* 协议号, borrowed */
  const char *name;      /* borrowed */
} SzContract;

typedef struct
{
  gint64 limit_by_establishment; /* floor(rate × E) */
  gint64 limit_by_share;         /* floor(cap × F / (1 − cap)) */
  gint64 limit;
} SzQuotaLimit;

/** sz_quota_limit: E 386, F 262 → min(77, 112) = 77. */
gboolean sz_quota_limit (const SzQuotaRules *rules, gint64 establishment, gint64 full_time,
                         SzQuotaLimit *limit, GError **error);

/** sz_quota_used: Σ FTE covering @day; the counts are optional. */
gint64 sz_quota_used (const SzContract *contracts, gsize n, SzDate day, guint *n_contracts, guint *n_open);

/** sz_quota_full_time_fn: full-time teachers in service on a day (the caller's knowledge). */
typedef gint64 (*SzQuotaFullTimeFn) (SzDate day, gpointer user_data);

typedef struct
{
  SzDate       peak_day;
  gint64       peak_used_x1e4;  /* without what is asked */
  SzDate       first_day_over;  /* none when it fits */
  SzQuotaLimit limit_on_worst;  /* the limit on the first day over, else on the peak day */
  gint64       used_on_worst_x1e4;
  gboolean     accepted;
} SzQuotaCheck;

/** sz_quota_check: judges asked FTE on every day of @from … @to (the peak). */
gboolean sz_quota_check (const SzQuotaRules *rules, gint64 establishment,
                         SzQuotaFullTimeFn full_time, gpointer user_data,
                         const SzContract *contracts, gsize n,
                         SzDate from, SzDate to, gint64 asked_x1e4,
                         SzQuotaCheck *check, GError **error);

G_END_DECLS
