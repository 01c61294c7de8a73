/* test-quota.c — part-time teachers within the establishment, day by day (rec-9, num-4)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-quota.h"

#include "check-error.h"

#define SEED 386262

static const SzQuotaRules defaults = { 2000, 3000 };

static void
test_limit (void)
{
  static const struct
  {
    gint64 establishment;
    gint64 full_time;
    gint64 by_establishment;
    gint64 by_share;
    gint64 limit;
  } cases[] = {
    { 386, 262, 77, 112, 77 }, /* the worked example of the rules */
    { 128, 88, 25, 37, 25 },   /* the sample college on 2025-04-01 */
    { 128, 90, 25, 38, 25 },   /* and on 2025-10-15 */
    { 386, 100, 77, 42, 42 },  { 4, 100, 0, 42, 0 }, { 5, 7, 1, 3, 1 },
    { 0, 0, 0, 0, 0 },         { 10, 2, 2, 0, 0 },   { 10, 3, 2, 1, 1 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      SzQuotaLimit limit;

      g_assert_true (
          sz_quota_limit (&defaults, cases[i].establishment, cases[i].full_time, &limit, NULL));
      g_assert_cmpint (limit.limit_by_establishment, ==, cases[i].by_establishment);
      g_assert_cmpint (limit.limit_by_share, ==, cases[i].by_share);
      g_assert_cmpint (limit.limit, ==, cases[i].limit);
    }
}

static void
test_limit_errors (void)
{
  g_autoptr (GError) error = NULL;
  const SzQuotaRules whole = { 2000, 10000 };
  const SzQuotaRules negative = { -1, 3000 };
  const SzQuotaRules huge = { G_MAXINT64, 3000 };
  SzQuotaLimit limit;

  g_assert_false (sz_quota_limit (&whole, 386, 262, &limit, &error));
  check_error (&error, SZ_ERROR_FORMAT, "param.invalid", "key=pt.share_cap value=1.0000");
  g_assert_false (sz_quota_limit (&negative, 386, 262, &limit, &error));
  check_error (&error, SZ_ERROR_FORMAT, "param.invalid", "key=pt.quota_rate value=-0.0001");
  g_assert_false (sz_quota_limit (&huge, 10001, 262, &limit, &error));
  check_error (&error, SZ_ERROR_OVERFLOW, "number.overflow", NULL);
}

static const SzContract contracts[] = {
  { 20250301, 20250630, 10000, FALSE, "JZ2025-001", "甲" },
  { 20250301, 20250831, 5000, FALSE, "JZ2025-002", "乙" },
  { 20250601, 20251231, 2500, TRUE, NULL, "丙" },
  { 20250701, 0, 10000, FALSE, "JZ2025-004", "丁" },
};

static void
test_used (void)
{
  static const struct
  {
    SzDate day;
    gint64 used;
    guint contracts;
    guint open;
  } cases[] = {
    { 20250228, 0, 0, 0 },     { 20250301, 15000, 2, 0 }, { 20250531, 15000, 2, 0 },
    { 20250601, 17500, 2, 1 }, { 20250600, 17500, 2, 1 }, { 20250630, 17500, 2, 1 },
    { 20250701, 17500, 2, 1 }, { 20250831, 17500, 2, 1 }, { 20250901, 12500, 1, 1 },
    { 20260101, 10000, 1, 0 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      guint n = 77;
      guint open = 77;

      g_test_message ("on %d", cases[i].day);
      g_assert_cmpint (sz_quota_used (contracts, 4, cases[i].day, &n, &open), ==, cases[i].used);
      g_assert_cmpuint (n, ==, cases[i].contracts);
      g_assert_cmpuint (open, ==, cases[i].open);
      g_assert_cmpint (sz_quota_used (contracts, 4, cases[i].day, NULL, NULL), ==, cases[i].used);
    }
  g_assert_cmpint (sz_quota_used (NULL, 0, 20250301, NULL, NULL), ==, 0);
}

/* Seven teachers, of whom two leave on 1 September: the share allows 3, then 2; E = 10 allows 2. */
static gint64
count_full_time_cb (SzDate day, gpointer user_data)
{
  (*(guint *)user_data)++;
  return day < 20250901 ? 7 : 5;
}

static void
test_check (void)
{
  static const struct
  {
    SzDate from;
    SzDate to;
    gint64 asked;
    gboolean accepted;
    SzDate peak_day;
    gint64 peak_used;
    SzDate first_day_over;
    gint64 limit_on_worst;
    gint64 used_on_worst;
  } cases[] = {
    /* Before anybody: 0 used, room for 2. */
    { 20250101, 20250228, 20000, TRUE, 20250101, 0, 0, 2, 0 },
    /* The peak of 1.75 begins on 1 June; 0.25 just fits, 0.2501 does not. */
    { 20250101, 20250831, 2500, TRUE, 20250601, 17500, 0, 2, 17500 },
    { 20250101, 20250831, 2501, FALSE, 20250601, 17500, 20250601, 2, 17500 },
    /* 0.5 fits in spring only; the first day over comes before the peak. */
    { 20250301, 20250531, 5000, TRUE, 20250301, 15000, 0, 2, 15000 },
    { 20250301, 20250901, 5001, FALSE, 20250601, 17500, 20250301, 2, 15000 },
    /* From 1 September on less is used: room for 0.75. */
    { 20250901, 20251231, 7500, TRUE, 20250901, 12500, 0, 2, 12500 },
    { 20250901, 20251231, 7501, FALSE, 20250901, 12500, 20250901, 2, 12500 },
    /* One day. */
    { 20260101, 20260101, 10000, TRUE, 20260101, 10000, 0, 2, 10000 },
    { 20260100, 20260100, 10001, FALSE, 20260101, 10000, 20260101, 2, 10000 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      SzQuotaCheck check;
      guint calls = 0;

      g_test_message ("%d … %d", cases[i].from, cases[i].to);
      g_assert_true (sz_quota_check (&defaults, 10, count_full_time_cb, &calls, contracts, 4,
                                     cases[i].from, cases[i].to, cases[i].asked, &check, NULL));
      g_assert_cmpint (check.accepted, ==, cases[i].accepted);
      g_assert_cmpint (check.peak_day, ==, cases[i].peak_day);
      g_assert_cmpint (check.peak_used_x1e4, ==, cases[i].peak_used);
      g_assert_cmpint (check.first_day_over, ==, cases[i].first_day_over);
      g_assert_cmpint (check.limit_on_worst.limit, ==, cases[i].limit_on_worst);
      g_assert_cmpint (check.used_on_worst_x1e4, ==, cases[i].used_on_worst);
      g_assert_cmpuint (calls, ==,
                        (guint)(sz_date_days (cases[i].to) - sz_date_days (cases[i].from) + 1));
    }
}

static gint64
count_leaving_cb (SzDate day, gpointer user_data)
{
  return day < 20250901 ? 262 : 100;
}

/* The limit itself may fall inside the term: 77 in August, 42 from 1 September on. */
static void
test_limit_falls (void)
{
  const SzContract many = { 20250101, 20251231, 500000, FALSE, NULL, NULL };
  SzQuotaCheck check;

  g_assert_true (sz_quota_check (&defaults, 386, count_leaving_cb, NULL, &many, 1, 20250801,
                                 20250831, 270000, &check, NULL));
  g_assert_true (check.accepted);
  g_assert_cmpint (check.limit_on_worst.limit, ==, 77);
  g_assert_true (sz_quota_check (&defaults, 386, count_leaving_cb, NULL, &many, 1, 20250801,
                                 20250930, 0, &check, NULL));
  g_assert_false (check.accepted);
  g_assert_cmpint (check.first_day_over, ==, 20250901);
  g_assert_cmpint (check.peak_day, ==, 20250801);
  g_assert_cmpint (check.limit_on_worst.limit_by_share, ==, 42);
  g_assert_cmpint (check.limit_on_worst.limit_by_establishment, ==, 77);
}

static void
test_check_errors (void)
{
  g_autoptr (GError) error = NULL;
  const SzQuotaRules whole = { 2000, 10000 };
  SzQuotaCheck check;

  g_assert_false (sz_quota_check (&defaults, 386, count_leaving_cb, NULL, contracts, 4, 20250901,
                                  20250831, 10000, &check, &error));
  check_error (&error, SZ_ERROR_FORMAT, "date.reversed", "from=2025-09-01 to=2025-08-31");
  g_assert_false (sz_quota_check (&whole, 386, count_leaving_cb, NULL, contracts, 4, 20250801,
                                  20250831, 10000, &check, &error));
  check_error (&error, SZ_ERROR_FORMAT, "param.invalid", NULL);
}

/* The one pass over the term says what asking each of its days says. */
static void
test_laws (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (SEED);

  g_test_message ("seed %d", SEED);
  for (int round = 0; round < 1000; round++)
    {
      SzContract drawn[6];
      const gsize n = (gsize)g_rand_int_range (rand, 0, 7);
      const SzDate from = sz_date_add_days (20250801, g_rand_int_range (rand, 0, 40));
      const SzDate to = sz_date_add_days (from, g_rand_int_range (rand, 0, 40));
      const gint64 asked = g_rand_int_range (rand, 0, 40) * 1000;
      const gint64 establishment = g_rand_int_range (rand, 0, 25);
      SzDate first_over = SZ_DATE_NONE;
      gint64 peak = 0;
      SzQuotaCheck check;

      for (gsize i = 0; i < n; i++)
        {
          const SzDate start = sz_date_add_days (20250720, g_rand_int_range (rand, 0, 80));
          drawn[i] = (SzContract){ start,
                                   sz_date_add_days (start, g_rand_int_range (rand, -2, 60)),
                                   g_rand_int_range (rand, 1, 11) * 1000,
                                   i % 2 == 0,
                                   NULL,
                                   NULL };
        }
      for (SzDate day = from; day <= to; day = sz_date_add_days (day, 1))
        {
          const gint64 used = sz_quota_used (drawn, n, day, NULL, NULL);
          SzQuotaLimit limit;

          g_assert_true (sz_quota_limit (&defaults, establishment, count_leaving_cb (day, NULL),
                                         &limit, NULL));
          peak = MAX (peak, used);
          if (first_over == SZ_DATE_NONE && used + asked > limit.limit * SZ_RATIO_ONE)
            first_over = day;
        }
      g_assert_true (sz_quota_check (&defaults, establishment, count_leaving_cb, NULL, drawn, n,
                                     from, to, asked, &check, NULL));
      g_assert_cmpint (check.first_day_over, ==, first_over);
      g_assert_cmpint (check.accepted, ==, first_over == SZ_DATE_NONE);
      g_assert_cmpint (check.peak_used_x1e4, ==, peak);
      g_assert_cmpint (sz_quota_used (drawn, n, check.peak_day, NULL, NULL), ==, peak);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/domain/rec-9/limit", test_limit);
  g_test_add_func ("/domain/rec-9/limit-errors", test_limit_errors);
  g_test_add_func ("/domain/rec-9/used", test_used);
  g_test_add_func ("/domain/rec-9/check", test_check);
  g_test_add_func ("/domain/rec-9/limit-falls", test_limit_falls);
  g_test_add_func ("/domain/rec-9/check-errors", test_check_errors);
  g_test_add_func ("/domain/rec-9/laws", test_laws);
  return g_test_run ();
}
