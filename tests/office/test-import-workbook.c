/* test-import-workbook.c — what only a workbook can do to an import: numbers, errors, merges,
 * hidden rows, several sheets, protection
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <string.h>
#include <xlsxwriter.h>

#include "import-fixture.h"
#include "sz-import-kinds.h"

#define ID_A "11010519491231002X"
#define ID_B "440524188001010014"
#define ID_C "34052419800101001X"

/* The columns of all rosters here. */
enum
{
  STAFF_NO,
  NAME,
  ID_NUMBER,
  DEPARTMENT,
  EMPLOYMENT,
  SERVICE_FROM,
  ACCOUNT,
  RETIREMENT_AGE,
  N_COLUMNS,
};

static const char *const headings[N_COLUMNS] = {
  "工号", "姓名", "身份证号", "部门", "人员类别", "来校日期", "银行卡号", "原退休年龄",
};

typedef struct
{
  lxw_workbook *book;
  lxw_worksheet *sheet;
} Book;

static Book
begin_book (const char *path, const char *sheet)
{
  Book book = { .book = workbook_new (path) };

  book.sheet = workbook_add_worksheet (book.book, sheet);
  for (lxw_col_t i = 0; i < N_COLUMNS; i++)
    worksheet_write_string (book.sheet, 0, i, headings[i], NULL);
  return book;
}

static void
write_person (Book *book, lxw_row_t row, double staff_no, const char *name, const char *id)
{
  worksheet_write_number (book->sheet, row, STAFF_NO, staff_no, NULL);
  worksheet_write_string (book->sheet, row, NAME, name, NULL);
  worksheet_write_string (book->sheet, row, ID_NUMBER, id, NULL);
  worksheet_write_string (book->sheet, row, DEPARTMENT, "教务处", NULL);
  worksheet_write_string (book->sheet, row, EMPLOYMENT, "在编", NULL);
  worksheet_write_string (book->sheet, row, SERVICE_FROM, "2001.09", NULL);
}

static char *
get_path (Fixture *fixture)
{
  return g_build_filename (fixture->folder, "roster.xlsx", NULL);
}

/* A staff number is text though it stands as a number; a date cell is a date. */
static void
test_numbers (void)
{
  g_autoptr (Fixture) fixture = fixture_new ();
  g_autofree char *path = get_path (fixture);
  Book book = begin_book (path, "名册");
  lxw_format *format = workbook_add_format (book.book);
  lxw_datetime date = { 2010, 7, 1, 0, 0, 0 };
  g_autoptr (SzImportResult) result = NULL;

  format_set_num_format (format, "yyyy/m/d");
  write_person (&book, 1, 1001, "张三", ID_A);
  worksheet_write_datetime (book.sheet, 1, SERVICE_FROM, &date, format);
  worksheet_write_number (book.sheet, 1, RETIREMENT_AGE, 55, NULL);
  workbook_close (book.book);
  result = fixture_import (fixture, "people", path, FIXTURE_PLAIN);
  fixture_assert_counts (result, 1, 1, 0, 0);
  g_assert_cmpint (fixture_count (fixture,
                                  "SELECT count(*) FROM people p JOIN services s ON "
                                  "s.person_id = p.id WHERE staff_no = '1001' AND "
                                  "s.from_date = '2010-07-01' AND original_retirement_age = 55"),
                   ==, 1);
}

/* RULE ppl-1: digits that the spreadsheet program has eaten. */
static void
test_damaged (void)
{
  g_autoptr (Fixture) fixture = fixture_new ();
  g_autofree char *path = get_path (fixture);
  Book book = begin_book (path, "名册");
  g_autoptr (SzImportResult) result = NULL;

  write_person (&book, 1, 1001, "张三", ID_A);
  worksheet_write_number (book.sheet, 1, ACCOUNT, 6222278789498429926.0, NULL);
  write_person (&book, 2, 1002, "李四", ID_B);
  worksheet_write_number (book.sheet, 2, ID_NUMBER, 440524188001010014.0, NULL);
  workbook_close (book.book);
  result = fixture_import (fixture, "people", path, FIXTURE_PLAIN);
  fixture_assert_finding (result, "account.damaged", 2, "银行卡号");
  fixture_assert_finding (result, "idcard.damaged", 3, "身份证号");
  g_assert_cmpuint (sz_issue_list_errors (result->issues), ==, 2);
}

static void
test_error_cell (void)
{
  g_autoptr (Fixture) fixture = fixture_new ();
  g_autofree char *path = get_path (fixture);
  Book book = begin_book (path, "名册");
  g_autoptr (SzImportResult) result = NULL;

  write_person (&book, 1, 1001, "张三", ID_A);
  worksheet_write_formula_str (book.sheet, 1, NAME, "=VLOOKUP(1,A9:B9,2,0)", NULL, "#N/A");
  workbook_close (book.book);
  result = fixture_import (fixture, "people", path, FIXTURE_PLAIN);
  fixture_assert_finding (result, "cell.error", 2, "姓名");
}

/* A department merged downwards counts for each row; hidden rows are data, and said. */
static void
test_merged_and_hidden (void)
{
  g_autoptr (Fixture) fixture = fixture_new ();
  g_autofree char *path = get_path (fixture);
  Book book = begin_book (path, "名册");
  lxw_row_col_options hidden = { .hidden = LXW_TRUE };
  g_autoptr (SzImportResult) result = NULL;

  write_person (&book, 1, 1001, "张三", ID_A);
  write_person (&book, 2, 1002, "李四", ID_B);
  write_person (&book, 3, 1003, "王五", ID_C);
  worksheet_merge_range (book.sheet, 1, DEPARTMENT, 3, DEPARTMENT, "机械工程系", NULL);
  worksheet_set_row_opt (book.sheet, 2, LXW_DEF_ROW_HEIGHT, NULL, &hidden);
  workbook_close (book.book);
  result = fixture_import (fixture, "people", path, FIXTURE_PLAIN);
  fixture_assert_finding (result, "rows.hidden", 0, NULL);
  fixture_assert_counts (result, 3, 3, 0, 0);
  g_assert_cmpint (fixture_count (fixture,
                                  "SELECT count(*) FROM person_records WHERE value = '机械工程系'"),
                   ==, 3);
}

/* Rows that are not stored are blank rows all the same. */
static void
test_gaps (void)
{
  g_autoptr (Fixture) fixture = fixture_new ();
  g_autofree char *path = get_path (fixture);
  Book book = begin_book (path, "名册");
  g_autoptr (SzImportResult) result = NULL;

  write_person (&book, 1, 1001, "张三", ID_A);
  write_person (&book, 5, 1002, "李四", ID_B);
  worksheet_write_string (book.sheet, 6, 0, "合计", NULL);
  worksheet_write_string (book.sheet, 8, 0, "制表人：", NULL);
  workbook_close (book.book);
  result = fixture_import (fixture, "people", path, FIXTURE_PLAIN);
  fixture_assert_counts (result, 2, 2, 0, 0);
  g_assert_cmpint (result->skipped, ==, 6);
}

static void
test_sheet (void)
{
  g_autoptr (Fixture) fixture = fixture_new ();
  g_autofree char *path = get_path (fixture);
  Book book = begin_book (path, "说明");
  SzImportRequest request = { .kind = sz_import_kind_find ("people"), .path = path };
  SzProgress progress = { NULL, NULL };
  g_autoptr (GError) error = NULL;
  g_autoptr (SzImportResult) first = NULL;
  g_autoptr (SzImportResult) second = NULL;

  book.sheet = workbook_add_worksheet (book.book, "二月");
  for (lxw_col_t i = 0; i < N_COLUMNS; i++)
    worksheet_write_string (book.sheet, 0, i, headings[i], NULL);
  write_person (&book, 1, 1001, "张三", ID_A);
  workbook_close (book.book);

  request.sheet = "三月";
  first = sz_office_import (fixture->office, &request, progress, NULL, &error);
  g_assert_no_error (error);
  fixture_assert_finding (first, "sheet.missing", 0, NULL);
  request.sheet = "二月";
  second = sz_office_import (fixture->office, &request, progress, NULL, &error);
  g_assert_no_error (error);
  fixture_assert_counts (second, 1, 1, 0, 0);
  g_assert_cmpstr (second->sheet, ==, "二月");
}

/* An OLE container whose directory names an encrypted package: sector 1 holds the directory. */
static void
test_encrypted (void)
{
  static const guint8 magic[] = { 0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1 };
  static const char name[] = "EncryptedPackage";
  g_autoptr (Fixture) fixture = fixture_new ();
  g_autofree char *path = get_path (fixture);
  g_autofree guint8 *bytes = g_malloc0 (8 * 512);
  guint8 *entry = bytes + 2 * 512;
  g_autoptr (SzImportResult) result = NULL;

  memcpy (bytes, magic, sizeof magic);
  bytes[30] = 9; /* sectors of 512 bytes */
  bytes[48] = 1; /* the directory's first */
  memset (bytes + 512, 0xFF, 512);
  for (gsize i = 0; i < sizeof name - 1; i++)
    entry[2 * i] = (guint8)name[i];
  entry[64] = 2 * sizeof name;
  g_file_set_contents (path, (const char *)bytes, 8 * 512, NULL);
  result = fixture_import (fixture, "people", path, FIXTURE_PLAIN);
  fixture_assert_finding (result, "file.encrypted", 0, NULL);
  g_assert_cmpint (fixture_count (fixture, "SELECT count(*) FROM acts WHERE refused = 1"), ==, 1);
}

/* A single cell beyond every bound. */
static void
test_limit (void)
{
  g_autoptr (Fixture) fixture = fixture_new ();
  g_autoptr (GString) text = g_string_new ("工号,姓名,身份证号,部门,人员类别\n1001,");
  g_autofree char *path = NULL;
  g_autoptr (SzImportResult) result = NULL;

  for (int i = 0; i < 200000; i++)
    g_string_append (text, "长");
  g_string_append (text, "," ID_A ",教务处,在编\n");
  path = fixture_write (fixture, "long.csv", text->str);
  result = fixture_import (fixture, "people", path, FIXTURE_PLAIN);
  fixture_assert_finding (result, "file.limit", 0, NULL);
  g_assert_cmpint (result->batch, ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/office/import/workbook/numbers", test_numbers);
  g_test_add_func ("/office/import/ppl-1/damaged-number", test_damaged);
  g_test_add_func ("/office/import/workbook/error-cell", test_error_cell);
  g_test_add_func ("/office/import/workbook/merged-and-hidden", test_merged_and_hidden);
  g_test_add_func ("/office/import/workbook/gaps", test_gaps);
  g_test_add_func ("/office/import/workbook/sheet", test_sheet);
  g_test_add_func ("/office/import/workbook/encrypted", test_encrypted);
  g_test_add_func ("/office/import/workbook/limit", test_limit);
  return g_test_run ();
}
