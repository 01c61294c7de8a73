/* sz-own-window.c — a department's own amounts typed: the same act as reading its sheet
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-own-window.h"

#include <glib/gi18n.h>

#include "sz-form-dialog.h"
#include "sz-help.h"
#include "sz-index-model.h"
#include "sz-own-order.h"
#include "sz-spoken.h"
#include "sz-transient.h"

#define WIDTH 940
#define HEIGHT 620
#define COLUMN_WIDTH 118
#define PERSON_WIDTH 132
#define INDEX_KEY "sz-own-index"

/* A cell to type in: its text, and what it comes to. */
typedef struct
{
  char *text;
  SzMoney amount_fen; /* 0 while it is faulty */
  gboolean faulty;
} Cell;

struct _SzOwnWindow
{
  AdwWindow parent_instance;

  GtkColumnView *view;
  GtkLabel *left_label;
  GtkLabel *fault_label;
  GtkWidget *save_button;
  SzIndexModel *model; /* borrowed from the view */

  SzTasks *tasks;
  SzJob *reading;
  SzJob *writing;
  gint64 run;
  char *department;
  SzSplitPeople *people; /* (nullable) */
  Cell *cells;           /* n_people × n_components */
  SzMoney *sums_fen;     /* one a component */
  guint n_faulty;
  GHashTable *entries;     /* index of a cell → the GtkText that shows it, borrowed */
  GHashTable *differences; /* likewise → GtkInscription */
  gboolean filling;
};

G_DEFINE_FINAL_TYPE (SzOwnWindow, sz_own_window, ADW_TYPE_WINDOW)

typedef enum
{
  SHOW_PERSON,
  SHOW_CENTRAL,
  SHOW_OWN, /* to type in */
  SHOW_DIFFERENCE,
} Show;

/* A column of the view: of a component, or of the person. */
typedef struct
{
  SzOwnWindow *window;
  guint component;
  Show show;
} Column;

static guint
get_n_components (SzOwnWindow *self)
{
  return self->people->components->len;
}

static guint
get_n_people (SzOwnWindow *self)
{
  return self->people->people->len;
}

static const SzSplitPerson *
get_person (SzOwnWindow *self, guint row)
{
  return &g_array_index (self->people->people, SzSplitPerson, row);
}

/* ---- what is left ---- */

static char *
write_left (SzOwnWindow *self)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < get_n_components (self); i++)
    {
      const SzMoney pool_fen = MAX (self->people->pools_fen[i], 0);
      g_autofree char *pool = sz_money_format_grouped (pool_fen);
      g_autofree char *sum = sz_money_format_grouped (self->sums_fen[i]);
      g_autofree char *left = sz_money_format_grouped (pool_fen - self->sums_fen[i]);

      if (self->people->pools_fen[i] < 0)
        continue;
      /* TRANSLATORS: a component, its pool, what was typed, what is left of it */
      g_string_append_printf (text, _ ("%s%s: to split %s · typed %s · left %s"),
                              text->len > 0 ? "\n" : "",
                              (const char *)g_ptr_array_index (self->people->components, i), pool,
                              sum, left);
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static gboolean
is_exact (SzOwnWindow *self)
{
  for (guint i = 0; i < get_n_components (self); i++)
    if (self->sums_fen[i] != MAX (self->people->pools_fen[i], 0))
      return FALSE;
  return self->n_faulty == 0;
}

static void
show_left (SzOwnWindow *self)
{
  g_autofree char *text = write_left (self);
  const gboolean exact = is_exact (self);

  gtk_label_set_label (self->left_label, text);
  gtk_widget_remove_css_class (GTK_WIDGET (self->left_label), exact ? "sz-inexact" : "sz-exact");
  gtk_widget_add_css_class (GTK_WIDGET (self->left_label), exact ? "sz-exact" : "sz-inexact");
  gtk_widget_set_sensitive (self->save_button, exact);
}

static void
read_cell (SzOwnWindow *self, guint index, const char *text)
{
  Cell *cell = &self->cells[index];
  SzMoney amount_fen = 0;
  const gboolean faulty = !sz_money_parse (text, &amount_fen, NULL) || amount_fen < 0;

  self->n_faulty += (faulty ? 1u : 0u) - (cell->faulty ? 1u : 0u);
  self->sums_fen[index % get_n_components (self)] += (faulty ? 0 : amount_fen) - cell->amount_fen;
  g_free (cell->text);
  *cell = (Cell){ g_strdup (text), faulty ? 0 : amount_fen, faulty };
}

/* ---- the cells ---- */

static guint
find_index (GtkWidget *entry)
{
  return GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (entry), INDEX_KEY)) - 1;
}

static void
show_difference (SzOwnWindow *self, guint index)
{
  GtkInscription *label = g_hash_table_lookup (self->differences, GUINT_TO_POINTER (index + 1));
  const SzMoney central_fen = get_person (self, index / get_n_components (self))
                                  ->central_fen[index % get_n_components (self)];
  g_autofree char *text = NULL;

  if (label == NULL)
    return;
  if (central_fen >= 0 && !self->cells[index].faulty)
    text = sz_money_format_grouped (self->cells[index].amount_fen - central_fen);
  gtk_inscription_set_text (label, text != NULL ? text : "—");
}

static void
mark (SzOwnWindow *self, GtkWidget *entry, guint index)
{
  if (self->cells[index].faulty)
    gtk_widget_add_css_class (entry, "sz-faulty-cell");
  else
    gtk_widget_remove_css_class (entry, "sz-faulty-cell");
}

static void
entry_changed_cb (SzOwnWindow *self, GtkEditable *entry)
{
  if (self->filling || self->people == NULL)
    return;
  read_cell (self, find_index (GTK_WIDGET (entry)), gtk_editable_get_text (entry));
  mark (self, GTK_WIDGET (entry), find_index (GTK_WIDGET (entry)));
  show_difference (self, find_index (GTK_WIDGET (entry)));
  show_left (self);
}

/* The person above or below who has this cell. */
static void
go_to (SzOwnWindow *self, guint index, int step)
{
  const int n = (int)get_n_components (self);
  int next = (int)index + step * n;
  GtkWidget *entry;

  while (next >= 0 && next < (int)get_n_people (self) * n
         && get_person (self, (guint)(next / n))->central_fen[next % n] < 0)
    next += step * n;
  if (next < 0 || next >= (int)get_n_people (self) * n)
    return;
  gtk_widget_activate_action (gtk_widget_get_last_child (GTK_WIDGET (self->view)),
                              "list.scroll-to-item", "u", (guint)(next / n));
  entry = g_hash_table_lookup (self->entries, GUINT_TO_POINTER ((guint)next + 1));
  if (entry != NULL)
    gtk_widget_grab_focus (entry);
}

static gboolean
key_pressed_cb (SzOwnWindow *self, guint key, guint code, GdkModifierType state)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (self));

  if (focus == NULL || g_object_get_data (G_OBJECT (focus), INDEX_KEY) == NULL
      || (state & (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SHIFT_MASK)) != 0)
    return FALSE;
  if (key == GDK_KEY_Return || key == GDK_KEY_KP_Enter || key == GDK_KEY_Down)
    go_to (self, find_index (focus), 1);
  else if (key == GDK_KEY_Up)
    go_to (self, find_index (focus), -1);
  else
    return FALSE;
  return TRUE;
}

static void
setup_cb (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer user_data)
{
  const Column *column = user_data;
  GtkWidget *cell;

  if (column->show == SHOW_OWN)
    {
      cell = gtk_text_new ();
      sz_spoken_text (cell);
      gtk_text_set_input_purpose (GTK_TEXT (cell), GTK_INPUT_PURPOSE_NUMBER);
      gtk_widget_add_css_class (cell, "sz-sheet-cell");
      g_signal_connect_object (cell, "changed", G_CALLBACK (entry_changed_cb), column->window,
                               G_CONNECT_SWAPPED);
      gtk_list_item_set_activatable (item, FALSE);
    }
  else
    {
      cell = gtk_inscription_new (NULL);
      gtk_inscription_set_xalign (GTK_INSCRIPTION (cell), column->show != SHOW_PERSON ? 1 : 0);
    }
  gtk_widget_add_css_class (cell, "numeric");
  gtk_list_item_set_child (item, cell);
}

static void
bind_typed (SzOwnWindow *self, GtkWidget *cell, guint row, guint component)
{
  const guint index = row * get_n_components (self) + component;
  const gboolean admitted = get_person (self, row)->central_fen[component] >= 0;
  g_autofree char *name
      = g_strdup_printf ("%s, %s", get_person (self, row)->name,
                         (const char *)g_ptr_array_index (self->people->components, component));

  self->filling = TRUE;
  g_object_set_data (G_OBJECT (cell), INDEX_KEY, GUINT_TO_POINTER (index + 1));
  gtk_editable_set_text (GTK_EDITABLE (cell), admitted ? self->cells[index].text : "—");
  gtk_editable_set_alignment (GTK_EDITABLE (cell), 1);
  gtk_widget_set_sensitive (cell, admitted);
  gtk_accessible_update_property (GTK_ACCESSIBLE (cell), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  mark (self, cell, index);
  g_hash_table_insert (self->entries, GUINT_TO_POINTER (index + 1), cell);
  self->filling = FALSE;
}

static void
bind_cb (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer user_data)
{
  const Column *column = user_data;
  SzOwnWindow *self = column->window;
  GtkWidget *cell = gtk_list_item_get_child (item);
  const guint row = sz_index_item_get_index (gtk_list_item_get_item (item));
  const SzSplitPerson *person = get_person (self, row);
  g_autofree char *text = NULL;

  if (column->show == SHOW_OWN)
    {
      bind_typed (self, cell, row, column->component);
      return;
    }
  if (column->show == SHOW_DIFFERENCE)
    {
      const guint index = row * get_n_components (self) + column->component;

      g_object_set_data (G_OBJECT (cell), INDEX_KEY, GUINT_TO_POINTER (index + 1));
      g_hash_table_insert (self->differences, GUINT_TO_POINTER (index + 1), cell);
      show_difference (self, index);
      return;
    }
  if (column->show == SHOW_PERSON)
    text = g_strdup_printf ("%s %s", person->staff_no, person->name);
  else if (person->central_fen[column->component] >= 0)
    text = sz_money_format_grouped (person->central_fen[column->component]);
  gtk_inscription_set_text (GTK_INSCRIPTION (cell), text != NULL ? text : "—");
}

static void
unbind_cb (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer user_data)
{
  const Column *column = user_data;
  GtkWidget *cell = gtk_list_item_get_child (item);
  GHashTable *shown = column->show == SHOW_OWN          ? column->window->entries
                      : column->show == SHOW_DIFFERENCE ? column->window->differences
                                                        : NULL;
  gpointer index;

  if (shown == NULL || cell == NULL)
    return;
  index = g_object_get_data (G_OBJECT (cell), INDEX_KEY);
  if (g_hash_table_lookup (shown, index) == cell)
    g_hash_table_remove (shown, index);
}

static void
add_column (SzOwnWindow *self, const char *title, guint component, Show show)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  g_autoptr (GtkColumnViewColumn) column = NULL;
  Column *made = g_new0 (Column, 1);

  *made = (Column){ self, component, show };
  g_object_set_data_full (G_OBJECT (factory), "column", made, g_free);
  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), made);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), made);
  g_signal_connect (factory, "unbind", G_CALLBACK (unbind_cb), made);
  column = gtk_column_view_column_new (title, factory);
  gtk_column_view_column_set_resizable (column, TRUE);
  gtk_column_view_column_set_expand (column, show == SHOW_PERSON);
  gtk_column_view_column_set_fixed_width (column,
                                          show == SHOW_PERSON ? PERSON_WIDTH : COLUMN_WIDTH);
  gtk_column_view_append_column (self->view, column);
}

/* ---- reading and writing ---- */

static void
fill (SzOwnWindow *self)
{
  const guint n = get_n_people (self) * get_n_components (self);

  self->cells = g_new0 (Cell, n + 1);
  self->sums_fen = g_new0 (SzMoney, get_n_components (self) + 1);
  for (guint i = 0; i < n; i++)
    {
      const SzMoney own_fen
          = get_person (self, i / get_n_components (self))->own_fen[i % get_n_components (self)];
      g_autofree char *text = sz_money_format (MAX (own_fen, 0));

      read_cell (self, i, text);
    }
  add_column (self, _ ("Person"), 0, SHOW_PERSON);
  for (guint i = 0; i < get_n_components (self); i++)
    {
      const char *name = g_ptr_array_index (self->people->components, i);
      g_autofree char *central = g_strdup_printf (_ ("%s, central"), name);

      if (self->people->pools_fen[i] < 0)
        continue;
      add_column (self, central, i, SHOW_CENTRAL);
      add_column (self, name, i, SHOW_OWN);
      add_column (self, _ ("Difference"), i, SHOW_DIFFERENCE);
    }
  sz_index_model_set_size (self->model, get_n_people (self));
  show_left (self);
}

static void
read_done_cb (gpointer owner, gpointer value)
{
  SzOwnWindow *self = owner;

  self->people = value;
  fill (self);
}

static void
failed_cb (gpointer owner, const GError *error)
{
  SzOwnWindow *self = owner;

  sz_refusal_tell (self->fault_label, error);
  gtk_widget_show (GTK_WIDGET (self->fault_label));
  gtk_widget_set_sensitive (self->save_button, self->people != NULL && is_exact (self));
}

static void
written_cb (gpointer owner, gpointer value)
{
  sz_split_done_free (value);
  gtk_window_close (owner);
}

static void
save (SzOwnWindow *self)
{
  SzOwnOrder *order;

  if (self->people == NULL || !is_exact (self))
    return;
  order = g_new0 (SzOwnOrder, 1);
  order->run = self->run;
  order->department = g_strdup (self->department);
  order->token = g_strdup (self->people->token);
  order->texts = g_ptr_array_new_with_free_func (g_free);
  order->n_rows = get_n_people (self);
  order->n_components = get_n_components (self);
  for (guint i = 0; i < order->n_rows; i++)
    {
      g_ptr_array_add (order->texts, g_strdup (get_person (self, i)->staff_no));
      for (guint j = 0; j < order->n_components; j++)
        g_ptr_array_add (order->texts, g_strdup (get_person (self, i)->central_fen[j] >= 0
                                                     ? self->cells[i * order->n_components + j].text
                                                     : "—"));
    }
  gtk_widget_set_sensitive (self->save_button, FALSE);
  sz_job_write (self->writing, self->tasks,
                SZ_WORK (sz_own_order_write, order, sz_own_order_free,
                         (GDestroyNotify)sz_split_done_free,
                         .changes = SZ_CHANGED_PAY | SZ_CHANGED_WATCH),
                written_cb);
}

void
sz_own_window_type (SzOwnWindow *self, guint row, guint component, const char *text)
{
  g_return_if_fail (SZ_IS_OWN_WINDOW (self) && self->people != NULL && text != NULL);
  read_cell (self, row * get_n_components (self) + component, text);
  show_left (self);
}

gboolean
sz_own_window_is_ready (SzOwnWindow *self)
{
  g_return_val_if_fail (SZ_IS_OWN_WINDOW (self), FALSE);
  return self->people != NULL;
}

/* ---- the window ---- */

static void
sz_own_window_dispose (GObject *object)
{
  SzOwnWindow *self = SZ_OWN_WINDOW (object);

  g_clear_pointer (&self->reading, sz_job_free);
  g_clear_pointer (&self->writing, sz_job_free);
  g_clear_object (&self->tasks);
  G_OBJECT_CLASS (sz_own_window_parent_class)->dispose (object);
}

static void
sz_own_window_finalize (GObject *object)
{
  SzOwnWindow *self = SZ_OWN_WINDOW (object);

  for (guint i = 0; self->cells != NULL && i < get_n_people (self) * get_n_components (self); i++)
    g_free (self->cells[i].text);
  g_free (self->cells);
  g_free (self->sums_fen);
  g_free (self->department);
  sz_split_people_free (self->people);
  g_clear_pointer (&self->entries, g_hash_table_unref);
  g_clear_pointer (&self->differences, g_hash_table_unref);
  G_OBJECT_CLASS (sz_own_window_parent_class)->finalize (object);
}

static void
sz_own_window_class_init (SzOwnWindowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = sz_own_window_dispose;
  G_OBJECT_CLASS (klass)->finalize = sz_own_window_finalize;
  gtk_widget_class_add_binding_action (GTK_WIDGET_CLASS (klass), GDK_KEY_Escape, 0, "window.close",
                                       NULL);
}

static GtkLabel *
add_label (GtkBox *box, const char *style)
{
  GtkWidget *label = gtk_label_new ("");

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_set_margin_start (label, 12);
  gtk_widget_set_margin_end (label, 12);
  gtk_widget_add_css_class (label, style);
  gtk_box_append (box, label);
  return GTK_LABEL (label);
}

static void
add_view (SzOwnWindow *self, GtkBox *box)
{
  GtkWidget *scrolled = gtk_scrolled_window_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->model = sz_index_model_new ();
  self->view = GTK_COLUMN_VIEW (gtk_column_view_new (
      GTK_SELECTION_MODEL (gtk_no_selection_new (G_LIST_MODEL (self->model)))));
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), GTK_WIDGET (self->view));
  gtk_widget_set_vexpand (scrolled, TRUE);
  gtk_box_append (box, scrolled);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_widget_add_controller (scrolled, keys);
}

static void
sz_own_window_init (SzOwnWindow *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 8);
  GtkWidget *bar = adw_header_bar_new ();

  self->entries = g_hash_table_new (NULL, NULL);
  self->differences = g_hash_table_new (NULL, NULL);
  self->save_button = gtk_button_new_with_mnemonic (_ ("_Save"));
  gtk_widget_add_css_class (self->save_button, "suggested-action");
  gtk_widget_set_sensitive (self->save_button, FALSE);
  g_signal_connect_object (self->save_button, "clicked", G_CALLBACK (save), self,
                           G_CONNECT_SWAPPED);
  adw_header_bar_pack_end (ADW_HEADER_BAR (bar), self->save_button);
  gtk_box_append (GTK_BOX (box), bar);
  self->left_label = add_label (GTK_BOX (box), "numeric");
  self->fault_label = add_label (GTK_BOX (box), "error");
  gtk_widget_hide (GTK_WIDGET (self->fault_label));
  add_view (self, GTK_BOX (box));
  adw_window_set_content (ADW_WINDOW (self), box);
  gtk_window_set_default_size (GTK_WINDOW (self), WIDTH, HEIGHT);
  self->reading = sz_job_new (self, failed_cb);
  self->writing = sz_job_new (self, failed_cb);
  sz_transient_let_go (GTK_WINDOW (self));
}

void
sz_own_window_open (SzPage *page, gint64 run, const char *department)
{
  SzOwnWindow *self;
  g_autofree char *title = NULL;
  SzOwnOrder *order;

  g_return_if_fail (SZ_IS_PAGE (page) && department != NULL);
  if (sz_page_get_tasks (page) == NULL)
    return;
  /* TRANSLATORS: a department */
  title = g_strdup_printf (_ ("Own Amounts of %s"), department);
  self = g_object_new (SZ_TYPE_OWN_WINDOW, "transient-for", sz_page_get_window (page), "modal",
                       TRUE, "destroy-with-parent", TRUE, "title", title, NULL);
  self->tasks = g_object_ref (sz_page_get_tasks (page));
  self->run = run;
  self->department = g_strdup (department);
  order = g_new0 (SzOwnOrder, 1);
  order->run = run;
  order->department = g_strdup (department);
  sz_job_read (self->reading, self->tasks,
               SZ_WORK (sz_own_order_read, order, sz_own_order_free,
                        (GDestroyNotify)sz_split_people_free),
               read_done_cb);
  gtk_window_present (GTK_WINDOW (self));
}
