/* test-zip-hostile.c — containers made to hurt, or hurt on the way, and what is no container
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <string.h>

#include "table-fixture.h"

#define SHEET                                                                                      \
  "<worksheet><sheetData><row r=\"1\"><c r=\"A1\"><v>1</v></c></row></sheetData></worksheet>"
#define N_PARTS 7

static const FixturePart whole[N_PARTS] = {
  { "_rels/.rels", fixture_package_rels, -1, FALSE },
  { "xl/workbook.xml", fixture_workbook, -1, FALSE },
  { "xl/_rels/workbook.xml.rels", fixture_workbook_rels, -1, FALSE },
  { "xl/worksheets/sheet1.xml", SHEET, -1, FALSE },
  { "xl/styles.xml", "<styleSheet/>", -1, FALSE },
  { "xl/sharedStrings.xml", "<sst/>", -1, FALSE },
};

static char *
dump_bytes (const char *name, const char *bytes, gsize n)
{
  g_autofree char *path = fixture_file (name, bytes, (gssize)n);

  return fixture_dump (path);
}

static void
read_whole (char **bytes, gsize *n)
{
  g_autofree char *path = fixture_zip ("whole.xlsx", whole);

  g_assert_true (g_file_get_contents (path, bytes, n, NULL));
}

/* The parts of a whole workbook and one more, or one in the place of another. */
static char *
dump_with (const FixturePart *extra)
{
  FixturePart parts[N_PARTS + 1];
  g_autofree char *path = NULL;
  guint n = 0;

  for (; whole[n].name != NULL; n++)
    parts[n] = whole[n];
  for (guint i = 0; i < n; i++)
    if (strcmp (parts[i].name, extra->name) == 0)
      {
        parts[i] = *extra;
        extra = NULL;
        break;
      }
  parts[n] = extra != NULL ? *extra : (FixturePart){ NULL };
  parts[n + (extra != NULL ? 1 : 0)] = (FixturePart){ NULL };
  path = fixture_zip ("with.xlsx", parts);
  return fixture_dump (path);
}

static void
expect_with (const char *name, const char *bytes, const char *expected)
{
  const FixturePart extra = { name, bytes, -1, FALSE };
  g_autofree char *rows = dump_with (&extra);

  g_assert_cmpstr (rows, ==, expected);
}

/* ---- not a workbook at all ---- */

static void
test_strangers (void)
{
  static const struct
  {
    const char *name;
    const char *bytes;
    gssize n;
    const char *detail;
  } cases[] = {
    { "a.xlsx", "", 0, "empty" },
    { "a.csv", "", 0, "empty" },
    { "a.xlsx", "<!DOCTYPE html><html><table><tr><td>工号</td></tr></table></html>", -1, "html" },
    { "a.xls", "\xef\xbb\xbf \r\n<HTML xmlns:o=\"x\"><head/>", -1, "html" },
    { "a.xls", "<table border=1><tr><td>1", -1, "html" },
    { "a.xlsx",
      "<?xml version=\"1.0\"?><Workbook xmlns=\"urn:schemas-microsoft-com:office:spreadsheet\"/>",
      -1, "xml_file" },
    { "a.xlsx", "<?xml version=\"1.0\"?><html/>", -1, "html" },
    { "a.xlsx", "%PDF-1.7\n", -1, "pdf" },
    { "a.csv", "{\\rtf1\\ansi}", -1, "rtf" },
    { "a.xlsx", "\x89PNG\r\n\x1a\n", -1, "picture" },
    { "a.xlsx", "\xff\xd8\xff\xe0", -1, "picture" },
    { "a.xlsx", "Rar!\x1a\x07", -1, "archive" },
    { "a.csv", "\x1f\x8b\x08", -1, "archive" },
    { "a.xlsx", "SQLite format 3\0abc", 19, "database" },
    { "a.xlsx", "PK\x05\x06\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0", 22, "zip" },
    { "a.xlsx", "PK\x03\x04garbage", -1, "zip" },
    { "a.xlsx", "\x01\x02\x03\x04", -1, "damaged" },
    { "a.XLS", "\0\0\0\0", 4, "damaged" },
    { "a.xls", "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", 8, "ole" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      gsize n = cases[i].n >= 0 ? (gsize)cases[i].n : strlen (cases[i].bytes);
      g_autofree char *rows = dump_bytes (cases[i].name, cases[i].bytes, n);
      g_autofree char *expected = g_strdup_printf ("! file.format detail=%s\n", cases[i].detail);

      g_assert_cmpstr (rows, ==, expected);
    }
}

static void
test_other_containers (void)
{
  static const struct
  {
    const char *part;
    const char *other;
    const char *detail;
  } cases[] = {
    { "xl/workbook.bin", "_rels/.rels", "xlsb" }, { "word/document.xml", "a", "docx" },
    { "ppt/presentation.xml", "a", "pptx" },      { "mimetype", "content.xml", "ods" },
    { "readme.txt", "a", "no_workbook" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const FixturePart parts[] = {
        { cases[i].part, "x", -1, FALSE },
        { cases[i].other, "<Relationships/>", -1, FALSE },
        { NULL },
      };
      g_autofree char *path = fixture_zip ("other.xlsx", parts);
      g_autofree char *rows = fixture_dump (path);
      g_autofree char *expected = g_strdup_printf ("! file.format detail=%s\n", cases[i].detail);

      g_assert_cmpstr (rows, ==, expected);
    }
}

static void
test_paths (void)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *missing = g_build_filename (fixture_folder (), "没有.xlsx", NULL);

  g_assert_null (sz_table_file_open (missing, SZ_ENCODING_AUTO, NULL, NULL, &error));
  g_assert_error (error, SZ_ERROR, SZ_ERROR_IO);
  g_assert_cmpstr (error->message, ==,
                   "file.missing\x1f"
                   "file=没有.xlsx");
  g_clear_error (&error);
  g_assert_null (sz_table_file_open (fixture_folder (), SZ_ENCODING_AUTO, NULL, NULL, &error));
  g_assert_error (error, SZ_ERROR, SZ_ERROR_IO);
  g_assert_true (g_str_has_prefix (error->message, "file.unreadable\x1f"
                                                   "file="));
}

/* ---- an encrypted workbook: an OLE container with one telling name in its directory ---- */

static void
put_name (guint8 *entry, const char *name)
{
  gsize n = strlen (name);

  for (gsize i = 0; i < n; i++)
    entry[2 * i] = (guint8)name[i];
  entry[64] = (guint8)(2 * (n + 1));
}

static char *
dump_ole (const char *name, gboolean far)
{
  g_autofree guint8 *bytes = g_malloc0 (512 * 8);
  guint8 *header = bytes, *fat = bytes + 512, *directory = bytes + 1024;

  memcpy (header, "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", 8);
  header[30] = 9;
  header[48] = 1; /* the directory's first sector */
  memset (fat, 0xff, 512);
  /* sector 1 goes on in sector 2, and that in itself: a circle must end too */
  memcpy (fat + 4, "\x02\0\0\0\x02\0\0\0", 8);
  put_name (directory, "Root Entry");
  put_name (directory + (far ? 512 + 128 : 256), name);
  return dump_bytes ("ole.xlsx", (const char *)bytes, 512 * 8);
}

static void
test_encrypted (void)
{
  g_autofree char *near = dump_ole ("EncryptedPackage", FALSE);
  g_autofree char *far = dump_ole ("EncryptedPackage", TRUE);
  g_autofree char *other = dump_ole ("WordDocument", FALSE);

  g_assert_cmpstr (near, ==, "! file.encrypted\n");
  g_assert_cmpstr (far, ==, "! file.encrypted\n");
  g_assert_cmpstr (other, ==, "! file.format detail=ole\n");
}

/* ---- containers ---- */

/* Cut anywhere, it is refused; so is one whose bytes were shuffled. Never a row, never a crash. */
static void
test_truncated (void)
{
  g_autofree char *bytes = NULL;
  gsize n;

  read_whole (&bytes, &n);
  for (gsize cut = 4; cut < n; cut++)
    {
      g_autofree char *rows = dump_bytes ("cut.xlsx", bytes, cut);

      g_assert_cmpstr (rows, ==, "! file.format detail=zip\n");
    }
}

static void
test_flipped (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (777);
  g_autofree char *bytes = NULL;
  guint n_refused = 0;
  gsize n;

  read_whole (&bytes, &n);
  for (gsize at = 0; at < n; at++)
    {
      char before = bytes[at];
      g_autofree char *rows = NULL;

      bytes[at] = (char)(before ^ (1 << g_rand_int_range (random, 0, 8)));
      rows = dump_bytes ("flipped.xlsx", bytes, n);
      bytes[at] = before;
      n_refused += strchr (rows, '!') != NULL ? 1 : 0;
      /* what is not refused, a time stamp or a version, reads as before */
      if (strchr (rows, '!') == NULL)
        g_assert_cmpstr (rows, ==, "1: N:1\n");
    }
  g_assert_cmpuint (n_refused, >, n / 2);
}

static void
test_checksum (void)
{
  g_autofree char *bytes = NULL, *rows = NULL;
  gsize n;
  FixturePart parts[N_PARTS];
  g_autofree char *path = NULL;
  char *hit;

  memcpy (parts, whole, sizeof parts);
  parts[3].stored = TRUE;
  path = fixture_zip ("crc.xlsx", parts);
  g_assert_true (g_file_get_contents (path, &bytes, &n, NULL));
  hit = g_strstr_len (bytes, -1, "nothing");
  g_assert_null (hit);
  hit = memmem (bytes, n, "<v>1</v>", 8);
  g_assert_nonnull (hit);
  hit[3] = '7';
  rows = dump_bytes ("crc.xlsx", bytes, n);
  g_assert_cmpstr (rows, ==,
                   "1: N:7\n! file.format detail=zip_checksum part=xl/worksheets/sheet1.xml\n");
}

/* Sizes of eight bytes are nothing bad. */
static void
test_zip64 (void)
{
  FixturePart parts[N_PARTS];
  g_autofree char *path = NULL, *rows = NULL;

  memcpy (parts, whole, sizeof parts);
  for (guint i = 0; i + 1 < N_PARTS; i++)
    parts[i].wide = TRUE;
  path = fixture_zip ("wide.xlsx", parts);
  rows = fixture_dump (path);
  g_assert_cmpstr (rows, ==, "1: N:1\n");
}

static void
test_duplicates (void)
{
  FixturePart parts[N_PARTS + 1];
  g_autofree char *path = NULL, *rows = NULL;

  memcpy (parts, whole, sizeof whole);
  parts[N_PARTS - 1] = (FixturePart){ "XL/Worksheets/Sheet1.xml", SHEET, -1, FALSE };
  parts[N_PARTS] = (FixturePart){ NULL };
  path = fixture_zip ("twice.xlsx", parts);
  rows = fixture_dump (path);
  g_assert_cmpstr (rows, ==, "! file.format detail=zip_duplicate part=XL/Worksheets/Sheet1.xml\n");
}

static void
test_names (void)
{
  static const char *const names[] = {
    "../evil.xml",      "xl/../../evil.xml", "/etc/passwd",
    "xl\\..\\..\\evil", "C:/evil.xml",       "\xff\xfe.xml",
  };
  static const char *const fine[] = { "xl/..evil.xml", "docProps/app.xml", "中文.xml" };

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    expect_with (names[i], "x", "! file.format detail=zip_name\n");
  for (gsize i = 0; i < G_N_ELEMENTS (fine); i++)
    expect_with (fine[i], "x", "1: N:1\n");
}

/* The central directory's entry of a name; fields are patched there. */
static guint8 *
find_directory_entry (char *bytes, gsize n, const char *name)
{
  char *hit = bytes;

  while ((hit = memmem (hit, n - (gsize)(hit - bytes), "PK\x01\x02", 4)) != NULL)
    {
      if (strncmp (hit + 46, name, strlen (name)) == 0)
        return (guint8 *)hit;
      hit += 4;
    }
  g_assert_not_reached ();
}

static void
test_encrypted_entry (void)
{
  g_autofree char *bytes = NULL, *rows = NULL;
  gsize n;

  read_whole (&bytes, &n);
  find_directory_entry (bytes, n, "xl/worksheets/sheet1.xml")[8] |= 1;
  rows = dump_bytes ("locked.xlsx", bytes, n);
  g_assert_cmpstr (rows, ==, "! file.encrypted\n");
}

static void
test_method (void)
{
  g_autofree char *bytes = NULL, *rows = NULL;
  gsize n;

  read_whole (&bytes, &n);
  find_directory_entry (bytes, n, "xl/styles.xml")[10] = 12; /* bzip2 */
  rows = dump_bytes ("method.xlsx", bytes, n);
  g_assert_cmpstr (rows, ==, "! file.format detail=zip_method\n");
}

/* Two entries that point at the same bytes are how a small file becomes a huge one. */
static void
test_overlap (void)
{
  g_autofree char *bytes = NULL, *rows = NULL;
  guint8 *first, *second;
  FixturePart parts[N_PARTS + 2] = { 0 };
  g_autofree char *path = NULL;
  gsize n;

  memcpy (parts, whole, sizeof whole);
  parts[N_PARTS - 1] = (FixturePart){ "xl/a.xml", "same", -1, FALSE };
  parts[N_PARTS] = (FixturePart){ "xl/b.xml", "same", -1, FALSE };
  path = fixture_zip ("overlap.xlsx", parts);
  g_assert_true (g_file_get_contents (path, &bytes, &n, NULL));
  first = find_directory_entry (bytes, n, "xl/a.xml");
  second = find_directory_entry (bytes, n, "xl/b.xml");
  memcpy (second + 42, first + 42, 4);
  rows = dump_bytes ("overlap.xlsx", bytes, n);
  g_assert_cmpstr (rows, ==, "! file.format detail=zip_overlap\n");
}

static void
test_many_entries (void)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  g_autofree FixturePart *parts = g_new0 (FixturePart, 2001 + 1);
  g_autofree char *path = NULL, *rows = NULL;

  for (guint i = 0; i < 2001; i++)
    {
      g_ptr_array_add (names, g_strdup_printf ("x%u", i));
      parts[i] = (FixturePart){ g_ptr_array_index (names, i), "", 0, TRUE };
    }
  path = fixture_zip ("many.xlsx", parts);
  rows = fixture_dump (path);
  g_assert_cmpstr (rows, ==, "! file.limit limit=entries value=2000\n");
}

static void
test_bombs (void)
{
  gsize n = 6 * 1024 * 1024;
  g_autofree char *zeros = g_strnfill (n, ' ');
  FixturePart extra = { "xl/media/bomb.bin", zeros, (gssize)n, FALSE };
  g_autofree char *elsewhere = dump_with (&extra);
  g_autofree char *in_sheet = NULL, *bytes = NULL, *lying = NULL;
  g_autofree char *path = NULL;
  guint8 *entry;

  g_assert_cmpstr (elsewhere, ==, "! file.limit limit=ratio value=250\n");
  extra.name = "xl/worksheets/sheet1.xml";
  in_sheet = dump_with (&extra);
  g_assert_cmpstr (in_sheet, ==, "! file.limit limit=ratio value=250\n");

  /* one that says it is small gives no more than it says */
  path = g_build_filename (fixture_folder (), "with.xlsx", NULL);
  g_assert_true (g_file_get_contents (path, &bytes, &n, NULL));
  entry = find_directory_entry (bytes, n, "xl/worksheets/sheet1.xml");
  memcpy (entry + 24, "\x00\x10\x00\x00", 4);
  lying = dump_bytes ("lying.xlsx", bytes, n);
  g_assert_cmpstr (lying, ==, "! file.format detail=zip\n");
}

static void
test_declared_sizes (void)
{
  static const struct
  {
    const char *size;
    const char *expected;
  } cases[] = {
    { "\xff\xff\xff\x7f", "! file.limit limit=entry_bytes value=1073741824\n" },
    { "\xff\xff\xff\x3f", "! file.limit limit=ratio value=250\n" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *bytes = NULL, *rows = NULL;
      gsize n;

      read_whole (&bytes, &n);
      memcpy (find_directory_entry (bytes, n, "xl/styles.xml") + 24, cases[i].size, 4);
      rows = dump_bytes ("sizes.xlsx", bytes, n);
      g_assert_cmpstr (rows, ==, cases[i].expected);
    }
}

static void
test_limits (void)
{
  static const struct
  {
    gsize field;
    guint64 value;
    gboolean wide;
    const char *expected;
  } cases[] = {
    { G_STRUCT_OFFSET (SzTableLimits, file_bytes), 100, TRUE,
      "! file.limit limit=file_bytes value=100\n" },
    { G_STRUCT_OFFSET (SzTableLimits, entry_bytes), 100, TRUE,
      "! file.limit limit=entry_bytes value=100\n" },
    { G_STRUCT_OFFSET (SzTableLimits, total_bytes), 600, TRUE,
      "! file.limit limit=total_bytes value=600\n" },
    { G_STRUCT_OFFSET (SzTableLimits, entries), 5, FALSE, "! file.limit limit=entries value=5\n" },
    { G_STRUCT_OFFSET (SzTableLimits, depth), 4, FALSE, "! file.limit limit=depth value=4\n" },
    { G_STRUCT_OFFSET (SzTableLimits, cell_bytes), 5, FALSE,
      "1: T:12345 N:1\n! file.limit limit=cell_bytes value=5 cell=B2\n" },
    { G_STRUCT_OFFSET (SzTableLimits, rows), 1, FALSE,
      "1: T:12345 N:1\n! file.limit limit=rows value=1 cell=A2\n" },
    { G_STRUCT_OFFSET (SzTableLimits, columns), 1, FALSE,
      "! file.limit limit=columns value=1 cell=B1\n" },
  };
  static const char sheet[] = "<worksheet><sheetData><row><c "
                              "t=\"inlineStr\"><is><t>12345</t></is></c><c><v>1</v></c></row>"
                              "<row><c/><c><v>123456</v></c></row></sheetData></worksheet>";

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      SzTableLimits limits = *sz_table_limits_default ();
      g_autofree char *path = fixture_book (sheet, NULL, NULL);
      g_autofree char *rows = NULL;

      if (cases[i].wide)
        G_STRUCT_MEMBER (guint64, &limits, cases[i].field) = cases[i].value;
      else
        G_STRUCT_MEMBER (guint, &limits, cases[i].field) = (guint)cases[i].value;
      rows = fixture_dump_with (path, SZ_ENCODING_AUTO, &limits);
      g_assert_cmpstr (rows, ==, cases[i].expected);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/sheet/hostile/strangers", test_strangers);
  g_test_add_func ("/sheet/hostile/other-containers", test_other_containers);
  g_test_add_func ("/sheet/hostile/paths", test_paths);
  g_test_add_func ("/sheet/hostile/encrypted", test_encrypted);
  g_test_add_func ("/sheet/hostile/truncated", test_truncated);
  g_test_add_func ("/sheet/hostile/flipped", test_flipped);
  g_test_add_func ("/sheet/hostile/checksum", test_checksum);
  g_test_add_func ("/sheet/hostile/zip64", test_zip64);
  g_test_add_func ("/sheet/hostile/duplicates", test_duplicates);
  g_test_add_func ("/sheet/hostile/names", test_names);
  g_test_add_func ("/sheet/hostile/encrypted-entry", test_encrypted_entry);
  g_test_add_func ("/sheet/hostile/method", test_method);
  g_test_add_func ("/sheet/hostile/overlap", test_overlap);
  g_test_add_func ("/sheet/hostile/many-entries", test_many_entries);
  g_test_add_func ("/sheet/hostile/bombs", test_bombs);
  g_test_add_func ("/sheet/hostile/declared-sizes", test_declared_sizes);
  g_test_add_func ("/sheet/hostile/limits", test_limits);
  return g_test_run ();
}
