/* sz-parttime.c — contracts of part-time teachers 兼职教师聘用 (RULE rec-23 … rec-25, rec-27)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-parttime.h"

#include <string.h>

#include "sz-error.h"

/* A renewal may begin this long after the old end (RULE rec-24). */
#define RENEWAL_GAP_DAYS 31
#define MIDDLE_OF_MONTH 14

static gboolean
fail_order (SzDate from, SzDate to, GError **error)
{
  g_autofree char *start = sz_date_format (from);
  g_autofree char *end = sz_date_format (to);

  return sz_error_set (error, SZ_ERROR_REFUSED, "date.order", "date", start, "other", end, NULL);
}

/* RULE rec-23 */
gboolean
sz_stretches_change (GArray *stretches, const SzStretchChange *change, GError **error)
{
  SzStretch *last;
  SzStretch next;

  g_return_val_if_fail (stretches != NULL && change != NULL, FALSE);
  if (stretches->len == 0)
    return fail_order (change->from, SZ_DATE_NONE, error);
  last = &g_array_index (stretches, SzStretch, stretches->len - 1);
  next = *last;
  next.from = change->from;
  if (change->to != SZ_DATE_NONE)
    next.to = change->to;
  if (change->fte_x1e4 >= 0)
    next.fte_x1e4 = change->fte_x1e4;
  if (change->rate_fen >= 0)
    next.rate_fen = change->rate_fen;
  if (next.from <= last->from || next.from > last->to)
    return fail_order (next.from, last->to, error);
  if (next.to < next.from)
    return fail_order (next.to, next.from, error);
  last->to = sz_date_add_days (next.from, -1);
  g_array_append_val (stretches, next);
  return TRUE;
}

/* RULE rec-9: a change is judged on the days on which it takes more than before, for the rise. */
guint
sz_stretches_rise (const GArray *before, const GArray *after, SzStretch *rises)
{
  const SzStretch *old;
  const SzStretch *last;
  guint n = 0;

  g_return_val_if_fail (before != NULL && after != NULL && rises != NULL, 0);
  g_return_val_if_fail (before->len > 0 && after->len > 0, 0);
  old = &g_array_index (before, SzStretch, before->len - 1);
  last = &g_array_index (after, SzStretch, after->len - 1);
  if (last->fte_x1e4 > old->fte_x1e4)
    rises[n++] = (SzStretch){ .from = last->from,
                              .to = MIN (old->to, last->to),
                              .fte_x1e4 = last->fte_x1e4 - old->fte_x1e4 };
  if (last->to > old->to)
    rises[n++] = (SzStretch){ .from = sz_date_add_days (old->to, 1),
                              .to = last->to,
                              .fte_x1e4 = last->fte_x1e4 };
  return n;
}

/* RULE rec-23 */
gboolean
sz_stretches_end (GArray *stretches, SzDate day, GError **error)
{
  SzDate first;
  SzDate last;

  g_return_val_if_fail (stretches != NULL, FALSE);
  first = sz_stretches_first ((SzStretch *)(gpointer)stretches->data, stretches->len);
  last = sz_stretches_last ((SzStretch *)(gpointer)stretches->data, stretches->len);
  if (day >= last || day < sz_date_add_days (first, -1))
    return fail_order (day, last, error);
  while (stretches->len > 0 && g_array_index (stretches, SzStretch, stretches->len - 1).from > day)
    g_array_set_size (stretches, stretches->len - 1);
  if (stretches->len > 0)
    g_array_index (stretches, SzStretch, stretches->len - 1).to = day;
  return TRUE;
}

SzDate
sz_stretches_first (const SzStretch *stretches, gsize n)
{
  return n > 0 ? stretches[0].from : SZ_DATE_NONE;
}

SzDate
sz_stretches_last (const SzStretch *stretches, gsize n)
{
  return n > 0 ? stretches[n - 1].to : SZ_DATE_NONE;
}

const SzStretch *
sz_stretches_on (const SzStretch *stretches, gsize n, SzDate day)
{
  for (gsize i = 0; i < n; i++)
    if (stretches[i].from <= day && day <= stretches[i].to)
      return &stretches[i];
  return NULL;
}

const char *
sz_parttime_warning_code (SzParttimeWarning warning)
{
  static const char *const codes[SZ_N_PARTTIME_WARNINGS] = {
    [SZ_PARTTIME_AGE] = "parttime.age",
    [SZ_PARTTIME_FEE_HIGH] = "parttime.fee_high",
    [SZ_PARTTIME_TERM_LONG] = "parttime.term_long",
    [SZ_PARTTIME_TERM_SHORT] = "parttime.term_short",
    [SZ_PARTTIME_YEARS] = "parttime.years",
  };

  g_return_val_if_fail ((guint)warning < SZ_N_PARTTIME_WARNINGS, NULL);
  return codes[warning];
}

/* RULE rec-25: the day on which somebody is older than the greatest age. */
static gboolean
is_too_old (const SzParttimeFacts *facts, const SzParttimeTerms *terms, SzDate *day)
{
  const SzDate birthday = sz_date_add_years (facts->birth, terms->age_max + 1);

  if (facts->birth == SZ_DATE_NONE || birthday > facts->last)
    return FALSE;
  *day = MAX (facts->first, birthday);
  return TRUE;
}

guint
sz_parttime_warn (const SzParttimeFacts *facts, const SzParttimeTerms *terms, SzDate *age_day)
{
  guint warnings = 0;
  SzDate least;
  SzDate most;

  g_return_val_if_fail (facts != NULL && terms != NULL && age_day != NULL, 0);
  *age_day = SZ_DATE_NONE;
  if (facts->first == SZ_DATE_NONE)
    return 0;
  least = sz_date_add_days (sz_date_add_months (facts->first, terms->term_min_months), -1);
  most = sz_date_add_days (sz_date_add_years (facts->first, terms->term_max_years), -1);
  if (is_too_old (facts, terms, age_day))
    warnings |= 1U << SZ_PARTTIME_AGE;
  if (facts->has_years && facts->years_x100 < terms->min_years_x100)
    warnings |= 1U << SZ_PARTTIME_YEARS;
  if (facts->last < least)
    warnings |= 1U << SZ_PARTTIME_TERM_SHORT;
  if (facts->last > most)
    warnings |= 1U << SZ_PARTTIME_TERM_LONG;
  if (facts->rate_fen > terms->fee_max)
    warnings |= 1U << SZ_PARTTIME_FEE_HIGH;
  return warnings;
}

static gboolean
is_renewed (const SzParttimeSpan *spans, gsize n, const SzParttimeSpan *span)
{
  const SzDate latest = sz_date_add_days (span->last, RENEWAL_GAP_DAYS);

  for (gsize i = 0; i < n; i++)
    if (spans[i].last > span->last && spans[i].first <= latest
        && strcmp (spans[i].id_number, span->id_number) == 0)
      return TRUE;
  return FALSE;
}

static int
compare_due_cb (gconstpointer a, gconstpointer b, gpointer user_data)
{
  const SzParttimeSpan *spans = user_data;
  const SzParttimeSpan *left = &spans[*(const guint *)a];
  const SzParttimeSpan *right = &spans[*(const guint *)b];

  if (left->last != right->last)
    return left->last < right->last ? -1 : 1;
  return strcmp (left->agreement, right->agreement);
}

/* RULE rec-24 */
GArray *
sz_parttime_due (const SzParttimeSpan *spans, gsize n, SzDate on, int days)
{
  GArray *due = g_array_new (FALSE, FALSE, sizeof (guint));
  const SzDate until = sz_date_add_days (on, days);

  g_return_val_if_fail (spans != NULL || n == 0, due);
  for (guint i = 0; i < n; i++)
    if (spans[i].first != SZ_DATE_NONE && on <= spans[i].last && spans[i].last <= until
        && !is_renewed (spans, n, &spans[i]))
      g_array_append_val (due, i);
  g_array_sort_with_data (due, compare_due_cb, (gpointer)spans);
  return due;
}

/* The greatest share that one person holds together on any day of the month. */
static gint64
find_greatest (const SzParttimeShare *shares, gsize n, SzMonth month, gboolean by_15th)
{
  const gint32 first = sz_date_days (sz_month_first_day (month));
  const gint32 last = sz_date_days (sz_month_last_day (month));
  gint64 greatest = 0;

  for (gint32 day = by_15th ? first + MIDDLE_OF_MONTH : first;
       day <= (by_15th ? first + MIDDLE_OF_MONTH : last); day++)
    {
      const SzDate date = sz_date_from_days (day);
      gint64 together = 0;

      for (gsize i = 0; i < n; i++)
        if (shares[i].from <= date && date <= shares[i].to)
          together += shares[i].fte_x1e4;
      greatest = MAX (greatest, together);
    }
  return greatest;
}

/* RULE rec-27 */
gint64
sz_parttime_month (const SzParttimeShare *shares, gsize n, SzMonth month, gboolean by_15th)
{
  gint64 sum = 0;

  g_return_val_if_fail (shares != NULL || n == 0, 0);
  for (gsize i = 0; i < n;)
    {
      gsize end = i + 1;

      while (end < n && strcmp (shares[end].id_number, shares[i].id_number) == 0)
        end++;
      sum += find_greatest (shares + i, end - i, month, by_15th);
      i = end;
    }
  return sum;
}
