/* sz-count-job.h — what waits in a duty, beside its name, before its page is made
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sz-date.h"
#include "sz-task.h"

G_BEGIN_DECLS

/**
 * SzCountJob: counts in the reader thread what is due, once the college is open and again after
 * each change, as soon as nothing else has been written for a second: steps of posts that can be
 * taken and findings of the last plan (RULE rec-19, rec-29), contracts of part-time teachers that
 * end within pt.due_days (RULE rec-24).
 *
 * Signal "counted" (name of the duty: string, uint): it may be the same as before.
 */
#define SZ_TYPE_COUNT_JOB (sz_count_job_get_type ())
G_DECLARE_FINAL_TYPE (SzCountJob, sz_count_job, SZ, COUNT_JOB, GObject)

/** sz_count_job_new: as of @day. */
SzCountJob *sz_count_job_new (SzTasks *tasks, SzDate day);
/** sz_count_job_set_day: counts again when it is another one. */
void sz_count_job_set_day (SzCountJob *self, SzDate day);

G_END_DECLS
