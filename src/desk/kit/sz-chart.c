/* sz-chart.c — figures as bars and columns
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-chart-private.h"

#include <adwaita.h>
#include <math.h>

#define ROW_HEIGHT 22
#define BAR_HEIGHT 14
#define TITLE_HEIGHT 26
#define LEGEND_HEIGHT 20
#define LEGEND_SQUARE 14
#define COLUMNS_HEIGHT 190
#define LABEL_MAX 150
#define LEAST_WIDTH 240
#define GAP 8

struct _SzChart
{
  GtkWidget parent_instance;

  SzChartData *data;
  SzChartKind kind;
};

G_DEFINE_FINAL_TYPE (SzChart, sz_chart, GTK_TYPE_WIDGET)

static gboolean
is_dark (void)
{
  return adw_style_manager_get_dark (adw_style_manager_get_default ());
}

/* Named colours of the platform, the lighter ones on dark ground. */
static void
find_color (SzChart *self, guint series, GdkRGBA *color)
{
  static const char *const light[]
      = { "blue_3", "orange_3", "green_4", "purple_3", "yellow_5", "brown_3", "red_3", "dark_2" };
  static const char *const dark[]
      = { "blue_2", "orange_2", "green_3", "purple_2", "yellow_4", "brown_2", "red_2", "light_4" };
  const char *const *names = is_dark () ? dark : light;
  GtkStyleContext *style = gtk_widget_get_style_context (GTK_WIDGET (self));

  if (!gtk_style_context_lookup_color (style, names[series % G_N_ELEMENTS (light)], color))
    gtk_style_context_get_color (style, color);
}

static void
find_text_color (SzChart *self, gboolean dim, GdkRGBA *color)
{
  gtk_style_context_get_color (gtk_widget_get_style_context (GTK_WIDGET (self)), color);
  if (dim)
    color->alpha *= 0.7f;
}

/* Figures stand under one another: tabular. */
static PangoLayout *
make_layout (SzChart *self, const char *text, gboolean bold)
{
  PangoLayout *layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), text);
  PangoAttrList *attributes = pango_attr_list_new ();

  pango_attr_list_insert (attributes, pango_attr_font_features_new ("tnum"));
  pango_attr_list_insert (attributes, pango_attr_scale_new (bold ? 1 : PANGO_SCALE_SMALL));
  if (bold)
    pango_attr_list_insert (attributes, pango_attr_weight_new (PANGO_WEIGHT_BOLD));
  pango_layout_set_attributes (layout, attributes);
  pango_attr_list_unref (attributes);
  return layout;
}

static int
measure_text (SzChart *self, const char *text)
{
  g_autoptr (PangoLayout) layout = make_layout (self, text, FALSE);
  int width;

  pango_layout_get_pixel_size (layout, &width, NULL);
  return width;
}

/* @align: 0 starts at x, 1 ends there, 0.5 is around it. */
static void
draw_text (SzChart *self,
           GtkSnapshot *snapshot,
           const char *text,
           double x,
           double middle,
           double align,
           int max_width,
           gboolean bold)
{
  g_autoptr (PangoLayout) layout = make_layout (self, text, bold);
  GdkRGBA color;
  int width, height;

  if (max_width > 0)
    {
      pango_layout_set_width (layout, max_width * PANGO_SCALE);
      pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
    }
  pango_layout_get_pixel_size (layout, &width, &height);
  find_text_color (self, !bold, &color);
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT ((float)(x - width * align),
                                                          (float)(middle - height / 2.0)));
  gtk_snapshot_append_layout (snapshot, layout, &color);
  gtk_snapshot_restore (snapshot);
}

static void
draw_rectangle (SzChart *self,
                GtkSnapshot *snapshot,
                guint series,
                double x,
                double y,
                double width,
                double height)
{
  GdkRGBA color;

  find_color (self, series, &color);
  gtk_snapshot_append_color (snapshot, &color,
                             &GRAPHENE_RECT_INIT ((float)x, (float)y, (float)width, (float)height));
}

/* The place of the next name of the legend, which begins a new line where the old one is full. */
typedef struct
{
  int x;
  int line;
} LegendPlace;

static LegendPlace
place_name (SzChart *self, LegendPlace *next, const char *name, int width)
{
  const int room = LEGEND_SQUARE + measure_text (self, name);
  LegendPlace place;

  if (next->x > 0 && next->x + room > width)
    *next = (LegendPlace){ 0, next->line + 1 };
  place = *next;
  next->x += room + 2 * GAP;
  return place;
}

static int
find_top (SzChart *self, int width)
{
  LegendPlace next = { 0, 0 };

  if (self->data->n_series <= 1)
    return TITLE_HEIGHT;
  for (guint i = 0; i < self->data->series->len; i++)
    place_name (self, &next, g_ptr_array_index (self->data->series, i), width);
  return TITLE_HEIGHT + (next.line + 1) * LEGEND_HEIGHT;
}

static void
draw_legend (SzChart *self, GtkSnapshot *snapshot, int width)
{
  LegendPlace next = { 0, 0 };

  for (guint i = 0; self->data->n_series > 1 && i < self->data->series->len; i++)
    {
      const char *name = g_ptr_array_index (self->data->series, i);
      const LegendPlace place = place_name (self, &next, name, width);
      const double middle = TITLE_HEIGHT + (place.line + 0.5) * LEGEND_HEIGHT - 2;

      draw_rectangle (self, snapshot, i, place.x, middle - 5, 10, 10);
      draw_text (self, snapshot, name, place.x + LEGEND_SQUARE, middle, 0, 0, FALSE);
    }
}

/* Widths of the labels left and the values right. */
static void
measure_sides (SzChart *self, int *left, int *right)
{
  *left = 0;
  *right = 0;
  for (guint i = 0; i < self->data->rows->len; i++)
    {
      const SzChartRow *row = &g_array_index (self->data->rows, SzChartRow, i);
      g_autofree char *value = _sz_chart_data_format (self->data, row->sum);

      *left = MAX (*left, measure_text (self, row->label));
      *right = MAX (*right, measure_text (self, value));
    }
  *left = MIN (*left, LABEL_MAX);
}

static void
draw_bar (SzChart *self,
          GtkSnapshot *snapshot,
          const SzChartRow *row,
          double x,
          double middle,
          double room)
{
  const double y = middle - BAR_HEIGHT / 2.0;

  for (guint i = 0; i < self->data->n_series; i++)
    {
      double width = room * (double)row->values[i] / (double)MAX (self->data->max, 1);

      draw_rectangle (self, snapshot, i, x, y, width, BAR_HEIGHT);
      x += width;
    }
}

static void
draw_bars (SzChart *self, GtkSnapshot *snapshot, int width)
{
  const int top = find_top (self, width);
  int left, right;

  measure_sides (self, &left, &right);
  for (guint i = 0; i < self->data->rows->len; i++)
    {
      const SzChartRow *row = &g_array_index (self->data->rows, SzChartRow, i);
      g_autofree char *value = _sz_chart_data_format (self->data, row->sum);
      double middle = top + i * ROW_HEIGHT + ROW_HEIGHT / 2.0;

      draw_text (self, snapshot, row->label, 0, middle, 0, left, FALSE);
      draw_bar (self, snapshot, row, left + GAP, middle, MAX (width - left - right - 2 * GAP, 1));
      draw_text (self, snapshot, value, width, middle, 1, 0, FALSE);
    }
}

/* Every how many columns a label has room. */
static guint
find_stride (SzChart *self, double step)
{
  int widest = 0;

  for (guint i = 0; i < self->data->rows->len; i++)
    widest
        = MAX (widest, measure_text (self, g_array_index (self->data->rows, SzChartRow, i).label));
  return (guint)MAX (ceil ((widest + GAP) / MAX (step, 1)), 1);
}

/* One series on the other; gives how tall they are together. */
static double
draw_column (SzChart *self,
             GtkSnapshot *snapshot,
             const SzChartRow *row,
             const graphene_rect_t *room)
{
  const double bottom = room->origin.y + room->size.height;
  double tall = 0;

  for (guint i = 0; i < self->data->n_series; i++)
    {
      const double part
          = room->size.height * (double)row->values[i] / (double)MAX (self->data->max, 1);

      tall += part;
      draw_rectangle (self, snapshot, i, room->origin.x + 1, bottom - tall,
                      MAX (room->size.width - 2, 1), part);
    }
  return tall;
}

static gint64
find_most (const SzChartData *data)
{
  gint64 most = 1;

  for (guint i = 0; i < data->rows->len; i++)
    for (guint j = 0; j < data->n_series; j++)
      most = MAX (most, g_array_index (data->rows, SzChartRow, i).values[j]);
  return most;
}

/* One column a series, side by side; what they come to is in the tooltip. */
static void
draw_group (SzChart *self,
            GtkSnapshot *snapshot,
            const SzChartRow *row,
            const graphene_rect_t *room,
            gint64 most)
{
  const double slot = (room->size.width - GAP) / self->data->n_series;

  for (guint i = 0; i < self->data->n_series; i++)
    {
      const double tall = room->size.height * (double)row->values[i] / (double)most;

      draw_rectangle (self, snapshot, i, room->origin.x + GAP / 2.0 + i * slot,
                      room->origin.y + room->size.height - tall, MAX (slot - 1, 1), tall);
    }
}

static void
draw_columns (SzChart *self, GtkSnapshot *snapshot, int width, int height)
{
  guint n = self->data->rows->len;
  double step = (double)width / MAX (n, 1);
  double bottom = height - ROW_HEIGHT;
  double room = bottom - find_top (self, width) - ROW_HEIGHT;
  const guint stride = find_stride (self, step);
  const gint64 most = find_most (self->data);

  for (guint i = 0; i < n; i++)
    {
      const SzChartRow *row = &g_array_index (self->data->rows, SzChartRow, i);
      /* Of several the first is the value, the others what is beside it. */
      g_autofree char *value
          = _sz_chart_data_format (self->data,
                                   self->data->n_series > 1 ? row->values[0] : row->sum);
      const double middle = (i + 0.5) * step;
      const graphene_rect_t place = GRAPHENE_RECT_INIT ((float)(i * step), (float)(bottom - room),
                                                        (float)step, (float)room);
      double tall = 0;

      if (self->kind == SZ_CHART_GROUPS)
        draw_group (self, snapshot, row, &place, most);
      else
        tall = draw_column (self, snapshot, row, &place);
      if (row->sum > 0 && self->kind != SZ_CHART_GROUPS)
        draw_text (self, snapshot, value, middle, bottom - tall - ROW_HEIGHT / 2.0, 0.5, 0, FALSE);
      if (i % stride == 0)
        draw_text (self, snapshot, row->label, middle, height - ROW_HEIGHT / 2.0, 0.5, 0, FALSE);
    }
}

static void
sz_chart_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  SzChart *self = SZ_CHART (widget);
  int width = gtk_widget_get_width (widget);
  int height = gtk_widget_get_height (widget);

  if (self->data == NULL)
    return;
  draw_text (self, snapshot, self->data->title, 0, TITLE_HEIGHT / 2.0, 0, width, TRUE);
  draw_legend (self, snapshot, width);
  if (self->kind == SZ_CHART_BARS)
    draw_bars (self, snapshot, width);
  else
    draw_columns (self, snapshot, width, height);
}

static void
sz_chart_measure (GtkWidget *widget,
                  GtkOrientation orientation,
                  int for_size,
                  int *minimum,
                  int *natural,
                  int *minimum_baseline,
                  int *natural_baseline)
{
  SzChart *self = SZ_CHART (widget);

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = LEAST_WIDTH;
      *natural = 2 * LEAST_WIDTH;
      return;
    }
  if (self->data == NULL)
    *minimum = 0;
  else if (self->kind == SZ_CHART_BARS)
    *minimum = find_top (self, for_size >= 0 ? for_size : LEAST_WIDTH)
               + (int)self->data->rows->len * ROW_HEIGHT;
  else
    *minimum = COLUMNS_HEIGHT;
  *natural = *minimum;
}

/* The legend takes as many lines as the width asks for. */
static GtkSizeRequestMode
sz_chart_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

/* −1: over no row. */
static int
find_row (SzChart *self, int x, int y)
{
  const int width = gtk_widget_get_width (GTK_WIDGET (self));
  int row;

  if (self->data == NULL || self->data->rows->len == 0 || y < find_top (self, width))
    return -1;
  if (self->kind == SZ_CHART_BARS)
    row = (y - find_top (self, width)) / ROW_HEIGHT;
  else
    row = x * (int)self->data->rows->len / MAX (width, 1);
  return row >= 0 && row < (int)self->data->rows->len ? row : -1;
}

static gboolean
sz_chart_query_tooltip (
    GtkWidget *widget, int x, int y, gboolean keyboard_tooltip, GtkTooltip *tooltip)
{
  SzChart *self = SZ_CHART (widget);
  int row = keyboard_tooltip ? -1 : find_row (self, x, y);
  g_autofree char *text = NULL;

  if (row < 0)
    return FALSE;
  text = _sz_chart_data_dup_row_text (self->data, (guint)row);
  gtk_tooltip_set_text (tooltip, text);
  return TRUE;
}

void
sz_chart_show (SzChart *self, SzChartData *data)
{
  g_autofree char *text = data != NULL ? sz_chart_data_dup_text (data) : NULL;

  g_return_if_fail (SZ_IS_CHART (self));

  g_clear_pointer (&self->data, sz_chart_data_free);
  self->data = data;
  if (data != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                    data->title, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, text, -1);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

static void
sz_chart_finalize (GObject *object)
{
  g_clear_pointer (&SZ_CHART (object)->data, sz_chart_data_free);
  G_OBJECT_CLASS (sz_chart_parent_class)->finalize (object);
}

static void
sz_chart_class_init (SzChartClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = sz_chart_finalize;
  widget_class->get_request_mode = sz_chart_get_request_mode;
  widget_class->measure = sz_chart_measure;
  widget_class->snapshot = sz_chart_snapshot;
  widget_class->query_tooltip = sz_chart_query_tooltip;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
sz_chart_init (SzChart *self)
{
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);
  gtk_widget_set_hexpand (GTK_WIDGET (self), TRUE);
  g_signal_connect_object (adw_style_manager_get_default (), "notify::dark",
                           G_CALLBACK (gtk_widget_queue_draw), self, G_CONNECT_SWAPPED);
}

GtkWidget *
sz_chart_new (SzChartKind kind)
{
  SzChart *self = g_object_new (SZ_TYPE_CHART, NULL);

  self->kind = kind;
  return GTK_WIDGET (self);
}
