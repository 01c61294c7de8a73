/* sz-progress.h — how long work says where it stands
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * SzProgress: passed by value through long work; a zeroed one says nothing.
 * @what is a stable word ("read", "check", "write", "compute", "export", "backup") that
 * sz_message_for_progress() translates; @total 0: not known.
 */
typedef struct
{
  void (*report) (const char *what, guint64 done, guint64 total, gpointer user_data);
  gpointer user_data;
} SzProgress;

static inline void
sz_progress_report (SzProgress progress, const char *what, guint64 done, guint64 total)
{
  if (progress.report != NULL)
    progress.report (what, done, total, progress.user_data);
}

G_END_DECLS
