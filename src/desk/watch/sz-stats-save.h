/* sz-stats-save.h — whom the statistics count, and the statistics as a file
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sz-list-view.h"
#include "sz-page.h"
#include "sz-view-stats.h"

G_BEGIN_DECLS

/** sz_stats_scope: by the filters of the lists: department, then 人员类别; borrowed from @ask. */
SzStatsScope sz_stats_scope (const SzListAsk *ask);

/** sz_stats_save: asks where; @ask: (transfer full); @ending: ".xlsx" or ".pdf". */
void sz_stats_save (SzPage *page, SzListAsk *ask, const char *ending);

/** sz_stats_print: the same on a printer; @ask: (transfer full). */
void sz_stats_print (SzPage *page, SzJob *job, SzListAsk *ask);

G_END_DECLS
