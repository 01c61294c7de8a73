/* sz-window-tabs.c — pages that belong to one duty, as tabs in the header
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-window-private.h"

#include <glib/gi18n.h>

#include "sz-duties.h"

/* Kept with the tabs: the duty they are of. */
#define TABS_OF "sz-of"

static const SzDuty *
find_duty (const char *name)
{
  for (const SzDuty *duty = sz_duties (); duty->name != NULL; duty++)
    if (g_strcmp0 (duty->name, name) == 0)
      return duty;
  return NULL;
}

const char *
_sz_window_find_head (const char *name)
{
  const SzDuty *duty = find_duty (name);

  return duty != NULL && duty->part_of != NULL ? duty->part_of : name;
}

static gboolean
is_of (const SzDuty *duty, const char *head)
{
  return g_str_equal (duty->name, head) || g_strcmp0 (duty->part_of, head) == 0;
}

static void
tell_state (GtkToggleButton *tab)
{
  gtk_accessible_update_state (GTK_ACCESSIBLE (tab), GTK_ACCESSIBLE_STATE_SELECTED,
                               gtk_toggle_button_get_active (tab), -1);
}

static void
tab_toggled_cb (SzWindow *self, GtkToggleButton *button)
{
  tell_state (button);
  if (gtk_toggle_button_get_active (button))
    gtk_widget_activate_action (GTK_WIDGET (self), "win.page", "s",
                                gtk_widget_get_name (GTK_WIDGET (button)));
}

static void
add_tab (SzWindow *self, const SzDuty *duty, const char *shown)
{
  GtkWidget *first = gtk_widget_get_first_child (self->tabs);
  GtkWidget *tab = g_object_new (GTK_TYPE_TOGGLE_BUTTON, "label", _ (duty->title),
                                 "accessible-role", GTK_ACCESSIBLE_ROLE_TAB, NULL);

  gtk_widget_set_name (tab, duty->name);
  if (first != NULL)
    gtk_toggle_button_set_group (GTK_TOGGLE_BUTTON (tab), GTK_TOGGLE_BUTTON (first));
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (tab), g_str_equal (duty->name, shown));
  tell_state (GTK_TOGGLE_BUTTON (tab));
  g_signal_connect_object (tab, "toggled", G_CALLBACK (tab_toggled_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (self->tabs), tab);
}

static void
make_tabs (SzWindow *self, const char *head, const char *shown)
{
  GtkWidget *tab;
  guint n = 0;

  while ((tab = gtk_widget_get_first_child (self->tabs)) != NULL)
    gtk_box_remove (GTK_BOX (self->tabs), tab);
  for (const SzDuty *duty = sz_duties (); duty->name != NULL; duty++)
    n += is_of (duty, head) ? 1 : 0;
  for (const SzDuty *duty = sz_duties (); n > 1 && duty->name != NULL; duty++)
    if (is_of (duty, head))
      add_tab (self, duty, shown);
  gtk_widget_set_visible (self->tabs, n > 1);
  gtk_widget_set_visible (GTK_WIDGET (self->page_label), n < 2);
}

/* The tabs that are there stay: one of them may have the keyboard. */
void
_sz_window_show_tabs (SzWindow *self, const char *name)
{
  const char *head;

  g_return_if_fail (SZ_IS_WINDOW (self) && name != NULL);
  head = _sz_window_find_head (name);
  if (g_strcmp0 (g_object_get_data (G_OBJECT (self->tabs), TABS_OF), head) != 0)
    {
      g_object_set_data_full (G_OBJECT (self->tabs), TABS_OF, g_strdup (head), g_free);
      make_tabs (self, head, name);
      return;
    }
  for (GtkWidget *tab = gtk_widget_get_first_child (self->tabs); tab != NULL;
       tab = gtk_widget_get_next_sibling (tab))
    if (g_strcmp0 (gtk_widget_get_name (tab), name) == 0)
      gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (tab), TRUE);
}
