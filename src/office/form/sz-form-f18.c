/* sz-form-f18.c — F18 绩效工资总量执行情况表
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <string.h>

#include "sz-forms-pay.h"
#include "sz-total-act.h"

typedef struct
{
  const char *month;
  SzMoney r_fen;
  SzMoney until_fen; /* R from the first month on */
  gboolean has_cap;
  SzMoney cap_fen;
  SzMoney left_fen;
  SzMoney x_fen[SZ_N_ADDITIONS];
  SzMoney total_fen;
} Row;

#define CAP .has = SZ_FORM_HAS (Row, has_cap), .absent = TRUE

static const SzFormColumn columns[] = {
  SZ_FORM_COL_TEXT (Row, month, SZ_COL ("月份", TEXT, 8)),
  SZ_FORM_COL_NUMBER (Row, r_fen, SZ_COL_AMOUNT ("本月", 15, .group = "常规绩效")),
  SZ_FORM_COL_NUMBER (Row,
                      until_fen,
                      SZ_COL ("累计", AMOUNT, 15, .decimals = 2, .group = "常规绩效")),
  SZ_FORM_COL_NUMBER (Row,
                      cap_fen,
                      SZ_COL ("总量", AMOUNT, 15, .decimals = 2, .group = "核定总量"),
                      CAP),
  SZ_FORM_COL_NUMBER (Row,
                      left_fen,
                      SZ_COL ("余额", AMOUNT, 15, .decimals = 2, .group = "核定总量"),
                      CAP),
  SZ_FORM_COL_NUMBER (Row,
                      x_fen[SZ_ADDITION_TRANSFER],
                      SZ_COL_AMOUNT ("成果转化奖励", 13, .group = "单列")),
  SZ_FORM_COL_NUMBER (Row,
                      x_fen[SZ_ADDITION_TALENT],
                      SZ_COL_AMOUNT ("高层次人才", 13, .group = "单列")),
  SZ_FORM_COL_NUMBER (Row,
                      x_fen[SZ_ADDITION_APPROVED],
                      SZ_COL_AMOUNT ("经批准核增", 13, .group = "单列")),
  SZ_FORM_COL_NUMBER (Row, total_fen, SZ_COL_AMOUNT ("总量合计", 15)),
  SZ_FORM_COL_END,
};

static void
add_month (SzFormSheet *sheet,
           const SzTotalView *view,
           const SzTotalMonth *month,
           SzMoney until_fen)
{
  Row *row = sz_form_sheet_add (sheet);

  row->r_fen = month->r_fen;
  row->until_fen = until_fen;
  row->has_cap = view->total.has_cap;
  row->cap_fen = view->total.cap_fen;
  row->left_fen = view->total.cap_fen - until_fen;
  row->total_fen = month->r_fen;
  for (int x = 0; x < SZ_N_ADDITIONS; x++)
    {
      row->x_fen[x] = month->x_fen[x];
      row->total_fen += month->x_fen[x];
    }
}

/* RULE pay-18: what was reviewed and not paid yet is no month's. */
static void
add_committed (SzFormSheet *sheet, const SzPayYear *year)
{
  guint n = 0;
  g_autofree char *sum = sz_money_format_grouped (year->committed_fen);

  for (guint i = 0; i < year->runs->len; i++)
    {
      const SzPayYearRun *run = &g_array_index (year->runs, SzPayYearRun, i);

      n += run->account != SZ_ACCOUNT_X3 && strcmp (run->state, "computed") != 0
                   && strcmp (run->state, "paid") != 0
               ? 1
               : 0;
    }
  if (n > 0)
    sz_form_sheet_below (sheet, g_strdup_printf ("已复核待发 %u 批，合计 %s。", n, sum));
}

static gboolean
gather (SzOffice *office,
        const SzFormParams *params,
        SzFormSheet *sheet,
        GCancellable *cancellable,
        GError **error)
{
  g_autoptr (SzTotalView) view = sz_office_total (office, params->year, error);
  SzTotalMonth rest = { 0 }; /* what awards and contracts come to beyond the ledger's months */
  SzMoney until_fen = 0;
  gboolean has_rest = FALSE;

  if (view == NULL)
    return FALSE;
  for (int x = 0; x < SZ_N_ADDITIONS; x++)
    rest.x_fen[x] = view->total.x_fen[x];
  for (guint i = 0; i < view->months->len; i++)
    {
      const SzTotalMonth *month = &g_array_index (view->months, SzTotalMonth, i);
      g_autofree char *name
          = month->month == 0 ? g_strdup ("全年") : g_strdup_printf ("%d月", month->month);

      until_fen += month->r_fen;
      add_month (sheet, view, month, until_fen);
      ((Row *)sz_form_sheet_row (sheet, i))->month = sz_form_sheet_keep (sheet, name);
      for (int x = 0; x < SZ_N_ADDITIONS; x++)
        rest.x_fen[x] -= month->x_fen[x];
    }
  for (int x = 0; x < SZ_N_ADDITIONS; x++)
    has_rest = has_rest || rest.x_fen[x] != 0;
  if (has_rest && view->months->len > 0)
    {
      add_month (sheet, view, &rest, until_fen);
      ((Row *)sz_form_sheet_row (sheet, view->months->len))->month = "未分月";
    }
  add_committed (sheet, view->runs);
  return TRUE;
}

static const char *const signatures[]
    = { "制表人", "审核人", "人事负责人", "财务负责人", "单位负责人（签章）", NULL };

const SzFormTable sz_form_f18 = {
  .title = "{year}年度{title}",
  .unit = "单位：元",
  .row_size = sizeof (Row),
  .columns = columns,
  .options = { .total_label = "合计", .uppercase = TRUE },
  .signatures = signatures,
  .gather = gather,
};
