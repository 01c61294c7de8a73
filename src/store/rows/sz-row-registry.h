/* sz-row-registry.h — every table that is journalled
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sz-row-type.h"

G_BEGIN_DECLS

/** sz_row_registry: (element-type SzRowType): all types of SZ_ROW_TYPES. */
const GPtrArray *sz_row_registry (void);
/** sz_row_registry_find: (nullable): by the name of its table. */
const SzRowType *sz_row_registry_find (const char *table);
/** sz_row_registry_add: a table more, for tests that make one. */
void sz_row_registry_add (const SzRowType *type);

G_END_DECLS
