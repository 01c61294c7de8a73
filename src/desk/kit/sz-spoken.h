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

/** sz_spoken_text: a text that is typed into is told, with what stands in it unless it
 * is secret, when it has the keyboard: @field, a row of a
 * form, which gives it its title, or a bare #GtkText, which has a label of its own. Before it is
 * shown. */
void sz_spoken_text (GtkWidget *field);

G_END_DECLS
