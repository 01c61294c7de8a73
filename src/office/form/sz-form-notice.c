/* sz-form-notice.c — 绩效工资分配公示表: neither account nor ID number nor telephone
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-form-pay.h"
#include "sz-forms-pay.h"
#include "sz-params.h"
#include "sz-rules-payrun.h"

typedef struct
{
  SzFormPlace place;
  const char *name;
  gboolean is_run; /* its columns */
  SzMoney total_fen;
  gboolean is_correction; /* its columns */
  SzMoney before_fen;
  SzMoney after_fen;
  SzMoney difference_fen;
} Row;

#define OF_RUN .has = SZ_FORM_HAS (Row, is_run), .absent = TRUE
#define OF_CORRECTION .has = SZ_FORM_HAS (Row, is_correction), .absent = TRUE

static const SzFormColumn columns[] = {
  SZ_FORM_COL_SERIAL (6),
  SZ_FORM_COL_TEXT (Row, place.department, SZ_COL ("部门", TEXT, 18, .dash = TRUE)),
  SZ_FORM_COL_NAME (Row, name, SZ_COL ("姓名", TEXT, 12, .total = SZ_TOTAL_COUNT, .unit = "人")),
  SZ_FORM_COL_LEVEL (Row, place.post, SZ_COL ("岗位等级", TEXT, 14, .dash = TRUE), .absent = TRUE),
  SZ_FORM_COL_NUMBER (Row, total_fen, SZ_COL_AMOUNT ("应发", 14), OF_RUN),
  SZ_FORM_COL_NUMBER (Row, before_fen, SZ_COL_AMOUNT ("更正前", 14), OF_CORRECTION),
  SZ_FORM_COL_NUMBER (Row, after_fen, SZ_COL_AMOUNT ("更正后", 14), OF_CORRECTION),
  SZ_FORM_COL_NUMBER (Row, difference_fen, SZ_COL_AMOUNT ("差额", 14), OF_CORRECTION),
  SZ_FORM_COL_BLANK (SZ_COL ("备注", TEXT, 14)),
  SZ_FORM_COL_END,
};

static void
add_row (SzFormSheet *sheet, const SzFormPayRow *from)
{
  Row *row = sz_form_sheet_add (sheet);

  row->place = from->place;
  row->name = from->name;
  row->is_run = from->line != NULL;
  row->is_correction = from->revised != NULL;
  if (from->line != NULL)
    row->total_fen = from->line->total_fen;
  else
    {
      row->before_fen = from->revised->before_fen;
      row->after_fen = from->revised->after_fen;
      row->difference_fen = row->after_fen - row->before_fen;
    }
}

/* A run that is not announced yet has the days to be filled in. */
static void
add_notes (SzFormSheet *sheet, const SzPayFace *face, gboolean by_strokes)
{
  g_autofree char *from = sz_date_format_cn (face->notice_from);
  g_autofree char *to = sz_date_format_cn (face->notice_to);

  sz_form_sheet_below (
      sheet,
      face->announced
          ? g_strdup_printf ("公示期：%s至%s（%d个工作日）；异议受理：人事处、纪检；电话：", from,
                             to, face->notice_days)
          : g_strdup ("公示期：　　年　月　日至　　年　月　日；异议受理：人事处、纪检；电话："));
  if (by_strokes)
    sz_form_sheet_below (sheet, g_strdup ("按姓氏笔画排列。"));
}

static gboolean
gather (SzOffice *office,
        const SzFormParams *params,
        SzFormSheet *sheet,
        GCancellable *cancellable,
        GError **error)
{
  SzFormPay *pay = sz_form_pay_read (office, params, SZ_FORM_PAY_PLAIN, cancellable, error);
  g_autoptr (GArray) book = NULL;
  SzPayRules rules;

  if (pay == NULL)
    return FALSE;
  sz_form_sheet_hold (sheet, pay, (GDestroyNotify)sz_form_pay_free);
  book = sz_params_gather (office, error);
  if (book == NULL
      || !sz_rules_payrun (book,
                           pay->face->announced ? pay->face->notice_from : sz_office_today (office),
                           &rules, error))
    return FALSE;
  for (guint i = 0; i < pay->rows->len; i++)
    add_row (sheet, &g_array_index (pay->rows, SzFormPayRow, i));
  if (rules.by_strokes)
    sz_form_sheet_sort (sheet, sz_people_order_by_strokes_cb, NULL);
  sz_form_sheet_above (sheet, sz_form_pay_dup_basis (pay));
  add_notes (sheet, pay->face, rules.by_strokes);
  return TRUE;
}

const SzFormTable sz_form_notice = {
  .unit = "单位：元",
  .row_size = sizeof (Row),
  .columns = columns,
  .options = { .total_label = "合计", .page_subtotals = FALSE, .autofilter = TRUE },
  .gather = gather,
};
