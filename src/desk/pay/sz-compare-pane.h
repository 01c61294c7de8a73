/* sz-compare-pane.h — two runs beside each other: who gains, who loses, and why
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "sz-compare.h"

G_BEGIN_DECLS

/** SzComparePane: signal "wanted": another run was chosen to compare with. */
#define SZ_TYPE_COMPARE_PANE (sz_compare_pane_get_type ())
G_DECLARE_FINAL_TYPE (SzComparePane, sz_compare_pane, SZ, COMPARE_PANE, GtkWidget)

/** sz_compare_pane_set_runs: @heads: of SzPayHead; all but @shown can be chosen. */
void sz_compare_pane_set_runs (SzComparePane *self, const GArray *heads, gint64 shown);
/** sz_compare_pane_get_other: the run to compare with, 0: none. */
gint64 sz_compare_pane_get_other (SzComparePane *self);
/** sz_compare_pane_show: @compare: (transfer full) (nullable). */
void sz_compare_pane_show (SzComparePane *self, SzCompare *compare);
gboolean sz_compare_pane_copy (SzComparePane *self);

G_END_DECLS
