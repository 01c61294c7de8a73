/* sz-run-bar.h — where a run stands: its states, and what changed since it was computed
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "sz-run-life.h"

G_BEGIN_DECLS

/** SzRunBar: signal "step" (verb: string): a step was chosen; "changes": what changed is wanted;
 * "compare": the run beside today. */
#define SZ_TYPE_RUN_BAR (sz_run_bar_get_type ())
G_DECLARE_FINAL_TYPE (SzRunBar, sz_run_bar, SZ, RUN_BAR, AdwBin)

/** sz_run_bar_show: @life: borrowed for the call; %NULL: nothing, the bar is not there. */
void sz_run_bar_show (SzRunBar *self, const SzRunLife *life);

G_END_DECLS
