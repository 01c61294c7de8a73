/* sz-list-menu.c — what can be done with a row: by pointer, by the menu key, from the search
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-list-table-private.h"

/* Where the menu key opens the menu of a row. */
#define KEY_AT 24

static void
make_row_menu (SzListTable *self)
{
  self->row_menu = gtk_popover_menu_new_from_model (self->row_menu_model);
  gtk_popover_set_has_arrow (GTK_POPOVER (self->row_menu), FALSE);
  gtk_widget_set_halign (self->row_menu, GTK_ALIGN_START);
  gtk_widget_set_parent (self->row_menu, GTK_WIDGET (self));
}

static void
pop_row_menu (SzListTable *self, double x, double y)
{
  const GdkRectangle at = { (int)x, (int)y, 1, 1 };

  if (self->row_menu_model == NULL)
    return;
  if (self->row_menu == NULL)
    make_row_menu (self);
  gtk_popover_set_pointing_to (GTK_POPOVER (self->row_menu), &at);
  gtk_popover_popup (GTK_POPOVER (self->row_menu));
}

/* (nullable): the item that the row below @widget shows. */
static SzListItem *
find_item_below (GtkWidget *widget)
{
  SzListItem *item = NULL;

  if (GTK_IS_INSCRIPTION (widget))
    return g_object_get_data (G_OBJECT (widget), SZ_LIST_CELL_ITEM);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && item == NULL;
       child = gtk_widget_get_next_sibling (child))
    item = find_item_below (child);
  return item;
}

/* The row of a cell, %NULL outside of rows. */
static GtkWidget *
find_row (SzListTable *self, GtkWidget *widget)
{
  GtkWidget *list = gtk_widget_get_last_child (GTK_WIDGET (self->view));

  while (widget != NULL && gtk_widget_get_parent (widget) != list)
    widget = gtk_widget_get_parent (widget);
  return widget;
}

/* The row under the pointer is meant; the heading has a menu of its own. */
static void
row_menu_asked_cb (SzListTable *self, int n_press, double x, double y)
{
  GtkWidget *list = gtk_widget_get_last_child (GTK_WIDGET (self->view));
  GtkWidget *picked = gtk_widget_pick (self->scrolled, x, y, GTK_PICK_DEFAULT);
  GtkWidget *row = picked != NULL ? find_row (self, picked) : NULL;
  SzListItem *item = row != NULL ? find_item_below (row) : NULL;
  guint place;

  if (row == NULL && picked != NULL && picked != list && picked != GTK_WIDGET (self->view)
      && gtk_widget_is_ancestor (picked, gtk_widget_get_first_child (GTK_WIDGET (self->view))))
    return;
  if (item != NULL)
    {
      place = sz_list_item_get_position (item);
      if (!gtk_selection_model_is_selected (GTK_SELECTION_MODEL (self->selection), place))
        gtk_selection_model_select_item (GTK_SELECTION_MODEL (self->selection), place, TRUE);
    }
  pop_row_menu (self, x, y);
}

static gboolean
menu_key_cb (GtkWidget *widget, GVariant *args, gpointer user_data)
{
  SzListTable *self = SZ_LIST_TABLE (widget);
  GtkRoot *root = gtk_widget_get_root (widget);
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  GtkWidget *row = focus != NULL ? find_row (self, focus) : NULL;
  double x = KEY_AT;
  double y = KEY_AT;

  if (row != NULL)
    gtk_widget_translate_coordinates (row, self->scrolled, x, y, &x, &y);
  pop_row_menu (self, x, y);
  return TRUE;
}

void
sz_list_table_enter (SzListTable *self, gboolean open)
{
  GtkSelectionModel *selection;
  GtkWidget *list;

  g_return_if_fail (SZ_IS_LIST_TABLE (self));
  selection = GTK_SELECTION_MODEL (self->selection);
  if (sz_list_table_get_size (self) == 0)
    return;
  if (_sz_list_table_count_selected (self) == 0 || open)
    gtk_selection_model_select_item (selection, 0, TRUE);
  list = gtk_widget_get_last_child (GTK_WIDGET (self->view));
  gtk_widget_grab_focus (GTK_WIDGET (self->view));
  if (gtk_widget_get_focus_child (list) == NULL)
    gtk_widget_child_focus (list, GTK_DIR_TAB_FORWARD);
  if (open)
    _sz_list_table_activate (self, 0);
}

void
sz_list_table_set_row_menu (SzListTable *self, GMenuModel *menu)
{
  GtkGesture *click = gtk_gesture_click_new ();

  g_return_if_fail (self->row_menu_model == NULL);
  self->row_menu_model = g_object_ref (menu);
  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), GDK_BUTTON_SECONDARY);
  g_signal_connect_swapped (click, "pressed", G_CALLBACK (row_menu_asked_cb), self);
  gtk_widget_add_controller (self->scrolled, GTK_EVENT_CONTROLLER (click));
}

void
_sz_list_table_install_menu (GtkWidgetClass *widget_class)
{
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Menu, 0, menu_key_cb, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_F10, GDK_SHIFT_MASK, menu_key_cb, NULL);
}
