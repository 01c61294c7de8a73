/* sz-form-secret.h — a row for a password in a dialog with fields
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sz-form-dialog.h"

G_BEGIN_DECLS

/** sz_form_dialog_add_secret: (transfer none): a row for a password, in @group. */
GtkEditable *
sz_form_dialog_add_secret (SzFormDialog *self, AdwPreferencesGroup *group, const char *title);

G_END_DECLS
