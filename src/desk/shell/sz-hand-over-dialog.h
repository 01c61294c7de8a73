/* sz-hand-over-dialog.h — handing over: part, recipient and password, file (RULE pkg-1, pkg-4)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sz-form-dialog.h"

G_BEGIN_DECLS

#define SZ_TYPE_HAND_OVER_DIALOG (sz_hand_over_dialog_get_type ())
G_DECLARE_FINAL_TYPE (SzHandOverDialog, sz_hand_over_dialog, SZ, HAND_OVER_DIALOG, SzFormDialog)

SzHandOverDialog *sz_hand_over_dialog_new (GtkWindow *parent, SzTasks *tasks);

/** sz_hand_over_dialog_set_file: what the file chooser gives. */
void sz_hand_over_dialog_set_file (SzHandOverDialog *self, const char *path);

/** sz_package_part_name: translated; @part as the command line names it. */
const char *sz_package_part_name (const char *part);

G_END_DECLS
