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
  { "idcard.checksum", N_ ("“{value}” is no valid ID number: its check digit does not fit. Compare it with the card.") },
  { "idcard.birthdate", N_ ("“{value}” holds no real birth date. Compare it with the card.") },
  { "idcard.damaged", N_ ("“{value}” was damaged by the spreadsheet program, which keeps only 15 digits of a number. Set the cell to text and type the 18 characters again.") },
  { "idcard.duplicate", N_ ("this ID number stands already in row {first_row}. One person has one row; take one of them out.") },
  { "idcard.taken", N_ ("this ID number belongs to {staff_no} {name} already.") },
  { "idcard.mismatch", N_ ("“{value}” disagrees with the ID number, which says {expected}. Correct one of the two.") },
  { "staff_no.duplicate", N_ ("staff number {value} stands already in row {first_row}. Each person has a number of their own.") },
  { "staff_no.unknown", N_ ("nobody has the staff number “{value}”. Import the person first or correct the number.") },
  { "date.invalid", N_ ("“{value}” is no date. Write it as 2025-09-01, 2025.09 or 2025年9月1日.") },
  { "number.invalid", N_ ("“{value}” is no number.") },
  { "number.empty", N_ ("a number is missing.") },
  { "number.decimals", N_ ("“{value}” has more than {max} decimals. Round it first.") },
  { "number.overflow", N_ ("the number “{value}” is too large.") },
  { "money.invalid", N_ ("“{value}” is no amount of money. Write it as 1234.56.") },
  { "money.empty", N_ ("an amount is missing.") },
  { "money.decimals", N_ ("“{value}” has more than two decimals. Amounts are exact to the fen.") },
  { "money.overflow", N_ ("the amount “{value}” is too large.") },
  { "code.unknown", N_ ("“{value}” is not known here. Possible are: {choices}.") },
  { "row.duplicate", N_ ("this record stands already in row {first_row}.") },
  { "heading.missing", N_ ("the heading “{value}” is missing. Add the column, or say with --map which one it is.") },
  { "heading.unknown", N_ ("the column “{value}” is not known and was left out.") },
  { "file.format", N_ ("the file cannot be read as a workbook or CSV: {detail}. Open it in the spreadsheet program and save it as .xlsx.") },
  { "file.limit", N_ ("the file goes over a safety limit ({limit}). Split it, or save it anew from the spreadsheet program.") },
  { "file.encrypted", N_ ("the workbook is protected by a password. Remove the password in the spreadsheet program and save it again.") },
  { "file.missing", N_ ("There is no file {file}.") },
  { "file.unreadable", N_ ("{file} cannot be read: {detail}.") },
  { "file.needs_libreoffice", N_ ("{file} is an old .xls workbook, and no LibreOffice is installed to convert it. Open it in the spreadsheet program and save it as .xlsx.") },
  { "file.unwritable", N_ ("{file} cannot be written: {detail}. The old file, if any, was not touched.") },
  { "file.disk_full", N_ ("There is no room on the disk for {file}. The old file, if any, was not touched.") },
  { "sheet.missing", N_ ("{file} has no sheet “{sheet}”.") },
  { "batch.repeated", N_ ("this very file was imported already on {at} as batch {batch}. Use --update to compare it again.") },
  { "record.out_of_service", N_ ("{staff_no} was not in service on {value}.") },
  { "time.clash", N_ ("the same teacher has another record at the same time in row {first_row} ({other}). Correct the date, the period or the teacher.") },
  { NULL, NULL }
};

const SzMessageEntry *
sz_message_table (void)
{
  return entries;
}
