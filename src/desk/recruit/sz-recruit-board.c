/* sz-recruit-board.c — the posts of a plan as cards under their states
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-recruit-board.h"

#include <glib/gi18n.h>

#define COLUMN_WIDTH 136

static const struct
{
  const char *states; /* words parted by blanks */
  const char *title;
} columns[] = {
  { "draft", "拟定" },       { "approved", "已批" },
  { "announced", "已公告" }, { "screening", "资格审查" },
  { "exam", "考试" },        { "check", "考察体检" },
  { "publicity", "公示" },   { "closed cancelled", "办结" },
};

struct _SzRecruitBoard
{
  GtkWidget parent_instance;

  GtkWidget *scrolled;
  GtkBox *boxes[G_N_ELEMENTS (columns)];
  GtkLabel *titles[G_N_ELEMENTS (columns)];
};

enum
{
  OPEN,
  STEP,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (SzRecruitBoard, sz_recruit_board, GTK_TYPE_WIDGET)

char *
sz_recruit_card_line (const SzRecruitPost *post, const SzRecruitCard *card)
{
  g_autofree char *to = NULL;

  g_return_val_if_fail (post != NULL && card != NULL, NULL);
  if (g_str_equal (post->state, "cancelled"))
    return g_strdup (_ ("cancelled"));
  if (card->has_notice)
    {
      to = sz_date_format (card->notice.to);
      if (card->days_left == 0)
        return g_strdup_printf (_ ("notice over since %s"), to);
      return g_strdup_printf (ngettext ("notice until %s, %d working day left",
                                        "notice until %s, %d working days left",
                                        (gulong)card->days_left),
                              to, card->days_left);
    }
  if (g_str_equal (post->state, "screening") && post->undecided > 0)
    return g_strdup_printf (ngettext ("%u still to be looked at", "%u still to be looked at",
                                      post->undecided),
                            post->undecided);
  if (g_str_equal (post->state, "exam") && post->summary.n_pending > 0)
    return g_strdup_printf (ngettext ("%u without a score", "%u without a score",
                                      post->summary.n_pending),
                            post->summary.n_pending);
  if (post->selection.blocked)
    return g_strdup (_ ("a tie stops the result"));
  return g_strdup ("");
}

static void
add_label (GtkBox *box, const char *text, const char *style)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  if (style != NULL)
    gtk_widget_add_css_class (label, style);
  gtk_box_append (box, label);
}

static void
card_clicked_cb (SzRecruitBoard *self, GtkWidget *card)
{
  g_signal_emit (self, signals[OPEN], 0, gtk_widget_get_name (card));
}

/* ---- dragging: what F6 does with the keyboard ---- */

static GdkContentProvider *
drag_prepared_cb (GtkDragSource *source, double x, double y, gpointer card)
{
  return gdk_content_provider_new_typed (G_TYPE_STRING, gtk_widget_get_name (card));
}

/* The picture that follows the pointer is the card itself. */
static void
drag_began_cb (GtkDragSource *source, GdkDrag *drag, gpointer card)
{
  g_autoptr (GdkPaintable) picture = gtk_widget_paintable_new (card);

  gtk_drag_source_set_icon (source, picture, 0, 0);
}

static GtkBox *
find_box (SzRecruitBoard *self, const char *post)
{
  for (gsize i = 0; i < G_N_ELEMENTS (columns); i++)
    for (GtkWidget *card = gtk_widget_get_first_child (GTK_WIDGET (self->boxes[i])); card != NULL;
         card = gtk_widget_get_next_sibling (card))
      if (g_str_equal (gtk_widget_get_name (card), post))
        return self->boxes[i];
  return NULL;
}

gboolean
sz_recruit_board_drop (SzRecruitBoard *self, const char *post, guint column)
{
  g_return_val_if_fail (SZ_IS_RECRUIT_BOARD (self) && post != NULL, FALSE);
  if (column == 0 || column >= G_N_ELEMENTS (columns)
      || find_box (self, post) != self->boxes[column - 1])
    return FALSE;
  g_signal_emit (self, signals[STEP], 0, post);
  return TRUE;
}

/* A card goes one column to the right and nowhere else: the dialog of the step asks the rest. */
static gboolean
dropped_cb (GtkDropTarget *target, const GValue *value, double x, double y, gpointer user_data)
{
  SzRecruitBoard *self = user_data;
  GtkWidget *column = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (target));

  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    if (gtk_widget_is_ancestor (GTK_WIDGET (self->boxes[i]), column))
      return sz_recruit_board_drop (self, g_value_get_string (value), i);
  return FALSE;
}

static GtkWidget *
make_card (SzRecruitBoard *self, const SzRecruitPost *post, const SzRecruitCard *card)
{
  GtkWidget *button = gtk_button_new ();
  GtkDragSource *drag = gtk_drag_source_new ();
  GtkBox *box = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 2));
  g_autofree char *head = g_strdup_printf ("%s %s", post->row->code, post->row->name);
  g_autofree char *places
      = post->places != post->row->places && post->registered > 0
            ? g_strdup_printf (_ ("places %d → %d"), post->row->places, (int)post->places)
            : g_strdup_printf (_ ("places %d"), post->row->places);
  g_autofree char *people = g_strdup_printf (_ ("%s · %u applied, %u qualified"), places,
                                             post->registered, post->qualified);
  g_autofree char *line = sz_recruit_card_line (post, card);

  add_label (box, head, "heading");
  add_label (box, post->row->department, "dim-label");
  add_label (box, people, NULL);
  if (*line != '\0')
    add_label (box, line, "caption");
  if (card->risks > 0)
    {
      g_autofree char *risks
          = g_strdup_printf (ngettext ("● %u finding", "● %u findings", card->risks), card->risks);

      add_label (box, risks, "error");
    }
  gtk_button_set_child (GTK_BUTTON (button), GTK_WIDGET (box));
  gtk_widget_add_css_class (button, "card");
  gtk_widget_add_css_class (button, "sz-card");
  gtk_widget_set_name (button, post->row->code);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, head,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, people, -1);
  g_signal_connect_object (button, "clicked", G_CALLBACK (card_clicked_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_drag_source_set_actions (drag, GDK_ACTION_COPY);
  g_signal_connect (drag, "prepare", G_CALLBACK (drag_prepared_cb), button);
  g_signal_connect (drag, "drag-begin", G_CALLBACK (drag_began_cb), button);
  gtk_widget_add_controller (button, GTK_EVENT_CONTROLLER (drag));
  return button;
}

static gsize
find_column (const char *state)
{
  for (gsize i = 0; i < G_N_ELEMENTS (columns); i++)
    {
      g_auto (GStrv) states = g_strsplit (columns[i].states, " ", -1);

      if (g_strv_contains ((const char *const *)states, state))
        return i;
    }
  return 0;
}

const char *
sz_recruit_state_title (const char *state)
{
  g_return_val_if_fail (state != NULL, "");
  return columns[find_column (state)].title;
}

void
sz_recruit_board_show (SzRecruitBoard *self, SzRecruitDesk *desk)
{
  guint counts[G_N_ELEMENTS (columns)] = { 0 };

  g_return_if_fail (SZ_IS_RECRUIT_BOARD (self));
  for (gsize i = 0; i < G_N_ELEMENTS (columns); i++)
    {
      GtkWidget *child;

      while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->boxes[i]))) != NULL)
        gtk_box_remove (self->boxes[i], child);
    }
  for (guint i = 0; desk != NULL && desk->book != NULL && i < desk->book->posts->len; i++)
    {
      const SzRecruitPost *post = g_ptr_array_index (desk->book->posts, i);
      const gsize column = find_column (post->state);

      counts[column]++;
      gtk_box_append (self->boxes[column],
                      make_card (self, post, &g_array_index (desk->cards, SzRecruitCard, i)));
    }
  for (gsize i = 0; i < G_N_ELEMENTS (columns); i++)
    {
      g_autofree char *title = g_strdup_printf ("%s %u", columns[i].title, counts[i]);

      gtk_label_set_label (self->titles[i], title);
    }
}

static gboolean
key_pressed_cb (SzRecruitBoard *self, guint key, guint code, GdkModifierType state)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  if ((state & GDK_CONTROL_MASK) != 0 && key >= GDK_KEY_1
      && key < GDK_KEY_1 + G_N_ELEMENTS (columns))
    return gtk_widget_child_focus (GTK_WIDGET (self->boxes[key - GDK_KEY_1]), GTK_DIR_TAB_FORWARD);
  if (key != GDK_KEY_F6 || focus == NULL || !gtk_widget_has_css_class (focus, "sz-card"))
    return FALSE;
  g_signal_emit (self, signals[STEP], 0, gtk_widget_get_name (focus));
  return TRUE;
}

static void
sz_recruit_board_dispose (GObject *object)
{
  g_clear_pointer (&SZ_RECRUIT_BOARD (object)->scrolled, gtk_widget_unparent);
  G_OBJECT_CLASS (sz_recruit_board_parent_class)->dispose (object);
}

static void
sz_recruit_board_class_init (SzRecruitBoardClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = sz_recruit_board_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
  signals[OPEN] = g_signal_new ("open", SZ_TYPE_RECRUIT_BOARD, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[STEP] = g_signal_new ("step", SZ_TYPE_RECRUIT_BOARD, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
sz_recruit_board_init (SzRecruitBoard *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkEventController *keys = gtk_event_controller_key_new ();

  for (gsize i = 0; i < G_N_ELEMENTS (columns); i++)
    {
      GtkWidget *column = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
      GtkWidget *title = gtk_label_new (columns[i].title);
      GtkWidget *cards = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
      GtkDropTarget *target = gtk_drop_target_new (G_TYPE_STRING, GDK_ACTION_COPY);

      g_signal_connect_object (target, "drop", G_CALLBACK (dropped_cb), self, 0);
      gtk_widget_add_controller (column, GTK_EVENT_CONTROLLER (target));
      gtk_widget_set_size_request (column, COLUMN_WIDTH, -1);
      gtk_widget_add_css_class (title, "heading");
      gtk_label_set_xalign (GTK_LABEL (title), 0);
      gtk_box_append (GTK_BOX (column), title);
      gtk_box_append (GTK_BOX (column), cards);
      gtk_box_append (GTK_BOX (box), column);
      self->titles[i] = GTK_LABEL (title);
      self->boxes[i] = GTK_BOX (cards);
    }
  gtk_widget_add_css_class (box, "sz-board");
  self->scrolled = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scrolled), box);
  gtk_widget_set_vexpand (self->scrolled, TRUE);
  gtk_widget_set_hexpand (self->scrolled, TRUE);
  gtk_widget_set_parent (self->scrolled, GTK_WIDGET (self));
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}

GtkWidget *
sz_recruit_board_new (void)
{
  return g_object_new (SZ_TYPE_RECRUIT_BOARD, NULL);
}
