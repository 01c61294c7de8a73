/* sz-batches-dialog.c — past imports, and taking one back
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-batches-dialog.h"

#include <glib/gi18n.h>

#include "sz-figure-table.h"
#include "sz-help.h"
#include "sz-import-batches.h"
#include "sz-import-kinds.h"
#include "sz-message.h"
#include "sz-transient.h"
#include "sz-when.h"

struct _SzBatchesDialog
{
  AdwWindow parent_instance;

  /* Template widgets */
  GtkInfoBar *bar;
  GtkLabel *bar_label;
  GtkStack *stack;
  SzFigureTable *table;
  GtkWidget *undo_button;

  /* Owned */
  SzTasks *tasks;
  GPtrArray *batches; /* of SzImportBatch, the newest first */
  GCancellable *cancellable;
  gulong changed_handler;
};

enum
{
  COLUMN_NUMBER,
  COLUMN_KIND,
  COLUMN_FILE,
  COLUMN_SHEET,
  COLUMN_WHEN,
  COLUMN_WHO,
  COLUMN_ROWS,
  COLUMN_NEW,
  COLUMN_CHANGED,
  COLUMN_STATE,
};

G_DEFINE_FINAL_TYPE (SzBatchesDialog, sz_batches_dialog, ADW_TYPE_WINDOW)

static const SzImportBatch *
get_batch (SzBatchesDialog *self, guint row)
{
  return g_ptr_array_index (self->batches, row);
}

static const char *
get_kind_name (const SzImportBatch *batch)
{
  const SzImportKind *kind = sz_import_kind_find (batch->kind);

  return kind != NULL ? kind->name : batch->kind;
}

static gint64
get_count (const SzImportBatch *batch, guint column)
{
  switch (column)
    {
    case COLUMN_NUMBER:
      return batch->batch;
    case COLUMN_ROWS:
      return batch->rows;
    case COLUMN_NEW:
      return batch->inserted;
    case COLUMN_CHANGED:
      return batch->updated;
    default:
      return -1;
    }
}

static const char *
get_text (const SzImportBatch *batch, guint column)
{
  switch (column)
    {
    case COLUMN_KIND:
      return get_kind_name (batch);
    case COLUMN_FILE:
      return batch->file;
    case COLUMN_SHEET:
      return batch->sheet;
    case COLUMN_WHEN:
      return batch->at;
    case COLUMN_WHO:
      return batch->who;
    case COLUMN_STATE:
    default:
      return batch->undone ? _ ("taken back") : _ ("stands");
    }
}

static char *
write_cell_cb (gpointer owner, guint row, guint column)
{
  const SzImportBatch *batch = get_batch (owner, row);
  gint64 count = get_count (batch, column);

  if (count >= 0)
    return g_strdup_printf ("%" G_GINT64_FORMAT, count);
  if (column == COLUMN_WHEN)
    return sz_when_format (batch->at);
  return g_strdup (get_text (batch, column));
}

static int
compare_cb (gpointer owner, guint a, guint b, guint column)
{
  const SzImportBatch *left = get_batch (owner, a);
  const SzImportBatch *right = get_batch (owner, b);
  gint64 one = get_count (left, column);
  gint64 other = get_count (right, column);

  if (one >= 0)
    return one < other ? -1 : one > other;
  return g_strcmp0 (get_text (left, column), get_text (right, column));
}

static void
set_columns (SzBatchesDialog *self)
{
  const SzFigureColumn columns[] = {
    { _ ("No."), 48, TRUE, FALSE },          { _ ("Kind"), 120, FALSE, FALSE },
    { _ ("File"), 190, FALSE, FALSE, TRUE }, { _ ("Sheet"), 150, FALSE, FALSE },
    { _ ("When"), 140, FALSE, FALSE },       { _ ("Who"), 80, FALSE, FALSE },
    { _ ("Rows"), 64, TRUE, FALSE },         { C_ ("rows", "New"), 64, TRUE, FALSE },
    { _ ("Changed"), 70, TRUE, FALSE },      { _ ("State"), 90, FALSE, FALSE },
  };

  sz_figure_table_set_columns (self->table, columns, G_N_ELEMENTS (columns));
}

static void
tell (SzBatchesDialog *self, const char *text, GtkMessageType type)
{
  gtk_label_set_text (self->bar_label, text);
  gtk_info_bar_set_message_type (self->bar, type);
  gtk_widget_show (GTK_WIDGET (self->bar));
}

static void
selected_cb (SzBatchesDialog *self, int row)
{
  gtk_widget_set_sensitive (self->undo_button, row >= 0 && !get_batch (self, (guint)row)->undone);
}

static gpointer
read_cb (SzOffice *office,
         gpointer input,
         SzProgress progress,
         GCancellable *cancellable,
         GError **error)
{
  return sz_office_import_batches (office, error);
}

static void
reverse (GPtrArray *batches)
{
  for (guint i = 0, j = batches->len; i + 1 < j; i++)
    {
      gpointer first = batches->pdata[i];

      j--;
      batches->pdata[i] = batches->pdata[j];
      batches->pdata[j] = first;
    }
}

static void
read_done_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  SzBatchesDialog *self = SZ_BATCHES_DIALOG (source);
  g_autoptr (GError) error = NULL;
  GPtrArray *batches = sz_tasks_finish (result, &error);
  int selected;

  if (batches == NULL || self->tasks == NULL)
    {
      g_autofree char *text = error != NULL ? sz_message_for_error (error) : NULL;

      if (self->tasks != NULL && text != NULL)
        tell (self, text, GTK_MESSAGE_ERROR);
      g_clear_pointer (&batches, g_ptr_array_unref);
      return;
    }
  selected = sz_figure_table_get_selected (self->table);
  sz_figure_table_set_rows (self->table, 0);
  g_clear_pointer (&self->batches, g_ptr_array_unref);
  self->batches = batches;
  reverse (batches);
  sz_figure_table_set_rows (self->table, batches->len);
  gtk_stack_set_visible_child_name (self->stack, batches->len > 0 ? "list" : "empty");
  selected = selected >= 0 && selected < (int)batches->len ? selected : 0;
  if (batches->len == 0)
    selected = -1;
  sz_figure_table_select (self->table, selected, TRUE);
  selected_cb (self, selected);
}

static void
reload (SzBatchesDialog *self)
{
  sz_tasks_read (self->tasks, self,
                 SZ_WORK (read_cb, NULL, NULL, (GDestroyNotify)g_ptr_array_unref),
                 self->cancellable, read_done_cb, NULL);
}

static gpointer
undo_cb (SzOffice *office,
         gpointer input,
         SzProgress progress,
         GCancellable *cancellable,
         GError **error)
{
  gint64 *n_rows = g_new0 (gint64, 1);

  sz_progress_report (progress, "undo", 0, 0);
  if (sz_office_import_undo (office, *(gint64 *)input, n_rows, error))
    return n_rows;
  g_free (n_rows);
  return NULL;
}

static void
undone_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  SzBatchesDialog *self = SZ_BATCHES_DIALOG (source);
  g_autoptr (GError) error = NULL;
  g_autofree gint64 *n_rows = sz_tasks_finish (result, &error);
  g_autofree char *text = NULL;

  if (self->tasks == NULL)
    return;
  if (n_rows == NULL)
    {
      text = sz_message_for_error (error);
      tell (self, text, GTK_MESSAGE_ERROR);
      sz_refusal_tell (self->bar_label, error);
      gtk_widget_set_sensitive (self->undo_button, TRUE);
      return;
    }
  text = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "Taken back: %d row", "Taken back: %d rows",
                                       (gulong)*n_rows),
                          (int)*n_rows);
  tell (self, text, GTK_MESSAGE_INFO);
}

static void
undo_clicked_cb (SzBatchesDialog *self)
{
  int row = sz_figure_table_get_selected (self->table);

  if (row < 0)
    return;
  gtk_widget_hide (GTK_WIDGET (self->bar));
  gtk_widget_set_sensitive (self->undo_button, FALSE);
  sz_tasks_write (self->tasks, self,
                  SZ_WORK (undo_cb,
                           g_memdup2 (&get_batch (self, (guint)row)->batch, sizeof (gint64)),
                           g_free, g_free, .changes = SZ_CHANGED_ALL),
                  NULL, undone_cb, NULL);
}

static void
changed_cb (SzTasks *tasks, guint changes, gpointer user_data)
{
  reload (user_data);
}

static void
bar_answered_cb (GtkInfoBar *bar)
{
  gtk_widget_hide (GTK_WIDGET (bar));
}

/* Destroyed: nothing that it waits for is of use. */
static void
sz_batches_dialog_unrealize (GtkWidget *widget)
{
  SzBatchesDialog *self = SZ_BATCHES_DIALOG (widget);

  if (self->tasks != NULL)
    g_clear_signal_handler (&self->changed_handler, self->tasks);
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->tasks);
  GTK_WIDGET_CLASS (sz_batches_dialog_parent_class)->unrealize (widget);
}

static void
sz_batches_dialog_dispose (GObject *object)
{
  SzBatchesDialog *self = SZ_BATCHES_DIALOG (object);

  if (self->tasks != NULL)
    g_clear_signal_handler (&self->changed_handler, self->tasks);
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->tasks);
  if (self->table != NULL)
    sz_figure_table_set_rows (self->table, 0);
  self->table = NULL;
  g_clear_pointer (&self->batches, g_ptr_array_unref);
  G_OBJECT_CLASS (sz_batches_dialog_parent_class)->dispose (object);
}

static void
sz_batches_dialog_finalize (GObject *object)
{
  g_clear_object (&SZ_BATCHES_DIALOG (object)->cancellable);
  G_OBJECT_CLASS (sz_batches_dialog_parent_class)->finalize (object);
}

static void
sz_batches_dialog_class_init (SzBatchesDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (SZ_TYPE_FIGURE_TABLE);
  G_OBJECT_CLASS (klass)->dispose = sz_batches_dialog_dispose;
  widget_class->unrealize = sz_batches_dialog_unrealize;
  G_OBJECT_CLASS (klass)->finalize = sz_batches_dialog_finalize;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/shizi/Shizi/ui/sz-batches-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, SzBatchesDialog, bar);
  gtk_widget_class_bind_template_child (widget_class, SzBatchesDialog, bar_label);
  gtk_widget_class_bind_template_child (widget_class, SzBatchesDialog, stack);
  gtk_widget_class_bind_template_child (widget_class, SzBatchesDialog, table);
  gtk_widget_class_bind_template_child (widget_class, SzBatchesDialog, undo_button);
  gtk_widget_class_bind_template_callback (widget_class, bar_answered_cb);
  gtk_widget_class_bind_template_callback (widget_class, selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, undo_clicked_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
sz_batches_dialog_init (SzBatchesDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->cancellable = g_cancellable_new ();
  sz_figure_table_set_owner (self->table, self, write_cell_cb, compare_cb);
  set_columns (self);
  sz_transient_let_go (GTK_WINDOW (self));
}

SzBatchesDialog *
sz_batches_dialog_new (GtkWindow *parent, SzTasks *tasks)
{
  SzBatchesDialog *self = g_object_new (SZ_TYPE_BATCHES_DIALOG, "transient-for", parent, NULL);

  g_return_val_if_fail (SZ_IS_TASKS (tasks), NULL);

  self->tasks = g_object_ref (tasks);
  self->changed_handler = g_signal_connect (tasks, "changed", G_CALLBACK (changed_cb), self);
  reload (self);
  return self;
}
