/* sz-form-f09.c — F09 兼职教师课酬发放表 and the list for the bank (RULE rec-26)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <string.h>

#include "sz-departments.h"
#include "sz-fees-act.h"
#include "sz-forms-recruit.h"

typedef struct
{
  const char *department;
  const char *name;
  const char *key; /* 姓氏笔画 */
  const char *id_number;
  const char *account;
  const char *agreement;
  gint64 hours_x100;
  SzMoney rate_fen;
  SzMoney gross_fen;
  SzMoney tax_fen;
  SzMoney net_fen;
  const char *note;
} Row;

static const SzFormColumn columns[] = {
  SZ_FORM_COL_SERIAL (5),
  SZ_FORM_COL_TEXT (Row, department, SZ_COL ("部门", TEXT, 11, .dash = TRUE)),
  SZ_FORM_COL_NAME (Row, name, SZ_COL ("姓名", TEXT, 8)),
  SZ_FORM_COL_TEXT (Row, id_number, SZ_COL ("身份证号", CODE, 19)),
  SZ_FORM_COL_TEXT (Row, account, SZ_COL ("银行卡号", CODE, 20, .dash = TRUE)),
  SZ_FORM_COL_NUMBER (Row,
                      hours_x100,
                      SZ_COL ("课时",
                              DECIMAL,
                              8,
                              .decimals = SZ_HOURS_DECIMALS,
                              .total = SZ_TOTAL_SUM)),
  SZ_FORM_COL_NUMBER (Row, rate_fen, SZ_COL ("标准", AMOUNT, 9, .decimals = 2)),
  SZ_FORM_COL_NUMBER (Row, gross_fen, SZ_COL_AMOUNT ("应发", 12)),
  SZ_FORM_COL_NUMBER (Row, tax_fen, SZ_COL_AMOUNT ("代扣税", 11)),
  SZ_FORM_COL_NUMBER (Row, net_fen, SZ_COL_AMOUNT ("实发", 12)),
  SZ_FORM_COL_BLANK (SZ_COL ("领取人签字", TEXT, 10, .signs = TRUE)),
  SZ_FORM_COL_TEXT (Row, note, SZ_COL ("备注", TEXT, 14), .absent = TRUE),
  SZ_FORM_COL_END,
};

/* The bank pays a person once, whatever the contracts. */
static const SzFormColumn bank_columns[] = {
  SZ_FORM_COL_TEXT (Row, name, SZ_COL ("户名", TEXT, 12)),
  SZ_FORM_COL_TEXT (Row, account, SZ_COL ("账号", CODE, 24, .dash = TRUE)),
  SZ_FORM_COL_NUMBER (Row, net_fen, SZ_COL_AMOUNT ("金额", 14)),
  SZ_FORM_COL_END,
};

/* What each ID got on earlier sheets of the same month. */
static gboolean
find_earlier (SzOffice *office, const SzFeeSheet *sheet, GHashTable *paid, GError **error)
{
  g_autoptr (GPtrArray) sheets = sz_fees_list (office, error);

  for (guint i = 0; sheets != NULL && i < sheets->len; i++)
    {
      const SzFeeSheet *head = g_ptr_array_index (sheets, i);
      g_autoptr (SzFeeSheet) other = NULL;

      if (head->id >= sheet->id || sz_date_month (head->paid_on) != sz_date_month (sheet->paid_on))
        continue;
      other = sz_fees_load (office, head->id, error);
      if (other == NULL)
        return FALSE;
      for (guint j = 0; j < other->lines->len; j++)
        {
          const SzFeePerson *line = &g_array_index (other->lines, SzFeePerson, j);
          SzMoney *sum = g_hash_table_lookup (paid, line->id_number);

          if (sum == NULL)
            {
              sum = g_new0 (SzMoney, 1);
              g_hash_table_insert (paid, g_strdup (line->id_number), sum);
            }
          *sum += line->line.gross_fen;
        }
    }
  return sheets != NULL;
}

static void
add_row (SzFormSheet *sheet, SzNameKeys *keys, const SzFeePerson *from, const SzMoney *earlier)
{
  g_autofree char *money = earlier != NULL ? sz_money_format_grouped (*earlier) : NULL;
  g_autofree char *note = money != NULL ? g_strdup_printf ("本月前次已发 %s", money) : NULL;
  Row *row = sz_form_sheet_add (sheet);

  *row = (Row){ .department = from->department,
                .name = from->name,
                .key = sz_form_keep_key (sheet, keys, from->name),
                .id_number = from->id_number,
                .account = from->bank_account,
                .agreement = from->agreement,
                .hours_x100 = from->line.hours_x100,
                .rate_fen = from->line.rate_fen,
                .gross_fen = from->line.gross_fen,
                .tax_fen = from->line.tax_fen,
                .net_fen = from->line.net_fen,
                .note = sz_form_sheet_keep (sheet, note) };
}

static int
compare_rows_cb (gconstpointer a, gconstpointer b, gpointer order)
{
  const Row *one = a;
  const Row *other = b;
  int result = sz_department_order_compare (order, one->department, other->department);

  if (result == 0)
    result = strcmp (one->key, other->key);
  if (result == 0)
    result = strcmp (one->agreement, other->agreement);
  if (result == 0)
    result = (one->rate_fen > other->rate_fen) - (one->rate_fen < other->rate_fen);
  return result;
}

/* (transfer none): held by @sheet. */
static const SzFeeSheet *
load (SzOffice *office, const SzFormParams *params, SzFormSheet *sheet, GError **error)
{
  SzFeeSheet *fees = sz_fees_load (office, params->sheet, error);

  sz_form_sheet_hold (sheet, fees, (GDestroyNotify)sz_fee_sheet_free);
  return fees;
}

static gboolean
gather (SzOffice *office,
        const SzFormParams *params,
        SzFormSheet *sheet,
        GCancellable *cancellable,
        GError **error)
{
  const SzFeeSheet *fees = load (office, params, sheet, error);
  g_autoptr (GHashTable) paid = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_autoptr (SzDepartmentOrder) order
      = fees != NULL ? sz_department_order_new (office, error) : NULL;
  g_autoptr (SzNameKeys) keys = sz_name_keys_new ();
  g_autofree char *from = NULL;
  g_autofree char *to = NULL;
  g_autofree char *day = NULL;

  if (order == NULL || !find_earlier (office, fees, paid, error))
    return FALSE;
  for (guint i = 0; i < fees->lines->len; i++)
    {
      const SzFeePerson *line = &g_array_index (fees->lines, SzFeePerson, i);

      add_row (sheet, keys, line, g_hash_table_lookup (paid, line->id_number));
    }
  sz_form_sheet_sort (sheet, compare_rows_cb, order);
  from = sz_date_format_cn (fees->from);
  to = sz_date_format_cn (fees->to);
  day = sz_date_format_cn (fees->paid_on);
  sz_form_sheet_above (
      sheet,
      g_strdup_printf ("授课期间：%s至%s　　发放日期：%s　　发放表第 %" G_GINT64_FORMAT " 号", from,
                       to, day, fees->id));
  return TRUE;
}

static const char *const signatures[] = { "制表人", "审核人", "财务负责人", "分管领导", NULL };

const SzFormTable sz_form_f09 = {
  .unit = "单位：元、课时",
  .row_size = sizeof (Row),
  .columns = columns,
  .options = { .group_subtotals = TRUE,
               .page_subtotals = TRUE,
               .total_label = "合计",
               .uppercase = TRUE,
               .autofilter = TRUE },
  .group = SZ_FORM_HAS (Row, department),
  .signatures = signatures,
  .gather = gather,
};

static gboolean
gather_bank (SzOffice *office,
             const SzFormParams *params,
             SzFormSheet *sheet,
             GCancellable *cancellable,
             GError **error)
{
  const SzFeeSheet *fees = load (office, params, sheet, error);
  g_autoptr (GHashTable) rows = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (SzNameKeys) keys = sz_name_keys_new ();

  if (fees == NULL)
    return FALSE;
  for (guint i = 0; i < fees->lines->len; i++)
    {
      const SzFeePerson *line = &g_array_index (fees->lines, SzFeePerson, i);
      gpointer known = NULL;

      if (g_hash_table_lookup_extended (rows, line->id_number, NULL, &known))
        {
          Row *row = sz_form_sheet_row (sheet, GPOINTER_TO_UINT (known));

          row->net_fen += line->line.net_fen;
          continue;
        }
      g_hash_table_insert (rows, line->id_number, GUINT_TO_POINTER (sz_form_sheet_count (sheet)));
      add_row (sheet, keys, line, NULL);
    }
  return TRUE;
}

const SzFormTable sz_form_fee_bank = {
  .title = "{title}（第{sheet}号）",
  .unit = "单位：元",
  .row_size = sizeof (Row),
  .columns = bank_columns,
  .options = { .total_label = "合计" },
  .gather = gather_bank,
};
