/* sz-window-actions.c — what the window's menus and keys do
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <glib/gi18n.h>
#include <string.h>

#include "sz-batches-dialog.h"
#include "sz-duties.h"
#include "sz-forms-page.h"
#include "sz-help.h"
#include "sz-list-page.h"
#include "sz-import-dialog.h"
#include "sz-message.h"
#include "sz-open-folder.h"
#include "sz-safety.h"
#include "sz-template-dialog.h"
#include "sz-window-private.h"

/* A row of the list that is shown, or what @text finds there. */
static void
show_row (SzWindow *self, const char *row, const char *text)
{
  if (row == NULL && text == NULL)
    return;
  gtk_editable_set_text (GTK_EDITABLE (self->search), text != NULL ? text : "");
  g_object_set (self->page, "search", text != NULL ? text : "", NULL);
  if (SZ_IS_LIST_PAGE (self->page))
    sz_list_page_show_row (SZ_LIST_PAGE (self->page),
                           row != NULL ? g_ascii_strtoll (row, NULL, 10) : SZ_LIST_FIRST);
}

/* "people", "supervision:due", "supervision:findings#17", "people?1034", "parttime@2026-03-01":
 * sz_page_go() says what they mean. */
static void
page_action_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  SzWindow *self = SZ_WINDOW (widget);
  g_auto (GStrv) found = g_strsplit (g_variant_get_string (parameter, NULL), "?", 2);
  g_auto (GStrv) rows = g_strsplit (found[0] != NULL ? found[0] : "", "#", 2);
  g_auto (GStrv) days = g_strsplit (rows[0] != NULL ? rows[0] : "", "@", 2);
  g_auto (GStrv) words = g_strsplit (days[0] != NULL ? days[0] : "", ":", 2);
  const char *name = words[0] != NULL ? words[0] : "";
  GtkListBoxRow *first = gtk_list_box_get_row_at_index (self->duties, 0);
  SzDate day;

  if (self->tasks != NULL && !self->entered)
    {
      g_free (self->wanted);
      self->wanted = g_variant_dup_string (parameter, NULL);
      return;
    }
  if (days[0] != NULL && days[1] != NULL && sz_date_parse (days[1], &day, NULL))
    sz_date_button_set_date (self->date_button, day);
  for (int i = 0;; i++)
    {
      GtkListBoxRow *row = gtk_list_box_get_row_at_index (self->duties, i);

      if (row == NULL)
        {
          gtk_list_box_select_row (self->duties, first);
          return;
        }
      /* What may not be seen is not there. */
      if (!gtk_widget_get_visible (GTK_WIDGET (row)))
        continue;
      if (!gtk_widget_get_visible (GTK_WIDGET (first)))
        first = row;
      if (g_strcmp0 (g_object_get_data (G_OBJECT (row), "name"), _sz_window_find_head (name)) == 0)
        {
          _sz_window_show_duty (self, row, name);
          if (name[0] != '\0' && words[1] != NULL && SZ_IS_LIST_PAGE (self->page))
            sz_list_page_show_view (SZ_LIST_PAGE (self->page), words[1]);
          if (name[0] != '\0' && self->page != NULL)
            show_row (self, rows[0] != NULL ? rows[1] : NULL, found[0] != NULL ? found[1] : NULL);
          return;
        }
    }
}

/* A form of a run: what was just computed is what one wants to print. */
static void
form_action_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  SzPage *page = sz_window_get_page (SZ_WINDOW (widget), "forms");
  const char *id;
  gint64 run;

  g_variant_get (parameter, "(&sx)", &id, &run);
  sz_forms_page_choose (SZ_FORMS_PAGE (page), id, run);
  gtk_widget_activate_action (widget, "win.page", "s", "forms");
}

static void
search_action_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  gtk_widget_grab_focus (SZ_WINDOW (widget)->search);
}

/* Where text is written or marked, Ctrl+C means that text. */
static gboolean
holds_text (GtkWidget *focus)
{
  return GTK_IS_EDITABLE (focus) || GTK_IS_TEXT_VIEW (focus)
         || (GTK_IS_LABEL (focus) && gtk_label_get_selectable (GTK_LABEL (focus)));
}

static void
copy_action_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  SzWindow *self = SZ_WINDOW (widget);
  GtkWidget *focus = gtk_root_get_focus (GTK_ROOT (self));

  if (focus != NULL && holds_text (focus))
    return;
  if (self->page != NULL && SZ_PAGE_GET_CLASS (self->page)->copy != NULL
      && SZ_PAGE_GET_CLASS (self->page)->copy (self->page))
    sz_window_toast (self, _ ("Copied"), NULL, NULL, NULL);
}

static void
cancel_action_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  SzWindow *self = SZ_WINDOW (widget);

  if (self->tasks != NULL)
    sz_tasks_cancel (self->tasks);
}

/* What the log has against the rows is against this rule. */
#define LOG_RULE "aud-1"

typedef struct
{
  char *text;
  gboolean sound;
} Verified;

static void
verified_free (gpointer data)
{
  g_free (((Verified *)data)->text);
  g_free (data);
}

static gpointer
verify_cb (SzOffice *office,
           gpointer input,
           SzProgress progress,
           GCancellable *cancellable,
           GError **error)
{
  g_autoptr (SzIssueList) issues = sz_issue_list_new ();
  SzVerifyReport report = { 0 };
  Verified *verified;

  if (!sz_office_verify (office, issues, &report, cancellable, error))
    return NULL;
  verified = g_new0 (Verified, 1);
  verified->sound = sz_issue_list_errors (issues) == 0;
  verified->text = verified->sound ? g_strdup_printf (_ ("Sound: %d acts and %d rows fit the log."),
                                                      (int)report.acts, (int)report.rows)
                                   : sz_message_for_issue (sz_issue_list_get (issues, 0));
  return verified;
}

static void
verified_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  SzWindow *self = SZ_WINDOW (source);
  g_autoptr (GError) error = NULL;
  Verified *verified = sz_tasks_finish (result, &error);
  g_autofree char *rule = g_strdup_printf (_ ("Rule %s"), LOG_RULE);

  if (verified == NULL)
    {
      if (self->page != NULL)
        sz_page_show_error (self->page, error);
      return;
    }
  if (verified->sound)
    sz_window_toast (self, verified->text, NULL, NULL, NULL);
  else
    sz_window_toast (self, verified->text, rule, "win.rule", g_variant_new_string (LOG_RULE));
  verified_free (verified);
}

static void
verify_action_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  SzWindow *self = SZ_WINDOW (widget);

  if (self->tasks != NULL)
    sz_tasks_read (self->tasks, self, SZ_WORK (verify_cb, NULL, NULL, verified_free), NULL,
                   verified_cb, NULL);
}

static gpointer
backup_cb (SzOffice *office,
           gpointer input,
           SzProgress progress,
           GCancellable *cancellable,
           GError **error)
{
  g_autoptr (SzIssueList) issues = sz_issue_list_new ();

  sz_progress_report (progress, "backup", 0, 0);
  return sz_office_backup (office, input, issues, cancellable, error) ? g_strdup (input) : NULL;
}

static void
backed_up_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  SzWindow *self = SZ_WINDOW (source);
  g_autoptr (GError) error = NULL;
  g_autofree char *path = sz_tasks_finish (result, &error);
  g_autofree char *text = NULL;

  if (path == NULL)
    {
      if (self->page != NULL)
        sz_page_show_error (self->page, error);
      return;
    }
  text = g_strdup_printf (_ ("Backed up and verified: %s"), path);
  sz_window_toast (self, text, NULL, NULL, NULL);
}

static void
backup_chosen_cb (GtkNativeDialog *dialog, int response, gpointer user_data)
{
  SzWindow *self = user_data;
  g_autoptr (GFile) file = NULL;

  if (response == GTK_RESPONSE_ACCEPT && self->tasks != NULL)
    {
      char *path;

      file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog));
      path = g_file_get_path (file);
      sz_open_folder_keep (path);
      sz_tasks_write (self->tasks, self, SZ_WORK (backup_cb, path, g_free, g_free), NULL,
                      backed_up_cb, NULL);
    }
  g_object_unref (dialog);
}

static void
backup_action_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  SzWindow *self = SZ_WINDOW (widget);
  g_autofree char *folder = g_settings_get_string (self->settings, "backup-folder");
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autofree char *name = g_date_time_format (now, "shizi-%Y%m%d-%H%M.db");
  GtkFileChooserNative *dialog
      = gtk_file_chooser_native_new (_ ("Back Up"), GTK_WINDOW (self), GTK_FILE_CHOOSER_ACTION_SAVE,
                                     NULL, NULL);

  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (dialog), name);
  sz_open_folder_offer (GTK_FILE_CHOOSER (dialog));
  if (*folder != '\0')
    {
      g_autoptr (GFile) where = g_file_new_for_path (folder);

      gtk_file_chooser_set_current_folder (GTK_FILE_CHOOSER (dialog), where, NULL);
    }
  g_signal_connect (dialog, "response", G_CALLBACK (backup_chosen_cb), self);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (dialog));
}

static void
details_action_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  SzWindow *self = SZ_WINDOW (widget);

  g_settings_set_boolean (self->settings, "details",
                          !g_settings_get_boolean (self->settings, "details"));
}

/* What a toast names: opened by the program that the desktop has for it. */
static void
show_file_action_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  g_autofree char *uri = g_filename_to_uri (g_variant_get_string (parameter, NULL), NULL, NULL);

  if (uri != NULL)
    gtk_show_uri (GTK_WINDOW (widget), uri, GDK_CURRENT_TIME);
}

static void
open_import (SzWindow *self, const char *path)
{
  SzTasks *tasks = sz_window_get_tasks (self);

  if (tasks != NULL)
    gtk_window_present (GTK_WINDOW (sz_import_dialog_new (GTK_WINDOW (self), tasks, path)));
}

static void
import_action_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  open_import (SZ_WINDOW (widget), NULL);
}

static void
import_file_action_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  open_import (SZ_WINDOW (widget), g_variant_get_string (parameter, NULL));
}

static void
batches_action_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  SzTasks *tasks = sz_window_get_tasks (SZ_WINDOW (widget));

  if (tasks != NULL)
    gtk_window_present (GTK_WINDOW (sz_batches_dialog_new (GTK_WINDOW (widget), tasks)));
}

static void
template_written_cb (SzWindow *self, const char *path)
{
  g_autofree char *name = g_path_get_basename (path);
  g_autofree char *text = g_strdup_printf (_ ("Written to %s"), name);

  sz_window_toast (self, text, _ ("_Show"), "win.show-file", g_variant_new_string (path));
}

static void
template_failed_cb (SzWindow *self, const char *sentence)
{
  sz_window_toast (self, sentence, NULL, NULL, NULL);
}

static void
template_action_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  SzTemplateDialog *dialog = sz_template_dialog_new (GTK_WINDOW (widget));

  g_signal_connect_object (dialog, "written", G_CALLBACK (template_written_cb), widget,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (dialog, "failed", G_CALLBACK (template_failed_cb), widget,
                           G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

static gboolean
dropped_cb (GtkDropTarget *target, const GValue *value, double x, double y, gpointer user_data)
{
  SzWindow *self = user_data;
  GStrv paths = sz_window_get_tasks (self) != NULL ? sz_import_dup_dropped (value) : NULL;
  SzImportDialog *dialog;

  if (paths == NULL)
    return FALSE;
  dialog = sz_import_dialog_new (GTK_WINDOW (self), sz_window_get_tasks (self), NULL);
  sz_import_dialog_set_paths (dialog, paths);
  gtk_window_present (GTK_WINDOW (dialog));
  return TRUE;
}

void
_sz_window_accept_files (SzWindow *self)
{
  GtkDropTarget *target = gtk_drop_target_new (GDK_TYPE_FILE_LIST, GDK_ACTION_COPY);

  g_return_if_fail (SZ_IS_WINDOW (self));

  g_signal_connect (target, "drop", G_CALLBACK (dropped_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (target));
}

/* Alt and a figure: a duty keeps its own whatever joins the list. */
static void
bind_duty_keys (GtkWidgetClass *widget_class)
{
  for (const SzDuty *duty = sz_duties (); duty->name != NULL; duty++)
    if (duty->key != '\0')
      gtk_widget_class_add_binding_action (widget_class, GDK_KEY_0 + (duty->key - '0'),
                                           GDK_ALT_MASK, "win.page", "s", duty->name);
}

/* The page of the help about the page one is on; on the first screen, how to begin. */
static void
help_action_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  SzWindow *self = SZ_WINDOW (widget);
  const char *name = gtk_stack_get_visible_child_name (self->pages);

  sz_help_show (widget, self->page != NULL && name != NULL ? name : "start");
}

static void
rule_action_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  g_autofree char *place = g_strdup_printf ("rules#%s", g_variant_get_string (parameter, NULL));

  sz_help_show (widget, place);
}

/* GtkApplication would build a window of that name in its folder of resources before the first
 * frame; few ask for it. */
static void
shortcuts_action_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  GtkApplicationWindow *self = GTK_APPLICATION_WINDOW (widget);

  if (gtk_application_window_get_help_overlay (self) == NULL)
    {
      g_autoptr (GtkBuilder) builder
          = gtk_builder_new_from_resource ("/org/shizi/Shizi/ui/sz-shortcuts.ui");
      GObject *overlay = gtk_builder_get_object (builder, "help_overlay");

      gtk_application_window_set_help_overlay (self, GTK_SHORTCUTS_WINDOW (overlay));
    }
  gtk_window_present (GTK_WINDOW (gtk_application_window_get_help_overlay (self)));
}

void
_sz_window_install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.page", "s", page_action_cb);
  gtk_widget_class_install_action (widget_class, "win.form", "(sx)", form_action_cb);
  gtk_widget_class_install_action (widget_class, "win.search", NULL, search_action_cb);
  gtk_widget_class_install_action (widget_class, "win.copy", NULL, copy_action_cb);
  gtk_widget_class_install_action (widget_class, "win.cancel", NULL, cancel_action_cb);
  _sz_window_install_undo (widget_class);
  gtk_widget_class_install_action (widget_class, "win.verify", NULL, verify_action_cb);
  gtk_widget_class_install_action (widget_class, "win.backup", NULL, backup_action_cb);
  gtk_widget_class_install_action (widget_class, "win.details", NULL, details_action_cb);
  gtk_widget_class_install_action (widget_class, "win.show-help-overlay", NULL,
                                   shortcuts_action_cb);
  gtk_widget_class_install_action (widget_class, "win.import", NULL, import_action_cb);
  gtk_widget_class_install_action (widget_class, "win.import-file", "s", import_file_action_cb);
  gtk_widget_class_install_action (widget_class, "win.batches", NULL, batches_action_cb);
  gtk_widget_class_install_action (widget_class, "win.template", NULL, template_action_cb);
  gtk_widget_class_install_action (widget_class, "win.help", NULL, help_action_cb);
  gtk_widget_class_install_action (widget_class, "win.rule", "s", rule_action_cb);
  _sz_window_install_safety (widget_class);
  _sz_window_install_account (widget_class);
  gtk_widget_class_install_action (widget_class, "win.show-file", "s", show_file_action_cb);

  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_f, GDK_CONTROL_MASK, "win.search",
                                       NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_c, GDK_CONTROL_MASK, "win.copy", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_F9, 0, "win.details", NULL);
  bind_duty_keys (widget_class);
}
