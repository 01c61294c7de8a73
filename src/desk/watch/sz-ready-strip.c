/* sz-ready-strip.c — the way from the roster to F20: what is there, what is missing, each with its
 * action
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-ready-strip.h"

#include <glib/gi18n.h>

#include "sz-wrap-layout.h"

#define PAY_FORM "F20"

struct _SzReadyStrip
{
  AdwBin parent_instance;

  GtkLabel *title;
  GtkWidget *steps[SZ_N_READY];
  GtkWidget *form;
};

G_DEFINE_FINAL_TYPE (SzReadyStrip, sz_ready_strip, ADW_TYPE_BIN)

static guint new_year_signal;

/* @page: where it is seen; @import: what is missing is imported, else made on the page. */
static const struct
{
  const char *name;
  const char *page;
  gboolean import;
} steps[SZ_N_READY] = {
  [SZ_READY_ROSTER] = { N_ ("Roster"), "people", TRUE },
  [SZ_READY_ASSESSMENTS] = { N_ ("Assessments"), "titles", TRUE },
  [SZ_READY_WORKLOAD] = { N_ ("Workload"), "workload", TRUE },
  [SZ_READY_SCHEME] = { N_ ("Scheme"), "pay", FALSE },
};

static void
show_step (SzReadyStrip *self, const SzReadiness *readiness, SzReadyStep step)
{
  GtkWidget *button = self->steps[step];
  const gboolean done = readiness->done[step];
  const gboolean next = sz_readiness_next (readiness) == step;
  const gboolean imports = !done && steps[step].import;
  g_autofree char *label = g_strdup_printf ("%s %s", done ? "✓" : "–", _ (steps[step].name));
  /* TRANSLATORS: Roster: missing, import it */
  g_autofree char *said = g_strdup_printf (done                 ? _ ("%s: there")
                                           : steps[step].import ? _ ("%s: missing; import it")
                                                                : _ ("%s: missing; compute a run"),
                                           _ (steps[step].name));

  gtk_button_set_label (GTK_BUTTON (button), label);
  gtk_widget_set_tooltip_text (button, said);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, said, -1);
  /* A name without its target, or another's, would be complained of. */
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), NULL);
  gtk_actionable_set_action_target_value (GTK_ACTIONABLE (button),
                                          imports ? NULL : g_variant_new_string (steps[step].page));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), imports ? "win.import" : "win.page");
  gtk_widget_remove_css_class (button, next ? "flat" : "suggested-action");
  gtk_widget_add_css_class (button, next ? "suggested-action" : "flat");
}

void
sz_ready_strip_show (SzReadyStrip *self, const SzReadiness *readiness)
{
  g_autofree char *title = NULL;

  g_return_if_fail (SZ_IS_READY_STRIP (self) && readiness != NULL);
  title = g_strdup_printf (_ ("Performance pay of %d"), readiness->year);
  gtk_label_set_text (self->title, title);
  for (int i = 0; i < SZ_N_READY; i++)
    show_step (self, readiness, (SzReadyStep)i);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self->form), "(sx)", PAY_FORM, readiness->run);
  gtk_widget_set_sensitive (self->form, readiness->run != 0);
  gtk_widget_set_visible (GTK_WIDGET (self), TRUE);
}

static void
new_year_clicked_cb (SzReadyStrip *self)
{
  g_signal_emit (self, new_year_signal, 0);
}

static void
sz_ready_strip_class_init (SzReadyStripClass *klass)
{
  new_year_signal = g_signal_new ("new-year", SZ_TYPE_READY_STRIP, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                  NULL, G_TYPE_NONE, 0);
}

static void
sz_ready_strip_init (SzReadyStrip *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *year = gtk_button_new_with_mnemonic (_ ("_New Year…"));

  self->title = GTK_LABEL (gtk_label_new (NULL));
  gtk_widget_add_css_class (GTK_WIDGET (self->title), "heading");
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->title));
  for (int i = 0; i < SZ_N_READY; i++)
    {
      self->steps[i] = gtk_button_new ();
      gtk_box_append (GTK_BOX (box), self->steps[i]);
    }
  self->form = gtk_button_new_with_label (PAY_FORM);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self->form), "(sx)", PAY_FORM, (gint64)0);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->form), "win.form");
  gtk_widget_add_css_class (self->form, "flat");
  gtk_widget_set_tooltip_text (self->form, _ ("The form of the latest run"));
  gtk_box_append (GTK_BOX (box), self->form);
  gtk_widget_add_css_class (year, "flat");
  g_signal_connect_object (year, "clicked", G_CALLBACK (new_year_clicked_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (box), year);
  gtk_widget_set_layout_manager (box, sz_wrap_layout_new (6));
  gtk_widget_add_css_class (GTK_WIDGET (self), "sz-ready-strip");
  adw_bin_set_child (ADW_BIN (self), box);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

GtkWidget *
sz_ready_strip_new (void)
{
  return g_object_new (SZ_TYPE_READY_STRIP, NULL);
}
