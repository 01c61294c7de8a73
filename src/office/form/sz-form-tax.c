/* sz-form-tax.c — 个人所得税扣缴明细表 (RULE tax-1, tax-2, tax-4)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <string.h>

#include "sz-form-pay.h"
#include "sz-forms-pay.h"
#include "sz-office-private.h"
#include "sz-pay-tax.h"
#include "sz-store-people.h"

typedef struct
{
  SzFormPlace place;
  const char *name;
  const char *id_number;
  SzMoney total_fen;
  SzMoney gross_fen;
  const char *way;
  SzTaxStep step;
  SzMoney quotient_fen;
  gint64 rate;
  SzMoney quick_fen;
  SzMoney tax_fen;
  gboolean weighed;
  SzMoney other_fen;
  const char *hint;
} Row;

#define AMOUNT(member, heading, ...)                                                               \
  SZ_FORM_COL_NUMBER (Row, member, SZ_COL (heading, AMOUNT, 12, .decimals = 2, ##__VA_ARGS__))
#define PERSON                                                                                     \
  SZ_FORM_COL_SERIAL (5), SZ_FORM_COL_TEXT (Row, place.staff_no, SZ_COL ("工号", CODE, 8)),        \
      SZ_FORM_COL_NAME (Row, name,                                                                 \
                        SZ_COL ("姓名", TEXT, 9, .total = SZ_TOTAL_COUNT, .unit = "人")),          \
      SZ_FORM_COL_TEXT (Row, id_number, SZ_COL ("身份证号", CODE, 19), .only = SZ_FORM_NEEDS_IDS), \
      SZ_FORM_COL_NUMBER (Row, total_fen, SZ_COL_AMOUNT ("应发", 12)),                             \
      SZ_FORM_COL_NUMBER (Row, gross_fen, SZ_COL_AMOUNT ("计税收入", 12)),                         \
      SZ_FORM_COL_TEXT (Row, way, SZ_COL ("计税方式", TEXT, 8))
#define RATE                                                                                       \
  SZ_FORM_COL_NUMBER (Row, rate, SZ_COL ("税率%", COUNT, 6)), AMOUNT (quick_fen, "速算扣除")
#define OTHER                                                                                      \
  SZ_FORM_COL_NUMBER (Row, other_fen,                                                              \
                      SZ_COL ("另一方式税额", AMOUNT, 12, .decimals = 2, .dash = TRUE),            \
                      .has = SZ_FORM_HAS (Row, weighed), .absent = TRUE)

/* clang-format off */
static const SzFormColumn monthly_columns[] = {
  PERSON,
  AMOUNT (step.cumulative_income_fen, "收入", .group = "累计"),
  AMOUNT (step.deduction_fen, "减除费用", .group = "累计"),
  AMOUNT (step.special_fen, "三险一金", .group = "累计"),
  AMOUNT (step.additional_fen, "专项附加", .group = "累计"),
  AMOUNT (step.other_fen, "其他扣除", .group = "累计"),
  AMOUNT (step.taxable_fen, "应纳税所得额", .group = "累计"),
  RATE,
  AMOUNT (step.cumulative_tax_fen, "累计税额"),
  AMOUNT (step.withheld_before_fen, "已扣"),
  SZ_FORM_COL_NUMBER (Row, tax_fen, SZ_COL_AMOUNT ("本次扣税", 12)),
  OTHER,
  SZ_FORM_COL_END,
};

static const SzFormColumn bonus_columns[] = {
  PERSON,
  AMOUNT (quotient_fen, "商数"),
  RATE,
  SZ_FORM_COL_NUMBER (Row, tax_fen, SZ_COL_AMOUNT ("本次扣税", 12)),
  OTHER,
  SZ_FORM_COL_TEXT (Row, hint, SZ_COL ("提示", TEXT, 34), .absent = TRUE),
  SZ_FORM_COL_END,
};
/* clang-format on */

static const SzFormTable monthly = { .row_size = sizeof (Row),
                                     .columns = monthly_columns,
                                     .options = { .total_label = "合计", .page_subtotals = TRUE },
                                     .narrow = TRUE };
static const SzFormTable bonus
    = { .row_size = sizeof (Row),
        .columns = bonus_columns,
        .options = { .total_label = "合计", .page_subtotals = TRUE, .uppercase = TRUE } };

/* RULE tax-2: the cliff is said before it costs anybody money. */
static const char *
make_hint (SzFormSheet *sheet, const SzTaxBonus *tax)
{
  g_autofree char *edge = NULL;
  g_autofree char *lost = NULL;
  g_autofree char *text = NULL;

  if (!tax->cliff)
    return NULL;
  edge = sz_money_format_grouped (tax->edge_fen);
  lost = sz_money_format_grouped (tax->lost_fen);
  text = g_strdup_printf ("超 %s 档，净少 %s", edge, lost);
  return sz_form_sheet_keep (sheet, text);
}

static void
add_row (SzFormSheet *sheet, const SzFormPayRow *from, const SzPayTaxLine *line, GHashTable *ids)
{
  const SzPayNet *net = &line->person->net;
  const gboolean is_bonus = net->way == SZ_PAY_WAY_BONUS;
  const SzTaxBracket *bracket = is_bonus ? line->bonus.bracket : line->step.bracket;
  gint64 quotient_fen = 0;
  Row *row = sz_form_sheet_add (sheet);

  sz_decimal_div_round (net->gross_fen, 12, &quotient_fen, NULL);
  *row = (Row){ .place = { .staff_no = sz_form_sheet_keep (sheet, from->place.staff_no) },
                .name = sz_form_sheet_keep (sheet, from->name),
                .total_fen = net->total_fen,
                .gross_fen = net->gross_fen,
                .way = is_bonus ? "单独" : "并入",
                .step = line->step,
                .quotient_fen = quotient_fen,
                .rate = bracket != NULL ? bracket->rate_x1e4 / 100 : 0,
                .quick_fen = bracket != NULL ? bracket->quick_fen : 0,
                .tax_fen = net->tax_fen,
                .weighed = line->weighed,
                .other_fen = line->other_fen };
  if (ids != NULL)
    row->id_number
        = sz_form_sheet_keep (sheet, g_hash_table_lookup (ids, &line->person->person_id));
  if (is_bonus)
    row->hint = make_hint (sheet, &line->bonus);
}

static gboolean
take_id_cb (const SzPersonFile *file, gpointer user_data, GError **error)
{
  g_hash_table_insert (user_data, g_memdup2 (&file->person.id, sizeof file->person.id),
                       g_strdup (file->person.id_number));
  return TRUE;
}

/* NULL where ID numbers were not asked for. */
static gboolean
read_ids (SzOffice *office, const SzFormParams *params, GHashTable **ids, GError **error)
{
  if (!params->with_ids)
    return TRUE;
  *ids = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);
  return sz_store_people_each (sz_office_get_store (office), take_id_cb, *ids, error);
}

/* Those with a way, as F20 has them, into a sheet a way. */
static gboolean
gather (SzOffice *office,
        const SzForm *form,
        const SzFormParams *params,
        SzFormSheet *sheets[2],
        char **basis,
        GError **error)
{
  g_autoptr (SzFormPay) pay = sz_form_pay_read (office, params, SZ_FORM_PAY_NET, NULL, error);
  g_autoptr (SzPayTaxView) tax = NULL;
  g_autoptr (GHashTable) ids = NULL;
  g_autoptr (SzIssueList) issues = sz_issue_list_new ();
  SzNetView *net;

  if (pay == NULL || !sz_form_need_day (pay, form, params, error)
      || !read_ids (office, params, &ids, error))
    return FALSE;
  net = sz_view_pay_net (office, params->run, params->on, issues, error);
  tax = net != NULL ? sz_view_pay_tax (office, net, error) : NULL;
  if (tax == NULL)
    return FALSE;
  for (guint i = 0; i < pay->rows->len; i++)
    {
      const SzFormPayRow *from = &g_array_index (pay->rows, SzFormPayRow, i);
      const SzPayTaxLine *line = sz_pay_tax_view_find (tax, from->place.staff_no);

      if (line != NULL)
        add_row (sheets[line->person->net.way == SZ_PAY_WAY_BONUS], from, line, ids);
    }
  *basis = sz_form_pay_dup_basis (pay);
  return TRUE;
}

SzPaper *
sz_form_make_tax (SzOffice *office,
                  const SzForm *form,
                  const SzFormParams *params,
                  GCancellable *cancellable,
                  GError **error)
{
  static const char *const signatures[] = { "制表人", "审核人", "财务负责人", NULL };
  g_autoptr (SzFormSheet) merged = sz_form_sheet_new (sizeof (Row));
  g_autoptr (SzFormSheet) separate = sz_form_sheet_new (sizeof (Row));
  SzFormSheet *sheets[2] = { merged, separate };
  g_autoptr (SzPaper) paper = NULL;
  g_autofree char *basis = NULL;

  g_return_val_if_fail (SZ_IS_OFFICE (office) && form != NULL, NULL);

  if (!gather (office, form, params, sheets, &basis, error))
    return NULL;
  if (sz_form_sheet_count (merged) + sz_form_sheet_count (separate) == 0)
    return sz_form_refuse_empty (form, error);
  paper = sz_form_new_paper (office, form, form->title, "单位：元", error);
  if (paper == NULL)
    return NULL;
  sz_paper_add_text (paper, basis);
  if (sz_form_sheet_count (merged) > 0)
    {
      sz_paper_add_text (paper, "一、并入当月工资累计预扣");
      sz_form_table_add (paper, &monthly, merged, params);
    }
  if (sz_form_sheet_count (separate) > 0)
    {
      sz_paper_add_text (paper, sz_form_sheet_count (merged) > 0 ? "二、全年一次性奖金单独计税"
                                                                 : "全年一次性奖金单独计税");
      sz_form_table_add (paper, &bonus, separate, params);
    }
  sz_paper_add_signatures (paper, signatures);
  return g_steal_pointer (&paper);
}

/* ---- what the tax office's own program imports ---- */

typedef struct
{
  const char *staff_no;
  const char *name;
  const char *id_type;
  const char *id_number;
  SzMoney income_fen;
  const char *note;
} ClientRow;

#define NOTHING(heading) SZ_FORM_COL_BLANK (SZ_COL (heading, TEXT, 12))

/* clang-format off */
static const SzFormColumn client_columns[] = {
  SZ_FORM_COL_TEXT (ClientRow, staff_no, SZ_COL ("工号", CODE, 9)),
  SZ_FORM_COL_TEXT (ClientRow, name, SZ_COL ("*姓名", TEXT, 10)),
  SZ_FORM_COL_TEXT (ClientRow, id_type, SZ_COL ("*证件类型", TEXT, 12)),
  SZ_FORM_COL_TEXT (ClientRow, id_number, SZ_COL ("*证件号码", CODE, 20)),
  SZ_FORM_COL_NUMBER (ClientRow, income_fen, SZ_COL ("本期收入", AMOUNT, 12, .decimals = 2)),
  NOTHING ("本期免税收入"), NOTHING ("基本养老保险费"), NOTHING ("基本医疗保险费"),
  NOTHING ("失业保险费"), NOTHING ("住房公积金"), NOTHING ("累计子女教育"),
  NOTHING ("累计继续教育"), NOTHING ("累计住房贷款利息"), NOTHING ("累计住房租金"),
  NOTHING ("累计赡养老人"), NOTHING ("累计3岁以下婴幼儿照护"), NOTHING ("累计个人养老金"),
  NOTHING ("企业(职业)年金"), NOTHING ("商业健康保险"), NOTHING ("税延养老保险"),
  NOTHING ("其他"), NOTHING ("准予扣除的捐赠额"), NOTHING ("减免税额"),
  SZ_FORM_COL_TEXT (ClientRow, note, SZ_COL ("备注", TEXT, 24)),
  SZ_FORM_COL_END,
};
/* clang-format on */

static const SzFormTable client = { .row_size = sizeof (ClientRow), .columns = client_columns };

static void
add_client_rows (SzFormSheet *to, SzFormSheet *from)
{
  for (guint i = 0; i < sz_form_sheet_count (from); i++)
    {
      const Row *row = sz_form_sheet_row (from, i);
      ClientRow *made = sz_form_sheet_add (to);

      *made = (ClientRow){ sz_form_sheet_keep (to, row->place.staff_no),
                           sz_form_sheet_keep (to, row->name),
                           "居民身份证",
                           sz_form_sheet_keep (to, row->id_number),
                           row->gross_fen,
                           strcmp (row->way, "单独") == 0 ? "全年一次性奖金" : "" };
    }
}

SzPaper *
sz_form_make_tax_client (SzOffice *office,
                         const SzForm *form,
                         const SzFormParams *params,
                         GCancellable *cancellable,
                         GError **error)
{
  g_autoptr (SzFormSheet) merged = sz_form_sheet_new (sizeof (Row));
  g_autoptr (SzFormSheet) separate = sz_form_sheet_new (sizeof (Row));
  g_autoptr (SzFormSheet) rows = sz_form_sheet_new (sizeof (ClientRow));
  SzFormSheet *sheets[2] = { merged, separate };
  g_autofree char *basis = NULL;
  SzPaper *paper;

  g_return_val_if_fail (SZ_IS_OFFICE (office), NULL);

  if (!params->with_ids || !gather (office, form, params, sheets, &basis, error))
    return NULL;
  add_client_rows (rows, merged);
  add_client_rows (rows, separate);
  paper = sz_paper_new ("扣缴申报导入", SZ_ORIENTATION_LANDSCAPE);
  sz_form_table_add (paper, &client, rows, params);
  return paper;
}
