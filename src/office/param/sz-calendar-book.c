/* sz-calendar-book.c — the calendar that ships, with the college's own days in it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-calendar-book.h"

#include "sz-data.h"
#include "sz-office-private.h"
#include "sz-store-param.h"

static void
add_days (SzCalendar *calendar, json_t *days, gboolean working)
{
  json_t *day;
  gsize i;

  json_array_foreach (days, i, day)
  {
    SzDate date = SZ_DATE_NONE;

    if (sz_date_parse (json_string_value (day), &date, NULL))
      sz_calendar_set (calendar, date, working);
  }
}

static SzCalendar *
load_shipped (void)
{
  SzCalendar *calendar = sz_calendar_new ();
  json_t *data = sz_data_load ("calendar.json");
  json_t *year;
  gsize i;

  json_array_foreach (json_object_get (data, "years"), i, year)
  {
    sz_calendar_add_year (calendar, (int)json_integer_value (json_object_get (year, "year")));
    add_days (calendar, json_object_get (year, "holidays"), FALSE);
    add_days (calendar, json_object_get (year, "workdays"), TRUE);
  }
  json_decref (data);
  return calendar;
}

static gboolean
add_own_day_cb (gconstpointer row, gpointer user_data, GError **error)
{
  const SzCalendarDay *day = row;

  /* a day of one's own makes no year known: its other days may be missing (RULE rec-28) */
  if (day->year_complete)
    sz_calendar_add_year (user_data, sz_date_year (day->date));
  sz_calendar_set (user_data, day->date, day->working);
  return TRUE;
}

SzCalendar *
sz_calendar_book_load (SzOffice *office, GError **error)
{
  g_autoptr (SzCalendar) calendar = load_shipped ();

  if (office != NULL
      && !sz_store_calendar_day_each (sz_office_get_store (office), SZ_ROWS_ALL, add_own_day_cb,
                                      calendar, error))
    return NULL;
  return g_steal_pointer (&calendar);
}
