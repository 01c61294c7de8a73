/* sz-store-establishment.c — rows of the establishment ledger 编制台账 (RULE rec-12)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-store-establishment.h"

#include "sz-row-table.h"
#include "sz-store-private.h"

static const SzColumn establishment_row_columns[] = {
  { "day", SZ_COLUMN_DATE, SZ_COLUMN_KEY, G_STRUCT_OFFSET (SzEstablishmentRow, day), 0 },
  { "kind", SZ_COLUMN_CODE, SZ_COLUMN_KEY, G_STRUCT_OFFSET (SzEstablishmentRow, kind),
    SZ_TABLE_LEDGER },
  { "document", SZ_COLUMN_TEXT, SZ_COLUMN_KEY, G_STRUCT_OFFSET (SzEstablishmentRow, document), 0 },
  { "number", SZ_COLUMN_INT64, SZ_COLUMN_KEY, G_STRUCT_OFFSET (SzEstablishmentRow, number), 0 },
  { "note", SZ_COLUMN_TEXT, SZ_COLUMN_PLAIN, G_STRUCT_OFFSET (SzEstablishmentRow, note), 0 },
  { "approval", SZ_COLUMN_TEXT, SZ_COLUMN_PLAIN, G_STRUCT_OFFSET (SzEstablishmentRow, approval),
    0 },
  { "batch_id", SZ_COLUMN_REF, SZ_COLUMN_ORIGIN, G_STRUCT_OFFSET (SzEstablishmentRow, batch_id),
    0 },
  { "source_row", SZ_COLUMN_INT, SZ_COLUMN_ORIGIN, G_STRUCT_OFFSET (SzEstablishmentRow, source_row),
    0 },
};

const SzRowType sz_establishment_type
    = { SZ_ROW_TYPE ("establishment_rows", SzEstablishmentRow, establishment_row_columns) };

SZ_ROW_DEFINE (SzEstablishmentRow, sz_store_establishment_row, sz_establishment_type)
