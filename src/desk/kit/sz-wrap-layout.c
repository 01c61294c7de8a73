/* sz-wrap-layout.c — tools in a line, and where it is too short for them in several
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-wrap-layout.h"

struct _SzWrapLayout
{
  GtkLayoutManager parent_instance;

  int spacing;
};

enum
{
  PROP_0,
  PROP_SPACING,
  N_PROPERTIES
};

static GParamSpec *properties[N_PROPERTIES];

G_DEFINE_FINAL_TYPE (SzWrapLayout, sz_wrap_layout, GTK_TYPE_LAYOUT_MANAGER)

/* What stands in one line. */
typedef struct
{
  GtkWidget *first;
  GtkWidget *after; /* (nullable): the first one of the next line */
  int width;        /* of all, with what is between them */
  int height;
  guint n_expanding;
} Line;

static int
measure_width (GtkWidget *child, int room)
{
  int natural;

  gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &natural, NULL, NULL);
  return room >= 0 ? MIN (natural, room) : natural;
}

static int
measure_height (GtkWidget *child, int width)
{
  int natural;

  gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, width, NULL, &natural, NULL, NULL);
  return natural;
}

/* The line that begins with @first, in @room; below 0: all the room there is. */
static Line
find_line (SzWrapLayout *self, GtkWidget *first, int room)
{
  Line line = { .first = first };
  GtkWidget *child = first;

  for (; child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      const int gap = line.width > 0 ? self->spacing : 0;
      int width;

      if (!gtk_widget_should_layout (child))
        continue;
      width = measure_width (child, room);
      if (room >= 0 && line.width > 0 && line.width + gap + width > room)
        break;
      line.height = MAX (line.height, measure_height (child, width));
      line.n_expanding += gtk_widget_compute_expand (child, GTK_ORIENTATION_HORIZONTAL) ? 1 : 0;
      /* What only expands has no gap of its own. */
      line.width += width > 0 ? gap + width : 0;
    }
  line.after = child;
  return line;
}

static void
sz_wrap_layout_measure (GtkLayoutManager *manager,
                        GtkWidget *widget,
                        GtkOrientation orientation,
                        int for_size,
                        int *minimum,
                        int *natural,
                        int *minimum_baseline,
                        int *natural_baseline)
{
  SzWrapLayout *self = SZ_WRAP_LAYOUT (manager);
  GtkWidget *first = gtk_widget_get_first_child (widget);

  *minimum = *natural = 0;
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      for (GtkWidget *child = first; child != NULL; child = gtk_widget_get_next_sibling (child))
        {
          int least = 0;

          if (gtk_widget_should_layout (child))
            gtk_widget_measure (child, orientation, -1, &least, NULL, NULL, NULL);
          *minimum = MAX (*minimum, least);
        }
      *natural = MAX (find_line (self, first, -1).width, *minimum);
      return;
    }
  while (first != NULL)
    {
      const Line line = find_line (self, first, for_size);

      *minimum += line.height + (*minimum > 0 && line.height > 0 ? self->spacing : 0);
      first = line.after;
    }
  *natural = *minimum;
}

static void
allocate_line (SzWrapLayout *self, const Line *line, int y, int width)
{
  const int left = MAX (width - line->width, 0);
  int x = 0;

  for (GtkWidget *child = line->first; child != line->after;
       child = gtk_widget_get_next_sibling (child))
    {
      int own;

      if (!gtk_widget_should_layout (child))
        continue;
      own = measure_width (child, width);
      if (x > 0 && own > 0)
        x += self->spacing;
      if (gtk_widget_compute_expand (child, GTK_ORIENTATION_HORIZONTAL))
        own += left / (int)line->n_expanding;
      gtk_widget_size_allocate (child, &(GtkAllocation){ x, y, own, line->height }, -1);
      x += own;
    }
}

static void
sz_wrap_layout_allocate (
    GtkLayoutManager *manager, GtkWidget *widget, int width, int height, int baseline)
{
  SzWrapLayout *self = SZ_WRAP_LAYOUT (manager);
  GtkWidget *first = gtk_widget_get_first_child (widget);
  int y = 0;

  while (first != NULL)
    {
      const Line line = find_line (self, first, width);

      allocate_line (self, &line, y, width);
      y += line.height > 0 ? line.height + self->spacing : 0;
      first = line.after;
    }
}

static GtkSizeRequestMode
sz_wrap_layout_get_request_mode (GtkLayoutManager *manager, GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
sz_wrap_layout_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  if (id == PROP_SPACING)
    g_value_set_int (value, SZ_WRAP_LAYOUT (object)->spacing);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
sz_wrap_layout_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  if (id == PROP_SPACING)
    SZ_WRAP_LAYOUT (object)->spacing = g_value_get_int (value);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
sz_wrap_layout_class_init (SzWrapLayoutClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkLayoutManagerClass *layout_class = GTK_LAYOUT_MANAGER_CLASS (klass);

  object_class->get_property = sz_wrap_layout_get_property;
  object_class->set_property = sz_wrap_layout_set_property;
  layout_class->measure = sz_wrap_layout_measure;
  layout_class->allocate = sz_wrap_layout_allocate;
  layout_class->get_request_mode = sz_wrap_layout_get_request_mode;
  properties[PROP_SPACING] = g_param_spec_int ("spacing", NULL, NULL, 0, G_MAXINT, 0,
                                               G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);
}

static void
sz_wrap_layout_init (SzWrapLayout *self)
{
}

GtkLayoutManager *
sz_wrap_layout_new (int spacing)
{
  return g_object_new (SZ_TYPE_WRAP_LAYOUT, "spacing", spacing, NULL);
}
