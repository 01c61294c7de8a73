/* sz-forecast-chart.h — the establishment in the months to come as a chart (RULE rec-14)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "sz-establishment-book.h"

G_BEGIN_DECLS

/**
 * SzForecastChart: the months of a forecast: columns of those who go, the vacant places as a line,
 * and a second line for what would be if so many were recruited from a month on. That is kept
 * nowhere. The arrow keys walk the months.
 *
 * Signal "month" (int, an SzMonth): a month was clicked, walked to, or Return pressed on it: who
 * goes then is asked for.
 */
#define SZ_TYPE_FORECAST_CHART (sz_forecast_chart_get_type ())
G_DECLARE_FINAL_TYPE (SzForecastChart, sz_forecast_chart, SZ, FORECAST_CHART, AdwBin)

GtkWidget *sz_forecast_chart_new (void);
/** sz_forecast_chart_show: @forecast: (transfer full) (nullable). */
void sz_forecast_chart_show (SzForecastChart *self, SzForecast *forecast);
/** sz_forecast_chart_choose: as if the month @index were clicked. */
void sz_forecast_chart_choose (SzForecastChart *self, guint index);
/** sz_forecast_chart_suppose: @people more from the month @index on. */
void sz_forecast_chart_suppose (SzForecastChart *self, int people, int index);
/** sz_forecast_chart_get_month: (transfer none): from which month on it is supposed: "2027-03"; at
 *  first the month of the day. */
const char *sz_forecast_chart_get_month (SzForecastChart *self);
/** sz_forecast_chart_get_words: (transfer none): what the supposition comes to. */
const char *sz_forecast_chart_get_words (SzForecastChart *self);

G_END_DECLS
