/* sz-named-color.c — colours of the style by their names, where something is drawn by hand
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-named-color.h"

void
sz_named_color (GtkWidget *widget, const char *name, GdkRGBA *color)
{
  GtkStyleContext *style;

  g_return_if_fail (GTK_IS_WIDGET (widget) && color != NULL);
  style = gtk_widget_get_style_context (widget);
  if (name == NULL || !gtk_style_context_lookup_color (style, name, color))
    gtk_style_context_get_color (style, color);
}

void
sz_named_color_set (GtkWidget *widget, cairo_t *cr, const char *name, double alpha)
{
  GdkRGBA color;

  g_return_if_fail (GTK_IS_WIDGET (widget) && cr != NULL);
  sz_named_color (widget, name, &color);
  cairo_set_source_rgba (cr, color.red, color.green, color.blue, alpha);
}
