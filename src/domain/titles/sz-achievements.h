/* sz-achievements.h — the largest set of items that rows of achievements satisfy together (RULE
 * ttl-10)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sz-title-standard.h"

G_BEGIN_DECLS

/** At most so many items of more than one row in a condition: their sets are tried one by one. */
#define SZ_ITEMS_MAX 64
#define SZ_MANY_ROW_ITEMS_MAX 12

/** sz_item_takes: whether the row is of the kinds, level, prize and rank that the item asks. */
gboolean sz_item_takes (const SzItem *item, const SzAchievement *row);

/**
 * sz_items_largest: how many of @items can be satisfied together, each row used once.
 * @rows: (array length=n_rows): pointers, those within the dates
 */
int sz_items_largest (const SzItem *items,
                      guint n_items,
                      const SzAchievement *const *rows,
                      guint n_rows);

G_END_DECLS
