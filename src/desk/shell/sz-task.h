/* sz-task.h — work off the main thread: a reader and a writer, each with its own college
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gio/gio.h>

#include "sz-office.h"
#include "sz-progress.h"

G_BEGIN_DECLS

/**
 * SzTasks: the two worker threads of a window: a reader and a writer, each with one connection
 * (an #SzOffice of its own). A page hands in a snapshot and gets back a finished value; nothing of
 * the main thread is touched by the workers. Readings queue behind readings, writings behind
 * writings. A changed database is told by the signal "changed".
 *
 * Signals:
 * "changed": (what: a word such as "people", "workload", "pay", "params", or "all"): after a
 * writing task was done, or "all" when another process wrote (PRAGMA data_version is polled every
 * second).
 */
#define SZ_TYPE_TASKS (sz_tasks_get_type ())
G_DECLARE_FINAL_TYPE (SzTasks, sz_tasks, SZ, TASKS, GObject)

/** sz_tasks_new: opens @db in both threads, without waiting; trouble comes with the first task. */
SzTasks *sz_tasks_new (const char *db, const char *who);

/**
 * SzTaskFunc: runs in a worker thread.
 * @input: the snapshot handed in; belongs to the task
 *
 * Returns: the finished value, or %NULL with @error.
 */
typedef gpointer (*SzTaskFunc) (SzOffice *office,
                                gpointer input,
                                SzProgress progress,
                                GCancellable *cancellable,
                                GError **error);

/**
 * sz_tasks_read:
 * @object: (nullable): whose callback it is; kept alive until the callback
 * @input: (transfer full), freed by @free_input
 * @free_result: for a value that nobody takes
 * @callback: on the main thread; takes the value by sz_tasks_finish()
 */
void sz_tasks_read (SzTasks *tasks,
                    gpointer object,
                    SzTaskFunc func,
                    gpointer input,
                    GDestroyNotify free_input,
                    GDestroyNotify free_result,
                    GCancellable *cancellable,
                    GAsyncReadyCallback callback,
                    gpointer user_data);

/** sz_tasks_write: the same in the writer; @changed (nullable): told by the signal when it is done.
 */
void sz_tasks_write (SzTasks *tasks,
                     gpointer object,
                     const char *changed,
                     SzTaskFunc func,
                     gpointer input,
                     GDestroyNotify free_input,
                     GDestroyNotify free_result,
                     GCancellable *cancellable,
                     GAsyncReadyCallback callback,
                     gpointer user_data);

/** sz_tasks_finish: (transfer full): the value; a task that is to give nothing returns
 * GINT_TO_POINTER (TRUE). */
gpointer sz_tasks_finish (GAsyncResult *result, GError **error);

/**
 * sz_tasks_set_progress: where the progress of running tasks is shown, on the main thread, at most
 * every 50 ms; @what is a translated word, @fraction −1: not known, 2: done.
 */
typedef void (*SzTasksProgressFunc) (const char *what, double fraction, gpointer user_data);
void sz_tasks_set_progress (SzTasks *tasks, SzTasksProgressFunc func, gpointer user_data);

/** sz_tasks_cancel: the task whose progress is shown; its callback gets the error that is silent.
 */
void sz_tasks_cancel (SzTasks *tasks);

G_END_DECLS
