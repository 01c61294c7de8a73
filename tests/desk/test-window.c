/* test-window.c — what the window makes only when it is asked for
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-fixture.h"

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

int
main (int argc, char **argv)
{
  desk_init (&argc, &argv);
  g_test_add_func ("/desk/window/shortcuts", test_shortcuts);
  return g_test_run ();
}
