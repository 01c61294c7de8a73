/* bench-read.c — our reader against inflating and tokenising the same file with the same libraries
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * bench-read ROOT [ROWS [RUNS]]: both kinds of workbook, texts in the cells and texts shared.
 *
 * The baseline inflates the same parts of the same file by minizip and lets expat tokenise them
 * with handlers that only count: no cell is decoded and none is kept. Each run is a process of its
 * own, the two in turn, so that memory and caches are a run's own.
 */
#include <expat.h>
#include <glib/gstdio.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>
#include <unzip.h>
#include <xlsxwriter.h>

#include "bench-series.h"
#include "sz-table.h"

#define COLUMNS 20
#define TEXT_COLUMNS 9
#define CHUNK_BYTES 65536

typedef struct
{
  double passed_ms;
  double worked_ms;
  guint64 seen; /* elements or cells, so that nothing can be left out */
} Outcome;

typedef struct
{
  BenchSeries times;
  long peak_kib;
  guint64 seen;
} Series;

/* ---- the file ---- */

static void
write_row (lxw_worksheet *sheet, lxw_format *date, guint row)
{
  char text[64];
  guint column = 0;

  for (; column < TEXT_COLUMNS; column++)
    {
      /* A third of the texts occur once, as names and numbers of people do. */
      if (column % 3 == 0)
        g_snprintf (text, sizeof text, "职工%06u-%u", row, column);
      else
        g_snprintf (text, sizeof text, "部门%u", row * column % 800);
      worksheet_write_string (sheet, row, (lxw_col_t)column, text, NULL);
    }
  worksheet_write_number (sheet, row, (lxw_col_t)column++, 40000 + row % 5000, date);
  for (; column < COLUMNS; column++)
    worksheet_write_number (sheet, row, (lxw_col_t)column, (row % 9973) * column / 100.0, NULL);
}

static void
write_workbook (const char *path, const char *folder, guint rows, gboolean shared)
{
  lxw_workbook_options options = { .constant_memory = !shared, .tmpdir = (char *)folder };
  lxw_workbook *book = workbook_new_opt (path, &options);
  lxw_worksheet *sheet = workbook_add_worksheet (book, NULL);
  lxw_format *date = workbook_add_format (book);

  format_set_num_format (date, "yyyy-mm-dd");
  for (guint row = 0; row < rows; row++)
    write_row (sheet, date, row);
  if (workbook_close (book) != LXW_NO_ERROR)
    g_error ("cannot write %s", path);
}

/* ---- the floor: what cannot be left out ---- */

static void
element_started_cb (void *data, const XML_Char *name, const XML_Char **attributes)
{
  (*(guint64 *)data)++;
}

static void
element_ended_cb (void *data, const XML_Char *name)
{
}

static void
text_cb (void *data, const XML_Char *text, int n)
{
}

static void
tokenise_part (unzFile zip, const char *name, guint64 *seen)
{
  XML_Parser parser = XML_ParserCreate (NULL);
  int got;

  if (unzLocateFile (zip, name, 0) != UNZ_OK)
    {
      XML_ParserFree (parser);
      return;
    }
  XML_SetUserData (parser, seen);
  XML_SetElementHandler (parser, element_started_cb, element_ended_cb);
  XML_SetCharacterDataHandler (parser, text_cb);
  unzOpenCurrentFile (zip);
  do
    {
      void *buffer = XML_GetBuffer (parser, CHUNK_BYTES);

      got = unzReadCurrentFile (zip, buffer, CHUNK_BYTES);
      if (got < 0 || XML_ParseBuffer (parser, got, got == 0) != XML_STATUS_OK)
        g_error ("the floor cannot read %s", name);
    }
  while (got > 0);
  unzCloseCurrentFile (zip);
  XML_ParserFree (parser);
}

static guint64
run_floor (const char *path)
{
  unzFile zip = unzOpen64 (path);
  guint64 seen = 0;

  tokenise_part (zip, "xl/sharedStrings.xml", &seen);
  tokenise_part (zip, "xl/worksheets/sheet1.xml", &seen);
  unzClose (zip);
  return seen;
}

static guint64
run_reader (const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SzTableFile) file = sz_table_file_open (path, SZ_ENCODING_AUTO, NULL, NULL, &error);
  g_autoptr (SzTable) table = file != NULL ? sz_table_open (file, NULL, &error) : NULL;
  const SzTableRow *row;
  guint64 seen = 0;

  while (table != NULL && (row = sz_table_next (table, NULL, &error)) != NULL)
    seen += row->n_cells;
  if (error != NULL)
    g_error ("the reader: %s", error->message);
  return seen;
}

/* ---- one run in a child, so that its memory is its own ---- */

static void
run_child (guint64 (*work) (const char *), const char *path, Series *series)
{
  struct rusage usage;
  Outcome outcome = { 0 };
  int ends[2], status;
  pid_t child;

  if (pipe (ends) != 0)
    g_error ("no pipe");
  child = fork ();
  if (child == 0)
    {
      gint64 start = g_get_monotonic_time (), start_cpu = bench_cpu_us ();

      outcome.seen = work (path);
      outcome.passed_ms = (double)(g_get_monotonic_time () - start) / 1000;
      outcome.worked_ms = (double)(bench_cpu_us () - start_cpu) / 1000;
      _exit (write (ends[1], &outcome, sizeof outcome) == sizeof outcome ? 0 : 1);
    }
  close (ends[1]);
  if (read (ends[0], &outcome, sizeof outcome) != sizeof outcome
      || wait4 (child, &status, 0, &usage) != child || status != 0)
    g_error ("a run failed");
  close (ends[0]);
  bench_series_add (&series->times, outcome.passed_ms, outcome.worked_ms);
  series->seen = outcome.seen;
  series->peak_kib = MAX (series->peak_kib, usage.ru_maxrss);
}

static void
compare_kind (const char *folder, const char *kind, gboolean shared, guint rows, guint runs)
{
  g_autofree char *path = g_build_filename (folder, "bench.xlsx", NULL);
  g_autofree char *times = g_strdup_printf ("%s: reader / inflate and tokenise", kind);
  g_autofree char *memory = g_strdup_printf ("%s: memory of the reader", kind);
  Series floor = { 0 }, reader = { 0 };
  const BenchSeries *const baseline[] = { &floor.times, NULL };
  pid_t writer = fork ();
  int status;

  if (writer == 0)
    {
      write_workbook (path, folder, rows, shared);
      _exit (0);
    }
  if (waitpid (writer, &status, 0) != writer || status != 0)
    g_error ("cannot write the workbook");
  bench_series_init (&floor.times);
  bench_series_init (&reader.times);
  for (guint run = 0; run < runs; run++)
    {
      run_child (run_floor, path, &floor);
      run_child (run_reader, path, &reader);
    }
  g_assert_cmpuint (reader.seen, ==, (guint64)rows * COLUMNS);
  bench_print_series ("inflate and tokenise", &floor.times);
  bench_print_series ("our reader", &reader.times);
  bench_print_ratio (times, 2, &reader.times, baseline);
  bench_print_figure (memory, 64, (double)reader.peak_kib / 1024, "MiB");
  bench_series_clear (&floor.times);
  bench_series_clear (&reader.times);
  g_unlink (path);
}

int
main (int argc, char **argv)
{
  guint rows = argc > 2 ? (guint)atoi (argv[2]) : 100000;
  guint runs = argc > 3 ? (guint)atoi (argv[3]) : BENCH_ROUNDS;
  g_autofree char *folder = g_dir_make_tmp ("shizi-bench-XXXXXX", NULL);

  if (folder == NULL || runs < 1)
    return 2;
  bench_print_head ("reading 100,000 x 20 cells");
  compare_kind (folder, "texts in the cells", FALSE, rows, runs);
  compare_kind (folder, "texts shared", TRUE, rows, runs);
  g_rmdir (folder);
  return 0;
}
