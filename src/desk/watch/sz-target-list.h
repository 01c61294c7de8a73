/* sz-target-list.h — the indicators of a year: a bar, value / needed, and the state of each
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "sz-view-targets.h"

G_BEGIN_DECLS

/** SzTargetBriefs: of one year, in the order of tgt-3; made in the reader thread. */
typedef GPtrArray SzTargetBriefs;

/** sz_target_briefs_new: (transfer full): of SzTargetBrief. */
SzTargetBriefs *sz_target_briefs_new (const SzTargetsView *view);

/** SzTargetList: signal "chosen" (guint place): the one that is selected, from 1, by the user. */
#define SZ_TYPE_TARGET_LIST (sz_target_list_get_type ())
G_DECLARE_FINAL_TYPE (SzTargetList, sz_target_list, SZ, TARGET_LIST, AdwBin)

GtkWidget *sz_target_list_new (void);
/** sz_target_list_show: @briefs: (transfer full); what was selected stays so. */
void sz_target_list_show (SzTargetList *self, SzTargetBriefs *briefs);
/** sz_target_list_select: by its place, from 1; tells nobody. */
void sz_target_list_select (SzTargetList *self, guint place);

G_END_DECLS
