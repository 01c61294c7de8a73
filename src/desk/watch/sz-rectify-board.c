/* sz-rectify-board.c — the 整改台账 as cards under their four states (RULE aud-5)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-rectify-board.h"

#include <glib/gi18n.h>

#define BOARD_HEIGHT 236

struct _SzRectifyBoard
{
  GtkWidget parent_instance;

  GtkWidget *scrolled;
  GtkBox *boxes[SZ_N_RECTIFY_STATES];
  GtkLabel *titles[SZ_N_RECTIFY_STATES];
};

enum
{
  CHOSEN,
  MOVED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (SzRectifyBoard, sz_rectify_board, GTK_TYPE_WIDGET)

const char *
sz_rectify_step_between (SzRectifyState from, SzRectifyState to)
{
  if (from == to)
    return NULL;
  if (to == SZ_RECTIFY_CLOSED)
    return "close";
  if (to == SZ_RECTIFY_SUBMITTED)
    return "submit";
  return from == SZ_RECTIFY_SUBMITTED ? "return" : "progress";
}

/* ---- a card knows its row and its state ---- */

static gint64
get_id (GtkWidget *card)
{
  return g_ascii_strtoll (gtk_widget_get_name (card), NULL, 10);
}

static int
find_column (SzRectifyBoard *self, GtkWidget *card)
{
  for (int i = 0; i < SZ_N_RECTIFY_STATES; i++)
    if (gtk_widget_get_parent (card) == GTK_WIDGET (self->boxes[i]))
      return i;
  return -1;
}

static GtkWidget *
get_focused (SzRectifyBoard *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  return focus != NULL && find_column (self, focus) >= 0 ? focus : NULL;
}

static GdkContentProvider *
drag_prepared_cb (GtkDragSource *source, double x, double y, gpointer user_data)
{
  return gdk_content_provider_new_typed (G_TYPE_INT64, get_id (gtk_event_controller_get_widget (
                                                           GTK_EVENT_CONTROLLER (source))));
}

static void
drag_began_cb (GtkDragSource *source, GdkDrag *drag, gpointer user_data)
{
  GtkWidget *card = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (source));
  g_autoptr (GdkPaintable) picture = gtk_widget_paintable_new (card);

  gtk_drag_source_set_icon (source, picture, 0, 0);
}

static gboolean
dropped_cb (GtkDropTarget *target, const GValue *value, double x, double y, gpointer user_data)
{
  SzRectifyBoard *self = user_data;
  GtkWidget *column = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (target));

  for (guint i = 0; i < SZ_N_RECTIFY_STATES; i++)
    if (gtk_widget_get_parent (GTK_WIDGET (self->boxes[i])) == column)
      g_signal_emit (self, signals[MOVED], 0, g_value_get_int64 (value), i);
  return TRUE;
}

static void
card_clicked_cb (SzRectifyBoard *self, GtkWidget *card)
{
  g_signal_emit (self, signals[CHOSEN], 0, get_id (card));
}

static void
add_line (GtkBox *box, const char *text, const char *style)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  if (style != NULL)
    gtk_widget_add_css_class (label, style);
  gtk_box_append (box, label);
}

static GtkWidget *
make_card (SzRectifyBoard *self, const SzRectifyItem *item, gint64 id, SzDate day)
{
  const gboolean overdue = sz_rectify_is_overdue (item, day);
  GtkWidget *card = gtk_button_new ();
  GtkBox *box = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 1));
  GtkDragSource *source = gtk_drag_source_new ();
  g_autofree char *name = g_strdup_printf ("%" G_GINT64_FORMAT, id);
  g_autofree char *date = sz_date_format (item->deadline);
  /* TRANSLATORS: a deadline, and how far the item is */
  g_autofree char *line = overdue ? g_strdup_printf (_ ("%s overdue · %d%%"), date, item->percent)
                                  : g_strdup_printf ("%s · %d%%", date, item->percent);
  g_autofree char *said
      = g_strdup_printf ("%s %s %s %s", item->no, item->problem, item->unit, line);

  add_line (box, item->no, "heading");
  add_line (box, item->problem, NULL);
  add_line (box, item->unit, "dim-label");
  add_line (box, line, overdue ? "error" : "caption");
  gtk_button_set_child (GTK_BUTTON (card), GTK_WIDGET (box));
  gtk_widget_add_css_class (card, "card");
  gtk_widget_add_css_class (card, "sz-card");
  gtk_widget_set_name (card, name);
  gtk_widget_set_tooltip_text (card, item->problem);
  gtk_accessible_update_property (GTK_ACCESSIBLE (card), GTK_ACCESSIBLE_PROPERTY_LABEL, said, -1);
  g_signal_connect_object (card, "clicked", G_CALLBACK (card_clicked_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect (source, "prepare", G_CALLBACK (drag_prepared_cb), NULL);
  g_signal_connect (source, "drag-begin", G_CALLBACK (drag_began_cb), NULL);
  gtk_widget_add_controller (card, GTK_EVENT_CONTROLLER (source));
  return card;
}

static void
clear_cards (SzRectifyBoard *self)
{
  for (int i = 0; i < SZ_N_RECTIFY_STATES; i++)
    {
      GtkWidget *child;

      while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->boxes[i]))) != NULL)
        gtk_box_remove (self->boxes[i], child);
    }
}

void
sz_rectify_board_show (SzRectifyBoard *self, const SzRectifyView *view)
{
  guint counts[SZ_N_RECTIFY_STATES] = { 0 };
  GtkWidget *focused;
  gint64 focus;

  g_return_if_fail (SZ_IS_RECTIFY_BOARD (self) && view != NULL);
  focused = get_focused (self);
  focus = focused != NULL ? get_id (focused) : 0;
  clear_cards (self);
  for (guint i = 0; i < sz_rectify_view_get_size (view); i++)
    {
      const SzRectifyItem *item = sz_rectify_view_get (view, i);
      const SzRectifyState state = sz_rectify_state (item);
      const gint64 id = sz_rectify_view_get_id (view, i);
      GtkWidget *card = make_card (self, item, id, view->day);

      counts[state]++;
      gtk_box_append (self->boxes[state], card);
      if (id == focus)
        gtk_widget_grab_focus (card);
    }
  for (int i = 0; i < SZ_N_RECTIFY_STATES; i++)
    {
      g_autofree char *title
          = g_strdup_printf ("%s %u", sz_rectify_state_name ((SzRectifyState)i), counts[i]);

      gtk_label_set_label (self->titles[i], title);
    }
}

/* ---- keys ---- */

/* The next column in that direction which has a card. */
static gboolean
walk_aside (SzRectifyBoard *self, int column, int step)
{
  for (int i = column + step; i >= 0 && i < SZ_N_RECTIFY_STATES; i += step)
    {
      GtkWidget *card = gtk_widget_get_first_child (GTK_WIDGET (self->boxes[i]));

      if (card != NULL)
        return gtk_widget_grab_focus (card);
    }
  return TRUE;
}

static gboolean
key_pressed_cb (SzRectifyBoard *self, guint key, guint code, GdkModifierType state)
{
  const int step = key == GDK_KEY_Right ? 1 : key == GDK_KEY_Left ? -1 : 0;
  GtkWidget *card = get_focused (self);
  const int column = card != NULL ? find_column (self, card) : -1;
  GtkWidget *other;

  if (card == NULL)
    return FALSE;
  if (step != 0 && (state & GDK_CONTROL_MASK) != 0)
    {
      if (column + step >= 0 && column + step < SZ_N_RECTIFY_STATES)
        g_signal_emit (self, signals[MOVED], 0, get_id (card), (guint)(column + step));
      return TRUE;
    }
  if (step != 0)
    return walk_aside (self, column, step);
  other = key == GDK_KEY_Down ? gtk_widget_get_next_sibling (card)
          : key == GDK_KEY_Up ? gtk_widget_get_prev_sibling (card)
                              : NULL;
  return other != NULL && gtk_widget_grab_focus (other);
}

/* ---- the widget ---- */

static GtkWidget *
make_column (SzRectifyBoard *self, SzRectifyState state)
{
  GtkWidget *column = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *title = gtk_label_new (sz_rectify_state_name (state));
  GtkWidget *cards = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkDropTarget *target = gtk_drop_target_new (G_TYPE_INT64, GDK_ACTION_COPY);

  gtk_widget_add_css_class (title, "heading");
  gtk_label_set_xalign (GTK_LABEL (title), 0);
  gtk_box_append (GTK_BOX (column), title);
  gtk_box_append (GTK_BOX (column), cards);
  gtk_widget_set_vexpand (cards, TRUE);
  self->titles[state] = GTK_LABEL (title);
  self->boxes[state] = GTK_BOX (cards);
  g_signal_connect_object (target, "drop", G_CALLBACK (dropped_cb), self, 0);
  gtk_widget_add_controller (column, GTK_EVENT_CONTROLLER (target));
  return column;
}

static void
sz_rectify_board_dispose (GObject *object)
{
  g_clear_pointer (&SZ_RECTIFY_BOARD (object)->scrolled, gtk_widget_unparent);
  G_OBJECT_CLASS (sz_rectify_board_parent_class)->dispose (object);
}

static void
sz_rectify_board_class_init (SzRectifyBoardClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = sz_rectify_board_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
  signals[CHOSEN] = g_signal_new ("chosen", SZ_TYPE_RECTIFY_BOARD, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                  NULL, G_TYPE_NONE, 1, G_TYPE_INT64);
  signals[MOVED] = g_signal_new ("moved", SZ_TYPE_RECTIFY_BOARD, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                 NULL, G_TYPE_NONE, 2, G_TYPE_INT64, G_TYPE_UINT);
}

static void
sz_rectify_board_init (SzRectifyBoard *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 10);
  GtkEventController *keys = gtk_event_controller_key_new ();

  for (int i = 0; i < SZ_N_RECTIFY_STATES; i++)
    gtk_box_append (GTK_BOX (box), make_column (self, (SzRectifyState)i));
  gtk_box_set_homogeneous (GTK_BOX (box), TRUE);
  gtk_widget_add_css_class (box, "sz-board");
  self->scrolled = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->scrolled), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_min_content_height (GTK_SCROLLED_WINDOW (self->scrolled), BOARD_HEIGHT);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scrolled), box);
  gtk_widget_set_parent (self->scrolled, GTK_WIDGET (self));
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}

GtkWidget *
sz_rectify_board_new (void)
{
  return g_object_new (SZ_TYPE_RECTIFY_BOARD, NULL);
}
