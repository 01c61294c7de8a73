/* sz-window-import.c — importing from the main window: menu, key, a file dropped anywhere
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-window-import.h"

#include "sz-batches-dialog.h"
#include "sz-import-dialog.h"

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

void
_sz_window_install_import (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.import", NULL, import_action_cb);
  gtk_widget_class_install_action (widget_class, "win.import-file", "s", import_file_action_cb);
  gtk_widget_class_install_action (widget_class, "win.batches", NULL, batches_action_cb);
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

  g_signal_connect (target, "drop", G_CALLBACK (dropped_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (target));
}
