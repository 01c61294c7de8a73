/* test-form-year.c — F16, F17, F18, F21, F25, F33, pay slips, what was paid, papers for a meeting
 * (handbook §13; pay-1, pay-2, ppl-4, wrk-2, num-5)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "college-small.h"
#include "sz-form-make.h"
#include "sz-form.h"
#include "sz-paper-private.h"
#include "sz-money.h"
#include "sz-params.h"
#include "sz-pay-act.h"

#include <string.h>

#define ID_A "11010519491231002X"
#define ID_B "440524188001010014"

/* The form as CSV text. */
static char *
export_text (Fixture *fixture, const char *id, const SzFormParams *params)
{
  g_autofree char *path = g_build_filename (fixture->folder, "form.csv", NULL);
  g_autoptr (GError) error = NULL;
  char *text = NULL;

  sz_form_export (fixture->office, &(SzFormExport){ .id = id, .params = *params, .path = path },
                  &error);
  g_assert_no_error (error);
  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  return text;
}

/* Each of @lines (ended by NULL) stands in @text, in this order. */
static void
check_lines (const char *text, const char *const *lines)
{
  const char *at = text;

  for (; *lines != NULL; lines++)
    {
      const char *found = strstr (at, *lines);

      if (found == NULL)
        g_test_message ("not found: %s\nin:\n%s", *lines, text);
      g_assert_nonnull (found);
      at = found + strlen (*lines);
    }
}

static void
compute (Fixture *fixture)
{
  g_autofree char *path = fixture_write (fixture, "scheme.json", small_scheme);
  g_autoptr (SzIssueList) issues = sz_issue_list_new ();
  g_autoptr (SzPayView) view = NULL;
  g_autoptr (GError) error = NULL;

  view = sz_office_pay_compute (fixture->office, path, SZ_PAY_STORE, issues,
                                (SzProgress){ NULL, NULL }, NULL, &error);
  g_assert_no_error (error);
}

static const SzFormParams year = { .year = 2025, .on = 20251231 };

static void
test_f16 (void)
{
  static const char *const lines[] = {
    "序号,部门,应参加,实参加,优秀（实）,合格,基本合格,不合格,不确定档次",
    "信息系,3,2,0,1,1,0,0", /* P3, P4, and P8 who was not assessed */
    "机械系,3,3,1,1,0,1,0",
    "合计",
    "P1,曾国强,优秀",
    "P4,尉迟远,基本合格",
    "P5,解小虎,不合格",
    NULL,
  };
  g_autoptr (Fixture) fixture = fixture_new ();
  g_autofree char *text = NULL;

  fixture_import_text (fixture, "departments", "部门,序号\n信息系,1\n机械系,2\n");
  small_import_handbook (fixture);
  text = export_text (fixture, "F16", &year);
  check_lines (text, lines);
  g_assert_null (strstr (text, "P2"));
}

static void
add_books (Fixture *fixture)
{
  small_import_handbook (fixture);
  fixture_import_text (fixture, "pay-ledger",
                       "年度,月份,科目,金额,来源,文号\n"
                       "2025,1,核定总量,32115200.00,,鲁人社批〔2025〕1号\n"
                       "2025,6,基础性,22480640.00,财政,\n2025,12,奖励性,7894560.00,财政,\n"
                       "2025,12,奖励性,1740000.00,,\n2025,12,X1,400000,技术转让收入,\n");
  fixture_import_text (fixture, "training-income",
                       "年度,项目编号,收入,成本,培训人次\n"
                       "2025,PX01,5000000,1520000,4000\n2025,PX02,800000,800000,300\n");
  fixture_import_text (fixture, "talents",
                       "工号,方式,年度,金额,批文号\nP8,年薪,2025,600000,〔2025〕2号\n");
}

static void
test_f17 (void)
{
  static const char *const lines[] = {
    "核定总量,32115200.00,鲁人社批〔2025〕1号",
    "基础性绩效工资,22480640.00",
    "奖励性绩效工资,9634560.00",
    "常规绩效工资,32115200.00,不超核定总量",
    "资金来源：财政,30375200.00",
    "资金来源：培训净收入,1740000.00",
    "成果转化奖励,400000.00",
    "高层次人才薪酬,600000.00",
    "总量合计,33115200.00",
    "总量合计（不含成果转化奖励）,32715200.00",
    "下年基数,32115200.00",
    NULL,
  };
  g_autoptr (Fixture) fixture = fixture_new ();
  g_autofree char *text = NULL;

  add_books (fixture);
  text = export_text (fixture, "F17", &year);
  check_lines (text, lines);
  g_assert_null (strstr (text, ",经批准核增,"));
  g_assert_null (strstr (text, "上年执行"));
  g_assert_null (strstr (text, "未注明"));
}

/* The contracts of talents belong to no month of the ledger, but to the total. */
static void
test_f18 (void)
{
  static const char *const lines[] = {
    "6月,22480640.00,22480640.00,32115200.00,9634560.00,0.00,0.00,0.00,"
    "22480640.00",
    "12月,9634560.00,32115200.00,32115200.00,0.00,400000.00,0.00,0.00,"
    "10034560.00",
    "未分月,0.00,32115200.00,32115200.00,0.00,0.00,600000.00,0.00,600000.00",
    "合计",
    "33115200.00",
    NULL,
  };
  g_autoptr (Fixture) fixture = fixture_new ();
  g_autofree char *text = NULL;

  add_books (fixture);
  text = export_text (fixture, "F18", &year);
  check_lines (text, lines);
}

static void
test_f21 (void)
{
  static const char *const bare[] = {
    "项目编号,人次,收入,成本,净收入,比例,可用额",
    "PX01,4000,5000000.00,1520000.00,3480000.00,0.5000,1740000.00",
    "PX02,300,800000.00,800000.00,0.00,0.5000,0.00",
    "1740000.00",
    NULL,
  };
  static const char *const named[] = { "项目编号,项目名称,项目类别,期次,人次,授课学时",
                                       "PX01,金蓝领培训,金蓝领,1,4000,8.00", NULL };
  g_autoptr (Fixture) fixture = fixture_new ();
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  add_books (fixture);
  before = export_text (fixture, "F21", &year);
  check_lines (before, bare);
  fixture_import_text (fixture, "training",
                       "项目编号,项目名称,项目类别,班次,日期,节次,工号,角色,课程类型,人数,课时\n"
                       "PX01,金蓝领培训,金蓝领,第1期,2025-03-20,上午,P1,主讲,理论,55,8\n"
                       "PX01,金蓝领培训,金蓝领,第1期,2025-03-20,下午,P2,班主任,理论,55,8\n");
  after = export_text (fixture, "F21", &year);
  check_lines (after, named);
}

/* Handbook W2, and a record that is paid by fee alone. */
static void
test_f25 (void)
{
  static const char *const lines[] = {
    "P1,曾国强,2025-03-20,上午",
    "69.12,,计工作量",
    "P1,曾国强,2025-04-20,,",
    "46.80,,计工作量",
    "P1,曾国强,2025-05-20,,",
    "28.80,,分段",
    "P1,曾国强,2025-06-20,,",
    ",8.00,发课酬",
    "合计",
    "144.72,8.00",
    "1,P1,曾国强,144.72,115.78,115.78,0.00",
    NULL,
  };
  g_autoptr (Fixture) fixture = fixture_new ();
  g_autofree char *text = NULL;

  small_import_handbook (fixture);
  fixture_import_text (
      fixture, "training",
      "项目编号,项目名称,项目类别,班次,日期,节次,工号,课程类型,人数,课时,时段,计酬方式\n"
      "PX01,甲,金蓝领,1期,2025-03-20,上午,P1,理论,55,48,常规,计工作量\n"
      "PX02,乙,其他,1期,2025-04-20,,P1,实操,30,40,企业现场,计工作量\n"
      "PX03,丙,其他,1期,2025-05-20,,P1,理论,28,24,周末晚间,分段\n"
      "PX04,丁,其他,1期,2025-06-20,,P1,理论,28,8,常规,发课酬\n");
  text = export_text (fixture, "F25", &year);
  check_lines (text, lines);
}

/* RULE ppl-4: 1965-01 retires in 2025-02; a woman's age follows from her post. */
static void
test_f33 (void)
{
  static const char *const lines[] = {
    "甲01,", /* overdue since 2025-02 */
    "1965.01", "60,1,60岁1月,2025.02,2025.01,2028.02",  "甲02,",
    "1971.04", "55*,4,55岁4月,2026.08,2026.04,2029.08", "2人",
    NULL,
  };
  g_autoptr (Fixture) fixture = fixture_new ();
  g_autofree char *man = fixture_id ("19650120", 1);
  g_autofree char *woman = fixture_id ("19710415", 2);
  g_autofree char *young = fixture_id ("19900415", 2);
  g_autofree char *unknown = fixture_id ("19710416", 4);
  g_autofree char *people
      = g_strdup_printf ("工号,姓名,身份证号,部门,人员类别,岗位类别,岗位等级,来校日期,原退休年龄\n"
                         "甲01,张三,%s,教务处,在编,管理,管理六级,1990-09-01,60\n"
                         "甲02,李丽,%s,教务处,在编,专业技术,专技八级,1990-09-01,\n"
                         "甲03,赵小,%s,教务处,在编,专业技术,专技八级,2012-09-01,\n"
                         "甲04,钱花,%s,教务处,在编,,,1990-09-01,\n",
                         man, woman, young, unknown);
  g_autofree char *text = NULL;

  fixture_import_text (fixture, "people", people);
  text = export_text (fixture, "F33", &year);
  check_lines (text, lines);
  g_assert_null (strstr (text, "甲03"));
  g_assert_null (strstr (text, "甲04"));
}

/* 已预发 and 代扣 are there only where they were imported for the months of the run, and only with
 * a day of payment. */
static void
test_paid (void)
{
  static const char *const with[]
      = { "应发,已预发,个税,实发", "29151.94", "2000.00,100.50,27051.44", NULL };
  g_autoptr (Fixture) fixture = fixture_new ();
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  const SzFormParams latest = { 0 };
  const SzFormParams dated = { .on = 20251231 };

  small_import_handbook (fixture);
  compute (fixture);
  fixture_import_text (fixture, "advances", "年度,工号,月份,金额\n2024,P2,12,1000\n");
  before = export_text (fixture, "F20", &latest);
  g_assert_null (strstr (before, "已预发"));
  g_assert_null (strstr (before, "实发"));
  g_clear_pointer (&before, g_free);
  before = export_text (fixture, "F20", &dated);
  g_assert_null (strstr (before, "已预发"));
  g_assert_nonnull (strstr (before, "应发,实发"));
  fixture_import_text (fixture, "advances",
                       "年度,工号,月份,金额\n2025,P2,6,1500\n2025,P2,9,500\n2025,P1,6,1\n");
  fixture_import_text (fixture, "withholding",
                       "年度,工号,月份,代扣税,其他代扣\n2025,P2,12,100.50,\n");
  after = export_text (fixture, "F20", &dated);
  check_lines (after, with);
  g_assert_null (strstr (after, "其他代扣"));
}

/* A strip a person, each with its own heading; the same lines one a page. */
static void
test_slips (void)
{
  static const char *const forms[] = { "slips", "slip" };
  g_autoptr (Fixture) fixture = fixture_new ();
  const SzFormParams latest = { 0 };

  small_import_handbook (fixture);
  compute (fixture);
  for (gsize i = 0; i < G_N_ELEMENTS (forms); i++)
    {
      g_autofree char *text = export_text (fixture, forms[i], &latest);
      g_auto (GStrv) headings = g_strsplit (text, "工号,姓名,部门,常规,应发", -1);

      g_assert_cmpuint (g_strv_length (headings), ==, 5);
      g_assert_nonnull (strstr (text, "P1,曾国强,机械系,37897.53,37897.53"));
      g_assert_nonnull (strstr (text, "P2,单　丽,机械系,29151.94,29151.94"));
    }
}

/* Strips have a line to cut along and say their unit; one a page has its amount in capital figures
   (RULE num-9). */
static void
test_slip_paper (void)
{
  g_autoptr (Fixture) fixture = fixture_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (SzPaper) strips = NULL;
  g_autoptr (SzPaper) pages = NULL;
  const SzFormParams latest = { 0 };
  guint cuts = 0, breaks = 0, halves = 0;

  small_import_handbook (fixture);
  compute (fixture);
  strips = sz_form_make (fixture->office, "slips", &latest, NULL, &error);
  g_assert_no_error (error);
  pages = sz_form_make (fixture->office, "slip", &latest, NULL, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < strips->blocks->len; i++)
    {
      const SzPaperBlock *block = g_ptr_array_index (strips->blocks, i);

      cuts += block->kind == SZ_BLOCK_CUT;
      if (block->kind == SZ_BLOCK_HEADLINE)
        g_assert_cmpstr (block->texts[2], ==, "单位：元");
    }
  for (guint i = 0; i < pages->blocks->len; i++)
    {
      const SzPaperBlock *block = g_ptr_array_index (pages->blocks, i);

      breaks += block->kind == SZ_BLOCK_PAGE_BREAK;
      halves += block->kind == SZ_BLOCK_HALF;
      g_assert_true (block->table == NULL || block->table->options.uppercase);
    }
  g_assert_cmpuint (cuts, ==, 4);
  /* Two a page. */
  g_assert_cmpuint (breaks, ==, 1);
  g_assert_cmpuint (halves, ==, 2);
}

/* RULE wrk-6: four periods in odd weeks and two in all. */
static void
test_weekly (void)
{
  static const char *const lines[]
      = { "周课时,周数,计划课时", "数学,1班,理论,46,4.12,17,72.00", "2班,理论,38,,,72.00", NULL };
  g_autoptr (Fixture) fixture = fixture_new ();
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  small_import_handbook (fixture);
  fixture_import_text (fixture, "teaching",
                       "年度,学期,工号,姓名,课程,班级,人数,计划课时,课程类型\n"
                       "2025,春季,P1,曾国强,数学,1班,46,72,理论\n"
                       "2025,春季,P1,曾国强,数学,2班,38,72,理论\n");
  before = export_text (fixture, "F24", &year);
  g_assert_null (strstr (before, "周课时"));
  fixture_import_text (fixture, "timetable",
                       "学期,工号,星期,节次,起止周,单双周,课程,班级\n"
                       "2025春,P1,周一,1-2,1-17,,数学,1班\n2025春,P1,周三,上午,1-17,单,数学,1班\n"
                       "2025秋,P1,周三,上午,1-17,单,数学,2班\n");
  after = export_text (fixture, "F24", &year);
  check_lines (after, lines);
}

static void
test_meeting (void)
{
  static const char *const forms[] = { "F19", "f20", "F17", NULL };
  static const char *const missing[] = { "F19", "F21", NULL };
  static const struct
  {
    const char *file;
    const char *const *forms;
    const char *code;
  } cases[] = {
    { "m.xlsx", forms, NULL },
    { "m.pdf", forms, NULL },
    { "m.csv", forms, "form.type_meeting" },
    { "n.xlsx", missing, "form.no_year" },
  };
  g_autoptr (Fixture) fixture = fixture_new ();

  add_books (fixture);
  compute (fixture);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_build_filename (fixture->folder, cases[i].file, NULL);
      g_autoptr (GError) error = NULL;
      g_autofree char *code = NULL;
      const SzFormParams params = { .year = 2024, .on = 20251231 };

      g_test_message ("%s", cases[i].file);
      sz_form_export (fixture->office,
                      &(SzFormExport){ .ids = cases[i].forms,
                                       .params = cases[i].code != NULL ? params : year,
                                       .path = path },
                      &error);
      code = error != NULL ? sz_error_dup_code (error) : NULL;
      g_assert_cmpstr (code, ==, cases[i].code);
      g_assert_true (g_file_test (path, G_FILE_TEST_EXISTS) == (cases[i].code == NULL));
    }
  g_assert_cmpint (fixture_count (fixture,
                                  "SELECT COUNT(*) FROM acts WHERE kind = 'export.meeting'"),
                   ==, 2);
}

/* Every form of the year as workbook and as pages. */
static void
test_files (void)
{
  static const char *const forms[] = { "F16", "F17", "F18", "F21", "F33", "slips", "slip", "F19" };
  static const char *const types[] = { "xlsx", "pdf" };
  g_autoptr (Fixture) fixture = fixture_new ();

  add_books (fixture);
  compute (fixture);
  for (gsize i = 0; i < G_N_ELEMENTS (forms); i++)
    for (gsize j = 0; j < G_N_ELEMENTS (types); j++)
      {
        g_autofree char *name = g_strconcat (forms[i], ".", types[j], NULL);
        g_autofree char *path = g_build_filename (fixture->folder, name, NULL);
        g_autoptr (GError) error = NULL;

        sz_form_export (fixture->office,
                        &(SzFormExport){ .id = forms[i], .params = year, .path = path }, &error);
        g_assert_no_error (error);
        g_assert_true (g_file_test (path, G_FILE_TEST_IS_REGULAR));
      }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/office/form/f16", test_f16);
  g_test_add_func ("/office/form/pay-1/f17", test_f17);
  g_test_add_func ("/office/form/pay-1/f18", test_f18);
  g_test_add_func ("/office/form/pay-2/f21", test_f21);
  g_test_add_func ("/office/form/wrk-2/f25", test_f25);
  g_test_add_func ("/office/form/ppl-4/f33", test_f33);
  g_test_add_func ("/office/form/num-5/paid", test_paid);
  g_test_add_func ("/office/form/slips", test_slips);
  g_test_add_func ("/office/form/num-9/slip-paper", test_slip_paper);
  g_test_add_func ("/office/form/wrk-6/weekly", test_weekly);
  g_test_add_func ("/office/form/aud-1/meeting", test_meeting);
  g_test_add_func ("/office/form/year-files", test_files);
  return g_test_run ();
}
