/* sz-calendar-book.h — the calendar that ships, with the college's own days in it (RULE num-8)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sz-calendar.h"
#include "sz-office.h"

G_BEGIN_DECLS

/** sz_calendar_book_load: (transfer full) — @office (nullable): without it only what ships. */
SzCalendar *sz_calendar_book_load (SzOffice *office, GError **error);

/** SzCalendarEntry: a day that differs from the week. */
typedef struct
{
  SzDate date;
  gboolean working;
  char *name;
  char *source;
  gboolean own; /* the college's, which goes before the shipped one */
} SzCalendarEntry;

/** sz_calendar_book_year: (transfer full): of SzCalendarEntry, by day; "calendar.missing" (year)
 *  when nothing is known of the year. */
GArray *sz_calendar_book_year (SzOffice *office, int year, GError **error);

G_END_DECLS
