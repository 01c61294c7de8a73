/* sz-conflict-dialog.c — two people changed one row: field by field, whose value stays
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-conflict-dialog.h"

#include <glib/gi18n.h>

#include "sz-when.h"

struct _SzConflictDialog
{
  SzFormDialog parent_instance;

  AdwPreferencesGroup *group; /* borrowed */
  GPtrArray *rows;            /* borrowed widgets, a Choice each as data */

  const SzConflictLook *look;
  gconstpointer row; /* borrowed: what is looked at */

  SzFormDialog *form;   /* owned: what it stands over */
  SzConflict *conflict; /* owned */
};

/* One field, and the two buttons of which one is pressed. */
typedef struct
{
  SzConflictField *entry; /* of the conflict that is shown */
  GtkToggleButton *mine;  /* borrowed */
  GtkToggleButton *theirs;
} Choice;

enum
{
  CHOSEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (SzConflictDialog, sz_conflict_dialog, SZ_TYPE_FORM_DIALOG)

static char *
dup_shown (SzConflictDialog *self, const char *field, const char *value)
{
  return *value == '\0' ? g_strdup (C_ ("value", "(empty)"))
                        : self->look->show (self->row, field, value);
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
add_row (SzConflictDialog *self, SzConflictField *entry)
{
  g_autofree char *was = dup_shown (self, entry->field, entry->base);
  g_autofree char *left = dup_shown (self, entry->field, entry->yours);
  g_autofree char *right = dup_shown (self, entry->field, entry->theirs);
  g_autofree char *before = g_strdup_printf (_ ("Before: %s"), was);
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  Choice *choice = g_new0 (Choice, 1);

  choice->entry = entry;
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row),
                                 self->look->name (self->row, entry->field));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), before);
  gtk_widget_add_css_class (box, "linked");
  gtk_widget_set_valign (box, GTK_ALIGN_CENTER);
  choice->mine = add_choice (self, box, C_ ("conflict", "Mine"), left);
  choice->theirs = add_choice (self, box, C_ ("conflict", "Theirs"), right);
  gtk_toggle_button_set_group (choice->theirs, choice->mine);
  if (g_str_equal (entry->yours, entry->base))
    gtk_toggle_button_set_active (choice->theirs, TRUE);
  else if (g_str_equal (entry->theirs, entry->base) || g_str_equal (entry->yours, entry->theirs))
    gtk_toggle_button_set_active (choice->mine, TRUE);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), box);
  g_object_set_data_full (G_OBJECT (row), "choice", choice, g_free);
  g_ptr_array_add (self->rows, row);
  adw_preferences_group_add (self->group, row);
}

static char *
dup_hint (const SzConflict *conflict)
{
  g_autofree char *when = NULL;

  if (conflict->by == NULL || conflict->at == NULL)
    return g_strdup (_ ("Somebody else changed this, while it was open here. Choose what stays; "
                        "nothing is saved before."));
  when = sz_when_format (conflict->at);
  return g_strdup_printf (_ ("%s changed this at %s, while it was open here. Choose what stays; "
                             "nothing is saved before."),
                          conflict->by, when);
}

void
sz_conflict_dialog_show (SzConflictDialog *self, SzConflict *conflict)
{
  g_autofree char *hint = NULL;

  g_return_if_fail (SZ_IS_CONFLICT_DIALOG (self) && conflict != NULL);

  for (guint i = 0; i < self->rows->len; i++)
    adw_preferences_group_remove (self->group, self->rows->pdata[i]);
  g_ptr_array_set_size (self->rows, 0);
  sz_conflict_free (self->conflict);
  self->conflict = conflict;
  hint = dup_hint (conflict);
  sz_form_dialog_set_hint (SZ_FORM_DIALOG (self), hint);
  for (guint i = 0; i < conflict->fields->len; i++)
    add_row (self, conflict->fields->pdata[i]);
  sz_form_dialog_begin (SZ_FORM_DIALOG (self));
}

const SzConflict *
sz_conflict_dialog_get_conflict (SzConflictDialog *self)
{
  g_return_val_if_fail (SZ_IS_CONFLICT_DIALOG (self), NULL);
  return self->conflict;
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

static void
sz_conflict_dialog_save (SzFormDialog *dialog)
{
  const SzConflictDialog *self = SZ_CONFLICT_DIALOG (dialog);

  for (guint i = 0; i < self->rows->len; i++)
    {
      const Choice *choice = g_object_get_data (self->rows->pdata[i], "choice");

      choice->entry->take_theirs = gtk_toggle_button_get_active (choice->theirs);
    }
  g_signal_emit (dialog, signals[CHOSEN], 0);
}

static void
sz_conflict_dialog_finalize (GObject *object)
{
  SzConflictDialog *self = SZ_CONFLICT_DIALOG (object);

  sz_conflict_free (self->conflict);
  g_clear_object (&self->form);
  g_ptr_array_unref (self->rows);
  G_OBJECT_CLASS (sz_conflict_dialog_parent_class)->finalize (object);
}

static void
sz_conflict_dialog_class_init (SzConflictDialogClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = sz_conflict_dialog_finalize;
  SZ_FORM_DIALOG_CLASS (klass)->check = sz_conflict_dialog_check;
  SZ_FORM_DIALOG_CLASS (klass)->save = sz_conflict_dialog_save;
  signals[CHOSEN] = g_signal_new ("chosen", SZ_TYPE_CONFLICT_DIALOG, G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 0);
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
sz_conflict_dialog_new (SzFormDialog *form, const SzConflictLook *look, gconstpointer row)
{
  SzConflictDialog *self;

  g_return_val_if_fail (SZ_IS_FORM_DIALOG (form) && look != NULL, NULL);

  self = g_object_new (SZ_TYPE_CONFLICT_DIALOG, "transient-for", form, "tasks",
                       sz_form_dialog_get_tasks (form), "title", _ ("Changed by Somebody Else"),
                       NULL);
  self->form = g_object_ref (form);
  self->look = look;
  self->row = row;
  return self;
}
