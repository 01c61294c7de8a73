/* sz-db-pgsql-schema.h — what PostgreSQL says of a database and of what is in it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sz-db.h"

G_BEGIN_DECLS

/* What SzDbClass says of the same names. */
gboolean sz_db_pgsql_identify (SzDb *db, SzDbIdentity *identity, GError **error);
gboolean sz_db_pgsql_mark (SzDb *db, GError **error);
gboolean sz_db_pgsql_unmake (SzDb *db, GError **error);
extern const char sz_db_pgsql_schema_sql[];
extern const char sz_db_pgsql_columns_sql[];
gboolean sz_db_pgsql_fill (SzDb *db, gboolean open, GError **error);

/** sz_db_pgsql_begin_model: a transaction with an empty schema in the place of ours, which nobody
 * else sees and which goes when it is taken back (RULE srv-3). */
gboolean sz_db_pgsql_begin_model (SzDb *db, GError **error);

/** sz_db_pgsql_check_suits: FORMAT "db.unsuitable" (file, detail) (RULE srv-1). */
gboolean sz_db_pgsql_check_suits (SzDb *db, GError **error);

G_END_DECLS
