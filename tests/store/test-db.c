/* test-db.c — the seam, as a contract for any database that is named by its URI
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "store-fixture.h"

#include <glib/gstdio.h>
#include <string.h>

#include "sz-db-open.h"
#include "sz-db.h"

/* A new, empty database of the scheme under test. */
static SzDb *
make_db (Fixture *fixture, const char *name)
{
  g_autofree char *uri = g_strdup_printf ("sqlite:%s/%s", fixture->folder, name);
  g_autoptr (GError) error = NULL;
  SzDb *db = sz_db_open (uri, SZ_DB_CREATE, &error);

  g_assert_no_error (error);
  return db;
}

static void
run (SzDb *db, const char *sql)
{
  g_autoptr (GError) error = NULL;

  sz_db_exec (db, sql, &error);
  g_assert_no_error (error);
}

static void
test_values (void)
{
  static const gint64 numbers[] = { 0, -1, G_MININT64, G_MAXINT64 };
  static const char *const texts[] = { "", "张三𠮷", "a'b\"c\\", "0012" };
  g_auto (Fixture) fixture = { 0 };
  g_autoptr (SzDb) db = NULL;
  g_autoptr (GError) error = NULL;

  fixture_open (&fixture);
  db = make_db (&fixture, "values.db");
  run (db, "CREATE TABLE items (id INTEGER PRIMARY KEY, n INTEGER, t TEXT) STRICT");
  for (guint i = 0; i < G_N_ELEMENTS (numbers); i++)
    {
      SzStmt *insert = sz_db_prepare (db, "INSERT INTO items (n, t) VALUES ($1, $2)", &error);
      g_autoptr (SzStmt) select = NULL;
      gboolean row = FALSE;

      sz_stmt_bind_int (insert, 1, numbers[i]);
      sz_stmt_bind_text (insert, 2, texts[i]);
      g_assert_true (sz_stmt_run (insert, &error));
      g_assert_cmpint (db->klass->changes (db), ==, 1);
      select = sz_db_prepare (db, "SELECT n, t FROM items WHERE n = $1", &error);
      sz_stmt_bind_int (select, 1, numbers[i]);
      g_assert_true (sz_stmt_step (select, &row, &error));
      g_assert_true (row);
      g_assert_cmpint (sz_stmt_int (select, 0), ==, numbers[i]);
      g_assert_cmpstr (sz_stmt_text (select, 1), ==, texts[i]);
      g_assert_true (sz_stmt_step (select, &row, &error));
      g_assert_false (row);
    }
}

static void
test_statements (void)
{
  g_auto (Fixture) fixture = { 0 };
  g_autoptr (SzDb) db = NULL;
  g_autoptr (SzStmt) outer = NULL;
  g_autoptr (SzStmt) inner = NULL;
  g_autoptr (GError) error = NULL;
  SzStmt *again;

  fixture_open (&fixture);
  db = make_db (&fixture, "statements.db");
  outer = sz_db_prepare (db, "SELECT 1", &error);
  inner = sz_db_prepare (db, "SELECT 1", &error);
  g_assert_true (outer != inner);
  again = outer;
  g_clear_pointer (&outer, sz_stmt_done);
  outer = sz_db_prepare (db, "SELECT 1", &error);
  g_assert_true (outer == again);
  g_assert_null (sz_db_prepare (db, "SELEC 1", &error));
  fixture_assert_code (&error, "db.failed");
}

static void
test_constraints (void)
{
  static const struct
  {
    const char *sql;
    const char *code;
  } cases[] = {
    { "INSERT INTO items (id, n) VALUES (1, 1)", "db.unique" },
    { "INSERT INTO items (id, n) VALUES (2, 'x')", "db.constraint" },
    { "INSERT INTO parts (item_id) VALUES (9)", "db.foreign_key" },
    { "DELETE FROM items WHERE id = 1", "db.foreign_key" },
  };
  g_auto (Fixture) fixture = { 0 };
  g_autoptr (SzDb) db = NULL;
  g_autoptr (GError) error = NULL;

  fixture_open (&fixture);
  db = make_db (&fixture, "constraints.db");
  run (db, "CREATE TABLE items (id INTEGER PRIMARY KEY, n INTEGER) STRICT");
  run (db, "CREATE TABLE parts (item_id INTEGER REFERENCES items (id)) STRICT");
  run (db, "INSERT INTO items (id, n) VALUES (1, 1)");
  run (db, "INSERT INTO parts (item_id) VALUES (1)");
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_assert_false (sz_db_exec (db, cases[i].sql, &error));
      g_assert_true (g_error_matches (error, SZ_ERROR, SZ_ERROR_CONSTRAINT));
      fixture_assert_code (&error, cases[i].code);
    }
}

static void
test_transactions (void)
{
  g_auto (Fixture) fixture = { 0 };
  g_autoptr (SzDb) db = NULL;
  g_autoptr (SzDb) other = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *uri = NULL;
  gint64 before = 0, after = 0, n = 0;

  fixture_open (&fixture);
  db = make_db (&fixture, "transactions.db");
  uri = g_strconcat ("sqlite:", db->path, NULL);
  other = sz_db_open (uri, 0, &error);
  other->klass->set_busy_timeout (other, 0);
  run (db, "CREATE TABLE items (n INTEGER) STRICT");
  g_assert_true (other->klass->data_version (other, &before, &error));
  g_assert_true (sz_db_begin (db, TRUE, &error));
  run (db, "INSERT INTO items (n) VALUES (1)");
  g_assert_false (sz_db_begin (other, TRUE, &error));
  g_assert_true (g_error_matches (error, SZ_ERROR, SZ_ERROR_BUSY));
  fixture_assert_code (&error, "db.busy");
  /* Readers are not shut out, and see nothing yet. */
  g_assert_true (sz_db_query_int (other, "SELECT count(*) FROM items", -1, &n, &error));
  g_assert_cmpint (n, ==, 0);
  g_assert_true (sz_db_commit (db, &error));
  g_assert_true (other->klass->data_version (other, &after, &error));
  g_assert_cmpint (after, !=, before);
  /* A read keeps its state while others write … as far as the writer's patience goes. */
  g_assert_true (sz_db_begin (other, FALSE, &error));
  g_assert_true (sz_db_query_int (other, "SELECT count(*) FROM items", -1, &n, &error));
  g_assert_cmpint (n, ==, 1);
  sz_db_rollback (other);
  g_assert_true (sz_db_begin (db, TRUE, &error));
  run (db, "DELETE FROM items");
  sz_db_rollback (db);
  sz_db_rollback (db);
  g_assert_true (sz_db_query_int (db, "SELECT count(*) FROM items", -1, &n, &error));
  g_assert_cmpint (n, ==, 1);
}

static void
test_settings (void)
{
  static const struct
  {
    const char *sql;
    gint64 value;
  } cases[] = {
    { "PRAGMA foreign_keys", 1 },    { "PRAGMA trusted_schema", 0 },  { "PRAGMA secure_delete", 1 },
    { "PRAGMA synchronous", 3 },     { "PRAGMA cell_size_check", 1 }, { "PRAGMA temp_store", 2 },
    { "PRAGMA cache_spill", 16384 },
  };
  g_auto (Fixture) fixture = { 0 };
  g_autoptr (SzDb) db = NULL;
  g_autoptr (SzStmt) mode = NULL;
  g_autoptr (GError) error = NULL;
  gboolean row = FALSE;

  fixture_open (&fixture);
  db = make_db (&fixture, "settings.db");
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      gint64 value = -1;

      g_assert_true (sz_db_query_int (db, cases[i].sql, -1, &value, &error));
      g_assert_cmpint (value, ==, cases[i].value);
    }
  mode = sz_db_prepare (db, "PRAGMA journal_mode", &error);
  g_assert_true (sz_stmt_step (mode, &row, &error));
  g_assert_cmpstr (sz_stmt_text (mode, 0), ==, "delete");
  g_assert_false (sz_db_exec (db, "SELECT load_extension('x')", &error));
  fixture_assert_code (&error, "db.failed");
}

static void
test_opening (void)
{
  g_auto (Fixture) fixture = { 0 };
  g_autofree char *text = NULL;
  g_autofree char *missing = NULL;
  g_autoptr (SzDb) db = NULL;
  g_autoptr (SzDb) reader = NULL;
  g_autoptr (GError) error = NULL;
  GStatBuf info;

  fixture_open (&fixture);
  text = g_build_filename (fixture.folder, "text.db", NULL);
  missing = g_build_filename (fixture.folder, "none.db", NULL);
  g_assert_null (sz_db_open (missing, 0, &error));
  fixture_assert_code (&error, "db.missing");
  g_assert_false (g_file_test (missing, G_FILE_TEST_EXISTS));
  g_assert_null (sz_db_open (fixture.folder, 0, &error));
  fixture_assert_code (&error, "db.folder");
  g_assert_null (sz_db_open ("mysql://host/x", 0, &error));
  fixture_assert_code (&error, "db.unknown_uri");
  g_assert_null (sz_db_open (fixture.path, SZ_DB_CREATE, &error));
  fixture_assert_code (&error, "store.exists");
  g_assert_true (
      g_file_set_contents (text,
                           "PK\003\004 no database at all, but long enough to be read as one: "
                           "0123456789012345678901234567890123456789",
                           -1, NULL));
  g_assert_null (sz_db_open (text, 0, &error));
  fixture_assert_code (&error, "db.not_ours");
  db = make_db (&fixture, "own.db");
  g_assert_cmpint (g_stat (db->path, &info), ==, 0);
  g_assert_cmpint (info.st_mode & 0777, ==, 0600);
  reader = sz_db_open (db->path, SZ_DB_READ_ONLY, &error);
  g_assert_no_error (error);
  g_assert_false (sz_db_begin (reader, TRUE, &error));
  fixture_assert_code (&error, "db.read_only");
  g_assert_false (sz_db_exec (reader, "CREATE TABLE x (n INTEGER)", &error));
  fixture_assert_code (&error, "db.read_only");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/store/db/values", test_values);
  g_test_add_func ("/store/db/statements", test_statements);
  g_test_add_func ("/store/db/constraints", test_constraints);
  g_test_add_func ("/store/db/transactions", test_transactions);
  g_test_add_func ("/store/db/settings", test_settings);
  g_test_add_func ("/store/db/opening", test_opening);
  return g_test_run ();
}
