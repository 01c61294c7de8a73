/* sz-row-sql.h — the statements of a type, prepared once on a connection
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sz-row-type.h"
#include "sz-store.h"

G_BEGIN_DECLS

/** SzRowSql: the statements of one type on one connection, prepared once. */
typedef struct
{
  SzStmt *insert;
  SzStmt *update;
  SzStmt *remove;
  SzStmt *by_id;
  SzStmt *by_key; /* NULL when the type has no natural key */
  char *columns;  /* "id, row_version, a, b …" for further statements */
} SzRowSql;

/** sz_row_columns: (transfer full): "id, row_version, a, b …", for who reads a table once and
 *  wants none of its other statements. */
char *sz_row_columns (const SzRowType *type);

/** sz_row_sql: made at the first call for a type. */
SzRowSql *sz_row_sql (SzStore *store, const SzRowType *type, GError **error);

G_END_DECLS
