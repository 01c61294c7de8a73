/* sz-row-voice.c — what a screen reader is told of a table and of the row that has the keyboard
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * GTK 4.8 gives the rows of a table the name of their class and no place.
 */
#include "sz-row-voice.h"

#include <glib/gi18n.h>

#define ROW_ITEM "sz-row-item"

/* (nullable): the row below @list that has the keyboard. */
static GtkWidget *
find_focus_row (GtkWidget *list)
{
  GtkRoot *root = gtk_widget_get_root (list);
  GtkWidget *widget = root != NULL ? gtk_root_get_focus (root) : NULL;

  while (widget != NULL && gtk_widget_get_parent (widget) != list)
    widget = gtk_widget_get_parent (widget);
  return widget;
}

/* (nullable): the first text below @widget. */
static const char *
find_text (GtkWidget *widget)
{
  const char *text = NULL;

  if (GTK_IS_INSCRIPTION (widget))
    text = gtk_inscription_get_text (GTK_INSCRIPTION (widget));
  else if (GTK_IS_LABEL (widget))
    text = gtk_label_get_text (GTK_LABEL (widget));
  if (text != NULL)
    return *text != '\0' ? text : NULL;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && text == NULL;
       child = gtk_widget_get_next_sibling (child))
    text = find_text (child);
  return text;
}

void
sz_row_voice_tell (GtkColumnView *view)
{
  GtkWidget *row;
  GtkListItem *item = NULL;
  g_autoptr (GString) said = g_string_new (NULL);
  g_autofree char *where = NULL;

  g_return_if_fail (GTK_IS_COLUMN_VIEW (view));
  row = find_focus_row (gtk_widget_get_last_child (GTK_WIDGET (view)));
  for (GtkWidget *cell = row != NULL ? gtk_widget_get_first_child (row) : NULL; cell != NULL;
       cell = gtk_widget_get_next_sibling (cell))
    {
      GtkWidget *child = gtk_widget_get_first_child (cell);
      const char *text = gtk_widget_get_visible (cell) ? find_text (cell) : NULL;

      if (child != NULL && item == NULL)
        item = g_object_get_data (G_OBJECT (child), ROW_ITEM);
      if (text != NULL)
        g_string_append_printf (said, said->len > 0 ? ", %s" : "%s", text);
    }
  if (item == NULL)
    return;
  /* TRANSLATORS: of a table, read aloud */
  where = g_strdup_printf (_ ("Row %u of %u"), gtk_list_item_get_position (item) + 1,
                           g_list_model_get_n_items (
                               G_LIST_MODEL (gtk_column_view_get_model (view))));
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  said->len > 0 ? said->str : where,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, where, -1);
}

void
sz_row_voice_mark (GtkListItem *item)
{
  g_return_if_fail (GTK_IS_LIST_ITEM (item));
  g_object_set_data (G_OBJECT (gtk_list_item_get_child (item)), ROW_ITEM, item);
}

static void
rooted_cb (GtkColumnView *view)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (view));

  if (GTK_IS_WINDOW (root))
    g_signal_connect_object (root, "notify::focus-widget", G_CALLBACK (sz_row_voice_tell), view,
                             G_CONNECT_SWAPPED);
}

void
sz_row_voice_watch (GtkColumnView *view)
{
  g_return_if_fail (GTK_IS_COLUMN_VIEW (view));
  g_signal_connect (view, "notify::root", G_CALLBACK (rooted_cb), NULL);
}

static GtkWidget *
find_view (GtkWidget *widget)
{
  GtkWidget *found = GTK_IS_COLUMN_VIEW (widget) ? widget : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_view (child);
  return found;
}

void
sz_row_voice_name (GtkWidget *table, const char *title)
{
  GtkWidget *view;

  g_return_if_fail (GTK_IS_WIDGET (table) && title != NULL);
  view = find_view (table);
  g_return_if_fail (view != NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (view), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
}
