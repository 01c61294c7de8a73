/* sz-calendar.c — working days 工作日 from holidays and make-up days (RULE num-8, rec-7)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-calendar.h"

#include "sz-error.h"

#define SATURDAY 6

struct _SzCalendar
{
  GHashTable *years; /* set of known years */
  GHashTable *days;  /* SzDate → working or not */
};

SzCalendar *
sz_calendar_new (void)
{
  SzCalendar *calendar = g_new0 (SzCalendar, 1);

  calendar->years = g_hash_table_new (NULL, NULL);
  calendar->days = g_hash_table_new (NULL, NULL);
  return calendar;
}

void
sz_calendar_free (SzCalendar *calendar)
{
  if (calendar == NULL)
    return;
  g_hash_table_unref (calendar->years);
  g_hash_table_unref (calendar->days);
  g_free (calendar);
}

void
sz_calendar_add_year (SzCalendar *calendar, int year)
{
  g_return_if_fail (calendar != NULL);
  g_hash_table_add (calendar->years, GINT_TO_POINTER (year));
}

void
sz_calendar_set (SzCalendar *calendar, SzDate day, gboolean working)
{
  g_return_if_fail (calendar != NULL);
  g_return_if_fail (day != SZ_DATE_NONE);
  g_hash_table_insert (calendar->days, GINT_TO_POINTER (sz_date_first_day (day)),
                       GINT_TO_POINTER (working ? 1 : 0));
}

/* RULE num-8 */
gboolean
sz_calendar_is_workday (const SzCalendar *calendar, SzDate day, gboolean *working, GError **error)
{
  const int year = sz_date_year (day);
  gpointer entry;

  g_return_val_if_fail (calendar != NULL && working != NULL, FALSE);
  g_return_val_if_fail (day != SZ_DATE_NONE, FALSE);

  if (!g_hash_table_contains (calendar->years, GINT_TO_POINTER (year)))
    {
      g_autofree char *missing = g_strdup_printf ("%d", year);
      return sz_error_set (error, SZ_ERROR_REFUSED, "calendar.missing", "year", missing, NULL);
    }
  if (g_hash_table_lookup_extended (calendar->days, GINT_TO_POINTER (sz_date_first_day (day)), NULL,
                                    &entry))
    *working = GPOINTER_TO_INT (entry) != 0;
  else
    *working = sz_date_weekday (day) < SATURDAY;
  return TRUE;
}

/* RULE rec-7 */
gboolean
sz_calendar_end_of_notice (
    const SzCalendar *calendar, SzDate from, int days, SzDate *end, GError **error)
{
  int counted = 0;

  g_return_val_if_fail (calendar != NULL && end != NULL, FALSE);
  g_return_val_if_fail (from != SZ_DATE_NONE, FALSE);

  if (days < 1)
    {
      g_autofree char *value = g_strdup_printf ("%d", days);
      return sz_error_set (error, SZ_ERROR_FORMAT, "number.invalid", "value", value, NULL);
    }
  for (SzDate day = sz_date_first_day (from); day != SZ_DATE_NONE; day = sz_date_add_days (day, 1))
    {
      gboolean working;

      if (!sz_calendar_is_workday (calendar, day, &working, error))
        return FALSE;
      counted += working ? 1 : 0;
      if (counted == days)
        {
          *end = day;
          return TRUE;
        }
    }
  return sz_error_set (error, SZ_ERROR_OVERFLOW, "date.overflow", NULL);
}
