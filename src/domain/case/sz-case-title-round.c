/* sz-case-title-round.c — the states of a round of titles 评审批次 (RULE ttl-14)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-case-tables.h"

static const SzCaseState states[] = {
  { "draft", "草拟" },         { "open", "申报中" },        { "closed", "已截止" },
  { "recommended", "已推荐" }, { "announced", "推荐公示" }, { "reviewed", "已评审" },
  { "published", "结果公示" }, { "done", "已办结" },
};

/* A step is called by the state it leads to; one at a time, back by one with a reason, not from the
   end. */
static const SzCaseMove moves[] = {
  { .verb = "draft", .name = "建立", .from = "", .to = "draft" },
  { .verb = "open", .name = "开始申报", .from = "draft", .to = "open", .needs = SZ_MOVE_DAY },
  { .verb = "closed", .name = "截止", .from = "open", .to = "closed", .needs = SZ_MOVE_DAY },
  { .verb = "recommended",
    .name = "推荐",
    .from = "closed",
    .to = "recommended",
    .needs = SZ_MOVE_DAY },
  { .verb = "announced",
    .name = "推荐公示",
    .from = "recommended",
    .to = "announced",
    .needs = SZ_MOVE_DAY },
  { .verb = "reviewed",
    .name = "评审",
    .from = "announced",
    .to = "reviewed",
    .needs = SZ_MOVE_DAY },
  { .verb = "published",
    .name = "结果公示",
    .from = "reviewed",
    .to = "published",
    .needs = SZ_MOVE_DAY },
  { .verb = "done", .name = "办结", .from = "published", .to = "done", .needs = SZ_MOVE_DAY },
  { .verb = "back",
    .name = "退回",
    .from = "open closed recommended announced reviewed published",
    .to = "draft open closed recommended announced reviewed",
    .needs = SZ_MOVE_REASON },
};

const SzCaseTable sz_case_title_round = {
  .kind = "title.round",
  .noun = "batch",
  SZ_CASE_STATES (states),
  SZ_CASE_MOVES (moves),
  .codes = { .state = "batch.order" },
};
