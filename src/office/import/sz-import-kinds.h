/* sz-import-kinds.h — the kinds of sheets a college hands in
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sz-import-kind.h"

G_BEGIN_DECLS

/** sz_import_kinds: all, in the order of a year's work, ended by NULL. */
const SzImportKind *const *sz_import_kinds (void);

/** sz_import_kind_find: (nullable): by its word or its other word. */
const SzImportKind *sz_import_kind_find (const char *word);

G_END_DECLS
