/* test-undo.c — taking an act back, and when it is too late for that
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "store-fixture.h"

#include <string.h>

#include "sz-act.h"
#include "sz-row-registry.h"
#include "sz-row-table.h"
#include "sz-row.h"
#include "sz-store-case.h"
#include "sz-store-college.h"
#include "sz-store-workload.h"
#include "sz-undo.h"

static char *
dump_rows (const Fixture *fixture)
{
  return fixture_query (fixture->path,
                        "SELECT (SELECT count(*) FROM people) || ' ' ||"
                        " (SELECT count(*) FROM person_records) || ' ' ||"
                        " (SELECT count(*) FROM services) || ' ' ||"
                        " (SELECT coalesce (group_concat (year || grade), '') FROM assessments)");
}

static void
expect_refused (Fixture *fixture, const char *undone, const char *code, const char *arg)
{
  g_autoptr (SzAct) act = fixture_act (fixture, "import.undo");
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) args = NULL;

  g_assert_false (sz_undo_act (act, undone, NULL, &error));
  g_assert_true (g_error_matches (error, SZ_ERROR, SZ_ERROR_REFUSED));
  args = sz_error_dup_args (error);
  g_assert_cmpstr (args[g_strv_length (args) - 1], ==, arg);
  fixture_assert_code (&error, code);
}

static void
test_batch (void)
{
  g_auto (Fixture) fixture = { 0 };
  g_auto (SzBatch) batch = { 0 };
  g_autofree char *rows = NULL;
  g_autoptr (GError) error = NULL;
  gboolean found = FALSE;
  gint64 id, n = 0;
  SzAct *act;

  fixture_open (&fixture);
  fixture_people (&fixture, 1, 1);
  id = fixture_people (&fixture, 2, 3);
  act = fixture_act (&fixture, "import.undo");
  g_assert_true (sz_undo_batch (act, id, &n, &error));
  g_assert_no_error (error);
  fixture_commit (act);
  g_assert_cmpint (n, ==, 12);
  rows = dump_rows (&fixture);
  g_assert_cmpstr (rows, ==, "1 2 1 ");
  /* The batch stays in the list, marked. */
  g_assert_true (sz_store_batch_get (fixture.store, id, &batch, &found, &error));
  g_assert_cmpstr (batch.undone_by, ==, "act-3");
  g_assert_cmpuint (fixture_verify (fixture.store, NULL), ==, 0);
  expect_refused (&fixture, "act-2", "undo.already", "by=act-3");
  expect_refused (&fixture, "act-77", "undo.unknown", "act=act-77");
  act = fixture_act (&fixture, "import.undo");
  g_assert_false (sz_undo_batch (act, 99, NULL, &error));
  fixture_assert_code (&error, "undo.unknown_batch");
  sz_act_free (act);
  /* The same people can come again. */
  fixture_people (&fixture, 2, 3);
  g_assert_cmpuint (fixture_verify (fixture.store, NULL), ==, 0);
}

static void
put_grade (Fixture *fixture, SzGrade grade)
{
  SzAssessmentRow row = { .person_id = 1, .year = 2025, .grade = grade };
  g_autoptr (GError) error = NULL;
  SzAct *act = fixture_act (fixture, "import.assessments");

  g_assert_true (sz_store_assessment_put (act, &row, SZ_PUT_UPDATE, NULL, &error));
  fixture_commit (act);
}

/* Acts 2 and 3 put and change one row; the last must go first. */
static void
test_update (void)
{
  g_auto (Fixture) fixture = { 0 };
  g_autofree char *rows = NULL;
  g_autoptr (GError) error = NULL;
  SzAct *act;

  fixture_open (&fixture);
  fixture_people (&fixture, 1, 1);
  put_grade (&fixture, SZ_GRADE_QUALIFIED);
  put_grade (&fixture, SZ_GRADE_EXCELLENT);
  expect_refused (&fixture, "act-2", "undo.changed_since", "row=1");
  act = fixture_act (&fixture, "import.undo");
  g_assert_true (sz_undo_act (act, "act-3", NULL, &error));
  fixture_commit (act);
  rows = dump_rows (&fixture);
  g_assert_cmpstr (rows, ==, "1 2 1 2025qualified");
  g_assert_cmpuint (fixture_verify (fixture.store, NULL), ==, 0);
}

/* One act that inserts, changes twice, and deletes is taken back in one piece. */
static void
test_several_times (void)
{
  g_auto (Fixture) fixture = { 0 };
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autoptr (SzPersonFile) file = NULL;
  g_autoptr (SzPersonFile) fresh = fixture_person (9);
  g_autoptr (GError) error = NULL;
  SzAct *act;

  fixture_open (&fixture);
  fixture_people (&fixture, 1, 2);
  put_grade (&fixture, SZ_GRADE_QUALIFIED);
  before = dump_rows (&fixture);
  act = fixture_act (&fixture, "edit");
  g_assert_true (sz_store_person_delete (act, 2, 1, &error));
  file = sz_store_person_by_id (fixture.store, 1, &error);
  for (guint i = 0; i < 3; i++)
    {
      g_free (file->person.phone);
      file->person.phone = g_strdup_printf ("1380000000%u", i);
      g_assert_true (sz_store_person_update (act, &file->person, NULL, NULL, &error));
    }
  g_assert_true (sz_store_person_insert (act, fresh, NULL, &error));
  fresh->person.phone = g_strdup ("1");
  g_assert_true (sz_store_person_update (act, &fresh->person, NULL, NULL, &error));
  fixture_commit (act);
  act = fixture_act (&fixture, "undo");
  g_assert_true (sz_undo_act (act, "act-3", NULL, &error));
  g_assert_no_error (error);
  fixture_commit (act);
  after = dump_rows (&fixture);
  g_assert_cmpstr (before, ==, after);
  g_clear_pointer (&file, sz_person_file_free);
  file = sz_store_person_by_id (fixture.store, 1, &error);
  g_assert_cmpstr (file->person.phone, ==, "");
  g_clear_pointer (&file, sz_person_file_free);
  file = sz_store_person_by_id (fixture.store, 2, &error);
  g_assert_cmpstr (file->person.name, ==, "张2");
  g_assert_cmpstr (file->person.note, ==, "引号\" 反斜线\\ 换行\n 制表\t");
  g_assert_cmpuint (fixture_verify (fixture.store, NULL), ==, 0);
}

static void
test_refused (void)
{
  g_auto (Fixture) fixture = { 0 };
  g_autoptr (GError) error = NULL;

  fixture_open (&fixture);
  fixture_people (&fixture, 1, 1);
  put_grade (&fixture, SZ_GRADE_QUALIFIED);
  /* Rows hang on the person. */
  expect_refused (&fixture, "act-1", "undo.used_by_row", "by_table=assessments");
  g_assert_cmpuint (fixture_verify (fixture.store, NULL), ==, 0);
}

#define RUN_SQL                                                                                    \
  "INSERT INTO pay_runs (id, row_version, changed_at, changed_by, act_id, at, who, name, state,"   \
  " from_date, to_date, scheme, parameters, inputs_hash, lines_hash, n_people, pool_fen,"          \
  " reserve_fen, total_fen, sums) VALUES (5, 1, '', '', '%s', '', '', '', 'computed',"             \
  " '%d-01-01', '%d-12-31', '', '', '', '', 0, 0, 0, 0, '');"                                      \
  "INSERT INTO cases (row_version, changed_at, changed_by, kind, subject_id, state, opened, "      \
  "since)"                                                                                         \
  " VALUES (1, '', '', 'pay.run', 5, '%s', '', '')"

/* A run computed since and paid counts, when its year is touched; any other goes stale. */
static void
test_used_by_run (void)
{
  static const struct
  {
    const char *act;
    const char *state;
    int year;
    gboolean refused;
  } cases[] = {
    { "act-3", "paid", 2025, TRUE },
    { "act-3", "approved", 2025, FALSE },
    { "act-3", "paid", 2024, FALSE },
    { "act-1", "paid", 2025, FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_auto (Fixture) fixture = { 0 };
      g_autoptr (GError) error = NULL;
      g_autofree char *sql = NULL;
      SzAct *act;

      sql = g_strdup_printf (RUN_SQL, cases[i].act, cases[i].year, cases[i].year, cases[i].state);
      fixture_open (&fixture);
      fixture_people (&fixture, 1, 1);
      put_grade (&fixture, SZ_GRADE_QUALIFIED);
      act = fixture_act (&fixture, "pay.compute");
      g_assert_true (sz_store_set_college (act, "某技师学院", &error));
      fixture_commit (act);
      fixture_sql (fixture.path, sql);
      if (cases[i].refused)
        {
          expect_refused (&fixture, "act-2", "undo.used_by_run", "run=5");
          continue;
        }
      act = fixture_act (&fixture, "undo");
      g_assert_true (sz_undo_act (act, "act-2", NULL, &error));
      fixture_commit (act);
    }
}

#define N_MORE 80

typedef struct
{
  gint64 id;
  gint64 row_version;
  gint64 case_id;
  char *value;
} More;

static const SzColumn more_columns[] = {
  { "case_id", SZ_COLUMN_REF, SZ_COLUMN_PLAIN, G_STRUCT_OFFSET (More, case_id), 0 },
  { "value", SZ_COLUMN_TEXT, SZ_COLUMN_PLAIN, G_STRUCT_OFFSET (More, value), 0 },
};

static const SzRowTie more_tie = SZ_CASE_TIE ("more");
static const SzRowTie *const more_ties[] = { &more_tie, NULL };

static SzRowType more_types[N_MORE];

/* As many tables again as the college has, and more than 64 whatever it has. */
static void
make_tables (const Fixture *fixture)
{
  for (guint i = 0; i < N_MORE; i++)
    {
      g_autofree char *table = g_strdup_printf ("more_%u", i);
      g_autofree char *sql = g_strdup_printf (
          "CREATE TABLE %s (id INTEGER PRIMARY KEY, row_version INTEGER, changed_at TEXT,"
          " changed_by TEXT, case_id INTEGER REFERENCES cases (id), value TEXT) STRICT",
          table);

      fixture_sql (fixture->path, sql);
      if (more_types[i].table != NULL)
        continue;
      more_types[i] = (SzRowType){ SZ_ROW_TYPE (g_intern_string (table), More, more_columns),
                                   .ties = more_ties };
      sz_row_registry_add (&more_types[i]);
    }
}

static void
put (SzAct *act, const SzRowType *type, gint64 id, gint64 version, const char *value)
{
  More row = { .id = id, .row_version = version, .value = (char *)value };
  g_autoptr (GError) error = NULL;

  sz_row_put (act, type, &row, SZ_PUT_INSERT, NULL, &error);
  g_assert_no_error (error);
}

static void
assert_undo (Fixture *fixture, const char *act_id, const char *code)
{
  g_autoptr (GError) error = NULL;
  SzAct *act = fixture_act (fixture, "undo");

  if (sz_undo_act (act, act_id, NULL, &error))
    {
      g_assert_null (code);
      fixture_commit (act);
      return;
    }
  sz_act_free (act);
  fixture_assert_code (&error, code);
}

/* However many tables there are, one row is never taken for another; and what counts is the content
 * of a row, not its version. */
static void
test_many_tables (void)
{
  g_auto (Fixture) fixture = { 0 };
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;
  SzAct *act;

  fixture_open (&fixture);
  make_tables (&fixture);
  g_assert_cmpuint (sz_row_registry ()->len, >, 64);
  g_assert_true (sz_row_registry_find ("more_70") == &more_types[70]);
  act = fixture_act (&fixture, "make");
  for (guint i = 0; i < N_MORE; i++)
    for (guint row = 0; row < 2; row++)
      put (act, &more_types[i], 0, 0, "made");
  fixture_commit (act);
  /* Row 1 of one and row 2 of the 64th before it once had one number. */
  act = fixture_act (&fixture, "first");
  first = g_strdup (sz_act_get_id (act));
  put (act, &more_types[70], 1, 1, "first");
  put (act, &more_types[6], 2, 1, "first");
  fixture_commit (act);
  act = fixture_act (&fixture, "second");
  second = g_strdup (sz_act_get_id (act));
  put (act, &more_types[70], 1, 2, "second");
  fixture_commit (act);
  assert_undo (&fixture, first, "undo.changed_since");
  assert_undo (&fixture, second, NULL);
  assert_undo (&fixture, first, NULL);
  g_assert_cmpuint (fixture_verify (fixture.store, NULL), ==, 0);
}

/* A row whose case goes on, or that another row refers to, is not taken back. */
static void
test_cases_hold (void)
{
  static const SzCaseAsk ask = { .verb = "begin" };
  g_auto (Fixture) fixture = { 0 };
  g_autoptr (SzCaseFile) file = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *made = NULL;
  g_autofree char *begun = NULL;
  const SzRowType *type = &more_types[3];
  SzAct *act;

  fixture_open (&fixture);
  make_tables (&fixture);
  act = fixture_act (&fixture, "make");
  made = g_strdup (sz_act_get_id (act));
  put (act, type, 0, 0, "subject");
  fixture_commit (act);
  act = fixture_act (&fixture, "begin");
  begun = g_strdup (sz_act_get_id (act));
  file = sz_store_case_load (fixture.store, "more", 1, &error);
  g_assert_true (sz_store_case_step (act, file, &ask, &(SzCaseEntry){ .to = "begun" }, &error));
  fixture_commit (act);
  assert_undo (&fixture, made, "undo.used_by_case");
  act = fixture_act (&fixture, "refer");
  {
    More row = { .case_id = file->head.id };

    g_assert_true (sz_row_put (act, type, &row, SZ_PUT_INSERT, NULL, &error));
  }
  fixture_commit (act);
  act = fixture_act (&fixture, "undo");
  g_assert_false (sz_undo_act (act, begun, NULL, &error));
  sz_act_free (act);
  g_assert_nonnull (strstr (error->message, "by_table=more_3"));
  fixture_assert_code (&error, "undo.used_by_row");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/store/undo/batch", test_batch);
  g_test_add_func ("/store/undo/update", test_update);
  g_test_add_func ("/store/undo/several-times", test_several_times);
  g_test_add_func ("/store/undo/refused", test_refused);
  g_test_add_func ("/store/undo/used-by-run", test_used_by_run);
  g_test_add_func ("/store/undo/many-tables", test_many_tables);
  g_test_add_func ("/store/undo/cases-hold", test_cases_hold);
  return g_test_run ();
}
