/* sz-preferences.c — language, colours, order of names, folder of backups
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-preferences.h"

#include <glib/gi18n.h>

#include "sz-spoken.h"

struct _SzPreferences
{
  AdwPreferencesWindow parent_instance;

  /* Template widgets */
  AdwComboRow *language_row;
  AdwComboRow *colors_row;
  AdwComboRow *name_order_row;
  AdwActionRow *backup_row;
  GtkWidget *omit_switch;
  GtkWidget *who_row;
  GtkWidget *reset_button;

  /* Owned */
  GSettings *settings;
};

G_DEFINE_FINAL_TYPE (SzPreferences, sz_preferences, ADW_TYPE_PREFERENCES_WINDOW)

/* The words of the schema in the order of the rows' lists. */
static const char *const languages[] = { "system", "zh-cn", "en", NULL };
static const char *const colors[] = { "system", "light", "dark", NULL };
static const char *const name_orders[] = { "surname-strokes", "name-strokes", "pinyin", NULL };

static gboolean
word_to_place_cb (GValue *value, GVariant *variant, gpointer user_data)
{
  const char *const *words = user_data;

  for (guint i = 0; words[i] != NULL; i++)
    {
      if (!g_str_equal (words[i], g_variant_get_string (variant, NULL)))
        continue;
      g_value_set_uint (value, i);
      return TRUE;
    }
  return FALSE;
}

static GVariant *
place_to_word_cb (const GValue *value, const GVariantType *type, gpointer user_data)
{
  const char *const *words = user_data;
  guint place = g_value_get_uint (value);

  return place < g_strv_length ((char **)words) ? g_variant_new_string (words[place]) : NULL;
}

static void
bind_choice (SzPreferences *self, AdwComboRow *row, const char *key, const char *const *words)
{
  g_settings_bind_with_mapping (self->settings, key, row, "selected", G_SETTINGS_BIND_DEFAULT,
                                word_to_place_cb, place_to_word_cb, (gpointer)words, NULL);
}

static void
backup_folder_changed_cb (SzPreferences *self)
{
  g_autofree char *folder = g_settings_get_string (self->settings, "backup-folder");

  adw_action_row_set_subtitle (self->backup_row,
                               *folder != '\0' ? folder : _ ("Beside the college's file"));
  gtk_widget_set_sensitive (self->reset_button, *folder != '\0');
}

static void
folder_chosen_cb (GtkNativeDialog *dialog, int response, gpointer user_data)
{
  SzPreferences *self = user_data;

  if (response == GTK_RESPONSE_ACCEPT)
    {
      g_autoptr (GFile) file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog));
      g_autofree char *path = g_file_get_path (file);

      if (path != NULL)
        g_settings_set_string (self->settings, "backup-folder", path);
    }
  g_object_unref (dialog);
}

static void
backup_clicked_cb (SzPreferences *self)
{
  GtkFileChooserNative *dialog
      = gtk_file_chooser_native_new (_ ("Folder of Backups"), GTK_WINDOW (self),
                                     GTK_FILE_CHOOSER_ACTION_SELECT_FOLDER, NULL, NULL);

  g_signal_connect_object (dialog, "response", G_CALLBACK (folder_chosen_cb), self, 0);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (dialog));
}

static void
reset_clicked_cb (SzPreferences *self)
{
  g_settings_reset (self->settings, "backup-folder");
}

static void
sz_preferences_dispose (GObject *object)
{
  g_clear_object (&SZ_PREFERENCES (object)->settings);
  G_OBJECT_CLASS (sz_preferences_parent_class)->dispose (object);
}

static void
sz_preferences_class_init (SzPreferencesClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sz_preferences_dispose;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/shizi/Shizi/ui/sz-preferences.ui");
  gtk_widget_class_bind_template_child (widget_class, SzPreferences, backup_row);
  gtk_widget_class_bind_template_child (widget_class, SzPreferences, omit_switch);
  gtk_widget_class_bind_template_child (widget_class, SzPreferences, who_row);
  gtk_widget_class_bind_template_child (widget_class, SzPreferences, colors_row);
  gtk_widget_class_bind_template_child (widget_class, SzPreferences, language_row);
  gtk_widget_class_bind_template_child (widget_class, SzPreferences, name_order_row);
  gtk_widget_class_bind_template_child (widget_class, SzPreferences, reset_button);
  gtk_widget_class_bind_template_callback (widget_class, backup_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, reset_clicked_cb);
}

static void
sz_preferences_init (SzPreferences *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  sz_spoken_text (self->who_row);
}

SzPreferences *
sz_preferences_new (GtkWindow *parent, GSettings *settings)
{
  SzPreferences *self = g_object_new (SZ_TYPE_PREFERENCES, "transient-for", parent, NULL);

  self->settings = g_object_ref (settings);
  g_settings_bind (settings, "omit-decimal-point", self->omit_switch, "active",
                   G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (settings, "who", self->who_row, "text", G_SETTINGS_BIND_DEFAULT);
  bind_choice (self, self->language_row, "language", languages);
  bind_choice (self, self->colors_row, "colors", colors);
  bind_choice (self, self->name_order_row, "name-order", name_orders);
  g_signal_connect_object (settings, "changed::backup-folder",
                           G_CALLBACK (backup_folder_changed_cb), self, G_CONNECT_SWAPPED);
  backup_folder_changed_cb (self);
  return self;
}
