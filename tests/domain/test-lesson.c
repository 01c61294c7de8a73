/* test-lesson.c — lessons of a timetable against dates and periods (wrk-6)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-lesson.h"

static SzPeriodName names[] = { { "上午", 0x1e }, { "下午", 0x1e0 } };

static void
test_parse (void)
{
  static const struct
  {
    const char *text;
    SzPeriods periods;
  } cases[] = {
    { "1", 0x2 },      { "1-2", 0x6 },      { "第1-2节", 0x6 }, { "第3、4节", 0x18 },
    { "1~4节", 0x1e }, { "5,6", 0x60 },     { "第一节", 0x2 },  { "第十一至十二节", 0x1800 },
    { "0102", 0x6 },   { "010203", 0xe },   { "01-02", 0x6 },   { "1-2节,5-6节", 0x66 },
    { "上午", 0x1e },  { " 下午 ", 0x1e0 }, { "上 午", 0x1e },  { "1 2", 0x6 },
    { "１－２", 0x6 }, { "晚上", 0 },       { "", 0 },          { "0", 0 },
    { "2-1", 0 },      { "32", 0 },         { "1-", 0 },        { "123", 0 },
    { "0199", 0 },     { "早读", 0 },       { "10", 0x400 },    { "31", 0x80000000 },
    { NULL, 0 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_test_message ("%s", cases[i].text != NULL ? cases[i].text : "(null)");
      g_assert_cmphex (sz_periods_parse (cases[i].text, names, G_N_ELEMENTS (names)), ==,
                       cases[i].periods);
    }
}

static void
test_clash (void)
{
  static const struct
  {
    const char *one;
    const char *other;
    gboolean clash;
  } cases[] = {
    { "1-2", "第2节", TRUE }, { "1-2", "3-4", FALSE },    { "上午", "3-4", TRUE },
    { "上午", "5-6", FALSE }, { "晚上", "晚　上", TRUE }, { "晚上", "9-10", FALSE },
    { "", "", FALSE },        { "上午", "下午", FALSE },  { "晚上", "晚间", FALSE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_assert_cmpint (sz_periods_clash (cases[i].one, cases[i].other, names, 2), ==,
                       cases[i].clash);
      g_assert_cmpint (sz_periods_clash (cases[i].other, cases[i].one, names, 2), ==,
                       cases[i].clash);
    }
}

/* The term begins on Monday 2025-02-17, or on the Wednesday of that week. */
static void
test_week (void)
{
  static const struct
  {
    SzDate day;
    int week;
  } cases[] = {
    { 20250217, 1 }, { 20250223, 1 },  { 20250224, 2 },  { 20250216, 0 },
    { 20250210, 0 }, { 20250209, -1 }, { 20250615, 17 }, { 20250616, 18 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_assert_cmpint (sz_lesson_week (20250217, cases[i].day), ==, cases[i].week);
      g_assert_cmpint (sz_lesson_week (20250219, cases[i].day), ==, cases[i].week);
    }
}

static void
test_held (void)
{
  static const struct
  {
    SzLesson lesson;
    SzDate day;
    gboolean held;
  } cases[] = {
    { { 3, 1, 17, SZ_WEEKS_ALL }, 20250219, TRUE },
    { { 3, 1, 17, SZ_WEEKS_ALL }, 20250220, FALSE },
    { { 3, 2, 17, SZ_WEEKS_ALL }, 20250219, FALSE },
    { { 3, 1, 17, SZ_WEEKS_ALL }, 20250611, TRUE },
    { { 3, 1, 17, SZ_WEEKS_ALL }, 20250618, FALSE },
    { { 3, 1, 17, SZ_WEEKS_ODD }, 20250219, TRUE },
    { { 3, 1, 17, SZ_WEEKS_ODD }, 20250226, FALSE },
    { { 3, 1, 17, SZ_WEEKS_EVEN }, 20250226, TRUE },
    { { 3, -4, 17, SZ_WEEKS_ALL }, 20250212, TRUE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_test_message ("case %" G_GSIZE_FORMAT, i);
      g_assert_cmpint (sz_lesson_held (&cases[i].lesson, 20250217, cases[i].day), ==,
                       cases[i].held);
    }
}

/* Law: the days on which it is held are as many as its weeks. */
static void
test_weeks (void)
{
  static const SzLesson lessons[] = { { 1, 1, 17, SZ_WEEKS_ALL },
                                      { 5, 3, 16, SZ_WEEKS_ODD },
                                      { 7, 1, 17, SZ_WEEKS_EVEN },
                                      { 2, 9, 9, SZ_WEEKS_EVEN } };
  static const int expected[] = { 17, 7, 8, 0 };

  for (gsize i = 0; i < G_N_ELEMENTS (lessons); i++)
    {
      int days = 0;

      for (SzDate day = 20250101; day < 20250901; day = sz_date_add_days (day, 1))
        days += sz_lesson_held (&lessons[i], 20250219, day) ? 1 : 0;
      g_assert_cmpint (sz_lesson_weeks (&lessons[i]), ==, expected[i]);
      g_assert_cmpint (days, ==, expected[i]);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/domain/wrk-6/periods", test_parse);
  g_test_add_func ("/domain/wrk-6/periods-clash", test_clash);
  g_test_add_func ("/domain/wrk-6/week", test_week);
  g_test_add_func ("/domain/wrk-6/held", test_held);
  g_test_add_func ("/domain/wrk-6/weeks", test_weeks);
  return g_test_run ();
}
