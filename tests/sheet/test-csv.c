/* test-csv.c — text files of cells: encodings, separators, quotes, guards, and what is refused
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <string.h>

#include "table-fixture.h"

typedef struct
{
  const char *name;
  const char *bytes;
  gssize n; /* −1: a string */
  const char *encoding;
  const char *rows;
} Case;

static const Case cases[] = {
  { "comma", "工号,姓名\n0231,张三\n", -1, "UTF-8", "1: T:工号 T:姓名\n2: T:0231 T:张三\n" },
  { "mark", "\xef\xbb\xbf工号,姓名\r\n0231,张三\r\n", -1, "UTF-8",
    "1: T:工号 T:姓名\n2: T:0231 T:张三\n" },
  { "semicolon", "工号;课时\n0231;4,5\n0232;3,5", -1, "UTF-8",
    "1: T:工号 T:课时\n2: T:0231 T:4,5\n3: T:0232 T:3,5\n" },
  { "tab", "工号\t备注\n1\ta,b\n2\tc,d,e;f\n", -1, "UTF-8",
    "1: T:工号 T:备注\n2: T:1 T:a,b\n3: T:2 T:c,d,e;f\n" },
  { "one-column", "工号\n1\n2\n", -1, "UTF-8", "1: T:工号\n2: T:1\n3: T:2\n" },
  { "carriage-returns", "a,b\rc,d\re,f", -1, "UTF-8", "1: T:a T:b\n2: T:c T:d\n3: T:e T:f\n" },
  { "no-last-newline", "a,b\nc,d", -1, "UTF-8", "1: T:a T:b\n2: T:c T:d\n" },
  { "blank-lines", "a,b\n\n,\r\n\nc,d\n\n", -1, "UTF-8",
    "1: T:a T:b\n2:\n3:\n4:\n5: T:c T:d\n6:\n" },
  { "empty-cells", ",a,,b,\n", -1, "UTF-8", "1: E T:a E T:b\n" },
  { "quotes", "\"a,b\",\"c\"\"d\",\"\",\"\"\"\"\n", -1, "UTF-8", "1: T:a,b T:c\"d E T:\"\n" },
  { "quoted-breaks", "\"甲\n乙\",x\r\n\"甲\r\n乙\",y\n", -1, "UTF-8",
    "1: T:[甲\n乙] T:x\n2: T:[甲\r\n乙] T:y\n" },
  { "quote-inside", "5\" 管,a\n6\",b\n", -1, "UTF-8", "1: T:[5\" 管] T:a\n2: T:6\" T:b\n" },
  { "quote-then-blank", "\"a\" ,\"b\"\t\n", -1, "UTF-8", "1: T:a T:b\n" },
  { "blanks-kept", " a , b\n", -1, "UTF-8", "1: T:[ a ] T:[ b]\n" },
  { "hint", "sep=;\r\na;b,c\r\n1;2\r\n", -1, "UTF-8", "1: T:a T:b,c\n2: T:1 T:2\n" },
  { "hint-comma", "sep=,\na,b;c;d\n", -1, "UTF-8", "1: T:a T:b;c;d\n" },
  { "guards", "'=1+1,'+x,'-5,'@a,'\tb,'''=c,'a,',=1\n", -1, "UTF-8",
    "1: T:=1+1 T:+x T:-5 T:@a T:[\tb] T:''=c T:'a T:' T:=1\n" },
  { "guards-quoted", "\"'=HYPERLINK(\"\"x\"\")\",\"'\rb\"\n", -1, "UTF-8",
    "1: T:=HYPERLINK(\"x\") T:[\rb]\n" },
  { "gb18030", "\xb9\xa4\xba\xc5,\xd0\xd5\xc3\xfb\r\n0231,\xd5\xc5\xc8\xfd\r\n", -1, "GB18030",
    "1: T:工号 T:姓名\n2: T:0231 T:张三\n" },
  { "gb18030-four-bytes", "\xd0\xd5\xc3\xfb\n\x95\x32\x8c\x37\n\x81\x39\xef\x30\n", -1, "GB18030",
    "1: T:姓名\n2: T:𠁥\n3: T:㐁\n" },
  { "gb18030-rare", "\xe9\x46\xe9\x47\n\x96\x7c\n", -1, "GB18030", "1: T:镕镚\n2: T:東\n" },
  { "gb18030-like-utf8", "\xc1\xaa\xcd\xa8\n", -1, "GB18030", "1: T:联通\n" },
  { "gb18030-structure", "\xd5\x5c,\x83\x7c\xa1\xa3\n", -1, "GB18030", "1: T:誠 T:億。\n" },
  { "utf-8-rare", "𠮷野家,䶮\n", -1, "UTF-8", "1: T:𠮷野家 T:䶮\n" },
  { "utf-16le", "\xff\xfe\xe5\x5d,\0a\0\n\0", 10, "UTF-16", "1: T:工 T:a\n" },
  { "utf-16be", "\xfe\xff\x5d\xe5\0,\xd8\x42\xdf\xb7\0\r\0\n", 14, "UTF-16", "1: T:工 T:𠮷\n" },
  { "like-a-zip", "PK编号,a\n", -1, "UTF-8", "1: T:PK编号 T:a\n" },
  { "like-a-tag", "<division>,<table2\n", -1, "UTF-8", "1: T:<division> T:<table2\n" },
  { "html-like", "<工号>,<b\n1,2\n", -1, "UTF-8", "1: T:<工号> T:<b\n2: T:1 T:2\n" },
};

static const Case refused[] = {
  { "mark-alone", "\xef\xbb\xbf", -1, NULL, "! file.format detail=empty\n" },
  { "nul", "a,b\nc,\0d\n", 9, NULL, "! file.format detail=nul line=2\n" },
  { "utf-16-without-mark", "a\0,\0b\0\n\0", 8, NULL, "! file.format detail=nul line=1\n" },
  { "utf-16-nul",
    "\xff\xfe"
    "a\0\n\0\0\0b\0",
    10, NULL, "! file.format detail=nul line=2\n" },
  { "utf-16-odd",
    "\xff\xfe"
    "a\0\n\0b",
    7, NULL, "1: T:a\n! file.format detail=encoding line=2\n" },
  { "utf-16-surrogate",
    "\xff\xfe"
    "a\0\n\0\x42\xd8\n\0",
    10, NULL, "1: T:a\n! file.format detail=encoding line=2\n" },
  { "mixed-gb-then-utf8", "\xd0\xd5\xc3\xfb,a\n\xb2\xbf\xc3\xc5,b\n张三,c\n", -1, NULL,
    "! file.format detail=encoding_mixed line=3\n" },
  { "mixed-utf8-then-gb",
    "姓名,部门\r\n张三,教务处\r\n\xc0\xee\xcb\xc4,\xbd\xcc\xce\xf1\xb4\xa6\r\n", -1, NULL,
    "! file.format detail=encoding_mixed line=3\n" },
  { "neither", "姓名\n\xff\xfe\xfd\n", -1, NULL, "! file.format detail=encoding_mixed line=2\n" },
  { "neither-at-all", "a\n\xd0\xd5\n\xff\xfe\xfd\n", -1, NULL,
    "! file.format detail=encoding line=3\n" },
  { "cut-character", "\xd0\xd5\xc3\xfb\n\xd0", -1, NULL, "! file.format detail=encoding line=2\n" },
  { "marked-gb",
    "\xef\xbb\xbf"
    "a\n\xd0\xd5\n",
    -1, NULL, "! file.format detail=encoding line=2\n" },
  { "surrogate", "a\n\xed\xa0\x80\n", -1, NULL, "! file.format detail=encoding line=2\n" },
  { "unclosed", "a,b\nc,\"d\ne,f\n", -1, NULL,
    "1: T:a T:b\n! file.format detail=unclosed_quote line=2\n" },
  { "unclosed-at-end", "a,\"", -1, NULL, "! file.format detail=unclosed_quote line=1\n" },
  { "behind-quote", "a\n\"b\nc\"d,e\n", -1, NULL, "1: T:a\n! file.format detail=quote line=3\n" },
};

static void
check_case (gconstpointer data)
{
  const Case *c = data;
  g_autofree char *path = fixture_file ("table.csv", c->bytes, c->n);
  g_autofree char *rows = fixture_dump (path);
  g_autoptr (GError) error = NULL;
  g_autoptr (SzTableFile) file = NULL;

  g_assert_cmpstr (rows, ==, c->rows);
  if (c->encoding == NULL)
    return;
  file = sz_table_file_open (path, SZ_ENCODING_AUTO, NULL, NULL, &error);
  g_assert_cmpstr (sz_table_file_encoding (file), ==, c->encoding);
  g_assert_cmpstr (sz_table_file_sheets (file)[0], ==, "");
  g_assert_null (sz_table_file_sheets (file)[1]);
}

static void
expect_encoding (const char *bytes, SzEncoding encoding, const char *expected)
{
  g_autofree char *path = fixture_file ("asked.csv", bytes, -1);
  g_autofree char *rows = fixture_dump_with (path, encoding, NULL);

  g_assert_cmpstr (rows, ==, expected);
}

static void
test_asked_encoding (void)
{
  expect_encoding ("工号\n", SZ_ENCODING_UTF8, "1: T:工号\n");
  expect_encoding ("a\n\xb9\xa4\xba\xc5\n", SZ_ENCODING_UTF8,
                   "! file.format detail=encoding line=2\n");
  expect_encoding ("\xb9\xa4\xba\xc5\n", SZ_ENCODING_GB18030, "1: T:工号\n");
  /* who asks for it gets it, also where it reads as nonsense */
  expect_encoding ("张三丰啊\n", SZ_ENCODING_GB18030, "1: T:寮犱笁涓板晩\n");
  expect_encoding ("\xef\xbb\xbf工号\n", SZ_ENCODING_GB18030, "1: T:工号\n");
  expect_encoding ("a\n工\n", SZ_ENCODING_GB18030, "! file.format detail=encoding line=2\n");
}

/* Every character of the common set in lines of its own comes back, and is never taken for UTF-8.
 */
static void
test_all_gb2312 (void)
{
  g_autoptr (GString) bytes = g_string_new (NULL);
  g_autoptr (GString) expected = g_string_new (NULL);
  g_autofree char *path = NULL, *rows = NULL;
  guint row = 0;

  for (guint lead = 0xb0; lead <= 0xf7; lead++)
    for (guint trail = 0xa1; trail <= (lead == 0xd7 ? 0xf9u : 0xfeu); trail++)
      {
        const char pair[] = { (char)lead, (char)trail, (char)0xb0, (char)0xa1, 0 };
        g_autofree char *text = g_convert (pair, -1, "UTF-8", "GB18030", NULL, NULL, NULL);

        g_string_append_printf (bytes, "%s\n", pair);
        g_string_append_printf (expected, "%u: T:%s\n", ++row, text);
      }
  path = fixture_file ("gb.csv", bytes->str, (gssize)bytes->len);
  rows = fixture_dump (path);
  g_assert_cmpstr (rows, ==, expected->str);
}

/* Characters of every length on every seam of the blocks, in three encodings. */
static void
test_seams (void)
{
  static const char *const encodings[] = { "UTF-8", "GB18030", "UTF-16LE" };

  for (guint padding = 65520; padding < 65545; padding++)
    for (gsize i = 0; i < G_N_ELEMENTS (encodings); i++)
      {
        g_autofree char *filler = g_strnfill (i == 2 ? padding / 2 : padding, 'x');
        g_autofree char *text = g_strconcat (i == 2 ? "\xef\xbb\xbf" : "", "张,", filler,
                                             "一丁𠮷師,\"甲\r\n乙\"\"\"\r\n二,三\n", NULL);
        g_autofree char *expected
            = g_strconcat ("1: T:张 T:", filler, "一丁𠮷師 T:[甲\r\n乙\"]\n2: T:二 T:三\n", NULL);
        g_autoptr (GError) error = NULL;
        gsize n;
        g_autofree char *bytes = g_convert (text, -1, encodings[i], "UTF-8", NULL, &n, &error);
        g_autofree char *path = NULL, *rows = NULL;

        g_assert_no_error (error);
        path = fixture_file ("seam.csv", bytes, (gssize)n);
        rows = fixture_dump (path);
        g_assert_cmpstr (rows, ==, expected);
      }
}

static void
expect_limit (const char *text, const SzTableLimits *limits, const char *expected)
{
  g_autofree char *path = fixture_file ("limit.csv", text, -1);
  g_autofree char *rows = fixture_dump_with (path, SZ_ENCODING_AUTO, limits);

  g_assert_cmpstr (rows, ==, expected);
}

static void
test_limits (void)
{
  SzTableLimits limits = *sz_table_limits_default ();

  limits.cell_bytes = 5;
  expect_limit ("12345,a\n\n123456\n", &limits,
                "1: T:12345 T:a\n2:\n! file.limit limit=cell_bytes value=5 line=3\n");
  expect_limit ("a\n\"b\nccccccc\"\n", &limits,
                "1: T:a\n! file.limit limit=cell_bytes value=5 line=2\n");
  limits = *sz_table_limits_default ();
  limits.columns = 2;
  expect_limit ("a,b\na,b,c\n", &limits, "1: T:a T:b\n! file.limit limit=columns value=2 line=2\n");
  limits.rows = 1;
  expect_limit ("a,b\n\n", &limits, "1: T:a T:b\n! file.limit limit=rows value=1 line=2\n");
  limits.file_bytes = 3;
  expect_limit ("a,b\n", &limits, "! file.limit limit=file_bytes value=3\n");
}

/* A line without an end: the cell's cap stops it, or the row's when it has separators. */
static void
test_huge_line (void)
{
  gsize n = 20 * 1024 * 1024;
  g_autofree char *text = g_strnfill (n, 'x');
  g_autofree char *path = fixture_file ("huge.csv", text, (gssize)n);
  g_autofree char *rows = fixture_dump (path), *separated = NULL;

  g_assert_cmpstr (rows, ==, "! file.limit limit=cell_bytes value=131072 line=1\n");
  for (gsize i = 0; i < n; i += 100000)
    text[i] = ',';
  g_assert_true (g_file_set_contents (path, text, (gssize)n, NULL));
  separated = fixture_dump (path);
  g_assert_cmpstr (separated, ==, "! file.limit limit=row_bytes value=8388608 line=1\n");
}

/* Whatever the cells hold, written with quotes it is read back. */
static void
test_round_trip_law (void)
{
  static const char *const pieces[]
      = { "a", "张", ",", "\"", "\n", "\r", "\t", " ", "𠮷", ";", "'", "=", "1" };
  g_autoptr (GRand) random = g_rand_new_with_seed (20250704);

  for (guint round = 0; round < 300; round++)
    {
      g_autoptr (GString) file = g_string_new ("h,h,h\n");
      g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func (g_free);
      g_autofree char *path = NULL;
      g_autoptr (GError) error = NULL;
      g_autoptr (SzTableFile) opened = NULL;
      g_autoptr (SzTable) table = NULL;
      const SzTableRow *row;

      for (guint cell = 0; cell < 30; cell++)
        {
          /* a letter in front, so that no guard is meant */
          g_autoptr (GString) text = g_string_new ("z");
          g_auto (GStrv) parts = NULL;
          g_autofree char *quoted = NULL;

          for (gint k = g_rand_int_range (random, 0, 8); k > 0; k--)
            g_string_append (text, pieces[g_rand_int_range (random, 0, G_N_ELEMENTS (pieces))]);
          g_ptr_array_add (texts, g_strdup (text->str));
          parts = g_strsplit (text->str, "\"", -1);
          quoted = g_strjoinv ("\"\"", parts);
          g_string_append_printf (file, "\"%s\"%s", quoted, cell % 3 == 2 ? "\n" : ",");
        }
      path = fixture_file ("law.csv", file->str, (gssize)file->len);
      opened = sz_table_file_open (path, SZ_ENCODING_AUTO, NULL, NULL, &error);
      table = sz_table_open (opened, "", &error);
      sz_table_next (table, NULL, &error);
      for (guint line = 0; (row = sz_table_next (table, NULL, &error)) != NULL; line++)
        for (guint i = 0; i < 3; i++)
          g_assert_cmpstr (row->cells[i].text, ==, g_ptr_array_index (texts, 3 * line + i));
      g_assert_no_error (error);
    }
}

static void
test_cancel (void)
{
  g_autofree char *path = fixture_file ("cancel.csv", "a\nb\n", -1);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (SzTableFile) file
      = sz_table_file_open (path, SZ_ENCODING_AUTO, NULL, cancellable, &error);
  g_autoptr (SzTable) table = sz_table_open (file, NULL, &error);

  g_assert_nonnull (sz_table_next (table, cancellable, &error));
  g_cancellable_cancel (cancellable);
  g_assert_null (sz_table_next (table, cancellable, &error));
  g_assert_error (error, SZ_ERROR, SZ_ERROR_CANCELLED);
}

static void
add_cases (const char *group, const Case *list, gsize n)
{
  for (gsize i = 0; i < n; i++)
    {
      g_autofree char *path = g_strdup_printf ("/sheet/csv/%s/%s", group, list[i].name);

      g_test_add_data_func (path, &list[i], check_case);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  add_cases ("read", cases, G_N_ELEMENTS (cases));
  add_cases ("refused", refused, G_N_ELEMENTS (refused));
  g_test_add_func ("/sheet/csv/asked-encoding", test_asked_encoding);
  g_test_add_func ("/sheet/csv/all-gb2312", test_all_gb2312);
  g_test_add_func ("/sheet/csv/seams", test_seams);
  g_test_add_func ("/sheet/csv/limits", test_limits);
  g_test_add_func ("/sheet/csv/huge-line", test_huge_line);
  g_test_add_func ("/sheet/csv/round-trip-law", test_round_trip_law);
  g_test_add_func ("/sheet/csv/cancel", test_cancel);
  return g_test_run ();
}
