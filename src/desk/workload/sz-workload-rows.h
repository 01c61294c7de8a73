/* sz-workload-rows.h — the lines of a year's workload as rows of a table
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sz-list-row.h"
#include "sz-workload-book.h"

G_BEGIN_DECLS

/** sz_workload_rows_columns: static, titles translated. */
const SzListColumn *sz_workload_rows_columns (SzWorkloadList list);
/** sz_workload_rows_fetch: an SzListFetchFunc; its context is the SzWorkloadBook. */
SzListFetchFunc sz_workload_rows_fetch (SzWorkloadList list);

/** sz_workload_rows_compare: as strcmp(), of two lines by the column @id; 0 for names and
 *  "default", which the book knows. */
int
sz_workload_rows_compare (SzWorkloadList list, const char *id, gconstpointer a, gconstpointer b);

G_END_DECLS
