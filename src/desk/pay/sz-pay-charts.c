/* sz-pay-charts.c — the figures of a pay run's pictures
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <glib/gi18n.h>

#include "sz-charts-pane.h"

static const char *
name_department (const char *name)
{
  return *name != '\0' ? name : _ ("(none)");
}

SzChartData *
sz_pay_chart_departments (const SzPayView *view)
{
  const SzPayResult *result = view->result;
  SzChartData *data = sz_chart_data_new (_ ("By department (yuan)"), 2, NULL, 1);

  for (gsize i = 0; i < result->n_departments; i++)
    sz_chart_data_add (data, name_department (result->departments[i].name),
                       &result->departments[i].amount_fen);
  sz_chart_data_sort (data);
  return data;
}

/* 1, 2 or 5 times a power of ten, so that no more classes than wanted are needed. */
static SzMoney
find_step (SzMoney largest_fen)
{
  SzMoney step = 100;

  for (;;)
    {
      static const int factors[] = { 1, 2, 5 };

      for (gsize i = 0; i < G_N_ELEMENTS (factors); i++)
        {
          if (largest_fen / (step * factors[i]) < SZ_PAY_CHART_BINS)
            return step * factors[i];
        }
      step *= 10;
    }
}

SzChartData *
sz_pay_chart_distribution (const SzPayView *view)
{
  const SzPayResult *result = view->result;
  SzChartData *data
      = sz_chart_data_new (_ ("How many people get how much (yuan from)"), 0, NULL, 1);
  gint64 counts[SZ_PAY_CHART_BINS] = { 0 };
  SzMoney largest_fen = 0;
  SzMoney step;

  for (gsize i = 0; i < result->n_lines; i++)
    largest_fen = MAX (largest_fen, result->lines[i].total_fen);
  step = find_step (largest_fen);
  for (gsize i = 0; i < result->n_lines; i++)
    counts[result->lines[i].total_fen / step]++;
  for (gint64 bin = 0; bin <= largest_fen / step; bin++)
    {
      g_autofree char *label = sz_decimal_format_grouped (bin * step / 100, 0);

      sz_chart_data_add (data, label, &counts[bin]);
    }
  return data;
}

static GPtrArray *
name_parts (const SzScheme *scheme)
{
  GPtrArray *names = g_ptr_array_new ();

  for (guint i = 0; i < scheme->fixed->len; i++)
    g_ptr_array_add (names, g_array_index (scheme->fixed, SzFixed, i).name);
  for (guint i = 0; i < scheme->components->len; i++)
    g_ptr_array_add (names, g_array_index (scheme->components, SzComponent, i).name);
  return names;
}

static void
sum_line (const SzPayLine *line, const SzScheme *scheme, gint64 *sums)
{
  guint n_fixed = scheme->fixed->len;

  for (guint i = 0; i < n_fixed; i++)
    sums[i] += MAX (line->fixed_fen[i], 0);
  for (guint i = 0; i < scheme->components->len; i++)
    sums[n_fixed + i] += line->shares[i].amount_fen;
}

SzChartData *
sz_pay_chart_components (const SzPayView *view)
{
  const SzPayResult *result = view->result;
  g_autoptr (GPtrArray) names = name_parts (view->scheme);
  g_autoptr (GHashTable) places = g_hash_table_new (g_str_hash, g_str_equal);
  g_autofree gint64 *sums = g_new0 (gint64, names->len * result->n_departments + 1);
  SzChartData *data
      = sz_chart_data_new (_ ("Components by department, before ceiling and floor (yuan)"), 2,
                           (const char *const *)names->pdata, names->len);

  for (guint i = 0; i < result->n_departments; i++)
    g_hash_table_insert (places, (gpointer)result->departments[i].name, GUINT_TO_POINTER (i));
  for (gsize i = 0; i < result->n_lines; i++)
    {
      guint place = GPOINTER_TO_UINT (g_hash_table_lookup (places, result->lines[i].department));

      sum_line (&result->lines[i], view->scheme, &sums[place * names->len]);
    }
  for (guint i = 0; i < result->n_departments; i++)
    sz_chart_data_add (data, name_department (result->departments[i].name), &sums[i * names->len]);
  sz_chart_data_sort (data);
  return data;
}
