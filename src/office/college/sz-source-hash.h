/* sz-source-hash.h — what a file held that came in or went out (RULE aud-1)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/** sz_source_hash: (transfer full): SHA-256 in hex; IO "file.missing", "file.unreadable". */
char *sz_source_hash (const char *path, GCancellable *cancellable, GError **error);

/** sz_source_dup_name: (transfer full): the base name of @path as people may read it and the log
 * may keep it: one in GB18030, as old sticks have them, becomes UTF-8, and what a terminal would
 * obey U+FFFD. */
char *sz_source_dup_name (const char *path);

/** sz_source_check: @path is a file: a pipe or device would keep us waiting for ever.
 * IO "file.missing" (file), "file.unreadable" (file, detail). */
gboolean sz_source_check (const char *path, GError **error);

G_END_DECLS
