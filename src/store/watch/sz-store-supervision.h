/* sz-store-supervision.h — registers of supervision: leaders, rectification, tolerance (RULE aud-4
 * … aud-6)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sz-codes-watch.h"
#include "sz-rectify.h"
#include "sz-row.h"
#include "sz-tolerance.h"

G_BEGIN_DECLS

/* Every row names its import batch and the row of the sheet (0: typed in by hand). */

/** SzLeaderRow: a duty of the college's leaders and heads 任职 (RULE aud-4). Key: person, duty,
 * unit, first day. */
typedef struct
{
  gint64 id;
  gint64 row_version;
  gint64 person_id;
  SzDuty duty;  /* 职务 */
  char *unit;   /* 部门, "": the holder's own */
  char *charge; /* 分管部门 */
  SzDate from;  /* 起 */
  SzDate to;    /* 止, 0: still */
  gint64 batch_id;
  int source_row;
} SzLeaderRow;
SZ_ROW_API (SzLeaderRow, sz_store_leader)

/** SzRectifyRow: a problem to be put right 整改 (RULE aud-5). Key: number. */
typedef struct
{
  gint64 id;
  gint64 row_version;
  SzRectifyItem item;
  gint64 batch_id;
  int source_row;
} SzRectifyRow;
SZ_ROW_API (SzRectifyRow, sz_store_rectify)

/** SzToleranceRow: an application for tolerance 容错 (RULE aud-6). Key: number. */
typedef struct
{
  gint64 id;
  gint64 row_version;
  gint64 person_id; /* 申请人 */
  SzTolerance tolerance;
  gint64 batch_id;
  int source_row;
} SzToleranceRow;
SZ_ROW_API (SzToleranceRow, sz_store_tolerance)

G_END_DECLS
