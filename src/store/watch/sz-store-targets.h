/* sz-store-targets.h — targets of a year and entries towards them 目标任务 (RULE tgt-1, tgt-4)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sz-entry.h"
#include "sz-row.h"

G_BEGIN_DECLS

/* Every row names its import batch and the row of the sheet (0: typed in by hand). */

/** SzTargetRow: a target of a year, allotted 任务数 (RULE tgt-1). Key: year, indicator. */
typedef struct
{
  gint64 id;
  gint64 row_version;
  int year;        /* 年度 */
  char *indicator; /* id */
  gint64 goal;     /* 任务数; of a ratio ×10,000 */
  char *office;    /* 责任处室 */
  char *document;  /* 文号 */
  char *note;      /* 备注 */
  gint64 batch_id;
  int source_row;
} SzTargetRow;
SZ_ROW_API (SzTargetRow, sz_store_target)

/** SzEntryRow: an entry towards a target 填报 (RULE tgt-4). Key: year, indicator, first and last
 * day. */
typedef struct
{
  gint64 id;
  gint64 row_version;
  SzEntry entry;
  gint64 batch_id;
  int source_row;
} SzEntryRow;
SZ_ROW_API (SzEntryRow, sz_store_entry)

G_END_DECLS
