/* sz-date.c — dates without a clock (RULE num-8)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-date.h"

#include <string.h>

#include "sz-error.h"
#include "sz-text.h"

#define YEAR_MAX 9999
#define MONTHS_A_YEAR 12

/* Spreadsheets count from 1899-12-31 and believe in 29 February 1900. */
#define SERIAL_FALSE_LEAP_DAY 60

static gboolean
is_leap (int year)
{
  return (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
}

static int
count_month_days (int year, int month)
{
  static const int days[] = { 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31 };

  return month == 2 && is_leap (year) ? 29 : days[month - 1];
}

SzDate
sz_date_make (int year, int month, int day)
{
  if (year < 1 || year > YEAR_MAX || month < 1 || month > MONTHS_A_YEAR)
    return SZ_DATE_NONE;
  if (day < 0 || day > count_month_days (year, month))
    return SZ_DATE_NONE;
  return year * 10000 + month * 100 + day;
}

int
sz_date_year (SzDate date)
{
  return date / 10000;
}

int
sz_date_month_of_year (SzDate date)
{
  return date / 100 % 100;
}

int
sz_date_day (SzDate date)
{
  return date != SZ_DATE_NONE && date % 100 == 0 ? 1 : date % 100;
}

gboolean
sz_date_is_month (SzDate date)
{
  return date != SZ_DATE_NONE && date % 100 == 0;
}

SzDate
sz_date_first_day (SzDate date)
{
  return sz_date_is_month (date) ? date + 1 : date;
}

/* Reads 1 to @max digits. */
static gboolean
read_number (const char **text, int min, int max, int *number)
{
  int digits = 0;

  *number = 0;
  while (digits < max && g_ascii_isdigit ((*text)[digits]))
    *number = *number * 10 + ((*text)[digits++] - '0');
  *text += digits;
  return digits >= min;
}

static gboolean
skip (const char **text, const char *word)
{
  if (!g_str_has_prefix (*text, word))
    return FALSE;
  *text += strlen (word);
  return TRUE;
}

/* 201909, 20190901 */
static SzDate
parse_digits (const char *text)
{
  const gsize length = strlen (text);
  int year;
  int month;
  int day = 0;

  if ((length != 6 && length != 8) || strspn (text, "0123456789") != length)
    return SZ_DATE_NONE;
  read_number (&text, 4, 4, &year);
  read_number (&text, 2, 2, &month);
  if (length == 8 && (!read_number (&text, 2, 2, &day) || day == 0))
    return SZ_DATE_NONE;
  return sz_date_make (year, month, day);
}

/* Year, month and perhaps day behind the given separators; a separator may end the text only where
 * it is a word (年 月 日). */
static SzDate
parse_separated (const char *text, const char *after_year, const char *after_month, const char *end)
{
  const gboolean words = *end != '\0';
  int year;
  int month;
  int day = 0;

  if (!read_number (&text, 4, 4, &year) || !skip (&text, after_year))
    return SZ_DATE_NONE;
  if (!read_number (&text, 1, 2, &month))
    return SZ_DATE_NONE;
  if (*text == '\0' && !words)
    return sz_date_make (year, month, 0);
  if (!skip (&text, after_month))
    return SZ_DATE_NONE;
  if (*text == '\0' && words)
    return sz_date_make (year, month, 0);
  if (!read_number (&text, 1, 2, &day) || day == 0 || !skip (&text, end) || *text != '\0')
    return SZ_DATE_NONE;
  return sz_date_make (year, month, day);
}

/* "2019 年 9 月", "2019. 9": a blank beside a separator says nothing, one between digits does. */
static void
close_up (char *text)
{
  char *to = text;

  for (const char *p = text; *p != '\0'; p++)
    {
      gboolean inside
          = p > text && g_ascii_isdigit (to[-1]) && g_ascii_isdigit (p[strspn (p, " ")]);

      if (*p != ' ' || inside)
        *to++ = *p;
    }
  *to = '\0';
}

gboolean
sz_date_parse (const char *text, SzDate *date, GError **error)
{
  static const char *const forms[][3] = {
    { "-", "-", "" },     { ".", ".", "" },     { "/", "/", "" },
    { "年", "月", "日" }, { "年", "月", "号" },
  };
  g_autofree char *folded = NULL;
  SzDate found;

  g_return_val_if_fail (date != NULL, FALSE);

  folded = sz_text_fold (text);
  close_up (folded);
  found = parse_digits (folded);
  for (gsize i = 0; found == SZ_DATE_NONE && i < G_N_ELEMENTS (forms); i++)
    found = parse_separated (folded, forms[i][0], forms[i][1], forms[i][2]);
  if (found == SZ_DATE_NONE)
    return sz_error_set (error, SZ_ERROR_FORMAT, "date.invalid", "value", text, NULL);
  *date = found;
  return TRUE;
}

char *
sz_date_format (SzDate date)
{
  if (date == SZ_DATE_NONE)
    return g_strdup ("");
  if (sz_date_is_month (date))
    return g_strdup_printf ("%04d-%02d", sz_date_year (date), sz_date_month_of_year (date));
  return g_strdup_printf ("%04d-%02d-%02d", sz_date_year (date), sz_date_month_of_year (date),
                          sz_date_day (date));
}

char *
sz_date_format_cn (SzDate date)
{
  if (date == SZ_DATE_NONE)
    return g_strdup ("");
  if (sz_date_is_month (date))
    return g_strdup_printf ("%d年%d月", sz_date_year (date), sz_date_month_of_year (date));
  return g_strdup_printf ("%d年%d月%d日", sz_date_year (date), sz_date_month_of_year (date),
                          sz_date_day (date));
}

char *
sz_date_format_dotted (SzDate date)
{
  if (date == SZ_DATE_NONE)
    return g_strdup ("");
  return g_strdup_printf ("%04d.%02d", sz_date_year (date), sz_date_month_of_year (date));
}

gint32
sz_date_days (SzDate date)
{
  int year;
  int days;

  if (date == SZ_DATE_NONE)
    return 0;
  year = sz_date_year (date) - 1;
  days = year * 365 + year / 4 - year / 100 + year / 400;
  for (int month = 1; month < sz_date_month_of_year (date); month++)
    days += count_month_days (year + 1, month);
  return days + sz_date_day (date);
}

SzDate
sz_date_from_days (gint32 days)
{
  int year;
  int month = 1;
  gint32 rest;

  if (days < 1 || days > sz_date_days (sz_date_make (YEAR_MAX, 12, 31)))
    return SZ_DATE_NONE;
  /* The quotient is never above the year sought and at most one below it. */
  year = (int)((gint64)(days - 1) * 400 / 146097) + 1;
  if (year > 1 && sz_date_days (sz_date_make (year, 1, 1)) > days)
    year--;
  if (year < YEAR_MAX && sz_date_days (sz_date_make (year + 1, 1, 1)) <= days)
    year++;
  rest = days - sz_date_days (sz_date_make (year, 1, 1));
  while (rest >= count_month_days (year, month))
    rest -= count_month_days (year, month++);
  return sz_date_make (year, month, rest + 1);
}

SzDate
sz_date_from_serial (gint64 serial, gboolean date1904)
{
  const gint64 last = sz_date_days (sz_date_make (YEAR_MAX, 12, 31));
  gint64 days;

  if (date1904)
    {
      if (serial < 0 || serial > last)
        return SZ_DATE_NONE;
      return sz_date_from_days (
          (gint32)MIN (sz_date_days (sz_date_make (1904, 1, 1)) + serial, (gint64)G_MAXINT32));
    }
  if (serial < 1 || serial == SERIAL_FALSE_LEAP_DAY || serial > last)
    return SZ_DATE_NONE;
  days = sz_date_days (sz_date_make (1899, 12, 31)) + serial;
  return sz_date_from_days ((gint32)(serial > SERIAL_FALSE_LEAP_DAY ? days - 1 : days));
}

gint64
sz_date_to_serial (SzDate date)
{
  const gint64 serial = sz_date_days (date) - sz_date_days (sz_date_make (1899, 12, 31));

  if (date == SZ_DATE_NONE || serial < 1)
    return 0;
  return serial >= SERIAL_FALSE_LEAP_DAY ? serial + 1 : serial;
}

SzDate
sz_date_add_days (SzDate date, int days)
{
  if (date == SZ_DATE_NONE || days > G_MAXINT32 - sz_date_days (date))
    return SZ_DATE_NONE;
  return sz_date_from_days (sz_date_days (date) + days);
}

/* RULE num-8 */
SzDate
sz_date_add_months (SzDate date, int months)
{
  gint64 month;
  int year;
  int month_of_year;

  if (date == SZ_DATE_NONE)
    return SZ_DATE_NONE;
  month = (gint64)sz_date_month (date) + months;
  if (month < MONTHS_A_YEAR || month >= (YEAR_MAX + 1) * MONTHS_A_YEAR)
    return SZ_DATE_NONE;
  year = (int)(month / MONTHS_A_YEAR);
  month_of_year = (int)(month % MONTHS_A_YEAR) + 1;
  return sz_date_make (year, month_of_year,
                       MIN (date % 100, count_month_days (year, month_of_year)));
}

/* RULE num-8 */
SzDate
sz_date_add_years (SzDate date, int years)
{
  if (years < -YEAR_MAX || years > YEAR_MAX)
    return SZ_DATE_NONE;
  return sz_date_add_months (date, years * MONTHS_A_YEAR);
}

/* RULE num-8 */
gboolean
sz_date_years_complete (SzDate start, int years, SzDate day)
{
  const SzDate due = sz_date_add_years (sz_date_first_day (start), years);

  return due != SZ_DATE_NONE && due <= sz_date_first_day (day);
}

int
sz_date_weekday (SzDate date)
{
  g_return_val_if_fail (date != SZ_DATE_NONE, 0);
  return (sz_date_days (date) - 1) % 7 + 1; /* 1 January of the year 1 is a Monday */
}

SzMonth
sz_date_month (SzDate date)
{
  return sz_date_year (date) * MONTHS_A_YEAR + sz_date_month_of_year (date) - 1;
}

SzDate
sz_month_first_day (SzMonth month)
{
  return sz_date_make (month / MONTHS_A_YEAR, month % MONTHS_A_YEAR + 1, 1);
}

SzDate
sz_month_last_day (SzMonth month)
{
  const int year = month / MONTHS_A_YEAR;
  const int month_of_year = month % MONTHS_A_YEAR + 1;

  if (month < MONTHS_A_YEAR || year > YEAR_MAX)
    return SZ_DATE_NONE;
  return sz_date_make (year, month_of_year, count_month_days (year, month_of_year));
}
