/* watch-desk.h — targets, statistics and supervision on a demo college, for their tests
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "desk-fixture.h"

G_BEGIN_DECLS

/** A day of the year of the demo college. */
#define WATCH_DESK_DAY 20251015

typedef struct
{
  char *path;
  SzTasks *tasks;
  SzWindow *window;
  SzPage *page;
  GtkWidget *dialog;
} WatchDesk;

/** watch_desk_open: a window on a demo college that was scanned, on @page, as of the day. */
void watch_desk_open (WatchDesk *desk, const char *page);
/** watch_desk_open_at: the same on the college at @path (transfer full), as it is. */
void watch_desk_open_at (WatchDesk *desk, char *path, const char *page);
void watch_desk_close (WatchDesk *desk);

/** watch_desk_is_settled: a #DeskCondition over a WatchDesk: the page has what was asked. */
gboolean watch_desk_is_settled (gpointer desk);
/** watch_desk_count_rows: of the list that is shown. */
guint watch_desk_count_rows (WatchDesk *desk);
/** watch_desk_find_pane: what is asked beside or above the list. */
GtkWidget *watch_desk_find_pane (WatchDesk *desk);
/** watch_desk_fill: the row called @title of the dialog, or of whatever stands for it. */
void watch_desk_fill (WatchDesk *desk, const char *title, const char *text);
/** watch_desk_choose_target: by its place among the ten, as a line of the overview does. */
void watch_desk_choose_target (WatchDesk *desk, guint place);
/** watch_desk_assert_chosen: the target chosen in the list at the left. */
void watch_desk_assert_chosen (WatchDesk *desk, const char *name);

G_END_DECLS
