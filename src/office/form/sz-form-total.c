/* sz-form-total.c — F17 年度绩效工资总量审批表, F18 绩效工资总量执行情况表, F21
 * 培训项目收支与绩效来源测算表
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-form-private.h"
#include "sz-total-act.h"
#include "sz-uppercase.h"

/* ---- F17: a line an item, those without a source left out ---- */

typedef struct
{
  const char *name;
  SzMoney amount_fen;
  char *note;
} Item;

static void
item_freed_cb (gpointer data)
{
  g_free (((Item *)data)->note);
}

static void
items_freed_cb (gpointer data)
{
  g_array_unref (data);
}

static void
add_item (GArray *items, const char *name, SzMoney amount_fen, const char *note)
{
  Item item = { name, amount_fen, g_strdup (note) };

  g_array_append_val (items, item);
}

static void
add_funds (GArray *items, const SzTotal *total)
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
add_additions (GArray *items, const SzTotalView *view)
{
  static const char *const names[]
      = { "X1 科技成果转化现金奖励", "X2 高层次人才薪酬", "X3 经批准核增" };
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

static GArray *
list_items (const SzTotalView *view)
{
  const SzTotal *total = &view->total;
  GArray *items = g_array_new (FALSE, TRUE, sizeof (Item));

  g_array_set_clear_func (items, item_freed_cb);
  if (total->has_cap)
    add_item (items, "核定总量（CAP）", total->cap_fen, view->cap_document);
  if (view->has_previous)
    add_item (items, "上年执行", view->previous_fen, NULL);
  add_item (items, "基础性绩效工资", view->facts.basic_fen, NULL);
  add_item (items, "奖励性绩效工资", view->facts.incentive_fen, NULL);
  add_item (items, "常规绩效工资（R）", total->r_fen,
            !total->has_cap     ? NULL
            : total->within_cap ? "不超核定总量"
                                : "超核定总量");
  add_funds (items, total);
  add_additions (items, view);
  add_item (items, "报告总量（TOTAL）", total->total_fen, "R＋X1＋X2＋X3");
  if (total->x_fen[SZ_ADDITION_TRANSFER] != 0)
    add_item (items, "报告总量（不含X1）", total->total_fen - total->x_fen[SZ_ADDITION_TRANSFER],
              NULL);
  add_item (items, "下年基数", total->base_next_fen, "等于R");
  return items;
}

static void
fill_item_cb (gpointer data, guint index, SzFormRow *row)
{
  const Item *item = &g_array_index ((GArray *)data, Item, index);

  sz_form_row_number (row, index + 1);
  sz_form_row_text (row, item->name);
  sz_form_row_number (row, item->amount_fen);
  sz_form_row_text (row, item->note);
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
  static const char *const signatures[] = { "单位意见（盖章）", "主管部门意见（盖章）",
                                            "人社部门意见（盖章）", "财政部门意见（盖章）", NULL };
  static const SzTableOptions options = { 0 };
  g_autoptr (SzTotalView) view = sz_office_total (office, params->year, error);
  g_autofree char *title = g_strdup_printf ("%d%s", params->year, form->title);
  g_autofree char *words = NULL;
  g_autofree char *line = NULL;
  g_autoptr (SzFormColumns) columns = NULL;
  SzPaper *paper;
  GArray *items;

  if (view == NULL || !view->has_ledger)
    return view != NULL ? sz_form_refuse_empty (form, error) : NULL;
  paper = sz_form_new_paper (office, form, title, "单位：元", error);
  if (paper == NULL)
    return NULL;
  add_heads (paper, view);
  columns = sz_form_columns_new ();
  sz_form_columns_add (columns, NULL, "序号", SZ_COLUMN_COUNT, 0, 5);
  sz_form_columns_add (columns, NULL, "项目", SZ_COLUMN_TEXT, 0, 26);
  sz_form_columns_add (columns, NULL, "金额", SZ_COLUMN_AMOUNT, 2, 18);
  sz_form_columns_add (columns, NULL, "文号或说明", SZ_COLUMN_TEXT, 0, 30);
  items = list_items (view);
  sz_form_add_table (paper, columns, &options, items->len, fill_item_cb, items, items_freed_cb);
  words = sz_uppercase_amount (view->total.total_fen);
  line = g_strconcat ("报告总量大写：", words, NULL);
  sz_paper_add_text (paper, line);
  sz_paper_add_signatures (paper, signatures);
  return paper;
}

/* ---- F18: month by month ---- */

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

/* ---- F21: training projects ---- */

typedef struct
{
  SzTotalView *view;
  gboolean has_names; /* some training record tells what a project was */
} Projects;

static void
projects_freed_cb (gpointer data)
{
  Projects *projects = data;

  sz_total_view_free (projects->view);
  g_free (projects);
}

static void
fill_project_cb (gpointer data, guint index, SzFormRow *row)
{
  const Projects *projects = data;
  const SzTotalView *view = projects->view;
  const SzTotalProject *project = &g_array_index (view->projects, SzTotalProject, index);

  sz_form_row_text (row, project->code);
  if (projects->has_names)
    {
      sz_form_row_text (row, project->name);
      sz_form_row_text (row, project->category);
      sz_form_row_number (row, project->sessions);
    }
  sz_form_row_number (row, project->person_times);
  if (projects->has_names)
    sz_form_row_number (row, project->hours_x100);
  sz_form_row_number (row, project->income_fen);
  sz_form_row_number (row, project->cost_fen);
  sz_form_row_number (row, project->net_fen);
  sz_form_row_number (row, view->rules.train_ratio_x1e4);
  sz_form_row_number (row, project->available_fen);
}

static SzFormColumns *
make_project_columns (const Projects *projects)
{
  SzFormColumns *columns = sz_form_columns_new ();

  sz_form_columns_add (columns, NULL, "项目编号", SZ_COLUMN_CODE, 0, 12);
  if (projects->has_names)
    {
      sz_form_columns_add (columns, NULL, "项目名称", SZ_COLUMN_TEXT, 0, 22)->dash = TRUE;
      sz_form_columns_add (columns, NULL, "项目类别", SZ_COLUMN_TEXT, 0, 10)->dash = TRUE;
      sz_form_columns_add (columns, NULL, "期次", SZ_COLUMN_COUNT, 0, 6)->total = SZ_TOTAL_SUM;
    }
  sz_form_columns_add (columns, NULL, "人次", SZ_COLUMN_COUNT, 0, 8)->total = SZ_TOTAL_SUM;
  if (projects->has_names)
    sz_form_columns_add_sum (columns, NULL, "授课学时", SZ_HOURS_DECIMALS, 10);
  sz_form_columns_add_amount (columns, NULL, "收入")->width = 14;
  sz_form_columns_add_amount (columns, NULL, "成本")->width = 14;
  sz_form_columns_add_amount (columns, NULL, "净收入")->width = 14;
  sz_form_columns_add (columns, NULL, "比例", SZ_COLUMN_DECIMAL, SZ_RATIO_DECIMALS, 8);
  sz_form_columns_add_amount (columns, NULL, "可用额")->width = 14;
  return columns;
}

/* RULE pay-2: how it is used, and by which document. */
static void
add_mode (SzPaper *paper, const SzTotalView *view)
{
  const gboolean addon = view->rules.train_mode == SZ_TRAIN_APPROVED_ADDON;
  g_autofree char *text
      = addon ? g_strdup_printf ("方式：经批准核增（X3），批文号：%s。",
                                 view->train_document != NULL ? view->train_document : "无")
              : g_strdup ("方式：作为核定总量内的资金来源（within_cap），受核定总量限制。");

  sz_paper_add_text (paper, text);
  sz_paper_add_text (paper,
                     "可用额按全年净收入×比例计算一次，按各项目净收入分摊到分；亏损项目为 0。");
}

SzPaper *
sz_form_make_f21 (SzOffice *office,
                  const SzForm *form,
                  const SzFormParams *params,
                  GCancellable *cancellable,
                  GError **error)
{
  static const char *const signatures[]
      = { "培训处", "财务处", "人事处", "制表人", "联系电话", NULL };
  static const SzTableOptions options
      = { .total_label = "合计", .uppercase = TRUE, .autofilter = TRUE };
  g_autofree char *title = g_strdup_printf ("%d年%s", params->year, form->title);
  g_autoptr (SzFormColumns) columns = NULL;
  SzTotalView *view = sz_office_total (office, params->year, error);
  Projects *projects;
  SzPaper *paper;

  if (view == NULL)
    return NULL;
  projects = g_new0 (Projects, 1);
  projects->view = view;
  for (guint i = 0; i < view->projects->len; i++)
    projects->has_names |= g_array_index (view->projects, SzTotalProject, i).sessions > 0;
  paper = view->projects->len > 0 ? sz_form_new_paper (office, form, title, "单位：元、课时", error)
                                  : sz_form_refuse_empty (form, error);
  if (paper == NULL)
    {
      projects_freed_cb (projects);
      return NULL;
    }
  columns = make_project_columns (projects);
  sz_form_add_table (paper, columns, &options, view->projects->len, fill_project_cb, projects,
                     projects_freed_cb);
  add_mode (paper, view);
  sz_paper_add_signatures (paper, signatures);
  return paper;
}
