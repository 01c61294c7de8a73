/* sz-paper-chart.h — the chart of a paper, drawn
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sz-pen.h"

G_BEGIN_DECLS

/** sz_paper_chart_draw: into @box. */
void sz_paper_chart_draw (const SzPaperChart *chart, SzPen *pen, cairo_t *cr, SzBox box);

G_END_DECLS
