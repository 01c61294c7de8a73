/* test-form-print.c — what the forms look like on paper: type, people a page, order of signatures
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <string.h>

#include "import-fixture.h"
#include "sz-demo.h"
#include "sz-form-make.h"
#include "sz-form.h"
#include "sz-leaf.h"
#include "sz-pay-act.h"
#include "sz-pen.h"

#define PEOPLE 60

static void
fill (Fixture *fixture)
{
  const char *root = g_getenv ("SHIZI_SOURCE_ROOT");
  g_autofree char *scheme = g_build_filename (root, "data", "sample", "scheme.json", NULL);
  g_autoptr (SzIssueList) issues = sz_issue_list_new ();
  g_autoptr (SzPayView) view = NULL;
  g_autoptr (GError) error = NULL;
  const SzDemoRequest request = { .people = PEOPLE, .year = 2025, .seed = 3 };
  SzDemoReport report;

  sz_office_demo (fixture->office, &request, &report, (SzProgress){ NULL, NULL }, NULL, &error);
  g_assert_no_error (error);
  view = sz_office_pay_compute (fixture->office, scheme, SZ_PAY_STORE, issues,
                                (SzProgress){ NULL, NULL }, NULL, &error);
  g_assert_no_error (error);
}

static SzPaper *
make (Fixture *fixture, const char *id, const SzFormParams *params)
{
  g_autoptr (GError) error = NULL;
  SzPaper *paper = sz_form_make (fixture->office, id, params, NULL, &error);

  g_assert_no_error (error);
  return paper;
}

/* Rows of tables on page @page, from 0. */
static guint
count_rows (SzPaper *paper, guint page)
{
  g_autoptr (SzPen) pen = sz_pen_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (SzLeafPlan) plan = sz_leaf_plan_new (paper, sz_pen_measure (pen), NULL, &error);
  const SzPageSpan *span;
  guint rows = 0;

  g_assert_no_error (error);
  g_assert_cmpuint (plan->pages->spans->len, >, page);
  span = &g_array_index (plan->pages->spans, SzPageSpan, page);
  for (guint i = span->first; i < span->end; i++)
    rows += plan->lines[i].kind == SZ_LINE_ROW;
  return rows;
}

static double
get_type_size (SzPaper *paper)
{
  SzPageBox box;
  g_autoptr (SzColumnFit) fit = NULL;

  sz_page_box (paper, &box);
  fit = sz_column_fit_new (sz_paper_widest (paper), sz_page_box_room (&box));
  return fit->font_size;
}

static const char *
get_title (SzPaper *paper)
{
  const SzPaperBlock *block = g_ptr_array_index (paper->blocks, 0);

  g_assert_cmpint (block->kind, ==, SZ_BLOCK_TITLE);
  return block->texts[0];
}

/* Three components: 9 pt on A4, 24 people even on the page with the title; with points on A3. */
static void
test_f20 (void)
{
  const SzFormParams large = { .with_points = TRUE, .is_a3 = TRUE };
  const SzFormParams plain = { 0 };
  g_autoptr (Fixture) fixture = fixture_new ();
  g_autoptr (SzPaper) paper = NULL;
  g_autoptr (SzPaper) points = NULL;
  g_autoptr (SzPaper) sums = NULL;
  SzPageBox box;

  fill (fixture);
  paper = make (fixture, "F20", &plain);
  g_assert_cmpstr (get_title (paper), ==, "2025年度奖励性绩效工资发放明细表（个人）");
  g_assert_cmpstr (paper->foot, ==, "编号：2025-1");
  sz_page_box (paper, &box);
  g_assert_true (box.landscape);
  g_assert_cmpfloat (get_type_size (paper), >=, 9);
  g_assert_cmpuint (count_rows (paper, 0), >=, 24);
  points = make (fixture, "F20", &large);
  sz_page_box (points, &box);
  g_assert_cmpfloat_with_epsilon (box.width, 420 * 72 / 25.4, 0.01);
  g_assert_cmpfloat (get_type_size (points), >=, 9);
  g_assert_cmpuint (sz_paper_widest (points)->n_columns, ==,
                    sz_paper_widest (paper)->n_columns + 3);
  sums = make (fixture, "F19", &plain);
  g_assert_cmpstr (get_title (sums), ==, "2025年度奖励性绩效工资分配汇总表（部门）");
}

/* Twelve strips a page; two slips a page, or one on A5. */
static void
test_slips (void)
{
  const SzFormParams small = { .is_a5 = TRUE };
  const SzFormParams plain = { 0 };
  g_autoptr (Fixture) fixture = fixture_new ();
  g_autoptr (SzPaper) strips = NULL;
  g_autoptr (SzPaper) halves = NULL;
  g_autoptr (SzPaper) leaves = NULL;
  SzPageBox box;

  fill (fixture);
  strips = make (fixture, "slips", &plain);
  sz_page_box (strips, &box);
  g_assert_false (box.landscape);
  g_assert_cmpuint (count_rows (strips, 0), >=, 12);
  halves = make (fixture, "slip", &plain);
  g_assert_cmpuint (count_rows (halves, 0), ==, 2);
  leaves = make (fixture, "slip", &small);
  sz_page_box (leaves, &box);
  g_assert_cmpfloat_with_epsilon (box.width, 210 * 72 / 25.4, 0.01);
  g_assert_cmpuint (count_rows (leaves, 1), ==, 1);
}

/* Where a signature stands: 制表人, 审核人, the offices, 分管领导, 单位负责人, telephone. */
static guint
get_rank (const char *label)
{
  static const char *const ranks[][3]
      = { { "制表人", "填报人" },     { "审核人", "复核人" }, { NULL },
          { "分管领导", "主管领导" }, { "单位负责人" },       { "联系电话", "日期" } };

  for (guint rank = 0; rank < G_N_ELEMENTS (ranks); rank++)
    for (guint i = 0; i < 3 && ranks[rank][i] != NULL; i++)
      if (g_str_has_prefix (label, ranks[rank][i]))
        return rank;
  return 2;
}

static void
test_signatures (void)
{
  const SzFormParams params = { .year = 2025, .on = 20251231 };
  g_autoptr (Fixture) fixture = fixture_new ();
  g_autoptr (GPtrArray) forms = NULL;
  g_autoptr (GError) error = NULL;
  guint seen = 0;

  fill (fixture);
  forms = sz_form_list (fixture->office, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < forms->len; i++)
    {
      const SzForm *form = g_ptr_array_index (forms, i);
      g_autoptr (SzPaper) paper = sz_form_make (fixture->office, form->id, &params, NULL, NULL);

      for (guint b = 0; paper != NULL && b < paper->blocks->len; b++)
        {
          const SzPaperBlock *block = g_ptr_array_index (paper->blocks, b);

          for (guint t = 1; block->kind == SZ_BLOCK_SIGNATURES && t < block->n_texts; t++)
            {
              g_test_message ("%s: %s %s", form->id, block->texts[t - 1], block->texts[t]);
              g_assert_cmpuint (get_rank (block->texts[t - 1]), <=, get_rank (block->texts[t]));
            }
          seen += block->kind == SZ_BLOCK_SIGNATURES;
        }
    }
  g_assert_cmpuint (seen, >, 8);
}

/* What the contents of a meeting's papers name, and where they lead. */
static void
test_meeting (void)
{
  static const char *const forms[] = { "F19", "roster", "F20", NULL };
  g_autoptr (Fixture) fixture = fixture_new ();
  g_autofree char *path = g_build_filename (fixture->folder, "m.pdf", NULL);
  g_autofree char *data = NULL;
  g_autoptr (GError) error = NULL;
  gsize length;
  guint links = 0;

  fill (fixture);
  sz_form_export (fixture->office,
                  &(SzFormExport){ .ids = forms, .params = { .on = 20251231 }, .path = path },
                  &error);
  g_assert_no_error (error);
  g_assert_true (g_file_get_contents (path, &data, &length, &error));
  for (gsize i = 0; i + 14 < length; i++)
    links += memcmp (data + i, "/Subtype /Link", 14) == 0;
  g_assert_cmpuint (links, >=, 3);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/office/form-print/f20", test_f20);
  g_test_add_func ("/office/form-print/slips", test_slips);
  g_test_add_func ("/office/form-print/signatures", test_signatures);
  g_test_add_func ("/office/form-print/meeting", test_meeting);
  return g_test_run ();
}
