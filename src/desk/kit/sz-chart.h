/* sz-chart.h — figures as bars and columns
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/** SzChartData: rows of integers, one value a series. @decimals: places that values have: 2 for fen
 * shown as yuan. */
typedef struct _SzChartData SzChartData;

/** sz_chart_data_new: @series: names, copied; one series needs none. */
SzChartData *
sz_chart_data_new (const char *title, int decimals, const char *const *series, guint n_series);
/** sz_chart_data_add: @values: one a series, ≥ 0. */
void sz_chart_data_add (SzChartData *data, const char *label, const gint64 *values);
/** sz_chart_data_sort: rows by the sum of their values, the largest first. */
void sz_chart_data_sort (SzChartData *data);
void sz_chart_data_free (SzChartData *data);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SzChartData, sz_chart_data_free)
/** sz_chart_data_dup_text: (transfer full): all of it in words, for those who do not see it. */
char *sz_chart_data_dup_text (const SzChartData *data);

typedef enum
{
  SZ_CHART_BARS,    /* lying, labels left, values right; several series are stacked */
  SZ_CHART_COLUMNS, /* standing, as of a distribution; several series are stacked */
  SZ_CHART_GROUPS,  /* standing, the series side by side */
} SzChartKind;

/** SzChart: an image to assistive technology, with its figures as description. */
#define SZ_TYPE_CHART (sz_chart_get_type ())
G_DECLARE_FINAL_TYPE (SzChart, sz_chart, SZ, CHART, GtkWidget)

GtkWidget *sz_chart_new (SzChartKind kind);
/** sz_chart_show: @data: (transfer full) (nullable). */
void sz_chart_show (SzChart *self, SzChartData *data);

G_END_DECLS
