/* sz-import-check-pane.h — step 3: what would come of it, and what is wrong
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "sz-import-draft.h"

G_BEGIN_DECLS

/**
 * SzImportCheckPane: counts, findings, and the row of the chosen finding as it stood.
 * Signals: "changed": the draft's update or date is another: check again; "row-wanted" (uint):
 * that row of the sheet; "save": the findings as a workbook.
 */
#define SZ_TYPE_IMPORT_CHECK_PANE (sz_import_check_pane_get_type ())
G_DECLARE_FINAL_TYPE (SzImportCheckPane, sz_import_check_pane, SZ, IMPORT_CHECK_PANE, GtkWidget)

/** sz_import_check_pane_show: @outcome (nullable): NULL while it is checked. */
void
sz_import_check_pane_show (SzImportCheckPane *self, SzImportDraft *draft, SzImportOutcome *outcome);
/** sz_import_check_pane_show_row: @row as it stands. */
void sz_import_check_pane_show_row (SzImportCheckPane *self, const SzImportLookRow *row);

G_END_DECLS
