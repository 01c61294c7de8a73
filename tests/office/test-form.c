/* test-form.c — the printed forms: columns, order, sums, the trace of an export (handbook §13)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "college-small.h"
#include "sz-form-make.h"
#include "sz-form.h"
#include "sz-paper-private.h"
#include "sz-money.h"
#include "sz-pay-act.h"

#include <string.h>

static const SzFormParams params = { .year = 2025, .run = 0, .on = 20251231 };

/* The form as CSV: lines of fields, none of which holds a comma in quotes here but amounts. */
static GPtrArray *
export_lines (Fixture *fixture, const char *id)
{
  g_autofree char *path = g_build_filename (fixture->folder, "form.csv", NULL);
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;
  g_auto (GStrv) lines = NULL;
  GPtrArray *rows = g_ptr_array_new_with_free_func ((GDestroyNotify)g_strfreev);

  g_assert_true (sz_form_export (fixture->office,
                                 &(SzFormExport){ .id = id, .params = params, .path = path },
                                 &error));
  g_assert_no_error (error);
  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  g_assert_true (g_str_has_prefix (text, "\xef\xbb\xbf"));
  lines = g_strsplit (text + 3, "\r\n", -1);
  for (guint i = 0; lines[i] != NULL && *lines[i] != '\0'; i++)
    g_ptr_array_add (rows, g_strsplit (lines[i], ",", -1));
  return rows;
}

static guint
find_line (const GPtrArray *rows, const char *field)
{
  for (guint i = 0; i < rows->len; i++)
    if (g_strv_contains ((const char *const *)g_ptr_array_index (rows, i), field))
      return i;
  return G_MAXUINT;
}

static guint
find_column (const GPtrArray *rows, const char *heading)
{
  guint line = find_line (rows, heading);
  const char *const *fields = line != G_MAXUINT ? g_ptr_array_index (rows, line) : NULL;

  for (guint c = 0; fields != NULL && fields[c] != NULL; c++)
    if (g_str_equal (fields[c], heading))
      return c;
  return G_MAXUINT;
}

static void
assert_no_heading (const GPtrArray *rows, const char *heading)
{
  g_assert_cmpuint (find_column (rows, heading), ==, G_MAXUINT);
}

static const char *
get_cell (const GPtrArray *rows, const char *key, const char *heading)
{
  guint line = find_line (rows, key);
  guint column = find_column (rows, heading);

  g_assert_cmpuint (line, !=, G_MAXUINT);
  g_assert_cmpuint (column, !=, G_MAXUINT);
  return ((const char *const *)g_ptr_array_index (rows, line))[column];
}

static const char scheme[]
    = "{\"name\": \"方案\", \"period\": {\"from\": \"2025-01-01\", \"to\": \"2025-12-31\"},"
      " \"pool\": \"100000.00\", \"reserve_ratio\": \"0.01\","
      " \"fixed\": [{\"name\": \"班主任津贴\", \"role\": \"班主任\", \"amount\": \"1200.00\"}],"
      " \"components\": ["
      "  {\"name\": \"优秀\", \"ratio\": \"0.1000\", \"factors\": [\"award\"]},"
      "  {\"name\": \"常规\", \"ratio\": \"rest\", \"factors\": [\"post\", \"assessment\","
      "   \"months\"]}],"
      " \"coefficients\": {\"post\": {\"正高级\": \"1.3\", \"中级\": \"1.1\", \"初级\": \"1.0\"},"
      "  \"assessment\": {\"优秀\": \"1.1\", \"合格\": \"1.0\", \"基本合格\": \"0.6\"}}%s}";

static void
compute (Fixture *fixture, const char *further)
{
  g_autofree char *text = g_strdup (scheme);
  g_autoptr (GString) made = g_string_new (text);
  g_autofree char *path = NULL;
  g_autoptr (SzIssueList) issues = sz_issue_list_new ();
  g_autoptr (SzPayView) view = NULL;
  g_autoptr (GError) error = NULL;

  g_string_replace (made, "%s", further, 1);
  path = fixture_write (fixture, "scheme.json", made->str);
  view = sz_office_pay_compute (fixture->office, path, SZ_PAY_STORE, issues,
                                (SzProgress){ NULL, NULL }, NULL, &error);
  g_assert_no_error (error);
}

static void
fill (Fixture *fixture)
{
  fixture_import_text (fixture, "departments", "部门,序号\n信息系,1\n机械系,2\n");
  small_import_handbook (fixture);
  fixture_import_text (fixture, "roles",
                       "年度,工号,角色,起,止\n2025,P2,班主任,2025-01-01,2025-06-30\n");
  fixture_import_text (fixture, "awards",
                       "年度,工号,业绩点,依据\n2025,P1,12.50,竞赛\n2025,P4,7.50,竞赛\n");
  fixture_import_text (fixture, "teaching",
                       "年度,工号,姓名,课程,班级,人数,计划课时,课程类型,重复班\n"
                       "2025,P1,曾国强,数学,1班,46,72,理论,否\n"
                       "2025,P1,曾国强,数学,2班,38,72,理论,是\n"
                       "2025,P3,吕明,语文,1班,38,500,理论,否\n");
}

static gboolean
is_listed (const GPtrArray *forms, const char *id)
{
  for (guint i = 0; i < forms->len; i++)
    if (g_str_equal (((const SzForm *)g_ptr_array_index (forms, i))->id, id))
      return TRUE;
  return FALSE;
}

static void
test_list (void)
{
  static const char *const of_year[] = { "roster", "F16", "F19", "F20", "F24", "F26", "slips" };
  g_autoptr (Fixture) fixture = fixture_new ();
  g_autoptr (GPtrArray) none = sz_form_list (fixture->office, NULL);
  g_autoptr (GPtrArray) some = NULL;
  g_autoptr (GPtrArray) all = NULL;

  g_assert_false (is_listed (none, "roster") || is_listed (none, "F20"));
  small_import_handbook (fixture);
  some = sz_form_list (fixture->office, NULL);
  g_assert_true (is_listed (some, "F16") && is_listed (some, "F33"));
  g_assert_false (is_listed (some, "F20") || is_listed (some, "F24"));
  g_assert_cmpstr (((const SzForm *)g_ptr_array_index (some, 0))->id, ==, "roster");
  fixture_import_text (fixture, "awards", "年度,工号,业绩点,依据\n2025,P1,12.50,竞赛\n");
  fixture_import_text (fixture, "teaching",
                       "年度,工号,姓名,课程,班级,人数,计划课时,课程类型\n"
                       "2025,P1,曾国强,数学,1班,46,72,理论\n");
  compute (fixture, "");
  all = sz_form_list (fixture->office, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (of_year); i++)
    g_assert_true (is_listed (all, of_year[i]));
}

/* Two characters with a full-width blank between, months with a point, nothing that nobody has. */
static void
test_roster (void)
{
  g_autoptr (Fixture) fixture = fixture_new ();
  g_autoptr (GPtrArray) rows = NULL;
  static const char *const order[] = { "P8", "P4", "P3", "P1", "P6", "P5", "P2" };
  guint first;

  fill (fixture);
  rows = export_lines (fixture, "roster");
  g_assert_cmpstr (get_cell (rows, "P2", "姓名"), ==, "单　丽");
  g_assert_cmpstr (get_cell (rows, "P4", "姓名"), ==, "尉迟远");
  g_assert_cmpstr (get_cell (rows, "P1", "出生年月"), ==, "1960.03");
  g_assert_cmpstr (get_cell (rows, "P3", "来校年月"), ==, "2025.06");
  g_assert_cmpstr (get_cell (rows, "P1", "岗位等级"), ==, "专技四级");
  assert_no_heading (rows, "毕业院校");
  assert_no_heading (rows, "学历");
  assert_no_heading (rows, "职称");
  g_assert_cmpuint (find_line (rows, "P7"), ==, G_MAXUINT); /* left in 2024 */
  first = find_line (rows, order[0]);
  for (guint i = 0; i < G_N_ELEMENTS (order); i++)
    g_assert_cmpuint (find_line (rows, order[i]), ==, first + i);
}

static SzMoney
read_amount (const char *text)
{
  g_autofree char *bare = g_strdup (text);
  SzMoney amount_fen = 0;

  g_strdelimit (bare, "\"", ' ');
  g_assert_true (sz_money_parse (g_strstrip (bare), &amount_fen, NULL));
  return amount_fen;
}

/* RULE num-5: the printed total is the pool less the reserve. */
static void
test_f19 (void)
{
  g_autoptr (Fixture) fixture = fixture_new ();
  g_autoptr (GPtrArray) rows = NULL;

  fill (fixture);
  compute (fixture, "");
  rows = export_lines (fixture, "F19");
  g_assert_cmpuint (find_line (rows, "信息系"), <, find_line (rows, "机械系"));
  assert_no_heading (rows, "封顶调节");
  g_assert_cmpstr (get_cell (rows, "信息系", "人数"), ==, "2");
  g_assert_cmpint (read_amount (get_cell (rows, "信息系", "合计"))
                       + read_amount (get_cell (rows, "机械系", "合计")),
                   ==, 9900000);
  g_assert_cmpint (read_amount (get_cell (rows, "机械系", "班主任津贴")), ==, 60000);
}

static void
test_f20 (void)
{
  g_autoptr (Fixture) fixture = fixture_new ();
  g_autoptr (GPtrArray) rows = NULL;
  static const char *const order[] = { "P4", "P3", "P1", "P2" };
  SzMoney total_fen = 0;
  SzMoney moved_fen = 0;

  fill (fixture);
  compute (fixture, ", \"ceiling\": {\"multiple_of_mean\": \"1.2\"}");
  rows = export_lines (fixture, "f20");
  for (guint i = 0; i < G_N_ELEMENTS (order); i++)
    {
      g_assert_cmpuint (find_line (rows, order[i]), ==, find_line (rows, order[0]) + i);
      total_fen += read_amount (get_cell (rows, order[i], "应发"));
      moved_fen += read_amount (get_cell (rows, order[i], "封顶调节"));
    }
  g_assert_cmpint (total_fen, ==, 9900000);
  g_assert_cmpint (moved_fen, ==, 0);
  g_assert_cmpint (read_amount (get_cell (rows, "P1", "应发")), ==, 2970000);
  g_assert_cmpstr (get_cell (rows, "P1", "岗位系数"), ==, "1.3000");
  g_assert_cmpstr (get_cell (rows, "P1", "考核系数"), ==, "1.1000");
  g_assert_cmpstr (get_cell (rows, "P3", "月数"), ==, "7");
  assert_no_heading (rows, "扣税");
  assert_no_heading (rows, "工作量系数");
  g_assert_cmpuint (find_line (rows, "P5"), ==, G_MAXUINT);
}

static void
test_f24 (void)
{
  g_autoptr (Fixture) fixture = fixture_new ();
  g_autoptr (GPtrArray) rows = NULL;

  fill (fixture);
  rows = export_lines (fixture, "F24");
  assert_no_heading (rows, "学期");
  g_assert_cmpuint (find_line (rows, "P3"), <, find_line (rows, "P1"));
  g_assert_cmpstr (get_cell (rows, "P1", "标准课时"), ==, "79.20"); /* wrk-1 */
  g_assert_cmpstr (get_cell (rows, "P1", "K1规模"), ==, "1.1000");
  g_assert_cmpstr (get_cell (rows, "2班", "K2重复"), ==, "0.9000");
  g_assert_cmpstr (get_cell (rows, "2班", "标准课时"), ==, "64.80");
}

static void
test_f26 (void)
{
  g_autoptr (Fixture) fixture = fixture_new ();
  g_autoptr (GPtrArray) rows = NULL;

  fill (fixture);
  rows = export_lines (fixture, "F26");
  /* entered in June: 六、七、九至十二月, six tenths of 400 */
  g_assert_cmpstr (get_cell (rows, "P3", "额定课时"), ==, "240.00");
  g_assert_cmpstr (get_cell (rows, "P3", "超/欠"), ==, "260.00");
  g_assert_cmpint (read_amount (get_cell (rows, "P3", "金额")), ==, 1690000);
  g_assert_cmpstr (get_cell (rows, "P1", "超/欠"), ==, "-256.00");
  g_assert_cmpint (read_amount (get_cell (rows, "P1", "金额")), ==, 0);
  assert_no_heading (rows, "职称");
  assert_no_heading (rows, "超出（付课酬）");
}

/* Summed columns are as wide as their widest number, and the column to sign in says so. */
static void
test_f20_widths (void)
{
  g_autoptr (Fixture) fixture = fixture_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (SzPaper) paper = NULL;
  const SzPaperTable *table = NULL;
  guint narrow = 0;

  fill (fixture);
  compute (fixture, "");
  paper = sz_form_make (fixture->office, "F20", &params, NULL, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < paper->blocks->len; i++)
    {
      const SzPaperBlock *block = g_ptr_array_index (paper->blocks, i);

      table = block->table != NULL ? block->table : table;
    }
  for (guint c = 0; c < table->n_columns; c++)
    {
      const SzPaperColumn *column = &table->columns[c];

      g_assert_true (column->signs == g_str_equal (column->heading, "领取人签字"));
      if (g_str_equal (column->heading, "应发"))
        g_assert_cmpfloat (column->width, >=, strlen ("99,000.00"));
      narrow += column->kind == SZ_COLUMN_AMOUNT && column->width < 12;
    }
  g_assert_cmpuint (narrow, ==, 5);
}

/* RULE num-5: F24 has a 小计 a teacher and one a department. */
static void
test_f24_groups (void)
{
  g_autoptr (Fixture) fixture = fixture_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (SzPaper) paper = NULL;
  const SzPaperTable *table = NULL;
  g_autoptr (GString) groups = g_string_new (NULL);
  const char *group = NULL;
  SzValue values[32] = { 0 };

  fill (fixture);
  paper = sz_form_make (fixture->office, "F24", &params, NULL, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < paper->blocks->len; i++)
    {
      const SzPaperBlock *block = g_ptr_array_index (paper->blocks, i);

      table = block->table != NULL ? block->table : table;
    }
  g_assert_true (table->options.group_subtotals);
  g_assert_true (table->source->reset (table->self, &error));
  while (table->source->next (table->self, values, &group, &error))
    g_string_append_printf (groups, "%s|", group);
  g_assert_cmpstr (groups->str, ==, "信息系\037P3|机械系\037P1|机械系\037P1|");
}

/* RULE aud-1: an export is an act; one that fails is none and leaves no file. */
static void
test_trace (void)
{
  static const struct
  {
    const char *form;
    const char *file;
    SzErrorRemedy remedy;
    const char *code;
  } cases[] = {
    { "F99", "a.xlsx", SZ_ERROR_REFUSED, "form.unknown" },
    { "F20", "a.docx", SZ_ERROR_FORMAT, "form.type_unknown" },
    { "F20", "a.pdf", SZ_ERROR_REFUSED, "form.no_data" },
    { "F24", "a.csv", SZ_ERROR_REFUSED, "form.no_data" },
    { "roster", "missing/a.csv", SZ_ERROR_IO, "file.unwritable" },
  };
  static const char *const sql = "SELECT COUNT(*) FROM acts WHERE kind = 'export.form'";
  g_autoptr (Fixture) fixture = fixture_new ();
  g_autoptr (GPtrArray) rows = NULL;

  small_import_handbook (fixture);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_build_filename (fixture->folder, cases[i].file, NULL);
      g_autoptr (GError) error = NULL;
      g_autofree char *code = NULL;

      g_test_message ("%s %s", cases[i].form, cases[i].file);
      g_assert_false (
          sz_form_export (fixture->office,
                          &(SzFormExport){ .id = cases[i].form, .params = params, .path = path },
                          &error));
      g_assert_error (error, SZ_ERROR, (int)cases[i].remedy);
      code = sz_error_dup_code (error);
      g_assert_cmpstr (code, ==, cases[i].code);
      g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
    }
  g_assert_cmpint (fixture_count (fixture, sql), ==, 0);
  rows = export_lines (fixture, "roster");
  g_assert_cmpuint (rows->len, >, 1);
  g_assert_cmpint (fixture_count (fixture, sql), ==, 1);
}

/* A year of which nothing is known is named as that, not by a parameter that it lacks as well. */
static void
test_no_year (void)
{
  static const char *const forms[] = { "F16", "F24", "F26" };
  const SzFormParams early = { .year = 1999, .on = 20251231 };
  g_autoptr (Fixture) fixture = fixture_new ();

  fill (fixture);
  for (gsize i = 0; i < G_N_ELEMENTS (forms); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *code = NULL;
      g_auto (GStrv) args = NULL;
      g_autoptr (SzPaper) none = sz_form_make (fixture->office, forms[i], &early, NULL, &error);

      g_assert_null (none);
      g_assert_error (error, SZ_ERROR, SZ_ERROR_REFUSED);
      code = sz_error_dup_code (error);
      g_assert_cmpstr (code, ==, "form.no_year");
      args = sz_error_dup_args (error);
      g_assert_true (g_strv_contains ((const char *const *)args, "year=1999"));
    }
}

/* All three kinds of file come out of every form. */
static void
test_files (void)
{
  static const char *const forms[] = { "roster", "F19", "F20", "F24", "F26" };
  static const char *const types[] = { "xlsx", "pdf", "csv" };
  g_autoptr (Fixture) fixture = fixture_new ();

  fill (fixture);
  compute (fixture, "");
  for (gsize i = 0; i < G_N_ELEMENTS (forms); i++)
    for (gsize j = 0; j < G_N_ELEMENTS (types); j++)
      {
        g_autofree char *name = g_strconcat (forms[i], ".", types[j], NULL);
        g_autofree char *path = g_build_filename (fixture->folder, name, NULL);
        g_autoptr (GError) error = NULL;

        g_assert_true (
            sz_form_export (fixture->office,
                            &(SzFormExport){ .id = forms[i], .params = params, .path = path },
                            &error));
        g_assert_no_error (error);
        g_assert_true (g_file_test (path, G_FILE_TEST_IS_REGULAR));
      }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/office/form/list", test_list);
  g_test_add_func ("/office/form/ppl-5/roster", test_roster);
  g_test_add_func ("/office/form/num-5/f19", test_f19);
  g_test_add_func ("/office/form/pay-9/f20", test_f20);
  g_test_add_func ("/office/form/f20-widths", test_f20_widths);
  g_test_add_func ("/office/form/wrk-1/f24", test_f24);
  g_test_add_func ("/office/form/num-5/f24-groups", test_f24_groups);
  g_test_add_func ("/office/form/wrk-5/f26", test_f26);
  g_test_add_func ("/office/form/aud-1/trace", test_trace);
  g_test_add_func ("/office/form/no-year", test_no_year);
  g_test_add_func ("/office/form/files", test_files);
  return g_test_run ();
}
