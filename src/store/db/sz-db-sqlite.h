/* sz-db-sqlite.h — SQLite behind the seam
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sz-db.h"

G_BEGIN_DECLS

/** sz_db_sqlite_open: ":memory:" with %SZ_DB_CREATE is a database for a moment. */
SzDb *sz_db_sqlite_open (const char *path, SzDbFlags flags, GError **error);

G_END_DECLS
