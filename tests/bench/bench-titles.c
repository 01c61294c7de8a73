/* bench-titles.c — who could apply for which title over the whole college beside the bare reading
 * of the same rows, and the answer to a list of what-ifs
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The time a person is to be constant: its ratio to the college of 1,000 is printed beside it.
 */
#include <locale.h>
#include <stdlib.h>

#include "bench-series.h"
#include "sz-demo.h"
#include "sz-office-private.h"
#include "sz-post-day.h"
#include "sz-store-careers.h"
#include "sz-title-check.h"

#define DAY 20251031
#define ROUND "2025年度职称评审"
#define WHAT_IFS 50
#define KEYSTROKES 60

static void
die (const char *what, const GError *error)
{
  g_printerr ("%s: %s\n", what, error != NULL ? error->message : "");
  exit (1);
}

static SzOffice *
make_college (const char *folder, guint people)
{
  g_autofree char *path = g_strdup_printf ("%s/titles-%u.db", folder, people);
  const SzDemoRequest request = { .people = people, .year = 2025, .seed = SZ_DEMO_SEED };
  g_autoptr (GError) error = NULL;
  SzOffice *office = sz_office_create (path, "bench", "bench", people, &error);
  SzDemoReport report;

  if (office == NULL
      || !sz_office_demo (office, &request, &report, (SzProgress){ NULL, NULL }, NULL, &error))
    die ("demo", error);
  return office;
}

static gboolean
count_person_cb (const SzTitlePerson *person, gpointer user_data, GError **error)
{
  *(guint *)user_data += person->targets->len;
  return TRUE;
}

static gboolean
count_career_cb (const SzCareer *career, gpointer user_data, GError **error)
{
  *(guint *)user_data += career->person->id != 0;
  return TRUE;
}

/* Both in turn, so that a busy machine is busy for both. */
static double
measure_who (SzOffice *office, guint people, int rounds, double first)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SzTitleRound) round = sz_title_round_load (office, ROUND, &error);
  g_autofree char *name = g_strdup_printf ("title who, %u people", people);
  g_autofree char *ratio = g_strdup_printf ("title who / reading, %u people", people);
  g_autofree char *growth = g_strdup_printf ("time a person / that of 1,000, %u people", people);
  BenchSeries who, reading;
  const BenchSeries *const baselines[] = { &reading, NULL };
  double each;
  guint n = 0;

  if (round == NULL)
    die ("round", error);
  bench_series_init (&who);
  bench_series_init (&reading);
  for (int i = 0; i < rounds; i++)
    {
      bench_series_start (&reading);
      if (!sz_store_careers_each (sz_office_get_store (office), SZ_CAREER_EVERYTHING,
                                  count_career_cb, &n, &error))
        die ("reading", error);
      bench_series_stop (&reading);
      bench_series_start (&who);
      if (!sz_title_who_each (office, round, count_person_cb, &n, &error))
        die ("who", error);
      bench_series_stop (&who);
    }
  bench_print_series (name, &who);
  bench_print_ratio (ratio, 3, &who, baselines);
  each = bench_median (&who) / people;
  if (first > 0)
    bench_print_figure (growth, 1.34, each / first, "");
  bench_series_clear (&who);
  bench_series_clear (&reading);
  return each;
}

/* A list of fifty, judged anew at each keystroke: the day is read again, as the dialog does. */
static void
measure_what_if (SzOffice *office)
{
  g_autoptr (GError) error = NULL;
  BenchSeries series;

  bench_series_init (&series);
  for (int i = 0; i < KEYSTROKES; i++)
    {
      g_autoptr (GArray) list = sz_what_if_new ();
      g_autoptr (SzPostDay) day = NULL;
      SzStructure after;

      bench_series_start (&series);
      day = sz_post_day (office, DAY, NULL, &error);
      for (guint j = 0; day != NULL && j < WHAT_IFS; j++)
        {
          const SzHolder *holder
              = &g_array_index (day->holders, SzHolder, (j * 37 + (guint)i) % day->holders->len);

          sz_what_if_add (list, holder->staff_no, sz_post_parse ("专技七级"));
        }
      if (day == NULL || !sz_what_if_judge (office, day, list, &after, &error))
        die ("what-if", error);
      bench_series_stop (&series);
    }
  bench_print_series ("what-if of 50 among 10,000", &series);
  bench_print_percentile ("what-if of 50 among 10,000", 50, 1000, &series);
  bench_print_percentile ("what-if of 50 among 10,000", 99, 2000, &series);
  bench_series_clear (&series);
}

int
main (int argc, char **argv)
{
  static const guint sizes[] = { 1000, 10000, 100000 };
  g_autofree char *folder = g_dir_make_tmp ("bench-titles-XXXXXX", NULL);
  double first = 0;

  setlocale (LC_ALL, "");
  (void)argc;
  (void)argv;
  bench_print_head ("titles: who could apply");
  for (gsize i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      g_autoptr (SzOffice) office = make_college (folder, sizes[i]);
      const double each
          = measure_who (office, sizes[i], sizes[i] > 50000 ? 2 : BENCH_ROUNDS, first);

      first = i == 0 ? each : first;
      if (sizes[i] == 10000)
        measure_what_if (office);
    }
  bench_print_figure ("title who, 100,000 people: memory", 512, bench_peak_mib (), "MiB");
  return 0;
}
