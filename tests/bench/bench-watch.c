/* bench-watch.c — a scan over the whole college beside one bare reading of the same tables, and the
 * overview beside its slowest figure
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The time a person may grow by a third from 10,000 to 100,000 people. Both the reading and the
 * scan begin with a college at rest: the first scan, which writes what it finds, is not measured.
 * Bare is a reading without any of the program: every column of every row, by the database alone.
 */
#include <locale.h>
#include <sqlite3.h>
#include <stdlib.h>

#include "bench-series.h"
#include "sz-demo.h"
#include "sz-finding-act.h"
#include "sz-watch-book.h"
#include "sz-view-overview.h"

#define DAY 20251015
#define GROWTH 1.34
#define BARE_RATIO 4
/* People are read once more for their titles. */
#define READ_RATIO 6
/* Six figures, some from the same rows. */
#define OVERVIEW_RATIO 4

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

/* ---- bare ---- */

static sqlite3_stmt *
prepare (sqlite3 *db, const char *sql)
{
  sqlite3_stmt *stmt = NULL;

  if (sqlite3_prepare_v2 (db, sql, -1, &stmt, NULL) != SQLITE_OK)
    g_error ("%s: %s", sql, sqlite3_errmsg (db));
  return stmt;
}

static void
read_table (sqlite3 *db, const char *table)
{
  g_autofree char *sql = g_strdup_printf ("SELECT * FROM \"%s\"", table);
  sqlite3_stmt *stmt = prepare (db, sql);
  gsize length = 0;

  while (sqlite3_step (stmt) == SQLITE_ROW)
    for (int i = 0; i < sqlite3_column_count (stmt); i++)
      if (sqlite3_column_type (stmt, i) == SQLITE_INTEGER)
        length += sqlite3_column_int64 (stmt, i) != 0;
      else
        length += sqlite3_column_text (stmt, i) != NULL;
  sqlite3_finalize (stmt);
  g_assert_cmpuint (length, <, G_MAXUINT);
}

/* All tables but the journal and the lists of imported files, which no condition asks. */
static void
read_bare (SzOffice *office)
{
  sqlite3 *db = NULL;
  sqlite3_stmt *tables;

  if (sqlite3_open_v2 (sz_office_get_path (office), &db, SQLITE_OPEN_READONLY, NULL) != SQLITE_OK)
    g_error ("no database");
  tables = prepare (db, "SELECT name FROM sqlite_schema WHERE type = 'table'"
                        " AND name NOT LIKE 'sqlite%' AND name NOT LIKE 'import%'"
                        " AND name NOT IN ('changes')");
  while (sqlite3_step (tables) == SQLITE_ROW)
    read_table (db, (const char *)sqlite3_column_text (tables, 0));
  sqlite3_finalize (tables);
  sqlite3_close (db);
}

/* What every scan begins with: people, registers, supervision and contracts as the program has
 * them. */
static void
read_book (SzOffice *office)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SzWatchBook) book = sz_watch_book_open (office, DAY, SZ_BOOK_ALL, &error);

  if (book == NULL)
    die ("book", error);
}

/* ---- the overview, figure by figure ---- */

static void
look (SzOffice *office, guint parts)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SzOverview) overview = sz_view_overview (office, DAY, parts, &error);

  if (overview == NULL)
    die ("overview", error);
}

static void
look_people (SzOffice *office)
{
  look (office, SZ_OVERVIEW_PEOPLE);
}

static void
look_quota (SzOffice *office)
{
  look (office, SZ_OVERVIEW_QUOTA);
}

static void
look_posts (SzOffice *office)
{
  look (office, SZ_OVERVIEW_POSTS);
}

static void
look_targets (SzOffice *office)
{
  look (office, SZ_OVERVIEW_TARGETS);
}

static void
look_pay (SzOffice *office)
{
  look (office, SZ_OVERVIEW_PAY);
}

static void
look_lists (SzOffice *office)
{
  look (office, SZ_OVERVIEW_LISTS);
}

static void
look_all (SzOffice *office)
{
  look (office, SZ_OVERVIEW_ALL);
}

typedef struct
{
  const char *what;
  void (*run) (SzOffice *office);
  BenchSeries series;
} Thing;

enum
{
  THING_BARE,
  THING_BOOK,
  THING_SCAN,
  THING_FIRST_FIGURE,
  THING_ALL = THING_FIRST_FIGURE + 6,
  N_THINGS
};

static void
print_overview (Thing *things)
{
  const BenchSeries *slowest[] = { &things[THING_FIRST_FIGURE].series, NULL };

  for (int i = THING_FIRST_FIGURE; i < THING_ALL; i++)
    if (bench_median (&things[i].series) > bench_median (slowest[0]))
      slowest[0] = &things[i].series;
  bench_print_ratio ("all figures of the overview beside the slowest", OVERVIEW_RATIO,
                     &things[THING_ALL].series, slowest);
}

/* Microseconds a person of one scan that finds nothing new. */
static double
measure (const char *folder, guint people, int rounds)
{
  g_autoptr (SzOffice) office = make_college (folder, people);
  Thing things[N_THINGS]
      = { { "bare reading of all tables", read_bare },  { "what a scan looks at, read", read_book },
          { "scan that finds nothing new", scan_once }, { "overview: people", look_people },
          { "overview: quota of a year", look_quota },  { "overview: posts", look_posts },
          { "overview: targets", look_targets },        { "overview: pay", look_pay },
          { "overview: findings, due", look_lists },    { "overview: all", look_all } };
  const BenchSeries *bare[] = { &things[THING_BARE].series, NULL };
  const BenchSeries *book[] = { &things[THING_BOOK].series, NULL };
  g_autofree char *figure = g_strdup_printf ("scan of %u people, a person", people);
  double us;

  scan_once (office);
  for (gsize i = 0; i < N_THINGS; i++)
    bench_series_init (&things[i].series);
  for (int round = 0; round < rounds; round++)
    for (gsize i = 0; i < N_THINGS; i++)
      {
        bench_series_start (&things[i].series);
        things[i].run (office);
        bench_series_stop (&things[i].series);
      }
  for (gsize i = 0; i < N_THINGS; i++)
    bench_print_series (things[i].what, &things[i].series);
  bench_print_ratio ("scan beside a bare reading of all tables", BARE_RATIO,
                     &things[THING_SCAN].series, bare);
  bench_print_ratio ("scan beside what it looks at, read", READ_RATIO, &things[THING_SCAN].series,
                     book);
  print_overview (things);
  us = bench_median_worked (&things[THING_SCAN].series) * 1000 / people;
  bench_print_figure (figure, 1000, us, "us");
  for (gsize i = 0; i < N_THINGS; i++)
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
