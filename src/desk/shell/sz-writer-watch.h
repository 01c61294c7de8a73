/* sz-writer-watch.h — looks whether somebody else has been writing for a while (RULE srv-17)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sz-task.h"

G_BEGIN_DECLS

typedef struct _SzWriterWatch SzWriterWatch;

/** SzWriterClock: microseconds that only grow, as g_get_monotonic_time(). */
typedef gint64 (*SzWriterClock) (void);

/** SzWriterFunc: on the main thread: who writes, and on which computer; %NULL: nobody any more. */
typedef void (*SzWriterFunc) (const char *who, const char *host, gpointer user_data);

/** sz_writer_watch_new: (transfer full): asks every second; @func is called when somebody else has
 * been writing for longer than two seconds, and when that is over. */
SzWriterWatch *
sz_writer_watch_new (SzTasks *tasks, SzWriterClock clock, SzWriterFunc func, gpointer user_data);
/** sz_writer_watch_free: nothing is told any more. */
void sz_writer_watch_free (SzWriterWatch *watch);

/** sz_writer_watch_ask: asks now. */
void sz_writer_watch_ask (SzWriterWatch *watch);
/** sz_writer_watch_is_asking: the answer is still on its way. */
gboolean sz_writer_watch_is_asking (const SzWriterWatch *watch);

G_END_DECLS
