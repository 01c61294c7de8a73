/* sz-print-job.h — pages sent to the printer
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "sz-printout.h"

G_BEGIN_DECLS

/**
 * SzPrintJob: prints #SzPrintout pages, each on paper that lies as the page does. The printer and
 * its settings are remembered from one job to the next.
 *
 * Signals: "printed": (name: string, path: string, nullable): the pages went to the printer, or to
 * the file @path; "failed": (text: string).
 */
#define SZ_TYPE_PRINT_JOB (sz_print_job_get_type ())
G_DECLARE_FINAL_TYPE (SzPrintJob, sz_print_job, SZ, PRINT_JOB, GObject)

SzPrintJob *sz_print_job_new (void);

/** sz_print_job_run: asks for a printer, over @parent, and prints. @page (from 0) is offered as the
 * current one, @name is what the queue shows. */
void sz_print_job_run (
    SzPrintJob *self, GtkWindow *parent, SzPrintout *printout, guint page, const char *name);

G_END_DECLS
