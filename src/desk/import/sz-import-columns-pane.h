/* sz-import-columns-pane.h — step 2: which heading is which field, and what unknown values mean
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "sz-import-draft.h"

G_BEGIN_DECLS

/** SzImportColumnsPane: signal "changed": the draft's map is another. */
#define SZ_TYPE_IMPORT_COLUMNS_PANE (sz_import_columns_pane_get_type ())
G_DECLARE_FINAL_TYPE (
    SzImportColumnsPane, sz_import_columns_pane, SZ, IMPORT_COLUMNS_PANE, GtkWidget)

/** sz_import_columns_pane_show: @look is borrowed for the call; its kind must be known. */
void sz_import_columns_pane_show (SzImportColumnsPane *self,
                                  SzImportDraft *draft,
                                  const SzImportLook *look);

/** sz_import_columns_pane_show_unknown: (nullable) (transfer full): of SzImportUnknown; NULL while
 *  they are looked for. */
void sz_import_columns_pane_show_unknown (SzImportColumnsPane *self, GPtrArray *unknown);

/** sz_import_columns_pane_dup_meanings: (transfer full): of SzImportMeaning: what the user said of
 *  the values. */
GArray *sz_import_columns_pane_dup_meanings (SzImportColumnsPane *self);

/** sz_import_columns_pane_is_complete: whether every required field has its column. */
gboolean sz_import_columns_pane_is_complete (SzImportColumnsPane *self);

G_END_DECLS
