/* bench-pay-paint.c — a coefficient typed on the page: until the new figures are painted
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * bench-pay-paint SOURCE_ROOT [PEOPLE]. There is no baseline: the target is a time, 50 ms from the
 * key to the painted result for 10,000 people. Painted is the end of the frame in which the table
 * of people has its new figures, with the same machine drawing it.
 */
#include <adwaita.h>
#include <locale.h>
#include <stdio.h>
#include <stdlib.h>

#include "bench-series.h"
#include "desk-fixture.h"
#include "sz-pay-page.h"
#include "sz-people-result.h"
#include "sz-result-pane.h"
#include "sz-scheme-field.h"

#define WARM_UPS 10
#define ROUNDS 200
#define TARGET_MS 50
#define COEFFICIENT "coefficients.post.中级"

/* One change under way: typed, written into the cells, painted. */
typedef struct
{
  GtkEditable *entry;
  BenchSeries in_table;
  BenchSeries on_screen;
  gboolean written;
  gboolean painted;
} Change;

static GtkWidget *
find_field (GtkWidget *root, const char *place)
{
  if (SZ_IS_SCHEME_FIELD (root)
      && g_strcmp0 (sz_scheme_field_get_place (SZ_SCHEME_FIELD (root)), place) == 0)
    return root;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_field (child, place);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static GtkEditable *
find_entry (GtkWidget *page, const char *place)
{
  GtkWidget *field = find_field (page, place);

  return field != NULL ? GTK_EDITABLE (desk_find (field, GTK_TYPE_ENTRY, NULL, NULL)) : NULL;
}

static GtkWidget *
find_figure (GtkWidget *root)
{
  if (GTK_IS_INSCRIPTION (root) && gtk_widget_has_css_class (root, "numeric"))
    return root;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_figure (child);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static void
text_written_cb (GtkWidget *figure, GParamSpec *pspec, gpointer user_data)
{
  Change *change = user_data;

  if (!change->written)
    bench_series_stop (&change->in_table);
  change->written = TRUE;
}

static void
painted_cb (GdkFrameClock *clock, gpointer user_data)
{
  Change *change = user_data;

  if (!change->written || change->painted)
    return;
  change->painted = TRUE;
  bench_series_stop (&change->on_screen);
}

static gboolean
is_painted_cb (gpointer data)
{
  return ((Change *)data)->painted;
}

static gboolean
has_people_cb (gpointer data)
{
  return find_figure (data) != NULL;
}

static void
change_once (Change *change, int round)
{
  g_autofree char *text = g_strdup_printf ("1.%04d", 1000 + round * 7);

  change->written = change->painted = FALSE;
  bench_series_start (&change->in_table);
  bench_series_start (&change->on_screen);
  gtk_editable_set_text (change->entry, text);
  desk_wait (is_painted_cb, change);
}

static void
change_often (Change *change, int first, int n)
{
  bench_series_init (&change->in_table);
  bench_series_init (&change->on_screen);
  for (int i = 0; i < n; i++)
    change_once (change, first + i);
}

static void
measure (GtkWidget *window, GtkWidget *page, guint people)
{
  GtkWidget *table = desk_find (page, SZ_TYPE_PEOPLE_RESULT, NULL, NULL);
  GtkWidget *result = desk_find (page, SZ_TYPE_RESULT_PANE, NULL, NULL);
  GdkFrameClock *clock = gtk_widget_get_frame_clock (window);
  Change change = { 0 };
  g_autofree char *what = g_strdup_printf ("a coefficient typed, %u people, painted", people);

  sz_result_pane_show_tab (SZ_RESULT_PANE (result), "people");
  desk_wait (has_people_cb, table);
  gtk_editable_set_text (find_entry (page, "pool"), "363456000");
  change.entry = find_entry (page, COEFFICIENT);
  g_signal_connect (find_figure (table), "notify::text", G_CALLBACK (text_written_cb), &change);
  g_signal_connect (clock, "after-paint", G_CALLBACK (painted_cb), &change);
  change_often (&change, 0, WARM_UPS);
  bench_series_clear (&change.in_table);
  bench_series_clear (&change.on_screen);
  change_often (&change, WARM_UPS, ROUNDS);
  bench_print_series ("until the figures stand in the table", &change.in_table);
  bench_print_percentile (what, 99, TARGET_MS, &change.on_screen);
  bench_series_clear (&change.in_table);
  bench_series_clear (&change.on_screen);
  g_signal_handlers_disconnect_by_data (clock, &change);
}

int
main (int argc, char **argv)
{
  guint people = argc > 2 ? (guint)atoi (argv[2]) : 10000;
  char *db;
  SzTasks *tasks;
  GtkWidget *window;
  GtkWidget *page;
  g_autoptr (GSettings) settings = NULL;

  desk_init (&argc, &argv);
  bench_print_head ("pay page, a coefficient typed");
  settings = g_settings_new ("org.shizi.Shizi");
  db = desk_demo (people);
  tasks = sz_tasks_new (db, "bench");
  window = gtk_window_new ();
  page = g_object_new (SZ_TYPE_PAY_PAGE, "settings", settings, "as-of", 20260108, "tasks", tasks,
                       NULL);
  gtk_window_set_default_size (GTK_WINDOW (window), 1190, 700);
  gtk_window_set_child (GTK_WINDOW (window), page);
  gtk_window_present (GTK_WINDOW (window));
  measure (window, page, people);
  gtk_window_destroy (GTK_WINDOW (window));
  desk_turn ();
  g_object_unref (tasks);
  desk_demo_free (db);
  return 0;
}
