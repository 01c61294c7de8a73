/* sz-store-total.h — what the year's performance pay was, in books and by person 绩效工资总量
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sz-codes.h"
#include "sz-money.h"
#include "sz-row.h"

G_BEGIN_DECLS

/* Every row names its import batch and the row of the sheet (0: typed in by hand). */

/** SzLedgerRow: pay-ledger 绩效工资台账: one amount of a month. Key: year, month, account, source,
 * document, ordinal. */
typedef struct
{
  gint64 id;
  gint64 row_version;
  int year;           /* 年度 */
  int month;          /* 月份, 0: the year as a whole */
  SzAccount account;  /* 科目 */
  char *source;       /* 来源: a code of SZ_TABLE_FUND, else the words of the sheet; "" unsaid */
  char *document;     /* 文号 */
  int ordinal;        /* from 0: amounts of one key are told apart by their order alone */
  SzMoney amount_fen; /* 金额 */
  gint64 batch_id;
  int source_row;
} SzLedgerRow;
SZ_ROW_API (SzLedgerRow, sz_store_ledger)

/** SzAdvanceRow: advances 预发: paid ahead in a month. Key: person, year, month. */
typedef struct
{
  gint64 id;
  gint64 row_version;
  gint64 person_id;
  int year;           /* 年度 */
  int month;          /* 月份 */
  SzMoney amount_fen; /* 金额 */
  gint64 batch_id;
  int source_row;
} SzAdvanceRow;
SZ_ROW_API (SzAdvanceRow, sz_store_advance)

/** SzWithholdingRow: withholding 代扣 of a month. Key: person, year, month. */
typedef struct
{
  gint64 id;
  gint64 row_version;
  gint64 person_id;
  int year;          /* 年度 */
  int month;         /* 月份 */
  SzMoney tax_fen;   /* 代扣税 */
  SzMoney other_fen; /* 其他代扣 */
  gint64 batch_id;
  int source_row;
} SzWithholdingRow;
SZ_ROW_API (SzWithholdingRow, sz_store_withholding)

/** SzTransferRow: transfers 科技成果转化: one contributor of a project (RULE pay-3). Key: person,
 * year, project. */
typedef struct
{
  gint64 id;
  gint64 row_version;
  gint64 person_id;
  int year;              /* 年度 */
  char *project;         /* 项目 */
  char *registration_no; /* 登记号 */
  SzMoney net_fen;       /* 净收入 of the project */
  gint64 ratio_x1e4;     /* 奖励比例 of the project */
  gint64 share_x1e4;     /* 贡献比例 */
  gboolean is_main;      /* 主要贡献人 */
  char *category;        /* 种类: 转让 许可 …; "" unsaid, as the next ones */
  SzMoney contract_fen;  /* 合同额 */
  SzMoney cost_fen;      /* 成本 */
  SzDate received_on;    /* 到账日期 */
  SzDate paid_on;        /* 发放日期: from then on it is income (RULE tax-1) */
  gint64 batch_id;
  int source_row;
} SzTransferRow;
SZ_ROW_API (SzTransferRow, sz_store_transfer)

/** SzTalentRow: talents 高层次人才薪酬, X2. Key: person, year, mode. */
typedef struct
{
  gint64 id;
  gint64 row_version;
  gint64 person_id;
  int year;           /* 年度 */
  SzPayRegime mode;   /* 方式, never 绩效 */
  SzMoney amount_fen; /* 金额 */
  char *approval;     /* 批文号 */
  char *category;     /* 人才类别; "" unsaid, as the next ones */
  SzDate from;        /* 期限起 */
  SzDate to;          /* 期限止 */
  char *target;       /* 目标 */
  char *fund;         /* 经费来源 */
  char *verdict;      /* 考核结果 */
  gint64 batch_id;
  int source_row;
} SzTalentRow;
SZ_ROW_API (SzTalentRow, sz_store_talent)

G_END_DECLS
