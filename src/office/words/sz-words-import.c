/* sz-words-import.c — sentences: what a sheet that is read in can have wrong
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-words-private.h"

/* Each says what is wrong and what to do next; row and column are put before it. */
const SzWords sz_words_import[] = {
  { "required.missing", N_ ("nothing stands here, but it is required. Fill it in.") },
  { "text.control", N_ ("“{value}” holds control characters, which belong into no record. Type it "
                        "again.") },
  { "text.turned", N_ ("“{value}” holds marks that turn the direction of text, so that it reads "
                       "otherwise than it is written. They were left out; compare it.") },
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
        "change somebody who is there already use --update."),
    .desk = N_ ("Staff number {value} stands already in {where}. Each person has a "
                "number of their own; to change people who are there already switch on "
                "“Compare with what is there”.") },
  { "staff_no.unknown",
    N_ ("nobody has the staff number “{value}”. Import the person first or correct the number.") },
  { "name.mismatch", N_ ("“{value}” stands beside staff number {staff_no}, which belongs to "
                         "{name}. Correct one of the two.") },
  { "date.invalid", N_ ("“{value}” is no date. Write it as 2025-09-01, 2025.09 or 2025年9月1日.") },
  { "date.ambiguous",
    N_ ("“{value}” was read as January. If October is meant, the spreadsheet program dropped the "
        "last 0: set the cell to text and write the month with two digits.") },
  { "date.order", N_ ("“{value}” lies before {other}. Correct one of the two dates.") },
  { "date.required", N_ ("{what}, but it is not said from when. {remedy}"),
    .desk = N_ ("“{field}” changes, but the sheet does not say from when. Give the day "
                "at “Changes count from”, or fill it in.") },
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
  { "row.duplicate",
    N_ ("this record stands already in {where}. Take one of them out; to change a "
        "record that is there already use --update."),
    .desk = N_ ("This record stands already in {where}. Take one of them out; to change"
                " records that are there already switch on “Compare with what is "
                "there”.") },
  { "sheets.other",
    N_ ("“{sheet}” was read; {sheets} have the same headings and were not. Import each "
        "with --sheet, or all with --all-sheets."),
    .desk = N_ ("“{sheet}” was read; {sheets} have the same headings and were not. Import each of "
                "them.") },
  { "heading.remembered",
    N_ ("“{value}” was read as “{field}”, as it was said of an earlier file. Give --map when "
        "something else is meant."),
    .desk
    = N_ ("“{value}” was read as “{field}”, as it was said of an earlier file. Choose another "
          "field when something else is meant.") },
  { "department.alike",
    N_ ("“{value}” and “{other}” are one name in two writings; two departments would come of it. "
        "Write both alike when one is meant.") },
  { "parttime.overlap",
    N_ ("the term overlaps that of {agreement} in {where} for the same person.") },
  { "parttime.other_name",
    N_ ("“{value}” stands beside the ID number of {name} in {where}. Correct one "
        "of the two.") },
  { "parttime.own_staff",
    N_ ("whoever has contract {detail} is in service here at that time, with staff number "
        "{staff_no}.") },
  { "row.too_long",
    N_ ("the row has more cells than there are headings; “{value}” stands behind the last. A comma "
        "inside a value needs quotes around it: correct the row, or save the list as a "
        "workbook.") },
  { "row.example",
    N_ ("the row begins with “{value}” and was passed over as an example. Change its "
        "beginning when it is meant.") },
  { "column.unnamed",
    N_ ("column {column} has values such as “{value}” and no heading; it was left out. Give it a "
        "heading if it is wanted.") },
  { "sheet.two_lists",
    N_ ("two lists stand side by side here, and only one would be read. Put them "
        "below each other.") },
  { "total.mismatch",
    N_ ("the sheet's own total is {value}, the rows that were read add up to {sum}. "
        "Look for rows that are missing or stand twice.") },
  { "figure.merged",
    N_ ("{value} stands in a joined cell over {rows} rows and counts in each of them, "
        "{sum} in all. Write each row's own figure when that is not meant.") },
  { "figure.implausible", N_ ("{value} is hardly meant. Compare it with the source.") },
  { "name.damaged", N_ ("“{value}” holds a character that was lost or is no character of its own. "
                        "Type it again from the original.") },
  { "staff_no.damaged",
    N_ ("“{value}” was rounded by the spreadsheet program, which keeps only 15 digits of a number. "
        "Set the cell to text and type the number again.") },
  { "staff_no.reused",
    N_ ("staff number {value} belongs to {name}; {other} has another name and another ID number. "
        "Give the new person a number of their own.") },
  { "identity.changed",
    N_ ("“{value}” is new for {name} ({staff_no}). Make sure that it is the same "
        "person.") },
  { "account.zeros", N_ ("“{value}” ends in zeros, as a number does that a spreadsheet program has "
                         "rounded. Compare it with the card.") },
  { "account.shared",
    N_ ("the account {value} stands already in {where}. Two people are seldom paid "
        "on one account.") },
  { "date.before_birth", N_ ("“{value}” lies before the date of birth, {birth}. Correct it.") },
  { "date.under_age",
    N_ ("“{value}” lies before the 16th birthday (born on {birth}). Compare it with the file.") },
  { "date.future", N_ ("“{value}” lies in the future. Compare it with the document.") },
  { "year.future",
    N_ ("the year “{value}” is still to come. A column that was dragged down counts on.") },
  { "year.disagrees",
    N_ ("the year {value} does not fit the dates of the row, {dates}. Correct one "
        "of them.") },
  { "time.period_unknown",
    N_ ("nobody has said which periods “{value}” means; clashes with it are not "
        "found. Write it as 1-2, or explain it in the parameter "
        "load.periods.") },
  { "row.conflict",
    N_ ("this contradicts what {where} says of the same. Correct one of the two; to "
        "change what is on record use --update."),
    .desk = N_ ("This contradicts what {where} says of the same. Correct one of the two; to change "
                "what is on record switch on “Compare with what is there”.") },
  { "kin.self", N_ ("nobody is a relative of their own. Correct one of the two sides.") },
  { "leave.overlap", N_ ("the leave from {value} shares days with the one in {where}. Correct the "
                         "dates of one of them.") },
  { "leave.overstayed",
    N_ ("the day of return {value} is more than a day after the last day of leave "
        "({last}). Enter a further leave for the days between, or correct the "
        "date.") },
  { "leave.days_mismatch",
    N_ ("{value} days stand here, but the dates make {days} days, {workdays} of them working days. "
        "Correct the days or the dates.") },
  { "heading.missing",
    N_ ("the heading “{value}” is missing. Add the column, or say with --map which one it is."),
    .desk = N_ ("The heading “{value}” is missing. Go back and say which column it is.") },
  { "heading.unknown", N_ ("the column “{value}” is not known and was left out.") },
  { "heading.repeated",
    N_ ("the column {column} “{value}” means the same as column {read}, which was "
        "read; {column} was left out.") },
  { "money.unit", N_ ("this sheet counts in 万元 or 千元, but amounts are read in yuan. Write the "
                      "amounts in yuan and correct the unit.") },
  { "sheet.others",
    N_ ("this is about the sheet “{sheet}”. The workbook has the sheets {sheets}: "
        "name the one that is meant with --sheet."),
    .desk = N_ ("This is about the sheet “{sheet}”. The workbook has the sheets "
                "{sheets}: go back and choose the one that is meant.") },
  { "rows.hidden",
    NP_ ("{count} hidden row was read like the others. Delete it in the sheet if"
         " it does not belong to it.",
         "{count} hidden rows were read like the others. Delete them in the sheet if "
         "they do not belong to it."),
    .count = "count" },
  { "rows.behind_end",
    NP_ (
        "from this row on {count} row that looks like data stands below the "
        "signature line and was left out. Move it above the line, or take the "
        "line out.",
        "from this row on {count} rows that look like data stand below the signature line and were "
        "left out. Move them above it, or take the line out."),
    .count = "count" },
  { "findings.more",
    NP_ ("{count} more finding is not listed. Mend those above first.",
         "{count} more findings are not listed. Mend those above first."),
    .count = "count" },
  { "sheet.missing", N_ ("there is no sheet “{sheet}”. Visible are: {sheets}.") },
  { "batch.repeated",
    N_ ("this very file was imported already on {at} as batch {batch}. Use "
        "--update to compare it again."),
    .desk = N_ ("This very file was imported already on {at} as batch {batch}. Switch "
                "on “Compare with what is there” to compare it again.") },
  { "undo.unknown", N_ ("There is no such act.") },
  { "undo.unknown_batch", N_ ("There is no batch {batch}; “imports” lists them."),
    .desk = N_ ("There is no batch {batch} any more. Look at the past imports again.") },
  { "undo.already", N_ ("This was taken back already.") },
  { "undo.changed_since", N_ ("This cannot be taken back: a later act changed what it wrote. Take "
                              "that one back first, or correct the values by hand.") },
  { "undo.used_by_row", N_ ("This cannot be taken back: other records depend on it ({by_table}). "
                            "Take those imports back first.") },
  { "undo.used_by_case",
    N_ ("This cannot be taken back: steps were taken in it since. Take those back "
        "first.") },
  { "undo.used_by_run",
    N_ ("This cannot be taken back: pay run {run} was computed from it and paid. "
        "Change the figures, and correct the run.") },
  { "undo.not_possible",
    N_ ("This cannot be taken back: a stored pay run stays as it is. Correct it with a new run.") },
  { "record.out_of_service", N_ ("{staff_no} was not in service on {value}.") },
  { "time.clash", N_ ("the same teacher has another record at the same time in {where} ({other}). "
                      "Correct the date, the period or the teacher.") },
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
  { "ledger.x3_unapproved",
    N_ ("an approved addition (经批准核增) needs its approval number; until it "
        "stands here the year is a draft.") },
  { "time.term_unknown", N_ ("clashes in the term “{term}” cannot be found: nobody has said when "
                             "it begins. Set the parameter load.term_start.") },
  { "weeks.invalid",
    N_ ("“{value}” is no range of weeks. Write it as 1-17; a second range is a row of its own.") },
  { NULL },
};
