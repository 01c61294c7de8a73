/* sz-chart-data.c — the figures of a chart
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-chart-private.h"
#include "sz-decimal.h"

static void
clear_row_cb (gpointer data)
{
  SzChartRow *row = data;

  g_free (row->label);
  g_free (row->values);
}

SzChartData *
sz_chart_data_new (const char *title, int decimals, const char *const *series, guint n_series)
{
  SzChartData *data = g_new0 (SzChartData, 1);

  data->title = g_strdup (title);
  data->decimals = decimals;
  data->n_series = MAX (n_series, 1);
  data->series = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; series != NULL && i < n_series; i++)
    g_ptr_array_add (data->series, g_strdup (series[i]));
  data->rows = g_array_new (FALSE, TRUE, sizeof (SzChartRow));
  g_array_set_clear_func (data->rows, clear_row_cb);
  return data;
}

void
sz_chart_data_free (SzChartData *data)
{
  if (data == NULL)
    return;
  g_free (data->title);
  g_ptr_array_unref (data->series);
  g_array_unref (data->rows);
  g_free (data);
}

void
sz_chart_data_add (SzChartData *data, const char *label, const gint64 *values)
{
  SzChartRow row = { .label = g_strdup (label),
                     .values = g_memdup2 (values, data->n_series * sizeof *values) };

  for (guint i = 0; i < data->n_series; i++)
    row.sum += values[i];
  data->max = MAX (data->max, row.sum);
  g_array_append_val (data->rows, row);
}

static int
compare_sums_cb (gconstpointer a, gconstpointer b)
{
  const SzChartRow *row_a = a, *row_b = b;

  return row_a->sum < row_b->sum ? 1 : -(row_a->sum > row_b->sum);
}

void
sz_chart_data_sort (SzChartData *data)
{
  g_return_if_fail (data != NULL);

  g_array_sort (data->rows, compare_sums_cb);
}

char *
_sz_chart_data_format (const SzChartData *data, gint64 value)
{
  g_return_val_if_fail (data != NULL, NULL);

  return sz_decimal_format_grouped (value, data->decimals);
}

char *
_sz_chart_data_dup_row_text (const SzChartData *data, guint index)
{
  const SzChartRow *row = &g_array_index (data->rows, SzChartRow, index);
  g_autofree char *sum = _sz_chart_data_format (data, row->sum);
  GString *text = g_string_new (row->label);

  g_string_append_printf (text, ": %s", sum);
  for (guint i = 0; data->n_series > 1 && i < data->series->len; i++)
    {
      g_autofree char *value = _sz_chart_data_format (data, row->values[i]);

      g_string_append_printf (text, "\n%s %s", (char *)g_ptr_array_index (data->series, i), value);
    }
  return g_string_free (text, FALSE);
}

char *
sz_chart_data_dup_text (const SzChartData *data)
{
  GString *text = g_string_new (data->title);

  for (guint i = 0; i < data->rows->len; i++)
    {
      g_autofree char *row = _sz_chart_data_dup_row_text (data, i);

      g_string_append_printf (text, "\n%s", g_strdelimit (row, "\n", ','));
    }
  return g_string_free (text, FALSE);
}
