/* sz-window-safety.c — the window tells whether the college verifies, and puts a backup in place
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-window-private.h"

#include <glib/gi18n.h>
#include <string.h>

#include "sz-application.h"
#include "sz-heads.h"
#include "sz-message.h"
#include "sz-open-folder.h"
#include "sz-safety.h"
#include "sz-soundness.h"

#define BAR "unsound-bar"
#define RESTORE 1
#define ACCEPT 2

static void
show_text (SzWindow *self, const char *heading, const char *text)
{
  GtkWidget *dialog = adw_message_dialog_new (GTK_WINDOW (self), heading, text);

  adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (dialog), "close", _ ("_Close"));
  gtk_window_present (GTK_WINDOW (dialog));
}

/* ---- what the college holds ---- */

static gpointer
read_state_cb (SzOffice *office,
               gpointer input,
               SzProgress progress,
               GCancellable *cancellable,
               GError **error)
{
  g_autofree char *head = sz_office_dup_head (office, error);
  g_autofree char *verified = NULL;
  const char *acts;

  if (head == NULL)
    return NULL;
  verified = sz_office_dup_verified (office);
  acts = strchr (head, '@');
  return g_strdup_printf (_ ("%s\n\nActs in the log: %s\nHead of the log: %s\nNewest copy that "
                             "verified: %s"),
                          sz_office_get_path (office), acts != NULL ? acts + 1 : "", head,
                          verified != NULL ? verified : _ ("none yet"));
}

static void
state_read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  SzWindow *self = SZ_WINDOW (source);
  g_autoptr (GError) error = NULL;
  g_autofree char *text = sz_tasks_finish (result, &error);

  if (text != NULL)
    show_text (self, gtk_label_get_label (self->college_label), text);
  else if (self->page != NULL)
    sz_page_show_error (self->page, error);
}

static void
college_action_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  SzWindow *self = SZ_WINDOW (widget);

  if (self->tasks != NULL)
    sz_tasks_read (self->tasks, self, SZ_WORK (read_state_cb, NULL, NULL, g_free), NULL,
                   state_read_cb, NULL);
}

/* ---- whether it verifies ---- */

/* @text: "": it is sound, or accepted. */
static void
show_state (SzWindow *self, const char *text)
{
  GtkWidget *bar = g_object_get_data (G_OBJECT (self), BAR);

  gtk_label_set_label (g_object_get_data (G_OBJECT (bar), "label"), text);
  gtk_widget_set_visible (bar, *text != '\0');
}

static gpointer
accept_cb (SzOffice *office,
           gpointer input,
           SzProgress progress,
           GCancellable *cancellable,
           GError **error)
{
  return sz_office_accept_faults (office, input, cancellable, error) ? g_strdup ("") : NULL;
}

static void
accepted_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  SzWindow *self = SZ_WINDOW (source);
  g_autoptr (GError) error = NULL;
  g_autofree char *done = sz_tasks_finish (result, &error);

  if (done != NULL)
    {
      show_state (self, "");
      sz_window_toast (self, _ ("The college is accepted as it is; it can be written to again."),
                       NULL, NULL, NULL);
    }
  else if (self->page != NULL)
    sz_page_show_error (self->page, error);
}

static void
reason_given_cb (AdwMessageDialog *dialog, const char *response, gpointer user_data)
{
  SzWindow *self = user_data;
  GtkWidget *entry = adw_message_dialog_get_extra_child (dialog);

  if (g_str_equal (response, "accept") && self->tasks != NULL)
    sz_tasks_write (self->tasks, self,
                    SZ_WORK (accept_cb, g_strdup (gtk_editable_get_text (GTK_EDITABLE (entry))),
                             g_free, g_free),
                    NULL, accepted_cb, NULL);
}

static void
reason_changed_cb (GtkEditable *entry, gpointer user_data)
{
  g_autofree char *reason = g_strstrip (g_strdup (gtk_editable_get_text (entry)));

  adw_message_dialog_set_response_enabled (user_data, "accept", *reason != '\0');
}

static void
ask_reason (SzWindow *self)
{
  AdwMessageDialog *dialog = ADW_MESSAGE_DIALOG (adw_message_dialog_new (
      GTK_WINDOW (self), _ ("Accept the college as it is?"),
      _ ("The difference, the reason and your name go into the log. From then on it can be written "
         "to again.")));
  GtkWidget *entry = gtk_entry_new ();

  gtk_entry_set_placeholder_text (GTK_ENTRY (entry), _ ("Why it is right as it is"));
  adw_message_dialog_set_extra_child (dialog, entry);
  adw_message_dialog_add_responses (dialog, "close", _ ("_Cancel"), "accept",
                                    _ ("_Accept As It Is"), NULL);
  adw_message_dialog_set_response_enabled (dialog, "accept", FALSE);
  adw_message_dialog_set_response_appearance (dialog, "accept", ADW_RESPONSE_DESTRUCTIVE);
  g_signal_connect (entry, "changed", G_CALLBACK (reason_changed_cb), dialog);
  g_signal_connect_object (dialog, "response", G_CALLBACK (reason_given_cb), self, 0);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
bar_answered_cb (GtkInfoBar *bar, int response, gpointer user_data)
{
  if (response == ACCEPT)
    ask_reason (user_data);
  else if (response == RESTORE)
    gtk_widget_activate_action (user_data, "win.restore", NULL);
}

/* Above the page, whatever page it is, for as long as it is so. */
static void
make_bar (SzWindow *self)
{
  GtkWidget *bar = gtk_info_bar_new ();
  GtkWidget *label = gtk_label_new (NULL);
  GtkWidget *box = gtk_widget_get_parent (self->place);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_selectable (GTK_LABEL (label), TRUE);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_info_bar_add_child (GTK_INFO_BAR (bar), label);
  gtk_info_bar_set_message_type (GTK_INFO_BAR (bar), GTK_MESSAGE_ERROR);
  gtk_info_bar_add_button (GTK_INFO_BAR (bar), _ ("_Restore…"), RESTORE);
  gtk_info_bar_add_button (GTK_INFO_BAR (bar), _ ("_Accept As It Is…"), ACCEPT);
  g_signal_connect_object (bar, "response", G_CALLBACK (bar_answered_cb), self, 0);
  gtk_box_insert_child_after (GTK_BOX (box), bar, gtk_widget_get_prev_sibling (self->place));
  g_object_set_data (G_OBJECT (bar), "label", label);
  g_object_set_data (G_OBJECT (self), BAR, bar);
}

/* The sentence when it is faulty, else "". The day's copy comes first: it may find out. */
static gpointer
look_cb (SzOffice *office,
         gpointer input,
         SzProgress progress,
         GCancellable *cancellable,
         GError **error)
{
  g_autoptr (GError) fault = NULL;

  if (input != NULL && !sz_office_daily (office, NULL, cancellable, error))
    return NULL;
  if (sz_office_require_sound (office, &fault))
    return g_strdup ("");
  if (g_error_matches (fault, SZ_ERROR, SZ_ERROR_REFUSED))
    return sz_message_for_error (fault);
  g_propagate_error (error, g_steal_pointer (&fault));
  return NULL;
}

static void
looked_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autofree char *text = sz_tasks_finish (result, NULL);

  /* What cannot be looked at says so when something is asked of it. */
  if (text != NULL)
    show_state (SZ_WINDOW (source), text);
}

static void
look_again (SzWindow *self, gboolean written)
{
  if (self->tasks != NULL)
    sz_tasks_read (self->tasks, self,
                   SZ_WORK (look_cb, written ? g_strdup ("") : NULL, g_free, g_free), NULL,
                   looked_cb, NULL);
}

static void
college_changed_cb (SzWindow *self)
{
  look_again (self, TRUE);
}

void
_sz_window_watch_safety (SzWindow *self, SzTasks *tasks)
{
  g_return_if_fail (SZ_IS_WINDOW (self) && SZ_IS_TASKS (tasks));

  if (g_object_get_data (G_OBJECT (self), BAR) == NULL)
    make_bar (self);
  _sz_window_watch_server (self, tasks);
  show_state (self, "");
  g_signal_connect_object (tasks, "changed", G_CALLBACK (college_changed_cb), self,
                           G_CONNECT_SWAPPED);
  look_again (self, FALSE);
}

/* ---- a backup put in place ---- */

typedef struct
{
  char *backup;
  char *db;
  char *replaced;
} Restore;

static void
restore_freed_cb (gpointer data)
{
  Restore *restore = data;

  g_free (restore->backup);
  g_free (restore->db);
  g_free (restore->replaced);
  g_free (restore);
}

static void
restore_cb (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Restore *restore = data;
  GError *error = NULL;

  if (sz_office_restore (restore->backup, restore->db, &(SzRestorer){ 0 }, &restore->replaced,
                         cancellable, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
restored_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  SzWindow *self = SZ_WINDOW (source);
  Restore *restore = g_task_get_task_data (G_TASK (result));
  g_autoptr (GError) error = NULL;
  gboolean done = g_task_propagate_boolean (G_TASK (result), &error);
  g_autofree char *text
      = done ? g_strdup_printf (_ ("Restored. The college as it was is kept as %s"),
                                restore->replaced)
             : sz_message_for_error (error);

  /* Once the file was replaced the open one is another, whatever came behind that. */
  if (done || restore->replaced != NULL)
    sz_application_open (SZ_APPLICATION (gtk_window_get_application (GTK_WINDOW (self))),
                         restore->db);
  show_text (self, done ? _ ("The backup is in place") : _ ("It did not work"), text);
}

static void
restore_answered_cb (AdwMessageDialog *dialog, const char *response, gpointer user_data)
{
  SzWindow *self = user_data;
  Restore *restore = g_object_steal_data (G_OBJECT (dialog), "restore");
  g_autoptr (GTask) task = NULL;

  if (!g_str_equal (response, "restore"))
    {
      restore_freed_cb (restore);
      return;
    }
  task = g_task_new (self, NULL, restored_cb, NULL);
  g_task_set_task_data (task, restore, restore_freed_cb);
  g_task_run_in_thread (task, restore_cb);
}

static void
ask_restore (SzWindow *self, const char *backup)
{
  Restore *restore = g_new0 (Restore, 1);
  g_autofree char *text = NULL;
  AdwMessageDialog *dialog;

  restore->backup = g_strdup (backup);
  restore->db = g_strdup (sz_tasks_get_db (self->tasks));
  text
      = g_strdup_printf (_ ("%s takes the place of %s. What was done since goes with the file that "
                            "is there now, which is kept beside it."),
                         backup, restore->db);
  dialog = ADW_MESSAGE_DIALOG (
      adw_message_dialog_new (GTK_WINDOW (self), _ ("Restore this backup?"), text));
  adw_message_dialog_add_responses (dialog, "cancel", _ ("_Cancel"), "restore", _ ("_Restore"),
                                    NULL);
  adw_message_dialog_set_response_appearance (dialog, "restore", ADW_RESPONSE_DESTRUCTIVE);
  g_object_set_data (G_OBJECT (dialog), "restore", restore);
  g_signal_connect_object (dialog, "response", G_CALLBACK (restore_answered_cb), self, 0);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
restore_chosen_cb (GtkNativeDialog *dialog, int response, gpointer user_data)
{
  SzWindow *self = user_data;

  if (response == GTK_RESPONSE_ACCEPT && self->tasks != NULL)
    {
      g_autoptr (GFile) file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog));
      g_autofree char *backup = g_file_get_path (file);

      ask_restore (self, backup);
    }
  g_object_unref (dialog);
}

static void
restore_action_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  g_autofree char *folder = g_settings_get_string (SZ_WINDOW (widget)->settings, "backup-folder");
  GtkFileChooserNative *dialog
      = gtk_file_chooser_native_new (_ ("Restore a Backup"), GTK_WINDOW (widget),
                                     GTK_FILE_CHOOSER_ACTION_OPEN, _ ("_Restore…"), NULL);
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();

  gtk_file_filter_set_name (filter, _ ("Backups (*.db, *.delta)"));
  gtk_file_filter_add_pattern (filter, "*.db");
  gtk_file_filter_add_pattern (filter, "*.delta");
  gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (dialog), filter);
  sz_open_folder_offer (GTK_FILE_CHOOSER (dialog));
  if (*folder != '\0')
    {
      g_autoptr (GFile) where = g_file_new_for_path (folder);

      gtk_file_chooser_set_current_folder (GTK_FILE_CHOOSER (dialog), where, NULL);
    }
  g_signal_connect (dialog, "response", G_CALLBACK (restore_chosen_cb), widget);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (dialog));
}

void
_sz_window_install_safety (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.college", NULL, college_action_cb);
  gtk_widget_class_install_action (widget_class, "win.restore", NULL, restore_action_cb);
}
