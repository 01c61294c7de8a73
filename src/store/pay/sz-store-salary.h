/* sz-store-salary.h — what tax and payment are made from besides runs 工资、个税情况、账户
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sz-codes.h"
#include "sz-money.h"
#include "sz-row.h"

G_BEGIN_DECLS

/* Every row names its import batch and the row of the sheet (0: typed in by hand). */

/** SzSalaryRow: salary 工资 of a month (RULE tax-1). Key: person, year, month. Amounts marked with
 * −1 may be unsaid. */
typedef struct
{
  gint64 id;
  gint64 row_version;
  gint64 person_id;
  int year;               /* 年度 */
  int month;              /* 月份 */
  SzMoney income_fen;     /* 应发 */
  SzMoney base_fen;       /* 基本工资, −1 */
  SzMoney exempt_fen;     /* 免税收入 */
  SzMoney special_fen;    /* 三险一金, −1: the sum of its parts */
  SzMoney pension_fen;    /* 养老保险 */
  SzMoney medical_fen;    /* 医疗保险 */
  SzMoney jobless_fen;    /* 失业保险 */
  SzMoney housing_fen;    /* 住房公积金 */
  SzMoney annuity_fen;    /* 职业年金 */
  SzMoney additional_fen; /* 专项附加, −1 */
  SzMoney cumulative_fen; /* 累计专项附加, −1 */
  SzMoney other_fen;      /* 其他扣除 */
  SzMoney reduction_fen;  /* 减免税额 */
  SzMoney withheld_fen;   /* 已扣税, −1 */
  gint64 batch_id;
  int source_row;
} SzSalaryRow;
SZ_ROW_API (SzSalaryRow, sz_store_salary)

/** SzTaxStatusRow: tax-status 个税情况. Key: person, year. */
typedef struct
{
  gint64 id;
  gint64 row_version;
  gint64 person_id;
  int year;                 /* 年度 */
  SzTaxDeduction deduction; /* 减除方式 */
  gboolean bonus_used;      /* 已用一次性奖金 */
  gint64 batch_id;
  int source_row;
} SzTaxStatusRow;
SZ_ROW_API (SzTaxStatusRow, sz_store_tax_status)

/** SzBankAccountRow: bank-accounts 银行账户. Key: person. */
typedef struct
{
  gint64 id;
  gint64 row_version;
  gint64 person_id;
  char *holder;    /* 户名, "": the person's name */
  char *account;   /* 账号 */
  char *branch;    /* 开户行 */
  char *branch_no; /* 联行号 */
  gint64 batch_id;
  int source_row;
} SzBankAccountRow;
SZ_ROW_API (SzBankAccountRow, sz_store_bank_account)

G_END_DECLS
