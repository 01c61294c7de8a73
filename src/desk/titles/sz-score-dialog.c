/* sz-score-dialog.c — 量化评分: what the office gives is typed, a page a title (RULE ttl-16)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-score-dialog.h"

#include <glib/gi18n.h>

#include "sz-form-dialog.h"
#include "sz-title-score-grid.h"
#include "sz-title-values.h"
#include "sz-titles-dialogs.h"

#define GAP 9
#define WIDTH 1080
#define QUOTA_MAX 9999
#define PART "sz-score-part"

struct _SzScoreDialog
{
  SzFormDialog parent_instance;

  /* Borrowed */
  SzPage *page;
  GtkBox *place;
  GtkStack *stack;  /* a page a title */
  GPtrArray *grids; /* of SzTitleScoreGrid, borrowed: one a group */

  /* Owned */
  SzTitleScores *scores;
  SzJob *reading;
  GHashTable *quotas; /* title → GINT_TO_POINTER */
};

G_DEFINE_FINAL_TYPE (SzScoreDialog, sz_score_dialog, SZ_TYPE_FORM_DIALOG)

static SzTitleScoreGrid *
get_grid (SzScoreDialog *self, guint i)
{
  return g_ptr_array_index (self->grids, i);
}

static SzFormCheck
sz_score_dialog_check (SzFormDialog *dialog)
{
  SzScoreDialog *self = SZ_SCORE_DIALOG (dialog);
  SzFormCheck verdict = { .complete = FALSE };

  for (guint i = 0; i < self->grids->len; i++)
    {
      verdict.complete |= sz_title_score_grid_is_typed (get_grid (self, i));
      if (verdict.fault == NULL)
        verdict.fault = sz_title_score_grid_dup_fault (get_grid (self, i));
      if (verdict.notice == NULL)
        verdict.notice = sz_title_score_grid_dup_notice (get_grid (self, i));
    }
  if (verdict.fault != NULL)
    g_clear_pointer (&verdict.notice, g_free);
  return verdict;
}

/* ---- saving ---- */

typedef struct
{
  char *batch;
  char *path;
  GArray *values;
} Saving;

static void
free_saving (gpointer data)
{
  Saving *saving = data;

  g_free (saving->batch);
  g_free (saving->path);
  g_array_unref (saving->values);
  g_free (saving);
}

static void
free_scores (gpointer scores)
{
  sz_title_scores_free (scores);
}

static gpointer
save_cb (
    SzOffice *office, gpointer data, SzProgress progress, GCancellable *cancellable, GError **error)
{
  const Saving *saving = data;

  return sz_title_scores_write (office, saving->batch, saving->path, saving->values, error);
}

static void show_scores (SzScoreDialog *self, SzTitleScores *scores);

/* It stays: ties are decided on what was saved. */
static void
saved_cb (gpointer owner, gpointer value)
{
  SzScoreDialog *self = owner;

  show_scores (self, value);
  sz_page_done (self->page, _ ("The values are kept with the scores they come to"),
                self->scores->act);
  sz_form_dialog_unlock (owner);
  sz_form_dialog_begin (owner);
}

static void
sz_score_dialog_save (SzFormDialog *dialog)
{
  SzScoreDialog *self = SZ_SCORE_DIALOG (dialog);
  Saving *saving = g_new0 (Saving, 1);

  saving->batch = g_strdup (self->scores->batch);
  saving->path = g_strdup (self->scores->path);
  saving->values = sz_title_values_new ();
  for (guint i = 0; i < self->grids->len; i++)
    sz_title_score_grid_add_values (get_grid (self, i), saving->values);
  sz_form_dialog_write (dialog,
                        SZ_WORK (save_cb, saving, free_saving, free_scores,
                                 .changes = SZ_CHANGED_TITLES | SZ_CHANGED_REGISTERS
                                            | SZ_CHANGED_PAY | SZ_CHANGED_WATCH),
                        saved_cb);
}

/* ---- where the applications stand ---- */

static gpointer
read_people_cb (SzOffice *office,
                gpointer batch,
                SzProgress progress,
                GCancellable *cancellable,
                GError **error)
{
  return sz_title_scores_dup_people (office, batch, error);
}

/* The numbers in the table of people are those of the rows: only what stands there changes. */
static void
people_read_cb (gpointer owner, gpointer value)
{
  SzScoreDialog *self = owner;
  g_autoptr (GHashTable) people = value;
  GHashTableIter iter;
  gpointer staff_no;
  gpointer applicant;

  g_hash_table_iter_init (&iter, self->scores->people);
  while (g_hash_table_iter_next (&iter, &staff_no, &applicant))
    {
      const SzTitleApplicant *now = g_hash_table_lookup (people, staff_no);

      if (now != NULL)
        ((SzTitleApplicant *)applicant)->stage = now->stage;
    }
  for (guint i = 0; i < self->grids->len; i++)
    sz_title_score_grid_refresh (get_grid (self, i));
}

static void
read_failed_cb (gpointer owner, const GError *error)
{
  sz_form_dialog_refuse (owner, error);
}

static void
changed_cb (SzScoreDialog *self, guint changes)
{
  if ((changes & SZ_CHANGED_TITLES) != 0 && self->scores != NULL && self->reading != NULL)
    sz_job_read (self->reading, sz_form_dialog_get_tasks (SZ_FORM_DIALOG (self)),
                 SZ_WORK (read_people_cb, g_strdup (self->scores->batch), g_free,
                          (GDestroyNotify)g_hash_table_unref),
                 people_read_cb);
}

static void
decide_cb (SzScoreDialog *self, const char *staff_no)
{
  const SzTitleApplicant *applicant = g_hash_table_lookup (self->scores->people, staff_no);

  sz_title_dialog_present (self->page, SZ_TITLE_ASK_DECIDE,
                           &(SzTitleWhom){ self->scores->batch, staff_no, applicant->name, NULL,
                                           GTK_WINDOW (self) });
}

/* ---- a page a title ---- */

/* A quota moves the recommendations at once; none: the office decides. */
static void
quota_changed_cb (SzScoreDialog *self, GtkSpinButton *spin)
{
  const guint part = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (spin), PART));
  const SzTitleScoreGroup *group = g_ptr_array_index (self->scores->groups, part);
  const int quota = gtk_spin_button_get_value_as_int (spin);

  g_hash_table_insert (self->quotas, g_strdup (group->title), GINT_TO_POINTER (quota));
  sz_title_score_grid_set_quota (get_grid (self, part), quota);
}

static GtkWidget *
make_quota (SzScoreDialog *self, guint part)
{
  const SzTitleScoreGroup *group = g_ptr_array_index (self->scores->groups, part);
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, GAP);
  GtkWidget *heading = gtk_label_new (group->title);
  GtkWidget *label = gtk_label_new_with_mnemonic (_ ("_Quota (0: None)"));
  GtkWidget *spin = gtk_spin_button_new_with_range (0, QUOTA_MAX, 1);

  gtk_widget_add_css_class (heading, "heading");
  gtk_widget_set_hexpand (heading, TRUE);
  gtk_label_set_xalign (GTK_LABEL (heading), 0);
  gtk_label_set_mnemonic_widget (GTK_LABEL (label), spin);
  gtk_box_append (GTK_BOX (line), heading);
  gtk_box_append (GTK_BOX (line), label);
  gtk_box_append (GTK_BOX (line), spin);
  g_object_set_data (G_OBJECT (spin), PART, GUINT_TO_POINTER (part));
  g_signal_connect_object (spin, "value-changed", G_CALLBACK (quota_changed_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_spin_button_set_value (GTK_SPIN_BUTTON (spin),
                             GPOINTER_TO_INT (g_hash_table_lookup (self->quotas, group->title)));
  return line;
}

static void
add_page (SzScoreDialog *self, guint part)
{
  const SzTitleScoreGroup *group = g_ptr_array_index (self->scores->groups, part);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, GAP);
  GtkWidget *grid = sz_title_score_grid_new (self->scores, part);
  g_autofree char *title = g_strdup_printf ("%s (%u)", group->title, group->scores->len);

  g_ptr_array_add (self->grids, grid);
  gtk_box_append (GTK_BOX (box), make_quota (self, part));
  gtk_box_append (GTK_BOX (box), grid);
  g_signal_connect_object (grid, "typed", G_CALLBACK (sz_form_dialog_changed), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (grid, "decide", G_CALLBACK (decide_cb), self, G_CONNECT_SWAPPED);
  gtk_stack_add_titled (self->stack, box, group->title, title);
}

/* @scores: (transfer full): instead of those that are shown. */
static void
show_scores (SzScoreDialog *self, SzTitleScores *scores)
{
  g_autofree char *shown
      = self->stack != NULL ? g_strdup (gtk_stack_get_visible_child_name (self->stack)) : NULL;
  g_autoptr (SzTitleScores) before = self->scores;
  GtkWidget *child;
  GtkWidget *switcher = gtk_stack_switcher_new ();

  g_ptr_array_set_size (self->grids, 0);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->place))) != NULL)
    gtk_box_remove (self->place, child);
  self->scores = scores;
  self->stack = GTK_STACK (gtk_stack_new ());
  gtk_stack_set_vhomogeneous (self->stack, FALSE);
  for (guint i = 0; i < scores->groups->len; i++)
    add_page (self, i);
  if (shown != NULL && gtk_stack_get_child_by_name (self->stack, shown) != NULL)
    gtk_stack_set_visible_child_name (self->stack, shown);
  gtk_stack_switcher_set_stack (GTK_STACK_SWITCHER (switcher), self->stack);
  gtk_widget_set_halign (switcher, GTK_ALIGN_START);
  gtk_widget_set_visible (switcher, scores->groups->len > 1);
  gtk_box_append (self->place, switcher);
  gtk_box_append (self->place, GTK_WIDGET (self->stack));
}

/* ---- GObject ---- */

/* A reading under way keeps the object; the dialog is gone all the same. */
static void
sz_score_dialog_unrealize (GtkWidget *widget)
{
  g_clear_pointer (&SZ_SCORE_DIALOG (widget)->reading, sz_job_free);
  GTK_WIDGET_CLASS (sz_score_dialog_parent_class)->unrealize (widget);
}

static void
sz_score_dialog_map (GtkWidget *widget)
{
  SzScoreDialog *self = SZ_SCORE_DIALOG (widget);

  GTK_WIDGET_CLASS (sz_score_dialog_parent_class)->map (widget);
  if (self->grids->len > 0)
    sz_title_score_grid_focus (get_grid (self, 0));
}

static void
sz_score_dialog_finalize (GObject *object)
{
  SzScoreDialog *self = SZ_SCORE_DIALOG (object);

  g_clear_pointer (&self->reading, sz_job_free);
  g_ptr_array_unref (self->grids);
  g_hash_table_unref (self->quotas);
  sz_title_scores_free (self->scores);
  G_OBJECT_CLASS (sz_score_dialog_parent_class)->finalize (object);
}

static void
sz_score_dialog_class_init (SzScoreDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = sz_score_dialog_finalize;
  widget_class->unrealize = sz_score_dialog_unrealize;
  widget_class->map = sz_score_dialog_map;
  SZ_FORM_DIALOG_CLASS (klass)->check = sz_score_dialog_check;
  SZ_FORM_DIALOG_CLASS (klass)->save = sz_score_dialog_save;
}

static void
sz_score_dialog_init (SzScoreDialog *self)
{
  self->grids = g_ptr_array_new ();
  self->quotas = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->reading = sz_job_new (self, read_failed_cb);
  self->place = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, GAP));
}

SzTitleScoreGrid *
sz_score_dialog_get_grid (SzScoreDialog *self, guint group)
{
  g_return_val_if_fail (SZ_IS_SCORE_DIALOG (self) && group < self->grids->len, NULL);
  return get_grid (self, group);
}

/* ---- what is computed first ---- */

/* @input: round and path. */
static gpointer
compute_cb (SzOffice *office,
            gpointer input,
            SzProgress progress,
            GCancellable *cancellable,
            GError **error)
{
  char *const *asked = input;

  return sz_title_scores_read (office, asked[0], asked[1], TRUE, error);
}

static void
computed_cb (gpointer owner, gpointer value)
{
  SzPage *page = owner;
  SzScoreDialog *self
      = g_object_new (SZ_TYPE_SCORE_DIALOG, "transient-for", sz_page_get_window (page), "tasks",
                      sz_page_get_tasks (page), "title", _ ("Scores for the Recommendation"), NULL);
  SzFormDialog *dialog = SZ_FORM_DIALOG (self);

  self->page = page;
  show_scores (self, value);
  sz_form_dialog_set_hint (dialog,
                           self->scores->groups->len > 0
                               ? _ (
                                   "Only what the office gives is typed. A tie that the quota cuts "
                                   "is framed: the office decides it, and says why.")
                               : _ ("Nobody has applied yet: there is nothing to score."));
  sz_form_dialog_set_width (dialog, WIDTH);
  sz_form_dialog_add (dialog, GTK_WIDGET (self->place));
  g_signal_connect_object (sz_page_get_tasks (page), "changed", G_CALLBACK (changed_cb), self,
                           G_CONNECT_SWAPPED);
  sz_form_dialog_begin (dialog);
  sz_page_done (page, _ ("The scores are kept with the applications"), self->scores->act);
  gtk_window_present (GTK_WINDOW (self));
}

void
sz_score_dialog_present (SzPage *page, const char *batch, const char *path)
{
  const char *const asked[] = { batch, path, NULL };

  g_return_if_fail (SZ_IS_PAGE (page) && batch != NULL && path != NULL);
  sz_page_write (page,
                 SZ_WORK (compute_cb, g_strdupv ((char **)asked), (GDestroyNotify)g_strfreev,
                          free_scores, .changes = SZ_CHANGED_TITLES),
                 computed_cb);
}
