/* sz-demo-parttime.c — a ledger with movements, cases, fees and funds of part-time teachers of the
 * demo college
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-case-tables.h"
#include "sz-demo-private.h"
#include "sz-fees.h"
#include "sz-rules-payrun.h"
#include "sz-rules.h"
#include "sz-store-case.h"
#include "sz-store-establishment.h"
#include "sz-store-parttime.h"

/* ---- the ledger ---- */

/* What was added was taken away again: the number of `init` holds in the year of the demo. */
static gboolean
add_ledger (SzDemo *demo, GError **error)
{
  const int year = demo->request->year;
  const struct
  {
    SzDate day;
    SzLedgerKind kind;
    gint64 number;
  } rows[] = { { sz_date_make (year - 4, 3, 1), SZ_LEDGER_INCREASE, 5 },
               { sz_date_make (year - 3, 1, 1), SZ_LEDGER_DECREASE, 5 },
               { sz_date_make (year - 2, 9, 1), SZ_LEDGER_FREEZE, 1 },
               { sz_date_make (year - 1, 9, 1), SZ_LEDGER_UNFREEZE, 1 } };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *document
          = g_strdup_printf ("示例编办〔%d〕%d号", sz_date_year (rows[i].day), (int)i + 1);
      SzEstablishmentRow row = {
        .day = rows[i].day, .kind = rows[i].kind, .number = rows[i].number, .document = document
      };

      if (!sz_store_establishment_row_put (demo->act, &row, SZ_PUT_INSERT, NULL, error))
        return FALSE;
    }
  return TRUE;
}

/* ---- part-time teachers ---- */

static gboolean
add_case (SzDemo *demo, GError **error)
{
  g_autofree char *name = sz_demo_make_name (demo);
  g_autofree char *id_number
      = sz_demo_make_id_number (SZ_DEMO_RECRUIT_INDEX + 500, 19750301, SZ_SEX_FEMALE);
  SzParttimeCaseRow row = { .name = name,
                            .id_number = id_number,
                            .employer = (char *)"某汽车公司",
                            .department = (char *)sz_demo_department (2),
                            .course = (char *)"汽车构造",
                            .from = sz_date_make (demo->request->year + 1, 3, 1),
                            .to = sz_date_make (demo->request->year + 1, 7, 31),
                            .fte_x1e4 = 5000,
                            .rate_fen = 12000,
                            .years_x100 = -1,
                            .state = (char *)"open",
                            .agreement_no = (char *)"" };

  return sz_store_parttime_case_put (demo->act, &row, SZ_PUT_INSERT, NULL, error)
         && sz_store_case_begin (demo->act, &sz_case_parttime, row.id,
                                 &(SzCaseAsk){ .verb = "open", .day = row.from }, error);
}

/* The spring after: a fifth of the college signed for it, so that the open case, and what else is
 * held, stands over the limit, by approval: the year chart has a term in red. Nobody of it taught
 * in the year of the demo. */
static gboolean
add_spring (SzDemo *demo, GError **error)
{
  const int year = demo->request->year + 1;
  const guint n = MAX (1, demo->request->people / 5);
  g_autofree char *approval = g_strdup_printf ("示例人社函〔%d〕2号", year);

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *agreement = g_strdup_printf ("JZ%d-%04u", year, i + 1);
      g_autofree char *name = sz_demo_make_name (demo);
      const SzDate birth_date = sz_date_make (1970 + (int)sz_demo_pick (demo, 25), 6, 15);
      g_autofree char *id_number
          = sz_demo_make_id_number (SZ_DEMO_RECRUIT_INDEX + 600 + i, birth_date, SZ_SEX_MALE);
      SzContractRow row = { .agreement_no = agreement,
                            .name = name,
                            .id_number = id_number,
                            .employer = (char *)"某机床厂",
                            .department = (char *)sz_demo_department (i % 6),
                            .course = (char *)"数控编程",
                            .from = sz_date_make (year, i < n / 2 ? 3 : 4, 1),
                            .to = sz_date_make (year, 7, 31),
                            .fte_x1e4 = SZ_RATIO_ONE,
                            .rate_fen = 12000,
                            .approval = approval };

      if (!sz_store_contract_put (demo->act, &row, SZ_PUT_INSERT, NULL, error))
        return FALSE;
      demo->report->contracts++;
    }
  return TRUE;
}

static gboolean
add_lecture (SzDemo *demo, const SzContractRow *contract, SzDate day, gint64 sheet, GError **error)
{
  SzLectureRow row = { .contract_id = contract->id,
                       .day = day,
                       .period = (char *)"1-4",
                       .course = contract->course,
                       .hours_x100 = 400,
                       .sheet_id = sheet };

  return sz_store_lecture_put (demo->act, &row, SZ_PUT_INSERT, NULL, error);
}

static int
compare_contracts_cb (gconstpointer a, gconstpointer b)
{
  return g_strcmp0 (((const SzContractRow *)a)->agreement_no,
                    ((const SzContractRow *)b)->agreement_no);
}

/* A kept sheet for one day of teaching of everybody who has a contract then. */
static gboolean
add_sheet (SzDemo *demo, const GArray *contracts, SzDate taught, SzDate paid, GError **error)
{
  g_autoptr (GArray) params = sz_rules_presets ();
  g_autofree SzFeeLine *lines = g_new0 (SzFeeLine, contracts->len + 1);
  g_autofree SzFeePaid *before = g_new0 (SzFeePaid, contracts->len + 1);
  g_autofree const SzContractRow **rows = g_new0 (const SzContractRow *, contracts->len + 1);
  SzFeeSheetRow sheet = { .from = sz_month_first_day (sz_date_month (taught)),
                          .to = sz_month_last_day (sz_date_month (taught)),
                          .paid_on = paid };
  SzTaxRules rules;
  guint n = 0;

  for (guint i = 0; i < contracts->len; i++)
    {
      const SzContractRow *contract = &g_array_index (contracts, SzContractRow, i);

      if (taught < contract->from || taught > contract->to)
        continue;
      rows[n] = contract;
      lines[n] = (SzFeeLine){ .group = n, .hours_x100 = 400, .rate_fen = contract->rate_fen };
      n++;
    }
  if (n == 0)
    return TRUE;
  if (!sz_rules_tax (params, paid, &rules, error)
      || !sz_fees_compute (lines, n, before, n, &rules, error))
    return FALSE;
  sheet.people = (int)n;
  for (guint i = 0; i < n; i++)
    {
      sheet.hours_x100 += lines[i].hours_x100;
      sheet.gross_fen += lines[i].gross_fen;
      sheet.tax_fen += lines[i].tax_fen;
      sheet.net_fen += lines[i].net_fen;
    }
  if (!sz_store_fee_sheet_put (demo->act, &sheet, SZ_PUT_INSERT, NULL, error))
    return FALSE;
  for (guint i = 0; i < n; i++)
    {
      SzFeeLineRow row = { .sheet_id = sheet.id,
                           .ordinal = (int)i,
                           .contract_id = rows[i]->id,
                           .id_number = rows[i]->id_number,
                           .hours_x100 = lines[i].hours_x100,
                           .rate_fen = lines[i].rate_fen,
                           .gross_fen = lines[i].gross_fen,
                           .tax_fen = lines[i].tax_fen,
                           .net_fen = lines[i].net_fen };

      if (!sz_store_fee_line_put (demo->act, &row, SZ_PUT_INSERT, NULL, error)
          || !add_lecture (demo, rows[i], taught, sheet.id, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
add_funds_and_sheets (SzDemo *demo, GError **error)
{
  const int year = demo->request->year;
  g_autoptr (GArray) contracts
      = sz_store_contract_list (sz_act_get_store (demo->act), SZ_ROWS_ALL, error);

  if (contracts == NULL)
    return FALSE;
  g_array_sort (contracts, compare_contracts_cb);
  for (int month = 3; month <= 12; month += 3)
    {
      SzParttimeFundRow row = { .year = year,
                                .month = month,
                                .document = (char *)"示例财函〔示例〕1号",
                                .amount_fen = (gint64)demo->request->people * 100000 };

      if (!sz_store_parttime_fund_put (demo->act, &row, SZ_PUT_INSERT, NULL, error))
        return FALSE;
    }
  return add_sheet (demo, contracts, sz_date_make (year, 4, 8), sz_date_make (year, 5, 12), error)
         && add_sheet (demo, contracts, sz_date_make (year, 10, 14), sz_date_make (year, 11, 12),
                       error);
}

gboolean
sz_demo_add_parttime (SzDemo *demo, GError **error)
{
  g_return_val_if_fail (demo != NULL, FALSE);
  return add_ledger (demo, error) && add_case (demo, error) && add_spring (demo, error)
         && add_funds_and_sheets (demo, error);
}
