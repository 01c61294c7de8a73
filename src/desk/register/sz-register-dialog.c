/* sz-register-dialog.c — a row of a register, by the fields of its sheet
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-register-dialog.h"

#include <glib/gi18n.h>
#include <string.h>

#include "sz-register-work.h"
#include "sz-suggest-button.h"

/* A pause in typing after which the row is judged. */
#define JUDGE_AFTER_MS 300

struct _SzRegisterDialog
{
  SzFormDialog parent_instance;

  const SzRegister *reg;
  GPtrArray *rows;    /* of GtkEditable (borrowed), one a column; NULL: a name */
  SzRegisterRow *row; /* NULL: not read yet */
  SzJob *reading;
  SzJob *judging;
  guint pause;       /* source: what is typed is judged when it ends */
  GtkWidget *marked; /* (nullable) (borrowed): the row that the fault is about */
};

enum
{
  SAVED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (SzRegisterDialog, sz_register_dialog, SZ_TYPE_FORM_DIALOG)

static gboolean
is_required (const SzImportField *field)
{
  return field->required && !field->hand_may_lack;
}

/* (transfer full): what the rows say. */
static SzRegisterRow *
make_row (SzRegisterDialog *self)
{
  SzRegisterRow *row = g_new0 (SzRegisterRow, 1);

  row->id = self->row->id;
  row->row_version = self->row->row_version;
  row->cells = g_new0 (char *, self->reg->n_columns + 1);
  for (guint i = 0; i < self->rows->len; i++)
    {
      GtkEditable *entry = g_ptr_array_index (self->rows, i);

      row->cells[i] = g_strdup (entry != NULL ? gtk_editable_get_text (entry) : "");
    }
  return row;
}

/* ---- judged while typing, as a line of its sheet ---- */

static void
mark (SzRegisterDialog *self, const char *heading)
{
  if (self->marked != NULL)
    sz_form_mark (self->marked, FALSE);
  self->marked = NULL;
  for (guint i = 0; heading != NULL && i < self->rows->len; i++)
    if (g_str_equal (self->reg->columns[i].heading, heading))
      self->marked = g_ptr_array_index (self->rows, i);
  if (self->marked != NULL)
    sz_form_mark (self->marked, TRUE);
}

static void
judged_cb (gpointer owner, gpointer value)
{
}

/* Saving says it again: nobody has to wait for the judgement. */
static void
faulty_cb (gpointer owner, const GError *error)
{
  g_auto (GStrv) args = sz_error_dup_args (error);

  for (guint i = 0; args[i] != NULL; i++)
    if (g_str_has_prefix (args[i], "column="))
      mark (owner, args[i] + strlen ("column="));
  sz_form_dialog_refuse (owner, error);
}

static gboolean
pause_over_cb (gpointer user_data)
{
  SzRegisterDialog *self = user_data;

  self->pause = 0;
  sz_job_read (self->judging, sz_form_dialog_get_tasks (SZ_FORM_DIALOG (self)),
               SZ_WORK (sz_register_work_judge,
                        sz_register_work_new (self->reg, make_row (self), NULL),
                        sz_register_work_free),
               judged_cb);
  return G_SOURCE_REMOVE;
}

static SzFormCheck
sz_register_dialog_check (SzFormDialog *dialog)
{
  SzRegisterDialog *self = SZ_REGISTER_DIALOG (dialog);
  SzFormCheck verdict = { .complete = TRUE };

  for (guint i = 0; i < self->rows->len; i++)
    {
      GtkEditable *row = g_ptr_array_index (self->rows, i);

      if (row != NULL && is_required (self->reg->columns[i].field)
          && *gtk_editable_get_text (row) == '\0')
        verdict.complete = FALSE;
    }
  mark (self, NULL);
  sz_job_cancel (self->judging);
  g_clear_handle_id (&self->pause, g_source_remove);
  if (verdict.complete && self->reg->by_hand && self->row != NULL)
    self->pause = g_timeout_add (JUDGE_AFTER_MS, pause_over_cb, self);
  return verdict;
}

/* ---- saving ---- */

static void
put_done_cb (gpointer owner, gpointer value)
{
  g_autofree char *act = value;

  g_signal_emit (owner, signals[SAVED], 0, act);
  sz_form_dialog_finish (owner);
}

static void
sz_register_dialog_save (SzFormDialog *dialog)
{
  SzRegisterDialog *self = SZ_REGISTER_DIALOG (dialog);
  SzRegisterRow *put = make_row (self);

  g_clear_handle_id (&self->pause, g_source_remove);
  sz_register_work_save (dialog, self->reg, put, self->row, put_done_cb);
}

/* ---- the row as it stands ---- */

static void
got_cb (gpointer owner, gpointer value)
{
  SzRegisterDialog *self = owner;

  self->row = value;
  for (guint i = 0; i < self->rows->len; i++)
    if (g_ptr_array_index (self->rows, i) != NULL)
      gtk_editable_set_text (g_ptr_array_index (self->rows, i), self->row->cells[i]);
  sz_form_dialog_begin (SZ_FORM_DIALOG (self));
}

static void
get_failed_cb (gpointer owner, const GError *error)
{
  sz_form_dialog_refuse (owner, error);
}

static void
sz_register_dialog_dispose (GObject *object)
{
  SzRegisterDialog *self = SZ_REGISTER_DIALOG (object);

  g_clear_handle_id (&self->pause, g_source_remove);
  g_clear_pointer (&self->judging, sz_job_free);
  g_clear_pointer (&self->reading, sz_job_free);
  G_OBJECT_CLASS (sz_register_dialog_parent_class)->dispose (object);
}

static void
sz_register_dialog_finalize (GObject *object)
{
  SzRegisterDialog *self = SZ_REGISTER_DIALOG (object);

  g_ptr_array_unref (self->rows);
  sz_register_row_free (self->row);
  G_OBJECT_CLASS (sz_register_dialog_parent_class)->finalize (object);
}

static void
sz_register_dialog_class_init (SzRegisterDialogClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = sz_register_dialog_dispose;
  G_OBJECT_CLASS (klass)->finalize = sz_register_dialog_finalize;
  SZ_FORM_DIALOG_CLASS (klass)->check = sz_register_dialog_check;
  SZ_FORM_DIALOG_CLASS (klass)->save = sz_register_dialog_save;
  signals[SAVED] = g_signal_new ("saved", SZ_TYPE_REGISTER_DIALOG, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                 NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
sz_register_dialog_init (SzRegisterDialog *self)
{
  self->rows = g_ptr_array_new ();
  self->judging = sz_job_new (self, faulty_cb);
}

/* The words of a code table are offered beside the entry. */
static void
offer_words (GtkEditable *row, const SzImportField *field)
{
  GtkWidget *known;

  if (field->type != SZ_FIELD_CODE && field->type != SZ_FIELD_POST)
    return;
  known = sz_suggest_button_new (row, _ ("What there is (Alt+↓)"));
  adw_entry_row_add_suffix (ADW_ENTRY_ROW (row), known);
  if (field->type == SZ_FIELD_POST)
    {
      sz_suggest_button_offer_posts (SZ_SUGGEST_BUTTON (known));
      return;
    }
  for (const SzCode *code = sz_codes_table (field->table); code->code != NULL; code++)
    sz_suggest_button_offer (SZ_SUGGEST_BUTTON (known), code->name);
}

static void
add_rows (SzRegisterDialog *self)
{
  SzFormDialog *dialog = SZ_FORM_DIALOG (self);
  AdwPreferencesGroup *group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());

  for (guint i = 0; i < self->reg->n_columns; i++)
    {
      const SzRegisterColumn *column = &self->reg->columns[i];
      GtkEditable *row = NULL;

      if (!column->is_name)
        {
          row = sz_form_dialog_add_entry (dialog, group, column->heading,
                                          is_required (column->field));
          if (column->field->note != NULL)
            gtk_widget_set_tooltip_text (GTK_WIDGET (row), _ (column->field->note));
          offer_words (row, column->field);
        }
      g_ptr_array_add (self->rows, row);
    }
  sz_form_dialog_add (dialog, GTK_WIDGET (group));
}

SzRegisterDialog *
sz_register_dialog_new (GtkWindow *parent, SzTasks *tasks, const SzRegister *reg, gint64 id)
{
  SzRegisterWork *wanted;
  SzRegisterDialog *self;

  g_return_val_if_fail (SZ_IS_TASKS (tasks) && reg != NULL, NULL);
  self = g_object_new (SZ_TYPE_REGISTER_DIALOG, "transient-for", parent, "tasks", tasks, "title",
                       reg->kind->name, NULL);
  self->reg = reg;
  add_rows (self);
  if (id == 0)
    {
      self->row = g_new0 (SzRegisterRow, 1);
      sz_form_dialog_begin (SZ_FORM_DIALOG (self));
      return self;
    }
  self->reading = sz_job_new (self, get_failed_cb);
  wanted = sz_register_work_new (reg, NULL, NULL);
  wanted->id = id;
  sz_job_read (self->reading, tasks,
               SZ_WORK (sz_register_work_get, wanted, sz_register_work_free,
                        (GDestroyNotify)sz_register_row_free),
               got_cb);
  return self;
}

void
sz_register_dialog_fill (SzRegisterDialog *self, const char *heading, const char *text)
{
  g_return_if_fail (SZ_IS_REGISTER_DIALOG (self) && heading != NULL && text != NULL);
  for (guint i = 0; i < self->rows->len; i++)
    if (g_str_equal (self->reg->columns[i].heading, heading))
      gtk_editable_set_text (g_ptr_array_index (self->rows, i), text);
  sz_form_dialog_begin (SZ_FORM_DIALOG (self));
}
