/* sz-months.c — months in post by the run's rule 在岗月数 (RULE pay-6)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-months.h"

/* by_15th asks who is in post on this day of the month. */
#define DECISIVE_DAY 15

int
sz_months_of_period (SzDate from, SzDate to)
{
  if (from == SZ_DATE_NONE || to == SZ_DATE_NONE || from > to)
    return 0;
  return sz_date_month (to) - sz_date_month (from) + 1;
}

/* RULE pay-6: the first month that counts for somebody who enters on @start. */
static SzMonth
find_first_month (SzMonthRule rule, SzDate start)
{
  SzMonth month = sz_date_month (start);

  switch (rule)
    {
    case SZ_MONTHS_FROM_NEXT:
      return month + 1;
    case SZ_MONTHS_BY_15TH:
      return sz_date_day (start) <= DECISIVE_DAY ? month : month + 1;
    case SZ_MONTHS_COUNT:
    default:
      return month;
    }
}

/* RULE pay-6: the last month that counts for somebody whose last day is @end. */
static SzMonth
find_last_month (SzMonthRule rule, SzDate end)
{
  SzMonth month = sz_date_month (end);

  return rule == SZ_MONTHS_BY_15TH && sz_date_day (end) < DECISIVE_DAY ? month - 1 : month;
}

/* Bits @first … @last, both inclusive. */
static SzMonthSet
make_range (int first, int last)
{
  if (first > last)
    return 0;
  return (G_MAXUINT64 >> (63 - (last - first))) << first;
}

SzMonthSet
sz_months_in (SzMonthRule rule, SzDate start, SzDate end, SzDate from, SzDate to)
{
  int n = sz_months_of_period (from, to);
  SzMonth base;
  SzMonth first;
  SzMonth last;

  g_return_val_if_fail (start != SZ_DATE_NONE, 0);
  g_return_val_if_fail (n <= SZ_PERIOD_MONTHS_MAX, 0);
  start = sz_date_first_day (start);
  end = sz_date_first_day (end);
  from = sz_date_first_day (from);
  if (n == 0 || start > to || (end != SZ_DATE_NONE && (end < from || end < start)))
    return 0;

  base = sz_date_month (from);
  first = MAX (find_first_month (rule, start) - base, 0);
  last = end != SZ_DATE_NONE ? MIN (find_last_month (rule, end) - base, n - 1) : n - 1;
  return make_range (first, last);
}

/* The first day of the unbroken service that @service belongs to. */
static SzDate
find_entry (const SzService *service, const SzService *services, gsize n)
{
  SzDate entry = sz_date_first_day (service->from);

  for (gsize i = 0; i < n;)
    {
      SzDate from = sz_date_first_day (services[i].from);
      SzDate to = sz_date_first_day (services[i].to);

      if (from < entry && (to == SZ_DATE_NONE || to >= entry || sz_date_add_days (to, 1) == entry))
        {
          entry = from;
          i = 0;
        }
      else
        i++;
    }
  return entry;
}

SzMonthSet
sz_months_in_service (SzMonthRule rule, const SzService *services, gsize n, SzDate from, SzDate to)
{
  SzMonthSet set = 0;

  for (gsize i = 0; i < n; i++)
    set |= sz_months_in (rule, find_entry (&services[i], services, n), services[i].to, from, to);
  return set;
}

int
sz_months_count (SzMonthSet set)
{
  return __builtin_popcountll (set);
}
