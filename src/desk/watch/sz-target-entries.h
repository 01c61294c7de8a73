/* sz-target-entries.h — entries towards targets: the list, and the dialog that enters one
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "sz-list-view.h"

G_BEGIN_DECLS

/** sz_target_entries_columns: made once from the fields of the sheet. */
const SzListColumn *sz_target_entries_columns (void);

/** sz_target_entries_read: a #SzListReadFunc: ids are those of the rows. */
GPtrArray *sz_target_entries_read (SzOffice *office,
                                   const SzListView *view,
                                   const SzListAsk *ask,
                                   GCancellable *cancellable,
                                   GError **error);

/** sz_target_entries_open: @id 0: a new one. Signal "saved" (act). */
GtkWindow *sz_target_entries_open (GtkWindow *parent, SzTasks *tasks, gint64 id);

/** sz_target_entries_delete: a #SzTaskFunc: @input: GArray of ids; gives the act. */
gpointer sz_target_entries_delete (SzOffice *office,
                                   gpointer input,
                                   SzProgress progress,
                                   GCancellable *cancellable,
                                   GError **error);

G_END_DECLS
