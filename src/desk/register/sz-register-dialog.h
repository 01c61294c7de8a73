/* sz-register-dialog.h — a row of a register, by the fields of its sheet
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sz-form-dialog.h"
#include "sz-register.h"

G_BEGIN_DECLS

/** SzRegisterDialog: signal "saved" (act): the act that undo takes back. */
#define SZ_TYPE_REGISTER_DIALOG (sz_register_dialog_get_type ())
G_DECLARE_FINAL_TYPE (SzRegisterDialog, sz_register_dialog, SZ, REGISTER_DIALOG, SzFormDialog)

/** sz_register_dialog_new: @id 0: a new row. */
SzRegisterDialog *
sz_register_dialog_new (GtkWindow *parent, SzTasks *tasks, const SzRegister *reg, gint64 id);

/** sz_register_dialog_fill: what a new row says at first in the column of @heading. */
void sz_register_dialog_fill (SzRegisterDialog *self, const char *heading, const char *text);

G_END_DECLS
