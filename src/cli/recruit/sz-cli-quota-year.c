/* sz-cli-quota-year.c — shizictl quota year: the quota day by day (RULE rec-24)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <glib/gi18n.h>

#include "sz-cli-recruit.h"
#include "sz-quota-day.h"

#define MONTHS_A_YEAR 12

typedef struct
{
  SzDate date;
  gint64 used;
  gint64 limit;
  gint64 available;
} Spot;

typedef struct
{
  int month;
  gint64 used_peak;
  SzDate peak_date;
  Spot tightest;
  guint days_over;
} Month;

typedef struct
{
  SzDate from;
  SzDate to;
  gint64 establishment;
  gint64 full_time;
  Spot spot;
} Segment;

typedef struct
{
  int year;
  Spot peak;
  Spot tightest;
  GArray *months;
  GArray *segments;
} Year;

static const SzMember peak_fields[] = {
  SZ_SHOW_DATE (Spot, date, "date", NULL),
  SZ_SHOW_DECIMAL (Spot, used, "used", NULL, SZ_RATIO_DECIMALS),
  SZ_SHOW_COUNT (Spot, limit, "limit", NULL),
  { NULL },
};

static const SzMember tightest_fields[] = {
  SZ_SHOW_DATE (Spot, date, "date", NULL),
  SZ_SHOW_DECIMAL (Spot, used, "used", NULL, SZ_RATIO_DECIMALS),
  SZ_SHOW_COUNT (Spot, limit, "limit", NULL),
  SZ_SHOW_DECIMAL (Spot, available, "available", NULL, SZ_RATIO_DECIMALS),
  { NULL },
};

static const SzMember month_fields[] = {
  SZ_SHOW_COUNT (Month, month, "month", N_ ("Month")),
  SZ_SHOW_DECIMAL (Month, used_peak, "used_peak", N_ ("Most used"), SZ_RATIO_DECIMALS),
  SZ_SHOW_DATE (Month, peak_date, "peak_date", N_ ("On")),
  SZ_SHOW_COUNT (Month, tightest.limit, "limit", N_ ("Limit")),
  SZ_SHOW_DECIMAL (Month, tightest.used, "used", N_ ("Used"), SZ_RATIO_DECIMALS),
  SZ_SHOW_DECIMAL (Month, tightest.available, "available", N_ ("Available"), SZ_RATIO_DECIMALS),
  SZ_SHOW_DATE (Month, tightest.date, "tightest_date", N_ ("Tightest day")),
  SZ_SHOW_COUNT (Month, days_over, "days_over", N_ ("Days over")),
  { NULL },
};

static const SzMember segment_fields[] = {
  SZ_SHOW_DATE (Segment, from, "from", N_ ("From")),
  SZ_SHOW_DATE (Segment, to, "to", N_ ("To")),
  SZ_SHOW_COUNT (Segment, establishment, "establishment", N_ ("Establishment")),
  SZ_SHOW_COUNT (Segment, full_time, "full_time_teachers", N_ ("Full-time teachers")),
  SZ_SHOW_COUNT (Segment, spot.limit, "limit", N_ ("Limit")),
  SZ_SHOW_DECIMAL (Segment, spot.used, "used", N_ ("Used"), SZ_RATIO_DECIMALS),
  SZ_SHOW_DECIMAL (Segment, spot.available, "available", N_ ("Available"), SZ_RATIO_DECIMALS),
  { NULL },
};

static const SzMember year_fields[] = {
  SZ_SHOW_COUNT (Year, year, "year", NULL),
  SZ_SHOW_OBJECT (Year, peak, "peak", NULL, peak_fields),
  SZ_SHOW_OBJECT (Year, tightest, "tightest", NULL, tightest_fields),
  SZ_SHOW_SAY (N_ ("Most used in {year}: {peak.used} on {peak.date}; tightest on {tightest.date}: "
                   "{tightest.available} available")),
  SZ_SHOW_LIST (Year, months, "months", N_ ("Months"), month_fields),
  SZ_SHOW_LIST (Year, segments, "segments", N_ ("Stretches"), segment_fields),
  { NULL },
};

static Spot
make_spot (const SzQuotaTerm *term, guint index)
{
  const SzQuotaState *state = &term->days[index];

  return (Spot){ sz_quota_term_day (term, index), state->used_x1e4, state->limit.limit,
                 sz_quota_available (state) };
}

typedef struct
{
  int year;
} Asked;

static const SzArg year_args[] = {
  SZ_OPTION (YEAR, Asked, year, "year", N_ ("Y"), N_ ("The year"), .required = TRUE),
  { 0 },
};

static int
run_year (SzCli *cli, SzOffice *office, gconstpointer data, GError **error)
{
  const int year = ((const Asked *)data)->year;
  const SzDate first = sz_date_make (year, 1, 1);
  const SzDate last = sz_date_make (year, 12, 31);
  g_autoptr (SzQuotaTerm) term = sz_quota_term (office, first, last, error);
  g_autoptr (GArray) months = g_array_new (FALSE, FALSE, sizeof (Month));
  g_autoptr (GArray) segments = g_array_new (FALSE, FALSE, sizeof (Segment));
  g_autoptr (GArray) runs = NULL;
  SzQuotaMonth whole;
  Year answer;

  if (term == NULL)
    return SZ_EXIT_REFUSED;
  runs = sz_quota_segments (term);
  whole = sz_quota_month (term, first, last);
  for (int i = 1; i <= MONTHS_A_YEAR; i++)
    {
      const SzMonth at = sz_date_month (sz_date_make (year, i, 1));
      const SzQuotaMonth found
          = sz_quota_month (term, sz_month_first_day (at), sz_month_last_day (at));
      const Month month
          = { i, term->days[found.peak].used_x1e4, sz_quota_term_day (term, found.peak),
              make_spot (term, found.tightest), found.days_over };

      g_array_append_val (months, month);
    }
  for (guint i = 0; i < runs->len; i++)
    {
      const SzQuotaSegment *run = &g_array_index (runs, SzQuotaSegment, i);
      const Segment segment = { run->from,
                                run->to,
                                run->day.establishment,
                                run->day.full_time,
                                { run->from, run->day.used_x1e4, run->day.limit.limit,
                                  sz_quota_available (&run->day) } };

      g_array_append_val (segments, segment);
    }
  answer = (Year){ year, make_spot (term, whole.peak), make_spot (term, whole.tightest), months,
                   segments };
  sz_cli_show (cli, year_fields, &answer);
  return SZ_EXIT_DONE;
}

const SzCliCommand sz_cli_quota_year
    = { "quota year", N_ ("The quota of part-time teachers through a year"),
        year_args,    sizeof (Asked),
        run_year,     .office = TRUE };
