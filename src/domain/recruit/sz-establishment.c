/* sz-establishment.c — the establishment ledger 编制账 and its forecast (RULE rec-12 … rec-14)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-establishment.h"

#include <string.h>

#include "sz-error.h"

/* RULE rec-12 */
void
sz_ledger_add (SzLedgerSum *sum, const SzLedgerEntry *entry)
{
  g_return_if_fail (sum != NULL && entry != NULL);
  switch (entry->kind)
    {
    case SZ_LEDGER_APPROVE:
      sum->approved = entry->number;
      break;
    case SZ_LEDGER_INCREASE:
      sum->approved += entry->number;
      break;
    case SZ_LEDGER_DECREASE:
      sum->approved -= entry->number;
      break;
    case SZ_LEDGER_FREEZE:
      sum->frozen += entry->number;
      break;
    case SZ_LEDGER_UNFREEZE:
      sum->frozen -= entry->number;
      break;
    default:
      g_assert_not_reached ();
    }
}

SzLedgerSum
sz_ledger_at (const SzLedgerEntry *entries, gsize n, SzDate day)
{
  SzLedgerSum sum = { 0 };

  for (gsize i = 0; i < n && sz_date_first_day (entries[i].date) <= sz_date_first_day (day); i++)
    sz_ledger_add (&sum, &entries[i]);
  return sum;
}

/* RULE rec-12: rows of one day are judged together, negative before frozen. */
gboolean
sz_ledger_check (const SzLedgerEntry *entries, gsize n, SzDate from, GError **error)
{
  SzLedgerSum sum = { 0 };

  for (gsize i = 0; i < n; i++)
    {
      const gboolean day_ends = i + 1 == n || entries[i + 1].date != entries[i].date;
      const char *code = NULL;
      g_autofree char *day = NULL;

      sz_ledger_add (&sum, &entries[i]);
      if (!day_ends || entries[i].date < from)
        continue;
      if (sum.approved < 0)
        code = "establishment.negative";
      else if (sum.frozen < 0 || sum.frozen > sum.approved)
        code = "establishment.frozen";
      if (code == NULL)
        continue;
      day = sz_date_format (entries[i].date);
      return sz_error_set (error, SZ_ERROR_REFUSED, code, "date", day, NULL);
    }
  return TRUE;
}

void
sz_ledger_balance (const SzLedgerSum *sum,
                   gint64 occupied,
                   gint64 reserved,
                   SzLedgerBalance *balance)
{
  gint64 left;

  g_return_if_fail (sum != NULL && balance != NULL);
  left = sum->approved - sum->frozen - occupied - reserved;
  *balance = (SzLedgerBalance){ .approved = sum->approved,
                                .frozen = sum->frozen,
                                .occupied = occupied,
                                .reserved = reserved,
                                .vacant = MAX (left, 0),
                                .over = MAX (-left, 0) };
}

static gboolean
is_within (const SzDays *stretches, guint n, SzDate day)
{
  for (guint i = 0; i < n; i++)
    if (stretches[i].from <= day && (stretches[i].to == SZ_DATE_NONE || day <= stretches[i].to))
      return TRUE;
  return FALSE;
}

/* G(m): who has retired by the end of month @month; the first row takes the overdue, so that
 * nobody has retired before @first. */
static gboolean
has_retired (const SzForecastPerson *person, SzMonth month, SzMonth first)
{
  return month >= first && person->has_month && person->retires <= month;
}

/* One person's part in the row of a month (RULE rec-14). */
static void
count_person (const SzForecastPerson *person, SzMonth first, SzForecastMonth *row)
{
  const SzDate begin = sz_month_first_day (row->month);
  const SzDate next = sz_month_first_day (row->month + 1);
  const gboolean was = is_within (person->established, person->n_established, begin);
  const gboolean is = is_within (person->established, person->n_established, next);
  const gboolean gone_before = has_retired (person, row->month - 1, first);
  const gboolean gone = has_retired (person, row->month, first);

  row->joining += is && !gone_before && !was ? 1 : 0;
  row->leaving += was && !gone_before && !is ? 1 : 0;
  row->retirements += is && !gone_before && gone ? 1 : 0;
  row->balance.occupied += is && !gone ? 1 : 0;
  if (is && !gone && person->contract_to != SZ_DATE_NONE
      && sz_date_month (person->contract_to) == row->month)
    row->contract_ends++;
  if (!gone && is_within (person->full_time, person->n_full_time, next))
    row->full_time_teachers++;
}

static gboolean
fill_row (
    const SzForecastPerson *people, gsize n, SzMonth first, SzForecastMonth *row, GError **error)
{
  const SzLedgerSum sum = { row->balance.approved, row->balance.frozen };
  SzQuotaLimit limit;

  row->balance.occupied = 0;
  for (gsize i = 0; i < n; i++)
    count_person (&people[i], first, row);
  sz_ledger_balance (&sum, row->balance.occupied, row->balance.reserved, &row->balance);
  if (!sz_quota_limit (&row->rules, MAX (sum.approved, 0), row->full_time_teachers, &limit, error))
    return FALSE;
  row->parttime_limit = limit.limit;
  return TRUE;
}

static int
compare_leavers_cb (gconstpointer a, gconstpointer b, gpointer user_data)
{
  const SzForecastPerson *people = user_data;
  const SzForecastPerson *left = &people[((const SzForecastLeaver *)a)->person];
  const SzForecastPerson *right = &people[((const SzForecastLeaver *)b)->person];

  if (left->retires != right->retires)
    return left->retires < right->retires ? -1 : 1;
  return strcmp (left->staff_no, right->staff_no);
}

/* RULE rec-14 */
gboolean
sz_forecast (const SzForecastPerson *people,
             gsize n,
             SzForecastMonth *months,
             gsize n_months,
             GArray *leavers,
             guint *unknown,
             GError **error)
{
  SzMonth first;
  SzMonth last;

  g_return_val_if_fail (n_months > 0, FALSE);
  g_return_val_if_fail (leavers != NULL && unknown != NULL, FALSE);
  first = months[0].month;
  last = months[n_months - 1].month;
  for (gsize i = 0; i < n_months; i++)
    if (!fill_row (people, n, first, &months[i], error))
      return FALSE;

  *unknown = 0;
  for (guint i = 0; i < n; i++)
    {
      const SzForecastPerson *person = &people[i];
      const SzDate after = sz_month_first_day (MAX (person->retires, first) + 1);
      const SzForecastLeaver leaver = { i, person->retires < first };

      if (!person->has_month)
        *unknown
            += is_within (person->established, person->n_established, sz_month_first_day (first))
                   ? 1
                   : 0;
      else if (person->retires <= last
               && is_within (person->established, person->n_established, after))
        g_array_append_val (leavers, leaver);
    }
  g_array_sort_with_data (leavers, compare_leavers_cb, (gpointer)people);
  return TRUE;
}
