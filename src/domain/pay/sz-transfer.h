/* sz-transfer.h — cash awards for technology transfer 科技成果转化现金奖励, X1 (RULE pay-3)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sz-issue.h"
#include "sz-money.h"

G_BEGIN_DECLS

/** SzTransferRules: the bounds of the award ratio 0.50 … 0.95, and the main contributors' 0.50. */
typedef struct
{
  gint64 ratio_min_x1e4;
  gint64 ratio_max_x1e4;
  gint64 main_share_x1e4;
} SzTransferRules;

/** SzTransferPart: one contributor; @staff_no is borrowed, @amount_fen is what comes out. */
typedef struct
{
  const char *staff_no;
  gint64 share_x1e4;  /* 贡献比例 */
  gboolean is_main;   /* 主要贡献人 */
  SzMoney amount_fen; /* (out) */
} SzTransferPart;

/** SzTransfer: one project of a year; strings borrowed. */
typedef struct
{
  const char *project;         /* 项目 */
  const char *registration_no; /* 登记号 */
  SzMoney net_fen;             /* 净收入 */
  gint64 ratio_x1e4;           /* 奖励比例 */
  SzTransferPart *parts;
  gsize n_parts;
  SzMoney award_fen; /* (out) */
  SzMoney main_fen;  /* (out): what the main contributors get of it */
} SzTransfer;

/**
 * sz_transfer_award:
 * @issues: findings of the data: "transfer.registration_missing", "transfer.ratio_out_of_range"
 *   (min, max), "transfer.main_share_low" (amount, needed), and as warnings "transfer.loss",
 *   "transfer.shares_sum" (sum), "transfer.main_missing"; all with the argument project
 *
 * RULE pay-3: award = net × ratio rounded to the fen, 0 for a loss; apportioned by RULE num-6 over
 * the shares. The main contributors need at least their share of the award.
 * A faulty transfer has findings and an award all the same, so that the fault can be shown.
 * Errors: overflow only, and "pay.pool_without_points" where nobody has a share.
 */
gboolean sz_transfer_award (const SzTransferRules *rules,
                            SzTransfer *transfer,
                            SzIssueList *issues,
                            GError **error);

/** sz_transfer_least_main: what the main contributors must get of an award at least,
 *  ceiled (RULE num-4): 210,000.00 of 420,000.00. */
gboolean sz_transfer_least_main (const SzTransferRules *rules,
                                 SzMoney award_fen,
                                 SzMoney *least_fen,
                                 GError **error);

G_END_DECLS
