/* sz-db-pgsql-stmt.h — statements of PostgreSQL
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sz-db-pgsql-db.h"

G_BEGIN_DECLS

/* What SzDbClass says of the same names. */
SzStmt *sz_db_pgsql_prepare (SzDb *db, const char *sql, GError **error);
void sz_db_pgsql_bind_int (SzStmt *stmt, int index, gint64 value);
void sz_db_pgsql_bind_text (SzStmt *stmt, int index, const char *text, gssize length);
void sz_db_pgsql_bind_null (SzStmt *stmt, int index);
gboolean sz_db_pgsql_queue (SzStmt *stmt, const SzRowTag *tag, GError **error);
gint64 sz_db_pgsql_column_int (SzStmt *stmt, int column);
const char *sz_db_pgsql_column_text (SzStmt *stmt, int column, gsize *length);

/** sz_db_pgsql_stmts_new: (transfer full): a table for the statements of a connection. */
GHashTable *sz_db_pgsql_stmts_new (void);

G_END_DECLS
