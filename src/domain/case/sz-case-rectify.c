/* sz-case-rectify.c — the states of a problem that is put right 整改事项 (RULE aud-5)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-case-tables.h"

#define LIVE "open in_progress submitted"
#define ANY LIVE " closed"

static const SzCaseState states[] = {
  { "open", "未整改" },
  { "in_progress", "整改中" },
  { "submitted", "待销号" },
  { "closed", "已销号" },
};

/* What a sheet or a hand says of an item is taken over by "record". The duty says where "progress"
   and "extend" lead: the percent does. */
static const SzCaseMove moves[] = {
  { .verb = "record", .name = "登记", .from = "", .to = ANY, .by_program = TRUE },
  { .verb = "record",
    .name = "登记",
    .from = ANY,
    .to = ANY,
    .forgets = "submit close",
    .by_program = TRUE },
  { .verb = "progress",
    .name = "填报进度",
    .from = LIVE,
    .to = "in_progress open",
    .forgets = "submit" },
  { .verb = "submit", .name = "申请销号", .from = LIVE, .to = "submitted", .forgets = "submit" },
  { .verb = "close",
    .name = "销号",
    .from = "submitted",
    .to = "closed",
    .other_than = "submit",
    .refusal = "rectify.not_done" },
  { .verb = "return",
    .name = "退回",
    .from = "submitted",
    .to = "in_progress open",
    .needs = SZ_MOVE_REASON,
    .forgets = "submit",
    .refusal = "rectify.not_done" },
  { .verb = "extend", .name = "延期", .from = LIVE, .to = LIVE },
};

const SzCaseTable sz_case_rectify = {
  .kind = "rectify",
  .noun = "item",
  SZ_CASE_STATES (states),
  SZ_CASE_MOVES (moves),
  .codes = { .state = "rectify.closed", .reason = "required.missing" },
};
