/* sz-total.h — the year's performance pay as a whole 绩效工资总量 (RULE pay-1, pay-2, pay-15)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sz-codes.h"
#include "sz-issue.h"
#include "sz-money.h"

G_BEGIN_DECLS

/** SzAddition: what stands beside R. */
typedef enum
{
  SZ_ADDITION_TRANSFER, /* X1 科技成果转化现金奖励 */
  SZ_ADDITION_TALENT,   /* X2 高层次人才年薪、协议工资、项目工资 */
  SZ_ADDITION_APPROVED, /* X3 经批准核增 */
  SZ_N_ADDITIONS
} SzAddition;

/** SzTrainMode: what the available part of training income is. */
typedef enum
{
  SZ_TRAIN_WITHIN_CAP,     /* a source of R */
  SZ_TRAIN_APPROVED_ADDON, /* X3, with an approval number */
} SzTrainMode;

/** SzTotalRules: parameters of a year. */
typedef struct
{
  gint64 train_ratio_x1e4; /* pay.train_ratio 0.50 */
  SzTrainMode train_mode;  /* pay.train_mode */
  SzMoney baseline_fen;    /* pay.L 基准线 a person and year, 0: unset */
  gint64 control_x1e4;     /* pay.ctrl 2.3: warns above */
  gint64 limit_x1e4;       /* pay.limit 5: refuses above */
} SzTotalRules;

/** SzTotalFacts: what the year's books say. */
typedef struct
{
  SzMoney basic_fen;             /* 基础性 */
  SzMoney incentive_fen;         /* 奖励性 */
  SzMoney funds_fen[SZ_N_FUNDS]; /* what of R each fund paid, as far as it is said */
  gboolean has_cap;
  SzMoney cap_fen;                      /* 核定总量 */
  SzMoney x_fen[SZ_N_ADDITIONS];        /* without training income as approved addition */
  SzMoney x_funded_fen[SZ_N_ADDITIONS]; /* what of them names its source */
  const char *x3_approval;    /* 批文号 of all of X3, NULL or "" where any of it has none */
  const char *train_approval; /* 批文号 of the training addition */
  SzMoney train_income_fen;   /* 培训收入 */
  SzMoney train_cost_fen;     /* 成本 */
  gint64 heads;               /* 实有人数 */
} SzTotalFacts;

/** SzTotal: what follows. */
typedef struct
{
  SzMoney r_fen;
  SzMoney x_fen[SZ_N_ADDITIONS];
  SzMoney total_fen;     /* R + X1 + X2 + X3 */
  SzMoney base_next_fen; /* R */
  SzMoney funds_fen[SZ_N_FUNDS];
  SzMoney unfunded_fen; /* R less its sources; 0 when they add up */
  SzMoney train_net_fen;
  SzMoney train_available_fen;
  gboolean has_cap;
  SzMoney cap_fen;
  gboolean within_cap; /* R ≤ CAP; FALSE where something is paid and no cap is known */
  gboolean approved;   /* X3 is 0 or has its approval */
  gboolean has_level;
  gint64 level_x1e4; /* R / (heads × L) */
  gboolean level_allowed;
} SzTotal;

/**
 * sz_total_training: RULE pay-2
 *
 * net = income − costs, available = max (0, net) × ratio rounded to the fen.
 */
gboolean sz_total_training (SzMoney income_fen,
                            SzMoney cost_fen,
                            gint64 ratio_x1e4,
                            SzMoney *net_fen,
                            SzMoney *available_fen,
                            GError **error);

/**
 * sz_total_compute: RULE pay-1, pay-2, pay-15
 * @issues: errors "total.over_cap" (amount, cap, over), "total.x3_unapproved" (amount),
 *   "total.level_refused" (level, limit), "total.sources_over" (amount, sources); warnings
 *   "total.cap_missing", "total.level_high" (level, control), "total.sources_missing" (amount,
 *   missing), "total.x_source_missing" (account, missing), "training.loss" (net),
 *   "total.training_over" (used, available)
 *
 * Where R has more money than its named sources, training income within the cap fills as much of
 * the gap as is available; what is still missing is a finding. Errors: overflow only.
 */
gboolean sz_total_compute (const SzTotalRules *rules,
                           const SzTotalFacts *facts,
                           SzIssueList *issues,
                           SzTotal *total,
                           GError **error);

/** sz_total_allowed: within the cap, approved, under the limit: whether it may be paid so. */
gboolean sz_total_allowed (const SzTotal *total);

/** sz_addition_code: "X1" …, for programs; sz_addition_name: 成果转化奖励 …, for people. */
const char *sz_addition_code (SzAddition addition);
const char *sz_addition_name (SzAddition addition);

G_END_DECLS
