/* sz-column-width.h — how wide a column stands: as drawn, for the text that people have set
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/** sz_text_scale: how much larger than usual people have text written; 1 at least. Widths are drawn
 * for the usual size. */
double sz_text_scale (void);

/**
 * sz_column_width: in pixels: @width at the size of the text, but never narrower than the heading
 * with the arrow of the order.
 * @view: whose font it is
 * @width: as drawn; 0 gives 0, what GTK finds out itself
 * @numeric: the arrow stands before the heading and needs less room
 */
int sz_column_width (GtkWidget *view, const char *title, int width, gboolean numeric);

/** sz_column_align_last: the heading of the last column stands over its figures, right. */
void sz_column_align_last (GtkColumnView *view);

G_END_DECLS
