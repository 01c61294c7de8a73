/* sz-live-job.h — a scheme computed while one types: the newest wins
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sz-pay-live.h"
#include "sz-task.h"
#include "sz-view-pay.h"

G_BEGIN_DECLS

/**
 * SzLiveFunc: on the main thread.
 * @view: (transfer full) (nullable): the figures
 * @faults: (nullable): why there are none, as sentences
 */
typedef void (*SzLiveFunc) (SzPayView *view, const char *faults, gpointer user_data);

/**
 * SzLiveJob: at most one computation is under way; a scheme that comes meanwhile waits, and a newer
 * one takes its place. The facts stay in the reader thread.
 */
#define SZ_TYPE_LIVE_JOB (sz_live_job_get_type ())
G_DECLARE_FINAL_TYPE (SzLiveJob, sz_live_job, SZ, LIVE_JOB, GObject)

SzLiveJob *sz_live_job_new (SzTasks *tasks, SzLiveFunc func, gpointer user_data);
/** sz_live_job_get_live: (transfer none): the facts in the reader thread; touch it only there. */
SzPayLive *sz_live_job_get_live (SzLiveJob *self);
/** sz_live_job_want: computes a copy of @scheme as soon as the reader is free. */
void sz_live_job_want (SzLiveJob *self, const SzScheme *scheme);
/** sz_live_job_stop: nothing is told any more until the next want. Do so before the owner goes: a
 * computation under way keeps the job alive. */
void sz_live_job_stop (SzLiveJob *self);

G_END_DECLS
