/* sz-pen.h — text and lines on a page
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <cairo.h>

#include "sz-leaf.h"

G_BEGIN_DECLS

/** SzPen: fonts, and the layouts kept for them. One thread at a time. */
typedef struct _SzPen SzPen;
SzPen *sz_pen_new (void);
void sz_pen_free (SzPen *pen);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SzPen, sz_pen_free)

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

/** sz_pen_begin: before a page: another surface knows nothing of the font that was set. */
void sz_pen_begin (SzPen *pen);

G_END_DECLS
