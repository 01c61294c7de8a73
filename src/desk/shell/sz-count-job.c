/* sz-count-job.c — what waits in a duty, beside its name, before its page is made
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-count-job.h"

#include "sz-parttime-view.h"
#include "sz-recruit-desk.h"

#define QUIET_S 1
#define CONCERNS                                                                                   \
  (SZ_CHANGED_PEOPLE | SZ_CHANGED_RECRUITMENT | SZ_CHANGED_REGISTERS | SZ_CHANGED_PARAMS)

struct _SzCountJob
{
  GObject parent_instance;

  SzTasks *tasks; /* borrowed: the window owns both; NULL when it was closed */
  SzDate day;
  guint waiting; /* source: a count follows */
};

enum
{
  COUNTED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (SzCountJob, sz_count_job, G_TYPE_OBJECT)

/* ---- counting ---- */

static gboolean
count_recruit (SzOffice *office, SzDate day, guint *count, GError **error)
{
  g_autoptr (SzRecruitDesk) desk = sz_recruit_desk_open (office, NULL, day, error);

  *count = desk != NULL ? sz_recruit_desk_waiting (desk) : 0;
  return desk != NULL;
}

static const struct
{
  const char *duty;
  const char *right; /* RULE acc-3: what may not be seen is not counted */
  gboolean (*count) (SzOffice *office, SzDate day, guint *count, GError **error);
} counts[] = {
  { "recruit", "read.recruit", count_recruit },
  { "parttime", "read.parttime", sz_parttime_count_due },
};

typedef struct
{
  SzDate day;
  gboolean wanted[G_N_ELEMENTS (counts)];
  gboolean known[G_N_ELEMENTS (counts)];
  guint n[G_N_ELEMENTS (counts)];
} Asked;

/* What cannot be counted is said by its page when it is opened; here it has no number. */
static gpointer
count_cb (SzOffice *office,
          gpointer input,
          SzProgress progress,
          GCancellable *cancellable,
          GError **error)
{
  Asked *found = g_memdup2 (input, sizeof (Asked));

  for (gsize i = 0; i < G_N_ELEMENTS (counts); i++)
    found->known[i] = found->wanted[i] && counts[i].count (office, found->day, &found->n[i], NULL);
  return found;
}

static void
counted_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  SzCountJob *self = SZ_COUNT_JOB (source);
  g_autofree Asked *found = sz_tasks_finish (result, NULL);

  for (gsize i = 0; found != NULL && self->tasks != NULL && i < G_N_ELEMENTS (counts); i++)
    if (found->known[i] && found->day == self->day)
      g_signal_emit (self, signals[COUNTED], 0, counts[i].duty, found->n[i]);
}

static gboolean
quiet_cb (gpointer user_data)
{
  SzCountJob *self = user_data;
  Asked *asked;

  self->waiting = 0;
  if (self->tasks == NULL)
    return G_SOURCE_REMOVE;
  asked = g_new0 (Asked, 1);
  asked->day = self->day;
  for (gsize i = 0; i < G_N_ELEMENTS (counts); i++)
    asked->wanted[i] = sz_tasks_allows (self->tasks, counts[i].right);
  sz_tasks_read (self->tasks, self,
                 SZ_WORK (count_cb, asked, .free_input = g_free, .free_result = g_free), NULL,
                 counted_cb, NULL);
  return G_SOURCE_REMOVE;
}

static void
wait_for_quiet (SzCountJob *self)
{
  g_clear_handle_id (&self->waiting, g_source_remove);
  self->waiting = g_timeout_add_seconds (QUIET_S, quiet_cb, self);
}

static void
changed_cb (SzCountJob *self, guint changes)
{
  if ((changes & CONCERNS) != 0)
    wait_for_quiet (self);
}

void
sz_count_job_set_day (SzCountJob *self, SzDate day)
{
  g_return_if_fail (SZ_IS_COUNT_JOB (self));
  if (self->day == day)
    return;
  self->day = day;
  wait_for_quiet (self);
}

/* ---- the object ---- */

static void
sz_count_job_dispose (GObject *object)
{
  SzCountJob *self = SZ_COUNT_JOB (object);

  g_clear_handle_id (&self->waiting, g_source_remove);
  g_clear_weak_pointer (&self->tasks);
  G_OBJECT_CLASS (sz_count_job_parent_class)->dispose (object);
}

static void
sz_count_job_class_init (SzCountJobClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = sz_count_job_dispose;
  signals[COUNTED] = g_signal_new ("counted", SZ_TYPE_COUNT_JOB, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                   NULL, G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_UINT);
}

static void
sz_count_job_init (SzCountJob *self)
{
}

SzCountJob *
sz_count_job_new (SzTasks *tasks, SzDate day)
{
  SzCountJob *self;

  g_return_val_if_fail (SZ_IS_TASKS (tasks), NULL);
  self = g_object_new (SZ_TYPE_COUNT_JOB, NULL);
  g_set_weak_pointer (&self->tasks, tasks);
  self->day = day;
  g_signal_connect_object (tasks, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  wait_for_quiet (self);
  return self;
}
