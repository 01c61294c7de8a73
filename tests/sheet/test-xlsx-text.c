/* test-xlsx-text.c — numbers, addresses, formats and escapes of workbooks
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-xlsx-private.h"

static void
test_numbers (void)
{
  static const struct
  {
    const char *given;
    const char *shown; /* NULL: no number */
  } cases[] = {
    { "0", "0" },
    { "-0", "0" },
    { "0.0", "0" },
    { "000", "0" },
    { "7", "7" },
    { "007", "7" },
    { "-12.50", "-12.5" },
    { "+3", "3" },
    { "3.3000000000000003", "3.3" },
    { "3.2999999999999998", "3.3" },
    { "0.1", "0.1" },
    { "0.30000000000000004", "0.3" },
    { ".5", "0.5" },
    { "5.", "5" },
    { "1E+17", "100000000000000000" },
    { "1.1010119900307E+17", "110101199003070000" },
    { "379929198412138648", "379929198412139000" },
    { "1e3", "1000" },
    { "12345E-3", "12.345" },
    { "1.5E-5", "0.000015" },
    { "999999999999999.5", "1000000000000000" },
    { "9999999999999995", "10000000000000000" },
    { "0.99999999999999995", "1" },
    { "123456789012345", "123456789012345" },
    { "1234567890123456", "1234567890123460" },
    { "1234567890123454", "1234567890123450" },
    { "136232.14000000001", "136232.14" },
    { "", NULL },
    { "-", NULL },
    { ".", NULL },
    { "1.2.3", NULL },
    { "1e", NULL },
    { "1e+", NULL },
    { "1e999", NULL },
    { "e5", NULL },
    { "0x10", NULL },
    { "NaN", NULL },
    { "INF", NULL },
    { "1,5", NULL },
    { "１", NULL },
    { "1 2", NULL },
  };
  char buffer[SZ_XLSX_NUMBER_BYTES];

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      gssize n = sz_xlsx_number_write (buffer, cases[i].given, strlen (cases[i].given));

      g_test_message ("%s", cases[i].given);
      if (cases[i].shown == NULL)
        g_assert_cmpint (n, ==, -1);
      else
        {
          g_assert_cmpstr (buffer, ==, cases[i].shown);
          g_assert_cmpint (n, ==, (gssize)strlen (buffer));
        }
    }
}

/* The smallest and largest that fit the buffer are written out to the last place. */
static void
test_number_edges (void)
{
  char buffer[SZ_XLSX_NUMBER_BYTES];

  g_assert_cmpint (sz_xlsx_number_write (buffer, "-4.94065645841247E-324", 22), ==,
                   1 + 2 + 323 + 15);
  g_assert_true (g_str_has_suffix (buffer, "00494065645841247"));
  g_assert_cmpint (sz_xlsx_number_write (buffer, "-1.2E-399", 9), ==, 1 + 2 + 398 + 2);
  g_assert_cmpint (sz_xlsx_number_write (buffer, "-1.7976931348623157E+308", 24), ==, 1 + 309);
  g_assert_true (g_str_has_prefix (buffer, "-17976931348623200"));
  g_assert_cmpint (sz_xlsx_number_write (buffer, "9.9999999999999999E+399", 23), ==, 402 - 1);
  g_assert_cmpint (sz_xlsx_number_write (buffer, "1E+401", 6), ==, -1);
}

/* A number of at most 15 digits comes back as it was, however the writer's program printed it. */
static void
test_number_law (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (20250301);
  char buffer[SZ_XLSX_NUMBER_BYTES], printed[64], shown[64];

  for (int i = 0; i < 20000; i++)
    {
      gint64 fen = ((gint64)g_rand_int_range (random, 0, 1000000000) * 100000
                    + g_rand_int_range (random, 0, 100000));
      gssize n;

      g_snprintf (shown, sizeof shown, "%" G_GINT64_FORMAT ".%02d", fen / 100, (int)(fen % 100));
      /* what spreadsheet programs store: the shortest or a 17 digit form of the nearest double */
      g_ascii_formatd (printed, sizeof printed, "%.17g", g_ascii_strtod (shown, NULL));
      n = sz_xlsx_number_write (buffer, printed, strlen (printed));
      g_assert_cmpint (n, >, 0);
      if (fen < G_GINT64_CONSTANT (100000000000000))
        {
          while (g_str_has_suffix (shown, "0") && strchr (shown, '.') != NULL)
            shown[strlen (shown) - 1] = '\0';
          if (g_str_has_suffix (shown, "."))
            shown[strlen (shown) - 1] = '\0';
          g_assert_cmpstr (buffer, ==, shown);
        }
    }
}

static void
test_references (void)
{
  static const struct
  {
    const char *text;
    guint row;
    guint column;
  } good[] = {
    { "A1", 1, 0 },     { "Z9", 9, 25 },      { "AA10", 10, 26 },
    { "AZ1", 1, 51 },   { "BA1", 1, 52 },     { "ZZ1", 1, 701 },
    { "AAA1", 1, 702 }, { "XFD1", 1, 16383 }, { "XFD1048576", 1048576, 16383 },
  };
  static const char *const bad[] = {
    "",      "A",     "1",    "A0",  "XFE1",        "A1048577",
    "AAAA1", "a1",    "A-1",  "1A",  "A1B",         "$A$1",
    "A01",   "A1:B2", "R1C1", " A1", "ZZZZZZZZZZ1", "A99999999999999999999",
  };
  char buffer[24];
  guint row, column;

  for (gsize i = 0; i < G_N_ELEMENTS (good); i++)
    {
      g_assert_true (sz_xlsx_ref_parse (good[i].text, &row, &column, NULL));
      g_assert_cmpuint (row, ==, good[i].row);
      g_assert_cmpuint (column, ==, good[i].column);
      sz_xlsx_ref_write (buffer, row, column);
      g_assert_cmpstr (buffer, ==, good[i].text);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_test_message ("%s", bad[i]);
      g_assert_false (sz_xlsx_ref_parse (bad[i], &row, &column, NULL));
    }
  for (column = 0; column < SZ_XLSX_COLUMNS; column++)
    {
      guint found;

      sz_xlsx_ref_write (buffer, 77, column);
      g_assert_true (sz_xlsx_ref_parse (buffer, &row, &found, NULL));
      g_assert_cmpuint (found, ==, column);
    }
}

static void
test_date_formats (void)
{
  static const char *const dates[] = {
    "yyyy-mm-dd",
    "yyyy/m/d",
    "yyyy\"年\"m\"月\"d\"日\"",
    "yyyy\"年\"m\"月\"",
    "m/d/yy h:mm",
    "[$-804]yyyy\"年\"m\"月\"d\"日\";@",
    "[DBNum1][$-804]yyyy\"年\"m\"月\"",
    "mmm-yy",
    "d-mmm",
    "yyyy\\-mm\\-dd",
    "YYYY-MM-DD",
    "[Red]yyyy.mm",
    "mm",
    "aaaa",
    "yyyy-mm-dd hh:mm:ss AM/PM",
    "e/m/d",
    "[$-F800]dddd\\,\\ mmmm\\ dd\\,\\ yyyy",
    "h:mm d",
    "mm/dd",
    "yyyy_-mm",
    "*-yyyy",
  };
  static const char *const others[] = {
    "General",
    "@",
    "0.00",
    "#,##0.00",
    "#,##0.00_ ;[Red]\\-#,##0.00\\ ",
    "0.00E+00",
    "##0.0E-0",
    "h:mm",
    "h:mm:ss",
    "[h]:mm:ss",
    "mm:ss",
    "mm:ss.0",
    "[mm]:ss",
    "h\"时\"mm\"分\"",
    "上午/下午h\"时\"mm\"分\"",
    "h:mm AM/PM",
    "h:mm A/P",
    "0\"day\"",
    "\"d\"0",
    "0\\d",
    "0_d",
    "[Red]0",
    "[Magenta]General",
    "[>=100]0;[<0]\"y\"",
    "0;yyyy",
    "\"yyyy",
    "[yyyy",
    "",
    "0%",
    "G/通用格式",
    "¥#,##0.00",
    "[$¥-804]#,##0.00",
    "0\"人\"",
    "# ?/?",
    "[DBNum2]0",
    "\"日\"0",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (dates); i++)
    {
      g_test_message ("%s", dates[i]);
      g_assert_true (sz_number_format_is_date (dates[i]));
    }
  for (gsize i = 0; i < G_N_ELEMENTS (others); i++)
    {
      g_test_message ("%s", others[i]);
      g_assert_false (sz_number_format_is_date (others[i]));
    }
}

static void
test_date_ids (void)
{
  static const guint date_ids[]
      = { 14, 15, 16, 17, 22, 27, 28, 29, 30, 31, 36, 50, 51, 52, 53, 54, 57, 58 };
  guint n_dates = 0;

  for (gsize i = 0; i < G_N_ELEMENTS (date_ids); i++)
    g_assert_true (sz_number_format_id_is_date (date_ids[i]));
  for (guint id = 0; id < 1000; id++)
    n_dates += sz_number_format_id_is_date (id) ? 1 : 0;
  g_assert_cmpuint (n_dates, ==, G_N_ELEMENTS (date_ids));
}

static void
test_escapes (void)
{
  static const struct
  {
    const char *given;
    const char *shown;
  } cases[] = {
    { "a", "a" },
    { "a_b", "a_b" },
    { "第一行_x000D_\n第二行", "第一行\r\n第二行" },
    { "_x0041_", "A" },
    { "_x005F_x000D_", "_x000D_" },
    { "_x4e2d__x6587_", "中文" },
    { "_xD842__xDFB7_", "𠮷" },
    { "_xD842_", "\xef\xbf\xbd" },
    { "_xDFB7__xD842_", "\xef\xbf\xbd\xef\xbf\xbd" },
    { "_x0000_a", "a" },
    { "_x00_", "_x00_" },
    { "_x00G0_", "_x00G0_" },
    { "_x000D", "_x000D" },
    { "_X000D_", "_X000D_" },
    { "__x0041_", "_A" },
    { "_x0041", "_x0041" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = g_strdup (cases[i].given);

      text[sz_xlsx_text_unescape (text, strlen (text))] = '\0';
      g_assert_cmpstr (text, ==, cases[i].shown);
    }
}

static void
test_trim (void)
{
  static const char *const cases[][2] = {
    { "", "" },       { " ", "" }, { " a", "a" }, { "a\n\t ", "a" }, { "\r\n a b \n", "a b" },
    { "　a", "　a" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = g_strdup (cases[i][0]);

      text[sz_xlsx_text_trim (text, strlen (text))] = '\0';
      g_assert_cmpstr (text, ==, cases[i][1]);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/sheet/xlsx/text/numbers", test_numbers);
  g_test_add_func ("/sheet/xlsx/text/number-edges", test_number_edges);
  g_test_add_func ("/sheet/xlsx/text/number-law", test_number_law);
  g_test_add_func ("/sheet/xlsx/text/references", test_references);
  g_test_add_func ("/sheet/xlsx/text/date-formats", test_date_formats);
  g_test_add_func ("/sheet/xlsx/text/date-ids", test_date_ids);
  g_test_add_func ("/sheet/xlsx/text/escapes", test_escapes);
  g_test_add_func ("/sheet/xlsx/text/trim", test_trim);
  return g_test_run ();
}
