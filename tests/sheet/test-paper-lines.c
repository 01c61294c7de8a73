/* test-paper-lines.c — lines of paper beside plain rows: groups within groups, rows to sign in,
 * signatures, boxes for opinions, strips to be cut
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "paper-fixture.h"
#include "sz-leaf.h"
#include "sz-paper-cairo.h"
#include "zip-parts.h"

#include <math.h>
#include <string.h>

static const SzPaperColumn hours_columns[] = {
  { "课程", NULL, SZ_COLUMN_TEXT, 0, 20, SZ_TOTAL_NONE, NULL, FALSE, FALSE },
  { "课时", NULL, SZ_COLUMN_DECIMAL, 2, 10, SZ_TOTAL_SUM, NULL, FALSE, FALSE },
};

/* Seven rows a department, two a teacher, one name in both departments. */
static void
fill_hours (guint64 row, SzValue *values, const char **group)
{
  static const char *const groups[]
      = { "甲系\037一", "甲系\037一", "甲系\037二", "甲系\037二", "甲系\037三", "甲系\037三",
          "甲系\037四", "乙系\037四", "乙系\037四", "乙系\037五", "乙系\037五" };

  *group = groups[row % G_N_ELEMENTS (groups)];
  values[0] = text_value ("数学");
  values[1] = number_value (1 << row);
}

static gboolean
note_sum_cb (const SzFlowLine *line, gpointer user_data, GError **error)
{
  if (line->tally != NULL)
    g_string_append_printf (user_data, "%s %d|", line->text,
                            (int)sz_tally_value (line->tally, 1).number);
  return TRUE;
}

/* RULE num-5: teachers add up to their department, departments to the total. Each row is a power of
   two, so that a sum names its rows. */
static void
test_within (void)
{
  const SzTableOptions options = { .group_subtotals = TRUE, .total_label = "合计" };
  g_autoptr (SzPaper) paper = sz_paper_new ("x", SZ_ORIENTATION_AUTO);
  g_autoptr (GString) sums = g_string_new (NULL);
  g_autoptr (GError) error = NULL;
  SzFlowWatch watch = { 0 };

  fixture_add_table (paper, hours_columns, 2, &options, fill_hours, 11);
  g_assert_true (sz_flow_run (paper, note_sum_cb, sums, &watch, &error));
  g_assert_no_error (error);
  g_assert_cmpstr (sums->str, ==,
                   "小计 3|小计 12|小计 48|小计 64|甲系小计 127|小计 384|小计 1536|乙系小计 1920|"
                   "合计 2047|");
}

/* Three rows in two groups, each with what is said below it. */
static void
fill_noted (guint64 row, SzValue *values, const char **group)
{
  *group = row < 2 ? "正高\036参评 2 人" : "副高\036参评 1 人";
  values[0] = text_value ("数学");
  values[1] = number_value (1);
}

static gboolean
note_text_cb (const SzFlowLine *line, gpointer user_data, GError **error)
{
  if (line->kind == SZ_LINE_ROW)
    g_string_append (user_data, "row|");
  else if (line->text != NULL)
    g_string_append_printf (user_data, "%s|", line->text);
  return TRUE;
}

/* A group has its name above and its words below it, the table its own at the end. */
static void
test_noted (void)
{
  const SzTableOptions options
      = { .group_headings = TRUE, .total_label = "合计", .total_text = "共 3 人" };
  g_autoptr (SzPaper) paper = sz_paper_new ("x", SZ_ORIENTATION_AUTO);
  g_autoptr (GString) lines = g_string_new (NULL);
  g_autoptr (GError) error = NULL;
  SzFlowWatch watch = { 0 };

  fixture_add_table (paper, hours_columns, 2, &options, fill_noted, 3);
  g_assert_true (sz_flow_run (paper, note_text_cb, lines, &watch, &error));
  g_assert_no_error (error);
  g_assert_cmpstr (lines->str, ==, "正高|row|row|参评 2 人|副高|row|参评 1 人|合计|共 3 人|");
}

static double
fake_width (gpointer self, SzTypeface face, double size, const char *text)
{
  return size * (double)g_utf8_strlen (text, -1);
}

static double
fake_height (gpointer self, SzTypeface face, double size, const char *text, double width)
{
  double per_line = MAX (1, floor (width / size));

  return ceil ((double)g_utf8_strlen (text, -1) / per_line) * size * SZ_LEAF_LINE;
}

static const SzMeasure measure = { NULL, fake_width, fake_height };

static SzLeaves *
lay_out (SzPaper *paper)
{
  g_autoptr (GError) error = NULL;
  SzFlowWatch watch = { 0 };
  SzLeaves *leaves = sz_leaves_new (&paper, 1, &measure, &watch, &error);

  g_assert_no_error (error);
  return leaves;
}

/* However small the type, a row that people sign in takes a pen. */
static void
test_pen (void)
{
  for (int signs = 0; signs < 2; signs++)
    {
      SzPaperColumn columns[N_PAY_COLUMNS];
      const SzTableOptions options = { .total_label = "合计" };
      g_autoptr (SzPaper) paper = sz_paper_new ("x", SZ_ORIENTATION_AUTO);
      g_autoptr (SzLeaves) leaves = NULL;
      guint rows = 0;

      memcpy (columns, pay_columns, sizeof columns);
      columns[N_PAY_COLUMNS - 1].signs = signs;
      for (guint c = 0; c < N_PAY_COLUMNS; c++)
        columns[c].width *= 1.6;
      fixture_add_table (paper, columns, N_PAY_COLUMNS, &options, fill_pay, 30);
      leaves = lay_out (paper);
      for (guint i = 0; i < leaves->lines->len; i++)
        {
          const SzLeafLine *line = g_ptr_array_index (leaves->lines, i);

          if (line->kind != SZ_LINE_ROW)
            continue;
          rows++;
          if (signs)
            g_assert_cmpfloat (line->height, >=, SZ_LEAF_PEN);
          else
            g_assert_cmpfloat (line->height, <, SZ_LEAF_PEN);
        }
      g_assert_cmpuint (rows, ==, 30);
    }
}

/* Every label keeps a line to sign on; lines are about equally full. */
static void
test_signatures (void)
{
  static const struct
  {
    const char *const labels[8];
    double room;
    guint per_line;
  } cases[] = {
    { { "制表人", "审核人", "负责人", "联系电话" }, 760, 4 },
    { { "制表人", "审核人", "负责人", "分管领导", "联系电话" }, 760, 3 },
    { { "考核委员会", "单位负责人（签章）", "人事负责人", "制表人" }, 442, 2 },
    { { "很长很长很长很长很长很长很长很长很长很长很长很长的称呼", "乙" }, 300, 1 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (SzPaper) paper = sz_paper_new ("x", SZ_ORIENTATION_AUTO);
      const SzPaperBlock *block;

      sz_paper_add_signatures (paper, cases[i].labels);
      block = g_ptr_array_index (paper->blocks, 0);
      g_assert_cmpuint (sz_leaf_per_line (&measure, block, 10.5, cases[i].room), ==,
                        cases[i].per_line);
    }
}

/* Workbooks have a line to sign on too, where there is room for one. */
static void
test_signatures_of_workbook (void)
{
  static const char *const labels[] = { "制表人", "审核人", NULL };
  const SzTableOptions options = { 0 };
  g_autoptr (SzPaper) paper = sz_paper_new ("x", SZ_ORIENTATION_AUTO);
  g_autofree char *folder = make_folder ();
  g_autofree char *path = g_build_filename (folder, "a.xlsx", NULL);
  g_autoptr (GError) error = NULL;
  g_autofree char *strings = NULL;

  fixture_add_table (paper, pay_columns, N_PAY_COLUMNS, &options, fill_pay, 1);
  sz_paper_add_signatures (paper, labels);
  sz_paper_write_xlsx (&paper, 1, path, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  strings = read_part (path, "xl/sharedStrings.xml");
  g_assert_nonnull (strstr (strings, "制表人：________________<"));
  remove_folder (folder);
}

/* Boxes follow the table they judge, two a line, high enough for a seal. */
static void
test_opinions (void)
{
  static const char *const labels[] = { "单位意见：", "主管部门意见：", "财政部门意见：", NULL };
  const SzTableOptions options = { .total_label = "合计" };
  g_autoptr (SzPaper) paper = sz_paper_new ("x", SZ_ORIENTATION_AUTO);
  g_autofree char *folder = make_folder ();
  g_autofree char *path = g_build_filename (folder, "a.xlsx", NULL);
  g_autoptr (GError) error = NULL;
  g_autofree char *strings = NULL;
  g_autoptr (SzLeaves) leaves = NULL;
  const SzLeaf *leaf;
  guint boxes = 0;

  fixture_add_table (paper, hours_columns, 2, &options, fill_hours, 11);
  sz_paper_add_opinions (paper, labels);
  leaves = lay_out (paper);
  g_assert_cmpuint (leaves->pages->len, ==, 1);
  leaf = g_ptr_array_index (leaves->pages, 0);
  for (guint i = 0; i < leaf->lines->len; i++)
    {
      const SzLeafLine *line = g_ptr_array_index (leaf->lines, i);

      boxes += line->kind == SZ_LINE_OPINIONS;
      g_assert_true (line->kind != SZ_LINE_OPINIONS || line->height >= 85); /* 3 cm */
    }
  g_assert_cmpuint (boxes, ==, 2);
  sz_paper_write_xlsx (&paper, 1, path, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  strings = read_part (path, "xl/sharedStrings.xml");
  for (guint i = 0; labels[i] != NULL; i++)
    g_assert_nonnull (strstr (strings, labels[i]));
  g_assert_nonnull (strstr (strings, SZ_LABEL_DAY));
  remove_folder (folder);
}

static SzPaper *
make_strips (guint n)
{
  const SzTableOptions options = { .no_repeat = TRUE };
  SzPaper *paper = sz_paper_new ("x", SZ_ORIENTATION_AUTO);

  for (guint i = 0; i < n; i++)
    {
      sz_paper_add_headline (paper, "工资条", "", "单位：元");
      fixture_add_table (paper, pay_columns, N_PAY_COLUMNS, &options, fill_pay, 1);
      sz_paper_add_cut (paper);
    }
  return paper;
}

/* A strip is never on two pages, on paper as in a workbook. */
static void
test_strips (void)
{
  g_autoptr (SzPaper) paper = make_strips (40);
  g_autofree char *folder = make_folder ();
  g_autofree char *path = g_build_filename (folder, "a.xlsx", NULL);
  g_autoptr (SzLeaves) leaves = lay_out (paper);
  g_autoptr (GError) error = NULL;
  g_autofree char *sheet = NULL;
  g_autofree char *strings = NULL;
  const char *at;
  guint breaks = 0;

  g_assert_cmpuint (leaves->pages->len, >, 1);
  for (guint p = 0; p < leaves->pages->len; p++)
    {
      const SzLeaf *leaf = g_ptr_array_index (leaves->pages, p);
      const SzLeafLine *first = g_ptr_array_index (leaf->lines, 0);
      const SzLeafLine *last = g_ptr_array_index (leaf->lines, leaf->lines->len - 1);

      g_assert_cmpint (first->kind, ==, SZ_LINE_HEADLINE);
      g_assert_cmpint (last->kind, ==, SZ_LINE_CUT);
    }
  sz_paper_write_xlsx (&paper, 1, path, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  sheet = read_part (path, "xl/worksheets/sheet1.xml");
  /* Headline, two rows of heading, the person, the cut: five rows a strip. */
  for (at = strstr (sheet, "<brk id=\""); at != NULL; at = strstr (at + 1, "<brk id=\""))
    {
      g_assert_cmpint (g_ascii_strtoll (at + strlen ("<brk id=\""), NULL, 10) % 5, ==, 0);
      breaks++;
    }
  g_assert_cmpuint (breaks, >, 0);
  strings = read_part (path, "xl/sharedStrings.xml");
  g_assert_nonnull (strstr (strings, ">单位：元<")); /* at the right, not behind the title */
  remove_folder (folder);
}

/* The knife finds its line from edge to edge. */
static void
test_cut (void)
{
  g_autoptr (SzPaper) paper = sz_paper_new ("x", SZ_ORIENTATION_PORTRAIT);
  g_autoptr (GError) error = NULL;
  g_autoptr (SzPages) pages = NULL;
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, 596, 842);
  cairo_t *cr = cairo_create (surface);
  SzPageBox box;
  const guint8 *data;
  int stride;
  int left = 596, right = 0;

  sz_paper_add_cut (paper);
  pages = sz_pages_new (&paper, 1, &error);
  g_assert_no_error (error);
  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  sz_pages_draw (pages, 0, cr);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  sz_page_box (paper, &box);
  data = cairo_image_surface_get_data (surface);
  stride = cairo_image_surface_get_stride (surface);
  for (int y = (int)box.top; y < (int)(box.top + sz_leaf_type (&box, FALSE)->cut); y++)
    for (int x = 0; x < 596; x++)
      if (data[y * stride + x * 4] < 200)
        {
          left = MIN (left, x);
          right = MAX (right, x);
        }
  g_assert_cmpint (left, <=, (int)box.left + 1);
  g_assert_cmpint (right, >=, (int)(box.width - box.right) - 5);
  cairo_surface_destroy (surface);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/sheet/paper-lines/num-5/within", test_within);
  g_test_add_func ("/sheet/paper-lines/noted", test_noted);
  g_test_add_func ("/sheet/paper-lines/pen", test_pen);
  g_test_add_func ("/sheet/paper-lines/signatures", test_signatures);
  g_test_add_func ("/sheet/paper-lines/signatures-of-workbook", test_signatures_of_workbook);
  g_test_add_func ("/sheet/paper-lines/opinions", test_opinions);
  g_test_add_func ("/sheet/paper-lines/strips", test_strips);
  g_test_add_func ("/sheet/paper-lines/cut", test_cut);
  return g_test_run ();
}
