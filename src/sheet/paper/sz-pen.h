/* sz-pen.h — text and lines on a page
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <cairo.h>

#include "sz-leaf.h"

G_BEGIN_DECLS

/** SzPen: fonts, and the layouts kept for them; made and known by sz-paper-cairo.c. */
typedef struct _SzPen SzPen;

/** SzBox: a place on the page, in points from its upper left corner. */
typedef struct
{
  double x, y, width, height;
} SzBox;

/** sz_pen_text: fitted into @box with the padding of a cell, vertically centred, never beyond it.
 */
void sz_pen_text (SzPen *pen,
                  cairo_t *cr,
                  SzTypeface face,
                  double size,
                  const char *text,
                  SzBox box,
                  SzAlign align,
                  gboolean wraps);

/** sz_pen_measure: what the paginator sees of the fonts. */
const SzMeasure *sz_pen_measure (SzPen *pen);

/** sz_leaf_draw: the whole page. */
void sz_leaf_draw (const SzLeaf *leaf, SzPen *pen, cairo_t *cr);

/** sz_chart_draw: a chart into @box. */
void sz_chart_draw (const SzPaperChart *chart, SzPen *pen, cairo_t *cr, SzBox box);

G_END_DECLS
