/* test-quota.c — part-time teachers within the establishment, day by day (rec-9, rec-24, num-4)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-parttime.h"
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

/* One's own contract before and after a change that is drawn too; the rest as in compare_round().
 */
typedef struct
{
  Taken drawn[DRAWN_MAX + 1];
  gsize n; /* with the own one, in front */
  GArray *before;
  GArray *after;
} Changed;

static gboolean
draw_change (GRand *rand, Changed *changed)
{
  const SzDate start = sz_date_add_days (20250720, g_rand_int_range (rand, 0, 40));
  const SzStretch own = { start, sz_date_add_days (start, g_rand_int_range (rand, 1, 60)),
                          g_rand_int_range (rand, 1, 15) * 1000, 0 };
  const SzStretchChange change
      = { sz_date_add_days (start, g_rand_int_range (rand, 1, 60)),
          g_rand_boolean (rand) ? sz_date_add_days (start, g_rand_int_range (rand, 1, 100))
                                : SZ_DATE_NONE,
          g_rand_int_range (rand, -1, 15) * 1000, -1 };

  changed->n = (gsize)g_rand_int_range (rand, 1, DRAWN_MAX);
  changed->drawn[0] = (Taken){ own.from, own.to, own.fte_x1e4 };
  for (gsize i = 1; i < changed->n; i++)
    {
      const SzDate from = sz_date_add_days (20250720, g_rand_int_range (rand, 0, 80));

      changed->drawn[i] = (Taken){ from, sz_date_add_days (from, g_rand_int_range (rand, -2, 60)),
                                   g_rand_int_range (rand, 1, 11) * 1000 };
    }
  changed->before = g_array_new (FALSE, FALSE, sizeof (SzStretch));
  g_array_append_val (changed->before, own);
  changed->after = g_array_copy (changed->before);
  return sz_stretches_change (changed->after, &change, NULL);
}

static gint64
get_share (const GArray *stretches, SzDate day)
{
  const SzStretch *on
      = sz_stretches_on ((SzStretch *)(gpointer)stretches->data, stretches->len, day);

  return on != NULL ? on->fte_x1e4 : 0;
}

/* The first day on which the changed contract takes more than before and more than there is. */
static SzDate
find_day_over (const Changed *changed, gint64 establishment)
{
  for (SzDate day = 20250720; day < 20260301; day = sz_date_add_days (day, 1))
    {
      const gint64 rise = get_share (changed->after, day) - get_share (changed->before, day);
      SzQuotaLimit limit;

      g_assert_true (
          sz_quota_limit (&defaults, establishment, day < 20250901 ? 7 : 5, &limit, NULL));
      if (rise > 0
          && sum_used (changed->drawn, changed->n, day) + rise > limit.limit * SZ_RATIO_ONE)
        return day;
    }
  return SZ_DATE_NONE;
}

/* What the office does: each rise is judged by itself, the first refused one says the day. */
static SzDate
judge_change (const Changed *changed, gint64 establishment)
{
  SzStretch rises[2];
  const guint n = sz_stretches_rise (changed->before, changed->after, rises);

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (SzQuotaTerm) term
          = make_term (changed->drawn, changed->n, rises[i].from, rises[i].to, establishment);
      SzQuotaCheck check;

      sz_quota_term_ask (term, rises[i].from, rises[i].to, rises[i].fte_x1e4);
      sz_quota_term_settle (term);
      g_assert_true (sz_quota_term_limit (term, rises[i].from, rises[i].to, &defaults, NULL));
      sz_quota_term_check (term, &check);
      if (!check.accepted)
        return check.first_day_over;
    }
  return SZ_DATE_NONE;
}

/* RULE rec-9: changes against brute force day by day: same verdict, same first day. */
static void
test_change_laws (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (SEED + 1);
  const int rounds = g_getenv ("SHIZI_LONG") != NULL ? ROUNDS_LONG : ROUNDS;
  int made = 0;
  int refused = 0;

  for (int tried = 0; made < rounds; tried++)
    {
      const gint64 establishment = g_rand_int_range (rand, 0, 25);
      Changed changed = { 0 };

      if (draw_change (rand, &changed))
        {
          const SzDate day = find_day_over (&changed, establishment);

          g_assert_cmpint (judge_change (&changed, establishment), ==, day);
          refused += day != SZ_DATE_NONE ? 1 : 0;
          made++;
        }
      g_array_unref (changed.before);
      g_array_unref (changed.after);
      g_assert_cmpint (tried, <, 20 * rounds);
    }
  g_test_message ("%d changes, %d of them refused", made, refused);
  g_assert_cmpint (refused, >, rounds / 20);
  g_assert_cmpint (refused, <, rounds);
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
  g_test_add_func ("/domain/rec-9/change-laws", test_change_laws);
  g_test_add_func ("/domain/rec-24/year", test_year);
  return g_test_run ();
}
