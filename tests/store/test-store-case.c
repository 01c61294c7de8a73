/* test-store-case.c — cases and their steps: kept, journalled, taken back, made for older runs
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "pay-fixture.h"

#include "sz-case-tables.h"
#include "sz-db-open.h"
#include "sz-migrate.h"
#include "sz-pay-lines.h"
#include "sz-row-table.h"
#include "sz-row.h"
#include "sz-store-case.h"
#include "sz-store-open.h"
#include "sz-store-private.h"
#include "sz-undo.h"

#define KIND "pay.run"

static SzCaseFile *
load (SzStore *store, gint64 subject)
{
  g_autoptr (GError) error = NULL;
  SzCaseFile *file = sz_store_case_load (store, KIND, subject, &error);

  g_assert_no_error (error);
  return file;
}

static char *
step (Fixture *fixture, gint64 subject, const SzCaseAsk *ask, const SzCaseEntry *entry)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SzCaseFile) file = load (fixture->store, subject);
  SzAct *act = fixture_act (fixture, "case.step");
  char *id = g_strdup (sz_act_get_id (act));

  sz_store_case_step (act, file, ask, entry, &error);
  g_assert_no_error (error);
  fixture_commit (act);
  return id;
}

static void
test_steps (void)
{
  g_auto (Fixture) fixture = { 0 };
  g_autoptr (SzCaseFile) file = NULL;
  g_autoptr (GHashTable) states = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;
  const SzCaseStep *steps;
  const gint64 subject = 5;
  guint n = 0;

  fixture_open (&fixture);
  file = load (fixture.store, subject);
  g_assert_cmpstr (file->head.state, ==, "");
  g_assert_cmpint (file->head.id, ==, 0);
  first = step (&fixture, subject, &(SzCaseAsk){ .verb = "compute", .day = 20260301 },
                &(SzCaseEntry){ .to = "computed" });
  second = step (&fixture, subject,
                 &(SzCaseAsk){ .verb = "review",
                               .day = 20260302,
                               .reason = "无误",
                               .document = "院发1号",
                               .approval = "批2号" },
                 &(SzCaseEntry){ .to = "reviewed", .who = "李四", .detail = "{\"n\":1}" });
  g_clear_pointer (&file, sz_case_file_free);
  fixture_reopen (&fixture);
  file = load (fixture.store, subject);
  steps = sz_case_file_steps (file, &n);
  g_assert_cmpuint (n, ==, 2);
  g_assert_cmpstr (file->head.state, ==, "reviewed");
  g_assert_cmpint (file->head.opened, ==, 20260301);
  g_assert_cmpint (file->head.since, ==, 20260302);
  g_assert_cmpstr (steps[0].who, ==, "张三");
  g_assert_cmpstr (steps[0].from, ==, "");
  g_assert_cmpint (steps[1].seq, ==, 2);
  g_assert_cmpstr (steps[1].from, ==, "computed");
  g_assert_cmpstr (steps[1].who, ==, "李四");
  g_assert_cmpstr (steps[1].reason, ==, "无误");
  g_assert_cmpstr (steps[1].document, ==, "院发1号");
  g_assert_cmpstr (steps[1].approval, ==, "批2号");
  g_assert_cmpstr (steps[1].detail, ==, "{\"n\":1}");
  states = sz_store_case_states (fixture.store, KIND, &error);
  g_assert_cmpstr (g_hash_table_lookup (states, &subject), ==, "reviewed");
  g_assert_cmpuint (fixture_verify (fixture.store, NULL), ==, 0);
}

/* The last step can be taken back, one before it cannot. */
static void
test_undo (void)
{
  g_auto (Fixture) fixture = { 0 };
  g_autoptr (SzCaseFile) file = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;
  SzAct *act;

  fixture_open (&fixture);
  first = step (&fixture, 5, &(SzCaseAsk){ .verb = "compute" }, &(SzCaseEntry){ .to = "computed" });
  second = step (&fixture, 5, &(SzCaseAsk){ .verb = "review" },
                 &(SzCaseEntry){ .to = "reviewed", .who = "李四" });
  act = fixture_act (&fixture, "undo");
  g_assert_false (sz_undo_act (act, first, NULL, &error));
  g_assert_true (g_error_matches (error, SZ_ERROR, SZ_ERROR_REFUSED));
  g_clear_error (&error);
  sz_act_free (act);
  act = fixture_act (&fixture, "undo");
  sz_undo_act (act, second, NULL, &error);
  g_assert_no_error (error);
  fixture_commit (act);
  file = load (fixture.store, 5);
  g_assert_cmpstr (file->head.state, ==, "computed");
  g_assert_cmpuint (file->steps->len, ==, 1);
  act = fixture_act (&fixture, "case.drop");
  g_assert_true (sz_store_case_drop (act, KIND, 5, &error));
  fixture_commit (act);
  g_clear_pointer (&file, sz_case_file_free);
  file = load (fixture.store, 5);
  g_assert_cmpint (file->head.id, ==, 0);
  g_assert_cmpuint (fixture_verify (fixture.store, NULL), ==, 0);
}

/* A college of the version before cases, with one run without lines. */
static char *
make_old (const Fixture *fixture)
{
  const SzActInfo info
      = { .id = "old", .kind = "pay.compute", .who = "王五", .at = "2025-12-01T00:00:00Z" };
  char *path = g_build_filename (fixture->folder, "old.db", NULL);
  g_autoptr (GError) error = NULL;
  SzDb *db = sz_db_open (path, SZ_DB_CREATE, &error);
  g_autoptr (SzStore) store = NULL;
  g_auto (SzPayRun) run = pay_fixture_run ();
  SzAct *act;

  g_assert_no_error (error);
  g_assert_true (sz_db_begin (db, TRUE, &error));
  g_assert_true (sz_migrate_to (db, 7, &error));
  g_assert_true (sz_db_commit (db, &error));
  store = sz_store_wrap (db);
  run.frozen_as = g_strdup ("computed");
  run.who = g_strdup ("王五");
  run.at = g_strdup ("2025-12-01T00:00:00Z");
  run.lines_hash = sz_pay_lines_dup_hash (db, 1, &error);
  act = sz_act_begin (store, &info, &error);
  g_assert_no_error (error);
  sz_row_put (act, &sz_pay_run_type, &run, SZ_PUT_INSERT, NULL, &error);
  g_assert_no_error (error);
  fixture_commit (act);
  return path;
}

static void
test_older_runs (void)
{
  g_auto (Fixture) fixture = { 0 };
  g_autoptr (SzStore) store = NULL;
  g_autoptr (SzCaseFile) file = NULL;
  g_autoptr (GArray) runs = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *path = NULL;
  g_autofree char *last = NULL;
  const SzCaseStep *first;

  fixture_open (&fixture);
  path = make_old (&fixture);
  store = sz_store_open (path, SZ_STORE_READ_WRITE, FIXTURE_STAMP, &error);
  g_assert_no_error (error);
  runs = sz_store_pay_list (store, &error);
  g_assert_cmpstr (g_array_index (runs, SzPayRun, 0).state, ==, "computed");
  file = load (store, 1);
  g_assert_cmpuint (file->steps->len, ==, 1);
  first = &g_array_index (file->steps, SzCaseStep, 0);
  g_assert_cmpstr (first->verb, ==, "compute");
  g_assert_cmpstr (first->who, ==, "王五");
  g_assert_cmpstr (first->at, ==, "2025-12-01T00:00:00Z");
  g_assert_cmpuint (fixture_verify (store, NULL), ==, 0);
  g_clear_pointer (&store, sz_store_free);
  last = fixture_query (path, "SELECT kind || ' ' || at FROM acts ORDER BY seq DESC");
  g_assert_cmpstr (last, ==, "upgrade 2026-03-07T08:15:00Z");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/store/case/steps", test_steps);
  g_test_add_func ("/store/case/undo", test_undo);
  g_test_add_func ("/store/case/older-runs", test_older_runs);
  return g_test_run ();
}
