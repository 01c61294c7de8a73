/* watch-desk.c — targets, statistics and supervision on a demo college, for their tests
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "watch-desk.h"

#include "sz-ask-pane.h"
#include "sz-finding-act.h"
#include "sz-list-page.h"
#include "sz-side-list.h"

gboolean
watch_desk_is_settled (gpointer data)
{
  WatchDesk *desk = data;

  return SZ_IS_LIST_PAGE (desk->page) ? sz_list_page_is_settled (SZ_LIST_PAGE (desk->page))
                                            && sz_page_is_settled (desk->page)
                                      : sz_page_is_settled (desk->page);
}

/* What the demo college has is found before anybody looks. */
static void
scan (const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SzOffice) office = sz_office_open (path, "扫描员", &error);
  SzScanReport report;

  g_assert_no_error (error);
  g_assert_true (sz_office_findings_scan (office, WATCH_DESK_DAY, &report, &error));
  g_assert_cmpuint (report.found, >, 0);
}

void
watch_desk_open_at (WatchDesk *desk, char *path, const char *page)
{
  *desk = (WatchDesk){ .path = path };
  desk->window = desk_window (desk->path, &desk->tasks);
  gtk_widget_activate_action (GTK_WIDGET (desk->window), "win.page", "s", page);
  desk->page = sz_window_get_page (desk->window, page);
  desk_wait (watch_desk_is_settled, desk);
  g_object_set (desk->page, "as-of", WATCH_DESK_DAY, NULL);
  desk_wait (watch_desk_is_settled, desk);
}

void
watch_desk_open (WatchDesk *desk, const char *page)
{
  char *path = desk_demo (30);

  scan (path);
  watch_desk_open_at (desk, path, page);
}

void
watch_desk_close (WatchDesk *desk)
{
  desk_take_down (GTK_WINDOW (desk->window), desk->tasks, desk->path);
}

guint
watch_desk_count_rows (WatchDesk *desk)
{
  return sz_list_table_get_size (sz_list_page_get_table (SZ_LIST_PAGE (desk->page)));
}

/* What is asked below the details of the row chosen. */
GtkWidget *
watch_desk_find_pane (WatchDesk *desk)
{
  return desk_find (GTK_WIDGET (desk->page), SZ_TYPE_ASK_PANE, NULL, NULL);
}

void
watch_desk_fill (WatchDesk *desk, const char *title, const char *text)
{
  GtkWidget *row = desk_find (desk->dialog, ADW_TYPE_ENTRY_ROW, "title", title);

  g_assert_nonnull (row);
  gtk_editable_set_text (GTK_EDITABLE (row), text);
}

/* By its place among the ten, as a line of the overview does. */
void
watch_desk_choose_target (WatchDesk *desk, guint place)
{
  g_autofree char *where = g_strdup_printf ("targets:targets#%u", place);

  gtk_widget_activate_action (GTK_WIDGET (desk->window), "win.page", "s", where);
  desk_wait (watch_desk_is_settled, desk);
}

/* The target chosen in the list at the left. */
void
watch_desk_assert_chosen (WatchDesk *desk, const char *name)
{
  GtkWidget *list = desk_find (GTK_WIDGET (desk->page), SZ_TYPE_SIDE_LIST, NULL, NULL);
  GtkWidget *rows = desk_find (list, GTK_TYPE_LIST_BOX, NULL, NULL);
  GtkListBoxRow *row = gtk_list_box_get_selected_row (GTK_LIST_BOX (rows));

  g_assert_nonnull (row);
  g_assert_nonnull (desk_find (GTK_WIDGET (row), GTK_TYPE_LABEL, "label", name));
}
