/* sz-case-parttime.c — the states of an engagement of a part-time teacher that is under way
 * 兼职教师在办 (RULE rec-23)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-case-tables.h"

static const SzCaseState states[] = {
  { "open", "在办" },
  { "signed", "已签约" },
  { "withdrawn", "已撤回" },
};

/* Rows from before there was a case of theirs, or from another copy, are taken over by "record". */
static const SzCaseMove moves[] = {
  { .verb = "open", .name = "提出", .from = "", .to = "open" },
  { .verb = "record",
    .name = "登记",
    .from = "",
    .to = "open signed withdrawn",
    .by_program = TRUE },
  { .verb = "sign", .name = "签约", .from = "open", .to = "signed", .needs = SZ_MOVE_DOCUMENT },
  { .verb = "withdraw",
    .name = "撤回",
    .from = "open",
    .to = "withdrawn",
    .needs = SZ_MOVE_REASON },
};

const SzCaseTable sz_case_parttime = {
  .kind = "engagement",
  .noun = "case",
  SZ_CASE_STATES (states),
  SZ_CASE_MOVES (moves),
};
