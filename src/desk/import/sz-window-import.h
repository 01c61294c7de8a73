/* sz-window-import.h — importing from the main window: menu, key, a file dropped anywhere
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sz-window.h"

G_BEGIN_DECLS

/** _sz_window_install_import: win.import, win.import-file(s), win.batches; in class_init. */
void _sz_window_install_import (GtkWidgetClass *widget_class);
/** _sz_window_accept_files: a sheet dropped on @self opens the assistant. */
void _sz_window_accept_files (SzWindow *self);

G_END_DECLS
