/* sz-bank.h — the bank list 银行代发清单, exact to the byte (RULE pay-17)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sz-issue.h"
#include "sz-money.h"

G_BEGIN_DECLS

typedef enum
{
  SZ_BANK_NUMBER,     /* 序号 */
  SZ_BANK_ACCOUNT,    /* 账号 */
  SZ_BANK_HOLDER,     /* 户名 */
  SZ_BANK_AMOUNT,     /* 金额 */
  SZ_BANK_NOTE,       /* 摘要 */
  SZ_BANK_BRANCH,     /* 开户行 */
  SZ_BANK_BRANCH_NO,  /* 联行号 */
  SZ_BANK_STAFF_NO,   /* 工号 */
  SZ_BANK_DEPARTMENT, /* 部门 */
  SZ_BANK_FIXED,      /* ="固定文字" */
  SZ_N_BANK_FIELDS
} SzBankField;

/** sz_bank_field_name: the official word; %NULL for SZ_BANK_FIXED. */
const char *sz_bank_field_name (SzBankField field);
/** sz_bank_field_parse: FALSE when there is no such field. */
gboolean sz_bank_field_parse (const char *name, SzBankField *field);

typedef struct
{
  SzBankField field;
  const char *title; /* of the heading */
  const char *text;  /* of SZ_BANK_FIXED */
} SzBankColumn;

#define SZ_BANK_COLUMNS_MAX 16

/** SzBankTemplate: one layout of `bank.templates`. Strings are borrowed. */
typedef struct
{
  SzBankColumn columns[SZ_BANK_COLUMNS_MAX];
  guint n_columns;
  gboolean heading;
  const char *delimiter;
  const char *encoding; /* "gb18030", "utf-8" */
  gboolean in_fen;      /* amounts as whole fen */
  gboolean crlf;
  gboolean trailer; /* a last line of count and total */
} SzBankTemplate;

/** SzBankRow: who is paid how much. Borrowed; unknown texts are "". */
typedef struct
{
  const char *staff_no;
  const char *name;   /* 姓名, for findings */
  const char *holder; /* 户名 */
  const char *account;
  const char *branch;
  const char *branch_no;
  const char *department;
  SzMoney amount_fen;
} SzBankRow;

/** sz_bank_check_luhn: whether @account of 16 … 19 digits that begins with 62 fails its check
 * digit. */
gboolean sz_bank_fails_luhn (const char *account);

/** sz_bank_cell: (transfer full): what stands in @column of row @index. */
char *sz_bank_cell (const SzBankTemplate *layout,
                    const SzBankColumn *column,
                    const SzBankRow *rows,
                    gsize index,
                    const char *note);

/** sz_bank_format: (transfer full): the whole text in UTF-8, every line ended. */
char *
sz_bank_format (const SzBankTemplate *layout, const SzBankRow *rows, gsize n, const char *note);

/**
 * sz_bank_check:
 * @text: whether the file is a text file, in which nothing is quoted
 *
 * Errors "bank.account_missing", "bank.account_repeated", "bank.text"; where there is none,
 * warnings "bank.account_checksum"; each with staff_no and name.
 */
void sz_bank_check (const SzBankTemplate *layout,
                    const SzBankRow *rows,
                    gsize n,
                    const char *note,
                    gboolean text,
                    SzIssueList *issues);

G_END_DECLS
