/* sz-window-private.h — the window and its actions
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

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
  GtkWidget *search;
  SzDateButton *date_button;
  GtkWidget *place; /* of the pages: what is wider than the screen is scrolled, not cut */
  GtkStack *pages;
  GtkLabel *foot;
  GtkWidget *progress_box;
  GtkLabel *progress_label;
  GtkProgressBar *progress;
  GMenu *recent_menu;
  GtkMenuButton *menu_button;

  /* Owned */
  SzTasks *tasks;
  SzScanJob *scans; /* NULL while no college is open */
  GSettings *settings;
  GBindingGroup *page_bindings;
  GHashTable *badges; /* name of the duty → label (borrowed) */
  GQueue undoable;    /* ids of acts of this window, the latest at the tail */
  char *redoable;     /* the act that took the latest back; NULL: none did */
  char *typed;        /* what stood where one types when the latest act was done; NULL: nowhere */
  char *found;        /* what stood in the field when one came to it */

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

/** _sz_window_install_safety: win.restore, win.college; in class_init. */
void _sz_window_install_safety (GtkWidgetClass *widget_class);
/** _sz_window_watch_safety: looks at the college that was just opened, and again after each change:
 *  one that does not verify says so; after the day's first act the day's copy is made. */
void _sz_window_watch_safety (SzWindow *self, SzTasks *tasks);

G_END_DECLS
