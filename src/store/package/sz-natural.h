/* sz-natural.h — rows as they travel: natural keys and values instead of ids (RULE pkg-1)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <jansson.h>

#include "sz-act.h"
#include "sz-natural-link.h"

G_BEGIN_DECLS

/** SzNatural: the people of a college, so that rows can name them. */
typedef struct _SzNatural SzNatural;

SzNatural *sz_natural_new (SzStore *store, GError **error);
void sz_natural_free (SzNatural *natural);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SzNatural, sz_natural_free)

SzStore *sz_natural_get_store (const SzNatural *natural);

/** SzNaturalRow: a row that is here: its key, parts joined by "|", and its values, a JSON array. */
typedef struct
{
  gint64 id;
  gint64 row_version;
  char *key;
  char *values;
} SzNaturalRow;
void sz_natural_row_free (SzNaturalRow *row);

/** sz_natural_key_of, sz_natural_id_of: %NULL and 0 where there is none. */
const char *sz_natural_key_of (SzNatural *natural, const char *table, gint64 id, GError **error);
gint64 sz_natural_id_of (SzNatural *natural, const char *table, const char *key);

/** sz_natural_columns: (transfer full): names in the order of the schema; a person is "staff_no".
 */
json_t *sz_natural_columns (const SzRowType *type);

/** sz_natural_list: (transfer full) (element-type SzNaturalRow): by id; @year 0: all, else of types
 *  that have a year or a date. */
GPtrArray *sz_natural_list (SzNatural *natural, const SzRowType *type, int year, GError **error);

/** sz_natural_find_column: −1: none of this name. */
gssize sz_natural_find_column (const json_t *columns, const char *name);

/**
 * sz_natural_read:
 * @row: as it came, in the order of @columns
 * @values: (out) (transfer full): JSON array in our order; what @columns lacks is empty
 *
 * Returns its key (transfer full). FORMAT "package.value" (table, column): not of the column's
 * kind.
 */
char *sz_natural_read (
    const SzRowType *type, const json_t *columns, const json_t *row, char **values, GError **error);

/** SzNaturalFn: a row that a row names; @table %NULL: of a kind that does not travel. */
typedef gboolean (*SzNaturalFn) (const char *table,
                                 const char *key,
                                 gpointer user_data,
                                 GError **error);

/** sz_natural_each_link: what @values, in our order, names. */
gboolean sz_natural_each_link (const SzRowType *type,
                               const json_t *values,
                               SzNaturalFn fn,
                               gpointer user_data,
                               GError **error);

/** sz_natural_put: inserts (@id 0) or updates under @row_version. FORMAT "package.value" (table,
 *  key, column) and "package.reference" (table, key, staff_no). */
gboolean sz_natural_put (
    SzNatural *natural, SzAct *act, const SzRowType *type, const SzNaturalRow *row, GError **error);

G_END_DECLS
