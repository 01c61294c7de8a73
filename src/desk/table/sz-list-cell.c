/* sz-list-cell.c — a cell one types into: its text, and in its place the field
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Enter and leaving the field tell the table what was typed, Escape takes it back. Another row in
 * the cell ends the typing, too: what was typed was meant for the row before it.
 */
#include "sz-list-table-private.h"

#include <glib/gi18n.h>

#include "sz-spoken.h"

/* Kept with the stack: the table and the inscription. */
#define CELL_TABLE "sz-table"
#define CELL_SHOWN "sz-shown"

static GtkInscription *
get_shown (GtkWidget *cell)
{
  return g_object_get_data (G_OBJECT (cell), CELL_SHOWN);
}

GtkInscription *
_sz_list_cell_get_shown (GtkWidget *cell)
{
  g_return_val_if_fail (GTK_IS_WIDGET (cell), NULL);
  return GTK_IS_INSCRIPTION (cell) ? GTK_INSCRIPTION (cell) : get_shown (cell);
}

static gboolean
is_typing (GtkWidget *cell)
{
  return GTK_IS_TEXT (gtk_stack_get_visible_child (GTK_STACK (cell)));
}

static const SzListRow *
find_row (GtkWidget *cell)
{
  SzListTable *table = g_object_get_data (G_OBJECT (cell), CELL_TABLE);
  SzListItem *item = g_object_get_data (G_OBJECT (get_shown (cell)), SZ_LIST_CELL_ITEM);

  return item != NULL ? sz_list_model_get_row (table->model, sz_list_item_get_id (item)) : NULL;
}

static void
stop_typing (GtkWidget *cell)
{
  gtk_stack_set_visible_child (GTK_STACK (cell), GTK_WIDGET (get_shown (cell)));
}

/* The rows have the keyboard again, where it was. */
static void
leave (GtkWidget *cell)
{
  GtkWidget *row = gtk_widget_get_parent (gtk_widget_get_parent (cell));

  stop_typing (cell);
  if (row != NULL)
    gtk_widget_grab_focus (row);
}

static void
take (GtkWidget *cell)
{
  SzListTable *table = g_object_get_data (G_OBJECT (cell), CELL_TABLE);
  GtkWidget *field = gtk_stack_get_child_by_name (GTK_STACK (cell), "typed");
  const SzListRow *row = find_row (cell);
  g_autofree char *text = g_strdup (gtk_editable_get_text (GTK_EDITABLE (field)));
  const char *before = gtk_inscription_get_text (get_shown (cell));

  g_strstrip (text);
  if (row != NULL && g_strcmp0 (text, before != NULL ? before : "") != 0)
    g_signal_emit_by_name (table, "typed", row, text);
}

static void
field_activated_cb (GtkWidget *cell)
{
  take (cell);
  leave (cell);
}

static gboolean
field_key_cb (GtkWidget *cell, guint key, guint code, GdkModifierType state, gpointer controller)
{
  if (key != GDK_KEY_Escape)
    return FALSE;
  leave (cell);
  return TRUE;
}

static void
field_left_cb (GtkWidget *cell)
{
  if (!is_typing (cell))
    return;
  take (cell);
  stop_typing (cell);
}

static gboolean
begin_typing (GtkWidget *cell)
{
  const SzListRow *row = find_row (cell);
  GtkWidget *field = gtk_stack_get_child_by_name (GTK_STACK (cell), "typed");

  if (row == NULL || row->fixed)
    return FALSE;
  if (is_typing (cell))
    return TRUE;
  gtk_editable_set_text (GTK_EDITABLE (field), gtk_inscription_get_text (get_shown (cell)));
  gtk_stack_set_visible_child (GTK_STACK (cell), field);
  return gtk_widget_grab_focus (field);
}

/* The row is chosen by the same click. */
static void
clicked_cb (GtkWidget *cell)
{
  begin_typing (cell);
}

static GtkWidget *
make_field (GtkWidget *cell, const char *title)
{
  GtkWidget *field = gtk_text_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();

  sz_spoken_text (field);
  gtk_accessible_update_property (GTK_ACCESSIBLE (field), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  gtk_widget_add_css_class (field, "sz-typed-cell");
  g_signal_connect_object (field, "activate", G_CALLBACK (field_activated_cb), cell,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (field_key_cb), cell, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (field, keys);
  g_signal_connect_object (focus, "leave", G_CALLBACK (field_left_cb), cell, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (field, focus);
  return field;
}

gint64
sz_list_table_get_cell_id (GtkWidget *text)
{
  SzListItem *item;

  g_return_val_if_fail (GTK_IS_INSCRIPTION (text), 0);
  item = g_object_get_data (G_OBJECT (text), SZ_LIST_CELL_ITEM);
  return item != NULL ? sz_list_item_get_id (item) : 0;
}

GtkWidget *
_sz_list_cell_new (SzListTable *table, const SzListColumn *column, GtkWidget *shown)
{
  GtkWidget *cell;
  GtkGesture *click;

  g_return_val_if_fail (column != NULL && GTK_IS_INSCRIPTION (shown), shown);
  if (column->wrap != NULL)
    {
      cell = column->wrap (shown);
      g_object_set_data (G_OBJECT (cell), CELL_SHOWN, shown);
      return cell;
    }
  if (!column->typed)
    return shown;
  cell = gtk_stack_new ();
  click = gtk_gesture_click_new ();
  g_object_set_data (G_OBJECT (cell), CELL_TABLE, table);
  g_object_set_data (G_OBJECT (cell), CELL_SHOWN, shown);
  gtk_widget_set_tooltip_text (shown, _ ("Click or F2: type here; Enter keeps it"));
  gtk_stack_add_named (GTK_STACK (cell), shown, "shown");
  gtk_stack_add_named (GTK_STACK (cell), make_field (cell, _ (column->title)), "typed");
  g_signal_connect_object (click, "released", G_CALLBACK (clicked_cb), cell, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (cell, GTK_EVENT_CONTROLLER (click));
  return cell;
}

void
_sz_list_cell_unbound (GtkWidget *cell)
{
  g_return_if_fail (GTK_IS_WIDGET (cell));
  if (GTK_IS_STACK (cell) && is_typing (cell))
    stop_typing (cell);
}

/* (nullable): the cell below @widget that shows the row @id and is typed into. */
static GtkWidget *
find_cell (GtkWidget *widget, gint64 id)
{
  GtkWidget *cell = NULL;
  SzListItem *item;

  if (GTK_IS_STACK (widget) && get_shown (widget) != NULL)
    {
      item = g_object_get_data (G_OBJECT (get_shown (widget)), SZ_LIST_CELL_ITEM);
      return item != NULL && sz_list_item_get_id (item) == id ? widget : NULL;
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && cell == NULL;
       child = gtk_widget_get_next_sibling (child))
    cell = find_cell (child, id);
  return cell;
}

gboolean
sz_list_table_type (SzListTable *self)
{
  gint64 current;
  GtkWidget *cell;

  g_return_val_if_fail (SZ_IS_LIST_TABLE (self), FALSE);
  current = sz_list_table_get_current (self);
  cell = current != 0 ? find_cell (gtk_widget_get_last_child (GTK_WIDGET (self->view)), current)
                      : NULL;
  return cell != NULL && begin_typing (cell);
}

static gboolean
type_key_cb (GtkWidget *widget, GVariant *args, gpointer user_data)
{
  return sz_list_table_type (SZ_LIST_TABLE (widget));
}

void
_sz_list_table_install_typing (GtkWidgetClass *widget_class)
{
  gtk_widget_class_add_binding (widget_class, GDK_KEY_F2, 0, type_key_cb, NULL);
}
