/* test-columns.c — headings found under titles, matched to fields, and rows that are no data
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <string.h>

#include "sz-columns.h"
#include "table-fixture.h"

static const char *const id_words[] = { "身份证号码", "公民身份号码", NULL };
static const char *const department_words[] = { "所在部门", "所在单位", NULL };
static const SzColumnSpec people[] = {
  { "工号", "工号", NULL, TRUE },
  { "姓名", "姓名", NULL, TRUE },
  { "身份证号", "身份证号", id_words, TRUE },
  { "部门", "部门", department_words, TRUE },
  { "性别", "性别", NULL, FALSE },
  { "备注", "备注", NULL, FALSE },
};
enum
{
  STAFF_NO,
  NAME,
  ID,
  DEPARTMENT,
  SEX,
  NOTE,
};

static void
test_fold (void)
{
  static const char *const folds[][2] = {
    { "身份证号", "身份证号" },
    { "  身 份 证 号 ", "身份证号" },
    { "身份证号（必填）", "身份证号" },
    { "身份证号(18位)", "身份证号" },
    { "身份证号*", "身份证号" },
    { "*身份证号", "身份证号" },
    { "★身份证号＊（必填）：", "身份证号" },
    { "身份证\n号", "身份证号" },
    { "身份证\r\n号码", "身份证号码" },
    { "　工　号　", "工号" },
    { "ＩＤ号", "id号" },
    { "课时【节】", "课时" },
    { "课时（节（每节45分钟））", "课时" },
    { "收入(元)合计", "收入(元)合计" },
    { "（必填）", "(必填)" },
    { "(一)", "(一)" },
    { "）", ")" },
    { "", "" },
    { " ", "" },
    { "**", "" },
    { "\xc2\xa0工号\xe2\x80\x8b", "工号" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (folds); i++)
    {
      g_autofree char *folded = sz_columns_fold (folds[i][0]);

      g_assert_cmpstr (folded, ==, folds[i][1]);
    }
}

static SzTable *
open_text (const char *text)
{
  g_autofree char *path = fixture_file ("columns.csv", text, -1);
  g_autoptr (GError) error = NULL;
  g_autoptr (SzTableFile) file = sz_table_file_open (path, SZ_ENCODING_AUTO, NULL, NULL, &error);
  SzTable *table = sz_table_open (file, NULL, &error);

  g_assert_no_error (error);
  return table;
}

static SzColumns *
find_in (SzTable *table, GHashTable *map)
{
  g_autoptr (GError) error = NULL;
  SzColumns *columns = sz_columns_find (table, people, G_N_ELEMENTS (people), map, NULL, &error);

  g_assert_no_error (error);
  return columns;
}

/* Heading row, then the column of each field, then the unknown columns. */
static char *
describe (const SzColumns *columns)
{
  GString *out = g_string_new (NULL);

  g_string_append_printf (out, "%u:", columns->heading_row);
  for (guint i = 0; i < columns->n_specs; i++)
    g_string_append_printf (out, " %d", columns->column_of_field[i]);
  g_string_append (out, " ?");
  for (guint i = 0; i < columns->unknown->len; i++)
    {
      guint column = g_array_index (columns->unknown, guint, i);

      g_string_append_printf (out, " %s", (char *)g_ptr_array_index (columns->headings, column));
    }
  return g_string_free (out, FALSE);
}

static const struct
{
  const char *name;
  const char *text;
  const char *found;
} find_cases[] = {
  { "first-row", "工号,姓名,身份证号,部门\n", "1: 0 1 2 3 -1 -1 ?" },
  { "any-order", "部门,性别,姓名,工号,身份证号\n", "1: 3 2 4 0 1 -1 ?" },
  { "under-title",
    "某学院花名册\n填报单位：,,,填报日期：\n序号,工号,姓名,身份证号码,所在部门,性别\n1,1,a,b,c,"
    "男\n",
    "3: 1 2 3 4 5 -1 ?" },
  { "folded", " 工　号*,姓 名,身份证号（必填）,所在单位,性别(男/女)\n", "1: 0 1 2 3 4 -1 ?" },
  { "unknown", "序号,工号,姓名,身份证号,部门,籍贯,,婚否\n", "1: 1 2 3 4 -1 -1 ? 籍贯 婚否" },
  { "official-wins", "所在部门,部门,工号,姓名,身份证号\n", "1: 2 3 4 1 -1 -1 ? 所在部门" },
  { "leftmost-wins", "姓名,工号,姓名,部门,身份证号\n", "1: 1 0 4 3 -1 -1 ? 姓名" },
  { "required-wins", "工号,姓名,性别,备注,部门\n工号,姓名,身份证号,部门\n", "2: 0 1 2 3 -1 -1 ?" },
  { "most-wins", "工号,姓名\n工号,姓名,性别\n", "2: 0 1 -1 -1 2 -1 ?" },
  { "first-of-equals", "工号,姓名,性别\n工号,姓名,性别\n", "1: 0 1 -1 -1 2 -1 ?" },
  { "too-few", "工号\n甲\n", "0: -1 -1 -1 -1 -1 -1 ?" },
  { "none", "a,b\nc,d\n", "0: -1 -1 -1 -1 -1 -1 ?" },
  { "two-rows", "工号,姓名,身份,,部门\n,,身份证号,性别,\n1,a,b,男,c\n", "2: 0 1 2 4 3 -1 ?" },
  { "two-rows-apart", "工号,姓名,身份,,部门\n\n,,身份证号,性别,\n", "1: 0 1 -1 4 -1 -1 ? 身份" },
  { "data-below", "工号,姓名,身份证号,部门,备注\n1,a,b,c,\n", "1: 0 1 2 3 -1 4 ?" },
};

static void
test_find (gconstpointer data)
{
  gsize i = GPOINTER_TO_SIZE (data);
  g_autoptr (SzTable) table = open_text (find_cases[i].text);
  g_autoptr (SzColumns) columns = find_in (table, NULL);
  g_autofree char *found = describe (columns);

  g_assert_cmpstr (found, ==, find_cases[i].found);
}

static void
test_map (void)
{
  g_autoptr (GHashTable) map = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_autoptr (SzTable) table = open_text ("编号,称呼,身份证号,部门,处室,姓名\n");
  g_autoptr (SzColumns) columns = NULL;
  g_autofree char *found = NULL;

  g_hash_table_insert (map, sz_columns_fold ("编号（新）"), g_strdup ("工号"));
  g_hash_table_insert (map, sz_columns_fold ("称呼"), g_strdup ("姓名"));
  g_hash_table_insert (map, sz_columns_fold ("处室"), g_strdup ("部门"));
  g_hash_table_insert (map, sz_columns_fold ("姓名"), g_strdup ("没有的字段"));
  columns = find_in (table, map);
  found = describe (columns);
  g_assert_cmpstr (found, ==, "1: 0 1 2 4 -1 -1 ? 部门 姓名");
}

/* "" leaves a column out, even one with the official heading; it is not unknown either. */
static void
test_map_left_out (void)
{
  g_autoptr (GHashTable) map = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_autoptr (SzTable) table = open_text ("工号,姓名,身份证号,部门,称呼\n");
  g_autoptr (SzColumns) columns = NULL;

  g_hash_table_insert (map, sz_columns_fold ("部门"), g_strdup (""));
  g_hash_table_insert (map, sz_columns_fold ("称呼"), g_strdup (""));
  columns = find_in (table, map);
  g_assert_cmpuint (columns->heading_row, ==, 1);
  g_assert_cmpint (columns->column_of_field[3], ==, -1);
  g_assert_cmpuint (columns->unknown->len, ==, 0);
}

/* Beyond the fiftieth row nobody looks. */
static void
test_fifty_rows (void)
{
  for (guint rows = 48; rows <= 51; rows++)
    {
      g_autoptr (GString) text = g_string_new (NULL);
      g_autoptr (SzTable) table = NULL;
      g_autoptr (SzColumns) columns = NULL;

      for (guint i = 0; i < rows; i++)
        g_string_append (text, "题,目\n");
      g_string_append (text, "工号,姓名,身份证号,部门\n");
      table = open_text (text->str);
      columns = find_in (table, NULL);
      g_assert_cmpuint (columns->heading_row, ==, rows < 50 ? rows + 1 : 0);
    }
}

/* The table stands behind the heading row afterwards, in workbooks as in text. */
static void
test_position (void)
{
  static const char sheet[]
      = "<worksheet><sheetData><row r=\"2\"><c t=\"inlineStr\"><is><t>花名册</t></is></c></row>"
        "<row r=\"4\"><c t=\"inlineStr\"><is><t>工号</t></is></c><c "
        "t=\"inlineStr\"><is><t>姓名</t></is></c><c t=\"inlineStr\"><is><t>部门</t></is></c></row>"
        "<row r=\"5\"><c><v>1</v></c><c><v>2</v></c><c><v>3</v></c></row><row "
        "r=\"6\"><c><v>4</v></c></row></sheetData>"
        "<mergeCells><mergeCell ref=\"C5:C6\"/></mergeCells></worksheet>";
  g_autofree char *path = fixture_book (sheet, NULL, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (SzTableFile) file = sz_table_file_open (path, SZ_ENCODING_AUTO, NULL, NULL, &error);
  g_autoptr (SzTable) table = sz_table_open (file, NULL, &error);
  g_autoptr (SzColumns) columns = find_in (table, NULL);
  const SzTableRow *row = sz_table_next (table, NULL, &error);

  g_assert_cmpuint (columns->heading_row, ==, 4);
  g_assert_cmpuint (row->number, ==, 5);
  g_assert_cmpstr (sz_columns_cell (columns, row, NAME)->text, ==, "2");
  g_assert_cmpstr (sz_columns_cell (columns, row, DEPARTMENT)->text, ==, "3");
  g_assert_cmpint (sz_columns_cell (columns, row, SEX)->type, ==, SZ_CELL_EMPTY);
  row = sz_table_next (table, NULL, &error);
  g_assert_cmpuint (row->number, ==, 6);
  g_assert_cmpstr (sz_columns_cell (columns, row, STAFF_NO)->text, ==, "4");
  g_assert_cmpstr (sz_columns_cell (columns, row, NAME)->text, ==, "");
  g_assert_cmpstr (sz_columns_cell (columns, row, DEPARTMENT)->text, ==, "3");
  g_assert_null (sz_table_next (table, NULL, &error));
  g_assert_no_error (error);
}

/* Two header rows joined by merged cells: the upper headings come down. */
static void
test_merged_header (void)
{
  static const char sheet[]
      = "<worksheet><sheetData><row><c t=\"inlineStr\"><is><t>工号</t></is></c><c "
        "t=\"inlineStr\"><is><t>基本信息</t></is></c><c/><c "
        "t=\"inlineStr\"><is><t>部门</t></is></c></row>"
        "<row><c/><c t=\"inlineStr\"><is><t>姓名</t></is></c><c "
        "t=\"inlineStr\"><is><t>身份证号</t></is></c><c/></row></sheetData>"
        "<mergeCells><mergeCell ref=\"A1:A2\"/><mergeCell ref=\"B1:C1\"/><mergeCell "
        "ref=\"D1:D2\"/></mergeCells></worksheet>";
  g_autofree char *path = fixture_book (sheet, NULL, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (SzTableFile) file = sz_table_file_open (path, SZ_ENCODING_AUTO, NULL, NULL, &error);
  g_autoptr (SzTable) table = sz_table_open (file, NULL, &error);
  g_autoptr (SzColumns) columns = find_in (table, NULL);
  g_autofree char *found = describe (columns);

  g_assert_cmpstr (found, ==, "2: 0 1 2 3 -1 -1 ?");
}

static void
test_fault (void)
{
  g_autofree char *path = fixture_file ("fault.csv", "题目\n工号,\"姓名\n", -1);
  g_autoptr (GError) error = NULL;
  g_autoptr (SzTableFile) file = sz_table_file_open (path, SZ_ENCODING_AUTO, NULL, NULL, &error);
  g_autoptr (SzTable) table = sz_table_open (file, NULL, &error);

  g_assert_null (sz_columns_find (table, people, G_N_ELEMENTS (people), NULL, NULL, &error));
  g_assert_error (error, SZ_ERROR, SZ_ERROR_FORMAT);
}

static void
test_classify (void)
{
  static const struct
  {
    const char *row;
    SzRowKind kind;
  } rows[] = {
    { "1,0231,张三,x,y", SZ_ROW_DATA },
    { ",0231", SZ_ROW_DATA },
    { ",,张三", SZ_ROW_DATA },
    { "甲组,0231", SZ_ROW_DATA },
    { ",,,,", SZ_ROW_BLANK },
    { " ,　,\t", SZ_ROW_BLANK },
    { "17,,,,", SZ_ROW_BLANK },
    { ",,,,,旁注", SZ_ROW_BLANK },
    { "序号,工号,姓名,身份证号,部门", SZ_ROW_HEADING },
    { "合计,,128人", SZ_ROW_TOTAL },
    { "合　计", SZ_ROW_TOTAL },
    { "合 计：,128", SZ_ROW_TOTAL },
    { ",,小计,5", SZ_ROW_TOTAL },
    { "总计128人", SZ_ROW_TOTAL },
    { "合计（元）,5", SZ_ROW_TOTAL },
    { "合计人数,5", SZ_ROW_TOTAL },
    { "本页小计,5", SZ_ROW_TOTAL },
    { "累计,5", SZ_ROW_TOTAL },
    { "机械工程系小计,5", SZ_ROW_TOTAL },
    { "3,合计,,,128人", SZ_ROW_TOTAL },
    { "3,,制表人：张三", SZ_ROW_SIGNATURE },
    { "以下空白", SZ_ROW_SIGNATURE },
    { "（本表一式两份）", SZ_ROW_BLANK },
    { "(see overleaf)", SZ_ROW_BLANK },
    { "（甲）,0231,张三", SZ_ROW_DATA },
    { "总计算机系,0231,张三", SZ_ROW_DATA },
    { "1,0231,小计", SZ_ROW_DATA },
    { "单位负责人：,,,制表人：", SZ_ROW_SIGNATURE },
    { "制表人：张三", SZ_ROW_SIGNATURE },
    { "制 表 人", SZ_ROW_SIGNATURE },
    { ",,审核人:", SZ_ROW_SIGNATURE },
    { "负责人（签字）", SZ_ROW_SIGNATURE },
    { "制表：李四", SZ_ROW_SIGNATURE },
    { "日期：2026年1月8日", SZ_ROW_SIGNATURE },
    { "填表人", SZ_ROW_SIGNATURE },
    { "审核科,0231,张三", SZ_ROW_DATA },
    { "负责人事务,0231,张三", SZ_ROW_DATA },
    { "示例,0231,张三", SZ_ROW_EXAMPLE },
    { "示例（导入时略过）,0231,张三", SZ_ROW_EXAMPLE },
    { "注：本表一式两份", SZ_ROW_BLANK },
    { "备注:一式两份", SZ_ROW_BLANK },
    { "注：甲,0231,张三", SZ_ROW_DATA },
  };
  g_autoptr (GString) text = g_string_new ("序号,工号,姓名,身份证号,部门,旁边\n");
  g_autoptr (SzTable) table = NULL;
  g_autoptr (SzColumns) columns = NULL;
  g_autoptr (GError) error = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    g_string_append_printf (text, "%s\n", rows[i].row);
  table = open_text (text->str);
  columns = find_in (table, NULL);
  g_assert_cmpuint (columns->heading_row, ==, 1);
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      const SzTableRow *row = sz_table_next (table, NULL, &error);

      g_assert_no_error (error);
      g_test_message ("%s", rows[i].row);
      g_assert_cmpint (sz_columns_classify (columns, row), ==, rows[i].kind);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/sheet/columns/fold", test_fold);
  for (gsize i = 0; i < G_N_ELEMENTS (find_cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/sheet/columns/find/%s", find_cases[i].name);

      g_test_add_data_func (path, GSIZE_TO_POINTER (i), test_find);
    }
  g_test_add_func ("/sheet/columns/map", test_map);
  g_test_add_func ("/sheet/columns/map-left-out", test_map_left_out);
  g_test_add_func ("/sheet/columns/fifty-rows", test_fifty_rows);
  g_test_add_func ("/sheet/columns/position", test_position);
  g_test_add_func ("/sheet/columns/merged-header", test_merged_header);
  g_test_add_func ("/sheet/columns/fault", test_fault);
  g_test_add_func ("/sheet/columns/classify", test_classify);
  return g_test_run ();
}
