/* sz-list-model.h — places over ids, rows beside them
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sz-list-item.h"

G_BEGIN_DECLS

/**
 * SzListModel: a GListModel of #SzListItem. New ids are put into the places that are there; only
 * the tail that came or went is told to the view (GTK 4.8 makes every widget anew otherwise).
 */
#define SZ_TYPE_LIST_MODEL (sz_list_model_get_type ())
G_DECLARE_FINAL_TYPE (SzListModel, sz_list_model, SZ, LIST_MODEL, GObject)

/** SzListWantedFunc: an item was bound whose row is not there. */
typedef void (*SzListWantedFunc) (gpointer user_data);

SzListModel *sz_list_model_new (const SzListColumn *columns, guint n_columns);
void sz_list_model_set_wanted (SzListModel *self, SzListWantedFunc wanted, gpointer user_data);

/** sz_list_model_set_screenful: how many places are shown at once at first; 48. */
void sz_list_model_set_screenful (SzListModel *self, guint screenful);

/**
 * sz_list_model_set_ids:
 * @ids: (transfer full): of gint64
 * @rows: (nullable) (transfer full): of SzListRow, some of the ids
 * @forget: whether rows loaded before are of no use any more
 *
 * Shows as many places as before or a screenful, whichever is more, but not more than there are
 * ids; sz_list_model_grow() shows the others.
 */
void sz_list_model_set_ids (SzListModel *self, GArray *ids, GPtrArray *rows, gboolean forget);

/** sz_list_model_grow: some more places; FALSE when all are shown. */
gboolean sz_list_model_grow (SzListModel *self);

/** sz_list_model_get_ids: (transfer none): all, shown or not. */
GArray *sz_list_model_get_ids (SzListModel *self);
/** sz_list_model_find: the place of @id, GTK_INVALID_LIST_POSITION when it is not there. */
guint sz_list_model_find (SzListModel *self, gint64 id);

/** sz_list_model_dup_wanted: (transfer full): ids of bound items of the @n places from @first on
 * that have no rows and were not asked for yet. */
GArray *sz_list_model_dup_wanted (SzListModel *self, guint first, guint n);
/** sz_list_model_has_wanted: whether something bound is not loaded. */
gboolean sz_list_model_has_wanted (SzListModel *self);
/** sz_list_model_is_loaded: whether cells show the rows of the places from @first on. */
gboolean sz_list_model_is_loaded (SzListModel *self, guint first, guint n);
/** sz_list_model_add_rows: (transfer full): shows loaded rows. */
void sz_list_model_add_rows (SzListModel *self, GPtrArray *rows);
/** sz_list_model_get_row: (nullable) (transfer none): until the rows change. */
const SzListRow *sz_list_model_get_row (SzListModel *self, gint64 id);

/** sz_list_model_bind, _unbind: called by the factories. */
void sz_list_model_bind (SzListModel *self, SzListItem *item, guint column, GtkInscription *cell);
void sz_list_model_unbind (SzListModel *self, SzListItem *item, guint column);

G_END_DECLS
