/* test-xlsx-hostile.c — parts of workbooks made to hurt
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <string.h>
#include <sys/resource.h>

#include "table-fixture.h"

#define SHEET                                                                                      \
  "<worksheet><sheetData><row r=\"1\"><c r=\"A1\"><v>1</v></c></row></sheetData></worksheet>"
#define SHEET_PART "xl/worksheets/sheet1.xml"

/* A whole workbook, in which @bytes stand in the place of one part. */
static void
expect_with (const char *name, const char *bytes, const char *expected)
{
  FixturePart parts[] = {
    { "_rels/.rels", fixture_package_rels, -1, FALSE },
    { "xl/workbook.xml", fixture_workbook, -1, FALSE },
    { "xl/_rels/workbook.xml.rels", fixture_workbook_rels, -1, FALSE },
    { SHEET_PART, SHEET, -1, FALSE },
    { "xl/styles.xml", "<styleSheet/>", -1, FALSE },
    { "xl/sharedStrings.xml", "<sst/>", -1, FALSE },
    { NULL },
  };
  g_autofree char *path = NULL;
  g_autofree char *rows = NULL;

  for (FixturePart *part = parts; part->name != NULL; part++)
    if (strcmp (part->name, name) == 0)
      part->bytes = bytes;
  path = fixture_zip ("with.xlsx", parts);
  rows = fixture_dump (path);
  g_assert_cmpstr (rows, ==, expected);
}

static void
test_doctype (void)
{
  static const char *const documents[] = {
    "<!DOCTYPE x><worksheet/>",
    "<!DOCTYPE x [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b "
    "\"&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;\">]><worksheet>&b;</worksheet>",
    "<!DOCTYPE x [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><worksheet>&x;</worksheet>",
    "<!DOCTYPE x SYSTEM \"http://127.0.0.1/x.dtd\"><worksheet/>",
  };
  static const char *const parts[] = {
    SHEET_PART,        "xl/sharedStrings.xml", "xl/styles.xml",
    "xl/workbook.xml", "_rels/.rels",          "xl/_rels/workbook.xml.rels",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (documents); i++)
    for (gsize k = 0; k < G_N_ELEMENTS (parts); k++)
      {
        g_autofree char *expected
            = g_strdup_printf ("! file.format detail=doctype part=%s\n", parts[k]);

        expect_with (parts[k], documents[i], expected);
      }
}

static void
test_depth (void)
{
  g_autoptr (GString) deep = g_string_new (NULL);

  for (guint i = 0; i < 100000; i++)
    g_string_append (deep, i % 2 == 0 ? "<a>" : "<b x='1'>");
  expect_with (SHEET_PART, deep->str, "! file.limit limit=depth value=64\n");
}

static char *
make_random_text (GRand *random, gsize n)
{
  char *text = g_malloc (n + 1);

  for (gsize i = 0; i < n; i++)
    text[i] = (char)g_rand_int_range (random, 'a', 'z' + 1);
  text[n] = '\0';
  return text;
}

static void
test_huge_token (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (4);
  g_autofree char *text = make_random_text (random, 3 * 1024 * 1024);
  g_autofree char *attribute = g_strconcat ("<worksheet a=\"", text, "\"/>", NULL);
  g_autofree char *comment = g_strconcat ("<worksheet><!--", text, "--></worksheet>", NULL);
  g_autofree char *cell
      = g_strconcat ("<worksheet><sheetData><row><c t=\"inlineStr\"><is><t>", text, NULL);

  expect_with (SHEET_PART, attribute, "! file.limit limit=xml_token value=1048576\n");
  expect_with (SHEET_PART, comment, "! file.limit limit=xml_token value=1048576\n");
  expect_with (SHEET_PART, cell, "! file.limit limit=cell_bytes value=131072 cell=A1\n");
}

/* The parser keeps every name it has met: long ones without end must not fill the machine. */
static void
test_many_names (void)
{
  g_autoptr (GString) xml = g_string_new ("<worksheet>");
  g_autoptr (GRand) random = g_rand_new_with_seed (5);

  for (guint i = 0; i < 500000; i++)
    g_string_append_printf (xml, "<n%x%u%s/>", g_rand_int (random), i,
                            "_and_a_tail_that_makes_the_name_a_long_one_to_keep");
  g_string_append (xml, "</worksheet>");
  expect_with (SHEET_PART, xml->str, "! file.limit limit=xml_memory value=33554432\n");
}

static void
test_far_cells (void)
{
  g_autoptr (GString) inside = g_string_new ("<worksheet><sheetData>");
  g_autofree char *path = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (SzTableFile) file = NULL;
  g_autoptr (SzTable) table = NULL;
  const SzTableRow *row;
  guint n = 0;

  for (guint i = 1; i <= 50000; i++)
    g_string_append_printf (inside, "<row r=\"%u\"><c r=\"XFD%u\"><v>%u</v></c></row>", i, i, i);
  g_string_append (inside, "</sheetData></worksheet>");
  path = fixture_book (inside->str, NULL, NULL);
  file = sz_table_file_open (path, SZ_ENCODING_AUTO, NULL, NULL, &error);
  table = sz_table_open (file, NULL, &error);
  while ((row = sz_table_next (table, NULL, &error)) != NULL)
    {
      g_assert_cmpuint (row->n_cells, ==, 16384);
      g_assert_cmpint (row->cells[16383].type, ==, SZ_CELL_NUMBER);
      g_assert_cmpint (row->cells[n % 16383].type, ==, SZ_CELL_EMPTY);
      n++;
    }
  g_assert_no_error (error);
  g_assert_cmpuint (n, ==, 50000);
}

/* After everything above the whole program has stayed small (a sanitizer's shadow apart). */
static void
test_memory (void)
{
  struct rusage usage;

  g_assert_cmpint (getrusage (RUSAGE_SELF, &usage), ==, 0);
  g_test_message ("peak %ld KiB", usage.ru_maxrss);
#ifndef __SANITIZE_ADDRESS__
  g_assert_cmpint (usage.ru_maxrss, <, 256 * 1024);
#endif
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/sheet/hostile/doctype", test_doctype);
  g_test_add_func ("/sheet/hostile/depth", test_depth);
  g_test_add_func ("/sheet/hostile/huge-token", test_huge_token);
  g_test_add_func ("/sheet/hostile/many-names", test_many_names);
  g_test_add_func ("/sheet/hostile/far-cells", test_far_cells);
  g_test_add_func ("/sheet/hostile/memory", test_memory);
  return g_test_run ();
}
