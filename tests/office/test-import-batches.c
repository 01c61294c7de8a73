/* test-import-batches.c — the same file again, taking a batch back, trial runs, remembered matches,
 * templates
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <string.h>

#include "import-fixture.h"
#include "sz-import-kinds.h"
#include "sz-import-batches.h"
#include "sz-template.h"

#define ID_A "11010519491231002X"
#define ID_B "440524188001010014"

#define PEOPLE                                                                                     \
  "工号,姓名,身份证号,部门,人员类别,来校日期\n"                                  \
  "1001,张三," ID_A ",教务处,在编,2001-09-01\n"                                               \
  "1002,李四," ID_B ",学生处,在编,2001-09-01\n"

static void
test_repeated (void)
{
  g_autoptr (Fixture) fixture = fixture_new ();
  g_autofree char *path = fixture_write (fixture, "roster.csv", PEOPLE);
  g_autoptr (SzImportResult) first = fixture_import (fixture, "people", path, FIXTURE_PLAIN);
  g_autoptr (SzImportResult) second = fixture_import (fixture, "people", path, FIXTURE_PLAIN);
  g_autoptr (SzImportResult) third = fixture_import (fixture, "people", path, FIXTURE_UPDATE);
  g_autofree char *batch = g_strdup_printf ("%" G_GINT64_FORMAT, first->batch);

  fixture_assert_counts (first, 2, 2, 0, 0);
  fixture_assert_finding (second, "batch.repeated", 0, NULL);
  g_assert_cmpuint (sz_issue_list_errors (second->issues), ==, 1);
  g_assert_cmpstr (sz_issue_arg (sz_issue_list_get (second->issues, 0), "batch"), ==, batch);
  fixture_assert_counts (third, 2, 0, 0, 2);
}

/* RULE aud-1: taking back is an act of its own; every table is as it was, byte for byte. */
static void
test_undo (void)
{
  g_autoptr (Fixture) fixture = fixture_new ();
  g_autofree char *path = NULL;
  g_autofree char *before = NULL;
  g_autofree char *between = NULL;
  g_autofree char *after = NULL;
  g_autoptr (SzImportResult) result = NULL;
  g_autoptr (SzImportResult) again = NULL;
  g_autoptr (GPtrArray) batches = NULL;
  g_autoptr (GError) error = NULL;
  gint64 n_rows = 0;

  fixture_import_text (fixture, "people", PEOPLE);
  before = fixture_dump (fixture);
  path = fixture_write (fixture, "grades.csv", "年度,工号,档次\n2025,1001,合格\n2025,1002,优秀\n");
  result = fixture_import (fixture, "assessments", path, FIXTURE_PLAIN);
  between = fixture_dump (fixture);
  g_assert_cmpstr (before, !=, between);

  g_assert_true (sz_office_import_undo (fixture->office, result->batch, &n_rows, &error));
  g_assert_no_error (error);
  g_assert_cmpint (n_rows, ==, 2);
  after = fixture_dump (fixture);
  g_assert_cmpstr (before, ==, after);

  batches = sz_office_import_batches (fixture->office, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (batches->len, ==, 2);
  g_assert_false (((SzImportBatch *)g_ptr_array_index (batches, 0))->undone);
  g_assert_true (((SzImportBatch *)g_ptr_array_index (batches, 1))->undone);
  g_assert_cmpint (((SzImportBatch *)g_ptr_array_index (batches, 1))->inserted, ==, 2);

  /* Taken back, the same file may come again. */
  again = fixture_import (fixture, "assessments", path, FIXTURE_PLAIN);
  fixture_assert_counts (again, 2, 2, 0, 0);
}

static void
test_undo_update (void)
{
  g_autoptr (Fixture) fixture = fixture_new ();
  g_autofree char *path = NULL;
  g_autoptr (SzImportResult) result = NULL;
  g_autoptr (GError) error = NULL;

  fixture_import_text (fixture, "people", PEOPLE);
  path = fixture_write (fixture, "newer.csv",
                        "工号,姓名,身份证号,部门,人员类别,来校日期\n"
                        "1001,张珊," ID_A ",培训处,在编,2000-09-01\n");
  result = fixture_import_from (fixture, "people", path, FIXTURE_UPDATE, 20250901);
  fixture_assert_counts (result, 1, 0, 1, 0);
  g_assert_true (sz_office_import_undo (fixture->office, result->batch, NULL, &error));
  g_assert_no_error (error);
  /* Versions and the time of the change move on; everything else is as it was. */
  g_assert_cmpint (fixture_count (fixture, "SELECT count(*) FROM people WHERE name = '张三'"), ==,
                   1);
  g_assert_cmpint (fixture_count (fixture, "SELECT count(*) FROM person_records"), ==, 8);
  g_assert_cmpint (
      fixture_count (fixture,
                     "SELECT count(*) FROM person_records WHERE from_date <> '2001-09-01'"),
      ==, 0);
  g_assert_cmpint (fixture_count (fixture, "SELECT count(*) FROM departments"), ==, 2);
}

/* The roster names departments; their own sheet says their order and coefficient (pay-5), once. */
static void
test_departments_named (void)
{
  g_autoptr (Fixture) fixture = fixture_new ();
  g_autofree char *path = NULL;
  g_autoptr (SzImportResult) again = NULL;

  fixture_import_text (fixture, "people", PEOPLE);
  fixture_import_text (fixture, "departments",
                       "部门,序号,系数\n学生处,1,1.1\n教务处,2,1.0\n实训处,3,\n");
  g_assert_cmpint (fixture_count (fixture, "SELECT count(*) FROM departments"), ==, 3);
  g_assert_cmpint (fixture_count (fixture, "SELECT coefficient_x1e4 * 10 + position "
                                           "FROM departments WHERE name = '学生处'"),
                   ==, 110001);
  path = fixture_write (fixture, "again.csv", "部门,序号\n学生处,7\n");
  again = fixture_import (fixture, "departments", path, FIXTURE_PLAIN);
  fixture_assert_finding (again, "row.duplicate", 2, NULL);
}

static void
test_undo_refused (void)
{
  g_autoptr (Fixture) fixture = fixture_new ();
  g_autofree char *path = fixture_write (fixture, "roster.csv", PEOPLE);
  g_autoptr (SzImportResult) people = fixture_import (fixture, "people", path, FIXTURE_PLAIN);
  g_autoptr (GError) error = NULL;
  g_autoptr (GError) unknown = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autofree char *code = NULL;
  gint64 refused;

  fixture_import_text (fixture, "assessments", "年度,工号,档次\n2025,1001,合格\n");
  before = fixture_dump (fixture);
  refused = fixture_count (fixture, "SELECT count(*) FROM acts WHERE refused = 1");
  g_assert_false (sz_office_import_undo (fixture->office, people->batch, NULL, &error));
  g_assert_error (error, SZ_ERROR, SZ_ERROR_REFUSED);
  after = fixture_dump (fixture);
  g_assert_cmpstr (before, ==, after);
  g_assert_cmpint (fixture_count (fixture, "SELECT count(*) FROM acts WHERE refused = 1"), ==,
                   refused + 1);

  g_assert_false (sz_office_import_undo (fixture->office, 4711, NULL, &unknown));
  code = sz_error_dup_code (unknown);
  g_assert_cmpstr (code, ==, "undo.unknown_batch");
}

static void
test_dry_run (void)
{
  g_autoptr (Fixture) fixture = fixture_new ();
  g_autofree char *path = fixture_write (fixture, "roster.csv", PEOPLE);
  g_autofree char *before = fixture_dump (fixture);
  g_autofree char *after = NULL;
  g_autoptr (SzImportResult) trial = fixture_import (fixture, "people", path, FIXTURE_DRY_RUN);
  g_autoptr (SzImportResult) real = NULL;

  fixture_assert_counts (trial, 2, 2, 0, 0);
  g_assert_cmpint (trial->batch, ==, 0);
  after = fixture_dump (fixture);
  g_assert_cmpstr (before, ==, after);
  g_assert_cmpint (fixture_count (fixture, "SELECT count(*) FROM import_batches"), ==, 0);
  real = fixture_import (fixture, "people", path, FIXTURE_PLAIN);
  fixture_assert_counts (real, 2, 2, 0, 0);
}

static void
word_reported_cb (const char *what, guint64 done, guint64 total, gpointer user_data)
{
  if (g_str_equal (what, "write"))
    g_cancellable_cancel (user_data);
}

/* Stopped before it began, and in the middle of the writing: nothing is left of it. */
static void
test_cancelled (void)
{
  g_autoptr (Fixture) fixture = fixture_new ();
  g_autoptr (GString) text = g_string_new ("工号,姓名,身份证号,部门,人员类别\n");
  g_autofree char *path = NULL;
  g_autofree char *before = fixture_dump (fixture);

  for (int i = 0; i < 600; i++)
    {
      g_autofree char *id = fixture_id ("19800101", i);

      g_string_append_printf (text, "%d,某人,%s,教务处,在编\n", 1000 + i, id);
    }
  path = fixture_write (fixture, "roster.csv", text->str);
  for (int late = 0; late < 2; late++)
    {
      g_autoptr (GCancellable) cancellable = g_cancellable_new ();
      SzImportRequest request = { .kind = sz_import_kind_find ("people"), .path = path };
      SzProgress progress = { word_reported_cb, cancellable };
      g_autoptr (GError) error = NULL;
      g_autofree char *after = NULL;

      if (!late)
        g_cancellable_cancel (cancellable);
      g_assert_null (sz_office_import (fixture->office, &request, progress, cancellable, &error));
      g_assert_error (error, SZ_ERROR, SZ_ERROR_CANCELLED);
      after = fixture_dump (fixture);
      g_assert_cmpstr (before, ==, after);
      g_assert_cmpint (fixture_count (fixture, "SELECT count(*) FROM import_batches"), ==, 0);
    }
}

/* Before each import that writes there is a copy of what was. */
static void
test_backup (void)
{
  g_autoptr (Fixture) fixture = fixture_new ();
  g_autofree char *path = fixture_write (fixture, "roster.csv", PEOPLE);
  g_autofree char *folder = g_build_filename (fixture->folder, "backups", NULL);
  g_autoptr (SzImportResult) trial = fixture_import (fixture, "people", path, FIXTURE_DRY_RUN);
  g_autoptr (SzImportResult) real = NULL;
  g_autoptr (GDir) dir = NULL;
  const char *name;

  g_assert_false (g_file_test (folder, G_FILE_TEST_IS_DIR));
  real = fixture_import (fixture, "people", path, FIXTURE_PLAIN);
  g_assert_cmpint (real->batch, >, 0);
  dir = g_dir_open (folder, 0, NULL);
  g_assert_nonnull (dir);
  name = g_dir_read_name (dir);
  g_assert_true (g_str_has_suffix (name, ".db"));
  g_assert_nonnull (strstr (name, "import"));
}

/* A match that somebody gave once needs not be given again. */
static void
test_map_remembered (void)
{
  g_autoptr (Fixture) fixture = fixture_new ();
  g_autofree char *first
      = fixture_write (fixture, "a.csv",
                       "工号,姓名,证号,部门,人员类别\n1001,张三," ID_A ",教务处,在编\n");
  g_autofree char *second
      = fixture_write (fixture, "b.csv",
                       "工号,姓名,证号,部门,人员类别\n1002,李四," ID_B ",教务处,在编\n");
  g_autoptr (GHashTable) map = g_hash_table_new (g_str_hash, g_str_equal);
  SzImportRequest request = { .kind = sz_import_kind_find ("people"), .path = first, .map = map };
  SzProgress progress = { NULL, NULL };
  g_autoptr (GError) error = NULL;
  g_autoptr (SzImportResult) without = fixture_import (fixture, "people", first, FIXTURE_PLAIN);
  g_autoptr (SzImportResult) with = NULL;
  g_autoptr (SzImportResult) later = NULL;

  fixture_assert_finding (without, "heading.missing", 1, "身份证号");
  g_hash_table_insert (map, (gpointer) "证号", (gpointer) "身份证号");
  with = sz_office_import (fixture->office, &request, progress, NULL, &error);
  g_assert_no_error (error);
  fixture_assert_counts (with, 1, 1, 0, 0);
  later = fixture_import (fixture, "people", second, FIXTURE_PLAIN);
  fixture_assert_counts (later, 1, 1, 0, 0);
}

/* The end of the data is seen; what is no data is counted apart. */
static void
test_skipped (void)
{
  g_autoptr (Fixture) fixture = fixture_new ();
  g_autofree char *path = fixture_write (fixture, "roster.csv",
                                         "某技师学院教职工花名册,,,,,\n填报单位：,,,,,\n"
                                         "工号*,姓名*,身份证号*,部门*,人员类别*,来校日期\n"
                                         "示例 1000,张三," ID_A ",教务处,在编,2001-09-01\n"
                                         "1001,张三," ID_A ",教务处,在编,2001-09-01\n"
                                         ",,,,,\n"
                                         "1002,李四," ID_B ",教务处,在编,2001-09-01\n"
                                         "合计,2人,,,,\n,,,,,\n单位负责人：,,,制表人：,,\n");
  g_autoptr (SzImportResult) result = fixture_import (fixture, "people", path, FIXTURE_PLAIN);

  fixture_assert_counts (result, 2, 2, 0, 0);
  g_assert_cmpuint (result->heading_row, ==, 3);
  g_assert_cmpint (result->skipped, >=, 4);
  g_assert_cmpuint (result->columns->len, ==, 6);
  g_assert_cmpint (fixture_count (fixture, "SELECT source_row FROM people WHERE staff_no = '1002'"),
                   ==, 7);
}

/* Every template is found by its own headings and holds no row of data. */
static void
test_templates (void)
{
  for (const SzImportKind *const *kind = sz_import_kinds (); *kind != NULL; kind++)
    {
      g_autoptr (Fixture) fixture = fixture_new ();
      g_autofree char *path = g_build_filename (fixture->folder, "template.xlsx", NULL);
      g_autoptr (GError) error = NULL;
      g_autoptr (SzImportResult) result = NULL;

      g_test_message ("%s", (*kind)->word);
      g_assert_true (sz_office_template (*kind, path, &error));
      g_assert_no_error (error);
      result = fixture_import (fixture, (*kind)->word, path, FIXTURE_PLAIN);
      fixture_assert_counts (result, 0, 0, 0, 0);
      g_assert_cmpuint (sz_issue_list_length (result->issues), ==, 0);
      g_assert_cmpint (result->skipped, ==, 1);
      g_assert_cmpuint (result->heading_row, ==, 1);
      g_assert_cmpuint (result->columns->len, ==, (*kind)->n_fields);
      for (guint i = 0; i < (*kind)->n_fields; i++)
        g_assert_cmpint (((SzImportColumn *)g_ptr_array_index (result->columns, i))->field, ==, i);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/office/import/batches/repeated", test_repeated);
  g_test_add_func ("/office/import/aud-1/undo", test_undo);
  g_test_add_func ("/office/import/aud-1/undo-update", test_undo_update);
  g_test_add_func ("/office/import/batches/departments-named", test_departments_named);
  g_test_add_func ("/office/import/aud-1/undo-refused", test_undo_refused);
  g_test_add_func ("/office/import/batches/dry-run", test_dry_run);
  g_test_add_func ("/office/import/batches/cancelled", test_cancelled);
  g_test_add_func ("/office/import/batches/backup", test_backup);
  g_test_add_func ("/office/import/batches/map-remembered", test_map_remembered);
  g_test_add_func ("/office/import/batches/skipped", test_skipped);
  g_test_add_func ("/office/import/batches/templates", test_templates);
  return g_test_run ();
}
