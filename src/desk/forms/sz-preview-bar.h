/* sz-preview-bar.h — over the pages: which one is seen and how large
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sz-page-preview.h"

G_BEGIN_DECLS

/** SzPreviewBar: its buttons activate forms.turn, forms.zoom and forms.zoom-to of the page around
 * it. */
#define SZ_TYPE_PREVIEW_BAR (sz_preview_bar_get_type ())
G_DECLARE_FINAL_TYPE (SzPreviewBar, sz_preview_bar, SZ, PREVIEW_BAR, GtkWidget)

/** sz_preview_bar_show: the place and the scale of @preview. */
void sz_preview_bar_show (SzPreviewBar *self, SzPagePreview *preview);

G_END_DECLS
