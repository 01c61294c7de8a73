/* sz-backup-keep.h — the copies that are kept beside a college: whole ones, and what changed since
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sz-store.h"

G_BEGIN_DECLS

#define SZ_BACKUPS_KEPT 14

/**
 * sz_backup_keep:
 * @stamp: such as "20260307T081500Z"
 * @reason: a word for the file name, such as "import"
 * @path: (out) (optional) (transfer full): where it is
 *
 * Makes `backups/<name>-<stamp>-<reason>.db` beside the database: a whole copy, verified as verify
 * does before it gets that name; one that does not verify is called `…-unverified.db`. Where
 * @reason is "import" and a whole copy is there, `….delta`, which holds what changed since that one
 * and is verified from its head on: it costs what changed. Then the oldest beyond the newest
 * %SZ_BACKUPS_KEPT go: never the newest whole one that verified, and none that a delta goes on
 * from.
 */
gboolean sz_backup_keep (SzStore *store,
                         const char *stamp,
                         const char *reason,
                         char **path,
                         GCancellable *cancellable,
                         GError **error);

/** sz_backup_list: (transfer full): paths of the kept copies of the database at @uri, newest first;
 *  those of one second in the order in which they were made. */
GStrv sz_backup_list (const char *uri);

/** sz_backup_is_verified: by its name: whether it verified when it was made. */
gboolean sz_backup_is_verified (const char *path);

/** sz_backup_find_whole: (transfer full) (nullable): the newest whole copy that verified; @day
 *  (nullable): of this day, "20260307". */
char *sz_backup_find_whole (const char *uri, const char *day);

G_END_DECLS
