/* sz-parttime-lists.h — the lists of the page of part-time teachers, as the reader makes them
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sz-list-view.h"

G_BEGIN_DECLS

/** sz_parttime_views: contracts and cases, the stretches of the year's quota, kept fee sheets, the
 *  months of the funds; ended by a NULL name. Rows of cases have the negative id of the case. */
const SzListView *sz_parttime_views (void);

G_END_DECLS
