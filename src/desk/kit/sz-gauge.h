/* sz-gauge.h — how much of what is allowed is taken, as a half circle
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/** SzGauge: decoration: the figure beside it says the same in words. */
#define SZ_TYPE_GAUGE (sz_gauge_get_type ())
G_DECLARE_FINAL_TYPE (SzGauge, sz_gauge, SZ, GAUGE, GtkWidget)

/** sz_gauge_new: @share_x1e4: of the half circle, kept within it; @over: in the colour of errors.
 */
GtkWidget *sz_gauge_new (gint64 share_x1e4, gboolean over);

G_END_DECLS
