/* bench-watch-desk.c — the window answers keys while the overview is read, and while a scan, an
 * import and a pay run run
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * bench-watch-desk SOURCE_ROOT [PEOPLE]. A key moves the focus; painted is the end of the next
 * frame. The keys go on until all cards are filled, or the scan has ended: how long that took is
 * printed beside them. The target is that of the other keys of the window. What the main loop does
 * at one go is told beside it: a key that waited longer waited for a processor.
 */
#include <glib/gstdio.h>
#include <locale.h>
#include <stdlib.h>

#include "bench-series.h"
#include "desk-fixture.h"
#include "sz-import-kinds.h"
#include "sz-import.h"
#include "sz-list-page.h"
#include "sz-pay-act.h"
#include "sz-scheme-file.h"

#define DAY 20251015
#define TARGET_MS 60
#define FRAME_MS 16
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

/* An act that was begun through the page. */
static gboolean
is_under_way (const Typing *typing)
{
  const gboolean *ended = g_object_get_data (G_OBJECT (typing->page), "bench-ended");

  return ended != NULL && !*ended;
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
  while (!sz_page_is_settled (typing->page) || typing->n_keys == 0 || is_under_way (typing))
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
  bench_print_percentile ("  a stretch of the main loop", 99, FRAME_MS, &typing->stretches);
  bench_print_percentile ("  the longest", 100, TARGET_MS, &typing->stretches);
  bench_series_clear (&typing->keys);
  bench_series_clear (&typing->stretches);
}

/* ---- acts of the office that take long ---- */

typedef struct
{
  const char *path; /* of a sheet, or of a scheme */
  guint people;
  gboolean ended;
} Long;

static gpointer
import_cb (
    SzOffice *office, gpointer data, SzProgress progress, GCancellable *cancellable, GError **error)
{
  const Long *act = data;
  SzImportRequest request = { .kind = sz_import_kind_find ("quotas"), .path = act->path };

  SzImportResult *result = sz_office_import (office, &request, progress, cancellable, error);

  g_assert_true (result == NULL || result->inserted == (gint64)act->people);
  return result;
}

static gpointer
compute_cb (
    SzOffice *office, gpointer data, SzProgress progress, GCancellable *cancellable, GError **error)
{
  const Long *act = data;
  g_autoptr (SzIssueList) issues = sz_issue_list_new ();
  g_autoptr (SzScheme) scheme = sz_scheme_file_read (act->path, issues, error);

  if (scheme == NULL)
    return NULL;
  scheme->pool_fen = (gint64)act->people * 2800000;
  return sz_office_pay_compute_scheme (office, scheme, SZ_PAY_STORE, issues, progress, cancellable,
                                       error);
}

static void
ended_cb (gpointer owner, gpointer value)
{
  g_assert_nonnull (value);
  *(gboolean *)g_object_get_data (owner, "bench-ended") = TRUE;
}

/* Keys go on until the act has ended and all that shows it is read again. */
static void
type_through (Typing *typing, const char *what, SzTaskFunc func, Long *act, GDestroyNotify free_it)
{
  act->ended = FALSE;
  g_object_set_data (G_OBJECT (typing->page), "bench-ended", &act->ended);
  sz_page_write (typing->page, SZ_WORK (func, act, NULL, free_it, .changes = SZ_CHANGED_ALL),
                 ended_cb);
  type_meanwhile (typing, what);
  g_assert_true (act->ended);
}

/* 额定课时 of a year for everybody. */
static char *
write_quotas (const char *college, guint people)
{
  g_autoptr (GString) text = g_string_new ("年度,工号,额定课时\n");
  char *path = g_strconcat (college, ".quotas.csv", NULL);
  const int width = MAX (4, g_snprintf (NULL, 0, "%u", people + 1000));

  for (guint i = 0; i < people; i++)
    g_string_append_printf (text, "2026,%0*u,320\n", width, i + 1001);
  g_assert_true (g_file_set_contents (path, text->str, -1, NULL));
  return path;
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
  g_autofree char *scheme = NULL;
  g_autofree char *sheet = NULL;
  char *path;
  SzTasks *tasks;
  SzWindow *window;

  desk_init (&argc, &argv);
  setlocale (LC_ALL, "C.UTF-8");
  bench_print_head ("keys while the overview is read, and while a scan runs");
  path = desk_demo (people);
  sheet = write_quotas (path, people);
  scheme = g_build_filename (argv[1], "data/sample/scheme.json", NULL);
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
  type_through (&typing, "import of a row for everybody", import_cb,
                &(Long){ sheet, people, FALSE }, (GDestroyNotify)sz_import_result_free);
  type_through (&typing, "pay run", compute_cb, &(Long){ scheme, people, FALSE },
                (GDestroyNotify)sz_pay_view_free);
  g_remove (sheet);
  desk_take_down (GTK_WINDOW (window), tasks, path);
  return 0;
}
