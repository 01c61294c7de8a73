/* sz-form-f17.c — F17 年度绩效工资总量审批表
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-forms-pay.h"
#include "sz-total-act.h"
#include "sz-uppercase.h"

/* A line an item; items without a source are left out. */
typedef struct
{
  const char *name;
  SzMoney amount_fen;
  const char *note;
} Item;

static const SzFormColumn columns[] = {
  SZ_FORM_COL_SERIAL (5),
  SZ_FORM_COL_TEXT (Item, name, SZ_COL ("项目", TEXT, 26)),
  SZ_FORM_COL_NUMBER (Item, amount_fen, SZ_COL ("金额", AMOUNT, 18, .decimals = 2)),
  SZ_FORM_COL_TEXT (Item, note, SZ_COL ("文号或说明", TEXT, 30, .dash = TRUE)),
  SZ_FORM_COL_END,
};

static void
add_item (SzFormSheet *items, const char *name, SzMoney amount_fen, const char *note)
{
  Item *item = sz_form_sheet_add (items);

  item->name = name;
  item->amount_fen = amount_fen;
  item->note = sz_form_sheet_keep (items, note);
}

static void
add_funds (SzFormSheet *items, const SzTotal *total)
{
  static const char *const names[]
      = { "资金来源：财政", "资金来源：事业收入", "资金来源：培训净收入", "资金来源：专项" };

  for (int i = 0; i < SZ_N_FUNDS; i++)
    if (total->funds_fen[i] != 0)
      add_item (items, names[i], total->funds_fen[i], NULL);
  if (total->unfunded_fen != 0)
    add_item (items, "资金来源：未注明", total->unfunded_fen, NULL);
}

static void
add_additions (SzFormSheet *items, const SzTotalView *view)
{
  static const char *const names[] = { "成果转化奖励", "高层次人才薪酬", "经批准核增" };
  static const char *const notes[] = { "计入总量，不受核定总量限制，不作下年基数", "单列", NULL };

  for (int i = 0; i < SZ_N_ADDITIONS; i++)
    {
      g_autofree char *approval = NULL;

      if (view->total.x_fen[i] == 0)
        continue;
      if (i == SZ_ADDITION_APPROVED)
        approval = g_strdup (view->x3_document != NULL ? view->x3_document : view->train_document);
      add_item (items, names[i], view->total.x_fen[i], approval != NULL ? approval : notes[i]);
    }
}

static void
list_items (SzFormSheet *items, const SzTotalView *view)
{
  const SzTotal *total = &view->total;

  if (total->has_cap)
    add_item (items, "核定总量", total->cap_fen, view->cap_document);
  if (view->has_previous)
    add_item (items, "上年执行", view->previous_fen, NULL);
  add_item (items, "基础性绩效工资", view->facts.basic_fen, NULL);
  add_item (items, "奖励性绩效工资", view->facts.incentive_fen, NULL);
  add_item (items, "常规绩效工资", total->r_fen,
            !total->has_cap     ? NULL
            : total->within_cap ? "不超核定总量"
                                : "超核定总量");
  add_funds (items, total);
  add_additions (items, view);
  add_item (items, "总量合计", total->total_fen, "常规绩效＋成果转化奖励＋高层次人才＋经批准核增");
  if (total->x_fen[SZ_ADDITION_TRANSFER] != 0)
    add_item (items, "总量合计（不含成果转化奖励）",
              total->total_fen - total->x_fen[SZ_ADDITION_TRANSFER], NULL);
  add_item (items, "下年基数", total->base_next_fen, "等于常规绩效工资");
}

static void
add_heads (SzPaper *paper, const SzTotalView *view)
{
  g_autofree char *establishment = g_strdup_printf ("%" G_GINT64_FORMAT, view->establishment);
  g_autofree char *heads = g_strdup_printf ("%" G_GINT64_FORMAT, view->facts.heads);
  g_autofree char *baseline = sz_money_format_grouped (view->rules.baseline_fen);
  g_autofree char *level = sz_decimal_format (view->total.level_x1e4, SZ_RATIO_DECIMALS);
  const char *const pairs[] = { "编制数",
                                establishment,
                                "实有人数",
                                heads,
                                view->total.has_level ? "基准线（元／人·年）" : NULL,
                                baseline,
                                "总量水平系数",
                                level,
                                NULL };

  sz_paper_add_fields (paper, 2, pairs);
}

SzPaper *
sz_form_make_f17 (SzOffice *office,
                  const SzForm *form,
                  const SzFormParams *params,
                  GCancellable *cancellable,
                  GError **error)
{
  static const char *const opinions[]
      = { "单位意见（盖章）：", "主管部门意见（盖章）：", "人社部门意见（盖章）：",
          "财政部门意见（盖章）：", NULL };
  static const SzFormTable table = { .row_size = sizeof (Item), .columns = columns };
  g_autoptr (SzTotalView) view = sz_office_total (office, params->year, error);
  g_autoptr (SzFormSheet) items = NULL;
  g_autofree char *title = g_strdup_printf ("%d%s", params->year, form->title);
  g_autofree char *words = NULL;
  g_autofree char *line = NULL;
  SzPaper *paper;

  if (view == NULL || !view->has_ledger)
    return view != NULL ? sz_form_refuse_empty (form, error) : NULL;
  paper = sz_form_new_paper (office, form, title, "单位：元", error);
  if (paper == NULL)
    return NULL;
  add_heads (paper, view);
  items = sz_form_sheet_new (table.row_size);
  list_items (items, view);
  sz_form_table_add (paper, &table, items, params);
  words = sz_uppercase_amount (view->total.total_fen);
  line = g_strconcat ("报告总量大写：", words, NULL);
  sz_paper_add_text (paper, line);
  sz_paper_add_opinions (paper, opinions);
  return paper;
}
