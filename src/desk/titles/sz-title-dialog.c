/* sz-title-dialog.c — one dialog for all that is asked about titles: fields in a row, saved by one
 * act
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-title-dialog.h"

#include <glib/gi18n.h>
#include <stdlib.h>

#include "sz-form-dialog.h"
#include "sz-posts.h"
#include "sz-suggest-button.h"

#define PREVIEW_WIDTH 480
#define PREVIEW_HEIGHT 430

void
sz_title_input_free (gpointer data)
{
  SzTitleInput *input = data;

  for (guint i = 0; i < SZ_TITLE_FIELDS_MAX; i++)
    g_free (input->texts[i]);
  g_free (input->round);
  g_free (input->staff_no);
  g_free (input->path);
  g_clear_pointer (&input->numbers, g_array_unref);
  g_strfreev (input->people);
  g_free (input);
}

/* ---- one dialog for all of them: fields in a row, saved by one act ---- */

#define SZ_TYPE_TITLE_DIALOG (sz_title_dialog_get_type ())
G_DECLARE_FINAL_TYPE (SzTitleDialog, sz_title_dialog, SZ, TITLE_DIALOG, SzFormDialog)

struct _SzTitleDialog
{
  SzFormDialog parent_instance;

  const SzTitleField *fields;
  GtkEditable *rows[SZ_TITLE_FIELDS_MAX];   /* borrowed; NULL where one chooses */
  AdwComboRow *combos[SZ_TITLE_FIELDS_MAX]; /* borrowed; NULL where one types */
  SzPage *page;                             /* borrowed: the dialog is over its window */
  SzTaskFunc act;
  char *done; /* what is said then */
  SzTitleInput *known;
  SzTaskFunc preview; /* (nullable): gives what it would come to, a text */
  SzJob *previewing;
  char *previewed; /* (nullable) */
  char *asked;     /* (nullable): what the preview is of */
};

G_DEFINE_FINAL_TYPE (SzTitleDialog, sz_title_dialog, SZ_TYPE_FORM_DIALOG)

static gboolean
is_sound (SzTitleDialog *self, guint i, const char **fault)
{
  const char *text;
  SzDate day;

  *fault = NULL;
  if (self->rows[i] == NULL)
    return TRUE;
  text = gtk_editable_get_text (self->rows[i]);
  if (self->fields[i].kind == SZ_TITLE_FIELD_DAY && !sz_form_read_day (self->rows[i], &day))
    *fault = _ ("A day is written as 2026-01-01.");
  else if (self->fields[i].kind == SZ_TITLE_FIELD_POST)
    {
      if (sz_form_mark (GTK_WIDGET (self->rows[i]),
                        *text != '\0' && sz_post_level (sz_post_parse (text)) == 0))
        *fault = _ ("A level is written as 专技七级.");
    }
  else if (self->fields[i].kind == SZ_TITLE_FIELD_YEAR)
    {
      if (sz_form_mark (GTK_WIDGET (self->rows[i]),
                        *text != '\0' && (atoi (text) < 1990 || atoi (text) > 2100)))
        *fault = _ ("A year is written as 2025.");
    }
  return *fault == NULL && (*text != '\0' || !self->fields[i].required);
}

static SzTitleInput *
dup_input (SzTitleDialog *self)
{
  SzTitleInput *input = g_new0 (SzTitleInput, 1);

  input->ask = self->known->ask;
  input->round = g_strdup (self->known->round);
  input->staff_no = g_strdup (self->known->staff_no);
  input->path = g_strdup (self->known->path);
  input->people = g_strdupv (self->known->people);
  input->year = self->known->year;
  input->grade = self->known->grade;
  input->numbers = self->known->numbers != NULL ? g_array_ref (self->known->numbers) : NULL;
  for (guint i = 0; self->fields[i].title != NULL; i++)
    {
      if (self->combos[i] != NULL)
        input->choices[i] = adw_combo_row_get_selected (self->combos[i]);
      else
        input->texts[i] = g_strdup (gtk_editable_get_text (self->rows[i]));
      if (self->fields[i].kind == SZ_TITLE_FIELD_DAY)
        sz_form_read_day (self->rows[i], &input->days[i]);
    }
  return input;
}

/* ---- what it would come to, as one types ---- */

static void
previewed_cb (gpointer owner, gpointer value)
{
  SzTitleDialog *self = owner;

  g_free (self->previewed);
  self->previewed = value;
  sz_form_dialog_say (SZ_FORM_DIALOG (self), self->previewed, FALSE);
}

static void
preview_failed_cb (gpointer owner, const GError *error)
{
  sz_form_dialog_refuse (owner, error);
}

/* Asks anew only when something else is typed. */
static void
ask_preview (SzTitleDialog *self)
{
  SzTitleInput *input = dup_input (self);
  g_autofree char *asked
      = g_strjoin ("\n", input->texts[0], input->texts[1], input->texts[2], input->texts[3], NULL);

  if (g_strcmp0 (asked, self->asked) == 0)
    {
      sz_title_input_free (input);
      return;
    }
  g_free (self->asked);
  self->asked = g_steal_pointer (&asked);
  g_clear_pointer (&self->previewed, g_free);
  sz_job_read (self->previewing, sz_form_dialog_get_tasks (SZ_FORM_DIALOG (self)),
               SZ_WORK (self->preview, input, sz_title_input_free, g_free), previewed_cb);
}

static SzFormCheck
sz_title_dialog_check (SzFormDialog *dialog)
{
  SzTitleDialog *self = SZ_TITLE_DIALOG (dialog);
  SzFormCheck verdict = { .complete = TRUE };

  for (guint i = 0; self->fields != NULL && self->fields[i].title != NULL; i++)
    {
      const char *fault;

      verdict.complete &= is_sound (self, i, &fault);
      if (fault != NULL && verdict.fault == NULL)
        verdict.fault = g_strdup (fault);
    }
  if (self->fields != NULL && self->preview != NULL && self->previewing != NULL && verdict.complete
      && verdict.fault == NULL)
    {
      ask_preview (self);
      verdict.notice = g_strdup (self->previewed);
    }
  return verdict;
}

static void
written_cb (gpointer owner, gpointer value)
{
  SzTitleDialog *self = owner;
  g_autofree char *act = value;

  sz_page_done (self->page, self->done, act);
  sz_form_dialog_finish (owner);
}

static void
sz_title_dialog_save (SzFormDialog *dialog)
{
  SzTitleDialog *self = SZ_TITLE_DIALOG (dialog);

  sz_form_dialog_write (dialog,
                        SZ_WORK (self->act, dup_input (self), sz_title_input_free, g_free,
                                 .changes = SZ_CHANGED_TITLES),
                        written_cb);
}

/* A reading under way keeps the object; the dialog is gone all the same. */
static void
sz_title_dialog_unrealize (GtkWidget *widget)
{
  g_clear_pointer (&SZ_TITLE_DIALOG (widget)->previewing, sz_job_free);
  GTK_WIDGET_CLASS (sz_title_dialog_parent_class)->unrealize (widget);
}

static void
sz_title_dialog_finalize (GObject *object)
{
  SzTitleDialog *self = SZ_TITLE_DIALOG (object);

  g_clear_pointer (&self->previewing, sz_job_free);
  g_free (self->previewed);
  g_free (self->asked);
  g_free (self->done);
  g_clear_pointer (&self->known, sz_title_input_free);
  G_OBJECT_CLASS (sz_title_dialog_parent_class)->finalize (object);
}

static void
sz_title_dialog_class_init (SzTitleDialogClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = sz_title_dialog_finalize;
  GTK_WIDGET_CLASS (klass)->unrealize = sz_title_dialog_unrealize;
  SZ_FORM_DIALOG_CLASS (klass)->check = sz_title_dialog_check;
  SZ_FORM_DIALOG_CLASS (klass)->save = sz_title_dialog_save;
}

static void
sz_title_dialog_init (SzTitleDialog *self)
{
  self->previewing = sz_job_new (self, preview_failed_cb);
}

static void
add_choice (SzTitleDialog *self, AdwPreferencesGroup *group, guint i, const SzTitleField *field)
{
  g_autoptr (GtkStringList) words = gtk_string_list_new (NULL);
  GtkWidget *row = adw_combo_row_new ();

  for (guint j = 0; field->choices[j] != NULL; j++)
    gtk_string_list_append (words, _ (field->choices[j]));
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _ (field->title));
  adw_combo_row_set_model (ADW_COMBO_ROW (row), G_LIST_MODEL (words));
  sz_form_dialog_take_row (SZ_FORM_DIALOG (self), group, row);
  self->combos[i] = ADW_COMBO_ROW (row);
}

static void
add_entry (SzTitleDialog *self, AdwPreferencesGroup *group, guint i, const SzTitleField *field)
{
  self->rows[i]
      = sz_form_dialog_add_entry (SZ_FORM_DIALOG (self), group, _ (field->title), field->required);
  if (field->kind == SZ_TITLE_FIELD_POST)
    {
      GtkWidget *button = sz_suggest_button_new (self->rows[i], _ ("Levels"));

      sz_suggest_button_offer_posts (SZ_SUGGEST_BUTTON (button));
      adw_entry_row_add_suffix (ADW_ENTRY_ROW (self->rows[i]), button);
    }
}

static void
add_fields (SzTitleDialog *self, const SzTitleField *fields, const char *const *texts)
{
  AdwPreferencesGroup *group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());

  for (guint i = 0; fields[i].title != NULL; i++)
    {
      if (fields[i].kind == SZ_TITLE_FIELD_CHOICE)
        add_choice (self, group, i, &fields[i]);
      else
        add_entry (self, group, i, &fields[i]);
      if (self->rows[i] != NULL && texts != NULL && texts[i] != NULL)
        gtk_editable_set_text (self->rows[i], texts[i]);
    }
  /* Only now is there something to check. */
  self->fields = fields;
  sz_form_dialog_add (SZ_FORM_DIALOG (self), GTK_WIDGET (group));
}

void
sz_title_plan_present (SzPage *page,
                       const SzTitlePlan *plan,
                       SzTitleInput *known,
                       const SzTitleOffer *offer)
{
  SzTitleDialog *self
      = g_object_new (SZ_TYPE_TITLE_DIALOG, "transient-for",
                      offer->over != NULL ? offer->over : sz_page_get_window (page), "tasks",
                      sz_page_get_tasks (page), "title", _ (plan->title), NULL);
  SzFormDialog *dialog = SZ_FORM_DIALOG (self);

  self->page = page;
  self->known = known;
  self->act = plan->act;
  self->preview = plan->preview;
  self->done = g_strdup (_ (plan->done));
  add_fields (self, plan->fields, offer->texts);
  sz_form_dialog_set_hint (dialog, offer->hint);
  sz_form_dialog_set_verb (dialog, _ (plan->verb));
  /* What it comes to is said below the fields, and takes no room from them. */
  if (self->preview != NULL)
    gtk_window_set_default_size (GTK_WINDOW (self), PREVIEW_WIDTH, PREVIEW_HEIGHT);
  sz_form_dialog_begin (dialog);
  gtk_window_present (GTK_WINDOW (self));
}
