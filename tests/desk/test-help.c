/* test-help.c — F1 opens the page of where one is; a viewer that is not there is named
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <adwaita.h>
#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

#include "desk-fixture.h"
#include "sz-application.h"
#include "sz-duties.h"
#include "sz-error.h"
#include "sz-help.h"
#include "sz-import-dialog.h"
#include "sz-person-dialog.h"

/* The data of the desktop: no viewer, until the test puts one there. */
static char *folder;

static char *
dup_place (const char *name)
{
  return g_build_filename (folder, name, NULL);
}

static gboolean
names_missing (gpointer data)
{
  g_autoptr (GList) windows = gtk_window_list_toplevels ();
  gboolean found = FALSE;

  for (GList *item = windows; item != NULL; item = item->next)
    found |= ADW_IS_MESSAGE_DIALOG (item->data)
             && strstr (adw_message_dialog_get_body (item->data), "yelp") != NULL;
  return found;
}

static void
test_no_viewer (void)
{
  GtkWidget *window = gtk_window_new ();
  GListModel *windows = gtk_window_get_toplevels ();

  gtk_window_present (GTK_WINDOW (window));
  sz_help_show (window, "pay");
  desk_wait (names_missing, NULL);
  while (g_list_model_get_n_items (windows) > 0)
    {
      g_autoptr (GtkWindow) one = g_list_model_get_item (windows, 0);

      gtk_window_destroy (one);
    }
  desk_turn ();
}

/* A viewer that writes down what it is asked for. */
static void
put_viewer (void)
{
  static const char list[] = "[Default Applications]\nx-scheme-handler/help=viewer.desktop\n";
  g_autofree char *applications = dup_place ("applications");
  g_autofree char *desktop = dup_place ("applications/viewer.desktop");
  g_autofree char *defaults = dup_place ("applications/mimeapps.list");
  g_autofree char *asked = dup_place ("asked");
  g_autofree char *program = dup_place ("viewer");
  g_autofree char *script = g_strdup_printf ("#!/bin/sh\necho \"$1\" >>'%s'\n", asked);
  g_autofree char *entry
      = g_strdup_printf ("[Desktop Entry]\nType=Application\nName=Viewer\nExec=%s %%u\n"
                         "MimeType=x-scheme-handler/help;\n",
                         program);

  g_mkdir_with_parents (applications, 0700);
  g_assert_true (g_file_set_contents (program, script, -1, NULL));
  g_chmod (program, 0700);
  g_assert_true (g_file_set_contents (desktop, entry, -1, NULL));
  g_assert_true (g_file_set_contents (defaults, list, -1, NULL));
}

static gboolean
has_viewer (gpointer data)
{
  g_autoptr (GAppInfo) viewer = g_app_info_get_default_for_uri_scheme ("help");

  return viewer != NULL;
}

static gboolean
was_asked (gpointer data)
{
  g_autofree char *path = dup_place ("asked");
  g_autofree char *text = NULL;
  g_autofree char *line = g_strdup_printf ("help:shizi/%s\n", (const char *)data);

  return g_file_get_contents (path, &text, NULL, NULL) && g_str_has_suffix (text, line);
}

static gboolean
tick_cb (gpointer user_data)
{
  return G_SOURCE_CONTINUE;
}

static void
wait_asked (const char *page)
{
  guint tick = g_timeout_add (20, tick_cb, NULL);

  desk_wait (was_asked, (gpointer)page);
  g_source_remove (tick);
}

/* As the program does: a dialog has the key by itself. */
static void
press_f1 (GtkWidget *window)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (window);
  gboolean done = FALSE;

  for (guint i = 0; i < g_list_model_get_n_items (controllers) && !done; i++)
    {
      g_autoptr (GtkEventController) one = g_list_model_get_item (controllers, i);

      for (guint k = 0;
           GTK_IS_SHORTCUT_CONTROLLER (one) && k < g_list_model_get_n_items (G_LIST_MODEL (one));
           k++)
        {
          g_autoptr (GtkShortcut) shortcut = g_list_model_get_item (G_LIST_MODEL (one), k);
          g_autofree char *trigger
              = gtk_shortcut_trigger_to_string (gtk_shortcut_get_trigger (shortcut));

          if (!g_str_equal (trigger, "F1"))
            continue;
          done = gtk_shortcut_action_activate (gtk_shortcut_get_action (shortcut), 0, window, NULL);
          break;
        }
    }
  g_assert_true (done);
}

static void
test_pages (void)
{
  char *path = desk_demo (5);
  SzTasks *tasks;
  SzWindow *window;
  GtkWidget *dialog;
  guint tick = g_timeout_add (20, tick_cb, NULL);

  put_viewer ();
  desk_wait (has_viewer, NULL);
  g_source_remove (tick);
  sz_help_watch_dialogs ();
  window = sz_window_new (NULL);
  sz_window_welcome (window);
  gtk_window_present (GTK_WINDOW (window));
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (window), "win.help", NULL));
  wait_asked ("start");
  /* What the toast of a bad verification leads to. */
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (window), "win.rule", "s", "aud-1"));
  wait_asked ("rules#aud-1");
  gtk_window_destroy (GTK_WINDOW (window));

  window = desk_window (path, &tasks);
  for (const SzDuty *duty = sz_duties (); duty->name != NULL; duty++)
    {
      gtk_widget_activate_action (GTK_WIDGET (window), "win.page", "s", duty->name);
      desk_turn ();
      g_assert_true (gtk_widget_activate_action (GTK_WIDGET (window), "win.help", NULL));
      if (sz_window_get_page (window, duty->name) != NULL
          && gtk_widget_get_mapped (GTK_WIDGET (window)))
        wait_asked (duty->name);
    }
  dialog = GTK_WIDGET (sz_import_dialog_new (GTK_WINDOW (window), tasks, NULL));
  gtk_window_present (GTK_WINDOW (dialog));
  press_f1 (dialog);
  wait_asked ("import");
  gtk_window_destroy (GTK_WINDOW (dialog));
  /* One without a page of its own: that of the page behind it. */
  gtk_widget_activate_action (GTK_WIDGET (window), "win.page", "s", "people");
  dialog = gtk_window_new ();
  gtk_window_set_transient_for (GTK_WINDOW (dialog), GTK_WINDOW (window));
  gtk_window_present (GTK_WINDOW (dialog));
  press_f1 (dialog);
  wait_asked ("people");
  gtk_window_destroy (GTK_WINDOW (dialog));
  desk_take_down (GTK_WINDOW (window), tasks, path);
}

/* A refusal leads to its rule, by mouse and by key; what is said later is no link any more. */
static void
test_refusal (void)
{
  GtkWidget *window = gtk_window_new ();
  GtkWidget *label = g_object_ref_sink (gtk_label_new (NULL));
  g_autoptr (GError) refused = NULL;
  gboolean done = FALSE;

  gtk_window_set_child (GTK_WINDOW (window), label);
  gtk_window_present (GTK_WINDOW (window));
  sz_error_set (&refused, SZ_ERROR_REFUSED, "run.same_person", "who", "A & B", "run", "1", "verb",
                "C", NULL);
  sz_refusal_tell (GTK_LABEL (label), refused);
  sz_refusal_tell (GTK_LABEL (label), refused);
  g_assert_nonnull (strstr (gtk_label_get_text (GTK_LABEL (label)), "A & B"));
  g_signal_emit_by_name (label, "activate-link", "help:shizi/rules#pay-11", &done);
  g_assert_true (done);
  wait_asked ("rules#pay-11");
  gtk_label_set_text (GTK_LABEL (label), "2 < 3");
  g_assert_false (gtk_label_get_use_markup (GTK_LABEL (label)));
  gtk_window_destroy (GTK_WINDOW (window));
  g_object_unref (label);
}

int
main (int argc, char **argv)
{
  g_autofree char *mime = NULL;
  int result;

  folder = g_dir_make_tmp ("shizi-help-XXXXXX", NULL);
  /* Icons are read by their kind. */
  mime = dup_place ("mime");
  g_assert_cmpint (symlink ("/usr/share/mime", mime), ==, 0);
  g_setenv ("XDG_DATA_HOME", folder, TRUE);
  g_setenv ("XDG_CONFIG_HOME", folder, TRUE);
  g_setenv ("XDG_DATA_DIRS", folder, TRUE);
  g_setenv ("XDG_CURRENT_DESKTOP", "none", TRUE);
  desk_init (&argc, &argv);
  g_test_add_func ("/desk/help/no-viewer", test_no_viewer);
  g_test_add_func ("/desk/help/pages", test_pages);
  g_test_add_func ("/desk/help/refusal", test_refusal);
  result = g_test_run ();
  for (const char *const *name
       = (const char *const[]){ "asked", "viewer", "applications/viewer.desktop",
                                "applications/mimeapps.list", "applications", "mime", "", NULL };
       *name != NULL; name++)
    {
      g_autofree char *path = dup_place (*name);

      g_remove (path);
    }
  g_free (folder);
  return result;
}
