/* sz-page-preview.h — pages as the printer will draw them
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "sz-printout.h"

G_BEGIN_DECLS

/**
 * SzPagePreview: white sheets below one another, for a GtkScrolledWindow. Only sheets in sight are
 * drawn, in a thread of their own, and kept while they are near.
 *
 * Properties: "zoom" (double): 1 is paper of its own size, 0 fits the width; "scale" (double, read
 * only): what that comes to; "page" (uint, read only): the page in sight, from 1, 0 without pages.
 */
#define SZ_TYPE_PAGE_PREVIEW (sz_page_preview_get_type ())
G_DECLARE_FINAL_TYPE (SzPagePreview, sz_page_preview, SZ, PAGE_PREVIEW, GtkWidget)

/** sz_page_preview_set_printout: (nullable); with @stay the same place is shown again, as far as it
 * goes. */
void sz_page_preview_set_printout (SzPagePreview *self, SzPrintout *printout, gboolean stay);
/** sz_page_preview_get_printout: (nullable) (transfer none). */
SzPrintout *sz_page_preview_get_printout (SzPagePreview *self);

/** sz_page_preview_get_page: the page in sight, from 1. */
guint sz_page_preview_get_page (SzPagePreview *self);
/** sz_page_preview_go: scrolls to @page, from 1; too far is the last or first. */
void sz_page_preview_go (SzPagePreview *self, int page);

double sz_page_preview_get_zoom (SzPagePreview *self);
void sz_page_preview_set_zoom (SzPagePreview *self, double zoom);
/** sz_page_preview_step_zoom: a step nearer (1) or farther (−1). */
void sz_page_preview_step_zoom (SzPagePreview *self, int steps);

/** sz_page_preview_is_settled: every sheet in sight is drawn as sharp as it gets. For tests. */
gboolean sz_page_preview_is_settled (SzPagePreview *self);

G_END_DECLS
