/* sz-task-session.h — who acts in the threads of a window, and what that account may do (RULE
 * acc-3, acc-4)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sz-session.h"
#include "sz-task.h"

G_BEGIN_DECLS

/** sz_tasks_set_session: who acts from the next task on, in both threads; %NULL: nobody. */
void sz_tasks_set_session (SzTasks *tasks, SzSession *session);
/** sz_tasks_get_session: (transfer none) (nullable). */
SzSession *sz_tasks_get_session (SzTasks *tasks);

/** sz_tasks_set_denied: (transfer full) (nullable): lines of the table of rights (a set of utf8)
 *  that whoever acts may not do. */
void sz_tasks_set_denied (SzTasks *tasks, GHashTable *denied);
/** sz_tasks_allows: whether a button for the act is of use; the office asks again. */
gboolean sz_tasks_allows (SzTasks *tasks, const char *act);

G_END_DECLS
