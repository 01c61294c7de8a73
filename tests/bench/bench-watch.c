/* bench-watch.c — a scan over the whole college beside one bare reading of the same tables, and the
 * overview beside its slowest figure
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The time a person may grow by a third from 10,000 to 100,000 people. Both the reading and the
 * scan begin with a college at rest: the first scan, which writes what it finds, is not measured.
 */
#include <locale.h>
#include <stdlib.h>

#include "bench-series.h"
#include "sz-demo.h"
#include "sz-finding-act.h"
#include "sz-view-due.h"
#include "sz-view-overview.h"
#include "sz-view-stats.h"
#include "sz-view-targets.h"

#define DAY 20251015
#define GROWTH 1.34

static void
die (const char *what, const GError *error)
{
  g_printerr ("%s: %s\n", what, error != NULL ? error->message : "");
  exit (1);
}

static SzOffice *
make_college (const char *folder, guint people)
{
  g_autofree char *path = g_strdup_printf ("%s/watch-%u.db", folder, people);
  const SzDemoRequest request = { .people = people, .year = 2025, .seed = SZ_DEMO_SEED };
  g_autoptr (GError) error = NULL;
  SzOffice *office = sz_office_create (path, "bench", "bench", people, &error);
  SzDemoReport report;

  if (office == NULL
      || !sz_office_demo (office, &request, &report, (SzProgress){ NULL, NULL }, NULL, &error))
    die ("demo", error);
  return office;
}

static void
scan_once (SzOffice *office)
{
  g_autoptr (GError) error = NULL;
  SzScanReport report;

  if (!sz_office_findings_scan (office, DAY, &report, &error))
    die ("scan", error);
}

/* The tables of the scan once, with the figures of all targets: what any of it must read. */
static void
read_once (SzOffice *office)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SzTargetsView) view = sz_view_targets (office, 2025, DAY, &error);

  if (view == NULL)
    die ("targets", error);
}

static void
look_once (SzOffice *office)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SzOverview) overview = sz_view_overview (office, DAY, SZ_OVERVIEW_ALL, &error);

  if (overview == NULL)
    die ("overview", error);
}

static void
wait_once (SzOffice *office)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SzDueView) due = sz_view_due (office, DAY, 0, &error);

  if (due == NULL)
    die ("due", error);
}

typedef struct
{
  const char *what;
  void (*run) (SzOffice *office);
  BenchSeries series;
} Thing;

/* Microseconds a person of one scan that finds nothing new. */
static double
measure (const char *folder, guint people, int rounds)
{
  g_autoptr (SzOffice) office = make_college (folder, people);
  Thing things[] = { { "targets, all registers read", read_once },
                     { "scan that finds nothing new", scan_once },
                     { "due list", wait_once },
                     { "overview", look_once } };
  const BenchSeries *reading[] = { &things[0].series, NULL };
  const BenchSeries *slowest[] = { &things[2].series, NULL };
  g_autofree char *figure = g_strdup_printf ("scan of %u people, a person", people);
  double us;

  scan_once (office);
  for (gsize i = 0; i < G_N_ELEMENTS (things); i++)
    bench_series_init (&things[i].series);
  for (int round = 0; round < rounds; round++)
    for (gsize i = 0; i < G_N_ELEMENTS (things); i++)
      {
        bench_series_start (&things[i].series);
        things[i].run (office);
        bench_series_stop (&things[i].series);
      }
  for (gsize i = 0; i < G_N_ELEMENTS (things); i++)
    bench_print_series (things[i].what, &things[i].series);
  bench_print_ratio ("scan beside one reading", 4, &things[1].series, reading);
  bench_print_ratio ("overview beside its slowest figure", 4, &things[3].series, slowest);
  us = bench_median_worked (&things[1].series) * 1000 / people;
  bench_print_figure (figure, 1000, us, "us");
  for (gsize i = 0; i < G_N_ELEMENTS (things); i++)
    bench_series_clear (&things[i].series);
  return us;
}

int
main (int argc, char **argv)
{
  g_autofree char *folder = g_dir_make_tmp ("shizi-bench-XXXXXX", NULL);
  g_autofree char *command = g_strdup_printf ("rm -rf '%s'", folder);
  const guint most = argc > 2 ? (guint)g_ascii_strtoull (argv[2], NULL, 10) : 100000;
  double middle;
  double large;

  setlocale (LC_ALL, "C.UTF-8");
  bench_print_head ("scan, due list and overview");
  measure (folder, 1000, BENCH_ROUNDS);
  middle = measure (folder, 10000, BENCH_ROUNDS);
  large = measure (folder, most, 3);
  bench_print_figure ("growth of the time a person", GROWTH, large / middle, "times");
  return system (command) == 0 ? 0 : 1;
}
