/* sz-stats-export.h — the structure of the staff as a workbook or PDF 教职工队伍结构统计表
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sz-view-stats.h"

G_BEGIN_DECLS

/** sz_stats_papers: (transfer full) (element-type SzPaper): one a table, each with its chart. */
GPtrArray *sz_stats_papers (SzOffice *office, const SzStatsScope *scope, GError **error);

/**
 * sz_office_stats_export: a workbook with a sheet a table, or a PDF with them one under another
 * @path: ends in .xlsx or .pdf: FORMAT "form.type_meeting" (file) otherwise
 */
gboolean sz_office_stats_export (SzOffice *office,
                                 const SzStatsScope *scope,
                                 const char *path,
                                 GError **error);

G_END_DECLS
