/* sz-store-total.c — what the year's performance pay was, in books and by person 绩效工资总量
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-store-total.h"

#include "sz-row-table.h"
#include "sz-store-private.h"

static const SzColumn ledger_columns[] = {
  { "year", SZ_COLUMN_INT, SZ_COLUMN_KEY, G_STRUCT_OFFSET (SzLedgerRow, year), 0 },
  { "month", SZ_COLUMN_INT, SZ_COLUMN_KEY, G_STRUCT_OFFSET (SzLedgerRow, month), 0 },
  { "account", SZ_COLUMN_CODE, SZ_COLUMN_KEY, G_STRUCT_OFFSET (SzLedgerRow, account),
    SZ_TABLE_ACCOUNT },
  { "source", SZ_COLUMN_TEXT, SZ_COLUMN_KEY, G_STRUCT_OFFSET (SzLedgerRow, source), 0 },
  { "document", SZ_COLUMN_TEXT, SZ_COLUMN_KEY, G_STRUCT_OFFSET (SzLedgerRow, document), 0 },
  { "ordinal", SZ_COLUMN_INT, SZ_COLUMN_KEY, G_STRUCT_OFFSET (SzLedgerRow, ordinal), 0 },
  { "amount_fen", SZ_COLUMN_INT64, SZ_COLUMN_PLAIN, G_STRUCT_OFFSET (SzLedgerRow, amount_fen), 0 },
  { "batch_id", SZ_COLUMN_REF, SZ_COLUMN_ORIGIN, G_STRUCT_OFFSET (SzLedgerRow, batch_id), 0 },
  { "source_row", SZ_COLUMN_INT, SZ_COLUMN_ORIGIN, G_STRUCT_OFFSET (SzLedgerRow, source_row), 0 },
};

const SzRowType sz_ledger_type = { SZ_ROW_TYPE ("pay_ledger", SzLedgerRow, ledger_columns) };

SZ_ROW_DEFINE (SzLedgerRow, sz_store_ledger, sz_ledger_type)

static const SzColumn advance_columns[] = {
  { "person_id", SZ_COLUMN_INT64, SZ_COLUMN_KEY, G_STRUCT_OFFSET (SzAdvanceRow, person_id), 0 },
  { "year", SZ_COLUMN_INT, SZ_COLUMN_KEY, G_STRUCT_OFFSET (SzAdvanceRow, year), 0 },
  { "month", SZ_COLUMN_INT, SZ_COLUMN_KEY, G_STRUCT_OFFSET (SzAdvanceRow, month), 0 },
  { "amount_fen", SZ_COLUMN_INT64, SZ_COLUMN_PLAIN, G_STRUCT_OFFSET (SzAdvanceRow, amount_fen), 0 },
  { "batch_id", SZ_COLUMN_REF, SZ_COLUMN_ORIGIN, G_STRUCT_OFFSET (SzAdvanceRow, batch_id), 0 },
  { "source_row", SZ_COLUMN_INT, SZ_COLUMN_ORIGIN, G_STRUCT_OFFSET (SzAdvanceRow, source_row), 0 },
};

const SzRowType sz_advance_type = { SZ_ROW_TYPE ("advances", SzAdvanceRow, advance_columns) };

SZ_ROW_DEFINE (SzAdvanceRow, sz_store_advance, sz_advance_type)

static const SzColumn withholding_columns[] = {
  { "person_id", SZ_COLUMN_INT64, SZ_COLUMN_KEY, G_STRUCT_OFFSET (SzWithholdingRow, person_id), 0 },
  { "year", SZ_COLUMN_INT, SZ_COLUMN_KEY, G_STRUCT_OFFSET (SzWithholdingRow, year), 0 },
  { "month", SZ_COLUMN_INT, SZ_COLUMN_KEY, G_STRUCT_OFFSET (SzWithholdingRow, month), 0 },
  { "tax_fen", SZ_COLUMN_INT64, SZ_COLUMN_PLAIN, G_STRUCT_OFFSET (SzWithholdingRow, tax_fen), 0 },
  { "other_fen", SZ_COLUMN_INT64, SZ_COLUMN_PLAIN, G_STRUCT_OFFSET (SzWithholdingRow, other_fen),
    0 },
  { "batch_id", SZ_COLUMN_REF, SZ_COLUMN_ORIGIN, G_STRUCT_OFFSET (SzWithholdingRow, batch_id), 0 },
  { "source_row", SZ_COLUMN_INT, SZ_COLUMN_ORIGIN, G_STRUCT_OFFSET (SzWithholdingRow, source_row),
    0 },
};

const SzRowType sz_withholding_type
    = { SZ_ROW_TYPE ("withholdings", SzWithholdingRow, withholding_columns) };

SZ_ROW_DEFINE (SzWithholdingRow, sz_store_withholding, sz_withholding_type)

static const SzColumn transfer_columns[] = {
  { "person_id", SZ_COLUMN_INT64, SZ_COLUMN_KEY, G_STRUCT_OFFSET (SzTransferRow, person_id), 0 },
  { "year", SZ_COLUMN_INT, SZ_COLUMN_KEY, G_STRUCT_OFFSET (SzTransferRow, year), 0 },
  { "project", SZ_COLUMN_TEXT, SZ_COLUMN_KEY, G_STRUCT_OFFSET (SzTransferRow, project), 0 },
  { "registration_no", SZ_COLUMN_TEXT, SZ_COLUMN_PLAIN,
    G_STRUCT_OFFSET (SzTransferRow, registration_no), 0 },
  { "net_fen", SZ_COLUMN_INT64, SZ_COLUMN_PLAIN, G_STRUCT_OFFSET (SzTransferRow, net_fen), 0 },
  { "ratio_x1e4", SZ_COLUMN_INT64, SZ_COLUMN_PLAIN, G_STRUCT_OFFSET (SzTransferRow, ratio_x1e4),
    0 },
  { "share_x1e4", SZ_COLUMN_INT64, SZ_COLUMN_PLAIN, G_STRUCT_OFFSET (SzTransferRow, share_x1e4),
    0 },
  { "is_main", SZ_COLUMN_BOOL, SZ_COLUMN_PLAIN, G_STRUCT_OFFSET (SzTransferRow, is_main), 0 },
  { "category", SZ_COLUMN_TEXT, SZ_COLUMN_PLAIN, G_STRUCT_OFFSET (SzTransferRow, category), 0 },
  { "contract_fen", SZ_COLUMN_INT64, SZ_COLUMN_PLAIN, G_STRUCT_OFFSET (SzTransferRow, contract_fen),
    0 },
  { "cost_fen", SZ_COLUMN_INT64, SZ_COLUMN_PLAIN, G_STRUCT_OFFSET (SzTransferRow, cost_fen), 0 },
  { "received_on", SZ_COLUMN_DATE, SZ_COLUMN_PLAIN, G_STRUCT_OFFSET (SzTransferRow, received_on),
    0 },
  { "paid_on", SZ_COLUMN_DATE, SZ_COLUMN_PLAIN, G_STRUCT_OFFSET (SzTransferRow, paid_on), 0 },
  { "batch_id", SZ_COLUMN_REF, SZ_COLUMN_ORIGIN, G_STRUCT_OFFSET (SzTransferRow, batch_id), 0 },
  { "source_row", SZ_COLUMN_INT, SZ_COLUMN_ORIGIN, G_STRUCT_OFFSET (SzTransferRow, source_row), 0 },
};

const SzRowType sz_transfer_type = { SZ_ROW_TYPE ("transfers", SzTransferRow, transfer_columns) };

SZ_ROW_DEFINE (SzTransferRow, sz_store_transfer, sz_transfer_type)

static const SzColumn talent_columns[] = {
  { "person_id", SZ_COLUMN_INT64, SZ_COLUMN_KEY, G_STRUCT_OFFSET (SzTalentRow, person_id), 0 },
  { "year", SZ_COLUMN_INT, SZ_COLUMN_KEY, G_STRUCT_OFFSET (SzTalentRow, year), 0 },
  { "mode", SZ_COLUMN_CODE, SZ_COLUMN_KEY, G_STRUCT_OFFSET (SzTalentRow, mode),
    SZ_TABLE_PAY_REGIME },
  { "amount_fen", SZ_COLUMN_INT64, SZ_COLUMN_PLAIN, G_STRUCT_OFFSET (SzTalentRow, amount_fen), 0 },
  { "approval", SZ_COLUMN_TEXT, SZ_COLUMN_PLAIN, G_STRUCT_OFFSET (SzTalentRow, approval), 0 },
  { "category", SZ_COLUMN_TEXT, SZ_COLUMN_PLAIN, G_STRUCT_OFFSET (SzTalentRow, category), 0 },
  { "from_date", SZ_COLUMN_DATE, SZ_COLUMN_PLAIN, G_STRUCT_OFFSET (SzTalentRow, from), 0 },
  { "to_date", SZ_COLUMN_DATE, SZ_COLUMN_PLAIN, G_STRUCT_OFFSET (SzTalentRow, to), 0 },
  { "target", SZ_COLUMN_TEXT, SZ_COLUMN_PLAIN, G_STRUCT_OFFSET (SzTalentRow, target), 0 },
  { "fund", SZ_COLUMN_TEXT, SZ_COLUMN_PLAIN, G_STRUCT_OFFSET (SzTalentRow, fund), 0 },
  { "verdict", SZ_COLUMN_TEXT, SZ_COLUMN_PLAIN, G_STRUCT_OFFSET (SzTalentRow, verdict), 0 },
  { "batch_id", SZ_COLUMN_REF, SZ_COLUMN_ORIGIN, G_STRUCT_OFFSET (SzTalentRow, batch_id), 0 },
  { "source_row", SZ_COLUMN_INT, SZ_COLUMN_ORIGIN, G_STRUCT_OFFSET (SzTalentRow, source_row), 0 },
};

const SzRowType sz_talent_type = { SZ_ROW_TYPE ("talents", SzTalentRow, talent_columns) };

SZ_ROW_DEFINE (SzTalentRow, sz_store_talent, sz_talent_type)
