/* sz-named-color.h — colours of the style by their names, where something is drawn by hand
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/** sz_named_color: @name as "accent_bg_color"; (nullable), and where the style has none of that
 *  name: the colour of the text. */
void sz_named_color (GtkWidget *widget, const char *name, GdkRGBA *color);
/** sz_named_color_set: the same as the source of @cr. */
void sz_named_color_set (GtkWidget *widget, cairo_t *cr, const char *name, double alpha);

G_END_DECLS
