/* sz-form-correct.c — 绩效工资更正明细表 (RULE pay-12)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <string.h>

#include "sz-compare.h"
#include "sz-form-pay.h"
#include "sz-forms-pay.h"

typedef struct
{
  SzFormPlace place;
  const char *name;
  SzMoney before_fen;
  SzMoney after_fen;
  SzMoney difference_fen;
  const char *reason;
  const char *settle;
} Row;

static const SzFormColumn columns[] = {
  SZ_FORM_COL_SERIAL (6),
  SZ_FORM_COL_TEXT (Row, place.staff_no, SZ_COL ("工号", CODE, 9)),
  SZ_FORM_COL_NAME (Row, name, SZ_COL ("姓名", TEXT, 10, .total = SZ_TOTAL_COUNT, .unit = "人")),
  SZ_FORM_COL_TEXT (Row, place.department, SZ_COL ("部门", TEXT, 16, .dash = TRUE)),
  SZ_FORM_COL_NUMBER (Row, before_fen, SZ_COL_AMOUNT ("原应发", 13)),
  SZ_FORM_COL_NUMBER (Row, after_fen, SZ_COL_AMOUNT ("更正后", 13)),
  SZ_FORM_COL_NUMBER (Row, difference_fen, SZ_COL_AMOUNT ("差额", 13)),
  SZ_FORM_COL_TEXT (Row, reason, SZ_COL ("原因", TEXT, 26, .dash = TRUE)),
  SZ_FORM_COL_TEXT (Row, settle, SZ_COL ("结算方式", TEXT, 9)),
  SZ_FORM_COL_END,
};

/* Forms are in Chinese whatever the language of the program. */
static const char *
get_cause (SzCompareCause cause)
{
  switch (cause)
    {
    case SZ_CAUSE_ENTERED:
      return "新参与分配";
    case SZ_CAUSE_LEFT:
      return "不再参与分配";
    case SZ_CAUSE_COMPONENT:
      return "分配项目变动";
    case SZ_CAUSE_POINTS:
      return "点数变动";
    case SZ_CAUSE_FACTOR:
      return "系数变动";
    case SZ_CAUSE_POOL:
      return "可分配额变动";
    case SZ_CAUSE_SHARE:
      return "总点数变动";
    case SZ_CAUSE_REMAINDER:
      return "尾差";
    case SZ_CAUSE_FIXED:
      return "津贴变动";
    case SZ_CAUSE_CEILING:
      return "封顶保底变动";
    case SZ_CAUSE_MOVED:
    default:
      return "部门变动";
    }
}

/* The cause that moved the most. */
static char *
find_reason (const SzCompare *compare, const char *staff_no)
{
  const SzComparePerson *person = sz_compare_find (compare, staff_no);
  g_autoptr (GArray) reasons = person != NULL ? sz_compare_why (compare, person) : NULL;
  const SzCompareReason *most = NULL;
  char *text;

  for (guint i = 0; reasons != NULL && i < reasons->len; i++)
    {
      const SzCompareReason *reason = &g_array_index (reasons, SzCompareReason, i);

      if (reason->cause != SZ_CAUSE_FACTOR
          && (most == NULL || ABS (reason->effect_fen) > ABS (most->effect_fen)))
        most = reason;
    }
  if (most == NULL)
    return NULL;
  text = most->part != NULL && *most->part != '\0'
             ? g_strdup_printf ("%s：%s", most->part, get_cause (most->cause))
             : g_strdup (get_cause (most->cause));
  if (most->cause == SZ_CAUSE_POINTS)
    {
      g_autofree char *short_text = text;

      text = g_strdup_printf ("%s %s→%s", short_text, most->before, most->after);
    }
  return text;
}

/* What stands behind the amounts before: the run itself, or its last correction before this. */
static gboolean
find_behind (SzOffice *office, const SzFormPay *pay, gint64 *behind, GError **error)
{
  g_autoptr (GArray) heads = sz_view_pay_list (office, error);

  *behind = pay->face->corrects;
  for (guint i = 0; heads != NULL && i < heads->len; i++)
    {
      const SzPayHead *head = &g_array_index (heads, SzPayHead, i);
      g_autoptr (SzCorrectView) other = NULL;

      if (head->run <= pay->face->corrects || head->run >= pay->view->head.run)
        continue;
      other = sz_view_pay_correct (office, head->run, NULL);
      if (other != NULL && other->corrects == pay->face->corrects)
        *behind = head->run;
    }
  return heads != NULL;
}

static void
add_notes (SzFormSheet *sheet, const SzCorrectView *correct)
{
  g_autofree char *gain = sz_money_format_grouped (correct->gain_fen);
  g_autofree char *lose = sz_money_format_grouped (-correct->lose_fen);
  g_autofree char *net = sz_money_format_grouped (correct->total_fen);
  g_autofree char *before = sz_money_format_grouped (correct->reserve_before_fen);
  g_autofree char *after = sz_money_format_grouped (correct->reserve_fen);

  sz_form_sheet_above (sheet, g_strdup (strcmp (correct->source, "reserve") == 0
                                            ? "更正方式：调节金列支。"
                                            : "更正方式：重算分摊。"));
  sz_form_sheet_below (sheet, g_strdup_printf ("补发 %s　扣回 %s　净额 %s。", gain, lose, net));
  sz_form_sheet_below (sheet, g_strdup_printf ("调节金：更正前 %s　更正后 %s。", before, after));
}

static gboolean
gather (SzOffice *office,
        const SzFormParams *params,
        SzFormSheet *sheet,
        GCancellable *cancellable,
        GError **error)
{
  SzFormPay *pay = sz_form_pay_read (office, params, SZ_FORM_PAY_PLAIN, cancellable, error);
  g_autoptr (SzCompare) compare = NULL;
  gint64 behind = 0;

  if (pay == NULL)
    return FALSE;
  sz_form_sheet_hold (sheet, pay, (GDestroyNotify)sz_form_pay_free);
  if (pay->correct == NULL)
    return sz_error_set (error, SZ_ERROR_REFUSED, "form.no_data", "form", "correct", NULL);
  if (!find_behind (office, pay, &behind, error))
    return FALSE;
  compare = sz_compare_runs (office, behind, params->run, cancellable, error);
  if (compare == NULL)
    return FALSE;
  for (guint i = 0; i < pay->rows->len; i++)
    {
      const SzFormPayRow *from = &g_array_index (pay->rows, SzFormPayRow, i);
      g_autofree char *reason = find_reason (compare, from->place.staff_no);
      Row *row = sz_form_sheet_add (sheet);

      *row = (Row){ from->place,
                    from->name,
                    from->revised->before_fen,
                    from->revised->after_fen,
                    from->revised->after_fen - from->revised->before_fen,
                    sz_form_sheet_keep (sheet, reason),
                    strcmp (pay->correct->settle, "next") == 0 ? "下期" : "当期" };
    }
  sz_form_sheet_above (sheet, sz_form_pay_dup_basis (pay));
  add_notes (sheet, pay->correct);
  return TRUE;
}

static const char *const signatures[]
    = { "制表人", "审核人", "人事负责人", "财务负责人", "分管领导", "单位负责人（签章）", NULL };

const SzFormTable sz_form_correct = {
  .unit = "单位：元",
  .row_size = sizeof (Row),
  .columns = columns,
  .options = { .total_label = "合计", .uppercase = TRUE, .page_subtotals = TRUE },
  .signatures = signatures,
  .gather = gather,
};
