/* test-money.c — money in fen: strict in, exact out, never wrapped (num-1, num-3)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-money.h"

#include "check-error.h"

static void
test_parse (void)
{
  static const struct
  {
    const char *text;
    SzMoney fen;
  } cases[] = {
    { "1234.5", 123450 },
    { "1,234.56", 123456 },
    { "１，２３４．５６", 123456 },
    { "¥1,234.56", 123456 },
    { "￥1234.56", 123456 },
    { "￥ １２３４．５", 123450 },
    { "¥-5.00", -500 },
    { "-¥5.00", -500 },
    { "0", 0 },
    { "0.10", 10 },
    { "3634560.00", 363456000 },
    { "10.5000", 1050 },
    { "92233720368547758.07", G_MAXINT64 },
    { "-92233720368547758.08", G_MININT64 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      SzMoney fen = 77;

      g_test_message ("“%s”", cases[i].text);
      g_assert_true (sz_money_parse (cases[i].text, &fen, &error));
      g_assert_no_error (error);
      g_assert_cmpint (fen, ==, cases[i].fen);
    }
}

static void
test_parse_errors (void)
{
  static const struct
  {
    const char *text;
    const char *code;
  } cases[] = {
    { "", "money.empty" },
    { "　", "money.empty" },
    { "1e3", "money.invalid" },
    { "NaN", "money.invalid" },
    { "¥", "money.invalid" },
    { "-¥", "money.invalid" },
    { "¥¥1", "money.invalid" },
    { "-¥-1", "money.invalid" },
    { "1¥", "money.invalid" },
    { "$1", "money.invalid" },
    { "100元", "money.invalid" },
    { "1.2.3", "money.invalid" },
    { "12,34.00", "money.invalid" },
    { "—", "money.invalid" },
    { "1.005", "money.decimals" },
    { "0.001", "money.decimals" },
    { "¥1.999", "money.decimals" },
    { "92233720368547758.08", "money.overflow" },
    { "99999999999999999999", "money.overflow" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *args = g_strconcat ("value=", cases[i].text, NULL);
      const SzErrorRemedy remedy
          = g_str_equal (cases[i].code, "money.overflow") ? SZ_ERROR_OVERFLOW : SZ_ERROR_FORMAT;
      SzMoney fen = 77;

      g_test_message ("“%s”", cases[i].text);
      g_assert_false (sz_money_parse (cases[i].text, &fen, &error));
      g_assert_cmpint (fen, ==, 77);
      check_error (&error, remedy, cases[i].code, args);
    }
}

static void
test_format (void)
{
  static const struct
  {
    SzMoney fen;
    const char *plain;
    const char *grouped;
  } cases[] = {
    { 963456000, "9634560.00", "9,634,560.00" },
    { 0, "0.00", "0.00" },
    { 1, "0.01", "0.01" },
    { -100, "-1.00", "-1.00" },
    { 530460, "5304.60", "5,304.60" },
    { 961105000, "9611050.00", "9,611,050.00" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *plain = sz_money_format (cases[i].fen);
      g_autofree char *grouped = sz_money_format_grouped (cases[i].fen);

      g_assert_cmpstr (plain, ==, cases[i].plain);
      g_assert_cmpstr (grouped, ==, cases[i].grouped);
    }
}

static void
test_add_sub (void)
{
  g_autoptr (GError) error = NULL;
  SzMoney result = 0;

  g_assert_true (sz_money_add (16810, 7633, &result, &error));
  g_assert_cmpint (result, ==, 24443);
  g_assert_true (sz_money_sub (100, 250, &result, &error));
  g_assert_cmpint (result, ==, -150);
  g_assert_true (sz_money_add (G_MAXINT64, G_MININT64, &result, &error));
  g_assert_cmpint (result, ==, -1);
  g_assert_no_error (error);

  g_assert_false (sz_money_add (G_MAXINT64, 1, &result, &error));
  check_error (&error, SZ_ERROR_OVERFLOW, "number.overflow", "value=92233720368547758.07 + 0.01");
  g_assert_false (sz_money_sub (G_MININT64, 1, &result, &error));
  check_error (&error, SZ_ERROR_OVERFLOW, "number.overflow", "value=-92233720368547758.08 - 0.01");
  g_assert_false (sz_money_sub (0, G_MININT64, &result, &error));
  check_error (&error, SZ_ERROR_OVERFLOW, "number.overflow", NULL);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/domain/num-1/parse", test_parse);
  g_test_add_func ("/domain/num-1/parse-errors", test_parse_errors);
  g_test_add_func ("/domain/num-1/format", test_format);
  g_test_add_func ("/domain/num-3/add-sub", test_add_sub);
  return g_test_run ();
}
