/* bench-watch-desk.c — the window answers keys while the overview is read and while a scan runs
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * bench-watch-desk SOURCE_ROOT [PEOPLE]. A key moves the focus; painted is the end of the next
 * frame. The keys go on until all cards are filled, or the scan has ended: how long that took is
 * printed beside them. The target is that of the other keys of the window. What the main loop does
 * at one go is told beside it: a key that waited longer waited for a processor.
 */
#include <locale.h>
#include <stdlib.h>

#include "bench-series.h"
#include "desk-fixture.h"
#include "sz-list-page.h"

#define DAY 20251015
#define TARGET_MS 60
#define PAUSE_MS 20

typedef struct
{
  SzPage *page;
  BenchSeries keys;
  BenchSeries stretches; /* what the main loop does at one go */
  gboolean waiting;      /* for the frame of a key */
  guint n_keys;
} Typing;

static void
painted_cb (GdkFrameClock *clock, gpointer user_data)
{
  Typing *typing = user_data;

  if (!typing->waiting)
    return;
  typing->waiting = FALSE;
  typing->n_keys++;
  bench_series_stop (&typing->keys);
}

static gboolean
key_cb (gpointer user_data)
{
  Typing *typing = user_data;
  GtkWidget *page = GTK_WIDGET (typing->page);

  if (typing->waiting)
    return G_SOURCE_CONTINUE;
  typing->waiting = TRUE;
  bench_series_start (&typing->keys);
  if (!gtk_widget_child_focus (page, GTK_DIR_TAB_FORWARD))
    gtk_widget_child_focus (page, GTK_DIR_TAB_FORWARD);
  gtk_widget_queue_draw (page);
  return G_SOURCE_CONTINUE;
}

/* A key each moment until nothing of the page is under way. */
static void
type_meanwhile (Typing *typing, const char *what)
{
  GdkFrameClock *clock = gtk_widget_get_frame_clock (GTK_WIDGET (typing->page));
  const gulong painted = g_signal_connect (clock, "after-paint", G_CALLBACK (painted_cb), typing);
  g_autofree char *figure = g_strdup_printf ("%s: a key, painted", what);
  g_autoptr (GTimer) timer = g_timer_new ();
  guint source;

  bench_series_init (&typing->keys);
  bench_series_init (&typing->stretches);
  typing->n_keys = 0;
  source = g_timeout_add (PAUSE_MS, key_cb, typing);
  while (!sz_page_is_settled (typing->page) || typing->n_keys == 0)
    {
      bench_series_start (&typing->stretches);
      g_main_context_iteration (NULL, TRUE);
      bench_series_stop (&typing->stretches);
    }
  g_print ("  %s: %.2f s, %u keys\n", what, g_timer_elapsed (timer, NULL), typing->n_keys);
  g_source_remove (source);
  while (typing->waiting)
    g_main_context_iteration (NULL, TRUE);
  g_signal_handler_disconnect (clock, painted);
  bench_print_percentile (figure, 99, TARGET_MS, &typing->keys);
  bench_print_percentile ("  the slowest of them", 100, TARGET_MS, &typing->keys);
  bench_print_percentile ("  the longest stretch of the main loop", 100, TARGET_MS,
                          &typing->stretches);
  bench_series_clear (&typing->keys);
  bench_series_clear (&typing->stretches);
}

static SzPage *
show_page (SzWindow *window, const char *name)
{
  SzPage *page;

  gtk_widget_activate_action (GTK_WIDGET (window), "win.page", "s", name);
  page = sz_window_get_page (window, name);
  while (gtk_widget_get_frame_clock (GTK_WIDGET (page)) == NULL)
    g_main_context_iteration (NULL, TRUE);
  return page;
}

static void
settle (SzPage *page)
{
  while (!sz_page_is_settled (page)
         || (SZ_IS_LIST_PAGE (page) && !sz_list_page_is_settled (SZ_LIST_PAGE (page))))
    g_main_context_iteration (NULL, TRUE);
}

int
main (int argc, char **argv)
{
  const guint people = argc > 2 ? (guint)atoi (argv[2]) : 100000;
  Typing typing = { 0 };
  char *path;
  SzTasks *tasks;
  SzWindow *window;

  desk_init (&argc, &argv);
  setlocale (LC_ALL, "C.UTF-8");
  bench_print_head ("keys while the overview is read, and while a scan runs");
  path = desk_demo (people);
  window = desk_window (path, &tasks);
  /* The first frames of a window are another figure. */
  settle (show_page (window, "people"));
  settle (show_page (window, "overview"));
  typing.page = show_page (window, "overview");
  g_object_set (typing.page, "as-of", DAY, NULL);
  type_meanwhile (&typing, "overview being read");
  typing.page = show_page (window, "supervision");
  g_object_set (typing.page, "as-of", DAY, NULL);
  type_meanwhile (&typing, "supervision being read");
  gtk_widget_activate_action (GTK_WIDGET (typing.page), "supervision.scan", NULL);
  type_meanwhile (&typing, "first scan");
  desk_take_down (GTK_WINDOW (window), tasks, path);
  return 0;
}
