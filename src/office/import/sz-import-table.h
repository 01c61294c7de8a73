/* sz-import-table.h — kinds whose rows are rows of one table: read by their fields, checked by key,
 * put one by one
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sz-import-run.h"
#include "sz-row.h"

G_BEGIN_DECLS

/** sz_import_table_handler: of every kind that has no handler of its own. */
extern const SzImportHandler sz_import_table_handler;

/** sz_import_table_judge: (transfer full) (nullable): the row at hand, read and judged; findings
 * and
 *  @run->row_errors say what is wrong with it. %NULL: it has no sound cells, or @error. */
gpointer sz_import_table_judge (SzImportRun *run, GError **error);

/** sz_import_table_any: whether the register holds rows of the kind. */
gboolean sz_import_table_any (SzImportRun *run, gboolean *found, GError **error);

/** sz_import_rows_same: whether two rows say the same but for where they come from; else @field
 *  becomes the field of the first member that differs. For says_same of #SzImportHooks. */
gboolean sz_import_rows_same (SzImportRun *run, gconstpointer row, gconstpointer there, int *field);

G_END_DECLS
