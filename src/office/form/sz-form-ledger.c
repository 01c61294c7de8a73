/* sz-form-ledger.c — 绩效工资总量执行台账 (RULE pay-18)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <string.h>

#include "sz-case-tables.h"
#include "sz-forms-pay.h"
#include "sz-office-private.h"
#include "sz-store-total.h"
#include "sz-total-act.h"

typedef struct
{
  int rank;     /* the limit, ledger rows, paid runs, runs to come */
  gint64 place; /* month, day of payment, number */
  gint64 run;
  gboolean is_run;
  SzDate day;
  const char *what;
  const char *state;
  const char *account;
  gboolean has_amount;
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
  SZ_FORM_COL_NUMBER (Row,
                      amount_fen,
                      SZ_COL_AMOUNT ("金额", 15),
                      .has = SZ_FORM_HAS (Row, has_amount)),
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

enum
{
  RANK_LEDGER = 1,
  RANK_PAID,
  RANK_OPEN,
};

static gboolean
counts (SzAccount account)
{
  return account == SZ_ACCOUNT_BASIC || account == SZ_ACCOUNT_INCENTIVE;
}

static void
add_ledger (SzFormSheet *sheet, const GArray *rows)
{
  for (guint i = 0; i < rows->len; i++)
    {
      const SzLedgerRow *from = &g_array_index (rows, SzLedgerRow, i);
      g_autofree char *what
          = from->month > 0 ? g_strdup_printf ("%d月台账", from->month) : g_strdup ("全年台账");
      Row *row;

      if (from->account == SZ_ACCOUNT_CAP || from->account == SZ_ACCOUNT_PREVIOUS)
        continue;
      row = sz_form_sheet_add (sheet);
      *row = (Row){ .rank = RANK_LEDGER,
                    .place = from->month,
                    .what = sz_form_sheet_keep (sheet, what),
                    .account = sz_codes_by_value (SZ_TABLE_ACCOUNT, (int)from->account)->name,
                    .has_amount = TRUE,
                    .amount_fen = from->amount_fen,
                    .counts = counts (from->account),
                    .document = sz_form_sheet_keep (sheet, from->document) };
    }
}

static void
add_runs (SzFormSheet *sheet, const SzPayYear *year)
{
  for (guint i = 0; i < year->runs->len; i++)
    {
      const SzPayYearRun *from = &g_array_index (year->runs, SzPayYearRun, i);
      const gboolean paid = strcmp (from->state, "paid") == 0;
      Row *row = sz_form_sheet_add (sheet);

      *row = (Row){ .rank = paid ? RANK_PAID : RANK_OPEN,
                    .place = paid ? from->paid_on : from->run,
                    .run = from->run,
                    .is_run = TRUE,
                    .day = from->paid_on,
                    .what = sz_form_sheet_keep (sheet, from->name),
                    .state = sz_case_state_name (&sz_case_pay_run, from->state),
                    .account = sz_codes_by_value (SZ_TABLE_ACCOUNT, (int)from->account)->name,
                    .has_amount = TRUE,
                    .amount_fen = from->amount_fen,
                    .counts = paid && counts (from->account) };
      row->state = sz_form_sheet_keep (sheet, row->state);
    }
}

static int
compare_rows_cb (gconstpointer a, gconstpointer b, gpointer none)
{
  const Row *one = a;
  const Row *other = b;

  if (one->rank != other->rank)
    return one->rank - other->rank;
  if (one->place != other->place)
    return one->place < other->place ? -1 : 1;
  return one->run < other->run ? -1 : one->run > other->run;
}

/* 余额 = 核定总量 − 累计 − 已复核未发. */
static void
run_on (SzFormSheet *sheet, const SzTotalView *view)
{
  SzMoney until_fen = 0;

  for (guint i = 0; i < sz_form_sheet_count (sheet); i++)
    {
      Row *row = sz_form_sheet_row (sheet, i);

      if (!row->counts)
        continue;
      until_fen += row->amount_fen;
      row->until_fen = until_fen;
      row->has_left = view->total.has_cap;
      row->left_fen = view->total.cap_fen - until_fen - view->runs->committed_fen;
    }
}

static gboolean
gather (SzOffice *office,
        const SzFormParams *params,
        SzFormSheet *sheet,
        GCancellable *cancellable,
        GError **error)
{
  g_autoptr (SzTotalView) view = sz_office_total (office, params->year, error);
  g_autoptr (GArray) ledger = view != NULL
                                  ? sz_store_ledger_list (sz_office_get_store (office),
                                                          SZ_ROWS_OF_YEAR (params->year), error)
                                  : NULL;
  g_autofree char *cap = NULL;
  g_autofree char *committed = NULL;

  if (ledger == NULL)
    return FALSE;
  add_ledger (sheet, ledger);
  add_runs (sheet, view->runs);
  sz_form_sheet_sort (sheet, compare_rows_cb, NULL);
  run_on (sheet, view);
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
