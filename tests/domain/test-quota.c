/* test-quota.c — part-time teachers within the establishment, day by day (rec-9, rec-24, num-4)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-quota.h"

#include "check-error.h"

#define SEED 386262
#define ROUNDS 4000
#define ROUNDS_LONG 100000
#define DRAWN_MAX 8

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

typedef struct
{
  SzDate from;
  SzDate to;
  gint64 fte_x1e4;
} Taken;

static const Taken contracts[] = {
  { 20250301, 20250630, 10000 },
  { 20250301, 20250831, 5000 },
  { 20250601, 20251231, 2500 },
  { 20250701, 0, 10000 },
};

/* Seven teachers, of whom two leave on 1 September: the share allows 3, then 2; E = 10 allows 2. */
static SzQuotaTerm *
make_term (const Taken *taken, gsize n, SzDate from, SzDate to, gint64 establishment)
{
  SzQuotaTerm *term = sz_quota_term_new (from, to, NULL);

  g_assert_nonnull (term);
  for (gsize i = 0; i < n; i++)
    sz_quota_term_add (term, taken[i].from, taken[i].to, taken[i].fte_x1e4);
  for (guint i = 0; i < term->n_days; i++)
    {
      term->days[i].establishment = establishment;
      term->days[i].full_time = sz_quota_term_day (term, i) < 20250901 ? 7 : 5;
    }
  return term;
}

static void
judge (SzQuotaTerm *term, gint64 asked, SzQuotaCheck *check)
{
  sz_quota_term_ask (term, term->from, term->to, asked);
  sz_quota_term_settle (term);
  g_assert_true (sz_quota_term_limit (term, term->from, term->to, &defaults, NULL));
  sz_quota_term_check (term, check);
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
      g_autoptr (SzQuotaTerm) term = make_term (contracts, 4, cases[i].from, cases[i].to, 10);
      SzQuotaCheck check;

      g_test_message ("%d … %d", cases[i].from, cases[i].to);
      judge (term, cases[i].asked, &check);
      g_assert_cmpint (check.accepted, ==, cases[i].accepted);
      g_assert_cmpint (check.peak_day, ==, cases[i].peak_day);
      g_assert_cmpint (check.peak_used_x1e4, ==, cases[i].peak_used);
      g_assert_cmpint (check.first_day_over, ==, cases[i].first_day_over);
      g_assert_cmpint (check.worst.limit.limit, ==, cases[i].limit_on_worst);
      g_assert_cmpint (check.worst.used_x1e4, ==, cases[i].used_on_worst);
    }
}

/* A change is judged on the days on which it takes more, and only for the rise. */
static void
test_change (void)
{
  g_autoptr (SzQuotaTerm) term = make_term (contracts, 4, 20250301, 20251231, 10);
  SzQuotaCheck check;

  /* 0.5 → 1.0 from 1 June: 1.75 + 0.5 > 2 at once */
  sz_quota_term_ask (term, 20250601, 20250831, 5000);
  sz_quota_term_settle (term);
  g_assert_true (sz_quota_term_limit (term, term->from, term->to, &defaults, NULL));
  sz_quota_term_check (term, &check);
  g_assert_false (check.accepted);
  g_assert_cmpint (check.first_day_over, ==, 20250601);
}

static void
test_errors (void)
{
  g_autoptr (GError) error = NULL;
  const SzQuotaRules whole = { 2000, 10000 };
  g_autoptr (SzQuotaTerm) term = make_term (contracts, 4, 20250801, 20250831, 386);

  g_assert_null (sz_quota_term_new (20250901, 20250831, &error));
  check_error (&error, SZ_ERROR_FORMAT, "date.reversed", "from=2025-09-01 to=2025-08-31");
  g_assert_false (sz_quota_term_limit (term, 20250801, 20250831, &whole, &error));
  check_error (&error, SZ_ERROR_FORMAT, "param.invalid", NULL);
}

static gint64
sum_used (const Taken *taken, gsize n, SzDate day)
{
  gint64 used = 0;

  for (gsize i = 0; i < n; i++)
    if (taken[i].from <= day && (taken[i].to == 0 || day <= taken[i].to))
      used += taken[i].fte_x1e4;
  return used;
}

/* The one pass over the term says what asking each of its days says; what is asked may cover a part
 * of the term only, as a change does, and the limit may fall within it. */
static void
compare_round (GRand *rand)
{
  Taken drawn[DRAWN_MAX];
  const gsize n = (gsize)g_rand_int_range (rand, 0, DRAWN_MAX);
  const SzDate from = sz_date_add_days (20250801, g_rand_int_range (rand, 0, 40));
  const SzDate to = sz_date_add_days (from, g_rand_int_range (rand, 0, 40));
  const SzDate ask_from = sz_date_add_days (from, g_rand_int_range (rand, -5, 20));
  const SzDate ask_to = sz_date_add_days (ask_from, g_rand_int_range (rand, 0, 40));
  const gint64 asked = g_rand_int_range (rand, 0, 40) * 1000;
  const gint64 establishment = g_rand_int_range (rand, 0, 25);
  g_autoptr (SzQuotaTerm) term = NULL;
  SzDate first_over = SZ_DATE_NONE;
  gint64 peak = 0;
  SzQuotaCheck check;

  for (gsize i = 0; i < n; i++)
    {
      const SzDate start = sz_date_add_days (20250720, g_rand_int_range (rand, 0, 80));

      drawn[i] = (Taken){ start, sz_date_add_days (start, g_rand_int_range (rand, -2, 60)),
                          g_rand_int_range (rand, 1, 11) * 1000 };
    }
  for (SzDate day = from; day <= to; day = sz_date_add_days (day, 1))
    {
      const gint64 used = sum_used (drawn, n, day);
      SzQuotaLimit limit;

      g_assert_true (
          sz_quota_limit (&defaults, establishment, day < 20250901 ? 7 : 5, &limit, NULL));
      peak = MAX (peak, used);
      if (first_over == SZ_DATE_NONE && asked > 0 && ask_from <= day && day <= ask_to
          && used + asked > limit.limit * SZ_RATIO_ONE)
        first_over = day;
    }
  term = make_term (drawn, n, from, to, establishment);
  sz_quota_term_ask (term, ask_from, ask_to, asked);
  sz_quota_term_settle (term);
  g_assert_true (sz_quota_term_limit (term, from, to, &defaults, NULL));
  sz_quota_term_check (term, &check);
  g_assert_cmpint (check.first_day_over, ==, first_over);
  g_assert_cmpint (check.accepted, ==, first_over == SZ_DATE_NONE);
  g_assert_cmpint (check.peak_used_x1e4, ==, peak);
}

static void
test_laws (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (SEED);
  const int rounds = g_getenv ("SHIZI_LONG") != NULL ? ROUNDS_LONG : ROUNDS;

  g_test_message ("seed %d", SEED);
  for (int round = 0; round < rounds; round++)
    compare_round (rand);
}

/* RULE rec-24 */
static void
test_year (void)
{
  g_autoptr (SzQuotaTerm) term = make_term (contracts, 4, 20250101, 20251231, 5);
  g_autoptr (GArray) segments = NULL;
  g_autoptr (GArray) over = NULL;
  SzQuotaMonth month;
  gint64 days = 0;
  SzQuotaCheck check;

  judge (term, 0, &check);
  segments = sz_quota_segments (term);
  over = sz_quota_over (term);
  g_assert_cmpuint (segments->len, ==, 4);
  g_assert_cmpint (g_array_index (segments, SzQuotaSegment, 2).from, ==, 20250601);
  g_assert_cmpint (g_array_index (segments, SzQuotaSegment, 2).to, ==, 20250831);
  for (guint i = 0; i < segments->len; i++)
    {
      const SzQuotaSegment *segment = &g_array_index (segments, SzQuotaSegment, i);

      days += sz_date_days (segment->to) - sz_date_days (segment->from) + 1;
    }
  g_assert_cmpint (days, ==, 365);
  /* E = 5 allows one: over from 1 March to the end */
  g_assert_cmpuint (over->len, ==, 1);
  g_assert_cmpint (g_array_index (over, SzQuotaSegment, 0).from, ==, 20250301);
  g_assert_cmpint (g_array_index (over, SzQuotaSegment, 0).to, ==, 20251231);
  month = sz_quota_month (term, 20250601, 20250630);
  g_assert_cmpint (sz_quota_term_day (term, month.peak), ==, 20250601);
  g_assert_cmpuint (month.days_over, ==, 30);
  g_assert_cmpint (sz_quota_available (&term->days[month.tightest]), ==, -7500);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/domain/rec-9/limit", test_limit);
  g_test_add_func ("/domain/rec-9/limit-errors", test_limit_errors);
  g_test_add_func ("/domain/rec-9/check", test_check);
  g_test_add_func ("/domain/rec-9/change", test_change);
  g_test_add_func ("/domain/rec-9/errors", test_errors);
  g_test_add_func ("/domain/rec-9/laws", test_laws);
  g_test_add_func ("/domain/rec-24/year", test_year);
  return g_test_run ();
}
