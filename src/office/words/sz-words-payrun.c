/* sz-words-payrun.c — sentences: the life of a pay run, leave, tax, the bank
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-words-private.h"

/* Each says what is wrong and what to do next; row and column are put before it. */
const SzWords sz_words_payrun[] = {
  { "scheme.weights_missing",
    N_ ("a first level that goes by “fixed” wants weights: department and weight.") },
  { "scheme.weights_unused",
    N_ ("weights belong to a first level that goes by “fixed”. Take them out.") },
  { "pay.department_coefficient", N_ ("“{department}” has no coefficient (系数). Import it with "
                                      "the departments and compute again.") },
  { "pay.coefficient_negative", N_ ("the coefficient of “{department}” is negative.") },
  { "pay.weight_missing",
    N_ ("the scheme gives “{department}” no weight. Add it under “levels.weights”.") },
  { "pay.department_empty", N_ ("“{department}” has a weight, but nobody who takes part. Take it "
                                "out of “levels.weights”.") },
  { "run.is_correction", N_ ("Run {run} is a correction: only the run itself can be changed so.") },
  { "run.stale",
    N_ ("Run {run} is stale: {count} inputs have changed since. “pay stale {run}” "
        "shows them; compute again, or say why it may pass (--accept-stale TEXT)."),
    .desk = N_ ("Run {run} is stale: {count} inputs have changed since. “What Changed” shows them; "
                "compute again, or say why it may pass.") },
  { "run.paid",
    N_ ("Run {run} is paid: it is never reopened. Correct it with “pay correct {run}”.") },
  { "split.one_level",
    N_ ("Run {run} has one level only: there is nothing for departments to split.") },
  { "split.faulty", N_ ("{file} has {count} faults; the split was not changed. Correct them all "
                        "and read it again.") },
  { "split.department_unknown",
    N_ ("no department of this run is called “{value}”. Say it with --department.") },
  { "split.stale",
    N_ ("this sheet belongs to another revision of the run ({value}). Export the sheets again.") },
  { "split.not_member",
    N_ ("“{value}” is not of “{department}” in this run, or has nothing to be filled in.") },
  { "split.not_admitted",
    N_ ("“{value}”: this person has no part in this component. Leave the cell empty.") },
  { "split.missing", N_ ("an amount is missing for “{value}”: write 0 where nothing is meant.") },
  { "split.negative", N_ ("“{value}” is negative.") },
  { "split.sum",
    N_ ("the amounts come to {sum}, but “{department}” has {pool} to split ({difference}).") },
  { "split.over_ceiling", N_ ("“{value}” would be over the ceiling of the run.") },
  { "split.under_floor", N_ ("“{value}” would be under the floor of the run.") },
  { "split.no_token", N_ ("this sheet has no check number; it was taken as one typed anew.") },
  { "split.none", N_ ("“{department}” has no split of its own.") },
  { "split.unanswered",
    N_ ("{count} departments have not sent their split. Ask them, or say that "
        "the central split stands (--defaults)."),
    .desk = N_ ("{count} departments have not sent their split. Ask them, or say that the central "
                "split stands.") },
  { "adjust.faulty", N_ ("{count} faults; nothing was adjusted.") },
  { "adjust.no_reason", N_ ("an adjustment wants a reason.") },
  { "adjust.zero", N_ ("an adjustment of 0 says nothing.") },
  { "adjust.over_ceiling", N_ ("{staff_no} {name} is over the ceiling with this adjustment.") },
  { "adjust.total_negative",
    N_ ("{staff_no} {name} has {had} and would have {total}: nobody is paid less than nothing.") },
  { "adjust.orphan", N_ ("{staff_no} {name} has an adjustment but no line in the run any longer. "
                         "Take the adjustment back first.") },
  { "adjust.unknown", N_ ("There is no adjustment {n} in this run.") },
  { "pay.reserve_short",
    N_ ("The reserve is {reserve}; {asked} is asked of it. Lower it, or take something back.") },
  { "notice.too_short", N_ ("A notice of {days} working days is too short: at least {least}.") },
  { "notice.running",
    N_ ("The notice runs until {to}; approve on a later day, or without notice "
        "by a document (--no-notice 文号)."),
    .desk
    = N_ ("The notice runs until {to}; approve on a later day, or without notice by a document.") },
  { "objection.early",
    N_ ("An objection cannot be earlier than the notice, which begins on {from}.") },
  { "objection.answer_early", N_ ("The objection is of {on}: its answer cannot be earlier.") },
  { "objection.upheld", N_ ("{count} objections are right: reopen the run and compute it anew.") },
  { "cap.exceeded",
    N_ ("核定总量 is {cap}; {used} is paid, {committed} committed, {asked} asked: {over} too much. "
        "It needs the number of an approval (--document 批文号)."),
    .desk = N_ ("核定总量 is {cap}; {used} is paid, {committed} committed, {asked} asked: {over} "
                "too much. It needs the number of an approval (批文号).") },
  { "correct.open",
    N_ ("Run {run} has a correction under way ({other}). Finish or delete it first.") },
  { "correct.scheme", N_ ("Another scheme must have the period and the pool of run {run}.") },
  { "correct.scheme_reserve",
    N_ ("From the reserve no other scheme is possible for run {run}: "
        "share anew (--from people)."),
    .desk = N_ ("From the reserve no other scheme is possible for run {run}: share among all.") },
  { "correct.has_splits",
    N_ ("Departments of run {run} split their amounts themselves: correct it "
        "from the reserve (--from reserve)."),
    .desk = N_ (
        "Departments of run {run} split their amounts themselves: correct it from the reserve.") },
  { "correct.nothing", N_ ("Nothing is different today: run {run} needs no correction.") },
  { "correct.settles_next",
    N_ ("Run {run} is settled with the next payment; it has none of its own.") },
  { "paid.before_approval", N_ ("The run was approved on {on}: it cannot be paid earlier.") },
  { "tax.inputs_missing",
    N_ ("{count} salary rows are missing; the tax cannot be computed. Import them (salary).") },
  { "tax.salary_missing", N_ ("{staff_no} {name} has no salary row of month {month}.") },
  { "withholding.ignored", N_ ("代扣税 of {count} people was imported, but this run computes the "
                               "tax itself: it is left out.") },
  { "bank.faulty", N_ ("{count} faults; no file was written.") },
  { "bank.account_missing",
    N_ ("{staff_no} {name} has no account. Import it, or leave such people "
        "out (--without-account)."),
    .desk = N_ ("{staff_no} {name} has no account. Import it, or leave out who has none.") },
  { "bank.account_repeated", N_ ("{staff_no} {name} has the account of somebody else too.") },
  { "bank.account_checksum", N_ ("{staff_no} {name}: the check digit of the account is wrong.") },
  { "bank.text", N_ ("{staff_no} {name}: “{value}” holds a separator, a quote or a line end, which "
                     "the bank's file cannot hold.") },
  { "bank.template_unknown", N_ ("There is no bank template “{value}”. There are: {choices}.") },
  { "bank.encoding", N_ ("Something in the list cannot be written in {encoding}.") },
  { "collect.too_much", N_ ("{amount} is not between 0 and the {owed} that is owed.") },
  { "leave.inputs_missing", N_ ("{count} inputs are missing; the sheet was not made.") },
  { "leave.base_missing",
    N_ ("{staff_no} has no basic pay (基本工资) for month {month}. Import the salary rows.") },
  { "leave.work_start_missing", N_ ("{staff_no} has no 参加工作日期: how much of the sick pay of "
                                    "{date} is paid depends on it.") },
  { "salary.special_twice",
    N_ ("三险一金 {value} is not the sum of its parts {parts}. Write one or the other.") },
  { "salary.additional_twice",
    N_ ("专项附加 and 累计专项附加 stand both here. Write one of them.") },
  { "pay.over_cap", N_ ("More was paid in the year than 核定总量 allows: {detail} too much.") },
  { "pay.same_person", N_ ("Run {run}: maker, checker and approver were not different people.") },
  { "pay.no_notice", N_ ("Run {run} was approved without a notice.") },
  { "pay.approved_stale", N_ ("Run {run} was approved although its inputs had changed.") },
  { "pay.hours_on_leave", N_ ("{staff_no} taught a training class on {date}, during {detail}.") },
  { "pay.double_hours",
    N_ ("{staff_no} is paid a fee for {date}, at the time of a lesson of the timetable "
        "({detail}).") },
  { NULL },
};
