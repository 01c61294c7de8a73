/* sz-nameindex.h — a hundred thousand names searched as one types (RULE ppl-6)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * SzNameIndex: search keys packed side by side, so that one pass over a few megabytes finds all.
 *
 * Confined to the thread that uses it. Finds exactly what sz_name_key_matches() would.
 */
typedef struct _SzNameIndex SzNameIndex;
SzNameIndex *sz_name_index_new (void);
void sz_name_index_free (SzNameIndex *index);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SzNameIndex, sz_name_index_free)

/**
 * sz_name_index_add:
 * @id: whatever finds the person again, such as the row's number
 * @search_key: from sz_name_keys_search_key(); copied
 */
void sz_name_index_add (SzNameIndex *index, gint64 id, const char *search_key);

/** sz_name_index_get_size: how many names were added. */
guint sz_name_index_get_size (const SzNameIndex *index);

/** sz_name_index_reset: forgets all names and keeps the memory for the next ones. */
void sz_name_index_reset (SzNameIndex *index);

/**
 * sz_name_index_find: (transfer full) (element-type gint64)
 * @folded_query: from sz_name_fold_query(); the empty one finds everybody
 *
 * The ids of the names found, in the order they were added, each name once.
 */
GArray *sz_name_index_find (const SzNameIndex *index, const char *folded_query);

G_END_DECLS
