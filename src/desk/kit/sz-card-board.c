/* sz-card-board.c — cards under their states, moved by dragging or by keys
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-card-board.h"

struct _SzCardBoard
{
  GtkWidget parent_instance;

  GtkWidget *scrolled;
  GPtrArray *boxes;  /* of GtkBox, borrowed: one a column */
  GPtrArray *labels; /* of GtkLabel, borrowed */
  GStrv titles;
  gint64 dragged; /* the card under the pointer */
};

#define TARGETS "sz-targets"

enum
{
  CHOSEN,
  MOVED,
  STEP,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (SzCardBoard, sz_card_board, GTK_TYPE_WIDGET)

/* ---- a card knows its row by its name, its state by where it stands ---- */

static gint64
get_id (GtkWidget *card)
{
  return g_ascii_strtoll (gtk_widget_get_name (card), NULL, 10);
}

static int
find_column (SzCardBoard *self, GtkWidget *card)
{
  guint column;

  return g_ptr_array_find (self->boxes, gtk_widget_get_parent (card), &column) ? (int)column : -1;
}

static GtkWidget *
find_card (SzCardBoard *self, gint64 id)
{
  for (guint i = 0; i < self->boxes->len; i++)
    for (GtkWidget *card = gtk_widget_get_first_child (g_ptr_array_index (self->boxes, i));
         card != NULL; card = gtk_widget_get_next_sibling (card))
      if (get_id (card) == id)
        return card;
  return NULL;
}

static GtkWidget *
get_focused (SzCardBoard *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  return focus != NULL && find_column (self, focus) >= 0 ? focus : NULL;
}

static gboolean
may_move (SzCardBoard *self, GtkWidget *card, guint column)
{
  const guint targets = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (card), TARGETS));

  return column < self->boxes->len && find_column (self, card) != (int)column
         && (targets == 0 || (targets & (1U << column)) != 0);
}

gboolean
sz_card_board_move (SzCardBoard *self, gint64 id, guint column)
{
  GtkWidget *card;

  g_return_val_if_fail (SZ_IS_CARD_BOARD (self), FALSE);
  card = find_card (self, id);
  if (card == NULL || !may_move (self, card, column))
    return FALSE;
  g_signal_emit (self, signals[MOVED], 0, id, column);
  return TRUE;
}

/* ---- dragging ---- */

static GdkContentProvider *
drag_prepared_cb (GtkDragSource *source, double x, double y, gpointer card)
{
  return gdk_content_provider_new_typed (G_TYPE_INT64, get_id (card));
}

/* The picture that follows the pointer is the card itself. */
static void
drag_began_cb (GtkDragSource *source, GdkDrag *drag, gpointer card)
{
  GtkWidget *board = gtk_widget_get_ancestor (card, SZ_TYPE_CARD_BOARD);
  g_autoptr (GdkPaintable) picture = gtk_widget_paintable_new (card);

  if (board != NULL)
    SZ_CARD_BOARD (board)->dragged = get_id (card);
  gtk_drag_source_set_icon (source, picture, 0, 0);
}

/* The column of a target: the box of its cards is in it. */
static guint
get_target_column (SzCardBoard *self, gpointer target)
{
  GtkWidget *column = gtk_event_controller_get_widget (target);
  guint i = 0;

  while (i < self->boxes->len
         && !gtk_widget_is_ancestor (g_ptr_array_index (self->boxes, i), column))
    i++;
  return i;
}

/* Before the button is let go: whether it would be taken here. */
static GdkDragAction
hovered_cb (GtkDropTarget *target, double x, double y, gpointer user_data)
{
  SzCardBoard *self = user_data;
  GtkWidget *card = find_card (self, self->dragged);

  return card != NULL && may_move (self, card, get_target_column (self, target)) ? GDK_ACTION_COPY
                                                                                 : 0;
}

static gboolean
dropped_cb (GtkDropTarget *target, const GValue *value, double x, double y, gpointer user_data)
{
  SzCardBoard *self = user_data;

  return sz_card_board_move (self, g_value_get_int64 (value), get_target_column (self, target));
}

/* ---- cards ---- */

static void
card_clicked_cb (SzCardBoard *self, GtkWidget *card)
{
  g_signal_emit (self, signals[CHOSEN], 0, get_id (card));
}

static void
add_line (GtkBox *box, const SzCardLine *line)
{
  GtkWidget *label = gtk_label_new (line->text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  if (line->wraps)
    {
      gtk_label_set_wrap (GTK_LABEL (label), TRUE);
      gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
      gtk_label_set_lines (GTK_LABEL (label), 2);
    }
  if (line->style != NULL)
    gtk_widget_add_css_class (label, line->style);
  gtk_box_append (box, label);
}

static GtkWidget *
make_card (SzCardBoard *self, const SzCard *card)
{
  GtkWidget *button = gtk_button_new ();
  GtkBox *box = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 1));
  GtkDragSource *source = gtk_drag_source_new ();
  g_autofree char *name = g_strdup_printf ("%" G_GINT64_FORMAT, card->id);
  g_autoptr (GString) said = g_string_new (self->titles[card->column]);

  for (guint i = 0; i < SZ_CARD_LINES; i++)
    if (card->lines[i].text != NULL && *card->lines[i].text != '\0')
      {
        add_line (box, &card->lines[i]);
        g_string_append_printf (said, " %s", card->lines[i].text);
      }
  gtk_button_set_child (GTK_BUTTON (button), GTK_WIDGET (box));
  gtk_widget_add_css_class (button, "card");
  gtk_widget_add_css_class (button, "sz-card");
  gtk_widget_set_name (button, name);
  g_object_set_data (G_OBJECT (button), TARGETS, GUINT_TO_POINTER (card->targets));
  gtk_widget_set_tooltip_text (button, card->tooltip != NULL ? card->tooltip : said->str);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, said->str,
                                  -1);
  g_signal_connect_object (button, "clicked", G_CALLBACK (card_clicked_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_drag_source_set_actions (source, GDK_ACTION_COPY);
  g_signal_connect (source, "prepare", G_CALLBACK (drag_prepared_cb), button);
  g_signal_connect (source, "drag-begin", G_CALLBACK (drag_began_cb), button);
  gtk_widget_add_controller (button, GTK_EVENT_CONTROLLER (source));
  return button;
}

static void
clear_cards (SzCardBoard *self)
{
  for (guint i = 0; i < self->boxes->len; i++)
    {
      GtkBox *box = g_ptr_array_index (self->boxes, i);
      GtkWidget *child;

      while ((child = gtk_widget_get_first_child (GTK_WIDGET (box))) != NULL)
        gtk_box_remove (box, child);
    }
}

void
sz_card_board_show (SzCardBoard *self, const GArray *cards)
{
  g_autofree guint *counts = NULL;
  GtkWidget *focused;
  gint64 focus;

  g_return_if_fail (SZ_IS_CARD_BOARD (self) && cards != NULL);

  focused = get_focused (self);
  focus = focused != NULL ? get_id (focused) : 0;
  counts = g_new0 (guint, self->boxes->len);
  clear_cards (self);
  for (guint i = 0; i < cards->len; i++)
    {
      const SzCard *card = &g_array_index (cards, SzCard, i);

      if (card->column >= self->boxes->len)
        continue;
      counts[card->column]++;
      gtk_box_append (g_ptr_array_index (self->boxes, card->column), make_card (self, card));
    }
  for (guint i = 0; i < self->boxes->len; i++)
    {
      g_autofree char *title = g_strdup_printf ("%s %u", self->titles[i], counts[i]);

      gtk_label_set_label (g_ptr_array_index (self->labels, i), title);
    }
  if (focused != NULL && find_card (self, focus) != NULL)
    gtk_widget_grab_focus (find_card (self, focus));
}

void
sz_card_board_focus (SzCardBoard *self, gint64 id)
{
  GtkWidget *card;

  g_return_if_fail (SZ_IS_CARD_BOARD (self));
  card = find_card (self, id);
  if (card != NULL)
    gtk_widget_grab_focus (card);
}

/* ---- keys ---- */

/* The next column in that direction which has a card. */
static gboolean
walk_aside (SzCardBoard *self, int column, int step)
{
  for (int i = column + step; i >= 0 && i < (int)self->boxes->len; i += step)
    {
      GtkWidget *card = gtk_widget_get_first_child (g_ptr_array_index (self->boxes, (guint)i));

      if (card != NULL)
        return gtk_widget_grab_focus (card);
    }
  return TRUE;
}

static gboolean
key_pressed_cb (SzCardBoard *self, guint key, guint code, GdkModifierType state)
{
  const int step = key == GDK_KEY_Right ? 1 : key == GDK_KEY_Left ? -1 : 0;
  GtkWidget *card = get_focused (self);
  const int column = card != NULL ? find_column (self, card) : -1;
  GtkWidget *other;

  if ((state & GDK_CONTROL_MASK) != 0 && key >= GDK_KEY_1 && key <= GDK_KEY_9
      && key - GDK_KEY_1 < self->boxes->len)
    {
      GtkWidget *first
          = gtk_widget_get_first_child (g_ptr_array_index (self->boxes, key - GDK_KEY_1));

      return first != NULL && gtk_widget_grab_focus (first);
    }
  if (card == NULL)
    return FALSE;
  if (key == GDK_KEY_F6)
    {
      g_signal_emit (self, signals[STEP], 0, get_id (card));
      return TRUE;
    }
  if (step != 0 && (state & GDK_CONTROL_MASK) != 0)
    {
      if (column + step >= 0)
        sz_card_board_move (self, get_id (card), (guint)(column + step));
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
make_column (SzCardBoard *self, const char *name)
{
  GtkWidget *column = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *title = gtk_label_new (name);
  GtkWidget *cards = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkDropTarget *target = gtk_drop_target_new (G_TYPE_INT64, GDK_ACTION_COPY);

  gtk_widget_add_css_class (title, "heading");
  gtk_label_set_xalign (GTK_LABEL (title), 0);
  gtk_label_set_wrap (GTK_LABEL (title), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (title), PANGO_WRAP_WORD_CHAR);
  gtk_box_append (GTK_BOX (column), title);
  gtk_box_append (GTK_BOX (column), cards);
  gtk_widget_set_vexpand (cards, TRUE);
  g_ptr_array_add (self->labels, title);
  g_ptr_array_add (self->boxes, cards);
  g_signal_connect_object (target, "drop", G_CALLBACK (dropped_cb), self, 0);
  g_signal_connect_object (target, "enter", G_CALLBACK (hovered_cb), self, 0);
  g_signal_connect_object (target, "motion", G_CALLBACK (hovered_cb), self, 0);
  gtk_widget_add_controller (column, GTK_EVENT_CONTROLLER (target));
  return column;
}

static void
sz_card_board_dispose (GObject *object)
{
  g_clear_pointer (&SZ_CARD_BOARD (object)->scrolled, gtk_widget_unparent);
  G_OBJECT_CLASS (sz_card_board_parent_class)->dispose (object);
}

static void
sz_card_board_finalize (GObject *object)
{
  SzCardBoard *self = SZ_CARD_BOARD (object);

  g_ptr_array_unref (self->boxes);
  g_ptr_array_unref (self->labels);
  g_strfreev (self->titles);
  G_OBJECT_CLASS (sz_card_board_parent_class)->finalize (object);
}

static void
sz_card_board_class_init (SzCardBoardClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = sz_card_board_dispose;
  G_OBJECT_CLASS (klass)->finalize = sz_card_board_finalize;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
  signals[CHOSEN] = g_signal_new ("chosen", SZ_TYPE_CARD_BOARD, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                  NULL, G_TYPE_NONE, 1, G_TYPE_INT64);
  signals[MOVED] = g_signal_new ("moved", SZ_TYPE_CARD_BOARD, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                 NULL, G_TYPE_NONE, 2, G_TYPE_INT64, G_TYPE_UINT);
  signals[STEP] = g_signal_new ("step", SZ_TYPE_CARD_BOARD, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                G_TYPE_NONE, 1, G_TYPE_INT64);
}

static void
sz_card_board_init (SzCardBoard *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->boxes = g_ptr_array_new ();
  self->labels = g_ptr_array_new ();
  self->scrolled = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->scrolled), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_widget_set_parent (self->scrolled, GTK_WIDGET (self));
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}

GtkWidget *
sz_card_board_new (const char *const *titles, int height)
{
  SzCardBoard *self;
  GtkWidget *box;

  g_return_val_if_fail (titles != NULL, NULL);

  self = g_object_new (SZ_TYPE_CARD_BOARD, NULL);
  box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  self->titles = g_strdupv ((char **)titles);
  for (guint i = 0; titles[i] != NULL; i++)
    gtk_box_append (GTK_BOX (box), make_column (self, titles[i]));
  gtk_box_set_homogeneous (GTK_BOX (box), TRUE);
  gtk_widget_add_css_class (box, "sz-board");
  gtk_scrolled_window_set_min_content_height (GTK_SCROLLED_WINDOW (self->scrolled), height);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scrolled), box);
  return GTK_WIDGET (self);
}
