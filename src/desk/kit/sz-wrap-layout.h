/* sz-wrap-layout.h — tools in a line, and where it is too short for them in several
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/** SzWrapLayout: children from the left, each as wide as it wants to be; what does not fit begins
 *  another line. A child that expands takes what its line leaves. Property "spacing" in pixels. */
#define SZ_TYPE_WRAP_LAYOUT (sz_wrap_layout_get_type ())
G_DECLARE_FINAL_TYPE (SzWrapLayout, sz_wrap_layout, SZ, WRAP_LAYOUT, GtkLayoutManager)

/** sz_wrap_layout_new: (transfer full) */
GtkLayoutManager *sz_wrap_layout_new (int spacing);

G_END_DECLS
