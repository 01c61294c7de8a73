/* sz-list-item.h — one place of a list: which row stands there, and the cells that show it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sz-list-row.h"

G_BEGIN_DECLS

/**
 * SzListItem: a place, not a row: when a list is sorted or searched the places stay and show other
 * rows, so that the view keeps its widgets (a list of a million rows changes within a frame or
 * two).
 */
#define SZ_TYPE_LIST_ITEM (sz_list_item_get_type ())
G_DECLARE_FINAL_TYPE (SzListItem, sz_list_item, SZ, LIST_ITEM, GObject)

SzListItem *sz_list_item_new (guint position, const SzListColumn *columns, guint n_columns);

guint sz_list_item_get_position (SzListItem *self);
gint64 sz_list_item_get_id (SzListItem *self);
/** sz_list_item_is_loaded: whether the cells show the row of the id. */
gboolean sz_list_item_is_loaded (SzListItem *self);
/** sz_list_item_is_bound: whether a cell shows it. */
gboolean sz_list_item_is_bound (SzListItem *self);

/**
 * sz_list_item_set_row:
 * @row: (nullable) (transfer none): %NULL while it is not loaded; must live until the next call
 *
 * Without a row a bound item goes on showing its old text when @keep_text, else nothing.
 */
void sz_list_item_set_row (SzListItem *self, gint64 id, const SzListRow *row, gboolean keep_text);

/** sz_list_item_bind, _unbind: @cell (a GtkInscription) shows @column, until it is unbound. */
void sz_list_item_bind (SzListItem *self, guint column, GtkInscription *cell);
void sz_list_item_unbind (SzListItem *self, guint column);

G_END_DECLS
