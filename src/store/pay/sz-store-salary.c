/* sz-store-salary.c — what tax and payment are made from besides runs 工资、个税情况、账户
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-store-salary.h"

#include "sz-row-table.h"

static const SzColumn salary_columns[] = {
  { "person_id", SZ_COLUMN_INT64, SZ_COLUMN_KEY, G_STRUCT_OFFSET (SzSalaryRow, person_id), 0 },
  { "year", SZ_COLUMN_INT, SZ_COLUMN_KEY, G_STRUCT_OFFSET (SzSalaryRow, year), 0 },
  { "month", SZ_COLUMN_INT, SZ_COLUMN_KEY, G_STRUCT_OFFSET (SzSalaryRow, month), 0 },
  { "income_fen", SZ_COLUMN_INT64, SZ_COLUMN_PLAIN, G_STRUCT_OFFSET (SzSalaryRow, income_fen), 0 },
  { "base_fen", SZ_COLUMN_INT64, SZ_COLUMN_PLAIN, G_STRUCT_OFFSET (SzSalaryRow, base_fen), 0 },
  { "exempt_fen", SZ_COLUMN_INT64, SZ_COLUMN_PLAIN, G_STRUCT_OFFSET (SzSalaryRow, exempt_fen), 0 },
  { "special_fen", SZ_COLUMN_INT64, SZ_COLUMN_PLAIN, G_STRUCT_OFFSET (SzSalaryRow, special_fen),
    0 },
  { "pension_fen", SZ_COLUMN_INT64, SZ_COLUMN_PLAIN, G_STRUCT_OFFSET (SzSalaryRow, pension_fen),
    0 },
  { "medical_fen", SZ_COLUMN_INT64, SZ_COLUMN_PLAIN, G_STRUCT_OFFSET (SzSalaryRow, medical_fen),
    0 },
  { "jobless_fen", SZ_COLUMN_INT64, SZ_COLUMN_PLAIN, G_STRUCT_OFFSET (SzSalaryRow, jobless_fen),
    0 },
  { "housing_fen", SZ_COLUMN_INT64, SZ_COLUMN_PLAIN, G_STRUCT_OFFSET (SzSalaryRow, housing_fen),
    0 },
  { "annuity_fen", SZ_COLUMN_INT64, SZ_COLUMN_PLAIN, G_STRUCT_OFFSET (SzSalaryRow, annuity_fen),
    0 },
  { "additional_fen", SZ_COLUMN_INT64, SZ_COLUMN_PLAIN,
    G_STRUCT_OFFSET (SzSalaryRow, additional_fen), 0 },
  { "cumulative_fen", SZ_COLUMN_INT64, SZ_COLUMN_PLAIN,
    G_STRUCT_OFFSET (SzSalaryRow, cumulative_fen), 0 },
  { "other_fen", SZ_COLUMN_INT64, SZ_COLUMN_PLAIN, G_STRUCT_OFFSET (SzSalaryRow, other_fen), 0 },
  { "reduction_fen", SZ_COLUMN_INT64, SZ_COLUMN_PLAIN, G_STRUCT_OFFSET (SzSalaryRow, reduction_fen),
    0 },
  { "withheld_fen", SZ_COLUMN_INT64, SZ_COLUMN_PLAIN, G_STRUCT_OFFSET (SzSalaryRow, withheld_fen),
    0 },
  { "batch_id", SZ_COLUMN_REF, SZ_COLUMN_ORIGIN, G_STRUCT_OFFSET (SzSalaryRow, batch_id), 0 },
  { "source_row", SZ_COLUMN_INT, SZ_COLUMN_ORIGIN, G_STRUCT_OFFSET (SzSalaryRow, source_row), 0 },
};

const SzRowType sz_salary_type = { SZ_ROW_TYPE ("salaries", SzSalaryRow, salary_columns) };

SZ_ROW_DEFINE (SzSalaryRow, sz_store_salary, sz_salary_type)

static const SzColumn tax_status_columns[] = {
  { "person_id", SZ_COLUMN_INT64, SZ_COLUMN_KEY, G_STRUCT_OFFSET (SzTaxStatusRow, person_id), 0 },
  { "year", SZ_COLUMN_INT, SZ_COLUMN_KEY, G_STRUCT_OFFSET (SzTaxStatusRow, year), 0 },
  { "deduction", SZ_COLUMN_CODE, SZ_COLUMN_PLAIN, G_STRUCT_OFFSET (SzTaxStatusRow, deduction),
    SZ_TABLE_DEDUCTION },
  { "bonus_used", SZ_COLUMN_BOOL, SZ_COLUMN_PLAIN, G_STRUCT_OFFSET (SzTaxStatusRow, bonus_used),
    0 },
  { "batch_id", SZ_COLUMN_REF, SZ_COLUMN_ORIGIN, G_STRUCT_OFFSET (SzTaxStatusRow, batch_id), 0 },
  { "source_row", SZ_COLUMN_INT, SZ_COLUMN_ORIGIN, G_STRUCT_OFFSET (SzTaxStatusRow, source_row),
    0 },
};

const SzRowType sz_tax_status_type
    = { SZ_ROW_TYPE ("tax_statuses", SzTaxStatusRow, tax_status_columns) };

SZ_ROW_DEFINE (SzTaxStatusRow, sz_store_tax_status, sz_tax_status_type)

static const SzColumn bank_account_columns[] = {
  { "person_id", SZ_COLUMN_INT64, SZ_COLUMN_KEY, G_STRUCT_OFFSET (SzBankAccountRow, person_id), 0 },
  { "holder", SZ_COLUMN_TEXT, SZ_COLUMN_PLAIN, G_STRUCT_OFFSET (SzBankAccountRow, holder), 0 },
  { "account", SZ_COLUMN_TEXT, SZ_COLUMN_PLAIN, G_STRUCT_OFFSET (SzBankAccountRow, account), 0 },
  { "branch", SZ_COLUMN_TEXT, SZ_COLUMN_PLAIN, G_STRUCT_OFFSET (SzBankAccountRow, branch), 0 },
  { "branch_no", SZ_COLUMN_TEXT, SZ_COLUMN_PLAIN, G_STRUCT_OFFSET (SzBankAccountRow, branch_no),
    0 },
  { "batch_id", SZ_COLUMN_REF, SZ_COLUMN_ORIGIN, G_STRUCT_OFFSET (SzBankAccountRow, batch_id), 0 },
  { "source_row", SZ_COLUMN_INT, SZ_COLUMN_ORIGIN, G_STRUCT_OFFSET (SzBankAccountRow, source_row),
    0 },
};

const SzRowType sz_bank_account_type
    = { SZ_ROW_TYPE ("bank_accounts", SzBankAccountRow, bank_account_columns) };

SZ_ROW_DEFINE (SzBankAccountRow, sz_store_bank_account, sz_bank_account_type)
