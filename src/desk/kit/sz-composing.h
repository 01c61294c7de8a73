/* sz-composing.h — while an input method composes a word, its keys are no shortcuts
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/** sz_composing_watch: from now on every window gives a key to the text that is being composed in
 * before anything else may take it: the arrows choose a candidate, Escape gives the word up, Return
 * takes it. Once for a program. */
void sz_composing_watch (void);

/** sz_is_composing: whether a word is being composed in @text, a GtkText or GtkTextView. */
gboolean sz_is_composing (GtkWidget *text);

G_END_DECLS
