/* sz-form-f19.c — F19 奖励性绩效工资分配汇总表（部门）
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <string.h>

#include "sz-departments.h"
#include "sz-form-pay.h"
#include "sz-forms-pay.h"

/* One department's sums. */
typedef struct
{
  const char *name;
  guint people;
  gint64 *points_x1e6;  /* per component */
  SzMoney *amounts_fen; /* per component */
  SzMoney *fixed_fen;   /* per allowance */
  SzMoney ceiling_fen;
  SzMoney adjust_fen;
  SzMoney total_fen;
  gboolean own; /* it split its amounts itself */
} Sums;

typedef struct
{
  SzFormPay *pay;
  GArray *rows; /* of Sums */
} Table;

static void
clear_sums_cb (gpointer data)
{
  Sums *sums = data;

  g_free (sums->points_x1e6);
  g_free (sums->amounts_fen);
  g_free (sums->fixed_fen);
}

static void
table_freed_cb (gpointer data)
{
  Table *table = data;

  g_clear_pointer (&table->rows, g_array_unref);
  g_clear_pointer (&table->pay, sz_form_pay_free);
  g_free (table);
}

static Sums *
find_sums (Table *table, GHashTable *by_name, const char *name)
{
  const SzScheme *scheme = table->pay->view->scheme;
  gpointer known;
  Sums sums = { .name = name };

  if (g_hash_table_lookup_extended (by_name, name, NULL, &known))
    return &g_array_index (table->rows, Sums, GPOINTER_TO_UINT (known));
  sums.points_x1e6 = g_new0 (gint64, scheme->components->len + 1);
  sums.amounts_fen = g_new0 (SzMoney, scheme->components->len + 1);
  sums.fixed_fen = g_new0 (SzMoney, scheme->fixed->len + 1);
  g_hash_table_insert (by_name, (gpointer)name, GUINT_TO_POINTER (table->rows->len));
  g_array_append_val (table->rows, sums);
  return &g_array_index (table->rows, Sums, table->rows->len - 1);
}

/* Parts of a run's own sums, which were checked for overflow when it was computed. */
static void
add_line (Table *table, GHashTable *by_name, const SzPayLine *line)
{
  const SzScheme *scheme = table->pay->view->scheme;
  Sums *sums = find_sums (table, by_name, line->department != NULL ? line->department : "");

  sums->people++;
  for (guint i = 0; i < scheme->components->len; i++)
    {
      sums->points_x1e6[i] += line->shares[i].points_x1e6;
      sums->amounts_fen[i] += line->shares[i].amount_fen;
    }
  for (guint i = 0; i < scheme->fixed->len; i++)
    sums->fixed_fen[i] += MAX (line->fixed_fen[i], 0);
  sums->ceiling_fen += line->ceiling_fen;
  sums->adjust_fen += line->adjust_fen;
  sums->total_fen += line->total_fen;
}

static int
compare_sums_cb (gconstpointer a, gconstpointer b, gpointer order)
{
  return sz_department_order_compare (order, ((const Sums *)a)->name, ((const Sums *)b)->name);
}

static void
sum_departments (Table *table, SzDepartmentOrder *order)
{
  g_autoptr (GHashTable) by_name = g_hash_table_new (g_str_hash, g_str_equal);
  const SzPayResult *result = table->pay->view->result;

  table->rows = g_array_new (FALSE, TRUE, sizeof (Sums));
  g_array_set_clear_func (table->rows, clear_sums_cb);
  for (gsize i = 0; i < result->n_lines; i++)
    add_line (table, by_name, &result->lines[i]);
  for (gsize i = 0; i < result->n_departments; i++)
    find_sums (table, by_name, result->departments[i].name)->own = result->departments[i].own;
  g_array_sort_with_data (table->rows, compare_sums_cb, order);
}

static void
fill_row_cb (gpointer data, guint index, SzFormRow *row)
{
  const Table *table = data;
  const SzScheme *scheme = table->pay->view->scheme;
  const Sums *sums = &g_array_index (table->rows, Sums, index);

  sz_form_row_number (row, index + 1);
  sz_form_row_text (row, sums->name);
  sz_form_row_number (row, sums->people);
  for (guint i = 0; i < scheme->components->len; i++)
    {
      sz_form_row_number (row, sums->points_x1e6[i]);
      sz_form_row_number (row, sums->amounts_fen[i]);
    }
  for (guint i = 0; i < scheme->fixed->len; i++)
    sz_form_row_number (row, sums->fixed_fen[i]);
  if (scheme->two_levels)
    sz_form_row_text (row, sums->own ? "本部门分配" : "统一测算");
  if (table->pay->limited)
    sz_form_row_number (row, sums->ceiling_fen);
  if (table->pay->adjusted)
    sz_form_row_number (row, sums->adjust_fen);
  sz_form_row_number (row, sums->total_fen);
}

static SzFormColumns *
make_columns (const Table *table)
{
  const SzScheme *scheme = table->pay->view->scheme;
  SzFormColumns *columns = sz_form_columns_new ();

  sz_form_columns_add (columns, NULL, "序号", SZ_COLUMN_COUNT, 0, 5);
  sz_form_columns_add (columns, NULL, "部门", SZ_COLUMN_TEXT, 0, 16)->names = TRUE;
  sz_form_columns_add (columns, NULL, "人数", SZ_COLUMN_COUNT, 0, 6)->total = SZ_TOTAL_SUM;
  for (guint i = 0; i < scheme->components->len; i++)
    {
      const char *name = g_array_index (scheme->components, SzComponent, i).name;

      sz_form_columns_add_sum (columns, name, "点数", SZ_POINTS_DECIMALS, 12)->dash_zero = TRUE;
      sz_form_columns_add_amount (columns, name, "金额");
    }
  for (guint i = 0; i < scheme->fixed->len; i++)
    sz_form_columns_add_amount (columns, NULL, g_array_index (scheme->fixed, SzFixed, i).name);
  if (scheme->two_levels)
    sz_form_columns_add (columns, NULL, "分配方式", SZ_COLUMN_TEXT, 0, 11);
  if (table->pay->limited)
    sz_form_columns_add_amount (columns, NULL, "封顶调节");
  if (table->pay->adjusted)
    sz_form_columns_add_amount (columns, NULL, "调整");
  sz_form_columns_add_amount (columns, NULL, "合计");
  return columns;
}

/* RULE num-5: what is not shared out stands below, so that the page adds up to the pool. */
static void
add_balance (SzPaper *paper, const SzFormPay *pay)
{
  const SzPayResult *result = pay->view->result;
  SzMoney adjust_fen = 0;
  g_autofree char *pool = sz_money_format_grouped (result->pool_fen);
  g_autofree char *reserve = sz_money_format_grouped (result->reserve_fen);
  g_autofree char *total = sz_money_format_grouped (result->total_fen);
  g_autofree char *unplaced = sz_money_format_grouped (result->unplaced_fen);
  g_autofree char *limit = sz_money_format_grouped (result->ceiling_limit_fen);
  g_autoptr (GString) text = g_string_new (NULL);

  for (gsize i = 0; i < result->n_lines; i++)
    adjust_fen += result->lines[i].adjust_fen;
  g_string_printf (text, "绩效总额 %s ＝ 分配合计 %s ＋ 结余 %s", pool, total, reserve);
  if (pay->adjusted)
    {
      g_autofree char *before = sz_money_format_grouped (result->reserve_fen + adjust_fen);

      g_string_append_printf (text, "（含调整前结余 %s）", before);
    }
  if (result->unplaced_fen != 0)
    g_string_append_printf (text, "（其中封顶后无人可承接 %s）", unplaced);
  g_string_append (text, "。");
  if (result->ceiling_limit_fen != 0)
    g_string_append_printf (text, "个人封顶 %s。", limit);
  sz_paper_add_text (paper, text->str);
}

/* One department is no comparison. */
static void
add_chart (SzPaper *paper, const Table *table)
{
  const guint n = table->rows->len;
  g_autofree const char **labels = g_new0 (const char *, n);
  g_autofree gint64 *values = g_new0 (gint64, n);

  if (n < 2)
    return;
  for (guint i = 0; i < n; i++)
    {
      const Sums *sums = &g_array_index (table->rows, Sums, i);

      labels[i] = *sums->name != '\0' ? sums->name : "—";
      values[i] = sums->total_fen;
    }
  sz_paper_add_chart (paper, SZ_CHART_BAR, "各部门奖励性绩效工资（元）", labels, values, 2, n);
}

SzPaper *
sz_form_make_f19 (SzOffice *office,
                  const SzForm *form,
                  const SzFormParams *params,
                  GCancellable *cancellable,
                  GError **error)
{
  static const char *const signatures[]
      = { "制表人",   "审核人",   "人事负责人",         "财务负责人",
          "纪检监督", "分管领导", "单位负责人（签章）", NULL };
  static const SzTableOptions options = { .total_label = "合计", .uppercase = TRUE };
  g_autoptr (SzDepartmentOrder) order = sz_department_order_new (office, error);
  g_autoptr (SzFormColumns) columns = NULL;
  g_autoptr (SzPaper) paper = NULL;
  g_autofree char *basis = NULL;
  g_autofree char *title = NULL;
  SzFormPay *pay;
  Table *table;

  g_return_val_if_fail (form != NULL, NULL);

  pay = order != NULL ? sz_form_pay_read (office, params, SZ_FORM_PAY_REGULAR, cancellable, error)
                      : NULL;
  if (pay == NULL)
    return NULL;
  table = g_new0 (Table, 1);
  table->pay = pay;
  sum_departments (table, order);
  title = sz_form_dup_run_title (pay->view, form->title);
  paper = sz_form_new_paper (office, form, title, "单位：元", error);
  if (paper == NULL)
    {
      table_freed_cb (table);
      return NULL;
    }
  basis = sz_form_pay_dup_basis (pay);
  sz_paper_add_text (paper, basis);
  sz_form_set_run_foot (paper, pay->view);
  columns = make_columns (table);
  sz_form_columns_narrow (columns, table->rows->len, fill_row_cb, table);
  sz_form_add_table (paper, columns, &options,
                     (SzFormSource){ table->rows->len, fill_row_cb, table, table_freed_cb });
  add_balance (paper, pay);
  sz_paper_add_signatures (paper, signatures);
  add_chart (paper, table);
  return g_steal_pointer (&paper);
}
