/* sz-quota-year.h — the part-time quota of a year: how full it is, and its days (RULE rec-24)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "sz-quota.h"

G_BEGIN_DECLS

/**
 * SzQuotaYear: a gauge with what is used now, the peak of the year and its tightest day, and beside
 * it the chart of the days. The words are buttons, named "now", "peak" and "tightest": each goes to
 * its day.
 *
 * Signal "day" (int, an SzDate): who holds places on that day is asked for.
 */
#define SZ_TYPE_QUOTA_YEAR (sz_quota_year_get_type ())
G_DECLARE_FINAL_TYPE (SzQuotaYear, sz_quota_year, SZ, QUOTA_YEAR, AdwBin)

GtkWidget *sz_quota_year_new (void);
/** sz_quota_year_show: @term: (transfer full): of whole days, @today one of them. */
void sz_quota_year_show (SzQuotaYear *self, SzQuotaTerm *term, SzDate today);

G_END_DECLS
