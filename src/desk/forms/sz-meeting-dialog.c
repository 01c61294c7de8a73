/* sz-meeting-dialog.c — papers for a meeting: which forms go into one file
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-meeting-dialog.h"

#include <glib/gi18n.h>

#include "sz-form-choice.h"

struct _SzMeetingDialog
{
  AdwWindow parent_instance;

  /* Template widgets */
  GtkWidget *save_button;
  SzFormChoice *choice;
  GtkListBox *list;
  GtkCheckButton *pdf;

  /* Owned */
  GArray *years; /* of int: those of any form */
};

enum
{
  ANSWERED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (SzMeetingDialog, sz_meeting_dialog, ADW_TYPE_WINDOW)

/* Of a row: its form's id, its check button, its years. */
static const char *
get_id (GtkListBoxRow *row)
{
  return g_object_get_data (G_OBJECT (row), "id");
}

static GtkCheckButton *
get_check (GtkListBoxRow *row)
{
  return g_object_get_data (G_OBJECT (row), "check");
}

static gboolean
is_chosen (GtkListBoxRow *row)
{
  return gtk_widget_get_sensitive (GTK_WIDGET (row))
         && gtk_check_button_get_active (get_check (row));
}

static gboolean
has_year (const GArray *years, int year)
{
  for (guint i = 0; i < years->len; i++)
    if (g_array_index (years, int, i) == year)
      return TRUE;
  return FALSE;
}

/* A form of a year that has nothing of the chosen one is left out. */
static void
update (SzMeetingDialog *self)
{
  SzFormParams params = sz_form_choice_get_params (self->choice);
  GtkListBoxRow *row;
  gboolean any = FALSE;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->list, i)) != NULL; i++)
    {
      const GArray *years = g_object_get_data (G_OBJECT (row), "years");

      gtk_widget_set_sensitive (GTK_WIDGET (row), years->len == 0 || has_year (years, params.year));
      any |= is_chosen (row);
    }
  gtk_widget_set_sensitive (self->save_button, any);
}

static void
save_clicked_cb (SzMeetingDialog *self)
{
  SzFormParams params = sz_form_choice_get_params (self->choice);
  g_autoptr (GStrvBuilder) ids = g_strv_builder_new ();
  SzFormOrder *order = g_new0 (SzFormOrder, 1);
  GtkListBoxRow *row;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->list, i)) != NULL; i++)
    if (is_chosen (row))
      g_strv_builder_add (ids, get_id (row));
  order->ids = g_strv_builder_end (ids);
  sz_form_order_set_params (order, &params);
  order->meeting = TRUE;
  order->pdf = gtk_check_button_get_active (self->pdf);
  gtk_widget_hide (GTK_WIDGET (self));
  g_signal_emit (self, signals[ANSWERED], 0, order);
  gtk_window_close (GTK_WINDOW (self));
}

/* Slips go to people, not to a meeting; what wants more than year, run and day is printed alone. */
static gboolean
is_for_meetings (const SzForm *form)
{
  return !g_str_has_prefix (form->id, "slip")
         && (form->needs & ~(guint)(SZ_FORM_NEEDS_YEAR | SZ_FORM_NEEDS_RUN | SZ_FORM_NEEDS_DAY))
                == 0;
}

/* The roster has everybody's numbers: it goes along when somebody wants it to. */
static gboolean
is_chosen_at_first (const SzForm *form)
{
  return !g_str_equal (form->id, "roster");
}

static void
add_form (SzMeetingDialog *self, const SzFormOffer *offer)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *check = gtk_check_button_new_with_label (offer->form->title);

  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), is_chosen_at_first (offer->form));
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), check);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_widget_set_focusable (row, FALSE);
  g_object_set_data (G_OBJECT (row), "id", (gpointer)offer->form->id);
  g_object_set_data (G_OBJECT (row), "check", check);
  g_object_set_data_full (G_OBJECT (row), "years", g_array_ref (offer->years),
                          (GDestroyNotify)g_array_unref);
  g_signal_connect_swapped (check, "toggled", G_CALLBACK (update), self);
  gtk_list_box_append (self->list, row);
}

static int
compare_years (gconstpointer a, gconstpointer b)
{
  return *(const int *)b - *(const int *)a;
}

static void
add_years (SzMeetingDialog *self, const GArray *years)
{
  for (guint i = 0; i < years->len; i++)
    if (!has_year (self->years, g_array_index (years, int, i)))
      g_array_append_val (self->years, g_array_index (years, int, i));
}

/* A meeting is about the year of its pay run, for which the papers are complete. */
static int
find_year_of_run (const SzFormFacts *facts, gint64 run)
{
  const SzPayHead *head = NULL;

  for (guint i = 0; i < facts->runs->len; i++)
    {
      const SzPayHead *at = &g_array_index (facts->runs, SzPayHead, i);

      if (at->run == run || (run == 0 && i + 1 == facts->runs->len))
        head = at;
    }
  return head != NULL ? sz_date_year (head->from) : 0;
}

static void
fill (SzMeetingDialog *self, const SzFormFacts *facts, const SzFormParams *params)
{
  guint needs = 0;

  for (guint i = 0; i < facts->offers->len; i++)
    {
      const SzFormOffer *offer = g_ptr_array_index (facts->offers, i);

      if (!offer->ready || !is_for_meetings (offer->form))
        continue;
      needs |= offer->form->needs;
      add_years (self, offer->years);
      add_form (self, offer);
    }
  g_array_sort (self->years, compare_years);
  sz_form_choice_set_year (self->choice, find_year_of_run (facts, params->run));
  sz_form_choice_set_runs (self->choice, facts->runs);
  sz_form_choice_set_run (self->choice, params->run);
  sz_form_choice_set_day (self->choice, params->on);
  sz_form_choice_set_needs (self->choice, needs, 0, self->years);
  update (self);
}

static void
sz_meeting_dialog_finalize (GObject *object)
{
  g_clear_pointer (&SZ_MEETING_DIALOG (object)->years, g_array_unref);
  G_OBJECT_CLASS (sz_meeting_dialog_parent_class)->finalize (object);
}

static void
sz_meeting_dialog_class_init (SzMeetingDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (SZ_TYPE_FORM_CHOICE);
  G_OBJECT_CLASS (klass)->finalize = sz_meeting_dialog_finalize;
  signals[ANSWERED] = g_signal_new ("answered", SZ_TYPE_MEETING_DIALOG, G_SIGNAL_RUN_LAST, 0, NULL,
                                    NULL, NULL, G_TYPE_NONE, 1, G_TYPE_POINTER);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/shizi/Shizi/ui/sz-meeting-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, SzMeetingDialog, choice);
  gtk_widget_class_bind_template_child (widget_class, SzMeetingDialog, list);
  gtk_widget_class_bind_template_child (widget_class, SzMeetingDialog, pdf);
  gtk_widget_class_bind_template_child (widget_class, SzMeetingDialog, save_button);
  gtk_widget_class_bind_template_callback (widget_class, save_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, update);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
sz_meeting_dialog_init (SzMeetingDialog *self)
{
  self->years = g_array_new (FALSE, FALSE, sizeof (int));
  gtk_widget_init_template (GTK_WIDGET (self));
}

SzMeetingDialog *
sz_meeting_dialog_new (GtkWindow *parent, const SzFormFacts *facts, const SzFormParams *params)
{
  SzMeetingDialog *self = g_object_new (SZ_TYPE_MEETING_DIALOG, "transient-for", parent, NULL);

  fill (self, facts, params);
  return self;
}
