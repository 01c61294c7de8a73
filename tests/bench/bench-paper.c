/* bench-paper.c — F20 as a PDF beside cairo that draws the same glyphs and lines, and verify beside
 * the bare reading of every row
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * bench-paper SOURCE-ROOT [PEOPLE OF F20] [PEOPLE OF VERIFY]. What cairo draws are the recorded
 * pages of the form: nothing is read, laid out or shaped for them again.
 */
#include <cairo-pdf.h>
#include <glib/gstdio.h>
#include <locale.h>
#include <stdlib.h>

#include "bench-series.h"
#include "sz-demo.h"
#include "sz-form-make.h"
#include "sz-office-private.h"
#include "sz-paper-cairo.h"
#include "sz-pay-act.h"
#include "sz-safety.h"
#include "sz-scheme-file.h"
#include "sz-store-private.h"

#define ROUNDS 5
#define FEN_A_HEAD 2800000

static void
die (const char *what, const GError *error)
{
  g_printerr ("%s: %s\n", what, error != NULL ? error->message : "");
  exit (1);
}

static SzOffice *
make_college (const char *folder, guint people)
{
  g_autofree char *path = g_strdup_printf ("%s/paper-%u.db", folder, people);
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
compute (SzOffice *office, const char *source, guint people)
{
  g_autofree char *path = g_build_filename (source, "data/sample/scheme.json", NULL);
  g_autoptr (SzIssueList) issues = sz_issue_list_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (SzScheme) scheme = sz_scheme_file_read (path, issues, &error);
  g_autoptr (SzPayView) view = NULL;

  if (scheme == NULL)
    die ("scheme", error);
  scheme->pool_fen = (gint64)people * FEN_A_HEAD;
  view = sz_office_pay_compute_scheme (office, scheme, SZ_PAY_STORE, issues,
                                       (SzProgress){ NULL, NULL }, NULL, &error);
  if (view == NULL)
    die ("compute", error);
}

/* ---- a form ---- */

static GPtrArray *
record_pages (SzPaper *paper)
{
  GPtrArray *records = g_ptr_array_new_with_free_func ((GDestroyNotify)cairo_surface_destroy);
  g_autoptr (GError) error = NULL;
  g_autoptr (SzPages) pages = sz_pages_new (&paper, 1, &error);

  if (pages == NULL)
    die ("pages", error);
  for (guint i = 0; i < sz_pages_count (pages); i++)
    {
      cairo_rectangle_t box = { 0 };
      cairo_surface_t *record;
      cairo_t *cr;

      sz_pages_get_size (pages, i, &box.width, &box.height);
      record = cairo_recording_surface_create (CAIRO_CONTENT_COLOR_ALPHA, &box);
      cr = cairo_create (record);
      sz_pages_draw (pages, i, cr);
      cairo_destroy (cr);
      g_ptr_array_add (records, record);
    }
  return records;
}

static void
replay (const GPtrArray *records, const char *path)
{
  cairo_surface_t *surface = cairo_pdf_surface_create (path, 842, 595);
  cairo_t *cr = cairo_create (surface);

  for (guint i = 0; i < records->len; i++)
    {
      cairo_set_source_surface (cr, records->pdata[i], 0, 0);
      cairo_paint (cr);
      cairo_show_page (cr);
    }
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
}

static SzPaper *
make_form (SzOffice *office)
{
  g_autoptr (GError) error = NULL;
  SzPaper *paper = sz_form_make (office, "F20", &(SzFormParams){ 0 }, NULL, &error);

  if (paper == NULL)
    die ("F20", error);
  return paper;
}

static void
measure_form (const char *folder, const char *source, guint people)
{
  g_autoptr (SzOffice) office = make_college (folder, people);
  g_autofree char *ours_path = g_build_filename (folder, "f20.pdf", NULL);
  g_autofree char *bare_path = g_build_filename (folder, "bare.pdf", NULL);
  g_autofree char *ratio = g_strdup_printf ("F20 of %u people as PDF / cairo alone", people);
  g_autofree char *work = g_strdup_printf ("F20 of %u people as PDF, worked", people);
  g_autoptr (GPtrArray) records = NULL;
  g_autoptr (SzPaper) recorded = NULL;
  BenchSeries ours, bare;
  const BenchSeries *const baselines[] = { &bare, NULL };

  compute (office, source, people);
  recorded = make_form (office);
  records = record_pages (recorded);
  bench_series_init (&ours);
  bench_series_init (&bare);
  for (int i = 0; i < ROUNDS; i++)
    {
      g_autoptr (SzPaper) paper = NULL;
      g_autoptr (GError) error = NULL;

      bench_series_start (&bare);
      replay (records, bare_path);
      bench_series_stop (&bare);
      bench_series_start (&ours);
      paper = make_form (office);
      if (!sz_paper_write_pdf (&paper, 1, ours_path, NULL, NULL, NULL, &error))
        die ("pdf", error);
      bench_series_stop (&ours);
    }
  bench_print_series ("cairo alone", &bare);
  bench_print_series ("F20 as PDF", &ours);
  bench_print_ratio (ratio, 1.5, &ours, baselines);
  bench_print_figure (work, 1, bench_median_worked (&ours) / 1000, "s");
  bench_series_clear (&ours);
  bench_series_clear (&bare);
}

/* ---- verify ---- */

static void
read_table (SzDb *db, const char *table)
{
  g_autofree char *sql = g_strdup_printf ("SELECT * FROM %s", table);
  g_autofree char *count = g_strdup_printf ("SELECT count(*) FROM pragma_table_info('%s')", table);
  g_autoptr (GError) error = NULL;
  g_autoptr (SzStmt) stmt = NULL;
  gint64 columns = 0;
  gboolean more = TRUE;
  gsize length;

  if (!sz_db_query_int (db, count, 0, &columns, &error))
    die (table, error);
  stmt = sz_db_prepare (db, sql, &error);
  while (stmt != NULL && more)
    {
      if (!sz_stmt_step (stmt, &more, &error))
        die (table, error);
      for (int i = 0; more && i < (int)columns; i++)
        db->klass->column_text (stmt, i, &length);
    }
}

static void
read_everything (SzOffice *office)
{
  SzDb *db = sz_office_get_store (office)->db;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) tables = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (SzStmt) stmt
      = sz_db_prepare (db, "SELECT name FROM sqlite_schema WHERE type = 'table'", &error);
  gboolean more = TRUE;

  while (stmt != NULL && sz_stmt_step (stmt, &more, &error) && more)
    g_ptr_array_add (tables, g_strdup (sz_stmt_text (stmt, 0)));
  for (guint i = 0; i < tables->len; i++)
    read_table (db, tables->pdata[i]);
}

static void
measure_verify (const char *folder, guint people)
{
  g_autoptr (SzOffice) office = make_college (folder, people);
  g_autofree char *ratio = g_strdup_printf ("verify of %u people / reading every row", people);
  BenchSeries verify, reading;
  const BenchSeries *const baselines[] = { &reading, NULL };

  bench_series_init (&verify);
  bench_series_init (&reading);
  for (int i = 0; i < 3; i++)
    {
      g_autoptr (SzIssueList) issues = sz_issue_list_new ();
      g_autoptr (GError) error = NULL;
      SzVerifyReport report = { 0 };

      bench_series_start (&reading);
      read_everything (office);
      bench_series_stop (&reading);
      bench_series_start (&verify);
      if (!sz_office_verify (office, issues, &report, NULL, &error))
        die ("verify", error);
      bench_series_stop (&verify);
    }
  bench_print_series ("reading every row", &reading);
  bench_print_series ("verify", &verify);
  bench_print_ratio (ratio, 2, &verify, baselines);
  bench_print_figure ("  most memory", 512, bench_peak_mib (), "MiB");
  bench_series_clear (&verify);
  bench_series_clear (&reading);
}

int
main (int argc, char **argv)
{
  const guint form_people = argc > 2 ? (guint)atoi (argv[2]) : 10000;
  const guint verify_people = argc > 3 ? (guint)atoi (argv[3]) : 100000;
  g_autofree char *folder = g_dir_make_tmp ("bench-paper-XXXXXX", NULL);
  g_autofree char *command = g_strdup_printf ("rm -rf '%s'", folder);

  setlocale (LC_ALL, "C.UTF-8");
  bench_print_head ("a form as a PDF, and verify");
  measure_form (folder, argv[1], form_people);
  measure_verify (folder, verify_people);
  return system (command) == 0 ? 0 : 1;
}
