/* bench-pay-live.c — a coefficient changed: from the scheme to the figures, the facts being at hand
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <locale.h>
#include <stdio.h>
#include <stdlib.h>

#include "sz-demo.h"
#include "sz-pay-live.h"
#include "sz-scheme-file.h"

#define ROUNDS 400

static void
die (const char *what, const GError *error)
{
  g_printerr ("%s: %s\n", what, error != NULL ? error->message : "");
  exit (1);
}

static int
compare_cb (const void *a, const void *b)
{
  gint64 x = *(const gint64 *)a, y = *(const gint64 *)b;

  return x < y ? -1 : x > y;
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
  gint64 us[ROUNDS];
  gint64 start = g_get_monotonic_time ();
  gint64 first;

  change_once (live, office, scheme, 0);
  first = g_get_monotonic_time () - start;
  for (int i = 0; i < ROUNDS; i++)
    {
      start = g_get_monotonic_time ();
      change_once (live, office, scheme, i);
      us[i] = g_get_monotonic_time () - start;
    }
  qsort (us, ROUNDS, sizeof *us, compare_cb);
  printf ("%7u people: first (with reading) %7.1f ms; a change: median %6.2f ms, p99 %6.2f ms, "
          "longest %6.2f ms\n",
          people, (double)first / 1000, (double)us[ROUNDS / 2] / 1000,
          (double)us[ROUNDS * 99 / 100] / 1000, (double)us[ROUNDS - 1] / 1000);
  fflush (stdout);
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
  printf ("pay live, %d changes of one coefficient\n", ROUNDS);
  for (gsize i = 0; i < G_N_ELEMENTS (sizes); i++)
    measure (folder, scheme, sizes[i]);
  return system (command) == 0 ? 0 : 1;
}
