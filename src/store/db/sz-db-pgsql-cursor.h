/* sz-db-pgsql-cursor.h — long lists in portions (RULE srv-7)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sz-db-pgsql-stmt-private.h"

G_BEGIN_DECLS

/** sz_pgsql_cursor_step: of a statement of many rows: what SzDbClass says of step. */
gboolean sz_pgsql_cursor_step (SzDbPgsql *db, PgsqlStmt *stmt, gboolean *row, GError **error);

/** sz_pgsql_cursor_close: read to its end or not. */
void sz_pgsql_cursor_close (SzDbPgsql *db, PgsqlStmt *stmt);

G_END_DECLS
