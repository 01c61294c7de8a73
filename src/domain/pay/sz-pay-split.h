/* sz-pay-split.h — the sheet of a department judged 二次分配表 (RULE pay-8)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sz-pay-own.h"

G_BEGIN_DECLS

typedef enum
{
  SZ_SPLIT_EMPTY, /* nothing, or — */
  SZ_SPLIT_AMOUNT,
  SZ_SPLIT_INVALID, /* something that is no amount */
} SzSplitState;

typedef struct
{
  SzSplitState state;
  SzMoney amount_fen;
  const char *text; /* as it stands in the sheet; borrowed */
  const char *why;  /* (nullable): of an invalid one, behind the sentence that it is; borrowed */
} SzSplitCell;

/** SzSplitRow: one row of the sheet; borrowed. */
typedef struct
{
  guint row; /* as the spreadsheet program shows it */
  const char *staff_no;
  gboolean known;           /* somebody's in the register */
  const SzSplitCell *cells; /* one for each column of the book */
} SzSplitRow;

/** SzSplitColumn: a component that goes by department. */
typedef struct
{
  guint part;
  const char *name;
} SzSplitColumn;

/** SzSplitBook: whose sheet it is, and the run that it belongs to, as it was frozen. */
typedef struct
{
  const SzPayResult *result;
  const SzPayInput *input;
  guint n_fixed;
  guint n_parts;
  guint department; /* index into the result's departments */
  const SzSplitColumn *columns;
  guint n_columns;
} SzSplitBook;

/** SzSplitSum: what a column came to. */
typedef struct
{
  SzMoney pool_fen;
  SzMoney sum_fen;
} SzSplitSum;

/**
 * sz_pay_split_judge:
 * @sums: (out) (array): one for each column
 * @own: (element-type SzPayOwn): gets the amounts
 *
 * All faults of the sheet in @issues, in the order of RULE pay-8; FALSE when there is one. The
 * central split is what counts, whatever the inputs are now.
 */
gboolean sz_pay_split_judge (const SzSplitBook *book,
                             const SzSplitRow *rows,
                             gsize n_rows,
                             SzIssueList *issues,
                             SzSplitSum *sums,
                             GArray *own);

G_END_DECLS
