/* bench-pay.c — a pay run against a bare SELECT of its inputs and a bare INSERT of the rows it
 * stores
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The baseline is a program of nothing but SQLite on the same file: it reads the same columns of
 * the same rows in the order in which they lie (the cheapest there is, no sorting), and writes the
 * very rows that a run stored, kept in memory, by one prepared INSERT a table in one transaction.
 * Its connection has the settings of the store, journal and synchronous mode among them, except
 * foreign keys, which it need not check. A run also computes, asks the audit chain, hashes its
 * lines and writes the journal; that is what the ratio allows for.
 */
#include <gio/gio.h>
#include <glib/gstdio.h>
#include <locale.h>
#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>

#include "bench-series.h"
#include "sz-demo.h"
#include "sz-office.h"
#include "sz-pay-act.h"
#include "sz-scheme-file.h"

#define YEAR "2025"
#define NEXT_YEAR "2026"
#define FEN_A_HEAD G_GINT64_CONSTANT (2800000)

/* What a run reads, as bare as it can be asked for. */
static const char *const inputs[] = {
  "SELECT id, staff_no, name FROM people",
  "SELECT person_id, field, from_date, value FROM person_records",
  "SELECT person_id, from_date, to_date, ended_as FROM services",
  "SELECT person_id, role, from_date, to_date FROM roles"
  " WHERE from_date <= '" YEAR "-12-31' AND (to_date = '' OR to_date >= '" YEAR "-01')",
  "SELECT person_id, item, value_x1e4 FROM factors WHERE year = " YEAR,
  "SELECT person_id, hours_x100, students, course_type, is_repeat, is_new FROM teaching_records"
  " WHERE year = " YEAR,
  "SELECT person_id, hours_x100, students, course_type, time_slot, role, pay_mode, category"
  " FROM training_records WHERE date >= '" YEAR "' AND date < '" NEXT_YEAR "'",
  "SELECT person_id, grade FROM assessments WHERE year = " YEAR,
  "SELECT person_id, hours_x100 FROM quotas WHERE year = " YEAR,
  "SELECT person_id, points_x100 FROM awards WHERE year = " YEAR,
  "SELECT name, has_coefficient, coefficient_x1e4 FROM departments",
};

static const char *const stored[] = { "pay_people", "pay_lines" };

static void
die (const char *what, const char *why)
{
  g_printerr ("%s: %s\n", what, why);
  exit (1);
}

static sqlite3 *
open_bare (const char *path)
{
  sqlite3 *db = NULL;

  if (sqlite3_open_v2 (path, &db, SQLITE_OPEN_READWRITE, NULL) != SQLITE_OK)
    die (path, sqlite3_errmsg (db));
  if (sqlite3_exec (
          db,
          "PRAGMA trusted_schema=OFF; PRAGMA cell_size_check=ON; PRAGMA temp_store=MEMORY;"
          "PRAGMA cache_size=-16384; PRAGMA cache_spill=16384; PRAGMA cache_spill=ON;"
          "PRAGMA journal_mode=DELETE; PRAGMA synchronous=EXTRA; PRAGMA secure_delete=ON",
          NULL, NULL, NULL)
      != SQLITE_OK)
    die ("pragma", sqlite3_errmsg (db));
  return db;
}

static sqlite3_stmt *
prepare (sqlite3 *db, const char *sql)
{
  sqlite3_stmt *stmt = NULL;

  if (sqlite3_prepare_v2 (db, sql, -1, &stmt, NULL) != SQLITE_OK)
    die (sql, sqlite3_errmsg (db));
  return stmt;
}

/* Every column is asked for in its own type, so that the work of decoding is in the baseline too.
 */
static guint64
select_all (sqlite3 *db)
{
  guint64 sum = 0;

  for (gsize i = 0; i < G_N_ELEMENTS (inputs); i++)
    {
      sqlite3_stmt *stmt = prepare (db, inputs[i]);

      while (sqlite3_step (stmt) == SQLITE_ROW)
        {
          for (int c = 0; c < sqlite3_column_count (stmt); c++)
            {
              if (sqlite3_column_type (stmt, c) == SQLITE_INTEGER)
                sum += (guint64)sqlite3_column_int64 (stmt, c);
              else
                sum += sqlite3_column_text (stmt, c)[0];
            }
        }
      sqlite3_finalize (stmt);
    }
  return sum;
}

/* The rows of a run kept in memory, cell by cell. */
typedef struct
{
  int n_columns;
  GPtrArray *cells; /* of sqlite3_value* */
} Rows;

static void
free_value_cb (gpointer value)
{
  sqlite3_value_free (value);
}

static Rows
keep_rows (sqlite3 *db, const char *table, gint64 run)
{
  g_autofree char *sql
      = g_strdup_printf ("SELECT * FROM %s WHERE run_id = %" G_GINT64_FORMAT, table, run);
  sqlite3_stmt *stmt = prepare (db, sql);
  Rows rows = { sqlite3_column_count (stmt), g_ptr_array_new_with_free_func (free_value_cb) };

  while (sqlite3_step (stmt) == SQLITE_ROW)
    {
      for (int c = 0; c < rows.n_columns; c++)
        g_ptr_array_add (rows.cells, sqlite3_value_dup (sqlite3_column_value (stmt, c)));
    }
  sqlite3_finalize (stmt);
  return rows;
}

static void
insert_rows (sqlite3 *db, const char *table, const Rows *rows, gint64 run)
{
  g_autoptr (GString) sql = g_string_new (NULL);
  sqlite3_stmt *stmt;

  g_string_printf (sql, "INSERT INTO %s VALUES (?", table);
  for (int c = 1; c < rows->n_columns; c++)
    g_string_append (sql, ", ?");
  g_string_append_c (sql, ')');
  stmt = prepare (db, sql->str);
  for (guint i = 0; i < rows->cells->len; i += (guint)rows->n_columns)
    {
      sqlite3_bind_int64 (stmt, 1, run);
      for (int c = 1; c < rows->n_columns; c++)
        sqlite3_bind_value (stmt, c + 1, g_ptr_array_index (rows->cells, i + (guint)c));
      if (sqlite3_step (stmt) != SQLITE_DONE)
        die (table, sqlite3_errmsg (db));
      sqlite3_reset (stmt);
    }
  sqlite3_finalize (stmt);
}

static void
insert_all (sqlite3 *db, const Rows *rows, gint64 run)
{
  sqlite3_exec (db, "BEGIN IMMEDIATE", NULL, NULL, NULL);
  for (gsize t = 0; t < G_N_ELEMENTS (stored); t++)
    insert_rows (db, stored[t], &rows[t], run);
  if (sqlite3_exec (db, "COMMIT", NULL, NULL, NULL) != SQLITE_OK)
    die ("commit", sqlite3_errmsg (db));
}

static void
run_once (SzOffice *office, const SzScheme *scheme, SzPayMood mood)
{
  g_autoptr (SzIssueList) issues = sz_issue_list_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (SzPayView) view
      = sz_office_pay_compute_scheme (office, scheme, mood, issues, (SzProgress){ NULL, NULL },
                                      NULL, &error);

  if (view == NULL)
    die ("compute", error->message);
}

static SzOffice *
make_college (const char *path, guint people)
{
  const SzDemoRequest request = { .people = people, .year = 2025, .seed = SZ_DEMO_SEED };
  g_autoptr (GError) error = NULL;
  SzOffice *office = sz_office_create (path, "bench", "bench", people, &error);
  SzDemoReport report;

  if (office == NULL
      || !sz_office_demo (office, &request, &report, (SzProgress){ NULL, NULL }, NULL, &error))
    die ("demo", error->message);
  return office;
}

typedef struct
{
  guint people;
  int rounds;
  BenchSeries selects;
  BenchSeries inserts;
  BenchSeries dry;
  BenchSeries whole;
} College;

static void
print_college (const College *college)
{
  const BenchSeries *const reading[] = { &college->selects, NULL };
  const BenchSeries *const both[] = { &college->selects, &college->inserts, NULL };
  g_autofree char *dry
      = g_strdup_printf ("dry run of %u people / SELECT of its inputs", college->people);
  g_autofree char *whole
      = g_strdup_printf ("pay run of %u people / SELECT + INSERT", college->people);

  printf ("%u people, %d interleaved rounds\n", college->people, college->rounds);
  bench_print_series ("bare SELECT of the inputs", &college->selects);
  bench_print_series ("bare INSERT of the rows stored", &college->inserts);
  bench_print_series ("dry run", &college->dry);
  bench_print_series ("run", &college->whole);
  bench_print_ratio (dry, 3, &college->dry, reading);
  bench_print_ratio (whole, 1.5, &college->whole, both);
}

static void
measure (const char *folder, SzScheme *scheme, College *college)
{
  g_autofree char *path = g_strdup_printf ("%s/bench-%u.db", folder, college->people);
  g_autoptr (SzOffice) office = make_college (path, college->people);
  Rows rows[G_N_ELEMENTS (stored)];
  sqlite3 *db;

  scheme->pool_fen = FEN_A_HEAD * college->people;
  run_once (office, scheme, SZ_PAY_STORE);
  db = open_bare (path);
  for (gsize t = 0; t < G_N_ELEMENTS (stored); t++)
    rows[t] = keep_rows (db, stored[t], 1);
  for (int i = 0; i < college->rounds; i++)
    {
      bench_series_start (&college->selects);
      select_all (db);
      bench_series_stop (&college->selects);
      bench_series_start (&college->inserts);
      insert_all (db, rows, 100000 + i);
      bench_series_stop (&college->inserts);
      bench_series_start (&college->dry);
      run_once (office, scheme, SZ_PAY_DRY_RUN);
      bench_series_stop (&college->dry);
      bench_series_start (&college->whole);
      run_once (office, scheme, SZ_PAY_STORE);
      bench_series_stop (&college->whole);
    }
  sqlite3_close (db);
  print_college (college);
  for (gsize t = 0; t < G_N_ELEMENTS (stored); t++)
    g_ptr_array_unref (rows[t].cells);
}

/* From the smallest college to the largest. A step between is not judged: the smaller ones find
 * their memory where the round before left it, which flatters them. */
static void
print_growth (const College *small, const College *large)
{
  const double people = (double)large->people / small->people;
  const struct
  {
    const char *what;
    const BenchSeries *from, *to;
  } growths[]
      = { { "dry run", &small->dry, &large->dry }, { "pay run", &small->whole, &large->whole } };

  for (gsize i = 0; i < G_N_ELEMENTS (growths); i++)
    {
      g_autofree char *figure = g_strdup_printf ("%s: growth from %u to %u people, worked",
                                                 growths[i].what, small->people, large->people);

      bench_print_figure (figure, people,
                          bench_median_worked (growths[i].to)
                              / bench_median_worked (growths[i].from),
                          "x");
    }
}

int
main (int argc, char **argv)
{
  static const guint sizes[] = { 1000, 10000, 100000 };
  College colleges[G_N_ELEMENTS (sizes)];
  g_autofree char *folder = g_dir_make_tmp ("shizi-bench-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (argc > 1 ? argv[1] : ".", "tests", "samples",
                                            "office-2025", "scheme.json", NULL);
  g_autofree char *command = g_strdup_printf ("rm -rf '%s'", folder);

  g_autoptr (SzIssueList) issues = sz_issue_list_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (SzScheme) scheme = sz_scheme_file_read (path, issues, &error);

  setlocale (LC_ALL, "C.UTF-8");
  if (scheme == NULL)
    die (path, error->message);
  bench_print_head ("pay run against bare SQLite on the same file");
  for (gsize i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      colleges[i].people = sizes[i];
      /* What is over soon is waited for by the disk for the most part: more rounds. */
      colleges[i].rounds = (int)MAX (BENCH_ROUNDS, 41000 / sizes[i]);
      bench_series_init (&colleges[i].selects);
      bench_series_init (&colleges[i].inserts);
      bench_series_init (&colleges[i].dry);
      bench_series_init (&colleges[i].whole);
      measure (folder, scheme, &colleges[i]);
    }
  print_growth (&colleges[0], &colleges[G_N_ELEMENTS (sizes) - 1]);
  return system (command) == 0 ? 0 : 1;
}
