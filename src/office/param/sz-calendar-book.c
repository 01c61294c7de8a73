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

static void
clear_entry_cb (gpointer data)
{
  SzCalendarEntry *entry = data;

  g_free (entry->name);
  g_free (entry->source);
}

static void
list_days (GArray *entries, json_t *days, gboolean working, const char *source)
{
  json_t *day;
  gsize i;

  json_array_foreach (days, i, day)
  {
    SzCalendarEntry entry = { .working = working };

    if (!sz_date_parse (json_string_value (day), &entry.date, NULL))
      continue;
    entry.source = g_strdup (source);
    g_array_append_val (entries, entry);
  }
}

/* RULE rec-28: the college's own day goes before the shipped one. */
static gboolean
list_own_day_cb (gconstpointer row, gpointer user_data, GError **error)
{
  const SzCalendarDay *day = row;
  GArray *entries = user_data;
  const SzCalendarEntry entry
      = { day->date, day->working, g_strdup (day->name), g_strdup (day->source), TRUE };

  for (guint i = 0; i < entries->len; i++)
    if (g_array_index (entries, SzCalendarEntry, i).date == day->date)
      {
        g_array_remove_index (entries, i);
        break;
      }
  g_array_append_val (entries, entry);
  return TRUE;
}

static int
compare_entries_cb (gconstpointer a, gconstpointer b)
{
  return ((const SzCalendarEntry *)a)->date - ((const SzCalendarEntry *)b)->date;
}

GArray *
sz_calendar_book_year (SzOffice *office, int year, GError **error)
{
  g_autoptr (GArray) entries = g_array_new (FALSE, FALSE, sizeof (SzCalendarEntry));
  json_t *data;
  json_t *shipped;
  gsize i;

  g_return_val_if_fail (SZ_IS_OFFICE (office), NULL);
  g_array_set_clear_func (entries, clear_entry_cb);
  data = sz_data_load ("calendar.json");
  json_array_foreach (json_object_get (data, "years"), i, shipped)
  {
    const char *source = json_string_value (json_object_get (shipped, "source"));

    list_days (entries, json_object_get (shipped, "holidays"), FALSE, source);
    list_days (entries, json_object_get (shipped, "workdays"), TRUE, source);
  }
  json_decref (data);
  if (!sz_store_calendar_day_each (sz_office_get_store (office), SZ_ROWS_ALL, list_own_day_cb,
                                   entries, error))
    return NULL;
  for (guint j = entries->len; j-- > 0;)
    if (sz_date_year (g_array_index (entries, SzCalendarEntry, j).date) != year)
      g_array_remove_index (entries, j);
  if (entries->len == 0)
    {
      g_autofree char *text = g_strdup_printf ("%d", year);

      sz_error_set (error, SZ_ERROR_REFUSED, "calendar.missing", "year", text, NULL);
      return NULL;
    }
  g_array_sort (entries, compare_entries_cb);
  return g_steal_pointer (&entries);
}
