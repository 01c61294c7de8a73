/* test-backup.c — copies that were read back, rotation, restoring
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "store-fixture.h"

#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

#include "sz-backup-keep.h"
#include "sz-backup.h"
#include "sz-store-college.h"
#include "sz-store-open.h"
#include "sz-undo.h"

static guint
count_files (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  guint n = 0;

  while (dir != NULL && g_dir_read_name (dir) != NULL)
    n++;
  return n;
}

static void
test_make (void)
{
  g_auto (Fixture) fixture = { 0 };
  g_autofree char *path = NULL;
  g_autofree char *name = NULL;
  g_autoptr (SzStore) copy = NULL;
  g_autoptr (GError) error = NULL;
  gint64 n = 0;

  fixture_open (&fixture);
  fixture_people (&fixture, 1, 200);
  path = g_build_filename (fixture.folder, "copy.db", NULL);
  g_assert_true (sz_backup_make (fixture.store, path, NULL, &error));
  g_assert_no_error (error);
  g_assert_true (sz_backup_verify (path, NULL, &error));
  g_assert_no_error (error);
  /* The store goes on as before, and the copy stays what it was. */
  fixture_people (&fixture, 300, 1);
  copy = sz_store_open (path, SZ_STORE_READ_ONLY, "", &error);
  g_assert_true (sz_store_people_count (copy, &n, &error));
  g_assert_cmpint (n, ==, 200);
  g_assert_false (sz_backup_make (fixture.store, path, NULL, &error));
  g_assert_true (g_error_matches (error, SZ_ERROR, SZ_ERROR_REFUSED));
  fixture_assert_code (&error, "backup.exists");
  g_assert_cmpuint (count_files (fixture.folder), ==, 2);
}

static void
test_cancel (void)
{
  g_auto (Fixture) fixture = { 0 };
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autofree char *path = NULL;
  g_autoptr (GError) error = NULL;

  fixture_open (&fixture);
  path = g_build_filename (fixture.folder, "copy.db", NULL);
  g_cancellable_cancel (cancellable);
  g_assert_false (sz_backup_make (fixture.store, path, cancellable, &error));
  fixture_assert_code (&error, "cancelled");
  g_assert_cmpuint (count_files (fixture.folder), ==, 1);
}

/* Flipped bytes anywhere: in the middle of a text they are no damage of structure, but the rows no
 * longer fit the journal. */
static void
damage_file (const char *path, const char *find, char with)
{
  g_autofree char *contents = NULL;
  gsize size = 0;
  char *place;

  g_assert_true (g_file_get_contents (path, &contents, &size, NULL));
  place = memmem (contents, size, find, strlen (find));
  g_assert_nonnull (place);
  *place = with;
  g_assert_true (g_file_set_contents (path, contents, (gssize)size, NULL));
}

/* The newest fourteen stay; copies of another college beside it are not ours to delete. */
static void
test_rotation (void)
{
  g_auto (Fixture) fixture = { 0 };
  g_auto (GStrv) files = NULL;
  g_autofree char *other = NULL;
  g_autofree char *newest = NULL;
  g_autoptr (GError) error = NULL;

  fixture_open (&fixture);
  for (guint i = 0; i < SZ_BACKUPS_KEPT + 3; i++)
    {
      g_autofree char *stamp = g_strdup_printf ("20260307T0815%02uZ", i);
      g_autofree char *path = NULL;

      g_assert_true (sz_backup_keep (fixture.store, stamp, "import", &path, NULL, &error));
      g_assert_no_error (error);
      g_assert_true (g_file_test (path, G_FILE_TEST_EXISTS));
      if (i > 0)
        continue;
      other = g_strdup_printf ("%s/backups/college-2-20200101T000000Z-import.db", fixture.folder);
      g_assert_true (g_file_set_contents (other, "x", 1, NULL));
    }
  files = sz_backup_list (fixture.path);
  /* The whole copy that they go on from stays with them. */
  g_assert_cmpuint (g_strv_length (files), ==, SZ_BACKUPS_KEPT + 1);
  g_assert_true (g_str_has_suffix (files[0], "/college-20260307T081516Z-import.delta"));
  g_assert_true (g_str_has_suffix (files[13], "/college-20260307T081503Z-import.delta"));
  g_assert_true (g_str_has_suffix (files[14], "/college-20260307T081500Z-import.db"));
  g_assert_true (g_file_test (other, G_FILE_TEST_EXISTS));
  /* The same second again does not overwrite. */
  g_assert_true (
      sz_backup_keep (fixture.store, "20260307T081516Z", "import", &newest, NULL, &error));
  g_assert_true (g_str_has_suffix (newest, "-import-2.delta"));
}

/* What changed since the whole copy, put into it again, is the college as it was then: rows that
 * came, were changed and went, whatever came later. */
static void
test_delta (void)
{
  g_auto (Fixture) fixture = { 0 };
  g_autofree char *whole = NULL;
  g_autofree char *delta = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autofree char *replaced = NULL;
  g_autofree char *bytes = NULL;
  g_autoptr (GError) error = NULL;
  gsize size = 0;
  SzAct *act;

  fixture_open (&fixture);
  fixture_people (&fixture, 1, 200);
  g_assert_true (
      sz_backup_keep (fixture.store, "20260307T081500Z", "import", &whole, NULL, &error));
  g_assert_no_error (error);
  g_assert_false (sz_backup_is_delta (whole));
  fixture_people (&fixture, 300, 5);
  act = fixture_act (&fixture, "college");
  g_assert_true (sz_store_set_college (act, "新名学院", &error));
  fixture_commit (act);
  act = fixture_act (&fixture, "undo");
  g_assert_true (sz_undo_act (act, "act-2", NULL, &error));
  fixture_commit (act);
  before = fixture_query (fixture.path, "SELECT group_concat (staff_no) FROM people");
  g_assert_true (
      sz_backup_keep (fixture.store, "20260307T081501Z", "import", &delta, NULL, &error));
  g_assert_no_error (error);
  g_assert_true (sz_backup_is_delta (delta));
  g_assert_true (g_file_get_contents (delta, &bytes, &size, NULL));
  g_assert_true (sz_backup_verify (delta, NULL, &error));
  g_assert_no_error (error);
  fixture_people (&fixture, 400, 3);
  g_clear_pointer (&fixture.store, sz_store_free);
  g_assert_true (sz_backup_restore (delta, fixture.path, FIXTURE_STAMP, &replaced, NULL, &error));
  g_assert_no_error (error);
  after = fixture_query (fixture.path, "SELECT group_concat (staff_no) FROM people");
  g_assert_cmpstr (before, ==, after);
  fixture_reopen (&fixture);
  g_assert_cmpuint (fixture_verify (fixture.store, NULL), ==, 0);
  /* Spoilt, or without the copy it goes on from, it is none. */
  damage_file (delta, "新名学院", 'x');
  g_assert_false (sz_backup_verify (delta, NULL, &error));
  fixture_assert_code (&error, "backup.damaged");
  g_assert_cmpint (g_unlink (whole), ==, 0);
  g_assert_false (sz_backup_verify (delta, NULL, &error));
  fixture_assert_code (&error, "backup.base_missing");
}

/* What does not verify is called so, is restored by nobody, and never pushes a good copy out. */
static void
test_unverified (void)
{
  g_auto (Fixture) fixture = { 0 };
  g_autofree char *good = NULL;
  g_autofree char *bad = NULL;
  g_autoptr (SzIssueList) issues = sz_issue_list_new ();
  g_autoptr (GError) error = NULL;

  fixture_open (&fixture);
  fixture_people (&fixture, 1, 5);
  g_assert_true (sz_backup_keep (fixture.store, "20260307T081500Z", "daily", &good, NULL, &error));
  g_assert_true (sz_backup_is_verified (good));
  fixture_sql (fixture.path, "UPDATE people SET name = '李' WHERE id = 1");
  for (guint i = 1; i < SZ_BACKUPS_KEPT + 4; i++)
    {
      g_autofree char *stamp = g_strdup_printf ("20260307T0815%02uZ", i);

      g_clear_pointer (&bad, g_free);
      g_assert_true (sz_backup_keep (fixture.store, stamp, "daily", &bad, NULL, &error));
      g_assert_no_error (error);
      g_assert_false (sz_backup_is_verified (bad));
    }
  g_assert_true (g_file_test (good, G_FILE_TEST_EXISTS));
  g_assert_false (sz_backup_look (bad, FALSE, issues, NULL, &error));
  fixture_assert_code (&error, "backup.damaged");
  g_assert_cmpuint (sz_issue_list_length (issues), ==, 1);
  g_assert_false (sz_backup_restore (bad, fixture.path, FIXTURE_STAMP, NULL, NULL, &error));
  fixture_assert_code (&error, "backup.damaged");
}

/* What a process that died in the middle of a copy left behind goes with the next copy; what a
 * living one is writing stays. */
static void
test_stale_parts (void)
{
  g_auto (Fixture) fixture = { 0 };
  g_autofree char *dead = NULL;
  g_autofree char *journal = NULL;
  g_autofree char *alive = NULL;
  g_autoptr (GError) error = NULL;

  fixture_open (&fixture);
  g_assert_true (sz_backup_keep (fixture.store, "20260307T081500Z", "import", NULL, NULL, &error));
  /* No process has a number beyond four millions; the first is always there. */
  dead = g_strdup_printf ("%s/backups/college-1.db.part-2147483646", fixture.folder);
  journal = g_strconcat (dead, "-journal", NULL);
  alive = g_strdup_printf ("%s/backups/college-1.db.part-1", fixture.folder);
  g_assert_true (g_file_set_contents (dead, "x", 1, NULL));
  g_assert_true (g_file_set_contents (journal, "x", 1, NULL));
  g_assert_true (g_file_set_contents (alive, "x", 1, NULL));
  g_assert_true (sz_backup_keep (fixture.store, "20260307T081501Z", "import", NULL, NULL, &error));
  g_assert_false (g_file_test (dead, G_FILE_TEST_EXISTS));
  g_assert_false (g_file_test (journal, G_FILE_TEST_EXISTS));
  g_assert_true (g_file_test (alive, G_FILE_TEST_EXISTS));
}

static void
test_damaged (void)
{
  g_auto (Fixture) fixture = { 0 };
  g_autofree char *good = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *contents = NULL;
  gsize size = 0;

  fixture_open (&fixture);
  fixture_people (&fixture, 1, 20);
  good = g_build_filename (fixture.folder, "good.db", NULL);
  g_assert_true (sz_backup_make (fixture.store, good, NULL, &error));
  g_assert_true (g_file_get_contents (good, &contents, &size, NULL));
  for (guint i = 0; i < 4; i++)
    {
      g_autofree char *bad = g_strdup_printf ("%s/bad-%u.db", fixture.folder, i);
      g_autofree char *before = fixture_query (fixture.path, "SELECT count(*) FROM people");
      g_autofree char *after = NULL;
      g_autofree char *replaced = NULL;

      g_assert_true (
          g_file_set_contents (bad, contents, i == 3 ? (gssize)size / 2 : (gssize)size, NULL));
      if (i == 0)
        damage_file (bad, "110101199000000007", '2');
      else if (i == 1)
        damage_file (bad, "professional-8", 'q');
      else if (i == 2)
        memset (contents + size / 2, 0, 4096);
      if (i == 2)
        g_assert_true (g_file_set_contents (bad, contents, (gssize)size, NULL));
      g_assert_false (
          sz_backup_restore (bad, fixture.path, FIXTURE_STAMP, &replaced, NULL, &error));
      g_assert_true (g_error_matches (error, SZ_ERROR, SZ_ERROR_CORRUPT));
      fixture_assert_code (&error, "backup.damaged");
      g_assert_null (replaced);
      after = fixture_query (fixture.path, "SELECT count(*) FROM people");
      g_assert_cmpstr (before, ==, after);
    }
}

static void
test_restore (void)
{
  g_auto (Fixture) fixture = { 0 };
  g_autofree char *backup = NULL;
  g_autofree char *replaced = NULL;
  g_autofree char *again = NULL;
  g_autofree char *expected = NULL;
  g_autofree char *old = NULL;
  g_autofree char *now = NULL;
  g_autoptr (GError) error = NULL;

  fixture_open (&fixture);
  fixture_people (&fixture, 1, 3);
  backup = g_build_filename (fixture.folder, "backup.db", NULL);
  g_assert_true (sz_backup_make (fixture.store, backup, NULL, &error));
  fixture_people (&fixture, 4, 2);
  g_clear_pointer (&fixture.store, sz_store_free);
  g_assert_true (sz_backup_restore (backup, fixture.path, FIXTURE_STAMP, &replaced, NULL, &error));
  g_assert_no_error (error);
  expected = g_strconcat (fixture.path, ".replaced-", FIXTURE_STAMP, NULL);
  g_assert_cmpstr (replaced, ==, expected);
  now = fixture_query (fixture.path, "SELECT count(*) FROM people");
  old = fixture_query (replaced, "SELECT count(*) FROM people");
  g_assert_cmpstr (now, ==, "3");
  g_assert_cmpstr (old, ==, "5");
  fixture_reopen (&fixture);
  g_assert_cmpuint (fixture_verify (fixture.store, NULL), ==, 0);
  g_clear_pointer (&fixture.store, sz_store_free);
  /* Once more within the second, and nothing is lost. */
  g_assert_true (sz_backup_restore (backup, fixture.path, FIXTURE_STAMP, &again, NULL, &error));
  g_assert_cmpstr (again, !=, replaced);
  fixture_reopen (&fixture);
}

static void
test_restore_to_nothing (void)
{
  g_auto (Fixture) fixture = { 0 };
  g_autofree char *backup = NULL;
  g_autofree char *target = NULL;
  g_autofree char *broken = NULL;
  g_autofree char *replaced = NULL;
  g_autofree char *now = NULL;
  g_autoptr (GError) error = NULL;

  fixture_open (&fixture);
  fixture_people (&fixture, 1, 3);
  backup = g_build_filename (fixture.folder, "backup.db", NULL);
  target = g_build_filename (fixture.folder, "new.db", NULL);
  broken = g_build_filename (fixture.folder, "broken.db", NULL);
  g_assert_true (sz_backup_make (fixture.store, backup, NULL, &error));
  g_assert_true (sz_backup_restore (backup, target, FIXTURE_STAMP, &replaced, NULL, &error));
  g_assert_null (replaced);
  now = fixture_query (target, "SELECT count(*) FROM people");
  g_assert_cmpstr (now, ==, "3");
  /* A database that no longer opens is just what one restores over. */
  g_assert_true (g_file_set_contents (broken, "SQLite format 3 … no more", -1, NULL));
  g_assert_true (sz_backup_restore (backup, broken, FIXTURE_STAMP, &replaced, NULL, &error));
  g_assert_no_error (error);
  g_assert_true (g_file_test (replaced, G_FILE_TEST_EXISTS));
  g_assert_false (
      sz_backup_restore ("/nonexistent/x.db", target, FIXTURE_STAMP, NULL, NULL, &error));
  fixture_assert_code (&error, "db.missing");
}

/* A copy of one college does not go over another, unless that one is empty yet. */
static void
test_restore_other_college (void)
{
  g_auto (Fixture) fixture = { 0 };
  g_auto (Fixture) other = { 0 };
  g_autofree char *backup = NULL;
  g_autofree char *replaced = NULL;
  g_autofree char *now = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (SzStore) made = NULL;
  SzActInfo info = { .id = "other-init", .kind = "init", .who = "x", .at = "2026-03-07T08:15:00Z" };
  g_autofree char *target = NULL;

  fixture_open (&fixture);
  fixture_open (&other);
  fixture_people (&fixture, 1, 3);
  backup = g_build_filename (fixture.folder, "backup.db", NULL);
  target = g_build_filename (other.folder, "other.db", NULL);
  g_assert_true (sz_backup_make (fixture.store, backup, NULL, &error));
  made = sz_store_create (target, &info, "别的学院", 1, &error);
  g_assert_no_error (error);
  sz_store_free (other.store);
  other.store = g_steal_pointer (&made);
  fixture_people (&other, 1, 2);
  g_clear_pointer (&other.store, sz_store_free);
  g_assert_false (sz_backup_restore (backup, target, FIXTURE_STAMP, &replaced, NULL, &error));
  g_assert_true (g_error_matches (error, SZ_ERROR, SZ_ERROR_REFUSED));
  g_assert_nonnull (strstr (error->message, "别的学院"));
  g_assert_nonnull (strstr (error->message, "某技师学院"));
  fixture_assert_code (&error, "backup.other_college");
  g_assert_null (replaced);
  now = fixture_query (target, "SELECT count(*) FROM people");
  g_assert_cmpstr (now, ==, "2");
  /* Who lost his disk has made a new one already. */
  g_assert_cmpint (g_unlink (target), ==, 0);
  made = sz_store_create (target, &info, "新建的", 1, &error);
  g_clear_pointer (&made, sz_store_free);
  g_assert_true (sz_backup_restore (backup, target, FIXTURE_STAMP, &replaced, NULL, &error));
  g_assert_no_error (error);
  g_assert_nonnull (replaced);
  other.store = sz_store_open (target, SZ_STORE_READ_WRITE, "", &error);
  g_assert_no_error (error);
}

/* A link leads to the college: the college is replaced, and the link goes on leading there. A
 * folder is none. */
static void
test_restore_by_link (void)
{
  g_auto (Fixture) fixture = { 0 };
  g_autofree char *backup = NULL;
  g_autofree char *link = NULL;
  g_autofree char *folder = NULL;
  g_autofree char *replaced = NULL;
  g_autofree char *now = NULL;
  g_autoptr (GError) error = NULL;

  fixture_open (&fixture);
  fixture_people (&fixture, 1, 3);
  backup = g_build_filename (fixture.folder, "backup.db", NULL);
  link = g_build_filename (fixture.folder, "link.db", NULL);
  folder = g_build_filename (fixture.folder, "folder", NULL);
  g_assert_true (sz_backup_make (fixture.store, backup, NULL, &error));
  fixture_people (&fixture, 4, 2);
  g_clear_pointer (&fixture.store, sz_store_free);
  g_assert_cmpint (symlink (fixture.path, link), ==, 0);
  g_assert_cmpint (g_mkdir (folder, 0700), ==, 0);
  g_assert_true (sz_backup_restore (backup, link, FIXTURE_STAMP, &replaced, NULL, &error));
  g_assert_no_error (error);
  g_assert_true (g_str_has_prefix (replaced, fixture.path));
  g_assert_true (g_file_test (link, G_FILE_TEST_IS_SYMLINK));
  now = fixture_query (fixture.path, "SELECT count(*) FROM people");
  g_assert_cmpstr (now, ==, "3");
  g_assert_false (sz_backup_restore (backup, folder, FIXTURE_STAMP, NULL, NULL, &error));
  fixture_assert_code (&error, "db.folder");
  g_assert_true (g_file_test (folder, G_FILE_TEST_IS_DIR));
  fixture_reopen (&fixture);
}

static void
test_restore_while_writing (void)
{
  g_auto (Fixture) fixture = { 0 };
  g_autofree char *backup = NULL;
  g_autoptr (GError) error = NULL;
  SzAct *act;

  fixture_open (&fixture);
  backup = g_build_filename (fixture.folder, "backup.db", NULL);
  g_assert_true (sz_backup_make (fixture.store, backup, NULL, &error));
  act = fixture_act (&fixture, "edit");
  g_assert_true (sz_store_set_college (act, "x", &error));
  g_assert_false (sz_backup_restore (backup, fixture.path, FIXTURE_STAMP, NULL, NULL, &error));
  g_assert_true (g_error_matches (error, SZ_ERROR, SZ_ERROR_BUSY));
  fixture_assert_code (&error, "db.busy");
  fixture_commit (act);
  g_assert_cmpuint (count_files (fixture.folder), ==, 2);
  g_assert_cmpuint (fixture_verify (fixture.store, NULL), ==, 0);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/store/backup/make", test_make);
  g_test_add_func ("/store/backup/cancel", test_cancel);
  g_test_add_func ("/store/backup/rotation", test_rotation);
  g_test_add_func ("/store/backup/delta", test_delta);
  g_test_add_func ("/store/backup/unverified", test_unverified);
  g_test_add_func ("/store/backup/stale-parts", test_stale_parts);
  g_test_add_func ("/store/backup/damaged", test_damaged);
  g_test_add_func ("/store/backup/restore", test_restore);
  g_test_add_func ("/store/backup/restore-to-nothing", test_restore_to_nothing);
  g_test_add_func ("/store/backup/restore-other-college", test_restore_other_college);
  g_test_add_func ("/store/backup/restore-by-link", test_restore_by_link);
  g_test_add_func ("/store/backup/restore-while-writing", test_restore_while_writing);
  return g_test_run ();
}
