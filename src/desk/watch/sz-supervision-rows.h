/* sz-supervision-rows.h — findings, rectification, families and tolerance as rows of lists
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sz-list-view.h"
#include "sz-view-case.h"

G_BEGIN_DECLS

/** SzSupervisionList: the lists of the page, in the order of their tabs. */
typedef enum
{
  SZ_LIST_FINDINGS,
  SZ_LIST_RECTIFY,
  SZ_LIST_FAMILIES,
  SZ_LIST_TOLERANCE,
  SZ_LIST_DUE,
  SZ_N_SUPERVISION_LISTS
} SzSupervisionList;

/** sz_supervision_columns: static. */
const SzListColumn *sz_supervision_columns (SzSupervisionList list);

/** sz_supervision_read: (transfer full): of SzListRow; a #SzListReadFunc, @view->data is the list.
 */
GPtrArray *sz_supervision_read (SzOffice *office,
                                const SzListView *view,
                                const SzListAsk *ask,
                                GCancellable *cancellable,
                                GError **error);

/** SzSupervisionSubject: what the row beside the lists is about; strings are owned. */
typedef struct
{
  SzSupervisionList list;
  gint64 id;        /* of the row */
  SzCaseView *view; /* (nullable) */
  char *subject;    /* number of the finding, 问题编号, 编号 */
  char *sentence;   /* what it is about */
  char *place;      /* (nullable): where the thing stands, for sz_page_go() */
} SzSupervisionSubject;

/** sz_supervision_subject: (transfer full): in the reader thread. */
SzSupervisionSubject *sz_supervision_subject (
    SzOffice *office, SzSupervisionList list, gint64 id, SzDate day, GError **error);
void sz_supervision_subject_free (SzSupervisionSubject *subject);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SzSupervisionSubject, sz_supervision_subject_free)

/** SzSupervisionCounts: what waits on each list: findings not accepted, items not closed, pairs of
 * whom the rules say something, applications not decided, all that comes due. @badge: errors and
 * warnings nobody answered. */
typedef struct
{
  guint waiting[SZ_N_SUPERVISION_LISTS];
  guint badge;
} SzSupervisionCounts;

/** sz_supervision_count: a #SzTaskFunc: of a SzDate, a SzSupervisionCounts. */
gpointer sz_supervision_count (SzOffice *office,
                               gpointer input,
                               SzProgress progress,
                               GCancellable *cancellable,
                               GError **error);

/** sz_supervision_describe: (transfer full): facts and events; a #SzListDetailsFunc. */
SzListDetails *sz_supervision_describe (
    SzOffice *office, const SzListView *view, gpointer book, gint64 id, SzDate day, GError **error);

G_END_DECLS
