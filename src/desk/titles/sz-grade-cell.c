/* sz-grade-cell.c — a grade in its row, with the grades to choose from behind an arrow
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The arrow is a picture with a gesture: a button with a popover of its own in each of two hundred
 * rows would cost more than the rows.
 */
#include "sz-grade-cell.h"

#include <glib/gi18n.h>

#include "sz-codes.h"
#include "sz-list-table.h"

#define TEXT "sz-grade-text"
#define GAP 4

GMenuModel *
sz_grade_cell_grades (void)
{
  GMenu *menu = g_menu_new ();

  for (int grade = 0; grade < SZ_GRADE_NONE; grade++)
    {
      const SzCode *code = sz_codes_by_value (SZ_TABLE_GRADE, grade);
      g_autofree char *label = g_strdup_printf ("%s (%d)", code->name, grade + 1);
      g_autofree char *action = g_strdup_printf ("titles.grade(%d)", grade);

      g_menu_append (menu, label, action);
    }
  return G_MENU_MODEL (menu);
}

static gboolean
drop_cb (gpointer popover)
{
  if (gtk_widget_get_parent (popover) != NULL)
    gtk_widget_unparent (popover);
  return G_SOURCE_REMOVE;
}

/* What was chosen is still to be done when it closes. */
static void
closed_cb (GtkWidget *popover)
{
  g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, drop_cb, g_object_ref (popover), g_object_unref);
}

static void
pop (GtkWidget *cell)
{
  GtkWidget *table = gtk_widget_get_ancestor (cell, SZ_TYPE_LIST_TABLE);
  g_autoptr (GMenuModel) grades = sz_grade_cell_grades ();
  g_autoptr (GArray) selected = NULL;
  graphene_rect_t bounds;
  GtkWidget *popover;
  gboolean among = FALSE;
  gint64 id;

  if (table == NULL || !gtk_widget_compute_bounds (cell, table, &bounds))
    return;
  /* The row, or all that are selected when it is one of them. */
  id = sz_list_table_get_cell_id (g_object_get_data (G_OBJECT (cell), TEXT));
  selected = sz_list_table_get_selected (SZ_LIST_TABLE (table));
  for (guint i = 0; i < selected->len; i++)
    among |= g_array_index (selected, gint64, i) == id;
  if (!among)
    sz_list_table_select (SZ_LIST_TABLE (table), id);
  popover = gtk_popover_menu_new_from_model (grades);
  gtk_popover_set_has_arrow (GTK_POPOVER (popover), FALSE);
  gtk_widget_set_parent (popover, table);
  gtk_popover_set_pointing_to (GTK_POPOVER (popover),
                               &(GdkRectangle){ (int)bounds.origin.x, (int)bounds.origin.y,
                                                (int)bounds.size.width, (int)bounds.size.height });
  g_signal_connect (popover, "closed", G_CALLBACK (closed_cb), NULL);
  /* A popover does not outlive what it points at. */
  g_signal_connect_object (table, "destroy", G_CALLBACK (drop_cb), popover, G_CONNECT_SWAPPED);
  gtk_popover_popup (GTK_POPOVER (popover));
}

static void
pressed_cb (GtkGesture *click, int n_press, double x, double y, gpointer cell)
{
  /* The row would take the click as its own and drop the others that are selected. */
  gtk_gesture_set_state (click, GTK_EVENT_SEQUENCE_CLAIMED);
  pop (cell);
}

GtkWidget *
sz_grade_cell_new (GtkWidget *text)
{
  GtkWidget *cell;
  GtkWidget *arrow;
  GtkGesture *click;

  g_return_val_if_fail (GTK_IS_INSCRIPTION (text), NULL);
  cell = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, GAP);
  arrow = gtk_image_new_from_icon_name ("pan-down-symbolic");
  click = gtk_gesture_click_new ();
  gtk_widget_set_hexpand (text, TRUE);
  gtk_widget_add_css_class (cell, "sz-grade-cell");
  gtk_widget_set_tooltip_text (arrow, _ ("Choose the grade (Alt+↓; or type 1 to 5)"));
  g_object_set_data (G_OBJECT (cell), TEXT, text);
  g_signal_connect_object (click, "pressed", G_CALLBACK (pressed_cb), cell, 0);
  gtk_widget_add_controller (arrow, GTK_EVENT_CONTROLLER (click));
  gtk_box_append (GTK_BOX (cell), text);
  gtk_box_append (GTK_BOX (cell), arrow);
  return cell;
}

gboolean
sz_grade_cell_pop (GtkWidget *row)
{
  g_return_val_if_fail (GTK_IS_WIDGET (row), FALSE);
  if (g_object_get_data (G_OBJECT (row), TEXT) != NULL)
    {
      pop (row);
      return TRUE;
    }
  for (GtkWidget *child = gtk_widget_get_first_child (row); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (sz_grade_cell_pop (child))
      return TRUE;
  return FALSE;
}
