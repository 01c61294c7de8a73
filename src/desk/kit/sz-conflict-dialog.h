/* sz-conflict-dialog.h — two people changed one row: field by field, whose value stays
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sz-conflict.h"
#include "sz-form-dialog.h"

G_BEGIN_DECLS

/** SzConflictLook: how people read a field. @name: (transfer none); @show: (transfer full): @value
 * is never "". */
typedef struct
{
  const char *(*name) (gconstpointer row, const char *field);
  char *(*show) (gconstpointer row, const char *field, const char *value);
} SzConflictLook;

/**
 * SzConflictDialog (RULE srv-12): left mine, right theirs, a row a field. What only one side
 * changed is chosen already, what both changed must be chosen. Who shows it writes what was chosen
 * against the version that is there now, which may be stale again: it is shown anew.
 *
 * Signals:
 * "chosen": Save was pressed; the fields of the conflict say what was chosen.
 */
#define SZ_TYPE_CONFLICT_DIALOG (sz_conflict_dialog_get_type ())
G_DECLARE_FINAL_TYPE (SzConflictDialog, sz_conflict_dialog, SZ, CONFLICT_DIALOG, SzFormDialog)

/** sz_conflict_dialog_new: over @form, which it keeps alive; @look: static; @row: (nullable): for
 * its functions, borrowed as long as the dialog is there. */
SzConflictDialog *
sz_conflict_dialog_new (SzFormDialog *form, const SzConflictLook *look, gconstpointer row);

/** sz_conflict_dialog_show: @conflict: (transfer full). */
void sz_conflict_dialog_show (SzConflictDialog *self, SzConflict *conflict);
/** sz_conflict_dialog_get_conflict: (transfer none): what is shown. */
const SzConflict *sz_conflict_dialog_get_conflict (SzConflictDialog *self);

G_END_DECLS
