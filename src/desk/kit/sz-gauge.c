/* sz-gauge.c — how much of what is allowed is taken, as a half circle
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-gauge.h"

#include "sz-named-color.h"
#include <math.h>

#define RADIUS 34
#define THICK 9
#define WHOLE 10000

struct _SzGauge
{
  GtkWidget parent_instance;

  double share;
  gboolean over;
};

G_DEFINE_FINAL_TYPE (SzGauge, sz_gauge, GTK_TYPE_WIDGET)

static void
draw_arc (cairo_t *cr, const graphene_rect_t *area, double share, const GdkRGBA *color)
{
  gdk_cairo_set_source_rgba (cr, color);
  cairo_set_line_width (cr, THICK);
  cairo_arc (cr, area->size.width / 2, area->size.height, RADIUS - THICK / 2.0, M_PI,
             M_PI * (1 + share));
  cairo_stroke (cr);
}

static void
sz_gauge_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  SzGauge *self = SZ_GAUGE (widget);
  const graphene_rect_t area
      = GRAPHENE_RECT_INIT (0, 0, gtk_widget_get_width (widget), gtk_widget_get_height (widget));
  cairo_t *cr = gtk_snapshot_append_cairo (snapshot, &area);
  GdkRGBA color;
  GdkRGBA ground;

  sz_named_color (widget, NULL, &ground);
  ground.alpha *= 0.15f;
  sz_named_color (widget, self->over ? "error_bg_color" : "accent_bg_color", &color);
  draw_arc (cr, &area, 1, &ground);
  if (self->share > 0)
    draw_arc (cr, &area, self->share, &color);
  cairo_destroy (cr);
}

static void
sz_gauge_measure (GtkWidget *widget,
                  GtkOrientation orientation,
                  int for_size,
                  int *minimum,
                  int *natural,
                  int *minimum_baseline,
                  int *natural_baseline)
{
  *minimum = *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? 2 * RADIUS : RADIUS;
  *minimum_baseline = *natural_baseline = -1;
}

static void
sz_gauge_class_init (SzGaugeClass *klass)
{
  GTK_WIDGET_CLASS (klass)->snapshot = sz_gauge_snapshot;
  GTK_WIDGET_CLASS (klass)->measure = sz_gauge_measure;
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
sz_gauge_init (SzGauge *self)
{
}

GtkWidget *
sz_gauge_new (gint64 share_x1e4, gboolean over)
{
  SzGauge *self = g_object_new (SZ_TYPE_GAUGE, NULL);

  self->share = (double)CLAMP (share_x1e4, 0, WHOLE) / WHOLE;
  self->over = over;
  return GTK_WIDGET (self);
}
