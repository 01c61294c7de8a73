/* sz-param-dialog.h — a new value of a parameter, from a day on, by a document
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sz-form-dialog.h"

G_BEGIN_DECLS

/** SzParamDialog: signal "saved" (key, act): the act that undo takes back. */
#define SZ_TYPE_PARAM_DIALOG (sz_param_dialog_get_type ())
G_DECLARE_FINAL_TYPE (SzParamDialog, sz_param_dialog, SZ, PARAM_DIALOG, SzFormDialog)

/** sz_param_dialog_new: @json: the value to begin with. */
SzParamDialog *
sz_param_dialog_new (GtkWindow *parent, SzTasks *tasks, const char *key, const char *json);

/** sz_param_dialog_dup_value: (transfer full): JSON as it is written now. */
char *sz_param_dialog_dup_value (SzParamDialog *self);

G_END_DECLS
