/* sz-form-ledger.c — 绩效工资总量执行台账 (RULE pay-18)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-forms-pay.h"
#include "sz-pay-year.h"

typedef struct
{
  gint64 run;
  gboolean is_run;
  SzDate day;
  const char *what;
  const char *state;
  const char *account;
  SzMoney amount_fen;
  gboolean counts; /* into R */
  SzMoney until_fen;
  gboolean has_left;
  SzMoney left_fen;
  const char *document;
} Row;

static const SzFormColumn columns[] = {
  SZ_FORM_COL_SERIAL (6),
  SZ_FORM_COL_DAY (Row, day, SZ_COL ("日期", DATE, 11, .dash = TRUE)),
  SZ_FORM_COL_TEXT (Row, what, SZ_COL ("摘要", TEXT, 30)),
  SZ_FORM_COL_NUMBER (Row,
                      run,
                      SZ_COL ("批次", COUNT, 6, .dash = TRUE),
                      .has = SZ_FORM_HAS (Row, is_run),
                      .absent = TRUE),
  SZ_FORM_COL_TEXT (Row, state, SZ_COL ("状态", TEXT, 9, .dash = TRUE), .absent = TRUE),
  SZ_FORM_COL_TEXT (Row, account, SZ_COL ("科目", TEXT, 10)),
  SZ_FORM_COL_NUMBER (Row, amount_fen, SZ_COL_AMOUNT ("金额", 15)),
  SZ_FORM_COL_NUMBER (Row,
                      until_fen,
                      SZ_COL ("累计", AMOUNT, 15, .decimals = 2, .dash = TRUE),
                      .has = SZ_FORM_HAS (Row, counts)),
  SZ_FORM_COL_NUMBER (Row,
                      left_fen,
                      SZ_COL ("余额", AMOUNT, 15, .decimals = 2, .dash = TRUE),
                      .has = SZ_FORM_HAS (Row, has_left),
                      .absent = TRUE),
  SZ_FORM_COL_TEXT (Row, document, SZ_COL ("文号", TEXT, 18, .dash = TRUE), .absent = TRUE),
  SZ_FORM_COL_END,
};

static void
add_line (SzFormSheet *sheet, const SzPayYearLine *from)
{
  g_autofree char *what = from->run != 0    ? g_strdup (from->name)
                          : from->month > 0 ? g_strdup_printf ("%d月台账", from->month)
                                            : g_strdup ("全年台账");
  Row *row = sz_form_sheet_add (sheet);

  *row = (Row){ .run = from->run,
                .is_run = from->run != 0,
                .day = from->day,
                .what = sz_form_sheet_keep (sheet, what),
                .state = from->run != 0 ? sz_form_sheet_keep (sheet, from->state) : NULL,
                .account = from->account,
                .amount_fen = from->amount_fen,
                .counts = from->counts,
                .until_fen = from->until_fen,
                .has_left = from->has_left,
                .left_fen = from->left_fen,
                .document = sz_form_sheet_keep (sheet, from->document) };
}

static gboolean
gather (SzOffice *office,
        const SzFormParams *params,
        SzFormSheet *sheet,
        GCancellable *cancellable,
        GError **error)
{
  g_autoptr (SzPayYearBook) book = sz_view_pay_year (office, params->year, error);
  g_autofree char *cap = NULL;
  g_autofree char *committed = NULL;
  const SzTotalView *view;

  if (book == NULL)
    return FALSE;
  for (guint i = 0; i < book->lines->len; i++)
    add_line (sheet, &g_array_index (book->lines, SzPayYearLine, i));
  view = book->total;
  cap = sz_money_format_grouped (view->total.cap_fen);
  committed = sz_money_format_grouped (view->runs->committed_fen);
  sz_form_sheet_above (sheet, !view->total.has_cap ? g_strdup ("核定总量：未核定。")
                              : view->cap_document != NULL && *view->cap_document != '\0'
                                  ? g_strdup_printf ("核定总量：%s（%s）", cap, view->cap_document)
                                  : g_strdup_printf ("核定总量：%s", cap));
  sz_form_sheet_below (sheet, g_strdup_printf ("已复核未发：%s。", committed));
  return TRUE;
}

static const char *const signatures[]
    = { "制表人", "审核人", "人事负责人", "财务负责人", "单位负责人（签章）", NULL };

const SzFormTable sz_form_ledger = {
  .title = "{year}年度{title}",
  .unit = "单位：元",
  .row_size = sizeof (Row),
  .columns = columns,
  .options = { .total_label = "合计", .autofilter = TRUE },
  .signatures = signatures,
  .gather = gather,
};
