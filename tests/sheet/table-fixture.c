/* table-fixture.c — workbooks made of pieces, and tables written out to be compared
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "table-fixture.h"

#include <glib/gstdio.h>
#include <string.h>
#include <zip.h>

const char fixture_package_rels[]
    = "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
      "<Relationship Id=\"rId1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/"
      "relationships/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>";
const char fixture_workbook_rels[]
    = "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
      "<Relationship Id=\"rId1\" Type=\"x/worksheet\" Target=\"worksheets/sheet1.xml\"/>"
      "<Relationship Id=\"rId2\" Type=\"x/worksheet\" Target=\"/xl/worksheets/sheet2.xml\"/>"
      "<Relationship Id=\"rId3\" Type=\"x/sharedStrings\" Target=\"sharedStrings.xml\"/>"
      "<Relationship Id=\"rId4\" Type=\"x/styles\" Target=\"styles.xml\"/>"
      "<Relationship Id=\"rId5\" Type=\"x/chartsheet\" Target=\"chartsheets/sheet1.xml\"/>"
      "</Relationships>";
const char fixture_workbook[]
    = "<workbook xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\" "
      "xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\">"
      "<sheets><sheet name=\"表\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>";

static char *folder;

static void
remove_folder (void)
{
  g_autoptr (GDir) entries = g_dir_open (folder, 0, NULL);
  const char *name;

  while (entries != NULL && (name = g_dir_read_name (entries)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      g_unlink (path);
    }
  g_rmdir (folder);
  g_clear_pointer (&folder, g_free);
}

const char *
fixture_folder (void)
{
  g_autoptr (GError) error = NULL;

  if (folder == NULL)
    {
      folder = g_dir_make_tmp ("shizi-sheet-XXXXXX", &error);
      g_assert_no_error (error);
      atexit (remove_folder);
    }
  return folder;
}

char *
fixture_file (const char *name, const char *bytes, gssize n)
{
  g_autoptr (GError) error = NULL;
  char *path = g_build_filename (fixture_folder (), name, NULL);

  /* without a sync, which would take most of the time; that way does not cut what was longer */
  g_unlink (path);
  g_file_set_contents_full (path, bytes, n, G_FILE_SET_CONTENTS_NONE, 0600, &error);
  g_assert_no_error (error);
  return path;
}

static void
add_part (zipFile zip, const FixturePart *part)
{
  zip_fileinfo info = { 0 };
  gsize n = part->n >= 0 ? (gsize)part->n : strlen (part->bytes);

  g_assert_cmpint (zipOpenNewFileInZip64 (zip, part->name, &info, NULL, 0, NULL, 0, NULL,
                                          part->stored ? 0 : Z_DEFLATED, Z_BEST_COMPRESSION,
                                          part->wide ? 1 : 0),
                   ==, ZIP_OK);
  g_assert_cmpint (zipWriteInFileInZip (zip, part->bytes, (unsigned)n), ==, ZIP_OK);
  g_assert_cmpint (zipCloseFileInZip (zip), ==, ZIP_OK);
}

char *
fixture_zip (const char *name, const FixturePart *parts)
{
  char *path = g_build_filename (fixture_folder (), name, NULL);
  zipFile zip = zipOpen64 (path, APPEND_STATUS_CREATE);

  g_assert_nonnull (zip);
  for (; parts->name != NULL; parts++)
    add_part (zip, parts);
  g_assert_cmpint (zipClose (zip, NULL), ==, ZIP_OK);
  return path;
}

char *
fixture_sheet_xml (const char *inside)
{
  return g_strconcat (
      "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"
      "<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\">",
      inside, "</worksheet>", NULL);
}

char *
fixture_book (const char *sheet_xml, const char *strings, const char *styles)
{
  FixturePart parts[7] = {
    { "_rels/.rels", fixture_package_rels, -1, FALSE },
    { "xl/workbook.xml", fixture_workbook, -1, FALSE },
    { "xl/_rels/workbook.xml.rels", fixture_workbook_rels, -1, FALSE },
    { "xl/worksheets/sheet1.xml", sheet_xml, -1, FALSE },
    { "xl/styles.xml", styles != NULL ? styles : "<styleSheet/>", -1, FALSE },
    /* last, as LibreOffice does */
    { "xl/sharedStrings.xml", strings != NULL ? strings : "<sst/>", -1, FALSE },
  };

  return fixture_zip ("book.xlsx", parts);
}

static void
dump_cell (GString *out, const SzCell *cell)
{
  static const char *const types[] = { "E", "T", "N", "D", "B", "X" };
  gboolean plain = strpbrk (cell->text, " \t\r\n") == NULL;

  g_string_append_printf (out, " %s", types[cell->type]);
  if (cell->type == SZ_CELL_EMPTY)
    g_assert_cmpstr (cell->text, ==, "");
  else
    g_string_append_printf (out, plain ? ":%s" : ":[%s]", cell->text);
  if (cell->type == SZ_CELL_DATE)
    {
      g_autofree char *iso = sz_date_format (cell->date);

      g_assert_cmpstr (cell->text, ==, iso);
    }
  else
    g_assert_cmpint (cell->date, ==, SZ_DATE_NONE);
}

static void
dump_row (GString *out, const SzTableRow *row)
{
  g_string_append_printf (out, "%u%s:", row->number, row->hidden ? "h" : "");
  for (guint i = 0; i < row->n_cells; i++)
    {
      g_assert_true (g_utf8_validate (row->cells[i].text, -1, NULL));
      dump_cell (out, &row->cells[i]);
    }
  g_string_append_c (out, '\n');
}

char *
fixture_error (const GError *error)
{
  g_autofree char *code = sz_error_dup_code (error);
  g_auto (GStrv) args = sz_error_dup_args (error);
  GString *out = g_string_new (code);

  g_assert_true (error->domain == SZ_ERROR);
  for (guint i = 0; args[i] != NULL; i++)
    if (!g_str_has_prefix (args[i], "file="))
      g_string_append_printf (out, " %s", args[i]);
  return g_string_free (out, FALSE);
}

static void
dump_error (GString *out, const GError *error)
{
  g_autofree char *text = fixture_error (error);

  g_string_append_printf (out, "! %s\n", text);
}

static void
dump_sheet (GString *out, SzTableFile *file, const char *name)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SzTable) table = sz_table_open (file, name, &error);
  const SzTableRow *row;
  guint progress = 0, last = 0;

  while (table != NULL && (row = sz_table_next (table, NULL, &error)) != NULL)
    {
      g_assert_cmpuint (row->number, >, last);
      last = row->number;
      g_assert_cmpuint (sz_table_progress (table), >=, progress);
      progress = sz_table_progress (table);
      g_assert_cmpuint (progress, <=, 1000);
      dump_row (out, row);
    }
  if (error != NULL)
    dump_error (out, error);
  else
    g_assert_null (sz_table_next (table, NULL, &error));
}

char *
fixture_dump_with (const char *path, SzEncoding encoding, const SzTableLimits *limits)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SzTableFile) file = sz_table_file_open (path, encoding, limits, NULL, &error);
  GString *out = g_string_new (NULL);
  const char *const *sheets;

  if (file == NULL)
    {
      dump_error (out, error);
      return g_string_free (out, FALSE);
    }
  sheets = sz_table_file_sheets (file);
  for (guint i = 0; sheets[i] != NULL; i++)
    {
      if (i > 0)
        g_string_append_printf (out, "= %s\n", sheets[i]);
      dump_sheet (out, file, sheets[i]);
    }
  return g_string_free (out, FALSE);
}

char *
fixture_dump (const char *path)
{
  return fixture_dump_with (path, SZ_ENCODING_AUTO, NULL);
}

char *
fixture_source (const char *relative)
{
  const char *root = g_getenv ("SHIZI_SOURCE_ROOT");

  g_assert_nonnull (root);
  return g_build_filename (root, relative, NULL);
}
