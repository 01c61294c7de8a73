/* sz-import-file-pane.h — step 1: which file, which sheet, what kind
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "sz-import-draft.h"

G_BEGIN_DECLS

/**
 * SzImportFilePane: the first rows of the sheet as they stand, the heading row marked.
 * Signals: "choose": a file is wanted; "changed": kind, sheet or encoding of the draft is another;
 * "ticked": so is what it leaves out.
 */
#define SZ_TYPE_IMPORT_FILE_PANE (sz_import_file_pane_get_type ())
G_DECLARE_FINAL_TYPE (SzImportFilePane, sz_import_file_pane, SZ, IMPORT_FILE_PANE, GtkWidget)

/**
 * sz_import_file_pane_show:
 * @draft: (nullable): %NULL while no file is chosen; changed by what the user picks
 * @look: (nullable): borrowed for the call
 */
void
sz_import_file_pane_show (SzImportFilePane *self, SzImportDraft *draft, const SzImportLook *look);

G_END_DECLS
