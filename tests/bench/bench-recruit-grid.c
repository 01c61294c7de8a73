/* bench-recruit-grid.c — a mark typed into the grid: until the ranking is painted
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * bench-recruit-grid [SOURCE_ROOT [APPLICANTS]]: seven judges. The target is a frame: 16 ms from
 * the key to the end of the frame that shows means, totals and ranks of all.
 */
#include <stdlib.h>

#include "bench-series.h"
#include "desk-fixture.h"
#include "sz-idcard.h"
#include "sz-import.h"
#include "sz-import-kinds.h"
#include "sz-score-grid.h"

#define JUDGES 7
#define PLAN "2031-1"
#define ROUNDS 400
#define TARGET_MS 16

static void
die (const char *what, const GError *error)
{
  g_printerr ("%s: %s\n", what, error != NULL ? error->message : "");
  exit (1);
}

static void
import (SzOffice *office, const char *db, const char *kind, const char *text)
{
  g_autofree char *path = g_strdup_printf ("%s.%s.csv", db, kind);
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
make_applicants (guint n)
{
  g_autoptr (GString) text = g_string_new ("招聘批次,岗位代码,准考证号,姓名,身份证号,审查意见\n");

  for (guint i = 0; i < n; i++)
    {
      char digits[19];

      g_snprintf (digits, sizeof digits, "37010219%02u0101%03u", 70 + i / 900, i % 900);
      g_string_append_printf (text, PLAN ",G01,G%04u,张三,%s%c,合格\n", i, digits,
                              sz_idcard_check_digit (digits));
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static SzRecruitDesk *
make_desk (const char *db, guint applicants)
{
  g_autofree char *people = make_applicants (applicants);
  g_autoptr (GError) error = NULL;
  g_autoptr (SzOffice) office = sz_office_open (db, "bench", &error);
  SzRecruitDesk *desk;

  if (office == NULL)
    die (db, error);
  import (office, db, "positions",
          "招聘批次,岗位代码,岗位名称,招聘人数,招聘方式,成绩构成,开考比例,批文号\n" PLAN
          ",G01,专业教师,20,公开招聘,面试50%+笔试50%,不设,批1\n");
  import (office, db, "applicants", people);
  desk = sz_recruit_desk_open (office, PLAN, 20310101, &error);
  if (desk == NULL)
    die (PLAN, error);
  return desk;
}

static void
painted_cb (GdkFrameClock *clock, gpointer user_data)
{
  *(gboolean *)user_data = TRUE;
}

static gboolean
is_painted_cb (gpointer data)
{
  return *(gboolean *)data;
}

int
main (int argc, char **argv)
{
  const guint applicants = argc > 2 ? (guint)atoi (argv[2]) : 200;
  g_autoptr (SzRecruitDesk) desk = NULL;
  gboolean painted = FALSE;
  GdkFrameClock *clock;
  BenchSeries series;
  GtkWidget *window;
  GtkWidget *grid;
  char *db;

  desk_init (&argc, &argv);
  bench_print_head ("a mark typed into the grid of scores");
  db = desk_demo (30);
  desk = make_desk (db, applicants);
  window = gtk_window_new ();
  grid = sz_score_grid_new ();
  gtk_window_set_default_size (GTK_WINDOW (window), 1190, 700);
  gtk_window_set_child (GTK_WINDOW (window), grid);
  gtk_window_present (GTK_WINDOW (window));
  sz_score_grid_show (SZ_SCORE_GRID (grid), sz_score_sheet_new (desk, "G01", "面试"));
  desk_turn ();
  clock = gtk_widget_get_frame_clock (window);
  g_signal_connect (clock, "after-paint", G_CALLBACK (painted_cb), &painted);
  bench_series_init (&series);
  for (guint i = 0; i < ROUNDS; i++)
    {
      g_autofree char *mark = g_strdup_printf ("%u.5", 70 + i * 7 % 29);

      painted = FALSE;
      bench_series_start (&series);
      sz_score_grid_type (SZ_SCORE_GRID (grid), i / JUDGES % applicants, i % JUDGES, mark);
      desk_wait (is_painted_cb, &painted);
      bench_series_stop (&series);
    }
  bench_print_series ("a mark until the ranking is painted", &series);
  bench_print_percentile ("mark to painted ranking, 200 applicants", 99, TARGET_MS, &series);
  bench_series_clear (&series);
  g_signal_handlers_disconnect_by_data (clock, &painted);
  gtk_window_destroy (GTK_WINDOW (window));
  desk_turn ();
  desk_demo_free (db);
  return 0;
}
