/* sz-tax.h — personal income tax 个人所得税: tables, labour service, the annual bonus (RULE tax-1 …
 * tax-3)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sz-date.h"
#include "sz-money.h"

G_BEGIN_DECLS

/** SzTaxBracket: holds up to and including @up_to_fen (0: no end). */
typedef struct
{
  SzMoney up_to_fen;
  gint64 rate_x1e4;  /* 3 % is 300 */
  SzMoney quick_fen; /* 速算扣除数 */
} SzTaxBracket;

#define SZ_TAX_BRACKETS_MAX 16

/** SzTaxTable: brackets upwards, the last one without an end. */
typedef struct
{
  SzTaxBracket brackets[SZ_TAX_BRACKETS_MAX];
  guint n;
} SzTaxTable;

/** SzTaxRules: the parameters `tax.*` in force on one day (RULE num-7). */
typedef struct
{
  SzTaxTable year_table;
  SzTaxTable month_table;
  SzTaxTable labour_table;
  SzMoney labour_flat_fen; /* off a payment up to the edge */
  SzMoney labour_edge_fen;
  gint64 labour_share_x1e4; /* of a payment over it */
  SzMoney deduction_fen;    /* 减除费用 of a month */
  SzDate bonus_until;       /* last day of the separate bonus tax */
  gboolean rejoin_restart;  /* whoever came back begins anew */
  gboolean half_for_conv;   /* half of a transfer award counts */
} SzTaxRules;

/** sz_tax_table_check: rates 0 … 1 and ends that rise, the last one open. */
gboolean sz_tax_table_check (const SzTaxTable *table);

/** sz_tax_table_find: the bracket of @base_fen; below 0 the first. */
const SzTaxBracket *sz_tax_table_find (const SzTaxTable *table, SzMoney base_fen);

/** sz_tax_table_apply: round2(base × rate − quick), once; 0 where @base_fen is not over 0. */
SzMoney sz_tax_table_apply (const SzTaxTable *table, SzMoney base_fen);

/** SzTaxLabour: 劳务报酬, all that one person is paid in a calendar month (RULE tax-3). */
typedef struct
{
  SzMoney tax_fen;
  SzMoney net_fen;
  const SzTaxBracket *bracket; /* borrowed from the rules */
} SzTaxLabour;

/**
 * sz_tax_labour:
 * @amount_fen: ≥ 0, everything of the month
 *
 * 4,000.00 → 640.00; 4,001.00 → 640.16; 30,000.00 → 5,200.00.
 */
SzTaxLabour sz_tax_labour (const SzTaxRules *rules, SzMoney amount_fen);

/** SzTaxBonus: 全年一次性奖金 taxed by itself (RULE tax-2). */
typedef struct
{
  SzMoney tax_fen;
  SzMoney net_fen;
  const SzTaxBracket *bracket; /* borrowed from the rules */
  gboolean cliff;              /* a smaller bonus would leave more */
  SzMoney edge_fen;            /* where the bracket below ends */
  SzMoney lost_fen;            /* how much more the edge leaves */
  SzMoney free_from_fen;       /* the smallest amount that leaves no less than the edge */
} SzTaxBonus;

/** sz_tax_bonus: 36,000.00 → 1,080.00; 36,001.00 → 3,390.10 and a cliff. @amount_fen ≥ 0. */
SzTaxBonus sz_tax_bonus (const SzTaxRules *rules, SzMoney amount_fen);

G_END_DECLS
