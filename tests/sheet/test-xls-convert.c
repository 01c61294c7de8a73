/* test-xls-convert.c — old workbooks: without LibreOffice, with one that hangs, dies or lies
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The real LibreOffice is met in test-inputs.c; here scripts under its name stand in for it.
 */
#include <glib/gstdio.h>
#include <string.h>

#include "table-fixture.h"

static char *scratch;  /* TMPDIR of these tests: no folder of a conversion may stay in it */
static char *programs; /* the only folder on the path */

/* The head of an old workbook: enough to be taken for one. */
static char *
make_old_workbook (void)
{
  g_autofree char *bytes = g_malloc0 (4096);

  memcpy (bytes, "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", 8);
  bytes[30] = 9;
  memcpy (bytes + 512, "W\0o\0r\0k\0b\0o\0o\0k\0", 16);
  bytes[512 + 64] = 18;
  return fixture_file ("旧表.xls", bytes, 4096);
}

static void
install_soffice (const char *script)
{
  g_autofree char *path = g_build_filename (programs, "soffice", NULL);
  g_autofree char *text = NULL;

  g_unlink (path);
  if (script == NULL)
    return;
  text = g_strconcat ("#!/bin/sh\nPATH=/usr/bin:/bin\n", script, "\n", NULL);
  g_assert_true (g_file_set_contents_full (path, text, -1, G_FILE_SET_CONTENTS_NONE, 0755, NULL));
}

static void
assert_nothing_stays (void)
{
  g_autoptr (GDir) entries = g_dir_open (scratch, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (entries)) != NULL)
    g_assert_false (g_str_has_prefix (name, "shizi-xls-"));
}

static void
expect (const char *script, const char *expected)
{
  g_autofree char *path = make_old_workbook ();
  g_autofree char *rows = NULL;

  install_soffice (script);
  rows = fixture_dump (path);
  g_assert_cmpstr (rows, ==, expected);
  assert_nothing_stays ();
}

static void
test_none (void)
{
  expect (NULL, "! file.needs_libreoffice\n");
}

static void
test_makes_nothing (void)
{
  expect ("exit 0", "! file.format detail=xls_convert\n");
  expect ("exit 77", "! file.format detail=xls_convert\n");
  expect ("kill -9 $$", "! file.format detail=xls_convert\n");
}

static void
test_makes_nonsense (void)
{
  expect ("echo nonsense > table.xlsx", "! file.format detail=zip\n");
  expect (": > table.xlsx", "! file.format detail=zip\n");
  expect ("mkdir table.xlsx", "! file.format detail=xls_convert\n");
}

/* The child has a home of its own, private, and is given a copy. */
static void
test_surroundings (void)
{
  g_autofree char *book
      = fixture_book ("<worksheet><sheetData><row><c><v>5</v></c></row></sheetData></worksheet>",
                      NULL, NULL);
  g_autofree char *script = g_strdup_printf (
      "test \"$HOME\" = \"$PWD\" && test \"$TMPDIR\" = \"$PWD\" && test -z \"$DISPLAY\" || exit 1\n"
      "case \"$PWD\" in '%s'/shizi-xls-*) ;; *) exit 1 ;; esac\n"
      "test \"$(stat -c %%a .)\" = 700 || exit 1\n"
      "test \"$(stat -c %%a table.xls)\" = 600 || exit 1\n"
      "cmp -s table.xls '%s/旧表.xls' || exit 1\n"
      "mkdir -p profile/deep && echo x > profile/deep/file && ln -s / profile/root\n"
      "cp '%s' table.xlsx",
      scratch, fixture_folder (), book);

  expect (script, "1: N:5\n");
}

/* Issue 7, 24: looked at, checked and imported, it is converted once; written again, once more. */
static void
test_once (void)
{
  g_autofree char *book
      = fixture_book ("<worksheet><sheetData><row><c><v>5</v></c></row></sheetData></worksheet>",
                      NULL, NULL);
  g_autofree char *times = g_build_filename (fixture_folder (), "times", NULL);
  g_autofree char *script = g_strdup_printf ("echo x >> '%s'\ncp '%s' table.xlsx", times, book);
  g_autofree char *path = make_old_workbook ();
  g_autofree char *counted = NULL;

  install_soffice (script);
  for (guint i = 0; i < 4; i++)
    {
      g_autofree char *rows = fixture_dump (path);

      g_assert_cmpstr (rows, ==, "1: N:5\n");
    }
  assert_nothing_stays ();
  g_assert_true (g_file_get_contents (times, &counted, NULL, NULL));
  g_assert_cmpstr (counted, ==, "x\n");
  g_usleep (20000);
  expect (script, "1: N:5\n");
  g_free (counted);
  g_assert_true (g_file_get_contents (times, &counted, NULL, NULL));
  g_assert_cmpstr (counted, ==, "x\nx\n");
  g_unlink (times);
}

static gpointer
cancel_soon (gpointer cancellable)
{
  g_usleep (200000);
  g_cancellable_cancel (cancellable);
  return NULL;
}

/* What hangs is ended with all that it started. */
static void
test_cancel (void)
{
  g_autofree char *path = make_old_workbook ();
  g_autofree char *witness = g_build_filename (fixture_folder (), "witness", NULL);
  g_autofree char *script = g_strdup_printf ("(sleep 2; echo alive > '%s') & sleep 600", witness);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  GThread *thread;

  install_soffice (script);
  thread = g_thread_new ("cancel", cancel_soon, cancellable);
  g_assert_null (sz_table_file_open (path, SZ_ENCODING_AUTO, NULL, cancellable, &error));
  g_thread_join (thread);
  g_assert_error (error, SZ_ERROR, SZ_ERROR_CANCELLED);
  assert_nothing_stays ();
  g_usleep (2500000);
  g_assert_false (g_file_test (witness, G_FILE_TEST_EXISTS));
}

/* A password of an old workbook is told before anything is started. */
static void
test_password (void)
{
  g_autofree char *bytes = g_malloc0 (512 * 12);
  guint8 *entry = (guint8 *)bytes + 512;
  guint8 *stream = (guint8 *)bytes + 1024;
  g_autofree char *path = NULL, *rows = NULL;

  memcpy (bytes, "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", 8);
  bytes[30] = 9;
  memcpy (entry, "W\0o\0r\0k\0b\0o\0o\0k\0", 16);
  entry[64] = 18;
  entry[116] = 1;    /* its first sector */
  entry[121] = 0x10; /* 4096 bytes */
  memcpy (stream, "\x09\x08\x04\0\0\x06\x05\0\x2f\0\x02\0\x01\0", 14);
  path = fixture_file ("locked.xls", bytes, 512 * 12);
  install_soffice ("exit 0");
  rows = fixture_dump (path);
  g_assert_cmpstr (rows, ==, "! file.encrypted\n");
}

/* GLib remembers the folder for temporary files from the first time it is asked. */
static void
prepare_folders (void)
{
  const char *parent = g_getenv ("TMPDIR");

  scratch = g_build_filename (parent != NULL ? parent : "/tmp", "shizi-scratch-XXXXXX", NULL);
  g_assert_nonnull (g_mkdtemp_full (scratch, 0700));
  g_setenv ("TMPDIR", scratch, TRUE);
  programs = g_build_filename (scratch, "programs", NULL);
  g_assert_cmpint (g_mkdir (programs, 0700), ==, 0);
}

static void
remove_folders (void)
{
  install_soffice (NULL);
  g_rmdir (programs);
  g_rmdir (scratch);
  g_free (programs);
  g_free (scratch);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  prepare_folders ();
  /* handlers run backwards: the folder inside goes first */
  atexit (remove_folders);
  fixture_folder ();
  g_setenv ("PATH", programs, TRUE);
  g_setenv ("DISPLAY", ":99", TRUE);
  g_test_add_func ("/sheet/xls-convert/none", test_none);
  g_test_add_func ("/sheet/xls-convert/makes-nothing", test_makes_nothing);
  g_test_add_func ("/sheet/xls-convert/makes-nonsense", test_makes_nonsense);
  g_test_add_func ("/sheet/xls-convert/surroundings", test_surroundings);
  g_test_add_func ("/sheet/xls/once", test_once);
  g_test_add_func ("/sheet/xls-convert/cancel", test_cancel);
  g_test_add_func ("/sheet/xls-convert/password", test_password);
  return g_test_run ();
}
