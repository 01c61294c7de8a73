/* test-queue.c — rows sent on without waiting: what fails of them is told all the same (RULE srv-7)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "server-fixture.h"
#include "store-fixture.h"

#include <string.h>

#include "sz-act.h"
#include "sz-db-open.h"
#include "sz-db-pgsql.h"
#include "sz-store-open.h"
#include "sz-store-private.h"
#include "sz-store-workload.h"

/* More than may be on their way at once. */
#define MANY 1500

static gboolean
at_server (void)
{
  const char *uri = g_getenv ("SHIZI_TEST_URI");

  return uri != NULL && !sz_store_is_file (uri);
}

static SzAct *
begin_queue (Fixture *fixture)
{
  SzAct *act = fixture_act (fixture, "import.people");

  sz_act_queue_rows (act);
  return act;
}

static gint64
count_people (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  gint64 n = -1;

  g_assert_true (sz_store_people_count (fixture->store, &n, &error));
  g_assert_no_error (error);
  return n;
}

static void
assert_argument (const GError *error, const char *argument)
{
  g_auto (GStrv) args = sz_error_dup_args (error);

  g_assert_true (g_strv_contains ((const char *const *)args, argument));
}

/* The act has failed: nothing more is taken, nothing was written, and the next one is none the
 * worse. */
static void
assert_over (Fixture *fixture, SzAct *act, gint64 people)
{
  g_autoptr (SzPersonFile) another = fixture_person (90000);
  g_autoptr (GError) error = NULL;

  g_assert_false (sz_store_person_insert (act, another, NULL, &error));
  fixture_assert_code (&error, "db.rolled_back");
  g_assert_false (sz_act_flush (act, NULL));
  g_assert_false (sz_act_commit (act, &error));
  fixture_assert_code (&error, "db.rolled_back");
  sz_act_free (act);
  g_assert_cmpint (count_people (fixture), ==, people);
  fixture_people (fixture, 80000, 1);
  g_assert_cmpint (count_people (fixture), ==, people + 1);
  g_assert_cmpuint (fixture_verify (fixture->store, NULL), ==, 0);
}

static void
test_all_there (void)
{
  g_auto (Fixture) fixture = { 0 };
  g_autoptr (GError) error = NULL;
  SzAct *act;

  fixture_open (&fixture);
  act = begin_queue (&fixture);
  for (guint i = 1; i <= MANY; i++)
    {
      g_autoptr (SzPersonFile) person = fixture_person (i);

      g_assert_true (sz_store_person_insert (act, person, NULL, &error));
    }
  /* What is read sees what was sent before it. */
  g_assert_cmpint (count_people (&fixture), ==, MANY);
  g_assert_true (sz_act_flush (act, &error));
  fixture_commit (act);
  fixture_reopen (&fixture);
  g_assert_cmpint (count_people (&fixture), ==, MANY);
  g_assert_cmpuint (fixture_verify (fixture.store, NULL), ==, 0);
}

/* Whoever comes next hears of it: another row, a question, or the one who waits for all. */
static void
test_duplicate (void)
{
  for (guint way = 0; way < 4; way++)
    {
      g_auto (Fixture) fixture = { 0 };
      g_autoptr (SzPersonFile) first = fixture_person (1);
      g_autoptr (SzPersonFile) second = fixture_person (1);
      g_autoptr (GError) error = NULL;
      gint64 n = 0;
      SzAct *act;

      fixture_open (&fixture);
      act = begin_queue (&fixture);
      g_assert_true (sz_store_person_insert (act, first, NULL, &error));
      if (sz_store_person_insert (act, second, NULL, &error))
        {
          if (way == 0)
            g_assert_false (sz_act_flush (act, &error));
          else if (way == 1)
            g_assert_false (sz_store_people_count (fixture.store, &n, &error));
          else if (way == 2)
            g_assert_false (sz_act_commit (act, &error));
          else
            for (guint i = 2; i <= MANY && error == NULL; i++)
              {
                g_autoptr (SzPersonFile) other = fixture_person (i);

                sz_store_person_insert (act, other, NULL, &error);
              }
        }
      g_assert_true (g_error_matches (error, SZ_ERROR, SZ_ERROR_CONSTRAINT));
      assert_argument (error, "table=people");
      assert_argument (error, "key=00001");
      fixture_assert_code (&error, "row.duplicate");
      if (way != 2 || !at_server ())
        {
          assert_over (&fixture, act, 0);
          continue;
        }
      sz_act_free (act);
      g_assert_cmpint (count_people (&fixture), ==, 0);
      fixture_people (&fixture, 1, 1);
    }
}

static void
test_unknown_reference (void)
{
  g_auto (Fixture) fixture = { 0 };
  g_autoptr (GError) error = NULL;
  SzAssessmentRow row = { .person_id = 99, .year = 2025, .grade = SZ_GRADE_BASIC };
  SzAct *act;

  fixture_open (&fixture);
  act = begin_queue (&fixture);
  if (sz_store_assessment_put (act, &row, SZ_PUT_INSERT, NULL, &error))
    g_assert_false (sz_act_flush (act, &error));
  assert_argument (error, "table=assessments");
  fixture_assert_code (&error, "row.unknown_reference");
  assert_over (&fixture, act, 0);
}

/* A row that is not as it was read is no failure to a server: the answer must be looked at, and
 * before the end is sent. */
static void
test_stale (void)
{
  for (guint way = 0; way < 2; way++)
    {
      g_auto (Fixture) fixture = { 0 };
      g_autoptr (GError) error = NULL;
      SzAssessmentRow row = { .person_id = 1, .year = 2025, .grade = SZ_GRADE_BASIC };
      SzAssessmentRow late = row;
      SzAct *act;

      fixture_open (&fixture);
      fixture_people (&fixture, 1, 1);
      act = fixture_act (&fixture, "edit");
      g_assert_true (sz_store_assessment_put (act, &row, SZ_PUT_INSERT, NULL, &error));
      late = row;
      row.grade = SZ_GRADE_EXCELLENT;
      g_assert_true (sz_store_assessment_put (act, &row, SZ_PUT_UPDATE, NULL, &error));
      fixture_commit (act);
      act = begin_queue (&fixture);
      late.grade = SZ_GRADE_QUALIFIED;
      if (sz_store_assessment_put (act, &late, SZ_PUT_UPDATE, NULL, &error))
        g_assert_false (way == 0 ? sz_act_flush (act, &error) : sz_act_commit (act, &error));
      g_assert_true (g_error_matches (error, SZ_ERROR, SZ_ERROR_STALE));
      assert_argument (error, "table=assessments");
      fixture_assert_code (&error, "row.stale");
      if (way == 0)
        {
          assert_over (&fixture, act, 1);
          continue;
        }
      sz_act_free (act);
      g_assert_cmpuint (fixture_verify (fixture.store, NULL), ==, 0);
    }
}

static void
put_sign_in (SzStmt *stmt, guint n, GError **error)
{
  g_autofree char *login = g_strdup_printf ("login%04u", n);

  sz_stmt_bind_text (stmt, 1, login);
  sz_stmt_bind_int (stmt, 2, n);
  sz_stmt_bind_text (stmt, 3, n % 2 == 0 ? "" : "2026-03-07T08:16:00Z");
  sz_stmt_bind_text (stmt, 4, "");
  sz_stmt_queue (stmt, &(SzRowTag){ .table = "sign_ins", .key = login, .heap = TRUE }, error);
}

/* Rows that go as one: all are there, each as it was bound, in the order of all that is written;
 * one of them that is refused ends the act as any other. */
static void
test_heap (void)
{
  static const guint counts[] = { 1, 63, 64, 65, 200 };

  for (guint i = 0; i < G_N_ELEMENTS (counts); i++)
    {
      g_auto (Fixture) fixture = { 0 };
      g_autoptr (GError) error = NULL;
      gint64 n = 0, sum = 0;
      SzDb *db;
      SzStmt *stmt;
      SzAct *act;

      fixture_open (&fixture);
      db = fixture.store->db;
      act = begin_queue (&fixture);
      stmt = sz_db_prepare (db,
                            "INSERT INTO sign_ins (login, wrong, wait_until, last_seen)"
                            " VALUES ($1, $2, $3, $4)",
                            &error);
      for (guint j = 1; j <= counts[i]; j++)
        put_sign_in (stmt, j, &error);
      g_assert_true (sz_db_exec (db, "UPDATE sign_ins SET wrong = -wrong", &error));
      put_sign_in (stmt, 1000, &error);
      g_assert_no_error (error);
      g_assert_true (sz_db_query_int (db, "SELECT count(*) FROM sign_ins WHERE wait_until = ''", 0,
                                      &n, &error));
      g_assert_cmpint (n, ==, counts[i] / 2 + 1);
      g_assert_true (sz_db_query_int (db, "SELECT CAST (sum(wrong) AS bigint) FROM sign_ins", 0,
                                      &sum, &error));
      g_assert_cmpint (sum, ==, 1000 - (gint64)counts[i] * (counts[i] + 1) / 2);
      put_sign_in (stmt, 1001, &error);
      put_sign_in (stmt, 1, &error);
      if (error == NULL)
        g_assert_false (sz_act_flush (act, &error));
      assert_argument (error, "table=sign_ins");
      fixture_assert_code (&error, "row.duplicate");
      assert_over (&fixture, act, 0);
      g_assert_true (sz_db_query_int (db, "SELECT count(*) FROM sign_ins", 0, &n, &error));
      g_assert_cmpint (n, ==, 0);
    }
}

/* The server judges at the end what is not in the journal. */
static void
test_deferred (void)
{
  g_auto (Fixture) fixture = { 0 };
  g_autoptr (GError) error = NULL;
  SzStmt *stmt;
  SzAct *act;

  fixture_open (&fixture);
  act = begin_queue (&fixture);
  stmt = sz_db_prepare (fixture.store->db,
                        "INSERT INTO departments (id, row_version, changed_at, changed_by, name,"
                        " position, parent, has_coefficient, coefficient_x1e4, source_row)"
                        " VALUES (7, 1, '', '', $1, 1, '', 0, 0, 0)",
                        &error);
  g_assert_no_error (error);
  sz_stmt_bind_text (stmt, 1, "机械系");
  sz_stmt_queue (stmt, &(SzRowTag){ .table = "departments", .id = 7 }, &error);
  g_assert_no_error (error);
  g_assert_true (sz_act_flush (act, &error));
  g_assert_false (sz_act_commit (act, &error));
  g_assert_true (g_error_matches (error, SZ_ERROR, SZ_ERROR_REFUSED));
  assert_argument (error, "detail=departments 7");
  fixture_assert_code (&error, "server.journal");
  sz_act_free (act);
  fixture_people (&fixture, 1, 1);
  g_assert_cmpuint (fixture_verify (fixture.store, NULL), ==, 0);
}

/* The server ends every connection but the one that says so. */
static void
test_lost (void)
{
  g_auto (Fixture) fixture = { 0 };
  g_autoptr (GError) error = NULL;
  g_autofree char *code = NULL;
  SzAct *act;

  fixture_open (&fixture);
  act = begin_queue (&fixture);
  for (guint i = 1; i <= MANY && error == NULL; i++)
    {
      g_autoptr (SzPersonFile) person = fixture_person (i);

      if (i == MANY / 2)
        g_free (server_fixture_sql (fixture.uri,
                                    "SELECT count(pg_terminate_backend (pid)) FROM pg_stat_activity"
                                    " WHERE datname = current_database ()"
                                    " AND pid <> pg_backend_pid ()",
                                    NULL));
      sz_store_person_insert (act, person, NULL, &error);
    }
  if (error == NULL)
    g_assert_false (sz_act_flush (act, &error));
  g_assert_true (g_error_matches (error, SZ_ERROR, SZ_ERROR_IO));
  code = sz_error_dup_code (error);
  g_assert_true (strcmp (code, "db.connection_lost") == 0
                 || strcmp (code, "db.server_stopped") == 0);
  sz_act_free (act);
  g_assert_cmpint (count_people (&fixture), ==, 0);
  fixture_people (&fixture, 1, 2);
  g_assert_cmpuint (fixture_verify (fixture.store, NULL), ==, 0);
}

/* Ten people are two dozen rows, each with its line in the journal. */
static void
test_trips (void)
{
  g_auto (Fixture) fixture = { 0 };
  g_autoptr (GError) error = NULL;
  guint64 before;
  SzAct *act;

  fixture_open (&fixture);
  fixture_people (&fixture, 1, 1);
  before = sz_db_pgsql_count_trips (fixture.store->db);
  act = begin_queue (&fixture);
  for (guint i = 2; i <= 11; i++)
    {
      g_autoptr (SzPersonFile) person = fixture_person (i);

      g_assert_true (sz_store_person_insert (act, person, NULL, &error));
    }
  fixture_commit (act);
  g_assert_cmpuint (sz_db_pgsql_count_trips (fixture.store->db) - before, <=, 6);
}

/* Begun with the lock, the head read, the row read and changed, and all the rest with the end. */
static void
test_edit (void)
{
  g_auto (Fixture) fixture = { 0 };
  g_autoptr (GError) error = NULL;
  SzAssessmentRow row = { .person_id = 1, .year = 2025, .grade = SZ_GRADE_BASIC };
  guint64 before;

  fixture_open (&fixture);
  fixture_people (&fixture, 1, 1);
  for (guint i = 0; i < 5; i++)
    {
      SzAct *act;

      before = sz_db_pgsql_count_trips (fixture.store->db);
      act = fixture_act (&fixture, "edit");
      row.grade = i % 2 == 0 ? SZ_GRADE_BASIC : SZ_GRADE_EXCELLENT;
      g_assert_true (sz_store_assessment_put (act, &row, SZ_PUT_UPDATE, NULL, &error));
      fixture_commit (act);
      /* The first finds out how its rows are read and written. */
      g_assert_cmpuint (sz_db_pgsql_count_trips (fixture.store->db) - before, <=, 6);
    }
  g_assert_cmpuint (fixture_verify (fixture.store, NULL), ==, 0);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/store/srv-7/queued-rows-are-there", test_all_there);
  g_test_add_func ("/store/srv-7/queued-duplicate", test_duplicate);
  g_test_add_func ("/store/srv-7/queued-unknown-reference", test_unknown_reference);
  g_test_add_func ("/store/srv-7/queued-stale", test_stale);
  g_test_add_func ("/store/srv-7/queued-in-heaps", test_heap);
  /* A file has no guards, no connection, and nobody to wait for. */
  if (at_server ())
    {
      g_test_add_func ("/store/srv-7/queued-beside-the-journal", test_deferred);
      g_test_add_func ("/store/srv-7/queued-and-lost", test_lost);
      g_test_add_func ("/store/srv-17/queued-in-few-trips", test_trips);
      g_test_add_func ("/store/srv-19/round-trips-of-an-edit", test_edit);
    }
  return g_test_run ();
}
