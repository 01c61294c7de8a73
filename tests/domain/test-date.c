/* test-date.c — dates without a clock (num-8)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-date.h"

#include "check-error.h"

#define SEED 20240229
#define ROUNDS 100000

static void
test_parse (void)
{
  static const struct
  {
    const char *text;
    SzDate date;
  } cases[] = {
    { "2019-09-01", 20190901 },     { "2019.09", 20190900 },
    { "2019.9.1", 20190901 },       { "2019/9/1", 20190901 },
    { "2019年9月1日", 20190901 },   { "2019年9月", 20190900 },
    { "20190901", 20190901 },       { "201909", 20190900 },
    { "２０１９．０９", 20190900 }, { "２０１９－０９－０１", 20190901 },
    { " 2016.07.01　", 20160701 },  { "2019-9", 20190900 },
    { "2019/12", 20191200 },        { "2019年09月01日", 20190901 },
    { "2024-02-29", 20240229 },     { "2000-02-29", 20000229 },
    { "1900-02-28", 19000228 },     { "9999-12-31", 99991231 },
    { "2019. 9. 1", 20190901 },     { "2019 年 9 月 1 日", 20190901 },
    { "2019年9月1号", 20190901 },   { "2019 - 09", 20190900 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      SzDate date = 77;

      g_test_message ("“%s”", cases[i].text);
      g_assert_true (sz_date_parse (cases[i].text, &date, &error));
      g_assert_no_error (error);
      g_assert_cmpint (date, ==, cases[i].date);
    }
}

static void
test_parse_errors (void)
{
  static const char *const cases[] = {
    "",           "去年",        "2019-02-30",  "2019-02-29", "1900-02-29",  "2100-02-29",
    "2019",       "2019年",      "19-09-01",    "2019-13-01", "2019-00-01",  "2019-09-00",
    "2019-09-31", "20190900",    "20191301",    "2019091",    "201913",      "2019-09/01",
    "2019.09.",   "2019-09-01-", "2019-09-01T", "2019年9",    "2019年9月1",  "2019年9月1日前",
    "9月1日",     "2019-009-01", "2019-09-001", "0000-01-01", "43709",       "2019 09 01",
    "2019 1 2",   "2019. 1 2",   "-2019-09-01", "2019.9.1日", "12019-09-01", "2019-09-01 00:00:00",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *args = g_strconcat ("value=", cases[i], NULL);
      SzDate date = 77;

      g_test_message ("“%s”", cases[i]);
      g_assert_false (sz_date_parse (cases[i], &date, &error));
      g_assert_cmpint (date, ==, 77);
      check_error (&error, SZ_ERROR_FORMAT, "date.invalid", args);
    }
}

static void
test_format (void)
{
  static const struct
  {
    SzDate date;
    const char *iso;
    const char *cn;
    const char *dotted;
  } cases[] = {
    { 20190901, "2019-09-01", "2019年9月1日", "2019.09" },
    { 20191231, "2019-12-31", "2019年12月31日", "2019.12" },
    { 20190900, "2019-09", "2019年9月", "2019.09" },
    { SZ_DATE_NONE, "", "", "" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *iso = sz_date_format (cases[i].date);
      g_autofree char *cn = sz_date_format_cn (cases[i].date);
      g_autofree char *dotted = sz_date_format_dotted (cases[i].date);

      g_assert_cmpstr (iso, ==, cases[i].iso);
      g_assert_cmpstr (cn, ==, cases[i].cn);
      g_assert_cmpstr (dotted, ==, cases[i].dotted);
    }
}

static void
test_parts (void)
{
  g_assert_cmpint (sz_date_make (2019, 9, 1), ==, 20190901);
  g_assert_cmpint (sz_date_make (2019, 9, 0), ==, 20190900);
  g_assert_cmpint (sz_date_make (2019, 2, 29), ==, SZ_DATE_NONE);
  g_assert_cmpint (sz_date_make (2019, 9, -1), ==, SZ_DATE_NONE);
  g_assert_cmpint (sz_date_make (0, 9, 1), ==, SZ_DATE_NONE);
  g_assert_cmpint (sz_date_make (10000, 1, 1), ==, SZ_DATE_NONE);

  g_assert_true (sz_date_is_month (20190900));
  g_assert_false (sz_date_is_month (20190901));
  g_assert_false (sz_date_is_month (SZ_DATE_NONE));
  g_assert_cmpint (sz_date_day (20190900), ==, 1);
  g_assert_cmpint (sz_date_day (20190931), ==, 31);
  g_assert_cmpint (sz_date_year (20190900), ==, 2019);
  g_assert_cmpint (sz_date_month_of_year (20190900), ==, 9);
  g_assert_cmpint (sz_date_first_day (20190900), ==, 20190901);
  g_assert_cmpint (sz_date_first_day (20190915), ==, 20190915);
  g_assert_cmpint (sz_date_first_day (SZ_DATE_NONE), ==, SZ_DATE_NONE);

  g_assert_cmpint (sz_date_month (20250301) - sz_date_month (20241200), ==, 3);
  g_assert_cmpint (sz_month_first_day (sz_date_month (20241231)), ==, 20241201);
  g_assert_cmpint (sz_month_last_day (sz_date_month (20240200)), ==, 20240229);
  g_assert_cmpint (sz_month_last_day (sz_date_month (20250210)), ==, 20250228);
  g_assert_cmpint (sz_month_last_day (0), ==, SZ_DATE_NONE);
}

static void
test_serial (void)
{
  static const struct
  {
    gint64 serial;
    gboolean date1904;
    SzDate date;
  } cases[] = {
    { 1, FALSE, 19000101 },
    { 59, FALSE, 19000228 },
    { 60, FALSE, SZ_DATE_NONE },
    { 61, FALSE, 19000301 },
    { 43709, FALSE, 20190901 },
    { 45658, FALSE, 20250101 },
    { 2958465, FALSE, 99991231 },
    { 2958466, FALSE, SZ_DATE_NONE },
    { 0, FALSE, SZ_DATE_NONE },
    { -1, FALSE, SZ_DATE_NONE },
    { 0, TRUE, 19040101 },
    { 42247, TRUE, 20190901 },
    { 2957003, TRUE, 99991231 },
    { 2957004, TRUE, SZ_DATE_NONE },
    { -1, TRUE, SZ_DATE_NONE },
    { G_MAXINT64, FALSE, SZ_DATE_NONE },
    { G_MAXINT64, TRUE, SZ_DATE_NONE },
    { G_MININT64, FALSE, SZ_DATE_NONE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_test_message ("%" G_GINT64_FORMAT, cases[i].serial);
      g_assert_cmpint (sz_date_from_serial (cases[i].serial, cases[i].date1904), ==, cases[i].date);
      if (!cases[i].date1904 && cases[i].date != SZ_DATE_NONE)
        g_assert_cmpint (sz_date_to_serial (cases[i].date), ==, cases[i].serial);
    }
  g_assert_cmpint (sz_date_to_serial (20190900), ==, 43709);
  g_assert_cmpint (sz_date_to_serial (18991231), ==, 0);
  g_assert_cmpint (sz_date_to_serial (SZ_DATE_NONE), ==, 0);
}

static void
test_add (void)
{
  static const struct
  {
    SzDate date;
    int months;
    SzDate result;
  } months[] = {
    { 20240131, 1, 20240229 },
    { 20250131, 1, 20250228 },
    { 20241231, 2, 20250228 },
    { 20240229, 12, 20250228 },
    { 20240229, 48, 20280229 },
    { 20240331, -1, 20240229 },
    { 20190900, 4, 20200100 },
    { 20190915, 0, 20190915 },
    { 99991201, 1, SZ_DATE_NONE },
    { 10101, -1, SZ_DATE_NONE },
    { SZ_DATE_NONE, 5, SZ_DATE_NONE },
    { 20190915, G_MAXINT32, SZ_DATE_NONE },
    { 20190915, G_MININT32, SZ_DATE_NONE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (months); i++)
    g_assert_cmpint (sz_date_add_months (months[i].date, months[i].months), ==, months[i].result);

  g_assert_cmpint (sz_date_add_days (20241231, 1), ==, 20250101);
  g_assert_cmpint (sz_date_add_days (20240301, -1), ==, 20240229);
  g_assert_cmpint (sz_date_add_days (20240200, 28), ==, 20240229);
  g_assert_cmpint (sz_date_add_days (99991231, 1), ==, SZ_DATE_NONE);
  g_assert_cmpint (sz_date_add_days (99991231, G_MAXINT32), ==, SZ_DATE_NONE);
  g_assert_cmpint (sz_date_add_days (10101, -1), ==, SZ_DATE_NONE);
  g_assert_cmpint (sz_date_add_days (10101, G_MININT32), ==, SZ_DATE_NONE);
  g_assert_cmpint (sz_date_add_days (SZ_DATE_NONE, 1), ==, SZ_DATE_NONE);
}

/* Adding years to 29 February; N years complete is start + N years ≤ day. */
static void
test_years (void)
{
  static const struct
  {
    SzDate start;
    int years;
    SzDate day;
    gboolean complete;
  } cases[] = {
    { 20240229, 1, 20250227, FALSE },     { 20240229, 1, 20250228, TRUE },
    { 20240229, 4, 20280228, FALSE },     { 20240229, 4, 20280229, TRUE },
    { 20180915, 5, 20230914, FALSE },     { 20180915, 5, 20230915, TRUE },
    { 20190900, 5, 20240831, FALSE },     { 20190900, 5, 20240901, TRUE },
    { 20190900, 5, 20240900, TRUE },      { 20190901, 0, 20190901, TRUE },
    { SZ_DATE_NONE, 1, 20250101, FALSE }, { 20190901, 1, SZ_DATE_NONE, FALSE },
    { 20190901, 20000, 20250101, FALSE },
  };

  g_assert_cmpint (sz_date_add_years (20240229, 1), ==, 20250228);
  g_assert_cmpint (sz_date_add_years (20240229, 4), ==, 20280229);
  g_assert_cmpint (sz_date_add_years (20240229, 76), ==, 21000228);
  g_assert_cmpint (sz_date_add_years (20250228, -1), ==, 20240228);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_test_message ("%d + %d", cases[i].start, cases[i].years);
      g_assert_cmpint (sz_date_years_complete (cases[i].start, cases[i].years, cases[i].day), ==,
                       cases[i].complete);
    }
}

static void
test_weekday (void)
{
  g_assert_cmpint (sz_date_weekday (20230428), ==, 5);
  g_assert_cmpint (sz_date_weekday (20230506), ==, 6);
  g_assert_cmpint (sz_date_weekday (20250101), ==, 3);
  g_assert_cmpint (sz_date_weekday (20240229), ==, 4);
  g_assert_cmpint (sz_date_weekday (20000101), ==, 6);
  g_assert_cmpint (sz_date_weekday (10101), ==, 1);
}

/* Every day of eight centuries: numbers run on by one, weekdays by one in seven, and both ways
 * agree; GLib's own calendar says the same. */
static void
test_every_day (void)
{
  SzDate date = 16000101;
  gint32 days = sz_date_days (date);
  int weekday = sz_date_weekday (date);

  while (date < 24000101)
    {
      GDate other;

      g_date_set_dmy (&other, (GDateDay)sz_date_day (date),
                      (GDateMonth)sz_date_month_of_year (date), (GDateYear)sz_date_year (date));
      g_assert_cmpint (sz_date_days (date), ==, days);
      g_assert_cmpint (days, ==, g_date_get_julian (&other));
      g_assert_cmpint (sz_date_from_days (days), ==, date);
      g_assert_cmpint (sz_date_weekday (date), ==, weekday);
      date = sz_date_add_days (date, 1);
      days++;
      weekday = weekday % 7 + 1;
    }
  g_assert_cmpint (date, ==, 24000101);
  g_assert_cmpint (sz_date_from_days (0), ==, SZ_DATE_NONE);
  g_assert_cmpint (sz_date_from_days (-5), ==, SZ_DATE_NONE);
  g_assert_cmpint (sz_date_from_days (G_MAXINT32), ==, SZ_DATE_NONE);
  g_assert_cmpint (sz_date_days (SZ_DATE_NONE), ==, 0);
}

/* Every form reads back what it writes; every serial comes back; order is kept. */
static void
test_laws (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (SEED);
  SzDate before = 20000101;

  g_test_message ("seed %d", SEED);
  for (int i = 0; i < ROUNDS; i++)
    {
      const SzDate date = sz_date_from_days (g_rand_int_range (rand, 1, 3652060));
      const SzDate written = i % 3 == 0 ? date / 100 * 100 : date;
      g_autofree char *iso = sz_date_format (written);
      g_autofree char *cn = sz_date_format_cn (written);
      SzDate again = 0;

      g_assert_true (sz_date_parse (iso, &again, NULL));
      g_assert_cmpint (again, ==, written);
      if (sz_date_year (date) >= 1000)
        {
          g_assert_true (sz_date_parse (cn, &again, NULL));
          g_assert_cmpint (again, ==, written);
        }
      if (date >= 19000101)
        g_assert_cmpint (sz_date_from_serial (sz_date_to_serial (date), FALSE), ==, date);
      g_assert_cmpint (date < before, ==, sz_date_days (date) < sz_date_days (before));
      g_assert_cmpint (sz_date_month (sz_date_add_months (20000131, i % 9999)), ==,
                       sz_date_month (20000131) + i % 9999);
      before = date;
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/domain/num-8/parse", test_parse);
  g_test_add_func ("/domain/num-8/parse-errors", test_parse_errors);
  g_test_add_func ("/domain/num-8/format", test_format);
  g_test_add_func ("/domain/num-8/parts", test_parts);
  g_test_add_func ("/domain/num-8/serial", test_serial);
  g_test_add_func ("/domain/num-8/add", test_add);
  g_test_add_func ("/domain/num-8/years-from-29-february", test_years);
  g_test_add_func ("/domain/num-8/weekday", test_weekday);
  g_test_add_func ("/domain/num-8/every-day", test_every_day);
  g_test_add_func ("/domain/num-8/laws", test_laws);
  return g_test_run ();
}
