/* test-import-samples.c — the sample college's files, and the roster full of faults
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <jansson.h>

#include "import-fixture.h"

typedef struct
{
  const char *kind;
  const char *file;
  gint64 rows;
} Sample;

/* In the order in which an office hands them in: the roster first. */
static const Sample samples[] = {
  { "people", "教职工花名册.xlsx", 128 }, { "assessments", "年度考核.xlsx", 128 },
  { "teaching", "教学工作量.xlsx", 384 }, { "training", "培训授课记录.csv", 203 },
  { "post-plan", "岗位核准.xlsx", 12 },   { "annual-pay", "全年薪酬.xlsx", 128 },
  { "awards", "业绩点.xlsx", 10 },        { "roles", "班主任.xlsx", 16 },
};

static json_t *
load_expected (void)
{
  g_autofree char *path = g_build_filename (g_getenv ("SHIZI_SOURCE_ROOT"), "tests", "samples",
                                            "office-2025", "expected.json", NULL);
  json_error_t fault;
  json_t *expected = json_load_file (path, 0, &fault);

  g_assert_nonnull (expected);
  return expected;
}

static void
import_sample (Fixture *fixture, const Sample *sample)
{
  g_autofree char *path = fixture_sample (sample->file);
  g_autoptr (SzImportResult) result = NULL;

  g_test_message ("%s", sample->file);
  result = fixture_import (fixture, sample->kind, path, FIXTURE_PLAIN);
  fixture_assert_counts (result, sample->rows, sample->rows, 0, 0);
  g_assert_cmpint (result->batch, >, 0);
}

static void
test_all_files (void)
{
  g_autoptr (Fixture) fixture = fixture_new ();
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (samples); i++)
    import_sample (fixture, &samples[i]);

  /* The same files again with --update: nothing is new and nothing changes. */
  before = fixture_dump (fixture);
  for (gsize i = 0; i < G_N_ELEMENTS (samples); i++)
    {
      g_autofree char *path = fixture_sample (samples[i].file);
      g_autoptr (SzImportResult) result = NULL;

      g_test_message ("%s again", samples[i].file);
      result = fixture_import (fixture, samples[i].kind, path, FIXTURE_UPDATE);
      fixture_assert_counts (result, samples[i].rows, 0, 0, samples[i].rows);
    }
  after = fixture_dump (fixture);
  g_assert_cmpstr (before, ==, after);
}

static void
test_counts_of_expected (void)
{
  json_t *expected = load_expected ();

  g_assert_cmpint (json_integer_value (json_object_get (expected, "people")), ==, samples[0].rows);
  g_assert_cmpint (json_integer_value (json_object_get (expected, "teaching")), ==,
                   samples[2].rows);
  g_assert_cmpint (json_integer_value (json_object_get (expected, "training")), ==,
                   samples[3].rows);
  json_decref (expected);
}

/* The old workbook needs LibreOffice; without one the finding says what to do. */
static void
test_old_workbook (void)
{
  g_autoptr (Fixture) fixture = fixture_new ();
  g_autofree char *path = fixture_sample ("兼职教师.xls");
  g_autofree char *office = g_find_program_in_path ("soffice");
  json_t *expected = load_expected ();
  gint64 rows = json_integer_value (json_object_get (expected, "parttime"));
  g_autoptr (SzImportResult) result = fixture_import (fixture, "parttime", path, FIXTURE_PLAIN);

  json_decref (expected);
  if (office != NULL)
    fixture_assert_counts (result, rows, rows, 0, 0);
  else
    fixture_assert_finding (result, "file.needs_libreoffice", 0, NULL);
}

/* Exactly the faults of expected.json: row, column, code; nothing is written. */
static void
test_bad_roster (void)
{
  g_autoptr (Fixture) fixture = fixture_new ();
  g_autofree char *path = fixture_sample ("花名册-有误.xlsx");
  g_autofree char *before = fixture_dump (fixture);
  g_autofree char *after = NULL;
  g_autoptr (SzImportResult) result = fixture_import (fixture, "people", path, FIXTURE_PLAIN);
  json_t *expected = load_expected ();
  json_t *faults = json_object_get (expected, "bad_roster");

  for (gsize i = 0; i < json_array_size (faults); i++)
    {
      json_t *fault = json_array_get (faults, i);

      fixture_assert_finding (result, json_string_value (json_object_get (fault, "code")),
                              (guint)json_integer_value (json_object_get (fault, "row")),
                              json_string_value (json_object_get (fault, "column")));
    }
  g_assert_cmpuint (sz_issue_list_errors (result->issues), ==, json_array_size (faults));
  g_assert_cmpint (result->rows, ==, 60);
  g_assert_cmpint (result->rejected, ==, (gint64)json_array_size (faults));
  g_assert_cmpint (result->inserted, ==, 0);
  g_assert_cmpint (result->batch, ==, 0);
  json_decref (expected);

  after = fixture_dump (fixture);
  g_assert_cmpstr (before, ==, after);
  /* RULE aud-1: the refused attempt is one row of the log, after the one that made the college. */
  g_assert_cmpint (fixture_count (fixture, "SELECT count(*) FROM acts"), ==, 2);
  g_assert_cmpint (fixture_count (fixture, "SELECT count(*) FROM acts WHERE refused = 1 AND "
                                           "kind = 'import.people' AND source_hash <> ''"),
                   ==, 1);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/office/import/samples/all-files", test_all_files);
  g_test_add_func ("/office/import/samples/counts-of-expected", test_counts_of_expected);
  g_test_add_func ("/office/import/samples/old-workbook", test_old_workbook);
  g_test_add_func ("/office/import/ppl-1/aud-1/bad-roster", test_bad_roster);
  return g_test_run ();
}
