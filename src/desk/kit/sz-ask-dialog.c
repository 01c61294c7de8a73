/* sz-ask-dialog.c — a step or an act that wants a few words first
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-ask-dialog.h"

#include <glib/gi18n.h>
#include <string.h>

#include "sz-form-dialog.h"
#include "sz-spoken.h"

struct _SzAskDialog
{
  SzFormDialog parent_instance;

  const SzAskOrder *order;
  char *subject;
  GPtrArray *rows; /* of GtkWidget, borrowed: entries and combos */
};

enum
{
  DONE,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (SzAskDialog, sz_ask_dialog, SZ_TYPE_FORM_DIALOG)

/* What the writer gets. */
typedef struct
{
  const SzAskOrder *order;
  char *subject;
  GStrv texts;
} Job;

static void
free_job (gpointer data)
{
  Job *job = data;

  g_free (job->subject);
  g_strfreev (job->texts);
  g_free (job);
}

static gpointer
act_cb (
    SzOffice *office, gpointer data, SzProgress progress, GCancellable *cancellable, GError **error)
{
  const Job *job = data;

  return GINT_TO_POINTER (
      job->order->act (office, job->subject, (const char *const *)job->texts, error));
}

static void
acted_cb (gpointer owner, gpointer value)
{
  g_signal_emit (owner, signals[DONE], 0);
  sz_form_dialog_finish (owner);
}

char *
sz_ask_row_dup_text (GtkWidget *row)
{
  GtkStringObject *word;

  g_return_val_if_fail (GTK_IS_WIDGET (row), NULL);
  if (!ADW_IS_COMBO_ROW (row))
    return g_strdup (gtk_editable_get_text (GTK_EDITABLE (row)));
  word = adw_combo_row_get_selected_item (ADW_COMBO_ROW (row));
  return g_strdup (word != NULL ? gtk_string_object_get_string (word) : "");
}

static GStrv
dup_texts (SzAskDialog *self)
{
  GStrv texts = g_new0 (char *, self->rows->len + 1);

  for (guint i = 0; i < self->rows->len; i++)
    texts[i] = sz_ask_row_dup_text (g_ptr_array_index (self->rows, i));
  return texts;
}

/* What is missing is left to be filled in; whether it may be done the office says. */
static SzFormCheck
sz_ask_dialog_check (SzFormDialog *dialog)
{
  SzAskDialog *self = SZ_ASK_DIALOG (dialog);
  g_auto (GStrv) texts = dup_texts (self);
  SzFormCheck verdict = { .complete = self->order != NULL };

  for (guint i = 0; i < self->rows->len; i++)
    if (self->order->rows[i].required && *texts[i] == '\0')
      verdict.complete = FALSE;
  return verdict;
}

static Job *
make_job (const SzAskOrder *order, const char *subject, GStrv texts)
{
  Job *job = g_new0 (Job, 1);

  job->order = order;
  job->subject = g_strdup (subject);
  job->texts = texts;
  return job;
}

static void
sz_ask_dialog_save (SzFormDialog *dialog)
{
  SzAskDialog *self = SZ_ASK_DIALOG (dialog);

  sz_form_dialog_write (dialog,
                        SZ_WORK (act_cb, make_job (self->order, self->subject, dup_texts (self)),
                                 free_job, .changes = self->order->changes),
                        acted_cb);
}

void
sz_ask_write (SzJob *job,
              SzTasks *tasks,
              const SzAskOrder *order,
              const char *subject,
              GStrv texts,
              SzJobDone done)
{
  g_return_if_fail (job != NULL && SZ_IS_TASKS (tasks) && order != NULL && subject != NULL);
  sz_job_write (job, tasks,
                SZ_WORK (act_cb, make_job (order, subject, texts), free_job,
                         .changes = order->changes),
                done);
}

static void
sz_ask_dialog_finalize (GObject *object)
{
  SzAskDialog *self = SZ_ASK_DIALOG (object);

  g_free (self->subject);
  g_ptr_array_unref (self->rows);
  G_OBJECT_CLASS (sz_ask_dialog_parent_class)->finalize (object);
}

static void
sz_ask_dialog_class_init (SzAskDialogClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = sz_ask_dialog_finalize;
  SZ_FORM_DIALOG_CLASS (klass)->check = sz_ask_dialog_check;
  SZ_FORM_DIALOG_CLASS (klass)->save = sz_ask_dialog_save;
  signals[DONE] = g_signal_new ("done", SZ_TYPE_ASK_DIALOG, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                G_TYPE_NONE, 0);
}

static void
sz_ask_dialog_init (SzAskDialog *self)
{
  self->rows = g_ptr_array_new ();
}

static GtkWidget *
make_choice (const SzAskRow *row, const char *text)
{
  g_auto (GStrv) words = g_strsplit (row->choices, "/", -1);
  g_autoptr (GtkStringList) list = gtk_string_list_new ((const char *const *)words);
  GtkWidget *combo = adw_combo_row_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (combo), _ (row->label));
  adw_combo_row_set_model (ADW_COMBO_ROW (combo), G_LIST_MODEL (list));
  for (guint i = 0; text != NULL && words[i] != NULL; i++)
    if (g_str_equal (words[i], text))
      adw_combo_row_set_selected (ADW_COMBO_ROW (combo), i);
  return combo;
}

/* Its path, so that it is found again; several are parted as people part them. */
static gboolean
file_dropped_cb (GtkDropTarget *target, const GValue *value, double x, double y, gpointer user_data)
{
  GtkWidget *entry = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (target));
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GSList) files = gdk_file_list_get_files (g_value_get_boxed (value));

  for (GSList *item = files; item != NULL; item = item->next)
    {
      g_autofree char *name = g_file_get_parse_name (item->data);

      g_string_append_printf (text, "%s%s", text->len > 0 ? "；" : "", name);
    }
  gtk_editable_set_text (GTK_EDITABLE (entry), text->str);
  return text->len > 0;
}

static void
take_files (GtkWidget *entry)
{
  GtkDropTarget *target = gtk_drop_target_new (GDK_TYPE_FILE_LIST, GDK_ACTION_COPY);

  /* Before the text inside it, which would take the file's name as a line of text. */
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (target), GTK_PHASE_CAPTURE);
  g_signal_connect (target, "drop", G_CALLBACK (file_dropped_cb), NULL);
  gtk_widget_add_controller (entry, GTK_EVENT_CONTROLLER (target));
  gtk_widget_set_tooltip_text (entry, _ ("Type a number, or drop a file here"));
}

GtkWidget *
sz_ask_row_new (const SzAskRow *row, const char *text)
{
  GtkWidget *entry;

  g_return_val_if_fail (row != NULL, NULL);
  if (row->choices != NULL)
    return make_choice (row, text);
  entry = row->secret ? adw_password_entry_row_new () : adw_entry_row_new ();
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (entry), _ (row->label));
  sz_spoken_text (entry);
  if (row->required)
    sz_form_mark_required (ADW_ENTRY_ROW (entry));
  if (row->file)
    take_files (entry);
  if (text != NULL)
    gtk_editable_set_text (GTK_EDITABLE (entry), text);
  return entry;
}

static void
add_rows (SzAskDialog *self, const char *const *texts)
{
  AdwPreferencesGroup *group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());

  for (const SzAskRow *row = self->order->rows; row->label != NULL; row++)
    {
      GtkWidget *widget = sz_ask_row_new (row, texts != NULL && *texts != NULL ? *texts++ : NULL);

      sz_form_dialog_take_row (SZ_FORM_DIALOG (self), group, widget);
      g_ptr_array_add (self->rows, widget);
    }
  sz_form_dialog_add (SZ_FORM_DIALOG (self), GTK_WIDGET (group));
}

SzAskDialog *
sz_ask_dialog_new (GtkWindow *parent,
                   SzTasks *tasks,
                   const SzAskOrder *order,
                   const char *subject,
                   const char *hint,
                   const char *const *texts)
{
  SzAskDialog *self;

  g_return_val_if_fail (SZ_IS_TASKS (tasks) && order != NULL && subject != NULL, NULL);
  self = g_object_new (SZ_TYPE_ASK_DIALOG, "transient-for", parent, "tasks", tasks, "title",
                       _ (order->title), NULL);
  self->order = order;
  self->subject = g_strdup (subject);
  sz_form_dialog_set_hint (SZ_FORM_DIALOG (self), hint);
  sz_form_dialog_set_verb (SZ_FORM_DIALOG (self), _ (order->verb));
  add_rows (self, texts);
  sz_form_dialog_begin (SZ_FORM_DIALOG (self));
  return self;
}
