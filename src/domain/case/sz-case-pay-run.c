/* sz-case-pay-run.c — the states of a pay run (RULE pay-11)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-case-tables.h"

/* Whoever had a hand in a revision. */
#define MAKING "compute recompute split withdraw adjust undo"
#define MOVING "review announce objection answer approve waive"

static const SzCaseState states[] = {
  { "computed", "已计算" }, { "reviewed", "已复核" }, { "announced", "公示中" },
  { "approved", "已批准" }, { "paid", "已发放" },
};

static const SzCaseMove moves[] = {
  { .verb = "compute", .name = "计算", .from = "", .to = "computed" },
  /* A new revision: the names of the old one count no more. */
  { .verb = "recompute", .name = "重算", .from = "computed", .to = "computed", .forgets = MAKING },
  { .verb = "split", .name = "二次分配", .from = "computed", .to = "computed" },
  { .verb = "withdraw", .name = "撤回分配", .from = "computed", .to = "computed" },
  { .verb = "adjust", .name = "调整", .from = "computed", .to = "computed" },
  { .verb = "undo", .name = "撤销调整", .from = "computed", .to = "computed" },
  { .verb = "review",
    .name = "复核",
    .from = "computed",
    .to = "reviewed",
    .other_than = MAKING,
    .locks = "run" },
  { .verb = "announce",
    .name = "公示",
    .from = "reviewed",
    .to = "announced",
    .needs = SZ_MOVE_DAY },
  { .verb = "objection",
    .name = "异议",
    .from = "announced",
    .to = "announced",
    .needs = SZ_MOVE_DAY },
  { .verb = "answer",
    .name = "答复",
    .from = "announced",
    .to = "announced",
    .needs = SZ_MOVE_DAY },
  { .verb = "approve",
    .name = "批准",
    .from = "announced",
    .to = "approved",
    .needs = SZ_MOVE_DAY,
    .other_than = MAKING " review" },
  { .verb = "waive",
    .name = "免公示批准",
    .from = "reviewed announced",
    .to = "approved",
    .needs = SZ_MOVE_DAY | SZ_MOVE_DOCUMENT,
    .other_than = MAKING " review" },
  { .verb = "pay", .name = "发放", .from = "approved", .to = "paid", .needs = SZ_MOVE_DAY },
  { .verb = "reopen",
    .name = "退回",
    .from = "reviewed announced approved",
    .to = "computed",
    .needs = SZ_MOVE_REASON,
    .forgets = MOVING },
};

const SzCaseTable sz_case_pay_run = {
  .kind = "pay.run",
  .noun = "run",
  SZ_CASE_STATES (states),
  SZ_CASE_MOVES (moves),
  .codes = { .state = "run.state", .person = "run.same_person", .reason = "run.no_reason" },
};
