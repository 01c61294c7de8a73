/* sz-column-width.c — how wide a column stands
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-column-width.h"

/* What a heading's button keeps around its words; figures are sorted rarely enough to do without
 * the arrow's. */
#define HEADING_ROOM 16
#define HEADING_ROOM_ARROW 24

/* Letters grow by whole pixels, so that large ones are wider than the scale says. */
#define LARGE_ROOM 1.08

double
sz_text_scale (void)
{
  int dpi = -1;
  double scale;

  g_object_get (gtk_settings_get_default (), "gtk-xft-dpi", &dpi, NULL);
  scale = dpi > 0 ? dpi / (96.0 * PANGO_SCALE) : 1.0;
  return scale > 1.0 ? scale * LARGE_ROOM : 1.0;
}

int
sz_column_width (GtkWidget *view, const char *title, int width, gboolean numeric)
{
  g_autoptr (PangoLayout) layout = NULL;
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();
  int heading;

  g_return_val_if_fail (GTK_IS_WIDGET (view) && title != NULL, width);

  if (width == 0)
    return 0;
  layout = gtk_widget_create_pango_layout (view, title);
  pango_attr_list_insert (attributes, pango_attr_weight_new (PANGO_WEIGHT_BOLD));
  pango_layout_set_attributes (layout, attributes);
  pango_layout_get_pixel_size (layout, &heading, NULL);
  return MAX ((int)(width * sz_text_scale ()),
              heading + (numeric ? HEADING_ROOM : HEADING_ROOM_ARROW));
}

/* GTK 4.8 has no property for it. */
void
sz_column_align_last (GtkColumnView *view)
{
  GtkWidget *header;
  GtkWidget *heading;
  GtkWidget *box;
  GtkWidget *label;

  g_return_if_fail (GTK_IS_COLUMN_VIEW (view));
  header = gtk_widget_get_first_child (GTK_WIDGET (view));
  heading = gtk_widget_get_last_child (header);
  box = heading != NULL ? gtk_widget_get_first_child (heading) : NULL;
  label = box != NULL ? gtk_widget_get_first_child (box) : NULL;
  if (!GTK_IS_LABEL (label))
    return;
  gtk_label_set_xalign (GTK_LABEL (label), 1);
  gtk_widget_set_hexpand (label, TRUE);
}
