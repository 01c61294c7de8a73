/* sz-view-target-months.c — how a target was reached month by month (RULE tgt-4, tgt-5, tgt-10)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-view-target-months.h"

#include "sz-watch-book.h"

static SzDate
find_end (int year, int month)
{
  return month == SZ_TARGET_MONTHS ? sz_date_make (year, month, 31)
                                   : sz_date_add_days (sz_date_make (year, month + 1, 1), -1);
}

/* All but one depend on what is entered and registered alone; 轮训 also on who serves on the day
 * (RULE tgt-9): its book is opened for each. */
static gboolean
read_months (SzWatchBook *book,
             int year,
             SzDate day,
             const char *indicator,
             SzTargetMonths *months,
             GError **error)
{
  const gboolean by_service = g_str_equal (indicator, "rotation");

  for (int month = 1; month <= SZ_TARGET_MONTHS; month++)
    {
      const SzDate end = MIN (find_end (year, month), day);
      g_autoptr (SzWatchBook) then
          = by_service ? sz_watch_book_open (book->office, end, SZ_BOOK_ALL, error) : NULL;
      g_autoptr (SzTargetsView) view = NULL;
      const SzTargetLine *line;

      if (by_service && then == NULL)
        return FALSE;
      view = sz_targets_view_of (by_service ? then : book, year, end, error);
      if (view == NULL)
        return FALSE;
      line = sz_targets_view_find (view, indicator);
      if (line == NULL)
        return TRUE;
      months->values[months->n++] = line->figures.reading.known ? line->figures.reading.value : 0;
      if (end == day)
        return TRUE;
    }
  return TRUE;
}

gboolean
sz_view_target_months (SzOffice *office,
                       int year,
                       SzDate day,
                       const char *indicator,
                       SzTargetMonths *months,
                       GError **error)
{
  g_autoptr (SzWatchBook) book = NULL;

  g_return_val_if_fail (SZ_IS_OFFICE (office) && indicator != NULL && months != NULL, FALSE);
  *months = (SzTargetMonths){ 0 };
  if (sz_date_year (day) != year)
    return TRUE;
  book = sz_watch_book_open (office, day, SZ_BOOK_ALL, error);
  return book != NULL && read_months (book, year, day, indicator, months, error);
}
