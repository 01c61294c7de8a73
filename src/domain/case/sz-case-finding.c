/* sz-case-finding.c — what may be done with a finding, and what a scan does with it (RULE aud-2)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-case-tables.h"

#define ANY "open answered accepted closed"

static const SzCaseState states[] = {
  { "open", "未答复" },
  { "answered", "已答复" },
  { "accepted", "已认可" },
  { "closed", "已关闭" },
};

/* The last three are steps of a scan: it says to which state they lead. */
static const SzCaseMove moves[] = {
  { .verb = "find", .name = "发现", .from = "", .to = "open", .by_program = TRUE },
  { .verb = "answer",
    .name = "答复",
    .from = "open answered",
    .to = "answered",
    .needs = SZ_MOVE_REASON,
    .forgets = "answer" },
  { .verb = "accept",
    .name = "认可",
    .from = "answered",
    .to = "accepted",
    .other_than = "answer",
    .refusal = "finding.not_answered" },
  { .verb = "reopen",
    .name = "重开",
    .from = "answered accepted closed",
    .to = "open",
    .needs = SZ_MOVE_REASON,
    .forgets = "answer accept",
    .refusal = "finding.not_answered" },
  { .verb = "gone", .name = "消失", .from = ANY, .to = ANY, .by_program = TRUE },
  { .verb = "return", .name = "再现", .from = ANY, .to = ANY, .by_program = TRUE },
  { .verb = "grow", .name = "加重", .from = ANY, .to = ANY, .by_program = TRUE },
};

const SzCaseTable sz_case_finding = {
  .kind = "finding",
  .noun = "finding",
  SZ_CASE_STATES (states),
  SZ_CASE_MOVES (moves),
  .codes = { .state = "finding.not_open", .reason = "finding.text_short" },
};
