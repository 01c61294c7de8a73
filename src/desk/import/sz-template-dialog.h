/* sz-template-dialog.h — an empty sheet to fill in: which kind, and where to
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define SZ_TYPE_TEMPLATE_DIALOG (sz_template_dialog_get_type ())
G_DECLARE_FINAL_TYPE (SzTemplateDialog, sz_template_dialog, SZ, TEMPLATE_DIALOG, AdwWindow)

/** sz_template_dialog_new: emits "written" (path) when a sheet is there and "failed" (sentence). */
SzTemplateDialog *sz_template_dialog_new (GtkWindow *parent);

/** sz_template_dialog_write: the kind of the row that is selected, to @path. */
void sz_template_dialog_write (SzTemplateDialog *self, const char *path);

G_END_DECLS
