/* sz-take-over-dialog.h — taking over: file, what is in it, differences, done (RULE pkg-5 … pkg-7)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "sz-task.h"

G_BEGIN_DECLS

#define SZ_TYPE_TAKE_OVER_DIALOG (sz_take_over_dialog_get_type ())
G_DECLARE_FINAL_TYPE (SzTakeOverDialog, sz_take_over_dialog, SZ, TAKE_OVER_DIALOG, AdwWindow)

SzTakeOverDialog *sz_take_over_dialog_new (GtkWindow *parent, SzTasks *tasks);

/** sz_take_over_dialog_set_file: what the file chooser gives; @password: (nullable). */
void sz_take_over_dialog_set_file (SzTakeOverDialog *self, const char *path, const char *password);

G_END_DECLS
