/* sz-param-dialog.c — a new value of a parameter, from a day on, by a document
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-param-dialog.h"

#include <glib/gi18n.h>

#include "sz-param-table.h"
#include "sz-param-voice.h"
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
  GPtrArray *entries; /* of GtkEntry or GtkDropDown (borrowed), row by row */
  GStrv choices;      /* (nullable): codes, of a value that is chosen */
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

/* (transfer full) */
static char *
dup_heading (SzParamDialog *self, guint column)
{
  const SzParamTable *table = self->table;
  char *heading = sz_param_heading (self->key, column);

  if (heading != NULL)
    return heading;
  if (table->headings != NULL)
    return sz_param_say_name (self->key, table->headings[column]);
  return g_strdup (column + 1 == table->n_columns ? _ ("Value") : C_ ("member of a table", "Name"));
}

static GtkWidget *
make_entry (SzParamDialog *self, const char *text, guint column)
{
  GtkWidget *entry = gtk_entry_new ();
  g_autofree char *said = self->table->shape == SZ_PARAM_MAP && column == 0
                              ? sz_param_say_name (self->key, text)
                              : sz_param_say_cell (self->key, text);

  gtk_editable_set_text (GTK_EDITABLE (entry), said);
  /* What nobody changes stays as it is stored. */
  g_object_set_data_full (G_OBJECT (entry), "said", g_steal_pointer (&said), g_free);
  g_object_set_data_full (G_OBJECT (entry), "stored", g_strdup (text), g_free);
  gtk_editable_set_width_chars (GTK_EDITABLE (entry), 8);
  gtk_entry_set_activates_default (GTK_ENTRY (entry), TRUE);
  g_signal_connect_swapped (entry, "changed", G_CALLBACK (sz_form_dialog_changed), self);
  return entry;
}

/* One of the known words. */
static GtkWidget *
make_choice (SzParamDialog *self, const char *text)
{
  GtkStringList *said = gtk_string_list_new (NULL);
  GtkWidget *choice;
  guint now = 0;

  for (guint i = 0; self->choices[i] != NULL; i++)
    {
      g_autofree char *word = sz_param_say_cell (self->key, self->choices[i]);

      gtk_string_list_append (said, word);
      if (g_str_equal (self->choices[i], text))
        now = i;
    }
  choice = gtk_drop_down_new (G_LIST_MODEL (said), NULL);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (choice), now);
  g_signal_connect_swapped (choice, "notify::selected", G_CALLBACK (sz_form_dialog_changed), self);
  return choice;
}

/* (transfer full): as it is stored. */
static char *
dup_cell (SzParamDialog *self, GtkWidget *widget)
{
  const char *text;

  if (GTK_IS_DROP_DOWN (widget))
    return g_strdup (self->choices[gtk_drop_down_get_selected (GTK_DROP_DOWN (widget))]);
  text = gtk_editable_get_text (GTK_EDITABLE (widget));
  if (g_strcmp0 (text, g_object_get_data (G_OBJECT (widget), "said")) == 0)
    return g_strdup (g_object_get_data (G_OBJECT (widget), "stored"));
  return sz_param_hear_cell (self->key, text);
}

static void
add_cell (SzParamDialog *self, const char *text, guint row, guint column)
{
  GtkWidget *cell = self->choices != NULL ? make_choice (self, text)
                                          : make_entry (self, text != NULL ? text : "", column);
  g_autofree char *heading = dup_heading (self, column);

  gtk_widget_set_hexpand (cell, TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (cell), GTK_ACCESSIBLE_PROPERTY_LABEL, heading,
                                  -1);
  gtk_grid_attach (self->grid, cell, (int)column, (int)row, 1, 1);
  g_ptr_array_add (self->entries, cell);
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
  g_autofree char *first = sz_param_heading (self->key, 0);

  if (self->table->n_columns < 2 || (self->table->shape == SZ_PARAM_GRID && first == NULL))
    return;
  for (guint c = 0; c < self->table->n_columns; c++)
    {
      g_autofree char *heading = dup_heading (self, c);
      GtkWidget *label = gtk_label_new (heading);

      gtk_label_set_xalign (GTK_LABEL (label), 0);
      gtk_widget_add_css_class (label, "dim-label");
      gtk_grid_attach (self->grid, label, (int)c, 0, 1, 1);
    }
}

/* Beside a single value; of tables the hint names it. */
static void
add_unit (SzParamDialog *self)
{
  const char *unit = sz_param_unit (self->key);

  if (unit == NULL)
    return;
  if (self->table->shape == SZ_PARAM_PLAIN)
    gtk_grid_attach (self->grid, gtk_label_new (unit), 1, 1, 1, 1);
  else
    {
      g_autofree char *hint = g_strdup_printf ("%s (%s)", sz_param_meaning (self->key), unit);

      sz_form_dialog_set_hint (SZ_FORM_DIALOG (self), hint);
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
        row[c] = dup_cell (self, g_ptr_array_index (self->entries, i + c));
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
  g_strfreev (self->choices);
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
  self->choices = sz_param_choices (key, json);
  sz_form_dialog_set_hint (dialog, sz_param_meaning (key));
  add_headings (self);
  for (guint i = 0; i < self->table->rows->len; i++)
    add_row (self, g_ptr_array_index (self->table->rows, i));
  add_unit (self);
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
