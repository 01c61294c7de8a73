/* sz-row-voice.h — what a screen reader is told of a table and of the row that has the keyboard
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/** sz_row_voice_name: the table within @table is called @title. */
void sz_row_voice_name (GtkWidget *table, const char *title);
/** sz_row_voice_mark: in the setup of a factory, when @item has its child. */
void sz_row_voice_mark (GtkListItem *item);
/** sz_row_voice_watch: a row of @view says its cells as they are shown, and which of how many it
 * is, as soon as it has the keyboard. Its factories mark their items. */
void sz_row_voice_watch (GtkColumnView *view);
/** sz_row_voice_tell: once more, when the cells of the row are others. */
void sz_row_voice_tell (GtkColumnView *view);

G_END_DECLS
