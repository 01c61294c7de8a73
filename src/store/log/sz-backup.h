/* sz-backup.h — copies that were read back, and putting one in place
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gio/gio.h>

#include "sz-issue.h"
#include "sz-store.h"

G_BEGIN_DECLS

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

/* How files are called that hold what changed since another copy. */
#define SZ_BACKUP_DELTA ".delta"

/** sz_backup_is_delta: by its name: whether it is what changed since another copy. */
gboolean sz_backup_is_delta (const char *path);

/**
 * sz_backup_look:
 * @made: sz_backup_make() made it just now, and looked at its structure
 * @issues: gets what verify finds in the copy at @path
 *
 * Whether the copy could be restored: verified as sz_audit_verify() does it, with nothing found but
 * what somebody accepted. FALSE with an error when it could not be carried out, or when its
 * structure is damaged: CORRUPT "backup.damaged" (file, detail).
 */
gboolean sz_backup_look (const char *path,
                         gboolean made,
                         SzIssueList *issues,
                         GCancellable *cancellable,
                         GError **error);

/**
 * sz_backup_verify:
 *
 * Opens @path read-only: structure, foreign keys, audit chain, rows against the journal. A file of
 * changes is put together with the copy it goes on from, "backup.base_missing" (file, base).
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
