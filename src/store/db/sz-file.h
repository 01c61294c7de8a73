/* sz-file.h — files that are whole or not there
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define SZ_FILE_UNCONFIRMED "file.unconfirmed"

/** sz_file_temporary_name: (transfer full): beside @path, of this process alone; what processes
 * that died left of the same file is removed. */
char *sz_file_temporary_name (const char *path);

/** sz_file_name_to_be: (transfer full): what a temporary name is to become; other names as they
 * are.
 */
char *sz_file_name_to_be (const char *path);

/** sz_file_remove_stale: temporary files in @folder whose name begins with @prefix ("": all) and
 *  whose process is gone. */
void sz_file_remove_stale (const char *folder, const char *prefix);

/**
 * sz_file_put_in_place:
 * @replace: FALSE: a file that is there already is REFUSED "store.exists" (file)
 *
 * Syncs @made, renames it to @path and syncs the folder: afterwards it is there for good.
 * IO %SZ_FILE_UNCONFIRMED (file, detail): it is there, but the folder could not be synced; all
 * other errors: it is not.
 */
gboolean
sz_file_put_in_place (const char *made, const char *path, gboolean replace, GError **error);

/** sz_file_sync_folder: of @path, so that a rename in it lasts. */
gboolean sz_file_sync_folder (const char *path, GError **error);

G_END_DECLS
