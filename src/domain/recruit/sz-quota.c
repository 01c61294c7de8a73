/* sz-quota.c — part-time teachers within the establishment 兼职教师名额 (RULE rec-9)
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

static gboolean
covers (const SzContract *contract, SzDate day)
{
  if (sz_date_first_day (contract->from) > day)
    return FALSE;
  return contract->to == SZ_DATE_NONE || day <= sz_date_first_day (contract->to);
}

/* RULE rec-9: contracts and open cases both fill the quota. */
gint64
sz_quota_used (const SzContract *contracts, gsize n, SzDate day, guint *n_contracts, guint *n_open)
{
  const SzDate on = sz_date_first_day (day);
  gint64 used = 0;
  guint counts[2] = { 0, 0 };

  for (gsize i = 0; i < n; i++)
    if (covers (&contracts[i], on))
      {
        used += contracts[i].fte_x1e4;
        counts[contracts[i].open_case ? 1 : 0]++;
      }
  if (n_contracts != NULL)
    *n_contracts = counts[0];
  if (n_open != NULL)
    *n_open = counts[1];
  return used;
}

/* What begins and ends on each day of a term, so that its days need one pass. */
static gint64 *
gather_changes (const SzContract *contracts, gsize n, gint32 first, gint32 last)
{
  gint64 *changes = g_new0 (gint64, last - first + 2);

  for (gsize i = 0; i < n; i++)
    {
      const gint32 from = MAX (sz_date_days (contracts[i].from), first);
      const gint32 to
          = contracts[i].to == SZ_DATE_NONE ? last : MIN (sz_date_days (contracts[i].to), last);

      if (from > to)
        continue;
      changes[from - first] += contracts[i].fte_x1e4;
      changes[to - first + 1] -= contracts[i].fte_x1e4;
    }
  return changes;
}

static gboolean
fits (gint64 used_x1e4, gint64 asked_x1e4, gint64 limit)
{
  return (SzWide)used_x1e4 + asked_x1e4 <= (SzWide)limit * SZ_RATIO_ONE;
}

/* Takes one day into the judgement: the first day over stands, before it the first peak. */
static void
judge_day (
    SzDate day, gint64 used_x1e4, gint64 asked_x1e4, const SzQuotaLimit *limit, SzQuotaCheck *check)
{
  const gboolean peak = check->peak_day == SZ_DATE_NONE || used_x1e4 > check->peak_used_x1e4;
  const gboolean over
      = check->first_day_over == SZ_DATE_NONE && !fits (used_x1e4, asked_x1e4, limit->limit);

  if (peak)
    {
      check->peak_day = day;
      check->peak_used_x1e4 = used_x1e4;
    }
  if (over || (peak && check->first_day_over == SZ_DATE_NONE))
    {
      check->limit_on_worst = *limit;
      check->used_on_worst_x1e4 = used_x1e4;
    }
  if (over)
    check->first_day_over = day;
}

/* RULE rec-9: judged on every day of the term, because both sides of the balance move. */
gboolean
sz_quota_check (const SzQuotaRules *rules,
                gint64 establishment,
                SzQuotaFullTimeFn full_time,
                gpointer user_data,
                const SzContract *contracts,
                gsize n,
                SzDate from,
                SzDate to,
                gint64 asked_x1e4,
                SzQuotaCheck *check,
                GError **error)
{
  const gint32 first = sz_date_days (from);
  const gint32 last = sz_date_days (to);
  g_autofree gint64 *changes = NULL;
  gint64 used = 0;

  g_return_val_if_fail (full_time != NULL && check != NULL, FALSE);
  g_return_val_if_fail (first > 0 && last > 0, FALSE);

  *check = (SzQuotaCheck){ 0 };
  if (first > last)
    {
      g_autofree char *start = sz_date_format (from);
      g_autofree char *end = sz_date_format (to);
      return sz_error_set (error, SZ_ERROR_FORMAT, "date.reversed", "from", start, "to", end, NULL);
    }
  changes = gather_changes (contracts, n, first, last);
  for (gint32 i = first; i <= last; i++)
    {
      const SzDate day = sz_date_from_days (i);
      SzQuotaLimit limit;

      used += changes[i - first];
      if (!sz_quota_limit (rules, establishment, full_time (day, user_data), &limit, error))
        return FALSE;
      judge_day (day, used, asked_x1e4, &limit, check);
    }
  check->accepted = check->first_day_over == SZ_DATE_NONE;
  return TRUE;
}
