/* sz-quota-day.h — the part-time quota: a day, a term, a year 兼职教师名额 (RULE rec-9, rec-24)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sz-office.h"
#include "sz-quota.h"

G_BEGIN_DECLS

/** SzQuotaDay: one day's balance. */
typedef struct
{
  SzDate date;
  gint64 establishment; /* 编制员额 */
  gint64 full_time;     /* 专任教师 in service that day */
  SzQuotaLimit limit;
  gint64 used_x1e4;      /* Σ FTE of contracts and open cases */
  gint64 available_x1e4; /* negative: over the limit already */
  guint contracts;
  guint open_cases; /* cases, and posts of 兼职 that reserve places */
} SzQuotaDay;

gboolean sz_quota_on (SzOffice *office, SzDate day, SzQuotaDay *result, GError **error);

/** SzQuotaDayFn: @day is borrowed; FALSE with @error set stops. */
typedef gboolean (*SzQuotaDayFn) (const SzQuotaDay *day, gpointer user_data, GError **error);

/** sz_quota_each: the balance of every day of @from … @to, from one reading of the database;
 *  contracts and cases are not counted. */
gboolean sz_quota_each (
    SzOffice *office, SzDate from, SzDate to, SzQuotaDayFn fn, gpointer user_data, GError **error);

/** SzQuotaHolder: what fills the quota on the worst day. */
typedef struct
{
  char *agreement; /* "" for an open case or post */
  char *name;
  SzDate from;
  SzDate to;
  gint64 fte_x1e4;
} SzQuotaHolder;

/** SzQuotaJudgement: @day is the first day over, else the peak day. */
typedef struct
{
  SzQuotaDay day;
  gint64 asked_x1e4;
  SzDate from;
  SzDate to;
  SzDate peak_day;
  gint64 peak_used_x1e4; /* without what is asked */
  SzDate first_day_over; /* none when it fits */
  gboolean accepted;
  GArray *holders; /* of SzQuotaHolder: who fills it on @day, by agreement; refused only */
} SzQuotaJudgement;

#define SZ_QUOTA_TERM_DAYS_MAX 36525

/** SzQuotaAsk: what is to be judged. */
typedef struct
{
  SzDate from;
  SzDate to;
  gint64 asked_x1e4;       /* on all its days */
  gint64 without_case;     /* a case that does not count, 0: none */
  gint64 without_position; /* a 兼职 post that does not count, 0: none */
} SzQuotaAsk;

/**
 * sz_quota_judge: (transfer full)
 *
 * Judged on every day of the term with the establishment, the people and the parameters of that
 * day. FORMAT "date.reversed" (from, to), "quota.term_too_long" (max), "quota.fte_invalid" (value)
 * when nothing or less is asked. That it does not fit is no error: look at accepted. Inside an act
 * it judges what the act sees.
 */
SzQuotaJudgement *sz_quota_judge (SzOffice *office, const SzQuotaAsk *ask, GError **error);
void sz_quota_judgement_free (SzQuotaJudgement *judgement);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SzQuotaJudgement, sz_quota_judgement_free)

/** sz_quota_refusal: sets REFUSED "quota.exceeded" (limit, used, asked, date, holders: how many,
 *  from, to, names: the first of them, where there is somebody)
 *  for a judgement that was not accepted. Always FALSE. */
gboolean sz_quota_refusal (const SzQuotaJudgement *judgement, GError **error);

/** sz_quota_refuse: the same, and the attempt goes into the log (RULE aud-1). */
gboolean sz_quota_refuse (SzOffice *office, const SzQuotaJudgement *judgement, GError **error);

/** sz_quota_term: (transfer full): the days @from … @to with everything that fills them, for
 *  sz_quota_segments(), sz_quota_month() and sz_quota_over(). */
SzQuotaTerm *sz_quota_term (SzOffice *office, SzDate from, SzDate to, GError **error);

/** sz_quota_term_asked: (transfer full): the same with @n_asks laid on it. */
SzQuotaTerm *sz_quota_term_asked (
    SzOffice *office, SzDate from, SzDate to, const SzQuotaAsk *asks, guint n_asks, GError **error);

G_END_DECLS
