/* sz-form-f18.c — F18 绩效工资总量执行情况表
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-form-private.h"
#include "sz-total-act.h"

typedef struct
{
  SzTotalView *view;
  SzTotalMonth rest; /* what awards and contracts come to beyond the ledger's months */
  gboolean has_rest;
} Months;

static void
months_freed_cb (gpointer data)
{
  Months *months = data;

  sz_total_view_free (months->view);
  g_free (months);
}

static void
find_rest (Months *months)
{
  const SzTotalView *view = months->view;

  for (int x = 0; x < SZ_N_ADDITIONS; x++)
    {
      months->rest.x_fen[x] = view->total.x_fen[x];
      for (guint i = 0; i < view->months->len; i++)
        months->rest.x_fen[x] -= g_array_index (view->months, SzTotalMonth, i).x_fen[x];
      months->has_rest = months->has_rest || months->rest.x_fen[x] != 0;
    }
}

static SzMoney
sum_until (const SzTotalView *view, guint index)
{
  SzMoney sum_fen = 0;

  for (guint i = 0; i <= index && i < view->months->len; i++)
    sum_fen += g_array_index (view->months, SzTotalMonth, i).r_fen;
  return sum_fen;
}

static void
fill_month_cb (gpointer data, guint index, SzFormRow *row)
{
  const Months *months = data;
  const SzTotalView *view = months->view;
  const gboolean is_rest = index == view->months->len;
  const SzTotalMonth *month
      = is_rest ? &months->rest : &g_array_index (view->months, SzTotalMonth, index);
  const SzMoney sum_fen = sum_until (view, index);

  if (is_rest)
    sz_form_row_text (row, "未分月");
  else if (month->month == 0)
    sz_form_row_text (row, "全年");
  else
    sz_form_row_take (row, g_strdup_printf ("%d月", month->month));
  sz_form_row_number (row, month->r_fen);
  sz_form_row_number (row, sum_fen);
  if (view->total.has_cap)
    {
      sz_form_row_number (row, view->total.cap_fen);
      sz_form_row_number (row, view->total.cap_fen - sum_fen);
    }
  for (int x = 0; x < SZ_N_ADDITIONS; x++)
    sz_form_row_number (row, month->x_fen[x]);
  sz_form_row_number (row, month->r_fen + month->x_fen[0] + month->x_fen[1] + month->x_fen[2]);
}

static SzFormColumns *
make_month_columns (const SzTotalView *view)
{
  static const char *const additions[] = { "X1", "X2", "X3" };
  SzFormColumns *columns = sz_form_columns_new ();

  sz_form_columns_add (columns, NULL, "月份", SZ_COLUMN_TEXT, 0, 8);
  sz_form_columns_add_amount (columns, "常规绩效（R）", "本月")->width = 15;
  sz_form_columns_add (columns, "常规绩效（R）", "累计", SZ_COLUMN_AMOUNT, 2, 15);
  if (view->total.has_cap)
    {
      sz_form_columns_add (columns, "核定总量", "CAP", SZ_COLUMN_AMOUNT, 2, 15);
      sz_form_columns_add (columns, "核定总量", "余额", SZ_COLUMN_AMOUNT, 2, 15);
    }
  for (int x = 0; x < SZ_N_ADDITIONS; x++)
    sz_form_columns_add_amount (columns, "单列", additions[x])->width = 13;
  sz_form_columns_add_amount (columns, NULL, "TOTAL")->width = 15;
  return columns;
}

SzPaper *
sz_form_make_f18 (SzOffice *office,
                  const SzForm *form,
                  const SzFormParams *params,
                  GCancellable *cancellable,
                  GError **error)
{
  static const char *const signatures[]
      = { "单位负责人（签章）", "财务负责人", "人事负责人", "制表人", NULL };
  static const SzTableOptions options = { .total_label = "合计", .uppercase = TRUE };
  g_autofree char *title = g_strdup_printf ("%d年度%s", params->year, form->title);
  g_autoptr (SzFormColumns) columns = NULL;
  Months *months;
  SzPaper *paper;
  SzTotalView *view = sz_office_total (office, params->year, error);

  if (view == NULL)
    return NULL;
  months = g_new0 (Months, 1);
  months->view = view;
  find_rest (months);
  paper = view->months->len > 0 ? sz_form_new_paper (office, form, title, "单位：元", error)
                                : sz_form_refuse_empty (form, error);
  if (paper == NULL)
    {
      months_freed_cb (months);
      return NULL;
    }
  columns = make_month_columns (view);
  sz_form_add_table (paper, columns, &options, view->months->len + (months->has_rest ? 1 : 0),
                     fill_month_cb, months, months_freed_cb);
  sz_paper_add_signatures (paper, signatures);
  return paper;
}
