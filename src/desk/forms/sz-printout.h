/* sz-printout.h — a form laid out on pages, shared by preview and printer
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gdk/gdk.h>

#include "sz-paper-cairo.h"

G_BEGIN_DECLS

/**
 * SzPrintout: pages that several threads may draw, one after the other. It holds everything that is
 * on them: nothing is read from the college any more.
 */
typedef struct _SzPrintout SzPrintout;

/** sz_printout_new: takes @pages. */
SzPrintout *sz_printout_new (SzPages *pages);
SzPrintout *sz_printout_ref (SzPrintout *printout);
void sz_printout_unref (SzPrintout *printout);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SzPrintout, sz_printout_unref)

guint sz_printout_count (const SzPrintout *printout);
/** sz_printout_get_size: of @page, in points. */
void sz_printout_get_size (const SzPrintout *printout, guint page, double *width, double *height);
/** sz_printout_draw: @page with its origin at the paper's corner, a unit a point. */
void sz_printout_draw (SzPrintout *printout, guint page, cairo_t *cr);
/** sz_printout_render: (transfer full): @page as a picture @width pixels wide. Any thread. */
GdkTexture *sz_printout_render (SzPrintout *printout, guint page, int width);

G_END_DECLS
