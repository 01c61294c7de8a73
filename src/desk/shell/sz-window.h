/* sz-window.h — the window: duties left, a page, details, a foot
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "sz-page.h"
#include "sz-task.h"

G_BEGIN_DECLS

#define SZ_TYPE_WINDOW (sz_window_get_type ())
G_DECLARE_FINAL_TYPE (SzWindow, sz_window, SZ, WINDOW, AdwApplicationWindow)

SzWindow *sz_window_new (GtkApplication *application);

/** sz_window_welcome: new, open, try the demo: what a window shows before a college is open. */
void sz_window_welcome (SzWindow *self);
/** sz_window_open: shows the college of @tasks; the first page's rows come with the first answer.
 */
void sz_window_open (SzWindow *self, SzTasks *tasks);
/** sz_window_take_over: the file @path of another office, as soon as the college is open and it is
 *  known who it is; without a college it says so. */
void sz_window_take_over (SzWindow *self, const char *path);
/** sz_window_get_tasks: (nullable): of the open college. */
SzTasks *sz_window_get_tasks (SzWindow *self);
/** sz_window_get_page: (transfer none): made when it is first asked for; NULL for no duty. */
SzPage *sz_window_get_page (SzWindow *self, const char *name);

/** sz_window_toast: @label and @action nullable; sinks @target. */
void sz_window_toast (
    SzWindow *self, const char *text, const char *label, const char *action, GVariant *target);

/**
 * sz_window_remember_act: Ctrl+Z takes it back.
 * @act: the id of a committed act, or "batch:12" for an import
 */
void sz_window_remember_act (SzWindow *self, const char *act);
/** sz_window_toast_done: remembers the act and shows a toast with Undo. */
void sz_window_toast_done (SzWindow *self, const char *text, const char *act);

G_END_DECLS
