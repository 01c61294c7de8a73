/* sz-date.h — dates without a clock (RULE num-8)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * SzDate:
 *
 * A civil date packed as yyyymmdd, so that numbers order as dates do; 0 is no date. The day may be
 * 00: a month alone, which means its first day and keeps its precision when stored ("2019-09").
 */
typedef gint32 SzDate;

/** SzMonth: a month as a running number, year × 12 + (month − 1); differences are months. */
typedef gint32 SzMonth;

#define SZ_DATE_NONE 0

/** sz_date_make: the date, or %SZ_DATE_NONE when there is no such day (day 0: the month alone). */
SzDate sz_date_make (int year, int month, int day);
/** sz_date_year: 0 for no date; sz_date_month_of_year: 1 … 12. */
int sz_date_year (SzDate date);
int sz_date_month_of_year (SzDate date);
/** sz_date_day: 1 for a month alone. */
int sz_date_day (SzDate date);
/** sz_date_is_month: whether it is a month alone. */
gboolean sz_date_is_month (SzDate date);
/** sz_date_first_day: a month alone becomes its first day; others stay; 0 stays 0. */
SzDate sz_date_first_day (SzDate date);

/**
 * sz_date_parse:
 *
 * `2019-09-01`, `2019.09`, `2019.9.1`, `2019/9/1`, `2019年9月1日`, `2019年9月`, `20190901`,
 * `201909`, full-width digits. Anything else, and days that do not exist, is "date.invalid"
 * (argument value).
 */
gboolean sz_date_parse (const char *text, SzDate *date, GError **error);

/** sz_date_format: (transfer full) — ISO "2019-09-01", "2019-09" for a month alone, "" for none. */
char *sz_date_format (SzDate date);

/** sz_date_format_cn: (transfer full) — "2019年9月1日", "2019年9月". */
char *sz_date_format_cn (SzDate date);

/** sz_date_format_dotted: (transfer full) — "2019.09", as rosters print birth and work months. */
char *sz_date_format_dotted (SzDate date);

/** sz_date_from_serial: a spreadsheet's day number (1900 or 1904 system); none when out of range.
 */
SzDate sz_date_from_serial (gint64 serial, gboolean date1904);
/** sz_date_to_serial: for writing date cells, 1900 system. */
gint64 sz_date_to_serial (SzDate date);

/** sz_date_days: running day number (proleptic Gregorian), for differences and loops. */
gint32 sz_date_days (SzDate date);
/** sz_date_from_days: the inverse of sz_date_days(). */
SzDate sz_date_from_days (gint32 days);
/** sz_date_add_days: @days may be negative; no date stays none. */
SzDate sz_date_add_days (SzDate date, int days);
/** sz_date_add_months: clamps to the month's last day (31 Jan + 1 → 28 or 29 Feb). */
SzDate sz_date_add_months (SzDate date, int months);
/** sz_date_add_years: 29 February gives 28 February in a common year (RULE num-8). */
SzDate sz_date_add_years (SzDate date, int years);
/** sz_date_years_complete: 满 N 年 at @day: start + N years ≤ day (RULE num-8). */
gboolean sz_date_years_complete (SzDate start, int years, SzDate day);
/** sz_date_weekday: 1 Monday … 7 Sunday. */
int sz_date_weekday (SzDate date);

/** sz_date_month: the running number of its month. */
SzMonth sz_date_month (SzDate date);
/** sz_month_first_day: and sz_month_last_day: of a running month. */
SzDate sz_month_first_day (SzMonth month);
SzDate sz_month_last_day (SzMonth month);

G_END_DECLS
