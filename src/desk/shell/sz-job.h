/* sz-job.h — a question that a page or pane asks again and again: the newest one counts
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sz-task.h"

G_BEGIN_DECLS

/**
 * SzJob: one kind of work of a widget. A new reading cancels the one before it, whose answer is
 * dropped; errors are told once, cancelled ones to nobody.
 *
 *     self->reading = sz_page_add_job (SZ_PAGE (self));
 *     sz_job_read (self->reading, tasks, SZ_WORK (read_cb, input, g_free, free_answer), shown_cb);
 */
typedef struct _SzJob SzJob;

/** SzJobDone: on the main thread; @value: (transfer full): what the work gave, never %NULL. */
typedef void (*SzJobDone) (gpointer owner, gpointer value);
/** SzJobFailed: on the main thread. */
typedef void (*SzJobFailed) (gpointer owner, const GError *error);

/** sz_job_new: @owner: a GObject, kept alive while work is under way; it frees the job when it is
 * disposed of. Pages get theirs from sz_page_add_job(). */
SzJob *sz_job_new (gpointer owner, SzJobFailed failed);
/** sz_job_free: cancels; nothing is told any more. */
void sz_job_free (SzJob *job);

/** sz_job_read: instead of what was asked before. */
void sz_job_read (SzJob *job, SzTasks *tasks, const SzWork *work, SzJobDone done);
/** sz_job_write: after what was asked before; each one is told. @done nullable. */
void sz_job_write (SzJob *job, SzTasks *tasks, const SzWork *work, SzJobDone done);
/** sz_job_cancel: the reading under way is not wanted any more. */
void sz_job_cancel (SzJob *job);
/** sz_job_is_pending: whether any answer is still on its way. */
gboolean sz_job_is_pending (const SzJob *job);

G_END_DECLS
