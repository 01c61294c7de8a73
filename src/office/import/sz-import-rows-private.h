/* sz-import-rows-private.h — kinds whose rows are rows of one table of the store
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sz-import-run.h"
#include "sz-row.h"

G_BEGIN_DECLS

/**
 * SzImportRows: a kind whose rows are rows of one table of the store. The functions are the store's
 * own; SZ_IMPORT_ROWS makes them fit.
 */
typedef struct _SzImportRows
{
  gsize size;
  gsize batch_offset;  /* of the gint64 that gets the batch */
  gsize source_offset; /* of the int that gets the row of the sheet */
  /* Fills @row from the cells and adds findings; FALSE when it cannot be used. */
  gboolean (*parse) (SzImportRun *run, gpointer row);
  char *(*key) (gconstpointer row);
  /* (nullable): everything beside the key, where a key may stand several times in a file: rows
     with the same key and content are duplicates, others get their place by @ordinal. NULL: this
     row may not stand twice. */
  char *(*content) (gconstpointer row);
  gsize ordinal_offset;
  gboolean (*check) (SzImportRun *run, gpointer row, GError **error); /* (nullable) */
  /* (nullable): whether the row @there only stands because another kind names it: such a row is
     filled in without --update. */
  gboolean (*is_named) (SzImportRun *run, gconstpointer there, gboolean *named, GError **error);
  gboolean (*put) (SzAct *act, gpointer row, SzPutMode mode, SzPutResult *result, GError **error);
  gboolean (*find) (SzStore *store, gpointer row, gboolean *found, GError **error);
  gboolean (*any) (SzStore *store, gboolean *found, GError **error); /* whether there are rows */
  void (*clear) (gpointer row);
} SzImportRows;

/** sz_import_rows_met_cb: an SzRowFn that stops at the first row and says so. */
gboolean sz_import_rows_met_cb (gconstpointer row, gpointer found, GError **error);

/* The handler's functions for such kinds; sz_import_rows_begin: empties the keys. */
gboolean sz_import_rows_begin (SzImportRun *run, GError **error);
gboolean sz_import_rows_check (SzImportRun *run, GError **error);
gboolean sz_import_rows_write (SzImportRun *run, SzPutResult *result, GError **error);

/* Wrappers with the types that SzImportRows wants, so that no function is called through a foreign
   type. */
#define SZ_IMPORT_ROWS(Type, prefix)                                                               \
  static gboolean prefix##_put_cb (SzAct *act, gpointer row, SzPutMode mode, SzPutResult *result,  \
                                   GError **error)                                                 \
  {                                                                                                \
    return prefix##_put (act, (Type *)row, mode, result, error);                                   \
  }                                                                                                \
  static gboolean prefix##_find_cb (SzStore *store, gpointer row, gboolean *found, GError **error) \
  {                                                                                                \
    return prefix##_find (store, (Type *)row, found, error);                                       \
  }                                                                                                \
  static gboolean prefix##_any_cb (SzStore *store, gboolean *found, GError **error)                \
  {                                                                                                \
    return prefix##_each (store, SZ_ROWS_ALL, sz_import_rows_met_cb, found, error);                \
  }                                                                                                \
  static void prefix##_clear_cb (gpointer row)                                                     \
  {                                                                                                \
    prefix##_clear ((Type *)row);                                                                  \
  }

#define SZ_IMPORT_ROWS_OF(Type, prefix)                                                            \
  .size = sizeof (Type), .batch_offset = G_STRUCT_OFFSET (Type, batch_id),                         \
  .source_offset = G_STRUCT_OFFSET (Type, source_row), .put = prefix##_put_cb,                     \
  .find = prefix##_find_cb, .any = prefix##_any_cb, .clear = prefix##_clear_cb

/** SZ_IMPORT_ROWS_HANDLER: the part of an SzImportHandler that is the same for such kinds. */
#define SZ_IMPORT_ROWS_HANDLER(table)                                                              \
  .begin = sz_import_rows_begin, .check = sz_import_rows_check, .write = sz_import_rows_write,     \
  .rows = &table

G_END_DECLS
