/* sz-cell-layout.c — the size of the cells of a table, asked for once
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-cell-layout.h"

typedef struct
{
  int minimum;
  int natural;
  int minimum_baseline;
  int natural_baseline;
} Extent;

struct _SzCellSize
{
  PangoFontDescription *font; /* NULL: nothing was asked for yet */
  double resolution;
  Extent extents[2]; /* by GtkOrientation */
};

struct _SzCellLayout
{
  GtkLayoutManager parent_instance;

  SzCellSize *size;
};

G_DEFINE_FINAL_TYPE (SzCellLayout, sz_cell_layout, GTK_TYPE_LAYOUT_MANAGER)

SzCellSize *
sz_cell_size_new (void)
{
  return g_rc_box_new0 (SzCellSize);
}

SzCellSize *
sz_cell_size_ref (SzCellSize *size)
{
  return g_rc_box_acquire (size);
}

static void
clear_size (SzCellSize *size)
{
  pango_font_description_free (size->font);
}

void
sz_cell_size_unref (SzCellSize *size)
{
  g_rc_box_release_full (size, (GDestroyNotify)clear_size);
}

/* Another font, or another scale of it: the size is asked for anew. */
static gboolean
is_known (const SzCellSize *size, PangoContext *context)
{
  return size->font != NULL
         && pango_font_description_equal (size->font, pango_context_get_font_description (context))
         && size->resolution == pango_cairo_context_get_resolution (context);
}

/* The widget's own answer, as if it had no layout manager. */
static void
ask_widget (SzCellSize *size, GtkWidget *widget, PangoContext *context)
{
  pango_font_description_free (size->font);
  size->font = pango_font_description_copy (pango_context_get_font_description (context));
  size->resolution = pango_cairo_context_get_resolution (context);
  for (int i = 0; i < 2; i++)
    {
      Extent extent = { 0, 0, -1, -1 };

      GTK_WIDGET_GET_CLASS (widget)->measure (widget, (GtkOrientation)i, -1, &extent.minimum,
                                              &extent.natural, &extent.minimum_baseline,
                                              &extent.natural_baseline);
      size->extents[i] = extent;
    }
}

static void
sz_cell_layout_measure (GtkLayoutManager *manager,
                        GtkWidget *widget,
                        GtkOrientation orientation,
                        int for_size,
                        int *minimum,
                        int *natural,
                        int *minimum_baseline,
                        int *natural_baseline)
{
  SzCellSize *size = SZ_CELL_LAYOUT (manager)->size;
  PangoContext *context = gtk_widget_get_pango_context (widget);
  const Extent *extent = &size->extents[orientation];

  if (!is_known (size, context))
    ask_widget (size, widget, context);
  *minimum = extent->minimum;
  *natural = extent->natural;
  *minimum_baseline = extent->minimum_baseline;
  *natural_baseline = extent->natural_baseline;
}

static void
sz_cell_layout_allocate (
    GtkLayoutManager *manager, GtkWidget *widget, int width, int height, int baseline)
{
  GTK_WIDGET_GET_CLASS (widget)->size_allocate (widget, width, height, baseline);
}

static GtkSizeRequestMode
sz_cell_layout_get_request_mode (GtkLayoutManager *manager, GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_CONSTANT_SIZE;
}

static void
sz_cell_layout_finalize (GObject *object)
{
  g_clear_pointer (&SZ_CELL_LAYOUT (object)->size, sz_cell_size_unref);
  G_OBJECT_CLASS (sz_cell_layout_parent_class)->finalize (object);
}

static void
sz_cell_layout_class_init (SzCellLayoutClass *klass)
{
  GtkLayoutManagerClass *layout_class = GTK_LAYOUT_MANAGER_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = sz_cell_layout_finalize;
  layout_class->get_request_mode = sz_cell_layout_get_request_mode;
  layout_class->measure = sz_cell_layout_measure;
  layout_class->allocate = sz_cell_layout_allocate;
}

static void
sz_cell_layout_init (SzCellLayout *self)
{
}

GtkLayoutManager *
sz_cell_layout_new (SzCellSize *size)
{
  SzCellLayout *self = g_object_new (SZ_TYPE_CELL_LAYOUT, NULL);

  g_return_val_if_fail (size != NULL, NULL);
  self->size = sz_cell_size_ref (size);
  return GTK_LAYOUT_MANAGER (self);
}
