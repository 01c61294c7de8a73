/* sz-case-assess-year.c — the states of the assessment of a year 年度考核 (RULE asm-5)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-case-tables.h"

static const SzCaseState states[] = {
  { "draft", "登记中" },
  { "announced", "公示" },
  { "confirmed", "已确认" },
};

static const SzCaseMove moves[] = {
  { .verb = "begin", .name = "登记", .from = "", .to = "draft" },
  { .verb = "announced", .name = "公示", .from = "draft", .to = "announced", .needs = SZ_MOVE_DAY },
  { .verb = "confirmed",
    .name = "确认",
    .from = "announced",
    .to = "confirmed",
    .needs = SZ_MOVE_DAY,
    .locks = "grades" },
  { .verb = "draft", .name = "退回", .from = "announced", .to = "draft", .needs = SZ_MOVE_REASON },
};

const SzCaseTable sz_case_assess_year = {
  .kind = "assess.year",
  .noun = "year",
  SZ_CASE_STATES (states),
  SZ_CASE_MOVES (moves),
  .codes = { .state = "assess.order" },
};
