/* test-portions.c — long lists are read in portions, whoever else asks meanwhile (RULE srv-7)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "server-fixture.h"
#include "store-fixture.h"

#include "sz-act.h"
#include "sz-db-pgsql.h"
#include "sz-store-open.h"
#include "sz-store-private.h"

#define PEOPLE 3000
#define NUMBERS "SELECT id, staff_no FROM people WHERE id > $1 ORDER BY id"

static gboolean
at_server (void)
{
  const char *uri = g_getenv ("SHIZI_TEST_URI");

  return uri != NULL && !sz_store_is_file (uri);
}

static SzStmt *
begin_list (Fixture *fixture, gint64 after)
{
  g_autoptr (GError) error = NULL;
  SzStmt *stmt = sz_db_prepare_many (fixture->store->db, NUMBERS, &error);

  g_assert_no_error (error);
  sz_stmt_bind_int (stmt, 1, after);
  return stmt;
}

static gboolean
step (SzStmt *stmt)
{
  g_autoptr (GError) error = NULL;
  gboolean row = FALSE;

  g_assert_true (sz_stmt_step (stmt, &row, &error));
  g_assert_no_error (error);
  return row;
}

static gint64
count_people (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  gint64 n = -1;

  g_assert_true (sz_store_people_count (fixture->store, &n, &error));
  return n;
}

/* Every row once, in order. */
static void
read_all (Fixture *fixture, gint64 after)
{
  g_autoptr (SzStmt) stmt = begin_list (fixture, after);
  gint64 n = after;

  while (step (stmt))
    {
      g_autofree char *number = g_strdup_printf ("%05" G_GINT64_FORMAT, ++n);

      g_assert_cmpint (sz_stmt_int (stmt, 0), ==, n);
      g_assert_cmpstr (sz_stmt_text (stmt, 1), ==, number);
    }
  g_assert_cmpint (n, ==, PEOPLE);
}

static void
test_whole (void)
{
  g_auto (Fixture) fixture = { 0 };
  g_autoptr (GError) error = NULL;
  SzAct *act;

  fixture_open (&fixture);
  fixture_people (&fixture, 1, PEOPLE);
  read_all (&fixture, 0);
  read_all (&fixture, PEOPLE);
  /* Exactly a portion, one more, one less. */
  for (gint64 left = 1999; left <= 2001; left++)
    read_all (&fixture, PEOPLE - left);
  g_assert_true (sz_store_begin_read (fixture.store, &error));
  read_all (&fixture, 0);
  sz_store_end_read (fixture.store);
  act = fixture_act (&fixture, "edit");
  read_all (&fixture, 0);
  sz_act_free (act);
}

/* Lists within lists, and small questions between their rows. */
static void
test_nested (void)
{
  g_auto (Fixture) fixture = { 0 };
  g_autoptr (GError) error = NULL;
  gint64 n = 0;

  fixture_open (&fixture);
  fixture_people (&fixture, 1, PEOPLE);
  {
    g_autoptr (SzStmt) outer = begin_list (&fixture, 0);

    while (step (outer))
      {
        if (++n % 1000 != 0)
          continue;
        g_assert_cmpint (count_people (&fixture), ==, PEOPLE);
        read_all (&fixture, sz_stmt_int (outer, 0));
        g_assert_true (sz_store_begin_read (fixture.store, &error));
        read_all (&fixture, 0);
        sz_store_end_read (fixture.store);
        g_assert_cmpint (sz_stmt_int (outer, 0), ==, n);
      }
  }
  g_assert_cmpint (n, ==, PEOPLE);
}

/* What nobody reads to its end leaves nothing behind: the next act is done. */
static void
test_abandoned (void)
{
  g_auto (Fixture) fixture = { 0 };
  g_autoptr (GError) error = NULL;

  fixture_open (&fixture);
  fixture_people (&fixture, 1, PEOPLE);
  for (guint way = 0; way < 3; way++)
    {
      SzAct *act = way == 2 ? fixture_act (&fixture, "edit") : NULL;
      SzStmt *outer, *inner;

      if (way == 1)
        g_assert_true (sz_store_begin_read (fixture.store, &error));
      outer = begin_list (&fixture, 0);
      g_assert_true (step (outer));
      inner = begin_list (&fixture, 1);
      for (guint i = 0; i < 2500; i++)
        g_assert_true (step (inner));
      sz_stmt_done (outer);
      g_assert_true (step (inner));
      sz_stmt_done (inner);
      g_assert_cmpint (count_people (&fixture), ==, PEOPLE + way);
      if (way == 1)
        sz_store_end_read (fixture.store);
      if (act != NULL)
        fixture_commit (act);
      fixture_people (&fixture, PEOPLE + 1 + way, 1);
    }
  g_assert_cmpuint (fixture_verify (fixture.store, NULL), ==, 0);
}

/* An act is alone: a list that was being read outside of one ends where it is, and says so. */
static void
test_act_between (void)
{
  g_auto (Fixture) fixture = { 0 };
  g_autoptr (GError) error = NULL;
  SzStmt *stmt;
  gboolean row = TRUE;

  fixture_open (&fixture);
  fixture_people (&fixture, 1, PEOPLE);
  stmt = begin_list (&fixture, 0);
  g_assert_true (step (stmt));
  fixture_people (&fixture, PEOPLE + 1, 1);
  while (row && sz_stmt_step (stmt, &row, &error))
    ;
  fixture_assert_code (&error, "db.rolled_back");
  sz_stmt_done (stmt);
  g_assert_cmpint (count_people (&fixture), ==, PEOPLE + 1);
  stmt = begin_list (&fixture, PEOPLE);
  g_assert_true (step (stmt));
  sz_stmt_done (stmt);
  fixture_people (&fixture, PEOPLE + 2, 1);
  g_assert_cmpuint (fixture_verify (fixture.store, NULL), ==, 0);
}

static void
test_memory (void)
{
  g_auto (Fixture) fixture = { 0 };

  fixture_open (&fixture);
  fixture_people (&fixture, 1, PEOPLE);
  fixture_reopen (&fixture);
  sz_db_pgsql_count_rows (fixture.store->db);
  read_all (&fixture, 0);
  g_assert_cmpuint (sz_db_pgsql_count_rows (fixture.store->db), ==, 2000);
  /* The log and a table at a time; nine thousand lines of the journal are more than that. */
  g_assert_cmpuint (fixture_verify (fixture.store, NULL), ==, 0);
  g_assert_cmpuint (sz_db_pgsql_count_rows (fixture.store->db), <, 2 * 2000 + 100);
}

/* In the middle of a list: it goes on behind the row where it was. */
static void
test_lost (void)
{
  g_auto (Fixture) fixture = { 0 };
  gint64 n = 0;

  fixture_open (&fixture);
  fixture_people (&fixture, 1, PEOPLE);
  {
    g_autoptr (SzStmt) stmt = begin_list (&fixture, 0);

    while (step (stmt))
      {
        g_assert_cmpint (sz_stmt_int (stmt, 0), ==, ++n);
        if (n == 1000)
          g_free (server_fixture_sql (fixture.uri,
                                      "SELECT count(pg_terminate_backend (pid))"
                                      " FROM pg_stat_activity WHERE datname = current_database ()"
                                      " AND pid <> pg_backend_pid ()",
                                      NULL));
      }
  }
  g_assert_cmpint (n, ==, PEOPLE);
  fixture_people (&fixture, PEOPLE + 1, 1);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/store/srv-17/a-list-in-portions-is-whole", test_whole);
  g_test_add_func ("/store/srv-17/a-list-in-a-list", test_nested);
  g_test_add_func ("/store/srv-17/a-list-left-half-way", test_abandoned);
  /* A file holds no rows, and loses no connection. */
  if (at_server ())
    {
      g_test_add_func ("/store/srv-7/an-act-ends-a-list", test_act_between);
      g_test_add_func ("/store/srv-7/a-list-holds-a-portion", test_memory);
      g_test_add_func ("/store/srv-10/a-list-goes-on-after-a-lost-connection", test_lost);
    }
  return g_test_run ();
}
