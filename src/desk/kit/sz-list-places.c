/* sz-list-places.c — what a page puts around its lists: above, beside, and behind their names
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-list-page-private.h"

/* They belong to the template; nobody else asks for them. */
static const char *const places[] = { "above", "beside", "left", "top" };

void
_sz_list_page_bind_places (GtkWidgetClass *widget_class)
{
  g_return_if_fail (GTK_IS_WIDGET_CLASS (widget_class));
  for (gsize i = 0; i < G_N_ELEMENTS (places); i++)
    gtk_widget_class_bind_template_child_full (widget_class, places[i], FALSE, 0);
}

static gpointer
get_part (SzListPage *self, const char *name)
{
  return gtk_widget_get_template_child (GTK_WIDGET (self), SZ_TYPE_LIST_PAGE, name);
}

void
sz_list_page_set_above (SzListPage *self, GtkWidget *child)
{
  g_return_if_fail (SZ_IS_LIST_PAGE (self) && GTK_IS_WIDGET (child));
  adw_bin_set_child (get_part (self, "above"), child);
}

void
sz_list_page_set_beside (SzListPage *self, GtkWidget *child)
{
  g_return_if_fail (SZ_IS_LIST_PAGE (self) && GTK_IS_WIDGET (child));
  adw_bin_set_child (get_part (self, "beside"), child);
}

void
sz_list_page_set_left (SzListPage *self, GtkWidget *child)
{
  g_return_if_fail (SZ_IS_LIST_PAGE (self) && GTK_IS_WIDGET (child));
  adw_bin_set_child (get_part (self, "left"), child);
}

void
sz_list_page_set_top (SzListPage *self, GtkWidget *child)
{
  g_return_if_fail (SZ_IS_LIST_PAGE (self) && GTK_IS_WIDGET (child));
  adw_bin_set_child (get_part (self, "top"), child);
}

void
sz_list_page_add_to_details (SzListPage *self, GtkWidget *child, GtkPackType place)
{
  GtkWidget *box;
  GtkWidget *pane;
  AdwBin *bin;

  g_return_if_fail (SZ_IS_LIST_PAGE (self) && GTK_IS_WIDGET (child));
  bin = get_part (self, "details");
  box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  pane = g_object_ref (adw_bin_get_child (bin));
  adw_bin_set_child (bin, box);
  gtk_widget_set_vexpand (pane, TRUE);
  gtk_box_append (GTK_BOX (box), pane);
  g_object_unref (pane);
  if (place == GTK_PACK_START)
    gtk_box_prepend (GTK_BOX (box), child);
  else
    gtk_box_append (GTK_BOX (box), child);
}

void
sz_list_page_set_count (SzListPage *self, const char *name, guint count)
{
  GtkStack *lists;
  GtkWidget *bin;

  g_return_if_fail (SZ_IS_LIST_PAGE (self) && name != NULL);
  lists = get_part (self, "lists");
  bin = gtk_stack_get_child_by_name (lists, name);
  g_return_if_fail (bin != NULL);
  _sz_list_set_count (gtk_stack_get_page (lists, bin), count);
}

void
sz_list_page_show_only (SzListPage *self, const char *const *names)
{
  GtkStack *lists;

  g_return_if_fail (SZ_IS_LIST_PAGE (self) && names != NULL);
  lists = get_part (self, "lists");
  for (GtkWidget *bin = gtk_widget_get_first_child (GTK_WIDGET (lists)); bin != NULL;
       bin = gtk_widget_get_next_sibling (bin))
    {
      GtkStackPage *page = gtk_stack_get_page (lists, bin);

      gtk_stack_page_set_visible (page, g_strv_contains (names, gtk_stack_page_get_name (page)));
    }
  gtk_widget_set_visible (get_part (self, "switcher"), FALSE);
  gtk_widget_set_visible (get_part (self, "sidebar"), FALSE);
  /* A list alone needs no tab. */
  gtk_widget_set_visible (get_part (self, "tab_row"), names[0] != NULL && names[1] != NULL);
  if (!g_strv_contains (names, gtk_stack_get_visible_child_name (lists)))
    gtk_stack_set_visible_child_name (lists, names[0]);
}
