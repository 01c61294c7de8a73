/* bench-pay-paint.c — a coefficient typed on the page: until the new figures are painted
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <adwaita.h>
#include <locale.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

#include "desk-fixture.h"
#include "sz-pay-page.h"
#include "sz-people-result.h"
#include "sz-result-pane.h"
#include "sz-scheme-field.h"

#define ROUNDS 200
#define COEFFICIENT "coefficients.post.中级"

/* One change under way: typed, written into the cells, painted. */
typedef struct
{
  GtkEditable *entry;
  gint64 typed_us;
  gint64 written_us;
  gint64 painted_us;
  gboolean written;
  gboolean painted;
} Change;

static int
compare_cb (const void *a, const void *b)
{
  gint64 x = *(const gint64 *)a, y = *(const gint64 *)b;

  return x < y ? -1 : x > y;
}

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

  change->written = TRUE;
  change->written_us = g_get_monotonic_time ();
}

static void
painted_cb (GdkFrameClock *clock, gpointer user_data)
{
  Change *change = user_data;

  if (!change->written || change->painted)
    return;
  change->painted = TRUE;
  change->painted_us = g_get_monotonic_time ();
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
  change->typed_us = g_get_monotonic_time ();
  gtk_editable_set_text (change->entry, text);
  desk_wait (is_painted_cb, change);
}

/* What the main thread worked, whoever else kept the machine busy. */
static gint64
cpu_us (void)
{
  struct timespec time;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &time);
  return (gint64)time.tv_sec * G_USEC_PER_SEC + time.tv_nsec / 1000;
}

static void
print_line (const char *what, gint64 *us)
{
  qsort (us, ROUNDS, sizeof *us, compare_cb);
  printf ("  %-28s median %6.2f ms, p99 %6.2f ms, longest %6.2f ms\n", what,
          (double)us[ROUNDS / 2] / 1000, (double)us[ROUNDS * 99 / 100] / 1000,
          (double)us[ROUNDS - 1] / 1000);
}

static void
measure (GtkWidget *window, GtkWidget *page, guint people)
{
  GtkWidget *table = desk_find (page, SZ_TYPE_PEOPLE_RESULT, NULL, NULL);
  GtkWidget *result = desk_find (page, SZ_TYPE_RESULT_PANE, NULL, NULL);
  GdkFrameClock *clock = gtk_widget_get_frame_clock (window);
  Change change = { 0 };
  gint64 written_us[ROUNDS];
  gint64 painted_us[ROUNDS];
  gint64 worked_us[ROUNDS];

  sz_result_pane_show_tab (SZ_RESULT_PANE (result), "people");
  desk_wait (has_people_cb, table);
  gtk_editable_set_text (find_entry (page, "pool"), "363456000");
  change.entry = find_entry (page, COEFFICIENT);
  g_signal_connect (find_figure (table), "notify::text", G_CALLBACK (text_written_cb), &change);
  g_signal_connect (clock, "after-paint", G_CALLBACK (painted_cb), &change);
  for (int i = 0; i < 10; i++)
    change_once (&change, i);
  for (int i = 0; i < ROUNDS; i++)
    {
      gint64 start = cpu_us ();

      change_once (&change, i + 10);
      worked_us[i] = cpu_us () - start;
      written_us[i] = change.written_us - change.typed_us;
      painted_us[i] = change.painted_us - change.typed_us;
    }
  printf ("%u people, a coefficient typed, %d times\n", people, ROUNDS);
  print_line ("figures in the table", written_us);
  print_line ("figures painted", painted_us);
  print_line ("work of the main thread", worked_us);
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

  desk_init (&argc, &argv);
  db = desk_demo (people);
  tasks = sz_tasks_new (db, "bench");
  window = gtk_window_new ();
  page = g_object_new (SZ_TYPE_PAY_PAGE, "as-of", 20260108, "tasks", tasks, NULL);
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
