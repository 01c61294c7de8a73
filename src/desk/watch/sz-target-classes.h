/* sz-target-classes.h — training classes, and beside each its trainees
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sz-list-view.h"

G_BEGIN_DECLS

/** sz_target_classes_columns: static. */
const SzListColumn *sz_target_classes_columns (void);

/** sz_target_classes_read: a #SzListReadFunc; its filters are those of sz-target-registers.h. */
GPtrArray *sz_target_classes_read (SzOffice *office,
                                   const SzListView *view,
                                   const SzListAsk *ask,
                                   GCancellable *cancellable,
                                   GError **error);

/** sz_target_class_describe: an #SzListDetailsFunc: who completed the class of a row, and why. */
SzListDetails *sz_target_class_describe (
    SzOffice *office, const SzListView *view, gpointer book, gint64 id, SzDate day, GError **error);

G_END_DECLS
