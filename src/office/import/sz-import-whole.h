/* sz-import-whole.h — whether a sheet was read whole: cells without a heading, rows passed over,
 * its own totals
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sz-import-run.h"

G_BEGIN_DECLS

/** sz_import_check_width: cells behind the last heading: "row.too_long", an error in a text file,
 *  where an unquoted comma shifts what follows; "column.unnamed", once a column, in others and
 *  under a blank heading. */
void sz_import_check_width (SzImportRun *run, const SzTableRow *row);

/** sz_import_add_figures: the amounts, hours and counts of the row at hand join the sums. */
void sz_import_add_figures (SzImportRun *run);

/** sz_import_check_skipped: an example that is not the template's is said ("row.example"); a 合计
 *  that differs from the rows that were read is "total.mismatch". What is not blank is kept in the
 *  result's skips. */
void sz_import_check_skipped (SzImportRun *run, const SzTableRow *row, SzRowKind kind);

G_END_DECLS
