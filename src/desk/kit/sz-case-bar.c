/* sz-case-bar.c — the states of a case: who did what when, and what can be done now
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-case-bar.h"

#include <glib/gi18n.h>
#include <string.h>

#include "sz-act-guard.h"
#include "sz-rights.h"
#include "sz-when.h"

/* The months of a year ago are said with their year, those of these weeks without. */
#define YEAR_LENGTH 5
#define DAY_LENGTH 5 /* 01-05 */

struct _SzCaseBar
{
  AdwBin parent_instance;

  GtkBox *states;
  GtkBox *moves;
  char **left_out;
};

enum
{
  STEP,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (SzCaseBar, sz_case_bar, ADW_TYPE_BIN)

/* The step by which the case came to @state, %NULL when it has not been there. */
static const SzCaseStep *
find_step (const SzCaseView *view, const char *state)
{
  const SzCaseStep *steps = (const SzCaseStep *)(gpointer)view->steps->data;

  for (guint i = view->steps->len; i > 0; i--)
    if (g_strcmp0 (steps[i - 1].to, state) == 0
        && sz_case_counts (view->table, steps, view->steps->len, i - 1))
      return &steps[i - 1];
  return NULL;
}

static gboolean
has_state (GPtrArray *way, const char *state)
{
  return g_ptr_array_find_with_equal_func (way, state, g_str_equal, NULL);
}

/* (nullable): where one usually goes on from @state. */
static char *
find_next (const SzCaseView *view, GPtrArray *way, const char *state)
{
  for (guint i = 0; i < view->table->n_moves; i++)
    {
      const SzCaseMove *move = &view->table->moves[i];
      g_autofree char *usual = sz_case_dup_usual (move);

      if (sz_case_find_move (view->table, state, move->verb) == move && !has_state (way, usual))
        return g_steal_pointer (&usual);
    }
  return NULL;
}

/* (transfer full): the states it went through, the one it is in, and those that usually follow. */
static GPtrArray *
find_way (const SzCaseView *view)
{
  GPtrArray *way = g_ptr_array_new_with_free_func (g_free);
  const SzCaseStep *steps = (const SzCaseStep *)(gpointer)view->steps->data;
  char *state = g_strdup (view->state);

  for (guint i = 0; i < view->steps->len; i++)
    if (sz_case_counts (view->table, steps, view->steps->len, i)
        && g_strcmp0 (steps[i].to, view->state) != 0 && !has_state (way, steps[i].to))
      g_ptr_array_add (way, g_strdup (steps[i].to));
  while (state != NULL)
    {
      char *next;

      if (*state != '\0')
        g_ptr_array_add (way, g_strdup (state));
      next = find_next (view, way, state);
      g_free (state);
      state = next;
    }
  return way;
}

static GtkWidget *
add_label (GtkWidget *box, const char *text, const char *style)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  if (style != NULL)
    gtk_widget_add_css_class (label, style);
  gtk_box_append (GTK_BOX (box), label);
  return label;
}

static GtkWidget *
make_state (const SzCaseView *view, const char *state)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  const SzCaseStep *step = find_step (view, state);
  const char *name = sz_case_state_name (view->table, state);
  const gboolean present = g_strcmp0 (state, view->state) == 0;
  g_autofree char *when = step != NULL ? sz_when_format (step->at) : NULL;
  g_autofree char *about = NULL;
  g_autofree char *shown = NULL;

  gtk_widget_add_css_class (box, "sz-step");
  if (present)
    gtk_widget_add_css_class (box, "sz-step-now");
  add_label (box, name, present ? "heading" : step == NULL ? "dim-label" : NULL);
  if (step != NULL)
    {
      /* who and the day: eight states have to stand side by side */
      shown = g_strdup_printf ("%s %.*s", step->who, DAY_LENGTH,
                               strlen (when) > YEAR_LENGTH ? when + YEAR_LENGTH : when);
      about = g_strdup_printf ("%s %s", step->who, when);
      gtk_widget_add_css_class (add_label (box, shown, "caption"), "dim-label");
      gtk_widget_set_tooltip_text (box, about);
    }
  else
    /* As high with steps as without: the rows below must not move under the pointer. */
    add_label (box, "", "caption");
  gtk_accessible_update_property (GTK_ACCESSIBLE (box), GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, about != NULL ? about : "",
                                  -1);
  return box;
}

static void
move_clicked_cb (SzCaseBar *self, GtkWidget *button)
{
  g_signal_emit (self, signals[STEP], 0, gtk_widget_get_name (button));
}

static void
add_move (SzCaseBar *self, const SzCaseView *view, const SzCaseMove *move)
{
  /* TRANSLATORS: a step that asks for something first: 复核… */
  g_autofree char *label = g_strdup_printf (_ ("%s…"), move->name);
  GtkWidget *button = gtk_button_new_with_label (label);
  const gboolean allowed = g_ptr_array_find (view->moves, move, NULL);
  const gboolean first = gtk_widget_get_first_child (GTK_WIDGET (self->moves)) == NULL;

  gtk_widget_set_name (button, move->verb);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  if (allowed && first && move->forgets == NULL)
    gtk_widget_add_css_class (button, "suggested-action");
  else if (!allowed)
    gtk_widget_add_css_class (button, "flat");
  g_signal_connect_object (button, "clicked", G_CALLBACK (move_clicked_cb), self,
                           G_CONNECT_SWAPPED);
  if (sz_rights_of_step (view->table->kind, move->verb) != NULL)
    sz_act_guard (button, sz_rights_of_step (view->table->kind, move->verb));
  gtk_box_append (self->moves, button);
}

static void
clear_box (GtkBox *box)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (box))) != NULL)
    gtk_box_remove (box, child);
}

void
sz_case_bar_show (SzCaseBar *self, const SzCaseView *view)
{
  g_autoptr (GPtrArray) way = NULL;

  g_return_if_fail (SZ_IS_CASE_BAR (self));
  gtk_widget_set_visible (GTK_WIDGET (self), view != NULL);
  clear_box (self->states);
  clear_box (self->moves);
  if (view == NULL)
    return;
  way = find_way (view);
  for (guint i = 0; i < way->len; i++)
    {
      if (i > 0)
        gtk_box_append (self->states, gtk_image_new_from_icon_name ("go-next-symbolic"));
      gtk_box_append (self->states, make_state (view, g_ptr_array_index (way, i)));
    }
  for (guint i = 0; i < view->table->n_moves; i++)
    {
      const SzCaseMove *move = &view->table->moves[i];

      if (!move->by_program && sz_case_find_move (view->table, view->state, move->verb) == move
          && !(self->left_out != NULL
               && g_strv_contains ((const char *const *)self->left_out, move->verb)))
        add_move (self, view, move);
    }
}

void
sz_case_bar_leave_out (SzCaseBar *self, const char *verbs)
{
  g_return_if_fail (SZ_IS_CASE_BAR (self) && verbs != NULL);
  g_strfreev (self->left_out);
  self->left_out = g_strsplit (verbs, " ", -1);
}

static void
sz_case_bar_finalize (GObject *object)
{
  g_strfreev (SZ_CASE_BAR (object)->left_out);
  G_OBJECT_CLASS (sz_case_bar_parent_class)->finalize (object);
}

static void
sz_case_bar_class_init (SzCaseBarClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = sz_case_bar_finalize;
  signals[STEP] = g_signal_new ("step", SZ_TYPE_CASE_BAR, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
sz_case_bar_init (SzCaseBar *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);

  self->states = GTK_BOX (gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6));
  self->moves = GTK_BOX (gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6));
  gtk_widget_set_hexpand (GTK_WIDGET (self->states), TRUE);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->states));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->moves));
  gtk_widget_add_css_class (box, "sz-case-bar");
  adw_bin_set_child (ADW_BIN (self), box);
  gtk_widget_hide (GTK_WIDGET (self));
}

GtkWidget *
sz_case_bar_new (void)
{
  return g_object_new (SZ_TYPE_CASE_BAR, NULL);
}
