/* sz-structure-check.h — structure and references of a whole college, looked at beside other work
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sz-store.h"

G_BEGIN_DECLS

/**
 * SzStructureCheck: under way from start to end, in a thread and on a connection of its own where
 * the college lies in a file. The caller reads @store meanwhile (sz_store_begin_read()), so that
 * nobody writes and both see the same. It never outlives the read.
 */
typedef struct _SzStructureCheck SzStructureCheck;

SzStructureCheck *sz_structure_check_start (SzStore *store);
/** sz_structure_check_end: waits for it, and frees it. @wanted FALSE: what it found is of no
 * matter. CORRUPT "db.corrupt" (file, detail), and what opening a file gives. */
gboolean sz_structure_check_end (SzStructureCheck *check, gboolean wanted, GError **error);

G_END_DECLS
