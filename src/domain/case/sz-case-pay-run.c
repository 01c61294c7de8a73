/* sz-case-pay-run.c — the states of a pay run (RULE pay-11)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-case-tables.h"

static const SzCaseState states[] = {
  { "computed", "已计算" },
};

static const SzCaseMove moves[] = {
  { .verb = "compute", .name = "计算", .from = "", .to = "computed" },
};

const SzCaseTable sz_case_pay_run = {
  .kind = "pay.run",
  .noun = "run",
  SZ_CASE_STATES (states),
  SZ_CASE_MOVES (moves),
  .codes = { .state = "run.state", .person = "run.same_person", .reason = "run.no_reason" },
};
