/* sz-import-field.h — the cells of a row go to the members of a struct, as the fields say
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sz-import-run.h"

G_BEGIN_DECLS

/**
 * sz_import_read_row:
 * @row: zeroed, of kind->type; its strings are the caller's
 *
 * Reads every field of the kind into its member; a field that goes nowhere is judged all the same.
 *
 * Returns: FALSE when a cell was faulty; all faults are findings by then.
 */
gboolean sz_import_read_row (SzImportRun *run, gpointer row);

G_END_DECLS
