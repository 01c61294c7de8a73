/* sz-life-pane.c — one list of a run's life
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-life-pane.h"

#include <glib/gi18n.h>
#include <string.h>

#include "sz-figure-activate.h"
#include "sz-import-dialog.h"

#define COLUMNS_MAX 12

struct _SzLifePane
{
  AdwBin parent_instance;

  const SzLifeList *list;
  SzFigureTable *table;
  GtkStack *states;
  GtkLabel *empty_label;
  GtkWidget *remedy_button; /* (nullable): against what is missing */
  GtkLabel *foot_label;
  const SzRunLife *life;    /* borrowed */
  guint shown[COLUMNS_MAX]; /* columns of the list, in the order of the table's */
  guint n_shown;
};

G_DEFINE_FINAL_TYPE (SzLifePane, sz_life_pane, ADW_TYPE_BIN)

static char *
write_cell_cb (gpointer owner, guint row, guint column)
{
  SzLifePane *self = owner;

  return self->life != NULL ? self->list->write (self->life, row, self->shown[column])
                            : g_strdup ("");
}

static int
compare_rows_cb (gpointer owner, guint a, guint b, guint column)
{
  SzLifePane *self = owner;

  return self->life != NULL ? self->list->compare (self->life, a, b, self->shown[column]) : 0;
}

static gint64
get_share_cb (gpointer owner, guint row)
{
  SzLifePane *self = owner;

  return self->life != NULL && self->list->share != NULL ? self->list->share (self->life, row) : -1;
}

/* Rows of the old columns are taken away first: their cells would be written for others. */
static void
set_columns (SzLifePane *self)
{
  SzFigureColumn columns[COLUMNS_MAX];
  guint shown[COLUMNS_MAX];
  guint n = 0;

  g_return_if_fail (self->list->n_columns <= COLUMNS_MAX);
  if (self->life == NULL && self->n_shown > 0)
    return;
  for (guint i = 0; i < self->list->n_columns; i++)
    {
      if (self->life != NULL && self->list->shown != NULL && !self->list->shown (self->life, i))
        continue;
      columns[n] = self->list->columns[i];
      columns[n].title = _ (columns[n].title);
      shown[n++] = i;
    }
  if (n == self->n_shown && memcmp (shown, self->shown, n * sizeof *shown) == 0)
    return;
  sz_figure_table_set_rows (self->table, 0);
  memcpy (self->shown, shown, n * sizeof *shown);
  self->n_shown = n;
  sz_figure_table_set_columns (self->table, columns, n);
}

void
sz_life_pane_show (SzLifePane *self, const SzRunLife *life)
{
  const gboolean there = sz_life_list_is_there (self->list, life);
  const guint n = there ? self->list->count (life) : 0;
  const char *missing = there && self->list->missing != NULL ? self->list->missing (life) : NULL;
  g_autofree char *foot = there ? self->list->foot (life) : NULL;

  g_return_if_fail (SZ_IS_LIFE_PANE (self));
  self->life = there ? life : NULL;
  set_columns (self);
  sz_figure_table_set_rows (self->table, n);
  gtk_stack_set_visible_child_name (self->states, n > 0 ? "table" : "empty");
  gtk_label_set_label (self->empty_label, missing != NULL ? missing : _ (self->list->empty));
  if (self->remedy_button != NULL)
    gtk_widget_set_visible (self->remedy_button, missing != NULL);
  gtk_label_set_label (self->foot_label, foot != NULL ? foot : "");
}

int
sz_life_pane_get_row (SzLifePane *self)
{
  g_return_val_if_fail (SZ_IS_LIFE_PANE (self), -1);
  return self->life != NULL ? sz_figure_table_get_selected (self->table) : -1;
}

void
sz_life_pane_copy (SzLifePane *self)
{
  g_return_if_fail (SZ_IS_LIFE_PANE (self));
  sz_figure_table_copy (self->table);
}

static void
row_activated_cb (gpointer owner)
{
  SzLifePane *self = owner;

  if (self->list->opens != NULL)
    gtk_widget_activate_action (GTK_WIDGET (self), self->list->opens, NULL);
}

static gboolean
dropped_cb (GtkDropTarget *target, const GValue *value, double x, double y, gpointer user_data)
{
  SzLifePane *self = user_data;
  g_auto (GStrv) paths = sz_import_dup_dropped (value);

  return paths != NULL
         && gtk_widget_activate_action (GTK_WIDGET (self), self->list->drops, "^as", paths);
}

static void
accept_files (SzLifePane *self)
{
  GtkDropTarget *target = gtk_drop_target_new (GDK_TYPE_FILE_LIST, GDK_ACTION_COPY);

  g_signal_connect_object (target, "drop", G_CALLBACK (dropped_cb), self, 0);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (target));
}

static void
sz_life_pane_class_init (SzLifePaneClass *klass)
{
}

static void
sz_life_pane_init (SzLifePane *self)
{
}

static GtkWidget *
make_buttons (const SzLifeList *list)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  for (const SzLifeButton *button = list->buttons; button->label != NULL; button++)
    {
      GtkWidget *widget = gtk_button_new_with_mnemonic (_ (button->label));

      gtk_actionable_set_action_name (GTK_ACTIONABLE (widget), button->action);
      gtk_box_append (GTK_BOX (box), widget);
    }
  gtk_widget_set_margin_start (box, 12);
  gtk_widget_set_margin_end (box, 12);
  gtk_widget_set_margin_bottom (box, 6);
  return box;
}

static GtkLabel *
make_label (const char *style)
{
  GtkLabel *label = GTK_LABEL (gtk_label_new (""));

  gtk_label_set_wrap (label, TRUE);
  gtk_label_set_xalign (label, 0);
  gtk_widget_add_css_class (GTK_WIDGET (label), style);
  return label;
}

/* What the tab says without rows, and what helps. */
static GtkWidget *
make_empty (SzLifePane *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);

  self->empty_label = make_label ("dim-label");
  gtk_label_set_justify (self->empty_label, GTK_JUSTIFY_CENTER);
  gtk_label_set_xalign (self->empty_label, 0.5f);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->empty_label));
  if (self->list->remedy != NULL)
    {
      self->remedy_button = gtk_button_new_with_mnemonic (_ (self->list->remedy->label));
      gtk_actionable_set_action_name (GTK_ACTIONABLE (self->remedy_button),
                                      self->list->remedy->action);
      gtk_widget_set_halign (self->remedy_button, GTK_ALIGN_CENTER);
      gtk_widget_set_visible (self->remedy_button, FALSE);
      gtk_box_append (GTK_BOX (box), self->remedy_button);
    }
  gtk_widget_set_valign (box, GTK_ALIGN_CENTER);
  return box;
}

GtkWidget *
sz_life_pane_new (const SzLifeList *list)
{
  SzLifePane *self = g_object_new (SZ_TYPE_LIFE_PANE, NULL);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  g_return_val_if_fail (list != NULL, NULL);

  self->list = list;
  self->table = g_object_new (SZ_TYPE_FIGURE_TABLE, NULL);
  self->states = GTK_STACK (gtk_stack_new ());
  self->foot_label = make_label ("caption");
  sz_figure_table_set_owner (self->table, self, write_cell_cb, compare_rows_cb);
  sz_figure_table_set_bars (self->table, get_share_cb);
  sz_figure_table_activates (self->table, row_activated_cb, self);
  set_columns (self);
  gtk_stack_add_named (self->states, GTK_WIDGET (self->table), "table");
  gtk_stack_add_named (self->states, make_empty (self), "empty");
  gtk_widget_set_vexpand (GTK_WIDGET (self->states), TRUE);
  gtk_widget_add_css_class (GTK_WIDGET (self->foot_label), "numeric");
  gtk_widget_set_margin_start (GTK_WIDGET (self->foot_label), 12);
  gtk_widget_set_margin_end (GTK_WIDGET (self->foot_label), 12);
  gtk_widget_set_margin_top (GTK_WIDGET (self->foot_label), 4);
  gtk_widget_set_margin_bottom (GTK_WIDGET (self->foot_label), 4);
  gtk_box_append (GTK_BOX (box), make_buttons (list));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->states));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->foot_label));
  adw_bin_set_child (ADW_BIN (self), box);
  if (list->drops != NULL)
    accept_files (self);
  return GTK_WIDGET (self);
}
