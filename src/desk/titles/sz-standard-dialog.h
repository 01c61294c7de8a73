/* sz-standard-dialog.h — a standard of titles, edited (RULE ttl-12, ttl-13)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sz-form-dialog.h"
#include "sz-page.h"

G_BEGIN_DECLS

/**
 * SzStandardDialog: levels, paths, conditions left, groups by indentation; the values of the line
 * that is chosen right; what the checker says of all of it below, as one edits. Insert adds a
 * condition, Delete takes the line out, Alt and an arrow moves it. With an error it cannot be
 * saved.
 */
#define SZ_TYPE_STANDARD_DIALOG (sz_standard_dialog_get_type ())
G_DECLARE_FINAL_TYPE (SzStandardDialog, sz_standard_dialog, SZ, STANDARD_DIALOG, SzFormDialog)

/** sz_standard_dialog_present: over @page; @id: of the standard; of a shipped one a copy is edited,
 * which then is the college's own. */
void sz_standard_dialog_present (SzPage *page, const char *id);

/** sz_standard_dialog_choose: shows a line; FALSE: there is none at @place. */
gboolean sz_standard_dialog_choose (SzStandardDialog *self, const char *place);
/** sz_standard_dialog_type: a value of the line that is chosen, as if it were typed. */
gboolean sz_standard_dialog_type (SzStandardDialog *self, const char *key, const char *value);
/** sz_standard_dialog_count_faults: what the checker finds now. */
guint sz_standard_dialog_count_faults (SzStandardDialog *self);

G_END_DECLS
