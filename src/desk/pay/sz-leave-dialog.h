/* sz-leave-dialog.h — one leave: its days are counted and its clashes said while it is typed (RULE
 * pay-19)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sz-form-dialog.h"

G_BEGIN_DECLS

/** SzLeaveDialog: signal "saved" (act): the act that undo takes back. */
#define SZ_TYPE_LEAVE_DIALOG (sz_leave_dialog_get_type ())
G_DECLARE_FINAL_TYPE (SzLeaveDialog, sz_leave_dialog, SZ, LEAVE_DIALOG, SzFormDialog)

/** sz_leave_dialog_new: @id 0: a new leave. */
SzLeaveDialog *sz_leave_dialog_new (GtkWindow *parent, SzTasks *tasks, gint64 id);

G_END_DECLS
