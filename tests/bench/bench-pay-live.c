/* bench-pay-live.c — a coefficient changed: from the scheme to the figures, the facts being at hand
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * There is no baseline: the target is a time, a frame of 16 ms for 10,000 people. What is measured
 * is what the desk does off the main thread for each key, from the scheme to the finished figures,
 * the freeing of the old ones included.
 */
#include <locale.h>
#include <stdio.h>
#include <stdlib.h>

#include "bench-series.h"
#include "sz-demo.h"
#include "sz-pay-live.h"
#include "sz-scheme-file.h"

#define ROUNDS 400
#define TARGET_MS 16

static void
die (const char *what, const GError *error)
{
  g_printerr ("%s: %s\n", what, error != NULL ? error->message : "");
  exit (1);
}

static SzOffice *
make_college (const char *folder, guint people)
{
  g_autofree char *path = g_strdup_printf ("%s/live-%u.db", folder, people);
  const SzDemoRequest request = { .people = people, .year = 2025, .seed = SZ_DEMO_SEED };
  g_autoptr (GError) error = NULL;
  SzOffice *office = sz_office_create (path, "bench", "bench", people, &error);
  SzDemoReport report;

  if (office == NULL
      || !sz_office_demo (office, &request, &report, (SzProgress){ NULL, NULL }, NULL, &error))
    die ("demo", error);
  return office;
}

/* One change as the desk makes it: a scheme, a computation, the old figures given back. */
static void
change_once (SzPayLive *live, SzOffice *office, SzScheme *scheme, int round)
{
  g_autoptr (SzIssueList) issues = sz_issue_list_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (SzPayView) view = NULL;

  sz_scheme_put_coefficient (scheme->post_x1e4, "中级", 10000 + round);
  view = sz_pay_live_compute (live, office, scheme, issues, NULL, &error);
  if (view == NULL)
    die ("compute", error);
}

static void
measure (const char *folder, SzScheme *scheme, guint people)
{
  g_autoptr (SzOffice) office = make_college (folder, people);
  g_autoptr (SzPayLive) live = sz_pay_live_new ();
  g_autofree char *what = g_strdup_printf ("a coefficient changed, %u people, computed", people);
  BenchSeries first, change;

  bench_series_init (&first);
  bench_series_init (&change);
  bench_series_start (&first);
  change_once (live, office, scheme, 0);
  bench_series_stop (&first);
  for (int i = 0; i < ROUNDS; i++)
    {
      bench_series_start (&change);
      change_once (live, office, scheme, i);
      bench_series_stop (&change);
    }
  bench_print_series ("the first one, with reading", &first);
  bench_print_percentile (what, 99, TARGET_MS, &change);
  bench_series_clear (&first);
  bench_series_clear (&change);
}

int
main (int argc, char **argv)
{
  static const guint sizes[] = { 128, 1000, 10000 };
  g_autofree char *folder = g_dir_make_tmp ("shizi-bench-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (argc > 1 ? argv[1] : ".", "tests", "samples",
                                            "office-2025", "scheme.json", NULL);
  g_autofree char *command = g_strdup_printf ("rm -rf '%s'", folder);
  g_autoptr (SzIssueList) issues = sz_issue_list_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (SzScheme) scheme = sz_scheme_file_read (path, issues, &error);

  setlocale (LC_ALL, "C.UTF-8");
  if (scheme == NULL)
    die (path, error);
  bench_print_head ("pay live, changes of one coefficient");
  for (gsize i = 0; i < G_N_ELEMENTS (sizes); i++)
    measure (folder, scheme, sizes[i]);
  return system (command) == 0 ? 0 : 1;
}
