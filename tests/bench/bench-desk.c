/* bench-desk.c — the first frame, search, scrolling and sorting as they are painted
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * bench-desk empty | first COLLEGE.db | series COLLEGE.db: one process each, run in turn by
 * bench-programs.py. The baseline of the first frame is a libadwaita window of the same program and
 * size with nothing but a header bar: the same libraries, fonts, styles and renderer, no college.
 * The others have a time to keep: from the key or the click until the end of the frame that shows
 * the right rows, every one of them loaded.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "bench-series.h"
#include "sz-application.h"
#include "sz-desk-resources.h"
#include "sz-list-table.h"
#include "sz-people-page.h"
#include "sz-window.h"

/* Operations of each kind. */
#define ROUNDS 120
/* Between two of them, so that none waits for the other. */
#define PAUSE_MS 100
#define MEMORY_MIB 400

typedef enum
{
  KIND_SEARCH,
  KIND_SCROLL,
  KIND_SORT,
  N_KINDS
} Kind;

static const char *const kind_names[N_KINDS] = { "search", "scroll", "sort" };
static const double targets_ms[N_KINDS] = { 60, 60, 300 };
static const char *const texts[] = { "张", "w", "wa", "wang", "wangw", "",   "z",    "王伟",
                                     "zh", "1", "10", "",     "l",     "ly", "欧阳", "x" };

typedef struct
{
  BenchSeries first;
  gboolean empty;
  gboolean series;
  gboolean first_painted;
  GtkWidget *window;
  SzPeoplePage *page;
  SzListTable *table;
  Kind kind;
  guint round;
  gboolean asked; /* … and waited for */
  BenchSeries times[N_KINDS];
  GRand *random;
} Bench;

static GtkWidget *
find_widget (GtkWidget *root, GType type)
{
  if (G_TYPE_CHECK_INSTANCE_TYPE (root, type))
    return root;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_widget (child, type);

      if (found != NULL)
        return found;
    }
  return NULL;
}

G_NORETURN static void
finish (Bench *bench)
{
  const guint people = bench->table != NULL ? sz_list_table_get_size (bench->table) : 0;

  for (guint i = 0; bench->series && i < N_KINDS; i++)
    {
      g_autofree char *figure
          = g_strdup_printf ("%s among %u people in service, painted", kind_names[i], people);

      bench_print_percentile (figure, 99, targets_ms[i], &bench->times[i]);
    }
  if (bench->series)
    {
      g_autofree char *figure = g_strdup_printf ("desk: most memory with %u in service", people);

      bench_print_figure (figure, MEMORY_MIB, bench_peak_mib (), "MiB");
    }
  fflush (stdout);
  exit (0);
}

static void
ask (Bench *bench)
{
  static const char *const columns[] = { "birth", "name", "department", "title", "entry", "name" };

  bench->asked = TRUE;
  bench_series_start (&bench->times[bench->kind]);
  if (bench->kind == KIND_SEARCH)
    g_object_set (bench->page, "search", texts[bench->round % G_N_ELEMENTS (texts)], NULL);
  else if (bench->kind == KIND_SCROLL)
    sz_list_table_scroll (bench->table,
                          (guint)g_rand_int_range (bench->random, 0,
                                                   (int)sz_list_table_get_size (bench->table)));
  else
    sz_list_table_sort_by (bench->table, columns[bench->round % G_N_ELEMENTS (columns)],
                           bench->round % 2 == 1);
}

static gboolean
ask_cb (gpointer user_data)
{
  ask (user_data);
  return G_SOURCE_REMOVE;
}

static void
note_answer (Bench *bench)
{
  bench_series_stop (&bench->times[bench->kind]);
  bench->asked = FALSE;
  if (++bench->round == ROUNDS)
    {
      bench->round = 0;
      if (bench->kind == KIND_SEARCH)
        g_object_set (bench->page, "search", "", NULL);
      bench->kind++;
    }
  if (bench->kind == N_KINDS)
    finish (bench);
  g_timeout_add (PAUSE_MS, ask_cb, bench);
}

static gboolean
settled_cb (gpointer user_data)
{
  Bench *bench = user_data;

  if (!sz_people_page_is_settled (bench->page))
    return G_SOURCE_CONTINUE;
  bench_series_stop (&bench->first);
  printf ("settled %.1f ms\n", bench_percentile (&bench->first, 100));
  g_timeout_add (300, ask_cb, bench);
  return G_SOURCE_REMOVE;
}

static gboolean
has_rows (const Bench *bench)
{
  return bench->table != NULL && sz_list_table_get_size (bench->table) > 0
         && sz_list_table_is_shown (bench->table);
}

/* What bench-programs.py reads. */
static void
note_first (Bench *bench)
{
  bench->first_painted = TRUE;
  bench_series_stop (&bench->first);
  printf ("first %.3f %.3f\n", bench_median (&bench->first), bench_median_worked (&bench->first));
  if (!bench->series)
    finish (bench);
  g_timeout_add (50, settled_cb, bench);
}

static void
painted_cb (GdkFrameClock *clock, gpointer user_data)
{
  Bench *bench = user_data;

  if (bench->table == NULL)
    {
      bench->table = (SzListTable *)find_widget (bench->window, SZ_TYPE_LIST_TABLE);
      bench->page = (SzPeoplePage *)find_widget (bench->window, SZ_TYPE_PEOPLE_PAGE);
    }
  if (!bench->first_painted && (bench->empty || has_rows (bench)))
    note_first (bench);
  if (bench->asked && sz_people_page_is_answered (bench->page))
    note_answer (bench);
}

static void
realized_cb (GtkWidget *window, gpointer user_data)
{
  g_signal_connect (gtk_widget_get_frame_clock (window), "after-paint", G_CALLBACK (painted_cb),
                    user_data);
}

static void
window_added_cb (GtkApplication *application, GtkWindow *window, gpointer user_data)
{
  Bench *bench = user_data;

  if (bench->window != NULL)
    return;
  bench->window = GTK_WIDGET (window);
  g_signal_connect (window, "realize", G_CALLBACK (realized_cb), bench);
}

static void
empty_activated_cb (GtkApplication *application, gpointer user_data)
{
  GtkWidget *window = adw_application_window_new (application);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  gtk_box_append (GTK_BOX (box), adw_header_bar_new ());
  adw_application_window_set_content (ADW_APPLICATION_WINDOW (window), box);
  gtk_window_set_default_size (GTK_WINDOW (window), 1280, 720);
  gtk_window_present (GTK_WINDOW (window));
}

/* Of all pages the one with most rows; no scan comes in between. */
static void
show_people_first (void)
{
  g_autoptr (GSettings) settings = g_settings_new ("org.shizi.Shizi");

  g_settings_set_string (settings, "page", "people");
  g_settings_set_uint (settings, "scan-after", 0);
}

int
main (int argc, char **argv)
{
  Bench bench = { 0 };
  g_autoptr (GApplication) application = NULL;

  bench_series_init (&bench.first);
  bench_series_start (&bench.first);
  if (argc < 2)
    return 2;
  bench.empty = g_str_equal (argv[1], "empty");
  bench.series = g_str_equal (argv[1], "series");
  bench.random = g_rand_new_with_seed (20260108);
  for (guint i = 0; i < N_KINDS; i++)
    bench_series_init (&bench.times[i]);
  if (bench.empty)
    application = G_APPLICATION (adw_application_new (NULL, G_APPLICATION_NON_UNIQUE));
  else
    {
      sz_desk_register_resource ();
      show_people_first ();
      application = G_APPLICATION (sz_application_new ());
    }
  g_signal_connect (application, "window-added", G_CALLBACK (window_added_cb), &bench);
  if (bench.empty)
    g_signal_connect (application, "activate", G_CALLBACK (empty_activated_cb), NULL);
  return g_application_run (application, bench.empty ? 1 : argc - 1, argv + 1);
}
