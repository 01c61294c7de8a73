/* sz-titles-toggles.c — buttons over a list, of which one at most is pressed: each filters
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-titles-page.h"
#include "sz-titles-private.h"

#define PLACE "sz-place"

GtkWidget *
_sz_titles_toggles_new (SzTitlesPage *page, guint n, const char *tooltip, GCallback toggled_cb)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 4);

  g_return_val_if_fail (SZ_IS_TITLES_PAGE (page), box);
  gtk_widget_add_css_class (box, "sz-posts-head");
  for (guint i = 0; i < n; i++)
    {
      GtkWidget *button = gtk_toggle_button_new ();

      gtk_widget_add_css_class (button, "flat");
      gtk_widget_set_tooltip_text (button, tooltip);
      g_object_set_data (G_OBJECT (button), PLACE, GUINT_TO_POINTER (i));
      g_signal_connect_object (button, "toggled", toggled_cb, page, 0);
      gtk_box_append (GTK_BOX (box), button);
    }
  gtk_widget_set_visible (box, FALSE);
  return box;
}

guint
_sz_titles_toggles_keep_one (GtkToggleButton *button)
{
  GtkWidget *other = gtk_widget_get_first_child (gtk_widget_get_parent (GTK_WIDGET (button)));

  for (; gtk_toggle_button_get_active (button) && other != NULL;
       other = gtk_widget_get_next_sibling (other))
    if (other != GTK_WIDGET (button))
      gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (other), FALSE);
  return GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (button), PLACE));
}
