/* sz-form-adjust.c — 绩效工资调整明细表 (RULE pay-10)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-form-pay.h"
#include "sz-forms-pay.h"
#include "sz-pay-adjust-act.h"

typedef struct
{
  const char *staff_no;
  const char *name;
  const char *department;
  SzMoney amount_fen;
  const char *reason;
  const char *who;
  const char *at;
} Row;

static const SzFormColumn columns[] = {
  SZ_FORM_COL_SERIAL (6),
  SZ_FORM_COL_TEXT (Row, staff_no, SZ_COL ("工号", CODE, 9)),
  SZ_FORM_COL_NAME (Row, name, SZ_COL ("姓名", TEXT, 10, .total = SZ_TOTAL_COUNT, .unit = "笔")),
  SZ_FORM_COL_TEXT (Row, department, SZ_COL ("部门", TEXT, 16, .dash = TRUE)),
  SZ_FORM_COL_NUMBER (Row, amount_fen, SZ_COL_AMOUNT ("调整金额", 14)),
  SZ_FORM_COL_TEXT (Row, reason, SZ_COL ("原因", TEXT, 26)),
  SZ_FORM_COL_TEXT (Row, who, SZ_COL ("经办", TEXT, 10)),
  SZ_FORM_COL_TEXT (Row, at, SZ_COL ("时间", TEXT, 16)),
  SZ_FORM_COL_END,
};

static void
add_sums (SzFormSheet *sheet, SzMoney reserve_fen)
{
  SzMoney up_fen = 0;
  SzMoney down_fen = 0;
  g_autofree char *up = NULL;
  g_autofree char *down = NULL;
  g_autofree char *net = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  for (guint i = 0; i < sz_form_sheet_count (sheet); i++)
    {
      const Row *row = sz_form_sheet_row (sheet, i);

      *(row->amount_fen > 0 ? &up_fen : &down_fen) += row->amount_fen;
    }
  up = sz_money_format_grouped (up_fen);
  down = sz_money_format_grouped (-down_fen);
  net = sz_money_format_grouped (up_fen + down_fen);
  before = sz_money_format_grouped (reserve_fen + up_fen + down_fen);
  after = sz_money_format_grouped (reserve_fen);
  sz_form_sheet_below (sheet, g_strdup_printf ("增加 %s　减少 %s　净额 %s。", up, down, net));
  sz_form_sheet_below (sheet, g_strdup_printf ("调整前结余 %s　调整后结余 %s。", before, after));
}

static gboolean
gather (SzOffice *office,
        const SzFormParams *params,
        SzFormSheet *sheet,
        GCancellable *cancellable,
        GError **error)
{
  g_autoptr (SzFormPay) pay
      = sz_form_pay_read (office, params, SZ_FORM_PAY_REGULAR, cancellable, error);
  SzAdjustView *view = pay != NULL ? sz_view_pay_adjustments (office, params->run, error) : NULL;

  if (view == NULL)
    return FALSE;
  sz_form_sheet_hold (sheet, view, (GDestroyNotify)sz_adjust_view_free);
  for (guint i = 0; i < view->lines->len; i++)
    {
      const SzAdjusted *line = &g_array_index (view->lines, SzAdjusted, i);
      const SzPayLine *of = sz_pay_view_find_line (pay->view, line->staff_no);
      g_autofree char *at = g_strndup (line->at, 16);
      Row *row = sz_form_sheet_add (sheet);

      *row = (Row){ line->staff_no, line->name, NULL, line->amount_fen,
                    line->reason,   line->who,  NULL };
      row->department = of != NULL ? sz_form_sheet_keep (sheet, of->department) : NULL;
      row->at = sz_form_sheet_keep (sheet, g_strdelimit (at, "T", ' '));
    }
  sz_form_sheet_above (sheet, sz_form_pay_dup_basis (pay));
  add_sums (sheet, view->reserve_fen);
  return TRUE;
}

static const char *const signatures[] = { "制表人", "审核人", "分管领导", NULL };

const SzFormTable sz_form_adjust = {
  .unit = "单位：元",
  .row_size = sizeof (Row),
  .columns = columns,
  .options = { .total_label = "合计", .uppercase = TRUE, .page_subtotals = TRUE },
  .signatures = signatures,
  .gather = gather,
};
