/* sz-run-bar.c — where a run stands
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-run-bar.h"

#include <glib/gi18n.h>
#include <string.h>

#include "sz-act-guard.h"
#include "sz-case-bar.h"

/* Steps whose buttons stand on the tabs, or in the banner. */
#define ELSEWHERE "recompute split withdraw adjust undo objection answer"

struct _SzRunBar
{
  AdwBin parent_instance;

  SzCaseBar *steps;
  GtkWidget *banner;
  GtkLabel *stale_label;
  GtkWidget *compare_button;
  GtkWidget *recompute_button;
  GtkLabel *waits_label;
};

enum
{
  STEP,
  CHANGES,
  COMPARE,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (SzRunBar, sz_run_bar, ADW_TYPE_BIN)

static void
add_sentence (GString *text, char *sentence)
{
  g_string_append_printf (text, "%s%s", text->len > 0 ? " · " : "", sentence);
  g_free (sentence);
}

/* Everything that is in the way of the next step, not only the first. */
static char *
list_waits (const SzRunLife *life)
{
  const char *state = life->steps->state;
  GString *text = g_string_new (NULL);

  if (strcmp (state, "computed") == 0 && life->splits != NULL && life->splits->silent > 0)
    add_sentence (text, g_strdup_printf (g_dngettext (GETTEXT_PACKAGE,
                                                      "%u department has not sent its sheet",
                                                      "%u departments have not sent their sheets",
                                                      life->splits->silent),
                                         life->splits->silent));
  if (strcmp (state, "announced") == 0)
    {
      g_autofree char *to = sz_date_format (life->face->notice_to);

      add_sentence (text, g_strdup_printf (_ ("notice until %s"), to));
    }
  if (strcmp (state, "announced") == 0 && life->open > 0)
    add_sentence (text, g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u objection is open",
                                                      "%u objections are open", life->open),
                                         life->open));
  if (life->cap_fault != NULL)
    add_sentence (text, g_strdup (life->cap_fault));
  if (life->paid_fault != NULL && strcmp (state, "approved") == 0)
    add_sentence (text, g_strdup (life->paid_fault));
  if (strcmp (state, "computed") != 0)
    add_sentence (text, g_strdup (_ ("names are statements: they are not checked")));
  return g_string_free (text, FALSE);
}

void
sz_run_bar_show (SzRunBar *self, const SzRunLife *life)
{
  g_autofree char *stale = NULL;
  g_autofree char *waits = NULL;

  g_return_if_fail (SZ_IS_RUN_BAR (self));
  gtk_widget_set_visible (GTK_WIDGET (self), life != NULL);
  sz_case_bar_show (self->steps, life != NULL ? life->steps : NULL);
  if (life == NULL)
    return;
  stale = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE,
                                        "%u input changed since this run was computed",
                                        "%u inputs changed since this run was computed",
                                        life->changes->len),
                           life->changes->len);
  waits = list_waits (life);
  gtk_label_set_label (self->stale_label, stale);
  gtk_widget_set_visible (self->banner, life->changes->len > 0);
  gtk_widget_set_visible (self->compare_button, life->correct == NULL);
  gtk_widget_set_visible (self->recompute_button,
                          strcmp (life->steps->state, "computed") == 0 && life->correct == NULL);
  gtk_label_set_label (self->waits_label, waits);
  gtk_widget_set_visible (GTK_WIDGET (self->waits_label), *waits != '\0');
}

static void
step_chosen_cb (SzRunBar *self, const char *verb)
{
  g_signal_emit (self, signals[STEP], 0, verb);
}

static void
changes_clicked_cb (SzRunBar *self)
{
  g_signal_emit (self, signals[CHANGES], 0);
}

static void
compare_clicked_cb (SzRunBar *self)
{
  g_signal_emit (self, signals[COMPARE], 0);
}

static void
recompute_clicked_cb (SzRunBar *self)
{
  g_signal_emit (self, signals[STEP], 0, "recompute");
}

static void
sz_run_bar_class_init (SzRunBarClass *klass)
{
  signals[STEP] = g_signal_new ("step", SZ_TYPE_RUN_BAR, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[CHANGES] = g_signal_new ("changes", SZ_TYPE_RUN_BAR, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                   NULL, G_TYPE_NONE, 0);
  signals[COMPARE] = g_signal_new ("compare", SZ_TYPE_RUN_BAR, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                   NULL, G_TYPE_NONE, 0);
}

static GtkWidget *
add_button (SzRunBar *self, const char *label, GCallback callback)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (label);

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  g_signal_connect_object (button, "clicked", callback, self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (self->banner), button);
  return button;
}

static void
sz_run_bar_init (SzRunBar *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  self->steps = SZ_CASE_BAR (sz_case_bar_new ());
  sz_case_bar_leave_out (self->steps, ELSEWHERE);
  self->banner = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  self->stale_label = GTK_LABEL (gtk_label_new (""));
  self->waits_label = GTK_LABEL (gtk_label_new (""));
  gtk_widget_add_css_class (self->banner, "sz-notice");
  gtk_widget_set_hexpand (GTK_WIDGET (self->stale_label), TRUE);
  gtk_label_set_wrap (self->stale_label, TRUE);
  gtk_label_set_xalign (self->stale_label, 0);
  gtk_box_append (GTK_BOX (self->banner), GTK_WIDGET (self->stale_label));
  add_button (self, _ ("_What Changed"), G_CALLBACK (changes_clicked_cb));
  self->compare_button = add_button (self, _ ("Com_pare"), G_CALLBACK (compare_clicked_cb));
  self->recompute_button = add_button (self, _ ("Re_compute…"), G_CALLBACK (recompute_clicked_cb));
  sz_act_guard (self->recompute_button, "pay.recompute");
  gtk_label_set_wrap (self->waits_label, TRUE);
  gtk_label_set_xalign (self->waits_label, 0);
  gtk_widget_set_margin_start (GTK_WIDGET (self->waits_label), 12);
  gtk_widget_set_margin_end (GTK_WIDGET (self->waits_label), 12);
  gtk_widget_set_margin_top (GTK_WIDGET (self->waits_label), 2);
  gtk_widget_set_margin_bottom (GTK_WIDGET (self->waits_label), 2);
  gtk_widget_add_css_class (GTK_WIDGET (self->waits_label), "caption");
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->steps));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->waits_label));
  gtk_box_append (GTK_BOX (box), self->banner);
  adw_bin_set_child (ADW_BIN (self), box);
  gtk_widget_hide (GTK_WIDGET (self));
  g_signal_connect_object (self->steps, "step", G_CALLBACK (step_chosen_cb), self,
                           G_CONNECT_SWAPPED);
}
