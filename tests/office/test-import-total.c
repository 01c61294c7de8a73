/* test-import-total.c — the year's books, advances, transfers, talents, timetables as sheets
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "import-fixture.h"
#include "sz-params.h"

#define ID_A "11010519491231002X"
#define ID_B "440524188001010014"
#define ID_C "34052419800101001X"

#define LEDGER "年度,月份,科目,金额,来源,文号\n"
#define TRANSFERS "年度,项目,登记号,净收入,奖励比例,工号,贡献比例,主要贡献人\n"
#define DIFFERS "年度,项目,登记号,净收入,奖励比例,工号,贡献比例,主要贡献人,"
#define TIMETABLE "学期,工号,星期,节次,起止周,单双周,课程,班级\n"
#define TRAINING "项目编号,项目名称,项目类别,班次,日期,节次,工号,课程类型,人数,课时\n"
#define TALENTS "工号,方式,年度,金额,批文号\n"

static void
add_people (Fixture *fixture)
{
  fixture_import_text (fixture, "people",
                       "工号,姓名,身份证号,部门,人员类别,来校日期,薪酬方式\n"
                       "1001,张三," ID_A ",教务处,在编,2001-09-01,绩效\n"
                       "1002,李四," ID_B ",教务处,在编,2001-09-01,年薪\n"
                       "1003,王五," ID_C ",教务处,在编,2001-09-01,绩效\n");
}

static void
set_term (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;

  sz_params_set (fixture->office, "load.term_start", "{\"2025春\": \"2025-02-17\"}", 20250101,
                 "校历", &error);
  g_assert_no_error (error);
}

typedef struct
{
  const char *path;
  const char *kind;
  const char *text;
  const char *code; /* NULL: no finding at all */
  guint row;
  const char *column;
  gboolean error;
} Case;

static const Case cases[] = {
  { "/office/import/pay-1/ledger", "pay-ledger",
    LEDGER "2025,3,奖励性,100,财政拨款,\n2025年,3月,奖励性绩效工资,-1.00,财政,\n"
           "2025,全年,核定总量,32115200,,〔2025〕1号\n2025,3,X1,420000,技术转让收入,\n",
    NULL, 0, NULL, FALSE },
  { "/office/import/pay-1/ledger-account", "pay-ledger", LEDGER "2025,3,奖金,100,财政,\n",
    "code.unknown", 2, "科目", TRUE },
  { "/office/import/pay-1/ledger-source", "pay-ledger", LEDGER "2025,3,奖励性,100,彩票,\n",
    "code.unknown", 2, "来源", TRUE },
  { "/office/import/pay-1/ledger-month", "pay-ledger", LEDGER "2025,13,奖励性,100,财政,\n",
    "number.invalid", 2, "月份", TRUE },
  { "/office/import/pay-1/ledger-x3", "pay-ledger", LEDGER "2025,3,X3,100,专项,\n",
    "ledger.x3_unapproved", 2, "文号", FALSE },
  { "/office/import/pay-1/ledger-duplicate", "pay-ledger",
    LEDGER "2025,3,奖励性,100,财政,\n2025,3,奖励性,100.00,财政,\n", "row.duplicate", 3, NULL,
    TRUE },
  { "/office/import/pay-1/advances", "advances", "年度,工号,月份,金额\n2025,1001,6,1000\n", NULL, 0,
    NULL, FALSE },
  { "/office/import/pay-1/advances-month", "advances", "年度,工号,月份,金额\n2025,1001,0,1000\n",
    "number.invalid", 2, "月份", TRUE },
  { "/office/import/pay-1/advances-nobody", "advances", "年度,工号,月份,金额\n2025,9,6,1000\n",
    "staff_no.unknown", 2, "工号", TRUE },
  { "/office/import/pay-1/advances-twice", "advances",
    "年度,工号,月份,金额\n2025,1001,6,1000\n2025,1001,6,2000\n", "row.duplicate", 3, NULL, TRUE },
  { "/office/import/pay-1/withholding", "withholding",
    "年度,工号,月份,代扣个税,其他代扣\n2025,1001,12,312.5,-10\n", NULL, 0, NULL, FALSE },
  { "/office/import/pay-1/withholding-negative", "withholding",
    "年度,工号,月份,代扣税\n2025,1001,12,-1\n", "money.invalid", 2, "代扣税", TRUE },
  { "/office/import/pay-1/withholding-service", "withholding",
    "年度,工号,月份,代扣税\n1999,1001,12,1\n", "record.out_of_service", 2, "月份", FALSE },
  { "/office/import/pay-3/transfers", "transfers",
    TRANSFERS "2025,夹具,T1,600000,70%,1001,0.6,是\n2025,夹具,T1,600000,0.7,1002,40%,否\n", NULL, 0,
    NULL, FALSE },
  { "/office/import/pay-3/no-registration", "transfers",
    TRANSFERS "2025,夹具,,600000,70%,1001,1,是\n", "required.missing", 2, "登记号", TRUE },
  { "/office/import/pay-3/ratio-low", "transfers", TRANSFERS "2025,夹具,T1,600000,49%,1001,1,是\n",
    "transfer.ratio_out_of_range", 2, "奖励比例", TRUE },
  { "/office/import/pay-3/ratio-high", "transfers", TRANSFERS "2025,夹具,T1,600000,96%,1001,1,是\n",
    "transfer.ratio_out_of_range", 2, "奖励比例", TRUE },
  { "/office/import/pay-3/main-low", "transfers",
    TRANSFERS "2025,夹具,T1,600000,70%,1001,0.4,是\n2025,夹具,T1,600000,70%,1002,0.6,否\n",
    "transfer.main_share_low", 2, "主要贡献人", TRUE },
  { "/office/import/pay-3/differs", "transfers",
    TRANSFERS "2025,夹具,T1,600000,70%,1001,0.6,是\n2025,夹具,T1,500000,70%,1002,0.4,否\n",
    "transfer.differs", 3, "净收入", TRUE },
  { "/office/import/pay-3/differs-contract", "transfers",
    DIFFERS "合同额\n"
            "2025,夹具,T1,600000,70%,1001,0.6,是,800000\n"
            "2025,夹具,T1,600000,70%,1002,0.4,否,700000\n",
    "transfer.differs", 3, "合同额", TRUE },
  { "/office/import/pay-3/differs-cost", "transfers",
    DIFFERS "成本\n"
            "2025,夹具,T1,600000,70%,1001,0.6,是,200000\n"
            "2025,夹具,T1,600000,70%,1002,0.4,否,100000\n",
    "transfer.differs", 3, "成本", TRUE },
  { "/office/import/pay-3/differs-category", "transfers",
    DIFFERS "种类\n"
            "2025,夹具,T1,600000,70%,1001,0.6,是,转让\n"
            "2025,夹具,T1,600000,70%,1002,0.4,否,许可\n",
    "transfer.differs", 3, "种类", TRUE },
  { "/office/import/pay-3/differs-received", "transfers",
    DIFFERS "到账日期\n"
            "2025,夹具,T1,600000,70%,1001,0.6,是,2025-11-20\n"
            "2025,夹具,T1,600000,70%,1002,0.4,否,2025-11-21\n",
    "transfer.differs", 3, "到账日期", TRUE },
  { "/office/import/pay-3/differs-paid", "transfers",
    DIFFERS "发放日期\n"
            "2025,夹具,T1,600000,70%,1001,0.6,是,2025-12-15\n"
            "2025,夹具,T1,600000,70%,1002,0.4,否,2025-12-16\n",
    "transfer.differs", 3, "发放日期", TRUE },
  { "/office/import/pay-3/differs-unsaid", "transfers",
    DIFFERS "合同额\n"
            "2025,夹具,T1,600000,70%,1001,0.6,是,800000\n"
            "2025,夹具,T1,600000,70%,1002,0.4,否,\n",
    NULL, 0, NULL, FALSE },
  { "/office/import/pay-3/category-unknown", "transfers",
    DIFFERS "种类\n2025,夹具,T1,600000,70%,1001,1,是,赠送\n", "code.unknown", 2, "种类", TRUE },
  { "/office/import/pay-3/shares", "transfers",
    TRANSFERS "2025,夹具,T1,600000,70%,1001,0.6,是\n2025,夹具,T1,600000,70%,1002,0.3,否\n",
    "transfer.shares_sum", 2, "贡献比例", FALSE },
  { "/office/import/pay-3/loss", "transfers", TRANSFERS "2025,夹具,T1,-1,70%,1001,1,是\n",
    "transfer.loss", 2, "净收入", FALSE },
  { "/office/import/pay-1/talents", "talents", TALENTS "1002,年薪,2025,300000,〔2025〕1号\n", NULL,
    0, NULL, FALSE },
  { "/office/import/pay-1/talents-approval", "talents", TALENTS "1002,年薪,2025,300000,\n", NULL, 0,
    NULL, FALSE },
  { "/office/import/pay-1/talents-mode", "talents", TALENTS "1002,绩效,2025,300000,〔2025〕1号\n",
    "code.unknown", 2, "方式", TRUE },
  { "/office/import/pay-7/talents-regime", "talents", TALENTS "1001,年薪,2025,300000,〔2025〕1号\n",
    "talent.regime", 2, "方式", FALSE },
  { "/office/import/wrk-6/timetable", "timetable",
    TIMETABLE "2025春,1001,周三,1-2,1-17周,,数控,1班\n2025春,1001,3,第1-2节,1-17,每周,数控,2班\n"
              "2025春,1001,三,3-4,1-16(双),,机床,1班\n2025春,1001,三,3-4,1-16,单,夹具,1班\n",
    NULL, 0, NULL, FALSE },
  { "/office/import/wrk-6/timetable-weeks", "timetable",
    TIMETABLE "2025春,1001,周三,1-2,17-1,,数控,1班\n", "weeks.invalid", 2, "起止周", TRUE },
  { "/office/import/wrk-6/timetable-ranges", "timetable",
    TIMETABLE "2025春,1001,周三,1-2,\"1-8,10-17\",,数控,1班\n", "weeks.invalid", 2, "起止周",
    TRUE },
  { "/office/import/wrk-6/timetable-weekday", "timetable",
    TIMETABLE "2025春,1001,周八,1-2,1-17,,数控,1班\n", "code.unknown", 2, "星期", TRUE },
  { "/office/import/wrk-6/timetable-itself", "timetable",
    TIMETABLE "2025春,1001,周三,1-2,1-17,,数控,1班\n2025春,1001,周三,2-3,5,,机床,1班\n",
    "time.clash", 3, "节次", TRUE },
  { "/office/import/wrk-6/term-unknown", "timetable",
    TIMETABLE "2026春,1001,周三,1-2,1-17,,数控,1班\n", "time.term_unknown", 2, "学期", FALSE },
};

static void
test_case (gconstpointer data)
{
  const Case *c = data;
  g_autoptr (Fixture) fixture = fixture_new ();
  g_autofree char *path = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autoptr (SzImportResult) result = NULL;

  add_people (fixture);
  set_term (fixture);
  before = fixture_dump (fixture);
  path = fixture_write (fixture, "case.csv", c->text);
  result = fixture_import (fixture, c->kind, path, FIXTURE_PLAIN);
  fixture_print (result);
  after = fixture_dump (fixture);
  if (c->code == NULL)
    g_assert_cmpuint (sz_issue_list_length (result->issues), ==, 0);
  else
    fixture_assert_finding (result, c->code, c->row, c->column);
  g_assert_cmpint (sz_issue_list_errors (result->issues), ==, c->error ? 1 : 0);
  g_assert_true (g_str_equal (before, after) == c->error);
}

/* RULE wrk-6: training record and lesson, whichever comes first. */
static void
test_clash (void)
{
  static const struct
  {
    const char *date;
    const char *period;
    const char *staff_no;
    gboolean clash;
  } records[] = {
    { "2025-02-19", "1-2", "1001", TRUE },   /* Wednesday of week 1 */
    { "2025-02-26", "上午", "1001", FALSE }, /* week 2: the lesson is held in odd weeks */
    { "2025-03-05", "上午", "1001", TRUE },  /* week 3 */
    { "2025-03-05", "下午", "1001", FALSE }, { "2025-03-05", "上午", "1003", FALSE },
    { "2025-03-06", "上午", "1001", FALSE }, { "2025-06-18", "上午", "1001", FALSE }, /* week 18 */
  };

  for (gsize i = 0; i < 2 * G_N_ELEMENTS (records); i++)
    {
      const gboolean timetable_first = i % 2 == 0;
      g_autoptr (Fixture) fixture = fixture_new ();
      g_autofree char *training
          = g_strdup_printf (TRAINING "PX1,金蓝领,金蓝领,第1期,%s,%s,%s,理论,40,4\n",
                             records[i / 2].date, records[i / 2].period, records[i / 2].staff_no);
      const char *timetable = TIMETABLE "2025春,1001,周三,1-2,1-17,单周,数控,1班\n";
      g_autofree char *path
          = fixture_write (fixture, "second.csv", timetable_first ? training : timetable);
      g_autoptr (SzImportResult) result = NULL;

      g_test_message ("%s %s", records[i / 2].date, records[i / 2].period);
      add_people (fixture);
      set_term (fixture);
      fixture_import_text (fixture, timetable_first ? "timetable" : "training",
                           timetable_first ? timetable : training);
      result = fixture_import (fixture, timetable_first ? "training" : "timetable", path,
                               FIXTURE_PLAIN);
      if (records[i / 2].clash)
        {
          fixture_assert_finding (result, "time.clash", 2, "节次");
          g_assert_cmpstr (sz_issue_arg (sz_issue_list_get (result->issues, 0), "where"), ==,
                           "row 2 of batch 2");
        }
      g_assert_cmpuint (sz_issue_list_length (result->issues), ==, records[i / 2].clash ? 1 : 0);
    }
}

/* --update compares; the contributors of a project count together with those on record. */
static void
test_update (void)
{
  g_autoptr (Fixture) fixture = fixture_new ();
  g_autoptr (SzImportResult) same = NULL;
  g_autoptr (SzImportResult) low = NULL;
  g_autofree char *more
      = fixture_write (fixture, "more.csv", TRANSFERS "2025,夹具,T1,600000,70%,1002,0.6,否\n");
  g_autofree char *again = fixture_write (fixture, "again.csv",
                                          LEDGER "2025,3,奖励性,100,财政,\n2025,4,奖励性,7,财政,\n"
                                                 "2025,5,奖励性,7,财政,\n");

  add_people (fixture);
  fixture_import_text (fixture, "pay-ledger",
                       LEDGER "2025,3,奖励性,100,财政,\n2025,4,奖励性,5,财政,\n");
  same = fixture_import (fixture, "pay-ledger", again, FIXTURE_UPDATE);
  fixture_assert_counts (same, 3, 1, 1, 1);
  fixture_import_text (fixture, "transfers", TRANSFERS "2025,夹具,T1,600000,70%,1001,0.4,是\n");
  low = fixture_import (fixture, "transfers", more, FIXTURE_PLAIN);
  fixture_assert_finding (low, "transfer.main_share_low", 2, "主要贡献人");
  g_assert_cmpint (fixture_count (fixture, "SELECT count(*) FROM transfers"), ==, 1);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    g_test_add_data_func (cases[i].path, &cases[i], test_case);
  g_test_add_func ("/office/import/wrk-6/clash", test_clash);
  g_test_add_func ("/office/import/pay-1/update", test_update);
  return g_test_run ();
}
