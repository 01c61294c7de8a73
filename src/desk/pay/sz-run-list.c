/* sz-run-list.c — the pay runs of a college, the scheme that is being written first
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-run-list.h"

#include <glib/gi18n.h>

#define RUN_KEY "run"
#define ISO_DAY_LENGTH 10
#define INDENT 18 /* of a correction, under its run */

struct _SzRunList
{
  GtkWidget parent_instance;

  GtkWidget *scrolled;
  GtkListBox *list;
  gint64 selected;
  gboolean showing;
};

enum
{
  RUN_SELECTED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (SzRunList, sz_run_list, GTK_TYPE_WIDGET)

const char *
sz_run_state_name (const char *state)
{
  static const struct
  {
    const char *state;
    const char *name;
  } names[] = {
    { "draft", N_ ("draft") },       { "computed", N_ ("computed") },
    { "reviewed", N_ ("reviewed") }, { "announced", N_ ("announced") },
    { "approved", N_ ("approved") }, { "paid", N_ ("paid") },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    {
      if (g_strcmp0 (names[i].state, state) == 0)
        return _ (names[i].name);
    }
  return state;
}

static GtkWidget *
append_label (GtkBox *box, const char *text, const char *style)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  if (style != NULL)
    {
      gtk_widget_add_css_class (label, style);
      gtk_widget_add_css_class (label, "numeric");
    }
  gtk_box_append (box, label);
  return label;
}

static GtkWidget *
make_row (gint64 run, const char *name, const char *about, const char *total)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 1);
  gint64 *key = g_new (gint64, 1);

  *key = run;
  append_label (GTK_BOX (box), name, NULL);
  gtk_widget_add_css_class (append_label (GTK_BOX (box), about, "caption"), "dim-label");
  if (total != NULL)
    append_label (GTK_BOX (box), total, "caption");
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_widget_set_tooltip_text (row, name);
  g_object_set_data_full (G_OBJECT (row), RUN_KEY, key, g_free);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, about, -1);
  return row;
}

static GtkWidget *
make_run_row (const SzPayHead *head)
{
  g_autofree char *day = g_strndup (head->at != NULL ? head->at : "", ISO_DAY_LENGTH);
  g_autofree char *kind = head->corrects != 0
                              ? g_strdup_printf (_ (" · corrects run %d"), (int)head->corrects)
                              : g_strdup ("");
  g_autofree char *about = g_strdup_printf ("%" G_GINT64_FORMAT " · %s · %s%s", head->run,
                                            sz_run_state_name (head->state), day, kind);
  g_autofree char *amount = sz_money_format_grouped (head->total_fen);
  g_autofree char *total = g_strdup_printf ("￥ %s", amount);

  return make_row (head->run, head->name, about, total);
}

static gboolean
has_run (const GArray *heads, gint64 run)
{
  for (guint i = 0; i < heads->len; i++)
    if (g_array_index (heads, SzPayHead, i).run == run)
      return TRUE;
  return FALSE;
}

/* The run, and what was corrected of it, the first correction first. */
static void
append_run (SzRunList *self, const GArray *heads, const SzPayHead *head)
{
  gtk_list_box_append (self->list, make_run_row (head));
  for (guint i = 0; i < heads->len; i++)
    {
      const SzPayHead *other = &g_array_index (heads, SzPayHead, i);
      GtkWidget *row;

      if (other->corrects == 0 || other->corrects != head->run)
        continue;
      row = make_run_row (other);
      gtk_widget_set_margin_start (gtk_list_box_row_get_child (GTK_LIST_BOX_ROW (row)), INDENT);
      gtk_list_box_append (self->list, row);
    }
}

static gint64
get_run (GtkListBoxRow *row)
{
  const gint64 *key = row != NULL ? g_object_get_data (G_OBJECT (row), RUN_KEY) : NULL;

  return key != NULL ? *key : SZ_RUN_NONE;
}

static void
clear_rows (SzRunList *self)
{
  GtkWidget *row;

  while ((row = gtk_widget_get_first_child (GTK_WIDGET (self->list))) != NULL)
    gtk_list_box_remove (self->list, row);
}

void
sz_run_list_show (SzRunList *self, const GArray *heads, gboolean has_draft)
{
  gint64 selected = self->selected;

  g_return_if_fail (heads != NULL);

  self->showing = TRUE;
  clear_rows (self);
  if (has_draft)
    gtk_list_box_append (self->list,
                         make_row (SZ_RUN_DRAFT, _ ("New scheme"), _ ("not computed yet"), NULL));
  for (guint i = heads->len; i > 0; i--)
    {
      const SzPayHead *head = &g_array_index (heads, SzPayHead, i - 1);

      if (head->corrects == 0 || !has_run (heads, head->corrects))
        append_run (self, heads, head);
    }
  self->showing = FALSE;
  sz_run_list_select (self, selected);
}

void
sz_run_list_select (SzRunList *self, gint64 run)
{
  g_return_if_fail (SZ_IS_RUN_LIST (self));

  self->selected = SZ_RUN_NONE;
  self->showing = TRUE;
  gtk_list_box_unselect_all (self->list);
  for (int i = 0;; i++)
    {
      GtkListBoxRow *row = gtk_list_box_get_row_at_index (self->list, i);

      if (row == NULL)
        break;
      if (get_run (row) != run)
        continue;
      gtk_list_box_select_row (self->list, row);
      self->selected = run;
      break;
    }
  self->showing = FALSE;
}

gint64
sz_run_list_get_selected (SzRunList *self)
{
  g_return_val_if_fail (SZ_IS_RUN_LIST (self), 0);

  return self->selected;
}

static void
row_selected_cb (GtkListBox *list, GtkListBoxRow *row, gpointer user_data)
{
  SzRunList *self = user_data;

  if (self->showing || row == NULL)
    return;
  self->selected = get_run (row);
  g_signal_emit (self, signals[RUN_SELECTED], 0, self->selected);
}

static void
sz_run_list_dispose (GObject *object)
{
  g_clear_pointer (&SZ_RUN_LIST (object)->scrolled, gtk_widget_unparent);
  G_OBJECT_CLASS (sz_run_list_parent_class)->dispose (object);
}

static void
sz_run_list_class_init (SzRunListClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sz_run_list_dispose;
  signals[RUN_SELECTED] = g_signal_new ("run-selected", SZ_TYPE_RUN_LIST, G_SIGNAL_RUN_LAST, 0,
                                        NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT64);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_F2, 0, "pay.rename", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Delete, 0, "pay.delete", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_KP_Delete, 0, "pay.delete", NULL);
}

static void
sz_run_list_init (SzRunList *self)
{
  self->selected = SZ_RUN_NONE;
  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_selection_mode (self->list, GTK_SELECTION_BROWSE);
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "navigation-sidebar");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Pay runs"), -1);
  g_signal_connect (self->list, "row-selected", G_CALLBACK (row_selected_cb), self);
  self->scrolled = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->scrolled), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scrolled), GTK_WIDGET (self->list));
  gtk_widget_set_vexpand (self->scrolled, TRUE);
  gtk_widget_set_parent (self->scrolled, GTK_WIDGET (self));
}
