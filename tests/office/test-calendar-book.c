/* test-calendar-book.c — the calendar that ships with the college's own days in it (RULE num-8,
 * rec-7)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "import-fixture.h"
#include "sz-calendar-book.h"
#include "sz-office-private.h"
#include "sz-store-param.h"

static void
put_day (Fixture *fixture, SzDate date, gboolean working)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SzAct) act = sz_office_begin (fixture->office, "calendar.set", NULL, NULL, &error);
  SzCalendarDay day = { .date = date, .working = working, .name = (char *)"校庆" };

  g_assert_no_error (error);
  sz_store_calendar_day_put (act, &day, SZ_PUT_UPDATE, NULL, &error);
  g_assert_no_error (error);
  sz_act_commit (act, &error);
  g_assert_no_error (error);
}

static gboolean
is_workday (const SzCalendar *calendar, SzDate date)
{
  g_autoptr (GError) error = NULL;
  gboolean working = FALSE;

  sz_calendar_is_workday (calendar, date, &working, &error);
  g_assert_no_error (error);
  return working;
}

/* 2023, as it was published: 1 May off, 6 May (a Saturday) on. */
static void
test_shipped (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GError) missing = NULL;
  g_autoptr (SzCalendar) calendar = sz_calendar_book_load (NULL, &error);
  SzDate end = SZ_DATE_NONE;
  gboolean working;
  g_autofree char *code = NULL;

  g_assert_no_error (error);
  g_assert_true (is_workday (calendar, 20230428));
  g_assert_false (is_workday (calendar, 20230501));
  g_assert_true (is_workday (calendar, 20230506));
  g_assert_false (is_workday (calendar, 20230507));
  g_assert_true (sz_calendar_end_of_notice (calendar, 20230428, 7, &end, &error));
  g_assert_cmpint (end, ==, 20230510);
  g_assert_false (sz_calendar_is_workday (calendar, 20990105, &working, &missing));
  g_assert_error (missing, SZ_ERROR, SZ_ERROR_REFUSED);
  code = sz_error_dup_code (missing);
  g_assert_cmpstr (code, ==, "calendar.missing");
}

/* The college's own day wins over what ships, both ways. */
static void
test_own_days (void)
{
  g_autoptr (Fixture) fixture = fixture_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (SzCalendar) calendar = NULL;
  SzDate end = SZ_DATE_NONE;

  put_day (fixture, 20230504, FALSE);
  put_day (fixture, 20230506, FALSE);
  put_day (fixture, 20230507, TRUE);
  calendar = sz_calendar_book_load (fixture->office, &error);
  g_assert_no_error (error);
  g_assert_false (is_workday (calendar, 20230504));
  g_assert_false (is_workday (calendar, 20230506));
  g_assert_true (is_workday (calendar, 20230507));
  /* 28, 5, 7, 8, 9, 10, 11 */
  g_assert_true (sz_calendar_end_of_notice (calendar, 20230428, 7, &end, &error));
  g_assert_cmpint (end, ==, 20230511);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/office/calendar-book/rec-7/shipped", test_shipped);
  g_test_add_func ("/office/calendar-book/num-8/own-days", test_own_days);
  return g_test_run ();
}
