/* test-untidy.c — sheets as people and programs leave them: what is wrong is named by row, what is
 * meant is read (one test an input of tests/samples/untidy)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <string.h>

#include "import-fixture.h"

typedef enum
{
  EMPTY,
  FIVE, /* 1001 … 1005, 机械系 and 电气系 in turn */
  ONE,  /* 1, 甲一 */
} College;

/* A finding, or what a SELECT gives; code NULL: no finding at all. */
typedef struct
{
  const char *file;
  const char *kind;
  College college;
  const char *code;
  guint row;
  gint64 inserted;
  const char *sql;
  const char *stored;
} Case;

/* clang-format off */
static const Case cases[] = {
  { "D06-未引千分位.csv", "annual-pay", FIVE, "row.too_long", 2, 0, NULL, NULL },
  { "D06b-备注逗号.csv", "people", EMPTY, "row.too_long", 2, 0, NULL, NULL },
  { "A17-前导零.xlsx", "people", EMPTY, NULL, 0, 3, "SELECT group_concat (staff_no, ' ') FROM (SELECT staff_no FROM people ORDER BY staff_no)", "0007 0012 0345" },
  { "H05-前缀工号.xlsx", "people", EMPTY, NULL, 0, 1, "SELECT staff_no FROM people", "JX0012" },
  { "H06-补零考核.xlsx", "assessments", FIVE, "staff_no.unknown", 2, 0, NULL, NULL },
  { "H02-万元格式.xlsx", "annual-pay", FIVE, "money.unit", 2, 0, NULL, NULL },
  { "H01-百分号格式.xlsx", "factors", FIVE, NULL, 0, 2, "SELECT min (value_x1e4) || ' ' || max (value_x1e4) FROM factors", "9550 9550" },
  { "H41-每系一表.xlsx", "people", EMPTY, "sheets.other", 0, 1, NULL, NULL },
  { "D24-两年.xlsx", "assessments", FIVE, "sheets.other", 0, 1, NULL, NULL },
  { "H42-活动表.xlsx", "assessments", FIVE, "sheets.other", 0, 1, "SELECT year FROM assessments", "2025" },
  { "D02-部门换行.xlsx", "people", EMPTY, NULL, 0, 3, "SELECT group_concat (name, ' ') FROM departments", "机电工程系" },
  { "B06-部门括号.xlsx", "people", EMPTY, "department.alike", 7, 6, NULL, NULL },
  { "D01-康熙部首.xlsx", "people", EMPTY, NULL, 0, 2, "SELECT (SELECT group_concat (name, ' ') FROM departments) || ' ' || min (name) || ' ' || max (name) FROM people", "木工系 高山 高山" },
  { "F09-部门负责人.csv", "roles", FIVE, NULL, 0, 2, NULL, NULL },
  { "F09b-负责人.csv", "roles", FIVE, NULL, 0, 2, NULL, NULL },
  { "F10-示例工厂.csv", "training", FIVE, NULL, 0, 2, NULL, NULL },
  { "D09-长工号.xlsx", "people", EMPTY, "staff_no.damaged", 2, 0, NULL, NULL },
  { "D05-等号工号.csv", "people", EMPTY, NULL, 0, 1, "SELECT staff_no FROM people", "02001" },
  { "D05b-撇号工号.csv", "people", EMPTY, NULL, 0, 1, "SELECT staff_no FROM people", "02001" },
  { "D05c-制表工号.csv", "people", EMPTY, NULL, 0, 2, "SELECT min (staff_no) || ' ' || max (staff_no) FROM people", "2001 2002" },
  { "F18-银行卡文本.csv", "people", EMPTY, "account.damaged", 2, 0, NULL, NULL },
  { "F18b-银行卡.csv", "people", EMPTY, "account.damaged", 3, 0, NULL, NULL },
  { "D08-银行卡.xlsx", "people", EMPTY, "account.damaged", 2, 0, NULL, NULL },
  { "D08-银行卡.xlsx", "people", EMPTY, "account.damaged", 3, 0, NULL, NULL },
  { "H29-同卡.csv", "people", EMPTY, "account.shared", 3, 2, NULL, NULL },
  { "D03-替换符.csv", "people", EMPTY, "name.damaged", 2, 1, NULL, NULL },
  { "D04-私用区.csv", "people", EMPTY, "name.damaged", 3, 2, NULL, NULL },
  { "D04-私用区.csv", "people", EMPTY, "name.damaged", 2, 2, NULL, NULL },
  { "B07-生僻字.xlsx", "people", EMPTY, "name.damaged", 6, 7, NULL, NULL },
  { "B07-生僻字.xlsx", "people", EMPTY, "name.damaged", 5, 7, NULL, NULL },
  { "D14-节次日期.xlsx", "training", FIVE, "time.period_unknown", 2, 2, NULL, NULL },
  { "D16-节次钟点.xlsx", "training", FIVE, "time.clash", 3, 0, NULL, NULL },
  { "D18c-重叠协议.csv", "parttime", EMPTY, "parttime.overlap", 3, 2, NULL, NULL },
  { "D18d-同证异名.csv", "parttime", EMPTY, "parttime.other_name", 3, 2, NULL, NULL },
  { "D18e-本校人员.csv", "parttime", FIVE, "parttime.own_staff", 2, 1, NULL, NULL },
  { "F16-超额协议.csv", "parttime", FIVE, "quota.exceeded", 4, 3, NULL, NULL },
  { "D17-不合理日期.csv", "people", EMPTY, "date.under_age", 3, 0, NULL, NULL },
  { "D17-不合理日期.csv", "people", EMPTY, "date.before_birth", 2, 0, NULL, NULL },
  { "D17-不合理日期.csv", "people", EMPTY, "date.order", 4, 0, NULL, NULL },
  { "D17b-来校早于出生.csv", "people", EMPTY, "date.before_birth", 2, 1, NULL, NULL },
  { "D17c-来校未来.csv", "people", EMPTY, "date.future", 2, 1, NULL, NULL },
  { "F15-课时过大.csv", "teaching", FIVE, "figure.implausible", 3, 2, NULL, NULL },
  { "H40-拖拽年度.csv", "assessments", FIVE, "year.future", 4, 5, NULL, NULL },
  { "H20-合并业绩点.xlsx", "awards", FIVE, "figure.merged", 2, 3, NULL, NULL },
  { "H20b-合班.xlsx", "teaching", FIVE, "figure.merged", 2, 2, NULL, NULL },
  { "H20c-合并金额.xlsx", "advances", FIVE, "figure.merged", 2, 2, NULL, NULL },
  { "G03-合计不符.csv", "annual-pay", FIVE, "total.mismatch", 4, 2, NULL, NULL },
  { "G01-无表头列.xlsx", "annual-pay", FIVE, "column.unnamed", 2, 2, NULL, NULL },
  { "F08-双栏.xlsx", "assessments", FIVE, "sheet.two_lists", 1, 0, NULL, NULL },
  { "F11-十月出生.xlsx", "people", EMPTY, "date.ambiguous", 2, 4, NULL, NULL },
  { "A23-汇总行.xlsx", "annual-pay", FIVE, NULL, 0, 5, NULL, NULL },
  { "A24-分类汇总.xlsx", "annual-pay", FIVE, "heading.unknown", 1, 2, NULL, NULL },
  { "A09b-样式缺失.xlsx", "people", EMPTY, NULL, 0, 3, NULL, NULL },
  { "A11-布尔.xlsx", "people", EMPTY, NULL, 0, 3, "SELECT group_concat (value, ' ') FROM (SELECT value FROM person_records WHERE field = 'full_time' ORDER BY person_id)", "1 1 0" },
  { "A12-ISO日期.xlsx", "people", EMPTY, "date.invalid", 4, 0, NULL, NULL },
  { "B03-空格姓名.xlsx", "people", EMPTY, NULL, 0, 6, "SELECT count (*) FROM people WHERE name = 'John Smith'", "1" },
  { "C16-工号复用.csv", "people", ONE, "staff_no.reused", 2, 0, NULL, NULL },
};
/* clang-format on */

static Fixture *
make_college (College college)
{
  static const char *const names[] = { "甲某", "乙某", "丙某", "丁某", "戊某" };
  Fixture *fixture = fixture_new ();
  g_autoptr (GString) people = g_string_new ("工号,姓名,身份证号,部门,人员类别,来校日期\n");

  for (int i = 0; college == FIVE && i < 5; i++)
    {
      g_autofree char *id = fixture_id ("19850312", 901 + i);

      g_string_append_printf (people, "%d,%s,%s,%s,在编,2010-07-01\n", 1001 + i, names[i], id,
                              i % 2 == 0 ? "机械系" : "电气系");
    }
  if (college == ONE)
    g_string_append (people, "1,甲一,370102198503120011,机械系,在编,2012-09-01\n");
  if (college != EMPTY)
    fixture_import_text (fixture, "people", people->str);
  return fixture;
}

static char *
get_input (const char *name)
{
  return g_build_filename (g_getenv ("SHIZI_SOURCE_ROOT"), "tests", "samples", "untidy", name,
                           NULL);
}

static gboolean
has_finding (const SzImportResult *result, const char *code, guint row)
{
  for (guint i = 0; i < sz_issue_list_length (result->issues); i++)
    {
      const SzIssue *issue = sz_issue_list_get (result->issues, i);

      if (g_str_equal (issue->code, code) && issue->row == row)
        return TRUE;
    }
  return FALSE;
}

static void
test_input (gconstpointer data)
{
  const Case *input = data;
  g_autoptr (Fixture) fixture = make_college (input->college);
  g_autofree char *path = get_input (input->file);
  g_autoptr (SzImportResult) result
      = fixture_import (fixture, input->kind, path,
                        input->college == ONE ? FIXTURE_UPDATE : FIXTURE_PLAIN);

  fixture_print (result);
  g_assert_cmpint (result->inserted, ==, input->inserted);
  if (input->code == NULL)
    g_assert_cmpuint (sz_issue_list_errors (result->issues), ==, 0);
  else
    g_assert_true (has_finding (result, input->code, input->row));
  if (input->sql != NULL)
    {
      g_autofree char *stored = fixture_text (fixture, input->sql);

      g_assert_cmpstr (stored, ==, input->stored);
    }
}

/* Somebody who left comes back to another department: it holds from the day of return. */
static void
test_return (void)
{
  g_autoptr (Fixture) fixture = make_college (EMPTY);
  g_autofree char *before = get_input ("F06-a.csv");
  g_autofree char *after = get_input ("F06-返校换部门.csv");
  g_autoptr (SzImportResult) first = fixture_import (fixture, "people", before, FIXTURE_PLAIN);
  g_autoptr (SzImportResult) second = fixture_import (fixture, "people", after, FIXTURE_UPDATE);
  g_autofree char *department = NULL;

  fixture_assert_counts (second, 1, 0, 1, 0);
  department = fixture_text (fixture, "SELECT value || from_date FROM person_records WHERE field = "
                                      "'department' ORDER BY from_date DESC LIMIT 1");
  g_assert_cmpstr (department, ==, "电气系2025-10-08");
  g_assert_cmpint (fixture_count (fixture, "SELECT count (*) FROM services"), ==, 2);
}

/* Dots of any kind in a name beside a staff number are no other name. */
static void
test_dots (void)
{
  g_autoptr (Fixture) fixture = make_college (EMPTY);
  g_autofree char *people = get_input ("B01-间隔号.xlsx");
  g_autofree char *grades = get_input ("B02-间隔号考核.csv");
  g_autoptr (SzImportResult) first = fixture_import (fixture, "people", people, FIXTURE_PLAIN);
  g_autoptr (SzImportResult) second
      = fixture_import (fixture, "assessments", grades, FIXTURE_PLAIN);

  for (guint row = 2; row < 10; row++)
    g_assert_false (has_finding (second, "name.mismatch", row));
  g_assert_cmpint (second->inserted, >, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *number = g_strndup (cases[i].file, strcspn (cases[i].file, "-"));
      g_autofree char *path = g_strdup_printf ("/office/untidy/%s-%u", number, cases[i].row);

      g_test_add_data_func (path, &cases[i], test_input);
    }
  g_test_add_func ("/office/untidy/F06", test_return);
  g_test_add_func ("/office/untidy/B02", test_dots);
  return g_test_run ();
}
