/* sz-quota.c — part-time teachers within the establishment 兼职教师名额 (RULE rec-9, rec-24)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-quota.h"

#include "sz-error.h"

static gboolean
fail_parameter (const char *key, gint64 value_x1e4, GError **error)
{
  g_autofree char *value = sz_decimal_format (value_x1e4, SZ_RATIO_DECIMALS);

  return sz_error_set (error, SZ_ERROR_FORMAT, "param.invalid", "key", key, "value", value, NULL);
}

/* RULE rec-9, num-4 */
gboolean
sz_quota_limit (const SzQuotaRules *rules,
                gint64 establishment,
                gint64 full_time,
                SzQuotaLimit *limit,
                GError **error)
{
  const SzWide one = SZ_RATIO_ONE;

  g_return_val_if_fail (rules != NULL && limit != NULL, FALSE);
  g_return_val_if_fail (establishment >= 0 && full_time >= 0, FALSE);

  if (rules->rate_x1e4 < 0)
    return fail_parameter ("pt.quota_rate", rules->rate_x1e4, error);
  if (rules->share_cap_x1e4 < 0 || rules->share_cap_x1e4 >= SZ_RATIO_ONE)
    return fail_parameter ("pt.share_cap", rules->share_cap_x1e4, error);
  if (!sz_decimal_div_floor ((SzWide)rules->rate_x1e4 * establishment, one,
                             &limit->limit_by_establishment, error))
    return FALSE;
  if (!sz_decimal_div_floor ((SzWide)rules->share_cap_x1e4 * full_time, one - rules->share_cap_x1e4,
                             &limit->limit_by_share, error))
    return FALSE;
  limit->limit = MIN (limit->limit_by_establishment, limit->limit_by_share);
  return TRUE;
}

SzQuotaTerm *
sz_quota_term_new (SzDate from, SzDate to, GError **error)
{
  SzQuotaTerm *term;

  g_return_val_if_fail (from != SZ_DATE_NONE && to != SZ_DATE_NONE, NULL);
  from = sz_date_first_day (from);
  to = sz_date_first_day (to);
  if (to < from)
    {
      g_autofree char *start = sz_date_format (from);
      g_autofree char *end = sz_date_format (to);

      sz_error_set (error, SZ_ERROR_FORMAT, "date.reversed", "from", start, "to", end, NULL);
      return NULL;
    }
  term = g_new0 (SzQuotaTerm, 1);
  term->from = from;
  term->to = to;
  term->first = sz_date_days (from);
  term->n_days = (guint)(sz_date_days (to) - term->first) + 1;
  term->days = g_new0 (SzQuotaState, term->n_days + 1);
  return term;
}

void
sz_quota_term_free (SzQuotaTerm *term)
{
  if (term == NULL)
    return;
  g_free (term->days);
  g_free (term);
}

/* Where a stretch begins and ends among the days of the term, so that its days need one pass. */
static gboolean
find_ends (const SzQuotaTerm *term, SzDate from, SzDate to, guint *begin, guint *end)
{
  const gint32 last = term->first + (gint32)term->n_days - 1;
  const gint32 start = MAX (from == SZ_DATE_NONE ? term->first : sz_date_days (from), term->first);
  const gint32 stop = to == SZ_DATE_NONE ? last : MIN (sz_date_days (to), last);

  if (start > stop)
    return FALSE;
  *begin = (guint)(start - term->first);
  *end = (guint)(stop - term->first) + 1;
  return TRUE;
}

static void
add_days (SzQuotaTerm *term, SzDate from, SzDate to, gint64 fte_x1e4, gboolean open)
{
  const gint64 open_x1e4 = open ? fte_x1e4 : 0;
  guint begin;
  guint end;

  if (!find_ends (term, from, to, &begin, &end))
    return;
  term->days[begin].used_x1e4 += fte_x1e4;
  term->days[end].used_x1e4 -= fte_x1e4;
  term->days[begin].open_x1e4 += open_x1e4;
  term->days[end].open_x1e4 -= open_x1e4;
}

void
sz_quota_term_add (SzQuotaTerm *term, SzDate from, SzDate to, gint64 fte_x1e4)
{
  g_return_if_fail (term != NULL);

  add_days (term, from, to, fte_x1e4, FALSE);
}

void
sz_quota_term_add_open (SzQuotaTerm *term, SzDate from, SzDate to, gint64 fte_x1e4)
{
  g_return_if_fail (term != NULL);

  add_days (term, from, to, fte_x1e4, TRUE);
}

void
sz_quota_term_ask (SzQuotaTerm *term, SzDate from, SzDate to, gint64 fte_x1e4)
{
  guint begin;
  guint end;

  g_return_if_fail (term != NULL);
  if (!find_ends (term, from, to, &begin, &end))
    return;
  term->days[begin].asked_x1e4 += fte_x1e4;
  term->days[end].asked_x1e4 -= fte_x1e4;
}

void
sz_quota_term_settle (SzQuotaTerm *term)
{
  g_return_if_fail (term != NULL);
  for (guint i = 1; i < term->n_days; i++)
    {
      term->days[i].used_x1e4 += term->days[i - 1].used_x1e4;
      term->days[i].open_x1e4 += term->days[i - 1].open_x1e4;
      term->days[i].asked_x1e4 += term->days[i - 1].asked_x1e4;
    }
}

gboolean
sz_quota_term_limit (
    SzQuotaTerm *term, SzDate from, SzDate to, const SzQuotaRules *rules, GError **error)
{
  guint begin;
  guint end;

  g_return_val_if_fail (term != NULL && rules != NULL, FALSE);
  if (!find_ends (term, from, to, &begin, &end))
    return TRUE;
  for (guint i = begin; i < end; i++)
    {
      SzQuotaState *day = &term->days[i];

      if (i > begin && day->establishment == day[-1].establishment
          && day->full_time == day[-1].full_time)
        day->limit = day[-1].limit;
      else if (!sz_quota_limit (rules, day->establishment, day->full_time, &day->limit, error))
        return FALSE;
    }
  return TRUE;
}

SzDate
sz_quota_term_day (const SzQuotaTerm *term, guint index)
{
  g_return_val_if_fail (term != NULL && index < term->n_days, SZ_DATE_NONE);
  return sz_date_from_days (term->first + (gint32)index);
}

static gboolean
fits (const SzQuotaState *day)
{
  return (SzWide)day->used_x1e4 + day->asked_x1e4 <= (SzWide)day->limit.limit * SZ_RATIO_ONE;
}

/* RULE rec-9: judged on every day of the term, because both sides of the balance move. A change is
 * judged only on the days on which it takes more. */
void
sz_quota_term_check (const SzQuotaTerm *term, SzQuotaCheck *check)
{
  guint peak = 0;
  guint over = G_MAXUINT;

  g_return_if_fail (term != NULL && check != NULL);
  for (guint i = 0; i < term->n_days; i++)
    {
      if (term->days[i].used_x1e4 > term->days[peak].used_x1e4)
        peak = i;
      if (over == G_MAXUINT && term->days[i].asked_x1e4 > 0 && !fits (&term->days[i]))
        over = i;
    }
  *check = (SzQuotaCheck){ .peak_day = sz_quota_term_day (term, peak),
                           .peak_used_x1e4 = term->days[peak].used_x1e4,
                           .worst = term->days[over != G_MAXUINT ? over : peak],
                           .accepted = over == G_MAXUINT };
  if (over != G_MAXUINT)
    check->first_day_over = sz_quota_term_day (term, over);
}

gint64
sz_quota_available (const SzQuotaState *day)
{
  g_return_val_if_fail (day != NULL, 0);
  return day->limit.limit * SZ_RATIO_ONE - day->used_x1e4;
}

static gboolean
is_same (const SzQuotaState *a, const SzQuotaState *b)
{
  return a->establishment == b->establishment && a->full_time == b->full_time
         && a->limit.limit == b->limit.limit && a->used_x1e4 == b->used_x1e4;
}

/* RULE rec-24 */
GArray *
sz_quota_segments (const SzQuotaTerm *term)
{
  GArray *segments = g_array_new (FALSE, FALSE, sizeof (SzQuotaSegment));

  g_return_val_if_fail (term != NULL, segments);
  for (guint i = 0; i < term->n_days; i++)
    {
      const SzDate date = sz_quota_term_day (term, i);
      const SzQuotaSegment segment = { date, date, term->days[i] };

      if (i > 0 && is_same (&term->days[i - 1], &term->days[i]))
        g_array_index (segments, SzQuotaSegment, segments->len - 1).to = date;
      else
        g_array_append_val (segments, segment);
    }
  return segments;
}

/* RULE rec-24 */
SzQuotaMonth
sz_quota_month (const SzQuotaTerm *term, SzDate from, SzDate to)
{
  SzQuotaMonth month = { 0 };
  guint begin;
  guint end;

  g_return_val_if_fail (term != NULL, month);
  if (!find_ends (term, from, to, &begin, &end))
    return month;
  month.peak = month.tightest = begin;
  for (guint i = begin; i < end; i++)
    {
      const SzQuotaState *day = &term->days[i];

      if (day->used_x1e4 > term->days[month.peak].used_x1e4)
        month.peak = i;
      if (sz_quota_available (day) < sz_quota_available (&term->days[month.tightest]))
        month.tightest = i;
      month.days_over += sz_quota_available (day) < 0 ? 1 : 0;
    }
  return month;
}

/* RULE rec-29 */
GArray *
sz_quota_over (const SzQuotaTerm *term)
{
  GArray *runs = g_array_new (FALSE, FALSE, sizeof (SzQuotaSegment));

  g_return_val_if_fail (term != NULL, runs);
  for (guint i = 0; i < term->n_days; i++)
    {
      const SzDate date = sz_quota_term_day (term, i);
      const SzQuotaSegment run = { date, date, term->days[i] };

      if (sz_quota_available (&term->days[i]) >= 0)
        continue;
      if (i > 0 && sz_quota_available (&term->days[i - 1]) < 0)
        g_array_index (runs, SzQuotaSegment, runs->len - 1).to = date;
      else
        g_array_append_val (runs, run);
    }
  return runs;
}
