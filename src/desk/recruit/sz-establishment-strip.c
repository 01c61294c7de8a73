/* sz-establishment-strip.c — the establishment of a day, drawn (RULE rec-12)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-establishment-strip.h"

#include "sz-named-color.h"
#include <glib/gi18n.h>

#define BAR_HEIGHT 14

struct _SzEstablishmentStrip
{
  GtkWidget parent_instance;

  GtkWidget *box;
  GtkWidget *bar;
  GtkWidget *buttons[SZ_N_PARTS];

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

      sz_named_color_set (GTK_WIDGET (area), cr, parts[i].color, parts[i].alpha);
      cairo_rectangle (cr, x, 0, part, height);
      cairo_fill (cr);
      x += part;
    }
  if (whole > 0 && counts[4] > 0)
    {
      const double over = (double)width * (double)counts[4] / (double)whole;

      sz_named_color_set (GTK_WIDGET (area), cr, parts[4].color, 1);
      cairo_rectangle (cr, width - over, 0, over, height);
      cairo_fill (cr);
    }
}

/* ---- words ---- */

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
  tell_day (self);
  gtk_widget_queue_draw (self->bar);
}

/* ---- the widgets ---- */

static GtkWidget *
make_area (GtkDrawingAreaDrawFunc draw, int height, const char *name, gpointer self)
{
  GtkWidget *area = g_object_new (GTK_TYPE_DRAWING_AREA, "accessible-role", GTK_ACCESSIBLE_ROLE_IMG,
                                  "content-height", height, NULL);

  gtk_drawing_area_set_draw_func (GTK_DRAWING_AREA (area), draw, self, NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (area), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  return area;
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
  gtk_widget_add_css_class (self->box, "sz-toolbar");
  gtk_box_append (GTK_BOX (self->box), self->bar);
  gtk_box_append (GTK_BOX (self->box), make_parts (self));
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
}

GtkWidget *
sz_establishment_strip_new (void)
{
  return g_object_new (SZ_TYPE_ESTABLISHMENT_STRIP, NULL);
}
