/* sz-store-payrun.c — the life of a pay run, row by row
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-store-payrun.h"

#include "sz-row-table.h"

static const SzColumn pay_life_columns[] = {
  { "run_id", SZ_COLUMN_INT64, SZ_COLUMN_KEY, G_STRUCT_OFFSET (SzPayLife, run_id), 0 },
  { "revision", SZ_COLUMN_INT64, SZ_COLUMN_PLAIN, G_STRUCT_OFFSET (SzPayLife, revision), 0 },
  { "corrects", SZ_COLUMN_REF, SZ_COLUMN_PLAIN, G_STRUCT_OFFSET (SzPayLife, corrects), 0 },
  { "source", SZ_COLUMN_TEXT, SZ_COLUMN_PLAIN, G_STRUCT_OFFSET (SzPayLife, source), 0 },
  { "settle", SZ_COLUMN_TEXT, SZ_COLUMN_PLAIN, G_STRUCT_OFFSET (SzPayLife, settle), 0 },
  { "own_scheme", SZ_COLUMN_BOOL, SZ_COLUMN_PLAIN, G_STRUCT_OFFSET (SzPayLife, own_scheme), 0 },
  { "reserve_before_fen", SZ_COLUMN_INT64, SZ_COLUMN_PLAIN,
    G_STRUCT_OFFSET (SzPayLife, reserve_before_fen), 0 },
  { "reserve_fen", SZ_COLUMN_INT64, SZ_COLUMN_PLAIN, G_STRUCT_OFFSET (SzPayLife, reserve_fen), 0 },
  { "total_fen", SZ_COLUMN_INT64, SZ_COLUMN_PLAIN, G_STRUCT_OFFSET (SzPayLife, total_fen), 0 },
  { "last_adjustment", SZ_COLUMN_INT64, SZ_COLUMN_PLAIN,
    G_STRUCT_OFFSET (SzPayLife, last_adjustment), 0 },
  { "paid_on", SZ_COLUMN_DATE, SZ_COLUMN_PLAIN, G_STRUCT_OFFSET (SzPayLife, paid_on), 0 },
  { "inputs_hash", SZ_COLUMN_TEXT, SZ_COLUMN_PLAIN, G_STRUCT_OFFSET (SzPayLife, inputs_hash), 0 },
  { "differences_hash", SZ_COLUMN_TEXT, SZ_COLUMN_PLAIN,
    G_STRUCT_OFFSET (SzPayLife, differences_hash), 0 },
  { "nets_hash", SZ_COLUMN_TEXT, SZ_COLUMN_PLAIN, G_STRUCT_OFFSET (SzPayLife, nets_hash), 0 },
};

const SzRowType sz_pay_life_type = { SZ_ROW_TYPE ("pay_lives", SzPayLife, pay_life_columns) };

SZ_ROW_DEFINE (SzPayLife, sz_store_pay_life, sz_pay_life_type)

static const SzColumn pay_split_columns[] = {
  { "run_id", SZ_COLUMN_INT64, SZ_COLUMN_KEY, G_STRUCT_OFFSET (SzPaySplit, run_id), 0 },
  { "department", SZ_COLUMN_TEXT, SZ_COLUMN_KEY, G_STRUCT_OFFSET (SzPaySplit, department), 0 },
  { "amounts", SZ_COLUMN_TEXT, SZ_COLUMN_PLAIN, G_STRUCT_OFFSET (SzPaySplit, amounts), 0 },
  { "changed", SZ_COLUMN_INT64, SZ_COLUMN_PLAIN, G_STRUCT_OFFSET (SzPaySplit, changed), 0 },
  { "who", SZ_COLUMN_TEXT, SZ_COLUMN_PLAIN, G_STRUCT_OFFSET (SzPaySplit, who), 0 },
  { "at", SZ_COLUMN_TEXT, SZ_COLUMN_PLAIN, G_STRUCT_OFFSET (SzPaySplit, at), 0 },
  { "file", SZ_COLUMN_TEXT, SZ_COLUMN_PLAIN, G_STRUCT_OFFSET (SzPaySplit, file), 0 },
};

const SzRowType sz_pay_split_type = { SZ_ROW_TYPE ("pay_splits", SzPaySplit, pay_split_columns) };

SZ_ROW_DEFINE (SzPaySplit, sz_store_pay_split, sz_pay_split_type)

static const SzColumn pay_adjustment_columns[] = {
  { "run_id", SZ_COLUMN_INT64, SZ_COLUMN_KEY, G_STRUCT_OFFSET (SzPayAdjustment, run_id), 0 },
  { "n", SZ_COLUMN_INT64, SZ_COLUMN_KEY, G_STRUCT_OFFSET (SzPayAdjustment, n), 0 },
  { "person_id", SZ_COLUMN_INT64, SZ_COLUMN_PLAIN, G_STRUCT_OFFSET (SzPayAdjustment, person_id),
    0 },
  { "staff_no", SZ_COLUMN_TEXT, SZ_COLUMN_PLAIN, G_STRUCT_OFFSET (SzPayAdjustment, staff_no), 0 },
  { "name", SZ_COLUMN_TEXT, SZ_COLUMN_PLAIN, G_STRUCT_OFFSET (SzPayAdjustment, name), 0 },
  { "amount_fen", SZ_COLUMN_INT64, SZ_COLUMN_PLAIN, G_STRUCT_OFFSET (SzPayAdjustment, amount_fen),
    0 },
  { "reason", SZ_COLUMN_TEXT, SZ_COLUMN_PLAIN, G_STRUCT_OFFSET (SzPayAdjustment, reason), 0 },
  { "who", SZ_COLUMN_TEXT, SZ_COLUMN_PLAIN, G_STRUCT_OFFSET (SzPayAdjustment, who), 0 },
  { "at", SZ_COLUMN_TEXT, SZ_COLUMN_PLAIN, G_STRUCT_OFFSET (SzPayAdjustment, at), 0 },
};

const SzRowType sz_pay_adjustment_type
    = { SZ_ROW_TYPE ("pay_adjustments", SzPayAdjustment, pay_adjustment_columns) };

SZ_ROW_DEFINE (SzPayAdjustment, sz_store_pay_adjustment, sz_pay_adjustment_type)

static const SzColumn pay_objection_columns[] = {
  { "run_id", SZ_COLUMN_INT64, SZ_COLUMN_KEY, G_STRUCT_OFFSET (SzPayObjection, run_id), 0 },
  { "notice", SZ_COLUMN_INT64, SZ_COLUMN_KEY, G_STRUCT_OFFSET (SzPayObjection, notice), 0 },
  { "n", SZ_COLUMN_INT64, SZ_COLUMN_KEY, G_STRUCT_OFFSET (SzPayObjection, n), 0 },
  { "source", SZ_COLUMN_TEXT, SZ_COLUMN_PLAIN, G_STRUCT_OFFSET (SzPayObjection, source), 0 },
  { "text", SZ_COLUMN_TEXT, SZ_COLUMN_PLAIN, G_STRUCT_OFFSET (SzPayObjection, text), 0 },
  { "day", SZ_COLUMN_DATE, SZ_COLUMN_PLAIN, G_STRUCT_OFFSET (SzPayObjection, day), 0 },
  { "late", SZ_COLUMN_BOOL, SZ_COLUMN_PLAIN, G_STRUCT_OFFSET (SzPayObjection, late), 0 },
  { "answer", SZ_COLUMN_TEXT, SZ_COLUMN_PLAIN, G_STRUCT_OFFSET (SzPayObjection, answer), 0 },
  { "answered", SZ_COLUMN_DATE, SZ_COLUMN_PLAIN, G_STRUCT_OFFSET (SzPayObjection, answered), 0 },
  { "upheld", SZ_COLUMN_BOOL, SZ_COLUMN_PLAIN, G_STRUCT_OFFSET (SzPayObjection, upheld), 0 },
};

const SzRowType sz_pay_objection_type
    = { SZ_ROW_TYPE ("pay_objections", SzPayObjection, pay_objection_columns) };

SZ_ROW_DEFINE (SzPayObjection, sz_store_pay_objection, sz_pay_objection_type)

static const SzColumn pay_collection_columns[] = {
  { "person_id", SZ_COLUMN_INT64, SZ_COLUMN_KEY, G_STRUCT_OFFSET (SzPayCollection, person_id), 0 },
  { "n", SZ_COLUMN_INT64, SZ_COLUMN_KEY, G_STRUCT_OFFSET (SzPayCollection, n), 0 },
  { "day", SZ_COLUMN_DATE, SZ_COLUMN_PLAIN, G_STRUCT_OFFSET (SzPayCollection, day), 0 },
  { "amount_fen", SZ_COLUMN_INT64, SZ_COLUMN_PLAIN, G_STRUCT_OFFSET (SzPayCollection, amount_fen),
    0 },
  { "document", SZ_COLUMN_TEXT, SZ_COLUMN_PLAIN, G_STRUCT_OFFSET (SzPayCollection, document), 0 },
};

const SzRowType sz_pay_collection_type
    = { SZ_ROW_TYPE ("pay_collections", SzPayCollection, pay_collection_columns) };

SZ_ROW_DEFINE (SzPayCollection, sz_store_pay_collection, sz_pay_collection_type)
