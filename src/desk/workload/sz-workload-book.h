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

gsize sz_workload_book_count (const SzWorkloadBook *book, SzWorkloadList list);
/** sz_workload_book_line: (nullable) (transfer none): an SzTeachingLine, SzTrainingLine or
 *  SzConvertLine. */
gconstpointer sz_workload_book_line (const SzWorkloadBook *book, SzWorkloadList list, gint64 id);
/** sz_workload_book_person: whose line it is; 0 for none. */
gint64 sz_workload_book_person (const SzWorkloadBook *book, SzWorkloadList list, gint64 id);

/** SzWorkloadQuery: which lines, in which order. */
typedef struct
{
  SzWorkloadList list;
  char *text;       /* (nullable): person, course, class, project */
  char *department; /* (nullable) */
  char *sort; /* id of the column, see sz-workload-rows.h; "default": 部门序, 姓氏笔画 */
  gboolean descending;
  gboolean by_pinyin; /* of names */
} SzWorkloadQuery;

SzWorkloadQuery *sz_workload_query_new (SzWorkloadList list);
void sz_workload_query_free (SzWorkloadQuery *query);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SzWorkloadQuery, sz_workload_query_free)

/** SzWorkloadAnswer: @planned_x100: hours as recorded, @worth_x100: standard hours, t, or teaching
 *  and credited training together, of all lines. */
typedef struct
{
  GArray *ids; /* of gint64 */
  gint64 planned_x100;
  gint64 worth_x100;
  gint64 over_x100; /* of the year: over-hours */
  SzMoney over_pay_fen;
} SzWorkloadAnswer;

/** sz_workload_book_ask: (transfer full): in the reader thread. */
SzWorkloadAnswer *sz_workload_book_ask (SzWorkloadBook *book, const SzWorkloadQuery *query);
void sz_workload_answer_free (SzWorkloadAnswer *answer);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SzWorkloadAnswer, sz_workload_answer_free)

G_END_DECLS
