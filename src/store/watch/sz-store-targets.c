/* sz-store-targets.c — targets of a year and entries towards them 目标任务 (RULE tgt-1, tgt-4)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-store-targets.h"

#include "sz-row-table.h"
#include "sz-store-private.h"

static const SzColumn target_columns[] = {
  { "year", SZ_COLUMN_INT, SZ_COLUMN_KEY, G_STRUCT_OFFSET (SzTargetRow, year), 0 },
  { "indicator", SZ_COLUMN_TEXT, SZ_COLUMN_KEY, G_STRUCT_OFFSET (SzTargetRow, indicator), 0 },
  { "goal", SZ_COLUMN_INT64, SZ_COLUMN_PLAIN, G_STRUCT_OFFSET (SzTargetRow, goal), 0 },
  { "office", SZ_COLUMN_TEXT, SZ_COLUMN_PLAIN, G_STRUCT_OFFSET (SzTargetRow, office), 0 },
  { "document", SZ_COLUMN_TEXT, SZ_COLUMN_PLAIN, G_STRUCT_OFFSET (SzTargetRow, document), 0 },
  { "note", SZ_COLUMN_TEXT, SZ_COLUMN_PLAIN, G_STRUCT_OFFSET (SzTargetRow, note), 0 },
  { "batch_id", SZ_COLUMN_REF, SZ_COLUMN_ORIGIN, G_STRUCT_OFFSET (SzTargetRow, batch_id), 0 },
  { "source_row", SZ_COLUMN_INT, SZ_COLUMN_ORIGIN, G_STRUCT_OFFSET (SzTargetRow, source_row), 0 },
};

const SzRowType sz_target_type = { SZ_ROW_TYPE ("targets", SzTargetRow, target_columns) };

SZ_ROW_DEFINE (SzTargetRow, sz_store_target, sz_target_type)

static const SzColumn entry_columns[] = {
  { "year", SZ_COLUMN_INT, SZ_COLUMN_KEY, G_STRUCT_OFFSET (SzEntryRow, entry.year), 0 },
  { "indicator", SZ_COLUMN_TEXT, SZ_COLUMN_KEY, G_STRUCT_OFFSET (SzEntryRow, entry.indicator), 0 },
  { "from_date", SZ_COLUMN_DATE, SZ_COLUMN_KEY, G_STRUCT_OFFSET (SzEntryRow, entry.from), 0 },
  { "to_date", SZ_COLUMN_DATE, SZ_COLUMN_KEY, G_STRUCT_OFFSET (SzEntryRow, entry.to), 0 },
  { "cumulative", SZ_COLUMN_BOOL, SZ_COLUMN_PLAIN, G_STRUCT_OFFSET (SzEntryRow, entry.cumulative),
    0 },
  { "number", SZ_COLUMN_INT64, SZ_COLUMN_PLAIN, G_STRUCT_OFFSET (SzEntryRow, entry.number), 0 },
  { "base", SZ_COLUMN_INT64, SZ_COLUMN_PLAIN, G_STRUCT_OFFSET (SzEntryRow, entry.base), 0 },
  { "period", SZ_COLUMN_TEXT, SZ_COLUMN_PLAIN, G_STRUCT_OFFSET (SzEntryRow, entry.period), 0 },
  { "evidence", SZ_COLUMN_TEXT, SZ_COLUMN_PLAIN, G_STRUCT_OFFSET (SzEntryRow, entry.evidence), 0 },
  { "note", SZ_COLUMN_TEXT, SZ_COLUMN_PLAIN, G_STRUCT_OFFSET (SzEntryRow, entry.note), 0 },
  { "batch_id", SZ_COLUMN_REF, SZ_COLUMN_ORIGIN, G_STRUCT_OFFSET (SzEntryRow, batch_id), 0 },
  { "source_row", SZ_COLUMN_INT, SZ_COLUMN_ORIGIN, G_STRUCT_OFFSET (SzEntryRow, source_row), 0 },
};

const SzRowType sz_entry_type = { SZ_ROW_TYPE ("target_entries", SzEntryRow, entry_columns) };

SZ_ROW_DEFINE (SzEntryRow, sz_store_entry, sz_entry_type)
