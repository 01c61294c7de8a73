/* sz-db-pgsql-cursor.h — the rows of statements: all at once, or of long lists in portions (RULE
 * srv-7)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sz-db.h"

G_BEGIN_DECLS

/* What SzDbClass says of the same names. */
SzStmt *sz_db_pgsql_prepare_many (SzDb *db, const char *sql, GError **error);
gboolean sz_db_pgsql_step (SzStmt *stmt, gboolean *row, GError **error);
void sz_db_pgsql_done (SzStmt *stmt);

G_END_DECLS
