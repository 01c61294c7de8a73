/* sz-workload-query.h — lines of a year's workload found, put in order and added up
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sz-workload-book.h"

G_BEGIN_DECLS

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

/** sz_workload_query_ask: (transfer full): in the reader thread. */
SzWorkloadAnswer *sz_workload_query_ask (const SzWorkloadQuery *query, SzWorkloadBook *book);
void sz_workload_answer_free (SzWorkloadAnswer *answer);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SzWorkloadAnswer, sz_workload_answer_free)

G_END_DECLS
