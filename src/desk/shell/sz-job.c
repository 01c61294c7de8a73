/* sz-job.c — a question that a page or pane asks again and again: the newest one counts
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-job.h"

struct _SzJob
{
  grefcount ref_count;
  gpointer owner; /* borrowed; NULL: freed, only what is under way still holds it */
  SzJobFailed failed;
  GCancellable *cancellable; /* of the newest reading */
  guint n_pending;
};

/* What the answer is handed to. */
typedef struct
{
  SzJob *job;
  SzJobDone done;
  GDestroyNotify free_value;
  GCancellable *cancellable; /* (nullable) */
} Pending;

static void
unref_job (SzJob *job)
{
  if (!g_ref_count_dec (&job->ref_count))
    return;
  g_clear_object (&job->cancellable);
  g_free (job);
}

SzJob *
sz_job_new (gpointer owner, SzJobFailed failed)
{
  SzJob *job = g_new0 (SzJob, 1);

  g_return_val_if_fail (G_IS_OBJECT (owner) && failed != NULL, job);
  g_ref_count_init (&job->ref_count);
  job->owner = owner;
  job->failed = failed;
  return job;
}

void
sz_job_free (SzJob *job)
{
  if (job == NULL)
    return;
  sz_job_cancel (job);
  job->owner = NULL;
  unref_job (job);
}

static void
answered_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Pending *pending = user_data;
  SzJob *job = pending->job;
  g_autoptr (GError) error = NULL;
  gpointer value = sz_tasks_finish (result, &error);
  gboolean wanted = job->owner != NULL && !g_cancellable_is_cancelled (pending->cancellable);

  job->n_pending--;
  if (wanted && value != NULL && pending->done != NULL)
    pending->done (job->owner, g_steal_pointer (&value));
  else if (wanted && value == NULL)
    job->failed (job->owner, error);
  if (value != NULL && pending->free_value != NULL)
    pending->free_value (value);
  g_clear_object (&pending->cancellable);
  unref_job (job);
  g_free (pending);
}

static Pending *
make_pending (SzJob *job, const SzWork *work, SzJobDone done, GCancellable *cancellable)
{
  Pending *pending = g_new0 (Pending, 1);

  g_ref_count_inc (&job->ref_count);
  job->n_pending++;
  *pending = (Pending){ job, done, work->free_result, cancellable };
  return pending;
}

void
sz_job_read (SzJob *job, SzTasks *tasks, const SzWork *work, SzJobDone done)
{
  g_return_if_fail (job != NULL && job->owner != NULL && SZ_IS_TASKS (tasks) && work != NULL);
  g_return_if_fail (done != NULL);

  sz_job_cancel (job);
  job->cancellable = g_cancellable_new ();
  sz_tasks_read (tasks, job->owner, work, job->cancellable, answered_cb,
                 make_pending (job, work, done, g_object_ref (job->cancellable)));
}

void
sz_job_write (SzJob *job, SzTasks *tasks, const SzWork *work, SzJobDone done)
{
  g_return_if_fail (job != NULL && job->owner != NULL && SZ_IS_TASKS (tasks) && work != NULL);

  sz_tasks_write (tasks, job->owner, work, NULL, answered_cb, make_pending (job, work, done, NULL));
}

void
sz_job_cancel (SzJob *job)
{
  g_return_if_fail (job != NULL);
  g_cancellable_cancel (job->cancellable);
  g_clear_object (&job->cancellable);
}

gboolean
sz_job_is_pending (const SzJob *job)
{
  g_return_val_if_fail (job != NULL, FALSE);
  return job->n_pending > 0;
}
