/* sz-reader-private.h — what a reader of some format gives to the table in front of it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sz-table-row.h"

G_BEGIN_DECLS

/** SzTableClass: @next fills a row borrowed until the next pull; %NULL at the end or with @error.
 */
typedef struct
{
  const SzTableRow *(*next) (SzTable *table, GCancellable *cancellable, GError **error);
  /* begins again with the first row */
  void (*rewind) (SzTable *table);
  guint (*progress) (SzTable *table);
  void (*free) (SzTable *table);
} SzTableClass;

/** SzTable: readers put it at the front of their own struct. @file is what it reads from, kept by
 * whoever opened it. */
struct _SzTable
{
  const SzTableClass *klass;
  gpointer file;
};

G_END_DECLS
