/* test-parttime.c — contracts of part-time teachers, fees and funds (rec-10, rec-11, rec-23 …
 * rec-27)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-fees.h"
#include "sz-hire.h"
#include "sz-parttime.h"

#include "check-error.h"

#define SEED 180
#define ROUNDS 2000

static GArray *
make_run (void)
{
  GArray *run = g_array_new (FALSE, FALSE, sizeof (SzStretch));
  const SzStretch only = { 20250301, 20250731, 10000, 12000 };

  g_array_append_val (run, only);
  return run;
}

#define AT(run, i) g_array_index (run, SzStretch, i)

static void
test_change (void)
{
  g_autoptr (GArray) run = make_run ();
  g_autoptr (GError) error = NULL;
  const SzStretchChange half = { 20250501, 0, 5000, -1 };
  const SzStretchChange longer = { 20250601, 20251231, -1, 15000 };
  const SzStretchChange first = { 20250601, 0, 5000, -1 };
  const SzStretchChange past = { 20260101, 0, 5000, -1 };
  const SzStretchChange back = { 20250701, 20250630, 5000, -1 };

  g_assert_true (sz_stretches_change (run, &half, NULL));
  g_assert_true (sz_stretches_change (run, &longer, NULL));
  g_assert_cmpuint (run->len, ==, 3);
  g_assert_cmpint (AT (run, 0).to, ==, 20250430);
  g_assert_cmpint (AT (run, 1).from, ==, 20250501);
  g_assert_cmpint (AT (run, 1).to, ==, 20250531);
  g_assert_cmpint (AT (run, 1).fte_x1e4, ==, 5000);
  g_assert_cmpint (AT (run, 2).to, ==, 20251231);
  g_assert_cmpint (AT (run, 2).fte_x1e4, ==, 5000);
  g_assert_cmpint (AT (run, 2).rate_fen, ==, 15000);
  /* the first day of the last stretch, beyond its end, an end before the day */
  g_assert_false (sz_stretches_change (run, &first, &error));
  check_error (&error, SZ_ERROR_REFUSED, "date.order", NULL);
  g_assert_false (sz_stretches_change (run, &past, &error));
  check_error (&error, SZ_ERROR_REFUSED, "date.order", NULL);
  g_assert_false (sz_stretches_change (run, &back, &error));
  check_error (&error, SZ_ERROR_REFUSED, "date.order", NULL);
}

static void
test_end (void)
{
  g_autoptr (GArray) run = make_run ();
  g_autoptr (GError) error = NULL;
  const SzStretchChange half = { 20250501, 0, 5000, -1 };

  g_assert_true (sz_stretches_change (run, &half, NULL));
  g_assert_false (sz_stretches_end (run, 20250731, &error));
  check_error (&error, SZ_ERROR_REFUSED, "date.order", NULL);
  g_assert_false (sz_stretches_end (run, 20250227, &error));
  check_error (&error, SZ_ERROR_REFUSED, "date.order", NULL);
  g_assert_true (sz_stretches_end (run, 20250415, NULL));
  g_assert_cmpuint (run->len, ==, 1);
  g_assert_cmpint (AT (run, 0).to, ==, 20250415);
  /* the day before the first: it never began */
  g_assert_true (sz_stretches_end (run, 20250228, NULL));
  g_assert_cmpuint (run->len, ==, 0);
}

static const SzParttimeTerms terms = { 65, 500, 4, 2, 100000 };

static void
test_warnings (void)
{
  static const struct
  {
    SzParttimeFacts facts;
    guint warnings;
    SzDate day;
  } cases[] = {
    { { 20250901, 20260731, 19700101, TRUE, 500, 100000 }, 0, 0 },
    /* born on 29 February 1960: 66 on 28 February 2026, the last day */
    { { 20251001, 20260228, 19600229, FALSE, 0, 0 }, 1U << SZ_PARTTIME_AGE, 20260228 },
    { { 20251001, 20260227, 19600229, FALSE, 0, 0 }, 0, 0 },
    /* older already on the first day */
    { { 20260301, 20260731, 19500101, FALSE, 0, 0 }, 1U << SZ_PARTTIME_AGE, 20260301 },
    { { 20250901, 20251230, 0, TRUE, 499, 0 },
      1U << SZ_PARTTIME_YEARS | 1U << SZ_PARTTIME_TERM_SHORT,
      0 },
    { { 20250901, 20251231, 0, FALSE, 0, 0 }, 0, 0 },
    /* from the 31st: four months end on the month's last day */
    { { 20251031, 20260227, 0, FALSE, 0, 0 }, 0, 0 },
    { { 20251031, 20260226, 0, FALSE, 0, 0 }, 1U << SZ_PARTTIME_TERM_SHORT, 0 },
    { { 20250901, 20270831, 0, FALSE, 0, 0 }, 0, 0 },
    { { 20250901, 20270901, 0, FALSE, 0, 100001 },
      1U << SZ_PARTTIME_TERM_LONG | 1U << SZ_PARTTIME_FEE_HIGH,
      0 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      SzDate day;

      g_test_message ("case %" G_GSIZE_FORMAT, i);
      g_assert_cmpuint (sz_parttime_warn (&cases[i].facts, &terms, &day), ==, cases[i].warnings);
      g_assert_cmpint (day, ==, cases[i].day);
    }
  for (guint i = 1; i < SZ_N_PARTTIME_WARNINGS; i++)
    g_assert_cmpstr (sz_parttime_warning_code (i - 1), <, sz_parttime_warning_code (i));
}

static void
test_due (void)
{
  static const SzParttimeSpan spans[] = {
    { "A", "JZ-3", 20250301, 20250730 },
    { "B", "JZ-2", 20250301, 20250730 },
    { "C", "JZ-1", 20250301, 20250701 },
    { "D", "JZ-4", 20250301, 20250830 }, /* D + 60 */
    { "E", "JZ-5", 20250301, 20250831 },
    { "F", "JZ-6", 20250301, 20250630 }, /* over already */
    { "G", "JZ-7", 20250301, 20250731 },
    { "G", "JZ-8", 20250831, 20260131 }, /* 31 days after: renewed */
    { "H", "JZ-9", 20250301, 20250731 },
    { "H", "JZ-0", 20250901, 20260131 }, /* 32 days after: not */
  };
  g_autoptr (GArray) due = sz_parttime_due (spans, G_N_ELEMENTS (spans), 20250701, 60);
  static const char *const expected[] = { "JZ-1", "JZ-2", "JZ-3", "JZ-9", "JZ-4" };

  g_assert_cmpuint (due->len, ==, G_N_ELEMENTS (expected));
  for (guint i = 0; i < due->len; i++)
    g_assert_cmpstr (spans[g_array_index (due, guint, i)].agreement, ==, expected[i]);
}

static void
test_months (void)
{
  static const SzParttimeShare shares[] = {
    { "A", 20250101, 20250110, 5000 },
    { "A", 20250105, 20250120, 7500 },
    { "A", 20250115, 20250131, 2500 },
    { "B", 20250131, 20250630, 10000 },
  };
  const SzMonth january = sz_date_month (20250101);

  /* together 1.25 at most; B on the last day; on the 15th 0.75 + 0.25 and nobody else */
  g_assert_cmpint (sz_parttime_month (shares, 4, january, FALSE), ==, 22500);
  g_assert_cmpint (sz_parttime_month (shares, 4, january, TRUE), ==, 10000);
  g_assert_cmpint (sz_parttime_month (shares, 4, january + 1, FALSE), ==, 10000);
  g_assert_cmpint (sz_parttime_month (shares, 4, january + 6, FALSE), ==, 0);
}

/* R2 of the handbook: six people with 1,093,200.00, 633 person-months. */
static void
test_funding (void)
{
  SzMoney average;
  gint64 months[12];
  SzMoney computed[12];
  SzMoney sum = 0;

  g_assert_true (sz_funding_average (109320000, 6, &average, NULL));
  g_assert_cmpint (average, ==, 18220000);
  for (int i = 0; i < 12; i++)
    months[i] = (i < 5 ? 61 : i < 9 ? 52 : 40) * SZ_RATIO_ONE;
  g_assert_true (sz_funding_months (average, months, 12, computed, NULL));
  for (int i = 0; i < 12; i++)
    sum += computed[i];
  g_assert_cmpint (sum, ==, 961105000);
}

/* The months add up to the year, whatever the shares. */
static void
test_funding_adds_up (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (SEED);

  for (int round = 0; round < ROUNDS; round++)
    {
      const SzMoney average = g_rand_int_range (rand, 1, 30000000);
      gint64 months[12];
      gint64 all = 0;
      SzMoney computed[12];
      SzMoney year;
      SzMoney sum = 0;

      for (int i = 0; i < 12; i++)
        all += months[i] = g_rand_int_range (rand, 0, 200000);
      g_assert_true (sz_funding_months (average, months, 12, computed, NULL));
      g_assert_true (sz_decimal_div_round ((SzWide)average * all, 12 * SZ_RATIO_ONE, &year, NULL));
      for (int i = 0; i < 12; i++)
        sum += computed[i];
      g_assert_cmpint (sum, ==, year);
    }
}

static const SzTaxRules tax_rules = {
  .labour_table
  = { .brackets = { { 2000000, 2000, 0 }, { 5000000, 3000, 200000 }, { 0, 4000, 700000 } },
      .n = 3 },
  .labour_flat_fen = 80000,
  .labour_edge_fen = 400000,
  .labour_share_x1e4 = 8000,
};

/* TX4: 4,000.00 first, 0.5 h × 100 more in the same month, 850.00 in another. */
static void
test_fees (void)
{
  SzFeeLine first[] = { { .group = 0, .hours_x100 = 4000, .rate_fen = 10000 } };
  SzFeeLine more[] = { { .group = 0, .hours_x100 = 50, .rate_fen = 10000 } };
  SzFeeLine other[] = { { .group = 0, .hours_x100 = 850, .rate_fen = 10000 } };
  const SzFeePaid none = { 0, 0 };
  const SzFeePaid before = { 400000, 64000 };

  g_assert_true (sz_fees_compute (first, 1, &none, 1, &tax_rules, NULL));
  g_assert_cmpint (first[0].tax_fen, ==, 64000);
  g_assert_cmpint (first[0].net_fen, ==, 336000);
  g_assert_true (sz_fees_compute (more, 1, &before, 1, &tax_rules, NULL));
  g_assert_cmpint (more[0].gross_fen, ==, 5000);
  g_assert_cmpint (more[0].tax_fen, ==, 800);
  g_assert_true (sz_fees_compute (other, 1, &none, 1, &tax_rules, NULL));
  g_assert_cmpint (other[0].tax_fen, ==, 1000);
}

/* Two lines of one person share the tax by gross: 1,320.00 and 300.00 → 133.63 and 30.37. */
static void
test_fees_shared (void)
{
  SzFeeLine lines[] = { { .group = 1, .hours_x100 = 1100, .rate_fen = 12000 },
                        { .group = 0, .hours_x100 = 1500, .rate_fen = 20000 },
                        { .group = 1, .hours_x100 = 200, .rate_fen = 15000 } };
  const SzFeePaid none[2] = { { 0, 0 }, { 0, 0 } };

  g_assert_true (sz_fees_compute (lines, 3, none, 2, &tax_rules, NULL));
  g_assert_cmpint (lines[0].tax_fen, ==, 13363);
  g_assert_cmpint (lines[2].tax_fen, ==, 3037);
  g_assert_cmpint (lines[1].tax_fen, ==, 44000);
}

/* Σ tax of a month = tax of its sum, however it is split over sheets. */
static void
test_tax_of_a_month (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (SEED);

  for (int round = 0; round < ROUNDS; round++)
    {
      SzFeePaid paid = { 0, 0 };

      for (int sheet = 0; sheet < 4; sheet++)
        {
          SzFeeLine line = { .hours_x100 = g_rand_int_range (rand, 0, 8000),
                             .rate_fen = g_rand_int_range (rand, 5000, 60000) };

          g_assert_true (sz_fees_compute (&line, 1, &paid, 1, &tax_rules, NULL));
          g_assert_cmpint (line.gross_fen, ==, line.tax_fen + line.net_fen);
          paid.gross_fen += line.gross_fen;
          paid.tax_fen += line.tax_fen;
          g_assert_cmpint (paid.tax_fen, ==, sz_tax_labour (&tax_rules, paid.gross_fen).tax_fen);
        }
    }
}

/* RULE rec-11 */
static void
test_hire (void)
{
  static const struct
  {
    SzHireTerms terms;
    SzDate to;
    SzDate probation_to;
  } cases[] = {
    { { 20250701, 3, TRUE, FALSE, 0, 12, 3 }, 20280630, 20260630 },
    { { 20250701, 3, FALSE, FALSE, 0, 12, 3 }, 20280630, 20250930 },
    { { 20250701, 2, TRUE, FALSE, 0, 12, 3 }, 20270630, 20250930 },
    { { 20250701, 3, FALSE, FALSE, 0, 12, 0 }, 20280630, 0 },
    { { 20240229, 1, FALSE, FALSE, 0, 12, 3 }, 20250227, 20240528 },
  };
  SzHireTerms old = cases[0].terms;

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const SzHireDates dates = sz_hire_dates (&cases[i].terms);

      g_assert_cmpint (dates.to, ==, cases[i].to);
      g_assert_cmpint (dates.probation_to, ==, cases[i].probation_to);
    }
  /* not beyond the month of retirement */
  old.has_retirement = TRUE;
  old.retirement = sz_date_month (20270201);
  g_assert_cmpint (sz_hire_dates (&old).to, ==, 20270228);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/domain/rec-23/change", test_change);
  g_test_add_func ("/domain/rec-23/end", test_end);
  g_test_add_func ("/domain/rec-24/due", test_due);
  g_test_add_func ("/domain/rec-25/warnings", test_warnings);
  g_test_add_func ("/domain/rec-27/months", test_months);
  g_test_add_func ("/domain/rec-27/adds-up", test_funding_adds_up);
  g_test_add_func ("/domain/rec-10/funding", test_funding);
  g_test_add_func ("/domain/rec-26/fees", test_fees);
  g_test_add_func ("/domain/rec-26/shared", test_fees_shared);
  g_test_add_func ("/domain/tax-3/month", test_tax_of_a_month);
  g_test_add_func ("/domain/rec-11/dates", test_hire);
  return g_test_run ();
}
