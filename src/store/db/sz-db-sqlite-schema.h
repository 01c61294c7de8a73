/* sz-db-sqlite-schema.h — what SQLite says of a file and of what is in it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sz-db.h"

G_BEGIN_DECLS

/* Members of #SzDbClass. */
gboolean sz_db_sqlite_identify (SzDb *db, SzDbIdentity *identity, GError **error);
gboolean sz_db_sqlite_mark (SzDb *db, GError **error);
extern const char sz_db_sqlite_schema_sql[];
extern const char sz_db_sqlite_columns_sql[];
extern const char sz_db_sqlite_blot_sql[];
gboolean sz_db_sqlite_fill (SzDb *db, gboolean open, GError **error);
gboolean sz_db_sqlite_check (SzDb *db, GError **error);
gboolean sz_db_sqlite_data_version (SzDb *db, gint64 *version, GError **error);
gboolean sz_db_sqlite_set_spill (SzDb *db, guint mebibytes, GError **error);

/** sz_db_sqlite_configure: what house rules ask of a connection. */
gboolean sz_db_sqlite_configure (SzDb *db, GError **error);

G_END_DECLS
