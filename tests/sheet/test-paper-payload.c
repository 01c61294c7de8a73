/* test-paper-payload.c — text that looks like a formula stays text, in workbooks and CSV files
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "paper-fixture.h"
#include "sz-table.h"
#include "zip-parts.h"

#include <string.h>

static const char *const payloads[] = {
  "=1+1",
  "+1+1",
  "-1+1",
  "@SUM(1+1)",
  "\t=1+1",
  "\r=1+1",
  "\n=1+1",
  "＝1+1",
  "＋1+1",
  "－1+1",
  "＠SUM(1)",
  "=cmd|' /C calc'!A0",
  "|cmd",
  "=DDE(\"cmd\";\"/C calc\";\"x\")",
  "=HYPERLINK(\"http://example.org\",\"点此\")",
  "  =1+1",
  "\"=1+1\"",
  "'=1+1",
  "''=1+1",
  "<b>&amp;</b>]]>",
  "_x000D_",
  "_x005F_x0041_",
  "\x01\x02 control",
  "a\tb\nc",
  " 前后有空格 ",
  "𠮷野家", /* outside the first plane */
  "=1,\"2\"\r\n=3",
};

static void
fill_payload (guint64 row, SzValue *values, const char **group)
{
  guint n = G_N_ELEMENTS (payloads);

  values[0] = text_value (payloads[row % n]);
  values[1] = text_value (payloads[(row + 7) % n]);
  values[2] = text_value (payloads[(row + 11) % n]);
  values[3] = number_value (-(gint64)row);
  *group = payloads[row % n];
}

/* Every kind of column takes text. */
static SzPaper *
make_paper (guint64 rows)
{
  static const SzPaperColumn columns[] = {
    { "=姓名", "+组", SZ_COLUMN_TEXT, 0, 20, SZ_TOTAL_NONE, NULL, FALSE, FALSE },
    { "@工号", "+组", SZ_COLUMN_CODE, 0, 10, SZ_TOTAL_NONE, NULL, FALSE, FALSE },
    { "-备注", NULL, SZ_COLUMN_AMOUNT, 2, 10, SZ_TOTAL_NONE, NULL, FALSE, FALSE },
    { "金额", NULL, SZ_COLUMN_AMOUNT, 2, 10, SZ_TOTAL_SUM, NULL, FALSE, FALSE },
  };
  SzTableOptions options = { FALSE, FALSE, "=合计", FALSE, FALSE };
  SzPaper *paper = sz_paper_new ("=表", SZ_ORIENTATION_AUTO);
  static const char *const fields[] = { "=标签", "+值", NULL };
  static const char *const signatures[] = { "=签", NULL };

  sz_paper_add_title (paper, "=标题");
  sz_paper_add_headline (paper, "=左", "+中", "-右");
  sz_paper_add_text (paper, "@说明");
  sz_paper_add_fields (paper, 1, fields);
  fixture_add_table (paper, columns, 4, &options, fill_payload, rows);
  sz_paper_add_signatures (paper, signatures);
  return paper;
}

static void
check_cells (const char *path, guint64 rows, guint first)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SzTableFile) file = sz_table_file_open (path, SZ_ENCODING_AUTO, NULL, NULL, &error);
  g_autoptr (SzTable) table = NULL;
  const SzTableRow *row;
  guint64 seen = 0;

  g_assert_no_error (error);
  table = sz_table_open (file, NULL, &error);
  g_assert_no_error (error);
  while (seen < rows && (row = sz_table_next (table, NULL, &error)) != NULL)
    {
      SzValue values[4];
      const char *group;

      if (row->number < first)
        continue;
      fill_payload (seen++, values, &group);
      for (guint c = 0; c < 3; c++)
        {
          g_assert_cmpint (row->cells[c].type, ==, SZ_CELL_TEXT);
          g_assert_cmpstr (row->cells[c].text, ==, values[c].text);
        }
    }
  g_assert_no_error (error);
  g_assert_cmpuint (seen, ==, rows);
}

/* Both ways of writing: shared strings, and rows that go out at once. */
static void
test_xlsx (gconstpointer data)
{
  guint64 rows = *(const guint64 *)data;
  g_autoptr (SzPaper) paper = make_paper (rows);
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = make_folder ();
  g_autofree char *path = g_build_filename (folder, "a.xlsx", NULL);
  g_autofree char *sheet = NULL;

  sz_paper_write_xlsx (&paper, 1, path, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  sheet = read_part (path, "xl/worksheets/sheet1.xml");
  /* Nothing of the payload is a formula; totals are. */
  for (const char *f = strstr (sheet, "<f"); f != NULL; f = strstr (f + 1, "<f"))
    g_assert_true (g_str_has_prefix (f, "<f>SUBTOTAL(9,"));
  g_assert_null (strstr (sheet, "hyperlink"));
  check_cells (path, rows, 7);
  remove_folder (folder);
}

static void
test_csv (void)
{
  g_autoptr (SzPaper) paper = make_paper (G_N_ELEMENTS (payloads));
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = make_folder ();
  g_autofree char *path = g_build_filename (folder, "a.csv", NULL);

  sz_paper_write_csv (paper, path, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  check_cells (path, G_N_ELEMENTS (payloads), 2);
  remove_folder (folder);
}

/* No cell of the guarded file begins as a formula does; numbers are numbers. */
static void
test_csv_bytes (void)
{
  g_autoptr (SzPaper) paper = make_paper (3);
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = make_folder ();
  g_autofree char *path = g_build_filename (folder, "a.csv", NULL);
  g_autofree char *data = NULL;

  sz_paper_write_csv (paper, path, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (g_file_get_contents (path, &data, NULL, NULL));
  g_assert_cmpstr (data, ==,
                   "\xEF\xBB\xBF'=姓名,'@工号,'-备注,金额\r\n"
                   "'=1+1,'＝1+1,'=cmd|' /C calc'!A0,0.00\r\n"
                   "'+1+1,'＋1+1,|cmd,-0.01\r\n"
                   "'-1+1,'－1+1,\"'=DDE(\"\"cmd\"\";\"\"/C calc\"\";\"\"x\"\")\",-0.02\r\n"
                   "'=合计,,,-0.03\r\n");
  remove_folder (folder);
}

/* The bank reads bytes: nothing before them, nothing added. */
static void
test_csv_plain (void)
{
  g_autoptr (SzPaper) paper = make_paper (2);
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = make_folder ();
  g_autofree char *path = g_build_filename (folder, "a.csv", NULL);
  g_autofree char *data = NULL;

  sz_paper_write_csv_plain (paper, path, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (g_file_get_contents (path, &data, NULL, NULL));
  g_assert_cmpstr (data, ==,
                   "=姓名,@工号,-备注,金额\r\n"
                   "=1+1,＝1+1,=cmd|' /C calc'!A0,0.00\r\n"
                   "+1+1,＋1+1,|cmd,-0.01\r\n");
  remove_folder (folder);
}

static const SzPaperColumn twin_columns[] = {
  { "课时", "上学期", SZ_COLUMN_DECIMAL, 2, 10, SZ_TOTAL_SUM, NULL, TRUE, FALSE },
  { "课时", "下学期", SZ_COLUMN_DECIMAL, 2, 10, SZ_TOTAL_SUM, NULL, TRUE, FALSE },
  { "聘期", NULL, SZ_COLUMN_DATE, 0, 10, SZ_TOTAL_NONE, NULL, TRUE, FALSE },
};

static void
fill_twin (guint64 row, SzValue *values, const char **group)
{
  values[0] = row == 0 ? (SzValue){ 0 } : number_value (-50);
  values[1] = number_value (1234567);
  values[2] = row == 0 ? (SzValue){ SZ_VALUE_DATE, NULL, 0 } : date_value (2019, 9, 1);
}

static void
fill_single (guint64 row, SzValue *values, const char **group)
{
  values[0] = number_value (5);
}

/* Headings that would be the same are told apart; empty stays empty; two tables, one file. */
static void
test_csv_tables (void)
{
  SzTableOptions options = { FALSE, FALSE, NULL, FALSE, FALSE };
  g_autoptr (SzPaper) paper = sz_paper_new ("课时", SZ_ORIENTATION_AUTO);
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = make_folder ();
  g_autofree char *path = g_build_filename (folder, "a.csv", NULL);
  g_autofree char *data = NULL;

  fixture_add_table (paper, twin_columns, 3, &options, fill_twin, 2);
  fixture_add_table (paper, twin_columns, 1, &options, fill_single, 1);
  sz_paper_write_csv (paper, path, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (g_file_get_contents (path, &data, NULL, NULL));
  g_assert_cmpstr (data, ==,
                   "\xEF\xBB\xBF上学期/课时,下学期/课时,聘期\r\n"
                   ",12345.67,\r\n-0.50,12345.67,2019-09-01\r\n"
                   "\r\n课时\r\n0.05\r\n");
  remove_folder (folder);
}

int
main (int argc, char **argv)
{
  static const guint64 few = G_N_ELEMENTS (payloads);
  static const guint64 many = 2100;

  g_test_init (&argc, &argv, NULL);
  g_test_add_data_func ("/sheet/payload/xlsx", &few, test_xlsx);
  g_test_add_data_func ("/sheet/payload/xlsx-flat", &many, test_xlsx);
  g_test_add_func ("/sheet/payload/csv", test_csv);
  g_test_add_func ("/sheet/payload/csv-bytes", test_csv_bytes);
  g_test_add_func ("/sheet/payload/csv-plain", test_csv_plain);
  g_test_add_func ("/sheet/payload/csv-tables", test_csv_tables);
  return g_test_run ();
}
