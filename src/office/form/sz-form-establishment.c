/* sz-form-establishment.c — 编制台账 and 编制预测表 (RULE rec-12, rec-14)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-codes.h"
#include "sz-establishment-book.h"
#include "sz-forms-recruit.h"
#include "sz-ledger-book.h"
#include "sz-office-private.h"

#define FORECAST_MONTHS 36

typedef struct
{
  SzDate day;
  int kind;
  gint64 number;
  const char *document;
  const char *approval;
  const char *note;
  SzLedgerSum sum;
} Row;

#define TEXT(member, heading, wide)                                                                \
  SZ_FORM_COL_TEXT (Row, member, SZ_COL (heading, TEXT, wide, .dash = TRUE))

static const SzFormColumn ledger_columns[] = {
  SZ_FORM_COL_SERIAL (5),
  SZ_FORM_COL_DAY (Row, day, SZ_COL ("生效日期", DATE, 11, .dash = TRUE)),
  SZ_FORM_COL_CODE (Row, kind, SZ_TABLE_LEDGER, SZ_COL ("变动类型", TEXT, 8)),
  SZ_FORM_COL_NUMBER (Row, number, SZ_COL ("数量", COUNT, 6)),
  TEXT (document, "文号", 20),
  TEXT (approval, "批文号", 16),
  TEXT (note, "备注", 16),
  SZ_FORM_COL_NUMBER (Row, sum.approved, SZ_COL ("核定数", COUNT, 7, .group = "变动后")),
  SZ_FORM_COL_NUMBER (Row, sum.frozen, SZ_COL ("冻结数", COUNT, 7, .group = "变动后")),
  SZ_FORM_COL_END,
};

static gboolean
gather_ledger (SzOffice *office,
               const SzFormParams *params,
               SzFormSheet *sheet,
               GCancellable *cancellable,
               GError **error)
{
  SzEstablishmentBook *book = sz_establishment_book_load (office, error);
  g_autofree char *day = sz_date_format_cn (params->on);
  SzLedgerSum sum = { 0 };
  SzLedgerBalance balance;

  sz_form_sheet_hold (sheet, book, (GDestroyNotify)sz_establishment_book_free);
  if (book == NULL)
    return FALSE;
  for (guint i = 0; i < book->ledger->rows->len; i++)
    {
      const SzEstablishmentRow *from = &g_array_index (book->ledger->rows, SzEstablishmentRow, i);
      Row *row = sz_form_sheet_add (sheet);

      sz_ledger_add (&sum, &g_array_index (book->ledger->entries, SzLedgerEntry, i));
      *row = (Row){ .day = from->day,
                    .kind = (int)from->kind,
                    .number = from->number,
                    .document = from->document,
                    .approval = from->approval,
                    .note = from->note,
                    .sum = sum };
    }
  sz_establishment_balance (book, params->on, &balance);
  sz_form_sheet_below (sheet,
                       g_strdup_printf ("截至%s：核定 %" G_GINT64_FORMAT "，冻结 %" G_GINT64_FORMAT
                                        "，在编 %" G_GINT64_FORMAT "，在办 %" G_GINT64_FORMAT
                                        "，空编 %" G_GINT64_FORMAT "，超编 %" G_GINT64_FORMAT "。",
                                        day, balance.approved, balance.frozen, balance.occupied,
                                        balance.reserved, balance.vacant, balance.over));
  return TRUE;
}

static const char *const signatures[] = { "制表人", "审核人", "人事处", "联系电话", NULL };

const SzFormTable sz_form_establishment = {
  .unit = "单位：名",
  .row_size = sizeof (Row),
  .columns = ledger_columns,
  .options = { .autofilter = TRUE },
  .signatures = signatures,
  .gather = gather_ledger,
};

/* ---- the forecast ---- */

typedef struct
{
  SzDate month;
  SzForecastMonth at;
} Month;

#define COUNT(member, heading, wide, ...)                                                          \
  SZ_FORM_COL_NUMBER (Month, at.member, SZ_COL (heading, COUNT, wide, ##__VA_ARGS__))

static const SzFormColumn forecast_columns[] = {
  SZ_FORM_COL_DAY (Month, month, SZ_COL ("月份", MONTH, 9)),
  COUNT (balance.approved, "核定", 7),
  COUNT (balance.frozen, "冻结", 7),
  COUNT (balance.occupied, "在编", 7),
  COUNT (balance.reserved, "在办", 7),
  COUNT (balance.vacant, "空编", 7),
  COUNT (balance.over, "超编", 7),
  COUNT (joining, "进入", 7, .total = SZ_TOTAL_SUM),
  COUNT (leaving, "离开", 7, .total = SZ_TOTAL_SUM),
  COUNT (retirements, "退休", 7, .total = SZ_TOTAL_SUM),
  COUNT (contract_ends, "合同到期", 9, .total = SZ_TOTAL_SUM),
  COUNT (full_time_teachers, "专任教师", 9),
  COUNT (parttime_limit, "兼职限额", 9),
  SZ_FORM_COL_NUMBER (Month,
                      at.parttime_used_x1e4,
                      SZ_COL ("兼职已用", DECIMAL, 10, .decimals = SZ_RATIO_DECIMALS)),
  SZ_FORM_COL_END,
};

static void
add_retirements (SzFormSheet *sheet, const SzForecast *forecast)
{
  g_autoptr (GString) text = g_string_new (NULL);
  SzMonth month = 0;

  for (guint i = 0; i < forecast->retirements->len; i++)
    {
      const SzForecastName *one = &g_array_index (forecast->retirements, SzForecastName, i);
      g_autofree char *at = sz_date_format_dotted (sz_month_first_day (one->month));

      if (i == 0 || one->month != month)
        g_string_append_printf (text, "%s%s ", i > 0 ? "；" : "", at);
      g_string_append_printf (text, "%s%s%s", i > 0 && one->month == month ? "、" : "", one->name,
                              one->overdue ? "（已到龄）" : "");
      month = one->month;
    }
  if (text->len > 0)
    sz_form_sheet_below (sheet, g_strconcat ("到龄人员：", text->str, NULL));
  if (forecast->unknown > 0)
    sz_form_sheet_below (sheet, g_strdup_printf ("另有 %u 人不能推算退休年月，不计入退休。",
                                                 forecast->unknown));
}

static gboolean
gather_forecast (SzOffice *office,
                 const SzFormParams *params,
                 SzFormSheet *sheet,
                 GCancellable *cancellable,
                 GError **error)
{
  g_autoptr (SzForecast) forecast
      = sz_establishment_forecast (office, sz_date_month (params->on), FORECAST_MONTHS, error);

  if (forecast == NULL)
    return FALSE;
  for (guint i = 0; i < forecast->months->len; i++)
    {
      Month *row = sz_form_sheet_add (sheet);

      row->at = g_array_index (forecast->months, SzForecastMonth, i);
      row->month = sz_month_first_day (row->at.month);
    }
  add_retirements (sheet, forecast);
  return TRUE;
}

/* The type is such that three years are one page. */
const SzFormTable sz_form_forecast = {
  .unit = "单位：名（月末）",
  .row_size = sizeof (Month),
  .columns = forecast_columns,
  .options = { .total_label = "合计", .dense = TRUE, .type_most = 6.6 },
  .signatures = signatures,
  .below_apart = TRUE,
  .gather = gather_forecast,
};
