/* sz-forecast-chart.c — the establishment in the months to come, drawn, and what would be (RULE
 * rec-14)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-forecast-chart.h"

#include "sz-column-width.h"
#include "sz-named-color.h"
#include <glib/gi18n.h>

#define CHART_HEIGHT ((int)(170 * sz_text_scale ()))
#define LEFT 30.0
#define TOP 8.0
#define BOTTOM (20.0 * sz_text_scale ())
#define LABEL_MONTHS 6
#define PEOPLE_MOST 500.0

struct _SzForecastChart
{
  AdwBin parent_instance;

  /* Borrowed widgets */
  GtkWidget *chart;
  GtkSpinButton *people;
  GtkSpinButton *from;
  GtkLabel *words;

  SzForecast *forecast; /* (nullable) */
  guint cursor;         /* index of a month */
};

enum
{
  MONTH,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (SzForecastChart, sz_forecast_chart, ADW_TYPE_BIN)

/* ---- the months ---- */

typedef struct
{
  double x;
  double width; /* of a month */
  double bottom;
  double unit; /* of one place */
} Frame;

/* Places left, below 0 when over. */
static gint64
get_left (const SzForecastMonth *month)
{
  return month->balance.vacant - month->balance.over;
}

static gint64
suppose (SzForecastChart *self, guint index)
{
  const gint64 more = gtk_spin_button_get_value_as_int (self->people);
  const SzForecastMonth *month = &g_array_index (self->forecast->months, SzForecastMonth, index);

  return get_left (month)
         - ((int)index >= gtk_spin_button_get_value_as_int (self->from) ? more : 0);
}

static Frame
find_frame (SzForecastChart *self, int width, int height)
{
  const GArray *months = self->forecast->months;
  Frame frame = { .x = LEFT, .width = (width - LEFT) / months->len };
  gint64 most = 1;
  gint64 least = 0;

  for (guint i = 0; i < months->len; i++)
    {
      const SzForecastMonth *month = &g_array_index (months, SzForecastMonth, i);
      const gint64 gone = month->retirements + month->leaving + month->contract_ends;

      most = MAX (most, MAX (gone, get_left (month)));
      least = MIN (least, MIN (get_left (month), suppose (self, i)));
    }
  frame.unit = (height - TOP - BOTTOM) / (double)(most - least);
  frame.bottom = height - BOTTOM + frame.unit * (double)least;
  return frame;
}

static void
draw_text (GtkWidget *widget, cairo_t *cr, double x, double y, const char *text)
{
  g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (widget, text);

  cairo_move_to (cr, x, y);
  pango_cairo_show_layout (cr, layout);
}

/* Those who go, one kind over the other. */
static void
draw_leavers (GtkWidget *area, cairo_t *cr, const Frame *frame, const GArray *months)
{
  for (guint i = 0; i < months->len; i++)
    {
      const SzForecastMonth *month = &g_array_index (months, SzForecastMonth, i);
      const struct
      {
        gint64 count;
        const char *color;
        double alpha;
      } kinds[] = { { month->retirements, "accent_bg_color", 1 },
                    { month->leaving, "warning_bg_color", 1 },
                    { month->contract_ends, NULL, 0.3 } };
      double y = frame->bottom;

      for (gsize k = 0; k < G_N_ELEMENTS (kinds); k++)
        {
          const double height = frame->unit * (double)kinds[k].count;

          sz_named_color_set (area, cr, kinds[k].color, kinds[k].alpha);
          cairo_rectangle (cr, frame->x + frame->width * i + 1, y - height, frame->width - 2,
                           height);
          cairo_fill (cr);
          y -= height;
        }
    }
}

static void
draw_left (SzForecastChart *self, cairo_t *cr, const Frame *frame, gboolean supposed)
{
  const GArray *months = self->forecast->months;
  const double dashes[] = { 5, 4 };

  sz_named_color_set (self->chart, cr, supposed ? "error_color" : "success_color", 1);
  cairo_set_line_width (cr, 2);
  cairo_set_dash (cr, dashes, supposed ? G_N_ELEMENTS (dashes) : 0, 0);
  for (guint i = 0; i < months->len; i++)
    {
      const gint64 left
          = supposed ? suppose (self, i) : get_left (&g_array_index (months, SzForecastMonth, i));
      const double y = frame->bottom - frame->unit * (double)left;

      if (i == 0)
        cairo_move_to (cr, frame->x, y);
      else
        cairo_line_to (cr, frame->x + frame->width * i, y);
      cairo_line_to (cr, frame->x + frame->width * (i + 1), y);
    }
  cairo_stroke (cr);
  cairo_set_dash (cr, dashes, 0, 0);
}

static void
draw_axes (GtkWidget *area, cairo_t *cr, const Frame *frame, const GArray *months)
{
  g_autofree char *most = g_strdup_printf ("%.0f", (frame->bottom - TOP) / frame->unit);

  sz_named_color_set (area, cr, NULL, 0.35);
  cairo_set_line_width (cr, 1);
  cairo_move_to (cr, frame->x, frame->bottom);
  cairo_line_to (cr, frame->x + frame->width * months->len, frame->bottom);
  cairo_stroke (cr);
  sz_named_color_set (area, cr, NULL, 0.8);
  draw_text (area, cr, 0, TOP - 6, most);
  draw_text (area, cr, 0, frame->bottom - 10, "0");
  for (guint i = 0; i < months->len; i += LABEL_MONTHS)
    {
      const SzDate day = sz_month_first_day (g_array_index (months, SzForecastMonth, i).month);
      g_autofree char *text
          = g_strdup_printf ("%02d-%02d", sz_date_year (day) % 100, sz_date_month_of_year (day));

      draw_text (area, cr, frame->x + frame->width * i, gtk_widget_get_height (area) - BOTTOM + 2,
                 text);
    }
}

static void
draw_cursor (SzForecastChart *self, cairo_t *cr, const Frame *frame, int height)
{
  sz_named_color_set (self->chart, cr, NULL, gtk_widget_has_focus (self->chart) ? 0.18 : 0.08);
  cairo_rectangle (cr, frame->x + frame->width * self->cursor, 0, frame->width, height - BOTTOM);
  cairo_fill (cr);
}

static void
draw_months_cb (GtkDrawingArea *area, cairo_t *cr, int width, int height, gpointer user_data)
{
  SzForecastChart *self = user_data;
  Frame frame;

  if (self->forecast == NULL)
    return;
  frame = find_frame (self, width, height);
  draw_cursor (self, cr, &frame, height);
  draw_leavers (self->chart, cr, &frame, self->forecast->months);
  draw_axes (self->chart, cr, &frame, self->forecast->months);
  draw_left (self, cr, &frame, FALSE);
  if (gtk_spin_button_get_value_as_int (self->people) != 0)
    draw_left (self, cr, &frame, TRUE);
}

static char *
dup_month (SzMonth month)
{
  const SzDate day = sz_month_first_day (month);

  return g_strdup_printf ("%04d-%02d", sz_date_year (day), sz_date_month_of_year (day));
}

/* The month is chosen by its place in the forecast and read as a month. */
static gboolean
month_shown_cb (GtkSpinButton *spin, gpointer user_data)
{
  SzForecastChart *self = user_data;
  const guint index = (guint)gtk_spin_button_get_value_as_int (spin);
  g_autofree char *text = NULL;

  if (self->forecast == NULL || index >= self->forecast->months->len)
    return FALSE;
  text = dup_month (g_array_index (self->forecast->months, SzForecastMonth, index).month);
  if (g_strcmp0 (gtk_editable_get_text (GTK_EDITABLE (spin)), text) != 0)
    gtk_editable_set_text (GTK_EDITABLE (spin), text);
  return TRUE;
}

/* The month in which the fewest places are left, with what is supposed. */
static void
tell_months (SzForecastChart *self)
{
  const GArray *months;
  g_autofree char *month = NULL;
  g_autofree char *text = NULL;
  guint least = 0;
  gint64 left;

  gtk_widget_queue_draw (self->chart);
  if (self->forecast == NULL)
    return;
  months = self->forecast->months;
  for (guint i = 0; i < months->len; i++)
    if (suppose (self, i) < suppose (self, least))
      least = i;
  left = suppose (self, least);
  month = dup_month (g_array_index (months, SzForecastMonth, least).month);
  text = left >= 0 ? g_strdup_printf (_ ("Fewest places are left in %s: %d."), month, (int)left)
                   : g_strdup_printf (_ ("In %s there are %d people over the establishment."),
                                      month, (int)-left);
  gtk_label_set_label (self->words, text);
  gtk_widget_remove_css_class (GTK_WIDGET (self->words), "error");
  if (left < 0)
    gtk_widget_add_css_class (GTK_WIDGET (self->words), "error");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->chart), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  text, -1);
}

/* ---- the widgets ---- */

/* 2027-03 typed is the month of that name; GTK_INPUT_ERROR where there is none. */
static int
month_typed_cb (GtkSpinButton *spin, double *value, gpointer user_data)
{
  SzForecastChart *self = user_data;
  const char *typed = gtk_editable_get_text (GTK_EDITABLE (spin));

  for (guint i = 0; self->forecast != NULL && i < self->forecast->months->len; i++)
    {
      g_autofree char *text
          = dup_month (g_array_index (self->forecast->months, SzForecastMonth, i).month);

      if (g_strcmp0 (text, typed) != 0)
        continue;
      *value = i;
      return TRUE;
    }
  return GTK_INPUT_ERROR;
}

static GtkSpinButton *
make_spin (SzForecastChart *self, GtkGrid *grid, int row, const char *label, double most)
{
  GtkWidget *text = gtk_label_new (label);
  GtkWidget *spin = gtk_spin_button_new_with_range (0, most, 1);

  gtk_accessible_update_relation (GTK_ACCESSIBLE (spin), GTK_ACCESSIBLE_RELATION_LABELLED_BY, text,
                                  NULL, -1);
  gtk_label_set_xalign (GTK_LABEL (text), 0);
  gtk_grid_attach (grid, text, 0, row, 1, 1);
  gtk_grid_attach (grid, spin, 1, row, 1, 1);
  g_signal_connect_object (spin, "value-changed", G_CALLBACK (tell_months), self,
                           G_CONNECT_SWAPPED);
  return GTK_SPIN_BUTTON (spin);
}

static void
tell_cursor (SzForecastChart *self)
{
  gtk_widget_queue_draw (self->chart);
  g_signal_emit (self, signals[MONTH], 0,
                 g_array_index (self->forecast->months, SzForecastMonth, self->cursor).month);
}

/* The arrow keys walk the months, Return asks who goes. */
static gboolean
key_pressed_cb (SzForecastChart *self, guint key, guint code, GdkModifierType state)
{
  guint last;

  if (self->forecast == NULL)
    return FALSE;
  last = self->forecast->months->len - 1;
  if (key == GDK_KEY_Left)
    self->cursor -= self->cursor > 0 ? 1 : 0;
  else if (key == GDK_KEY_Right)
    self->cursor += self->cursor < last ? 1 : 0;
  else if (key == GDK_KEY_Home || key == GDK_KEY_End)
    self->cursor = key == GDK_KEY_Home ? 0 : last;
  else if (key != GDK_KEY_Return && key != GDK_KEY_KP_Enter)
    return FALSE;
  tell_cursor (self);
  return TRUE;
}

static void
pressed_cb (SzForecastChart *self, int n_press, double x, double y)
{
  const int width = gtk_widget_get_width (self->chart);

  gtk_widget_grab_focus (self->chart);
  if (self->forecast == NULL || width <= LEFT)
    return;
  self->cursor = (guint)CLAMP ((x - LEFT) * self->forecast->months->len / (width - LEFT), 0,
                               (double)self->forecast->months->len - 1);
  tell_cursor (self);
}

static GtkWidget *
make_area (SzForecastChart *self)
{
  GtkWidget *area = g_object_new (GTK_TYPE_DRAWING_AREA, "accessible-role", GTK_ACCESSIBLE_ROLE_IMG,
                                  "content-height", CHART_HEIGHT, "focusable", TRUE, NULL);
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkGesture *click = gtk_gesture_click_new ();

  gtk_drawing_area_set_draw_func (GTK_DRAWING_AREA (area), draw_months_cb, self, NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (area), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Forecast of the establishment"), -1);
  gtk_widget_set_tooltip_text (area, _ ("A click on a month lists who retires"));
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (click, "pressed", G_CALLBACK (pressed_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (area, keys);
  gtk_widget_add_controller (area, GTK_EVENT_CONTROLLER (click));
  return area;
}

void
sz_forecast_chart_show (SzForecastChart *self, SzForecast *forecast)
{
  g_return_if_fail (SZ_IS_FORECAST_CHART (self));
  sz_forecast_free (self->forecast);
  self->forecast = forecast;
  if (forecast == NULL)
    return;
  self->cursor = MIN (self->cursor, forecast->months->len - 1);
  gtk_spin_button_set_range (self->from, 0, (double)forecast->months->len - 1);
  month_shown_cb (self->from, self);
  tell_months (self);
}

void
sz_forecast_chart_choose (SzForecastChart *self, guint index)
{
  g_return_if_fail (SZ_IS_FORECAST_CHART (self));
  if (self->forecast == NULL || index >= self->forecast->months->len)
    return;
  self->cursor = index;
  tell_cursor (self);
}

void
sz_forecast_chart_suppose (SzForecastChart *self, int people, int index)
{
  g_return_if_fail (SZ_IS_FORECAST_CHART (self));
  gtk_spin_button_set_value (self->people, people);
  gtk_spin_button_set_value (self->from, index);
}

const char *
sz_forecast_chart_get_month (SzForecastChart *self)
{
  g_return_val_if_fail (SZ_IS_FORECAST_CHART (self), NULL);
  return gtk_editable_get_text (GTK_EDITABLE (self->from));
}

const char *
sz_forecast_chart_get_words (SzForecastChart *self)
{
  g_return_val_if_fail (SZ_IS_FORECAST_CHART (self), NULL);
  return gtk_label_get_label (self->words);
}

static void
sz_forecast_chart_finalize (GObject *object)
{
  sz_forecast_free (SZ_FORECAST_CHART (object)->forecast);
  G_OBJECT_CLASS (sz_forecast_chart_parent_class)->finalize (object);
}

static void
sz_forecast_chart_class_init (SzForecastChartClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = sz_forecast_chart_finalize;
  signals[MONTH] = g_signal_new ("month", SZ_TYPE_FORECAST_CHART, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                 NULL, G_TYPE_NONE, 1, G_TYPE_INT);
}

static GtkLabel *
make_label (const char *text)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_set_tooltip_text (label, *text != '\0' ? text : NULL);
  return GTK_LABEL (label);
}

static void
sz_forecast_chart_init (SzForecastChart *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *grid = gtk_grid_new ();
  GtkWidget *title = GTK_WIDGET (make_label (_ ("Forecast of the establishment")));
  GtkWidget *legend = GTK_WIDGET (
      make_label (_ ("Columns: retiring, leaving, contract ends. Line: vacant; dashed: supposed")));

  self->chart = make_area (self);
  self->people = make_spin (self, GTK_GRID (grid), 0, _ ("Suppose we recruit"), PEOPLE_MOST);
  self->from = make_spin (self, GTK_GRID (grid), 1, _ ("From month"), 0);
  g_signal_connect_object (self->from, "output", G_CALLBACK (month_shown_cb), self, 0);
  g_signal_connect_object (self->from, "input", G_CALLBACK (month_typed_cb), self, 0);
  /* made for numbers, it would take no month */
  gtk_spin_button_set_numeric (self->from, FALSE);
  gtk_editable_set_width_chars (GTK_EDITABLE (self->from), 8);
  self->words = make_label ("");
  gtk_grid_set_row_spacing (GTK_GRID (grid), 4);
  gtk_grid_set_column_spacing (GTK_GRID (grid), 8);
  gtk_widget_add_css_class (title, "heading");
  gtk_widget_add_css_class (legend, "dim-label");
  gtk_widget_add_css_class (legend, "caption");
  gtk_widget_add_css_class (box, "sz-toolbar");
  gtk_box_append (GTK_BOX (box), title);
  gtk_box_append (GTK_BOX (box), self->chart);
  gtk_box_append (GTK_BOX (box), legend);
  gtk_box_append (GTK_BOX (box), grid);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->words));
  adw_bin_set_child (ADW_BIN (self), box);
}

GtkWidget *
sz_forecast_chart_new (void)
{
  return g_object_new (SZ_TYPE_FORECAST_CHART, NULL);
}
