/* sz-transient.h — a dialog that a task keeps longer than its parent lives
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * sz_transient_let_go: for the init of a window with tasks of its own.
 *
 * A task keeps its window until its callback was called. GTK forgets the parent of a destroyed
 * window only with its last reference, and the parent may be gone by then.
 */
void sz_transient_let_go (GtkWindow *window);

G_END_DECLS
