/* sz-db-sqlite-file.h — the file that a SQLite database is
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** sz_db_sqlite_file_create: empty and for the owner alone, so that two cannot make it at once;
 *  REFUSED "store.exists" (file). */
gboolean sz_db_sqlite_file_create (const char *path, GError **error);

/** sz_db_sqlite_file_name_check: no name of a journal, write-ahead log or label. */
gboolean sz_db_sqlite_file_name_check (const char *path, GError **error);

/** sz_db_sqlite_file_find: that it is there, and a file; "db.missing", "db.folder", "db.not_ours".
 */
gboolean sz_db_sqlite_file_find (const char *path, GError **error);

/** sz_db_sqlite_file_on_network: whether it, or the folder it is to be made in, lies on a network
 *  share. */
gboolean sz_db_sqlite_file_on_network (const char *path);

/** sz_db_sqlite_file_swap: as sz_db_replace(), under the lock of the old file. */
gboolean sz_db_sqlite_file_swap (
    const char *made, const char *target, const char *stamp, char **replaced, GError **error);

G_END_DECLS
