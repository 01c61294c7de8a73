/* sz-migrate.h — numbered schema scripts and the version of a database
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sz-db.h"

G_BEGIN_DECLS

/** sz_migrate_latest: the number of the last script that this program carries. */
int sz_migrate_latest (void);

/**
 * sz_migrate_version: (out @version): of the file.
 *
 * FORMAT "db.empty" (file), FORMAT "db.not_ours" when it is no database of this program; CORRUPT
 * "db.schema_changed" when it carries anything in its schema that our scripts do not make (detail:
 * its name); NEWER_SCHEMA "db.newer_schema" (file, found, known).
 */
gboolean sz_migrate_version (SzDb *db, int *version, GError **error);

/**
 * sz_migrate_to: runs the scripts up to @version, each with its number, and after the last what the
 * kind of database guards itself with, all inside the caller's write transaction.
 */
gboolean sz_migrate_to (SzDb *db, int version, GError **error);

/**
 * sz_migrate_digest: (transfer full)
 *
 * SHA-256 in hex of all that stands in the schema of @db. `schema/sqlite/digests.txt` has that of
 * each released version, a line a version, so that a college is opened without making a model of
 * it to compare with; a version without its line is compared the slow way.
 */
char *sz_migrate_digest (SzDb *db, GError **error);

/** sz_migrate_find_wrong: (out @version): the first script on record that is not ours or not in its
 *  place; 0: none (RULE aud-1). */
gboolean sz_migrate_find_wrong (SzDb *db, int *version, GError **error);

G_END_DECLS
