/* sz-db-pgsql-heap.h — rows of one statement that are sent as one (RULE srv-7)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sz-db-pgsql-hold.h"

G_BEGIN_DECLS

/** sz_pgsql_heap_add: the row bound to @stmt, "INSERT … VALUES ($1, …)"; FALSE: it cannot go with
 * others and is the caller's. */
gboolean sz_pgsql_heap_add (SzDbPgsql *db, const PgsqlStmt *stmt, const SzRowTag *tag);

void sz_pgsql_heap_free (gpointer heap);

G_END_DECLS
