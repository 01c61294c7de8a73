/* sz-welcome.c — the first start: new, open, try the demo college
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-welcome.h"

#include "sz-recent.h"

/* So many fit under the buttons at 1366 × 768. */
#define SHOWN_MAX 4

struct _SzWelcome
{
  GtkWidget parent_instance;

  /* Template widgets */
  GtkWidget *box;
  GtkWidget *recent_label;
  GtkListBox *recent;
  GtkWidget *who;

  /* Owned */
  GSettings *settings;
};

G_DEFINE_FINAL_TYPE (SzWelcome, sz_welcome, GTK_TYPE_WIDGET)

static void
recent_activated_cb (GtkListBox *list, GtkListBoxRow *row, gpointer user_data)
{
  gtk_widget_activate_action (GTK_WIDGET (row), "app.open-path", "s",
                              g_object_get_data (G_OBJECT (row), "path"));
}

static void
add_recent (SzWelcome *self, const char *path)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *folder = NULL;
  g_autofree char *name = sz_recent_dup_name (path, &folder);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), name);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), folder);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  g_object_set_data_full (G_OBJECT (row), "path", g_strdup (path), g_free);
  gtk_list_box_append (self->recent, row);
}

static void
recent_changed_cb (SzWelcome *self)
{
  g_auto (GStrv) paths = sz_recent_dup (self->settings);
  const gboolean any = paths[0] != NULL;
  GtkWidget *row;

  while ((row = gtk_widget_get_first_child (GTK_WIDGET (self->recent))) != NULL)
    gtk_list_box_remove (self->recent, row);
  for (gsize i = 0; paths[i] != NULL && i < SHOWN_MAX; i++)
    add_recent (self, paths[i]);
  gtk_widget_set_visible (self->recent_label, any);
  gtk_widget_set_visible (GTK_WIDGET (self->recent), any);
}

static void
sz_welcome_dispose (GObject *object)
{
  SzWelcome *self = SZ_WELCOME (object);

  g_clear_object (&self->settings);
  g_clear_pointer (&self->box, gtk_widget_unparent);
  G_OBJECT_CLASS (sz_welcome_parent_class)->dispose (object);
}

static void
sz_welcome_class_init (SzWelcomeClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sz_welcome_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, "/org/shizi/Shizi/ui/sz-welcome.ui");
  gtk_widget_class_bind_template_child (widget_class, SzWelcome, box);
  gtk_widget_class_bind_template_child (widget_class, SzWelcome, recent);
  gtk_widget_class_bind_template_child (widget_class, SzWelcome, recent_label);
  gtk_widget_class_bind_template_child (widget_class, SzWelcome, who);
  gtk_widget_class_bind_template_callback (widget_class, recent_activated_cb);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
sz_welcome_init (SzWelcome *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->settings = g_settings_new ("org.shizi.Shizi");
  g_settings_bind (self->settings, "who", self->who, "text", G_SETTINGS_BIND_DEFAULT);
  g_signal_connect_object (self->settings, "changed::recent", G_CALLBACK (recent_changed_cb), self,
                           G_CONNECT_SWAPPED);
  recent_changed_cb (self);
}
