/* sz-param-dialog.c — a new value of a parameter, from a day on, by a document
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-param-dialog.h"

#include <glib/gi18n.h>

#include "sz-param-table.h"
#include "sz-param-words.h"
#include "sz-params.h"

/* What people type into the last, empty row makes another one. */
struct _SzParamDialog
{
  SzFormDialog parent_instance;

  /* Borrowed */
  GtkGrid *grid;
  AdwPreferencesGroup *group; /* of day and document, below the grid */
  GtkEditable *from_row;
  GtkEditable *source_row;

  /* Owned */
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

G_DEFINE_FINAL_TYPE (SzParamDialog, sz_param_dialog, SZ_TYPE_FORM_DIALOG)

static SzFormCheck
sz_param_dialog_check (SzFormDialog *dialog)
{
  SzParamDialog *self = SZ_PARAM_DIALOG (dialog);
  SzFormCheck verdict = { 0 };
  SzDate from;

  if (!sz_form_read_day (self->from_row, &from))
    verdict.fault = g_strdup (_ ("A day is written as 2026-01-01."));
  verdict.complete = from != SZ_DATE_NONE && *gtk_editable_get_text (self->source_row) != '\0';
  return verdict;
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
  g_signal_connect_swapped (entry, "changed", G_CALLBACK (sz_form_dialog_changed), self);
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
put_done_cb (gpointer owner, gpointer value)
{
  g_autofree char *act = value;

  g_signal_emit (owner, signals[SAVED], 0, SZ_PARAM_DIALOG (owner)->key, act);
  sz_form_dialog_finish (owner);
}

static void
sz_param_dialog_save (SzFormDialog *dialog)
{
  SzParamDialog *self = SZ_PARAM_DIALOG (dialog);
  Input *input = g_new0 (Input, 1);

  input->key = g_strdup (self->key);
  input->value = sz_param_dialog_dup_value (self);
  input->source = g_strdup (gtk_editable_get_text (self->source_row));
  sz_form_read_day (self->from_row, &input->from);
  sz_form_dialog_write (dialog,
                        SZ_WORK (put_cb, input, free_input, g_free, .changes = SZ_CHANGED_PARAMS),
                        put_done_cb);
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
  G_OBJECT_CLASS (klass)->finalize = sz_param_dialog_finalize;
  SZ_FORM_DIALOG_CLASS (klass)->check = sz_param_dialog_check;
  SZ_FORM_DIALOG_CLASS (klass)->save = sz_param_dialog_save;
  signals[SAVED] = g_signal_new ("saved", SZ_TYPE_PARAM_DIALOG, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                 NULL, G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_STRING);
}

static void
sz_param_dialog_init (SzParamDialog *self)
{
  SzFormDialog *dialog = SZ_FORM_DIALOG (self);
  AdwPreferencesGroup *group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());

  self->entries = g_ptr_array_new ();
  self->grid = g_object_new (GTK_TYPE_GRID, "row-spacing", 4, "column-spacing", 6, NULL);
  sz_form_dialog_add (dialog, GTK_WIDGET (self->grid));
  self->from_row
      = sz_form_dialog_add_entry (dialog, group, _ ("In force from, as 2026-01-01"), TRUE);
  self->source_row
      = sz_form_dialog_add_entry (dialog, group, _ ("Number of the document (文号)"), TRUE);
  self->group = group;
}

SzParamDialog *
sz_param_dialog_new (GtkWindow *parent, SzTasks *tasks, const char *key, const char *json)
{
  SzParamDialog *self = g_object_new (SZ_TYPE_PARAM_DIALOG, "transient-for", parent, "tasks", tasks,
                                      "title", _ ("New Value"), NULL);
  SzFormDialog *dialog = SZ_FORM_DIALOG (self);
  GtkWidget *more = gtk_button_new_with_mnemonic (_ ("Add _Row"));

  self->key = g_strdup (key);
  self->table = sz_param_table_new (json);
  if (self->table == NULL)
    self->table = sz_param_table_new ("\"\"");
  sz_form_dialog_set_hint (dialog, sz_param_meaning (key));
  add_headings (self);
  for (guint i = 0; i < self->table->rows->len; i++)
    add_row (self, g_ptr_array_index (self->table->rows, i));
  gtk_widget_set_halign (more, GTK_ALIGN_START);
  gtk_widget_add_css_class (more, "flat");
  gtk_widget_set_tooltip_text (more, _ ("A row whose first cell is empty is left out"));
  gtk_widget_set_visible (more, self->table->shape >= SZ_PARAM_MAP);
  g_signal_connect_swapped (more, "clicked", G_CALLBACK (more_clicked_cb), self);
  sz_form_dialog_add (dialog, more);
  sz_form_dialog_add (dialog, GTK_WIDGET (self->group));
  sz_form_dialog_begin (dialog);
  return self;
}
