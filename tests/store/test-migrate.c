/* test-migrate.c — every schema version comes up to today's, and nothing foreign gets in
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "store-fixture.h"

#include <glib/gstdio.h>
#include <string.h>

#include "sz-ledger-book.h"
#include "sz-backup-keep.h"
#include "sz-backup.h"
#include "sz-db-open.h"
#include "sz-migrate.h"
#include "sz-store-college.h"
#include "sz-store-open.h"

static char *
make_version (const Fixture *fixture, int version)
{
  char *path = g_strdup_printf ("%s/version-%d.db", fixture->folder, version);
  g_autoptr (GError) error = NULL;
  g_autoptr (SzDb) db = sz_db_open (path, SZ_DB_CREATE, &error);

  g_assert_no_error (error);
  g_assert_true (sz_db_begin (db, TRUE, &error));
  g_assert_true (sz_migrate_to (db, version, &error));
  g_assert_true (sz_db_commit (db, &error));
  return path;
}

/* A copy is put aside before each upgrade, and it is still of the old version. */
static void
test_upgrade (void)
{
  g_auto (Fixture) fixture = { 0 };
  g_autofree char *latest = NULL;

  fixture_open (&fixture);
  latest = g_strdup_printf ("%d:%d", sz_migrate_latest (), sz_migrate_latest ());
  for (int version = 1; version <= sz_migrate_latest (); version++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *path = make_version (&fixture, version);
      g_autoptr (SzStore) store = NULL;
      g_auto (GStrv) copies = NULL;
      g_autofree char *found = NULL;
      g_autofree char *old = NULL;

      if (version < sz_migrate_latest ())
        {
          g_assert_null (sz_store_open (path, SZ_STORE_READ_ONLY, FIXTURE_STAMP, &error));
          fixture_assert_code (&error, "db.upgrade_needed");
        }
      store = sz_store_open (path, SZ_STORE_READ_WRITE, FIXTURE_STAMP, &error);
      g_assert_no_error (error);
      g_assert_cmpuint (fixture_verify (store, NULL), ==, 0);
      g_clear_pointer (&store, sz_store_free);
      found = fixture_query (path, "SELECT max(version) || ':' || count(*) FROM schema_versions");
      g_assert_cmpstr (found, ==, latest);
      copies = sz_backup_list (path);
      g_assert_cmpuint (g_strv_length (copies), ==, version < sz_migrate_latest () ? 1 : 0);
      if (copies[0] == NULL)
        continue;
      g_assert_true (g_str_has_suffix (copies[0], "-20260307T081500Z-upgrade.db"));
      old = fixture_query (copies[0], "SELECT max(version) FROM schema_versions");
      g_assert_cmpint (atoi (old), ==, version);
      g_assert_true (sz_backup_verify (copies[0], NULL, &error));
    }
}

/* A released version has one schema: its digest stands in the list, so that opening need not make a
 * model of it. A new script wants a new line, which this prints. */
static void
test_digests (void)
{
  g_auto (Fixture) fixture = { 0 };
  g_autoptr (GError) error = NULL;
  g_autofree char *list = NULL;
  g_autofree char *text = NULL;
  g_auto (GStrv) lines = NULL;

  fixture_open (&fixture);
  list = g_build_filename (g_getenv ("SHIZI_SOURCE_ROOT"), "src/store/schema/sqlite/digests.txt",
                           NULL);
  g_assert_true (g_file_get_contents (list, &text, NULL, NULL));
  lines = g_strsplit (g_strchomp (text), "\n", -1);
  for (int version = 1; version <= sz_migrate_latest (); version++)
    {
      g_autofree char *path = make_version (&fixture, version);
      g_autoptr (SzDb) db = sz_db_open (path, SZ_DB_READ_ONLY, &error);
      g_autofree char *digest = NULL;

      g_assert_no_error (error);
      digest = sz_migrate_digest (db, &error);
      g_assert_no_error (error);
      g_test_message ("version %d: %s", version, digest);
      g_assert_cmpuint (g_strv_length (lines), >=, (guint)version);
      g_assert_cmpstr (lines[version - 1], ==, digest);
    }
}

/* The schema does not depend on the way it came about. */
static void
test_same_schema (void)
{
  static const char sql[] = "SELECT group_concat (sql, ';') FROM (SELECT sql FROM sqlite_schema"
                            " WHERE sql IS NOT NULL ORDER BY name)";
  g_auto (Fixture) fixture = { 0 };
  g_autoptr (GError) error = NULL;
  g_autofree char *path = NULL;
  g_autofree char *upgraded = NULL;
  g_autofree char *made = NULL;
  SzStore *store;

  fixture_open (&fixture);
  path = make_version (&fixture, 1);
  store = sz_store_open (path, SZ_STORE_READ_WRITE, FIXTURE_STAMP, &error);
  sz_store_free (store);
  upgraded = fixture_query (path, sql);
  made = fixture_query (fixture.path, sql);
  g_assert_cmpstr (upgraded, ==, made);
}

/* A college of version 6 with three people, kept in the repository: a released database must open
 * for ever, with all that stands in it. */
static void
test_golden (void)
{
  g_auto (Fixture) fixture = { 0 };
  g_autofree char *golden = g_build_filename (g_getenv ("SHIZI_SOURCE_ROOT"), "tests", "store",
                                              "golden", "college-v6.db", NULL);
  g_autofree char *path = NULL;
  g_autofree char *contents = NULL;
  g_autofree char *college = NULL;
  g_autoptr (SzPersonFile) file = NULL;
  g_autoptr (SzStore) store = NULL;
  g_autoptr (GError) error = NULL;
  gsize size = 0;
  gint64 n = 0;

  fixture_open (&fixture);
  path = g_build_filename (fixture.folder, "golden.db", NULL);
  g_assert_true (g_file_get_contents (golden, &contents, &size, &error));
  g_assert_true (g_file_set_contents (path, contents, (gssize)size, &error));
  store = sz_store_open (path, SZ_STORE_READ_WRITE, FIXTURE_STAMP, &error);
  g_assert_no_error (error);
  college = sz_store_dup_college (store, &error);
  g_assert_cmpstr (college, ==, "某技师学院");
  g_assert_true (sz_store_establishment (store, 20250101, &n, &error));
  g_assert_cmpint (n, ==, 386);
  file = sz_store_person_by_staff_no (store, "00003", &error);
  g_assert_cmpstr (file->person.name, ==, "张3");
  g_assert_cmpuint (file->records->len, ==, 2);
  g_assert_cmpuint (fixture_verify (store, NULL), ==, 0);
}

static void
test_newer_refused (void)
{
  g_auto (Fixture) fixture = { 0 };
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) args = NULL;
  g_autofree char *known = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  fixture_open (&fixture);
  g_clear_pointer (&fixture.store, sz_store_free);
  fixture_sql (fixture.path, "INSERT INTO schema_versions (version, script, sha256)"
                             " VALUES (999, '999-next.sql', '')");
  before = fixture_query (fixture.path, "SELECT group_concat (hash) FROM acts");
  g_assert_null (sz_store_open (fixture.path, SZ_STORE_READ_WRITE, FIXTURE_STAMP, &error));
  g_assert_true (g_error_matches (error, SZ_ERROR, SZ_ERROR_NEWER_SCHEMA));
  args = sz_error_dup_args (error);
  g_assert_cmpstr (args[1], ==, "found=999");
  known = g_strdup_printf ("known=%d", sz_migrate_latest ());
  g_assert_cmpstr (args[2], ==, known);
  fixture_assert_code (&error, "db.newer_schema");
  after = fixture_query (fixture.path, "SELECT group_concat (hash) FROM acts");
  g_assert_cmpstr (before, ==, after);
}

/* Whatever is in the schema that our scripts did not make is not run, and not opened. */
static void
test_foreign_schema (void)
{
  static const char *const sqls[] = {
    "CREATE TRIGGER evil AFTER INSERT ON people BEGIN DELETE FROM people; END",
    "CREATE VIEW evil AS SELECT 1",
    "CREATE TABLE evil (n INTEGER)",
    "CREATE INDEX evil ON people (upper (name))",
    "DROP INDEX people_by_id_number",
    "ALTER TABLE people ADD COLUMN evil TEXT DEFAULT 'x'",
    "PRAGMA application_id = 1",
  };

  for (guint i = 0; i < G_N_ELEMENTS (sqls); i++)
    {
      g_auto (Fixture) fixture = { 0 };
      g_autoptr (GError) error = NULL;

      fixture_open (&fixture);
      g_clear_pointer (&fixture.store, sz_store_free);
      fixture_sql (fixture.path, sqls[i]);
      g_assert_null (sz_store_open (fixture.path, SZ_STORE_READ_WRITE, FIXTURE_STAMP, &error));
      /* What is not even marked as ours is another file; the rest is a college that was changed. */
      fixture_assert_code (&error, strstr (sqls[i], "application_id") != NULL
                                       ? "db.not_ours"
                                       : "db.schema_changed");
    }
}

static void
test_no_database (void)
{
  g_auto (Fixture) fixture = { 0 };
  g_autoptr (GError) error = NULL;
  g_autofree char *empty = NULL;
  g_autofree char *foreign = NULL;

  fixture_open (&fixture);
  empty = g_build_filename (fixture.folder, "empty.db", NULL);
  foreign = g_build_filename (fixture.folder, "foreign.db", NULL);
  g_assert_true (g_file_set_contents (empty, "", 0, NULL));
  g_assert_null (sz_store_open (empty, SZ_STORE_READ_WRITE, FIXTURE_STAMP, &error));
  fixture_assert_code (&error, "db.empty");
  fixture_sql (foreign, "CREATE TABLE schema_versions (version INTEGER)");
  g_assert_null (sz_store_open (foreign, SZ_STORE_READ_WRITE, FIXTURE_STAMP, &error));
  fixture_assert_code (&error, "db.not_ours");
}

static void
test_create_once (void)
{
  g_auto (Fixture) fixture = { 0 };
  g_autoptr (GError) error = NULL;
  g_autofree char *nowhere = NULL;
  SzActInfo info = { .id = "a", .kind = "init", .who = "张三", .at = "2026-03-07T08:15:00Z" };

  fixture_open (&fixture);
  g_assert_null (sz_store_create (fixture.path, &info, "别的学院", 1, &error));
  g_assert_true (g_error_matches (error, SZ_ERROR, SZ_ERROR_REFUSED));
  fixture_assert_code (&error, "store.exists");
  nowhere = g_build_filename (fixture.folder, "none", "x.db", NULL);
  g_assert_null (sz_store_create (nowhere, &info, "别的学院", 1, &error));
  g_assert_nonnull (strstr (error->message, "/none/x.db"));
  g_assert_null (strstr (error->message, ".part-"));
  fixture_assert_code (&error, "file.folder_missing");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/store/migrate/upgrade", test_upgrade);
  g_test_add_func ("/store/migrate/digests", test_digests);
  g_test_add_func ("/store/migrate/same-schema", test_same_schema);
  g_test_add_func ("/store/migrate/golden", test_golden);
  g_test_add_func ("/store/migrate/newer-refused", test_newer_refused);
  g_test_add_func ("/store/migrate/foreign-schema", test_foreign_schema);
  g_test_add_func ("/store/migrate/no-database", test_no_database);
  g_test_add_func ("/store/migrate/create-once", test_create_once);
  return g_test_run ();
}
