/* sz-workload-book.h — the workload of a year, read once and looked at in many ways
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sz-convert.h"
#include "sz-view-workload.h"

G_BEGIN_DECLS

typedef enum
{
  SZ_WORKLOAD_TEACHING,
  SZ_WORKLOAD_TRAINING,
  SZ_WORKLOAD_YEAR,
  SZ_N_WORKLOAD_LISTS
} SzWorkloadList;

/** SzWorkloadBook: made in the reader thread and used there only; freed anywhere. */
typedef struct
{
  int year;
  GArray *years; /* of int, the latest first */
  SzWorkloadView *view;
  SzConvert *convert;
  GHashTable *by_id[SZ_N_WORKLOAD_LISTS]; /* id → place + 1; people by their own id */
} SzWorkloadBook;

/**
 * sz_workload_book_open:
 * @year: 0: the latest one with records, not later than @day's
 */
SzWorkloadBook *sz_workload_book_open (
    SzOffice *office, int year, SzDate day, GCancellable *cancellable, GError **error);
SzWorkloadBook *sz_workload_book_ref (SzWorkloadBook *book);
void sz_workload_book_unref (SzWorkloadBook *book);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SzWorkloadBook, sz_workload_book_unref)

/** sz_workload_book_count: how many lines the list has. */
gsize sz_workload_book_count (const SzWorkloadBook *book, SzWorkloadList list);
/** sz_workload_book_line: (nullable) (transfer none): an SzTeachingLine, SzTrainingLine or
 *  SzConvertLine. */
gconstpointer sz_workload_book_line (const SzWorkloadBook *book, SzWorkloadList list, gint64 id);
/** sz_workload_book_person: whose line it is; 0 for none. */
gint64 sz_workload_book_person (const SzWorkloadBook *book, SzWorkloadList list, gint64 id);

/** sz_workload_book_line_at: (transfer none): by its place, from 0, in the book's own order. */
gconstpointer
sz_workload_book_line_at (const SzWorkloadBook *book, SzWorkloadList list, gsize place);

/** sz_workload_line_id: of the record; of a year the person's. */
gint64 sz_workload_line_id (SzWorkloadList list, gconstpointer line);
/** sz_workload_line_person: whose line it is. */
gint64 sz_workload_line_person (SzWorkloadList list, gconstpointer line);

G_END_DECLS
