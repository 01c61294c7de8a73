/* test-package-memory.c — what the reader of packages takes, byte by byte (RULE pkg-5): below 64
 * MiB whatever it is given; opened with a recipient's key, so that no Argon2 is among it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "store-fixture.h"

#include <glib/gstdio.h>
#include <malloc.h>
#include <stdatomic.h>
#include <string.h>

#include "sz-package-writer.h"
#include "sz-package.h"

#define MOST ((gsize)64 * 1024 * 1024)
#define PACKAGE "7b0c2f7e-1f7a-4c8e-9a51-0d6a5c2e9b10"

/* ---- every allocation is counted: GLib, jansson and zlib all ask malloc ---- */

#if !defined(__SANITIZE_ADDRESS__) && defined(__GLIBC__)
void *__libc_malloc (size_t size);
void *__libc_calloc (size_t n, size_t size);
void *__libc_realloc (void *block, size_t size);
void __libc_free (void *block);

static atomic_size_t taken;
static atomic_size_t peak;

static void
count (void *block)
{
  const size_t now
      = atomic_fetch_add (&taken, malloc_usable_size (block)) + malloc_usable_size (block);
  size_t most = atomic_load (&peak);

  while (now > most && !atomic_compare_exchange_weak (&peak, &most, now))
    ;
}

void *
malloc (size_t size)
{
  void *block = __libc_malloc (size);

  count (block);
  return block;
}

void *
calloc (size_t n, size_t size)
{
  void *block = __libc_calloc (n, size);

  count (block);
  return block;
}

void *
realloc (void *block, size_t size)
{
  const size_t before = malloc_usable_size (block);
  void *again = __libc_realloc (block, size);

  if (again != NULL || size == 0)
    atomic_fetch_sub (&taken, before);
  count (again);
  return again;
}

void
free (void *block)
{
  atomic_fetch_sub (&taken, malloc_usable_size (block));
  __libc_free (block);
}

#else
static gsize taken;
static gsize peak;
#endif

/* ---- packages ---- */

static guint8 secret[32]; /* 20 21 … of vector.json */
static const guint8 recipient[32]
    = { 0x35, 0x80, 0x72, 0xd6, 0x36, 0x58, 0x80, 0xd1, 0xae, 0xea, 0x32,
        0x9a, 0xdf, 0x91, 0x21, 0x38, 0x38, 0x51, 0xed, 0x21, 0xa2, 0x8e,
        0x3b, 0x75, 0xe9, 0x65, 0xd0, 0xd2, 0xcd, 0x16, 0x62, 0x54 };
static guint8 seed[32]; /* 00 01 … */

#define SENDER "03a107bff3ce10be1d70dd18e74bc09967e4d6309ba50d5f1ddc8664125531b8"

/* A line that counts as one. */
static void
add_line (SzPackageWriter *writer, const char *text)
{
  g_autoptr (GError) error = NULL;

  sz_package_writer_add_line (writer, json_loads (text, 0, NULL), &error);
  g_assert_no_error (error);
}

static void
add_text (SzPackageWriter *writer, const char *text)
{
  g_autoptr (GError) error = NULL;

  sz_package_writer_add_bytes (writer, (const guint8 *)text, strlen (text), &error);
  g_assert_no_error (error);
}

/* The first line; @sections as JSON. */
static void
add_manifest (SzPackageWriter *writer, const char *kind, const char *sections)
{
  g_autofree char *line
      = g_strdup_printf ("{\"format\":1,\"kind\":\"%s\",\"package\":\"" PACKAGE "\",\"number\":1,"
                         "\"college\":{\"id\":\"c\",\"name\":\"n\"},\"part\":\"people\",\"schema\":"
                         "1,\"sender_key\":\"" SENDER "\",\"sections\":[%s]}",
                         kind, sections);

  add_line (writer, line);
}

/* (nullable): the path; the writer reads again what it wrote. */
static char *
finish (SzPackageWriter *writer, const char *folder, GError **error)
{
  const SzPackageSealer sealer = { .recipients = recipient, .n_recipients = 1 };
  g_autofree char *path = g_build_filename (folder, "large.szpkg", NULL);

  return sz_package_writer_finish (writer, seed, "2026-11-30", &sealer, path, error)
             ? g_steal_pointer (&path)
             : NULL;
}

static gboolean
row_cb (guint section, const json_t *columns, const json_t *row, gpointer user_data, GError **error)
{
  *(gint64 *)user_data += row != NULL;
  return TRUE;
}

static gboolean
byte_cb (const guint8 *bytes, gsize length, gpointer user_data, GError **error)
{
  *(gint64 *)user_data += (gint64)length;
  return TRUE;
}

/* How much is taken at most while the package is opened and read to its end; its code, "" for a
 * sound one. */
static gsize
measure (const char *path, char **code, gint64 *given)
{
  const SzPackageOpener opener = { .secret = secret };
  const gsize before = taken;
  g_autoptr (GError) error = NULL;
  g_autoptr (SzPackage) package = NULL;

  *given = 0;
  peak = before;
  package = sz_package_open (path, &opener, &error);
  if (package != NULL && sz_package_reader_get_kind (package->reader) == SZ_PACKAGE_BACKUP)
    sz_package_each_byte (package, byte_cb, given, &error);
  else if (package != NULL)
    sz_package_each_row (package, row_cb, given, &error);
  *code = error != NULL ? sz_error_dup_code (error) : g_strdup ("");
  g_test_message ("%s: %.1f MiB at most", *code, (double)(peak - before) / 1048576);
  return peak - before;
}

static void
assert_frugal (const char *path, const char *expected, gint64 wanted)
{
  g_autofree char *code = NULL;
  gint64 given = 0;
  const gsize most = measure (path, &code, &given);

  g_assert_cmpstr (code, ==, expected);
  g_assert_cmpint (given, ==, wanted);
  g_assert_cmpuint (most, <, MOST);
}

/* ---- what is large ---- */

/* Many rows; as many as a section may have with SHIZI_LONG. */
static void
test_rows (void)
{
  g_auto (Fixture) fixture = { 0 };
  g_autoptr (SzPackageWriter) writer = NULL;
  g_autofree char *path = NULL;
  g_autoptr (GError) error = NULL;
  const int rows = g_getenv ("SHIZI_LONG") != NULL ? SZ_PACKAGE_ROWS_MAX : SZ_PACKAGE_ROWS_MAX / 20;
  g_autofree char *sections = g_strdup_printf ("{\"table\":\"people\",\"rows\":%d}", rows);
  g_autofree char *columns = g_strdup_printf (
      "{\"table\":\"people\",\"columns\":[\"a\",\"b\",\"c\",\"d\",\"e\",\"f\"],\"rows\":%d}", rows);

  fixture_open (&fixture);
  writer = sz_package_writer_new (SZ_PACKAGE_HANDOVER, PACKAGE);
  add_manifest (writer, "handover", sections);
  add_line (writer, columns);
  for (int i = 0; i < rows; i++)
    {
      char line[128];

      g_snprintf (line, sizeof line, "[\"%d\",\"张三\",\"110101199001011234\",%d,\"机械系\",\"\"]",
                  i, i);
      add_line (writer, line);
    }
  path = finish (writer, fixture.folder, &error);
  g_assert_no_error (error);
  g_clear_pointer (&writer, sz_package_writer_free);
  assert_frugal (path, "", rows);
}

/* A text that stands in the way of all others: seven of a mebibyte in one row. */
static void
test_texts (void)
{
  g_auto (Fixture) fixture = { 0 };
  g_autoptr (SzPackageWriter) writer = NULL;
  g_autofree char *path = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;
  g_autofree char *line = NULL;

  fixture_open (&fixture);
  text = g_strnfill (SZ_PACKAGE_TEXT_MAX, 'x');
  writer = sz_package_writer_new (SZ_PACKAGE_HANDOVER, PACKAGE);
  add_manifest (writer, "handover", "{\"table\":\"people\",\"rows\":1}");
  add_line (writer, "{\"table\":\"people\",\"columns\":[\"a\",\"b\",\"c\",\"d\",\"e\",\"f\",\"g\"],"
                    "\"rows\":1}");
  line = g_strdup_printf ("[\"%s\",\"%s\",\"%s\",\"%s\",\"%s\",\"%s\",\"%s\"]", text, text, text,
                          text, text, text, text);
  add_line (writer, line);
  path = finish (writer, fixture.folder, &error);
  g_assert_no_error (error);
  g_clear_pointer (&writer, sz_package_writer_free);
  assert_frugal (path, "", 1);
}

/* 64 MiB of a backup's file. */
static void
test_backup (void)
{
  g_auto (Fixture) fixture = { 0 };
  g_autoptr (SzPackageWriter) writer = NULL;
  g_autofree char *path = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *line = NULL;
  g_autofree guint8 *piece = g_malloc0 (1024 * 1024);
  g_autoptr (GChecksum) sum = g_checksum_new (G_CHECKSUM_SHA256);
  const gint64 bytes = G_GINT64_CONSTANT (64) * 1024 * 1024;

  fixture_open (&fixture);
  writer = sz_package_writer_new (SZ_PACKAGE_BACKUP, PACKAGE);
  add_manifest (writer, "backup", "");
  for (int i = 0; i < 64; i++)
    g_checksum_update (sum, piece, 1024 * 1024);
  line = g_strdup_printf ("{\"file_bytes\":67108864,\"sha256\":\"%s\"}",
                          g_checksum_get_string (sum));
  add_line (writer, line);
  for (int i = 0; i < 64; i++)
    sz_package_writer_add_bytes (writer, piece, 1024 * 1024, NULL);
  path = finish (writer, fixture.folder, &error);
  g_assert_no_error (error);
  g_clear_pointer (&writer, sz_package_writer_free);
  assert_frugal (path, "", bytes);
}

/* ---- what is made to be large ---- */

/* A line of @unit again and again, 7 MiB of it, where a row or the manifest is due. */
static void
assert_bloated (
    const char *folder, gboolean manifest, const char *begin, const char *unit, const char *end)
{
  const gboolean numbered = g_str_has_suffix (unit, ",\"");
  g_autoptr (SzPackageWriter) writer = sz_package_writer_new (SZ_PACKAGE_HANDOVER, PACKAGE);
  g_autoptr (GString) line = g_string_new (begin);
  g_autofree char *path = NULL;
  g_autoptr (GError) error = NULL;
  gsize before;

  if (!manifest)
    {
      add_manifest (writer, "handover", "{\"table\":\"people\",\"rows\":1}");
      add_line (writer, "{\"table\":\"people\",\"columns\":[\"a\"],\"rows\":1}");
    }
  for (int i = 0; line->len < 7 * 1024 * 1024; i++)
    {
      g_string_append (line, unit);
      if (numbered)
        g_string_append_printf (line, "%d\":0", i);
    }
  g_string_append (line, end);
  g_string_append_c (line, '\n');
  add_text (writer, line->str);
  g_string_free (g_steal_pointer (&line), TRUE);
  before = taken;
  peak = before;
  path = finish (writer, folder, &error);
  g_test_message ("%s: %.1f MiB at most", error->message, (double)(peak - before) / 1048576);
  g_assert_null (path);
  g_assert_cmpuint (peak - before, <, MOST);
}

static void
test_bloated (void)
{
  g_auto (Fixture) fixture = { 0 };

  fixture_open (&fixture);
  for (int manifest = 0; manifest < 2; manifest++)
    {
      assert_bloated (fixture.folder, manifest, "[0", ",1", "]");
      assert_bloated (fixture.folder, manifest, "[[]", ",[]", "]");
      assert_bloated (fixture.folder, manifest, "[{}", ",{}", "]");
      assert_bloated (fixture.folder, manifest, "[\"\"", ",\"\"", "]");
      assert_bloated (fixture.folder, manifest, "{\"a\":0", ",\"", "}");
      assert_bloated (fixture.folder, manifest, "[\"", "\\u4e00", "\"]");
      assert_bloated (fixture.folder, manifest, "[\"", "x", "\"]");
      assert_bloated (fixture.folder, manifest, "[", "[", "");
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < 32; i++)
    {
      seed[i] = (guint8)i;
      secret[i] = (guint8)(0x20 + i);
    }
  g_test_add_func ("/store/package-memory/pkg-5/many-rows", test_rows);
  g_test_add_func ("/store/package-memory/pkg-5/long-texts", test_texts);
  g_test_add_func ("/store/package-memory/pkg-5/a-large-backup", test_backup);
  g_test_add_func ("/store/package-memory/pkg-5/made-to-be-large", test_bloated);
  return g_test_run ();
}
