/* sz-overview-page.c — what a director sees in ten seconds (RULE aud-8)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-overview-page.h"

#include <glib/gi18n.h>

#include "sz-decimal.h"
#include "sz-gauge.h"
#include "sz-new-year-dialog.h"
#include "sz-overview-cards.h"
#include "sz-ready-strip.h"

#define COLUMNS 5
/* In halves of a card. */
#define WIDE 3
#define CARD_WIDTH 210

/* One card: a button with its figure, below it lines in a box of their own, so that it never jumps.
 * Lines that are about one thing are buttons too; a click beside all of them opens the page. */
typedef struct
{
  GtkWidget *card;
  GtkWidget *button; /* has the keyboard, and says all of it */
  GtkLabel *figure;
  GtkBox *lines;
  SzJob *reading;
} Card;

struct _SzOverviewPage
{
  SzPage parent_instance;

  Card cards[SZ_N_CARDS];
  SzReadyStrip *ready;
  SzJob *asking;
};

G_DEFINE_FINAL_TYPE (SzOverviewPage, sz_overview_page, SZ_TYPE_PAGE)

/* ---- what a card says ---- */

static GtkWidget *
make_label (const char *text, float xalign)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), xalign);
  /* What is a name may go over two lines, a figure never. */
  gtk_label_set_wrap (GTK_LABEL (label), xalign < 1);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  return label;
}

/* In the line itself: with a line of its own the posts would take more than half of a small screen.
 */
static void
add_bar (GtkBox *row, const SzCardLine *line)
{
  GtkWidget *bar = gtk_progress_bar_new ();

  gtk_progress_bar_set_fraction (GTK_PROGRESS_BAR (bar), (double)line->share_x1e4 / SZ_RATIO_ONE);
  gtk_widget_add_css_class (bar, "sz-card-bar");
  if (line->style != NULL)
    gtk_widget_add_css_class (bar, line->style);
  gtk_widget_set_valign (bar, GTK_ALIGN_CENTER);
  gtk_box_append (row, bar);
}

static void
line_clicked_cb (SzOverviewPage *self, GtkWidget *button)
{
  sz_page_go (SZ_PAGE (self), gtk_widget_get_name (button));
}

/* Its name is where it leads. */
static GtkWidget *
make_line_button (SzOverviewPage *self, const SzCardLine *line, GtkWidget *row)
{
  GtkWidget *button = gtk_button_new ();
  g_autofree char *said = line->said != NULL ? g_strdup (line->said)
                                             : g_strdup_printf ("%s %s", line->label, line->text);

  gtk_button_set_child (GTK_BUTTON (button), row);
  gtk_widget_set_name (button, line->place);
  gtk_widget_set_tooltip_text (button, said);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "sz-card-line");
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, said, -1);
  g_signal_connect_object (button, "clicked", G_CALLBACK (line_clicked_cb), self,
                           G_CONNECT_SWAPPED);
  return button;
}

static void
add_line (SzOverviewPage *self, GtkBox *box, const SzCardLine *line)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *label = make_label (line->label, 0);
  GtkWidget *text = make_label (line->text, 1);

  gtk_widget_set_hexpand (label, TRUE);
  /* A name may be cut, a figure never. */
  gtk_label_set_ellipsize (GTK_LABEL (text), PANGO_ELLIPSIZE_NONE);
  gtk_widget_add_css_class (text, "numeric");
  if (line->style != NULL)
    gtk_widget_add_css_class (text, line->style);
  gtk_box_append (GTK_BOX (row), label);
  if (line->share_x1e4 >= 0)
    add_bar (GTK_BOX (row), line);
  gtk_box_append (GTK_BOX (row), text);
  gtk_box_append (box, line->place != NULL ? make_line_button (self, line, row) : row);
}

/* Gives the line that had the keyboard, −1: none. */
static int
clear_lines (GtkBox *box)
{
  GtkWidget *child;
  int focused = -1;

  for (int i = 0; (child = gtk_widget_get_first_child (GTK_WIDGET (box))) != NULL; i++)
    {
      if (gtk_widget_has_focus (child))
        focused = i;
      gtk_box_remove (box, child);
    }
  return focused;
}

/* The same line has the keyboard again, or the card itself. */
static void
focus_line (Card *card, int focused)
{
  GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (card->lines));

  if (focused < 0)
    return;
  for (int i = 0; i < focused && child != NULL; i++)
    child = gtk_widget_get_next_sibling (child);
  if (child == NULL || !gtk_widget_grab_focus (child))
    gtk_widget_grab_focus (card->button);
}

/* What belongs here, and how it comes here. */
static void
show_missing (GtkBox *lines, const char *missing, gboolean imports)
{
  GtkWidget *label = gtk_label_new (missing);
  GtkWidget *button;

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "dim-label");
  gtk_box_append (lines, label);
  if (!imports)
    return;
  button = gtk_button_new_with_mnemonic (_ ("_Import…"));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "win.import");
  gtk_widget_set_halign (button, GTK_ALIGN_START);
  gtk_widget_set_margin_top (button, 6);
  gtk_widget_add_css_class (button, "sz-card-import");
  gtk_box_append (lines, button);
}

static void
show_face (SzOverviewPage *self, const SzCard *about, Card *card, const SzCardFace *face)
{
  const char *title = _ (about->title);
  g_autofree char *text = sz_card_face_dup_text (face, title);
  const int focused = clear_lines (card->lines);

  gtk_label_set_label (card->figure, face->missing != NULL ? "" : face->figure);
  if (face->over)
    gtk_widget_add_css_class (GTK_WIDGET (card->figure), "error");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (card->figure), "error");
  if (face->missing != NULL)
    show_missing (card->lines, face->missing, about->imports);
  else if (face->has_gauge)
    gtk_box_append (card->lines, sz_gauge_new (face->gauge_x1e4, face->over));
  if (face->missing == NULL)
    for (guint i = 0; i < face->lines->len; i++)
      add_line (self, card->lines, g_ptr_array_index (face->lines, i));
  focus_line (card, focused);
  gtk_accessible_update_property (GTK_ACCESSIBLE (card->button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  text, -1);
}

/* ---- reading, card by card ---- */

typedef struct
{
  guint card;
  SzDate day;
  SzCardFace *face;
} Reading;

static void
free_reading (gpointer data)
{
  Reading *reading = data;

  sz_card_face_free (reading->face);
  g_free (reading);
}

static gpointer
read_cb (SzOffice *office,
         gpointer input,
         SzProgress progress,
         GCancellable *cancellable,
         GError **error)
{
  const Reading *asked = input;
  Reading *reading;
  SzCardFace *face;

  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;
  face = sz_cards ()[asked->card].read (office, asked->day, error);
  if (face == NULL)
    return NULL;
  reading = g_new0 (Reading, 1);
  *reading = (Reading){ asked->card, asked->day, face };
  return reading;
}

static void
read_done_cb (gpointer owner, gpointer value)
{
  SzOverviewPage *self = owner;
  Reading *reading = value;

  show_face (self, &sz_cards ()[reading->card], &self->cards[reading->card], reading->face);
  free_reading (reading);
}

/* ---- the way to F20, and a new year ---- */

static gpointer
ask_ready_cb (SzOffice *office,
              gpointer input,
              SzProgress progress,
              GCancellable *cancellable,
              GError **error)
{
  SzReadiness *readiness = g_new0 (SzReadiness, 1);

  if (sz_view_readiness (office, (SzDate)GPOINTER_TO_INT (input), readiness, error))
    return readiness;
  g_free (readiness);
  return NULL;
}

static void
ready_known_cb (gpointer owner, gpointer value)
{
  sz_ready_strip_show (SZ_OVERVIEW_PAGE (owner)->ready, value);
  g_free (value);
}

static void
begun_cb (SzOverviewPage *self, SzQueryDialog *dialog)
{
  const char *act = sz_new_year_dialog_get_act (dialog);

  if (act != NULL)
    sz_page_done (SZ_PAGE (self), _ ("The year was begun"), act);
  else
    sz_page_toast (SZ_PAGE (self), _ ("The year has all that goes on"), NULL, NULL, NULL);
}

static void
new_year_cb (SzOverviewPage *self)
{
  SzTasks *tasks = sz_page_get_tasks (SZ_PAGE (self));
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  SzQueryDialog *dialog;

  if (tasks == NULL || !sz_tasks_allows (tasks, "year.new"))
    return;
  dialog = sz_new_year_dialog_new (GTK_WINDOW (root), tasks,
                                   sz_date_year (sz_page_get_as_of (SZ_PAGE (self))));
  g_signal_connect_object (dialog, "saved", G_CALLBACK (begun_cb), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
sz_overview_page_reload (SzPage *page)
{
  SzOverviewPage *self = SZ_OVERVIEW_PAGE (page);
  SzTasks *tasks = sz_page_get_tasks (page);

  if (tasks != NULL)
    sz_job_read (self->asking, tasks,
                 SZ_WORK (ask_ready_cb, GINT_TO_POINTER (sz_page_get_as_of (page)), NULL, g_free),
                 ready_known_cb);
  for (guint i = 0; tasks != NULL && i < SZ_N_CARDS; i++)
    {
      Reading *asked = g_new0 (Reading, 1);

      *asked = (Reading){ i, sz_page_get_as_of (page), NULL };
      sz_job_read (self->cards[i].reading, tasks,
                   SZ_WORK (read_cb, asked, free_reading, free_reading), read_done_cb);
    }
}

/* ---- the page ---- */

static void
card_clicked_cb (SzOverviewPage *self, GtkWidget *button)
{
  for (guint i = 0; i < SZ_N_CARDS; i++)
    if (self->cards[i].button == button)
      sz_page_go (SZ_PAGE (self), sz_cards ()[i].page);
}

/* The arrow keys walk the cards as they stand. */
static gboolean
card_key_cb (
    SzOverviewPage *self, guint key, guint code, GdkModifierType state, gpointer controller)
{
  static const struct
  {
    guint key;
    int step;
  } steps[] = {
    { GDK_KEY_Left, -1 }, { GDK_KEY_Right, 1 }, { GDK_KEY_Up, -COLUMNS }, { GDK_KEY_Down, COLUMNS }
  };
  GtkWidget *button = gtk_event_controller_get_widget (controller);
  int at = -1;

  for (int i = 0; i < SZ_N_CARDS; i++)
    if (self->cards[i].button == button)
      at = i;
  for (gsize i = 0; at >= 0 && i < G_N_ELEMENTS (steps); i++)
    if (steps[i].key == key && at + steps[i].step >= 0 && at + steps[i].step < SZ_N_CARDS)
      {
        gtk_widget_grab_focus (self->cards[at + steps[i].step].button);
        return TRUE;
      }
  return FALSE;
}

/* Beside what is a button by itself. */
static void
card_released_cb (GtkGestureClick *gesture, int n, double x, double y, gpointer user_data)
{
  SzOverviewPage *self = user_data;
  GtkWidget *card = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (gesture));

  for (guint i = 0; i < SZ_N_CARDS; i++)
    if (self->cards[i].card == card)
      sz_page_go (SZ_PAGE (self), sz_cards ()[i].page);
}

/* The lines of a card are walked up to its button and down to its last. */
static gboolean
line_key_cb (
    SzOverviewPage *self, guint key, guint code, GdkModifierType state, gpointer controller)
{
  GtkWidget *box = gtk_event_controller_get_widget (controller);

  if (key != GDK_KEY_Up && key != GDK_KEY_Down)
    return FALSE;
  if (!gtk_widget_child_focus (box, key == GDK_KEY_Up ? GTK_DIR_TAB_BACKWARD : GTK_DIR_TAB_FORWARD))
    for (guint i = 0; i < SZ_N_CARDS; i++)
      if (GTK_WIDGET (self->cards[i].lines) == box)
        gtk_widget_grab_focus (self->cards[i].button);
  return TRUE;
}

static void
connect_card (SzOverviewPage *self, Card *card)
{
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkEventController *line_keys = gtk_event_controller_key_new ();
  GtkGesture *click = gtk_gesture_click_new ();

  g_signal_connect_object (card->button, "clicked", G_CALLBACK (card_clicked_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (card_key_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (card->button, keys);
  g_signal_connect_object (line_keys, "key-pressed", G_CALLBACK (line_key_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (card->lines), line_keys);
  g_signal_connect_object (click, "released", G_CALLBACK (card_released_cb), self, 0);
  gtk_widget_add_controller (card->card, GTK_EVENT_CONTROLLER (click));
}

static void
make_card (SzOverviewPage *self, GtkGrid *grid, guint i)
{
  Card *card = &self->cards[i];
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);
  GtkWidget *title = make_label (_ (sz_cards ()[i].title), 0);

  card->card = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  card->button = gtk_button_new ();
  card->figure = GTK_LABEL (make_label ("", 0));
  card->lines = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 0));
  card->reading = sz_page_add_job (SZ_PAGE (self));
  gtk_widget_add_css_class (title, "heading");
  gtk_widget_add_css_class (GTK_WIDGET (card->figure), "title-3");
  gtk_widget_add_css_class (card->card, "card");
  gtk_widget_add_css_class (card->card, "sz-overview-card");
  gtk_widget_add_css_class (card->button, "flat");
  gtk_box_append (GTK_BOX (head), title);
  gtk_box_append (GTK_BOX (head), GTK_WIDGET (card->figure));
  gtk_button_set_child (GTK_BUTTON (card->button), head);
  gtk_box_append (GTK_BOX (card->card), card->button);
  gtk_box_append (GTK_BOX (card->card), GTK_WIDGET (card->lines));
  gtk_widget_add_css_class (GTK_WIDGET (card->lines), "sz-card-lines");
  gtk_widget_set_size_request (card->card, CARD_WIDTH, -1);
  gtk_widget_set_hexpand (card->card, TRUE);
  gtk_widget_set_vexpand (card->card, TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (card->button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ (sz_cards ()[i].title), -1);
  connect_card (self, card);
  /* The last two, whose lines are sentences, share the place of three. */
  gtk_grid_attach (grid, card->card,
                   i == SZ_N_CARDS - 1 ? COLUMNS * 2 - WIDE : (int)i % COLUMNS * 2,
                   (int)i / COLUMNS, i >= SZ_N_CARDS - 2 ? WIDE : 2, 1);
}

static void
sz_overview_page_class_init (SzOverviewPageClass *klass)
{
  SZ_PAGE_CLASS (klass)->reload = sz_overview_page_reload;
  SZ_PAGE_CLASS (klass)->has_search = FALSE;
  SZ_PAGE_CLASS (klass)->has_date = TRUE;
}

static void
sz_overview_page_init (SzOverviewPage *self)
{
  GtkWidget *scrolled = gtk_scrolled_window_new ();
  GtkWidget *grid = gtk_grid_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  gtk_grid_set_row_spacing (GTK_GRID (grid), 10);
  gtk_grid_set_column_spacing (GTK_GRID (grid), 10);
  gtk_grid_set_column_homogeneous (GTK_GRID (grid), TRUE);
  gtk_widget_add_css_class (grid, "sz-cards");
  for (guint i = 0; i < SZ_N_CARDS; i++)
    make_card (self, GTK_GRID (grid), i);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), grid);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_widget_set_vexpand (scrolled, TRUE);
  self->ready = SZ_READY_STRIP (sz_ready_strip_new ());
  self->asking = sz_page_add_job (SZ_PAGE (self));
  g_signal_connect_object (self->ready, "new-year", G_CALLBACK (new_year_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->ready));
  gtk_box_append (GTK_BOX (box), scrolled);
  sz_page_set_child (SZ_PAGE (self), box);
}
