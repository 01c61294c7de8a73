/* sz-called-list.c — those called of a post (RULE rec-21)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-called-list.h"

#include <glib/gi18n.h>
#include <string.h>

#include "sz-post-tables.h"

#define INDENT 28
#define OUTCOMES 150 /* the width of three buttons */

struct _SzCalledList
{
  AdwBin parent_instance;

  GtkListBox *list; /* borrowed */
  gboolean filling;
};

enum
{
  SELECTED,
  CHECK,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (SzCalledList, sz_called_list, ADW_TYPE_BIN)

static const struct
{
  const char *label;
  const char *outcome;
  SzOutcome value;
} outcomes[] = { { "—", "", SZ_OUTCOME_NONE },
                 { "合格", "passed", SZ_OUTCOME_PASSED },
                 { "不合格", "failed", SZ_OUTCOME_FAILED } };

/* ---- three buttons, of which one is pressed ---- */

static void
outcome_toggled_cb (SzCalledList *self, GtkToggleButton *button)
{
  const char *outcome = g_object_get_data (G_OBJECT (button), "sz-outcome");
  const char *ticket = g_object_get_data (G_OBJECT (button), "sz-ticket");
  const gboolean physical = g_object_get_data (G_OBJECT (button), "sz-physical") != NULL;

  if (self->filling || !gtk_toggle_button_get_active (button))
    return;
  g_signal_emit (self, signals[CHECK], 0, ticket, physical ? outcome : NULL,
                 physical ? NULL : outcome);
}

static GtkWidget *
make_outcome (SzCalledList *self, const char *ticket, SzOutcome now, gboolean physical)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  GtkToggleButton *first = NULL;

  gtk_widget_add_css_class (box, "linked");
  gtk_widget_set_size_request (box, OUTCOMES, -1);
  gtk_widget_set_valign (box, GTK_ALIGN_CENTER);
  for (gsize i = 0; i < G_N_ELEMENTS (outcomes); i++)
    {
      GtkWidget *button = gtk_toggle_button_new_with_label (outcomes[i].label);
      g_autofree char *name
          = g_strdup_printf ("%s %s %s", ticket, physical ? "体检" : "考察", outcomes[i].label);

      if (first != NULL)
        gtk_toggle_button_set_group (GTK_TOGGLE_BUTTON (button), first);
      else
        first = GTK_TOGGLE_BUTTON (button);
      g_object_set_data (G_OBJECT (button), "sz-outcome", (gpointer)outcomes[i].outcome);
      g_object_set_data_full (G_OBJECT (button), "sz-ticket", g_strdup (ticket), g_free);
      g_object_set_data (G_OBJECT (button), "sz-physical", physical ? button : NULL);
      gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (button), outcomes[i].value == now);
      gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                      -1);
      g_signal_connect_object (button, "toggled", G_CALLBACK (outcome_toggled_cb), self,
                               G_CONNECT_SWAPPED);
      gtk_box_append (GTK_BOX (box), button);
    }
  return box;
}

/* ---- rows ---- */

static void
add_cell (GtkWidget *box, char *text, int width, const char *style)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_set_size_request (label, width, -1);
  if (style != NULL)
    gtk_widget_add_css_class (label, style);
  gtk_box_append (GTK_BOX (box), label);
  g_free (text);
}

static GtkWidget *
make_person (SzCalledList *self, const SzRecruitPost *post, guint row)
{
  const SzRecruitPerson *person = g_ptr_array_index (post->called, row);
  const SzCandidate *candidate = &g_array_index (post->candidates, SzCandidate, row);
  const gboolean proposed = candidate->state == SZ_CALLED_PROPOSED;
  const char *style = proposed ? "heading" : NULL;
  const int indent = candidate->substitute ? INDENT : 0;
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);

  gtk_widget_set_margin_start (box, 12 + indent);
  add_cell (box, sz_post_result_text (post, row, SZ_RESULT_PLACE), 84 - indent, style);
  add_cell (box, sz_post_result_text (post, row, SZ_RESULT_TICKET), 96, style);
  add_cell (box, sz_post_result_text (post, row, SZ_RESULT_NAME), 76, style);
  add_cell (box, sz_post_result_text (post, row, SZ_RESULT_TOTAL), 60, style);
  gtk_box_append (GTK_BOX (box),
                  make_outcome (self, person->row->ticket, candidate->physical, TRUE));
  gtk_box_append (GTK_BOX (box),
                  make_outcome (self, person->row->ticket, candidate->inspection, FALSE));
  add_cell (box, sz_post_result_text (post, row, SZ_RESULT_STATE), 72, style);
  add_cell (box, sz_post_result_text (post, row, SZ_RESULT_NOTICE), 90, "dim-label");
  return box;
}

static GtkWidget *
make_row (GtkWidget *child, gboolean chosen)
{
  GtkWidget *row = gtk_list_box_row_new ();

  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), child);
  gtk_list_box_row_set_selectable (GTK_LIST_BOX_ROW (row), chosen);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), chosen);
  gtk_widget_set_can_focus (row, TRUE);
  gtk_widget_set_focusable (row, chosen);
  return row;
}

/* The heads of the columns, with the same widths. */
static GtkWidget *
make_head (void)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);

  gtk_widget_set_margin_start (box, 12);
  add_cell (box, g_strdup (_ ("Rank")), 84, "dim-label");
  add_cell (box, g_strdup (_ ("Ticket")), 96, "dim-label");
  add_cell (box, g_strdup (_ ("Name")), 76, "dim-label");
  add_cell (box, g_strdup (_ ("Total")), 60, "dim-label");
  add_cell (box, g_strdup (_ ("Medical")), OUTCOMES, "dim-label");
  add_cell (box, g_strdup (_ ("Inspection")), OUTCOMES, "dim-label");
  add_cell (box, g_strdup (_ ("State")), 72, "dim-label");
  add_cell (box, g_strdup (_ ("Notice until")), 90, "dim-label");
  return box;
}

/* The line between those who are checked and those who came in for somebody. */
static GtkWidget *
make_line (void)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *line = gtk_separator_new (GTK_ORIENTATION_HORIZONTAL);

  gtk_widget_set_margin_start (box, 12);
  gtk_widget_set_hexpand (line, TRUE);
  gtk_widget_set_valign (line, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (line, "sz-called-line");
  add_cell (box, g_strdup (_ ("Called first above, substitutes below")), -1, "caption");
  gtk_box_append (GTK_BOX (box), line);
  return box;
}

static void
row_selected_cb (SzCalledList *self, GtkListBoxRow *row)
{
  if (!self->filling)
    g_signal_emit (self, signals[SELECTED], 0, sz_called_list_get_selected (self));
}

int
sz_called_list_get_selected (SzCalledList *self)
{
  GtkListBoxRow *row;

  g_return_val_if_fail (SZ_IS_CALLED_LIST (self), -1);
  row = gtk_list_box_get_selected_row (self->list);
  return row != NULL ? GPOINTER_TO_INT (g_object_get_data (G_OBJECT (row), "sz-row")) - 1 : -1;
}

void
sz_called_list_select (SzCalledList *self, int index)
{
  GtkListBoxRow *row;

  g_return_if_fail (SZ_IS_CALLED_LIST (self));
  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->list, i)) != NULL; i++)
    if (GPOINTER_TO_INT (g_object_get_data (G_OBJECT (row), "sz-row")) == index + 1 && index >= 0)
      gtk_list_box_select_row (self->list, row);
}

static void
add_person (SzCalledList *self, const SzRecruitPost *post, guint index, gboolean chosen)
{
  GtkWidget *row = make_row (make_person (self, post, index), TRUE);

  g_object_set_data (G_OBJECT (row), "sz-row", GINT_TO_POINTER ((int)index + 1));
  gtk_list_box_append (self->list, row);
  if (chosen)
    gtk_list_box_select_row (self->list, GTK_LIST_BOX_ROW (row));
}

void
sz_called_list_show (SzCalledList *self, const SzRecruitPost *post)
{
  GtkWidget *child;
  gboolean below = FALSE;
  int chosen;

  g_return_if_fail (SZ_IS_CALLED_LIST (self));
  chosen = sz_called_list_get_selected (self);
  self->filling = TRUE;
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->list))) != NULL)
    gtk_list_box_remove (self->list, child);
  gtk_list_box_append (self->list, make_row (make_head (), FALSE));
  for (guint i = 0; post != NULL && i < post->selection.n_called; i++)
    {
      const SzCandidate *candidate = &g_array_index (post->candidates, SzCandidate, i);

      if (candidate->substitute && !below)
        gtk_list_box_append (self->list, make_row (make_line (), FALSE));
      below |= candidate->substitute;
      add_person (self, post, i, (int)i == chosen);
    }
  self->filling = FALSE;
  if (chosen < 0 && post != NULL && post->selection.n_called > 0)
    gtk_list_box_select_row (self->list, gtk_list_box_get_row_at_index (self->list, 1));
}

static void
sz_called_list_class_init (SzCalledListClass *klass)
{
  signals[SELECTED] = g_signal_new ("selected", SZ_TYPE_CALLED_LIST, G_SIGNAL_RUN_LAST, 0, NULL,
                                    NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT);
  signals[CHECK] = g_signal_new ("check", SZ_TYPE_CALLED_LIST, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                 NULL, G_TYPE_NONE, 3, G_TYPE_STRING, G_TYPE_STRING, G_TYPE_STRING);
}

static void
sz_called_list_init (SzCalledList *self)
{
  GtkWidget *scrolled = gtk_scrolled_window_new ();
  GtkWidget *empty = gtk_label_new (_ ("Nobody is called yet."));

  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_placeholder (self->list, empty);
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "sz-called");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Applicants"), -1);
  g_signal_connect_object (self->list, "row-selected", G_CALLBACK (row_selected_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), GTK_WIDGET (self->list));
  gtk_widget_set_hexpand (scrolled, TRUE);
  gtk_widget_set_vexpand (scrolled, TRUE);
  adw_bin_set_child (ADW_BIN (self), scrolled);
}

GtkWidget *
sz_called_list_new (void)
{
  return g_object_new (SZ_TYPE_CALLED_LIST, NULL);
}
