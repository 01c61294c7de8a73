/* sz-row-edit.h — a row saved that others may save as well (RULE srv-12)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sz-conflict-dialog.h"

G_BEGIN_DECLS

/**
 * SzRowEdit: how one kind of row is saved. Static.
 * @write: in the writer: STALE "row.stale" when the row moved since it was read
 * @compare: (transfer full) (nullable): in the writer: what both sides did
 * @take: in the writer: what was chosen, under the version that is there now
 * @free_result: of what @write gives
 */
typedef struct
{
  SzTaskFunc write;
  SzConflict *(*compare) (SzOffice *office, gpointer row, GError **error);
  void (*take) (gpointer row, const SzConflict *conflict);
  SzConflictLook look;
  GDestroyNotify free_row;
  GDestroyNotify free_result;
  SzChange changes;
} SzRowEdit;

/**
 * sz_row_edit_save:
 * @row: (transfer full): what is to be saved
 * @done: as of sz_form_dialog_write()
 *
 * sz_form_dialog_write() for a row. Where somebody else was quicker, a dialog asks field by field
 * whose value stays; @done is called when that is settled. What was typed stays behind it: who
 * cancels there is where he was. Where nothing is left to be written, @form closes.
 */
void sz_row_edit_save (SzFormDialog *form, const SzRowEdit *edit, gpointer row, SzJobDone done);

G_END_DECLS
