/* sz-page.h — a duty's page: actions left, filters right, a table, details that follow, a foot
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "sz-date.h"
#include "sz-job.h"

G_BEGIN_DECLS

/**
 * SzPage: base class of all pages of the window. A page is made of panes; it asks office for what
 * it shows through the window's tasks.
 *
 * Properties: "title", "icon-name", "settings" (GSettings, construct-only: the window's), "tasks"
 * (SzTasks, NULL while no college is open), "as-of" (int, an SzDate), "search" (string), "foot"
 * (string, read by the window), "badge" (uint). Settings are there from constructed() on.
 * Vfuncs are called on the main thread; all but reload() have defaults that do nothing.
 *
 * Signals, for the window: "toast" (SzToast): a word about what happened; "done" (text, act): a
 * writing act that Ctrl+Z takes back from now on.
 */
#define SZ_TYPE_PAGE (sz_page_get_type ())
G_DECLARE_DERIVABLE_TYPE (SzPage, sz_page, SZ, PAGE, AdwBin)

struct _SzPageClass
{
  AdwBinClass parent_class;

  /* The page is shown, the date or the data changed: fetch again. Not called while it is hidden. */
  void (*reload) (SzPage *self);
  /* The search text changed (as typed). */
  void (*search_changed) (SzPage *self, const char *text);
  /* Ctrl+C: TRUE when it copied. */
  gboolean (*copy) (SzPage *self);
  /* From the search field: the keyboard goes to what was found; @open: opens the first of it. */
  void (*enter) (SzPage *self, gboolean open);
  /* Changes that make the page reload; 0: all of them. */
  SzChange concerns;
  /* Whether the header shows the search entry and the date for this page. */
  gboolean has_search;
  gboolean has_date;
  /* What can be searched for, marked by N_(); NULL: people. */
  const char *search_hint;
  /* F9 folds it away. */
  gboolean has_details;
};

/** SzToast: @label and @action (nullable): of a button; @target (nullable): of the action, sunk. */
typedef struct
{
  const char *text;
  const char *label;
  const char *action;
  GVariant *target;
} SzToast;

/** sz_page_get_tasks: (nullable) (transfer none). */
SzTasks *sz_page_get_tasks (SzPage *self);
/** sz_page_get_settings: (transfer none). */
GSettings *sz_page_get_settings (SzPage *self);
/** sz_page_get_window: (nullable) (transfer none): for dialogs. */
GtkWindow *sz_page_get_window (SzPage *self);
/** sz_page_add_job: (transfer none): work of the page; its errors are shown over the page, and it
 * ends with the page. */
SzJob *sz_page_add_job (SzPage *self);
/** sz_page_read: something that is asked for once, by a button. */
void sz_page_read (SzPage *self, const SzWork *work, SzJobDone done);
/** sz_page_write: a writing act of the page; an error is shown over the page, @done (nullable) gets
 * what it gave. */
void sz_page_write (SzPage *self, const SzWork *work, SzJobDone done);
/** sz_page_is_settled: nothing is under way and nothing is out of date. For tests and pictures. */
gboolean sz_page_is_settled (SzPage *self);
/** sz_page_get_as_of: the day that the page is about. */
SzDate sz_page_get_as_of (SzPage *self);
/** sz_page_get_search: never NULL, "" for none. */
const char *sz_page_get_search (SzPage *self);
/** sz_page_set_foot: @text: translated; the window shows it below. */
void sz_page_set_foot (SzPage *self, const char *text);
/** sz_page_set_badge: what waits, beside its name; 0: none. */
void sz_page_set_badge (SzPage *self, guint count);
/** sz_page_show: called by the window: the page is the one seen from now on; what is stale is
 * fetched while the window is still being laid out. */
void sz_page_show (SzPage *self);
/** sz_page_reload: now when it is shown, else when it will be. */
void sz_page_reload (SzPage *self);
/** sz_page_set_child: (template children do it themselves): the page's content. */
void sz_page_set_child (SzPage *self, GtkWidget *child);
/** sz_page_toast: a toast with an optional button that activates @action ("win.undo"). @label,
 * @action and @target nullable. */
void sz_page_toast (
    SzPage *self, const char *text, const char *label, const char *action, GVariant *target);
/** sz_page_done: after a writing act: a toast with Undo, and Ctrl+Z takes @act back ("batch:12" for
 * an import). @text "": nothing is said, it only can be taken back. */
void sz_page_done (SzPage *self, const char *text, const char *act);
/** sz_page_show_error: the sentence of @error (sz-message) in an info bar over the page, of a
 * refusal with a link to the help's section on its rule; cancelled ones are silent. */
void sz_page_show_error (SzPage *self, const GError *error);
/** sz_page_go: shows another page of the window: "people", "workload", "pay", …, or one of its
 * lists: "supervision:due"; of them a row: "supervision:findings#17", or what a search finds, the
 * first of it selected: "people?1034". "parttime@2026-03-01": as of that day, as all pages from
 * then on. */
void sz_page_go (SzPage *self, const char *name);

G_END_DECLS
