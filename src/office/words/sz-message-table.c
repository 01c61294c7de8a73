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
  { "cell.error",
    N_ ("the cell shows “{value}”: its formula fails. Correct the formula or type the value.") },
  { "cell.formula", N_ ("the formula in this cell has no result yet. Open the file in the "
                        "spreadsheet program, save it there and import it again.") },
  { "idcard.checksum", N_ ("“{value}” is no valid ID number{why}. Compare it with the card.") },
  { "idcard.birthdate", N_ ("“{value}” holds no real birth date. Compare it with the card.") },
  { "idcard.damaged",
    N_ ("“{value}” was damaged by the spreadsheet program, which keeps only 15 digits of a number. "
        "Set the cell to text and type the 18 characters again.") },
  { "idcard.duplicate", N_ ("this ID number stands already in {where}. One person has one row; "
                            "take one of them out.") },
  { "idcard.mismatch",
    N_ ("“{value}” disagrees with the ID number, which says {expected}. Correct one of the two.") },
  { "account.damaged", N_ ("“{value}” was rounded by the spreadsheet program, which keeps only 15 "
                           "digits of a number. Set the cell to text and type the number again.") },
  { "staff_no.duplicate",
    N_ ("staff number {value} stands already in {where}. Each person has a number of their own; to "
        "change somebody who is there already use --update.") },
  { "staff_no.unknown",
    N_ ("nobody has the staff number “{value}”. Import the person first or correct the number.") },
  { "name.mismatch", N_ ("“{value}” stands beside staff number {staff_no}, which belongs to "
                         "{name}. Correct one of the two.") },
  { "date.invalid", N_ ("“{value}” is no date. Write it as 2025-09-01, 2025.09 or 2025年9月1日.") },
  { "date.ambiguous",
    N_ ("“{value}” was read as January. If October is meant, the spreadsheet program dropped the "
        "last 0: set the cell to text and write the month with two digits.") },
  { "date.order", N_ ("“{value}” lies before {other}. Correct one of the two dates.") },
  { "date.required", N_ ("{what}, but it is not said from when. {remedy}") },
  { "service.ended", N_ ("“{value}” stands beside a last day of service that is over ({date}); the "
                         "date was taken. Correct one of the two.") },
  { "date.assumed",
    N_ ("no date of entry stands here; {date} was taken as the first day of service.") },
  { "number.invalid", N_ ("“{value}” is no number that fits here{why}. Write digits only.") },
  { "number.empty", N_ ("a number is missing.") },
  { "number.decimals", N_ ("“{value}” has more than {max} decimals. Round it first.") },
  { "number.overflow", N_ ("the number “{value}” is too large.") },
  { "money.invalid", N_ ("“{value}” is no amount of money{why}. Write it as 1234.56.") },
  { "money.empty", N_ ("an amount is missing.") },
  { "money.decimals", N_ ("“{value}” has more than two decimals. Amounts are exact to the fen.") },
  { "money.overflow", N_ ("the amount “{value}” is too large.") },
  { "code.unknown", N_ ("“{value}” is not known here. Possible are: {choices}.") },
  { "row.duplicate", N_ ("this record stands already in {where}. Take one of them out; to change a "
                         "record that is there already use --update.") },
  { "heading.missing",
    N_ ("the heading “{value}” is missing. Add the column, or say with --map which one it is.") },
  { "heading.unknown", N_ ("the column “{value}” is not known and was left out.") },
  { "heading.repeated",
    N_ ("the column {column} “{value}” means the same as column {read}, which was "
        "read; {column} was left out.") },
  { "money.unit", N_ ("this sheet counts in 万元 or 千元, but amounts are read in yuan. Write the "
                      "amounts in yuan and correct the unit.") },
  { "sheet.others", N_ ("this is about the sheet “{sheet}”. The workbook has the sheets {sheets}: "
                        "name the one that is meant with --sheet.") },
  { "rows.hidden", N_ ("{count} hidden rows were read like the others. Delete them in the sheet if "
                       "they do not belong to it.") },
  { "rows.behind_end",
    N_ ("from this row on {count} rows that look like data stand below the signature line and were "
        "left out. Move them above it, or take the line out.") },
  { "findings.more", N_ ("{count} more findings are not listed. Mend those above first.") },
  { "file.format",
    N_ ("the file cannot be read as a workbook or CSV: {detail}{place}. Make sure it "
        "is the right one, or open it in the spreadsheet program and save it as "
        ".xlsx.") },
  { "file.limit",
    N_ ("the file goes over a safety limit ({limit}){place}. Split it, or save it anew "
        "from the spreadsheet program.") },
  { "file.encrypted", N_ ("the workbook is protected by a password. Remove the password in the "
                          "spreadsheet program and save it again.") },
  { "file.missing", N_ ("There is no file {file}.") },
  { "file.unreadable", N_ ("{file} cannot be read: {detail}.") },
  { "file.no_temporary", N_ ("There is no folder for temporary files in {file}: {detail}. Make "
                             "room there, or set TMPDIR "
                             "to a folder that can be written.") },
  { "file.changed",
    N_ ("{file} was changed while it was read. Nothing was written; import it again.") },
  { "file.needs_libreoffice",
    N_ ("{file} is an old .xls workbook, and no LibreOffice is installed to convert it. Open it in "
        "the spreadsheet program and save it as .xlsx.") },
  { "file.unwritable",
    N_ ("{file} cannot be written: {detail}. The old file, if any, was not touched.") },
  { "file.folder_missing",
    N_ ("{file} cannot be written: its folder is not there. Make the folder first, or choose "
        "another place.") },
  { "file.is_database", N_ ("{file} is a college's database. Choose another name; nothing was "
                            "written.") },
  { "file.disk_full",
    N_ ("There is no room on the disk for {file}. The old file, if any, was not touched.") },
  { "sheet.missing", N_ ("there is no sheet “{sheet}”. Visible are: {sheets}.") },
  { "batch.repeated", N_ ("this very file was imported already on {at} as batch {batch}. Use "
                          "--update to compare it again.") },
  { "undo.unknown", N_ ("There is no such act.") },
  { "undo.unknown_batch", N_ ("There is no batch {batch}; “imports” lists them.") },
  { "undo.already", N_ ("This was taken back already.") },
  { "undo.changed_since", N_ ("This cannot be taken back: a later act changed what it wrote. Take "
                              "that one back first, or correct the values by hand.") },
  { "undo.used_by_row", N_ ("This cannot be taken back: other records depend on it ({by_table}). "
                            "Take those imports back first.") },
  { "undo.used_by_run", N_ ("This cannot be taken back: pay run {run} was computed from it. "
                            "Delete that run first, as long as it is not reviewed.") },
  { "undo.not_possible",
    N_ ("This cannot be taken back: a stored pay run stays as it is. Correct it with a new run.") },
  { "record.out_of_service", N_ ("{staff_no} was not in service on {value}.") },
  { "time.clash", N_ ("the same teacher has another record at the same time in {where} ({other}). "
                      "Correct the date, the period or the teacher.") },
  /* Schemes */
  { "scheme.syntax",
    N_ ("this is no valid JSON near line {line}, character {position}: {detail}.") },
  { "scheme.too_large",
    N_ ("the file is larger than any scheme ({max} bytes). Is it the right one?") },
  { "scheme.faulty",
    N_ ("{file} has {count} faults and was not computed. Correct them all and try again.") },
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
  { "scheme.two_levels", N_ ("distribution in two levels is not offered yet. Write “one”.") },
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

  /* Pay runs */
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
    N_ ("{count} inputs are missing; nothing was computed. Add them all and compute again.") },
  { "pay.allowances_over_pool", N_ ("the fixed allowances come to {allowances}, but only "
                                    "{available} is there. Lower them or raise the pool.") },
  { "pay.pool_without_points",
    N_ ("nobody has points in “{pool}”, so that its {amount} cannot be shared out. Take the "
        "component out, or import the records it counts.") },
  { "pay.no_solution", N_ ("a floor of {floor} for {people} people cannot be met out of "
                           "{available}. Lower the floor.") },
  { "run.unknown", N_ ("There is no pay run {run}. “pay list” shows those there are.") },
  { "run.not_draft", N_ ("Run {run} is “{state}” already: from then on it neither changes its name "
                         "nor goes away. Reopen it first.") },
  { "run.state", N_ ("Run {run} is “{state}”; “{verb}” is not possible then.") },
  { "run.same_person", N_ ("{who} had a hand in run {run} before; “{verb}” is somebody else's.") },
  { "run.no_reason", N_ ("Say why (--reason TEXT).") },
  { "step.not_allowed", N_ ("It is “{state}”; “{verb}” is not possible then.") },
  { "step.no_reason", N_ ("“{verb}” wants a reason.") },
  { "step.no_document", N_ ("“{verb}” wants the number of a document (文号).") },
  { "step.no_day", N_ ("“{verb}” wants a day.") },
  { "maker.checker", N_ ("{who} took part in it before; “{verb}” is somebody else's.") },
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

  /* Workload, quota, people */
  { "workload.overflow", N_ ("the workload of {staff_no} {name} is out of all range. Check the "
                             "hours and class sizes.") },
  { "quota.exceeded", N_ ("The limit is {limit} part-time teachers; on {date} {used} are taken "
                          "already ({holders} contracts), and {asked} more would go over it.") },
  { "quota.term_too_long",
    N_ ("A contract of more than {max} days is no contract. Check the dates.") },
  { "quota.fte_invalid",
    N_ ("{value} is no share of a post that one can ask for. Give more than 0.") },
  { "date.reversed", N_ ("the period ends ({to}) before it begins ({from}).") },
  { "person.unknown", N_ ("Nobody has the staff number “{staff_no}”.") },

  /* Parameters */
  { "param.missing", N_ ("no parameter “{key}” is in force on {date}. Set it with “param set”.") },
  { "param.invalid",
    N_ ("“{value}” is no value for the parameter “{key}”. Set it anew with “param set”.") },
  { "param.part_invalid", N_ ("the parameter “{key}” is wrong or incomplete at “{part}”: {value}. "
                              "Set it anew with “param set”.") },
  { "param.unknown", N_ ("there is no parameter “{key}”. “param list” shows those there are.") },
  { "param.no_source",
    N_ ("a parameter needs the document it comes from. Give it with --source.") },

  /* Forms */
  { "form.unknown", N_ ("There is no form “{form}”. “form list” shows those there are.") },
  { "form.no_data", N_ ("The form “{form}” cannot be printed yet: its data is not there.") },
  { "form.no_year",
    N_ ("The form “{form}” cannot be printed for {year}: nothing is recorded for it.") },
  { "form.type_meeting",
    N_ ("{file} must end in .xlsx or .pdf: papers for a meeting are several sheets.") },
  { "form.type_unknown", N_ ("{file} must end in .xlsx, .pdf or .csv.") },
  /* People by hand */
  { "date.future", N_ ("“{value}” lies in the future.") },
  { "person.faulty", N_ ("The person was not saved: {count} faults have to be mended first.") },
  { "person.unknown+id",
    N_ ("This person is no longer in the register. Somebody else may have removed the record.") },
  { "service.reversed", N_ ("The end of service {to} lies before its beginning {from}.") },
  /* The year as a whole, transfers, talents, timetables, retirement */
  { "total.over_cap", N_ ("R of {amount} is {over} over the approved total of {cap}. Lower it, or "
                          "get the total raised and enter it as 核定总量.") },
  { "total.x3_unapproved", N_ ("the approved additions (X3) of {amount} have no approval number. "
                               "Enter it as 文号 in the ledger.") },
  { "total.level_refused",
    N_ ("the level {level} is over the limit of {limit} times the baseline.") },
  { "total.level_high",
    N_ ("the level {level} is over the control line of {control} times the baseline.") },
  { "total.sources_over",
    N_ ("the sources come to {sources}, which is more than R of {amount}. Correct the ledger.") },
  { "total.sources_missing",
    N_ ("{missing} of R ({amount}) names no source. Fill in 来源 in the ledger.") },
  { "total.training_over",
    N_ ("{used} are paid out of training income, but only {available} are available.") },
  { "total.x_source_missing", N_ ("{missing} of {account} names no source of its own.") },
  { "total.x_differs", N_ ("the ledger says {ledger} for {account}, the contracts and awards come "
                           "to {amount}; these were taken. Correct one of the two.") },
  { "total.cap_missing",
    N_ ("no approved total (核定总量) is on record for this year. Import it as kind pay-ledger.") },
  { "training.loss",
    N_ ("the trainings of the year ended with {net}: nothing of it is available.") },
  { "training.project_loss",
    N_ ("the training “{project}” ended with {net}; it adds nothing to what is available.") },
  { "transfer.registration_missing",
    N_ ("“{project}” has no registration number. Without one there is no award.") },
  { "transfer.ratio_out_of_range",
    N_ ("the award ratio {value} of “{project}” is not between {min} and {max}.") },
  { "transfer.main_share_low",
    N_ ("the main contributors of “{project}” get {amount}; they must get at least {needed}.") },
  { "transfer.main_missing", N_ ("nobody is named as main contributor of “{project}”.") },
  { "transfer.loss", N_ ("“{project}” ended with {value}: there is no award.") },
  { "transfer.shares_sum",
    N_ ("the shares of “{project}” add up to {sum}, not to 1; they were taken in proportion.") },
  { "transfer.differs", N_ ("“{value}” disagrees with what {where} says about “{project}”. One "
                            "project has one registration, net income and ratio.") },
  { "talent.regime", N_ ("{staff_no} {name} is 绩效 in the register. Paid by contract, the person "
                         "takes no part in the allocations of the year; change 薪酬方式 of the "
                         "person to say so.") },
  { "ledger.x3_unapproved", N_ ("an approved addition (X3) needs its approval number; until it "
                                "stands here the year is a draft.") },
  { "time.term_unknown", N_ ("clashes in the term “{term}” cannot be found: nobody has said when "
                             "it begins. Set the parameter load.term_start.") },
  { "weeks.invalid",
    N_ ("“{value}” is no range of weeks. Write it as 1-17; a second range is a row of its own.") },
  { "retirement.rule_missing",
    N_ ("the table of retirement has no line for an original age of {age} and this sex. Correct "
        "原退休年龄 or the parameter people.retire_delay.") },

  /* The database */
  { "act.cancelled", N_ ("Stopped. Nothing was written.") },
  { "act.repeated", N_ ("This was done already.") },
  { "cancelled", N_ ("Stopped. Nothing was written.") },
  { "db.bad_value", N_ ("The database {file} holds a value that does not belong there ({detail}). "
                        "Verify the records, or restore a backup.") },
  { "db.busy", N_ ("Somebody else is using {file} at this moment. Nothing was written; try again "
                   "shortly.") },
  { "db.busy+who", N_ ("{who} ({host}) has been writing to {file} since {since}. Nothing was "
                       "written; try again when that is done.") },
  { "db.cannot_open",
    N_ ("The database {file} cannot be opened: {detail}. Check the path and the permissions.") },
  { "db.constraint", N_ ("The database refuses this record: {detail}.") },
  { "db.corrupt", N_ ("The database {file} is damaged ({detail}). Do not write to it; restore the "
                      "newest backup.") },
  { "db.disk_full",
    N_ ("There is no room on the disk for {file}. Nothing was written; make room and try again.") },
  { "db.empty", N_ ("{file} is empty: there is no college in it. Choose the right file, or restore "
                    "a backup.") },
  { "db.folder", N_ ("{file} is a folder. Give the college's file in it.") },
  { "db.failed", N_ ("The database {file} did not do what it was asked: {detail}.") },
  { "db.foreign_key",
    N_ ("Other records still hang on this one, or what it refers to is not there.") },
  { "db.io", N_ ("Reading or writing {file} failed: {detail}. The last operation was not saved; "
                 "check the disk or the share.") },
  { "db.memory", N_ ("There is not enough memory. Close other programs and try again.") },
  { "db.missing",
    N_ ("There is no college at {file}. Make one with “init”, or give its place with --db.") },
  { "db.newer_schema", N_ ("{file} was written by a newer version of this program. Install that "
                           "version; nothing was changed.") },
  { "db.not_ours", N_ ("{file} is no college of this program but another file. Nothing in it was "
                       "touched. Choose the college's file, or make one with “init”.") },
  { "db.read_only",
    N_ ("{file} can only be read: the file or its folder is protected against writing. Nothing was "
        "written; take the protection off, or copy it with “backup” to where you may write.") },
  { "db.rolled_back",
    N_ ("The database took the operation back. Nothing was written; try again.") },
  { "db.schema_changed",
    N_ ("{file} is a college, but another program changed its tables (“{detail}”). Nothing in it "
        "was touched; restore the newest backup.") },
  { "db.too_big", N_ ("A value is too large for the database.") },
  { "db.unknown_uri", N_ ("“{uri}” is no address of a database. Give a path, or sqlite:PATH.") },
  { "db.upgrade_needed", N_ ("{file} is of an older version and open for reading only. Open it for "
                             "writing once; a copy is put aside first.") },
  { "store.exists", N_ ("{file} is there already. Open it, or choose another name.") },
  { "row.in_use", N_ ("This record cannot be removed: others hang on it.") },
  { "row.stale",
    N_ ("Somebody else changed this record meanwhile. Look at it anew and repeat the change.") },
  { "row.unknown_reference", N_ ("What this record refers to is not there.") },
  { "demo.not_empty", N_ ("{file} is not empty. The demo fills only an empty college.") },
  { "demo.out_of_range", N_ ("A demo college has 1 to {max} people.") },
  { "calendar.missing",
    N_ ("There is no calendar of holidays for {year}. Enter or import it first.") },
  { "date.overflow", N_ ("The dates run out of the calendar.") },
  { "load.parameter_missing", N_ ("The parameter {key} is missing.") },
  { "paper.text_too_long",
    N_ ("The text in row {row} is too long for a workbook (at most {max} characters).") },
  { "paper.too_many_rows",
    N_ ("A workbook holds at most {max} rows. Choose fewer, or write a CSV.") },
  { "scheme.bounds_reversed", N_ ("the lower bound is above the upper one.") },
  /* Backups and the chain of acts */
  { "backup.damaged",
    N_ ("The backup {file} is damaged ({detail}). Choose another one; nothing was replaced.") },
  { "backup.exists", N_ ("{file} is there already. Choose another name for the backup.") },
  { "backup.not_logged",
    N_ ("The backup {file} was written and read back, and it is good; only the college's log could "
        "not be written ({detail}). Make room, or wait for the others.") },
  { "backup.other_college",
    N_ ("{file} is a backup of “{theirs}”, but {target} holds “{ours}”. Nothing was replaced. "
        "Give another place with --db to have both.") },
  { "backup.not_equal",
    N_ ("The copy {file} did not read back as the original and was thrown away. Check the disk.") },
  { "audit.act_changed", N_ ("act {seq} in the log was changed after it was written.") },
  { "audit.act_removed", N_ ("act {seq} was removed from the log.") },
  { "audit.act_reordered", N_ ("act {seq} stands in the wrong place of the log.") },
  { "audit.tail_removed", N_ ("acts at the end of the log were removed, from {seq} on.") },
  { "audit.head_changed", N_ ("the head of the log does not fit its last act {seq}.") },
  { "audit.journal_changed", N_ ("the changes recorded with act {seq} were tampered with.") },
  { "audit.journal_extra", N_ ("a change ({change}) belongs to no act.") },
  { "audit.row_changed", N_ ("the record {id} in {table} was changed behind the program's back.") },
  { "audit.row_removed", N_ ("the record {id} in {table} was removed behind the program's back.") },
  { "audit.row_added", N_ ("the record {id} in {table} was added behind the program's back.") },
  { "audit.run_changed", N_ ("the stored pay run {run} was tampered with.") },
  { "audit.numbers_changed",
    N_ ("the record of the last number given in {table} was changed behind the program's back.") },
  { "audit.schema_changed",
    N_ ("the record of schema version {version} was changed behind the program's back.") },
  { "audit.more", N_ ("{count} further faults are not listed. Restore a backup.") },
  /* What the readers found, in words for {detail} and {limit} */
  { "by_table.teaching_records", N_ ("teaching") },
  { "by_table.training_records", N_ ("training records") },
  { "by_table.quotas", N_ ("hours quotas") },
  { "by_table.roles", N_ ("roles") },
  { "by_table.awards", N_ ("award points") },
  { "by_table.factors", N_ ("scheme values") },
  { "by_table.assessments", N_ ("assessments") },
  { "by_table.annual_pays", N_ ("annual pay") },
  { "by_table.advances", N_ ("advances") },
  { "by_table.withholdings", N_ ("withholding") },
  { "by_table.transfers", N_ ("technology transfers") },
  { "by_table.talents", N_ ("talent pay") },
  { "by_table.timetable", N_ ("timetable") },
  { "by_table.pay_people", N_ ("a pay run") },
  { "by_table.person_records", N_ ("records of people") },
  { "by_table.services", N_ ("service of people") },
  { "detail.pages", N_ ("its pages do not fit together") },
  { "detail.medium", N_ ("the medium does not answer") },
  { "detail.db.busy", N_ ("somebody else is using it") },
  { "detail.db.corrupt", N_ ("its pages do not fit together") },
  { "detail.db.disk_full", N_ ("the disk is full") },
  { "detail.db.io", N_ ("reading or writing failed") },
  { "detail.db.schema_changed", N_ ("another program changed its tables") },
  { "detail.audit.act_changed", N_ ("an act in its log was changed") },
  { "detail.audit.act_removed", N_ ("an act was removed from its log") },
  { "detail.audit.act_reordered", N_ ("its log is out of order") },
  { "detail.audit.tail_removed", N_ ("the end of its log was removed") },
  { "detail.audit.head_changed", N_ ("the head of its log does not fit") },
  { "detail.audit.journal_changed", N_ ("its journal of changes was changed") },
  { "detail.audit.journal_extra", N_ ("its journal holds a change that belongs to no act") },
  { "detail.audit.numbers_changed", N_ ("a record of the last number given was changed") },
  { "detail.audit.schema_changed", N_ ("a record of its schema was changed") },
  { "detail.audit.row_changed", N_ ("a record was changed behind the program's back") },
  { "detail.audit.row_removed", N_ ("a record was removed behind the program's back") },
  { "detail.audit.row_added", N_ ("a record was added behind the program's back") },
  { "detail.audit.run_changed", N_ ("a stored pay run was tampered with") },
  { "detail.empty", N_ ("it is empty") },
  { "detail.html", N_ ("it is a web page") },
  { "detail.xml", N_ ("a part of it is damaged (XML)") },
  { "detail.xml_file", N_ ("it is an XML file") },
  { "detail.folder", N_ ("it is a folder") },
  { "detail.no_file", N_ ("it is a device or pipe, not a file") },
  { "detail.pdf", N_ ("it is a PDF") },
  { "detail.rtf", N_ ("it is a text document") },
  { "detail.picture", N_ ("it is a picture") },
  { "detail.archive", N_ ("it is an archive") },
  { "detail.database", N_ ("it is a database") },
  { "detail.damaged", N_ ("it is damaged") },
  { "detail.ole", N_ ("it is an old office file of another kind") },
  { "detail.zip", N_ ("its container is damaged or cut off") },
  { "detail.xlsb", N_ ("it is a binary workbook (.xlsb)") },
  { "detail.docx", N_ ("it is a text document") },
  { "detail.pptx", N_ ("it is a presentation") },
  { "detail.ods", N_ ("it is an OpenDocument sheet") },
  { "detail.no_workbook", N_ ("there is no workbook in it") },
  { "detail.xls_convert", N_ ("LibreOffice could not convert it") },
  { "detail.zip_checksum", N_ ("a part of it is damaged (checksum)") },
  { "detail.zip_duplicate", N_ ("a part stands in it twice") },
  { "detail.zip_overlap", N_ ("its parts overlap") },
  { "detail.zip_name", N_ ("a part has an impossible name") },
  { "detail.zip_method", N_ ("a part is packed in an unknown way") },
  { "detail.part_missing", N_ ("a part is missing") },
  { "detail.doctype", N_ ("it declares a document type, which no workbook does") },
  { "detail.xml_encoding", N_ ("a part is in an unknown encoding") },
  { "detail.sheets", N_ ("its list of sheets is damaged") },
  { "detail.no_sheet", N_ ("it has no visible sheet") },
  { "detail.relations", N_ ("its parts refer to nothing") },
  { "detail.styles", N_ ("its formats are damaged") },
  { "detail.cell_reference", N_ ("a cell lies outside the sheet") },
  { "detail.cell_order", N_ ("cells stand out of order or twice") },
  { "detail.row_order", N_ ("rows stand out of order or twice") },
  { "detail.cell_type", N_ ("a cell is of an unknown kind") },
  { "detail.cell_value", N_ ("a cell holds what it cannot") },
  { "detail.cell_number", N_ ("a number in it is none") },
  { "detail.shared_string", N_ ("a cell refers to a text that is not there") },
  { "detail.merge", N_ ("merged cells are damaged") },
  { "detail.merge_overlap", N_ ("merged cells overlap") },
  { "detail.nul", N_ ("it holds bytes that are no text") },
  { "detail.encoding", N_ ("it is neither UTF-8 nor GB18030") },
  { "detail.encoding_mixed", N_ ("it mixes two encodings") },
  { "detail.quote", N_ ("a quotation mark stands in a wrong place") },
  { "detail.unclosed_quote", N_ ("a quotation mark is not closed") },
  { "limit.file_bytes", N_ ("size of the file") },
  { "limit.entry_bytes", N_ ("size of a part") },
  { "limit.total_bytes", N_ ("size of all parts") },
  { "limit.entries", N_ ("number of parts") },
  { "limit.ratio", N_ ("packing ratio, as of a bomb") },
  { "limit.depth", N_ ("depth") },
  { "limit.cell_bytes", N_ ("length of a cell") },
  { "limit.rows", N_ ("number of rows") },
  { "limit.columns", N_ ("number of columns") },
  { "limit.row_bytes", N_ ("length of a row") },
  { "limit.shared_strings", N_ ("number of texts") },
  { "limit.merges", N_ ("number of merged cells") },
  { "limit.merges_in_row", N_ ("merged cells in a row") },
  { "limit.xml_memory", N_ ("memory") },
  { "limit.xml_token", N_ ("length of a mark") },
  { "limit.convert_seconds", N_ ("time to convert") },
  { NULL, NULL }
};

const SzMessageEntry *
sz_message_table (void)
{
  return entries;
}
