/* test-decimal.c — scaled integers: strict in, exact out, rounded once (num-2, num-3, num-4)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-decimal.h"

#include "check-error.h"
#include "sz-text.h"

#define SEED 20250101
#define ROUNDS 100000

static void
test_parse (void)
{
  static const struct
  {
    const char *text;
    int decimals;
    gint64 value;
  } cases[] = {
    { "0", 0, 0 },
    { "79.2", SZ_RATIO_DECIMALS, 792000 },
    { "0.8", SZ_RATIO_DECIMALS, 8000 },
    { "1.3000", SZ_RATIO_DECIMALS, 13000 },
    { "76.5", SZ_HOURS_DECIMALS, 7650 },
    { "76.500000", SZ_HOURS_DECIMALS, 7650 },
    { "0.583333", SZ_POINTS_DECIMALS, 583333 },
    { "-12.34", 2, -1234 },
    { "+12.34", 2, 1234 },
    { "-0", 2, 0 },
    { "-0.00", 2, 0 },
    { "007", 0, 7 },
    { "1,234.56", 2, 123456 },
    { "12,345", 0, 12345 },
    { "1,234,567", 0, 1234567 },
    { " \t12\n", 0, 12 },
    { "　１２３．４５　", 2, 12345 },
    { "－１，２３４．５", 2, -123450 },
    { "\u00a0"
      "5\u2003",
      0, 5 },
    { "9223372036854775807", 0, G_MAXINT64 },
    { "-9223372036854775808", 0, G_MININT64 },
    { "92233720368547758.07", 2, G_MAXINT64 },
    { "-9223372036854.775808", 6, G_MININT64 },
    { "0000000000000000000000000000001", 6, 1000000 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      gint64 value = 77;

      g_test_message ("“%s”", cases[i].text);
      g_assert_true (sz_decimal_parse (cases[i].text, cases[i].decimals, &value, &error));
      g_assert_no_error (error);
      g_assert_cmpint (value, ==, cases[i].value);
    }
}

static void
test_parse_errors (void)
{
  static const struct
  {
    const char *text;
    int decimals;
    const char *code;
  } cases[] = {
    { "", 2, "number.empty" },
    { "  　", 2, "number.empty" },
    { NULL, 2, "number.empty" },
    { "1e3", 2, "number.invalid" },
    { "NaN", 2, "number.invalid" },
    { "inf", 2, "number.invalid" },
    { "0x10", 2, "number.invalid" },
    { "1.", 2, "number.invalid" },
    { ".5", 2, "number.invalid" },
    { "1.2.3", 2, "number.invalid" },
    { "--1", 2, "number.invalid" },
    { "1-", 2, "number.invalid" },
    { "-", 2, "number.invalid" },
    { "- 1", 2, "number.invalid" },
    { "1 234", 2, "number.invalid" },
    { "1,23", 2, "number.invalid" },
    { "12,34,567", 2, "number.invalid" },
    { "1234,567", 2, "number.invalid" },
    { ",123", 2, "number.invalid" },
    { "1,234,", 2, "number.invalid" },
    { "1,,234", 2, "number.invalid" },
    { "1.234,5", 2, "number.invalid" },
    { "12课时", 2, "number.invalid" },
    { "十二", 2, "number.invalid" },
    { "50%", 2, "number.invalid" },
    { "#REF!", 2, "number.invalid" },
    { "\xff\xfe", 2, "number.invalid" },
    { "1\u200b", 2, "number.invalid" },
    { "9223372036854775808", 0, "number.overflow" },
    { "-9223372036854775809", 0, "number.overflow" },
    { "92233720368547758.08", 2, "number.overflow" },
    { "99999999999999999999999999999999999999999", 0, "number.overflow" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *args = g_strconcat ("value=", cases[i].text, NULL);
      const SzErrorRemedy remedy
          = g_str_equal (cases[i].code, "number.overflow") ? SZ_ERROR_OVERFLOW : SZ_ERROR_FORMAT;
      gint64 value = 77;

      g_assert_false (sz_decimal_parse (cases[i].text, cases[i].decimals, &value, &error));
      g_assert_cmpint (value, ==, 77);
      check_error (&error, remedy, cases[i].code, args);
    }
}

static void
test_parse_decimals (void)
{
  g_autoptr (GError) error = NULL;
  gint64 value = 77;

  g_assert_false (sz_decimal_parse ("1.23456", SZ_RATIO_DECIMALS, &value, &error));
  check_error (&error, SZ_ERROR_FORMAT, "number.decimals", "value=1.23456 max=4");
  g_assert_false (sz_decimal_parse ("0.001", SZ_HOURS_DECIMALS, &value, &error));
  check_error (&error, SZ_ERROR_FORMAT, "number.decimals", "value=0.001 max=2");
  g_assert_false (sz_decimal_parse ("1.5", 0, &value, &error));
  check_error (&error, SZ_ERROR_FORMAT, "number.decimals", "value=1.5 max=0");
  g_assert_cmpint (value, ==, 77);
}

static void
test_format (void)
{
  static const struct
  {
    gint64 value;
    int decimals;
    const char *plain;
    const char *grouped;
  } cases[] = {
    { 792000, 4, "79.2000", "79.2000" },
    { 0, 2, "0.00", "0.00" },
    { 5, 2, "0.05", "0.05" },
    { -5, 2, "-0.05", "-0.05" },
    { 363456000, 2, "3634560.00", "3,634,560.00" },
    { -123456, 2, "-1234.56", "-1,234.56" },
    { 99999, 2, "999.99", "999.99" },
    { 100000, 2, "1000.00", "1,000.00" },
    { 1000, 0, "1000", "1,000" },
    { 123456, 0, "123456", "123,456" },
    { G_MAXINT64, 2, "92233720368547758.07", "92,233,720,368,547,758.07" },
    { G_MININT64, 2, "-92233720368547758.08", "-92,233,720,368,547,758.08" },
    { G_MININT64, 18, "-9.223372036854775808", "-9.223372036854775808" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *plain = sz_decimal_format (cases[i].value, cases[i].decimals);
      g_autofree char *grouped = sz_decimal_format_grouped (cases[i].value, cases[i].decimals);

      g_assert_cmpstr (plain, ==, cases[i].plain);
      g_assert_cmpstr (grouped, ==, cases[i].grouped);
    }
}

static gint64
draw_int64 (GRand *rand)
{
  const guint64 bits = ((guint64)g_rand_int (rand) << 32) | g_rand_int (rand);

  /* Every size of number alike, not only the largest. */
  return (gint64)bits >> (g_rand_int (rand) % 64);
}

/* What is written is read back as it was. */
static void
test_round_trip (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (SEED);

  g_test_message ("seed %d", SEED);
  for (int i = 0; i < ROUNDS; i++)
    {
      const gint64 value = draw_int64 (rand);
      const int decimals = (int)(g_rand_int (rand) % 7);
      g_autofree char *plain = sz_decimal_format (value, decimals);
      g_autofree char *grouped = sz_decimal_format_grouped (value, decimals);
      gint64 again = 0;

      g_assert_true (sz_decimal_parse (plain, decimals, &again, NULL));
      g_assert_cmpint (again, ==, value);
      again = 0;
      g_assert_true (sz_decimal_parse (grouped, decimals, &again, NULL));
      g_assert_cmpint (again, ==, value);
    }
}

static void
test_round (void)
{
  static const struct
  {
    gint64 numerator;
    gint64 denominator;
    gint64 round;
    gint64 floor;
    gint64 ceil;
  } cases[] = {
    { 8512 + 7633, 2, 8073, 8072, 8073 }, /* 80.725 → 80.73 */
    { 5, 2, 3, 2, 3 },
    { -5, 2, -3, -3, -2 },
    { 5, -2, -3, -3, -2 },
    { -5, -2, 3, 2, 3 },
    { 4, 2, 2, 2, 2 },
    { -4, 2, -2, -2, -2 },
    { 1, 3, 0, 0, 1 },
    { 2, 3, 1, 0, 1 },
    { -1, 3, 0, -1, 0 },
    { -2, 3, -1, -1, 0 },
    { 0, 7, 0, 0, 0 },
    { 0, -7, 0, 0, 0 },
    { G_MAXINT64, 1, G_MAXINT64, G_MAXINT64, G_MAXINT64 },
    { G_MININT64, 1, G_MININT64, G_MININT64, G_MININT64 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      gint64 result = 77;

      g_test_message ("%" G_GINT64_FORMAT " / %" G_GINT64_FORMAT, cases[i].numerator,
                      cases[i].denominator);
      g_assert_true (
          sz_decimal_div_round (cases[i].numerator, cases[i].denominator, &result, NULL));
      g_assert_cmpint (result, ==, cases[i].round);
      g_assert_true (
          sz_decimal_div_floor (cases[i].numerator, cases[i].denominator, &result, NULL));
      g_assert_cmpint (result, ==, cases[i].floor);
      g_assert_true (sz_decimal_div_ceil (cases[i].numerator, cases[i].denominator, &result, NULL));
      g_assert_cmpint (result, ==, cases[i].ceil);
    }
}

/* The worked workloads of the handbook: one rounding from the exact product. */
static void
test_round_products (void)
{
  static const struct
  {
    gint64 product;
    gint64 scale;
    gint64 result;
  } cases[] = {
    { 72 * 11000, 100, 7920 },                                     /* 72 × 1.1 = 79.20 */
    { G_GINT64_CONSTANT (4800) * 12000 * 12000, 100000000, 6912 }, /* 69.12 */
    { G_GINT64_CONSTANT (4000) * 9000 * 13000, 100000000, 4680 },  /* 46.80 */
    { G_GINT64_CONSTANT (14472) * 8000, 10000, 11578 },            /* 115.776 → 115.78 */
    { G_GINT64_CONSTANT (7578) * 7000, 100, 530460 },              /* 5,304.60 yuan */
    { G_GINT64_CONSTANT (193100) * 12, 55, 42131 },                /* 421.31 */
    { G_GINT64_CONSTANT (40000), 3, 13333 },                       /* 133.33 */
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      gint64 result = 0;

      g_assert_true (sz_decimal_div_round (cases[i].product, cases[i].scale, &result, NULL));
      g_assert_cmpint (result, ==, cases[i].result);
    }
}

/* |2·(n − q·d)| ≤ |d|, and a half lies away from zero; floor ≤ exact ≤ ceil, at most 1 apart. */
static void
test_division_laws (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (SEED);

  g_test_message ("seed %d", SEED);
  for (int i = 0; i < ROUNDS; i++)
    {
      const SzWide n = (SzWide)draw_int64 (rand) * (i % 2 == 0 ? 1 : 1000003) + i % 3;
      gint64 divisor = draw_int64 (rand) >> (i % 3) * 8;
      gint64 round;
      gint64 low;
      gint64 high;
      SzWide twice;

      if (divisor == 0)
        divisor = 2;
      if (!sz_decimal_div_round (n, divisor, &round, NULL) || round == G_MAXINT64
          || round == G_MININT64)
        continue;
      twice = 2 * (n - (SzWide)round * divisor);
      g_assert_true (twice <= ABS ((SzWide)divisor) && -twice <= ABS ((SzWide)divisor));
      if (twice == ABS ((SzWide)divisor) || -twice == ABS ((SzWide)divisor))
        g_assert_true ((n < 0) == (twice > 0));
      g_assert_true (sz_decimal_div_floor (n, divisor, &low, NULL));
      g_assert_true (sz_decimal_div_ceil (n, divisor, &high, NULL));
      g_assert_cmpint (high - low, ==, n % divisor == 0 ? 0 : 1);
      g_assert_true (divisor > 0 ? (SzWide)low * divisor <= n : (SzWide)low * divisor >= n);
      g_assert_true (round == low || round == high);
    }
}

static void
test_overflow (void)
{
  g_autoptr (GError) error = NULL;
  const SzWide huge = (SzWide)G_MAXINT64 * G_MAXINT64;
  SzWide product = 77;
  gint64 result = 77;

  g_assert_false (sz_decimal_div_round ((SzWide)G_MAXINT64 + 1, 1, &result, &error));
  check_error (&error, SZ_ERROR_OVERFLOW, "number.overflow", NULL);
  g_assert_false (sz_decimal_div_round ((SzWide)G_MAXINT64 * 2 + 1, 2, &result, &error));
  check_error (&error, SZ_ERROR_OVERFLOW, "number.overflow", NULL);
  g_assert_false (sz_decimal_div_floor ((SzWide)G_MININT64 - 1, 1, &result, &error));
  check_error (&error, SZ_ERROR_OVERFLOW, "number.overflow", NULL);
  g_assert_false (sz_decimal_div_ceil (huge, -1, &result, &error));
  check_error (&error, SZ_ERROR_OVERFLOW, "number.overflow", NULL);
  g_assert_false (sz_decimal_mul (huge, 3, &product, &error));
  check_error (&error, SZ_ERROR_OVERFLOW, "number.overflow", NULL);
  g_assert_cmpint (result, ==, 77);

  g_assert_true (sz_decimal_div_floor ((SzWide)G_MAXINT64 * 2 + 1, 2, &result, &error));
  g_assert_cmpint (result, ==, G_MAXINT64);
  g_assert_true (sz_decimal_div_round (huge, G_MAXINT64, &result, &error));
  g_assert_cmpint (result, ==, G_MAXINT64);
  g_assert_true (sz_decimal_mul (G_MAXINT64, -G_MAXINT64, &product, &error));
  g_assert_true (product == -huge);
  g_assert_no_error (error);
}

/* The smallest 128-bit number has no counterpart above zero. */
static void
test_smallest_wide (void)
{
  const SzWide smallest = -((SzWide)1 << 126) * 2;
  gint64 result = 77;

  g_assert_false (sz_decimal_div_round (smallest, -1, &result, NULL));
  g_assert_true (sz_decimal_div_round (smallest, smallest, &result, NULL));
  g_assert_cmpint (result, ==, 1);
  g_assert_true (sz_decimal_div_round (smallest, (SzWide)1 << 64, &result, NULL));
  g_assert_cmpint (result, ==, G_MININT64);
  g_assert_true (sz_decimal_div_round (1, smallest, &result, NULL));
  g_assert_cmpint (result, ==, 0);
}

static void
test_two_thirds (void)
{
  static const gint64 cases[][2]
      = { { 17, 12 }, { 18, 12 }, { 19, 13 }, { 20, 14 }, { 21, 14 }, { 25, 17 },
          { 27, 18 }, { 0, 0 },   { 1, 1 },   { 2, 2 },   { 3, 2 } };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpint (sz_decimal_two_thirds (cases[i][0]), ==, cases[i][1]);
  for (gint64 n = 0; n < 1000; n++)
    g_assert_cmpint (sz_decimal_two_thirds (n), ==, (2 * n + 2) / 3);
  g_assert_cmpint (sz_decimal_two_thirds (G_MAXINT64), ==, G_GINT64_CONSTANT (6148914691236517205));
}

/* Upper limits down, lower limits up: 0.20 × 386 = 77.2, 98 % of 1,245 = 1220.1, 1.2 × 4 = 4.8. */
static void
test_limits (void)
{
  gint64 limit = 0;

  g_assert_true (sz_decimal_div_floor (2000 * 386, SZ_RATIO_ONE, &limit, NULL));
  g_assert_cmpint (limit, ==, 77);
  g_assert_true (sz_decimal_div_ceil (9800 * 1245, SZ_RATIO_ONE, &limit, NULL));
  g_assert_cmpint (limit, ==, 1221);
  g_assert_true (sz_decimal_div_ceil (12000 * 4, SZ_RATIO_ONE, &limit, NULL));
  g_assert_cmpint (limit, ==, 5);
}

static void
test_fold (void)
{
  static const struct
  {
    const char *text;
    const char *folded;
  } cases[] = {
    { NULL, "" },
    { "", "" },
    { "　 ", "" },
    { " 王　小明 ", "王 小明" },
    { "ＡＢｃ（１）／％", "ABc(1)/%" },
    { "￥１", "￥1" },
    { "\t工号\r\n", "工号" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *folded = sz_text_fold (cases[i].text);
      g_assert_cmpstr (folded, ==, cases[i].folded);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/domain/num-2/parse", test_parse);
  g_test_add_func ("/domain/num-2/parse-errors", test_parse_errors);
  g_test_add_func ("/domain/num-2/parse-decimals", test_parse_decimals);
  g_test_add_func ("/domain/num-2/format", test_format);
  g_test_add_func ("/domain/num-2/round-trip", test_round_trip);
  g_test_add_func ("/domain/num-3/round", test_round);
  g_test_add_func ("/domain/num-3/products", test_round_products);
  g_test_add_func ("/domain/num-3/laws", test_division_laws);
  g_test_add_func ("/domain/num-3/overflow", test_overflow);
  g_test_add_func ("/domain/num-3/smallest-wide", test_smallest_wide);
  g_test_add_func ("/domain/num-4/two-thirds", test_two_thirds);
  g_test_add_func ("/domain/num-4/limits", test_limits);
  g_test_add_func ("/domain/text/fold", test_fold);
  return g_test_run ();
}
