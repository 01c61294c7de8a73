/* sz-import-preview-pane.h — step 4: what would be changed, old → new
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "sz-import-draft.h"

G_BEGIN_DECLS

#define SZ_TYPE_IMPORT_PREVIEW_PANE (sz_import_preview_pane_get_type ())
G_DECLARE_FINAL_TYPE (
    SzImportPreviewPane, sz_import_preview_pane, SZ, IMPORT_PREVIEW_PANE, GtkWidget)

void sz_import_preview_pane_show (SzImportPreviewPane *self, SzImportOutcome *outcome);

G_END_DECLS
