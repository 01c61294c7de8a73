/* sz-scan-job.c — scans that run by themselves, once nobody has written for a while (RULE aud-2)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-scan-job.h"

#include "sz-task.h"
#include "sz-finding-act.h"
#include "sz-view-findings.h"

struct _SzScanJob
{
  GObject parent_instance;

  SzTasks *tasks; /* borrowed: the window owns both; NULL when it was closed */
  guint quiet_s;
  guint waiting; /* source: a scan follows */
  gboolean scanning;
  gboolean again; /* something was written while it scanned */
  gboolean own;   /* the change being told is that of the scan */
};

enum
{
  STANDING,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (SzScanJob, sz_scan_job, G_TYPE_OBJECT)

/* ---- how many stand ---- */

gpointer
sz_count_standing (SzOffice *office,
                   gpointer input,
                   SzProgress progress,
                   GCancellable *cancellable,
                   GError **error)
{
  g_autoptr (SzFindingsView) view = sz_view_findings (office, &SZ_FINDINGS_STANDING, error);
  guint *count;

  if (view == NULL)
    return NULL;
  count = g_new (guint, 1);
  *count = view->open[SZ_GRAVITY_ERROR] + view->open[SZ_GRAVITY_WARNING];
  return count;
}

static void
counted_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autofree guint *count = sz_tasks_finish (result, NULL);

  if (count != NULL && SZ_SCAN_JOB (source)->tasks != NULL)
    g_signal_emit (source, signals[STANDING], 0, *count);
}

static void
count_standing (SzScanJob *self)
{
  sz_tasks_read (self->tasks, self, SZ_WORK (sz_count_standing, .free_result = g_free), NULL,
                 counted_cb, NULL);
}

/* ---- scanning ---- */

static void wait_for_quiet (SzScanJob *self);

static gpointer
scan_cb (SzOffice *office,
         gpointer input,
         SzProgress progress,
         GCancellable *cancellable,
         GError **error)
{
  g_autofree SzScanReport *report = g_new0 (SzScanReport, 1);

  return sz_office_findings_look (office, sz_office_today (office), cancellable, report, error)
             ? g_steal_pointer (&report)
             : NULL;
}

/* What failed fails again, until something is written; then it is told by whoever asks for a scan.
 */
static void
scanned_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  SzScanJob *self = SZ_SCAN_JOB (source);
  g_autoptr (GError) error = NULL;
  g_autofree SzScanReport *report = sz_tasks_finish (result, &error);

  self->scanning = FALSE;
  if (self->tasks == NULL)
    return;
  if (self->again || g_error_matches (error, SZ_ERROR, SZ_ERROR_CANCELLED))
    wait_for_quiet (self);
  if (report == NULL || report->found + report->returned + report->grown + report->gone == 0)
    return;
  self->own = TRUE;
  sz_tasks_tell_changed (self->tasks, SZ_CHANGED_WATCH);
  self->own = FALSE;
}

static gboolean
quiet_cb (gpointer user_data)
{
  SzScanJob *self = user_data;

  self->waiting = 0;
  /* RULE acc-3: what the account may not do is not tried, nor left as a refusal in the log. */
  if (!sz_tasks_allows (self->tasks, "findings.scan"))
    return G_SOURCE_REMOVE;
  self->scanning = TRUE;
  self->again = FALSE;
  sz_tasks_write (self->tasks, self, SZ_WORK (scan_cb, .free_result = g_free, .yields = TRUE), NULL,
                  scanned_cb, NULL);
  return G_SOURCE_REMOVE;
}

static void
wait_for_quiet (SzScanJob *self)
{
  g_clear_handle_id (&self->waiting, g_source_remove);
  if (self->quiet_s > 0)
    self->waiting = g_timeout_add_seconds (self->quiet_s, quiet_cb, self);
}

static void
changed_cb (SzScanJob *self, guint changes)
{
  if (!self->own && self->scanning)
    self->again = TRUE;
  else if (!self->own)
    wait_for_quiet (self);
  if ((changes & SZ_CHANGED_WATCH) != 0)
    count_standing (self);
}

static void
sz_scan_job_dispose (GObject *object)
{
  SzScanJob *self = SZ_SCAN_JOB (object);

  g_clear_handle_id (&self->waiting, g_source_remove);
  g_clear_weak_pointer (&self->tasks);
  G_OBJECT_CLASS (sz_scan_job_parent_class)->dispose (object);
}

static void
sz_scan_job_class_init (SzScanJobClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = sz_scan_job_dispose;
  signals[STANDING] = g_signal_new ("standing", SZ_TYPE_SCAN_JOB, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                    NULL, G_TYPE_NONE, 1, G_TYPE_UINT);
}

static void
sz_scan_job_init (SzScanJob *self)
{
}

SzScanJob *
sz_scan_job_new (SzTasks *tasks, guint quiet_s)
{
  SzScanJob *self;

  g_return_val_if_fail (SZ_IS_TASKS (tasks), NULL);
  self = g_object_new (SZ_TYPE_SCAN_JOB, NULL);
  g_set_weak_pointer (&self->tasks, tasks);
  self->quiet_s = quiet_s;
  g_signal_connect_object (tasks, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  count_standing (self);
  wait_for_quiet (self);
  return self;
}
