/* sz-query-dialog.c — a few answers that one act of the office wants
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-query-dialog.h"

#include <glib/gi18n.h>

#include "sz-suggest-button.h"

struct _SzQueryDialog
{
  SzFormDialog parent_instance;

  GPtrArray *rows; /* of GtkEditable, borrowed */
  SzQueryKind kinds[SZ_QUERY_FIELDS_MAX];
  gboolean required[SZ_QUERY_FIELDS_MAX];
  gboolean offered[SZ_QUERY_FIELDS_MAX];
  SzQueryFunc func;
  gpointer data;
  GDestroyNotify free_data;
  SzChange changes;

  const SzQueryPreview *preview; /* (nullable) */
  GtkWidget *preview_widget;     /* borrowed */
  SzJob *previewing;
  char *previewed; /* the answers that it is about */
  char *against;   /* (nullable): what it has against saving */
};

enum
{
  SAVED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (SzQueryDialog, sz_query_dialog, SZ_TYPE_FORM_DIALOG)

/* What writer and reader get: the dialog may be gone before it is done. */
typedef struct
{
  SzQueryDialog *dialog; /* kept alive for its data */
  GStrv values;
} Answer;

static void
answer_freed_cb (gpointer data)
{
  Answer *answer = data;

  g_strfreev (answer->values);
  g_free (answer);
}

static char *
read_row (SzQueryDialog *self, guint i)
{
  GtkWidget *row = g_ptr_array_index (self->rows, i);

  if (self->kinds[i] == SZ_QUERY_SWITCH)
    return g_strdup (gtk_switch_get_active (GTK_SWITCH (row)) ? "1" : "");
  return g_strdup (gtk_editable_get_text (GTK_EDITABLE (row)));
}

void
sz_query_dialog_offer (SzQueryDialog *self, guint field, const char *text)
{
  g_autofree char *typed = NULL;

  g_return_if_fail (SZ_IS_QUERY_DIALOG (self) && field < self->rows->len && text != NULL);
  typed = read_row (self, field);
  if (self->offered[field] || *typed != '\0' || *text == '\0'
      || self->kinds[field] == SZ_QUERY_SWITCH)
    return;
  self->offered[field] = TRUE;
  gtk_editable_set_text (GTK_EDITABLE (g_ptr_array_index (self->rows, field)), text);
}

static Answer *
read_answer (SzQueryDialog *self)
{
  Answer *answer = g_new0 (Answer, 1);

  answer->dialog = self;
  answer->values = g_new0 (char *, self->rows->len + 1);
  for (guint i = 0; i < self->rows->len; i++)
    answer->values[i] = read_row (self, i);
  return answer;
}

/* ---- what the answers would come to ---- */

static gpointer
preview_cb (
    SzOffice *office, gpointer data, SzProgress progress, GCancellable *cancellable, GError **error)
{
  const Answer *answer = data;

  return answer->dialog->preview->read (office, (const char *const *)answer->values,
                                        answer->dialog->data, error);
}

/* The form scrolls: what a preview adds below would be out of sight. */
static void
grow (GtkWindow *window)
{
  const int shown = gtk_widget_get_height (GTK_WIDGET (window));
  int width;
  int height; /* GTK 4.8 wants a place for both */
  int wanted;

  gtk_window_get_default_size (window, &width, &height);
  gtk_widget_measure (GTK_WIDGET (window), GTK_ORIENTATION_VERTICAL, width, NULL, &wanted, NULL,
                      NULL);
  if (shown > 0 && wanted > shown)
    gtk_window_set_default_size (window, width, -1);
}

static void
previewed_cb (gpointer owner, gpointer value)
{
  SzQueryDialog *self = owner;

  g_free (self->against);
  self->against = self->preview->show (self->preview_widget, value);
  sz_form_dialog_check (owner);
  grow (owner);
}

/* Half a date is no answer yet: the act will say what is wrong with a whole one. */
static void
preview_failed_cb (gpointer owner, const GError *error)
{
}

static void
update_preview (SzQueryDialog *self)
{
  SzTasks *tasks = sz_form_dialog_get_tasks (SZ_FORM_DIALOG (self));
  g_autofree char *text = NULL;
  Answer *answer;

  if (self->preview == NULL || tasks == NULL)
    return;
  answer = read_answer (self);
  text = g_strjoinv ("\037", answer->values);
  if (g_strcmp0 (text, self->previewed) == 0)
    {
      answer_freed_cb (answer);
      return;
    }
  g_free (self->previewed);
  self->previewed = g_steal_pointer (&text);
  g_clear_pointer (&self->against, g_free);
  sz_job_read (self->previewing, tasks,
               SZ_WORK (preview_cb, answer, answer_freed_cb, self->preview->free_value),
               previewed_cb);
}

void
sz_query_dialog_preview (SzQueryDialog *self, GtkWidget *widget, const SzQueryPreview *preview)
{
  g_return_if_fail (SZ_IS_QUERY_DIALOG (self) && GTK_IS_WIDGET (widget) && preview != NULL);
  self->preview = preview;
  self->preview_widget = widget;
  sz_form_dialog_add (SZ_FORM_DIALOG (self), widget);
  sz_form_dialog_check (SZ_FORM_DIALOG (self));
}

static SzFormCheck
sz_query_dialog_check (SzFormDialog *dialog)
{
  SzQueryDialog *self = SZ_QUERY_DIALOG (dialog);
  SzFormCheck verdict = { .complete = TRUE };

  for (guint i = 0; i < self->rows->len; i++)
    {
      GtkEditable *row;
      SzDate day;

      if (self->kinds[i] == SZ_QUERY_SWITCH)
        continue;
      row = g_ptr_array_index (self->rows, i);
      verdict.complete &= !self->required[i] || *gtk_editable_get_text (row) != '\0';
      if (self->kinds[i] == SZ_QUERY_DAY && !sz_form_read_day (row, &day) && verdict.fault == NULL)
        verdict.fault = g_strdup (_ ("A day is written as 2026-01-01."));
    }
  update_preview (self);
  if (self->against != NULL)
    {
      verdict.complete = FALSE;
      if (verdict.fault == NULL)
        {
          verdict.fault = g_strdup (self->against);
          verdict.rule = self->preview->rule;
        }
    }
  return verdict;
}

static gpointer
ask_cb (
    SzOffice *office, gpointer data, SzProgress progress, GCancellable *cancellable, GError **error)
{
  const Answer *answer = data;

  return GINT_TO_POINTER (answer->dialog->func (office, (const char *const *)answer->values,
                                                answer->dialog->data, error));
}

static void
asked_cb (gpointer owner, gpointer value)
{
  g_signal_emit (owner, signals[SAVED], 0);
  sz_form_dialog_finish (owner);
}

static void
sz_query_dialog_save (SzFormDialog *dialog)
{
  SzQueryDialog *self = SZ_QUERY_DIALOG (dialog);

  sz_form_dialog_write (dialog,
                        SZ_WORK (ask_cb, read_answer (self), answer_freed_cb,
                                 .changes = self->changes),
                        asked_cb);
}

static void
sz_query_dialog_dispose (GObject *object)
{
  g_clear_pointer (&SZ_QUERY_DIALOG (object)->previewing, sz_job_free);
  G_OBJECT_CLASS (sz_query_dialog_parent_class)->dispose (object);
}

static void
sz_query_dialog_finalize (GObject *object)
{
  SzQueryDialog *self = SZ_QUERY_DIALOG (object);

  g_ptr_array_unref (self->rows);
  g_free (self->previewed);
  g_free (self->against);
  if (self->free_data != NULL)
    self->free_data (self->data);
  G_OBJECT_CLASS (sz_query_dialog_parent_class)->finalize (object);
}

static void
sz_query_dialog_class_init (SzQueryDialogClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = sz_query_dialog_dispose;
  G_OBJECT_CLASS (klass)->finalize = sz_query_dialog_finalize;
  SZ_FORM_DIALOG_CLASS (klass)->check = sz_query_dialog_check;
  SZ_FORM_DIALOG_CLASS (klass)->save = sz_query_dialog_save;
  signals[SAVED] = g_signal_new ("saved", SZ_TYPE_QUERY_DIALOG, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                 NULL, G_TYPE_NONE, 0);
}

static void
sz_query_dialog_init (SzQueryDialog *self)
{
  self->rows = g_ptr_array_new ();
  self->previewing = sz_job_new (self, preview_failed_cb);
}

/* (transfer none): the switch. */
static GtkWidget *
add_switch (SzQueryDialog *self, AdwPreferencesGroup *group, const SzQueryField *field)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *toggle = gtk_switch_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _ (field->title));
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 0);
  gtk_widget_set_valign (toggle, GTK_ALIGN_CENTER);
  gtk_switch_set_active (GTK_SWITCH (toggle), field->value != NULL);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), toggle);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), toggle);
  g_signal_connect_object (toggle, "notify::active", G_CALLBACK (sz_form_dialog_changed), self,
                           G_CONNECT_SWAPPED);
  adw_preferences_group_add (group, row);
  return toggle;
}

static void
add_field (SzQueryDialog *self, AdwPreferencesGroup *group, const SzQueryField *field)
{
  GtkEditable *row;

  self->kinds[self->rows->len] = field->kind;
  self->required[self->rows->len] = field->required;
  if (field->kind == SZ_QUERY_SWITCH)
    {
      g_ptr_array_add (self->rows, add_switch (self, group, field));
      return;
    }
  row = sz_form_dialog_add_entry (SZ_FORM_DIALOG (self), group, _ (field->title), field->required);

  if (field->words != NULL)
    {
      GtkWidget *known = sz_suggest_button_new (row, _ ("What there is (Alt+↓)"));

      adw_entry_row_add_suffix (ADW_ENTRY_ROW (row), known);
      for (const char *const *word = field->words; *word != NULL; word++)
        sz_suggest_button_offer (SZ_SUGGEST_BUTTON (known), *word);
    }
  if (field->value != NULL)
    gtk_editable_set_text (row, field->value);
  g_ptr_array_add (self->rows, row);
}

SzQueryDialog *
sz_query_dialog_new (GtkWindow *parent, SzTasks *tasks, const SzQueryOrder *order)
{
  AdwPreferencesGroup *group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
  SzQueryDialog *self;

  g_return_val_if_fail (SZ_IS_TASKS (tasks) && order != NULL && order->func != NULL, NULL);
  self = g_object_new (SZ_TYPE_QUERY_DIALOG, "transient-for", parent, "tasks", tasks, "title",
                       order->title, NULL);
  self->func = order->func;
  self->data = order->data;
  self->free_data = order->free_data;
  self->changes = order->changes;
  if (order->hint != NULL)
    sz_form_dialog_set_hint (SZ_FORM_DIALOG (self), order->hint);
  if (order->verb != NULL)
    sz_form_dialog_set_verb (SZ_FORM_DIALOG (self), order->verb);
  for (const SzQueryField *field = order->fields;
       field->title != NULL && self->rows->len < SZ_QUERY_FIELDS_MAX; field++)
    add_field (self, group, field);
  sz_form_dialog_add (SZ_FORM_DIALOG (self), GTK_WIDGET (group));
  sz_form_dialog_begin (SZ_FORM_DIALOG (self));
  return self;
}
