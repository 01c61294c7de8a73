/* fuzz-package.c — files from nowhere into the reader of packages (RULE pkg-5)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The first byte says what the rest is: a file as it is, patches on the vector, or what is inside:
 * sealed and signed properly, since else no byte of it would be looked at.
 */
#include <fcntl.h>
#include <string.h>
#include <unistd.h>

#include "fuzz-table.h"
#include "sz-package-writer.h"
#include "sz-package.h"

#define PACKAGE "7b0c2f7e-1f7a-4c8e-9a51-0d6a5c2e9b10" /* as corpus-package says inside */
#define PATCH_BYTES 3                                  /* where, two bytes, and what */

typedef enum
{
  WHOLE,
  PATCHES,
  INSIDE,
  N_KINDS,
} Kind;

/* Those of tests/samples/package/vector.json. */
static guint8 secret[32]; /* 20 21 … */
static const guint8 recipient[32]
    = { 0x35, 0x80, 0x72, 0xd6, 0x36, 0x58, 0x80, 0xd1, 0xae, 0xea, 0x32,
        0x9a, 0xdf, 0x91, 0x21, 0x38, 0x38, 0x51, 0xed, 0x21, 0xa2, 0x8e,
        0x3b, 0x75, 0xe9, 0x65, 0xd0, 0xd2, 0xcd, 0x16, 0x62, 0x54 };
static guint8 seed[32]; /* 00 01 … */
static char *vector;
static gsize vector_bytes;
static char *path;

static void
set_up (void)
{
  const char *root = g_getenv ("SHIZI_SOURCE_ROOT");
  g_autofree char *file = g_build_filename (root != NULL ? root : ".", "tests", "samples",
                                            "package", "good.szpkg", NULL);

  for (guint i = 0; i < 32; i++)
    {
      seed[i] = (guint8)i;
      secret[i] = (guint8)(0x20 + i);
    }
  if (!g_file_get_contents (file, &vector, &vector_bytes, NULL))
    g_error ("no vector at %s", file);
  path = g_strdup_printf ("%s/shizi-fuzz-%d.szpkg", g_get_tmp_dir (), (int)getpid ());
}

static void
write_file (const guint8 *bytes, gsize n)
{
  const int file = open (path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);

  g_assert_cmpint (file, >=, 0);
  g_assert_cmpint (write (file, bytes, n), ==, (gssize)n);
  close (file);
}

static void
write_patched (const guint8 *patches, gsize n)
{
  g_autofree guint8 *bytes = g_memdup2 (vector, vector_bytes);

  for (; n >= PATCH_BYTES; patches += PATCH_BYTES, n -= PATCH_BYTES)
    bytes[(patches[0] << 8 | patches[1]) % vector_bytes] = patches[2];
  write_file (bytes, vector_bytes);
}

static void
write_sealed (const guint8 *inside, gsize n)
{
  const SzPackageSealer sealer = { .recipients = recipient, .n_recipients = 1 };
  g_autoptr (SzPackageWriter) writer = sz_package_writer_new (SZ_PACKAGE_HANDOVER, PACKAGE);

  unlink (path);
  if (n > 0)
    sz_package_writer_add_bytes (writer, inside, n, NULL);
  sz_package_writer_finish (writer, seed, "2026-11-30", &sealer, path, NULL);
}

static gboolean
look_cb (
    guint section, const json_t *columns, const json_t *row, gpointer user_data, GError **error)
{
  g_assert_true (json_is_array (columns));
  if (row != NULL)
    g_assert_cmpuint (json_array_size (row), ==, json_array_size (columns));
  return TRUE;
}

int
LLVMFuzzerTestOneInput (const guint8 *data, size_t n)
{
  const SzPackageOpener opener = { .secret = secret };
  g_autoptr (SzPackage) package = NULL;
  g_autoptr (GError) error = NULL;

  if (n < 1)
    return 0;
  if (vector == NULL)
    set_up ();
  if (data[0] % N_KINDS == WHOLE)
    write_file (data + 1, n - 1);
  else if (data[0] % N_KINDS == PATCHES)
    write_patched (data + 1, n - 1);
  else
    write_sealed (data + 1, n - 1);
  package = sz_package_open (path, &opener, &error);
  g_assert_true ((package == NULL) == (error != NULL));
  if (package != NULL)
    sz_package_each_row (package, look_cb, NULL, NULL);
  unlink (path);
  return 0;
}
