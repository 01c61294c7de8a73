/* bench-series.c — times of one thing, and what they say beside a baseline and a target
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "bench-series.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

void
bench_series_init (BenchSeries *series)
{
  *series = (BenchSeries){ .passed = g_array_new (FALSE, FALSE, sizeof (double)),
                           .worked = g_array_new (FALSE, FALSE, sizeof (double)) };
}

void
bench_series_clear (BenchSeries *series)
{
  g_array_unref (series->passed);
  g_array_unref (series->worked);
}

gint64
bench_cpu_us (void)
{
  struct timespec time;

  clock_gettime (CLOCK_PROCESS_CPUTIME_ID, &time);
  return (gint64)time.tv_sec * G_USEC_PER_SEC + time.tv_nsec / 1000;
}

void
bench_series_start (BenchSeries *series)
{
  series->start_cpu_us = bench_cpu_us ();
  series->start_us = g_get_monotonic_time ();
}

void
bench_series_stop (BenchSeries *series)
{
  const gint64 passed_us = g_get_monotonic_time () - series->start_us;

  bench_series_add (series, (double)passed_us / 1000,
                    (double)(bench_cpu_us () - series->start_cpu_us) / 1000);
}

void
bench_series_add (BenchSeries *series, double passed_ms, double worked_ms)
{
  g_array_append_val (series->passed, passed_ms);
  g_array_append_val (series->worked, worked_ms);
}

static int
compare_times_cb (gconstpointer a, gconstpointer b)
{
  const double left = *(const double *)a;
  const double right = *(const double *)b;

  return (left > right) - (left < right);
}

/* The times are kept in the order they came; they are sorted in a copy. */
static double
find_percentile (const GArray *times, guint percent)
{
  g_autoptr (GArray) sorted = g_array_copy ((GArray *)times);
  guint rank = (times->len * percent + 99) / 100;

  g_assert (times->len > 0);
  g_array_sort (sorted, compare_times_cb);
  return g_array_index (sorted, double, MAX (rank, 1) - 1);
}

double
bench_median (const BenchSeries *series)
{
  return find_percentile (series->passed, 50);
}

double
bench_percentile (const BenchSeries *series, guint percent)
{
  return find_percentile (series->passed, percent);
}

double
bench_median_worked (const BenchSeries *series)
{
  return find_percentile (series->worked, 50);
}

double
bench_percentile_worked (const BenchSeries *series, guint percent)
{
  return find_percentile (series->worked, percent);
}

void
bench_print_head (const char *what)
{
  double load = 0;

  getloadavg (&load, 1);
  printf ("# %s; %s; %.1f processes want this machine's %u processors\n", what, BENCH_BUILD, load,
          g_get_num_processors ());
  fflush (stdout);
}

void
bench_print_series (const char *what, const BenchSeries *series)
{
  printf ("  %-52s median %9.3f ms  p99 %9.3f ms  worked %9.3f ms  of %u\n", what,
          bench_median (series), bench_percentile (series, 99), bench_median_worked (series),
          series->passed->len);
}

/* A time beyond the target that was not worked was waited for on a busy machine. */
static const char *
judge (double passed, double worked, double at_most)
{
  if (passed <= at_most)
    return "met";
  return worked <= at_most ? "BEYOND by the clock, met by the work" : "BEYOND";
}

void
bench_print_ratio (const char *figure,
                   double at_most,
                   const BenchSeries *ours,
                   const BenchSeries *const *baselines)
{
  double passed = 0, worked = 0, ratio, worked_ratio;

  for (; *baselines != NULL; baselines++)
    {
      passed += bench_median (*baselines);
      worked += bench_median_worked (*baselines);
    }
  ratio = bench_median (ours) / passed;
  worked_ratio = bench_median_worked (ours) / worked;
  printf ("= %-52s %9.2f x   at most %g x: %s (worked %.2f x)\n", figure, ratio, at_most,
          judge (ratio, worked_ratio, at_most), worked_ratio);
  fflush (stdout);
}

void
bench_print_percentile (const char *figure,
                        guint percent,
                        double at_most_ms,
                        const BenchSeries *series)
{
  const double value = bench_percentile (series, percent);
  const double worked = bench_percentile_worked (series, percent);

  printf ("= %-48s p%-2u %9.2f ms  at most %g ms: %s (median %.2f ms; worked p%u %.2f ms, median "
          "%.2f ms; of %u)\n",
          figure, percent, value, at_most_ms, judge (value, worked, at_most_ms),
          bench_median (series), percent, worked, bench_median_worked (series),
          series->passed->len);
  fflush (stdout);
}

void
bench_print_figure (const char *figure, double at_most, double value, const char *unit)
{
  printf ("= %-52s %9.2f %s at most %g %s: %s\n", figure, value, unit, at_most, unit,
          judge (value, value, at_most));
  fflush (stdout);
}

double
bench_peak_mib (void)
{
  g_autofree char *status = NULL;
  const char *line;

  if (!g_file_get_contents ("/proc/self/status", &status, NULL, NULL))
    return 0;
  line = strstr (status, "VmHWM:");
  return line != NULL ? (double)g_ascii_strtoull (line + strlen ("VmHWM:"), NULL, 10) / 1024 : 0;
}
