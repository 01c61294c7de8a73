/* sz-store-parttime.c — contracts of part-time teachers 兼职教师
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-store-parttime.h"

#include "sz-row-type.h"
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
  { "batch_id", SZ_COLUMN_REF, SZ_COLUMN_ORIGIN, G_STRUCT_OFFSET (SzContractRow, batch_id), 0 },
  { "source_row", SZ_COLUMN_INT, SZ_COLUMN_ORIGIN, G_STRUCT_OFFSET (SzContractRow, source_row), 0 },
};

const SzRowType sz_contract_type = { SZ_ROW_TYPE ("contracts", SzContractRow, contract_columns) };

SZ_ROW_DEFINE (SzContractRow, sz_store_contract, sz_contract_type)
