/* test-apportion.c — a pool divided to the fen: the worked examples and the laws (num-5, num-6)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <stdlib.h>

#include "check-error.h"
#include "sz-decimal.h"
#include "sz-money.h"

#define SEED 20251231
#define POOLS 100000
#define PEOPLE_MAX 12

static void
check_example (SzMoney pool, const gint64 *weights, const SzMoney *expected, gsize n)
{
  g_autofree SzMoney *shares = g_new (SzMoney, n);
  g_autofree guint8 *fen = g_new (guint8, n);
  const SzWide total_fen = pool;
  SzWide sum = 0;

  g_assert_true (sz_money_apportion (pool, "常规", weights, NULL, n, shares, fen, NULL));
  for (gsize i = 0; i < n; i++)
    {
      g_assert_cmpint (shares[i], ==, expected[i]);
      g_assert_cmpuint (fen[i], <=, 1);
      sum += shares[i];
    }
  g_assert_true (sum == total_fen);
}

/* Three equal people and 100.00: 33.34, 33.33, 33.33. */
static void
test_three_equal (void)
{
  const gint64 weights[] = { 5, 5, 5 };
  const SzMoney expected[] = { 3334, 3333, 3333 };

  check_example (10000, weights, expected, 3);
}

/* Handbook P2: points over 100,000.00. */
static void
test_points (void)
{
  const gint64 weights[] = { 1430000, 1100000, 583333, 660000, 0 };
  const SzMoney expected[] = { 3789753, 2915194, 1545936, 1749117, 0 };

  check_example (10000000, weights, expected, 5);
}

/* Handbook P6: credited training hours over 30,000.00. */
static void
test_training_hours (void)
{
  const gint64 weights[] = { 11578, 20000, 6400 };
  const SzMoney expected[] = { 914582, 1579862, 505556 };

  check_example (3000000, weights, expected, 3);
}

/* Handbook P1: 8 %, 5 %, 87 % of 9,634,560.00. */
static void
test_components (void)
{
  const gint64 weights[] = { 800, 500, 8700 };
  const SzMoney expected[] = { 77076480, 48172800, 838206720 };

  check_example (963456000, weights, expected, 3);
}

static void
test_edges (void)
{
  const gint64 some[] = { 0, 3, 0 };
  const SzMoney all[] = { 0, 7, 0 };
  const gint64 none[] = { 0, 0, 0 };
  const SzMoney nothing[] = { 0, 0, 0 };
  const gint64 one[] = { G_MAXINT64 };
  const SzMoney whole[] = { G_MAXINT64 };
  const gint64 halves[] = { G_MAXINT64, G_MAXINT64 };
  const SzMoney half[] = { G_MAXINT64 / 2 + 1, G_MAXINT64 / 2 };

  check_example (7, some, all, 3);
  check_example (0, some, nothing, 3);
  check_example (0, none, nothing, 3);
  check_example (0, NULL, NULL, 0);
  check_example (G_MAXINT64, one, whole, 1);
  check_example (G_MAXINT64, halves, half, 2);
}

/* W = 0 with money in the pool is an error that names the pool. */
static void
test_no_points (void)
{
  g_autoptr (GError) error = NULL;
  const gint64 weights[] = { 0, 0 };
  SzMoney shares[] = { 77, 77 };

  g_assert_false (
      sz_money_apportion (48172800, "优秀倾斜", weights, NULL, 2, shares, NULL, &error));
  check_error (&error, SZ_ERROR_REFUSED, "pay.pool_without_points",
               "pool=优秀倾斜 amount=481728.00");
  g_assert_false (sz_money_apportion (1, "空", NULL, NULL, 0, NULL, NULL, &error));
  check_error (&error, SZ_ERROR_REFUSED, "pay.pool_without_points", "pool=空 amount=0.01");
  g_assert_cmpint (shares[0], ==, 77);
}

static void
test_negative_weight (void)
{
  const gint64 weights[] = { 1, -1 };
  SzMoney shares[2];

  g_test_expect_message ("shizi", G_LOG_LEVEL_CRITICAL, "*check_weights*failed*");
  g_assert_false (sz_money_apportion (1, "常规", weights, NULL, 2, shares, NULL, NULL));
  g_test_assert_expected_messages ();
  g_test_expect_message ("shizi", G_LOG_LEVEL_CRITICAL, "*pool >= 0*failed*");
  g_assert_false (sz_money_apportion (-1, "常规", weights, NULL, 2, shares, NULL, NULL));
  g_test_assert_expected_messages ();
}

/* Equal remainders go by the staff code, bytewise: upper case before lower, 10 before 9, UTF-8
 * last. */
static void
test_ties_by_key (void)
{
  static const char *const keys[] = { "教01", "a", "B", "10", "9", "1001" };
  static const SzMoney expected[][6] = {
    { 0, 0, 0, 1, 0, 0 }, { 0, 0, 0, 1, 0, 1 }, { 0, 0, 0, 1, 1, 1 },
    { 0, 0, 1, 1, 1, 1 }, { 0, 1, 1, 1, 1, 1 }, { 1, 1, 1, 1, 1, 1 },
  };
  const gint64 weights[] = { 2, 2, 2, 2, 2, 2 };
  SzMoney shares[6];
  guint8 fen[6];

  for (SzMoney pool = 1; pool <= 6; pool++)
    {
      g_assert_true (sz_money_apportion (pool, "常规", weights, keys, 6, shares, fen, NULL));
      g_assert_cmpmem (shares, sizeof shares, expected[pool - 1], sizeof expected[0]);
      for (int i = 0; i < 6 && pool < 6; i++)
        g_assert_cmpuint (fen[i], ==, shares[i]);
    }
}

typedef struct
{
  gsize n;
  gint64 weights[PEOPLE_MAX];
  char names[PEOPLE_MAX][8];
  const char *keys[PEOPLE_MAX];
  SzMoney pool;
} Sample;

static gint64
draw (GRand *rand, gint64 limit)
{
  const guint64 bits = ((guint64)g_rand_int (rand) << 32) | g_rand_int (rand);

  return (gint64)(bits % ((guint64)limit + 1));
}

/* Many ties, points as they occur, many zeros, the largest numbers there are. */
static gint64
draw_weight (GRand *rand, int kind)
{
  switch (kind)
    {
    case 0:
      return draw (rand, 3);
    case 1:
      return draw (rand, 2000000);
    case 2:
      return draw (rand, 4) == 0 ? draw (rand, 50000) : 0;
    case 3:
      return G_MAXINT64 - draw (rand, 3);
    default:
      return draw (rand, G_MAXINT64) >> draw (rand, 62);
    }
}

static void
draw_sample (GRand *rand, int round, Sample *sample)
{
  SzWide total = 0;

  sample->n = 1 + (gsize)draw (rand, PEOPLE_MAX - 1);
  for (gsize i = 0; i < sample->n; i++)
    {
      sample->weights[i] = draw_weight (rand, round % 5);
      total += sample->weights[i];
      /* Two digits drawn, one counted: codes of different order than the index, none twice. */
      g_snprintf (sample->names[i], sizeof sample->names[i], "%02d%c", (int)draw (rand, 99),
                  (char)('A' + i));
      sample->keys[i] = sample->names[i];
    }
  if (total == 0)
    sample->weights[0] = 1;
  sample->pool = round % 7 == 0   ? G_MAXINT64 - draw (rand, 1000)
                 : round % 7 == 1 ? draw (rand, 20)
                                  : draw (rand, G_GINT64_CONSTANT (1000000000));
}

/* The rule by the letter: the largest remainder first, one after another. */
static void
apportion_slowly (const Sample *sample, SzMoney *shares)
{
  SzWide total = 0;
  SzWide remainders[PEOPLE_MAX];
  SzMoney left = sample->pool;

  for (gsize i = 0; i < sample->n; i++)
    total += sample->weights[i];
  for (gsize i = 0; i < sample->n; i++)
    {
      shares[i] = (SzMoney)((SzWide)sample->pool * sample->weights[i] / total);
      remainders[i] = (SzWide)sample->pool * sample->weights[i] % total;
      left -= shares[i];
    }
  for (; left > 0; left--)
    {
      gsize best = 0;

      for (gsize i = 1; i < sample->n; i++)
        if (remainders[i] > remainders[best]
            || (remainders[i] == remainders[best]
                && strcmp (sample->keys[i], sample->keys[best]) < 0))
          best = i;
      shares[best]++;
      remainders[best] = -1;
    }
}

static void
check_laws (const Sample *sample, const SzMoney *shares, const guint8 *fen)
{
  SzWide total = 0;
  SzWide sum = 0;

  for (gsize i = 0; i < sample->n; i++)
    total += sample->weights[i];
  for (gsize i = 0; i < sample->n; i++)
    {
      const SzWide exact = (SzWide)sample->pool * sample->weights[i];
      const SzWide apart = (SzWide)shares[i] * total - exact;

      /* Within one fen of the exact share; the fen of the remainder explains the difference. */
      g_assert_true (apart < total && -apart < total);
      g_assert_true (shares[i] - fen[i] == (SzMoney)(exact / total));
      if (sample->weights[i] == 0)
        g_assert_cmpint (shares[i], ==, 0);
      for (gsize j = 0; j < i; j++)
        g_assert_true (sample->weights[i] >= sample->weights[j] || shares[i] <= shares[j]);
      sum += shares[i];
    }
  g_assert_true (sum == sample->pool);
}

static void
shuffle (GRand *rand, Sample *sample, gsize *places)
{
  for (gsize i = 0; i < sample->n; i++)
    places[i] = i;
  for (gsize i = sample->n - 1; i > 0; i--)
    {
      const gsize j = (gsize)draw (rand, (gint64)i);
      const gint64 weight = sample->weights[i];
      const char *key = sample->keys[i];
      const gsize place = places[i];

      sample->weights[i] = sample->weights[j];
      sample->keys[i] = sample->keys[j];
      places[i] = places[j];
      sample->weights[j] = weight;
      sample->keys[j] = key;
      places[j] = place;
    }
}

static void
test_laws (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (SEED);

  g_test_message ("seed %d, %d pools", SEED, POOLS);
  for (int round = 0; round < POOLS; round++)
    {
      Sample sample;
      SzMoney shares[PEOPLE_MAX];
      SzMoney slow[PEOPLE_MAX];
      SzMoney again[PEOPLE_MAX];
      guint8 fen[PEOPLE_MAX];
      gsize places[PEOPLE_MAX];

      draw_sample (rand, round, &sample);
      g_assert_true (sz_money_apportion (sample.pool, "常规", sample.weights, sample.keys, sample.n,
                                         shares, fen, NULL));
      check_laws (&sample, shares, fen);
      apportion_slowly (&sample, slow);
      g_assert_cmpmem (shares, sample.n * sizeof *shares, slow, sample.n * sizeof *slow);

      /* The order in which people come does not matter, nor does asking twice. */
      shuffle (rand, &sample, places);
      g_assert_true (sz_money_apportion (sample.pool, "常规", sample.weights, sample.keys, sample.n,
                                         again, NULL, NULL));
      for (gsize i = 0; i < sample.n; i++)
        g_assert_cmpint (again[i], ==, shares[places[i]]);
    }
}

/* Without keys the index decides: the same as keys that sort by index. */
static void
test_index_order (void)
{
  const gint64 weights[] = { 7, 7, 7, 7 };
  SzMoney shares[4];
  guint8 fen[4];

  g_assert_true (sz_money_apportion (30, "常规", weights, NULL, 4, shares, fen, NULL));
  g_assert_cmpint (shares[0], ==, 8);
  g_assert_cmpint (shares[1], ==, 8);
  g_assert_cmpint (shares[2], ==, 7);
  g_assert_cmpuint (fen[1], ==, 1);
  g_assert_cmpuint (fen[2], ==, 0);
}

#define MANY 200000

/* Sizes at which anything quadratic runs into the timeout: all equal, sorted, reversed, drawn. */
static void
test_many_people (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (SEED);
  g_autofree gint64 *weights = g_new (gint64, MANY);
  g_autofree SzMoney *shares = g_new (SzMoney, MANY);
  g_autofree guint8 *fen = g_new (guint8, MANY);
  g_autoptr (GPtrArray) keys = g_ptr_array_new_with_free_func (g_free);

  g_test_message ("seed %d", SEED);
  for (int i = 0; i < MANY; i++)
    g_ptr_array_add (keys, g_strdup_printf ("%07d", (i * 7919) % MANY));
  for (int kind = 0; kind < 4; kind++)
    {
      const SzMoney pool = G_GINT64_CONSTANT (123456789012) + MANY / 2;
      SzWide sum = 0;
      gsize with_fen = 0;

      for (int i = 0; i < MANY; i++)
        weights[i] = kind == 0   ? 1000000
                     : kind == 1 ? i
                     : kind == 2 ? MANY - i
                                 : draw (rand, 2000000);
      g_assert_true (sz_money_apportion (pool, "常规", weights, (const char *const *)keys->pdata,
                                         MANY, shares, fen, NULL));
      for (int i = 0; i < MANY; i++)
        {
          sum += shares[i];
          with_fen += fen[i];
        }
      g_assert_true (sum == pool);
      g_assert_cmpuint (with_fen, <, MANY);
      for (int i = 0; kind == 0 && i < MANY; i++)
        g_assert_cmpuint (fen[i], ==,
                          strtoull (g_ptr_array_index (keys, i), NULL, 10) < with_fen ? 1 : 0);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/domain/num-6/three-equal", test_three_equal);
  g_test_add_func ("/domain/num-6/points", test_points);
  g_test_add_func ("/domain/num-6/training-hours", test_training_hours);
  g_test_add_func ("/domain/num-5/components-add-up", test_components);
  g_test_add_func ("/domain/num-6/edges", test_edges);
  g_test_add_func ("/domain/num-6/no-points", test_no_points);
  g_test_add_func ("/domain/num-6/negative-weight", test_negative_weight);
  g_test_add_func ("/domain/num-6/ties-by-key", test_ties_by_key);
  g_test_add_func ("/domain/num-6/index-order", test_index_order);
  g_test_add_func ("/domain/num-6/laws", test_laws);
  g_test_add_func ("/domain/num-6/many-people", test_many_people);
  return g_test_run ();
}
