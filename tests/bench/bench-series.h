/* bench-series.h — times of one thing, and what they say beside a baseline and a target
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Every bench prints its figures through here, so that one `grep '^='` over the series shows all of
 * them. A bench judges nothing: a figure beyond its target is said, and the bench ends well.
 * Next to the time that passed stands the time that was worked (all threads of the process): the
 * first is what the targets mean, the second tells a slow program from a busy machine.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** BENCH_ROUNDS: how often two things that are compared are run in turn, at the least. */
#define BENCH_ROUNDS 7

/** BenchSeries: the times of one thing in milliseconds. */
typedef struct
{
  GArray *passed; /* double */
  GArray *worked; /* double */
  gint64 start_us;
  gint64 start_cpu_us;
} BenchSeries;

void bench_series_init (BenchSeries *series);
void bench_series_clear (BenchSeries *series);

/** bench_series_start, bench_series_stop: around what is measured. */
void bench_series_start (BenchSeries *series);
void bench_series_stop (BenchSeries *series);
/** bench_series_add: times that were taken elsewhere, in a process of its own. */
void bench_series_add (BenchSeries *series, double passed_ms, double worked_ms);

/** bench_cpu_us: what this process has worked until now. */
gint64 bench_cpu_us (void);

/** bench_median: of the time that passed. bench_percentile: the smallest that @percent of them
 * do not exceed. */
double bench_median (const BenchSeries *series);
double bench_percentile (const BenchSeries *series, guint percent);
double bench_median_worked (const BenchSeries *series);
double bench_percentile_worked (const BenchSeries *series, guint percent);

/** bench_print_head: what is measured, on what build, and how busy the machine is. */
void bench_print_head (const char *what);
/** bench_print_series: one thing without a target. */
void bench_print_series (const char *what, const BenchSeries *series);
/** bench_print_ratio: medians of @ours over the sum of those of @baselines (NULL-terminated). */
void bench_print_ratio (const char *figure,
                        double at_most,
                        const BenchSeries *ours,
                        const BenchSeries *const *baselines);
/** bench_print_percentile: @percent of the times, beside what they may be at most. */
void bench_print_percentile (const char *figure,
                             guint percent,
                             double at_most_ms,
                             const BenchSeries *series);
/** bench_print_figure: anything else: memory, growth. */
void bench_print_figure (const char *figure, double at_most, double value, const char *unit);

/** bench_peak_mib: the most memory this process ever had. */
double bench_peak_mib (void);

G_END_DECLS
