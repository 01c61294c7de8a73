/* sz-conflict-dialog.h — two people changed one person: field by field, whose value stays
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sz-form-dialog.h"
#include "sz-person-conflict.h"

G_BEGIN_DECLS

/**
 * SzConflictDialog (RULE srv-12): left mine, right theirs, a row a field. What only one side
 * changed is chosen already, what both changed must be chosen; then it is saved against the version
 * that is there now, and may be stale again: the dialog shows that anew.
 *
 * Signals:
 * "settled": (act: string, nullable): nothing is left of the conflict.
 */
#define SZ_TYPE_CONFLICT_DIALOG (sz_conflict_dialog_get_type ())
G_DECLARE_FINAL_TYPE (SzConflictDialog, sz_conflict_dialog, SZ, CONFLICT_DIALOG, SzFormDialog)

/** sz_conflict_dialog_new: @conflict: (transfer full): what sz_office_person_compare() gives. */
SzConflictDialog *
sz_conflict_dialog_new (GtkWindow *parent, SzTasks *tasks, SzPersonConflict *conflict);

G_END_DECLS
