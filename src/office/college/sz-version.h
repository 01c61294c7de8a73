/* sz-version.h — which state of the sources a program was made from
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** sz_version_dup_text: (transfer full): "0.1.0 (commit 8b74c54, schema 16)"; the schema is that of
 * the database it writes. */
char *sz_version_dup_text (void);

G_END_DECLS
