/* sz-spoken.h — names for screen readers where GTK 4.8 has none of its own
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/** sz_spoken_watch: from now on, as soon as they are shown, buttons say their label once and
 * without its underline, the button within a drop-down says the name of the drop-down, rows of a
 * sidebar say their text, and the handle between two panes has a name. Once for a program. */
void sz_spoken_watch (void);

G_END_DECLS
