/* sz-quota.h — part-time teachers within the establishment 兼职教师名额 (RULE rec-9, rec-24)
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

typedef struct
{
  gint64 limit_by_establishment; /* floor(rate × E) */
  gint64 limit_by_share;         /* floor(cap × F / (1 − cap)) */
  gint64 limit;
} SzQuotaLimit;

/** sz_quota_limit: E 386, F 262 → min(77, 112) = 77. */
gboolean sz_quota_limit (const SzQuotaRules *rules,
                         gint64 establishment,
                         gint64 full_time,
                         SzQuotaLimit *limit,
                         GError **error);

/** SzQuotaState: both sides of the balance on one day. */
typedef struct
{
  gint64 establishment;
  gint64 full_time;
  SzQuotaLimit limit;
  gint64 used_x1e4;
  gint64 open_x1e4;  /* of what is used: cases and posts that are not signed yet */
  gint64 asked_x1e4; /* what is to be judged beside what is used */
} SzQuotaState;

/**
 * SzQuotaTerm: the days from … to, one after the other. The caller sets establishment and full_time
 * of each day, adds what is used and asked, settles, and then judges:
 *
 *     SzQuotaTerm *term = sz_quota_term_new (20250301, 20250630, &error);
 *     sz_quota_term_add (term, 20250301, 20250531, 10000);
 *     sz_quota_term_ask (term, 20250401, 20250630, 5000);
 *     … days[i].establishment, days[i].full_time …
 *     sz_quota_term_settle (term);
 *     sz_quota_term_limit (term, from, to, &rules, &error);
 *     sz_quota_term_check (term, &check);
 */
typedef struct
{
  SzDate from;
  SzDate to;
  gint32 first; /* day number of @from */
  guint n_days;
  SzQuotaState *days; /* one more than @n_days */
} SzQuotaTerm;

/** sz_quota_term_new: "date.reversed" (from, to) when @to is before @from. */
SzQuotaTerm *sz_quota_term_new (SzDate from, SzDate to, GError **error);
void sz_quota_term_free (SzQuotaTerm *term);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SzQuotaTerm, sz_quota_term_free)

/** sz_quota_term_add, sz_quota_term_ask: @fte_x1e4 on the days of @from … @to (0: open) that lie
 *  within the term; both until sz_quota_term_settle(), which sums them up. */
void sz_quota_term_add (SzQuotaTerm *term, SzDate from, SzDate to, gint64 fte_x1e4);
/** sz_quota_term_add_open: used too, by an open case. */
void sz_quota_term_add_open (SzQuotaTerm *term, SzDate from, SzDate to, gint64 fte_x1e4);
void sz_quota_term_ask (SzQuotaTerm *term, SzDate from, SzDate to, gint64 fte_x1e4);
void sz_quota_term_settle (SzQuotaTerm *term);
/** sz_quota_term_limit: the limits of the days @from … @to by @rules. */
gboolean sz_quota_term_limit (
    SzQuotaTerm *term, SzDate from, SzDate to, const SzQuotaRules *rules, GError **error);
/** sz_quota_term_day: the date of the day with this index. */
SzDate sz_quota_term_day (const SzQuotaTerm *term, guint index);

typedef struct
{
  SzDate peak_day;
  gint64 peak_used_x1e4; /* without what is asked */
  SzDate first_day_over; /* none when it fits */
  SzQuotaState worst;    /* the first day over, else the peak day */
  gboolean accepted;
} SzQuotaCheck;

/** sz_quota_term_check: judges every day on which something is asked. */
void sz_quota_term_check (const SzQuotaTerm *term, SzQuotaCheck *check);

/** SzQuotaSegment: days in a row with the same establishment, teachers, limit and used. */
typedef struct
{
  SzDate from;
  SzDate to;
  SzQuotaState day;
} SzQuotaSegment;

/** SzQuotaMonth: what a month (or the year) comes to: indexes of days of the term. */
typedef struct
{
  guint peak;     /* most used, first of equals */
  guint tightest; /* least limit − used, first of equals */
  guint days_over;
} SzQuotaMonth;

/** sz_quota_segments: (transfer full): of SzQuotaSegment, over the whole term (RULE rec-24). */
GArray *sz_quota_segments (const SzQuotaTerm *term);
/** sz_quota_month: the days @from … @to of the term. */
SzQuotaMonth sz_quota_month (const SzQuotaTerm *term, SzDate from, SzDate to);
/** sz_quota_over: (transfer full): of SzQuotaSegment (from, to): the longest runs of days with more
 *  used than the limit (RULE rec-29). */
GArray *sz_quota_over (const SzQuotaTerm *term);
/** sz_quota_available: limit − used, ×10,000. */
gint64 sz_quota_available (const SzQuotaState *day);

G_END_DECLS
