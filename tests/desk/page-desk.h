/* page-desk.h — one page of the window over a small demo college
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "desk-fixture.h"
#include "sz-office.h"

typedef struct
{
  char *path;
  SzTasks *tasks;
  SzWindow *window;
  SzPage *page;
  const char *text; /* for the test: what it waits for */
  guint count;
  gint64 id; /* and of a row */
} PageDesk;

/** page_desk_open: @place: "recruit", "recruit@2025-06-20". */
void page_desk_open (PageDesk *desk, const char *place);
/** page_desk_open_of: of @people instead of the usual 30. */
void page_desk_open_of (PageDesk *desk, guint people, const char *place);
void page_desk_close (PageDesk *desk);
/** page_desk_open_office: (transfer full): the college of the window, from beside it. */
SzOffice *page_desk_open_office (PageDesk *desk);
/** page_desk_find_dialog: (nullable): the window over the main one. */
GtkWidget *page_desk_find_dialog (PageDesk *desk);

/* Conditions of desk_wait(), for a PageDesk. */
gboolean page_desk_is_settled (gpointer data);
gboolean page_desk_has_dialog (gpointer data);
/** page_desk_has_no_dialog: and what it wrote is read again. */
gboolean page_desk_has_no_dialog (gpointer data);
