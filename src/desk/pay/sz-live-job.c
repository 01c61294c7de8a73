/* sz-live-job.c — a scheme computed while one types: the newest wins
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-live-job.h"

#include "sz-issue-sentences.h"
#include "sz-message.h"

/* More sentences than this nobody reads. */
#define FAULTS_MAX 10

typedef struct
{
  SzPayLive *live;
  SzScheme *scheme;
} Input;

/* Failing is a result too: it has findings. */
typedef struct
{
  SzPayView *view;
  char *faults;
} Outcome;

struct _SzLiveJob
{
  GObject parent_instance;

  SzTasks *tasks;
  SzPayLive *live;
  SzLiveFunc func; /* NULL: the owner is gone */
  gpointer user_data;
  SzScheme *wanted; /* waits for the one under way */
  gboolean running;
  gboolean stopped; /* what is under way is told to nobody */
};

G_DEFINE_FINAL_TYPE (SzLiveJob, sz_live_job, G_TYPE_OBJECT)

static void
free_input (gpointer data)
{
  Input *input = data;

  sz_pay_live_unref (input->live);
  sz_scheme_free (input->scheme);
  g_free (input);
}

static void
free_outcome (gpointer data)
{
  Outcome *outcome = data;

  sz_pay_view_free (outcome->view);
  g_free (outcome->faults);
  g_free (outcome);
}

static char *
write_faults (const GError *error, const SzIssueList *issues)
{
  g_autofree char *reason = sz_message_for_error (error);
  g_autofree char *sentences = sz_issues_dup_sentences (issues, FAULTS_MAX);

  return *sentences != '\0' ? g_strconcat (reason, "\n", sentences, NULL)
                            : g_steal_pointer (&reason);
}

static gpointer
compute_cb (
    SzOffice *office, gpointer data, SzProgress progress, GCancellable *cancellable, GError **error)
{
  Input *input = data;
  Outcome *outcome = g_new0 (Outcome, 1);
  g_autoptr (SzIssueList) issues = sz_issue_list_new ();
  g_autoptr (GError) reason = NULL;

  outcome->view
      = sz_pay_live_compute (input->live, office, input->scheme, issues, cancellable, &reason);
  if (outcome->view == NULL)
    outcome->faults = write_faults (reason, issues);
  return outcome;
}

static void start (SzLiveJob *self);

static void
computed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  SzLiveJob *self = SZ_LIVE_JOB (source);
  g_autoptr (GError) error = NULL;
  Outcome *outcome = sz_tasks_finish (result, &error);
  g_autofree char *trouble = outcome == NULL ? sz_message_for_error (error) : NULL;

  self->running = FALSE;
  if (!self->stopped && self->func != NULL)
    self->func (outcome != NULL ? g_steal_pointer (&outcome->view) : NULL,
                outcome != NULL ? outcome->faults : trouble, self->user_data);
  g_clear_pointer (&outcome, free_outcome);
  start (self);
}

static void
start (SzLiveJob *self)
{
  Input *input;

  if (self->running || self->wanted == NULL || self->tasks == NULL)
    return;
  input = g_new0 (Input, 1);
  input->live = sz_pay_live_ref (self->live);
  input->scheme = g_steal_pointer (&self->wanted);
  self->running = TRUE;
  self->stopped = FALSE;
  sz_tasks_read (self->tasks, self, SZ_WORK (compute_cb, input, free_input, free_outcome), NULL,
                 computed_cb, NULL);
}

void
sz_live_job_want (SzLiveJob *self, const SzScheme *scheme)
{
  g_return_if_fail (SZ_IS_LIVE_JOB (self) && scheme != NULL);
  g_clear_pointer (&self->wanted, sz_scheme_free);
  self->wanted = sz_scheme_copy (scheme);
  start (self);
}

SzPayLive *
sz_live_job_get_live (SzLiveJob *self)
{
  g_return_val_if_fail (SZ_IS_LIVE_JOB (self), NULL);

  return self->live;
}

void
sz_live_job_stop (SzLiveJob *self)
{
  g_return_if_fail (SZ_IS_LIVE_JOB (self));

  g_clear_pointer (&self->wanted, sz_scheme_free);
  self->stopped = TRUE;
}

static void
sz_live_job_dispose (GObject *object)
{
  SzLiveJob *self = SZ_LIVE_JOB (object);

  g_clear_pointer (&self->wanted, sz_scheme_free);
  g_clear_object (&self->tasks);
  self->func = NULL;
  G_OBJECT_CLASS (sz_live_job_parent_class)->dispose (object);
}

static void
sz_live_job_finalize (GObject *object)
{
  sz_pay_live_unref (SZ_LIVE_JOB (object)->live);
  G_OBJECT_CLASS (sz_live_job_parent_class)->finalize (object);
}

static void
sz_live_job_class_init (SzLiveJobClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = sz_live_job_dispose;
  G_OBJECT_CLASS (klass)->finalize = sz_live_job_finalize;
}

static void
sz_live_job_init (SzLiveJob *self)
{
  self->live = sz_pay_live_new ();
}

SzLiveJob *
sz_live_job_new (SzTasks *tasks, SzLiveFunc func, gpointer user_data)
{
  SzLiveJob *self = g_object_new (SZ_TYPE_LIVE_JOB, NULL);

  g_return_val_if_fail (SZ_IS_TASKS (tasks), NULL);

  self->tasks = g_object_ref (tasks);
  self->func = func;
  self->user_data = user_data;
  return self;
}
