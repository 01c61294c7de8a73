/* sz-quota-chart.h — a year of the part-time quota: the limit as a line, what is used as an area
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "sz-quota.h"

G_BEGIN_DECLS

/**
 * SzQuotaChart: days from left to right; days over the limit are red. Left and Right move the
 * cursor by a day, with Ctrl by a month; Return tells the day. An image to assistive technology,
 * with its figures as description.
 *
 * Signal "day" (int, an SzDate): Return or a click.
 */
#define SZ_TYPE_QUOTA_CHART (sz_quota_chart_get_type ())
G_DECLARE_FINAL_TYPE (SzQuotaChart, sz_quota_chart, SZ, QUOTA_CHART, GtkWidget)

GtkWidget *sz_quota_chart_new (void);
/** sz_quota_chart_show: @term: (transfer full) (nullable); @today: (none): marked. */
void sz_quota_chart_show (SzQuotaChart *self, SzQuotaTerm *term, SzDate today);
/** sz_quota_chart_get_day: where the cursor stands. */
SzDate sz_quota_chart_get_day (SzQuotaChart *self);

/** sz_quota_chart_choose: the cursor goes to @day, as if it were clicked. */
void sz_quota_chart_choose (SzQuotaChart *self, SzDate day);

G_END_DECLS
