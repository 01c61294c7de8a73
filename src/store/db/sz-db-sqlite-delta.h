/* sz-db-sqlite-delta.h — what changed since a copy, taken out into a small file and put in again
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sz-db.h"

G_BEGIN_DECLS

/** sz_db_sqlite_extract: as SzDbClass.extract. */
gboolean sz_db_sqlite_extract (SzDb *db, const char *path, const SzDbBase *base, GError **error);

/** sz_db_sqlite_apply: as SzDbClass.apply. */
gboolean sz_db_sqlite_apply (SzDb *db, const char *path, GError **error);

G_END_DECLS
