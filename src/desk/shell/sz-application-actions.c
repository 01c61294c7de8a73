/* sz-application-actions.c — what the program's menus do
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-application-actions.h"

#include <glib/gi18n.h>

#include "sz-demo.h"
#include "sz-message.h"
#include "sz-new-dialog.h"
#include "sz-open-folder.h"
#include "sz-preferences.h"
#include "sz-server-dialog.h"
#include "sz-window.h"

/* What the demo college is made of: the size of a middling technician college. */
#define DEMO_PEOPLE 128
#define DEMO_YEAR 2025

static GtkWindow *
get_window (SzApplication *self)
{
  return gtk_application_get_active_window (GTK_APPLICATION (self));
}

static void
show_error (SzApplication *self, const GError *error)
{
  g_autofree char *text = sz_message_for_error (error);
  GtkWidget *dialog = adw_message_dialog_new (get_window (self), _ ("It did not work"), text);

  adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (dialog), "close", _ ("_Close"));
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
created_cb (SzNewDialog *dialog, const char *path, gpointer user_data)
{
  sz_application_open (user_data, path);
}

static void
new_action_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  SzNewDialog *dialog = sz_new_dialog_new (get_window (user_data));

  g_signal_connect (dialog, "created", G_CALLBACK (created_cb), user_data);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
open_chosen_cb (GtkNativeDialog *dialog, int response, gpointer user_data)
{
  if (response == GTK_RESPONSE_ACCEPT)
    {
      g_autoptr (GFile) file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog));
      g_autofree char *path = g_file_get_path (file);

      sz_application_open (user_data, path);
    }
  g_object_unref (dialog);
}

static void
open_action_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  GtkFileChooserNative *dialog
      = gtk_file_chooser_native_new (_ ("Open College"), get_window (user_data),
                                     GTK_FILE_CHOOSER_ACTION_OPEN, NULL, NULL);
  GtkFileFilter *filter = gtk_file_filter_new ();

  gtk_file_filter_set_name (filter, _ ("Colleges (*.db)"));
  gtk_file_filter_add_pattern (filter, "*.db");
  gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (dialog), filter);
  g_object_unref (filter);
  sz_open_folder_offer (GTK_FILE_CHOOSER (dialog));
  g_signal_connect (dialog, "response", G_CALLBACK (open_chosen_cb), user_data);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (dialog));
}

static void
server_opened_cb (SzApplication *self,
                  const char *address,
                  const char *login,
                  const char *password,
                  SzSession *session)
{
  sz_application_open_at (self, address, login, password, session);
}

/* @dialog is shown. */
static void
ask_server (SzApplication *self, SzServerDialog *dialog)
{
  g_signal_connect_object (dialog, "opened", G_CALLBACK (server_opened_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
open_server_action_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  ask_server (user_data, sz_server_dialog_new (get_window (user_data)));
}

static void
open_path_action_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  const char *path = g_variant_get_string (parameter, NULL);

  if (sz_office_at_server (path))
    ask_server (user_data, sz_server_dialog_new_at (get_window (user_data), path));
  else
    sz_application_open (user_data, path);
}

/* The demo college has a file of its own, made anew when it is not there. */
static void
make_demo_cb (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  const SzDemoRequest request = { .people = DEMO_PEOPLE, .year = DEMO_YEAR, .seed = SZ_DEMO_SEED };
  g_autoptr (SzOffice) office = NULL;
  SzDemoReport report = { 0 };
  GError *error = NULL;

  office = sz_office_create (task_data, NULL, "示例技师学院", DEMO_PEOPLE, &error);
  if (office == NULL
      || !sz_office_demo (office, &request, &report, (SzProgress){ NULL, NULL }, cancellable,
                          &error))
    g_task_return_error (task, error);
  else
    g_task_return_pointer (task, g_strdup (task_data), g_free);
}

static void
demo_made_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = g_task_propagate_pointer (G_TASK (result), &error);

  if (path != NULL)
    sz_application_open (SZ_APPLICATION (source), path);
  else
    show_error (SZ_APPLICATION (source), error);
  g_application_release (G_APPLICATION (source));
}

static void
demo_action_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  SzApplication *self = user_data;
  g_autofree char *path = g_build_filename (g_get_user_data_dir (), "shizi", "demo.db", NULL);
  g_autoptr (GTask) task = NULL;

  if (g_file_test (path, G_FILE_TEST_IS_REGULAR))
    {
      sz_application_open (self, path);
      return;
    }
  g_application_hold (G_APPLICATION (self));
  task = g_task_new (self, NULL, demo_made_cb, NULL);
  g_task_set_task_data (task, g_steal_pointer (&path), g_free);
  g_task_run_in_thread (task, make_demo_cb);
}

static void
preferences_action_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  SzPreferences *preferences
      = sz_preferences_new (get_window (user_data), sz_application_get_settings (user_data));

  gtk_window_present (GTK_WINDOW (preferences));
}

static void
about_action_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  adw_show_about_window (get_window (user_data), "application-name", _ ("Shizi"),
                         "application-icon", "org.shizi.Shizi", "version", SHIZI_VERSION,
                         "developer-name", _ ("The developers of Shizi"), "license-type",
                         GTK_LICENSE_GPL_3_0, "comments",
                         _ ("Teachers, workload and performance pay of a technician college"),
                         NULL);
}

static void
quit_action_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  GList *windows = g_list_copy (gtk_application_get_windows (GTK_APPLICATION (user_data)));

  g_list_foreach (windows, (GFunc)(void (*) (void))gtk_window_close, NULL);
  g_list_free (windows);
}

typedef struct
{
  const char *action;
  const char *keys[3];
} Keys;

static const Keys keys[] = {
  { "app.new", { "<Ctrl>n" } },
  { "app.open", { "<Ctrl>o" } },
  { "app.quit", { "<Ctrl>q" } },
  { "app.preferences", { "<Ctrl>comma" } },
  { "win.import", { "<Ctrl>i" } },
  { "win.undo", { "<Ctrl>z" } },
  { "win.redo", { "<Ctrl><Shift>z", "<Ctrl>y" } },
  { "win.help", { "F1" } },
  { "win.show-help-overlay", { "<Ctrl>question" } },
};

void
_sz_application_install_actions (SzApplication *self)
{
  static const GActionEntry entries[] = {
    { .name = "new", .activate = new_action_cb },
    { .name = "open", .activate = open_action_cb },
    { .name = "open-server", .activate = open_server_action_cb },
    { .name = "open-path", .activate = open_path_action_cb, .parameter_type = "s" },
    { .name = "demo", .activate = demo_action_cb },
    { .name = "preferences", .activate = preferences_action_cb },
    { .name = "about", .activate = about_action_cb },
    { .name = "quit", .activate = quit_action_cb },
  };

  g_return_if_fail (SZ_IS_APPLICATION (self));

  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
  for (gsize i = 0; i < G_N_ELEMENTS (keys); i++)
    gtk_application_set_accels_for_action (GTK_APPLICATION (self), keys[i].action, keys[i].keys);
}
