/* sz-store-timetable.h — who teaches when in a term 课表
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sz-codes.h"
#include "sz-money.h"
#include "sz-row.h"

G_BEGIN_DECLS

/* Every row names its import batch and the row of the sheet (0: typed in by hand). */

/** SzTimetableRow: timetable 课表: one lesson a week of a term. Key: person, term, weekday, period,
 * weeks, class. */
typedef struct
{
  gint64 id;
  gint64 row_version;
  gint64 person_id;
  char *term;       /* 学期 "2025春" */
  int weekday;      /* 星期, 1 Monday … 7 Sunday */
  char *period;     /* 节次 */
  int week_from;    /* 起周 */
  int week_to;      /* 止周 */
  SzWeeks weeks;    /* 单双周 */
  char *course;     /* 课程 */
  char *class_name; /* 班级 */
  gint64 batch_id;
  int source_row;
} SzTimetableRow;
SZ_ROW_API (SzTimetableRow, sz_store_timetable)

G_END_DECLS
