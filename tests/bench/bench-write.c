/* bench-write.c — our workbook against a bare libxlsxwriter program that writes the same cells
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * bench-write [SOURCE_ROOT [ROWS [RUNS]]]: 20 columns: 9 of text, a date, 10 amounts.
 *
 * The baseline makes the same texts and numbers in the same loop and hands them to libxlsxwriter in
 * constant-memory mode with the formats that ours uses. Ours also has headings and totals, breaks
 * pages, syncs the file to the disk and reads it back; none of that is taken off.
 */
#include <glib/gstdio.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>
#include <xlsxwriter.h>

#include "bench-series.h"
#include "sz-paper.h"

#define COLUMNS 20
#define TEXT_COLUMNS 9

typedef struct
{
  double passed_ms;
  double worked_ms;
  gint64 bytes;
} Outcome;

typedef struct
{
  BenchSeries times;
  long peak_kib;
  gint64 bytes;
} Series;

typedef void (*WriteFunc) (const char *path, guint rows);

static char texts[TEXT_COLUMNS][64];

static void
make_texts (guint64 row)
{
  for (guint c = 0; c < TEXT_COLUMNS; c++)
    if (c % 3 == 0)
      g_snprintf (texts[c], sizeof texts[c], "职工%06u-%u", (guint)row, c);
    else
      g_snprintf (texts[c], sizeof texts[c], "部门%u", (guint)row * c % 800);
}

static gint64
make_amount (guint64 row, guint column)
{
  return (gint64)(row % 9973 * column);
}

/* ---- the floor ---- */

static lxw_format *
add_format (lxw_workbook *book, const char *number_format, guint8 align, gboolean wraps)
{
  lxw_format *format = workbook_add_format (book);

  format_set_font_name (format, "宋体");
  format_set_font_size (format, 10.5);
  format_set_border (format, LXW_BORDER_THIN);
  format_set_align (format, align);
  format_set_align (format, LXW_ALIGN_VERTICAL_CENTER);
  if (wraps)
    format_set_text_wrap (format);
  else
    format_set_shrink (format);
  if (number_format != NULL)
    format_set_num_format (format, number_format);
  return format;
}

static void
write_bare (const char *path, guint rows)
{
  g_autofree char *folder = g_path_get_dirname (path);
  lxw_workbook_options options = { .constant_memory = LXW_TRUE, .tmpdir = folder };
  lxw_workbook *book = workbook_new_opt (path, &options);
  lxw_worksheet *sheet = workbook_add_worksheet (book, NULL);
  lxw_format *text = add_format (book, NULL, LXW_ALIGN_CENTER, TRUE);
  lxw_format *date = add_format (book, "yyyy-mm-dd", LXW_ALIGN_CENTER, FALSE);
  lxw_format *amount = add_format (book, "#,##0.00", LXW_ALIGN_RIGHT, FALSE);

  worksheet_set_default_row (sheet, 19, LXW_FALSE);
  for (guint row = 0; row < rows; row++)
    {
      make_texts (row);
      for (guint c = 0; c < TEXT_COLUMNS; c++)
        worksheet_write_string (sheet, row, (lxw_col_t)c, texts[c], text);
      worksheet_write_number (sheet, row, TEXT_COLUMNS, 40000 + row % 5000, date);
      for (guint c = TEXT_COLUMNS + 1; c < COLUMNS; c++)
        worksheet_write_number (sheet, row, (lxw_col_t)c, (double)make_amount (row, c) / 100,
                                amount);
    }
  if (workbook_close (book) != LXW_NO_ERROR)
    g_error ("cannot write %s", path);
}

/* ---- ours ---- */

typedef struct
{
  guint64 next;
  guint64 rows;
} Source;

static gboolean
reset_rows (gpointer self, GError **error)
{
  ((Source *)self)->next = 0;
  return TRUE;
}

static gboolean
next_row (gpointer self, SzValue *values, const char **group, GError **error)
{
  Source *source = self;
  guint64 row = source->next++;

  if (row >= source->rows)
    return FALSE;
  make_texts (row);
  for (guint c = 0; c < TEXT_COLUMNS; c++)
    values[c] = (SzValue){ SZ_VALUE_TEXT, texts[c], 0 };
  values[TEXT_COLUMNS] = (SzValue){ SZ_VALUE_DATE, NULL,
                                    sz_date_make (2010 + (int)(row % 14), 7, 1 + (int)(row % 28)) };
  for (guint c = TEXT_COLUMNS + 1; c < COLUMNS; c++)
    values[c] = (SzValue){ SZ_VALUE_NUMBER, NULL, make_amount (row, c) };
  return TRUE;
}

static guint64
count_rows (gpointer self)
{
  return ((Source *)self)->rows;
}

static void
write_ours (const char *path, guint rows)
{
  static const SzPaperSourceClass class = { reset_rows, next_row, count_rows, g_free };
  static const SzTableOptions options = { FALSE, FALSE, "合计", TRUE, TRUE };
  SzPaperColumn columns[COLUMNS] = { 0 };
  g_autoptr (SzPaper) paper = sz_paper_new ("表", SZ_ORIENTATION_AUTO);
  g_autoptr (GError) error = NULL;
  Source *source = g_new0 (Source, 1);

  source->rows = rows;
  for (guint c = 0; c < COLUMNS; c++)
    {
      columns[c].heading = "列";
      columns[c].kind = c < TEXT_COLUMNS    ? SZ_COLUMN_TEXT
                        : c == TEXT_COLUMNS ? SZ_COLUMN_DATE
                                            : SZ_COLUMN_AMOUNT;
      columns[c].width = 12;
      columns[c].total = c > TEXT_COLUMNS ? SZ_TOTAL_SUM : SZ_TOTAL_NONE;
    }
  sz_paper_add_table (paper, columns, COLUMNS, &options, &class, source);
  if (!sz_paper_write_xlsx (&paper, 1, path, NULL, NULL, NULL, &error))
    g_error ("%s", error->message);
}

/* ---- runs, each in a process of its own ---- */

static Outcome
run_here (WriteFunc write_file, guint rows)
{
  g_autofree char *folder = g_dir_make_tmp ("sz-bench-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "a.xlsx", NULL);
  gint64 start = g_get_monotonic_time (), start_cpu = bench_cpu_us ();
  Outcome outcome = { 0 };
  struct stat info;

  write_file (path, rows);
  outcome.passed_ms = (double)(g_get_monotonic_time () - start) / 1000;
  outcome.worked_ms = (double)(bench_cpu_us () - start_cpu) / 1000;
  outcome.bytes = g_stat (path, &info) == 0 ? info.st_size : 0;
  g_unlink (path);
  g_rmdir (folder);
  return outcome;
}

static void
run_once (WriteFunc write_file, guint rows, Series *series)
{
  int pipes[2];
  Outcome outcome;
  struct rusage usage;
  int status;
  pid_t child;

  if (pipe (pipes) != 0 || (child = fork ()) < 0)
    g_error ("no process");
  if (child == 0)
    {
      outcome = run_here (write_file, rows);
      _exit (write (pipes[1], &outcome, sizeof outcome) == sizeof outcome ? 0 : 1);
    }
  close (pipes[1]);
  if (read (pipes[0], &outcome, sizeof outcome) != sizeof outcome
      || wait4 (child, &status, 0, &usage) != child)
    g_error ("a run failed");
  close (pipes[0]);
  bench_series_add (&series->times, outcome.passed_ms, outcome.worked_ms);
  series->bytes = outcome.bytes;
  series->peak_kib = MAX (series->peak_kib, usage.ru_maxrss);
}

int
main (int argc, char **argv)
{
  guint rows = argc > 2 ? (guint)atoi (argv[2]) : 100000;
  guint runs = argc > 3 ? (guint)atoi (argv[3]) : BENCH_ROUNDS;
  Series bare = { 0 }, ours = { 0 };
  const BenchSeries *const baseline[] = { &bare.times, NULL };

  bench_print_head ("writing 100,000 x 20 cells");
  bench_series_init (&bare.times);
  bench_series_init (&ours.times);
  for (guint run = 0; run < MAX (runs, 1); run++)
    {
      run_once (write_bare, rows, &bare);
      run_once (write_ours, rows, &ours);
    }
  bench_print_series ("libxlsxwriter bare", &bare.times);
  bench_print_series ("sz_paper_write_xlsx", &ours.times);
  printf ("  bare %ld KiB at most, %" G_GINT64_FORMAT " bytes; ours %ld KiB, %" G_GINT64_FORMAT
          " bytes\n",
          bare.peak_kib, bare.bytes, ours.peak_kib, ours.bytes);
  bench_print_ratio ("workbook / bare libxlsxwriter", 1.3, &ours.times, baseline);
  bench_series_clear (&bare.times);
  bench_series_clear (&ours.times);
  return 0;
}
