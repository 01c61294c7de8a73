/* sz-form-f26.c — F26 年度工作量汇总及超课时津贴表
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-convert.h"
#include "sz-form-private.h"
#include "sz-view-people.h"

typedef struct
{
  SzConvert *convert;
  GPtrArray *lines; /* of SzConvertLine, as printed */
  gboolean has_titles;
  gboolean has_excess; /* some training is over its cap and paid by fee */
} Table;

static void
table_freed_cb (gpointer data)
{
  Table *table = data;

  g_clear_pointer (&table->lines, g_ptr_array_unref);
  g_clear_pointer (&table->convert, sz_convert_free);
  g_free (table);
}

static void
fill_row_cb (gpointer data, guint index, SzFormRow *row)
{
  const Table *table = data;
  const SzConvertLine *line = g_ptr_array_index (table->lines, index);
  const SzLoadYear *load = &line->load;
  gint64 done_x100 = load->teaching_x100 + load->training_credit_x100;

  sz_form_row_number (row, index + 1);
  sz_form_row_text (row, line->department);
  sz_form_row_text (row, line->staff_no);
  sz_form_row_take (row, sz_form_dup_name (line->name));
  if (table->has_titles)
    sz_form_row_text (row,
                      line->title != NULL ? sz_codes_name (SZ_TABLE_TITLE, line->title) : NULL);
  sz_form_row_number (row, load->quota_x100);
  sz_form_row_number (row, load->teaching_x100);
  sz_form_row_number (row, load->training_x100);
  sz_form_row_number (row, load->training_credit_x100);
  if (table->has_excess)
    sz_form_row_number (row, load->training_over_x100);
  sz_form_row_number (row, done_x100);
  sz_form_row_number (row, done_x100 - load->quota_x100);
  sz_form_row_number (row, load->over_x100);
  sz_form_row_number (row, load->over_rate_fen);
  sz_form_row_number (row, load->over_pay_fen);
}

static SzFormColumns *
make_columns (const Table *table)
{
  SzFormColumns *columns = sz_form_columns_new ();

  sz_form_columns_add (columns, NULL, "序号", SZ_COLUMN_COUNT, 0, 5);
  sz_form_columns_add (columns, NULL, "部门", SZ_COLUMN_TEXT, 0, 14)->dash = TRUE;
  sz_form_columns_add (columns, NULL, "工号", SZ_COLUMN_CODE, 0, 8);
  sz_form_columns_add (columns, NULL, "姓名", SZ_COLUMN_TEXT, 0, 8);
  if (table->has_titles)
    sz_form_columns_add (columns, NULL, "职称", SZ_COLUMN_TEXT, 0, 14)->dash = TRUE;
  sz_form_columns_add_sum (columns, NULL, "额定课时", SZ_HOURS_DECIMALS, 10);
  sz_form_columns_add_sum (columns, NULL, "全日制课时", SZ_HOURS_DECIMALS, 11);
  sz_form_columns_add_sum (columns, "培训课时", "折算", SZ_HOURS_DECIMALS, 10);
  sz_form_columns_add_sum (columns, "培训课时", "计入", SZ_HOURS_DECIMALS, 10);
  if (table->has_excess)
    sz_form_columns_add_sum (columns, "培训课时", "超出（付课酬）", SZ_HOURS_DECIMALS, 10);
  sz_form_columns_add_sum (columns, NULL, "合计课时", SZ_HOURS_DECIMALS, 11);
  sz_form_columns_add_sum (columns, NULL, "超/欠", SZ_HOURS_DECIMALS, 11);
  sz_form_columns_add_sum (columns, NULL, "超课时", SZ_HOURS_DECIMALS, 10);
  sz_form_columns_add (columns, NULL, "单价", SZ_COLUMN_AMOUNT, 2, 8);
  sz_form_columns_add_amount (columns, NULL, "金额");
  return columns;
}

/* 系部 → 姓氏笔画, as everybody stands in the people's view. */
static gboolean
order_lines (Table *table, SzOffice *office, GCancellable *cancellable, GError **error)
{
  SzDate last = sz_date_make (table->convert->year, 12, 31);
  g_autoptr (SzPeopleView) people = sz_view_people_open (office, last, cancellable, error);
  g_autoptr (GHashTable) by_id = g_hash_table_new (g_int64_hash, g_int64_equal);
  g_autoptr (GArray) ids = NULL;
  SzPeopleFilter all = SZ_PEOPLE_ALL;

  if (people == NULL)
    return FALSE;
  for (gsize i = 0; i < table->convert->n_lines; i++)
    {
      SzConvertLine *line = &table->convert->lines[i];

      g_hash_table_insert (by_id, &line->person_id, line);
      table->has_titles |= line->title != NULL && *line->title != '\0';
      table->has_excess |= line->load.training_over_x100 != 0;
    }
  ids = sz_people_view_ids (people, &all, SZ_PEOPLE_BY_TEACHER);
  table->lines = g_ptr_array_new ();
  for (guint i = 0; i < ids->len; i++)
    {
      gpointer line = g_hash_table_lookup (by_id, &g_array_index (ids, gint64, i));

      if (line != NULL)
        g_ptr_array_add (table->lines, line);
    }
  return TRUE;
}

static SzPaper *
make_paper (SzOffice *office, const SzForm *form, int year, Table *table, GError **error)
{
  static const char *const signatures[]
      = { "教务处", "人事处", "财务处", "制表人", "联系电话", NULL };
  static const SzTableOptions options
      = { .total_label = "合计", .uppercase = TRUE, .autofilter = TRUE, .page_subtotals = TRUE };
  g_autofree char *title = g_strdup_printf ("%d%s", year, form->title);
  g_autoptr (SzFormColumns) columns = NULL;
  SzPaper *paper = sz_form_new_paper (office, form, title, "单位：课时、元", error);

  if (paper == NULL)
    {
      table_freed_cb (table);
      return NULL;
    }
  columns = make_columns (table);
  sz_form_columns_narrow (columns, table->lines->len, fill_row_cb, table);
  sz_form_add_table (paper, columns, &options, table->lines->len, fill_row_cb, table,
                     table_freed_cb);
  sz_paper_add_signatures (paper, signatures);
  return paper;
}

SzPaper *
sz_form_make_f26 (SzOffice *office,
                  const SzForm *form,
                  const SzFormParams *params,
                  GCancellable *cancellable,
                  GError **error)
{
  SzConvert *convert = sz_convert_year (office, params->year, cancellable, error);
  Table *table;

  if (convert == NULL)
    return NULL;
  table = g_new0 (Table, 1);
  table->convert = convert;
  if (convert->n_lines == 0)
    {
      table_freed_cb (table);
      return sz_form_refuse_empty (form, error);
    }
  if (!order_lines (table, office, cancellable, error))
    {
      table_freed_cb (table);
      return NULL;
    }
  return make_paper (office, form, params->year, table, error);
}
