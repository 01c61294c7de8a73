/* paper-fixture.h — papers with made-up rows for the tests of paper
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sz-paper.h"

#include <glib/gstdio.h>

/* Rows are worked out from their number, so that two runs always agree. */
typedef void (*FixtureFill) (guint64 row, SzValue *values, const char **group);

typedef struct
{
  FixtureFill fill;
  guint64 rows;
  guint64 next;
} FixtureSource;

static gboolean
reset_rows (gpointer self, GError **error)
{
  ((FixtureSource *)self)->next = 0;
  return TRUE;
}

static gboolean
next_row (gpointer self, SzValue *values, const char **group, GError **error)
{
  FixtureSource *source = self;

  if (source->next >= source->rows)
    return FALSE;
  source->fill (source->next++, values, group);
  return TRUE;
}

static guint64
count_rows (gpointer self)
{
  return ((FixtureSource *)self)->rows;
}

static const SzPaperSourceClass fixture_class = { reset_rows, next_row, count_rows, g_free };

static inline void
fixture_add_table (SzPaper *paper,
                   const SzPaperColumn *columns,
                   guint n_columns,
                   const SzTableOptions *options,
                   FixtureFill fill,
                   guint64 rows)
{
  FixtureSource *source = g_new0 (FixtureSource, 1);

  source->fill = fill;
  source->rows = rows;
  sz_paper_add_table (paper, columns, n_columns, options, &fixture_class, source);
}

static inline SzValue
text_value (const char *text)
{
  return (SzValue){ SZ_VALUE_TEXT, text, 0 };
}

static inline SzValue
number_value (gint64 number)
{
  return (SzValue){ SZ_VALUE_NUMBER, NULL, number };
}

static inline SzValue
date_value (int year, int month, int day)
{
  return (SzValue){ SZ_VALUE_DATE, NULL, sz_date_make (year, month, day) };
}

/* A pay list of 14 columns like F20. */
static const SzPaperColumn pay_columns[] = {
  { "序号", NULL, SZ_COLUMN_COUNT, 0, 5, SZ_TOTAL_NONE, NULL, FALSE, FALSE },
  { "工号", NULL, SZ_COLUMN_CODE, 0, 7, SZ_TOTAL_NONE, NULL, FALSE, FALSE },
  { "姓名", NULL, SZ_COLUMN_TEXT, 0, 9, SZ_TOTAL_COUNT, "人", FALSE, FALSE, FALSE, FALSE, TRUE },
  { "部门", NULL, SZ_COLUMN_TEXT, 0, 14, SZ_TOTAL_NONE, NULL, FALSE, FALSE },
  { "岗位等级", NULL, SZ_COLUMN_TEXT, 0, 10, SZ_TOTAL_NONE, NULL, TRUE, FALSE },
  { "岗位系数", "系数", SZ_COLUMN_DECIMAL, 4, 9, SZ_TOTAL_NONE, NULL, TRUE, FALSE },
  { "工作量系数", "系数", SZ_COLUMN_DECIMAL, 4, 9, SZ_TOTAL_NONE, NULL, TRUE, FALSE },
  { "考核", NULL, SZ_COLUMN_TEXT, 0, 7, SZ_TOTAL_NONE, NULL, TRUE, FALSE },
  { "月数", NULL, SZ_COLUMN_COUNT, 0, 5, SZ_TOTAL_NONE, NULL, FALSE, FALSE },
  { "点数", NULL, SZ_COLUMN_DECIMAL, 2, 10, SZ_TOTAL_SUM, NULL, FALSE, FALSE },
  { "常规", "金额（元）", SZ_COLUMN_AMOUNT, 2, 13, SZ_TOTAL_SUM, NULL, FALSE, FALSE },
  { "封顶调节", "金额（元）", SZ_COLUMN_AMOUNT, 2, 12, SZ_TOTAL_SUM, NULL, TRUE, FALSE },
  { "应发", "金额（元）", SZ_COLUMN_AMOUNT, 2, 13, SZ_TOTAL_SUM, NULL, FALSE, FALSE },
  { "领取人签字", NULL, SZ_COLUMN_TEXT, 0, 12, SZ_TOTAL_NONE, NULL, FALSE, FALSE },
};
#define N_PAY_COLUMNS G_N_ELEMENTS (pay_columns)

static inline void
fill_pay (guint64 row, SzValue *values, const char **group)
{
  static const char *const names[]
      = { "王　芳", "欧阳建国", "李　伟", "阿卜杜拉·买买提", "张小红", "诸葛　亮" };
  static const char *const departments[]
      = { "机电工程系", "信息工程系", "现代服务与烹饪技术教学管理部", "人事处" };
  static char code[16];
  gint64 amount = (gint64)(row * 1234567 % 4000000) + 1;

  g_snprintf (code, sizeof code, "%04u", (guint)row + 1);
  values[0] = number_value ((gint64)row + 1);
  values[1] = text_value (code);
  values[2] = text_value (names[row % G_N_ELEMENTS (names)]);
  *group = departments[row / 13 % G_N_ELEMENTS (departments)];
  values[3] = text_value (*group);
  values[4] = row % 5 == 4 ? (SzValue){ 0 } : text_value ("专技七级");
  values[5] = number_value (12000 + (gint64)row % 7 * 500);
  values[6] = row % 9 == 8 ? (SzValue){ 0 } : number_value (9500);
  values[7] = text_value ("合格");
  values[8] = number_value (12);
  values[9] = number_value (7920 + (gint64)row);
  values[10] = number_value (amount);
  values[11] = row % 4 == 0 ? (SzValue){ 0 } : number_value (row % 4 == 1 ? -amount / 10 : 0);
  values[12] = number_value (amount + (row % 4 == 1 ? -amount / 10 : 0));
}

static inline SzPaper *
make_pay_paper (guint64 rows, gboolean page_subtotals)
{
  static const char *const labels[]
      = { "单位负责人（签章）：", "审核人：", "制表人：", "联系电话：", NULL };
  SzTableOptions options = { FALSE, page_subtotals, "合计", TRUE, TRUE };
  SzPaper *paper = sz_paper_new ("奖励性绩效发放明细", SZ_ORIENTATION_AUTO);

  sz_paper_add_title (paper, "2025年度奖励性绩效工资发放明细表");
  sz_paper_add_headline (paper, "填报单位（盖章）：示范技师学院", "填报日期：2026年1月15日",
                         "单位：元");
  fixture_add_table (paper, pay_columns, N_PAY_COLUMNS, &options, fill_pay, rows);
  sz_paper_add_text (paper, "注：封顶调节为负数的，调出部分按规则分给未封顶人员。");
  sz_paper_add_signatures (paper, labels);
  return paper;
}

/* A folder of its own for each test. */
static inline char *
make_folder (void)
{
  char *folder = g_dir_make_tmp ("sz-paper-XXXXXX", NULL);

  g_assert_nonnull (folder);
  return folder;
}

static inline void
remove_folder (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      if (g_file_test (path, G_FILE_TEST_IS_DIR))
        remove_folder (path);
      else
        g_assert_cmpint (g_unlink (path), ==, 0);
    }
  g_assert_cmpint (g_rmdir (folder), ==, 0);
}
