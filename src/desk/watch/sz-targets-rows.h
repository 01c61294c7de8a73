/* sz-targets-rows.h — targets, who is missing, and what one target comes to
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sz-chart.h"
#include "sz-list-view.h"
#include "sz-target-list.h"

G_BEGIN_DECLS

/** sz_targets_columns, sz_missing_columns: static. */
const SzListColumn *sz_targets_columns (void);
const SzListColumn *sz_missing_columns (void);

/** sz_targets_read, sz_missing_read: a #SzListReadFunc; their filters are those of
 * sz-target-registers.h. */
GPtrArray *sz_targets_read (SzOffice *office,
                            const SzListView *view,
                            const SzListAsk *ask,
                            GCancellable *cancellable,
                            GError **error);
GPtrArray *sz_missing_read (SzOffice *office,
                            const SzListView *view,
                            const SzListAsk *ask,
                            GCancellable *cancellable,
                            GError **error);

/** sz_missing_due: (transfer full) (nullable): of a row of those who are missing: the item that a
 * reason is about, for sz_target_reason_write(). */
char *sz_missing_due (const SzListRow *row, int year);

/** SzTargetFace: all targets in short, and one of them above its lists; strings are owned. */
typedef struct
{
  GPtrArray *briefs; /* (nullable) of SzSideRow: once taken */
  char *id;
  char *name;
  char *goal; /* as one would type it, "" for none */
  gboolean ratio;
  char *office;
  char *document;
  SzListDetails *details;
  SzChartData *chart; /* (nullable) */
} SzTargetFace;

/** sz_target_face: (transfer full): in the reader thread; @row: its place in the list, from 1. */
SzTargetFace *sz_target_face (SzOffice *office, int year, SzDate day, gint64 row, GError **error);
void sz_target_face_free (SzTargetFace *face);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SzTargetFace, sz_target_face_free)

/** sz_targets_day: the day for which the figures of @year are asked from @day. */
SzDate sz_targets_day (int year, SzDate day);

G_END_DECLS
