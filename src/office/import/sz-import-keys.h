/* sz-import-keys.h — natural keys met in a file
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * SzImportKeys: natural keys met in the file, with the row that held each first and how often.
 * Compact: one block of texts and one table of 16 bytes a key.
 */
typedef struct _SzImportKeys SzImportKeys;
SzImportKeys *sz_import_keys_new (void);
void sz_import_keys_free (SzImportKeys *keys);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SzImportKeys, sz_import_keys_free)
/** sz_import_keys_add: row of the first one, 0 when this is the first; @before: how many before. */
guint sz_import_keys_add (SzImportKeys *keys, const char *key, guint row, guint *before);

G_END_DECLS
