/* sz-run-list.h — the pay runs of a college, the scheme that is being written first
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "sz-view-pay.h"

G_BEGIN_DECLS

/** SzRunList: signal "run-selected" (gint64 run, 0 for the scheme being written): by the user. */
#define SZ_TYPE_RUN_LIST (sz_run_list_get_type ())
G_DECLARE_FINAL_TYPE (SzRunList, sz_run_list, SZ, RUN_LIST, GtkWidget)

/** SZ_RUN_NONE: no run and no scheme. SZ_RUN_DRAFT: the scheme being written. */
#define SZ_RUN_NONE G_GINT64_CONSTANT (-1)
#define SZ_RUN_DRAFT G_GINT64_CONSTANT (0)

/** sz_run_list_show: @heads: of SzPayHead, by number; shown the latest first, the corrections of
 * a run indented under it (RULE pay-12). The selection stays where its run is still there. */
void sz_run_list_show (SzRunList *self, const GArray *heads, gboolean has_draft);
/** sz_run_list_select: tells nobody. */
void sz_run_list_select (SzRunList *self, gint64 run);
gint64 sz_run_list_get_selected (SzRunList *self);

/** sz_run_state_name: translated name of a state: "computed" → 已计算. */
const char *sz_run_state_name (const char *state);

G_END_DECLS
