/* sz-task.h — work off the main thread: a reader and a writer, each with its own college
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gio/gio.h>

#include "sz-office.h"
#include "sz-progress.h"
#include "sz-session.h"

G_BEGIN_DECLS

/** SzChange: what a writing act touches; pages that show it read again. */
typedef enum
{
  SZ_CHANGED_NOTHING = 0,
  SZ_CHANGED_PEOPLE = 1 << 0,
  SZ_CHANGED_WORKLOAD = 1 << 1,
  SZ_CHANGED_PAY = 1 << 2,
  SZ_CHANGED_PARAMS = 1 << 3,
  SZ_CHANGED_REGISTERS = 1 << 4, /* what is kept as plain lists */
  SZ_CHANGED_RECRUITMENT = 1 << 5,
  SZ_CHANGED_TITLES = 1 << 6, /* posts, assessments and titles */
  SZ_CHANGED_WATCH = 1 << 7,  /* targets and findings */
  SZ_CHANGED_ALL = (1 << 8) - 1,
} SzChange;

/**
 * SzTasks: the two worker threads of a window: a reader and a writer, each with one connection
 * (an #SzOffice of its own). A page hands in a snapshot and gets back a finished value; nothing of
 * the main thread is touched by the workers. Readings queue behind readings, writings behind
 * writings. A changed database is told by the signal "changed".
 *
 * Signals:
 * "changed": (changes: uint, of SzChange): after a writing task was done, or SZ_CHANGED_ALL when
 * another process wrote: a file is asked for its version every second, a server tells (RULE
 * srv-11); after a lost connection in any case.
 * "away": (away: boolean): the server does not answer, or does again.
 */
#define SZ_TYPE_TASKS (sz_tasks_get_type ())
G_DECLARE_FINAL_TYPE (SzTasks, sz_tasks, SZ, TASKS, GObject)

/** sz_tasks_new: opens @db in both threads, without waiting; trouble comes with the first task. */
SzTasks *sz_tasks_new (const char *db, const char *who);

/** sz_tasks_new_at: of a college on a server, as @login with @password (nullable). */
SzTasks *sz_tasks_new_at (const char *db, const char *login, const char *password);

/** sz_tasks_get_db: (transfer none): the database that was opened. */
const char *sz_tasks_get_db (SzTasks *tasks);

/** sz_tasks_set_session: who acts from the next task on, in both threads; %NULL: nobody (RULE
 * acc-4). */
void sz_tasks_set_session (SzTasks *tasks, SzSession *session);
/** sz_tasks_get_session: (transfer none) (nullable). */
SzSession *sz_tasks_get_session (SzTasks *tasks);
/** sz_tasks_set_denied: (transfer full) (nullable): lines of the table of rights (a set of utf8)
 * that whoever acts may not do (RULE acc-3). */
void sz_tasks_set_denied (SzTasks *tasks, GHashTable *denied);
/** sz_tasks_allows: whether a button for the act is of use; the office asks again. */
gboolean sz_tasks_allows (SzTasks *tasks, const char *act);

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
 * SzWork: what a worker is to do.
 * @input: (transfer full), freed by @free_input
 * @free_result: for a value that nobody takes
 * @changes: of a writing: told by the signal when it is done
 * @yields: of a writing: cancelled as soon as another one waits behind it
 */
typedef struct
{
  SzTaskFunc func;
  gpointer input;
  GDestroyNotify free_input;
  GDestroyNotify free_result;
  SzChange changes;
  gboolean yields;
} SzWork;

/** SZ_WORK: one, written where it is handed over: SZ_WORK (save_cb, edit, free_edit, g_free,
 * .changes = SZ_CHANGED_PAY). */
#define SZ_WORK(...) (&(const SzWork){ __VA_ARGS__ })

/**
 * sz_tasks_read:
 * @object: (nullable): whose callback it is; kept alive until the callback
 * @cancellable: (nullable)
 * @callback: on the main thread; takes the value by sz_tasks_finish()
 */
void sz_tasks_read (SzTasks *tasks,
                    gpointer object,
                    const SzWork *work,
                    GCancellable *cancellable,
                    GAsyncReadyCallback callback,
                    gpointer user_data);
/** sz_tasks_write: the same in the writer. */
void sz_tasks_write (SzTasks *tasks,
                     gpointer object,
                     const SzWork *work,
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

/** sz_tasks_tell_changed: what a task wrote that could not know before whether it would. */
void sz_tasks_tell_changed (SzTasks *tasks, SzChange changes);

/**
 * sz_tasks_stop: cancels what runs and what waits and returns when both threads have ended; their
 * callbacks still come, from the main loop. What is handed in later is cancelled. For the end of
 * the program, which must not take the ground from under a thread.
 */
void sz_tasks_stop (SzTasks *tasks);

/** sz_tasks_cancel: the task whose progress is shown; its callback gets the error that is silent.
 */
void sz_tasks_cancel (SzTasks *tasks);

G_END_DECLS
