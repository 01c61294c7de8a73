/* sz-row.h — rows of the database as structs: put, find, list, delete
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sz-store.h"

G_BEGIN_DECLS

/**
 * A row struct begins with `gint64 id; gint64 row_version;`, has `char *` strings that it owns (a
 * NULL string is stored as ""), dates as SzDate, enums by their stored codes. What follows is said
 * once here and holds for every type that SZ_ROW_API declares.
 *
 * - `<prefix>_put (act, row, mode, &result, error)`: writes @row. With an id it is an edit of that
 *   row under its row_version: STALE "row.stale" (table, id) when it moved. Without an id it is
 *   inserted; %SZ_PUT_UPDATE looks for the natural key first and updates what it finds (this is
 *   `--update`). id and row_version of @row are set. A row of the same key that is there already is
 *   CONSTRAINT "row.duplicate" (table, key). batch_id and source_row alone are no change.
 * - `<prefix>_find (store, row, &found, error)`: fills @row by its natural key fields.
 * - `<prefix>_get (store, id, row, &found, error)`.
 * - `<prefix>_list (store, filter, error)`: (transfer full): rows in the order of their ids.
 * - `<prefix>_each (store, filter, fn, data, error)`: the same, row by row; nothing is kept.
 *   No writing inside @fn.
 * - `<prefix>_delete (act, id, row_version, error)`.
 * - `<prefix>_clear (row)`: frees the strings and zeroes the struct.
 */
typedef enum
{
  SZ_PUT_INSERT,
  SZ_PUT_UPDATE,
} SzPutMode;

typedef enum
{
  SZ_PUT_INSERTED,
  SZ_PUT_UPDATED,
  SZ_PUT_UNCHANGED,
} SzPutResult;

/** SzRowFilter: all that is not 0 must hold. A type without such a column must get 0 there. */
typedef struct
{
  int year;
  gint64 person_id;
  gint64 batch_id;
} SzRowFilter;

#define SZ_ROWS_ALL ((SzRowFilter){ 0, 0, 0 })
#define SZ_ROWS_OF_YEAR(y) ((SzRowFilter){ (y), 0, 0 })

/** SzRowFn: FALSE stops (with @error set: as an error). @row is borrowed, its strings too. */
typedef gboolean (*SzRowFn) (gconstpointer row, gpointer user_data, GError **error);

#define SZ_ROW_API(Type, prefix)                                                                   \
  gboolean prefix##_put (SzAct *act, Type *row, SzPutMode mode, SzPutResult *result,               \
                         GError **error);                                                          \
  gboolean prefix##_find (SzStore *store, Type *row, gboolean *found, GError **error);             \
  gboolean prefix##_get (SzStore *store, gint64 id, Type *row, gboolean *found, GError **error);   \
  GArray *prefix##_list (SzStore *store, SzRowFilter filter, GError **error);                      \
  gboolean prefix##_each (SzStore *store, SzRowFilter filter, SzRowFn fn, gpointer user_data,      \
                          GError **error);                                                         \
  gboolean prefix##_delete (SzAct *act, gint64 id, gint64 row_version, GError **error);            \
  void prefix##_clear (Type *row);                                                                 \
  G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Type, prefix##_clear)

G_END_DECLS
