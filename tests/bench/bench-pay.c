/* bench-pay.c — a pay run against a bare SELECT of its inputs and a bare INSERT of the rows it
 * stores
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <gio/gio.h>
#include <glib/gstdio.h>
#include <locale.h>
#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>

#include "sz-demo.h"
#include "sz-office.h"
#include "sz-pay-act.h"
#include "sz-scheme-file.h"

#define ROUNDS 7
#define YEAR "2025"
#define FEN_A_HEAD G_GINT64_CONSTANT (2800000)

/* What a run reads, as bare as it can be asked for. */
static const char *const inputs[] = {
  "SELECT id, staff_no, name FROM people ORDER BY staff_no",
  "SELECT person_id, field, from_date, value FROM person_records ORDER BY person_id, field, "
  "from_date",
  "SELECT person_id, from_date, to_date, ended_as FROM services ORDER BY person_id, from_date",
  "SELECT person_id, grade FROM assessments WHERE year = " YEAR " ORDER BY person_id",
  "SELECT person_id, points_x100 FROM awards WHERE year = " YEAR " ORDER BY person_id",
  "SELECT person_id, role, from_date, to_date FROM roles ORDER BY person_id",
  "SELECT person_id, item, value_x1e4 FROM factors WHERE year = " YEAR " ORDER BY person_id",
  "SELECT person_id, hours_x100 FROM quotas WHERE year = " YEAR " ORDER BY person_id",
  "SELECT person_id, course_type, students, hours_x100, is_repeat, is_new FROM teaching_records "
  "WHERE year = " YEAR " ORDER BY person_id",
  "SELECT person_id, role, category, course_type, students, hours_x100, time_slot, pay_mode FROM "
  "training_records"
  " WHERE date BETWEEN '" YEAR "-01-01' AND '" YEAR "-12-31' ORDER BY person_id",
  "SELECT name, position, coefficient_x1e4 FROM departments ORDER BY name",
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
  if (sqlite3_exec (db,
                    "PRAGMA journal_mode=DELETE; PRAGMA synchronous=EXTRA; PRAGMA cache_spill=OFF; "
                    "PRAGMA secure_delete=ON",
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

static Rows
keep_rows (sqlite3 *db, const char *table, gint64 run)
{
  g_autofree char *sql
      = g_strdup_printf ("SELECT * FROM %s WHERE run_id = %" G_GINT64_FORMAT, table, run);
  sqlite3_stmt *stmt = prepare (db, sql);
  Rows rows = { sqlite3_column_count (stmt), g_ptr_array_new () };

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

static double
now_ms (void)
{
  return (double)g_get_monotonic_time () / 1000.0;
}

static int
compare_cb (const void *a, const void *b)
{
  double x = *(const double *)a, y = *(const double *)b;

  return x < y ? -1 : x > y;
}

static double
median (double *values)
{
  qsort (values, ROUNDS, sizeof *values, compare_cb);
  return values[ROUNDS / 2];
}

static double
run_once (SzOffice *office, const SzScheme *scheme, SzPayMood mood)
{
  g_autoptr (SzIssueList) issues = sz_issue_list_new ();
  g_autoptr (GError) error = NULL;
  double start = now_ms ();
  g_autoptr (SzPayView) view = sz_office_pay_compute_scheme (office, scheme, mood, issues,
                                                      (SzProgress){ NULL, NULL }, NULL, &error);

  if (view == NULL)
    die ("compute", error->message);
  return now_ms () - start;
}

static void
measure (const char *folder, SzScheme *scheme, guint people)
{
  g_autofree char *path = g_strdup_printf ("%s/bench-%u.db", folder, people);
  const SzDemoRequest request = { .people = people, .year = 2025, .seed = SZ_DEMO_SEED };
  double selects[ROUNDS], inserts[ROUNDS], dry[ROUNDS], whole[ROUNDS];
  g_autoptr (GError) error = NULL;
  g_autoptr (SzOffice) office = sz_office_create (path, "bench", "bench", people, &error);
  SzDemoReport report;
  Rows rows[G_N_ELEMENTS (stored)];
  sqlite3 *db;

  scheme->pool_fen = FEN_A_HEAD * people;
  if (office == NULL
      || !sz_office_demo (office, &request, &report, (SzProgress){ NULL, NULL }, NULL, &error))
    die ("demo", error->message);
  run_once (office, scheme, SZ_PAY_STORE);
  db = open_bare (path);
  for (gsize t = 0; t < G_N_ELEMENTS (stored); t++)
    rows[t] = keep_rows (db, stored[t], 1);

  for (int i = 0; i < ROUNDS; i++)
    {
      double start = now_ms ();

      select_all (db);
      selects[i] = now_ms () - start;
      start = now_ms ();
      sqlite3_exec (db, "BEGIN IMMEDIATE", NULL, NULL, NULL);
      for (gsize t = 0; t < G_N_ELEMENTS (stored); t++)
        insert_rows (db, stored[t], &rows[t], 100000 + i);
      if (sqlite3_exec (db, "COMMIT", NULL, NULL, NULL) != SQLITE_OK)
        die ("commit", sqlite3_errmsg (db));
      inserts[i] = now_ms () - start;
      dry[i] = run_once (office, scheme, SZ_PAY_DRY_RUN);
      whole[i] = run_once (office, scheme, SZ_PAY_STORE);
    }
  sqlite3_close (db);

  {
    double s = median (selects), n = median (inserts), d = median (dry), w = median (whole);

    printf ("%7u people: SELECT %8.1f ms  INSERT %8.1f ms  dry run %8.1f ms (%.2f x SELECT)  run "
            "%8.1f ms (%.2f x both)\n",
            people, s, n, d, d / s, w, w / (s + n));
    fflush (stdout);
  }
}

int
main (int argc, char **argv)
{
  static const guint sizes[] = { 1000, 10000, 100000 };
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
  printf ("pay run, medians of %d interleaved rounds\n", ROUNDS);
  for (gsize i = 0; i < G_N_ELEMENTS (sizes); i++)
    measure (folder, scheme, sizes[i]);
  return system (command) == 0 ? 0 : 1;
}
