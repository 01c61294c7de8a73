/* test-establishment.c — the establishment ledger and its forecast (rec-12 … rec-14)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-establishment.h"

#include "check-error.h"

#define SEED 2026
#define ROUNDS 300
#define PEOPLE 12
#define MONTHS 24

/* The ledger of the sample: a 核定 that overrides what was added, two rows on one day. */
static const SzLedgerEntry ledger[] = {
  { 0, SZ_LEDGER_APPROVE, 51 },        { 20210301, SZ_LEDGER_INCREASE, 4 },
  { 20220901, SZ_LEDGER_FREEZE, 2 },   { 20230101, SZ_LEDGER_DECREASE, 3 },
  { 20240630, SZ_LEDGER_UNFREEZE, 1 }, { 20240630, SZ_LEDGER_INCREASE, 1 },
  { 20250701, SZ_LEDGER_APPROVE, 53 }, { 20260101, SZ_LEDGER_FREEZE, 1 },
};

static void
test_ledger (void)
{
  static const struct
  {
    SzDate day;
    gint64 approved;
    gint64 frozen;
  } cases[] = {
    { 19490101, 51, 0 }, { 20210228, 51, 0 }, { 20210301, 55, 0 },
    { 20220901, 55, 2 }, { 20230101, 52, 2 }, { 20240629, 52, 2 },
    { 20240630, 53, 1 }, { 20250701, 53, 1 }, { 20260101, 53, 2 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const SzLedgerSum sum = sz_ledger_at (ledger, G_N_ELEMENTS (ledger), cases[i].day);

      g_assert_cmpint (sum.approved, ==, cases[i].approved);
      g_assert_cmpint (sum.frozen, ==, cases[i].frozen);
    }
  g_assert_true (sz_ledger_check (ledger, G_N_ELEMENTS (ledger), 0, NULL));
}

static void
test_balance (void)
{
  const SzLedgerSum sum = { 53, 1 };
  SzLedgerBalance balance;

  sz_ledger_balance (&sum, 47, 0, &balance);
  g_assert_cmpint (balance.vacant, ==, 5);
  g_assert_cmpint (balance.over, ==, 0);
  sz_ledger_balance (&sum, 50, 4, &balance);
  g_assert_cmpint (balance.vacant, ==, 0);
  g_assert_cmpint (balance.over, ==, 2);
}

static void
test_ledger_faults (void)
{
  g_autoptr (GError) error = NULL;
  const SzLedgerEntry below[]
      = { { 0, SZ_LEDGER_APPROVE, 2 }, { 20250101, SZ_LEDGER_DECREASE, 3 } };
  const SzLedgerEntry frozen[] = { { 0, SZ_LEDGER_APPROVE, 2 }, { 20250101, SZ_LEDGER_FREEZE, 3 } };
  const SzLedgerEntry thawed[]
      = { { 0, SZ_LEDGER_APPROVE, 2 }, { 20250101, SZ_LEDGER_UNFREEZE, 1 } };
  /* negative before frozen on one day; what counts is the end of the day */
  const SzLedgerEntry both[] = { { 0, SZ_LEDGER_APPROVE, 2 },
                                 { 20250101, SZ_LEDGER_FREEZE, 1 },
                                 { 20250101, SZ_LEDGER_DECREASE, 3 } };
  const SzLedgerEntry mended[] = { { 0, SZ_LEDGER_APPROVE, 2 },
                                   { 20250101, SZ_LEDGER_DECREASE, 3 },
                                   { 20250101, SZ_LEDGER_INCREASE, 1 } };

  g_assert_false (sz_ledger_check (below, 2, 0, &error));
  check_error (&error, SZ_ERROR_REFUSED, "establishment.negative", "date=2025-01-01");
  g_assert_true (sz_ledger_check (below, 2, 20250102, NULL));
  g_assert_false (sz_ledger_check (frozen, 2, 0, &error));
  check_error (&error, SZ_ERROR_REFUSED, "establishment.frozen", "date=2025-01-01");
  g_assert_false (sz_ledger_check (thawed, 2, 0, &error));
  check_error (&error, SZ_ERROR_REFUSED, "establishment.frozen", NULL);
  g_assert_false (sz_ledger_check (both, 3, 0, &error));
  check_error (&error, SZ_ERROR_REFUSED, "establishment.negative", NULL);
  g_assert_true (sz_ledger_check (mended, 3, 0, NULL));
}

/* RULE rec-13: a stretch counts on each of its days and on no other. */
static void
test_steps (void)
{
  g_autoptr (SzSteps) steps = sz_steps_new ();
  g_autoptr (GArray) days = g_array_new (FALSE, FALSE, sizeof (gint32));

  sz_steps_add (steps, 20250301, 20250630, 2);
  sz_steps_add (steps, 20250401, 0, 1);
  sz_steps_add (steps, 0, 20250115, 5);
  sz_steps_add (steps, 20250801, 20250731, 9);
  g_assert_cmpint (sz_steps_at (steps, 19000101), ==, 5);
  g_assert_cmpint (sz_steps_at (steps, 20250116), ==, 0);
  g_assert_cmpint (sz_steps_at (steps, 20250301), ==, 2);
  g_assert_cmpint (sz_steps_at (steps, 20250401), ==, 3);
  g_assert_cmpint (sz_steps_at (steps, 20250630), ==, 3);
  g_assert_cmpint (sz_steps_at (steps, 20250701), ==, 1);
  g_assert_cmpint (sz_steps_at (steps, 20250801), ==, 1);
  sz_steps_collect (steps, 20250301, days);
  g_assert_cmpuint (days->len, ==, 2);
  g_assert_cmpint (g_array_index (days, gint32, 0), ==, sz_date_days (20250401));
}

static SzMonth
month_of (int year, int month)
{
  return sz_date_month (sz_date_make (year, month, 1));
}

/* RULE rec-14: the first row takes the overdue; who has no month never leaves. */
static void
test_forecast (void)
{
  static const SzDays always = { 20100101, 0 };
  static const SzDays until = { 20100101, 20260215 };
  static const SzDays later = { 20260301, 0 };
  const SzForecastPerson people[] = {
    { "1001", "甲", &always, 1, &always, 1, TRUE, month_of (2025, 3), 0 }, /* overdue */
    { "1002", "乙", &always, 1, NULL, 0, TRUE, month_of (2026, 2), 0 },
    { "1003", "丙", &until, 1, &until, 1, FALSE, 0, 0 },
    { "1004", "丁", &later, 1, &later, 1, TRUE, month_of (2050, 1), 20260331 },
  };
  SzForecastMonth months[3] = { 0 };
  g_autoptr (GArray) leavers = g_array_new (FALSE, FALSE, sizeof (SzForecastLeaver));
  guint unknown;

  for (int i = 0; i < 3; i++)
    {
      months[i].month = month_of (2026, 1 + i);
      months[i].rules = (SzQuotaRules){ 2000, 3000 };
      months[i].balance.approved = 10;
    }
  g_assert_true (sz_forecast (people, 4, months, 3, leavers, &unknown, NULL));
  g_assert_cmpint (months[0].retirements, ==, 1);
  g_assert_cmpint (months[0].balance.occupied, ==, 2);
  g_assert_cmpint (months[1].retirements, ==, 1);
  g_assert_cmpint (months[1].leaving, ==, 1);
  g_assert_cmpint (months[1].joining, ==, 1); /* from 1 March, the day after the row's month */
  g_assert_cmpint (months[1].balance.occupied, ==, 1);
  g_assert_cmpint (months[2].contract_ends, ==, 1);
  g_assert_cmpint (months[2].full_time_teachers, ==, 1);
  g_assert_cmpint (months[2].balance.vacant, ==, 9);
  g_assert_cmpuint (leavers->len, ==, 2);
  g_assert_true (g_array_index (leavers, SzForecastLeaver, 0).overdue);
  g_assert_cmpuint (g_array_index (leavers, SzForecastLeaver, 1).person, ==, 1);
  g_assert_cmpuint (unknown, ==, 1);
}

/* occupied = the row before + joining − leaving − retirements, over random colleges. */
static void
test_forecast_identity (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (SEED);

  g_test_message ("seed %d", SEED);
  for (int round = 0; round < ROUNDS; round++)
    {
      SzForecastPerson people[PEOPLE];
      SzDays days[PEOPLE];
      SzForecastMonth months[MONTHS] = { 0 };
      g_autoptr (GArray) leavers = g_array_new (FALSE, FALSE, sizeof (SzForecastLeaver));
      guint unknown;
      gint64 before = 0;

      for (guint i = 0; i < PEOPLE; i++)
        {
          days[i].from = sz_date_add_days (20250101, g_rand_int_range (rand, 0, 900));
          days[i].to = g_rand_int_range (rand, 0, 3) == 0
                           ? 0
                           : sz_date_add_days (days[i].from, g_rand_int_range (rand, 0, 900));
          people[i] = (SzForecastPerson){ "x",
                                          "",
                                          &days[i],
                                          1,
                                          NULL,
                                          0,
                                          g_rand_int_range (rand, 0, 4) > 0,
                                          month_of (2025, 6) + g_rand_int_range (rand, 0, 40),
                                          0 };
        }
      for (int i = 0; i < MONTHS; i++)
        {
          months[i].month = month_of (2026, 1) + i;
          months[i].rules = (SzQuotaRules){ 2000, 3000 };
        }
      g_assert_true (sz_forecast (people, PEOPLE, months, MONTHS, leavers, &unknown, NULL));
      for (guint i = 0; i < PEOPLE; i++)
        before += days[i].from <= 20260101 && (days[i].to == 0 || 20260101 <= days[i].to) ? 1 : 0;
      for (int i = 0; i < MONTHS; i++)
        {
          before += months[i].joining - months[i].leaving - months[i].retirements;
          g_assert_cmpint (months[i].balance.occupied, ==, before);
        }
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/domain/rec-12/ledger", test_ledger);
  g_test_add_func ("/domain/rec-12/balance", test_balance);
  g_test_add_func ("/domain/rec-12/faults", test_ledger_faults);
  g_test_add_func ("/domain/rec-13/steps", test_steps);
  g_test_add_func ("/domain/rec-14/forecast", test_forecast);
  g_test_add_func ("/domain/rec-14/identity", test_forecast_identity);
  return g_test_run ();
}
