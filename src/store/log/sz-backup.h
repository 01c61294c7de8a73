/* sz-backup.h — copies that were read back, and putting one in place
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gio/gio.h>

#include "sz-store.h"

G_BEGIN_DECLS

#define SZ_BACKUPS_KEPT 14

/**
 * sz_backup_make:
 * @path: the new file; one that is there already is REFUSED "backup.exists" (file)
 *
 * Copies under a temporary name beside @path, syncs, opens the copy, checks its structure and
 * compares it with the source page by page, and only then gives it its name.
 * CORRUPT "backup.not_equal" (file) when it does not read back as it should.
 */
gboolean
sz_backup_make (SzStore *store, const char *path, GCancellable *cancellable, GError **error);

/**
 * sz_backup_keep:
 * @stamp: such as "20260307T081500Z"
 * @reason: a word for the file name, such as "import"
 * @path: (out) (optional) (transfer full): where it is
 *
 * Makes `backups/<name>-<stamp>-<reason>.db` beside the database, then deletes the oldest beyond
 * the newest %SZ_BACKUPS_KEPT: never before the new one is verified.
 */
gboolean sz_backup_keep (SzStore *store,
                         const char *stamp,
                         const char *reason,
                         char **path,
                         GCancellable *cancellable,
                         GError **error);

/** sz_backup_list: (transfer full): paths of the kept copies of the database at @uri, newest first.
 */
GStrv sz_backup_list (const char *uri);

/**
 * sz_backup_verify:
 *
 * Opens @path read-only: structure, foreign keys, audit chain, rows against the journal.
 * CORRUPT "backup.damaged" (file, detail), FORMAT "db.not_ours", NEWER_SCHEMA "db.newer_schema".
 */
gboolean sz_backup_verify (const char *path, GCancellable *cancellable, GError **error);

/**
 * sz_backup_restore:
 * @path: the backup
 * @uri: the database to put in place; need not exist
 * @replaced: (out) (optional) (transfer full) (nullable): where the replaced file was put:
 *   `<file>.replaced-<stamp>`
 *
 * Verifies the backup first. A college that is there already must be the one that the backup is of
 * (the same first act), or a bare one: REFUSED "backup.other_college" (file, target, ours, theirs).
 * A link is followed; a folder is FORMAT "db.folder". At every instant a good file is there: the
 * new one is complete under a temporary name before the old one moves. BUSY "db.busy" when somebody
 * writes to the old one. IO "restore.unconfirmed" (file, replaced): it was replaced, but the disk
 * did not confirm it; any other error: what was there stands as it did.
 */
gboolean sz_backup_restore (const char *path,
                            const char *uri,
                            const char *stamp,
                            char **replaced,
                            GCancellable *cancellable,
                            GError **error);

G_END_DECLS
