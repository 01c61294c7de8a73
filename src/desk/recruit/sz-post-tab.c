/* sz-post-tab.c — how a tab of a post is laid out
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-post-tab.h"

#define FIELDS_WIDTH 330

GtkWidget *
sz_post_tools_new (void)
{
  GtkWidget *tools = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  gtk_widget_add_css_class (tools, "sz-toolbar");
  return tools;
}

GtkLabel *
sz_post_line_new (void)
{
  GtkWidget *label = gtk_label_new ("");

  gtk_widget_add_css_class (label, "dim-label");
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  return GTK_LABEL (label);
}

GtkWidget *
sz_post_tab_new (GtkWidget *tools, GtkWidget *table, SzFieldList **fields)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  g_return_val_if_fail (GTK_IS_WIDGET (tools) && GTK_IS_WIDGET (table), box);
  gtk_box_append (GTK_BOX (box), tools);
  gtk_box_append (GTK_BOX (row), table);
  if (fields != NULL)
    {
      GtkWidget *scrolled = gtk_scrolled_window_new ();

      *fields = SZ_FIELD_LIST (sz_field_list_new ());
      gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), GTK_WIDGET (*fields));
      gtk_widget_set_size_request (scrolled, FIELDS_WIDTH, -1);
      gtk_box_append (GTK_BOX (row), scrolled);
    }
  gtk_widget_set_vexpand (row, TRUE);
  gtk_box_append (GTK_BOX (box), row);
  return box;
}
