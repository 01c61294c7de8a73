/* sz-words-college.c — sentences: people by hand, workload, quota, parameters, forms
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-words-private.h"

/* Each says what is wrong and what to do next; row and column are put before it. */
const SzWords sz_words_college[] = {
  { "workload.overflow", N_ ("the workload of {staff_no} {name} is out of all range. Check the "
                             "hours and class sizes.") },
  { "quota.exceeded",
    NP_ ("The limit is {limit} part-time teachers; on {date} {used} are taken "
         "already ({holders} contract), and {asked} more would go over it.",
         "The limit is {limit} part-time teachers; on {date} {used} are taken "
         "already ({holders} contracts), and {asked} more would go over it."),
    .count = "holders" },
  { "quota.exceeded+names",
    NP_ ("The limit is {limit} part-time teachers; on {date} {used} are taken "
         "already, and {asked} more would go over it. Taken by {holders} contract: {names}.",
         "The limit is {limit} part-time teachers; on {date} {used} are taken "
         "already, and {asked} more would go over it. Taken by {holders} contracts: {names}."),
    .count = "holders" },
  { "quota.term_too_long",
    N_ ("A contract of more than {max} days is no contract. Check the dates.") },
  { "quota.fte_invalid",
    N_ ("{value} is no share of a post that one can ask for. Give more than 0.") },
  { "date.reversed", N_ ("the period ends ({to}) before it begins ({from}).") },
  { "person.unknown", N_ ("Nobody has the staff number “{staff_no}”.") },
  { "param.missing", N_ ("no parameter “{key}” is in force on {date}. Set it with “param set”."),
    .desk = N_ ("No parameter “{key}” is in force on {date}. Give it on the page of "
                "parameters.") },
  { "param.invalid",
    N_ ("“{value}” is no value for the parameter “{key}”. Set it anew with “param set”."),
    .desk = N_ ("“{value}” is no value for the parameter “{key}”. Give it anew on the "
                "page of parameters.") },
  { "param.part_invalid",
    N_ ("the parameter “{key}” is wrong or incomplete at “{part}”: {value}. "
        "Set it anew with “param set”."),
    .desk = N_ ("The parameter “{key}” is wrong or incomplete at “{part}”: {value}. "
                "Give it anew on the page of parameters.") },
  { "param.unknown", N_ ("there is no parameter “{key}”. “param list” shows those there are."),
    .desk = N_ ("There is no parameter “{key}”.") },
  { "param.no_source", N_ ("a parameter needs the document it comes from. Give it with --source."),
    .desk = N_ ("A parameter needs the document it comes from (文号).") },
  { "form.unknown", N_ ("There is no form “{form}”. “form list” shows those there are."),
    .desk = N_ ("There is no form “{form}”.") },
  { "form.value", N_ ("“{value}” does not fit --{ask}.") },
  { "form.asks", N_ ("The form “{form}” wants --{ask}."),
    .desk = N_ ("The form “{form}” cannot be made before it is said what it is about ({ask}).") },
  { "form.no_data", N_ ("The form “{form}” cannot be printed yet: its data is not there.") },
  { "form.no_year",
    N_ ("The form “{form}” cannot be printed for {year}: nothing is recorded for it.") },
  { "form.type_meeting",
    N_ ("{file} must end in .xlsx or .pdf: papers for a meeting are several sheets.") },
  { "form.type_unknown", N_ ("{file} must end in .xlsx, .pdf or .csv.") },
  { "person.faulty",
    NP_ ("The person was not saved: {count} fault has to be mended first.",
         "The person was not saved: {count} faults have to be mended first."),
    .count = "count" },
  { "person.unknown+id",
    N_ ("This person is no longer in the register. Somebody else may have removed the record.") },
  { "service.reversed", N_ ("The end of service {to} lies before its beginning {from}.") },
  { "retirement.rule_missing",
    N_ ("the table of retirement has no line for an original age of {age} and this sex. Correct "
        "原退休年龄 or the parameter people.retire_delay.") },
  { "demo.not_empty", N_ ("{file} is not empty. The demo fills only an empty college.") },
  { "demo.out_of_range", N_ ("A demo college has 1 to {max} people.") },
  { "calendar.missing",
    N_ ("There is no calendar of holidays for {year}. Enter or import it first.") },
  { "date.overflow", N_ ("The dates run out of the calendar.") },
  { "load.parameter_missing", N_ ("The parameter {key} is missing.") },
  { "progress.read", N_ ("Reading") },
  { "progress.look", N_ ("Looking at the files") },
  { "progress.check", N_ ("Checking") },
  { "progress.write", N_ ("Writing") },
  { "progress.compute", N_ ("Computing") },
  { "progress.export", N_ ("Exporting") },
  { "progress.backup", N_ ("Backing up") },
  { "progress.verify", N_ ("Verifying") },
  { "progress.demo", N_ ("Making up the demo college") },
  { NULL },
};
