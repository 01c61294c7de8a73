/* sz-printout.c — a form laid out on pages, shared by preview and printer
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-printout.h"

#include <math.h>

#define FINER 2
/* From so many pixels a point on, glyphs stand well on their own. */
#define FINE_ENOUGH 2.0

typedef struct
{
  double width;
  double height;
} Size;

struct _SzPrintout
{
  gatomicrefcount ref_count;
  GMutex mutex; /* of pages */
  SzPages *pages;
  /* Asked for by every frame, which must not wait for a page being drawn. */
  Size *sizes;
  guint n_pages;
};

SzPrintout *
sz_printout_new (SzPages *pages)
{
  SzPrintout *self = g_new0 (SzPrintout, 1);

  g_atomic_ref_count_init (&self->ref_count);
  g_mutex_init (&self->mutex);
  self->pages = pages;
  self->n_pages = sz_pages_count (pages);
  self->sizes = g_new (Size, self->n_pages);
  for (guint i = 0; i < self->n_pages; i++)
    sz_pages_get_size (pages, i, &self->sizes[i].width, &self->sizes[i].height);
  return self;
}

SzPrintout *
sz_printout_ref (SzPrintout *printout)
{
  g_return_val_if_fail (printout != NULL, NULL);

  g_atomic_ref_count_inc (&printout->ref_count);
  return printout;
}

void
sz_printout_unref (SzPrintout *printout)
{
  if (!g_atomic_ref_count_dec (&printout->ref_count))
    return;
  sz_pages_free (printout->pages);
  g_mutex_clear (&printout->mutex);
  g_free (printout->sizes);
  g_free (printout);
}

guint
sz_printout_count (const SzPrintout *printout)
{
  g_return_val_if_fail (printout != NULL, 0);

  return printout->n_pages;
}

void
sz_printout_get_size (const SzPrintout *printout, guint page, double *width, double *height)
{
  g_return_if_fail (page < printout->n_pages);
  *width = printout->sizes[page].width;
  *height = printout->sizes[page].height;
}

void
sz_printout_draw (SzPrintout *printout, guint page, cairo_t *cr)
{
  g_return_if_fail (printout != NULL);

  g_mutex_lock (&printout->mutex);
  sz_pages_draw (printout->pages, page, cr);
  g_mutex_unlock (&printout->mutex);
}

static GdkTexture *
take_texture (cairo_surface_t *surface, int width, int height)
{
  gsize stride = (gsize)cairo_image_surface_get_stride (surface);
  g_autoptr (GBytes) bytes
      = g_bytes_new_with_free_func (cairo_image_surface_get_data (surface), stride * (gsize)height,
                                    (GDestroyNotify)cairo_surface_destroy, surface);

  return gdk_memory_texture_new (width, height, GDK_MEMORY_DEFAULT, bytes, stride);
}

static cairo_surface_t *
draw_surface (SzPrintout *printout, guint page, int width, int height)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, width, height);
  cairo_t *cr = cairo_create (surface);
  double paper_width, paper_height;

  sz_printout_get_size (printout, page, &paper_width, &paper_height);
  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  cairo_scale (cr, width / paper_width, height / paper_height);
  sz_printout_draw (printout, page, cr);
  cairo_destroy (cr);
  return surface;
}

/* Glyphs stand on whole pixels; drawn larger and made small again they stand where the printer puts
   them, and small figures keep their points. */
static cairo_surface_t *
shrink_surface (cairo_surface_t *large, int width, int height)
{
  cairo_surface_t *small = cairo_image_surface_create (CAIRO_FORMAT_RGB24, width, height);
  cairo_t *cr = cairo_create (small);

  cairo_scale (cr, 1.0 / FINER, 1.0 / FINER);
  cairo_set_source_surface (cr, large, 0, 0);
  cairo_pattern_set_filter (cairo_get_source (cr), CAIRO_FILTER_GOOD);
  cairo_set_operator (cr, CAIRO_OPERATOR_SOURCE);
  cairo_paint (cr);
  cairo_destroy (cr);
  cairo_surface_destroy (large);
  return small;
}

GdkTexture *
sz_printout_render (SzPrintout *printout, guint page, int width)
{
  double paper_width, paper_height;
  cairo_surface_t *surface;
  int height;

  g_return_val_if_fail (page < printout->n_pages && width > 0, NULL);
  sz_printout_get_size (printout, page, &paper_width, &paper_height);
  height = MAX (1, (int)lround (width * paper_height / paper_width));
  if (width >= paper_width * FINE_ENOUGH)
    surface = draw_surface (printout, page, width, height);
  else
    surface = shrink_surface (draw_surface (printout, page, width * FINER, height * FINER), width,
                              height);
  cairo_surface_flush (surface);
  return take_texture (surface, width, height);
}
