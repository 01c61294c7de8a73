/* sz-window-safety.h — the window tells whether the college verifies, and puts a backup in place
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sz-window.h"

G_BEGIN_DECLS

/** _sz_window_install_safety: win.restore, win.college; in class_init. */
void _sz_window_install_safety (GtkWidgetClass *widget_class);

/** _sz_window_watch_safety: looks at the college that was just opened, and again after each change:
 *  one that does not verify says so; after the day's first act the day's copy is made. */
void _sz_window_watch_safety (SzWindow *self, SzTasks *tasks);

G_END_DECLS
