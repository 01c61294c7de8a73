/* test-xlsx-book.c — the parts of a workbook: sheets, relations, date systems, encodings
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <string.h>

#include "table-fixture.h"

#define SHEET(text)                                                                                \
  "<worksheet><sheetData><row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>" text                    \
  "</t></is></c></row></sheetData></worksheet>"
#define BOOK(inside) "<workbook xmlns:r=\"r\">" inside "</workbook>"

static void
expect (const FixturePart *parts, const char *expected)
{
  g_autofree char *path = fixture_zip ("book.xlsx", parts);
  g_autofree char *rows = fixture_dump (path);

  g_assert_cmpstr (rows, ==, expected);
}

static void
expect_book (const char *workbook, const char *expected)
{
  const FixturePart parts[] = {
    { "[Content_Types].xml", "<Types/>", -1, FALSE },
    { "_rels/.rels", fixture_package_rels, -1, FALSE },
    { "xl/workbook.xml", workbook, -1, FALSE },
    { "xl/_rels/workbook.xml.rels", fixture_workbook_rels, -1, FALSE },
    { "xl/worksheets/sheet1.xml", SHEET ("一"), -1, FALSE },
    { "xl/worksheets/sheet2.xml", SHEET ("二"), -1, FALSE },
    { "xl/chartsheets/sheet1.xml", "<chartsheet/>", -1, FALSE },
    { "xl/sharedStrings.xml", "<sst/>", -1, FALSE },
    { "xl/styles.xml", "<styleSheet/>", -1, FALSE },
    { NULL },
  };

  expect (parts, expected);
}

static void
test_sheets (void)
{
  expect_book (BOOK ("<sheets><sheet name=\"甲\" sheetId=\"2\" r:id=\"rId1\"/><sheet name=\"乙\" "
                     "sheetId=\"1\" r:id=\"rId2\"/></sheets>"),
               "1: T:一\n= 乙\n1: T:二\n");
  expect_book (
      BOOK (
          "<sheets><sheet name=\"乙\" r:id=\"rId2\"/><sheet name=\"甲\" r:id=\"rId1\"/></sheets>"),
      "1: T:二\n= 甲\n1: T:一\n");
}

static void
test_hidden_sheets (void)
{
  expect_book (BOOK ("<sheets><sheet name=\"甲\" state=\"hidden\" r:id=\"rId1\"/><sheet "
                     "name=\"乙\" state=\"visible\" r:id=\"rId2\"/></sheets>"),
               "1: T:二\n");
  expect_book (BOOK ("<sheets><sheet name=\"甲\" state=\"veryHidden\" r:id=\"rId1\"/></sheets>"),
               "! file.format detail=no_sheet\n");
  expect_book (
      BOOK (
          "<sheets><sheet name=\"图\" r:id=\"rId5\"/><sheet name=\"乙\" r:id=\"rId2\"/></sheets>"),
      "1: T:二\n");
}

static void
test_broken_books (void)
{
  expect_book (BOOK (""), "! file.format detail=no_sheet\n");
  expect_book (BOOK ("<sheets><sheet name=\"甲\" r:id=\"rId9\"/></sheets>"),
               "! file.format detail=sheets part=xl/workbook.xml\n");
  expect_book (BOOK ("<sheets><sheet r:id=\"rId1\"/></sheets>"),
               "! file.format detail=sheets part=xl/workbook.xml\n");
  expect_book (BOOK ("<sheets><sheet name=\"甲\" sheetId=\"rId1\"/></sheets>"),
               "! file.format detail=sheets part=xl/workbook.xml\n");
  expect_book ("<workbook><sheets>", "! file.format detail=xml part=xl/workbook.xml\n");
  expect_book ("", "! file.format detail=xml part=xl/workbook.xml\n");
}

/* Sheets are asked for by name, again and again, two at the same time, and outlive their file. */
static void
test_open_again (void)
{
  const FixturePart parts[] = {
    { "_rels/.rels", fixture_package_rels, -1, FALSE },
    { "xl/workbook.xml",
      BOOK (
          "<sheets><sheet name=\"甲\" r:id=\"rId1\"/><sheet name=\"乙\" r:id=\"rId2\"/></sheets>"),
      -1, FALSE },
    { "xl/_rels/workbook.xml.rels", fixture_workbook_rels, -1, FALSE },
    { "xl/worksheets/sheet1.xml", SHEET ("一"), -1, FALSE },
    { "xl/worksheets/sheet2.xml", SHEET ("二"), -1, TRUE },
    { "xl/styles.xml", "<styleSheet/>", -1, FALSE },
    { "xl/sharedStrings.xml", "<sst/>", -1, FALSE },
    { NULL },
  };
  g_autofree char *path = fixture_zip ("book.xlsx", parts);
  g_autoptr (GError) error = NULL;
  g_autoptr (SzTable) first = NULL;
  g_autoptr (SzTable) second = NULL;
  g_autoptr (SzTable) again = NULL;
  SzTableFile *file = sz_table_file_open (path, SZ_ENCODING_AUTO, NULL, NULL, &error);

  g_assert_no_error (error);
  g_assert_null (sz_table_file_encoding (file));
  g_assert_cmpuint (g_strv_length ((GStrv)sz_table_file_sheets (file)), ==, 2);
  first = sz_table_open (file, NULL, &error);
  second = sz_table_open (file, "乙", &error);
  again = sz_table_open (file, "甲", &error);
  g_assert_null (sz_table_open (file, "丙", &error));
  g_assert_error (error, SZ_ERROR, SZ_ERROR_FORMAT);
  g_assert_true (g_str_has_prefix (error->message, "sheet.missing"));
  g_clear_error (&error);
  sz_table_file_free (file);
  g_assert_cmpstr (sz_table_next (first, NULL, &error)->cells[0].text, ==, "一");
  g_assert_cmpstr (sz_table_next (second, NULL, &error)->cells[0].text, ==, "二");
  g_assert_cmpstr (sz_table_next (again, NULL, &error)->cells[0].text, ==, "一");
  g_assert_null (sz_table_next (first, NULL, &error));
  g_assert_cmpuint (sz_table_progress (first), ==, 1000);
  g_assert_no_error (error);
}

static void
test_date1904 (void)
{
  static const char styles[]
      = "<styleSheet><cellXfs><xf/><xf numFmtId=\"14\"/></cellXfs></styleSheet>";
  static const char sheet[] = "<worksheet><sheetData><row><c s=\"1\"><v>42247</v></c><c "
                              "s=\"1\"><v>0</v></c></row></sheetData></worksheet>";
  const FixturePart parts[] = {
    { "_rels/.rels", fixture_package_rels, -1, FALSE },
    { "xl/workbook.xml",
      BOOK ("<workbookPr date1904=\"1\"/><sheets><sheet name=\"甲\" r:id=\"rId1\"/></sheets>"), -1,
      FALSE },
    { "xl/_rels/workbook.xml.rels", fixture_workbook_rels, -1, FALSE },
    { "xl/worksheets/sheet1.xml", sheet, -1, FALSE },
    { "xl/styles.xml", styles, -1, FALSE },
    { "xl/sharedStrings.xml", "<sst/>", -1, FALSE },
    { NULL },
  };

  expect (parts, "1: D:2019-09-01 D:1904-01-01\n");
}

/* Other folders, prefixes, capitals, backslashes, no styles and no shared strings. */
static void
test_unusual_layout (void)
{
  static const char package[] = "<p:Relationships xmlns:p=\"p\"><p:Relationship Id=\"a\" "
                                "Type=\"http://purl.oclc.org/ooxml/officeDocument/relationships/"
                                "officeDocument\" Target=\"/Book/Main.xml\"/></p:Relationships>";
  static const char relations[]
      = "<Relationships><Relationship Id=\"z\" Type=\"http://purl.oclc.org/x/worksheet\" "
        "Target=\"../Sheets/./One.xml\"/>"
        "<Relationship Id=\"l\" Type=\"x/hyperlink\" Target=\"http://example.org\" "
        "TargetMode=\"External\"/></Relationships>";
  static const char book[] = "<x:workbook xmlns:x=\"x\" xmlns:rel=\"r\"><x:sheets><x:sheet "
                             "name=\"甲\" sheetId=\"1\" rel:id=\"z\"/></x:sheets></x:workbook>";
  const FixturePart parts[] = {
    { "_rels/.rels", package, -1, TRUE },
    { "book/main.xml", book, -1, FALSE },
    { "Book\\_rels\\Main.xml.rels", relations, -1, FALSE },
    { "SHEETS/", "", -1, TRUE },
    { "sheets/One.xml", SHEET ("远"), -1, FALSE },
    { NULL },
  };

  expect (parts, "1: T:远\n");
}

static void
test_missing_parts (void)
{
  const FixturePart no_sheet[] = {
    { "_rels/.rels", fixture_package_rels, -1, FALSE },
    { "xl/workbook.xml", fixture_workbook, -1, FALSE },
    { "xl/_rels/workbook.xml.rels", fixture_workbook_rels, -1, FALSE },
    { "xl/styles.xml", "<styleSheet/>", -1, FALSE },
    { "xl/sharedStrings.xml", "<sst/>", -1, FALSE },
    { NULL },
  };

  expect (no_sheet, "! file.format detail=part_missing part=xl/worksheets/sheet1.xml\n");
  expect (no_sheet + 1, "! file.format detail=part_missing part=xl/worksheets/sheet1.xml\n");
}

/* A part in UTF-16, as some programs write it; its joined cells are found too. */
static void
test_utf16 (void)
{
  static const char sheet[]
      = "<?xml version=\"1.0\" encoding=\"UTF-16\"?><worksheet><sheetData><row><c "
        "t=\"inlineStr\"><is><t>职称</t></is></c></row>"
        "<row><c/><c><v>2</v></c></row></sheetData><mergeCells><mergeCell "
        "ref=\"A1:A2\"/></mergeCells></worksheet>";
  static const char *const encodings[] = { "UTF-16LE", "UTF-16BE" };

  for (gsize i = 0; i < G_N_ELEMENTS (encodings); i++)
    {
      gsize n = 0;
      g_autofree char *marked = g_strconcat ("\xef\xbb\xbf", sheet, NULL);
      g_autofree char *bytes = g_convert (marked, -1, encodings[i], "UTF-8", NULL, &n, NULL);
      const FixturePart parts[] = {
        { "_rels/.rels", fixture_package_rels, -1, FALSE },
        { "xl/workbook.xml", fixture_workbook, -1, FALSE },
        { "xl/_rels/workbook.xml.rels", fixture_workbook_rels, -1, FALSE },
        { "xl/styles.xml", "<styleSheet/>", -1, FALSE },
        { "xl/sharedStrings.xml", "<sst/>", -1, FALSE },
        { "xl/worksheets/sheet1.xml", bytes, (gssize)n, FALSE },
        { NULL },
      };

      expect (parts, "1: T:职称\n2: T:职称 N:2\n");
    }
}

static void
test_odd_encodings (void)
{
  static const struct
  {
    const char *sheet;
    const char *expected;
  } cases[] = {
    { "<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?><worksheet><sheetData><row><c "
      "t=\"inlineStr\"><is><t>caf\xe9</t></is></c></row></sheetData></worksheet>",
      "1: T:café\n" },
    { "<?xml version=\"1.0\" encoding=\"GB18030\"?><worksheet/>",
      "! file.format detail=xml_encoding part=xl/worksheets/sheet1.xml\n" },
    { "<worksheet><sheetData><row><c "
      "t=\"inlineStr\"><is><t>\xd6\xd0</t></is></c></row></sheetData></worksheet>",
      "! file.format detail=xml part=xl/worksheets/sheet1.xml\n" },
    { "<worksheet><sheetData><row><c "
      "t=\"inlineStr\"><is><t>\x01</t></is></c></row></sheetData></worksheet>",
      "! file.format detail=xml part=xl/worksheets/sheet1.xml\n" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = fixture_book (cases[i].sheet, NULL, NULL);
      g_autofree char *rows = fixture_dump (path);

      g_assert_cmpstr (rows, ==, cases[i].expected);
    }
}

static void
test_cancel (void)
{
  g_autofree char *path = fixture_book (SHEET ("一"), NULL, NULL);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (SzTableFile) file
      = sz_table_file_open (path, SZ_ENCODING_AUTO, NULL, cancellable, &error);
  g_autoptr (SzTable) table = sz_table_open (file, NULL, &error);

  g_assert_no_error (error);
  g_cancellable_cancel (cancellable);
  g_assert_null (sz_table_next (table, cancellable, &error));
  g_assert_error (error, SZ_ERROR, SZ_ERROR_CANCELLED);
  g_clear_error (&error);
  g_assert_null (sz_table_file_open (path, SZ_ENCODING_AUTO, NULL, cancellable, &error));
  g_assert_error (error, SZ_ERROR, SZ_ERROR_CANCELLED);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/sheet/xlsx/book/sheets", test_sheets);
  g_test_add_func ("/sheet/xlsx/book/hidden-sheets", test_hidden_sheets);
  g_test_add_func ("/sheet/xlsx/book/broken", test_broken_books);
  g_test_add_func ("/sheet/xlsx/book/open-again", test_open_again);
  g_test_add_func ("/sheet/xlsx/book/date1904", test_date1904);
  g_test_add_func ("/sheet/xlsx/book/unusual-layout", test_unusual_layout);
  g_test_add_func ("/sheet/xlsx/book/missing-parts", test_missing_parts);
  g_test_add_func ("/sheet/xlsx/book/utf-16", test_utf16);
  g_test_add_func ("/sheet/xlsx/book/odd-encodings", test_odd_encodings);
  g_test_add_func ("/sheet/xlsx/book/cancel", test_cancel);
  return g_test_run ();
}
