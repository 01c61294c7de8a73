/* bench-recruit.c — recruitment and part-time teachers beside the bare reading of the same rows
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * bench-recruit [SOURCE_ROOT [CONTRACTS [APPLICANTS]]]: a term judged and a year drawn with so many
 * contracts in the database, beside the SELECT of from, to and share of those that overlap it; a
 * plan of 150 posts worked out, beside reading its rows; applicants imported, beside as many
 * people.
 */
#include <locale.h>
#include <sqlite3.h>
#include <stdlib.h>

#include "bench-series.h"
#include "sz-demo.h"
#include "sz-idcard.h"
#include "sz-import.h"
#include "sz-import-kinds.h"
#include "sz-office-private.h"
#include "sz-quota-day.h"
#include "sz-recruit-act.h"
#include "sz-recruit-book.h"
#include "sz-recruit-lists.h"

#define POSTS 150
#define PLAN "2025-1"
#define TERM_FROM 20250301
#define TERM_TO 20250731

static void
die (const char *what, const GError *error)
{
  g_printerr ("%s: %s\n", what, error != NULL ? error->message : "");
  exit (1);
}

static SzOffice *
make_college (const char *folder, const char *name)
{
  g_autofree char *path = g_strdup_printf ("%s/%s.db", folder, name);
  const SzDemoRequest request = { .people = 300, .year = 2025, .seed = SZ_DEMO_SEED };
  g_autoptr (GError) error = NULL;
  SzOffice *office = sz_office_create (path, "bench", "bench", 300000, &error);
  SzDemoReport report;

  if (office == NULL
      || !sz_office_demo (office, &request, &report, (SzProgress){ NULL, NULL }, NULL, &error))
    die ("demo", error);
  return office;
}

/* Half a year each, over fifty years: one in a hundred touches the term. */
static sqlite3 *
add_contracts (SzOffice *office, guint contracts)
{
  g_autofree char *sql = g_strdup_printf (
      "WITH RECURSIVE n (i) AS (VALUES (1) UNION ALL SELECT i + 1 FROM n WHERE i < %u)"
      " INSERT INTO contracts (row_version, changed_at, changed_by, agreement_no, name, id_number,"
      " employer, title, skill, department, course, from_date, to_date, fte_x1e4, rate_fen,"
      " source_row) SELECT 1, '', '', 'B' || i, '张三', '', '', '', '', '', '',"
      " date ('1990-01-01', (i %% 18000) || ' days'), date ('1990-01-01', (i %% 18000 + 150)"
      " || ' days'), 5000, 12000, 0 FROM n",
      contracts);
  sqlite3 *db = NULL;

  if (sqlite3_open_v2 (sz_office_get_path (office), &db, SQLITE_OPEN_READWRITE, NULL) != SQLITE_OK
      || sqlite3_exec (db, sql, NULL, NULL, NULL) != SQLITE_OK)
    {
      g_printerr ("contracts: %s\n", sqlite3_errmsg (db));
      exit (1);
    }
  return db;
}

static void
select_term (sqlite3 *db, const char *from, const char *to)
{
  sqlite3_stmt *stmt = NULL;
  volatile gint64 sum = 0;

  sqlite3_prepare_v2 (db,
                      "SELECT from_date, to_date, fte_x1e4 FROM contracts"
                      " WHERE to_date >= ?1 AND from_date <= ?2",
                      -1, &stmt, NULL);
  sqlite3_bind_text (stmt, 1, from, -1, SQLITE_STATIC);
  sqlite3_bind_text (stmt, 2, to, -1, SQLITE_STATIC);
  while (sqlite3_step (stmt) == SQLITE_ROW)
    sum += sqlite3_column_text (stmt, 0)[0] + sqlite3_column_text (stmt, 1)[0]
           + sqlite3_column_int64 (stmt, 2);
  sqlite3_finalize (stmt);
}

static void
judge_term (SzOffice *office)
{
  const SzQuotaAsk ask = { .from = TERM_FROM, .to = TERM_TO, .asked_x1e4 = 10000 };
  g_autoptr (GError) error = NULL;
  g_autoptr (SzQuotaJudgement) judgement = sz_quota_judge (office, &ask, &error);

  if (judgement == NULL)
    die ("quota check", error);
}

static void
draw_year (SzOffice *office)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SzQuotaTerm) term = sz_quota_term (office, 20250101, 20251231, &error);
  g_autoptr (GArray) segments = term != NULL ? sz_quota_segments (term) : NULL;

  if (segments == NULL)
    die ("quota year", error);
}

static void
measure_quota (const char *folder, guint contracts)
{
  g_autoptr (SzOffice) office = make_college (folder, "quota");
  sqlite3 *db = add_contracts (office, contracts);
  BenchSeries term, check, year, chart;
  const BenchSeries *bare_term[] = { &term, NULL };
  const BenchSeries *bare_year[] = { &year, NULL };

  bench_series_init (&term);
  bench_series_init (&check);
  bench_series_init (&year);
  bench_series_init (&chart);
  for (int round = 0; round < BENCH_ROUNDS; round++)
    {
      bench_series_start (&term);
      select_term (db, "2025-03-01", "2025-07-31");
      bench_series_stop (&term);
      bench_series_start (&check);
      judge_term (office);
      bench_series_stop (&check);
      bench_series_start (&year);
      select_term (db, "2025-01-01", "2025-12-31");
      bench_series_stop (&year);
      bench_series_start (&chart);
      draw_year (office);
      bench_series_stop (&chart);
    }
  bench_print_series ("SELECT of the term", &term);
  bench_print_series ("quota check", &check);
  bench_print_series ("quota year", &chart);
  bench_print_ratio ("quota check beside the SELECT", 2, &check, bare_term);
  bench_print_ratio ("year chart beside the SELECT", 3, &chart, bare_year);
  bench_print_figure ("memory with these contracts", 200, bench_peak_mib (), "MiB");
  bench_series_clear (&term);
  bench_series_clear (&check);
  bench_series_clear (&year);
  bench_series_clear (&chart);
  sqlite3_close (db);
}

/* ---- a plan ---- */

static char *
make_id (guint index)
{
  char digits[19];

  g_snprintf (digits, sizeof digits, "370102%04u%02u%02u%03u", 1986 + index % 10,
              index / 10 % 12 + 1, index / 120 % 28 + 1, index / 3360 % 1000);
  return g_strdup_printf ("%s%c", digits, sz_idcard_check_digit (digits));
}

static void
import (SzOffice *office, const char *folder, const char *kind, const char *text)
{
  g_autofree char *name = g_strdup_printf ("%s.csv", kind);
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (SzImportResult) result = NULL;
  const SzImportRequest request = { .kind = sz_import_kind_find (kind), .path = path };

  if (!g_file_set_contents (path, text, -1, &error))
    die (path, error);
  result = sz_office_import (office, &request, (SzProgress){ NULL, NULL }, NULL, &error);
  if (result == NULL || sz_issue_list_errors (result->issues) > 0)
    die (kind, error);
}

static char *
make_posts (void)
{
  g_autoptr (GString) text
      = g_string_new ("招聘批次,岗位代码,岗位名称,招聘人数,招聘方式,学历要求,年龄要求,成绩构成\n");

  for (guint i = 0; i < POSTS; i++)
    g_string_append_printf (text,
                            PLAN ",P%03u,专业教师,2,公开招聘,本科,40周岁以下,面试50%%+笔试50%%\n",
                            i);
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static char *
make_applicants (guint n)
{
  g_autoptr (GString) text
      = g_string_new ("招聘批次,岗位代码,准考证号,姓名,身份证号,学历,所学专业,原单位\n");

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *id = make_id (i);

      g_string_append_printf (text, PLAN ",P%03u,T%06u,张三,%s,本科,机械,某机床厂\n", i % POSTS, i,
                              id);
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static char *
make_people (guint n)
{
  g_autoptr (GString) text
      = g_string_new ("工号,姓名,身份证号,部门,人员类别,学历,所学专业,来校日期\n");

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *id = make_id (i);

      g_string_append_printf (text, "X%06u,张三,%s,机械工程系,在编,本科,机械,2020-09-01\n", i, id);
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static char *
make_scores (guint n)
{
  g_autoptr (GString) text = g_string_new (
      "招聘批次,岗位代码,准考证号,科目,考官1,考官2,考官3,考官4,考官5,考官6,考官7\n");

  for (guint i = 0; i < n; i++)
    {
      g_string_append_printf (text, PLAN ",P%03u,T%06u,面试", i % POSTS, i);
      for (guint judge = 0; judge < 7; judge++)
        g_string_append_printf (text, ",%u.%02u", 70 + (i * 7 + judge * 3) % 28, judge * 10);
      g_string_append (text, "\n");
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
read_rows (SzOffice *office)
{
  SzStore *store = sz_office_get_store (office);
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) posts = sz_store_plan_positions (store, PLAN, &error);
  g_autoptr (GArray) people = sz_store_plan_applicants (store, PLAN, &error);
  g_autoptr (GArray) scores = sz_store_plan_scores (store, PLAN, &error);

  if (posts == NULL || people == NULL || scores == NULL)
    die ("rows", error);
}

static void
score_plan (SzOffice *office)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SzRecruitBook) book = sz_recruit_book_load (office, PLAN, &error);

  if (book == NULL)
    die ("exam score", error);
}

static void
measure_imports (const char *folder, guint n, BenchSeries *applicants, BenchSeries *people)
{
  g_autofree char *posts = make_posts ();
  g_autofree char *one = make_applicants (n);
  g_autofree char *other = make_people (n);

  for (int round = 0; round < 3; round++)
    {
      g_autofree char *name = g_strdup_printf ("import-%d", round);
      g_autofree char *beside = g_strdup_printf ("people-%d", round);
      g_autoptr (SzOffice) office = make_college (folder, name);
      /* the copy before an import costs what the college holds: both begin with the same */
      g_autoptr (SzOffice) twin = make_college (folder, beside);

      import (office, folder, "positions", posts);
      import (twin, folder, "positions", posts);
      bench_series_start (people);
      import (twin, folder, "people", other);
      bench_series_stop (people);
      bench_series_start (applicants);
      import (office, folder, "applicants", one);
      bench_series_stop (applicants);
    }
}

static void
measure_plan (const char *folder, guint n)
{
  g_autofree char *path = g_build_filename (folder, "import-2.db", NULL);
  g_autofree char *scores = make_scores (n);
  g_autoptr (GError) error = NULL;
  g_autoptr (SzOffice) office = NULL;
  const SzPlanAsk plan = { .code = PLAN, .cutoff = 20250430 };
  BenchSeries applicants, people, reading, scoring;
  const BenchSeries *as_people[] = { &people, NULL };
  const BenchSeries *rows[] = { &reading, NULL };

  bench_series_init (&applicants);
  bench_series_init (&people);
  bench_series_init (&reading);
  bench_series_init (&scoring);
  measure_imports (folder, n, &applicants, &people);
  office = sz_office_open (path, "bench", &error);
  if (office == NULL || !sz_recruit_put_plan (office, &plan, &error))
    die (path, error);
  import (office, folder, "scores", scores);
  for (int round = 0; round < BENCH_ROUNDS; round++)
    {
      bench_series_start (&reading);
      read_rows (office);
      bench_series_stop (&reading);
      bench_series_start (&scoring);
      score_plan (office);
      bench_series_stop (&scoring);
    }
  bench_print_series ("applicants imported", &applicants);
  bench_print_series ("as many people imported", &people);
  bench_print_series ("rows of the plan read", &reading);
  bench_print_series ("exam score of 150 posts", &scoring);
  bench_print_ratio ("applicants beside people", 1.5, &applicants, as_people);
  bench_print_ratio ("exam score beside its rows", 3, &scoring, rows);
  bench_series_clear (&applicants);
  bench_series_clear (&people);
  bench_series_clear (&reading);
  bench_series_clear (&scoring);
}

int
main (int argc, char **argv)
{
  g_autofree char *folder = g_dir_make_tmp ("shizi-bench-XXXXXX", NULL);
  g_autofree char *command = g_strdup_printf ("rm -rf '%s'", folder);
  const guint contracts = argc > 2 ? (guint)g_ascii_strtoull (argv[2], NULL, 10) : 100000;
  const guint applicants = argc > 3 ? (guint)g_ascii_strtoull (argv[3], NULL, 10) : 5000;

  setlocale (LC_ALL, "C.UTF-8");
  bench_print_head ("recruitment and part-time teachers");
  measure_quota (folder, contracts);
  measure_plan (folder, applicants);
  return system (command) == 0 ? 0 : 1;
}
