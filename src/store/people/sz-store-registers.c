/* sz-store-registers.c — registers that several duties read: relatives 亲属关系, leaves 请假
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-store-registers.h"

#include "sz-pay-ties.h"
#include "sz-row-table.h"

static const SzColumn kinship_columns[] = {
  SZ_COLUMN (SzKinshipRow, party_a, TEXT, KEY),    SZ_COLUMN (SzKinshipRow, party_b, TEXT, KEY),
  SZ_COLUMN (SzKinshipRow, person_a, REF, PLAIN),  SZ_COLUMN (SzKinshipRow, person_b, REF, PLAIN),
  SZ_COLUMN (SzKinshipRow, name_a, TEXT, PLAIN),   SZ_COLUMN (SzKinshipRow, name_b, TEXT, PLAIN),
  SZ_COLUMN (SzKinshipRow, relation, TEXT, PLAIN), SZ_COLUMN (SzKinshipRow, of_b, BOOL, PLAIN),
  SZ_COLUMN (SzKinshipRow, note, TEXT, PLAIN),     SZ_COLUMNS_OF_ORIGIN (SzKinshipRow),
};

const SzRowType sz_kinship_type = {
  SZ_ROW_TYPE ("kinships", SzKinshipRow, kinship_columns),
};

SZ_ROW_DEFINE (SzKinshipRow, sz_store_kinship, sz_kinship_type)

static const SzColumn leave_columns[] = {
  SZ_COLUMN (SzLeaveRow, person_id, INT64, KEY),
  { "from_date", SZ_COLUMN_DATE, SZ_COLUMN_KEY, G_STRUCT_OFFSET (SzLeaveRow, from), 0 },
  { "to_date", SZ_COLUMN_DATE, SZ_COLUMN_PLAIN, G_STRUCT_OFFSET (SzLeaveRow, to), 0 },
  SZ_COLUMN_OF_CODES (SzLeaveRow, kind, PLAIN, LEAVE),
  SZ_COLUMN (SzLeaveRow, days_x100, INT64, PLAIN),
  { "back_date", SZ_COLUMN_DATE, SZ_COLUMN_PLAIN, G_STRUCT_OFFSET (SzLeaveRow, back), 0 },
  SZ_COLUMN (SzLeaveRow, note, TEXT, PLAIN),
  SZ_COLUMNS_OF_ORIGIN (SzLeaveRow),
};

const SzRowType sz_leave_type = {
  SZ_ROW_TYPE ("leaves", SzLeaveRow, leave_columns),
  .ties = sz_pay_ties,
};

SZ_ROW_DEFINE (SzLeaveRow, sz_store_leave, sz_leave_type)
