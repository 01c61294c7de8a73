/* bench-pay-life.c — what becomes of a run: a department's sheet judged, the net of everybody, what
 * changed since; each beside what it cannot do without
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <locale.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "bench-series.h"
#include "sz-demo.h"
#include "sz-pay-act.h"
#include "sz-pay-net-act.h"
#include "sz-pay-split-act.h"
#include "sz-pay-stale.h"
#include "sz-scheme-default.h"
#include "sz-table.h"

#define PEOPLE 100000
#define FEN_A_HEAD 3000000
#define ROUNDS 5

static G_GNUC_NORETURN void
die (const char *what, const GError *error)
{
  fprintf (stderr, "%s: %s\n", what, error != NULL ? error->message : "");
  exit (1);
}

/* Two levels, so that departments have sheets; taxed the cheaper way. */
static SzScheme *
make_scheme (void)
{
  SzScheme *scheme = sz_scheme_default_new (sz_date_make (2026, 1, 1));

  scheme->pool_fen = (SzMoney)PEOPLE * FEN_A_HEAD;
  scheme->reserve_ratio_x1e4 = 200;
  scheme->two_levels = TRUE;
  scheme->tax = SZ_SCHEME_TAX_BEST;
  return scheme;
}

static gint64
compute (SzOffice *office, const SzScheme *scheme, SzPayMood mood)
{
  g_autoptr (SzIssueList) issues = sz_issue_list_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (SzPayView) view
      = sz_office_pay_compute_scheme (office, scheme, mood, issues, (SzProgress){ NULL, NULL },
                                      NULL, &error);

  if (view == NULL)
    die ("compute", error);
  return view->head.run;
}

static const char *
find_largest (const SzPayView *view)
{
  const SzPayDepartmentSum *largest = &view->result->departments[0];

  for (gsize i = 1; i < view->result->n_departments; i++)
    if (view->result->departments[i].people > largest->people)
      largest = &view->result->departments[i];
  return largest->name;
}

/* The sheet of the largest department, filled with its central amounts. */
static char *
write_sheet (SzOffice *office, gint64 run, const char *folder, char **department)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SzPayView) view = sz_view_pay_open (office, run, NULL, &error);
  g_autoptr (GString) text = g_string_new ("工号");
  char *path = g_build_filename (folder, "split.csv", NULL);

  if (view == NULL)
    die ("open", error);
  *department = g_strdup (find_largest (view));
  for (guint i = 0; i < view->scheme->components->len; i++)
    g_string_append_printf (text, ",%s",
                            g_array_index (view->scheme->components, SzComponent, i).name);
  g_string_append_c (text, '\n');
  for (gsize i = 0; i < view->result->n_lines; i++)
    {
      const SzPayLine *line = &view->result->lines[i];

      if (g_strcmp0 (line->department, *department) != 0)
        continue;
      g_string_append (text, view->input->people[line->index].staff_no);
      for (guint j = 0; j < view->scheme->components->len; j++)
        {
          g_autofree char *amount = sz_money_format (line->shares[j].central_fen);

          g_string_append_printf (text, ",%s", line->shares[j].admitted ? amount : "—");
        }
      g_string_append_c (text, '\n');
    }
  if (!g_file_set_contents (path, text->str, -1, &error))
    die (path, error);
  return path;
}

/* The same file, cell by cell, as any import reads it. */
static guint
read_alone (const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SzTableFile) file = sz_table_file_open (path, SZ_ENCODING_AUTO, NULL, NULL, &error);
  g_autoptr (SzTable) table = file != NULL ? sz_table_open (file, NULL, &error) : NULL;
  guint n = 0;

  if (table == NULL)
    die (path, error);
  while (sz_table_next (table, NULL, &error) != NULL)
    n++;
  if (error != NULL)
    die (path, error);
  return n;
}

static void
read_sheet (SzOffice *office, gint64 run, const char *path, const char *department)
{
  const SzSplitRequest request = { .run = run, .path = path, .department = department };
  g_autoptr (SzIssueList) issues = sz_issue_list_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (SzSplitDone) done = sz_office_pay_split (office, &request, issues, &error);

  if (done == NULL)
    die ("split", error);
}

static void
open_run (SzOffice *office, gint64 run)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SzPayView) view = sz_view_pay_open (office, run, NULL, &error);

  if (view == NULL)
    die ("open", error);
}

static void
tell_net (SzOffice *office, gint64 run)
{
  g_autoptr (SzIssueList) issues = sz_issue_list_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (SzNetView) view
      = sz_view_pay_net (office, run, sz_date_make (2026, 1, 20), issues, &error);

  if (view == NULL)
    die ("net", error);
}

static void
tell_stale (SzOffice *office, gint64 run)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) changes = sz_office_pay_stale (office, run, NULL, &error);

  if (changes == NULL)
    die ("stale", error);
}

typedef struct
{
  guint people; /* of the department */
  BenchSeries alone;
  BenchSeries open;
  BenchSeries sheet;
  BenchSeries dry;
  BenchSeries net;
  BenchSeries stale;
} Series;

static void
measure (SzOffice *office, const SzScheme *scheme, gint64 run, const char *folder, Series *series)
{
  g_autofree char *department = NULL;
  g_autofree char *path = write_sheet (office, run, folder, &department);

  for (int i = 0; i < ROUNDS; i++)
    {
      bench_series_start (&series->alone);
      series->people = read_alone (path) - 1;
      bench_series_stop (&series->alone);
      bench_series_start (&series->open);
      open_run (office, run);
      bench_series_stop (&series->open);
      bench_series_start (&series->sheet);
      read_sheet (office, run, path, department);
      bench_series_stop (&series->sheet);
      bench_series_start (&series->dry);
      compute (office, scheme, SZ_PAY_DRY_RUN);
      bench_series_stop (&series->dry);
      bench_series_start (&series->net);
      tell_net (office, run);
      bench_series_stop (&series->net);
      bench_series_start (&series->stale);
      tell_stale (office, run);
      bench_series_stop (&series->stale);
    }
}

int
main (int argc, char **argv)
{
  const SzDemoRequest request = { .people = PEOPLE, .year = 2025, .seed = SZ_DEMO_SEED };
  g_autofree char *folder = g_dir_make_tmp ("shizi-bench-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "life.db", NULL);
  g_autofree char *command = g_strdup_printf ("rm -rf '%s'", folder);
  g_autoptr (SzScheme) scheme = NULL;
  g_autoptr (SzOffice) office = NULL;
  g_autoptr (GError) error = NULL;
  SzDemoReport report;
  Series series;
  gint64 run;
  double peak;

  setlocale (LC_ALL, "C.UTF-8");
  office = sz_office_create (path, "bench", "bench", PEOPLE, &error);
  if (office == NULL
      || !sz_office_demo (office, &request, &report, (SzProgress){ NULL, NULL }, NULL, &error)
      || !sz_office_demo_payment (office, 2025, &error))
    die ("demo", error);
  bench_series_init (&series.alone);
  bench_series_init (&series.open);
  bench_series_init (&series.sheet);
  bench_series_init (&series.dry);
  bench_series_init (&series.net);
  bench_series_init (&series.stale);
  scheme = make_scheme ();
  run = compute (office, scheme, SZ_PAY_STORE);
  peak = bench_peak_mib ();
  bench_print_head ("the life of a pay run of 100,000 people");
  measure (office, scheme, run, folder, &series);
  printf ("  the largest department has %u people\n", series.people);
  bench_print_series ("its sheet read alone", &series.alone);
  bench_print_series ("its sheet read, judged and kept", &series.sheet);
  /* Opened before it is judged, and once more with what was kept. */
  bench_print_ratio ("sheet read, judged and kept / read alone and the run opened", 2.5,
                     &series.sheet,
                     (const BenchSeries *const[]){ &series.alone, &series.open, NULL });
  bench_print_series ("dry run", &series.dry);
  bench_print_ratio ("net with best of 100,000 people / dry run", 1, &series.net,
                     (const BenchSeries *const[]){ &series.dry, NULL });
  /* What was read then is read, too. */
  bench_print_ratio ("what changed since of 100,000 people / dry run, which reads the inputs once",
                     2, &series.stale, (const BenchSeries *const[]){ &series.dry, NULL });
  bench_print_figure ("most memory / most memory of computing", 1.25, bench_peak_mib () / peak,
                      "x");
  return system (command) == 0 ? 0 : 1;
}
