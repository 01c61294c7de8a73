/* sz-quota-chart.c — a year of the part-time quota, drawn (RULE rec-24)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-quota-chart.h"

#include <glib/gi18n.h>
#include <math.h>

#include "sz-decimal.h"

#define HEIGHT 168
#define LEFT 40.0
#define RIGHT 12.0
#define TOP 26.0
#define BOTTOM 22.0
#define HEADROOM 1.15 /* of the greatest number */

struct _SzQuotaChart
{
  GtkWidget parent_instance;

  SzQuotaTerm *term; /* (nullable) */
  SzDate today;
  int cursor; /* index of a day */
};

enum
{
  DAY,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (SzQuotaChart, sz_quota_chart, GTK_TYPE_WIDGET)

/* How the picture lies in the widget. */
typedef struct
{
  double x;
  double y;
  double width;
  double height;
  double most_x1e4;
  guint n;
} Frame;

static Frame
find_frame (SzQuotaChart *self)
{
  Frame frame = { .x = LEFT, .y = TOP, .n = self->term->n_days, .most_x1e4 = SZ_RATIO_ONE };

  frame.width = MAX (1, gtk_widget_get_width (GTK_WIDGET (self)) - LEFT - RIGHT);
  frame.height = MAX (1, gtk_widget_get_height (GTK_WIDGET (self)) - TOP - BOTTOM);
  for (guint i = 0; i < frame.n; i++)
    frame.most_x1e4
        = MAX (frame.most_x1e4,
               (double)MAX (self->term->days[i].used_x1e4 + self->term->days[i].asked_x1e4,
                            self->term->days[i].limit.limit * SZ_RATIO_ONE));
  frame.most_x1e4 *= HEADROOM;
  return frame;
}

static double
find_x (const Frame *frame, guint index)
{
  return frame->x + frame->width * index / MAX (1, frame->n);
}

static double
find_y (const Frame *frame, gint64 value_x1e4)
{
  return frame->y + frame->height * (1 - (double)value_x1e4 / frame->most_x1e4);
}

static void
draw_text (SzQuotaChart *self, cairo_t *cr, double x, double y, const char *text)
{
  g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), text);

  cairo_move_to (cr, x, y);
  pango_cairo_show_layout (cr, layout);
}

static void
set_color (cairo_t *cr, const GdkRGBA *color, double alpha)
{
  cairo_set_source_rgba (cr, color->red, color->green, color->blue, alpha);
}

static void
fill_days (cairo_t *cr, const Frame *frame, guint day, gint64 from_x1e4, gint64 to_x1e4)
{
  /* whole pixels: days that overlap would show as stripes */
  const double x = floor (find_x (frame, day));
  const double width = MAX (1, floor (find_x (frame, day + 1)) - x);
  const double top = find_y (frame, to_x1e4);

  if (from_x1e4 >= to_x1e4)
    return;
  cairo_rectangle (cr, x, top, width, find_y (frame, from_x1e4) - top);
  cairo_fill (cr);
}

/* (transfer full): lines aslant, for what is held and not signed yet. */
static cairo_pattern_t *
make_hatch (const GdkRGBA *color)
{
  cairo_surface_t *tile = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, 6, 6);
  cairo_t *cr = cairo_create (tile);
  cairo_pattern_t *pattern;

  set_color (cr, color, 0.18);
  cairo_paint (cr);
  set_color (cr, color, 0.9);
  cairo_set_line_width (cr, 1.2);
  for (int x = -6; x <= 6; x += 6)
    {
      cairo_move_to (cr, x, 6);
      cairo_line_to (cr, x + 6, 0);
    }
  cairo_stroke (cr);
  cairo_destroy (cr);
  pattern = cairo_pattern_create_for_surface (tile);
  cairo_surface_destroy (tile);
  cairo_pattern_set_extend (pattern, CAIRO_EXTEND_REPEAT);
  return pattern;
}

/* A step a day: what is used up to the limit in one colour, open cases hatched on top of it, what
 * is asked in a stronger one, what is over the limit in red. */
static void
draw_used (SzQuotaChart *self, cairo_t *cr, const Frame *frame)
{
  GtkStyleContext *style = gtk_widget_get_style_context (GTK_WIDGET (self));
  GdkRGBA accent = { 0.2, 0.5, 0.9, 1 };
  GdkRGBA error = { 0.8, 0.1, 0.1, 1 };
  cairo_pattern_t *hatch;

  gtk_style_context_lookup_color (style, "accent_bg_color", &accent);
  gtk_style_context_lookup_color (style, "error_bg_color", &error);
  hatch = make_hatch (&accent);
  for (guint i = 0; i < frame->n; i++)
    {
      const SzQuotaState *day = &self->term->days[i];
      const gint64 limit = day->limit.limit * SZ_RATIO_ONE;
      const gint64 whole = day->used_x1e4 + day->asked_x1e4;
      const gint64 signed_x1e4 = day->used_x1e4 - day->open_x1e4;

      set_color (cr, &accent, 0.55);
      fill_days (cr, frame, i, 0, MIN (signed_x1e4, limit));
      cairo_set_source (cr, hatch);
      fill_days (cr, frame, i, MIN (signed_x1e4, limit), MIN (day->used_x1e4, limit));
      set_color (cr, &accent, 1);
      fill_days (cr, frame, i, MIN (day->used_x1e4, limit), MIN (whole, limit));
      set_color (cr, &error, 1);
      fill_days (cr, frame, i, limit, whole);
    }
  cairo_pattern_destroy (hatch);
}

static void
draw_limit (SzQuotaChart *self, cairo_t *cr, const Frame *frame, const GdkRGBA *color)
{
  set_color (cr, color, 0.9);
  cairo_set_line_width (cr, 2);
  for (guint i = 0; i < frame->n; i++)
    {
      const double y = find_y (frame, self->term->days[i].limit.limit * SZ_RATIO_ONE);

      if (i == 0)
        cairo_move_to (cr, find_x (frame, 0), y);
      else
        cairo_line_to (cr, find_x (frame, i), y);
      cairo_line_to (cr, find_x (frame, i + 1), y);
    }
  cairo_stroke (cr);
}

static void
draw_axes (SzQuotaChart *self, cairo_t *cr, const Frame *frame, const GdkRGBA *color)
{
  set_color (cr, color, 0.35);
  cairo_set_line_width (cr, 1);
  cairo_move_to (cr, frame->x, find_y (frame, 0));
  cairo_line_to (cr, frame->x + frame->width, find_y (frame, 0));
  cairo_stroke (cr);
  set_color (cr, color, 0.8);
  for (guint i = 0; i < frame->n; i++)
    {
      const SzDate day = sz_quota_term_day (self->term, i);
      g_autofree char *month = NULL;

      if (day % 100 != 1)
        continue;
      month = g_strdup_printf ("%d", sz_date_month_of_year (day));
      draw_text (self, cr, find_x (frame, i) + 2, frame->y + frame->height + 2, month);
    }
}

static char *
describe_day (SzQuotaChart *self, guint index)
{
  const SzQuotaState *day = &self->term->days[index];
  g_autofree char *date = sz_date_format (sz_quota_term_day (self->term, index));
  g_autofree char *used = sz_decimal_format (day->used_x1e4, SZ_RATIO_DECIMALS);
  g_autofree char *left = sz_decimal_format (sz_quota_available (day), SZ_RATIO_DECIMALS);

  return g_strdup_printf (
      _ ("%s: limit %d (establishment %d, full-time teachers %d), used %s, left %s"), date,
      (int)day->limit.limit, (int)day->establishment, (int)day->full_time, used, left);
}

/* (transfer full) (nullable): why the limit of the day is what it is: the last change of what it is
 * made of. */
static char *
describe_change (SzQuotaChart *self, guint index)
{
  const SzQuotaState *days = self->term->days;
  guint at = index;
  g_autofree char *date = NULL;

  while (at > 0 && days[at].establishment == days[at - 1].establishment
         && days[at].full_time == days[at - 1].full_time
         && days[at].limit.limit == days[at - 1].limit.limit)
    at--;
  if (at == 0)
    return NULL;
  date = sz_date_format (sz_quota_term_day (self->term, at));
  return g_strdup_printf (
      _ ("Since %s: establishment %d → %d, full-time teachers %d → %d, limit %d → %d"), date,
      (int)days[at - 1].establishment, (int)days[at].establishment, (int)days[at - 1].full_time,
      (int)days[at].full_time, (int)days[at - 1].limit.limit, (int)days[at].limit.limit);
}

static void
draw_cursor (SzQuotaChart *self, cairo_t *cr, const Frame *frame, const GdkRGBA *color)
{
  g_autofree char *text = describe_day (self, (guint)self->cursor);
  const double x = find_x (frame, (guint)self->cursor) + 0.5;

  set_color (cr, color, gtk_widget_has_focus (GTK_WIDGET (self)) ? 1 : 0.4);
  cairo_set_line_width (cr, 1);
  cairo_move_to (cr, x, frame->y);
  cairo_line_to (cr, x, frame->y + frame->height);
  cairo_stroke (cr);
  set_color (cr, color, 1);
  draw_text (self, cr, frame->x, 4, text);
}

static void
sz_quota_chart_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  SzQuotaChart *self = SZ_QUOTA_CHART (widget);
  const graphene_rect_t bounds
      = GRAPHENE_RECT_INIT (0, 0, gtk_widget_get_width (widget), gtk_widget_get_height (widget));
  GdkRGBA color;
  cairo_t *cr;
  Frame frame;

  if (self->term == NULL)
    return;
  gtk_style_context_get_color (gtk_widget_get_style_context (widget), &color);
  frame = find_frame (self);
  cr = gtk_snapshot_append_cairo (snapshot, &bounds);
  draw_used (self, cr, &frame);
  draw_limit (self, cr, &frame, &color);
  draw_axes (self, cr, &frame, &color);
  draw_cursor (self, cr, &frame, &color);
  cairo_destroy (cr);
}

static void
sz_quota_chart_measure (GtkWidget *widget,
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
tell_cursor (SzQuotaChart *self)
{
  g_autofree char *text = self->term != NULL ? describe_day (self, (guint)self->cursor) : NULL;

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  text != NULL ? text : "", -1);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
move_cursor (SzQuotaChart *self, int days)
{
  if (self->term == NULL)
    return;
  self->cursor = CLAMP (self->cursor + days, 0, (int)self->term->n_days - 1);
  tell_cursor (self);
}

static gboolean
key_pressed_cb (SzQuotaChart *self, guint key, guint code, GdkModifierType state)
{
  const int step = (state & GDK_CONTROL_MASK) != 0 ? 30 : 1;

  if (self->term == NULL)
    return FALSE;
  if (key == GDK_KEY_Left || key == GDK_KEY_Right)
    move_cursor (self, key == GDK_KEY_Left ? -step : step);
  else if (key == GDK_KEY_Home || key == GDK_KEY_End)
    move_cursor (self, key == GDK_KEY_Home ? -(int)self->term->n_days : (int)self->term->n_days);
  else if (key == GDK_KEY_Return || key == GDK_KEY_KP_Enter)
    g_signal_emit (self, signals[DAY], 0, (int)sz_quota_chart_get_day (self));
  else
    return FALSE;
  return TRUE;
}

static int
find_day (SzQuotaChart *self, double x)
{
  const Frame frame = find_frame (self);

  return CLAMP ((int)((x - frame.x) * frame.n / frame.width), 0, (int)frame.n - 1);
}

/* Where the pointer is: the arithmetic of the day, and why its limit is another one. */
static gboolean
tooltip_cb (SzQuotaChart *self, int x, int y, gboolean keyboard, GtkTooltip *tooltip)
{
  g_autofree char *day = NULL;
  g_autofree char *change = NULL;
  g_autofree char *text = NULL;
  guint index;

  if (self->term == NULL)
    return FALSE;
  index = (guint)(keyboard ? self->cursor : find_day (self, x));
  day = describe_day (self, index);
  change = describe_change (self, index);
  text = change != NULL ? g_strdup_printf ("%s\n%s", day, change) : g_strdup (day);
  gtk_tooltip_set_text (tooltip, text);
  return TRUE;
}

static void
pressed_cb (SzQuotaChart *self, int n_press, double x, double y)
{
  gtk_widget_grab_focus (GTK_WIDGET (self));
  if (self->term == NULL)
    return;
  self->cursor = find_day (self, x);
  tell_cursor (self);
  g_signal_emit (self, signals[DAY], 0, (int)sz_quota_chart_get_day (self));
}

void
sz_quota_chart_show (SzQuotaChart *self, SzQuotaTerm *term, SzDate today)
{
  g_return_if_fail (SZ_IS_QUOTA_CHART (self));
  g_clear_pointer (&self->term, sz_quota_term_free);
  self->term = term;
  self->today = today;
  self->cursor = 0;
  for (guint i = 0; term != NULL && i < term->n_days; i++)
    if (sz_quota_term_day (term, i) == today)
      self->cursor = (int)i;
  tell_cursor (self);
}

void
sz_quota_chart_choose (SzQuotaChart *self, SzDate day)
{
  g_return_if_fail (SZ_IS_QUOTA_CHART (self));
  for (guint i = 0; self->term != NULL && i < self->term->n_days; i++)
    if (sz_quota_term_day (self->term, i) == day)
      {
        self->cursor = (int)i;
        tell_cursor (self);
        g_signal_emit (self, signals[DAY], 0, (int)day);
      }
}

SzDate
sz_quota_chart_get_day (SzQuotaChart *self)
{
  g_return_val_if_fail (SZ_IS_QUOTA_CHART (self), SZ_DATE_NONE);
  return self->term != NULL ? sz_quota_term_day (self->term, (guint)self->cursor) : SZ_DATE_NONE;
}

static void
sz_quota_chart_finalize (GObject *object)
{
  g_clear_pointer (&SZ_QUOTA_CHART (object)->term, sz_quota_term_free);
  G_OBJECT_CLASS (sz_quota_chart_parent_class)->finalize (object);
}

static void
sz_quota_chart_class_init (SzQuotaChartClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = sz_quota_chart_finalize;
  widget_class->snapshot = sz_quota_chart_snapshot;
  widget_class->measure = sz_quota_chart_measure;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
  signals[DAY] = g_signal_new ("day", SZ_TYPE_QUOTA_CHART, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                               G_TYPE_NONE, 1, G_TYPE_INT);
}

static void
sz_quota_chart_init (SzQuotaChart *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkGesture *click = gtk_gesture_click_new ();

  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);
  g_signal_connect (self, "query-tooltip", G_CALLBACK (tooltip_cb), NULL);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (click, "pressed", G_CALLBACK (pressed_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("The part-time quota through the year"), -1);
}

GtkWidget *
sz_quota_chart_new (void)
{
  return g_object_new (SZ_TYPE_QUOTA_CHART, NULL);
}
