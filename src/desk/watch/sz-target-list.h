/* sz-target-list.h — the indicators of a year: a bar, value / needed, and the state of each
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sz-side-list.h"
#include "sz-view-targets.h"

G_BEGIN_DECLS

/** sz_target_list: (transfer full) (element-type SzSideRow): in the order of tgt-3. */
GPtrArray *sz_target_list (const SzTargetsView *view);

G_END_DECLS
