/* sz-index-model.h — a list of places, so that views keep nothing but numbers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/** SzIndexItem: a place in a list. */
#define SZ_TYPE_INDEX_ITEM (sz_index_item_get_type ())
G_DECLARE_FINAL_TYPE (SzIndexItem, sz_index_item, SZ, INDEX_ITEM, GObject)

SzIndexItem *sz_index_item_new (guint index);
guint sz_index_item_get_index (SzIndexItem *item);

/** SzIndexModel: the places 0 … size − 1. What stands at a place is the owner's affair. */
#define SZ_TYPE_INDEX_MODEL (sz_index_model_get_type ())
G_DECLARE_FINAL_TYPE (SzIndexModel, sz_index_model, SZ, INDEX_MODEL, GObject)

SzIndexModel *sz_index_model_new (void);
/** sz_index_model_set_size: only the difference is told: a list view asks for every item told. */
void sz_index_model_set_size (SzIndexModel *model, guint size);

G_END_DECLS
