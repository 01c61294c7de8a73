/* test-package.c — the hand-over package to the byte: vector, bad files, flips, cuts (RULE pkg-2,
 * pkg-3, pkg-5)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "store-fixture.h"

#include <glib/gstdio.h>
#include <string.h>

#include "sz-package-writer.h"
#include "sz-package.h"

#define PASSWORD "春天的第十二个密码"
#define GOOD_BYTES 1465

static guint8 recipient[32]; /* 20 21 … of vector.json */
static guint8 recipient_public[32]
    = { 0x35, 0x80, 0x72, 0xd6, 0x36, 0x58, 0x80, 0xd1, 0xae, 0xea, 0x32,
        0x9a, 0xdf, 0x91, 0x21, 0x38, 0x38, 0x51, 0xed, 0x21, 0xa2, 0x8e,
        0x3b, 0x75, 0xe9, 0x65, 0xd0, 0xd2, 0xcd, 0x16, 0x62, 0x54 };
static guint8 seed[32]; /* 00 01 … */

static char *
dup_sample (const char *name)
{
  return g_build_filename (g_getenv ("SHIZI_SOURCE_ROOT"), "tests", "samples", "package", name,
                           NULL);
}

static char *
code_of (const char *path, const SzPackageOpener *opener)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SzPackage) package = sz_package_open (path, opener, &error);

  return package != NULL ? g_strdup ("") : sz_error_dup_code (error);
}

static gboolean
gather_cb (const guint8 *bytes, gsize length, gpointer user_data, GError **error)
{
  g_string_append_len (user_data, (const char *)bytes, (gssize)length);
  return TRUE;
}

static void
assert_inner (const char *path, const SzPackageOpener *opener)
{
  g_autofree char *expected_file = dup_sample ("inner.jsonl");
  g_autofree char *expected = NULL;
  g_autoptr (GString) inner = g_string_new (NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (SzPackageReader) reader = sz_package_reader_open (path, opener, &error);

  g_assert_no_error (error);
  sz_package_reader_each (reader, gather_cb, inner, &error);
  g_assert_no_error (error);
  g_file_get_contents (expected_file, &expected, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (inner->str, ==, expected);
  g_assert_cmpuint (inner->len, ==, 1995);
}

static gboolean
count_rows_cb (
    guint section, const json_t *columns, const json_t *row, gpointer user_data, GError **error)
{
  guint *rows = user_data;

  if (row != NULL)
    rows[section]++;
  if (row != NULL && section == 0 && rows[0] == 2 && json_array_size (row) > 17)
    {
      g_assert_cmpstr (json_string_value (json_array_get (row, 1)), ==, "欧阳\"静\\");
      g_assert_cmpstr (json_string_value (json_array_get (row, 17)), ==, "备注，含换行\n与制表\t");
    }
  return TRUE;
}

static void
test_vector (void)
{
  const SzPackageOpener by_password = { .password = PASSWORD };
  const SzPackageOpener by_key = { .secret = recipient };
  g_autofree char *path = dup_sample ("good.szpkg");
  g_autoptr (GError) error = NULL;
  g_autoptr (SzPackage) package = NULL;
  g_autofree char *fingerprint = NULL;
  guint rows[4] = { 0 };

  assert_inner (path, &by_password);
  assert_inner (path, &by_key);
  package = sz_package_open (path, &by_key, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (sz_package_reader_get_sha256 (package->reader), ==,
                   "40c95ee232033e2c94f9c3aaaa1f3834acd1ee461e7cd7eb442e0254068ef872");
  g_assert_cmpstr (package->part, ==, "people");
  g_assert_cmpint (package->number, ==, 1);
  g_assert_true (package->complete);
  fingerprint = sz_package_dup_fingerprint (package->sender);
  g_assert_cmpstr (fingerprint, ==, "5647 5AA7 5463 474C 0285 DF5D BF2B CAB7");
  sz_package_each_row (package, count_rows_cb, rows, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (rows[0], ==, 2);
  g_assert_cmpuint (rows[1], ==, 4);
  g_assert_cmpuint (rows[2], ==, 2);
  g_assert_cmpuint (rows[3], ==, 2);
}

static void
test_bad (void)
{
  const SzPackageOpener opener = { .password = PASSWORD, .secret = recipient };
  const SzPackageOpener stranger = { .secret = seed };
  g_autofree char *list = dup_sample ("bad.json");
  g_autofree char *good = dup_sample ("good.szpkg");
  g_autofree char *wrong = code_of (good, &stranger);
  json_t *bad = json_load_file (list, 0, NULL);
  const char *name;
  json_t *code;

  g_assert_cmpuint (json_object_size (bad), ==, 10);
  json_object_foreach (bad, name, code)
  {
    g_autofree char *path = dup_sample (name);
    g_autofree char *got = code_of (path, &opener);

    g_test_message ("%s", name);
    g_assert_cmpstr (got, ==, json_string_value (code));
  }
  json_decref (bad);
  g_assert_cmpstr (wrong, ==, "package.wrong_key");
}

/* One bit a byte always, another one each time; all of them with SHIZI_LONG. */
static void
test_flips (void)
{
  const SzPackageOpener opener = { .secret = recipient };
  const gboolean whole = g_getenv ("SHIZI_LONG") != NULL;
  g_auto (Fixture) fixture = { 0 };
  g_autofree char *path = dup_sample ("good.szpkg");
  g_autofree char *damaged = NULL;
  g_autofree char *bytes = NULL;
  gsize length = 0;

  fixture_open (&fixture);
  damaged = g_build_filename (fixture.folder, "flip.szpkg", NULL);
  g_assert_true (g_file_get_contents (path, &bytes, &length, NULL));
  g_assert_cmpuint (length, ==, GOOD_BYTES);
  for (gsize i = 0; i < length; i++)
    for (guint bit = 0; bit < 8; bit++)
      {
        g_autofree char *code = NULL;

        if (!whole && bit != (guint)g_test_rand_int_range (0, 8))
          continue;
        bytes[i] = (char)(bytes[i] ^ (1 << bit));
        g_assert_true (g_file_set_contents_full (damaged, bytes, (gssize)length,
                                                 G_FILE_SET_CONTENTS_NONE, 0600, NULL));
        bytes[i] = (char)(bytes[i] ^ (1 << bit));
        code = code_of (damaged, &opener);
        if (!g_str_has_prefix (code, "package."))
          g_error ("byte %" G_GSIZE_FORMAT " bit %u: %s", i, bit, code);
      }
}

/* A flip must be seen by whoever has only the password too; one derivation each. */
static void
test_flips_by_password (void)
{
  const SzPackageOpener opener = { .password = PASSWORD };
  const gsize stride = g_getenv ("SHIZI_LONG") != NULL ? 1 : 293;
  g_auto (Fixture) fixture = { 0 };
  g_autofree char *path = dup_sample ("good.szpkg");
  g_autofree char *damaged = NULL;
  g_autofree char *bytes = NULL;
  gsize length = 0;

  fixture_open (&fixture);
  damaged = g_build_filename (fixture.folder, "flip.szpkg", NULL);
  g_assert_true (g_file_get_contents (path, &bytes, &length, NULL));
  for (gsize i = 0; i < length; i += stride)
    {
      g_autofree char *code = NULL;

      bytes[i] = (char)(bytes[i] ^ 1);
      g_assert_true (g_file_set_contents_full (damaged, bytes, (gssize)length,
                                               G_FILE_SET_CONTENTS_NONE, 0600, NULL));
      bytes[i] = (char)(bytes[i] ^ 1);
      code = code_of (damaged, &opener);
      if (!g_str_has_prefix (code, "package."))
        g_error ("byte %" G_GSIZE_FORMAT ": %s", i, code);
    }
}

static void
test_cuts (void)
{
  const SzPackageOpener opener = { .secret = recipient };
  g_auto (Fixture) fixture = { 0 };
  g_autofree char *path = dup_sample ("good.szpkg");
  g_autofree char *cut = NULL;
  g_autofree char *bytes = NULL;
  gsize length = 0;

  fixture_open (&fixture);
  cut = g_build_filename (fixture.folder, "cut.szpkg", NULL);
  g_assert_true (g_file_get_contents (path, &bytes, &length, NULL));
  for (gsize n = 0; n < length; n++)
    {
      g_autofree char *code = NULL;

      g_assert_true (
          g_file_set_contents_full (cut, bytes, (gssize)n, G_FILE_SET_CONTENTS_NONE, 0600, NULL));
      code = code_of (cut, &opener);
      g_assert_cmpstr (code, ==, n == 0 ? "package.format" : "package.truncated");
    }
}

/* A package of our own, with more than a chunk in it, read back by both keys. */
static void
test_round_trip (void)
{
  static const char id[] = "11111111-2222-4333-8444-555555555555";
  const SzPackageSealer sealer
      = { .password = "一个足够长的密码一二三", .recipients = recipient_public, .n_recipients = 1 };
  const SzPackageOpener by_key = { .secret = recipient };
  const SzPackageOpener by_password = { .password = "一个足够长的密码一二三" };
  const guint n = 20000;
  g_auto (Fixture) fixture = { 0 };
  g_autofree char *path = NULL;
  g_autofree char *again = NULL;
  g_autofree char *code = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (SzPackageWriter) writer = sz_package_writer_new (SZ_PACKAGE_HANDOVER, id);
  g_autoptr (SzPackage) package = NULL;
  guint rows[1] = { 0 };
  GStatBuf info;
  json_t *manifest
      = json_pack ("{s:i, s:s, s:s, s:i, s:{s:s}, s:i, s:s, s:b, s:s, s:[{s:s, s:i}]}", "format", 1,
                   "kind", "handover", "package", id, "number", 7, "college", "id", "c", "schema",
                   15, "part", "people", "complete", 1, "sender_key",
                   "03a107bff3ce10be1d70dd18e74bc09967e4d6309ba50d5f1ddc8664125531b8", "sections",
                   "table", "people", "rows", (int)n);

  fixture_open (&fixture);
  path = g_build_filename (fixture.folder, "own.szpkg", NULL);
  sz_package_writer_add_line (writer, manifest, &error);
  sz_package_writer_add_line (writer,
                              json_pack ("{s:s, s:[s, s], s:i}", "table", "people", "columns", "a",
                                         "b", "rows", (int)n),
                              &error);
  for (guint i = 0; i < n; i++)
    sz_package_writer_add_line (writer,
                                json_pack ("[I, I]", (json_int_t)i * 2654435761,
                                           (json_int_t)g_test_rand_int ()),
                                &error);
  g_assert_no_error (error);
  sz_package_writer_finish (writer, seed, "2026-11-30", &sealer, path, &error);
  g_assert_no_error (error);
  g_assert_cmpint (g_stat (path, &info), ==, 0);
  g_assert_cmpint (info.st_mode & 0777, ==, 0600);
  g_assert_cmpint (info.st_size, >, 65536 * 2);
  package = sz_package_open (path, &by_key, &error);
  g_assert_no_error (error);
  sz_package_each_row (package, count_rows_cb, rows, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (rows[0], ==, n);
  code = code_of (path, &by_password);
  g_assert_cmpstr (code, ==, "");
  g_assert_false (sz_package_writer_finish (writer, seed, "2026-11-30", &sealer, path, &error));
  again = sz_error_dup_code (error);
  g_assert_cmpstr (again, ==, "package.exists");
}

/* As large as that of a demo college: chunks and all, for one recipient. */
static char *
make_large (const Fixture *fixture, guint n, guint columns, gsize text, GError **error)
{
  static const char id[] = "11111111-2222-4333-8444-555555555556";
  const SzPackageSealer sealer = { .recipients = recipient_public, .n_recipients = 1 };
  g_autoptr (SzPackageWriter) writer = sz_package_writer_new (SZ_PACKAGE_HANDOVER, id);
  g_autofree char *long_text = g_strnfill (text, 'x');
  char *path = g_strdup_printf ("%s/large-%u-%u-%" G_GSIZE_FORMAT ".szpkg", fixture->folder, n,
                                columns, text);
  json_t *names = json_array ();
  json_t *row = json_array ();

  for (guint c = 0; c < columns; c++)
    {
      g_autofree char *name = g_strdup_printf ("c%u", c);

      json_array_append_new (names, json_string (name));
      json_array_append_new (row, c == 0 ? json_string (long_text) : json_integer (c));
    }
  sz_package_writer_add_line (
      writer,
      json_pack ("{s:i, s:s, s:s, s:i, s:{s:s}, s:i, s:s, s:b, s:s, s:[{s:s, s:i}]}", "format", 1,
                 "kind", "handover", "package", id, "number", 7, "college", "id", "c", "schema", 15,
                 "part", "people", "complete", 1, "sender_key",
                 "03a107bff3ce10be1d70dd18e74bc09967e4d6309ba50d5f1ddc8664125531b8", "sections",
                 "table", "people", "rows", (int)n),
      error);
  sz_package_writer_add_line (writer,
                              json_pack ("{s:s, s:o, s:i}", "table", "people", "columns", names,
                                         "rows", (int)n),
                              error);
  for (guint i = 0; i < MIN (n, 3000); i++)
    {
      json_t *line = json_deep_copy (row);

      json_array_set_new (line, 1, json_integer (g_test_rand_int () * ((json_int_t)1 << 30)));
      sz_package_writer_add_line (writer, line, NULL);
    }
  json_decref (row);
  sz_package_writer_finish (writer, seed, "2026-11-30", &sealer, path, error);
  return path;
}

/* Bits, bytes, blocks moved, doubled, left out, and ends cut off. */
static void
damage (GByteArray *bytes)
{
  const guint at = (guint)g_test_rand_int_range (0, (gint32)bytes->len);
  const guint most = (guint)g_test_rand_int_range (1, 400);
  const guint n = MIN (bytes->len - at, most);

  switch (g_test_rand_int_range (0, 6))
    {
    case 0:
      bytes->data[at] ^= (guint8)(1 << g_test_rand_int_range (0, 8));
      break;
    case 1:
      for (guint i = 0; i < n; i++)
        bytes->data[at + i] ^= (guint8)g_test_rand_int_range (1, 256);
      break;
    case 2:
      g_byte_array_remove_range (bytes, at, n);
      break;
    case 3:
      g_byte_array_set_size (bytes, at);
      break;
    case 4:
      {
        g_autofree guint8 *again = g_memdup2 (bytes->data + at, n);

        g_byte_array_append (bytes, again, n);
      }
      break;
    default:
      bytes->data[at] = (guint8)~bytes->data[at];
      break;
    }
}

static void
test_damages (void)
{
  const SzPackageOpener opener = { .secret = recipient };
  const guint trials = g_getenv ("SHIZI_LONG") != NULL ? 10000 : 200;
  g_autoptr (GError) error = NULL;
  g_auto (Fixture) fixture = { 0 };
  g_autofree char *path = NULL;
  g_autofree char *bad = NULL;
  g_autofree char *good = NULL;
  g_autofree char *bytes = NULL;
  gsize length = 0;

  fixture_open (&fixture);
  path = make_large (&fixture, 2000, 20, 60, &error);
  g_assert_no_error (error);
  bad = g_build_filename (fixture.folder, "bad.szpkg", NULL);
  good = code_of (path, &opener);
  g_assert_cmpstr (good, ==, "");
  g_assert_true (g_file_get_contents (path, &bytes, &length, NULL));
  for (guint i = 0; i < trials; i++)
    {
      g_autoptr (GByteArray) copy = g_byte_array_new ();
      g_autofree char *code = NULL;

      g_byte_array_append (copy, (const guint8 *)bytes, (guint)length);
      damage (copy);
      g_unlink (bad);
      g_assert_true (g_file_set_contents_full (bad, (const char *)copy->data, copy->len,
                                               G_FILE_SET_CONTENTS_NONE, 0600, NULL));
      code = code_of (bad, &opener);
      if (!g_str_has_prefix (code, "package."))
        {
          gsize first = 0;

          while (first < MIN (copy->len, length) && copy->data[first] == (guint8)bytes[first])
            first++;
          g_error ("damage %u: %s: %u of %" G_GSIZE_FORMAT " bytes, from byte %" G_GSIZE_FORMAT, i,
                   code, copy->len, length, first);
        }
    }
}

/* What a package may hold at most. What is made is read back, so that one over it is none (RULE
 * pkg-10), and nothing is left of it. */
static void
test_limits (void)
{
  static const struct
  {
    guint rows;
    guint columns;
    gsize text;
    const char *code;
  } cases[] = {
    { 2, SZ_PACKAGE_COLUMNS_MAX, 8, "" },
    { 2, SZ_PACKAGE_COLUMNS_MAX + 1, 8, "package.too_large" },
    { SZ_PACKAGE_ROWS_MAX + 1, 2, 8, "package.too_large" },
    { 2, 2, SZ_PACKAGE_TEXT_MAX, "" },
    { 2, 2, SZ_PACKAGE_TEXT_MAX + 1, "package.too_large" },
  };
  const SzPackageOpener opener = { .secret = recipient };
  g_auto (Fixture) fixture = { 0 };

  fixture_open (&fixture);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *path
          = make_large (&fixture, cases[i].rows, cases[i].columns, cases[i].text, &error);
      g_autofree char *made = error != NULL ? sz_error_dup_code (error) : g_strdup ("");
      g_autofree char *code = code_of (path, &opener);

      g_test_message ("%u rows, %u columns, %" G_GSIZE_FORMAT " bytes", cases[i].rows,
                      cases[i].columns, cases[i].text);
      g_assert_cmpstr (made, ==, cases[i].code);
      g_assert_cmpstr (code, ==, *made == '\0' ? "" : "file.missing");
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < 32; i++)
    {
      recipient[i] = (guint8)(0x20 + i);
      seed[i] = (guint8)i;
    }
  g_test_add_func ("/store/pkg-2/pkg-3/vector", test_vector);
  g_test_add_func ("/store/pkg-5/bad", test_bad);
  g_test_add_func ("/store/pkg-2/flips", test_flips);
  g_test_add_func ("/store/pkg-2/flips-by-password", test_flips_by_password);
  g_test_add_func ("/store/pkg-2/cuts", test_cuts);
  g_test_add_func ("/store/pkg-10/round-trip", test_round_trip);
  g_test_add_func ("/store/pkg-2/damages", test_damages);
  g_test_add_func ("/store/pkg-12/limits", test_limits);
  return g_test_run ();
}
