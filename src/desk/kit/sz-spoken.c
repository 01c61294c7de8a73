/* sz-spoken.c — names for screen readers where GTK 4.8 has none of its own
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-spoken.h"

#include <glib/gi18n.h>

static GtkWidget *
find_label (GtkWidget *widget)
{
  GtkWidget *found = GTK_IS_LABEL (widget) ? widget : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_label (child);
  return found;
}

static void
name_after (GtkWidget *widget, GtkWidget *label)
{
  if (label != NULL)
    gtk_accessible_update_relation (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_RELATION_LABELLED_BY,
                                    label, NULL, -1);
}

static GtkWidget *
find_typed (GtkWidget *widget)
{
  GtkWidget *found = GTK_IS_TEXT (widget) ? widget : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_typed (child);
  return found;
}

/* GtkText alone has no words on the accessibility bus. */
static void
say_text (GtkText *text)
{
  gtk_accessible_update_property (GTK_ACCESSIBLE (text), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  gtk_text_get_visibility (text)
                                      ? gtk_editable_get_text (GTK_EDITABLE (text))
                                      : "",
                                  -1);
}

void
sz_spoken_text (GtkWidget *field)
{
  GtkWidget *text;

  g_return_if_fail (GTK_IS_WIDGET (field));
  text = find_typed (field);
  g_return_if_fail (text != NULL);
  g_object_set (text, "accessible-role", GTK_ACCESSIBLE_ROLE_TEXT_BOX, NULL);
  say_text (GTK_TEXT (text));
  g_signal_connect (text, "changed", G_CALLBACK (say_text), NULL);
  if (text != field)
    name_after (text, find_label (field));
}

/* "_Save Save": the label beside it, which has no underline, is enough. */
static void
forget_underline (GtkWidget *button)
{
  if (gtk_button_get_label (GTK_BUTTON (button)) != NULL)
    gtk_accessible_reset_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL);
}

static void
name_button (GtkWidget *button)
{
  forget_underline (button);
  if (g_signal_handler_find (button, G_SIGNAL_MATCH_FUNC, 0, 0, NULL, forget_underline, NULL) == 0)
    g_signal_connect (button, "notify::label", G_CALLBACK (forget_underline), NULL);
}

static void
name_widget (GtkWidget *widget)
{
  if (GTK_IS_TOGGLE_BUTTON (widget) && GTK_IS_DROP_DOWN (gtk_widget_get_parent (widget)))
    name_after (widget, gtk_widget_get_parent (widget));
  else if (GTK_IS_BUTTON (widget) && gtk_button_get_use_underline (GTK_BUTTON (widget)))
    name_button (widget);
  else if (GTK_IS_LIST_BOX_ROW (widget)
           && gtk_widget_get_ancestor (widget, GTK_TYPE_STACK_SIDEBAR) != NULL)
    name_after (widget, find_label (widget));
  else if (GTK_IS_PANED (widget))
    gtk_accessible_update_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                    _ ("Width of the panes"), -1);
}

/* "map" of any widget there is. */
static gboolean
mapped_cb (GSignalInvocationHint *hint, guint n, const GValue *values, gpointer user_data)
{
  name_widget (g_value_get_object (&values[0]));
  return TRUE;
}

void
sz_spoken_watch (void)
{
  g_type_class_unref (g_type_class_ref (GTK_TYPE_WIDGET));
  g_signal_add_emission_hook (g_signal_lookup ("map", GTK_TYPE_WIDGET), 0, mapped_cb, NULL, NULL);
}
