/* sz-case-appointment.c — the states of an appointment 聘任 (RULE ttl-7, ttl-21)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-case-tables.h"

static const SzCaseState states[] = {
  { "open", "在办" },
  { "decided", "已聘任" },
  { "withdrawn", "已撤回" },
};

static const SzCaseMove moves[] = {
  { .verb = "open", .name = "提出", .from = "", .to = "open" },
  { .verb = "decide", .name = "聘任", .from = "open", .to = "decided", .needs = SZ_MOVE_DOCUMENT },
  { .verb = "withdraw",
    .name = "撤回",
    .from = "open",
    .to = "withdrawn",
    .needs = SZ_MOVE_REASON },
};

const SzCaseTable sz_case_appointment = {
  .kind = "appointment",
  .noun = "case",
  SZ_CASE_STATES (states),
  SZ_CASE_MOVES (moves),
  .codes = { .state = "appoint.state" },
};
