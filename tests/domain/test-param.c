/* test-param.c — parameters looked up for a date (num-7)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-param.h"

#define SEED 7

/* A preset of the program, a newer preset, and a college's own row for one year between them. */
static const struct
{
  gint64 id;
  const char *key;
  const char *value;
  SzDate from;
  SzDate to;
  gboolean preset;
} rows[] = {
  { 1, "load.train_ratio", "0.8", 0, 20241231, TRUE },
  { 2, "load.train_ratio", "1.0", 20250101, 0, TRUE },
  { 3, "load.train_ratio", "0.7", 20240901, 20250831, FALSE },
  { 4, "load.train_cap", "0.5", 0, 0, TRUE },
  { 5, "load.train_ratio", "0.75", 20250300, 20250630, FALSE },
  { 6, "pt.quota_rate", "0.20", 20230801, 0, TRUE },
  { 7, "load.repeat", "0.9", 20250101, 0, FALSE },
  { 8, "load.repeat", "0.95", 20250101, 0, FALSE },
};

static SzParam *
make_params (void)
{
  SzParam *params = g_new0 (SzParam, G_N_ELEMENTS (rows));

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    params[i] = (SzParam){ rows[i].id,   (char *)rows[i].key, (char *)rows[i].value, NULL,
                           rows[i].from, rows[i].to,          rows[i].preset };
  return params;
}

static void
test_on_day (void)
{
  static const struct
  {
    const char *key;
    SzDate day;
    const char *value;
  } cases[] = {
    { "load.train_ratio", 20230101, "0.8" },  { "load.train_ratio", 20240831, "0.8" },
    { "load.train_ratio", 20240901, "0.7" },  { "load.train_ratio", 20241231, "0.7" },
    { "load.train_ratio", 20250101, "0.7" },  { "load.train_ratio", 20250228, "0.7" },
    { "load.train_ratio", 20250301, "0.75" }, { "load.train_ratio", 20250300, "0.75" },
    { "load.train_ratio", 20250630, "0.75" }, { "load.train_ratio", 20250701, "0.7" },
    { "load.train_ratio", 20250831, "0.7" },  { "load.train_ratio", 20250901, "1.0" },
    { "load.train_cap", 19990101, "0.5" },    { "pt.quota_rate", 20230731, NULL },
    { "pt.quota_rate", 20230801, "0.20" },    { "load.repeat", 20250101, "0.95" },
    { "load.new", 20250101, NULL },           { "", 20250101, NULL },
  };
  g_autofree SzParam *params = make_params ();

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const SzParam *found = sz_param_at (params, G_N_ELEMENTS (rows), cases[i].key, cases[i].day);

      g_test_message ("%s on %d", cases[i].key, cases[i].day);
      g_assert_cmpstr (found != NULL ? found->value : NULL, ==, cases[i].value);
    }
  g_assert_null (sz_param_at (NULL, 0, "load.repeat", 20250101));
}

/* Whatever comes out is in force, and the order of the rows does not matter. */
static void
test_order_of_rows (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (SEED);
  g_autofree SzParam *params = make_params ();
  g_autofree SzParam *shuffled = make_params ();

  g_test_message ("seed %d", SEED);
  for (int round = 0; round < 5000; round++)
    {
      const gsize a = (gsize)g_rand_int_range (rand, 0, G_N_ELEMENTS (rows));
      const gsize b = (gsize)g_rand_int_range (rand, 0, G_N_ELEMENTS (rows));
      const SzDate day = sz_date_add_days (20240101, g_rand_int_range (rand, 0, 900));
      const SzParam kept = shuffled[a];
      const SzParam *expected;
      const SzParam *found;

      shuffled[a] = shuffled[b];
      shuffled[b] = kept;
      expected = sz_param_at (params, G_N_ELEMENTS (rows), "load.train_ratio", day);
      found = sz_param_at (shuffled, G_N_ELEMENTS (rows), "load.train_ratio", day);
      g_assert_nonnull (expected);
      g_assert_cmpint (found->id, ==, expected->id);
      g_assert_true (sz_date_first_day (found->from) <= day);
      g_assert_true (found->to == SZ_DATE_NONE || day <= found->to);
    }
}

static void
test_clear (void)
{
  SzParam param
      = { 1, g_strdup ("a"), g_strdup ("1"), g_strdup ("鲁人社字〔2023〕30号"), 0, 0, TRUE };

  sz_param_clear (&param);
  g_assert_null (param.key);
  g_assert_null (param.value);
  g_assert_null (param.source);
  g_assert_cmpint (param.id, ==, 0);
  sz_param_clear (&param);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/domain/num-7/on-day", test_on_day);
  g_test_add_func ("/domain/num-7/order-of-rows", test_order_of_rows);
  g_test_add_func ("/domain/num-7/clear", test_clear);
  return g_test_run ();
}
