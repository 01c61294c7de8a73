/* test-window.c — what the window makes only when it is asked for
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-fixture.h"
#include "sz-busy-watch.h"

#include <glib/gstdio.h>
#include <sqlite3.h>
#include <string.h>

#include "sz-office.h"
#include "sz-safety.h"
#include "sz-soundness.h"
#include "sz-take-over-dialog.h"
#include "sz-window.h"

static void
test_shortcuts (void)
{
  GtkWidget *window = GTK_WIDGET (sz_window_new (NULL));
  GtkApplicationWindow *application_window = GTK_APPLICATION_WINDOW (window);
  GtkShortcutsWindow *overlay;

  g_assert_null (gtk_application_window_get_help_overlay (application_window));
  g_assert_true (gtk_widget_activate_action (window, "win.show-help-overlay", NULL));
  overlay = gtk_application_window_get_help_overlay (application_window);
  g_assert_nonnull (overlay);
  g_assert_true (gtk_widget_get_visible (GTK_WIDGET (overlay)));
  g_assert_true (gtk_window_get_transient_for (GTK_WINDOW (overlay)) == GTK_WINDOW (window));
  g_assert_nonnull (desk_find (GTK_WIDGET (overlay), GTK_TYPE_SHORTCUTS_SHORTCUT, "action-name",
                               "win.show-help-overlay"));

  gtk_window_close (GTK_WINDOW (overlay));
  g_assert_true (gtk_widget_activate_action (window, "win.show-help-overlay", NULL));
  g_assert_true (gtk_application_window_get_help_overlay (application_window) == overlay);
  g_assert_true (gtk_widget_get_visible (GTK_WIDGET (overlay)));
  gtk_window_destroy (GTK_WINDOW (window));
  desk_turn ();
}

static GtkWidget *
find_bar (SzWindow *window)
{
  GtkWidget *label = desk_find (GTK_WIDGET (window), GTK_TYPE_BUTTON, "label", "_Accept As It Is…");

  return gtk_widget_get_ancestor (label, GTK_TYPE_INFO_BAR);
}

static gboolean
is_told (gpointer window)
{
  return gtk_widget_get_visible (find_bar (window));
}

static gboolean
is_not_told (gpointer window)
{
  return !is_told (window);
}

static void
tamper (const char *path)
{
  g_autoptr (SzOffice) office = NULL;
  g_autoptr (SzIssueList) issues = sz_issue_list_new ();
  SzVerifyReport report = { 0 };
  sqlite3 *db;

  g_assert_cmpint (sqlite3_open (path, &db), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (db, "UPDATE people SET name = name || 'X' WHERE id = 1", NULL,
                                 NULL, NULL),
                   ==, SQLITE_OK);
  sqlite3_close (db);
  office = sz_office_open (path, "test", NULL);
  g_assert_true (sz_office_verify (office, issues, &report, NULL, NULL));
}

static GtkWindow *
find_dialog (SzWindow *window)
{
  g_autoptr (GListModel) all = g_object_ref (gtk_window_get_toplevels ());

  for (guint i = 0; i < g_list_model_get_n_items (all); i++)
    {
      g_autoptr (GtkWindow) found = g_list_model_get_item (all, i);

      if (ADW_IS_MESSAGE_DIALOG (found)
          && gtk_window_get_transient_for (found) == GTK_WINDOW (window))
        return found;
    }
  return NULL;
}

static gboolean
has_dialog (gpointer window)
{
  return find_dialog (window) != NULL;
}

/* Issue 7, 34: it stands on the window's face, and goes when somebody accepts it with a reason. */
static void
test_unsound (void)
{
  char *path = desk_demo (5);
  SzTasks *tasks;
  SzWindow *window;
  GtkWindow *dialog;
  GtkWidget *entry;

  tamper (path);
  window = desk_window (path, &tasks);
  desk_wait (is_told, window);
  gtk_info_bar_response (GTK_INFO_BAR (find_bar (window)), 2);
  dialog = find_dialog (window);
  g_assert_false (adw_message_dialog_get_response_enabled (ADW_MESSAGE_DIALOG (dialog), "accept"));
  entry = adw_message_dialog_get_extra_child (ADW_MESSAGE_DIALOG (dialog));
  gtk_editable_set_text (GTK_EDITABLE (entry), "put right by the registry");
  g_assert_true (adw_message_dialog_get_response_enabled (ADW_MESSAGE_DIALOG (dialog), "accept"));
  adw_message_dialog_response (ADW_MESSAGE_DIALOG (dialog), "accept");
  desk_wait (is_not_told, window);
  desk_take_down (GTK_WINDOW (window), tasks, path);
}

/* Issue 7, 42: how many acts it holds, its head, and when a copy last verified. */
static void
test_college (void)
{
  char *path = desk_demo (5);
  SzTasks *tasks;
  SzWindow *window = desk_window (path, &tasks);
  GtkWindow *dialog;
  const char *text;

  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (window), "win.college", NULL));
  desk_wait (has_dialog, window);
  dialog = find_dialog (window);
  text = adw_message_dialog_get_body (ADW_MESSAGE_DIALOG (dialog));
  g_assert_nonnull (strstr (text, path));
  g_assert_true (g_regex_match_simple ("Acts in the log: [1-9]", text, 0, 0));
  g_assert_true (g_regex_match_simple ("Head of the log: [0-9a-f]{8}", text, 0, 0));
  gtk_window_destroy (dialog);
  desk_take_down (GTK_WINDOW (window), tasks, path);
}

static gboolean
has_take_over (gpointer window)
{
  g_autoptr (GList) windows = gtk_window_list_toplevels ();
  gboolean found = FALSE;

  for (GList *item = windows; item != NULL; item = item->next)
    found |= SZ_IS_TAKE_OVER_DIALOG (item->data)
             && gtk_window_get_transient_for (GTK_WINDOW (item->data)) == window;
  return found;
}

/* Issue 13: the file of another office, opened by a double click, waits for the college. */
static void
test_package_from_outside (void)
{
  g_autofree char *file
      = g_build_filename (g_getenv ("SHIZI_SOURCE_ROOT"), "tests/samples/package/good.szpkg", NULL);
  char *path = desk_demo (5);
  SzTasks *tasks;
  SzWindow *window = desk_window (path, &tasks);

  sz_window_take_over (window, file);
  desk_wait (has_take_over, window);
  desk_take_down (GTK_WINDOW (window), tasks, path);
}

/* ---- who writes (RULE srv-17) ---- */

static gint64 clock_us;

static gint64
read_clock (void)
{
  return clock_us;
}

typedef struct
{
  char *who;
  guint n_told;
} Heard;

static void
heard_cb (const char *who, const char *host, gpointer user_data)
{
  Heard *heard = user_data;

  g_free (heard->who);
  heard->who = g_strdup (who);
  heard->n_told++;
}

static gboolean
is_answered (gpointer watch)
{
  return !sz_busy_watch_is_asking (watch);
}

/* One look, so long after the last one. */
static void
look_after (SzBusyWatch *watch, gint64 later_us)
{
  desk_wait (is_answered, watch);
  clock_us += later_us;
  sz_busy_watch_ask (watch);
  desk_wait (is_answered, watch);
}

/* As an act of another program says it beside the file. */
static void
put_label (const char *path, const char *who)
{
  g_autofree char *file = g_strconcat (path, ".writer", NULL);
  g_autofree char *text = g_strdup_printf ("act\n2026-01-05T08:00:00Z\n%d\n%s\n%s\n",
                                           (int)getpid (), g_get_host_name (), who);

  g_assert_true (g_file_set_contents (file, text, -1, NULL));
}

static void
remove_label (const char *path)
{
  g_autofree char *file = g_strconcat (path, ".writer", NULL);

  g_remove (file);
}

/* RULE srv-17: who writes for longer than two seconds is named, what takes less is not; oneself is
 * nobody else. */
static void
test_writer (void)
{
  char *path = desk_demo (1);
  SzTasks *tasks = sz_tasks_new (path, "王五");
  Heard heard = { NULL, 0 };
  SzBusyWatch *watch = sz_busy_watch_new (tasks, read_clock, heard_cb, &heard);

  look_after (watch, 0);
  put_label (path, "李四");
  look_after (watch, 1);
  look_after (watch, 2 * G_USEC_PER_SEC);
  g_assert_cmpuint (heard.n_told, ==, 0);
  look_after (watch, 1);
  g_assert_cmpstr (heard.who, ==, "李四");
  look_after (watch, 10 * G_USEC_PER_SEC);
  g_assert_cmpuint (heard.n_told, ==, 1);
  /* Another one begins his two seconds anew. */
  put_label (path, "赵六");
  look_after (watch, 1);
  g_assert_null (heard.who);
  look_after (watch, 3 * G_USEC_PER_SEC);
  g_assert_cmpstr (heard.who, ==, "赵六");
  remove_label (path);
  look_after (watch, 1);
  g_assert_null (heard.who);
  put_label (path, "王五");
  look_after (watch, 1);
  look_after (watch, 5 * G_USEC_PER_SEC);
  g_assert_null (heard.who);
  remove_label (path);
  sz_busy_watch_free (watch);
  sz_tasks_stop (tasks);
  g_object_unref (tasks);
  desk_turn ();
  desk_demo_free (path);
}

int
main (int argc, char **argv)
{
  desk_init (&argc, &argv);
  g_test_add_func ("/desk/window/shortcuts", test_shortcuts);
  g_test_add_func ("/desk/window/unsound", test_unsound);
  g_test_add_func ("/desk/window/college", test_college);
  g_test_add_func ("/desk/window/package-from-outside", test_package_from_outside);
  g_test_add_func ("/desk/window/srv-17/who-writes", test_writer);
  return g_test_run ();
}
