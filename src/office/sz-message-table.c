/* sz-message-table.c — the sentences behind the codes
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-message-table.h"

#include <glib/gi18n.h>

/* Each says what is wrong and what to do next; row and column are put before it. */
static const SzMessageEntry entries[] = {
  /* Findings of imports */
  { "required.missing", N_ ("nothing stands here, but it is required. Fill it in.") },
  { "cell.error", N_ ("the cell shows “{value}”: its formula fails. Correct the formula or type the value.") },
  { "idcard.checksum", N_ ("“{value}” is no valid ID number: its check digit does not fit. Compare it with the card.") },
  { "idcard.birthdate", N_ ("“{value}” holds no real birth date. Compare it with the card.") },
  { "idcard.damaged", N_ ("“{value}” was damaged by the spreadsheet program, which keeps only 15 digits of a number. Set the cell to text and type the 18 characters again.") },
  { "idcard.duplicate", N_ ("this ID number stands already in {where}. One person has one row; take one of them out.") },
  { "idcard.mismatch", N_ ("“{value}” disagrees with the ID number, which says {expected}. Correct one of the two.") },
  { "account.damaged", N_ ("“{value}” was rounded by the spreadsheet program, which keeps only 15 digits of a number. Set the cell to text and type the number again.") },
  { "staff_no.duplicate", N_ ("staff number {value} stands already in {where}. Each person has a number of their own; to change somebody who is there already use --update.") },
  { "staff_no.unknown", N_ ("nobody has the staff number “{value}”. Import the person first or correct the number.") },
  { "name.mismatch", N_ ("“{value}” stands beside staff number {staff_no}, which belongs to {name}. Correct one of the two.") },
  { "date.invalid", N_ ("“{value}” is no date. Write it as 2025-09-01, 2025.09 or 2025年9月1日.") },
  { "date.order", N_ ("“{value}” lies before {other}. Correct one of the two dates.") },
  { "date.required", N_ ("“{field}” changes, but it is not said from when: {date} is missing. Fill it in, or give --from DATE.") },
  { "date.assumed", N_ ("no date of entry stands here; {date} was taken as the first day of service.") },
  { "number.invalid", N_ ("“{value}” is no number that fits here{why}.") },
  { "number.empty", N_ ("a number is missing.") },
  { "number.decimals", N_ ("“{value}” has more than {max} decimals. Round it first.") },
  { "number.overflow", N_ ("the number “{value}” is too large.") },
  { "money.invalid", N_ ("“{value}” is no amount of money{why}. Write it as 1234.56.") },
  { "money.empty", N_ ("an amount is missing.") },
  { "money.decimals", N_ ("“{value}” has more than two decimals. Amounts are exact to the fen.") },
  { "money.overflow", N_ ("the amount “{value}” is too large.") },
  { "code.unknown", N_ ("“{value}” is not known here. Possible are: {choices}.") },
  { "row.duplicate", N_ ("this record stands already in {where}. Take one of them out; to change a record that is there already use --update.") },
  { "heading.missing", N_ ("the heading “{value}” is missing. Add the column, or say with --map which one it is.") },
  { "heading.unknown", N_ ("the column “{value}” is not known and was left out.") },
  { "rows.hidden", N_ ("{count} hidden rows were read like the others. Delete them in the sheet if they do not belong to it.") },
  { "findings.more", N_ ("{count} more findings are not listed. Mend those above first.") },
  { "file.format", N_ ("the file cannot be read as a workbook or CSV: {detail}. Open it in the spreadsheet program and save it as .xlsx.") },
  { "file.limit", N_ ("the file goes over a safety limit ({limit}). Split it, or save it anew from the spreadsheet program.") },
  { "file.encrypted", N_ ("the workbook is protected by a password. Remove the password in the spreadsheet program and save it again.") },
  { "file.missing", N_ ("There is no file {file}.") },
  { "file.unreadable", N_ ("{file} cannot be read: {detail}.") },
  { "file.changed", N_ ("{file} was changed while it was read. Nothing was written; import it again.") },
  { "file.needs_libreoffice", N_ ("{file} is an old .xls workbook, and no LibreOffice is installed to convert it. Open it in the spreadsheet program and save it as .xlsx.") },
  { "file.unwritable", N_ ("{file} cannot be written: {detail}. The old file, if any, was not touched.") },
  { "file.disk_full", N_ ("There is no room on the disk for {file}. The old file, if any, was not touched.") },
  { "sheet.missing", N_ ("{file} has no sheet “{sheet}”.") },
  { "batch.repeated", N_ ("this very file was imported already on {at} as batch {batch}. Use --update to compare it again.") },
  { "undo.unknown", N_ ("There is no such act.") },
  { "undo.unknown_batch", N_ ("There is no batch {batch}; “imports” lists them.") },
  { "undo.already", N_ ("This was taken back already.") },
  { "undo.changed_since", N_ ("This cannot be taken back: a later act changed what it wrote. Take that one back first, or correct the values by hand.") },
  { "undo.used_by_row", N_ ("This cannot be taken back: other records depend on it ({by_table}). Take those imports back first.") },
  { "undo.used_by_run", N_ ("This cannot be taken back: pay run {run} was computed from it.") },
  { "undo.not_possible", N_ ("This cannot be taken back: a stored pay run stays as it is. Correct it with a new run.") },
  { "record.out_of_service", N_ ("{staff_no} was not in service on {value}.") },
  { "time.clash", N_ ("the same teacher has another record at the same time in {where} ({other}). Correct the date, the period or the teacher.") },
  /* Schemes */
  { "scheme.syntax", N_ ("this is no valid JSON near line {line}, character {position}: {detail}.") },
  { "scheme.too_large", N_ ("the file is larger than any scheme ({max} bytes). Is it the right one?") },
  { "scheme.faulty", N_ ("{file} has {count} faults and was not computed. Correct them all and try again.") },
  { "scheme.key_unknown", N_ ("nothing is called “{value}” here. Correct the spelling or take it out.") },
  { "scheme.key_repeated", N_ ("“{value}” stands here twice. Take one of them out.") },
  { "scheme.key_missing", N_ ("“{value}” is missing. Add it.") },
  { "scheme.type", N_ ("something else is wanted here: {expected}. Numbers are written in quotes.") },
  { "scheme.number", N_ ("“{value}” is no number. Write digits and one point only.") },
  { "scheme.decimals", N_ ("“{value}” has more than {max} decimals. Round it first.") },
  { "scheme.overflow", N_ ("“{value}” is too large.") },
  { "scheme.date", N_ ("“{value}” is no day. Write it as 2025-12-31.") },
  { "scheme.word_unknown", N_ ("“{value}” is not known here. Possible are: {choices}.") },
  { "scheme.factor_unknown", N_ ("there is no factor “{value}”. Known are post, assessment, workload, months, training, award, headcount, department and value:项目.") },
  { "scheme.factor_unused", N_ ("bounds are given for “{value}”, which this component does not use. Add the factor or take the bounds out.") },
  { "scheme.factor_repeated", N_ ("“{value}” uses a factor twice.") },
  { "scheme.factors_missing", N_ ("“{value}” has no factors, so that nobody would have points in it.") },
  { "scheme.coefficients_missing", N_ ("the factor “{value}” is used, but it has no coefficients. Add them under “coefficients”.") },
  { "scheme.coefficient_negative", N_ ("the coefficient of “{value}” is negative.") },
  { "scheme.limit_form", N_ ("give either “amount” or “multiple_of_mean”.") },
  { "scheme.limit_invalid", N_ ("a limit must be more than 0.") },
  { "scheme.floor_over_ceiling", N_ ("the floor is higher than the ceiling.") },
  { "scheme.two_levels", N_ ("distribution in two levels is not offered yet. Write “one”.") },
  { "scheme.period_missing", N_ ("the period needs its first and its last day.") },
  { "scheme.period_reversed", N_ ("the period ends before it begins.") },
  { "scheme.period_too_long", N_ ("the period is longer than 60 months.") },
  { "scheme.amount_negative", N_ ("the amount {value} is negative.") },
  { "scheme.ratio_invalid", N_ ("the ratio {value} is not between 0 and 1.") },
  { "scheme.ratio_over_one", N_ ("the ratios of the components add up to {value}, which is more than the whole pool. Lower them to 1.0000 or less.") },
  { "scheme.ratio_under_one", N_ ("the ratios of the components add up to {value} only. Raise them to 1.0000, or give one component “rest”.") },
  { "scheme.rest_repeated", N_ ("only one component can take the rest; “{value}” is one too many.") },
  { "scheme.components_missing", N_ ("the scheme has no components.") },
  { "scheme.name_missing", N_ ("a name is missing.") },
  { "scheme.name_repeated", N_ ("the name “{value}” is used twice.") },
  { "scheme.name_unknown", N_ ("“{value}” is not known here.") },
  { "scheme.role_missing", N_ ("say which role gets this allowance.") },
  { "scheme.filter_empty", N_ ("an empty list lets nobody in. Take it out or fill it.") },

  /* Pay runs */
  { "pay.input_missing", N_ ("{staff_no} {name} has no “{input}” on record. Add it and compute again.") },
  { "pay.input_out_of_range", N_ ("the “{input}” of {staff_no} {name} is out of all range. Check the records.") },
  { "pay.coefficient_missing", N_ ("{staff_no} {name}: the scheme gives “{value}” no coefficient for “{input}”. Add it to the scheme.") },
  { "pay.points_negative", N_ ("{staff_no} {name} would have negative points in “{input}”. Check the values.") },
  { "pay.inputs_missing", N_ ("{count} inputs are missing; nothing was computed. Add them all and compute again.") },
  { "pay.allowances_over_pool", N_ ("the fixed allowances come to {allowances}, but only {available} is there. Lower them or raise the pool.") },
  { "pay.pool_without_points", N_ ("nobody has points in “{pool}”, so that its {amount} cannot be shared out. Take the component out, or import the records it counts.") },
  { "pay.no_solution", N_ ("a floor of {floor} for {people} people cannot be met out of {available}. Lower the floor.") },
  { "run.unknown", N_ ("There is no pay run {run}. “pay list” shows those there are.") },
  { "run.changed", N_ ("The stored pay run {run} was tampered with: its lines do not give its hash. Restore a backup.") },
  { "run.scheme_unreadable", N_ ("The scheme of the stored pay run {run} cannot be read. Restore a backup.") },
  { "run.person_unknown", N_ ("Nobody with the staff number “{staff_no}” is in run {run}.") },
  { "pay.out.talent_pay", N_ ("is paid by a talent contract (年薪/协议/项目) and takes no part") },
  { "pay.out.employment", N_ ("is employed as 外聘 or 劳务派遣 and takes no part") },
  { "pay.out.no_months", N_ ("has no month in post in this period") },
  { "pay.out.assessment_unqualified", N_ ("was assessed as 不合格 in this year") },

  /* Workload, quota, people */
  { "workload.overflow", N_ ("the workload of {staff_no} {name} is out of all range. Check the hours and class sizes.") },
  { "quota.exceeded", N_ ("The limit is {limit} part-time teachers; on {date} {used} are taken already ({holders} contracts), and {asked} more would go over it.") },
  { "quota.term_too_long", N_ ("A contract of more than {max} days is no contract. Check the dates.") },
  { "quota.fte_invalid", N_ ("{value} is no share of a post that one can ask for. Give more than 0.") },
  { "date.reversed", N_ ("the period ends ({to}) before it begins ({from}).") },
  { "person.unknown", N_ ("Nobody has the staff number “{staff_no}”.") },

  /* Parameters */
  { "param.missing", N_ ("no parameter “{key}” is in force on {date}. Set it with “param set”.") },
  { "param.invalid", N_ ("“{value}” is no value for the parameter “{key}” ({part}). Set it anew with “param set”.") },
  { "param.unknown", N_ ("there is no parameter “{key}”. “param list” shows those there are.") },
  { "param.no_source", N_ ("a parameter needs the document it comes from. Give it with --source.") },

  /* Forms */
  { "form.unknown", N_ ("There is no form “{form}”. “form list” shows those there are.") },
  { "form.no_data", N_ ("The form “{form}” cannot be printed yet: its data is not there.") },
  { "form.type_unknown", N_ ("{file} must end in .xlsx, .pdf or .csv.") },
  /* People by hand */
  { "date.future", N_ ("“{value}” lies in the future.") },
  { "person.faulty", N_ ("The person was not saved: {count} faults have to be mended first.") },
  { "person.unknown", N_ ("This person is no longer in the register. Somebody else may have removed the record.") },
  { "service.reversed", N_ ("The end of service {to} lies before its beginning {from}.") },
  { NULL, NULL }
};

const SzMessageEntry *
sz_message_table (void)
{
  return entries;
}
