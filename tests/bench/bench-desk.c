/* bench-desk.c — the first frame, search, scrolling and sorting as they are painted
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "sz-application.h"
#include "sz-desk-resources.h"
#include "sz-list-table.h"
#include "sz-people-page.h"
#include "sz-window.h"

/* Operations of each kind. */
#define ROUNDS 60

typedef enum
{
  KIND_SEARCH,
  KIND_SCROLL,
  KIND_SORT,
  N_KINDS
} Kind;

static const char *const kind_names[N_KINDS] = { "search", "scroll", "sort" };
static const char *const texts[] = { "张", "w", "wa", "wang", "wangw", "",   "z",    "王伟",
                                     "zh", "1", "10", "",     "l",     "ly", "欧阳", "x" };

typedef struct
{
  gint64 began;
  gboolean empty;
  gboolean series;
  gboolean first_painted;
  GtkWidget *window;
  SzPeoplePage *page;
  SzListTable *table;
  Kind kind;
  guint round;
  gint64 asked; /* 0: nothing is waited for */
  GArray *times[N_KINDS];
  GRand *random;
} Bench;

static double
elapsed_ms (gint64 since)
{
  return (double)(g_get_monotonic_time () - since) / 1000;
}

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

static void
print_memory (const char *when)
{
  g_autofree char *status = NULL;
  const char *line;

  if (!g_file_get_contents ("/proc/self/status", &status, NULL, NULL))
    return;
  line = strstr (status, "VmRSS:");
  printf ("%s: memory %ld MiB\n", when, line != NULL ? strtol (line + 6, NULL, 10) / 1024 : 0);
}

static int
compare_times_cb (gconstpointer a, gconstpointer b)
{
  const double left = *(const double *)a;
  const double right = *(const double *)b;

  return left < right ? -1 : left > right;
}

static void
print_times (const char *name, GArray *times)
{
  g_array_sort (times, compare_times_cb);
  printf ("%s to the painted frame: median %.1f ms, p99 %.1f ms, worst %.1f ms of %u\n", name,
          g_array_index (times, double, times->len / 2),
          g_array_index (times, double, times->len - 1 - times->len / 100),
          g_array_index (times, double, times->len - 1), times->len);
}

static void
finish (Bench *bench)
{
  for (guint i = 0; bench->series && i < N_KINDS; i++)
    print_times (kind_names[i], bench->times[i]);
  print_memory ("at the end");
  fflush (stdout);
  exit (0);
}

static void
ask (Bench *bench)
{
  static const char *const columns[] = { "birth", "name", "department", "title", "entry", "name" };

  bench->asked = g_get_monotonic_time ();
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
  const double time = elapsed_ms (bench->asked);

  g_array_append_val (bench->times[bench->kind], time);
  bench->asked = 0;
  if (++bench->round == ROUNDS)
    {
      bench->round = 0;
      if (bench->kind == KIND_SEARCH)
        g_object_set (bench->page, "search", "", NULL);
      bench->kind++;
    }
  if (bench->kind == N_KINDS)
    finish (bench);
  g_timeout_add (150, ask_cb, bench);
}

static gboolean
settled_cb (gpointer user_data)
{
  Bench *bench = user_data;

  if (!sz_people_page_is_settled (bench->page))
    return G_SOURCE_CONTINUE;
  printf ("settled after %.0f ms: %u people\n", elapsed_ms (bench->began),
          sz_list_table_get_size (bench->table));
  print_memory ("settled");
  if (!bench->series)
    finish (bench);
  g_timeout_add (300, ask_cb, bench);
  return G_SOURCE_REMOVE;
}

static void
painted_cb (GdkFrameClock *clock, gpointer user_data)
{
  Bench *bench = user_data;

  if (!bench->first_painted && bench->empty)
    {
      printf ("first frame of an empty window: %.1f ms\n", elapsed_ms (bench->began));
      finish (bench);
    }
  if (bench->table == NULL)
    {
      bench->table = (SzListTable *)find_widget (bench->window, SZ_TYPE_LIST_TABLE);
      bench->page = (SzPeoplePage *)find_widget (bench->window, SZ_TYPE_PEOPLE_PAGE);
    }
  if (!bench->first_painted && bench->table != NULL && sz_list_table_get_size (bench->table) > 0
      && sz_list_table_is_shown (bench->table))
    {
      bench->first_painted = TRUE;
      printf ("first frame with rows: %.1f ms\n", elapsed_ms (bench->began));
      g_timeout_add (50, settled_cb, bench);
    }
  else if (!bench->first_painted)
    printf ("a frame without rows: %.1f ms\n", elapsed_ms (bench->began));
  if (bench->asked != 0 && sz_people_page_is_answered (bench->page))
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

/* bench-desk empty | first COLLEGE.db | series COLLEGE.db */
int
main (int argc, char **argv)
{
  Bench bench = { .began = g_get_monotonic_time () };
  g_autoptr (GApplication) application = NULL;

  if (argc < 2)
    return 2;
  bench.empty = g_str_equal (argv[1], "empty");
  bench.series = g_str_equal (argv[1], "series");
  bench.random = g_rand_new_with_seed (20260108);
  for (guint i = 0; i < N_KINDS; i++)
    bench.times[i] = g_array_new (FALSE, FALSE, sizeof (double));
  if (bench.empty)
    application = G_APPLICATION (adw_application_new (NULL, G_APPLICATION_NON_UNIQUE));
  else
    {
      sz_desk_register_resource ();
      application = G_APPLICATION (sz_application_new ());
    }
  g_signal_connect (application, "window-added", G_CALLBACK (window_added_cb), &bench);
  if (bench.empty)
    g_signal_connect (application, "activate", G_CALLBACK (empty_activated_cb), NULL);
  return g_application_run (application, bench.empty ? 1 : argc - 1, argv + 1);
}
