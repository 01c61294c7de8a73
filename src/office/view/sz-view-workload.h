/* sz-view-workload.h — teaching and training records as screens and forms read them 工作量
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sz-office.h"
#include "sz-view-people.h"
#include "sz-workload.h"

G_BEGIN_DECLS

/** SzWorkloadFilter: all that is not 0 or NULL must hold. */
typedef struct
{
  int year; /* required */
  gint64 person_id;
  const char *department; /* at the end of the year */
} SzWorkloadFilter;

/** SzTeachingLine: one teaching record with what it is worth (RULE wrk-1). Strings borrowed. */
typedef struct
{
  gint64 id;
  gint64 person_id;
  const char *staff_no;
  const char *name;
  const char *department; /* "" when not known */
  const char *term;       /* 学期, "" when not given */
  const char *course;
  const char *class_name;
  SzTeaching record;
  SzLoadTerms terms;    /* K1 … K4 */
  gint64 standard_x100; /* 标准课时 */
} SzTeachingLine;

/** SzTrainingLine: one training record (RULE wrk-2). Strings borrowed. */
typedef struct
{
  gint64 id;
  gint64 person_id;
  const char *staff_no;
  const char *name;
  const char *department;
  SzDate date;
  const char *project_code;
  const char *project_name;
  const char *session;
  const char *period;
  SzTraining record;
  SzLoadTerms terms;
  gint64 raw_x100; /* t, before the ratio */
} SzTrainingLine;

/** SzWorkloadView: lines by 部门序, 姓氏笔画, then course or date. */
typedef struct
{
  SzTeachingLine *teaching;
  gsize n_teaching;
  SzTrainingLine *training;
  gsize n_training;
  gpointer storage; /* private */
} SzWorkloadView;

SzWorkloadView *sz_view_workload_open (SzOffice *office,
                                       const SzWorkloadFilter *filter,
                                       GCancellable *cancellable,
                                       GError **error);
void sz_workload_view_free (SzWorkloadView *view);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SzWorkloadView, sz_workload_view_free)

/** sz_view_workload_years: (transfer full) (element-type int): years with a record, the latest
 *  first. */
GArray *sz_view_workload_years (SzOffice *office, GError **error);

/** sz_workload_view_people: (transfer none): everybody at the end of the year, for names, search
 *  and order; for the thread that uses @view. */
SzPeopleView *sz_workload_view_people (SzWorkloadView *view);

G_END_DECLS
