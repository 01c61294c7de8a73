/* sz-establishment-strip.c — the establishment of a day and its forecast, drawn (RULE rec-12,
 * rec-14)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-establishment-strip.h"

#include <glib/gi18n.h>

#define BAR_HEIGHT 14
#define CHART_HEIGHT 150
#define LEFT 36.0
#define TOP 8.0
#define BOTTOM 20.0
#define PEOPLE_MOST 500.0

struct _SzEstablishmentStrip
{
  GtkWidget parent_instance;

  GtkWidget *box;
  GtkWidget *bar;
  GtkWidget *buttons[SZ_N_PARTS];
  GtkWidget *months; /* chart and supposition */
  GtkWidget *chart;
  GtkSpinButton *people;
  GtkSpinButton *from;
  GtkLabel *words;

  SzEstablishmentPicture *picture; /* (nullable) */
};

enum
{
  PART,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (SzEstablishmentStrip, sz_establishment_strip, GTK_TYPE_WIDGET)

void
sz_establishment_picture_free (SzEstablishmentPicture *picture)
{
  if (picture == NULL)
    return;
  sz_forecast_free (picture->forecast);
  g_free (picture);
}

/* ---- colours ---- */

static void
set_color (GtkWidget *widget, cairo_t *cr, const char *name, double alpha)
{
  GtkStyleContext *style = gtk_widget_get_style_context (widget);
  GdkRGBA color;

  gtk_style_context_get_color (style, &color);
  if (name != NULL)
    gtk_style_context_lookup_color (style, name, &color);
  cairo_set_source_rgba (cr, color.red, color.green, color.blue, alpha);
}

/* The parts of the bar, in their order, and how each is coloured; approved is all of it. */
typedef struct
{
  const char *id;
  const char *name; /* msgid */
  const char *color;
  double alpha;
} Part;

static const Part parts[SZ_N_PARTS] = {
  [SZ_PART_FROZEN] = { "frozen", N_ ("Frozen"), NULL, 0.35 },
  [SZ_PART_OCCUPIED] = { "occupied", N_ ("Occupied"), "accent_bg_color", 1 },
  [SZ_PART_RESERVED] = { "reserved", N_ ("Reserved"), "warning_bg_color", 1 },
  [SZ_PART_VACANT] = { "vacant", N_ ("Vacant"), "success_bg_color", 1 },
  [SZ_PART_OVER] = { "over", N_ ("Over"), "error_bg_color", 1 },
  [SZ_PART_APPROVED] = { "approved", N_ ("Approved"), NULL, 0 },
};

/* As one reads them: what there is, and what it goes to. */
static const SzEstablishmentPart order[] = { SZ_PART_APPROVED, SZ_PART_FROZEN, SZ_PART_OCCUPIED,
                                             SZ_PART_RESERVED, SZ_PART_VACANT, SZ_PART_OVER };

static void
fill_counts (const SzLedgerBalance *balance, gint64 *counts)
{
  counts[SZ_PART_FROZEN] = balance->frozen;
  counts[SZ_PART_OCCUPIED] = balance->occupied;
  counts[SZ_PART_RESERVED] = balance->reserved;
  counts[SZ_PART_VACANT] = balance->vacant;
  counts[SZ_PART_OVER] = balance->over;
  counts[SZ_PART_APPROVED] = balance->approved;
}

int
sz_establishment_strip_find_part (SzEstablishmentStrip *self, double x, double width)
{
  gint64 counts[SZ_N_PARTS];
  gint64 whole = 0;
  double end = 0;

  g_return_val_if_fail (SZ_IS_ESTABLISHMENT_STRIP (self), -1);
  if (self->picture == NULL || width <= 0)
    return -1;
  fill_counts (&self->picture->balance, counts);
  for (int i = 0; i < SZ_PART_OVER; i++)
    whole += counts[i];
  if (whole > 0 && x >= width - width * (double)counts[SZ_PART_OVER] / (double)whole && x < width)
    return SZ_PART_OVER;
  for (int i = 0; i < SZ_PART_OVER && whole > 0; i++)
    {
      end += width * (double)counts[i] / (double)whole;
      if (counts[i] > 0 && x < end)
        return i;
    }
  return -1;
}

static void
bar_pressed_cb (SzEstablishmentStrip *self, int n_press, double x, double y)
{
  const int part = sz_establishment_strip_find_part (self, x, gtk_widget_get_width (self->bar));

  if (part >= 0)
    g_signal_emit (self, signals[PART], 0, part);
}

static void
part_pressed_cb (SzEstablishmentStrip *self, GtkWidget *button)
{
  for (int i = 0; i < SZ_N_PARTS; i++)
    if (self->buttons[i] == button)
      g_signal_emit (self, signals[PART], 0, i);
}

/* Over the approved number the bar ends where the people end: what is over lies on them in red. */
static void
draw_bar_cb (GtkDrawingArea *area, cairo_t *cr, int width, int height, gpointer user_data)
{
  SzEstablishmentStrip *self = user_data;
  gint64 counts[SZ_N_PARTS];
  gint64 whole = 0;
  double x = 0;

  if (self->picture == NULL)
    return;
  fill_counts (&self->picture->balance, counts);
  for (gsize i = 0; i < 4; i++)
    whole += counts[i];
  for (gsize i = 0; i < 4 && whole > 0; i++)
    {
      const double part = (double)width * (double)counts[i] / (double)whole;

      set_color (GTK_WIDGET (area), cr, parts[i].color, parts[i].alpha);
      cairo_rectangle (cr, x, 0, part, height);
      cairo_fill (cr);
      x += part;
    }
  if (whole > 0 && counts[4] > 0)
    {
      const double over = (double)width * (double)counts[4] / (double)whole;

      set_color (GTK_WIDGET (area), cr, parts[4].color, 1);
      cairo_rectangle (cr, width - over, 0, over, height);
      cairo_fill (cr);
    }
}

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
suppose (SzEstablishmentStrip *self, guint index)
{
  const gint64 more = gtk_spin_button_get_value_as_int (self->people);
  const SzForecastMonth *month
      = &g_array_index (self->picture->forecast->months, SzForecastMonth, index);

  return get_left (month)
         - ((int)index >= gtk_spin_button_get_value_as_int (self->from) ? more : 0);
}

static Frame
find_frame (SzEstablishmentStrip *self, int width, int height)
{
  const GArray *months = self->picture->forecast->months;
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

          set_color (area, cr, kinds[k].color, kinds[k].alpha);
          cairo_rectangle (cr, frame->x + frame->width * i + 2, y - height, frame->width - 4,
                           height);
          cairo_fill (cr);
          y -= height;
        }
    }
}

static void
draw_left (SzEstablishmentStrip *self, cairo_t *cr, const Frame *frame, gboolean supposed)
{
  const GArray *months = self->picture->forecast->months;
  const double dashes[] = { 5, 4 };

  set_color (self->chart, cr, supposed ? "error_color" : "success_color", 1);
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

  set_color (area, cr, NULL, 0.35);
  cairo_set_line_width (cr, 1);
  cairo_move_to (cr, frame->x, frame->bottom);
  cairo_line_to (cr, frame->x + frame->width * months->len, frame->bottom);
  cairo_stroke (cr);
  set_color (area, cr, NULL, 0.8);
  draw_text (area, cr, 0, TOP - 6, most);
  draw_text (area, cr, 0, frame->bottom - 10, "0");
  for (guint i = 0; i < months->len; i += 3)
    {
      const SzDate day = sz_month_first_day (g_array_index (months, SzForecastMonth, i).month);
      g_autofree char *text
          = g_strdup_printf ("%02d-%02d", sz_date_year (day) % 100, sz_date_month_of_year (day));

      draw_text (area, cr, frame->x + frame->width * i, gtk_widget_get_height (area) - BOTTOM + 2,
                 text);
    }
}

static void
draw_months_cb (GtkDrawingArea *area, cairo_t *cr, int width, int height, gpointer user_data)
{
  SzEstablishmentStrip *self = user_data;
  Frame frame;

  if (self->picture == NULL || self->picture->forecast == NULL)
    return;
  frame = find_frame (self, width, height);
  draw_leavers (self->chart, cr, &frame, self->picture->forecast->months);
  draw_axes (self->chart, cr, &frame, self->picture->forecast->months);
  draw_left (self, cr, &frame, FALSE);
  if (gtk_spin_button_get_value_as_int (self->people) != 0)
    draw_left (self, cr, &frame, TRUE);
}

/* ---- words ---- */

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
  SzEstablishmentStrip *self = user_data;
  const guint index = (guint)gtk_spin_button_get_value_as_int (spin);
  g_autofree char *text = NULL;

  if (self->picture == NULL || self->picture->forecast == NULL
      || index >= self->picture->forecast->months->len)
    return FALSE;
  text = dup_month (g_array_index (self->picture->forecast->months, SzForecastMonth, index).month);
  if (g_strcmp0 (gtk_editable_get_text (GTK_EDITABLE (spin)), text) != 0)
    gtk_editable_set_text (GTK_EDITABLE (spin), text);
  return TRUE;
}

/* The month in which the fewest places are left, with what is supposed. */
static void
tell_months (SzEstablishmentStrip *self)
{
  const GArray *months;
  g_autofree char *month = NULL;
  g_autofree char *text = NULL;
  guint least = 0;
  gint64 left;

  gtk_widget_queue_draw (self->chart);
  if (self->picture == NULL || self->picture->forecast == NULL)
    return;
  months = self->picture->forecast->months;
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

static void
tell_day (SzEstablishmentStrip *self)
{
  g_autoptr (GString) text = g_string_new (NULL);
  gint64 counts[SZ_N_PARTS];

  fill_counts (&self->picture->balance, counts);
  for (gsize i = 0; i < G_N_ELEMENTS (order); i++)
    {
      const SzEstablishmentPart part = order[i];
      g_autofree char *label = g_strdup_printf ("%s %d", _ (parts[part].name), (int)counts[part]);

      gtk_button_set_label (GTK_BUTTON (self->buttons[part]), label);
      gtk_widget_set_visible (self->buttons[part], part != SZ_PART_OVER || counts[part] > 0);
      if (part != SZ_PART_OVER || counts[part] > 0)
        g_string_append_printf (text, "%s%s", i > 0 ? " · " : "", label);
    }
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->bar), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  text->str, -1);
}

void
sz_establishment_strip_show (SzEstablishmentStrip *self, SzEstablishmentPicture *picture)
{
  g_return_if_fail (SZ_IS_ESTABLISHMENT_STRIP (self) && picture != NULL);
  sz_establishment_picture_free (self->picture);
  self->picture = picture;
  if (picture->forecast != NULL)
    gtk_spin_button_set_range (self->from, 0, (double)picture->forecast->months->len - 1);
  month_shown_cb (self->from, self);
  tell_day (self);
  tell_months (self);
  gtk_widget_queue_draw (self->bar);
}

void
sz_establishment_strip_set_forecast (SzEstablishmentStrip *self, gboolean shown)
{
  g_return_if_fail (SZ_IS_ESTABLISHMENT_STRIP (self));
  gtk_widget_set_visible (self->months, shown);
}

void
sz_establishment_strip_suppose (SzEstablishmentStrip *self, int people, int index)
{
  g_return_if_fail (SZ_IS_ESTABLISHMENT_STRIP (self));
  gtk_spin_button_set_value (self->people, people);
  gtk_spin_button_set_value (self->from, index);
}

const char *
sz_establishment_strip_get_month (SzEstablishmentStrip *self)
{
  g_return_val_if_fail (SZ_IS_ESTABLISHMENT_STRIP (self), NULL);
  return gtk_editable_get_text (GTK_EDITABLE (self->from));
}

const char *
sz_establishment_strip_get_words (SzEstablishmentStrip *self)
{
  g_return_val_if_fail (SZ_IS_ESTABLISHMENT_STRIP (self), NULL);
  return gtk_label_get_label (self->words);
}

/* ---- the widgets ---- */

/* 2027-03 typed is the month of that name; GTK_INPUT_ERROR where there is none. */
static int
month_typed_cb (GtkSpinButton *spin, double *value, gpointer user_data)
{
  SzEstablishmentStrip *self = user_data;
  const char *typed = gtk_editable_get_text (GTK_EDITABLE (spin));

  for (guint i = 0; self->picture != NULL && self->picture->forecast != NULL
                    && i < self->picture->forecast->months->len;
       i++)
    {
      g_autofree char *text
          = dup_month (g_array_index (self->picture->forecast->months, SzForecastMonth, i).month);

      if (g_strcmp0 (text, typed) != 0)
        continue;
      *value = i;
      return TRUE;
    }
  return GTK_INPUT_ERROR;
}

static GtkWidget *
make_area (GtkDrawingAreaDrawFunc draw, int height, const char *name, gpointer self)
{
  GtkWidget *area = g_object_new (GTK_TYPE_DRAWING_AREA, "accessible-role", GTK_ACCESSIBLE_ROLE_IMG,
                                  "content-height", height, NULL);

  gtk_drawing_area_set_draw_func (GTK_DRAWING_AREA (area), draw, self, NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (area), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  return area;
}

static GtkSpinButton *
make_spin (SzEstablishmentStrip *self, GtkBox *row, const char *label, double most)
{
  GtkWidget *text = gtk_label_new (label);
  GtkWidget *spin = gtk_spin_button_new_with_range (0, most, 1);

  gtk_accessible_update_relation (GTK_ACCESSIBLE (spin), GTK_ACCESSIBLE_RELATION_LABELLED_BY, text,
                                  NULL, -1);
  gtk_box_append (row, text);
  gtk_box_append (row, spin);
  g_signal_connect_object (spin, "value-changed", G_CALLBACK (tell_months), self,
                           G_CONNECT_SWAPPED);
  return GTK_SPIN_BUTTON (spin);
}

static GtkWidget *
make_months (SzEstablishmentStrip *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *legend = gtk_label_new (
      _ ("Columns: retiring, leaving, contracts ending. Line: vacant; dashed: what "
         "would be."));

  self->chart = make_area (draw_months_cb, CHART_HEIGHT, _ ("Forecast of the establishment"), self);
  self->people = make_spin (self, GTK_BOX (row), _ ("Suppose we recruit"), PEOPLE_MOST);
  self->from = make_spin (self, GTK_BOX (row), _ ("From month"), 0);
  g_signal_connect_object (self->from, "output", G_CALLBACK (month_shown_cb), self, 0);
  g_signal_connect_object (self->from, "input", G_CALLBACK (month_typed_cb), self, 0);
  /* made for numbers, it would take no month */
  gtk_spin_button_set_numeric (self->from, FALSE);
  gtk_editable_set_width_chars (GTK_EDITABLE (self->from), 8);
  self->words = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_xalign (self->words, 0);
  gtk_widget_set_hexpand (GTK_WIDGET (self->words), TRUE);
  gtk_box_append (GTK_BOX (row), GTK_WIDGET (self->words));
  gtk_label_set_xalign (GTK_LABEL (legend), 0);
  gtk_label_set_ellipsize (GTK_LABEL (legend), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (legend, "dim-label");
  gtk_widget_add_css_class (legend, "caption");
  gtk_box_append (GTK_BOX (box), self->chart);
  gtk_box_append (GTK_BOX (box), legend);
  gtk_box_append (GTK_BOX (box), row);
  return box;
}

/* What the bar is of, in words one can press: by the keyboard as well. */
static GtkWidget *
make_parts (SzEstablishmentStrip *self)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 2);

  for (gsize i = 0; i < G_N_ELEMENTS (order); i++)
    {
      GtkWidget *button = gtk_button_new_with_label (_ (parts[order[i]].name));

      gtk_widget_set_name (button, parts[order[i]].id);
      gtk_widget_add_css_class (button, "flat");
      gtk_widget_add_css_class (button, "numeric");
      gtk_widget_set_tooltip_text (button, _ ("Who and what is counted here"));
      g_signal_connect_object (button, "clicked", G_CALLBACK (part_pressed_cb), self,
                               G_CONNECT_SWAPPED);
      self->buttons[order[i]] = button;
      gtk_box_append (GTK_BOX (row), button);
    }
  return row;
}

static void
sz_establishment_strip_dispose (GObject *object)
{
  g_clear_pointer (&SZ_ESTABLISHMENT_STRIP (object)->box, gtk_widget_unparent);
  G_OBJECT_CLASS (sz_establishment_strip_parent_class)->dispose (object);
}

static void
sz_establishment_strip_finalize (GObject *object)
{
  sz_establishment_picture_free (SZ_ESTABLISHMENT_STRIP (object)->picture);
  G_OBJECT_CLASS (sz_establishment_strip_parent_class)->finalize (object);
}

static void
sz_establishment_strip_class_init (SzEstablishmentStripClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = sz_establishment_strip_dispose;
  G_OBJECT_CLASS (klass)->finalize = sz_establishment_strip_finalize;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
  signals[PART] = g_signal_new ("part", SZ_TYPE_ESTABLISHMENT_STRIP, G_SIGNAL_RUN_LAST, 0, NULL,
                                NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT);
}

static void
sz_establishment_strip_init (SzEstablishmentStrip *self)
{
  GtkGesture *click = gtk_gesture_click_new ();

  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  self->bar = make_area (draw_bar_cb, BAR_HEIGHT, _ ("The establishment of the day"), self);
  g_signal_connect_object (click, "pressed", G_CALLBACK (bar_pressed_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (self->bar, GTK_EVENT_CONTROLLER (click));
  gtk_widget_set_cursor_from_name (self->bar, "pointer");
  self->months = make_months (self);
  gtk_widget_add_css_class (self->box, "sz-toolbar");
  gtk_box_append (GTK_BOX (self->box), self->bar);
  gtk_box_append (GTK_BOX (self->box), make_parts (self));
  gtk_box_append (GTK_BOX (self->box), self->months);
  gtk_widget_set_visible (self->months, FALSE);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
}

GtkWidget *
sz_establishment_strip_new (void)
{
  return g_object_new (SZ_TYPE_ESTABLISHMENT_STRIP, NULL);
}
