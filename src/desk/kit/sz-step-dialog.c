/* sz-step-dialog.c — the next step of a case: its day, reason and document
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-step-dialog.h"

#include <glib/gi18n.h>

struct _SzStepDialog
{
  SzFormDialog parent_instance;

  /* Borrowed */
  GtkEditable *day_row;
  GtkEditable *reason_row;
  GtkEditable *document_row;
  GtkEditable *approval_row; /* (nullable) */

  SzStepOrder order;
  char *subject;
};

enum
{
  TAKEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (SzStepDialog, sz_step_dialog, SZ_TYPE_FORM_DIALOG)

/* What the writer gets. */
typedef struct
{
  SzStepOrder order;
  char *subject;
  char *reason;
  char *document;
  char *approval; /* (nullable) */
  SzDate day;
} Step;

static void
free_step (gpointer data)
{
  Step *step = data;

  g_free (step->subject);
  g_free (step->reason);
  g_free (step->document);
  g_free (step->approval);
  g_free (step);
}

static gpointer
take_cb (
    SzOffice *office, gpointer data, SzProgress progress, GCancellable *cancellable, GError **error)
{
  const Step *step = data;
  const SzCaseAsk ask = { .verb = step->order.move->verb,
                          .subject = step->subject,
                          .day = step->day,
                          .reason = step->reason,
                          .document = step->document,
                          .approval = step->approval };

  return GINT_TO_POINTER (step->order.walk (office, step->order.subject_id, &ask, error));
}

static void
taken_cb (gpointer owner, gpointer value)
{
  SzStepDialog *self = owner;

  g_signal_emit (self, signals[TAKEN], 0, self->order.move->verb);
  sz_form_dialog_finish (SZ_FORM_DIALOG (self));
}

static gboolean
is_missing (GtkEditable *row, gboolean needed)
{
  return needed && *gtk_editable_get_text (row) == '\0';
}

/* What is missing is left to be filled in; whether the step may be taken the office says. */
static SzFormCheck
sz_step_dialog_check (SzFormDialog *dialog)
{
  SzStepDialog *self = SZ_STEP_DIALOG (dialog);
  const SzMoveNeeds needs = self->order.move->needs;
  SzFormCheck verdict = { 0 };
  SzDate day;

  if (!sz_form_read_day (self->day_row, &day))
    verdict.fault = g_strdup (_ ("A day is written as 2026-01-01."));
  verdict.complete = !is_missing (self->day_row, (needs & SZ_MOVE_DAY) != 0)
                     && !is_missing (self->reason_row, (needs & SZ_MOVE_REASON) != 0)
                     && !is_missing (self->document_row, (needs & SZ_MOVE_DOCUMENT) != 0);
  return verdict;
}

static void
sz_step_dialog_save (SzFormDialog *dialog)
{
  SzStepDialog *self = SZ_STEP_DIALOG (dialog);
  Step *step = g_new0 (Step, 1);

  step->order = self->order;
  step->subject = g_strdup (self->subject);
  step->reason = g_strdup (gtk_editable_get_text (self->reason_row));
  step->document = g_strdup (gtk_editable_get_text (self->document_row));
  if (self->approval_row != NULL)
    step->approval = g_strdup (gtk_editable_get_text (self->approval_row));
  sz_form_read_day (self->day_row, &step->day);
  sz_form_dialog_write (dialog, SZ_WORK (take_cb, step, free_step, .changes = self->order.changes),
                        taken_cb);
}

static void
sz_step_dialog_finalize (GObject *object)
{
  g_free (SZ_STEP_DIALOG (object)->subject);
  G_OBJECT_CLASS (sz_step_dialog_parent_class)->finalize (object);
}

static void
sz_step_dialog_class_init (SzStepDialogClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = sz_step_dialog_finalize;
  SZ_FORM_DIALOG_CLASS (klass)->check = sz_step_dialog_check;
  SZ_FORM_DIALOG_CLASS (klass)->save = sz_step_dialog_save;
  signals[TAKEN] = g_signal_new ("taken", SZ_TYPE_STEP_DIALOG, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                 NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
sz_step_dialog_init (SzStepDialog *self)
{
}

SzStepDialog *
sz_step_dialog_new (GtkWindow *parent, SzTasks *tasks, const SzStepOrder *order)
{
  AdwPreferencesGroup *group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
  g_autofree char *day = NULL;
  SzStepDialog *self;
  SzFormDialog *dialog;

  g_return_val_if_fail (SZ_IS_TASKS (tasks) && order != NULL && order->move != NULL, NULL);
  g_return_val_if_fail (order->walk != NULL && order->subject != NULL, NULL);
  self = g_object_new (SZ_TYPE_STEP_DIALOG, "transient-for", parent, "tasks", tasks, "title",
                       order->move->name, NULL);
  dialog = SZ_FORM_DIALOG (self);
  self->order = *order;
  self->subject = g_strdup (order->subject);
  self->order.subject = self->subject;
  sz_form_dialog_set_hint (dialog, self->subject);
  sz_form_dialog_set_verb (dialog, order->move->name);
  self->day_row = sz_form_dialog_add_entry (dialog, group, _ ("Day"),
                                            (order->move->needs & SZ_MOVE_DAY) != 0);
  self->document_row = sz_form_dialog_add_entry (dialog, group, _ ("Number of the document (文号)"),
                                                 (order->move->needs & SZ_MOVE_DOCUMENT) != 0);
  self->reason_row = sz_form_dialog_add_entry (dialog, group, _ ("Reason"),
                                               (order->move->needs & SZ_MOVE_REASON) != 0);
  if (order->approvals)
    self->approval_row
        = sz_form_dialog_add_entry (dialog, group, _ ("Number of the approval (批文号)"), FALSE);
  sz_form_dialog_add (dialog, GTK_WIDGET (group));
  day = sz_date_format (order->day);
  gtk_editable_set_text (self->day_row, day);
  sz_form_dialog_begin (dialog);
  return self;
}
