/* sz-source-hash.h — what a file held that came in or went out (RULE aud-1)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/** sz_source_hash: (transfer full): SHA-256 in hex; IO "file.missing", "file.unreadable". */
char *sz_source_hash (const char *path, GCancellable *cancellable, GError **error);

G_END_DECLS
