/* recruit.h — what tests of recruitment share: the usual parameters
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sz-exam.h"

static const char *const usual_ties[] = { "笔试", "面试", NULL };

static const SzExamRules usual_rules = {
  .exam_order = SZ_ORDER_INTERVIEW_FIRST,
  .open_ratio_x1e4 = 30000,
  .enter_multiple_x1e4 = 30000,
  .weight_interview_x1e4 = 5000,
  .written_pass_x100 = 6000,
  .interview_pass_x100 = 6000,
  .check_multiple_x1e4 = 10000,
  .check_round = SZ_ROUND_UP,
  .trim = 1,
  .tie = usual_ties,
  .substitutes_x = 1,
};
