/* sz-import-jobs.h — what the assistant has the workers do
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sz-import-draft.h"
#include "sz-import-learn.h"
#include "sz-task.h"

G_BEGIN_DECLS

/* All take a reference of @draft, which must not change any more; the callback takes the value by
   sz_tasks_finish(). */

/** sz_import_jobs_look: an SzImportLook. */
void sz_import_jobs_look (SzTasks *tasks,
                          gpointer object,
                          SzImportDraft *draft,
                          GCancellable *cancellable,
                          GAsyncReadyCallback callback);

/** sz_import_jobs_sort: takes @paths; a GStrv of them in the order in which they can be imported;
 *  @meter moves. */
void sz_import_jobs_sort (SzTasks *tasks,
                          gpointer object,
                          GStrv paths,
                          SzImportDraft *meter,
                          GCancellable *cancellable,
                          GAsyncReadyCallback callback);

/** sz_import_jobs_unknown: a GPtrArray of SzImportUnknown. */
void sz_import_jobs_unknown (SzTasks *tasks,
                             gpointer object,
                             SzImportDraft *draft,
                             GCancellable *cancellable,
                             GAsyncReadyCallback callback);

/** sz_import_jobs_learn: @meanings: (transfer full): of SzImportMeaning with owned texts; the value
 *  is not NULL. */
void sz_import_jobs_learn (SzTasks *tasks,
                           gpointer object,
                           GArray *meanings,
                           GCancellable *cancellable,
                           GAsyncReadyCallback callback);

/** sz_import_jobs_check: an SzImportOutcome of a trial that leaves nothing. */
void sz_import_jobs_check (SzTasks *tasks,
                           gpointer object,
                           SzImportDraft *draft,
                           GCancellable *cancellable,
                           GAsyncReadyCallback callback);

/** sz_import_jobs_row: an SzImportLookRow: row @number as it stands. */
void sz_import_jobs_row (SzTasks *tasks,
                         gpointer object,
                         SzImportDraft *draft,
                         guint number,
                         GCancellable *cancellable,
                         GAsyncReadyCallback callback);

/** sz_import_jobs_mark: the findings of @outcome as a workbook at @path; the value is not NULL. */
void sz_import_jobs_mark (SzTasks *tasks,
                          gpointer object,
                          SzImportOutcome *outcome,
                          SzImportDraft *meter,
                          const char *path,
                          GCancellable *cancellable,
                          GAsyncReadyCallback callback);

/** sz_import_jobs_import: an SzImportOutcome of the real thing; its progress is the window's, and
 *  that of @meter (nullable). */
void sz_import_jobs_import (SzTasks *tasks,
                            gpointer object,
                            SzImportDraft *draft,
                            SzImportDraft *meter,
                            GCancellable *cancellable,
                            GAsyncReadyCallback callback);

G_END_DECLS
