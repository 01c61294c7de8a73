/* sz-total-bar.c — a year's 核定总量 as a bar: used, committed, left
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-total-bar.h"

#include <glib/gi18n.h>

#include "sz-money.h"
#include "sz-named-color.h"

#define BAR_HEIGHT 26
#define GAP 6

/* One piece of the bar: rows of the ledger together, or a run. */
typedef struct
{
  SzMoney amount_fen;
  gboolean committed;
  char *text;
} Piece;

struct _SzTotalBar
{
  GtkWidget parent_instance;

  GtkLabel *figures;
  GtkLabel *sentence;
  GArray *pieces; /* of Piece */
  SzMoney cap_fen;
  SzMoney sum_fen; /* of the pieces */
  gboolean has_cap;
};

G_DEFINE_FINAL_TYPE (SzTotalBar, sz_total_bar, GTK_TYPE_WIDGET)

static void
piece_cleared_cb (gpointer data)
{
  g_free (((Piece *)data)->text);
}

static void
add_piece (SzTotalBar *self, SzMoney amount_fen, gboolean committed, const char *what)
{
  g_autofree char *amount = sz_money_format_grouped (amount_fen);
  Piece piece = { amount_fen, committed, g_strdup_printf ("%s · %s", what, amount) };

  /* What was given back makes the bar shorter, but is no piece of it. */
  self->sum_fen += amount_fen;
  g_array_append_val (self->pieces, piece);
}

static void
take_pieces (SzTotalBar *self, const SzPayYearBook *book)
{
  SzMoney ledger_fen = 0;

  for (guint i = 0; i < book->lines->len; i++)
    {
      const SzPayYearLine *line = &g_array_index (book->lines, SzPayYearLine, i);

      ledger_fen += line->run == 0 && line->counts ? line->amount_fen : 0;
    }
  if (ledger_fen != 0)
    add_piece (self, ledger_fen, FALSE, _ ("Ledger"));
  for (guint i = 0; i < book->total->runs->runs->len; i++)
    {
      const SzPayYearRun *run = &g_array_index (book->total->runs->runs, SzPayYearRun, i);
      const gboolean paid = g_str_equal (run->state, "paid");
      g_autofree char *what = NULL;

      if (run->account == SZ_ACCOUNT_X3 || g_str_equal (run->state, "computed"))
        continue;
      /* TRANSLATORS: number and name of a run */
      what = g_strdup_printf (paid ? _ ("Run %d, %s, paid") : _ ("Run %d, %s, committed"),
                              (int)run->run, run->name);
      add_piece (self, run->amount_fen, !paid, what);
    }
}

static void
say_figures (SzTotalBar *self, const SzPayYearBook *book)
{
  const SzMoney used_fen = book->total->total.r_fen;
  const SzMoney committed_fen = book->total->runs->committed_fen;
  const SzMoney left_fen = self->cap_fen - used_fen - committed_fen;
  g_autofree char *cap = sz_money_format_grouped (self->cap_fen);
  g_autofree char *used = sz_money_format_grouped (used_fen);
  g_autofree char *committed = sz_money_format_grouped (committed_fen);
  g_autofree char *left = sz_money_format_grouped (left_fen);
  g_autofree char *over = sz_money_format_grouped (-left_fen);
  g_autofree char *figures = NULL;
  g_autofree char *sentence = NULL;

  if (self->has_cap)
    /* TRANSLATORS: 核定总量, and what is paid, committed and left of it */
    figures = g_strdup_printf (_ ("Approved total %s · used %s · committed %s · left %s"), cap,
                               used, committed, left);
  else
    figures
        = g_strdup_printf (_ ("No approved total yet · used %s · committed %s"), used, committed);
  if (self->has_cap && left_fen < 0)
    sentence = g_strdup_printf (_ ("%s over the approved total: a run more can only be approved "
                                   "with the number of an approval (批文号)."),
                                over);
  else if (!self->has_cap)
    sentence
        = g_strdup (_ ("Import the pay ledger with 核定总量: without it no run of the year can "
                       "be approved but by the number of a document."));
  gtk_label_set_label (self->figures, figures);
  gtk_label_set_label (self->sentence, sentence != NULL ? sentence : "");
  gtk_widget_set_visible (GTK_WIDGET (self->sentence), sentence != NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, figures,
                                  -1);
}

void
sz_total_bar_show (SzTotalBar *self, const SzPayYearBook *book)
{
  g_return_if_fail (SZ_IS_TOTAL_BAR (self));

  g_array_set_size (self->pieces, 0);
  self->sum_fen = 0;
  self->has_cap = book != NULL && book->total->total.has_cap;
  self->cap_fen = self->has_cap ? book->total->total.cap_fen : 0;
  if (book != NULL)
    {
      take_pieces (self, book);
      say_figures (self, book);
    }
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* ---- the bar ---- */

static double
get_top (SzTotalBar *self)
{
  return gtk_widget_get_height (GTK_WIDGET (self)) - BAR_HEIGHT;
}

/* Fen a pixel: the limit, or what there is where that is more, fills the width. */
static double
find_scale (SzTotalBar *self)
{
  const SzMoney whole_fen = MAX (MAX (self->cap_fen, self->sum_fen), 1);

  return gtk_widget_get_width (GTK_WIDGET (self)) / (double)whole_fen;
}

static void
fill (GtkSnapshot *snapshot, const GdkRGBA *color, double x, double y, double width)
{
  gtk_snapshot_append_color (snapshot, color,
                             &GRAPHENE_RECT_INIT ((float)x, (float)y, (float)MAX (width, 0),
                                                  BAR_HEIGHT));
}

static void
draw_pieces (SzTotalBar *self, GtkSnapshot *snapshot)
{
  const double scale = find_scale (self);
  const double y = get_top (self);
  double x = 0;
  GdkRGBA accent, error;

  sz_named_color (GTK_WIDGET (self), "accent_bg_color", &accent);
  sz_named_color (GTK_WIDGET (self), "error_bg_color", &error);
  for (guint i = 0; i < self->pieces->len; i++)
    {
      const Piece *piece = &g_array_index (self->pieces, Piece, i);
      const double width = (double)piece->amount_fen * scale;
      GdkRGBA color = accent;

      /* Committed is paler; a line of the ground parts two pieces. */
      color.alpha = piece->committed ? 0.45f : 1;
      fill (snapshot, &color, x, y, width - 1);
      x += MAX (width, 0);
    }
  if (self->has_cap && self->sum_fen > self->cap_fen)
    fill (snapshot, &error, (double)self->cap_fen * scale, y,
          (double)(self->sum_fen - self->cap_fen) * scale);
}

static void
sz_total_bar_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  SzTotalBar *self = SZ_TOTAL_BAR (widget);
  GdkRGBA trough;

  gtk_style_context_get_color (gtk_widget_get_style_context (widget), &trough);
  trough.alpha *= 0.12f;
  fill (snapshot, &trough, 0, get_top (self), gtk_widget_get_width (widget));
  draw_pieces (self, snapshot);
  gtk_widget_snapshot_child (widget, GTK_WIDGET (self->figures), snapshot);
  gtk_widget_snapshot_child (widget, GTK_WIDGET (self->sentence), snapshot);
}

static gboolean
query_tooltip_cb (
    SzTotalBar *self, int x, int y, gboolean keyboard, GtkTooltip *tooltip, gpointer user_data)
{
  const double scale = find_scale (self);
  g_autoptr (GString) text = g_string_new (NULL);
  double end = 0;

  for (guint i = 0; i < self->pieces->len; i++)
    {
      const Piece *piece = &g_array_index (self->pieces, Piece, i);
      const double start = end;

      end += MAX ((double)piece->amount_fen * scale, 0);
      if (keyboard || (x >= start && x < end && y >= get_top (self)))
        g_string_append_printf (text, "%s%s", text->len > 0 ? "\n" : "", piece->text);
    }
  gtk_tooltip_set_text (tooltip, text->str);
  return text->len > 0;
}

static void
sz_total_bar_measure (GtkWidget *widget,
                      GtkOrientation orientation,
                      int for_size,
                      int *minimum,
                      int *natural,
                      int *minimum_baseline,
                      int *natural_baseline)
{
  *minimum = *natural = 0;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      int least = 0, wanted = 0;

      if (!gtk_widget_should_layout (child))
        continue;
      gtk_widget_measure (child, orientation, for_size, &least, &wanted, NULL, NULL);
      *minimum = orientation == GTK_ORIENTATION_VERTICAL ? *minimum + least + GAP
                                                         : MAX (*minimum, least);
      *natural = orientation == GTK_ORIENTATION_VERTICAL ? *natural + wanted + GAP
                                                         : MAX (*natural, wanted);
    }
  if (orientation == GTK_ORIENTATION_VERTICAL)
    {
      *minimum += BAR_HEIGHT;
      *natural = MAX (*natural + BAR_HEIGHT, *minimum);
    }
}

static void
sz_total_bar_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  int y = 0;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      int least = 0, wanted = 0;

      if (!gtk_widget_should_layout (child))
        continue;
      gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, width, &least, &wanted, NULL, NULL);
      gtk_widget_size_allocate (child, &(GtkAllocation){ 0, y, width, wanted }, -1);
      y += wanted + GAP;
    }
}

static GtkSizeRequestMode
sz_total_bar_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
sz_total_bar_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);
  G_OBJECT_CLASS (sz_total_bar_parent_class)->dispose (object);
}

static void
sz_total_bar_finalize (GObject *object)
{
  g_array_unref (SZ_TOTAL_BAR (object)->pieces);
  G_OBJECT_CLASS (sz_total_bar_parent_class)->finalize (object);
}

static void
sz_total_bar_class_init (SzTotalBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sz_total_bar_dispose;
  G_OBJECT_CLASS (klass)->finalize = sz_total_bar_finalize;
  widget_class->snapshot = sz_total_bar_snapshot;
  widget_class->measure = sz_total_bar_measure;
  widget_class->size_allocate = sz_total_bar_size_allocate;
  widget_class->get_request_mode = sz_total_bar_get_request_mode;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static GtkLabel *
add_label (SzTotalBar *self, const char *style)
{
  GtkWidget *label = gtk_label_new ("");

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, style);
  gtk_widget_set_parent (label, GTK_WIDGET (self));
  return GTK_LABEL (label);
}

static void
sz_total_bar_init (SzTotalBar *self)
{
  self->pieces = g_array_new (FALSE, FALSE, sizeof (Piece));
  g_array_set_clear_func (self->pieces, piece_cleared_cb);
  self->figures = add_label (self, "numeric");
  self->sentence = add_label (self, "error");
  gtk_widget_hide (GTK_WIDGET (self->sentence));
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);
  gtk_widget_set_margin_start (GTK_WIDGET (self), 12);
  gtk_widget_set_margin_end (GTK_WIDGET (self), 12);
  gtk_widget_set_margin_top (GTK_WIDGET (self), 6);
  gtk_widget_set_margin_bottom (GTK_WIDGET (self), 8);
  g_signal_connect (self, "query-tooltip", G_CALLBACK (query_tooltip_cb), NULL);
}

GtkWidget *
sz_total_bar_new (void)
{
  return g_object_new (SZ_TYPE_TOTAL_BAR, NULL);
}
