/* sz-kinds-pay.c — kinds of import that payment needs: salary 工资, tax-status 个税情况,
 * bank-accounts 银行账户
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-kinds-pay.h"

#include <glib/gi18n.h>

#include "sz-import-cell.h"
#include "sz-row-type.h"
#include "sz-store-salary.h"

#define NOT_GIVEN (-1)
#define MONEY(heading, member)                                                                     \
  {                                                                                                \
    heading, SZ_FIELD_MONEY, SZ_FIELD_AT (SzSalaryRow, member)                                     \
  }
/* An empty cell is not 0: the program knows it from nowhere else. */
#define UNSAID(heading, member)                                                                    \
  {                                                                                                \
    heading, SZ_FIELD_MONEY, SZ_FIELD_AT (SzSalaryRow, member), .fallback = NOT_GIVEN              \
  }

static const SzImportField salary_fields[] = {
  { "年度", SZ_FIELD_YEAR, SZ_FIELD_AT (SzSalaryRow, year), .required = TRUE, .example = "2026" },
  { "月份", SZ_FIELD_MONTH, SZ_FIELD_AT (SzSalaryRow, month), .required = TRUE, .example = "1" },
  { "工号", SZ_FIELD_PERSON, SZ_FIELD_AT (SzSalaryRow, person_id), .required = TRUE,
    .example = "1001" },
  { "姓名", SZ_FIELD_PERSON_NAME, .example = "张三",
    .note = N_ ("Only compared with the register") },
  { "应发", SZ_FIELD_MONEY, SZ_FIELD_AT (SzSalaryRow, income_fen), .required = TRUE,
    .example = "16000.00", .note = N_ ("Without what runs of this program pay with tax") },
  UNSAID ("基本工资", base_fen),
  MONEY ("免税收入", exempt_fen),
  { "三险一金", SZ_FIELD_MONEY, SZ_FIELD_AT (SzSalaryRow, special_fen), .fallback = NOT_GIVEN,
    .note = N_ ("Or its four parts, which are added up") },
  MONEY ("养老保险", pension_fen),
  MONEY ("医疗保险", medical_fen),
  MONEY ("失业保险", jobless_fen),
  MONEY ("住房公积金", housing_fen),
  MONEY ("职业年金", annuity_fen),
  { "专项附加", SZ_FIELD_MONEY, SZ_FIELD_AT (SzSalaryRow, additional_fen), .fallback = NOT_GIVEN,
    .note = N_ ("Of this month; or 累计专项附加, never both") },
  UNSAID ("累计专项附加", cumulative_fen),
  MONEY ("其他扣除", other_fen),
  MONEY ("减免税额", reduction_fen),
  { "已扣税", SZ_FIELD_MONEY, SZ_FIELD_AT (SzSalaryRow, withheld_fen), .fallback = NOT_GIVEN,
    .note = N_ ("Empty: computed by the program; 0 is 0") },
};

/* RULE tax-1: the same money must not come off twice. */
static gboolean
check_salary (SzImportRun *run, gconstpointer data, GError **error)
{
  const SzSalaryRow *row = data;
  SzMoney parts_fen = row->pension_fen + row->medical_fen + row->jobless_fen + row->housing_fen;

  (void)error;
  if (row->special_fen >= 0 && parts_fen != 0 && parts_fen != row->special_fen)
    {
      int field = SZ_IMPORT_FIELD (run, SzSalaryRow, special_fen);
      g_autofree char *parts = sz_money_format (parts_fen);

      sz_import_find (run, SZ_SEVERITY_ERROR, "salary.special_twice", field,
                      sz_import_get_cell (run, (guint)field)->text, "parts", parts, NULL);
    }
  if (row->additional_fen >= 0 && row->cumulative_fen >= 0)
    {
      int field = SZ_IMPORT_FIELD (run, SzSalaryRow, cumulative_fen);

      sz_import_find (run, SZ_SEVERITY_ERROR, "salary.additional_twice", field,
                      sz_import_get_cell (run, (guint)field)->text, NULL);
    }
  return TRUE;
}

static const SzImportHooks salary_hooks = { .check_row = check_salary };

const SzImportKind sz_import_kind_salary = {
  "salary",
  "工资表",
  SZ_IMPORT_FIELDS (salary_fields),
  .type = &sz_salary_type,
  .hooks = &salary_hooks,
};

static const SzImportField status_fields[] = {
  { "年度", SZ_FIELD_YEAR, SZ_FIELD_AT (SzTaxStatusRow, year), .required = TRUE,
    .example = "2026" },
  { "工号", SZ_FIELD_PERSON, SZ_FIELD_AT (SzTaxStatusRow, person_id), .required = TRUE,
    .example = "1001" },
  { "姓名", SZ_FIELD_PERSON_NAME, .example = "张三",
    .note = N_ ("Only compared with the register") },
  { "减除方式", SZ_FIELD_CODE, SZ_FIELD_AT (SzTaxStatusRow, deduction), .table = SZ_TABLE_DEDUCTION,
    .example = "按月", .note = N_ ("Empty means 按月") },
  { "已用一次性奖金", SZ_FIELD_CODE, SZ_FIELD_AT (SzTaxStatusRow, bonus_used),
    .table = SZ_TABLE_YES_NO, .example = "否",
    .note = N_ ("Whether this year's 全年一次性奖金 was taxed by itself elsewhere") },
};

const SzImportKind sz_import_kind_tax_status = {
  "tax-status",
  "个税情况",
  SZ_IMPORT_FIELDS (status_fields),
  .type = &sz_tax_status_type,
};

static const SzImportField account_fields[] = {
  { "工号", SZ_FIELD_PERSON, SZ_FIELD_AT (SzBankAccountRow, person_id), .required = TRUE,
    .example = "1001" },
  { "姓名", SZ_FIELD_PERSON_NAME, .example = "张三",
    .note = N_ ("Only compared with the register") },
  { "户名", SZ_FIELD_TEXT, SZ_FIELD_AT (SzBankAccountRow, holder), .example = "张三",
    .note = N_ ("Empty means the name of the register") },
  { "账号", SZ_FIELD_ACCOUNT, SZ_FIELD_AT (SzBankAccountRow, account), .required = TRUE,
    .example = "6222000000000000000", .note = N_ ("As text") },
  { "开户行", SZ_FIELD_TEXT, SZ_FIELD_AT (SzBankAccountRow, branch), .example = "" },
  { "联行号", SZ_FIELD_ACCOUNT, SZ_FIELD_AT (SzBankAccountRow, branch_no), .example = "" },
};

const SzImportKind sz_import_kind_bank_accounts = {
  "bank-accounts",
  "银行账户",
  SZ_IMPORT_FIELDS (account_fields),
  .type = &sz_bank_account_type,
};
