/* test-inputs.c — files written by other programs, and the college's own samples
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <string.h>

#include "sz-columns.h"
#include "table-fixture.h"

/* What make-inputs.py put into each of them. */
#define TOP                                                                                        \
  "1: T:2025年花名册\n"                                                                        \
  "3: T:工号 T:姓名 T:部门 T:来校日期 T:课时 T:专任教师 T:金额 T:备注\n"       \
  "4: T:0231 T:张三 T:教务处 D:2019-09-01 N:3.3 B:TRUE N:-1234.5 T:[一\n二]\n"
#define SECOND "= 第二页\n2: E T:x\n"

static const char computed[]
    = TOP "5: T:0232 T:欧阳丽 T:教务处 D:2020-02-29 N:4 B:FALSE N:7.3 T:[ 两边 ]\n"
          "6h: T:0233 T:𠮷野 T:教务处 T:2019 X:#N/A E N:110101199003070000 T:=不是公式_x000D_\n"
          "7: T:合计 E E E N:7.3\n" SECOND;
/* openpyxl computes nothing, and does not escape what looks like an escape. */
static const char not_computed[]
    = TOP "5: T:0232 T:欧阳丽 T:教务处 D:2020-02-29 N:4 B:FALSE X:= T:[ 两边 ]\n"
          "6h: T:0233 T:𠮷野 T:教务处 X:= X:= E N:110101199003070000 T:[=不是公式\r]\n"
          "7: T:合计 E E E X:=\n" SECOND;
/* Text knows what the sheet showed, no joined cells and no hidden rows. */
static const char as_text[]
    = "1: T:2025年花名册\n2:\n"
      "3: T:工号 T:姓名 T:部门 T:来校日期 T:课时 T:专任教师 T:金额 T:备注\n"
      "4: T:0231 T:张三 T:教务处 T:2019-09-01 T:3.3 T:TRUE T:-1,234.50 T:[一\n二]\n"
      "5: T:0232 T:欧阳丽 E T:2020年2月29日 T:4 T:FALSE T:[7.30 ] T:[ 两边 ]\n"
      "6: T:0233 T:𠮷野 E T:2019 T:#N/A E T:1.1010119900307E+017 T:=不是公式_x000D_\n"
      "7: T:合计 E E E T:7.3\n";

static const struct
{
  const char *file;
  const char *rows;
  const char *rest; /* sheets of LibreOffice's own: it turns a chart sheet into an empty one */
} inputs[] = {
  { "xlsxwriter.xlsx", computed, "" },
  { "xlsxwriter-inline.xlsx", computed, "" },
  { "xlsxwriter-1904.xlsx", computed, "" },
  { "openpyxl.xlsx", not_computed, "" },
  { "libreoffice.xlsx", computed, "= 图\n" },
  { "libreoffice-1904.xlsx", computed, "= 图\n" },
  { "libreoffice.xls", computed, "= 图\n" },
  { "libreoffice-utf8.csv", as_text, "" },
  { "libreoffice-gb18030.csv", as_text, "" },
  { "libreoffice-utf16.csv", as_text, "" },
  { "libreoffice.ods", "! file.format detail=ods\n", "" },
};

static void
test_input (gconstpointer data)
{
  gsize i = GPOINTER_TO_SIZE (data);
  g_autofree char *relative = g_build_filename ("tests", "sheet", "inputs", inputs[i].file, NULL);
  g_autofree char *path = fixture_source (relative);
  g_autofree char *rows = fixture_dump (path);
  g_autofree char *expected = g_strconcat (inputs[i].rows, inputs[i].rest, NULL);

  g_assert_cmpstr (rows, ==, expected);
}

/* ---- the samples of 2025: figures of expected.json ---- */

static const struct
{
  const char *file;
  const char *fields; /* as the samples head them; "*" none of ours */
  guint heading_row;
  guint n_rows;
  guint n_skipped;
  guint n_gaps;      /* empty cells among the fields */
  const char *first; /* the first data row's fields */
} samples[] = {
  { "教职工花名册.xlsx", "工号 姓名 身份证号码 所在部门 来校时间", 3, 128, 2, 0,
    "1005 司马勇欣 379929198412138648 人事处 2006-03-01" },
  { "花名册-有误.xlsx", "工号 姓名 身份证号 部门 职称取得日期", 3, 60, 2, 16,
    "1001 程强鹏 379919199409282528 现代服务系 2017.09.20" },
  { "年度考核.xlsx", "年度 工号 考核档次", 3, 128, 2, 0, "2025 1005 不确定档次" },
  { "教学工作量.xlsx", "年度 工号 课程 人数 计划课时 课程类型", 3, 384, 2, 0,
    "2025 1001 电子商务 36 68 一体化" },
  { "培训授课记录.csv", "项目编号 日期 工号 课程类型 人数 课时", 1, 203, 0, 0,
    "PX202506 2025-12-11 1004 实操 88 4" },
  { "兼职教师.xls", "协议号 姓名 身份证号 聘期起 聘期止 占用员额", 3, 21, 2, 0,
    "JZ2025-001 袁华梓 379931198503200015 2025-09-01 2026-02-28 1" },
  { "岗位核准.xlsx", "岗位类别 等级 核准数 生效日期", 3, 12, 2, 0,
    "专业技术 专技二级 1 2023-01-01" },
  { "全年薪酬.xlsx", "年度 工号 应发合计", 3, 128, 2, 0, "2025 1005 136232.14" },
  { "业绩点.xlsx", "年度 工号 业绩点 依据", 3, 10, 2, 0, "2025 1073 12 教学成果" },
  { "班主任.xlsx", "年度 工号 角色 起", 3, 16, 2, 0, "2025 1050 班主任 2025-09-01" },
};

static char *
join_fields (const SzColumns *columns, const SzTableRow *row)
{
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < columns->n_specs; i++)
    g_string_append_printf (out, "%s%s", i > 0 ? " " : "", sz_columns_cell (columns, row, i)->text);
  return g_string_free (out, FALSE);
}

static void
check_rows (SzTable *table, const SzColumns *columns, gsize i)
{
  g_autoptr (GError) error = NULL;
  gboolean behind = FALSE;
  guint n_rows = 0, n_skipped = 0, n_gaps = 0;
  const SzTableRow *row;

  while ((row = sz_table_next (table, NULL, &error)) != NULL)
    {
      SzRowKind kind = sz_columns_classify (columns, row);

      behind = behind || kind == SZ_ROW_SIGNATURE;
      if (kind != SZ_ROW_DATA || behind)
        {
          n_skipped++;
          continue;
        }
      if (n_rows++ == 0)
        {
          g_autofree char *first = join_fields (columns, row);

          g_assert_cmpstr (first, ==, samples[i].first);
        }
      for (guint k = 0; k < columns->n_specs; k++)
        n_gaps += *sz_columns_cell (columns, row, k)->text == '\0' ? 1 : 0;
    }
  g_assert_no_error (error);
  g_assert_cmpuint (n_rows, ==, samples[i].n_rows);
  g_assert_cmpuint (n_skipped, ==, samples[i].n_skipped);
  g_assert_cmpuint (n_gaps, ==, samples[i].n_gaps);
}

static void
test_sample (gconstpointer data)
{
  gsize i = GPOINTER_TO_SIZE (data);
  g_autofree char *relative
      = g_build_filename ("tests", "samples", "office-2025", samples[i].file, NULL);
  g_autofree char *path = fixture_source (relative);
  g_auto (GStrv) fields = g_strsplit (samples[i].fields, " ", -1);
  guint n = g_strv_length (fields);
  g_autofree SzColumnSpec *specs = g_new0 (SzColumnSpec, n);
  g_autoptr (GError) error = NULL;
  g_autoptr (SzTableFile) file = sz_table_file_open (path, SZ_ENCODING_AUTO, NULL, NULL, &error);
  g_autoptr (SzTable) table = NULL;
  g_autoptr (SzColumns) columns = NULL;

  g_assert_no_error (error);
  table = sz_table_open (file, NULL, &error);
  for (guint k = 0; k < n; k++)
    specs[k] = (SzColumnSpec){ fields[k], fields[k], NULL, TRUE };
  columns = sz_columns_find (table, specs, n, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (columns->heading_row, ==, samples[i].heading_row);
  check_rows (table, columns, i);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (inputs); i++)
    {
      g_autofree char *path = g_strdup_printf ("/sheet/inputs/%s", inputs[i].file);

      g_test_add_data_func (path, GSIZE_TO_POINTER (i), test_input);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (samples); i++)
    {
      g_autofree char *path = g_strdup_printf ("/sheet/samples/%s", samples[i].file);

      g_test_add_data_func (path, GSIZE_TO_POINTER (i), test_sample);
    }
  return g_test_run ();
}
