/* sz-row-table.h — the rows of any table: what SZ_ROW_API declares, once for all types
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sz-row-type.h"
#include "sz-row.h"

G_BEGIN_DECLS

gboolean sz_row_put (SzAct *act,
                     const SzRowType *type,
                     gpointer row,
                     SzPutMode mode,
                     SzPutResult *result,
                     GError **error);
gboolean
sz_row_find (SzStore *store, const SzRowType *type, gpointer row, gboolean *found, GError **error);
/** sz_row_get: @found: FALSE when there is no such id; strings in @row are the caller's. */
gboolean sz_row_get (SzStore *store,
                     const SzRowType *type,
                     gint64 id,
                     gpointer row,
                     gboolean *found,
                     GError **error);
/** sz_row_list: (transfer full): rows in the order of their ids; @clear frees what is in one. */
GArray *sz_row_list (SzStore *store,
                     const SzRowType *type,
                     SzRowFilter filter,
                     GDestroyNotify clear,
                     GError **error);
/** sz_row_each: without keeping them: @fn returns FALSE to stop. */
gboolean sz_row_each (SzStore *store,
                      const SzRowType *type,
                      SzRowFilter filter,
                      SzRowFn fn,
                      gpointer user_data,
                      GError **error);
gboolean
sz_row_delete (SzAct *act, const SzRowType *type, gint64 id, gint64 row_version, GError **error);

#define SZ_ROW_DEFINE_PUT(Type, prefix, type)                                                      \
  gboolean prefix##_put (SzAct *act, Type *row, SzPutMode mode, SzPutResult *result,               \
                         GError **error)                                                           \
  {                                                                                                \
    return sz_row_put (act, &type, row, mode, result, error);                                      \
  }

#define SZ_ROW_DEFINE_READ(Type, prefix, type)                                                     \
  gboolean prefix##_find (SzStore *store, Type *row, gboolean *found, GError **error)              \
  {                                                                                                \
    return sz_row_find (store, &type, row, found, error);                                          \
  }                                                                                                \
  gboolean prefix##_get (SzStore *store, gint64 id, Type *row, gboolean *found, GError **error)    \
  {                                                                                                \
    return sz_row_get (store, &type, id, row, found, error);                                       \
  }                                                                                                \
  GArray *prefix##_list (SzStore *store, SzRowFilter filter, GError **error)                       \
  {                                                                                                \
    return sz_row_list (store, &type, filter, (GDestroyNotify)prefix##_clear, error);              \
  }                                                                                                \
  gboolean prefix##_each (SzStore *store, SzRowFilter filter, SzRowFn fn, gpointer user_data,      \
                          GError **error)                                                          \
  {                                                                                                \
    return sz_row_each (store, &type, filter, fn, user_data, error);                               \
  }                                                                                                \
  gboolean prefix##_delete (SzAct *act, gint64 id, gint64 row_version, GError **error)             \
  {                                                                                                \
    return sz_row_delete (act, &type, id, row_version, error);                                     \
  }                                                                                                \
  void prefix##_clear (Type *row)                                                                  \
  {                                                                                                \
    sz_row_type_clear (&type, row);                                                                \
  }

#define SZ_ROW_DEFINE(Type, prefix, type)                                                          \
  SZ_ROW_DEFINE_PUT (Type, prefix, type)                                                           \
  SZ_ROW_DEFINE_READ (Type, prefix, type)

G_END_DECLS
