/* sz-tax-curve.c — what an annual bonus leaves after its tax, with the cliffs
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-tax-curve.h"

#include "sz-named-color.h"
#include <glib/gi18n.h>
#include <string.h>

#define HEIGHT 150
#define BOTTOM 20.0
#define LINES 4

struct _SzTaxCurve
{
  GtkWidget parent_instance;

  SzTaxRules rules;
  SzMoney most_fen; /* 0: nothing to show */
  SzMoney amount_fen;
};

G_DEFINE_FINAL_TYPE (SzTaxCurve, sz_tax_curve, GTK_TYPE_WIDGET)

typedef struct
{
  double width;
  double height;
  double fen_x; /* fen a pixel */
  double fen_y;
} Frame;

static Frame
find_frame (SzTaxCurve *self)
{
  Frame frame = { .width = MAX (gtk_widget_get_width (GTK_WIDGET (self)), 1),
                  .height = MAX (gtk_widget_get_height (GTK_WIDGET (self)) - BOTTOM, 1) };

  frame.fen_x = (double)self->most_fen / frame.width;
  frame.fen_y = (double)sz_tax_bonus (&self->rules, self->most_fen).net_fen / frame.height;
  frame.fen_y = MAX (frame.fen_y, 1);
  return frame;
}

static void
draw_text (SzTaxCurve *self, cairo_t *cr, double x, double y, SzMoney amount_fen)
{
  g_autofree char *text = sz_money_format_grouped (amount_fen - amount_fen % 100000);
  g_autoptr (PangoLayout) layout = NULL;
  int width;

  text[strlen (text) - 3] = '\0'; /* without fen */
  layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), text);
  pango_layout_get_pixel_size (layout, &width, NULL);
  cairo_move_to (cr, MAX (x - width, 0), y);
  pango_cairo_show_layout (cr, layout);
}

static void
draw_scale (SzTaxCurve *self, cairo_t *cr, const Frame *frame)
{
  cairo_set_line_width (cr, 1);
  for (int i = 1; i <= LINES; i++)
    {
      const double x = frame->width * i / LINES - 0.5;

      sz_named_color_set (GTK_WIDGET (self), cr, NULL, 0.15);
      cairo_move_to (cr, x, 0);
      cairo_line_to (cr, x, frame->height);
      cairo_stroke (cr);
      sz_named_color_set (GTK_WIDGET (self), cr, NULL, 0.7);
      draw_text (self, cr, x, frame->height + 2, self->most_fen * i / LINES);
    }
  sz_named_color_set (GTK_WIDGET (self), cr, NULL, 0.35);
  cairo_move_to (cr, 0, frame->height - 0.5);
  cairo_line_to (cr, frame->width, frame->height - 0.5);
  cairo_stroke (cr);
}

/* A step a pixel; each is red where a smaller bonus would leave more. */
static void
draw_curve (SzTaxCurve *self, cairo_t *cr, const Frame *frame)
{
  double last_y = frame->height;

  cairo_set_line_width (cr, 2);
  for (int x = 1; x <= (int)frame->width; x++)
    {
      const SzTaxBonus bonus = sz_tax_bonus (&self->rules, (SzMoney)(x * frame->fen_x));
      const double y = frame->height - (double)bonus.net_fen / frame->fen_y;

      sz_named_color_set (GTK_WIDGET (self), cr, bonus.cliff ? "error_color" : "accent_color", 1);
      cairo_move_to (cr, x - 1, last_y);
      cairo_line_to (cr, x, y);
      cairo_stroke (cr);
      last_y = y;
    }
}

static void
sz_tax_curve_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  SzTaxCurve *self = SZ_TAX_CURVE (widget);
  Frame frame;
  cairo_t *cr;

  if (self->most_fen <= 0)
    return;
  frame = find_frame (self);
  cr = gtk_snapshot_append_cairo (snapshot,
                                  &GRAPHENE_RECT_INIT (0, 0, gtk_widget_get_width (widget),
                                                       gtk_widget_get_height (widget)));
  draw_scale (self, cr, &frame);
  draw_curve (self, cr, &frame);
  sz_named_color_set (GTK_WIDGET (self), cr, NULL, 0.8);
  cairo_set_line_width (cr, 1);
  cairo_move_to (cr, (double)self->amount_fen / frame.fen_x + 0.5, 0);
  cairo_line_to (cr, (double)self->amount_fen / frame.fen_x + 0.5, frame.height);
  cairo_stroke (cr);
  cairo_destroy (cr);
}

static void
sz_tax_curve_measure (GtkWidget *widget,
                      GtkOrientation orientation,
                      int for_size,
                      int *minimum,
                      int *natural,
                      int *minimum_baseline,
                      int *natural_baseline)
{
  *minimum = *natural = orientation == GTK_ORIENTATION_VERTICAL ? HEIGHT : 200;
}

static void
sz_tax_curve_class_init (SzTaxCurveClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  widget_class->snapshot = sz_tax_curve_snapshot;
  widget_class->measure = sz_tax_curve_measure;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
sz_tax_curve_init (SzTaxCurve *self)
{
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("What a bonus leaves after its tax"), -1);
}

GtkWidget *
sz_tax_curve_new (void)
{
  return g_object_new (SZ_TYPE_TAX_CURVE, NULL);
}

void
sz_tax_curve_show (SzTaxCurve *self, const SzTaxRules *rules, SzMoney most_fen, SzMoney amount_fen)
{
  g_return_if_fail (SZ_IS_TAX_CURVE (self) && rules != NULL);
  self->rules = *rules;
  self->most_fen = most_fen;
  self->amount_fen = amount_fen;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
