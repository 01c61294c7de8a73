/* sz-figure-bar.c — a cell with a bar before its text
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-figure-bar.h"

#define FULL_X1E4 10000
#define GAP 6

/* The words beside it say the same: to those who do not see it the bar is nothing. */
GtkWidget *
sz_figure_bar_new (GtkWidget *text)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, GAP);
  GtkWidget *bar = g_object_new (GTK_TYPE_PROGRESS_BAR, "accessible-role",
                                 GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);

  g_return_val_if_fail (GTK_IS_WIDGET (text), box);
  gtk_widget_add_css_class (bar, "sz-card-bar");
  gtk_widget_set_valign (bar, GTK_ALIGN_CENTER);
  gtk_widget_set_hexpand (text, TRUE);
  gtk_box_append (GTK_BOX (box), bar);
  gtk_box_append (GTK_BOX (box), text);
  return box;
}

GtkWidget *
sz_figure_bar_show (GtkWidget *cell, gint64 share_x1e4)
{
  GtkWidget *bar;

  g_return_val_if_fail (GTK_IS_BOX (cell), cell);
  bar = gtk_widget_get_first_child (cell);
  gtk_progress_bar_set_fraction (GTK_PROGRESS_BAR (bar),
                                 (double)CLAMP (share_x1e4, 0, FULL_X1E4) / FULL_X1E4);
  gtk_widget_set_opacity (bar, share_x1e4 >= 0 ? 1 : 0);
  return gtk_widget_get_last_child (cell);
}
