/* test-contract.c — what any database must do for the store; runs for SHIZI_TEST_URI
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "server-fixture.h"
#include "store-fixture.h"

#include "sz-act.h"
#include "sz-db-open.h"
#include "sz-migrate.h"
#include "sz-store-case.h"
#include "sz-store-college.h"
#include "sz-store-open.h"
#include "sz-store-workload.h"
#include "sz-undo.h"

static SzAssessmentRow
make_row (SzGrade grade)
{
  return (SzAssessmentRow){ .person_id = 1, .year = 2025, .grade = grade };
}

static void
put_grade (Fixture *fixture, SzGrade grade)
{
  SzAssessmentRow row = make_row (grade);
  g_autoptr (GError) error = NULL;
  SzAct *act = fixture_act (fixture, "import.assessments");

  g_assert_true (sz_store_assessment_put (act, &row, SZ_PUT_UPDATE, NULL, &error));
  fixture_commit (act);
}

static SzGrade
read_grade (Fixture *fixture)
{
  g_auto (SzAssessmentRow) row = make_row (SZ_GRADE_QUALIFIED);
  g_autoptr (GError) error = NULL;
  gboolean found = FALSE;

  g_assert_true (sz_store_assessment_find (fixture->store, &row, &found, &error));
  return found ? row.grade : SZ_GRADE_NONE;
}

static void
test_rows (void)
{
  g_auto (Fixture) fixture = { 0 };
  g_autoptr (GError) error = NULL;
  g_auto (SzAssessmentRow) stale = make_row (SZ_GRADE_BASIC);
  SzAssessmentRow twice = make_row (SZ_GRADE_EXCELLENT);
  gboolean found = FALSE;
  SzAct *act;

  fixture_open (&fixture);
  fixture_people (&fixture, 1, 1);
  put_grade (&fixture, SZ_GRADE_QUALIFIED);
  g_assert_true (sz_store_assessment_find (fixture.store, &stale, &found, &error));
  put_grade (&fixture, SZ_GRADE_EXCELLENT);
  act = fixture_act (&fixture, "edit");
  stale.grade = SZ_GRADE_BASIC;
  g_assert_false (sz_store_assessment_put (act, &stale, SZ_PUT_UPDATE, NULL, &error));
  fixture_assert_code (&error, "row.stale");
  g_assert_false (sz_store_assessment_put (act, &twice, SZ_PUT_INSERT, NULL, &error));
  fixture_assert_code (&error, "row.duplicate");
  sz_act_free (act);
  act = fixture_act (&fixture, "edit");
  twice.person_id = 99;
  g_assert_false (sz_store_assessment_put (act, &twice, SZ_PUT_INSERT, NULL, &error));
  fixture_assert_code (&error, "row.unknown_reference");
  sz_act_free (act);
  g_assert_cmpint (read_grade (&fixture), ==, SZ_GRADE_EXCELLENT);
}

/* What is committed is there after a restart; what is not, is not. */
static void
test_acts (void)
{
  g_auto (Fixture) fixture = { 0 };
  g_autofree char *college = NULL;
  g_autoptr (GError) error = NULL;
  gboolean exists = TRUE;
  SzAct *act;

  fixture_open (&fixture);
  act = fixture_act (&fixture, "college");
  g_assert_true (sz_store_set_college (act, "新名学院", &error));
  fixture_commit (act);
  act = fixture_act (&fixture, "college");
  g_assert_true (sz_store_set_college (act, "无人知晓", &error));
  sz_act_free (act);
  fixture_reopen (&fixture);
  college = sz_store_dup_college (fixture.store, &error);
  g_assert_cmpstr (college, ==, "新名学院");
  g_assert_true (sz_act_exists (fixture.store, "act-1", &exists, &error));
  g_assert_true (exists);
  g_assert_true (sz_act_exists (fixture.store, "act-2", &exists, &error));
  g_assert_false (exists);
  g_assert_cmpuint (fixture_verify (fixture.store, NULL), ==, 0);
}

/* One database takes the whole act back at a fault, so none may go on after one. */
static void
test_fault_ends_act (void)
{
  g_auto (Fixture) fixture = { 0 };
  g_autoptr (SzPersonFile) first = fixture_person (1);
  g_autoptr (SzPersonFile) second = fixture_person (1);
  g_autoptr (SzPersonFile) third = fixture_person (2);
  g_autoptr (GError) error = NULL;
  gint64 n = 9;
  SzAct *act;

  fixture_open (&fixture);
  act = fixture_act (&fixture, "edit");
  g_assert_true (sz_store_person_insert (act, first, NULL, &error));
  g_assert_false (sz_store_person_insert (act, second, NULL, &error));
  fixture_assert_code (&error, "row.duplicate");
  g_assert_false (sz_store_person_insert (act, third, NULL, &error));
  fixture_assert_code (&error, "db.rolled_back");
  g_assert_false (sz_act_commit (act, &error));
  fixture_assert_code (&error, "db.rolled_back");
  sz_act_free (act);
  g_assert_true (sz_store_people_count (fixture.store, &n, &error));
  g_assert_cmpint (n, ==, 0);
  g_assert_cmpuint (fixture_verify (fixture.store, NULL), ==, 0);
  fixture_people (&fixture, 1, 1);
}

/* One act at a time; who waits in vain is told, and readers see the old state meanwhile. */
static void
test_busy (void)
{
  g_auto (Fixture) fixture = { 0 };
  g_autoptr (SzStore) other = NULL;
  g_autoptr (SzPersonFile) person = fixture_person (7);
  g_autoptr (GError) error = NULL;
  const SzActInfo info
      = { .id = "act-other", .kind = "edit", .who = "李四", .at = "2026-03-07T08:16:00Z" };
  gint64 n = 9, before = 0, after = 0;
  SzAct *act;

  fixture_open (&fixture);
  other = sz_store_open (fixture.uri, SZ_STORE_READ_WRITE, FIXTURE_STAMP, &error);
  g_assert_no_error (error);
  sz_store_set_busy_timeout (other, 1);
  g_assert_true (sz_store_data_version (other, &before, &error));
  act = fixture_act (&fixture, "edit");
  g_assert_true (sz_store_person_insert (act, person, NULL, &error));
  g_assert_null (sz_act_begin (other, &info, &error));
  g_assert_true (g_error_matches (error, SZ_ERROR, SZ_ERROR_BUSY));
  fixture_assert_code (&error, "db.busy");
  g_assert_true (sz_store_people_count (other, &n, &error));
  g_assert_cmpint (n, ==, 0);
  g_assert_true (sz_store_data_version (other, &after, &error));
  g_assert_cmpint (after, ==, before);
  fixture_commit (act);
  g_assert_true (sz_store_people_count (other, &n, &error));
  g_assert_cmpint (n, ==, 1);
  g_assert_true (sz_store_data_version (other, &after, &error));
  g_assert_cmpint (after, !=, before);
}

/* The server ends every connection but the one that says so. */
static void
cut_off (const Fixture *fixture)
{
  g_free (server_fixture_sql (fixture->uri,
                              "SELECT count(pg_terminate_backend (pid)) FROM pg_stat_activity"
                              " WHERE datname = current_database () AND pid <> pg_backend_pid ()",
                              NULL));
}

/* Reading goes on by itself; what was written in an act is gone with it, and the next one is done.
 */
static void
test_lost (void)
{
  g_auto (Fixture) fixture = { 0 };
  g_autoptr (SzPersonFile) person = fixture_person (7);
  g_autoptr (SzPersonFile) another = fixture_person (8);
  g_autoptr (GError) error = NULL;
  gint64 n = 9;
  SzAct *act;

  fixture_open (&fixture);
  fixture_people (&fixture, 1, 2);
  cut_off (&fixture);
  g_assert_true (sz_store_people_count (fixture.store, &n, &error));
  g_assert_cmpint (n, ==, 2);
  act = fixture_act (&fixture, "edit");
  g_assert_true (sz_store_person_insert (act, person, NULL, &error));
  cut_off (&fixture);
  g_assert_false (sz_store_person_insert (act, another, NULL, &error));
  g_assert_true (g_error_matches (error, SZ_ERROR, SZ_ERROR_IO));
  g_clear_error (&error);
  sz_act_free (act);
  act = fixture_act (&fixture, "edit");
  cut_off (&fixture);
  g_assert_false (sz_act_commit (act, &error));
  g_assert_true (g_error_matches (error, SZ_ERROR, SZ_ERROR_IO));
  g_clear_error (&error);
  sz_act_free (act);
  g_assert_true (sz_store_people_count (fixture.store, &n, &error));
  g_assert_cmpint (n, ==, 2);
  fixture_people (&fixture, 9, 1);
  g_assert_cmpuint (fixture_verify (fixture.store, NULL), ==, 0);
}

/* A server's college of the version before, made by the owner. */
static void
make_older (const char *uri)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SzDb) db = sz_db_open (uri, 0, &error);

  g_assert_no_error (error);
  g_assert_true (sz_db_begin (db, TRUE, &error));
  g_assert_true (sz_migrate_to (db, sz_migrate_latest () - 1, &error));
  g_assert_true (sz_db_commit (db, &error));
}

/* Who has it open would go on with tables that are no more: it is asked who that is. */
static void
test_upgrade (void)
{
  g_auto (Fixture) fixture = { 0 };
  g_autoptr (GError) error = NULL;
  SzDb *other;
  int version = 0;

  fixture_open (&fixture);
  g_clear_pointer (&fixture.store, sz_store_free);
  g_free (server_fixture_sql (fixture.uri, "DROP SCHEMA shizi CASCADE", NULL));
  make_older (fixture.uri);
  other = sz_db_open (fixture.uri, 0, &error);
  g_assert_no_error (error);
  g_assert_null (sz_store_open (fixture.uri, SZ_STORE_READ_WRITE, FIXTURE_STAMP, &error));
  g_assert_true (g_error_matches (error, SZ_ERROR, SZ_ERROR_BUSY));
  g_assert_nonnull (strstr (error->message, "postgres"));
  fixture_assert_code (&error, "db.others_online");
  /* As long as an upgrade lasts, nobody comes in between. */
  g_clear_error (&error);
  while (!other->klass->alone (other, TRUE, NULL))
    g_usleep (10 * G_USEC_PER_SEC / 1000); /* the server has yet to notice who left */
  g_assert_null (sz_store_open (fixture.uri, SZ_STORE_READ_WRITE, FIXTURE_STAMP, &error));
  fixture_assert_code (&error, "db.upgrading");
  g_assert_true (other->klass->alone (other, FALSE, &error));
  sz_db_close (other);
  fixture.store = sz_store_open (fixture.uri, SZ_STORE_READ_WRITE, FIXTURE_STAMP, &error);
  g_assert_no_error (error);
  other = sz_db_open (fixture.uri, 0, &error);
  g_assert_no_error (error);
  g_assert_true (sz_migrate_version (other, &version, &error));
  g_assert_cmpint (version, ==, sz_migrate_latest ());
  sz_db_close (other);
}

/* A college that an older program guarded in its own way: without the word to others, with
 * something that this program does not know. */
static void
test_guarded (void)
{
  static const char *const older[]
      = { "DROP TABLE title_files",
          "DELETE FROM schema_versions WHERE version >= 17",
          "DROP TRIGGER tell_act ON acts",
          "DROP FUNCTION tell_act ()",
          "CREATE FUNCTION check_once () RETURNS trigger LANGUAGE plpgsql AS"
          " $$BEGIN RAISE EXCEPTION 'an older guard' USING ERRCODE = 'SZ001'; END$$",
          "CREATE TRIGGER check_once BEFORE INSERT ON row_ids FOR EACH ROW"
          " EXECUTE FUNCTION check_once ()" };
  g_auto (Fixture) fixture = { 0 };
  g_autoptr (GError) error = NULL;
  g_autofree char *told = NULL;

  fixture_open (&fixture);
  fixture_people (&fixture, 1, 2);
  g_clear_pointer (&fixture.store, sz_store_free);
  for (gsize i = 0; i < G_N_ELEMENTS (older); i++)
    g_free (server_fixture_sql (fixture.uri, older[i], NULL));
  fixture.store = sz_store_open (fixture.uri, SZ_STORE_READ_WRITE, FIXTURE_STAMP, &error);
  g_assert_no_error (error);
  fixture_reopen (&fixture);
  told = server_fixture_sql (fixture.uri,
                             "SELECT count(*) FROM pg_trigger WHERE tgname = 'tell_act'", NULL);
  g_assert_cmpstr (told, ==, "1");
  fixture_people (&fixture, 3, 2);
  g_assert_cmpuint (fixture_verify (fixture.store, NULL), ==, 0);
}

/* Each is raised by the server as it raises its own; a class stands for its states. */
static void
test_states (void)
{
  static const struct
  {
    const char *state;
    SzErrorRemedy remedy;
    const char *code;
  } states[] = {
    { "23505", SZ_ERROR_CONSTRAINT, "db.unique" },
    { "23503", SZ_ERROR_CONSTRAINT, "db.foreign_key" },
    { "23514", SZ_ERROR_CONSTRAINT, "db.constraint" },
    { "55P03", SZ_ERROR_BUSY, "db.busy" },
    { "40P01", SZ_ERROR_BUSY, "db.busy" },
    { "53100", SZ_ERROR_IO, "db.disk_full" },
    { "53300", SZ_ERROR_BUSY, "db.too_many" },
    { "42501", SZ_ERROR_REFUSED, "role.denied" },
    { "25006", SZ_ERROR_IO, "db.read_only" },
    { "57014", SZ_ERROR_CANCELLED, "cancelled" },
    { "57P01", SZ_ERROR_IO, "db.server_stopped" },
    { "57P02", SZ_ERROR_IO, "db.server_stopped" },
    { "57P03", SZ_ERROR_IO, "db.server_stopped" },
    { "08006", SZ_ERROR_IO, "db.connection_lost" },
    { "28P01", SZ_ERROR_REFUSED, "db.sign_in" },
    { "3D000", SZ_ERROR_IO, "db.missing" },
    { "SZ001", SZ_ERROR_REFUSED, "row.journal" },
    { "22012", SZ_ERROR_IO, "db.failed" },
  };
  g_auto (Fixture) fixture = { 0 };
  g_autoptr (GError) error = NULL;
  SzDb *db;

  fixture_open (&fixture);
  db = sz_db_open (fixture.uri, 0, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < G_N_ELEMENTS (states); i++)
    {
      g_autofree char *sql = g_strdup_printf ("DO $$BEGIN RAISE EXCEPTION 'row.journal: people 17'"
                                              " USING ERRCODE = '%s'; END$$",
                                              states[i].state);

      g_test_message ("%s", states[i].state);
      g_assert_false (sz_db_exec (db, sql, &error));
      g_assert_true (g_error_matches (error, SZ_ERROR, (int)states[i].remedy));
      fixture_assert_code (&error, states[i].code);
      g_clear_error (&error);
    }
  sz_db_close (db);
}

static void
test_undo (void)
{
  g_auto (Fixture) fixture = { 0 };
  g_autoptr (GError) error = NULL;
  SzAct *act;

  fixture_open (&fixture);
  fixture_people (&fixture, 1, 1);
  put_grade (&fixture, SZ_GRADE_QUALIFIED);
  put_grade (&fixture, SZ_GRADE_EXCELLENT);
  act = fixture_act (&fixture, "undo");
  g_assert_false (sz_undo_act (act, "act-1", NULL, &error));
  fixture_assert_code (&error, "undo.used_by_row");
  sz_act_free (act);
  act = fixture_act (&fixture, "undo");
  g_assert_true (sz_undo_act (act, "act-3", NULL, &error));
  fixture_commit (act);
  g_assert_cmpint (read_grade (&fixture), ==, SZ_GRADE_QUALIFIED);
  g_assert_cmpuint (fixture_verify (fixture.store, NULL), ==, 0);
}

static void
test_cases (void)
{
  static const SzCaseAsk ask = { .verb = "begin", .day = 20260301 };
  g_auto (Fixture) fixture = { 0 };
  g_autoptr (SzCaseFile) file = NULL;
  g_autoptr (SzCaseFile) again = NULL;
  g_autoptr (GError) error = NULL;
  SzAct *act;

  fixture_open (&fixture);
  act = fixture_act (&fixture, "case");
  file = sz_store_case_load (fixture.store, "thing", 7, &error);
  g_assert_true (sz_store_case_step (act, file, &ask, &(SzCaseEntry){ .to = "begun" }, &error));
  fixture_commit (act);
  fixture_reopen (&fixture);
  again = sz_store_case_load (fixture.store, "thing", 7, &error);
  g_assert_cmpstr (again->head.state, ==, "begun");
  g_assert_cmpuint (again->steps->len, ==, 1);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/store/srv-18/rows", test_rows);
  g_test_add_func ("/store/srv-18/acts", test_acts);
  g_test_add_func ("/store/srv-8/a-fault-ends-the-act", test_fault_ends_act);
  g_test_add_func ("/store/srv-6/one-act-at-a-time", test_busy);
  g_test_add_func ("/store/srv-18/undo", test_undo);
  g_test_add_func ("/store/srv-18/cases", test_cases);
  /* A file has no connection and no states of SQL, and is upgraded by who gets its lock. */
  if (g_getenv ("SHIZI_TEST_URI") != NULL && !sz_store_is_file (g_getenv ("SHIZI_TEST_URI")))
    {
      g_test_add_func ("/store/srv-9/states-of-sql", test_states);
      g_test_add_func ("/store/srv-10/connection-lost", test_lost);
      g_test_add_func ("/store/srv-16/an-upgrade-with-others-online", test_upgrade);
      g_test_add_func ("/store/srv-11/an-upgrade-renews-the-guards", test_guarded);
    }
  return g_test_run ();
}
