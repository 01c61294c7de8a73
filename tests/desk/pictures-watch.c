/* pictures-watch.c — overview, targets, statistics and supervision, to be looked at
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <adwaita.h>

#include "pictures.h"
#include "sz-list-page.h"
#include "sz-window.h"

static SzListPage *
open_list (Camera *camera, GtkWidget *window, const char *page, const char *list)
{
  SzListPage *shown;

  gtk_widget_activate_action (window, "win.page", "s", page);
  camera_rest (camera);
  shown = SZ_LIST_PAGE (sz_window_get_page (SZ_WINDOW (window), page));
  sz_list_page_show_view (shown, list);
  camera_rest (camera);
  return shown;
}

static void
take_list (Camera *camera, GtkWidget *window, const char *page, const char *list, guint row)
{
  g_autofree char *name = g_strdup_printf ("%s-%s", page, list);

  open_list (camera, window, page, list);
  camera_choose_rows (camera, window, row, 1);
  camera_rest (camera);
  camera_take (camera, window, name);
}

/* A place as the overview's lines name it. */
static void
open_place (Camera *camera, GtkWidget *window, const char *place)
{
  gtk_widget_activate_action (window, "win.page", "s", place);
  camera_rest (camera);
}

void
pictures_of_watch (Camera *camera, GtkWidget *window)
{
  SzPage *overview;
  g_autofree char *today = NULL;
  g_autofree char *back = NULL;

  gtk_widget_activate_action (window, "win.page", "s", "overview");
  camera_rest (camera);
  overview = sz_window_get_page (SZ_WINDOW (window), "overview");
  today = sz_date_format (sz_page_get_as_of (overview));
  back = g_strconcat ("overview@", today, NULL);
  /* The year of which the college has registers. */
  gtk_widget_activate_action (window, "win.page", "s", "overview@2025-10-15");
  camera_rest (camera);
  camera_take (camera, window, "overview");
  open_place (camera, window, "targets:targets#4");
  take_list (camera, window, "targets", "target-entries", 0);
  take_list (camera, window, "targets", "target-classes", 0);
  open_place (camera, window, "targets:targets#7");
  take_list (camera, window, "targets", "target-missing", 0);
  take_list (camera, window, "targets", "targets", 6);
  open_place (camera, window, "stats:stats-age#1");
  camera_take (camera, window, "stats-stats-age");
  open_place (camera, window, "stats:stats-title#3");
  camera_take (camera, window, "stats-stats-title");
  take_list (camera, window, "supervision", "findings", 0);
  take_list (camera, window, "supervision", "rectify", 0);
  take_list (camera, window, "supervision", "families", 0);
  take_list (camera, window, "supervision", "tolerance", 0);
  take_list (camera, window, "supervision", "due", 0);
  gtk_widget_activate_action (window, "win.page", "s", back);
  camera_rest (camera);
}
