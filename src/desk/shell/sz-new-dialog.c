/* sz-new-dialog.c — a new college: its name, its establishment, its file
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-new-dialog.h"

#include <glib/gi18n.h>

#include "sz-decimal.h"
#include "sz-form-dialog.h"
#include "sz-message.h"
#include "sz-office.h"
#include "sz-open-folder.h"
#include "sz-spoken.h"

struct _SzNewDialog
{
  AdwWindow parent_instance;

  /* Template widgets */
  GtkWidget *create_button;
  GtkEditable *name_row;
  GtkEditable *establishment_row;
  GtkEditable *who_row;
  AdwActionRow *file_row;
  GtkWidget *file_button;
  GtkLabel *error_label;

  /* Owned */
  GSettings *settings;
  char *path;
  gboolean path_chosen;
};

enum
{
  CREATED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (SzNewDialog, sz_new_dialog, ADW_TYPE_WINDOW)

static void
set_path (SzNewDialog *self, char *path)
{
  g_free (self->path);
  self->path = path;
  adw_action_row_set_subtitle (self->file_row, path);
}

/* The file is named after the college until the user says otherwise. */
static void
suggest_path (SzNewDialog *self, const char *name)
{
  g_autofree char *clean
      = g_strdelimit (g_strdup (*name != '\0' ? name : "college"), "/\\:*?\"<>|", '-');
  g_autofree char *file = g_strconcat (clean, ".db", NULL);

  set_path (self, g_build_filename (g_get_user_data_dir (), "shizi", file, NULL));
}

static gboolean
read_establishment (SzNewDialog *self, gint64 *establishment)
{
  return sz_decimal_parse (gtk_editable_get_text (self->establishment_row), 0, establishment, NULL)
         && *establishment >= 0;
}

static void
fields_changed_cb (SzNewDialog *self)
{
  const char *name = gtk_editable_get_text (self->name_row);
  const char *text = gtk_editable_get_text (self->establishment_row);
  const char *who = gtk_editable_get_text (self->who_row);
  gint64 establishment;
  gboolean valid = read_establishment (self, &establishment);

  if (*text != '\0' && !valid)
    gtk_widget_add_css_class (GTK_WIDGET (self->establishment_row), "error");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->establishment_row), "error");
  if (!self->path_chosen)
    suggest_path (self, name);
  gtk_widget_set_sensitive (self->create_button, *name != '\0' && *who != '\0' && valid);
}

static void
create_clicked_cb (SzNewDialog *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SzOffice) office = NULL;
  gint64 establishment = 0;
  const char *name = gtk_editable_get_text (self->name_row);
  const char *who = gtk_editable_get_text (self->who_row);

  if (*name == '\0' || *who == '\0' || !read_establishment (self, &establishment))
    return;
  office = sz_office_create (self->path, who, name, establishment, &error);
  if (office == NULL)
    {
      g_autofree char *text = sz_message_for_error (error);

      gtk_label_set_label (self->error_label, text);
      gtk_widget_show (GTK_WIDGET (self->error_label));
      return;
    }
  g_signal_emit (self, signals[CREATED], 0, self->path);
  gtk_window_close (GTK_WINDOW (self));
}

static void
file_chosen_cb (GtkNativeDialog *dialog, int response, gpointer user_data)
{
  SzNewDialog *self = user_data;

  if (response == GTK_RESPONSE_ACCEPT)
    {
      g_autoptr (GFile) file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog));

      self->path_chosen = TRUE;
      set_path (self, g_file_get_path (file));
      sz_open_folder_keep (self->path);
    }
  g_object_unref (dialog);
}

static void
file_clicked_cb (SzNewDialog *self)
{
  GtkFileChooserNative *dialog
      = gtk_file_chooser_native_new (_ ("File of the College"), GTK_WINDOW (self),
                                     GTK_FILE_CHOOSER_ACTION_SAVE, NULL, NULL);
  g_autofree char *name = g_path_get_basename (self->path);

  sz_open_folder_offer (GTK_FILE_CHOOSER (dialog));
  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (dialog), name);
  g_signal_connect (dialog, "response", G_CALLBACK (file_chosen_cb), self);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (dialog));
}

static void
sz_new_dialog_finalize (GObject *object)
{
  g_clear_object (&SZ_NEW_DIALOG (object)->settings);
  g_free (SZ_NEW_DIALOG (object)->path);
  G_OBJECT_CLASS (sz_new_dialog_parent_class)->finalize (object);
}

static void
sz_new_dialog_class_init (SzNewDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = sz_new_dialog_finalize;
  signals[CREATED] = g_signal_new ("created", SZ_TYPE_NEW_DIALOG, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                   NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/shizi/Shizi/ui/sz-new-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, SzNewDialog, create_button);
  gtk_widget_class_bind_template_child (widget_class, SzNewDialog, error_label);
  gtk_widget_class_bind_template_child (widget_class, SzNewDialog, establishment_row);
  gtk_widget_class_bind_template_child (widget_class, SzNewDialog, file_button);
  gtk_widget_class_bind_template_child (widget_class, SzNewDialog, file_row);
  gtk_widget_class_bind_template_child (widget_class, SzNewDialog, name_row);
  gtk_widget_class_bind_template_child (widget_class, SzNewDialog, who_row);
  gtk_widget_class_bind_template_callback (widget_class, create_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, fields_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, file_clicked_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

/* The log names people: a name that is just the account's ("root") has to be asked for. */
static void
suggest_who (SzNewDialog *self)
{
  const char *name = g_get_real_name ();

  if (*gtk_editable_get_text (self->who_row) == '\0' && name != NULL
      && !g_str_equal (name, "Unknown") && !g_str_equal (name, g_get_user_name ()))
    gtk_editable_set_text (self->who_row, name);
}

static void
sz_new_dialog_init (SzNewDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->settings = g_settings_new ("org.shizi.Shizi");
  g_settings_bind (self->settings, "who", self->who_row, "text", G_SETTINGS_BIND_DEFAULT);
  suggest_who (self);
  sz_form_mark_required (ADW_ENTRY_ROW (self->name_row));
  sz_form_mark_required (ADW_ENTRY_ROW (self->establishment_row));
  sz_form_mark_required (ADW_ENTRY_ROW (self->who_row));
  sz_spoken_text (GTK_WIDGET (self->name_row));
  sz_spoken_text (GTK_WIDGET (self->establishment_row));
  sz_spoken_text (GTK_WIDGET (self->who_row));
  suggest_path (self, "");
  gtk_widget_grab_focus (GTK_WIDGET (self->name_row));
}

SzNewDialog *
sz_new_dialog_new (GtkWindow *parent)
{
  g_return_val_if_fail (GTK_IS_WINDOW (parent), NULL);

  return g_object_new (SZ_TYPE_NEW_DIALOG, "transient-for", parent, NULL);
}
