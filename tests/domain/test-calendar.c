/* test-calendar.c — working days and the end of a notice (num-8, rec-7)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-calendar.h"

#include "check-error.h"

/* Around the labour days of 2023: holidays 04-29 … 05-03, made up on 04-23 and 05-06. */
static SzCalendar *
make_calendar (void)
{
  SzCalendar *calendar = sz_calendar_new ();

  sz_calendar_add_year (calendar, 2023);
  for (SzDate day = 20230429; day <= 20230503; day = sz_date_add_days (day, 1))
    sz_calendar_set (calendar, day, FALSE);
  sz_calendar_set (calendar, 20230423, TRUE);
  sz_calendar_set (calendar, 20230506, TRUE);
  return calendar;
}

static void
test_workdays (void)
{
  static const struct
  {
    SzDate day;
    gboolean working;
  } cases[] = {
    { 20230421, TRUE },  { 20230422, FALSE }, { 20230423, TRUE },  { 20230428, TRUE },
    { 20230429, FALSE }, { 20230501, FALSE }, { 20230503, FALSE }, { 20230504, TRUE },
    { 20230505, TRUE },  { 20230506, TRUE },  { 20230507, FALSE }, { 20230510, TRUE },
    { 20230500, FALSE }, { 20230600, TRUE },
  };
  g_autoptr (SzCalendar) calendar = make_calendar ();

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      gboolean working = !cases[i].working;

      g_test_message ("%d", cases[i].day);
      g_assert_true (sz_calendar_is_workday (calendar, cases[i].day, &working, NULL));
      g_assert_cmpint (working, ==, cases[i].working);
    }
}

/* From 2023-04-28, 7 working days end on 2023-05-10. */
static void
test_end_of_notice (void)
{
  static const struct
  {
    SzDate from;
    int days;
    SzDate end;
  } cases[] = {
    { 20230428, 7, 20230510 }, { 20230428, 1, 20230428 }, { 20230428, 2, 20230504 },
    { 20230428, 4, 20230506 }, { 20230428, 5, 20230508 }, { 20230429, 1, 20230504 },
    { 20230429, 7, 20230511 }, { 20230501, 1, 20230504 }, { 20230423, 6, 20230428 },
    { 20230500, 1, 20230504 },
  };
  g_autoptr (SzCalendar) calendar = make_calendar ();

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      SzDate end = 0;

      g_test_message ("%d + %d", cases[i].from, cases[i].days);
      g_assert_true (
          sz_calendar_end_of_notice (calendar, cases[i].from, cases[i].days, &end, NULL));
      g_assert_cmpint (end, ==, cases[i].end);
    }
}

/* A year without a calendar is said, and no plain weeks are taken for it. */
static void
test_missing_year (void)
{
  g_autoptr (SzCalendar) calendar = make_calendar ();
  g_autoptr (GError) error = NULL;
  gboolean working = TRUE;
  SzDate end = 77;

  g_assert_false (sz_calendar_is_workday (calendar, 20240102, &working, &error));
  check_error (&error, SZ_ERROR_REFUSED, "calendar.missing", "year=2024");
  g_assert_false (sz_calendar_end_of_notice (calendar, 20231229, 3, &end, &error));
  check_error (&error, SZ_ERROR_REFUSED, "calendar.missing", "year=2024");
  g_assert_cmpint (end, ==, 77);

  sz_calendar_add_year (calendar, 2024);
  sz_calendar_set (calendar, 20240101, FALSE);
  g_assert_true (sz_calendar_end_of_notice (calendar, 20231229, 3, &end, &error));
  g_assert_no_error (error);
  g_assert_cmpint (end, ==, 20240103);

  /* An entry alone does not make its year known. */
  sz_calendar_set (calendar, 20250101, FALSE);
  g_assert_false (sz_calendar_is_workday (calendar, 20250101, &working, &error));
  check_error (&error, SZ_ERROR_REFUSED, "calendar.missing", "year=2025");
}

static void
test_bad_days (void)
{
  g_autoptr (SzCalendar) calendar = make_calendar ();
  g_autoptr (GError) error = NULL;
  SzDate end = 77;

  g_assert_false (sz_calendar_end_of_notice (calendar, 20230428, 0, &end, &error));
  check_error (&error, SZ_ERROR_FORMAT, "number.invalid", "value=0");
  g_assert_false (sz_calendar_end_of_notice (calendar, 20230428, -3, &end, &error));
  check_error (&error, SZ_ERROR_FORMAT, "number.invalid", "value=-3");
  sz_calendar_add_year (calendar, 9999);
  g_assert_false (sz_calendar_end_of_notice (calendar, 99991231, 3, &end, &error));
  check_error (&error, SZ_ERROR_OVERFLOW, "date.overflow", "");
  g_assert_cmpint (end, ==, 77);
}

static void
test_later_entry_stands (void)
{
  g_autoptr (SzCalendar) calendar = make_calendar ();
  gboolean working = FALSE;

  sz_calendar_set (calendar, 20230501, TRUE);
  g_assert_true (sz_calendar_is_workday (calendar, 20230501, &working, NULL));
  g_assert_true (working);
}

/* The end is a working day, and between both ends lie as many of them as were asked for. */
static void
test_laws (void)
{
  g_autoptr (SzCalendar) calendar = make_calendar ();

  for (SzDate from = 20230101; from < 20231101; from = sz_date_add_days (from, 1))
    for (int days = 1; days <= 30; days += 7)
      {
        SzDate end = 0;
        int counted = 0;
        gboolean working = FALSE;

        g_assert_true (sz_calendar_end_of_notice (calendar, from, days, &end, NULL));
        for (SzDate day = from; day <= end; day = sz_date_add_days (day, 1))
          {
            g_assert_true (sz_calendar_is_workday (calendar, day, &working, NULL));
            counted += working ? 1 : 0;
          }
        g_assert_true (working);
        g_assert_cmpint (counted, ==, days);
      }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/domain/num-8/workdays", test_workdays);
  g_test_add_func ("/domain/rec-7/end-of-notice", test_end_of_notice);
  g_test_add_func ("/domain/num-8/missing-year", test_missing_year);
  g_test_add_func ("/domain/rec-7/bad-days", test_bad_days);
  g_test_add_func ("/domain/num-8/later-entry-stands", test_later_entry_stands);
  g_test_add_func ("/domain/rec-7/laws", test_laws);
  return g_test_run ();
}
