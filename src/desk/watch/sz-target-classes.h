/* sz-target-classes.h — training classes, and beside each its trainees
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sz-list-view.h"

G_BEGIN_DECLS

/** sz_target_classes_columns: static. */
const SzListColumn *sz_target_classes_columns (void);

/** sz_target_classes_read: a #SzListReadFunc; the first filter is the year. */
GPtrArray *sz_target_classes_read (SzOffice *office,
                                   const SzListView *view,
                                   const SzListAsk *ask,
                                   GCancellable *cancellable,
                                   GError **error);

/** sz_target_class_describe: (transfer full): who completed the class of a row, and why; in the
 * reader thread. */
SzListDetails *
sz_target_class_describe (SzOffice *office, int year, SzDate day, gint64 row, GError **error);

G_END_DECLS
