/* sz-case-tolerance.c — the steps of tolerance 容错纠错 (RULE aud-6)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-case-tables.h"

static const SzCaseState states[] = {
  { "applied", "已申请" },
  { "verified", "已核实" },
  { "decided", "已认定" },
  { "published", "已公开" },
};

/* What a sheet or a hand says of an application is taken over by "record". A conclusion that is
   open to somebody is published as it is decided. */
static const SzCaseMove moves[] = {
  { .verb = "record",
    .name = "申请",
    .from = "",
    .to = "applied verified decided published",
    .by_program = TRUE },
  { .verb = "record",
    .name = "登记",
    .from = "applied verified decided published",
    .to = "applied verified decided published",
    .by_program = TRUE },
  { .verb = "verify",
    .name = "核实",
    .from = "applied verified",
    .to = "verified",
    .needs = SZ_MOVE_REASON,
    .forgets = "verify" },
  { .verb = "decide",
    .name = "认定",
    .from = "verified",
    .to = "decided",
    .needs = SZ_MOVE_DOCUMENT },
  { .verb = "publish",
    .name = "结论公开",
    .from = "decided",
    .to = "published",
    .by_program = TRUE },
};

const SzCaseTable sz_case_tolerance = {
  .kind = "tolerance",
  .noun = "tolerance",
  SZ_CASE_STATES (states),
  SZ_CASE_MOVES (moves),
  .codes
  = { .state = "tolerance.state", .reason = "required.missing", .document = "required.missing" },
};
