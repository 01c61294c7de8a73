/* sz-new-dialog.h — a new college: its name, its establishment, its file
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/** SzNewDialog: signal "created" (path) after the college was made. */
#define SZ_TYPE_NEW_DIALOG (sz_new_dialog_get_type ())
G_DECLARE_FINAL_TYPE (SzNewDialog, sz_new_dialog, SZ, NEW_DIALOG, AdwWindow)

SzNewDialog *sz_new_dialog_new (GtkWindow *parent);

G_END_DECLS
