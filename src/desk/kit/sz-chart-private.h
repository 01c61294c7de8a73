/* sz-chart-private.h — what a chart's data and its drawing share
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sz-chart.h"

G_BEGIN_DECLS

typedef struct
{
  char *label;
  gint64 *values;
  gint64 sum;
} SzChartRow;

struct _SzChartData
{
  char *title;
  int decimals;
  GPtrArray *series; /* of char* */
  guint n_series;
  GArray *rows; /* of SzChartRow */
  gint64 max;   /* the largest sum */
};

/** _sz_chart_data_format: (transfer full). */
char *_sz_chart_data_format (const SzChartData *data, gint64 value);
/** _sz_chart_data_dup_row_text: (transfer full): one row in words. */
char *_sz_chart_data_dup_row_text (const SzChartData *data, guint row);

G_END_DECLS
