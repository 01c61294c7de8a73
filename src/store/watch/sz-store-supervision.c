/* sz-store-supervision.c — registers of supervision: leaders, rectification, tolerance (RULE aud-4
 * … aud-6)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-store-supervision.h"

#include "sz-row-table.h"
#include "sz-store-case.h"
#include "sz-store-private.h"

static const SzColumn leader_columns[] = {
  { "person_id", SZ_COLUMN_INT64, SZ_COLUMN_KEY, G_STRUCT_OFFSET (SzLeaderRow, person_id), 0 },
  { "duty", SZ_COLUMN_CODE, SZ_COLUMN_KEY, G_STRUCT_OFFSET (SzLeaderRow, duty), SZ_TABLE_DUTY },
  { "unit", SZ_COLUMN_TEXT, SZ_COLUMN_KEY, G_STRUCT_OFFSET (SzLeaderRow, unit), 0 },
  { "charge", SZ_COLUMN_TEXT, SZ_COLUMN_PLAIN, G_STRUCT_OFFSET (SzLeaderRow, charge), 0 },
  { "from_date", SZ_COLUMN_DATE, SZ_COLUMN_KEY, G_STRUCT_OFFSET (SzLeaderRow, from), 0 },
  { "to_date", SZ_COLUMN_DATE, SZ_COLUMN_PLAIN, G_STRUCT_OFFSET (SzLeaderRow, to), 0 },
  { "batch_id", SZ_COLUMN_REF, SZ_COLUMN_ORIGIN, G_STRUCT_OFFSET (SzLeaderRow, batch_id), 0 },
  { "source_row", SZ_COLUMN_INT, SZ_COLUMN_ORIGIN, G_STRUCT_OFFSET (SzLeaderRow, source_row), 0 },
};

const SzRowType sz_leader_type = { SZ_ROW_TYPE ("leaders", SzLeaderRow, leader_columns) };

SZ_ROW_DEFINE (SzLeaderRow, sz_store_leader, sz_leader_type)

static const SzColumn rectify_columns[] = {
  { "no", SZ_COLUMN_TEXT, SZ_COLUMN_KEY, G_STRUCT_OFFSET (SzRectifyRow, item.no), 0 },
  { "source", SZ_COLUMN_CODE, SZ_COLUMN_PLAIN, G_STRUCT_OFFSET (SzRectifyRow, item.source),
    SZ_TABLE_RECTIFY_SOURCE },
  { "area", SZ_COLUMN_CODE, SZ_COLUMN_PLAIN, G_STRUCT_OFFSET (SzRectifyRow, item.area),
    SZ_TABLE_RECTIFY_AREA },
  { "problem", SZ_COLUMN_TEXT, SZ_COLUMN_PLAIN, G_STRUCT_OFFSET (SzRectifyRow, item.problem), 0 },
  { "unit", SZ_COLUMN_TEXT, SZ_COLUMN_PLAIN, G_STRUCT_OFFSET (SzRectifyRow, item.unit), 0 },
  { "person", SZ_COLUMN_TEXT, SZ_COLUMN_PLAIN, G_STRUCT_OFFSET (SzRectifyRow, item.person), 0 },
  { "measure", SZ_COLUMN_TEXT, SZ_COLUMN_PLAIN, G_STRUCT_OFFSET (SzRectifyRow, item.measure), 0 },
  { "deadline", SZ_COLUMN_DATE, SZ_COLUMN_PLAIN, G_STRUCT_OFFSET (SzRectifyRow, item.deadline), 0 },
  { "extension", SZ_COLUMN_TEXT, SZ_COLUMN_PLAIN, G_STRUCT_OFFSET (SzRectifyRow, item.extension),
    0 },
  { "percent", SZ_COLUMN_INT, SZ_COLUMN_PLAIN, G_STRUCT_OFFSET (SzRectifyRow, item.percent), 0 },
  { "evidence", SZ_COLUMN_TEXT, SZ_COLUMN_PLAIN, G_STRUCT_OFFSET (SzRectifyRow, item.evidence), 0 },
  { "closed_by", SZ_COLUMN_TEXT, SZ_COLUMN_PLAIN, G_STRUCT_OFFSET (SzRectifyRow, item.closed_by),
    0 },
  { "closed_on", SZ_COLUMN_DATE, SZ_COLUMN_PLAIN, G_STRUCT_OFFSET (SzRectifyRow, item.closed_on),
    0 },
  { "batch_id", SZ_COLUMN_REF, SZ_COLUMN_ORIGIN, G_STRUCT_OFFSET (SzRectifyRow, batch_id), 0 },
  { "source_row", SZ_COLUMN_INT, SZ_COLUMN_ORIGIN, G_STRUCT_OFFSET (SzRectifyRow, source_row), 0 },
};

/* What was walked on here is not taken back with the sheet it came from. */
static const SzRowTie rectify_tie = SZ_CASE_TIE ("rectify");
static const SzRowTie *const rectify_ties[] = { &rectify_tie, NULL };

const SzRowType sz_rectify_type
    = { SZ_ROW_TYPE ("rectify_items", SzRectifyRow, rectify_columns), .ties = rectify_ties };

SZ_ROW_DEFINE (SzRectifyRow, sz_store_rectify, sz_rectify_type)

static const SzColumn tolerance_columns[] = {
  { "no", SZ_COLUMN_TEXT, SZ_COLUMN_KEY, G_STRUCT_OFFSET (SzToleranceRow, tolerance.no), 0 },
  { "person_id", SZ_COLUMN_INT64, SZ_COLUMN_PLAIN, G_STRUCT_OFFSET (SzToleranceRow, person_id), 0 },
  { "matter", SZ_COLUMN_TEXT, SZ_COLUMN_PLAIN, G_STRUCT_OFFSET (SzToleranceRow, tolerance.matter),
    0 },
  { "about", SZ_COLUMN_TEXT, SZ_COLUMN_PLAIN, G_STRUCT_OFFSET (SzToleranceRow, tolerance.about),
    0 },
  { "applied", SZ_COLUMN_DATE, SZ_COLUMN_PLAIN, G_STRUCT_OFFSET (SzToleranceRow, tolerance.applied),
    0 },
  { "verified_by", SZ_COLUMN_TEXT, SZ_COLUMN_PLAIN,
    G_STRUCT_OFFSET (SzToleranceRow, tolerance.verified_by), 0 },
  { "verified", SZ_COLUMN_DATE, SZ_COLUMN_PLAIN,
    G_STRUCT_OFFSET (SzToleranceRow, tolerance.verified), 0 },
  { "opinion", SZ_COLUMN_TEXT, SZ_COLUMN_PLAIN, G_STRUCT_OFFSET (SzToleranceRow, tolerance.opinion),
    0 },
  { "meeting", SZ_COLUMN_TEXT, SZ_COLUMN_PLAIN, G_STRUCT_OFFSET (SzToleranceRow, tolerance.meeting),
    0 },
  { "decided", SZ_COLUMN_DATE, SZ_COLUMN_PLAIN, G_STRUCT_OFFSET (SzToleranceRow, tolerance.decided),
    0 },
  { "decision", SZ_COLUMN_TEXT, SZ_COLUMN_PLAIN,
    G_STRUCT_OFFSET (SzToleranceRow, tolerance.decision), 0 },
  { "open_to", SZ_COLUMN_TEXT, SZ_COLUMN_PLAIN, G_STRUCT_OFFSET (SzToleranceRow, tolerance.open_to),
    0 },
  { "batch_id", SZ_COLUMN_REF, SZ_COLUMN_ORIGIN, G_STRUCT_OFFSET (SzToleranceRow, batch_id), 0 },
  { "source_row", SZ_COLUMN_INT, SZ_COLUMN_ORIGIN, G_STRUCT_OFFSET (SzToleranceRow, source_row),
    0 },
};

static const SzRowTie tolerance_tie = SZ_CASE_TIE ("tolerance");
static const SzRowTie *const tolerance_ties[] = { &tolerance_tie, NULL };

const SzRowType sz_tolerance_type
    = { SZ_ROW_TYPE ("tolerances", SzToleranceRow, tolerance_columns), .ties = tolerance_ties };

SZ_ROW_DEFINE (SzToleranceRow, sz_store_tolerance, sz_tolerance_type)
