/* sz-leaf-draw.h — a page, drawn
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sz-pen.h"

G_BEGIN_DECLS

/** sz_leaf_draw: the whole page. @links: with the places that a contents page leads to, which only
 * a file that holds all pages can have. */
void sz_leaf_draw (const SzLeaf *leaf, SzPen *pen, cairo_t *cr, gboolean links);

G_END_DECLS
