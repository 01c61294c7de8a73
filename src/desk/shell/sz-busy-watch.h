/* sz-busy-watch.h — looks whether somebody else has been writing for a while (RULE srv-17)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sz-task.h"

G_BEGIN_DECLS

typedef struct _SzBusyWatch SzBusyWatch;

/** SzBusyClock: microseconds that only grow, as g_get_monotonic_time(). */
typedef gint64 (*SzBusyClock) (void);

/** SzBusyFunc: on the main thread: who writes, and on which computer; %NULL: nobody any more. */
typedef void (*SzBusyFunc) (const char *who, const char *host, gpointer user_data);

/** sz_busy_watch_new: (transfer full): asks every second; @func is called when somebody else has
 * been writing for longer than two seconds, and when that is over. */
SzBusyWatch *
sz_busy_watch_new (SzTasks *tasks, SzBusyClock clock, SzBusyFunc func, gpointer user_data);
/** sz_busy_watch_free: nothing is told any more. */
void sz_busy_watch_free (SzBusyWatch *watch);

/** sz_busy_watch_ask: asks now. */
void sz_busy_watch_ask (SzBusyWatch *watch);
/** sz_busy_watch_is_asking: the answer is still on its way. */
gboolean sz_busy_watch_is_asking (const SzBusyWatch *watch);

G_END_DECLS
