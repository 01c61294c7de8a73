/* sz-window-private.h — the window and its actions
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sz-count-job.h"
#include "sz-date-button.h"
#include "sz-scan-job.h"
#include "sz-welcome.h"
#include "sz-window.h"

G_BEGIN_DECLS

struct _SzWindow
{
  AdwApplicationWindow parent_instance;

  /* Template widgets */
  AdwToastOverlay *toasts;
  GtkStack *stack;
  GtkWidget *sidebar;
  GtkLabel *college_label;
  GtkListBox *duties;
  GtkLabel *page_label;
  GtkWidget *tabs; /* instead of it, where a duty has several pages */
  GtkWidget *search;
  SzDateButton *date_button;
  GtkWidget *place; /* of the pages: what is wider than the screen is scrolled, not cut */
  GtkStack *pages;
  GtkLabel *foot;
  GtkWidget *progress_box;
  GtkLabel *progress_label;
  GtkProgressBar *progress;
  GMenu *recent_menu;
  GMenu *account_menu;
  GtkMenuButton *menu_button;

  /* Owned */
  SzTasks *tasks;
  SzScanJob *scans;   /* NULL while no college is open */
  SzCountJob *counts; /* the same */
  GSettings *settings;
  GBindingGroup *page_bindings;
  GHashTable *badges; /* name of the duty → label (borrowed) */
  GQueue undoable;    /* ids of acts of this window, the latest at the tail */
  const char *asked;  /* the page of the duty being chosen, when it is not its first; NULL: none */
  char *wanted;       /* the page asked for before it was known who it is; NULL: none */
  char *package;      /* a file to take over as soon as somebody is in; NULL: none */
  gboolean text_undone; /* the latest that was taken back was typing */
  char *redoable;       /* the act that took the latest back; NULL: none did */
  char *typed;          /* what stood where one types when the latest act was done; NULL: nowhere */
  char *found;          /* what stood in the field when one came to it */
  GPtrArray *hidden;    /* of GtkWindow: dialogs that a lock took out of sight */
  GDBusConnection *bus; /* NULL: none, or not yet */
  guint bus_signals[4];
  AdwToast *next_toast; /* NULL: none waits */
  guint toast_source;   /* while the latest comes in; 0: it stands, or there is none */
  guint idle_source;
  int idle_minutes; /* it locks after so long; 0: nobody signed in */
  gint64 last_seen; /* monotonic */
  gboolean locked;
  gboolean entered; /* a page of this college was shown */

  /* Borrowed */
  SzPage *page;    /* the one shown */
  AdwToast *toast; /* weak: the latest */
};

/** _sz_window_dup_typed: (nullable): the text of the field that one types in. */
char *_sz_window_dup_typed (SzWindow *self);
/** _sz_window_accept_files: a sheet dropped on @self opens the assistant. */
void _sz_window_accept_files (SzWindow *self);
/** _sz_window_install_actions: in class_init. */
void _sz_window_install_actions (GtkWidgetClass *widget_class);

/** _sz_window_show_duty: the line @row of the sidebar, and of its pages @name. */
void _sz_window_show_duty (SzWindow *self, GtkListBoxRow *row, const char *name);
/** _sz_window_find_head: the duty whose line of the sidebar stands for the page @name. */
const char *_sz_window_find_head (const char *name);
/** _sz_window_show_tabs: of the duty of the page @name, if it has more than that one. */
void _sz_window_show_tabs (SzWindow *self, const char *name);
/** _sz_window_enter: shows the page that was last shown, or the first that may be seen. */
void _sz_window_enter (SzWindow *self);
/** _sz_window_forget: what the account before did here: its acts cannot be taken back any more. */
void _sz_window_forget (SzWindow *self);

/** _sz_window_install_account: win.lock, win.switch-user, win.accounts, win.hand-over,
 *  win.take-over; in class_init. */
void _sz_window_install_account (GtkWidgetClass *widget_class);
void _sz_window_begin_account (SzWindow *self);
void _sz_window_end_account (SzWindow *self);
/** _sz_window_settle_account: a college was opened, with @accounts or without: asks who it is, or
 *  shows its pages. */
void _sz_window_settle_account (SzWindow *self, gboolean accounts);
/** _sz_window_lock: nothing of the college is seen until its account is back. */
void _sz_window_lock (SzWindow *self);

/** _sz_window_install_undo: win.undo, win.undo-act, win.redo; in class_init. */
void _sz_window_install_undo (GtkWidgetClass *widget_class);
/** _sz_window_install_safety: win.restore, win.college; in class_init. */
void _sz_window_install_safety (GtkWidgetClass *widget_class);
/** _sz_window_watch_server: says above the page when the server of @tasks is away. */
void _sz_window_watch_server (SzWindow *self, SzTasks *tasks);
/** _sz_window_watch_safety: looks at the college that was just opened, and again after each change:
 *  one that does not verify says so; after the day's first act the day's copy is made. */
void _sz_window_watch_safety (SzWindow *self, SzTasks *tasks);

G_END_DECLS
