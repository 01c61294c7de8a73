/* sz-words-pay.c — sentences: schemes, pay runs and the year as a whole
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-words-private.h"

/* Each says what is wrong and what to do next; row and column are put before it. */
const SzWords sz_words_pay[] = {
  { "scheme.syntax",
    N_ ("this is no valid JSON near line {line}, character {position}: {detail}.") },
  { "scheme.too_large",
    N_ ("the file is larger than any scheme ({max} bytes). Is it the right one?") },
  { "scheme.faulty",
    NP_ ("{file} has {count} fault and was not computed. Correct it and try "
         "again.",
         "{file} has {count} faults and was not computed. Correct them all and try again."),
    .count = "count" },
  { "scheme.key_unknown",
    N_ ("nothing is called “{value}” here. Correct the spelling or take it out.") },
  { "scheme.key_repeated", N_ ("“{value}” stands here twice. Take one of them out.") },
  { "scheme.key_missing", N_ ("“{value}” is missing. Add it.") },
  { "scheme.type",
    N_ ("something else is wanted here: {expected}. Numbers are written in quotes.") },
  { "scheme.number", N_ ("“{value}” is no number. Write digits and one point only.") },
  { "scheme.decimals", N_ ("“{value}” has more than {max} decimals. Round it first.") },
  { "scheme.overflow", N_ ("“{value}” is too large.") },
  { "scheme.date", N_ ("“{value}” is no day. Write it as 2025-12-31.") },
  { "scheme.word_unknown", N_ ("“{value}” is not known here. Possible are: {choices}.") },
  { "scheme.factor_unknown",
    N_ ("there is no factor “{value}”. Known are post, assessment, workload, months, training, "
        "award, headcount, department and value:项目.") },
  { "scheme.factor_unused", N_ ("bounds are given for “{value}”, which this component does not "
                                "use. Add the factor or take the bounds out.") },
  { "scheme.factor_repeated", N_ ("“{value}” uses a factor twice.") },
  { "scheme.factors_missing",
    N_ ("“{value}” has no factors, so that nobody would have points in it.") },
  { "scheme.coefficients_missing", N_ ("the factor “{value}” is used, but it has no coefficients. "
                                       "Add them under “coefficients”.") },
  { "scheme.coefficient_negative", N_ ("the coefficient of “{value}” is negative.") },
  { "scheme.limit_form", N_ ("give either “amount” or “multiple_of_mean”.") },
  { "scheme.limit_invalid", N_ ("a limit must be more than 0.") },
  { "scheme.floor_over_ceiling", N_ ("the floor is higher than the ceiling.") },
  { "scheme.period_missing", N_ ("the period needs its first and its last day.") },
  { "scheme.period_reversed", N_ ("the period ends before it begins.") },
  { "scheme.period_too_long", N_ ("the period is longer than 60 months.") },
  { "scheme.amount_negative", N_ ("the amount {value} is negative.") },
  { "scheme.ratio_invalid", N_ ("the ratio {value} is not between 0 and 1.") },
  { "scheme.ratio_over_one", N_ ("the ratios of the components add up to {value}, which is more "
                                 "than the whole pool. Lower them to 1.0000 or less.") },
  { "scheme.ratio_under_one", N_ ("the ratios of the components add up to {value} only. Raise them "
                                  "to 1.0000, or give one component “rest”.") },
  { "scheme.rest_repeated",
    N_ ("only one component can take the rest; “{value}” is one too many.") },
  { "scheme.components_missing", N_ ("the scheme has no components.") },
  { "scheme.name_missing", N_ ("a name is missing.") },
  { "scheme.name_repeated", N_ ("the name “{value}” is used twice.") },
  { "scheme.name_unknown", N_ ("“{value}” is not known here.") },
  { "scheme.role_missing", N_ ("say which role gets this allowance.") },
  { "scheme.filter_empty", N_ ("an empty list lets nobody in. Take it out or fill it.") },
  { "pay.input_missing",
    N_ ("{staff_no} {name} has no “{input}” on record. Add it and compute again.") },
  { "pay.input_out_of_range",
    N_ ("the “{input}” of {staff_no} {name} is out of all range. Check the records.") },
  { "pay.coefficient_missing", N_ ("{staff_no} {name}: the scheme gives “{value}” no coefficient "
                                   "for “{input}”. Add it to the scheme.") },
  { "input.post", N_ ("post") },
  { "input.assessment", N_ ("assessment") },
  { "input.workload", N_ ("workload quota") },
  { "input.department", N_ ("department") },
  { "input.employment", N_ ("kind of employment") },
  { "pay.points_negative",
    N_ ("{staff_no} {name} would have negative points in “{input}”. Check the values.") },
  { "pay.inputs_missing",
    NP_ ("{count} input is missing; nothing was computed. Add it and compute "
         "again.",
         "{count} inputs are missing; nothing was computed. Add them all and compute again."),
    .count = "count" },
  { "pay.allowances_over_pool", N_ ("the fixed allowances come to {allowances}, but only "
                                    "{available} is there. Lower them or raise the pool.") },
  { "pay.pool_without_points",
    N_ ("nobody has points in “{pool}”, so that its {amount} cannot be shared out. Take the "
        "component out, or import the records it counts.") },
  { "pay.no_solution+department", N_ ("In “{department}” {people} people would need {floor} each, "
                                      "but only {available} is there. Lower the floor.") },
  { "pay.no_solution",
    NP_ ("a floor of {floor} for {people} person cannot be met out of "
         "{available}. Lower the floor.",
         "a floor of {floor} for {people} people cannot be met out of "
         "{available}. Lower the floor."),
    .count = "people" },
  { "run.unknown", N_ ("There is no pay run {run}. “pay list” shows those there are."),
    .desk = N_ ("There is no pay run {run} any more. Look at the list of runs again.") },
  { "run.not_draft", N_ ("Run {run} is “{state}” already: from then on it neither changes its name "
                         "nor goes away. Reopen it first.") },
  /* States and moves have their official words in every language, as on the bar of the run. */
  { "state.computed", "已计算" },
  { "state.reviewed", "已复核" },
  { "state.announced", "公示中" },
  { "state.approved", "已批准" },
  { "state.paid", "已发放" },
  { "verb.recompute", "重算" },
  { "verb.split", "二次分配" },
  { "verb.adjust", "调整" },
  { "verb.review", "复核" },
  { "verb.announce", "公示" },
  { "verb.objection", "异议" },
  { "verb.answer", "答复" },
  { "verb.approve", "批准" },
  { "verb.waive", "免公示批准" },
  { "verb.pay", "发放" },
  { "verb.reopen", "退回" },
  { "verb.correct", "更正" },
  { "verb.bank", "银行代发清单" },
  { "run.state", N_ ("Run {run} is “{state}”; “{verb}” is not possible then.") },
  { "run.same_person", N_ ("{who} had a hand in run {run} before; “{verb}” is somebody else's.") },
  { "run.no_reason", N_ ("Say why (--reason TEXT).") },
  { "run.name_missing", N_ ("A run needs a name.") },
  { "run.changed", N_ ("The stored pay run {run} was tampered with: its lines do not give its "
                       "hash. Restore a backup.") },
  { "run.scheme_unreadable",
    N_ ("The scheme of the stored pay run {run} cannot be read. Restore a backup.") },
  { "run.person_unknown", N_ ("Nobody with the staff number “{staff_no}” is in run {run}.") },
  { "pay.out.talent_pay", N_ ("is paid by a talent contract (年薪/协议/项目) and takes no part") },
  { "pay.out.employment", N_ ("is employed as 外聘 or 劳务派遣 and takes no part") },
  { "pay.out.no_months", N_ ("has no month in post in this period") },
  { "pay.out.assessment_unqualified", N_ ("was assessed as 不合格 in this year") },
  { "total.over_cap", N_ ("R of {amount} is {over} over the approved total of {cap}. Lower it, or "
                          "get the total raised and enter it as 核定总量.") },
  { "total.x3_unapproved", N_ ("the approved additions (X3) of {amount} have no approval number. "
                               "Enter it as 文号 in the ledger.") },
  { "total.level_refused",
    N_ ("the level {level} is over the limit of {limit} times the baseline.") },
  { "total.level_high",
    N_ ("the level {level} is over the control line of {control} times the baseline.") },
  { "total.sources_over", N_ ("the sources come to {sources}, which is more than the regular pay "
                              "(常规绩效) of {amount}. Correct the ledger.") },
  { "total.sources_missing", N_ ("{missing} of the regular pay (常规绩效, {amount}) names no "
                                 "source. Fill in 来源 in the ledger.") },
  { "total.training_over",
    N_ ("{used} are paid out of training income, but only {available} are available.") },
  { "total.x_source_missing", N_ ("{missing} of {account} names no source of its own.") },
  { "total.x_differs", N_ ("the ledger says {ledger} for {account}, the contracts and awards come "
                           "to {amount}; these were taken. Correct one of the two.") },
  { "total.cap_missing",
    N_ ("no approved total (核定总量) is on record for this year. Import it as kind pay-ledger.") },
  { "scheme.bounds_reversed", N_ ("the lower bound is above the upper one.") },
  { NULL },
};
