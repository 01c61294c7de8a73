/* sz-natural-link.h — which columns name rows of other tables, and what rows are named by (RULE
 * pkg-1)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <jansson.h>

#include "sz-row-type.h"

G_BEGIN_DECLS

/** sz_natural_target: (nullable): the table whose rows @column names by their keys; @kind
 *  (nullable): of the case, for its subject_id. */
const char *sz_natural_target (const char *column, const char *kind);
/** sz_natural_is_subject: whether what @column refers to goes by the kind of the case. */
gboolean sz_natural_is_subject (const char *column);

/** sz_natural_is_link: whether @column is a number of a row of another table. */
gboolean sz_natural_is_link (const SzColumn *column);

/** sz_natural_make_key: (transfer full): of @values, in our order: parts joined by "|". */
char *sz_natural_make_key (const SzRowType *type, const json_t *values);

/** sz_natural_append_part: to a key, behind "|". */
void sz_natural_append_part (GString *key, const json_t *value);
/** sz_natural_dump: (transfer full): compact JSON. */
char *sz_natural_dump (const json_t *values);

/** sz_natural_tell_apart: (transfer full): takes @key; "…#2" where the table has no key of its own
 *  and @seen has it already. */
char *sz_natural_tell_apart (const SzRowType *type, GHashTable *seen, char *key);

G_END_DECLS
