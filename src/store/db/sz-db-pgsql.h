/* sz-db-pgsql.h — PostgreSQL behind the seam
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sz-db.h"

G_BEGIN_DECLS

/**
 * sz_db_pgsql_open:
 * @login: (nullable): who connects, where the address does not say
 * @password: (nullable): else as libpq finds it, in PGPASSWORD or ~/.pgpass
 *
 * What sz_pgsql_uri_parse() refuses; REFUSED "db.sign_in" (file) for a wrong login or password, IO
 * "db.unreachable" (host, port), "db.tls_failed" (host, detail), "db.missing" (file), FORMAT
 * "db.unsuitable" (file, detail) for a server older than 13 or a database that is not UTF8 and
 * ordered bytewise.
 */
SzDb *sz_db_pgsql_open (
    const char *uri, SzDbFlags flags, const char *login, const char *password, GError **error);

/** sz_db_pgsql_count_trips: how often this connection waited for its server to answer. */
guint64 sz_db_pgsql_count_trips (const SzDb *db);

/** sz_db_pgsql_count_rows: how many rows this connection held in memory at one time, at the most
 * since this was asked before. */
guint sz_db_pgsql_count_rows (SzDb *db);

G_END_DECLS
