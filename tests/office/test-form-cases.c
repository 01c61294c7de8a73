/* test-form-cases.c — what forms say in the less usual years: another way to spend training income,
 * a year before, a post that changed, a ceiling nobody can take over (handbook §13; pay-1 … pay-9)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "college-small.h"
#include "sz-form-make.h"
#include "sz-form.h"
#include "sz-form.h"
#include "sz-paper-private.h"
#include "sz-params.h"
#include "sz-pay-act.h"

#include <string.h>

static const SzFormParams year = { .year = 2025, .on = 20251231, .with_points = TRUE };

static char *
export_text (Fixture *fixture, const char *id)
{
  g_autofree char *path = g_build_filename (fixture->folder, "form.csv", NULL);
  g_autoptr (GError) error = NULL;
  char *text = NULL;

  sz_form_export (fixture->office, &(SzFormExport){ .id = id, .params = year, .path = path },
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

/* One of the paper's sentences is @sentence: CSV has the table alone. */
static void
check_sentence (Fixture *fixture, const char *id, const char *sentence)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SzPaper) paper = sz_form_make (fixture->office, id, &year, NULL, &error);
  gboolean found = FALSE;

  g_assert_no_error (error);
  for (guint i = 0; i < paper->blocks->len; i++)
    {
      const SzPaperBlock *block = g_ptr_array_index (paper->blocks, i);

      if (block->kind != SZ_BLOCK_TEXT)
        continue;
      g_test_message ("%s", block->texts[0]);
      found = found || g_str_equal (block->texts[0], sentence);
    }
  g_assert_true (found);
}

static void
set_param (Fixture *fixture, const char *key, const char *value, const char *source)
{
  g_autoptr (GError) error = NULL;

  sz_params_set (fixture->office, key, value, 20250101, source, &error);
  g_assert_no_error (error);
}

static void
compute (Fixture *fixture, const char *scheme)
{
  g_autofree char *path = fixture_write (fixture, "scheme.json", scheme);
  g_autoptr (SzIssueList) issues = sz_issue_list_new ();
  g_autoptr (SzPayView) view = NULL;
  g_autoptr (GError) error = NULL;

  view = sz_office_pay_compute (fixture->office, path, SZ_PAY_STORE, issues,
                                (SzProgress){ NULL, NULL }, NULL, &error);
  g_assert_no_error (error);
}

/* ---- the year as a whole ---- */

#define LEDGER "年度,月份,科目,金额,来源,文号\n"

/* RULE pay-2: approved on top of the total, training income is X3 under the number of its document,
 * and stays out of R. */
static void
test_addon (void)
{
  static const char *const f17[] = {
    "常规绩效工资,20000000.00,不超核定总量",
    "经批准核增,1740000.00,〔2025〕9号",
    "总量合计,21740000.00",
    "下年基数,20000000.00",
    NULL,
  };
  static const char *const f21[] = {
    "PX01,4000,5000000.00,1520000.00,3480000.00,0.5000,1740000.00",
    NULL,
  };
  g_autoptr (Fixture) fixture = fixture_new ();
  g_autofree char *total = NULL;
  g_autofree char *projects = NULL;

  small_import_handbook (fixture);
  set_param (fixture, "pay.train_mode", "approved_addon", "〔2025〕9号");
  fixture_import_text (fixture, "pay-ledger",
                       LEDGER "2025,1,核定总量,32115200.00,,鲁人社批〔2025〕1号\n"
                              "2025,6,基础性,20000000.00,财政,\n");
  fixture_import_text (fixture, "training-income",
                       "年度,项目编号,收入,成本,培训人次\n2025,PX01,5000000,1520000,4000\n");
  total = export_text (fixture, "F17");
  check_lines (total, f17);
  projects = export_text (fixture, "F21");
  check_lines (projects, f21);
  check_sentence (fixture, "F21", "方式：经批准核增，批文号：〔2025〕9号。");
}

/* RULE pay-1, pay-3: what nobody named a source for, what the year before was, a total above the
 * cap. */
static void
test_over_cap (void)
{
  static const char *const f17[] = {
    "核定总量,30000000.00",
    "上年执行,28000000.00",
    "基础性绩效工资,21000000.00",
    "奖励性绩效工资,9500000.00",
    "常规绩效工资,30500000.00,超核定总量",
    "资金来源：财政,21000000.00",
    "资金来源：未注明,9500000.00",
    NULL,
  };
  static const char *const f18[] = {
    "全年,9500000.00,9500000.00,30000000.00,20500000.00",
    "6月,21000000.00,30500000.00,30000000.00,-500000.00",
    "合计,30500000.00",
    NULL,
  };
  g_autoptr (Fixture) fixture = fixture_new ();
  g_autofree char *total = NULL;
  g_autofree char *months = NULL;

  small_import_handbook (fixture);
  fixture_import_text (fixture, "pay-ledger",
                       LEDGER "2025,1,核定总量,30000000,,1号\n2025,0,上年执行,28000000,,\n"
                              "2025,6,基础性,21000000,财政,\n2025,全年,奖励性,9500000,,\n");
  total = export_text (fixture, "F17");
  check_lines (total, f17);
  months = export_text (fixture, "F18");
  check_lines (months, f18);
}

/* ---- pay ---- */

#define SCHEME(pool, components, further)                                                               \
  "{\"name\": \"方案\", \"period\": {\"from\": \"2025-01-01\", \"to\": \"2025-12-31\"},"              \
  " \"pool\": \"" pool "\", \"components\": [" components "],"                                          \
  " \"coefficients\": {\"post\": {\"正高级\": \"1.3\", \"副高级\": \"1.2\", \"中级\": \"1.1\"," \
  " \"初级\": \"1.0\"}}" further "}"

#define HALVES                                                                                     \
  "{\"name\": \"教学\", \"ratio\": \"0.4\", \"factors\": [\"post\"],"                            \
  " \"filter\": {\"full_time\": true}},"                                                           \
  " {\"name\": \"常规\", \"ratio\": \"rest\", \"factors\": [\"post\", \"months\"]}"

/* RULE pay-5: who is not in a component has an empty cell, not a nought. 40,000 over 1.3 + 1.0, and
 * 60,000 over 1.3 + 1.1 + 1.1 + 7/12. */
static void
test_filtered (void)
{
  static const char *const f20[] = {
    "P1,曾国强,机械系,专技四级,1.3000,12,1.300000,22608.70,1.300000,19102.04,41710.74",
    "P2,单　丽,机械系,专技十级,1.1000,12,,,1.100000,16163.27,16163.27",
    "P4,尉迟远,信息系,专技九级,1.1000,12,,,1.100000,16163.27,16163.27",
    "P3,吕　明,信息系,专技十二级,1.0000,7,1.000000,17391.30,0.583333,8571.42,25962.72",
    "2.300000,40000.00,4.083333,60000.00,100000.00",
    NULL,
  };
  static const char *const slips[] = {
    "P2,单　丽,机械系,,16163.27,16163.27",
    NULL,
  };
  g_autoptr (Fixture) fixture = fixture_new ();
  g_autofree char *table = NULL;
  g_autofree char *strips = NULL;

  small_import_handbook (fixture);
  compute (fixture, SCHEME ("100000.00", HALVES, ""));
  table = export_text (fixture, "F20");
  check_lines (table, f20);
  strips = export_text (fixture, "slips");
  check_lines (strips, slips);
}

/* RULE pay-6: a post of July counts from August; both coefficients stand in the cell, and the
 * points are those of the months of each: 7/12 × 1.1 + 5/12 × 1.2. */
static void
test_stretches (void)
{
  static const char *const f20[] = { "P4,尉迟远", "1.1000→1.2000,12,,,1.141667,16606.07", NULL };
  g_autoptr (Fixture) fixture = fixture_new ();
  g_autofree char *id = fixture_id ("19630315", 1);
  g_autofree char *roster
      = g_strdup_printf ("工号,姓名,身份证号,部门,人员类别,岗位类别,岗位等级,岗位聘任日期\n"
                         "P4,尉迟远,%s,信息系,在编,专业技术,专技七级,2025-07-01\n",
                         id);
  g_autofree char *path = NULL;
  g_autofree char *text = NULL;
  g_autoptr (SzImportResult) result = NULL;

  small_import_handbook (fixture);
  path = fixture_write (fixture, "raised.csv", roster);
  result = fixture_import (fixture, "people", path, FIXTURE_UPDATE);
  fixture_assert_counts (result, 1, 0, 1, 0);
  compute (fixture, SCHEME ("100000.00", HALVES, ""));
  text = export_text (fixture, "F20");
  check_lines (text, f20);
}

/* RULE pay-9, num-5: what nobody below the ceiling can take is named, and the balance holds. */
static void
test_unplaced (void)
{
  g_autoptr (Fixture) fixture = fixture_new ();

  small_import_handbook (fixture);
  compute (fixture, SCHEME ("100000.00", HALVES, ", \"ceiling\": {\"amount\": \"10000.00\"}"));
  check_sentence (fixture, "F19",
                  "绩效总额 100,000.00 ＝ 分配合计 40,000.00 ＋ 结余 60,000.00"
                  "（其中封顶后无人可承接 60,000.00）。个人封顶 10,000.00。");
}

/* What is held back besides tax has its own column, and comes off what is paid out. */
static void
test_withheld (void)
{
  static const char *const f20[]
      = { "应发,个税,其他代扣,实发", "16163.27,100.00,63.27,16000.00", NULL };
  g_autoptr (Fixture) fixture = fixture_new ();
  g_autofree char *text = NULL;

  small_import_handbook (fixture);
  compute (fixture, SCHEME ("100000.00", HALVES, ""));
  fixture_import_text (fixture, "withholding",
                       "年度,工号,月份,代扣税,其他代扣\n2025,P2,11,60,63.27\n2025,P2,12,40,\n");
  text = export_text (fixture, "F20");
  check_lines (text, f20);
}

/* ---- offers ---- */

static const SzFormOffer *
find_offer (const GPtrArray *offers, const char *id)
{
  for (guint i = 0; i < offers->len; i++)
    {
      const SzFormOffer *offer = g_ptr_array_index (offers, i);

      if (g_str_equal (offer->form->id, id))
        return offer;
    }
  g_assert_not_reached ();
}

static void
check_offer (const GPtrArray *offers, const char *id, const char *years)
{
  const SzFormOffer *offer = find_offer (offers, id);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < offer->years->len; i++)
    g_string_append_printf (text, "%s%d", i > 0 ? " " : "", g_array_index (offer->years, int, i));
  g_test_message ("%s", id);
  g_assert_cmpstr (text->str, ==, years != NULL ? years : "");
  g_assert_true (offer->ready == (years != NULL));
}

static GPtrArray *
read_offers (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) forms = sz_form_list_all ();
  GPtrArray *offers = sz_form_offers (fixture->office, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (offers->len, ==, forms->len);
  return offers;
}

/* Every form is named from the first day on; which can be printed, and of which years, the latest
 * first, follows from what is there. */
static void
test_offers (void)
{
  g_autoptr (Fixture) fixture = fixture_new ();
  g_autoptr (GPtrArray) none = read_offers (fixture);
  g_autoptr (GPtrArray) some = NULL;
  g_autoptr (GPtrArray) all = NULL;

  /* A college has its establishment from the first day on. */
  for (guint i = 0; i < none->len; i++)
    {
      const char *id = ((const SzFormOffer *)none->pdata[i])->form->id;
      const gboolean first = g_str_equal (id, "establishment") || g_str_equal (id, "forecast");

      check_offer (none, id, first ? "" : NULL);
    }
  small_import_handbook (fixture);
  fixture_import_text (fixture, "assessments", "年度,工号,档次\n2023,P1,合格\n2024,P1,合格\n");
  some = read_offers (fixture);
  check_offer (some, "roster", "");
  check_offer (some, "F33", "");
  check_offer (some, "F16", "2025 2024 2023");
  check_offer (some, "F26", NULL);
  check_offer (some, "F20", NULL);

  fixture_import_text (fixture, "teaching",
                       "年度,工号,课程,人数,计划课时,课程类型\n2024,P1,数学,46,72,理论\n");
  fixture_import_text (fixture, "training",
                       "项目编号,项目名称,项目类别,班次,日期,工号,课程类型,人数,课时\n"
                       "PX01,甲,金蓝领,1期,2025-03-20,P1,理论,55,48\n");
  fixture_import_text (fixture, "pay-ledger", LEDGER "2022,6,基础性,1,财政,\n");
  fixture_import_text (fixture, "training-income",
                       "年度,项目编号,收入,成本,培训人次\n2021,PX01,5,1,4\n");
  compute (fixture, SCHEME ("100000.00", HALVES, ""));
  all = read_offers (fixture);
  check_offer (all, "F24", "2024");
  check_offer (all, "F25", "2025");
  check_offer (all, "F26", "2025 2024"); /* of either */
  check_offer (all, "F17", "2022");
  check_offer (all, "F18", "2022");
  check_offer (all, "F21", "2021");
  check_offer (all, "F19", "");
  check_offer (all, "slips", "");
  for (guint i = 0; i < all->len; i++)
    g_assert_nonnull (((const SzFormOffer *)all->pdata[i])->form->missing);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/office/form-cases/pay-2/addon", test_addon);
  g_test_add_func ("/office/form-cases/pay-3/over-cap", test_over_cap);
  g_test_add_func ("/office/form-cases/pay-6/stretches", test_stretches);
  g_test_add_func ("/office/form-cases/pay-5/filtered", test_filtered);
  g_test_add_func ("/office/form-cases/pay-9/unplaced", test_unplaced);
  g_test_add_func ("/office/form-cases/num-5/withheld", test_withheld);
  g_test_add_func ("/office/form-cases/offers", test_offers);
  return g_test_run ();
}
