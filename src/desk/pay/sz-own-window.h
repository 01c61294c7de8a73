/* sz-own-window.h — a department's own amounts typed: the same act as reading its sheet (RULE
 * pay-8)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sz-page.h"

G_BEGIN_DECLS

/** SzOwnWindow: a row a person: central amount, own amount, difference. Return and Down go to the
 *  next person. What is left to split is said at every key, and can be saved only at 0.00. */
#define SZ_TYPE_OWN_WINDOW (sz_own_window_get_type ())
G_DECLARE_FINAL_TYPE (SzOwnWindow, sz_own_window, SZ, OWN_WINDOW, AdwWindow)

/** sz_own_window_open: over @page. */
void sz_own_window_open (SzPage *page, gint64 run, const char *department);
/** sz_own_window_type: as if it were typed, for tests. */
void sz_own_window_type (SzOwnWindow *self, guint row, guint component, const char *text);
/** sz_own_window_is_ready: the amounts are there. */
gboolean sz_own_window_is_ready (SzOwnWindow *self);

G_END_DECLS
