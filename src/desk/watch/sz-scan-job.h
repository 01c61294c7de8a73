/* sz-scan-job.h — scans that run by themselves, once nobody has written for a while (RULE aud-2)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sz-task.h"

G_BEGIN_DECLS

/**
 * SzScanJob: looks at the whole college as of today in the writer thread, after it was opened and
 * after each change, as soon as @quiet_s seconds have passed without another one. A writing act
 * that comes meanwhile sends the scan away; it begins anew after that act. A scan that finds
 * nothing new writes nothing and tells nobody.
 *
 * Signal "standing" (uint): how many errors and warnings are open, whenever that may be another
 * number.
 */
#define SZ_TYPE_SCAN_JOB (sz_scan_job_get_type ())
G_DECLARE_FINAL_TYPE (SzScanJob, sz_scan_job, SZ, SCAN_JOB, GObject)

/** sz_scan_job_new: @quiet_s: 0: never scans, only counts. */
SzScanJob *sz_scan_job_new (SzTasks *tasks, guint quiet_s);

/** sz_count_standing: (transfer full): a guint: open errors and warnings; a #SzTaskFunc. */
gpointer sz_count_standing (SzOffice *office,
                            gpointer input,
                            SzProgress progress,
                            GCancellable *cancellable,
                            GError **error);

G_END_DECLS
