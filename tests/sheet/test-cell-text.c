/* test-cell-text.c — what workbooks and CSV files can hold
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-cell-text.h"

#include <string.h>

static void
test_units (void)
{
  g_assert_cmpuint (sz_cell_text_units (""), ==, 0);
  g_assert_cmpuint (sz_cell_text_units ("abc 12"), ==, 6);
  g_assert_cmpuint (sz_cell_text_units ("教职工"), ==, 6);
  g_assert_cmpuint (sz_cell_text_units ("王　芳"), ==, 6);
  g_assert_cmpuint (sz_cell_text_units ("—"), ==, 2);
  g_assert_cmpuint (sz_cell_text_units ("a\n教职\nbc"), ==, 4);
}

static void
test_lines (void)
{
  static const struct
  {
    const char *text;
    double units;
    guint lines;
  } cases[] = {
    { "", 4, 1 },
    { "教职", 4, 1 },
    { "教职工", 4, 2 },
    { "教职工名册", 4, 3 },
    { "现代服务与烹饪技术教学管理部", 14, 2 },
    { "现代服务与烹饪技术教学管理部", 13, 3 }, /* half a wide character is lost at each end */
    { "a\nb", 10, 2 },
    { "a\n\nb", 10, 3 },
    { "1234567890", 4, 3 }, /* broken by force */
    { "教 1234567", 8, 2 }, /* a narrow word stays whole */
    { "无宽度", 0, 3 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpuint (sz_cell_text_lines (cases[i].text, cases[i].units), ==, cases[i].lines);
}

static void
test_xml (void)
{
  static const struct
  {
    const char *text;
    const char *safe;
  } cases[] = {
    { "工号", "工号" },
    { "_x", "_x" },
    { "_x000D_", "_x005F_x000D_" },
    { "a_x0041_b_x00", "a_x005F_x0041_b_x00" },
    { "\xEF\xBF\xBE", "\xEF\xBF\xBD" },
    { "\xEF\xBF\xBF", "\xEF\xBF\xBD" },
    { "a\xFF"
      "b",
      "a\xEF\xBF\xBD"
      "b" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *owned = NULL;

      g_assert_cmpstr (sz_cell_text_xml (cases[i].text, &owned), ==, cases[i].safe);
    }
}

static void
test_guard (void)
{
  static const struct
  {
    const char *text;
    const char *guarded;
  } cases[] = {
    { "=1+1", "'=1+1" }, { "+86", "'+86" },
    { "-5", "'-5" },     { "@SUM(A1)", "'@SUM(A1)" },
    { "\t=1", "'\t=1" }, { "\r=1", "'\r=1" },
    { "\n=1", "'\n=1" }, { "＝1", "'＝1" },
    { "＋1", "'＋1" },   { "－1", "'－1" },
    { "＠A", "'＠A" },   { "'=1", "''=1" },
    { "''-1", "'''-1" }, { "'quoted'", "'quoted'" },
    { "1-2", "1-2" },    { "", "" },
    { " =1", " =1" },    { "—", "—" },
    { "'", "'" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *guarded = sz_cell_text_guard (cases[i].text);
      g_autofree char *back = sz_cell_text_unguard (guarded);

      g_assert_cmpstr (guarded, ==, cases[i].guarded);
      g_assert_cmpstr (back, ==, cases[i].text);
    }
}

/* Whatever is guarded comes back. */
static void
test_guard_law (void)
{
  static const char *const pieces[]
      = { "'", "=", "+", "-", "@", "\t", "\r", "＝", "＠", "张", "a", " ", "\"" };
  g_autoptr (GRand) rand = g_rand_new_with_seed (20260115);

  g_test_message ("seed 20260115");
  for (guint i = 0; i < 20000; i++)
    {
      g_autoptr (GString) text = g_string_new (NULL);
      g_autofree char *guarded = NULL;
      g_autofree char *back = NULL;

      for (gint n = g_rand_int_range (rand, 0, 6); n > 0; n--)
        g_string_append (text, pieces[g_rand_int_range (rand, 0, G_N_ELEMENTS (pieces))]);
      guarded = sz_cell_text_guard (text->str);
      back = sz_cell_text_unguard (guarded);
      g_assert_cmpstr (back, ==, text->str);
      g_assert_null (strchr ("=+-@\t\r\n", guarded[0] != '\0' ? guarded[0] : 'a'));
    }
}

static void
test_sheet_name (void)
{
  g_autoptr (GHashTable) taken = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  static const struct
  {
    const char *name;
    const char *clean;
  } cases[] = {
    { "花名册", "花名册" },
    { "花名册", "花名册(2)" },
    { "花/名:册", "花名册(3)" },
    { "", "Sheet" },
    { "[]:*?/\\'", "Sheet(2)" },
    { "History", "History(2)" },
    { "ABC", "ABC" },
    { "abc", "abc(2)" },
    { "一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十一二三",
      "一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十一" },
    { "一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十一二三",
      "一二三四五六七八九十一二三四五六七八九十一二三四五六七八(2)" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *clean = sz_cell_text_sheet_name (cases[i].name, taken);

      g_assert_cmpstr (clean, ==, cases[i].clean);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/sheet/cell-text/units", test_units);
  g_test_add_func ("/sheet/cell-text/lines", test_lines);
  g_test_add_func ("/sheet/cell-text/xml", test_xml);
  g_test_add_func ("/sheet/cell-text/guard", test_guard);
  g_test_add_func ("/sheet/cell-text/guard-law", test_guard_law);
  g_test_add_func ("/sheet/cell-text/sheet-name", test_sheet_name);
  return g_test_run ();
}
