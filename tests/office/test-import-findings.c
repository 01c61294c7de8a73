/* test-import-findings.c — every finding of an import at least once, in its row and column
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "import-fixture.h"
#include "sz-import-kinds.h"

#define ID_A "11010519491231002X"
#define ID_B "440524188001010014"
#define ID_C "34052419800101001X"

#define PEOPLE "工号,姓名,身份证号,部门,人员类别,来校日期\n"
#define TEACHING "年度,学期,工号,姓名,课程,班级,人数,计划课时,课程类型\n"
#define TRAINING "项目编号,项目名称,项目类别,班次,日期,节次,工号,课程类型,人数,课时\n"
#define TWO_PEOPLE                                                                                 \
  PEOPLE "1001,张三," ID_A ",教务处,在编,2001-09-01\n"                                        \
         "1002,李四," ID_B ",教务处,在编,2001-09-01\n"

typedef struct
{
  const char *path;
  const char *kind;
  const char *text;
  const char *code;
  guint row;
  const char *column;
} Case;

static const Case people_cases[] = {
  { "/office/import/findings/required.missing", "people",
    PEOPLE "1001,," ID_A ",教务处,在编,2001-09-01\n", "required.missing", 2, "姓名" },
  { "/office/import/findings/cell-blank-is-missing", "people",
    PEOPLE "1001,张三," ID_A ",\xe3\x80\x80 ,在编,2001-09-01\n", "required.missing", 2, "部门" },
  { "/office/import/ppl-1/checksum", "people",
    PEOPLE "1001,张三,110105194912310021,教务处,在编,2001-09-01\n", "idcard.checksum", 2,
    "身份证号" },
  { "/office/import/ppl-1/birthdate", "people",
    PEOPLE "1001,张三,110105194902310021,教务处,在编,2001-09-01\n", "idcard.birthdate", 2,
    "身份证号" },
  { "/office/import/ppl-1/damaged-zeros", "people",
    PEOPLE "1001,张三,110105194912310000,教务处,在编,2001-09-01\n", "idcard.damaged", 2,
    "身份证号" },
  { "/office/import/ppl-1/duplicate", "people",
    PEOPLE "1001,张三," ID_A ",教务处,在编,2001-09-01\n1002,李四," ID_A ",教务处,在编,2001-09-01\n",
    "idcard.duplicate", 3, "身份证号" },
  { "/office/import/ppl-1/staff-no-duplicate", "people",
    PEOPLE "1001,张三," ID_A ",教务处,在编,2001-09-01\n1001,李四," ID_B ",教务处,在编,2001-09-01\n",
    "staff_no.duplicate", 3, "工号" },
  { "/office/import/ppl-1/mismatch-sex", "people",
    "工号,姓名,性别,身份证号码,部门,人员类别\n1001,张三,男," ID_A ",教务处,在编\n",
    "idcard.mismatch", 2, "性别" },
  { "/office/import/ppl-1/mismatch-birth-date", "people",
    "工号,姓名,出生年月,身份证号码,部门,人员类别\n1001,张三,1949.11," ID_A ",教务处,在编\n",
    "idcard.mismatch", 2, "出生年月" },
  { "/office/import/findings/date.invalid", "people",
    PEOPLE "1001,张三," ID_A ",教务处,在编,2001-02-30\n", "date.invalid", 2, "来校日期" },
  { "/office/import/findings/date.order", "people",
    "工号,姓名,身份证号,部门,人员类别,来校日期,离校日期\n1001,张三," ID_A
    ",教务处,在编,2001-09-01,2000-01-01\n",
    "date.order", 2, "离校日期" },
  { "/office/import/ppl-3/leaving-without-date", "people",
    "工号,姓名,身份证号,部门,人员类别,来校日期,在职状态\n1001,张三," ID_A
    ",教务处,在编,2001-09-01,退休\n",
    "date.required", 2, "离校日期" },
  { "/office/import/ppl-2/code.unknown", "people",
    PEOPLE "1001,张三," ID_A ",教务处,编外之外,2001-09-01\n", "code.unknown", 2, "人员类别" },
  { "/office/import/ppl-2/post-unknown", "people",
    "工号,姓名,身份证号,部门,人员类别,岗位级别\n1001,张三," ID_A ",教务处,在编,专技十四级\n",
    "code.unknown", 2, "岗位级别" },
  { "/office/import/ppl-2/post-of-other-category", "people",
    "工号,姓名,身份证号,部门,人员类别,岗位类别,岗位等级\n1001,张三," ID_A
    ",教务处,在编,管理,专技八级\n",
    "code.unknown", 2, "岗位等级" },
  { "/office/import/findings/number.invalid", "people",
    "工号,姓名,身份证号,部门,人员类别,原退休年龄\n1001,张三," ID_A ",教务处,在编,五十五\n",
    "number.invalid", 2, "原退休年龄" },
  { "/office/import/findings/heading.missing", "people", "工号,姓名,部门\n1001,张三,教务处\n",
    "heading.missing", 1, "身份证号" },
  { "/office/import/findings/heading.missing-all", "people", "a,b,c\n1,2,3\n", "heading.missing", 0,
    "工号" },
};

/* What needs two people in the register. */
static const Case other_cases[] = {
  { "/office/import/findings/staff_no.unknown", "teaching",
    TEACHING "2025,秋季,1003,王五,数学,1班,40,72,理论\n", "staff_no.unknown", 2, "工号" },
  { "/office/import/num-1/hours-decimals", "teaching",
    TEACHING "2025,秋季,1001,张三,数学,1班,40,72.125,理论\n", "number.invalid", 2, "计划课时" },
  { "/office/import/num-1/exponent", "teaching",
    TEACHING "2025,秋季,1001,张三,数学,1班,40,1e3,理论\n", "number.invalid", 2, "计划课时" },
  { "/office/import/num-1/negative", "teaching",
    TEACHING "2025,秋季,1001,张三,数学,1班,40,-72,理论\n", "number.invalid", 2, "计划课时" },
  { "/office/import/num-1/half-a-student", "teaching",
    TEACHING "2025,秋季,1001,张三,数学,1班,40.5,72,理论\n", "number.invalid", 2, "人数" },
  { "/office/import/findings/year", "teaching", TEACHING "25,秋季,1001,张三,数学,1班,40,72,理论\n",
    "number.invalid", 2, "年度" },
  { "/office/import/findings/row.duplicate", "teaching",
    TEACHING "2025,秋季,1001,张三,数学,1班,40,72,理论\n2025,秋季,1001,张三,数学,1班,40,72,理论\n",
    "row.duplicate", 3, NULL },
  { "/office/import/num-1/money-three-decimals", "annual-pay",
    "年度,工号,应发合计\n2025,1001,1234.567\n", "money.invalid", 2, "应发合计" },
  { "/office/import/num-1/money-exponent", "annual-pay", "年度,工号,应发合计\n2025,1001,1e3\n",
    "money.invalid", 2, "应发合计" },
  { "/office/import/num-1/money-nan", "annual-pay", "年度,工号,应发合计\n2025,1001,NaN\n",
    "money.invalid", 2, "应发合计" },
  { "/office/import/num-1/money-overflow", "annual-pay",
    "年度,工号,应发合计\n2025,1001,99999999999999999999\n", "money.invalid", 2, "应发合计" },
  { "/office/import/num-1/money-empty", "annual-pay", "年度,工号,应发合计\n2025,1001,\n",
    "required.missing", 2, "应发合计" },
  { "/office/import/findings/assessment-twice", "assessments",
    "年度,工号,档次\n2025,1001,合格\n2025,1001,优秀\n", "row.duplicate", 3, NULL },
  { "/office/import/wrk-6/two-rows", "training",
    TRAINING "P1,甲,金蓝领,1,2025-03-01,上午,1001,理论,40,4\n"
             "P2,乙,金蓝领,1,2025-03-01,上午,1001,理论,40,4\n",
    "time.clash", 3, "节次" },
  { "/office/import/findings/term-of-contract", "parttime",
    "协议号,姓名,身份证号,聘期起,聘期止\nJ1,王五," ID_C ",2025-09-01,2025-08-31\n", "date.order", 2,
    "聘期止" },
  { "/office/import/findings/role-dates", "roles",
    "年度,工号,角色,起,止\n2025,1001,班主任,2025-09-01,2025-03-01\n", "date.order", 2, "止" },
};

static void
run_case (const Case *c, gboolean with_people)
{
  g_autoptr (Fixture) fixture = fixture_new ();
  g_autofree char *path = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autoptr (SzImportResult) result = NULL;
  gboolean headings = g_str_has_prefix (c->code, "heading.");

  if (with_people)
    fixture_import_text (fixture, "people", TWO_PEOPLE);
  before = fixture_dump (fixture);
  path = fixture_write (fixture, "faulty.csv", c->text);
  result = fixture_import (fixture, c->kind, path, FIXTURE_PLAIN);
  fixture_assert_finding (result, c->code, c->row, c->column);
  if (!headings)
    {
      g_assert_cmpuint (sz_issue_list_errors (result->issues), ==, 1);
      g_assert_cmpint (result->rejected, ==, 1);
    }
  g_assert_cmpint (result->batch, ==, 0);
  after = fixture_dump (fixture);
  g_assert_cmpstr (before, ==, after);
}

static void
test_people_case (gconstpointer data)
{
  run_case (data, FALSE);
}

static void
test_other_case (gconstpointer data)
{
  run_case (data, TRUE);
}

/* Several faults in one row are several findings. */
static void
test_all_of_a_row (void)
{
  g_autoptr (Fixture) fixture = fixture_new ();
  g_autofree char *path = fixture_write (fixture, "faulty.csv",
                                         PEOPLE "1001,,110105194912310021,教务处,编外之外,去年\n");
  g_autoptr (SzImportResult) result = fixture_import (fixture, "people", path, FIXTURE_PLAIN);

  fixture_assert_finding (result, "required.missing", 2, "姓名");
  fixture_assert_finding (result, "idcard.checksum", 2, "身份证号");
  fixture_assert_finding (result, "code.unknown", 2, "人员类别");
  fixture_assert_finding (result, "date.invalid", 2, "来校日期");
  g_assert_cmpuint (sz_issue_list_errors (result->issues), ==, 4);
  g_assert_cmpint (result->rejected, ==, 1);
}

static void
test_already_in_register (void)
{
  g_autoptr (Fixture) fixture = fixture_new ();
  g_autofree char *people
      = fixture_write (fixture, "a.csv",
                       PEOPLE "1001,张三," ID_C ",教务处,在编,2001-09-01\n1003,王五," ID_A
                              ",教务处,在编,2001-09-01\n");
  g_autofree char *grades = fixture_write (fixture, "b.csv", "年度,工号,档次\n2025,1001,优秀\n");
  g_autoptr (SzImportResult) first = NULL;
  g_autoptr (SzImportResult) second = NULL;

  fixture_import_text (fixture, "people", TWO_PEOPLE);
  first = fixture_import (fixture, "people", people, FIXTURE_PLAIN);
  fixture_assert_finding (first, "staff_no.duplicate", 2, "工号");
  fixture_assert_finding (first, "idcard.duplicate", 3, "身份证号");

  fixture_import_text (fixture, "assessments", "年度,工号,档次\n2025,1001,合格\n");
  second = fixture_import (fixture, "assessments", grades, FIXTURE_PLAIN);
  fixture_assert_finding (second, "row.duplicate", 2, NULL);
}

static void
test_warnings (void)
{
  g_autoptr (Fixture) fixture = fixture_new ();
  g_autofree char *path = fixture_write (
      fixture, "a.csv",
      "颜色,项目编号,项目名称,项目类别,班次,日期,节次,工号,姓名,课程类型,人数,课时\n"
      "红,P1,甲,金蓝领,1,2000-03-01,上午,1001,张小三,理论,40,4\n");
  g_autoptr (SzImportResult) result = NULL;

  fixture_import_text (fixture, "people", TWO_PEOPLE);
  result = fixture_import (fixture, "training", path, FIXTURE_PLAIN);
  fixture_assert_finding (result, "heading.unknown", 1, "颜色");
  fixture_assert_finding (result, "name.mismatch", 2, "姓名");
  fixture_assert_finding (result, "record.out_of_service", 2, "日期");
  fixture_assert_counts (result, 1, 1, 0, 0);
}

/* RULE wrk-6 against what is in the register already; without a period nothing clashes. */
static void
test_clash_with_register (void)
{
  g_autoptr (Fixture) fixture = fixture_new ();
  g_autofree char *clash
      = fixture_write (fixture, "a.csv",
                       TRAINING "P2,乙,金蓝领,1,2025-03-01,上午,1001,理论,40,4\n");
  g_autofree char *other
      = fixture_write (fixture, "b.csv",
                       TRAINING "P2,乙,金蓝领,1,2025-03-01,,1001,理论,40,4\n"
                                "P3,丙,金蓝领,1,2025-03-01,,1001,理论,40,4\n"
                                "P3,丙,金蓝领,1,2025-03-01,,1001,理论,40,2\n"
                                "P3,丙,金蓝领,1,2025-03-01,下午,1001,理论,40,2\n");
  g_autoptr (SzImportResult) refused = NULL;
  g_autoptr (SzImportResult) taken = NULL;
  g_autoptr (SzImportResult) again = NULL;

  fixture_import_text (fixture, "people", TWO_PEOPLE);
  fixture_import_text (fixture, "training",
                       TRAINING "P1,甲,金蓝领,1,2025-03-01,上午,1001,理论,40,4\n");
  refused = fixture_import (fixture, "training", clash, FIXTURE_UPDATE);
  fixture_assert_finding (refused, "time.clash", 2, "节次");
  g_assert_cmpuint (sz_issue_list_errors (refused->issues), ==, 1);

  taken = fixture_import (fixture, "training", other, FIXTURE_PLAIN);
  fixture_assert_counts (taken, 4, 4, 0, 0);
  again = fixture_import (fixture, "training", other, FIXTURE_UPDATE);
  fixture_assert_counts (again, 4, 0, 0, 4);
}

static void
test_file_faults (void)
{
  static const struct
  {
    const char *name;
    const char *content;
    const char *code;
  } files[] = {
    { "html.xlsx", "<html><body><table><tr><td>工号</td></tr></table></body></html>",
      "file.format" },
    { "zip.xlsx", "PK\003\004 and then nothing of a zip", "file.format" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_autoptr (Fixture) fixture = fixture_new ();
      g_autofree char *path = fixture_write (fixture, files[i].name, files[i].content);
      g_autoptr (SzImportResult) result = fixture_import (fixture, "people", path, FIXTURE_PLAIN);

      fixture_assert_finding (result, files[i].code, 0, NULL);
      g_assert_cmpint (result->batch, ==, 0);
      g_assert_cmpint (fixture_count (fixture, "SELECT count(*) FROM acts WHERE refused = 1"), ==,
                       1);
    }
}

static void
test_file_missing (void)
{
  g_autoptr (Fixture) fixture = fixture_new ();
  SzImportRequest request
      = { .kind = sz_import_kind_find ("people"), .path = "/nonexistent/名册.xlsx" };
  SzProgress progress = { NULL, NULL };
  g_autoptr (GError) error = NULL;
  g_autofree char *code = NULL;

  g_assert_null (sz_office_import (fixture->office, &request, progress, NULL, &error));
  g_assert_error (error, SZ_ERROR, SZ_ERROR_IO);
  code = sz_error_dup_code (error);
  g_assert_cmpstr (code, ==, "file.missing");
}

/* More findings than anybody reads are counted, not kept. */
static void
test_very_many_findings (void)
{
  g_autoptr (Fixture) fixture = fixture_new ();
  g_autoptr (GString) text = g_string_new (PEOPLE);
  g_autofree char *path = NULL;
  g_autoptr (SzImportResult) result = NULL;
  const SzIssue *last;

  for (int i = 0; i < SZ_IMPORT_FINDINGS_MAX + 5; i++)
    g_string_append_printf (text, "%d,,,,,\n", 10000 + i);
  path = fixture_write (fixture, "many.csv", text->str);
  result = fixture_import (fixture, "people", path, FIXTURE_PLAIN);
  g_assert_cmpuint (sz_issue_list_length (result->issues), ==, SZ_IMPORT_FINDINGS_MAX + 1);
  last = sz_issue_list_get (result->issues, SZ_IMPORT_FINDINGS_MAX);
  g_assert_cmpstr (last->code, ==, "findings.more");
  g_assert_cmpstr (sz_issue_arg (last, "count"), ==, "30020");
  g_assert_cmpint (result->rejected, ==, SZ_IMPORT_FINDINGS_MAX + 5);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (people_cases); i++)
    g_test_add_data_func (people_cases[i].path, &people_cases[i], test_people_case);
  for (gsize i = 0; i < G_N_ELEMENTS (other_cases); i++)
    g_test_add_data_func (other_cases[i].path, &other_cases[i], test_other_case);
  g_test_add_func ("/office/import/findings/all-of-a-row", test_all_of_a_row);
  g_test_add_func ("/office/import/ppl-1/already-in-register", test_already_in_register);
  g_test_add_func ("/office/import/findings/warnings", test_warnings);
  g_test_add_func ("/office/import/wrk-6/register", test_clash_with_register);
  g_test_add_func ("/office/import/findings/file-faults", test_file_faults);
  g_test_add_func ("/office/import/findings/file-missing", test_file_missing);
  g_test_add_func ("/office/import/findings/very-many", test_very_many_findings);
  return g_test_run ();
}
