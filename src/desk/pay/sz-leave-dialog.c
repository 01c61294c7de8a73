/* sz-leave-dialog.c — one leave: its days are counted and its clashes said while it is typed
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-leave-dialog.h"

#include <glib/gi18n.h>

#include "sz-codes.h"
#include "sz-leave-book.h"
#include "sz-register-work.h"
#include "sz-suggest-button.h"

enum
{
  STAFF_NO,
  KIND,
  FROM,
  TO,
  BACK,
  NOTE,
  N_ROWS
};

/* As the sheet calls them. */
static const char *const headings[N_ROWS] = { "工号", "类别", "起", "止", "销假日期", "备注" };

struct _SzLeaveDialog
{
  SzFormDialog parent_instance;

  const SzRegister *reg;
  SzRegisterRow *row; /* NULL: it is still being read */
  GtkEditable *rows[N_ROWS];
  SzJob *reading;
  SzJob *guessing;
  char *asked;         /* what the guess is about */
  SzLeaveGuess *guess; /* (nullable) */
};

enum
{
  SAVED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (SzLeaveDialog, sz_leave_dialog, SZ_TYPE_FORM_DIALOG)

static const char *
get_text (SzLeaveDialog *self, guint i)
{
  return gtk_editable_get_text (self->rows[i]);
}

/* The column of the register that a row of the dialog is about; −1: none. */
static int
find_column (SzLeaveDialog *self, const char *heading)
{
  for (guint i = 0; i < self->reg->n_columns; i++)
    if (g_str_equal (self->reg->columns[i].heading, heading))
      return (int)i;
  return -1;
}

/* ---- what it comes to ---- */

typedef struct
{
  char *staff_no;
  SzLeave leave;
  gint64 except;
} Asked;

static void
asked_freed_cb (gpointer data)
{
  g_free (((Asked *)data)->staff_no);
  g_free (data);
}

static gpointer
guess_cb (
    SzOffice *office, gpointer data, SzProgress progress, GCancellable *cancellable, GError **error)
{
  const Asked *asked = data;

  return sz_view_leave_guess (office, asked->staff_no, &asked->leave, asked->except, error);
}

static void
guessed_cb (gpointer owner, gpointer value)
{
  SzLeaveDialog *self = owner;

  sz_leave_guess_free (self->guess);
  self->guess = value;
  sz_form_dialog_check (owner);
}

static void
failed_cb (gpointer owner, const GError *error)
{
  sz_form_dialog_refuse (owner, error);
}

static gboolean
read_leave (SzLeaveDialog *self, SzLeave *leave)
{
  const SzCode *kind = sz_codes_by_name (SZ_TABLE_LEAVE, get_text (self, KIND));
  SzDate back = SZ_DATE_NONE;

  if (!sz_form_read_day (self->rows[FROM], &leave->from)
      || !sz_form_read_day (self->rows[TO], &leave->to)
      || !sz_form_read_day (self->rows[BACK], &back))
    return FALSE;
  leave->kind = kind != NULL ? (SzLeaveKind)kind->value : SZ_LEAVE_OTHER;
  if (leave->from == SZ_DATE_NONE || leave->to == SZ_DATE_NONE || leave->to < leave->from)
    return FALSE;
  return sz_leave_end (leave->from, &leave->to, back) != SZ_LEAVE_END_FAULTY;
}

static void
ask (SzLeaveDialog *self, const SzLeave *leave)
{
  g_autofree char *text
      = g_strjoin ("\037", get_text (self, STAFF_NO), get_text (self, KIND), get_text (self, FROM),
                   get_text (self, TO), get_text (self, BACK), NULL);
  Asked *asked;

  if (g_strcmp0 (text, self->asked) == 0)
    return;
  g_free (self->asked);
  self->asked = g_steal_pointer (&text);
  g_clear_pointer (&self->guess, sz_leave_guess_free);
  asked = g_new0 (Asked, 1);
  asked->staff_no = g_strdup (get_text (self, STAFF_NO));
  asked->leave = *leave;
  asked->except = self->row->id;
  sz_job_read (self->guessing, sz_form_dialog_get_tasks (SZ_FORM_DIALOG (self)),
               SZ_WORK (guess_cb, asked, asked_freed_cb, (GDestroyNotify)sz_leave_guess_free),
               guessed_cb);
}

static char *
write_clash (const SzLeaveGuess *guess)
{
  g_autofree char *from = sz_date_format (guess->other.from);
  g_autofree char *to = sz_date_format (guess->other.to);

  /* TRANSLATORS: a name, a kind of leave, its first and last day */
  return g_strdup_printf (_ ("%s is on leave already: %s, %s – %s. Two leaves do not overlap."),
                          guess->name,
                          sz_codes_by_value (SZ_TABLE_LEAVE, (int)guess->other.kind)->name, from,
                          to);
}

static char *
write_days (const SzLeaveGuess *guess)
{
  if (guess->working_days < 0)
    return g_strdup_printf (_ ("%s: %d calendar days"), guess->name, guess->days);
  return g_strdup_printf (_ ("%s: %d calendar days, %d working days"), guess->name, guess->days,
                          guess->working_days);
}

static SzFormCheck
sz_leave_dialog_check (SzFormDialog *dialog)
{
  SzLeaveDialog *self = SZ_LEAVE_DIALOG (dialog);
  SzFormCheck verdict = { .complete = FALSE };
  SzLeave leave = { 0 };

  if (self->row == NULL)
    return verdict;
  if (!read_leave (self, &leave))
    {
      if (leave.from != SZ_DATE_NONE && leave.to != SZ_DATE_NONE)
        verdict.fault = g_strdup (_ ("The last day and the first day back come after the first "
                                     "day."));
      return verdict;
    }
  if (*get_text (self, STAFF_NO) == '\0' || *get_text (self, KIND) == '\0')
    return verdict;
  ask (self, &leave);
  if (self->guess == NULL)
    return verdict;
  verdict.complete = self->guess->known && !self->guess->clashes;
  if (!self->guess->known)
    verdict.fault = g_strdup (_ ("Nobody in the register has this staff number."));
  else if (self->guess->clashes)
    verdict.fault = write_clash (self->guess);
  else
    verdict.notice = write_days (self->guess);
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
sz_leave_dialog_save (SzFormDialog *dialog)
{
  SzLeaveDialog *self = SZ_LEAVE_DIALOG (dialog);
  SzRegisterRow *put = g_new0 (SzRegisterRow, 1);

  put->id = self->row->id;
  put->row_version = self->row->row_version;
  put->cells = g_new0 (char *, self->reg->n_columns + 1);
  for (guint i = 0; i < self->reg->n_columns; i++)
    put->cells[i] = g_strdup (self->row->cells != NULL ? self->row->cells[i] : "");
  for (guint i = 0; i < N_ROWS; i++)
    {
      const int column = find_column (self, headings[i]);

      g_return_if_fail (column >= 0);
      g_free (put->cells[column]);
      put->cells[column] = g_strdup (get_text (self, i));
    }
  sz_register_work_save (dialog, self->reg, put, self->row, put_done_cb);
}

/* ---- the leave as it stands ---- */

static void
got_cb (gpointer owner, gpointer value)
{
  SzLeaveDialog *self = owner;

  self->row = value;
  for (guint i = 0; i < N_ROWS; i++)
    {
      const int column = find_column (self, headings[i]);

      if (column >= 0 && self->row->cells[column] != NULL)
        gtk_editable_set_text (self->rows[i], self->row->cells[column]);
    }
  sz_form_dialog_begin (SZ_FORM_DIALOG (self));
}

static void
sz_leave_dialog_dispose (GObject *object)
{
  SzLeaveDialog *self = SZ_LEAVE_DIALOG (object);

  g_clear_pointer (&self->reading, sz_job_free);
  g_clear_pointer (&self->guessing, sz_job_free);
  G_OBJECT_CLASS (sz_leave_dialog_parent_class)->dispose (object);
}

static void
sz_leave_dialog_finalize (GObject *object)
{
  SzLeaveDialog *self = SZ_LEAVE_DIALOG (object);

  g_free (self->asked);
  sz_leave_guess_free (self->guess);
  sz_register_row_free (self->row);
  G_OBJECT_CLASS (sz_leave_dialog_parent_class)->finalize (object);
}

static void
sz_leave_dialog_class_init (SzLeaveDialogClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = sz_leave_dialog_dispose;
  G_OBJECT_CLASS (klass)->finalize = sz_leave_dialog_finalize;
  SZ_FORM_DIALOG_CLASS (klass)->check = sz_leave_dialog_check;
  SZ_FORM_DIALOG_CLASS (klass)->save = sz_leave_dialog_save;
  signals[SAVED] = g_signal_new ("saved", SZ_TYPE_LEAVE_DIALOG, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                 NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
sz_leave_dialog_init (SzLeaveDialog *self)
{
  self->guessing = sz_job_new (self, failed_cb);
  self->reading = sz_job_new (self, failed_cb);
}

static void
add_rows (SzLeaveDialog *self)
{
  const char *const titles[N_ROWS] = { _ ("Staff no."), _ ("Kind"),           _ ("First day"),
                                       _ ("Last day"),  _ ("First day back"), _ ("Note") };
  SzFormDialog *dialog = SZ_FORM_DIALOG (self);
  AdwPreferencesGroup *group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
  GtkWidget *kinds;

  for (guint i = 0; i < N_ROWS; i++)
    self->rows[i] = sz_form_dialog_add_entry (dialog, group, titles[i], i <= TO);
  kinds = sz_suggest_button_new (self->rows[KIND], _ ("What there is (Alt+↓)"));
  adw_entry_row_add_suffix (ADW_ENTRY_ROW (self->rows[KIND]), kinds);
  for (const SzCode *code = sz_codes_table (SZ_TABLE_LEAVE); code->code != NULL; code++)
    sz_suggest_button_offer (SZ_SUGGEST_BUTTON (kinds), code->name);
  sz_form_dialog_add (dialog, GTK_WIDGET (group));
}

SzLeaveDialog *
sz_leave_dialog_new (GtkWindow *parent, SzTasks *tasks, gint64 id)
{
  SzLeaveDialog *self;
  SzRegisterWork *wanted;

  g_return_val_if_fail (SZ_IS_TASKS (tasks), NULL);
  self = g_object_new (SZ_TYPE_LEAVE_DIALOG, "transient-for", parent, "tasks", tasks, "title",
                       id == 0 ? _ ("Add a Leave") : _ ("Correct a Leave"), NULL);
  self->reg = sz_register_find ("leaves");
  add_rows (self);
  if (id == 0)
    {
      self->row = g_new0 (SzRegisterRow, 1);
      sz_form_dialog_begin (SZ_FORM_DIALOG (self));
      return self;
    }
  wanted = sz_register_work_new (self->reg, NULL, NULL);
  wanted->id = id;
  sz_job_read (self->reading, tasks,
               SZ_WORK (sz_register_work_get, wanted, sz_register_work_free,
                        (GDestroyNotify)sz_register_row_free),
               got_cb);
  return self;
}
