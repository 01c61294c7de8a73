/* sz-charts-pane.h — a pay run in pictures
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "sz-chart.h"
#include "sz-view-pay.h"

G_BEGIN_DECLS

#define SZ_TYPE_CHARTS_PANE (sz_charts_pane_get_type ())
G_DECLARE_FINAL_TYPE (SzChartsPane, sz_charts_pane, SZ, CHARTS_PANE, GtkWidget)

/** sz_charts_pane_show: @view: not kept; %NULL: nothing. */
void sz_charts_pane_show (SzChartsPane *self, const SzPayView *view);

/** sz_pay_chart_departments: (transfer full): amount of each department, the largest first. */
SzChartData *sz_pay_chart_departments (const SzPayView *view);
/** sz_pay_chart_distribution: (transfer full): how many people get how much, in at most
 * %SZ_PAY_CHART_BINS classes of a round width. */
SzChartData *sz_pay_chart_distribution (const SzPayView *view);
/** sz_pay_chart_components: (transfer full): allowances and components by department, before the
 * limits. */
SzChartData *sz_pay_chart_components (const SzPayView *view);
#define SZ_PAY_CHART_BINS 12

G_END_DECLS
