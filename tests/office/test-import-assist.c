/* test-import-assist.c — what the assistant asks before an import: kind, columns, values, findings
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <unzip.h>

#include "import-fixture.h"
#include "sz-import-kinds.h"
#include "sz-import-learn.h"
#include "sz-import-look.h"
#include "sz-import-marked.h"

#define HEADINGS "工号,姓名,身份证号,部门,人员类别,政治面貌\n"

static SzImportLook *
look_at (Fixture *fixture, SzImportRequest *request)
{
  g_autoptr (GError) error = NULL;
  SzImportLook *look = sz_office_import_look (fixture->office, request, NULL, &error);

  g_assert_no_error (error);
  g_assert_nonnull (look);
  return look;
}

static SzImportResult *
run_request (Fixture *fixture, SzImportRequest *request)
{
  g_autoptr (GError) error = NULL;
  SzProgress progress = { NULL, NULL };
  SzImportResult *result = sz_office_import (fixture->office, request, progress, NULL, &error);

  g_assert_no_error (error);
  g_assert_nonnull (result);
  return result;
}

/* Every sample is known for what it is by its headings alone. */
static void
test_kind (void)
{
  static const struct
  {
    const char *file;
    const char *kind;
  } cases[] = {
    { "教职工花名册.xlsx", "people" }, { "花名册-有误.xlsx", "people" },
    { "教学工作量.xlsx", "teaching" }, { "培训授课记录.csv", "training" },
    { "岗位核准.xlsx", "post-plan" },  { "年度考核.xlsx", "assessments" },
    { "业绩点.xlsx", "awards" },       { "班主任.xlsx", "roles" },
    { "全年薪酬.xlsx", "annual-pay" },
  };
  g_autoptr (Fixture) fixture = fixture_new ();

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = fixture_sample (cases[i].file);
      SzImportRequest request = { .path = path };
      g_autoptr (SzImportLook) look = look_at (fixture, &request);

      g_test_message ("%s", cases[i].file);
      g_assert_nonnull (look->kind);
      g_assert_cmpstr (look->kind->word, ==, cases[i].kind);
      g_assert_cmpuint (look->heading_row, >, 0);
      g_assert_cmpuint (look->columns->len, >=, 4);
      g_assert_cmpuint (look->rows->len, >, look->heading_row);
      g_assert_false (look->known);
      g_assert_cmpint (look->encoding != NULL, ==, g_str_has_suffix (path, ".csv"));
    }
}

static void
test_rows (void)
{
  g_autoptr (Fixture) fixture = fixture_new ();
  g_autofree char *path
      = fixture_write (fixture, "a.csv",
                       "某技师学院花名册\n工号,姓名,,身份证号,部门,人员类别,称呼\n"
                       "1001,张三,,1,教务处,在编,\n1002,李四,,2,教务处,在编,先生\n");
  SzImportRequest request = { .path = path };
  g_autoptr (SzImportLook) look = look_at (fixture, &request);
  const SzImportLookColumn *last = g_ptr_array_index (look->columns, look->columns->len - 1);
  const SzImportLookRow *row = g_ptr_array_index (look->rows, 2);
  g_autoptr (SzImportLookRow) fourth = NULL;
  g_autoptr (SzImportLookRow) none = NULL;

  g_assert_cmpuint (look->heading_row, ==, 2);
  g_assert_cmpuint (look->columns->len, ==, 6);
  g_assert_cmpstr (last->heading, ==, "称呼");
  g_assert_cmpuint (last->column, ==, 6);
  g_assert_cmpint (last->field, ==, -1);
  g_assert_cmpstr (last->sample, ==, "先生");
  g_assert_cmpstr (look->encoding, ==, "UTF-8");
  g_assert_cmpuint (row->number, ==, 3);
  g_assert_cmpstr (row->cells[1], ==, "张三");

  fourth = sz_import_look_row (&request, 4, NULL, NULL);
  g_assert_cmpstr (fourth->cells[0], ==, "1002");
  none = sz_import_look_row (&request, 40, NULL, NULL);
  g_assert_null (none->cells[0]);
}

/* What is no kind still shows its rows, so that the user sees why. */
static void
test_no_kind (void)
{
  g_autoptr (Fixture) fixture = fixture_new ();
  g_autofree char *path = fixture_write (fixture, "a.csv", "天气,温度\n晴,30\n");
  SzImportRequest request = { .path = path };
  g_autoptr (SzImportLook) look = look_at (fixture, &request);

  g_assert_null (look->kind);
  g_assert_cmpuint (look->heading_row, ==, 0);
  g_assert_cmpuint (look->rows->len, ==, 2);
}

static void
test_known (void)
{
  g_autoptr (Fixture) fixture = fixture_new ();
  g_autofree char *people = fixture_sample ("教职工花名册.xlsx");
  g_autofree char *grades = fixture_sample ("年度考核.xlsx");
  SzImportRequest of_people = { .path = people };
  SzImportRequest of_grades = { .path = grades };
  g_autoptr (SzImportResult) result = fixture_import (fixture, "people", people, FIXTURE_PLAIN);
  g_autoptr (SzImportLook) again = look_at (fixture, &of_people);
  g_autoptr (SzImportLook) other = look_at (fixture, &of_grades);

  g_assert_cmpint (result->batch, >, 0);
  g_assert_true (again->known);
  g_assert_false (other->known);
}

/* A column that the user leaves out is read by nobody, though its heading is the official one. */
static void
test_left_out (void)
{
  g_autoptr (Fixture) fixture = fixture_new ();
  g_autofree char *id = fixture_id ("19800101", 1);
  g_autofree char *text = g_strconcat (HEADINGS "1001,张三,", id, ",教务处,在编,外星人\n", NULL);
  g_autofree char *path = fixture_write (fixture, "a.csv", text);
  g_autoptr (GHashTable) map = g_hash_table_new (g_str_hash, g_str_equal);
  SzImportRequest request = { .kind = sz_import_kind_find ("people"), .path = path, .map = map };
  g_autoptr (SzImportResult) without = run_request (fixture, &request);
  g_autoptr (SzImportResult) with = NULL;
  g_autoptr (SzImportLook) look = NULL;
  const SzImportLookColumn *last;

  fixture_assert_finding (without, "code.unknown", 2, "政治面貌");
  g_hash_table_insert (map, (gpointer) "政治面貌", (gpointer) "");
  with = run_request (fixture, &request);
  fixture_assert_counts (with, 1, 1, 0, 0);
  for (guint i = 0; i < sz_issue_list_length (with->issues); i++)
    g_assert_cmpstr (sz_issue_list_get (with->issues, i)->code, !=, "heading.unknown");

  /* Remembered. */
  request.map = NULL;
  look = look_at (fixture, &request);
  last = g_ptr_array_index (look->columns, 5);
  g_assert_cmpstr (last->heading, ==, "政治面貌");
  g_assert_cmpint (last->field, ==, -1);
}

/* RULE ppl-2: what the college means by a text is asked once. */
static void
test_learn (void)
{
  g_autoptr (Fixture) fixture = fixture_new ();
  g_autofree char *a = fixture_id ("19800101", 1);
  g_autofree char *b = fixture_id ("19800102", 2);
  g_autofree char *text = g_strconcat (HEADINGS "1001,张三,", a, ",教务处,在编,党的人\n1002,李四,",
                                       b, ",教务处,编内,党的人\n合计,2,,,,\n", NULL);
  g_autofree char *path = fixture_write (fixture, "a.csv", text);
  SzImportRequest request = { .kind = sz_import_kind_find ("people"), .path = path };
  SzProgress progress = { NULL, NULL };
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) unknown
      = sz_office_import_unknown (fixture->office, &request, progress, NULL, &error);
  g_autoptr (GPtrArray) after = NULL;
  g_autoptr (SzImportResult) result = NULL;
  const SzImportUnknown *party;
  const SzImportUnknown *employment;

  g_assert_no_error (error);
  g_assert_cmpuint (unknown->len, ==, 2);
  party = g_ptr_array_index (unknown, 0);
  g_assert_cmpstr (request.kind->fields[party->field].heading, ==, "政治面貌");
  g_assert_cmpstr (party->text, ==, "党的人");
  g_assert_cmpuint (party->count, ==, 2);
  g_assert_cmpuint (party->row, ==, 2);
  employment = g_ptr_array_index (unknown, 1);
  g_assert_cmpstr (employment->text, ==, "编内");
  g_assert_cmpuint (employment->row, ==, 3);
  {
    const SzImportMeaning wrong = { SZ_TABLE_POLITICAL, "党的人", "4711" };
    const SzImportMeaning meanings[]
        = { { SZ_TABLE_POLITICAL, "党的人",
              sz_codes_by_name (SZ_TABLE_POLITICAL, "中共党员")->code },
            { SZ_TABLE_EMPLOYMENT, " 编内", "established" } };

    g_assert_false (sz_office_import_learn (fixture->office, &wrong, 1, &error));
    g_assert_error (error, SZ_ERROR, SZ_ERROR_FORMAT);
    g_clear_error (&error);
    g_assert_true (sz_office_import_learn (fixture->office, meanings, 2, &error));
    g_assert_no_error (error);
  }
  after = sz_office_import_unknown (fixture->office, &request, progress, NULL, &error);
  g_assert_cmpuint (after->len, ==, 0);
  result = run_request (fixture, &request);
  fixture_assert_counts (result, 2, 2, 0, 0);
  g_assert_cmpint (fixture_count (fixture, "SELECT count(*) FROM person_records WHERE field = "
                                           "'employment' AND value = 'established'"),
                   ==, 2);
}

/* n rows = new + changed + unchanged + faulty, also where there are faulty ones. */
static void
test_count_sound (void)
{
  g_autoptr (Fixture) fixture = fixture_new ();
  g_autofree char *bad = fixture_sample ("花名册-有误.xlsx");
  SzImportRequest request = { .kind = sz_import_kind_find ("people"),
                              .path = bad,
                              .dry_run = TRUE,
                              .count_sound = TRUE,
                              .list_changes = TRUE };
  gint64 acts = fixture_count (fixture, "SELECT count(*) FROM acts");
  g_autoptr (SzImportResult) first = run_request (fixture, &request);

  g_assert_cmpuint (sz_issue_list_errors (first->issues), >, 0);
  g_assert_cmpint (first->rejected, >, 0);
  g_assert_cmpint (first->inserted, >, 0);
  g_assert_cmpint (first->rows, ==,
                   first->inserted + first->updated + first->unchanged + first->rejected);
  g_assert_cmpint (first->batch, ==, 0);
  g_assert_cmpint (fixture_count (fixture, "SELECT count(*) FROM people"), ==, 0);
  /* Asking is no attempt. */
  g_assert_cmpint (fixture_count (fixture, "SELECT count(*) FROM acts"), ==, acts);
}

/* One of each: new, changed, unchanged, faulty, skipped. */
static void
test_count_each (void)
{
  g_autoptr (Fixture) fixture = fixture_new ();
  g_autofree char *a = fixture_id ("19800101", 1);
  g_autofree char *b = fixture_id ("19800102", 2);
  g_autofree char *c = fixture_id ("19800103", 3);
  g_autofree char *d = fixture_id ("19800104", 4);
  g_autofree char *before = g_strconcat (HEADINGS "1001,张三,", a, ",教务处,在编,群众\n1002,李四,",
                                         b, ",教务处,在编,群众\n", NULL);
  g_autofree char *after
      = g_strconcat (HEADINGS "1001,张三,", a, ",教务处,在编,中共党员\n1002,李四,", b,
                     ",教务处,在编,群众\n1003,王五,", c, ",教务处,在编,外星人\n1004,赵六,", d,
                     ",教务处,在编,群众\n合计,4,,,,\n", NULL);
  g_autofree char *path = fixture_write (fixture, "after.csv", after);
  SzImportRequest request = { .kind = sz_import_kind_find ("people"),
                              .path = path,
                              .dry_run = TRUE,
                              .update = TRUE,
                              .count_sound = TRUE,
                              .list_changes = TRUE };
  g_autoptr (SzImportResult) result = NULL;
  const SzImportChange *change;

  fixture_import_text (fixture, "people", before);
  result = run_request (fixture, &request);
  g_assert_cmpint (result->rows, ==, 4);
  g_assert_cmpint (result->inserted, ==, 1);
  g_assert_cmpint (result->updated, ==, 1);
  g_assert_cmpint (result->unchanged, ==, 1);
  g_assert_cmpint (result->rejected, ==, 1);
  g_assert_cmpint (result->skipped, ==, 1);
  g_assert_cmpuint (result->changes->len, ==, 1);
  change = g_ptr_array_index (result->changes, 0);
  g_assert_cmpstr (change->key, ==, "1001");
  g_assert_cmpstr (change->field, ==, "政治面貌");
}

/* What is about to be written is told as it is stored: rows that are added, values old → new. */
static void
test_written (void)
{
  g_autoptr (Fixture) fixture = fixture_new ();
  g_autofree char *a = fixture_id ("19800101", 1);
  g_autofree char *b = fixture_id ("19800102", 2);
  g_autofree char *before = g_strconcat (HEADINGS "1001,张三,", a, ",教务处,在编,群众\n", NULL);
  g_autofree char *after
      = g_strconcat ("工号,姓名,身份证号,部门,人员类别,政治面貌,岗位类别,岗位等级,来校日期\n"
                     "1001,张三,",
                     a,
                     ",教务处,在编,党员,,,\n"
                     "1002,李　四,",
                     b, ",教务处,在编,党员,专技,8级,2015.9.1\n", NULL);
  g_autofree char *path = fixture_write (fixture, "after.csv", after);
  const SzImportKind *kind = sz_import_kind_find ("people");
  SzImportRequest request = { .kind = kind,
                              .path = path,
                              .dry_run = TRUE,
                              .update = TRUE,
                              .count_sound = TRUE,
                              .list_changes = TRUE };
  g_autoptr (SzImportResult) result = NULL;
  const SzImportWritten *row;
  const struct
  {
    const char *heading;
    const char *value;
  } want[]
      = { { "工号", "1002" },         { "姓名", "李四" },         { "身份证号", b },
          { "政治面貌", "中共党员" }, { "岗位等级", "专技八级" }, { "来校日期", "2015-09-01" } };

  fixture_import_text (fixture, "people", before);
  result = run_request (fixture, &request);
  fixture_assert_counts (result, 2, 1, 1, 0);
  g_assert_cmpuint (result->changes->len, ==, 1);
  g_assert_cmpuint (result->written->len, ==, 1);
  g_assert_cmpint (result->n_written, ==, 1);
  row = g_ptr_array_index (result->written, 0);
  g_assert_cmpuint (row->row, ==, 3);
  g_assert_true (row->added);
  for (gsize i = 0; i < G_N_ELEMENTS (want); i++)
    g_assert_cmpstr (row->values[sz_import_kind_field (kind, want[i].heading)], ==, want[i].value);
  /* The sheet has no such column. */
  g_assert_null (row->values[sz_import_kind_field (kind, "学历")]);
  g_assert_cmpint (fixture_count (fixture, "SELECT count(*) FROM people"), ==, 1);
}

/* A row that takes the place of another one, of a kind that has no list of changes. */
static void
test_written_again (void)
{
  g_autoptr (Fixture) fixture = fixture_new ();
  g_autofree char *a = fixture_id ("19800101", 1);
  g_autofree char *people = g_strconcat (HEADINGS "1001,张三,", a, ",教务处,在编,群众\n", NULL);
  g_autofree char *path
      = fixture_write (fixture, "awards.csv", "年度,工号,业绩点,依据\n2025年,1001,12.5,教学成果\n");
  const SzImportKind *kind = sz_import_kind_find ("awards");
  g_autoptr (SzImportResult) result = NULL;
  const SzImportWritten *row;

  fixture_import_text (fixture, "people", people);
  fixture_import_text (fixture, "awards", "年度,工号,业绩点,依据\n2025,1001,12,教学成果\n");
  result = fixture_import (fixture, "awards", path, FIXTURE_UPDATE | FIXTURE_DRY_RUN);
  fixture_assert_counts (result, 1, 0, 1, 0);
  g_assert_cmpuint (result->written->len, ==, 1);
  row = g_ptr_array_index (result->written, 0);
  g_assert_false (row->added);
  g_assert_cmpstr (row->values[sz_import_kind_field (kind, "年度")], ==, "2025");
  g_assert_cmpstr (row->values[sz_import_kind_field (kind, "业绩点")], ==, "12.50");
}

/* However long the sheet, as many are kept as one looks at, and all are counted. */
static void
test_written_bounded (void)
{
  g_autoptr (Fixture) fixture = fixture_new ();
  g_autoptr (GString) text = g_string_new ("部门,序号\n");
  g_autofree char *path = NULL;
  g_autoptr (SzImportResult) result = NULL;

  for (guint i = 1; i <= SZ_IMPORT_WRITTEN_MAX + 50; i++)
    g_string_append_printf (text, "第%u系,%u\n", i, i);
  path = fixture_write (fixture, "departments.csv", text->str);
  result = fixture_import (fixture, "departments", path, FIXTURE_DRY_RUN);
  g_assert_cmpint (result->inserted, ==, SZ_IMPORT_WRITTEN_MAX + 50);
  g_assert_cmpint (result->n_written, ==, SZ_IMPORT_WRITTEN_MAX + 50);
  g_assert_cmpuint (result->written->len, ==, SZ_IMPORT_WRITTEN_MAX);
}

static gboolean
has_red (const char *path)
{
  unzFile zip = unzOpen64 (path);
  g_autofree char *text = g_malloc0 (1 << 20);

  g_assert_nonnull (zip);
  g_assert_cmpint (unzLocateFile (zip, "xl/styles.xml", 1), ==, UNZ_OK);
  g_assert_cmpint (unzOpenCurrentFile (zip), ==, UNZ_OK);
  g_assert_cmpint (unzReadCurrentFile (zip, text, (1 << 20) - 1), >, 0);
  unzClose (zip);
  return strstr (text, "FFFFC7CE") != NULL;
}

/* The marked sheet says what is wrong beside the row, and once put right it can come back. */
static void
test_marked (void)
{
  g_autoptr (Fixture) fixture = fixture_new ();
  g_autofree char *a = fixture_id ("19800101", 1);
  g_autofree char *b = fixture_id ("19800102", 2);
  g_autofree char *text
      = g_strconcat ("花名册,,,,,\n" HEADINGS "1001,张三,", a, ",教务处,在编,外星人\n1002,李四,", b,
                     ",教务处,在编,\n", NULL);
  g_autofree char *path = fixture_write (fixture, "a.csv", text);
  g_autofree char *marked = g_build_filename (fixture->folder, "marked.xlsx", NULL);
  g_autofree char *clean = g_build_filename (fixture->folder, "clean.xlsx", NULL);
  SzImportRequest request = { .kind = sz_import_kind_find ("people"), .path = path };
  SzProgress progress = { NULL, NULL };
  g_autoptr (GError) error = NULL;
  g_autoptr (SzImportResult) result = run_request (fixture, &request);
  g_autoptr (SzImportLook) look = NULL;
  g_autoptr (SzImportResult) sound = NULL;
  const SzImportLookRow *first;
  const SzImportLookRow *second;
  SzImportRequest again = { .path = marked };

  g_assert_true (sz_import_write_marked (&request, result, marked, progress, NULL, &error));
  g_assert_no_error (error);
  g_assert_true (has_red (marked));
  look = look_at (fixture, &again);
  g_assert_cmpstr (look->kind->word, ==, "people");
  first = g_ptr_array_index (look->rows, look->rows->len - 2);
  second = g_ptr_array_index (look->rows, look->rows->len - 1);
  g_assert_cmpuint (g_strv_length (first->cells), ==, 8);
  g_assert_cmpstr (first->cells[0], ==, "1001");
  g_assert_cmpstr (first->cells[2], ==, a);
  g_assert_cmpstr (first->cells[6], ==, "3");
  g_assert_nonnull (strstr (first->cells[7], "外星人"));
  g_assert_cmpstr (second->cells[0], ==, "1002");
  g_assert_cmpstr (second->cells[6], ==, "4");

  /* A sheet without a finding has no red cell. */
  g_free (path);
  path = fixture_write (fixture, "b.csv", HEADINGS);
  request.path = path;
  sound = run_request (fixture, &request);
  g_assert_true (sz_import_write_marked (&request, sound, clean, progress, NULL, &error));
  g_assert_false (has_red (clean));
}

static void
test_marked_cancelled (void)
{
  g_autoptr (Fixture) fixture = fixture_new ();
  g_autofree char *path = fixture_sample ("花名册-有误.xlsx");
  g_autofree char *marked = g_build_filename (fixture->folder, "marked.xlsx", NULL);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  SzImportRequest request = { .kind = sz_import_kind_find ("people"), .path = path };
  SzProgress progress = { NULL, NULL };
  g_autoptr (GError) error = NULL;
  g_autoptr (SzImportResult) result = run_request (fixture, &request);

  g_cancellable_cancel (cancellable);
  g_assert_false (sz_import_write_marked (&request, result, marked, progress, cancellable, &error));
  g_assert_error (error, SZ_ERROR, SZ_ERROR_CANCELLED);
  g_assert_false (g_file_test (marked, G_FILE_TEST_EXISTS));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/office/import/assist/kind", test_kind);
  g_test_add_func ("/office/import/assist/rows", test_rows);
  g_test_add_func ("/office/import/assist/no-kind", test_no_kind);
  g_test_add_func ("/office/import/assist/known", test_known);
  g_test_add_func ("/office/import/assist/left-out", test_left_out);
  g_test_add_func ("/office/import/assist/ppl-2/learn", test_learn);
  g_test_add_func ("/office/import/assist/count-sound", test_count_sound);
  g_test_add_func ("/office/import/assist/count-each", test_count_each);
  g_test_add_func ("/office/import/assist/written", test_written);
  g_test_add_func ("/office/import/assist/written-again", test_written_again);
  g_test_add_func ("/office/import/assist/written-bounded", test_written_bounded);
  g_test_add_func ("/office/import/assist/marked", test_marked);
  g_test_add_func ("/office/import/assist/marked-cancelled", test_marked_cancelled);
  return g_test_run ();
}
