/* sz-kinds-total.c — kinds pay-ledger 绩效工资台账, advances 预发, withholding 代扣, talents
 * 高层次人才薪酬
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-kinds-college.h"

#include <glib/gi18n.h>

#include "sz-import-cell.h"
#include "sz-row-type.h"
#include "sz-store-total.h"

static const SzImportField pay_ledger[] = {
  { "年度", SZ_FIELD_YEAR, SZ_FIELD_AT (SzLedgerRow, year), .required = TRUE, .example = "2025" },
  { "月份", SZ_FIELD_MONTH_OR_YEAR, SZ_FIELD_AT (SzLedgerRow, month), .required = TRUE,
    .example = "3", .note = N_ ("1 to 12; 0 for the year as a whole") },
  { "科目", SZ_FIELD_CODE, SZ_FIELD_AT (SzLedgerRow, account), .required = TRUE,
    .table = SZ_TABLE_ACCOUNT, .example = "奖励性" },
  { "金额", SZ_FIELD_SIGNED_MONEY, SZ_FIELD_AT (SzLedgerRow, amount_fen), .required = TRUE,
    .example = "802880.00" },
  { "来源", SZ_FIELD_TEXT, SZ_FIELD_AT (SzLedgerRow, source), .example = "财政",
    .note = N_ ("财政, 事业收入, 培训净收入 or 专项; 成果转化奖励, 高层次人才 and 经批准核增 name "
                "their own") },
  { "文号", SZ_FIELD_TEXT, SZ_FIELD_AT (SzLedgerRow, document), .example = "某人社字〔2025〕1号",
    .note = N_ ("Required for 经批准核增") },
};

/* RULE pay-1: R has four sources; what stands beside it may name its own. */
static gboolean
resolve_ledger (SzImportRun *run, gpointer data, GError **error)
{
  SzLedgerRow *row = data;
  int field = SZ_IMPORT_FIELD (run, SzLedgerRow, source);
  const SzCode *fund;
  g_autofree char *choices = NULL;

  if (*row->source == '\0' || sz_import_means_nothing (row->source))
    {
      *row->source = '\0';
      return TRUE;
    }
  fund = sz_synonyms_code (run->synonyms, SZ_TABLE_FUND, row->source);
  if (fund != NULL)
    {
      g_free (row->source);
      row->source = g_strdup (fund->code);
      return TRUE;
    }
  if (row->account != SZ_ACCOUNT_BASIC && row->account != SZ_ACCOUNT_INCENTIVE)
    return TRUE;
  choices = sz_import_dup_choices (SZ_TABLE_FUND, "");
  sz_import_find (run, SZ_SEVERITY_ERROR, "code.unknown", field,
                  sz_import_get_cell (run, (guint)field)->text, "choices", choices, NULL);
  return TRUE;
}

/* RULE pay-1: X3 without its number makes the year a draft. */
static gboolean
check_ledger (SzImportRun *run, gconstpointer data, GError **error)
{
  const SzLedgerRow *row = data;

  if (row->account == SZ_ACCOUNT_X3 && (row->document == NULL || *row->document == '\0'))
    sz_import_find (run, SZ_SEVERITY_WARNING, "ledger.x3_unapproved",
                    SZ_IMPORT_FIELD (run, SzLedgerRow, document), NULL, NULL);
  return TRUE;
}

static const SzImportHooks ledger_hooks = { .resolve = resolve_ledger, .check_row = check_ledger };

const SzImportKind sz_import_kind_pay_ledger = {
  "pay-ledger",           "绩效工资台账", SZ_IMPORT_FIELDS (pay_ledger), .type = &sz_ledger_type,
  .hooks = &ledger_hooks,
};

static void
check_month (SzImportRun *run, gint64 person_id, int year, int month)
{
  const SzDate first = sz_date_make (year, month, 1);

  sz_import_check_service (run, (guint)sz_import_field (run, "工号"), person_id,
                           sz_import_field (run, "月份"), first,
                           sz_month_last_day (sz_date_month (first)));
}

static const SzImportField advances[] = {
  { "年度", SZ_FIELD_YEAR, SZ_FIELD_AT (SzAdvanceRow, year), .required = TRUE, .example = "2025" },
  { "工号", SZ_FIELD_PERSON, SZ_FIELD_AT (SzAdvanceRow, person_id), .required = TRUE,
    .example = "1001" },
  { "月份", SZ_FIELD_MONTH, SZ_FIELD_AT (SzAdvanceRow, month), .required = TRUE, .example = "6" },
  { "金额", SZ_FIELD_SIGNED_MONEY, SZ_FIELD_AT (SzAdvanceRow, amount_fen), .required = TRUE,
    .example = "1000.00", .note = N_ ("Paid ahead; comes off what is paid now") },
};

static gboolean
check_advances (SzImportRun *run, gconstpointer data, GError **error)
{
  const SzAdvanceRow *row = data;

  check_month (run, row->person_id, row->year, row->month);
  return TRUE;
}

static const SzImportHooks advances_hooks
    = { .wants = SZ_IMPORT_WANTS_SERVICES, .check_row = check_advances };

const SzImportKind sz_import_kind_advances = {
  "advances",
  "预发绩效",
  SZ_IMPORT_FIELDS (advances),
  .type = &sz_advance_type,
  .hooks = &advances_hooks,
};

static const SzImportField withholding[] = {
  { "年度", SZ_FIELD_YEAR, SZ_FIELD_AT (SzWithholdingRow, year), .required = TRUE,
    .example = "2025" },
  { "工号", SZ_FIELD_PERSON, SZ_FIELD_AT (SzWithholdingRow, person_id), .required = TRUE,
    .example = "1001" },
  { "月份", SZ_FIELD_MONTH, SZ_FIELD_AT (SzWithholdingRow, month), .required = TRUE,
    .example = "12" },
  { "代扣税", SZ_FIELD_MONEY, SZ_FIELD_AT (SzWithholdingRow, tax_fen), .required = TRUE,
    .example = "312.50" },
  { "其他代扣", SZ_FIELD_SIGNED_MONEY, SZ_FIELD_AT (SzWithholdingRow, other_fen),
    .example = "0.00" },
};

static gboolean
check_withholding (SzImportRun *run, gconstpointer data, GError **error)
{
  const SzWithholdingRow *row = data;

  check_month (run, row->person_id, row->year, row->month);
  return TRUE;
}

static const SzImportHooks withholding_hooks
    = { .wants = SZ_IMPORT_WANTS_SERVICES, .check_row = check_withholding };

const SzImportKind sz_import_kind_withholding = {
  "withholding",
  "代扣",
  SZ_IMPORT_FIELDS (withholding),
  .type = &sz_withholding_type,
  .hooks = &withholding_hooks,
};

static const SzImportField talents[] = {
  { "工号", SZ_FIELD_PERSON, SZ_FIELD_AT (SzTalentRow, person_id), .required = TRUE,
    .example = "1001" },
  { "方式", SZ_FIELD_CODE, SZ_FIELD_AT (SzTalentRow, mode), .required = TRUE,
    .table = SZ_TABLE_PAY_REGIME, .example = "年薪", .note = N_ ("年薪, 协议 or 项目") },
  { "年度", SZ_FIELD_YEAR, SZ_FIELD_AT (SzTalentRow, year), .required = TRUE, .example = "2025" },
  { "金额", SZ_FIELD_MONEY, SZ_FIELD_AT (SzTalentRow, amount_fen), .required = TRUE,
    .example = "300000.00" },
  { "批文号", SZ_FIELD_TEXT, SZ_FIELD_AT (SzTalentRow, approval),
    .example = "某人社批〔2025〕1号" },
  { "人才类别", SZ_FIELD_TEXT, SZ_FIELD_AT (SzTalentRow, category), .example = "" },
  { "期限起", SZ_FIELD_DATE, SZ_FIELD_AT (SzTalentRow, from), .example = "" },
  { "期限止", SZ_FIELD_DATE, SZ_FIELD_AT (SzTalentRow, to), .example = "" },
  { "目标", SZ_FIELD_TEXT, SZ_FIELD_AT (SzTalentRow, target), .example = "" },
  { "经费来源", SZ_FIELD_TEXT, SZ_FIELD_AT (SzTalentRow, fund), .example = "" },
  { "考核结果", SZ_FIELD_TEXT, SZ_FIELD_AT (SzTalentRow, verdict), .example = "" },
};

/* Whoever is paid from the pool is no talent on a contract. */
static gboolean
resolve_talent (SzImportRun *run, gpointer data, GError **error)
{
  const SzTalentRow *row = data;
  guint field = (guint)SZ_IMPORT_FIELD (run, SzTalentRow, mode);

  if (row->mode == SZ_PAY_REGIME_PERFORMANCE)
    sz_import_find (run, SZ_SEVERITY_ERROR, "code.unknown", (int)field,
                    sz_import_get_cell (run, field)->text, "choices", "年薪、协议、项目", NULL);
  return TRUE;
}

/* RULE pay-7: who is paid by contract takes no part, though the register still says 绩效. */
static gboolean
check_talent (SzImportRun *run, gconstpointer data, GError **error)
{
  const SzTalentRow *row = data;
  g_autoptr (GError) fault = NULL;
  g_autoptr (SzPersonFile) file = sz_store_person_by_id (run->store, row->person_id, &fault);
  guint mode_field = (guint)SZ_IMPORT_FIELD (run, SzTalentRow, mode);
  SzPersonState state;

  if (file == NULL)
    {
      g_propagate_error (error, g_steal_pointer (&fault));
      return FALSE;
    }
  sz_person_state_at ((const SzRecord *)(gpointer)file->records->data, file->records->len,
                      (const SzService *)(gpointer)file->services->data, file->services->len,
                      sz_date_make (row->year, 12, 31), &state);
  if (state.pay_regime == SZ_PAY_REGIME_PERFORMANCE)
    sz_import_find (run, SZ_SEVERITY_WARNING, "talent.regime", (int)mode_field,
                    sz_import_get_cell (run, mode_field)->text, "staff_no", file->person.staff_no,
                    "name", file->person.name, NULL);
  return TRUE;
}

static const SzImportHooks talent_hooks = { .resolve = resolve_talent, .check_row = check_talent };

const SzImportKind sz_import_kind_talents = {
  "talents",
  "高层次人才薪酬",
  SZ_IMPORT_FIELDS (talents),
  .type = &sz_talent_type,
  .hooks = &talent_hooks,
};
