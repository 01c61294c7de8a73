/* sz-figure-bar.h — a cell with a bar before its text; for files of this folder only
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/** sz_figure_bar_new: (transfer floating): a bar, and @text behind it. */
GtkWidget *sz_figure_bar_new (GtkWidget *text);
/** sz_figure_bar_show: (transfer none): the text behind the bar of @cell; @share_x1e4: how much of
 * the bar is full, −1: it has none. */
GtkWidget *sz_figure_bar_show (GtkWidget *cell, gint64 share_x1e4);

G_END_DECLS
