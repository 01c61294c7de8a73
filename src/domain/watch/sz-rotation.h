/* sz-rotation.h — further training of key teachers and managers in turn 轮训 (RULE tgt-9)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sz-codes-watch.h"
#include "sz-date.h"

G_BEGIN_DECLS

/** SzRosterEntry: on the roster from a day until it is taken off. Strings are owned. */
typedef struct
{
  SzRotationKind kind; /* 类别 */
  SzDate from;         /* 列入日期 */
  SzDate off;          /* 移出日期, 0: still on */
  char *off_reason;    /* 移出原因 */
} SzRosterEntry;

/** SzRotationCourse: a course somebody attended. */
typedef struct
{
  char *name; /* 培训班名称 */
  char *host; /* 主办单位 */
  SzDate from;
  SzDate to;
  gint64 hours_x100;
  gboolean finished; /* 结业 */
  char *certificate;
} SzRotationCourse;

/** SzRotationRules: rotation.months, rotation.min_hours. */
typedef struct
{
  int months;
  gint64 min_hours_x100;
} SzRotationRules;

gboolean sz_roster_holds (const SzRosterEntry *entry, SzDate day);

/** SzRotationState: one person on a day; meaningless unless on_roster. */
typedef struct
{
  gboolean on_roster;
  gboolean covered;
  SzDate listed;                       /* the earliest 列入日期 that holds */
  guint kinds;                         /* a bit for each SzRotationKind that holds */
  const SzRotationCourse *last_course; /* (nullable): the latest finished by then */
  SzDate lapses;                       /* the first day that is not covered */
} SzRotationState;

/**
 * sz_rotation_judge: a course ended 2022-10-15 covers until 2025-10-14 with 36 months.
 * @entries, @courses: (element-type pointers): of one person
 */
void sz_rotation_judge (const SzRotationRules *rules,
                        const GPtrArray *entries,
                        const GPtrArray *courses,
                        SzDate day,
                        SzRotationState *state);

G_END_DECLS
