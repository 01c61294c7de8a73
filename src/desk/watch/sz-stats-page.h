/* sz-stats-page.h — the structure of the staff: seven tables, and the people behind each figure
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sz-list-page.h"

G_BEGIN_DECLS

#define SZ_TYPE_STATS_PAGE (sz_stats_page_get_type ())
G_DECLARE_FINAL_TYPE (SzStatsPage, sz_stats_page, SZ, STATS_PAGE, SzListPage)

G_END_DECLS
