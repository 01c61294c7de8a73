/* sz-tab-out.c — Tab leaves a list instead of going through all its rows
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * In GTK 4.8 Tab goes to the next row: a table of many people is never left, and in the sidebar
 * every Tab is another page.
 */
#include "sz-tab-out.h"

static gboolean
enter_row (GtkWidget *row)
{
  for (GtkWidget *child = gtk_widget_get_first_child (row); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (gtk_widget_child_focus (child, GTK_DIR_TAB_FORWARD))
      return TRUE;
  return FALSE;
}

static gboolean
leave (GtkWidget *list, GtkDirectionType way)
{
  GtkRoot *root = gtk_widget_get_root (list);

  for (GtkWidget *widget = list; widget != NULL && !GTK_IS_NATIVE (widget);
       widget = gtk_widget_get_parent (widget))
    {
      GtkWidget *next = widget;

      while ((next = way == GTK_DIR_TAB_FORWARD ? gtk_widget_get_next_sibling (next)
                                                : gtk_widget_get_prev_sibling (next))
             != NULL)
        if (gtk_widget_get_mapped (next) && gtk_widget_child_focus (next, way))
          return TRUE;
    }
  if (gtk_widget_get_native (list) != GTK_NATIVE (root))
    return FALSE;
  /* Round to the other end of the window. */
  gtk_root_set_focus (root, NULL);
  return gtk_widget_child_focus (GTK_WIDGET (root), way);
}

static gboolean
go (GtkWidget *list, GtkDirectionType way)
{
  GtkRoot *root = gtk_widget_get_root (list);
  GtkWidget *row = root != NULL ? gtk_root_get_focus (root) : NULL;

  if (row == NULL || gtk_widget_get_parent (row) != list)
    return FALSE;
  /* The rows of a form. */
  if (GTK_IS_LIST_BOX (list)
      && gtk_list_box_get_selection_mode (GTK_LIST_BOX (list)) == GTK_SELECTION_NONE)
    return FALSE;
  return (way == GTK_DIR_TAB_FORWARD && enter_row (row)) || leave (list, way);
}

static gboolean
tab_cb (GtkWidget *list, GVariant *args, gpointer user_data)
{
  return go (list, GTK_DIR_TAB_FORWARD);
}

static gboolean
back_cb (GtkWidget *list, GVariant *args, gpointer user_data)
{
  return go (list, GTK_DIR_TAB_BACKWARD);
}

void
sz_tab_out_install (void)
{
  const GType types[] = { GTK_TYPE_LIST_BOX, GTK_TYPE_LIST_VIEW };

  for (gsize i = 0; i < G_N_ELEMENTS (types); i++)
    {
      GtkWidgetClass *klass = g_type_class_ref (types[i]);

      gtk_widget_class_add_binding (klass, GDK_KEY_Tab, 0, tab_cb, NULL);
      gtk_widget_class_add_binding (klass, GDK_KEY_Tab, GDK_SHIFT_MASK, back_cb, NULL);
      gtk_widget_class_add_binding (klass, GDK_KEY_ISO_Left_Tab, GDK_SHIFT_MASK, back_cb, NULL);
      g_type_class_unref (klass);
    }
}
