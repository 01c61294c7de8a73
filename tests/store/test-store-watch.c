/* test-store-watch.c — schema 13: what an older college becomes, and that its rows are read for
 * ever
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "store-fixture.h"

#include <string.h>

#include "sz-case-tables.h"
#include "sz-codes-watch.h"
#include "sz-db-open.h"
#include "sz-migrate.h"
#include "sz-store-case.h"
#include "sz-store-college.h"
#include "sz-store-coverage.h"
#include "sz-store-finding.h"
#include "sz-store-open.h"
#include "sz-store-supervision.h"
#include "sz-store-targets.h"

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

static SzStore *
open_upgraded (const char *path)
{
  g_autoptr (GError) error = NULL;
  SzStore *store = sz_store_open (path, SZ_STORE_READ_WRITE, FIXTURE_STAMP, &error);

  g_assert_no_error (error);
  return store;
}

/* The departments of a college of version 12 have no 职能 yet, and lose nothing. */
static void
test_departments (void)
{
  g_auto (Fixture) fixture = { 0 };
  g_autofree char *path = NULL;
  g_autofree char *found = NULL;
  g_autoptr (SzStore) store = NULL;

  fixture_open (&fixture);
  path = make_version (&fixture, 12);
  fixture_sql (path, "INSERT INTO departments (id, row_version, changed_at, changed_by, name,"
                     " position, parent, has_coefficient, coefficient_x1e4, batch_id, source_row)"
                     " VALUES (5, 2, '2025-01-01T00:00:00Z', '张三', '机械系', 3, '', 1, 12000,"
                     " NULL, 0)");
  store = open_upgraded (path);
  g_clear_pointer (&store, sz_store_free);
  found = fixture_query (path, "SELECT id || '|' || name || '|' || position || '|' ||"
                               " coefficient_x1e4 || '|' || function FROM departments");
  g_assert_cmpstr (found, ==, "5|机械系|3|12000|");
}

static SzStore *
open_golden (Fixture *fixture)
{
  g_autofree char *sql = NULL;
  g_autofree char *path = NULL;
  g_autofree char *golden = g_build_filename (g_getenv ("SHIZI_SOURCE_ROOT"), "tests", "store",
                                              "golden", "watch-v13.sql", NULL);

  fixture_open (fixture);
  path = make_version (fixture, 13);
  g_assert_true (g_file_get_contents (golden, &sql, NULL, NULL));
  fixture_sql (path, sql);
  return open_upgraded (path);
}

static gconstpointer
get_only (const GArray *rows)
{
  g_assert_nonnull (rows);
  g_assert_cmpuint (rows->len, ==, 1);
  return rows->data;
}

/* The only row of a table; what it says is compared by the caller. */
#define ONLY(Type, prefix)                                                                         \
  g_autoptr (GArray) prefix##_rows = prefix##_list (store, SZ_ROWS_ALL, &error);                   \
  const Type *prefix = get_only (prefix##_rows)

static void
test_targets (void)
{
  g_auto (Fixture) fixture = { 0 };
  g_autoptr (GError) error = NULL;
  g_autoptr (SzStore) store = open_golden (&fixture);
  ONLY (SzTargetRow, sz_store_target);
  ONLY (SzEntryRow, sz_store_entry);
  ONLY (SzTraineeRow, sz_store_trainee);
  ONLY (SzMajorRow, sz_store_major);
  ONLY (SzGraduateRow, sz_store_graduate);
  ONLY (SzSkillDueRow, sz_store_skill_due);
  ONLY (SzSkillResultRow, sz_store_skill_result);
  ONLY (SzRosterRow, sz_store_roster);
  ONLY (SzRotationRow, sz_store_rotation);
  ONLY (SzContestRow, sz_store_contest);

  g_assert_cmpint (sz_store_target->goal, ==, 3000);
  g_assert_cmpstr (sz_store_target->office, ==, "培训处");
  g_assert_true (sz_store_entry->entry.cumulative);
  g_assert_cmpint (sz_store_entry->entry.base, ==, 1245);
  g_assert_cmpint (sz_store_entry->entry.to, ==, 20250930);
  g_assert_cmpint (sz_store_trainee->trainee.done_hours_x100, ==, 3200);
  g_assert_cmpint (sz_store_major->major.agreement_to, ==, 20270831);
  g_assert_cmpint (sz_store_graduate->graduate.placed_on, ==, 20250620);
  g_assert_cmpstr (sz_store_skill_due->due.missing_reason, ==, "病假");
  g_assert_cmpint (sz_store_skill_result->result.practice_x100, ==, 8150);
  g_assert_cmpint (sz_store_roster->entry.from, ==, 20230101);
  g_assert_true (sz_store_rotation->course.finished);
  g_assert_cmpstr (sz_store_contest->contest.award, ==, "一等奖");
}

static void
test_supervision (void)
{
  g_auto (Fixture) fixture = { 0 };
  g_autoptr (GError) error = NULL;
  g_autoptr (SzStore) store = open_golden (&fixture);
  g_autoptr (SzCaseFile) file = NULL;
  SzDate scanned = SZ_DATE_NONE;
  ONLY (SzLeaderRow, sz_store_leader);
  ONLY (SzRectifyRow, sz_store_rectify);
  ONLY (SzToleranceRow, sz_store_tolerance);
  ONLY (SzFindingRow, sz_store_finding);

  g_assert_cmpstr (sz_store_leader->unit, ==, "人事处");
  g_assert_cmpint (sz_store_rectify->item.percent, ==, 60);
  g_assert_cmpint (sz_rectify_state (&sz_store_rectify->item), ==, SZ_RECTIFY_IN_PROGRESS);
  g_assert_cmpstr (sz_tolerance_state_word (&sz_store_tolerance->tolerance), ==, "verified");
  g_assert_cmpint (sz_store_finding->finding.no, ==, 7);
  g_assert_true (sz_store_finding->finding.present);
  g_assert_true (sz_store_finding_last_scan (store, &scanned, &error));
  g_assert_cmpint (scanned, ==, 20251101);
  file = sz_store_case_load (store, sz_case_finding.kind, sz_store_finding->id, &error);
  g_assert_cmpstr (file->head.state, ==, "answered");
  g_assert_cmpstr (sz_case_file_who (file, &sz_case_finding, "answer"), ==, "李四");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/store/watch/departments", test_departments);
  g_test_add_func ("/store/watch/targets", test_targets);
  g_test_add_func ("/store/watch/supervision", test_supervision);
  return g_test_run ();
}
