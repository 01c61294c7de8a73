/* test-months.c — months in post under the three rules
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-months.h"

typedef struct
{
  SzDate start;
  SzDate end;
  int count;
  int from_next;
  int by_15th;
} Case;

static const Case cases[] = {
  /* entered before the period, still here */
  { 20100901, 0, 12, 12, 12 },
  /* entered in June: on the first, on the 15th, on the 16th */
  { 20250601, 0, 7, 6, 7 },
  { 20250615, 0, 7, 6, 7 },
  { 20250616, 0, 7, 6, 6 },
  /* left in April: on the 14th, on the 15th, on the last day */
  { 20100901, 20250414, 4, 4, 3 },
  { 20100901, 20250415, 4, 4, 4 },
  { 20100901, 20250430, 4, 4, 4 },
  /* within one month */
  { 20250301, 20250331, 1, 0, 1 },
  { 20250316, 20250331, 1, 0, 0 },
  { 20250301, 20250314, 1, 0, 0 },
  /* a month alone is its first day */
  { 20250600, 0, 7, 6, 7 },
  /* entered in the month before the period began: its month of entry is outside */
  { 20241231, 0, 12, 12, 12 },
  /* first and last day of the period */
  { 20251231, 0, 1, 0, 0 },
  { 20100901, 20250101, 1, 1, 0 },
  /* outside */
  { 20260101, 0, 0, 0, 0 },
  { 20100901, 20241231, 0, 0, 0 },
  { 20250601, 20250501, 0, 0, 0 },
};

static void
test_rules (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const Case *c = &cases[i];
      const int expected[] = { c->count, c->from_next, c->by_15th };

      for (int rule = SZ_MONTHS_COUNT; rule <= SZ_MONTHS_BY_15TH; rule++)
        {
          SzMonthSet set = sz_months_in ((SzMonthRule)rule, c->start, c->end, 20250101, 20251231);

          g_assert_cmpint (sz_months_count (set), ==, expected[rule]);
        }
    }
}

static void
test_bits (void)
{
  g_assert_cmphex (sz_months_in (SZ_MONTHS_COUNT, 20250310, 20250502, 20250101, 20251231), ==,
                   0x1c);
  g_assert_cmphex (sz_months_in (SZ_MONTHS_FROM_NEXT, 20250310, 20250502, 20250101, 20251231), ==,
                   0x18);
  g_assert_cmphex (sz_months_in (SZ_MONTHS_BY_15TH, 20250310, 20250502, 20250101, 20251231), ==,
                   0x0c);
}

static void
test_period (void)
{
  g_assert_cmpint (sz_months_of_period (20250101, 20251231), ==, 12);
  g_assert_cmpint (sz_months_of_period (20250131, 20250201), ==, 2);
  g_assert_cmpint (sz_months_of_period (20250115, 20250115), ==, 1);
  g_assert_cmpint (sz_months_of_period (20210101, 20251231), ==, 60);
  g_assert_cmpint (sz_months_of_period (20251231, 20250101), ==, 0);
  g_assert_cmpint (sz_months_of_period (0, 20250101), ==, 0);
}

/* All sixty bits of the longest period. */
static void
test_longest (void)
{
  SzMonthSet set = sz_months_in (SZ_MONTHS_COUNT, 20000101, 0, 20210101, 20251231);

  g_assert_cmphex (set, ==, (G_GUINT64_CONSTANT (1) << 60) - 1);
  set = sz_months_in (SZ_MONTHS_COUNT, 20251201, 0, 20210101, 20251231);
  g_assert_cmphex (set, ==, G_GUINT64_CONSTANT (1) << 59);
}

/* Left in March, came back in June: no month counts twice. */
static void
test_services (void)
{
  const SzService services[] = { { .from = 20200101, .to = 20250305 },
                                 { .from = 20250610, .to = 20250620 },
                                 { .from = 20250625, .to = 0 } };

  g_assert_cmpint (sz_months_count (
                       sz_months_in_service (SZ_MONTHS_COUNT, services, 3, 20250101, 20251231)),
                   ==, 3 + 7);
  g_assert_cmpint (sz_months_count (
                       sz_months_in_service (SZ_MONTHS_FROM_NEXT, services, 3, 20250101, 20251231)),
                   ==, 3 + 6);
  g_assert_cmpint (sz_months_count (
                       sz_months_in_service (SZ_MONTHS_BY_15TH, services, 3, 20250101, 20251231)),
                   ==, 2 + 7);
  g_assert_cmphex (sz_months_in_service (SZ_MONTHS_COUNT, NULL, 0, 20250101, 20251231), ==, 0);
}

/* Left one day and here again the next, whatever the order of the records: nobody entered. */
static void
test_unbroken (void)
{
  const SzService services[] = { { .from = 20250701, .to = 20250920 },
                                 { .from = 20200101, .to = 20250630 },
                                 { .from = 20250921, .to = 0 } };
  const SzService broken[]
      = { { .from = 20200101, .to = 20250629 }, { .from = 20250701, .to = 0 } };

  for (int rule = 0; rule < 3; rule++)
    g_assert_cmpint (sz_months_count (
                         sz_months_in_service ((SzMonthRule)rule, services, 3, 20250101, 20251231)),
                     ==, 12);
  g_assert_cmpint (sz_months_count (
                       sz_months_in_service (SZ_MONTHS_FROM_NEXT, broken, 2, 20250101, 20251231)),
                   ==, 11);
  g_assert_cmpint (sz_months_count (
                       sz_months_in_service (SZ_MONTHS_FROM_NEXT, services, 1, 20250101, 20251231)),
                   ==, 2);
}

/* Every day of a year as start and end against the plain reading of the rule. */
static void
test_days (void)
{
  for (int start = 0; start < 365; start += 3)
    for (int end = start; end < 365; end += 5)
      {
        SzDate a = sz_date_add_days (20250101, start);
        SzDate b = sz_date_add_days (20250101, end);
        SzMonthSet expected[3] = { 0 };

        for (int month = 1; month <= 12; month++)
          {
            SzMonthSet bit = G_GUINT64_CONSTANT (1) << (month - 1);
            SzDate middle = sz_date_make (2025, month, 15);
            gboolean here
                = month >= sz_date_month_of_year (a) && month <= sz_date_month_of_year (b);

            expected[SZ_MONTHS_COUNT] |= here ? bit : 0;
            expected[SZ_MONTHS_FROM_NEXT] |= here && month != sz_date_month_of_year (a) ? bit : 0;
            expected[SZ_MONTHS_BY_15TH] |= a <= middle && middle <= b ? bit : 0;
          }
        for (int rule = 0; rule < 3; rule++)
          g_assert_cmphex (sz_months_in ((SzMonthRule)rule, a, b, 20250101, 20251231), ==,
                           expected[rule]);
      }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/domain/pay-6/months/rules", test_rules);
  g_test_add_func ("/domain/pay-6/months/bits", test_bits);
  g_test_add_func ("/domain/pay-6/months/period", test_period);
  g_test_add_func ("/domain/pay-6/months/longest", test_longest);
  g_test_add_func ("/domain/pay-6/months/services", test_services);
  g_test_add_func ("/domain/pay-6/months/unbroken", test_unbroken);
  g_test_add_func ("/domain/pay-6/months/days", test_days);
  return g_test_run ();
}
