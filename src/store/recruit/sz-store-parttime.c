/* sz-store-parttime.c — contracts, cases and fees of part-time teachers 兼职教师 (RULE rec-23,
 * rec-26)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-store-parttime.h"

#include "sz-row-table.h"
#include "sz-store-case.h"
#include "sz-store-private.h"

static const SzColumn contract_columns[] = {
  { "agreement_no", SZ_COLUMN_TEXT, SZ_COLUMN_KEY, G_STRUCT_OFFSET (SzContractRow, agreement_no),
    0 },
  { "name", SZ_COLUMN_TEXT, SZ_COLUMN_PLAIN, G_STRUCT_OFFSET (SzContractRow, name), 0 },
  { "id_number", SZ_COLUMN_TEXT, SZ_COLUMN_PLAIN, G_STRUCT_OFFSET (SzContractRow, id_number), 0 },
  { "employer", SZ_COLUMN_TEXT, SZ_COLUMN_PLAIN, G_STRUCT_OFFSET (SzContractRow, employer), 0 },
  { "title", SZ_COLUMN_TEXT, SZ_COLUMN_PLAIN, G_STRUCT_OFFSET (SzContractRow, title), 0 },
  { "skill", SZ_COLUMN_TEXT, SZ_COLUMN_PLAIN, G_STRUCT_OFFSET (SzContractRow, skill), 0 },
  { "department", SZ_COLUMN_TEXT, SZ_COLUMN_PLAIN, G_STRUCT_OFFSET (SzContractRow, department), 0 },
  { "course", SZ_COLUMN_TEXT, SZ_COLUMN_PLAIN, G_STRUCT_OFFSET (SzContractRow, course), 0 },
  { "from_date", SZ_COLUMN_DATE, SZ_COLUMN_PLAIN, G_STRUCT_OFFSET (SzContractRow, from), 0 },
  { "to_date", SZ_COLUMN_DATE, SZ_COLUMN_PLAIN, G_STRUCT_OFFSET (SzContractRow, to), 0 },
  { "fte_x1e4", SZ_COLUMN_INT64, SZ_COLUMN_PLAIN, G_STRUCT_OFFSET (SzContractRow, fte_x1e4), 0 },
  { "rate_fen", SZ_COLUMN_INT64, SZ_COLUMN_PLAIN, G_STRUCT_OFFSET (SzContractRow, rate_fen), 0 },
  { "has_years", SZ_COLUMN_BOOL, SZ_COLUMN_PLAIN, G_STRUCT_OFFSET (SzContractRow, has_years), 0 },
  { "years_x100", SZ_COLUMN_INT64, SZ_COLUMN_PLAIN, G_STRUCT_OFFSET (SzContractRow, years_x100),
    0 },
  { "approval", SZ_COLUMN_TEXT, SZ_COLUMN_PLAIN, G_STRUCT_OFFSET (SzContractRow, approval), 0 },
  { "phone", SZ_COLUMN_TEXT, SZ_COLUMN_PLAIN, G_STRUCT_OFFSET (SzContractRow, phone), 0 },
  { "bank_account", SZ_COLUMN_TEXT, SZ_COLUMN_PLAIN, G_STRUCT_OFFSET (SzContractRow, bank_account),
    0 },
  { "renews", SZ_COLUMN_TEXT, SZ_COLUMN_PLAIN, G_STRUCT_OFFSET (SzContractRow, renews), 0 },
  { "batch_id", SZ_COLUMN_REF, SZ_COLUMN_ORIGIN, G_STRUCT_OFFSET (SzContractRow, batch_id), 0 },
  { "source_row", SZ_COLUMN_INT, SZ_COLUMN_ORIGIN, G_STRUCT_OFFSET (SzContractRow, source_row), 0 },
};

const SzRowType sz_contract_type = { SZ_ROW_TYPE ("contracts", SzContractRow, contract_columns) };

SZ_ROW_DEFINE (SzContractRow, sz_store_contract, sz_contract_type)

static const SzColumn stretch_columns[] = {
  { "contract_id", SZ_COLUMN_REF, SZ_COLUMN_KEY, G_STRUCT_OFFSET (SzStretchRow, contract_id), 0 },
  { "from_date", SZ_COLUMN_DATE, SZ_COLUMN_KEY, G_STRUCT_OFFSET (SzStretchRow, from), 0 },
  { "to_date", SZ_COLUMN_DATE, SZ_COLUMN_PLAIN, G_STRUCT_OFFSET (SzStretchRow, to), 0 },
  { "fte_x1e4", SZ_COLUMN_INT64, SZ_COLUMN_PLAIN, G_STRUCT_OFFSET (SzStretchRow, fte_x1e4), 0 },
  { "rate_fen", SZ_COLUMN_INT64, SZ_COLUMN_PLAIN, G_STRUCT_OFFSET (SzStretchRow, rate_fen), 0 },
  { "approval", SZ_COLUMN_TEXT, SZ_COLUMN_PLAIN, G_STRUCT_OFFSET (SzStretchRow, approval), 0 },
};

const SzRowType sz_stretch_type
    = { SZ_ROW_TYPE ("contract_stretches", SzStretchRow, stretch_columns) };

SZ_ROW_DEFINE (SzStretchRow, sz_store_stretch, sz_stretch_type)

static const SzColumn parttime_case_columns[] = {
  { "name", SZ_COLUMN_TEXT, SZ_COLUMN_PLAIN, G_STRUCT_OFFSET (SzParttimeCaseRow, name), 0 },
  { "id_number", SZ_COLUMN_TEXT, SZ_COLUMN_PLAIN, G_STRUCT_OFFSET (SzParttimeCaseRow, id_number),
    0 },
  { "employer", SZ_COLUMN_TEXT, SZ_COLUMN_PLAIN, G_STRUCT_OFFSET (SzParttimeCaseRow, employer), 0 },
  { "department", SZ_COLUMN_TEXT, SZ_COLUMN_PLAIN, G_STRUCT_OFFSET (SzParttimeCaseRow, department),
    0 },
  { "course", SZ_COLUMN_TEXT, SZ_COLUMN_PLAIN, G_STRUCT_OFFSET (SzParttimeCaseRow, course), 0 },
  { "from_date", SZ_COLUMN_DATE, SZ_COLUMN_PLAIN, G_STRUCT_OFFSET (SzParttimeCaseRow, from), 0 },
  { "to_date", SZ_COLUMN_DATE, SZ_COLUMN_PLAIN, G_STRUCT_OFFSET (SzParttimeCaseRow, to), 0 },
  { "fte_x1e4", SZ_COLUMN_INT64, SZ_COLUMN_PLAIN, G_STRUCT_OFFSET (SzParttimeCaseRow, fte_x1e4),
    0 },
  { "rate_fen", SZ_COLUMN_INT64, SZ_COLUMN_PLAIN, G_STRUCT_OFFSET (SzParttimeCaseRow, rate_fen),
    0 },
  { "years_x100", SZ_COLUMN_INT64, SZ_COLUMN_PLAIN, G_STRUCT_OFFSET (SzParttimeCaseRow, years_x100),
    0 },
  { "approval", SZ_COLUMN_TEXT, SZ_COLUMN_PLAIN, G_STRUCT_OFFSET (SzParttimeCaseRow, approval), 0 },
  { "state", SZ_COLUMN_TEXT, SZ_COLUMN_PLAIN, G_STRUCT_OFFSET (SzParttimeCaseRow, state), 0 },
  { "agreement_no", SZ_COLUMN_TEXT, SZ_COLUMN_PLAIN,
    G_STRUCT_OFFSET (SzParttimeCaseRow, agreement_no), 0 },
};

static const SzRowTie parttime_case_tie = SZ_CASE_TIE ("engagement");
static const SzRowTie *const parttime_case_ties[] = { &parttime_case_tie, NULL };

const SzRowType sz_parttime_case_type
    = { SZ_ROW_TYPE ("parttime_cases", SzParttimeCaseRow, parttime_case_columns),
        .ties = parttime_case_ties };

SZ_ROW_DEFINE (SzParttimeCaseRow, sz_store_parttime_case, sz_parttime_case_type)

static const SzColumn lecture_columns[] = {
  { "contract_id", SZ_COLUMN_REF, SZ_COLUMN_KEY, G_STRUCT_OFFSET (SzLectureRow, contract_id), 0 },
  { "day", SZ_COLUMN_DATE, SZ_COLUMN_KEY, G_STRUCT_OFFSET (SzLectureRow, day), 0 },
  { "period", SZ_COLUMN_TEXT, SZ_COLUMN_KEY, G_STRUCT_OFFSET (SzLectureRow, period), 0 },
  { "course", SZ_COLUMN_TEXT, SZ_COLUMN_PLAIN, G_STRUCT_OFFSET (SzLectureRow, course), 0 },
  { "class_name", SZ_COLUMN_TEXT, SZ_COLUMN_PLAIN, G_STRUCT_OFFSET (SzLectureRow, class_name), 0 },
  { "hours_x100", SZ_COLUMN_INT64, SZ_COLUMN_PLAIN, G_STRUCT_OFFSET (SzLectureRow, hours_x100), 0 },
  { "rate_fen", SZ_COLUMN_INT64, SZ_COLUMN_PLAIN, G_STRUCT_OFFSET (SzLectureRow, rate_fen), 0 },
  { "note", SZ_COLUMN_TEXT, SZ_COLUMN_PLAIN, G_STRUCT_OFFSET (SzLectureRow, note), 0 },
  { "sheet_id", SZ_COLUMN_REF, SZ_COLUMN_PLAIN, G_STRUCT_OFFSET (SzLectureRow, sheet_id), 0 },
  { "batch_id", SZ_COLUMN_REF, SZ_COLUMN_ORIGIN, G_STRUCT_OFFSET (SzLectureRow, batch_id), 0 },
  { "source_row", SZ_COLUMN_INT, SZ_COLUMN_ORIGIN, G_STRUCT_OFFSET (SzLectureRow, source_row), 0 },
};

const SzRowType sz_lecture_type
    = { SZ_ROW_TYPE ("parttime_lectures", SzLectureRow, lecture_columns) };

SZ_ROW_DEFINE (SzLectureRow, sz_store_lecture, sz_lecture_type)

static const SzColumn fee_sheet_columns[] = {
  { "from_date", SZ_COLUMN_DATE, SZ_COLUMN_PLAIN, G_STRUCT_OFFSET (SzFeeSheetRow, from), 0 },
  { "to_date", SZ_COLUMN_DATE, SZ_COLUMN_PLAIN, G_STRUCT_OFFSET (SzFeeSheetRow, to), 0 },
  { "paid_on", SZ_COLUMN_DATE, SZ_COLUMN_PLAIN, G_STRUCT_OFFSET (SzFeeSheetRow, paid_on), 0 },
  { "people", SZ_COLUMN_INT, SZ_COLUMN_PLAIN, G_STRUCT_OFFSET (SzFeeSheetRow, people), 0 },
  { "hours_x100", SZ_COLUMN_INT64, SZ_COLUMN_PLAIN, G_STRUCT_OFFSET (SzFeeSheetRow, hours_x100),
    0 },
  { "gross_fen", SZ_COLUMN_INT64, SZ_COLUMN_PLAIN, G_STRUCT_OFFSET (SzFeeSheetRow, gross_fen), 0 },
  { "tax_fen", SZ_COLUMN_INT64, SZ_COLUMN_PLAIN, G_STRUCT_OFFSET (SzFeeSheetRow, tax_fen), 0 },
  { "net_fen", SZ_COLUMN_INT64, SZ_COLUMN_PLAIN, G_STRUCT_OFFSET (SzFeeSheetRow, net_fen), 0 },
};

const SzRowType sz_fee_sheet_type
    = { SZ_ROW_TYPE ("fee_sheets", SzFeeSheetRow, fee_sheet_columns) };

SZ_ROW_DEFINE (SzFeeSheetRow, sz_store_fee_sheet, sz_fee_sheet_type)

static const SzColumn fee_line_columns[] = {
  { "sheet_id", SZ_COLUMN_REF, SZ_COLUMN_KEY, G_STRUCT_OFFSET (SzFeeLineRow, sheet_id), 0 },
  { "ordinal", SZ_COLUMN_INT, SZ_COLUMN_KEY, G_STRUCT_OFFSET (SzFeeLineRow, ordinal), 0 },
  { "contract_id", SZ_COLUMN_REF, SZ_COLUMN_PLAIN, G_STRUCT_OFFSET (SzFeeLineRow, contract_id), 0 },
  { "id_number", SZ_COLUMN_TEXT, SZ_COLUMN_PLAIN, G_STRUCT_OFFSET (SzFeeLineRow, id_number), 0 },
  { "hours_x100", SZ_COLUMN_INT64, SZ_COLUMN_PLAIN, G_STRUCT_OFFSET (SzFeeLineRow, hours_x100), 0 },
  { "rate_fen", SZ_COLUMN_INT64, SZ_COLUMN_PLAIN, G_STRUCT_OFFSET (SzFeeLineRow, rate_fen), 0 },
  { "gross_fen", SZ_COLUMN_INT64, SZ_COLUMN_PLAIN, G_STRUCT_OFFSET (SzFeeLineRow, gross_fen), 0 },
  { "tax_fen", SZ_COLUMN_INT64, SZ_COLUMN_PLAIN, G_STRUCT_OFFSET (SzFeeLineRow, tax_fen), 0 },
  { "net_fen", SZ_COLUMN_INT64, SZ_COLUMN_PLAIN, G_STRUCT_OFFSET (SzFeeLineRow, net_fen), 0 },
};

const SzRowType sz_fee_line_type = { SZ_ROW_TYPE ("fee_lines", SzFeeLineRow, fee_line_columns) };

SZ_ROW_DEFINE (SzFeeLineRow, sz_store_fee_line, sz_fee_line_type)

static const SzColumn parttime_fund_columns[] = {
  { "year", SZ_COLUMN_INT, SZ_COLUMN_KEY, G_STRUCT_OFFSET (SzParttimeFundRow, year), 0 },
  { "month", SZ_COLUMN_INT, SZ_COLUMN_KEY, G_STRUCT_OFFSET (SzParttimeFundRow, month), 0 },
  { "document", SZ_COLUMN_TEXT, SZ_COLUMN_KEY, G_STRUCT_OFFSET (SzParttimeFundRow, document), 0 },
  { "amount_fen", SZ_COLUMN_INT64, SZ_COLUMN_PLAIN, G_STRUCT_OFFSET (SzParttimeFundRow, amount_fen),
    0 },
  { "batch_id", SZ_COLUMN_REF, SZ_COLUMN_ORIGIN, G_STRUCT_OFFSET (SzParttimeFundRow, batch_id), 0 },
  { "source_row", SZ_COLUMN_INT, SZ_COLUMN_ORIGIN, G_STRUCT_OFFSET (SzParttimeFundRow, source_row),
    0 },
};

const SzRowType sz_parttime_fund_type
    = { SZ_ROW_TYPE ("parttime_funds", SzParttimeFundRow, parttime_fund_columns) };

SZ_ROW_DEFINE (SzParttimeFundRow, sz_store_parttime_fund, sz_parttime_fund_type)

static const SzColumn staff_contract_columns[] = {
  { "person_id", SZ_COLUMN_REF, SZ_COLUMN_KEY, G_STRUCT_OFFSET (SzStaffContractRow, person_id), 0 },
  { "from_date", SZ_COLUMN_DATE, SZ_COLUMN_KEY, G_STRUCT_OFFSET (SzStaffContractRow, from), 0 },
  { "to_date", SZ_COLUMN_DATE, SZ_COLUMN_PLAIN, G_STRUCT_OFFSET (SzStaffContractRow, to), 0 },
  { "probation_to", SZ_COLUMN_DATE, SZ_COLUMN_PLAIN,
    G_STRUCT_OFFSET (SzStaffContractRow, probation_to), 0 },
  { "batch_id", SZ_COLUMN_REF, SZ_COLUMN_ORIGIN, G_STRUCT_OFFSET (SzStaffContractRow, batch_id),
    0 },
  { "source_row", SZ_COLUMN_INT, SZ_COLUMN_ORIGIN, G_STRUCT_OFFSET (SzStaffContractRow, source_row),
    0 },
};

const SzRowType sz_staff_contract_type
    = { SZ_ROW_TYPE ("staff_contracts", SzStaffContractRow, staff_contract_columns) };

SZ_ROW_DEFINE (SzStaffContractRow, sz_store_staff_contract, sz_staff_contract_type)
