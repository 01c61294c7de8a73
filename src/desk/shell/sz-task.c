/* sz-task.c — work off the main thread: a reader and a writer, each with its own college
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-task.h"

#include "sz-ear.h"
#include "sz-message.h"
#include "sz-meter.h"
#include "sz-seat.h"

/* The progress of a task is looked at this often. */
#define PROGRESS_MS 50

/* One worker thread with one connection. */
typedef struct
{
  GThread *thread;
  GAsyncQueue *queue; /* of Job, a Job without func ends the thread */
  SzMeter *meter;
} Worker;

typedef struct
{
  GTask *task;
  SzWork work;
  SzTasks *tasks;
  gboolean listens; /* asks for news itself */
  gboolean heard;   /* the connection was told something on the way */
} Job;

typedef struct
{
  GAsyncQueue *queue;
  char *db;
  char *who;
  char *password; /* (nullable): of a server */
  SzMeter *meter;
  SzSeat *seat;
  gboolean eager; /* opens at once */
} Post;

struct _SzTasks
{
  GObject parent_instance;

  char *db;
  char *who;
  char *password;
  SzSeat *seat;
  GHashTable *denied; /* (nullable): of utf8 */
  Worker reader;
  Worker writer;
  SzTasksProgressFunc progress;
  gpointer progress_data;
  guint progress_source; /* 0 while nothing is at work: an idle program sleeps */
  guint n_jobs;
  GCancellable *yielding; /* of the writing that the next one sends away */
  gboolean progress_shown;
  SzEar *ear;
  gboolean at_server;
  gboolean away;       /* the server, as the last question went */
  gint64 data_version; /* -1: not asked yet */
};

enum
{
  CHANGED,
  AWAY,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (SzTasks, sz_tasks, G_TYPE_OBJECT)

static void
progress_reported_cb (const char *what, guint64 done, guint64 total, gpointer user_data)
{
  sz_meter_set (user_data, what, total > 0 ? (double)done / (double)total : -1);
}

static void
free_job (Job *job)
{
  if (job->work.free_input != NULL && job->work.input != NULL)
    job->work.free_input (job->work.input);
  g_clear_object (&job->task);
  g_clear_object (&job->tasks);
  g_free (job);
}

/* Back on the main thread: the job may hold the last reference of widgets. */
static gboolean
job_ended_cb (gpointer user_data)
{
  Job *job = user_data;

  job->tasks->n_jobs--;
  if (job->work.changes != SZ_CHANGED_NOTHING && !g_task_had_error (job->task))
    g_signal_emit (job->tasks, signals[CHANGED], 0, (guint)job->work.changes);
  if (job->heard && job->tasks->ear != NULL)
    sz_ear_ask (job->tasks->ear);
  free_job (job);
  return G_SOURCE_REMOVE;
}

/* The reader begins to open while the window is being made; the writer must not shut it out. */
static SzOffice *
open_office (const Post *post, GError **error)
{
  g_autoptr (SzOffice) office = sz_office_open_as (post->db, post->who, post->password, error);

  if (office == NULL || (!post->eager && !sz_office_spare_readers (office, error)))
    return NULL;
  return g_steal_pointer (&office);
}

static void
run_job (Job *job, SzOffice **office, const Post *post)
{
  GCancellable *cancellable = g_task_get_cancellable (job->task);
  SzProgress progress = { progress_reported_cb, post->meter };
  GError *error = NULL;
  gpointer result = NULL;

  sz_meter_set_running (post->meter, cancellable);
  if (g_cancellable_is_cancelled (cancellable))
    sz_error_set (&error, SZ_ERROR_CANCELLED, "act.cancelled", NULL);
  else if ((*office != NULL || (*office = open_office (post, &error)) != NULL)
           && sz_seat_take (post->seat, *office, &error))
    result = job->work.func (*office, job->work.input, progress, cancellable, &error);
  sz_meter_set_running (post->meter, NULL);

  if (error != NULL)
    g_task_return_error (job->task, error);
  else
    g_task_return_pointer (job->task, result, job->work.free_result);
}

static gpointer
work_cb (gpointer user_data)
{
  Post *post = user_data;
  SzOffice *office = NULL;

  /* While the window is being made. Trouble is told to the first job, which tries again. */
  if (post->eager)
    office = open_office (post, NULL);
  for (;;)
    {
      Job *job = g_async_queue_pop (post->queue);

      if (job->work.func == NULL)
        {
          g_free (job);
          break;
        }
      run_job (job, &office, post);
      /* Before the answer to another question: then the socket says no more of it. */
      job->heard = post->eager && !job->listens && office != NULL && sz_office_has_news (office);
      g_idle_add_full (G_PRIORITY_DEFAULT, job_ended_cb, job, NULL);
    }
  g_clear_object (&office);
  g_async_queue_unref (post->queue);
  sz_meter_unref (post->meter);
  sz_seat_unref (post->seat);
  g_free (post->db);
  g_free (post->who);
  g_free (post->password);
  g_free (post);
  return NULL;
}

static void
start_worker (SzTasks *self, Worker *worker, const char *name, gboolean eager)
{
  Post *post = g_new0 (Post, 1);

  worker->meter = sz_meter_new ();
  worker->queue = g_async_queue_new ();
  post->queue = g_async_queue_ref (worker->queue);
  post->eager = eager;
  post->db = g_strdup (self->db);
  post->who = g_strdup (self->who);
  post->password = g_strdup (self->password);
  post->meter = sz_meter_ref (worker->meter);
  post->seat = sz_seat_ref (self->seat);
  worker->thread = g_thread_new (name, work_cb, post);
}

static void
stop_worker (Worker *worker)
{
  if (worker->thread == NULL)
    return;
  sz_meter_cancel (worker->meter, FALSE, TRUE);
  g_async_queue_push (worker->queue, g_new0 (Job, 1));
  g_clear_pointer (&worker->thread, g_thread_join);
  g_clear_pointer (&worker->queue, g_async_queue_unref);
  g_clear_pointer (&worker->meter, sz_meter_unref);
}

void
sz_tasks_stop (SzTasks *tasks)
{
  g_return_if_fail (SZ_IS_TASKS (tasks));

  g_clear_handle_id (&tasks->progress_source, g_source_remove);
  g_clear_pointer (&tasks->ear, sz_ear_free);
  stop_worker (&tasks->reader);
  stop_worker (&tasks->writer);
}

static void
sz_tasks_dispose (GObject *object)
{
  SzTasks *self = SZ_TASKS (object);

  sz_tasks_stop (self);
  g_clear_object (&self->yielding);
  G_OBJECT_CLASS (sz_tasks_parent_class)->dispose (object);
}

static void
sz_tasks_finalize (GObject *object)
{
  SzTasks *self = SZ_TASKS (object);

  g_free (self->db);
  g_free (self->who);
  g_free (self->password);
  sz_seat_unref (self->seat);
  g_clear_pointer (&self->denied, g_hash_table_unref);
  G_OBJECT_CLASS (sz_tasks_parent_class)->finalize (object);
}

static void
sz_tasks_class_init (SzTasksClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = sz_tasks_dispose;
  object_class->finalize = sz_tasks_finalize;

  signals[CHANGED] = g_signal_new ("changed", SZ_TYPE_TASKS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 1, G_TYPE_UINT);
  signals[AWAY] = g_signal_new ("away", SZ_TYPE_TASKS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                G_TYPE_NONE, 1, G_TYPE_BOOLEAN);
}

static void
sz_tasks_init (SzTasks *self)
{
  self->data_version = -1;
  self->seat = sz_seat_new ();
}

static gboolean
progress_looked_cb (gpointer user_data)
{
  SzTasks *self = user_data;
  const char *what = NULL;
  double fraction = 0;
  gboolean told = sz_meter_read (self->writer.meter, &what, &fraction)
                  || sz_meter_read (self->reader.meter, &what, &fraction);

  if (self->progress != NULL && told)
    self->progress (sz_message_for_progress (what), fraction, self->progress_data);
  else if (self->progress != NULL && self->progress_shown)
    self->progress ("", 2, self->progress_data);
  self->progress_shown = told;
  if (told || self->n_jobs > 0)
    return G_SOURCE_CONTINUE;
  self->progress_source = 0;
  return G_SOURCE_REMOVE;
}

static void
look_for_progress (SzTasks *self)
{
  if (self->progress != NULL && self->progress_source == 0 && self->n_jobs > 0)
    self->progress_source = g_timeout_add (PROGRESS_MS, progress_looked_cb, self);
}

static gpointer
listen_cb (SzOffice *office,
           gpointer input,
           SzProgress progress,
           GCancellable *cancellable,
           GError **error)
{
  g_autofree SzNews *news = g_new0 (SzNews, 1);

  return sz_office_listen (office, news, error) ? g_steal_pointer (&news) : NULL;
}

/* (transfer full): the worker's task. */
static void
push_job (SzTasks *tasks, Worker *worker, const SzWork *work, GTask *task)
{
  Job *job = g_new0 (Job, 1);
  GError *stopped = NULL;

  job->work = *work;
  job->listens = work->func == listen_cb;
  job->tasks = g_object_ref (tasks);
  job->task = task;
  g_task_set_check_cancellable (task, FALSE);
  tasks->n_jobs++;
  if (worker->thread == NULL)
    {
      sz_error_set (&stopped, SZ_ERROR_CANCELLED, "act.cancelled", NULL);
      g_task_return_error (task, stopped);
      g_idle_add_full (G_PRIORITY_DEFAULT, job_ended_cb, job, NULL);
      return;
    }
  look_for_progress (tasks);
  g_async_queue_push (worker->queue, job);
}

/* Each task has a cancellable: the window's button must reach it. */
static GTask *
make_task (gpointer object,
           GCancellable *cancellable,
           GAsyncReadyCallback callback,
           gpointer user_data)
{
  g_autoptr (GCancellable) own = cancellable == NULL ? g_cancellable_new () : NULL;

  return g_task_new (object, own != NULL ? own : cancellable, callback, user_data);
}

static gpointer
read_version_cb (SzOffice *office,
                 gpointer input,
                 SzProgress progress,
                 GCancellable *cancellable,
                 GError **error)
{
  gint64 *version = g_new0 (gint64, 1);

  if (sz_office_data_version (office, version, error))
    return version;
  g_free (version);
  return NULL;
}

/* Only when it changes (RULE srv-10). */
static void
tell_away (SzTasks *self, gboolean away)
{
  if (away == self->away)
    return;
  self->away = away;
  g_signal_emit (self, signals[AWAY], 0, away);
}

static void
take_version (SzTasks *self, gint64 version)
{
  if (self->data_version >= 0 && self->data_version != version)
    g_signal_emit (self, signals[CHANGED], 0, (guint)SZ_CHANGED_ALL);
  self->data_version = version;
}

static void
version_read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  SzTasks *self = SZ_TASKS (source);
  g_autofree gint64 *version = sz_tasks_finish (result, NULL);

  if (version != NULL)
    take_version (self, *version);
  if (self->ear != NULL && !self->at_server)
    sz_ear_wait (self->ear, -1);
}

/* The number of a connection does not move with its own writes: the writer sees just the others'
 * work. */
static void
ask_version (SzTasks *self)
{
  push_job (self, &self->writer, SZ_WORK (read_version_cb, .free_result = g_free),
            make_task (self, NULL, version_read_cb, NULL));
}

/* What was missed while the connection was away nobody knows: it is all read again (RULE srv-11).
 */
static void
listened_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  SzTasks *self = SZ_TASKS (source);
  g_autoptr (GError) error = NULL;
  g_autofree SzNews *news = sz_tasks_finish (result, &error);
  const gboolean begins = self->data_version < 0;
  const gboolean back = self->away || (news != NULL && news->anew);

  tell_away (self, news != NULL ? news->fd < 0 : g_error_matches (error, SZ_ERROR, SZ_ERROR_IO));
  if (news != NULL && news->fd >= 0)
    {
      if (begins || back)
        self->data_version = news->version;
      if (back)
        g_signal_emit (self, signals[CHANGED], 0, (guint)SZ_CHANGED_ALL);
      else if (news->told)
        ask_version (self);
    }
  if (self->ear != NULL)
    sz_ear_wait (self->ear, news != NULL ? news->fd : -1);
}

static void
ask_cb (gpointer user_data)
{
  SzTasks *self = user_data;

  if (self->at_server)
    push_job (self, &self->reader, SZ_WORK (listen_cb, .free_result = g_free),
              make_task (self, NULL, listened_cb, NULL));
  else
    ask_version (self);
}

SzTasks *
sz_tasks_new (const char *db, const char *who)
{
  return sz_tasks_new_at (db, who, NULL);
}

SzTasks *
sz_tasks_new_at (const char *db, const char *login, const char *password)
{
  SzTasks *self = g_object_new (SZ_TYPE_TASKS, NULL);

  self->db = g_strdup (db);
  self->who = g_strdup (login);
  self->password = g_strdup (password);
  start_worker (self, &self->reader, "shizi-reader", TRUE);
  start_worker (self, &self->writer, "shizi-writer", FALSE);
  self->at_server = sz_office_at_server (db);
  self->ear = sz_ear_new (ask_cb, self);
  if (self->at_server)
    ask_cb (self);
  else
    sz_ear_wait (self->ear, -1);
  return self;
}

const char *
sz_tasks_get_db (SzTasks *tasks)
{
  g_return_val_if_fail (SZ_IS_TASKS (tasks), NULL);

  return tasks->db;
}

void
sz_tasks_read (SzTasks *tasks,
               gpointer object,
               const SzWork *work,
               GCancellable *cancellable,
               GAsyncReadyCallback callback,
               gpointer user_data)
{
  g_return_if_fail (SZ_IS_TASKS (tasks) && work != NULL && work->func != NULL);
  push_job (tasks, &tasks->reader, work, make_task (object, cancellable, callback, user_data));
}

void
sz_tasks_write (SzTasks *tasks,
                gpointer object,
                const SzWork *work,
                GCancellable *cancellable,
                GAsyncReadyCallback callback,
                gpointer user_data)
{
  GTask *task;

  g_return_if_fail (SZ_IS_TASKS (tasks) && work != NULL && work->func != NULL);
  if (tasks->yielding != NULL)
    g_cancellable_cancel (tasks->yielding);
  task = make_task (object, cancellable, callback, user_data);
  g_clear_object (&tasks->yielding);
  if (work->yields)
    tasks->yielding = g_object_ref (g_task_get_cancellable (task));
  push_job (tasks, &tasks->writer, work, task);
}

gpointer
sz_tasks_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

void
sz_tasks_cancel (SzTasks *tasks)
{
  g_return_if_fail (SZ_IS_TASKS (tasks));

  if (tasks->writer.meter != NULL)
    sz_meter_cancel (tasks->writer.meter, TRUE, FALSE);
  if (tasks->reader.meter != NULL)
    sz_meter_cancel (tasks->reader.meter, TRUE, FALSE);
}

void
sz_tasks_tell_changed (SzTasks *tasks, SzChange changes)
{
  g_return_if_fail (SZ_IS_TASKS (tasks));
  g_signal_emit (tasks, signals[CHANGED], 0, (guint)changes);
}

void
sz_tasks_set_progress (SzTasks *tasks, SzTasksProgressFunc func, gpointer user_data)
{
  g_return_if_fail (SZ_IS_TASKS (tasks));

  tasks->progress = func;
  tasks->progress_data = user_data;
  look_for_progress (tasks);
}

void
sz_tasks_set_session (SzTasks *tasks, SzSession *session)
{
  g_return_if_fail (SZ_IS_TASKS (tasks));

  sz_seat_set (tasks->seat, session);
}

SzSession *
sz_tasks_get_session (SzTasks *tasks)
{
  g_return_val_if_fail (SZ_IS_TASKS (tasks), NULL);

  return sz_seat_get (tasks->seat);
}

void
sz_tasks_set_denied (SzTasks *tasks, GHashTable *denied)
{
  g_return_if_fail (SZ_IS_TASKS (tasks));

  g_clear_pointer (&tasks->denied, g_hash_table_unref);
  tasks->denied = denied;
}

gboolean
sz_tasks_allows (SzTasks *tasks, const char *act)
{
  g_return_val_if_fail (SZ_IS_TASKS (tasks) && act != NULL, FALSE);

  return tasks->denied == NULL || !g_hash_table_contains (tasks->denied, act);
}
