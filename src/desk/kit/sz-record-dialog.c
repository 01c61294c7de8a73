/* sz-record-dialog.c — a dated record: change 变更 from a date, or correction 更正 of what was
 * wrong
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-record-dialog.h"

#include <glib/gi18n.h>

#include "sz-person-act.h"
#include "sz-person-conflict.h"
#include "sz-row-edit.h"

typedef enum
{
  MODE_CHANGE,
  MODE_CORRECTION,
  MODE_LEAVE,
} Mode;

struct _SzRecordDialog
{
  SzFormDialog parent_instance;

  /* Borrowed */
  AdwComboRow *field_row;
  GtkEditable *date_row;
  GtkEditable *text_row;
  AdwComboRow *code_row;
  SzSuggestButton *known; /* beside text_row */

  /* Owned */
  GPtrArray *departments; /* (nullable): names that somebody has */

  Mode mode;
  gint64 person_id;
  SzRecord record; /* as it was read */
  SzService service;
};

enum
{
  SAVED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (SzRecordDialog, sz_record_dialog, SZ_TYPE_FORM_DIALOG)

/* What the writer gets. */
typedef struct
{
  Mode mode;
  gint64 person_id;
  SzRecord record;
  SzService service;
  SzRecord was; /* both as they were read */
  SzService had;
} Edit;

const char *
sz_record_field_title (SzRecordField field)
{
  static const char *const titles[SZ_N_RECORD_FIELDS] = {
    [SZ_RECORD_DEPARTMENT] = N_ ("Department"),
    [SZ_RECORD_EMPLOYMENT] = N_ ("Employment"),
    [SZ_RECORD_POST] = N_ ("Post"),
    [SZ_RECORD_FULL_TIME] = N_ ("Full-time teacher"),
    [SZ_RECORD_TITLE] = N_ ("Professional title"),
    [SZ_RECORD_PAY_REGIME] = N_ ("Way of pay"),
  };

  return _ (titles[field]);
}

/* The code table of a field's values; SZ_N_TABLES: free text. */
static SzCodeTable
find_table (SzRecordField field)
{
  switch (field)
    {
    case SZ_RECORD_EMPLOYMENT:
      return SZ_TABLE_EMPLOYMENT;
    case SZ_RECORD_FULL_TIME:
      return SZ_TABLE_YES_NO;
    case SZ_RECORD_TITLE:
      return SZ_TABLE_TITLE;
    case SZ_RECORD_PAY_REGIME:
      return SZ_TABLE_PAY_REGIME;
    case SZ_RECORD_DEPARTMENT:
    case SZ_RECORD_POST:
    case SZ_N_RECORD_FIELDS:
    default:
      return SZ_N_TABLES;
    }
}

char *
sz_record_value_name (SzRecordField field, const char *value)
{
  SzCodeTable table = find_table (field);

  if (field == SZ_RECORD_POST)
    return sz_post_name (sz_post_from_code (value));
  if (table != SZ_N_TABLES)
    return g_strdup (sz_codes_name (table, value));
  return g_strdup (value);
}

char *
sz_record_dup_news (SzSuggestButton *known, const char *department)
{
  return sz_suggest_button_is_new (known)
             ? g_strdup_printf (_ ("“%s” will be a new department: nobody is in it yet."),
                                department)
             : NULL;
}

static SzRecordField
get_field (SzRecordDialog *self)
{
  return (SzRecordField)MIN (adw_combo_row_get_selected (self->field_row), SZ_N_RECORD_FIELDS - 1);
}

static SzCodeTable
get_table (SzRecordDialog *self)
{
  return self->mode == MODE_LEAVE ? SZ_TABLE_SERVICE_STATE : find_table (get_field (self));
}

static const SzCode *
get_code (SzRecordDialog *self)
{
  guint selected = adw_combo_row_get_selected (self->code_row);

  return selected == GTK_INVALID_LIST_POSITION ? NULL
                                               : &sz_codes_table (get_table (self))[selected];
}

/* (transfer full) (nullable): what is stored; NULL when it makes no sense. */
static char *
read_value (SzRecordDialog *self)
{
  const char *text = gtk_editable_get_text (self->text_row);
  const SzCode *code;

  if (get_table (self) != SZ_N_TABLES)
    {
      code = get_code (self);
      return code != NULL ? g_strdup (code->code) : NULL;
    }
  if (get_field (self) != SZ_RECORD_POST)
    return *text != '\0' ? g_strdup (text) : NULL;
  return sz_post_parse (text) != 0 ? sz_post_code (sz_post_parse (text)) : NULL;
}

static gboolean
mark_row (GtkEditable *row, gboolean good)
{
  return sz_form_mark (GTK_WIDGET (row), !good && *gtk_editable_get_text (row) != '\0');
}

/* What cannot be saved is marked, and said how it is written. A department that nobody is in may be
 * a slip of the pen as well as a new one: it is said and can be saved. */
static SzFormCheck
sz_record_dialog_check (SzFormDialog *dialog)
{
  SzRecordDialog *self = SZ_RECORD_DIALOG (dialog);
  SzDate date = SZ_DATE_NONE;
  gboolean dated = sz_date_parse (gtk_editable_get_text (self->date_row), &date, NULL);
  g_autofree char *value = read_value (self);
  const gboolean free_text = get_table (self) == SZ_N_TABLES;
  SzFormCheck verdict = { .complete = dated && value != NULL };
  const char *fault = NULL;

  if (mark_row (self->date_row, dated))
    fault = _ ("A day is written as 2026-01-01.");
  if (mark_row (self->text_row, !free_text || value != NULL))
    fault = _ ("A post is written as 专技七级, 管理五级 or 技术工三级.");
  verdict.fault = g_strdup (fault);
  if (fault == NULL && free_text && get_field (self) == SZ_RECORD_DEPARTMENT)
    verdict.notice = sz_record_dup_news (self->known, gtk_editable_get_text (self->text_row));
  return verdict;
}

/* The row asks for what is chosen above it. */
static void
name_value (SzRecordDialog *self)
{
  const char *title
      = self->mode == MODE_LEAVE ? _ ("How it ended") : sz_record_field_title (get_field (self));

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->text_row), title);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->code_row), title);
}

static void
offer_known (SzRecordDialog *self)
{
  sz_suggest_button_clear (self->known);
  if (self->mode == MODE_LEAVE)
    return;
  if (get_field (self) == SZ_RECORD_POST)
    sz_suggest_button_offer_posts (self->known);
  else if (get_field (self) == SZ_RECORD_DEPARTMENT && self->departments != NULL)
    for (guint i = 0; i < self->departments->len; i++)
      sz_suggest_button_offer (self->known, g_ptr_array_index (self->departments, i));
}

static void
field_changed_cb (SzRecordDialog *self)
{
  SzCodeTable table = get_table (self);
  g_autoptr (GtkStringList) names = NULL;

  name_value (self);
  offer_known (self);
  gtk_widget_set_visible (GTK_WIDGET (self->text_row), table == SZ_N_TABLES);
  gtk_widget_set_visible (GTK_WIDGET (self->code_row), table != SZ_N_TABLES);
  if (table != SZ_N_TABLES)
    {
      names = gtk_string_list_new (NULL);
      for (const SzCode *code = sz_codes_table (table); code->code != NULL; code++)
        gtk_string_list_append (names, code->name);
      adw_combo_row_set_model (self->code_row, G_LIST_MODEL (names));
    }
  sz_form_dialog_changed (SZ_FORM_DIALOG (self));
}

static void
show_value (SzRecordDialog *self, const char *value)
{
  SzCodeTable table = get_table (self);
  g_autofree char *name = sz_record_value_name (get_field (self), value);

  if (table == SZ_N_TABLES)
    {
      gtk_editable_set_text (self->text_row, name);
      return;
    }
  for (guint i = 0; sz_codes_table (table)[i].code != NULL; i++)
    {
      if (g_str_equal (sz_codes_table (table)[i].code, value))
        adw_combo_row_set_selected (self->code_row, i);
    }
}

static void
edit_freed_cb (gpointer data)
{
  Edit *edit = data;

  sz_record_clear (&edit->record);
  sz_record_clear (&edit->was);
  g_free (edit);
}

static gpointer
save_cb (SzOffice *office,
         gpointer input,
         SzProgress progress,
         GCancellable *cancellable,
         GError **error)
{
  Edit *edit = input;
  char *act = NULL;

  if (edit->mode == MODE_CHANGE)
    sz_office_record_change (office, edit->person_id, &edit->record, &act, error);
  else if (edit->mode == MODE_CORRECTION)
    sz_office_record_correct (office, edit->person_id, &edit->record, &act, error);
  else
    sz_office_service_set (office, edit->person_id, &edit->service, &act, error);
  return act;
}

static void
saved_cb (gpointer owner, gpointer value)
{
  g_autofree char *act = value;

  g_signal_emit (owner, signals[SAVED], 0, SZ_RECORD_DIALOG (owner)->person_id, act);
  sz_form_dialog_finish (owner);
}

/* ---- somebody else was quicker (RULE srv-12) ---- */

static SzConflict *
compare_cb (SzOffice *office, gpointer row, GError **error)
{
  Edit *edit = row;
  SzConflict *conflict
      = edit->mode == MODE_LEAVE
            ? sz_office_service_compare (office, edit->person_id, &edit->had, &edit->service, error)
            : sz_office_record_compare (office, edit->person_id, &edit->was, &edit->record, error);

  return conflict;
}

static void
take_cb (gpointer row, const SzConflict *conflict)
{
  Edit *edit = row;

  if (edit->mode == MODE_LEAVE)
    sz_service_take (&edit->service, &edit->had, conflict);
  else
    sz_record_take (&edit->record, &edit->was, conflict);
}

static const char *
name_cb (gconstpointer row, const char *field)
{
  const Edit *edit = row;

  if (g_str_equal (field, "from"))
    return edit->mode == MODE_LEAVE ? _ ("In service from") : _ ("From the day");
  if (g_str_equal (field, "to"))
    return _ ("Last day");
  return edit->mode == MODE_LEAVE ? _ ("How it ended") : sz_record_field_title (edit->record.field);
}

static char *
show_cb (gconstpointer row, const char *field, const char *value)
{
  if (g_str_equal (field, "value"))
    return sz_record_value_name (((const Edit *)row)->record.field, value);
  if (g_str_equal (field, "ended_as"))
    return g_strdup (sz_codes_name (SZ_TABLE_SERVICE_STATE, value));
  return g_strdup (value);
}

static void
sz_record_dialog_save (SzFormDialog *dialog)
{
  static const SzRowEdit kind = { save_cb,       compare_cb, take_cb,          { name_cb, show_cb },
                                  edit_freed_cb, g_free,     SZ_CHANGED_PEOPLE };
  SzRecordDialog *self = SZ_RECORD_DIALOG (dialog);
  Edit *edit = g_new0 (Edit, 1);
  SzDate date = SZ_DATE_NONE;

  sz_date_parse (gtk_editable_get_text (self->date_row), &date, NULL);
  *edit = (Edit){ .mode = self->mode,
                  .person_id = self->person_id,
                  .record = self->record,
                  .service = self->service,
                  .was = self->record,
                  .had = self->service };
  edit->record.value = NULL;
  edit->was.value = g_strdup (self->record.value);
  if (self->mode == MODE_LEAVE)
    {
      edit->service.to = date;
      edit->service.ended_as = (SzServiceState)get_code (self)->value;
      if (edit->service.ended_as == SZ_SERVICE_ACTIVE)
        edit->service.to = SZ_DATE_NONE;
    }
  else
    {
      edit->record.field = get_field (self);
      edit->record.from = date;
      edit->record.value = read_value (self);
    }
  sz_row_edit_save (dialog, &kind, edit, saved_cb);
}

static void
sz_record_dialog_finalize (GObject *object)
{
  SzRecordDialog *self = SZ_RECORD_DIALOG (object);

  g_clear_pointer (&self->departments, g_ptr_array_unref);
  sz_record_clear (&self->record);
  G_OBJECT_CLASS (sz_record_dialog_parent_class)->finalize (object);
}

static void
sz_record_dialog_class_init (SzRecordDialogClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = sz_record_dialog_finalize;
  signals[SAVED] = g_signal_new ("saved", SZ_TYPE_RECORD_DIALOG, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                 NULL, G_TYPE_NONE, 2, G_TYPE_INT64, G_TYPE_STRING);
  SZ_FORM_DIALOG_CLASS (klass)->check = sz_record_dialog_check;
  SZ_FORM_DIALOG_CLASS (klass)->save = sz_record_dialog_save;
}

static void
sz_record_dialog_init (SzRecordDialog *self)
{
  SzFormDialog *dialog = SZ_FORM_DIALOG (self);
  AdwPreferencesGroup *group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
  g_autoptr (GtkStringList) titles = gtk_string_list_new (NULL);

  for (int i = 0; i < SZ_N_RECORD_FIELDS; i++)
    gtk_string_list_append (titles, sz_record_field_title ((SzRecordField)i));
  self->field_row = g_object_new (ADW_TYPE_COMBO_ROW, "title", _ ("What"), "model", titles, NULL);
  adw_preferences_group_add (group, GTK_WIDGET (self->field_row));
  self->date_row = sz_form_dialog_add_entry (dialog, group, _ ("From the day"), TRUE);
  self->text_row = sz_form_dialog_add_entry (dialog, group, _ ("Value"), FALSE);
  self->code_row = g_object_new (ADW_TYPE_COMBO_ROW, "title", _ ("Value"), "visible", FALSE, NULL);
  adw_preferences_group_add (group, GTK_WIDGET (self->code_row));
  sz_form_dialog_add (dialog, GTK_WIDGET (group));
  self->known
      = SZ_SUGGEST_BUTTON (sz_suggest_button_new (self->text_row, _ ("What there is (Alt+↓)")));
  adw_entry_row_add_suffix (ADW_ENTRY_ROW (self->text_row), GTK_WIDGET (self->known));
  g_signal_connect_swapped (self->field_row, "notify::selected", G_CALLBACK (field_changed_cb),
                            self);
  g_signal_connect_swapped (self->code_row, "notify::selected", G_CALLBACK (sz_form_dialog_changed),
                            self);
}

static SzRecordDialog *
make_dialog (GtkWindow *parent,
             SzTasks *tasks,
             gint64 person_id,
             Mode mode,
             const char *title,
             const char *hint)
{
  SzRecordDialog *self = g_object_new (SZ_TYPE_RECORD_DIALOG, "transient-for", parent, "tasks",
                                       tasks, "title", title, NULL);

  self->person_id = person_id;
  self->mode = mode;
  sz_form_dialog_set_hint (SZ_FORM_DIALOG (self), hint);
  return self;
}

void
sz_record_dialog_offer_departments (SzRecordDialog *self, GPtrArray *names)
{
  g_return_if_fail (SZ_IS_RECORD_DIALOG (self));
  g_clear_pointer (&self->departments, g_ptr_array_unref);
  self->departments = names != NULL ? g_ptr_array_ref (names) : NULL;
  offer_known (self);
  sz_form_dialog_begin (SZ_FORM_DIALOG (self));
}

SzRecordDialog *
sz_record_dialog_new_change (GtkWindow *parent,
                             SzTasks *tasks,
                             gint64 person_id,
                             SzRecordField field)
{
  SzRecordDialog *self
      = make_dialog (parent, tasks, person_id, MODE_CHANGE, _ ("Change"),
                     _ ("Something is different from a day on; what was before stays on record."));

  adw_combo_row_set_selected (self->field_row, field);
  field_changed_cb (self);
  sz_form_dialog_begin (SZ_FORM_DIALOG (self));
  return self;
}

SzRecordDialog *
sz_record_dialog_new_correction (GtkWindow *parent,
                                 SzTasks *tasks,
                                 gint64 person_id,
                                 const SzRecord *record)
{
  SzRecordDialog *self
      = make_dialog (parent, tasks, person_id, MODE_CORRECTION, _ ("Correction"),
                     _ ("This was recorded wrongly; the log keeps what stood here."));
  g_autofree char *date = sz_date_format (record->from);

  self->record = *record;
  self->record.value = g_strdup (record->value);
  adw_combo_row_set_selected (self->field_row, record->field);
  gtk_widget_set_sensitive (GTK_WIDGET (self->field_row), FALSE);
  gtk_editable_set_text (self->date_row, date);
  field_changed_cb (self);
  show_value (self, record->value);
  sz_form_dialog_begin (SZ_FORM_DIALOG (self));
  return self;
}

SzRecordDialog *
sz_record_dialog_new_leave (GtkWindow *parent,
                            SzTasks *tasks,
                            gint64 person_id,
                            const SzService *service)
{
  SzRecordDialog *self
      = make_dialog (parent, tasks, person_id, MODE_LEAVE, _ ("End of Service"),
                     _ ("The last day at the college. “在职” takes the end back."));
  g_autofree char *date = sz_date_format (service->to);

  self->service = *service;
  gtk_widget_hide (GTK_WIDGET (self->field_row));
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->date_row), _ ("Last day"));
  gtk_editable_set_text (self->date_row, date);
  field_changed_cb (self);
  adw_combo_row_set_selected (self->code_row, 1);
  sz_form_dialog_begin (SZ_FORM_DIALOG (self));
  return self;
}
