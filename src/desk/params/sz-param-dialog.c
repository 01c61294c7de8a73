/* sz-param-dialog.c — a new value of a parameter, from a day on, by a document
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-param-dialog.h"

#include <glib/gi18n.h>

#include "sz-message.h"
#include "sz-param-table.h"
#include "sz-param-words.h"
#include "sz-params.h"

/* What people type into the last, empty row makes another one. */
struct _SzParamDialog
{
  AdwWindow parent_instance;

  /* Template widgets */
  GtkLabel *meaning;
  GtkGrid *grid;
  GtkWidget *more_button;
  GtkEditable *from_row;
  GtkEditable *source_row;
  GtkLabel *error_label;
  GtkWidget *save_button;

  /* Owned */
  SzTasks *tasks;
  char *key;
  SzParamTable *table;
  GPtrArray *entries; /* of GtkEntry (borrowed), row by row */
};

enum
{
  SAVED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (SzParamDialog, sz_param_dialog, ADW_TYPE_WINDOW)

static gboolean
read_from (SzParamDialog *self, SzDate *from)
{
  return sz_date_parse (gtk_editable_get_text (self->from_row), from, NULL)
         && !sz_date_is_month (*from);
}

static void
fields_changed_cb (SzParamDialog *self)
{
  SzDate from;
  gboolean dated = read_from (self, &from);

  if (dated || *gtk_editable_get_text (self->from_row) == '\0')
    gtk_widget_remove_css_class (GTK_WIDGET (self->from_row), "error");
  else
    gtk_widget_add_css_class (GTK_WIDGET (self->from_row), "error");
  gtk_widget_set_sensitive (self->save_button,
                            dated && *gtk_editable_get_text (self->source_row) != '\0');
}

static const char *
get_heading (const SzParamTable *table, guint column)
{
  if (table->headings != NULL)
    return table->headings[column];
  return column + 1 == table->n_columns ? _ ("Value") : C_ ("member of a table", "Name");
}

static void
add_cell (SzParamDialog *self, const char *text, guint row, guint column)
{
  GtkWidget *entry = gtk_entry_new ();

  gtk_editable_set_text (GTK_EDITABLE (entry), text != NULL ? text : "");
  gtk_editable_set_width_chars (GTK_EDITABLE (entry), 8);
  gtk_entry_set_activates_default (GTK_ENTRY (entry), TRUE);
  gtk_widget_set_hexpand (entry, TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  get_heading (self->table, column), -1);
  gtk_grid_attach (self->grid, entry, (int)column, (int)row, 1, 1);
  g_ptr_array_add (self->entries, entry);
}

static void
add_row (SzParamDialog *self, char **cells)
{
  guint row = self->entries->len / self->table->n_columns + 1; /* below the headings */

  for (guint c = 0; c < self->table->n_columns; c++)
    add_cell (self, cells != NULL ? cells[c] : NULL, row, c);
}

static void
more_clicked_cb (SzParamDialog *self)
{
  guint first = self->entries->len;

  add_row (self, NULL);
  gtk_widget_grab_focus (g_ptr_array_index (self->entries, first));
}

static void
add_headings (SzParamDialog *self)
{
  if (self->table->shape != SZ_PARAM_MAP && self->table->shape != SZ_PARAM_RECORDS)
    return;
  for (guint c = 0; c < self->table->n_columns; c++)
    {
      GtkWidget *label = gtk_label_new (get_heading (self->table, c));

      gtk_label_set_xalign (GTK_LABEL (label), 0);
      gtk_widget_add_css_class (label, "dim-label");
      gtk_grid_attach (self->grid, label, (int)c, 0, 1, 1);
    }
}

char *
sz_param_dialog_dup_value (SzParamDialog *self)
{
  guint n = self->table->n_columns;

  g_ptr_array_set_size (self->table->rows, 0);
  for (guint i = 0; i + n <= self->entries->len; i += n)
    {
      GStrv row = g_new0 (char *, n + 1);

      for (guint c = 0; c < n; c++)
        row[c] = g_strdup (
            gtk_editable_get_text (GTK_EDITABLE (g_ptr_array_index (self->entries, i + c))));
      g_ptr_array_add (self->table->rows, row);
    }
  return sz_param_table_to_json (self->table);
}

/* ---- saving ---- */

typedef struct
{
  char *key;
  char *value;
  char *source;
  SzDate from;
} Input;

static void
free_input (gpointer data)
{
  Input *input = data;

  g_free (input->key);
  g_free (input->value);
  g_free (input->source);
  g_free (input);
}

static gpointer
put_cb (
    SzOffice *office, gpointer data, SzProgress progress, GCancellable *cancellable, GError **error)
{
  const Input *input = data;
  char *act = NULL;

  sz_params_put (office, input->key, input->value, input->from, input->source, &act, error);
  return act;
}

static void
put_done_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  SzParamDialog *self = SZ_PARAM_DIALOG (source);
  g_autoptr (GError) error = NULL;
  g_autofree char *act = sz_tasks_finish (result, &error);
  g_autofree char *text = NULL;

  if (self->tasks == NULL)
    return;
  if (act != NULL)
    {
      g_signal_emit (self, signals[SAVED], 0, self->key, act);
      gtk_window_destroy (GTK_WINDOW (self));
      return;
    }
  text = sz_message_for_error (error);
  gtk_label_set_label (self->error_label, text);
  gtk_widget_show (GTK_WIDGET (self->error_label));
  gtk_widget_set_sensitive (self->save_button, TRUE);
}

static void
save_clicked_cb (SzParamDialog *self)
{
  Input *input;
  SzDate from;

  if (!gtk_widget_get_sensitive (self->save_button) || !read_from (self, &from))
    return;
  gtk_widget_hide (GTK_WIDGET (self->error_label));
  gtk_widget_set_sensitive (self->save_button, FALSE);
  input = g_new0 (Input, 1);
  input->key = g_strdup (self->key);
  input->value = sz_param_dialog_dup_value (self);
  input->source = g_strdup (gtk_editable_get_text (self->source_row));
  input->from = from;
  sz_tasks_write (self->tasks, self,
                  SZ_WORK (put_cb, input, free_input, g_free, .changes = SZ_CHANGED_PARAMS), NULL,
                  put_done_cb, NULL);
}

/* Destroyed; a task may keep the object longer than its parent lives. */
static void
sz_param_dialog_unrealize (GtkWidget *widget)
{
  g_clear_object (&SZ_PARAM_DIALOG (widget)->tasks);
  GTK_WIDGET_CLASS (sz_param_dialog_parent_class)->unrealize (widget);
  gtk_window_set_transient_for (GTK_WINDOW (widget), NULL);
}

static void
sz_param_dialog_dispose (GObject *object)
{
  SzParamDialog *self = SZ_PARAM_DIALOG (object);

  g_clear_object (&self->tasks);
  G_OBJECT_CLASS (sz_param_dialog_parent_class)->dispose (object);
}

static void
sz_param_dialog_finalize (GObject *object)
{
  SzParamDialog *self = SZ_PARAM_DIALOG (object);

  g_free (self->key);
  sz_param_table_free (self->table);
  g_ptr_array_unref (self->entries);
  G_OBJECT_CLASS (sz_param_dialog_parent_class)->finalize (object);
}

static void
sz_param_dialog_class_init (SzParamDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sz_param_dialog_dispose;
  widget_class->unrealize = sz_param_dialog_unrealize;
  G_OBJECT_CLASS (klass)->finalize = sz_param_dialog_finalize;
  signals[SAVED] = g_signal_new ("saved", SZ_TYPE_PARAM_DIALOG, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                 NULL, G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_STRING);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/shizi/Shizi/ui/sz-param-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, SzParamDialog, error_label);
  gtk_widget_class_bind_template_child (widget_class, SzParamDialog, from_row);
  gtk_widget_class_bind_template_child (widget_class, SzParamDialog, grid);
  gtk_widget_class_bind_template_child (widget_class, SzParamDialog, meaning);
  gtk_widget_class_bind_template_child (widget_class, SzParamDialog, more_button);
  gtk_widget_class_bind_template_child (widget_class, SzParamDialog, save_button);
  gtk_widget_class_bind_template_child (widget_class, SzParamDialog, source_row);
  gtk_widget_class_bind_template_callback (widget_class, fields_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, more_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, save_clicked_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
sz_param_dialog_init (SzParamDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->entries = g_ptr_array_new ();
}

SzParamDialog *
sz_param_dialog_new (GtkWindow *parent, SzTasks *tasks, const char *key, const char *json)
{
  SzParamDialog *self = g_object_new (SZ_TYPE_PARAM_DIALOG, "transient-for", parent, NULL);

  self->tasks = g_object_ref (tasks);
  self->key = g_strdup (key);
  self->table = sz_param_table_new (json);
  if (self->table == NULL)
    self->table = sz_param_table_new ("\"\"");
  gtk_label_set_label (self->meaning, sz_param_meaning (key));
  add_headings (self);
  for (guint i = 0; i < self->table->rows->len; i++)
    add_row (self, g_ptr_array_index (self->table->rows, i));
  gtk_widget_set_visible (self->more_button, self->table->shape >= SZ_PARAM_MAP);
  return self;
}
