/* sz-person-dialog.c — a person's form: new, or a correction of what is not dated
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-person-dialog.h"

#include <glib/gi18n.h>

#include "sz-message.h"
#include "sz-person-act.h"
#include "sz-person-conflict.h"
#include "sz-person-fields.h"
#include "sz-person-reveal.h"
#include "sz-record-dialog.h"
#include "sz-row-edit.h"

struct _SzPersonDialog
{
  SzFormDialog parent_instance;

  /* Borrowed */
  AdwPreferencesGroup *first_group;
  AdwPreferencesGroup *start_group;
  AdwPreferencesGroup *more_group;
  GtkEditable *from_row;
  GtkEditable *department_row;
  GtkEditable *post_row;
  GtkSwitch *full_time_switch;
  GPtrArray *rows; /* in the order of sz_person_fields() */
  GtkWidget *employment_row;
  GtkWidget *title_row;
  GtkWidget *regime_row;
  SzSuggestButton *departments; /* beside department_row */

  /* Owned */
  SzPersonFile *file;
  SzJob *reading;
  gint64 version; /* of the row as it was read */

  gboolean is_new;
  gboolean filling; /* rows that are still empty say nothing of the person */
};

enum
{
  SAVED,
  N_SIGNALS
};

/* What a look at a masked number is about. */
typedef struct
{
  gint64 person_id;
  const char *code; /* static */
} Look;

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (SzPersonDialog, sz_person_dialog, SZ_TYPE_FORM_DIALOG)

static GtkWidget *
find_row (SzPersonDialog *self, const char *heading)
{
  const SzPersonField *fields = sz_person_fields ();

  for (guint i = 0; fields[i].heading != NULL; i++)
    {
      if (g_strcmp0 (fields[i].heading, heading) == 0)
        return g_ptr_array_index (self->rows, i);
    }
  return NULL;
}

/* (transfer full) (nullable): the first fault in words; all faulty rows are marked. */
static char *
mark_faults (SzPersonDialog *self, const SzIssueList *issues)
{
  const SzIssue *first = NULL;

  for (guint i = 0; i < sz_issue_list_length (issues); i++)
    {
      const SzIssue *issue = sz_issue_list_get (issues, i);
      GtkWidget *row = find_row (self, issue->column);

      if (row != NULL)
        sz_form_mark (row, TRUE);
      /* What is still empty needs no words while one types. */
      if (first == NULL && !g_str_equal (issue->code, "required.missing"))
        first = issue;
    }
  return first != NULL ? sz_message_for_issue (first) : NULL;
}

static gboolean
read_rows (SzPersonDialog *self)
{
  const SzPersonField *fields = sz_person_fields ();
  gboolean whole = TRUE;

  for (guint i = 0; fields[i].heading != NULL; i++)
    {
      GtkWidget *row = g_ptr_array_index (self->rows, i);
      gboolean read = sz_field_row_read (row, &fields[i], &self->file->person);

      sz_form_mark (row, !read);
      whole = whole && read;
    }
  return whole;
}

static gboolean
check_start (SzPersonDialog *self)
{
  const char *from = gtk_editable_get_text (self->from_row);
  const char *post = gtk_editable_get_text (self->post_row);
  g_autofree char *news
      = sz_record_dup_news (self->departments, gtk_editable_get_text (self->department_row));
  SzDate date = SZ_DATE_NONE;
  gboolean from_good = sz_date_parse (from, &date, NULL);
  gboolean post_good = *post == '\0' || sz_post_parse (post) != 0;
  gboolean department_good = *gtk_editable_get_text (self->department_row) != '\0';

  sz_form_mark (GTK_WIDGET (self->from_row), *from != '\0' && !from_good);
  sz_form_mark (GTK_WIDGET (self->post_row), !post_good);
  adw_preferences_group_set_description (self->start_group, news);
  return from_good && post_good && department_good;
}

static SzDate
find_today (void)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();

  return sz_date_make (g_date_time_get_year (now), g_date_time_get_month (now),
                       g_date_time_get_day_of_month (now));
}

/* RULE ppl-1, as one types */
static SzFormCheck
sz_person_dialog_check (SzFormDialog *dialog)
{
  SzPersonDialog *self = SZ_PERSON_DIALOG (dialog);
  g_autoptr (SzIssueList) issues = sz_issue_list_new ();
  SzFormCheck verdict = { 0 };

  if (self->file == NULL || self->filling)
    return verdict;
  verdict.complete = read_rows (self);
  sz_person_check (&self->file->person, find_today (), issues);
  verdict.fault = mark_faults (self, issues);
  /* All of it is looked at, whatever is missing elsewhere. */
  verdict.complete = (!self->is_new || check_start (self)) && verdict.complete
                     && sz_issue_list_errors (issues) == 0;
  return verdict;
}

static void
add_rows (SzPersonDialog *self)
{
  for (const SzPersonField *field = sz_person_fields (); field->heading != NULL; field++)
    {
      GtkWidget *row = sz_field_row_new (field);

      if (ADW_IS_ENTRY_ROW (row))
        adw_entry_row_set_activates_default (ADW_ENTRY_ROW (row), TRUE);
      adw_preferences_group_add (field->more ? self->more_group : self->first_group, row);
      g_ptr_array_add (self->rows, row);
      g_signal_connect_swapped (row, ADW_IS_COMBO_ROW (row) ? "notify::selected" : "changed",
                                G_CALLBACK (sz_form_dialog_changed), self);
    }
  self->employment_row = sz_code_row_new (_ ("Employment"), SZ_TABLE_EMPLOYMENT);
  self->title_row = sz_code_row_new (_ ("Professional title"), SZ_TABLE_TITLE);
  self->regime_row = sz_code_row_new (_ ("Way of pay"), SZ_TABLE_PAY_REGIME);
  sz_code_row_show (self->employment_row, SZ_TABLE_EMPLOYMENT, "established");
  sz_code_row_show (self->regime_row, SZ_TABLE_PAY_REGIME, "performance");
  adw_preferences_group_add (self->start_group, self->employment_row);
  adw_preferences_group_add (self->start_group, self->title_row);
  adw_preferences_group_add (self->start_group, self->regime_row);
}

static void
add_suggestions (SzPersonDialog *self)
{
  GtkWidget *posts = sz_suggest_button_new (self->post_row, _ ("What there is (Alt+↓)"));

  self->departments = SZ_SUGGEST_BUTTON (
      sz_suggest_button_new (self->department_row, _ ("What there is (Alt+↓)")));
  adw_entry_row_add_suffix (ADW_ENTRY_ROW (self->department_row), GTK_WIDGET (self->departments));
  adw_entry_row_add_suffix (ADW_ENTRY_ROW (self->post_row), posts);
  sz_suggest_button_offer_posts (SZ_SUGGEST_BUTTON (posts));
}

/* ID and account numbers are masked until asked for, and the look is recorded (RULE aud-1). */

static gpointer
reveal_cb (SzOffice *office,
           gpointer input,
           SzProgress progress,
           GCancellable *cancellable,
           GError **error)
{
  const Look *look = input;

  return sz_office_person_reveal (office, look->person_id, look->code, error);
}

static void
revealed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  GtkWidget *button = user_data;
  GtkWidget *row = gtk_widget_get_ancestor (button, ADW_TYPE_ENTRY_ROW);
  g_autoptr (GError) error = NULL;
  g_autofree char *number = sz_tasks_finish (result, &error);

  if (number == NULL)
    sz_form_dialog_refuse (SZ_FORM_DIALOG (source), error);
  else if (row != NULL)
    {
      sz_field_row_unmask (row, number);
      gtk_widget_hide (button);
      gtk_widget_grab_focus (row);
    }
  g_object_unref (button);
}

static const char *
find_code (const char *name)
{
  const SzPersonField *field = sz_person_fields ();

  while (field->heading != NULL && g_strcmp0 (field->code, name) != 0)
    field++;
  return field->code;
}

static void
reveal_clicked_cb (SzPersonDialog *self, GtkWidget *button)
{
  const Look look = { self->file->person.id, find_code (gtk_widget_get_name (button)) };

  sz_tasks_write (sz_form_dialog_get_tasks (SZ_FORM_DIALOG (self)), self,
                  SZ_WORK (reveal_cb, g_memdup2 (&look, sizeof look), g_free, g_free), NULL,
                  revealed_cb, g_object_ref (button));
}

static void
mask_row (SzPersonDialog *self, GtkWidget *row, const SzPersonField *field)
{
  GtkWidget *button;

  if (field->code == NULL || *gtk_editable_get_text (GTK_EDITABLE (row)) == '\0')
    return;
  sz_field_row_mask (row);
  button = gtk_button_new_from_icon_name ("view-reveal-symbolic");
  gtk_widget_set_name (button, field->code);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, _ ("Click to see the number; the look is recorded"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Click to see the number; the look is recorded"), -1);
  g_signal_connect_object (button, "clicked", G_CALLBACK (reveal_clicked_cb), self,
                           G_CONNECT_SWAPPED);
  adw_entry_row_add_suffix (ADW_ENTRY_ROW (row), button);
}

static void
show_person (SzPersonDialog *self)
{
  const SzPersonField *fields = sz_person_fields ();

  self->filling = TRUE;
  for (guint i = 0; fields[i].heading != NULL; i++)
    {
      GtkWidget *row = g_ptr_array_index (self->rows, i);

      sz_field_row_show (row, &fields[i], &self->file->person);
      mask_row (self, row, &fields[i]);
    }
  self->filling = FALSE;
  sz_form_dialog_begin (SZ_FORM_DIALOG (self));
}

static void
add_record (SzPersonFile *file, SzRecordField field, SzDate from, const char *value)
{
  SzRecord record = { .field = field, .from = from, .value = g_strdup (value) };

  if (*value == '\0')
    g_free (record.value);
  else
    g_array_append_val (file->records, record);
}

/* The first records of a new person begin with the service (RULE ppl-3). */
static void
read_start (SzPersonDialog *self)
{
  SzService service = { .ended_as = SZ_SERVICE_ACTIVE };
  SzPost post = sz_post_parse (gtk_editable_get_text (self->post_row));
  g_autofree char *post_code = post != 0 ? sz_post_code (post) : g_strdup ("");

  sz_date_parse (gtk_editable_get_text (self->from_row), &service.from, NULL);
  g_array_set_size (self->file->records, 0);
  g_array_set_size (self->file->services, 0);
  g_array_append_val (self->file->services, service);
  add_record (self->file, SZ_RECORD_DEPARTMENT, service.from,
              gtk_editable_get_text (self->department_row));
  add_record (self->file, SZ_RECORD_EMPLOYMENT, service.from,
              sz_code_row_read (self->employment_row, SZ_TABLE_EMPLOYMENT));
  add_record (self->file, SZ_RECORD_POST, service.from, post_code);
  add_record (self->file, SZ_RECORD_FULL_TIME, service.from,
              gtk_switch_get_active (self->full_time_switch) ? "1" : "0");
  add_record (self->file, SZ_RECORD_TITLE, service.from,
              sz_code_row_read (self->title_row, SZ_TABLE_TITLE));
  add_record (self->file, SZ_RECORD_PAY_REGIME, service.from,
              sz_code_row_read (self->regime_row, SZ_TABLE_PAY_REGIME));
}

/* What a saving act gives back. */
typedef struct
{
  gint64 person_id;
  char *act_id;
} Saved;

static void
saved_freed_cb (gpointer data)
{
  g_free (((Saved *)data)->act_id);
  g_free (data);
}

static gpointer
save_cb (SzOffice *office,
         gpointer input,
         SzProgress progress,
         GCancellable *cancellable,
         GError **error)
{
  g_autoptr (SzIssueList) issues = sz_issue_list_new ();
  SzPersonFile *file = input;
  Saved *saved = g_new0 (Saved, 1);
  gboolean done
      = file->person.id == 0
            ? sz_office_person_add (office, file, issues, &saved->act_id, error)
            : sz_office_person_edit (office, &file->person, issues, &saved->act_id, error);

  saved->person_id = file->person.id;
  if (done)
    return saved;
  saved_freed_cb (saved);
  return NULL;
}

static void
saved_cb (gpointer owner, gpointer value)
{
  Saved *saved = value;

  g_signal_emit (owner, signals[SAVED], 0, saved->person_id, saved->act_id);
  saved_freed_cb (saved);
  sz_form_dialog_finish (owner);
}

static SzConflict *
compare_cb (SzOffice *office, gpointer row, GError **error)
{
  return sz_office_person_compare (office, &((SzPersonFile *)row)->person, error);
}

static void
take_cb (gpointer row, const SzConflict *conflict)
{
  sz_person_take (&((SzPersonFile *)row)->person, conflict);
}

static const char *
name_cb (gconstpointer row, const char *name)
{
  const SzPersonField *field = sz_person_field_by_name (name);

  return field != NULL ? _ (field->title) : name;
}

static char *
show_cb (gconstpointer row, const char *name, const char *value)
{
  return sz_person_field_dup_shown (sz_person_field_by_name (name), value);
}

static void
sz_person_dialog_save (SzFormDialog *dialog)
{
  static const SzRowEdit edit = { save_cb, compare_cb,     take_cb,          { name_cb, show_cb },
                                  NULL,    saved_freed_cb, SZ_CHANGED_PEOPLE };
  SzPersonDialog *self = SZ_PERSON_DIALOG (dialog);

  if (self->is_new)
    read_start (self);
  /* The worker has the person to itself: nothing can be typed until it is back. What a conflict
   * that was given up took over is forgotten. */
  self->file->person.row_version = self->version;
  sz_row_edit_save (dialog, &edit, self->file, saved_cb);
}

static gpointer
load_cb (SzOffice *office,
         gpointer input,
         SzProgress progress,
         GCancellable *cancellable,
         GError **error)
{
  return sz_office_person_load (office, *(gint64 *)input, error);
}

static void
loaded_cb (gpointer owner, gpointer value)
{
  SZ_PERSON_DIALOG (owner)->file = value;
  SZ_PERSON_DIALOG (owner)->version = ((const SzPersonFile *)value)->person.row_version;
  show_person (owner);
}

static void
load_failed_cb (gpointer owner, const GError *error)
{
  sz_form_dialog_refuse (owner, error);
}

static void
sz_person_dialog_dispose (GObject *object)
{
  g_clear_pointer (&SZ_PERSON_DIALOG (object)->reading, sz_job_free);
  G_OBJECT_CLASS (sz_person_dialog_parent_class)->dispose (object);
}

static void
sz_person_dialog_finalize (GObject *object)
{
  SzPersonDialog *self = SZ_PERSON_DIALOG (object);

  g_clear_pointer (&self->file, sz_person_file_free);
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  G_OBJECT_CLASS (sz_person_dialog_parent_class)->finalize (object);
}

static void
sz_person_dialog_class_init (SzPersonDialogClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = sz_person_dialog_dispose;
  G_OBJECT_CLASS (klass)->finalize = sz_person_dialog_finalize;
  SZ_FORM_DIALOG_CLASS (klass)->check = sz_person_dialog_check;
  SZ_FORM_DIALOG_CLASS (klass)->save = sz_person_dialog_save;
  signals[SAVED] = g_signal_new ("saved", SZ_TYPE_PERSON_DIALOG, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                 NULL, G_TYPE_NONE, 2, G_TYPE_INT64, G_TYPE_STRING);
}

static AdwPreferencesGroup *
add_group (SzPersonDialog *self, const char *title)
{
  GtkWidget *group = g_object_new (ADW_TYPE_PREFERENCES_GROUP, "title", title, NULL);

  sz_form_dialog_add (SZ_FORM_DIALOG (self), group);
  return ADW_PREFERENCES_GROUP (group);
}

static void
sz_person_dialog_init (SzPersonDialog *self)
{
  SzFormDialog *dialog = SZ_FORM_DIALOG (self);
  GtkWidget *full_time = g_object_new (ADW_TYPE_ACTION_ROW, "title", _ ("Full-time teacher"), NULL);

  self->rows = g_ptr_array_new ();
  self->first_group = add_group (self, _ ("Person"));
  self->start_group = add_group (self, _ ("At the beginning of service"));
  self->more_group = add_group (self, _ ("Further"));
  self->from_row
      = sz_form_dialog_add_entry (dialog, self->start_group, _ ("In service from"), TRUE);
  self->department_row
      = sz_form_dialog_add_entry (dialog, self->start_group, _ ("Department"), TRUE);
  self->post_row
      = sz_form_dialog_add_entry (dialog, self->start_group, _ ("Post, such as 专技八级"), FALSE);
  self->full_time_switch = GTK_SWITCH (gtk_switch_new ());
  gtk_widget_set_valign (GTK_WIDGET (self->full_time_switch), GTK_ALIGN_CENTER);
  adw_action_row_add_suffix (ADW_ACTION_ROW (full_time), GTK_WIDGET (self->full_time_switch));
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (full_time),
                                         GTK_WIDGET (self->full_time_switch));
  adw_preferences_group_add (self->start_group, full_time);
  add_rows (self);
  add_suggestions (self);
  sz_form_dialog_set_width (SZ_FORM_DIALOG (self), 560);
}

void
sz_person_dialog_offer_departments (SzPersonDialog *self, GPtrArray *names)
{
  g_return_if_fail (SZ_IS_PERSON_DIALOG (self));
  sz_suggest_button_clear (self->departments);
  for (guint i = 0; names != NULL && i < names->len; i++)
    sz_suggest_button_offer (self->departments, g_ptr_array_index (names, i));
}

SzPersonDialog *
sz_person_dialog_new (GtkWindow *parent, SzTasks *tasks, gint64 person_id)
{
  SzPersonDialog *self
      = g_object_new (SZ_TYPE_PERSON_DIALOG, "transient-for", parent, "tasks", tasks, "title",
                      person_id == 0 ? _ ("New Person") : _ ("Correct a Person"), NULL);

  self->is_new = person_id == 0;
  gtk_widget_set_visible (GTK_WIDGET (self->start_group), self->is_new);
  if (self->is_new)
    {
      self->file = sz_person_file_new ();
      return self;
    }
  self->reading = sz_job_new (self, load_failed_cb);
  sz_job_read (self->reading, tasks,
               SZ_WORK (load_cb, g_memdup2 (&person_id, sizeof person_id), g_free,
                        (GDestroyNotify)sz_person_file_free),
               loaded_cb);
  return self;
}
