/* sz-import-dialog.c — the import assistant: its steps
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-import-dialog.h"

#include <glib/gi18n.h>
#include <string.h>

#include "sz-error.h"
#include "sz-help.h"
#include "sz-import-dialog-private.h"
#include "sz-open-folder.h"
#include "sz-transient.h"

G_DEFINE_FINAL_TYPE (SzImportDialog, sz_import_dialog, ADW_TYPE_WINDOW)

static const char *const step_names[SZ_N_IMPORT_STEPS] = {
  [SZ_IMPORT_FILE] = "file",
  [SZ_IMPORT_COLUMNS] = "columns",
  [SZ_IMPORT_CHECK] = "check",
  [SZ_IMPORT_PREVIEW] = "preview",
};

static gboolean
can_go_on (SzImportDialog *self)
{
  switch (self->step)
    {
    case SZ_IMPORT_FILE:
      return self->look != NULL && self->look->kind != NULL && self->look->heading_row > 0;
    case SZ_IMPORT_COLUMNS:
      return sz_import_columns_pane_is_complete (self->columns_pane);
    case SZ_IMPORT_CHECK:
    case SZ_IMPORT_PREVIEW:
      return self->outcome != NULL && self->running == NULL
             && sz_import_outcome_is_sound (self->outcome);
    case SZ_N_IMPORT_STEPS:
    default:
      return FALSE;
    }
}

void
_sz_import_dialog_update (SzImportDialog *self)
{
  gtk_widget_set_visible (self->progress_box, self->running != NULL);
  gtk_widget_set_visible (self->back_button, self->step > SZ_IMPORT_FILE);
  gtk_widget_set_sensitive (GTK_WIDGET (self->next_button), can_go_on (self));
  gtk_widget_set_visible (self->sweep_button,
                          !self->sweeping && self->step == SZ_IMPORT_FILE
                              && (self->n_files > 1 || _sz_import_dialog_count_others (self) > 0));
  gtk_widget_set_sensitive (self->sweep_button, self->running == NULL);
  gtk_button_set_label (self->next_button,
                        self->step == SZ_IMPORT_PREVIEW ? _ ("_Import") : _ ("_Next"));
}

void
_sz_import_dialog_offer_next (SzImportDialog *self)
{
  g_return_if_fail (SZ_IS_IMPORT_DIALOG (self));

  if (can_go_on (self))
    gtk_widget_grab_focus (GTK_WIDGET (self->next_button));
}

void
_sz_import_dialog_show_error (SzImportDialog *self, const GError *error)
{
  g_return_if_fail (SZ_IS_IMPORT_DIALOG (self));

  if (error == NULL || g_error_matches (error, SZ_ERROR, SZ_ERROR_CANCELLED)
      || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  sz_refusal_tell (self->error_label, error);
  gtk_info_bar_set_message_type (self->error_bar, GTK_MESSAGE_ERROR);
  gtk_widget_show (GTK_WIDGET (self->error_bar));
}

static void
mark_step (SzImportDialog *self, SzImportStep step)
{
  GtkWidget *label = gtk_widget_get_first_child (GTK_WIDGET (self->steps));

  for (guint i = 0; label != NULL; label = gtk_widget_get_next_sibling (label), i++)
    {
      gtk_accessible_update_state (GTK_ACCESSIBLE (label), GTK_ACCESSIBLE_STATE_SELECTED, i == step,
                                   -1);
      if (i == step)
        gtk_widget_remove_css_class (label, "dim-label");
      else
        gtk_widget_add_css_class (label, "dim-label");
    }
}

void
_sz_import_dialog_show_step (SzImportDialog *self, SzImportStep step)
{
  g_return_if_fail (SZ_IS_IMPORT_DIALOG (self));

  self->step = step;
  gtk_stack_set_visible_child_name (self->stack, step_names[step]);
  mark_step (self, step);
  _sz_import_dialog_update (self);
  _sz_import_dialog_offer_next (self);
}

static void
enter_columns (SzImportDialog *self)
{
  sz_import_columns_pane_show (self->columns_pane, self->draft, self->look);
  _sz_import_dialog_show_step (self, SZ_IMPORT_COLUMNS);
  _sz_import_dialog_search (self);
}

static void
next_clicked_cb (SzImportDialog *self)
{
  if (!can_go_on (self))
    return;
  switch (self->step)
    {
    case SZ_IMPORT_FILE:
      _sz_import_dialog_queue_others (self);
      enter_columns (self);
      break;
    case SZ_IMPORT_COLUMNS:
      _sz_import_dialog_show_step (self, SZ_IMPORT_CHECK);
      sz_import_check_pane_show (self->check_pane, self->draft, NULL);
      _sz_import_dialog_learn (self);
      break;
    case SZ_IMPORT_CHECK:
      sz_import_preview_pane_show (self->preview_pane, self->outcome);
      _sz_import_dialog_show_step (self, SZ_IMPORT_PREVIEW);
      break;
    case SZ_IMPORT_PREVIEW:
      _sz_import_dialog_import (self);
      break;
    case SZ_N_IMPORT_STEPS:
    default:
      break;
    }
}

/* What was found, or is not known, wants a person: the file comes again when the others are done.
 */
static gboolean
wants_person (SzImportDialog *self)
{
  return !can_go_on (self)
         || (self->step == SZ_IMPORT_CHECK
             && sz_issue_list_length (self->outcome->result->issues) > 0);
}

void
_sz_import_dialog_sweep (SzImportDialog *self)
{
  if (!self->sweeping || self->running != NULL)
    return;
  if (!wants_person (self))
    {
      next_clicked_cb (self);
      /* The preview has nothing to wait for. */
      if (self->step == SZ_IMPORT_PREVIEW)
        next_clicked_cb (self);
      return;
    }
  _sz_import_dialog_set_aside (self);
}

static void
sweep_clicked_cb (SzImportDialog *self)
{
  self->sweeping = TRUE;
  _sz_import_dialog_sweep (self);
}

static void
back_clicked_cb (SzImportDialog *self)
{
  switch (self->step)
    {
    case SZ_IMPORT_COLUMNS:
      _sz_import_dialog_stop (self);
      _sz_import_dialog_ask_others_again (self);
      _sz_import_dialog_show_step (self, SZ_IMPORT_FILE);
      break;
    case SZ_IMPORT_CHECK:
      _sz_import_dialog_stop (self);
      _sz_import_dialog_show_step (self, SZ_IMPORT_COLUMNS);
      /* What was learned on the way is known now. */
      _sz_import_dialog_search (self);
      break;
    case SZ_IMPORT_PREVIEW:
      _sz_import_dialog_show_step (self, SZ_IMPORT_CHECK);
      break;
    case SZ_IMPORT_FILE:
    case SZ_N_IMPORT_STEPS:
    default:
      break;
    }
}

static void
stop_clicked_cb (SzImportDialog *self)
{
  _sz_import_dialog_stop (self);
  if (self->step == SZ_IMPORT_CHECK && self->outcome == NULL)
    _sz_import_dialog_show_step (self, SZ_IMPORT_COLUMNS);
}

static void
error_answered_cb (GtkInfoBar *bar)
{
  gtk_widget_hide (GTK_WIDGET (bar));
}

/* ---- which file ---- */

void
sz_import_dialog_set_paths (SzImportDialog *self, GStrv paths)
{
  g_return_if_fail (SZ_IS_IMPORT_DIALOG (self));

  if (paths[0] == NULL)
    g_strfreev (paths);
  else
    _sz_import_dialog_sort (self, paths);
}

GStrv
sz_import_dup_paths (GListModel *files)
{
  GStrvBuilder *builder = g_strv_builder_new ();
  GStrv paths;

  for (guint i = 0; i < g_list_model_get_n_items (files); i++)
    {
      g_autoptr (GFile) file = g_list_model_get_item (files, i);
      g_autofree char *path = g_file_get_path (file);

      if (path != NULL)
        g_strv_builder_add (builder, path);
    }
  paths = g_strv_builder_end (builder);
  g_strv_builder_unref (builder);
  return paths;
}

GStrv
sz_import_dup_dropped (const GValue *value)
{
  g_autoptr (GListStore) files = g_list_store_new (G_TYPE_FILE);
  GStrv paths;

  for (GSList *node = g_value_get_boxed (value); node != NULL; node = node->next)
    g_list_store_append (files, node->data);
  paths = sz_import_dup_paths (G_LIST_MODEL (files));
  if (paths[0] == NULL)
    g_clear_pointer (&paths, g_strfreev);
  return paths;
}

static void
file_chosen_cb (GtkNativeDialog *chooser, int response, gpointer user_data)
{
  SzImportDialog *self = user_data;

  if (response == GTK_RESPONSE_ACCEPT)
    {
      g_autoptr (GListModel) files = gtk_file_chooser_get_files (GTK_FILE_CHOOSER (chooser));

      sz_import_dialog_set_paths (self, sz_import_dup_paths (files));
    }
  g_object_unref (chooser);
}

static void
file_wanted_cb (SzImportDialog *self)
{
  g_autoptr (GtkFileFilter) sheets = gtk_file_filter_new ();
  GtkFileChooserNative *chooser
      = gtk_file_chooser_native_new (_ ("Import a Sheet"), GTK_WINDOW (self),
                                     GTK_FILE_CHOOSER_ACTION_OPEN, NULL, NULL);

  gtk_file_chooser_set_select_multiple (GTK_FILE_CHOOSER (chooser), TRUE);
  gtk_file_filter_set_name (sheets, _ ("Workbooks and CSV files"));
  gtk_file_filter_add_suffix (sheets, "xlsx");
  gtk_file_filter_add_suffix (sheets, "xls");
  gtk_file_filter_add_suffix (sheets, "csv");
  gtk_file_filter_add_suffix (sheets, "txt");
  gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (chooser), sheets);
  sz_open_folder_offer (GTK_FILE_CHOOSER (chooser));
  g_signal_connect_object (chooser, "response", G_CALLBACK (file_chosen_cb), self, 0);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (chooser));
}

static gboolean
dropped_cb (GtkDropTarget *target, const GValue *value, double x, double y, gpointer user_data)
{
  GStrv paths = sz_import_dup_dropped (value);

  if (paths == NULL)
    return FALSE;
  sz_import_dialog_set_paths (user_data, paths);
  return TRUE;
}

static void
file_changed_cb (SzImportDialog *self)
{
  g_hash_table_remove_all (self->draft->map);
  _sz_import_dialog_look (self);
}

static void
sheets_ticked_cb (SzImportDialog *self)
{
  _sz_import_dialog_update (self);
}

static void
columns_changed_cb (SzImportDialog *self)
{
  _sz_import_dialog_search (self);
}

static void
check_changed_cb (SzImportDialog *self)
{
  _sz_import_dialog_check (self);
}

static void
row_wanted_cb (SzImportDialog *self, guint row)
{
  _sz_import_dialog_read_row (self, row);
}

static void
workbook_chosen_cb (GtkNativeDialog *chooser, int response, gpointer user_data)
{
  if (response == GTK_RESPONSE_ACCEPT)
    {
      g_autoptr (GFile) file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (chooser));
      g_autofree char *path = g_file_get_path (file);

      if (path != NULL)
        {
          sz_open_folder_keep (path);
          _sz_import_dialog_mark (user_data, path);
        }
    }
  g_object_unref (chooser);
}

static void
save_wanted_cb (SzImportDialog *self)
{
  GtkFileChooserNative *chooser
      = gtk_file_chooser_native_new (_ ("Save Findings"), GTK_WINDOW (self),
                                     GTK_FILE_CHOOSER_ACTION_SAVE, NULL, NULL);
  g_autofree char *base = g_path_get_basename (self->draft->path);
  char *dot = strrchr (base, '.');
  g_autofree char *name = NULL;

  if (dot != NULL)
    *dot = '\0';
  /* Translators: name of a file */
  name = g_strdup_printf (_ ("%s-findings.xlsx"), base);
  sz_open_folder_offer (GTK_FILE_CHOOSER (chooser));
  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (chooser), name);
  g_signal_connect_object (chooser, "response", G_CALLBACK (workbook_chosen_cb), self, 0);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (chooser));
}

/* Destroyed: nothing that it waits for is of use. */
static void
sz_import_dialog_unrealize (GtkWidget *widget)
{
  SzImportDialog *self = SZ_IMPORT_DIALOG (widget);

  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_cancellable_cancel (self->reading);
  g_clear_handle_id (&self->poll_source, g_source_remove);
  g_clear_object (&self->tasks);
  GTK_WIDGET_CLASS (sz_import_dialog_parent_class)->unrealize (widget);
}

static void
sz_import_dialog_dispose (GObject *object)
{
  SzImportDialog *self = SZ_IMPORT_DIALOG (object);

  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  if (self->reading != NULL)
    g_cancellable_cancel (self->reading);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->reading);
  g_clear_handle_id (&self->poll_source, g_source_remove);
  _sz_import_dialog_forget (self);
  g_clear_pointer (&self->running, sz_import_draft_unref);
  g_clear_pointer (&self->draft, sz_import_draft_unref);
  g_clear_pointer (&self->look, sz_import_look_free);
  g_clear_pointer (&self->outcome, sz_import_outcome_unref);
  g_clear_object (&self->tasks);
  G_OBJECT_CLASS (sz_import_dialog_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/shizi/Shizi/ui/sz-import-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, SzImportDialog, back_button);
  gtk_widget_class_bind_template_child (widget_class, SzImportDialog, check_pane);
  gtk_widget_class_bind_template_child (widget_class, SzImportDialog, columns_pane);
  gtk_widget_class_bind_template_child (widget_class, SzImportDialog, count_label);
  gtk_widget_class_bind_template_child (widget_class, SzImportDialog, error_bar);
  gtk_widget_class_bind_template_child (widget_class, SzImportDialog, error_label);
  gtk_widget_class_bind_template_child (widget_class, SzImportDialog, file_pane);
  gtk_widget_class_bind_template_child (widget_class, SzImportDialog, next_button);
  gtk_widget_class_bind_template_child (widget_class, SzImportDialog, preview_pane);
  gtk_widget_class_bind_template_child (widget_class, SzImportDialog, progress);
  gtk_widget_class_bind_template_child (widget_class, SzImportDialog, progress_box);
  gtk_widget_class_bind_template_child (widget_class, SzImportDialog, progress_label);
  gtk_widget_class_bind_template_child (widget_class, SzImportDialog, stack);
  gtk_widget_class_bind_template_child (widget_class, SzImportDialog, steps);
  gtk_widget_class_bind_template_child (widget_class, SzImportDialog, sweep_button);
  gtk_widget_class_bind_template_callback (widget_class, back_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, check_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, columns_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, error_answered_cb);
  gtk_widget_class_bind_template_callback (widget_class, file_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, file_wanted_cb);
  gtk_widget_class_bind_template_callback (widget_class, next_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, sweep_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_wanted_cb);
  gtk_widget_class_bind_template_callback (widget_class, save_wanted_cb);
  gtk_widget_class_bind_template_callback (widget_class, sheets_ticked_cb);
  gtk_widget_class_bind_template_callback (widget_class, stop_clicked_cb);
}

static void
sz_import_dialog_class_init (SzImportDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (SZ_TYPE_IMPORT_CHECK_PANE);
  g_type_ensure (SZ_TYPE_IMPORT_COLUMNS_PANE);
  g_type_ensure (SZ_TYPE_IMPORT_FILE_PANE);
  g_type_ensure (SZ_TYPE_IMPORT_PREVIEW_PANE);
  G_OBJECT_CLASS (klass)->dispose = sz_import_dialog_dispose;
  widget_class->unrealize = sz_import_dialog_unrealize;
  bind_template (widget_class);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
sz_import_dialog_init (SzImportDialog *self)
{
  GtkDropTarget *target = gtk_drop_target_new (GDK_TYPE_FILE_LIST, GDK_ACTION_COPY);

  gtk_widget_init_template (GTK_WIDGET (self));
  self->reading = g_cancellable_new ();
  g_queue_init (&self->waiting);
  g_queue_init (&self->aside);
  g_signal_connect (target, "drop", G_CALLBACK (dropped_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (target));
  sz_import_file_pane_show (self->file_pane, NULL, NULL);
  _sz_import_dialog_show_step (self, SZ_IMPORT_FILE);
  sz_transient_let_go (GTK_WINDOW (self));
}

SzImportDialog *
sz_import_dialog_new (GtkWindow *parent, SzTasks *tasks, const char *path)
{
  SzImportDialog *self = g_object_new (SZ_TYPE_IMPORT_DIALOG, "transient-for", parent, NULL);

  g_return_val_if_fail (SZ_IS_TASKS (tasks), NULL);

  self->tasks = g_object_ref (tasks);
  if (path != NULL)
    {
      _sz_import_dialog_wait_for (self, path);
      _sz_import_dialog_next_file (self);
    }
  return self;
}

gboolean
sz_import_dialog_is_busy (SzImportDialog *self)
{
  g_return_val_if_fail (SZ_IS_IMPORT_DIALOG (self), FALSE);

  return self->running != NULL;
}
