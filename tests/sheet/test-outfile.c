/* test-outfile.c — the old file stays until the new one is whole
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "paper-fixture.h"
#include "sz-outfile.h"

#include <errno.h>
#include <signal.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

typedef gboolean (*WriteFunc) (const char *path, GError **error);

static gboolean
write_xlsx (const char *path, GError **error)
{
  g_autoptr (SzPaper) paper = make_pay_paper (40, TRUE);

  return sz_paper_write_xlsx (&paper, 1, path, NULL, NULL, NULL, error);
}

static gboolean
write_flat (const char *path, GError **error)
{
  g_autoptr (SzPaper) paper = make_pay_paper (2050, FALSE);

  return sz_paper_write_xlsx (&paper, 1, path, NULL, NULL, NULL, error);
}

static gboolean
write_pdf (const char *path, GError **error)
{
  g_autoptr (SzPaper) paper = make_pay_paper (40, TRUE);

  return sz_paper_write_pdf (&paper, 1, path, NULL, NULL, NULL, error);
}

static gboolean
write_csv (const char *path, GError **error)
{
  g_autoptr (SzPaper) paper = make_pay_paper (400, TRUE);

  return sz_paper_write_csv (paper, path, NULL, NULL, NULL, error);
}

static guint
count_files (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  guint n = 0;

  while (g_dir_read_name (dir) != NULL)
    n++;
  return n;
}

static void
test_commit (void)
{
  g_autofree char *folder = make_folder ();
  g_autofree char *path = g_build_filename (folder, "表.txt", NULL);
  g_autofree char *data = NULL;
  g_autoptr (GError) error = NULL;
  struct stat info;

  g_assert_true (g_file_set_contents (path, "old", -1, NULL));
  g_assert_cmpint (g_chmod (path, 0640), ==, 0);
  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (SzOutfile) out = sz_outfile_new (path, &error);

      g_assert_no_error (error);
      g_assert_cmpint (g_stat (sz_outfile_folder (out), &info), ==, 0);
      g_assert_cmpint (info.st_mode & 0777, ==, 0700);
      g_assert_true (g_file_set_contents (sz_outfile_path (out), "new", -1, NULL));
      if (i == 1)
        g_assert_true (sz_outfile_commit (out, &error));
      g_clear_pointer (&out, sz_outfile_free);
      g_clear_pointer (&data, g_free);
      g_assert_true (g_file_get_contents (path, &data, NULL, NULL));
      g_assert_cmpstr (data, ==, i == 1 ? "new" : "old");
      g_assert_cmpuint (count_files (folder), ==, 1);
    }
  g_assert_cmpint (g_stat (path, &info), ==, 0);
  g_assert_cmpint (info.st_mode & 0777, ==, 0640);
  remove_folder (folder);
}

/* A link stays a link; what it points to is replaced. */
static void
test_link (void)
{
  g_autofree char *folder = make_folder ();
  g_autofree char *path = g_build_filename (folder, "target", NULL);
  g_autofree char *link = g_build_filename (folder, "link", NULL);
  g_autoptr (GError) error = NULL;
  g_autofree char *data = NULL;

  g_assert_true (g_file_set_contents (path, "old", -1, NULL));
  g_assert_cmpint (symlink ("target", link), ==, 0);
  g_assert_true (write_csv (link, &error));
  g_assert_no_error (error);
  g_assert_true (g_file_test (link, G_FILE_TEST_IS_SYMLINK));
  g_assert_true (g_file_get_contents (path, &data, NULL, NULL));
  g_assert_cmpuint (strlen (data), >, 100);
  remove_folder (folder);
}

static void
assert_fails (const char *path, const char *wanted)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *code = NULL;

  g_assert_false (write_csv (path, &error));
  g_assert_error (error, SZ_ERROR, SZ_ERROR_IO);
  code = sz_error_dup_code (error);
  g_assert_cmpstr (code, ==, wanted);
}

static void
test_unwritable (void)
{
  g_autofree char *folder = make_folder ();
  g_autofree char *nowhere = g_build_filename (folder, "none", "a.csv", NULL);
  g_autofree char *file = g_build_filename (folder, "file", NULL);
  g_autofree char *below = g_build_filename (folder, "file", "a.csv", NULL);

  g_assert_true (g_file_set_contents (file, "x", -1, NULL));
  assert_fails (nowhere, "file.unwritable");
  assert_fails (below, "file.unwritable");
  assert_fails (folder, "file.unwritable");
  assert_fails ("/dev/full", "file.unwritable");
  g_assert_cmpuint (count_files (folder), ==, 1);
  remove_folder (folder);
}

/* In a process of its own: files may grow to @limit bytes only, as on a disk that is full. Exit 0:
   it wrote; 1: it said that the disk is full; 2: anything else. */
static int
write_limited (WriteFunc write, const char *path, rlim_t limit)
{
  pid_t child = fork ();
  int status;

  g_assert_cmpint (child, >=, 0);
  if (child == 0)
    {
      struct rlimit files = { limit, limit };
      GError *error = NULL;
      g_autofree char *code = NULL;

      signal (SIGXFSZ, SIG_IGN);
      if (freopen ("/dev/null", "w", stderr) == NULL || setrlimit (RLIMIT_FSIZE, &files) != 0)
        _exit (2);
      if (write (path, &error))
        _exit (0);
      code = sz_error_dup_code (error);
      _exit (strcmp (code, "file.disk_full") == 0 ? 1 : 2);
    }
  g_assert_cmpint (waitpid (child, &status, 0), ==, child);
  g_assert_true (WIFEXITED (status));
  return WEXITSTATUS (status);
}

typedef struct
{
  WriteFunc write;
  rlim_t most; /* no part or temporary file is longer */
  guint steps;
} FullDisk;

/* Whatever the size at which the disk is full: the new file whole, or the old file and the reason.
 */
static void
test_full_disk (gconstpointer data)
{
  const FullDisk *test = data;
  g_autofree char *folder = make_folder ();
  g_autofree char *path = g_build_filename (folder, "a", NULL);
  g_autofree char *whole = g_build_filename (folder, "whole", NULL);
  g_autofree char *wanted = NULL;
  gsize wanted_length;
  guint full = 0, written = 0;

  g_assert_cmpint (write_limited (test->write, whole, RLIM_INFINITY), ==, 0);
  g_assert_true (g_file_get_contents (whole, &wanted, &wanted_length, NULL));
  for (guint i = 0; i <= test->steps; i++)
    {
      g_autofree char *got = NULL;
      gsize length;
      int result;

      g_assert_true (g_file_set_contents (path, "old", -1, NULL));
      result = write_limited (test->write, path, test->most * i / test->steps);
      g_assert_cmpint (result, <=, 1);
      g_assert_true (g_file_get_contents (path, &got, &length, NULL));
      g_assert_cmpmem (got, length, result == 0 ? wanted : "old", result == 0 ? wanted_length : 3);
      g_assert_cmpuint (count_files (folder), ==, 2);
      full += result == 1;
      written += result == 0;
    }
  g_assert_cmpuint (full, >, test->steps / 4);
  g_assert_cmpuint (written, >, 0);
  remove_folder (folder);
}

int
main (int argc, char **argv)
{
  static const FullDisk xlsx = { write_xlsx, 90000, 60 };
  static const FullDisk flat = { write_flat, 3000000, 30 };
  static const FullDisk pdf = { write_pdf, 70000, 14 };
  static const FullDisk csv = { write_csv, 50000, 40 };

  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/sheet/outfile/commit", test_commit);
  g_test_add_func ("/sheet/outfile/link", test_link);
  g_test_add_func ("/sheet/outfile/unwritable", test_unwritable);
  g_test_add_data_func ("/sheet/outfile/full-disk/xlsx", &xlsx, test_full_disk);
  g_test_add_data_func ("/sheet/outfile/full-disk/xlsx-flat", &flat, test_full_disk);
  g_test_add_data_func ("/sheet/outfile/full-disk/pdf", &pdf, test_full_disk);
  g_test_add_data_func ("/sheet/outfile/full-disk/csv", &csv, test_full_disk);
  return g_test_run ();
}
