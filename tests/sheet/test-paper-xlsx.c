/* test-paper-xlsx.c — workbooks compared part by part, and what they hold
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The golden workbooks are in tests/sheet/golden. After a wanted change run this test once with
 * SHIZI_UPDATE_GOLDEN=1, open the new files in a spreadsheet program, and look at the difference.
 */
#include "paper-fixture.h"
#include "sz-paginate.h"
#include "sz-paper-cairo.h"
#include "sz-table.h"
#include "zip-parts.h"

#include <locale.h>
#include <string.h>

static char *
golden_path (const char *name)
{
  const char *root = g_getenv ("SHIZI_SOURCE_ROOT");

  g_assert_nonnull (root);
  return g_build_filename (root, "tests", "sheet", "golden", name, NULL);
}

static void
copy_file (const char *from, const char *to)
{
  g_autofree char *data = NULL;
  gsize length;

  g_assert_true (g_file_get_contents (from, &data, &length, NULL));
  g_assert_true (g_file_set_contents (to, data, (gssize)length, NULL));
}

/* The same parts in the same order, and each the same bytes. */
static void
compare_parts (const char *path, const char *golden)
{
  g_autoptr (GPtrArray) order = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) wanted_order = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GHashTable) parts = read_parts (path, order);
  g_autoptr (GHashTable) wanted = read_parts (golden, wanted_order);

  g_assert_cmpuint (order->len, ==, wanted_order->len);
  for (guint i = 0; i < order->len; i++)
    {
      const char *name = g_ptr_array_index (order, i);
      GBytes *part = g_hash_table_lookup (parts, name);

      g_assert_cmpstr (name, ==, g_ptr_array_index (wanted_order, i));
      if (!g_bytes_equal (part, g_hash_table_lookup (wanted, name)))
        g_error ("%s of %s differs from the golden workbook", name, path);
    }
}

static void
write_papers (SzPaper *const *papers, guint n, const char *path)
{
  g_autoptr (GError) error = NULL;

  sz_paper_write_xlsx (papers, n, path, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
}

static void
check_golden (SzPaper *const *papers, guint n, const char *name)
{
  g_autofree char *folder = make_folder ();
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autofree char *golden = golden_path (name);

  write_papers (papers, n, path);
  if (g_strcmp0 (g_getenv ("SHIZI_UPDATE_GOLDEN"), "1") == 0)
    copy_file (path, golden);
  compare_parts (path, golden);
  remove_folder (folder);
}

static const SzPaperColumn small_columns[] = {
  { "部门", NULL, SZ_COLUMN_TEXT, 0, 20, SZ_TOTAL_NONE, NULL, FALSE, FALSE },
  { "人数", NULL, SZ_COLUMN_COUNT, 0, 8, SZ_TOTAL_SUM, NULL, FALSE, FALSE },
  { "课时", NULL, SZ_COLUMN_DECIMAL, 2, 10, SZ_TOTAL_SUM, NULL, TRUE, FALSE },
  { "系数", NULL, SZ_COLUMN_DECIMAL, 4, 10, SZ_TOTAL_NONE, NULL, TRUE, FALSE },
  { "金额", NULL, SZ_COLUMN_AMOUNT, 2, 16, SZ_TOTAL_SUM, NULL, TRUE, FALSE },
  { "聘期起", NULL, SZ_COLUMN_DATE, 0, 11, SZ_TOTAL_NONE, NULL, TRUE, FALSE },
  { "出生年月", NULL, SZ_COLUMN_MONTH, 0, 10, SZ_TOTAL_NONE, NULL, TRUE, FALSE },
  { "身份证号", NULL, SZ_COLUMN_CODE, 0, 20, SZ_TOTAL_NONE, NULL, FALSE, FALSE },
};
#define N_SMALL G_N_ELEMENTS (small_columns)

static void
fill_small (guint64 row, SzValue *values, const char **group)
{
  static const char *const groups[] = { "机电工程系", "信息工程系" };

  *group = groups[row / 2 % 2];
  values[0] = text_value (row == 3 ? "=HYPERLINK(\"http://x\")" : *group);
  values[1] = number_value ((gint64)row + 10);
  values[2] = number_value (40050);
  values[3] = row == 0 ? (SzValue){ 0 } : number_value (12345);
  values[4] = row == 1 ? number_value (0) : number_value (96345600 - (gint64)row * 100000001);
  values[5] = row == 2 ? date_value (2019, 9, 0) : date_value (2019, 9, 1);
  values[6] = date_value (1990, 3, 1);
  values[7] = text_value ("370102199003078515");
}

static SzPaper *
make_small_paper (guint64 rows)
{
  static const char *const fields[]
      = { "方案", "2025年度方案", "批准文号", "人社字〔2026〕3号", NULL };
  static const char *const signatures[] = { "制表人", "审核人：", NULL };
  static const char *const labels[] = { "机电工程系", "信息工程系" };
  static const gint64 values[] = { 123456789, 987654321 };
  SzTableOptions options = { TRUE, FALSE, "总计", TRUE, FALSE };
  SzPaper *paper = sz_paper_new ("部门/汇总", SZ_ORIENTATION_PORTRAIT);

  sz_paper_add_title (paper, "分配汇总表");
  sz_paper_add_fields (paper, 2, fields);
  sz_paper_add_text (paper, "");
  fixture_add_table (paper, small_columns, N_SMALL, &options, fill_small, rows);
  sz_paper_add_page_break (paper);
  sz_paper_add_chart (paper, SZ_CHART_BAR, "各部门", labels, values, 2, 2);
  sz_paper_add_chart (paper, SZ_CHART_PIE, "占比", labels, values, 2, 2);
  sz_paper_add_signatures (paper, signatures);
  return paper;
}

static void
test_golden (void)
{
  g_autoptr (SzPaper) pay = make_pay_paper (60, TRUE);
  g_autoptr (SzPaper) small = make_small_paper (5);
  SzPaper *papers[] = { pay, small };

  check_golden (papers, 2, "two-papers.xlsx");
}

static void
test_golden_flat (void)
{
  g_autoptr (SzPaper) pay = make_pay_paper (2001, FALSE);

  check_golden (&pay, 1, "flat.xlsx");
}

/* A decimal comma of the user's locale must not get into the file. */
static void
test_locale (void)
{
  g_autoptr (SzPaper) small = make_small_paper (5);
  g_autofree char *folder = make_folder ();
  g_autofree char *plain = g_build_filename (folder, "plain.xlsx", NULL);
  g_autofree char *comma = g_build_filename (folder, "comma.xlsx", NULL);
  locale_t german = newlocale (LC_NUMERIC_MASK, "de_DE.UTF-8", (locale_t)0);
  locale_t before = uselocale ((locale_t)0);

  write_papers (&small, 1, plain);
  /* Where that locale is not installed the file is at least written twice the same. */
  if (german != (locale_t)0)
    uselocale (german);
  write_papers (&small, 1, comma);
  g_assert_true (german == (locale_t)0 || uselocale ((locale_t)0) == german);
  uselocale (before);
  if (german != (locale_t)0)
    freelocale (german);
  compare_parts (comma, plain);
  remove_folder (folder);
}

static void
assert_has (const char *text, const char *piece)
{
  if (strstr (text, piece) == NULL)
    g_error ("%s not found", piece);
}

/* Ready to print: A4, in the size that fills the width, headings on each page, page x of y, print
 * area. */
static void
test_print_setup (void)
{
  g_autoptr (SzPaper) pay = make_pay_paper (60, TRUE);
  g_autofree char *folder = make_folder ();
  g_autofree char *path = g_build_filename (folder, "a.xlsx", NULL);
  g_autofree char *sheet = NULL;
  g_autofree char *book = NULL;

  write_papers (&pay, 1, path);
  sheet = read_part (path, "xl/worksheets/sheet1.xml");
  book = read_part (path, "xl/workbook.xml");
  assert_has (sheet, "paperSize=\"9\"");
  assert_has (sheet, "orientation=\"landscape\"");
  assert_has (sheet, " scale=\"");
  assert_has (sheet, "第 &amp;P 页 共 &amp;N 页");
  assert_has (sheet, "<autoFilter ref=\"A4:N7");
  assert_has (sheet, "state=\"frozen\"");
  assert_has (sheet, "<rowBreaks count=");
  assert_has (sheet, "numberStoredAsText=\"1\"");
  assert_has (book, "_xlnm.Print_Titles");
  assert_has (book, "$3:$4");
  assert_has (book, "_xlnm.Print_Area");
  assert_has (sheet, "<f>SUBTOTAL(9,J5:J");
  assert_has (sheet, "ySplit=\"4\"");
  assert_has (sheet, "xSplit=\"3\"");
  remove_folder (folder);
}

static double
find_number (const char *text, const char *before)
{
  const char *at = strstr (text, before);

  g_assert_nonnull (at);
  return g_ascii_strtod (at + strlen (before), NULL);
}

/* The sheet breaks where PDF and printer do, and its pages are full. */
static void
test_pages (void)
{
  g_autoptr (SzPaper) pay = make_pay_paper (90, TRUE);
  g_autofree char *folder = make_folder ();
  g_autofree char *path = g_build_filename (folder, "a.xlsx", NULL);
  g_autofree char *sheet = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (SzPages) pages = sz_pages_new (&pay, 1, &error);
  double scale, used = 0, heading = 0;
  guint row = 0, page = 0;
  SzPageBox box;

  g_assert_no_error (error);
  write_papers (&pay, 1, path);
  sheet = read_part (path, "xl/worksheets/sheet1.xml");
  sz_page_box (pay, &box);
  scale = strstr (sheet, " scale=\"") != NULL ? find_number (sheet, " scale=\"") / 100 : 1;
  for (const char *at = strstr (sheet, "<row r="); at != NULL; at = strstr (at + 1, "<row r="))
    {
      const char *end = strchr (at, '>');
      const char *height = g_strstr_len (at, end - at, " ht=\"");
      g_autofree char *mark = g_strdup_printf ("<brk id=\"%u\"", row);

      if (strstr (sheet, mark) != NULL)
        {
          g_assert_cmpfloat (used * scale, <=, sz_page_box_height (&box));
          g_assert_cmpfloat (used * scale, >=, sz_page_box_height (&box) * 0.9);
          used = heading;
          page++;
        }
      row++;
      used += height != NULL ? g_ascii_strtod (height + 5, NULL) : 19;
      if (row == 3 || row == 4)
        heading += height != NULL ? g_ascii_strtod (height + 5, NULL) : 19;
    }
  g_assert_cmpfloat (used * scale, <=, sz_page_box_height (&box));
  g_assert_cmpuint (page + 1, ==, sz_pages_count (pages));
  remove_folder (folder);
}

static void
fill_links (guint64 row, SzValue *values, const char **group)
{
  values[0] = text_value ("甲");
  values[0].place = (guint)row + 2;
  values[1] = text_value ("");
  values[1].place = (guint)row + 2;
}

/* A contents page leads to the sheets, whatever their names. */
static void
test_links (void)
{
  static const SzPaperColumn columns[]
      = { { .heading = "材料", .kind = SZ_COLUMN_TEXT, .width = 20 },
          { .heading = "工作表", .kind = SZ_COLUMN_PLACE, .width = 20 } };
  static const SzTableOptions options = { 0 };
  g_autoptr (SzPaper) contents = sz_paper_new ("目录", SZ_ORIENTATION_PORTRAIT);
  g_autoptr (SzPaper) first = sz_paper_new ("部门一", SZ_ORIENTATION_PORTRAIT);
  g_autoptr (SzPaper) second = sz_paper_new ("部门一", SZ_ORIENTATION_PORTRAIT);
  SzPaper *papers[] = { contents, first, second };
  g_autofree char *folder = make_folder ();
  g_autofree char *path = g_build_filename (folder, "a.xlsx", NULL);
  g_autofree char *sheet = NULL;
  g_autofree char *texts = NULL;

  fixture_add_table (contents, columns, 2, &options, fill_links, 2);
  sz_paper_add_title (first, "一");
  sz_paper_add_title (second, "二");
  write_papers (papers, 3, path);
  sheet = read_part (path, "xl/worksheets/sheet1.xml");
  texts = read_part (path, "xl/sharedStrings.xml");
  assert_has (sheet, "location=\"'部门一'!A1\"");
  assert_has (sheet, "location=\"'部门一(2)'!A1\"");
  assert_has (texts, "部门一");
  remove_folder (folder);
}

static GPtrArray *
read_cells (const char *path, guint columns)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SzTableFile) file = sz_table_file_open (path, SZ_ENCODING_AUTO, NULL, NULL, &error);
  g_autoptr (SzTable) table = NULL;
  GPtrArray *rows = g_ptr_array_new_with_free_func ((GDestroyNotify)g_strfreev);
  const SzTableRow *row;

  g_assert_no_error (error);
  table = sz_table_open (file, NULL, &error);
  g_assert_no_error (error);
  while ((row = sz_table_next (table, NULL, &error)) != NULL)
    {
      char **cells = g_new0 (char *, columns + 1);

      for (guint c = 0; c < columns; c++)
        cells[c] = g_strdup (c < row->n_cells ? row->cells[c].text : "");
      g_ptr_array_add (rows, cells);
    }
  g_assert_no_error (error);
  return rows;
}

static gint64
parse_fen (const char *text)
{
  g_autoptr (GError) error = NULL;
  gint64 value;

  if (*text == '\0' || strcmp (text, "—") == 0)
    return 0;
  sz_decimal_parse (text, 2, &value, &error);
  g_assert_no_error (error);
  return value;
}

/* RULE num-5: page totals and total of the sheet are the sums of its cells, read back. */
static void
test_sums (void)
{
  g_autoptr (SzPaper) pay = make_pay_paper (90, TRUE);
  g_autofree char *folder = make_folder ();
  g_autofree char *path = g_build_filename (folder, "a.xlsx", NULL);
  g_autoptr (GPtrArray) rows = NULL;
  gint64 page[N_PAY_COLUMNS] = { 0 }, all[N_PAY_COLUMNS] = { 0 };
  guint pages = 0, data = 0, totals = 0;

  write_papers (&pay, 1, path);
  rows = read_cells (path, N_PAY_COLUMNS);
  for (guint r = 4; r < rows->len; r++)
    {
      char **cells = g_ptr_array_index (rows, r);
      gboolean is_page = strcmp (cells[0], "本页小计") == 0;
      gboolean is_all = strcmp (cells[0], "累计") == 0 || strcmp (cells[0], "合计") == 0;

      if (!is_page && !is_all && !g_ascii_isdigit (*cells[0]))
        continue;
      for (guint c = 9; c <= 12; c++)
        {
          gint64 value = parse_fen (cells[c]);

          if (is_page || is_all)
            g_assert_cmpint (value, ==, is_page ? page[c] : all[c]);
          page[c] = is_page ? 0 : is_all ? page[c] : page[c] + value;
          all[c] += is_page || is_all ? 0 : value;
        }
      pages += is_page;
      totals += strcmp (cells[0], "合计") == 0;
      data += !is_page && !is_all;
    }
  g_assert_cmpuint (data, ==, 90);
  g_assert_cmpuint (pages, >, 2);
  g_assert_cmpuint (totals, ==, 1);
  remove_folder (folder);
}

/* Every digit is kept: 18 of an ID number, 15 of an amount, more than that as text. */
static void
fill_digits (guint64 row, SzValue *values, const char **group)
{
  static const gint64 amounts[]
      = { 1,          -1, 10, 999999999999999, -999999999999999, 1000000000000001, G_MAXINT64,
          G_MININT64, 29, 115 };

  values[0] = text_value ("000000000000000123");
  values[1] = number_value (amounts[row]);
}

static void
test_digits (void)
{
  static const SzPaperColumn columns[] = {
    { "账号", NULL, SZ_COLUMN_CODE, 0, 20, SZ_TOTAL_NONE, NULL, FALSE, FALSE },
    { "金额", NULL, SZ_COLUMN_AMOUNT, 2, 24, SZ_TOTAL_NONE, NULL, FALSE, FALSE },
  };
  static const char *const printed[] = { "0.01",
                                         "-0.01",
                                         "0.1",
                                         "9999999999999.99",
                                         "-9999999999999.99",
                                         "10,000,000,000,000.01",
                                         "92,233,720,368,547,758.07",
                                         "-92,233,720,368,547,758.08",
                                         "0.29",
                                         "1.15" };
  SzTableOptions options = { 0 };
  g_autoptr (SzPaper) paper = sz_paper_new ("账", SZ_ORIENTATION_AUTO);
  g_autofree char *folder = make_folder ();
  g_autofree char *path = g_build_filename (folder, "a.xlsx", NULL);
  g_autoptr (GPtrArray) rows = NULL;

  fixture_add_table (paper, columns, 2, &options, fill_digits, G_N_ELEMENTS (printed));
  write_papers (&paper, 1, path);
  rows = read_cells (path, 2);
  for (guint i = 0; i < G_N_ELEMENTS (printed); i++)
    {
      char **cells = g_ptr_array_index (rows, i + 1);

      g_assert_cmpstr (cells[0], ==, "000000000000000123");
      g_assert_cmpstr (cells[1], ==, printed[i]);
    }
  remove_folder (folder);
}

static void
fill_huge (guint64 row, SzValue *values, const char **group)
{
  values[1] = number_value (G_MAXINT64 / 2 + 1);
}

static void
test_overflow (void)
{
  SzTableOptions options = { FALSE, FALSE, "合计", FALSE, FALSE };
  g_autoptr (SzPaper) paper = sz_paper_new ("大", SZ_ORIENTATION_AUTO);
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = make_folder ();
  g_autofree char *path = g_build_filename (folder, "a.xlsx", NULL);
  g_autofree char *code = NULL;

  fixture_add_table (paper, small_columns, 2, &options, fill_huge, 2);
  g_assert_false (sz_paper_write_xlsx (&paper, 1, path, NULL, NULL, NULL, &error));
  code = sz_error_dup_code (error);
  g_assert_cmpstr (code, ==, "number.overflow");
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
  remove_folder (folder);
}

static char *long_text;

static void
fill_long (guint64 row, SzValue *values, const char **group)
{
  values[0] = text_value (long_text);
}

static void
test_long_text (void)
{
  SzTableOptions options = { 0 };

  for (guint length = 32767; length <= 32768; length++)
    {
      g_autoptr (SzPaper) paper = sz_paper_new ("长", SZ_ORIENTATION_AUTO);
      g_autoptr (GError) error = NULL;
      g_autofree char *folder = make_folder ();
      g_autofree char *path = g_build_filename (folder, "a.xlsx", NULL);
      g_autofree char *code = NULL;

      long_text = g_strnfill (length, 'a');
      fixture_add_table (paper, small_columns, 1, &options, fill_long, 1);
      sz_paper_write_xlsx (&paper, 1, path, NULL, NULL, NULL, &error);
      code = error != NULL ? sz_error_dup_code (error) : NULL;
      g_assert_cmpstr (code, ==, length == 32767 ? NULL : "paper.text_too_long");
      g_free (long_text);
      remove_folder (folder);
    }
}

static void
stop_cb (guint64 done, guint64 total, gpointer user_data)
{
  g_assert_cmpuint (total, ==, 3000);
  if (done > 500)
    g_cancellable_cancel (user_data);
}

static void
test_cancel (void)
{
  g_autoptr (SzPaper) paper = make_pay_paper (3000, FALSE);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = make_folder ();
  g_autofree char *path = g_build_filename (folder, "a.xlsx", NULL);

  g_assert_false (sz_paper_write_xlsx (&paper, 1, path, stop_cb, cancellable, cancellable, &error));
  g_assert_error (error, SZ_ERROR, SZ_ERROR_CANCELLED);
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
  remove_folder (folder);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/sheet/paper-xlsx/golden", test_golden);
  g_test_add_func ("/sheet/paper-xlsx/golden-flat", test_golden_flat);
  g_test_add_func ("/sheet/paper-xlsx/locale", test_locale);
  g_test_add_func ("/sheet/paper-xlsx/print-setup", test_print_setup);
  g_test_add_func ("/sheet/paper-xlsx/pages", test_pages);
  g_test_add_func ("/sheet/paper-xlsx/links", test_links);
  g_test_add_func ("/sheet/paper-xlsx/num-5/sums", test_sums);
  g_test_add_func ("/sheet/paper-xlsx/digits", test_digits);
  g_test_add_func ("/sheet/paper-xlsx/num-3/overflow", test_overflow);
  g_test_add_func ("/sheet/paper-xlsx/long-text", test_long_text);
  g_test_add_func ("/sheet/paper-xlsx/cancel", test_cancel);
  return g_test_run ();
}
