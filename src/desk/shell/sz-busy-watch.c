/* sz-busy-watch.c — looks whether somebody else has been writing for a while (RULE srv-17)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-busy-watch.h"

#include "sz-server.h"

#define ASK_MS 1000
/* What is over sooner nobody has to know. */
#define PATIENCE_US (2 * G_USEC_PER_SEC)

struct _SzBusyWatch
{
  gatomicrefcount ref_count; /* one of the owner, one of each question */
  SzTasks *tasks;
  SzBusyClock clock;
  SzBusyFunc func; /* NULL: nobody listens any more */
  gpointer user_data;
  guint source;
  gboolean asking;
  SzPresence *seen; /* (nullable): who wrote at the last look */
  gint64 first;     /* since when, by the clock */
  gboolean told;
};

static void
unref_watch (SzBusyWatch *watch)
{
  if (!g_atomic_ref_count_dec (&watch->ref_count))
    return;
  sz_presence_free (watch->seen);
  g_clear_object (&watch->tasks);
  g_free (watch);
}

static void
tell (SzBusyWatch *watch, gboolean writes)
{
  if (watch->told == writes)
    return;
  watch->told = writes;
  if (watch->func != NULL)
    watch->func (writes ? watch->seen->who : NULL, writes ? watch->seen->host : NULL,
                 watch->user_data);
}

/* Takes @now, who writes. */
static void
see (SzBusyWatch *watch, SzPresence *now)
{
  const gint64 at = watch->clock ();
  const gboolean same = now != NULL && watch->seen != NULL
                        && g_str_equal (now->who, watch->seen->who)
                        && g_str_equal (now->host, watch->seen->host)
                        && g_str_equal (now->since, watch->seen->since);

  if (!same)
    {
      tell (watch, FALSE);
      watch->first = at;
    }
  sz_presence_free (watch->seen);
  watch->seen = now;
  if (now != NULL && at - watch->first > PATIENCE_US)
    tell (watch, TRUE);
}

typedef struct
{
  SzPresence *presence; /* (nullable) */
} Answer;

static void
answer_freed_cb (gpointer data)
{
  sz_presence_free (((Answer *)data)->presence);
  g_free (data);
}

static gpointer
ask_cb (SzOffice *office,
        gpointer input,
        SzProgress progress,
        GCancellable *cancellable,
        GError **error)
{
  Answer *answer = g_new0 (Answer, 1);

  if (sz_office_who_writes (office, &answer->presence, error))
    return answer;
  answer_freed_cb (answer);
  return NULL;
}

/* A server that is away has a strip of its own. */
static void
asked_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  SzBusyWatch *watch = user_data;
  Answer *answer = sz_tasks_finish (result, NULL);

  watch->asking = FALSE;
  if (watch->func != NULL)
    see (watch, answer != NULL ? g_steal_pointer (&answer->presence) : NULL);
  if (answer != NULL)
    answer_freed_cb (answer);
  unref_watch (watch);
}

void
sz_busy_watch_ask (SzBusyWatch *watch)
{
  g_return_if_fail (watch != NULL);

  if (watch->asking)
    return;
  watch->asking = TRUE;
  g_atomic_ref_count_inc (&watch->ref_count);
  sz_tasks_read (watch->tasks, NULL, SZ_WORK (ask_cb, NULL, NULL, answer_freed_cb), NULL, asked_cb,
                 watch);
}

gboolean
sz_busy_watch_is_asking (const SzBusyWatch *watch)
{
  g_return_val_if_fail (watch != NULL, FALSE);

  return watch->asking;
}

static gboolean
time_came_cb (gpointer user_data)
{
  sz_busy_watch_ask (user_data);
  return G_SOURCE_CONTINUE;
}

SzBusyWatch *
sz_busy_watch_new (SzTasks *tasks, SzBusyClock clock, SzBusyFunc func, gpointer user_data)
{
  SzBusyWatch *watch;

  g_return_val_if_fail (SZ_IS_TASKS (tasks) && clock != NULL && func != NULL, NULL);

  watch = g_new0 (SzBusyWatch, 1);
  g_atomic_ref_count_init (&watch->ref_count);
  watch->tasks = g_object_ref (tasks);
  watch->clock = clock;
  watch->func = func;
  watch->user_data = user_data;
  watch->source = g_timeout_add (ASK_MS, time_came_cb, watch);
  return watch;
}

void
sz_busy_watch_free (SzBusyWatch *watch)
{
  g_return_if_fail (watch != NULL);

  g_clear_handle_id (&watch->source, g_source_remove);
  watch->func = NULL;
  unref_watch (watch);
}
