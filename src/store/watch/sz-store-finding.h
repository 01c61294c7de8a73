/* sz-store-finding.h — what scans found, and what was said to it 监督发现 (RULE aud-2)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sz-finding.h"
#include "sz-row.h"

G_BEGIN_DECLS

/** SzFindingRow: findings: never deleted, and undo leaves them alone. Its state and the answer are
 * those of its case "finding". Key: kind, subject. */
typedef struct
{
  gint64 id;
  gint64 row_version;
  SzFinding finding;
} SzFindingRow;
SZ_ROW_API (SzFindingRow, sz_store_finding)

/** SzFindingScan: a scan that changed something. Key: act_id. */
typedef struct
{
  gint64 id;
  gint64 row_version;
  char *act_id;
  SzDate date;
  gint64 n_present;
} SzFindingScan;
SZ_ROW_API (SzFindingScan, sz_store_finding_scan)

/** sz_store_finding_by_no: @found: FALSE when there is no such number. */
gboolean sz_store_finding_by_no (
    SzStore *store, gint64 no, SzFindingRow *row, gboolean *found, GError **error);
/** sz_store_finding_last_no: the highest number given; 0: none. */
gboolean sz_store_finding_last_no (SzStore *store, gint64 *no, GError **error);
/** sz_store_finding_last_scan: the day of the scan written last; none: there was none. */
gboolean sz_store_finding_last_scan (SzStore *store, SzDate *day, GError **error);

G_END_DECLS
