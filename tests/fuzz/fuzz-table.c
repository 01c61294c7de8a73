/* fuzz-table.c — files from nowhere into the readers of tables
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The first byte says what the rest is: a file as it is, a part of a workbook that is whole
 * otherwise, a sheet made of well-formed pieces, patches on a whole container, or text.
 */
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>
#include <zlib.h>

#include "fuzz-table.h"
#include "sz-columns.h"

#define ROWS_READ 3000
#define CELLS_LOOKED_AT 64

#define XML_PACKAGE                                                                                \
  "<Relationships><Relationship Id=\"a\" Type=\"x/officeDocument\" "                               \
  "Target=\"xl/workbook.xml\"/></Relationships>"
#define XML_RELATIONS                                                                              \
  "<Relationships><Relationship Id=\"a\" Type=\"x/worksheet\" Target=\"s.xml\"/><Relationship "    \
  "Id=\"b\" Type=\"x/sharedStrings\" Target=\"t.xml\"/><Relationship Id=\"c\" Type=\"x/styles\" "  \
  "Target=\"f.xml\"/></Relationships>"
#define XML_BOOK                                                                                   \
  "<workbook xmlns:r=\"r\"><sheets><sheet name=\"x\" r:id=\"a\"/></sheets></workbook>"
#define XML_STRINGS                                                                                \
  "<sst><si><t>工号</t></si><si><r><t>姓</t></r><rPh><t>x</t></rPh><r><t>名</t></r></si><si/>" \
  "<si><t>部门_x000D_</t></si></sst>"
#define XML_STYLES                                                                                 \
  "<styleSheet><numFmts><numFmt numFmtId=\"164\" formatCode=\"yyyy-mm-dd\"/></numFmts><cellXfs>"   \
  "<xf numFmtId=\"0\"/><xf numFmtId=\"14\"/><xf numFmtId=\"164\"/></cellXfs></styleSheet>"
#define XML_SHEET                                                                                  \
  "<worksheet><sheetData><row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c><c r=\"B1\" "                \
  "t=\"s\"><v>1</v>"                                                                               \
  "</c></row><row r=\"2\"><c r=\"A2\" s=\"1\"><v>43709</v></c></row></sheetData><mergeCells>"      \
  "<mergeCell ref=\"A1:A2\"/></mergeCells></worksheet>"

enum
{
  PART_PACKAGE,
  PART_RELATIONS,
  PART_BOOK,
  PART_STRINGS,
  PART_STYLES,
  PART_SHEET,
  N_PARTS,
};

static const struct
{
  const char *name;
  const char *bytes;
} parts[N_PARTS] = {
  { "_rels/.rels", XML_PACKAGE },  { "xl/_rels/workbook.xml.rels", XML_RELATIONS },
  { "xl/workbook.xml", XML_BOOK }, { "xl/t.xml", XML_STRINGS },
  { "xl/f.xml", XML_STYLES },      { "xl/s.xml", XML_SHEET },
};

/* ---- a container without packing, so that what is inside is found by the fuzzer ---- */

static void
put_number (GByteArray *zip, guint64 value, guint n)
{
  for (guint i = 0; i < n; i++)
    {
      guint8 byte = (guint8)(value >> (8 * i));

      g_byte_array_append (zip, &byte, 1);
    }
}

static void
put_header (GByteArray *zip, guint32 magic, const char *name, const guint8 *bytes, gsize n)
{
  guint32 sum = (guint32)crc32 (0, bytes, (uInt)n);

  put_number (zip, magic, 4);
  if (magic == 0x02014b50)
    put_number (zip, 20, 2);
  put_number (zip, 20, 2);
  put_number (zip, 0, 8);
  put_number (zip, sum, 4);
  put_number (zip, (guint32)n, 4);
  put_number (zip, (guint32)n, 4);
  put_number (zip, (guint32)strlen (name), 2);
  put_number (zip, 0, 2);
}

static void
put_text (GByteArray *zip, const char *text)
{
  g_byte_array_append (zip, (const guint8 *)text, (guint)strlen (text));
}

/* A whole workbook with @bytes in the place of part @replaced (N_PARTS: none). */
static GByteArray *
make_book (guint replaced, const guint8 *bytes, gsize n)
{
  GByteArray *zip = g_byte_array_new ();
  g_autoptr (GByteArray) directory = g_byte_array_new ();
  guint32 start;

  for (guint i = 0; i < N_PARTS; i++)
    {
      const guint8 *part = i == replaced ? bytes : (const guint8 *)parts[i].bytes;
      gsize part_n = i == replaced ? n : strlen (parts[i].bytes);

      put_header (directory, 0x02014b50, parts[i].name, part, part_n);
      put_number (directory, 0, 8);
      put_number (directory, 0, 2);
      put_number (directory, zip->len, 4);
      put_text (directory, parts[i].name);
      put_header (zip, 0x04034b50, parts[i].name, part, part_n);
      put_text (zip, parts[i].name);
      g_byte_array_append (zip, part, (guint)part_n);
    }
  start = zip->len;
  g_byte_array_append (zip, directory->data, directory->len);
  put_number (zip, 0x06054b50, 4);
  put_number (zip, 0, 4);
  put_number (zip, N_PARTS, 2);
  put_number (zip, N_PARTS, 2);
  put_number (zip, directory->len, 4);
  put_number (zip, start, 4);
  put_number (zip, 0, 2);
  return zip;
}

/* ---- a sheet of well-formed pieces: each byte chooses one ---- */

static const char *const pieces[] = {
  "<row>",
  "</row>",
  "<row r=\"2\">",
  "<row r=\"5\" hidden=\"1\">",
  "<row r=\"1048576\">",
  "<c>",
  "</c>",
  "<c r=\"A1\">",
  "<c r=\"B2\" t=\"s\">",
  "<c t=\"inlineStr\">",
  "<c t=\"str\">",
  "<c t=\"b\">",
  "<c t=\"e\">",
  "<c t=\"d\">",
  "<c s=\"1\">",
  "<c s=\"2\" t=\"n\">",
  "<v>",
  "</v>",
  "<is>",
  "</is>",
  "<t>",
  "<t xml:space=\"preserve\">",
  "</t>",
  "<f>",
  "</f>",
  "<rPh>",
  "</rPh>",
  "<r>",
  "</r>",
  "0",
  "1",
  "3",
  "-5",
  ".5",
  "E+17",
  "43709",
  "99999",
  "2019-09-01",
  " ",
  "\n",
  "&amp;",
  "&#24180;",
  "_x000D_",
  "_xD83D__xDE00_",
  "张三",
  "<c r=\"XFD1\">",
  "<v/>",
  "<f/>",
  "<!-- </sheetData> -->",
  "<![CDATA[<]]>",
  "</sheetData>",
  "<sheetData>",
  "<mergeCells>",
  "</mergeCells>",
  "<mergeCell ref=\"A1:A3\"/>",
  "<mergeCell ref=\"B1:C9\"/>",
  "<mergeCell ref=\"A5:XFD1048576\"/>",
  "<x:c>",
  "</x:c>",
  "<worksheet>",
  "</worksheet>",
  "<row><c><v>1</v></c></row>",
  "<row><c t=\"s\"><v>0</v></c><c t=\"s\"><v>1</v></c></row>",
  "<c t=\"inlineStr\"><is><t>x</t></is></c>",
};

static GByteArray *
make_sheet (const guint8 *bytes, gsize n)
{
  g_autoptr (GString) sheet = g_string_new ("<worksheet><sheetData>");

  for (gsize i = 0; i < n; i++)
    g_string_append (sheet, pieces[bytes[i] % G_N_ELEMENTS (pieces)]);
  return make_book (PART_SHEET, (const guint8 *)sheet->str, sheet->len);
}

/* Three bytes each: where, low and high, and what. */
static GByteArray *
patch_book (const guint8 *bytes, gsize n)
{
  GByteArray *zip = make_book (N_PARTS, NULL, 0);

  for (gsize i = 0; i + 2 < n; i += 3)
    zip->data[((guint)bytes[i] | (guint)bytes[i + 1] << 8) % zip->len] = bytes[i + 2];
  return zip;
}

/* ---- reading, and what must hold whatever was read ---- */

static void
judge_row (const SzTableRow *row, guint last)
{
  g_assert_cmpuint (row->number, >, last);
  g_assert_cmpuint (row->n_cells, <=, 16384);
  for (guint i = 0; i < row->n_cells; i++)
    {
      const SzCell *cell = &row->cells[i];

      if (i >= CELLS_LOOKED_AT && i + 1 < row->n_cells)
        continue;
      g_assert_nonnull (cell->text);
      g_assert_true (g_utf8_validate (cell->text, -1, NULL));
      g_assert_true ((cell->type == SZ_CELL_EMPTY) == (cell->text[0] == '\0'));
      g_assert_true ((cell->type == SZ_CELL_DATE) == (cell->date != SZ_DATE_NONE));
    }
  if (row->n_cells > 0)
    g_assert_cmpint (row->cells[row->n_cells - 1].type, !=, SZ_CELL_EMPTY);
}

static void
read_sheet (SzTableFile *file, const char *name)
{
  static const SzColumnSpec specs[] = {
    { "工号", "工号", NULL, TRUE },
    { "姓名", "姓名", NULL, TRUE },
    { "部门", "部门", NULL, FALSE },
  };
  g_autoptr (GError) error = NULL;
  g_autoptr (SzTable) table = sz_table_open (file, name, &error);
  g_autoptr (SzColumns) columns = NULL;
  const SzTableRow *row;
  guint last = 0;

  if (table == NULL)
    return;
  columns = sz_columns_find (table, specs, G_N_ELEMENTS (specs), NULL, NULL, &error);
  g_assert_true ((columns == NULL) == (error != NULL));
  for (guint i = 0; columns != NULL && i < ROWS_READ; i++)
    {
      row = sz_table_next (table, NULL, &error);
      if (row == NULL)
        break;
      judge_row (row, last);
      last = row->number;
      sz_columns_classify (columns, row);
    }
  g_assert_cmpuint (sz_table_progress (table), <=, 1000);
}

static void
read_file (const char *path, SzEncoding encoding)
{
  SzTableLimits limits = *sz_table_limits_default ();
  g_autoptr (GError) error = NULL;
  g_autoptr (SzTableFile) file = NULL;
  const char *const *sheets;

  limits.total_bytes = limits.entry_bytes = 16 * 1024 * 1024;
  file = sz_table_file_open (path, encoding, &limits, NULL, &error);
  g_assert_true ((file == NULL) == (error != NULL));
  if (file == NULL)
    return;
  sheets = sz_table_file_sheets (file);
  for (guint i = 0; sheets[i] != NULL && i < 4; i++)
    read_sheet (file, sheets[i]);
}

static void
read_bytes (const guint8 *bytes, gsize n, SzEncoding encoding)
{
  g_autofree char *path = NULL;
  int fd = memfd_create ("table", MFD_CLOEXEC);

  g_assert_cmpint (fd, >=, 0);
  g_assert_true (write (fd, bytes, n) == (gssize)n);
  path = g_strdup_printf ("/proc/self/fd/%d", fd);
  read_file (path, encoding);
  close (fd);
}

static GByteArray *
make_file (guint kind, const guint8 *bytes, gsize n)
{
  if (kind < N_PARTS)
    return make_book (kind, bytes, n);
  if (kind == N_PARTS)
    return make_sheet (bytes, n);
  return kind == N_PARTS + 1 ? patch_book (bytes, n) : NULL;
}

int
LLVMFuzzerTestOneInput (const guint8 *data, size_t n)
{
  g_autoptr (GByteArray) made = NULL;

  if (n == 0)
    return 0;
  /* no LibreOffice: an old workbook ends at once */
  g_setenv ("PATH", "/nonexistent", TRUE);
  made = make_file (data[0] % 12, data + 1, n - 1);
  if (made != NULL)
    read_bytes (made->data, made->len, SZ_ENCODING_AUTO);
  else
    read_bytes (data + 1, n - 1, data[0] % 12 == 11 ? SZ_ENCODING_GB18030 : SZ_ENCODING_AUTO);
  return 0;
}
