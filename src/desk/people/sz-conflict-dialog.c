/* sz-conflict-dialog.c — two people changed one person: field by field, whose value stays
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-conflict-dialog.h"

#include <glib/gi18n.h>

#include "sz-mask.h"
#include "sz-message.h"
#include "sz-person-fields.h"
#include "sz-when.h"

struct _SzConflictDialog
{
  SzFormDialog parent_instance;

  AdwPreferencesGroup *group; /* borrowed */
  GPtrArray *rows;            /* borrowed widgets, a Choice each as data */

  SzPersonConflict *conflict; /* owned */
};

/* One field, and the two buttons of which one is pressed. */
typedef struct
{
  const char *field; /* by its name in the journal */
  const char *yours;
  GtkToggleButton *mine; /* borrowed */
  GtkToggleButton *theirs;
} Choice;

enum
{
  SETTLED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (SzConflictDialog, sz_conflict_dialog, SZ_TYPE_FORM_DIALOG)

/* The journal's names of fields are those of the form's members. */
static const struct
{
  const char *name;
  const char *heading;
} headings[] = {
  { "name", "姓名" },
  { "pinyin", "拼音" },
  { "id_number", "身份证号" },
  { "sex", "性别" },
  { "birth_date", "出生日期" },
  { "ethnicity", "民族" },
  { "political", "政治面貌" },
  { "education", "学历" },
  { "degree", "学位" },
  { "school", "毕业院校" },
  { "major", "所学专业" },
  { "skill", "技能等级" },
  { "work_start", "参加工作日期" },
  { "phone", "手机" },
  { "bank_account", "银行卡号" },
  { "note", "备注" },
};

static const SzPersonField *
find_field (const char *name)
{
  for (gsize i = 0; i < G_N_ELEMENTS (headings); i++)
    if (g_str_equal (headings[i].name, name))
      for (const SzPersonField *field = sz_person_fields (); field->heading != NULL; field++)
        if (g_str_equal (field->heading, headings[i].heading))
          return field;
  return NULL;
}

/* As people read it: codes by their word, numbers of people masked. */
static char *
dup_shown (const SzPersonField *field, const char *value)
{
  const SzCode *code;

  if (*value == '\0')
    return g_strdup (C_ ("value", "(empty)"));
  if (field == NULL)
    return g_strdup (value);
  if (field->code != NULL)
    return sz_mask_code (value);
  code = field->kind == SZ_FIELD_CODE || field->kind == SZ_FIELD_SEX
             ? sz_codes_by_code (field->table, value)
             : NULL;
  return g_strdup (code != NULL ? code->name : value);
}

static GtkToggleButton *
add_choice (SzConflictDialog *self, GtkWidget *box, const char *whose, const char *value)
{
  GtkWidget *button = gtk_toggle_button_new ();
  GtkWidget *label = gtk_label_new (NULL);
  g_autofree char *text = g_strdup_printf ("%s\n%s", whose, value);

  gtk_label_set_text (GTK_LABEL (label), text);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_width_chars (GTK_LABEL (label), 16);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 16);
  gtk_button_set_child (GTK_BUTTON (button), label);
  gtk_box_append (GTK_BOX (box), button);
  g_signal_connect_swapped (button, "toggled", G_CALLBACK (sz_form_dialog_changed), self);
  return GTK_TOGGLE_BUTTON (button);
}

static void
add_row (SzConflictDialog *self, const SzConflictField *entry)
{
  const char *base = entry->base;
  const char *theirs = entry->theirs;
  const SzPersonField *field = find_field (entry->field);
  g_autofree char *was = dup_shown (field, base);
  g_autofree char *before = g_strdup_printf (_ ("Before: %s"), was);
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  Choice *choice = g_new0 (Choice, 1);
  g_autofree char *left = NULL;
  g_autofree char *right = NULL;

  choice->field = entry->field;
  choice->yours = entry->yours;
  left = dup_shown (field, choice->yours);
  right = dup_shown (field, theirs);
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row),
                                 field != NULL ? _ (field->title) : choice->field);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), before);
  gtk_widget_add_css_class (box, "linked");
  gtk_widget_set_valign (box, GTK_ALIGN_CENTER);
  choice->mine = add_choice (self, box, _ ("Mine"), left);
  choice->theirs = add_choice (self, box, _ ("Theirs"), right);
  gtk_toggle_button_set_group (choice->theirs, choice->mine);
  if (g_str_equal (choice->yours, base))
    gtk_toggle_button_set_active (choice->theirs, TRUE);
  else if (g_str_equal (theirs, base) || g_str_equal (choice->yours, theirs))
    gtk_toggle_button_set_active (choice->mine, TRUE);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), box);
  g_object_set_data_full (G_OBJECT (row), "choice", choice, g_free);
  g_ptr_array_add (self->rows, row);
  adw_preferences_group_add (self->group, row);
}

static void
show_conflict (SzConflictDialog *self, SzPersonConflict *conflict)
{
  g_autofree char *when = sz_when_format (conflict->at);
  g_autofree char *hint = NULL;

  for (guint i = 0; i < self->rows->len; i++)
    adw_preferences_group_remove (self->group, self->rows->pdata[i]);
  g_ptr_array_set_size (self->rows, 0);
  sz_person_conflict_free (self->conflict);
  self->conflict = conflict;
  hint = g_strdup_printf (_ ("%s changed this person at %s, while it was open here. Choose what "
                             "stays; nothing is saved "
                             "before."),
                          conflict->by, when);
  sz_form_dialog_set_hint (SZ_FORM_DIALOG (self), hint);
  for (guint i = 0; i < conflict->fields->len; i++)
    add_row (self, conflict->fields->pdata[i]);
  sz_form_dialog_begin (SZ_FORM_DIALOG (self));
}

static SzFormCheck
sz_conflict_dialog_check (SzFormDialog *dialog)
{
  const SzConflictDialog *self = SZ_CONFLICT_DIALOG (dialog);
  SzFormCheck verdict = { .complete = TRUE };

  for (guint i = 0; i < self->rows->len; i++)
    {
      const Choice *choice = g_object_get_data (self->rows->pdata[i], "choice");

      if (!gtk_toggle_button_get_active (choice->mine)
          && !gtk_toggle_button_get_active (choice->theirs))
        verdict.complete = FALSE;
    }
  if (!verdict.complete)
    verdict.notice = g_strdup (_ ("Both changed these: choose one of each."));
  return verdict;
}

/* What goes to the worker, and what comes back. */
typedef struct
{
  const SzPersonConflict *conflict; /* of the dialog, which waits */
  GStrv fields;
} Wanted;

typedef struct
{
  SzPersonConflict *again; /* somebody was quicker once more */
  char *act_id;
} Settled;

static void
free_wanted (Wanted *wanted)
{
  g_strfreev (wanted->fields);
  g_free (wanted);
}

static void
free_settled (Settled *settled)
{
  sz_person_conflict_free (settled->again);
  g_free (settled->act_id);
  g_free (settled);
}

static gpointer
settle_cb (SzOffice *office,
           gpointer input,
           SzProgress progress,
           GCancellable *cancellable,
           GError **error)
{
  const Wanted *wanted = input;
  Settled *settled = g_new0 (Settled, 1);

  if (*wanted->fields == NULL)
    return settled;
  if (sz_office_person_settle (office, wanted->conflict, (const char *const *)wanted->fields,
                               &settled->again, error))
    settled->act_id = g_strdup (sz_office_get_last_act (office));
  else if (settled->again == NULL)
    {
      free_settled (settled);
      return NULL;
    }
  return settled;
}

static void
settled_cb (gpointer owner, gpointer value)
{
  Settled *settled = value;

  if (settled->again != NULL)
    {
      show_conflict (owner, g_steal_pointer (&settled->again));
      sz_form_dialog_unlock (owner);
    }
  else
    {
      g_signal_emit (owner, signals[SETTLED], 0, settled->act_id);
      sz_form_dialog_finish (owner);
    }
  free_settled (settled);
}

static void
sz_conflict_dialog_save (SzFormDialog *dialog)
{
  SzConflictDialog *self = SZ_CONFLICT_DIALOG (dialog);
  g_autoptr (GStrvBuilder) fields = g_strv_builder_new ();
  Wanted *wanted = g_new0 (Wanted, 1);

  for (guint i = 0; i < self->rows->len; i++)
    {
      const Choice *choice = g_object_get_data (self->rows->pdata[i], "choice");
      g_autofree char *field = g_strconcat (choice->field, "=", choice->yours, NULL);

      if (gtk_toggle_button_get_active (choice->mine))
        g_strv_builder_add (fields, field);
    }
  wanted->fields = g_strv_builder_end (fields);
  wanted->conflict = self->conflict;
  sz_form_dialog_write (dialog,
                        SZ_WORK (settle_cb, wanted, (GDestroyNotify)free_wanted,
                                 (GDestroyNotify)free_settled, .changes = SZ_CHANGED_PEOPLE),
                        settled_cb);
}

static void
sz_conflict_dialog_finalize (GObject *object)
{
  SzConflictDialog *self = SZ_CONFLICT_DIALOG (object);

  sz_person_conflict_free (self->conflict);
  g_ptr_array_unref (self->rows);
  G_OBJECT_CLASS (sz_conflict_dialog_parent_class)->finalize (object);
}

static void
sz_conflict_dialog_class_init (SzConflictDialogClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = sz_conflict_dialog_finalize;
  SZ_FORM_DIALOG_CLASS (klass)->check = sz_conflict_dialog_check;
  SZ_FORM_DIALOG_CLASS (klass)->save = sz_conflict_dialog_save;
  signals[SETTLED] = g_signal_new ("settled", SZ_TYPE_CONFLICT_DIALOG, G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
sz_conflict_dialog_init (SzConflictDialog *self)
{
  self->rows = g_ptr_array_new ();
  self->group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
  sz_form_dialog_add (SZ_FORM_DIALOG (self), GTK_WIDGET (self->group));
  sz_form_dialog_set_width (SZ_FORM_DIALOG (self), 640);
}

SzConflictDialog *
sz_conflict_dialog_new (GtkWindow *parent, SzTasks *tasks, SzPersonConflict *conflict)
{
  SzConflictDialog *self = g_object_new (SZ_TYPE_CONFLICT_DIALOG, "transient-for", parent, "tasks",
                                         tasks, "title", _ ("Changed by Somebody Else"), NULL);

  g_return_val_if_fail (conflict != NULL, self);

  show_conflict (self, conflict);
  return self;
}
