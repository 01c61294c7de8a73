/* sz-lesson.h — lessons of a timetable 课表: on which days, in which periods 节次 (RULE wrk-6)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sz-codes.h"
#include "sz-date.h"

G_BEGIN_DECLS

/** SzPeriods: a set of periods of a day, bit n for the n-th 第n节; 0: not known. */
typedef guint32 SzPeriods;

#define SZ_PERIODS_MAX 31

/** SzPeriodName: what a word means, 上午 → periods 1 to 4. */
typedef struct
{
  const char *name;
  SzPeriods periods;
} SzPeriodName;

/** sz_periods_range: the periods @first … @last; 0 when there are no such. */
SzPeriods sz_periods_range (int first, int last);

/**
 * sz_periods_parse:
 *
 * `1-2`, `第3、4节`, `1~4节`, `5,6`, `第一节`, `0102` (two digits each), or one of @names. 0 for
 * anything else: only people know then which periods are meant.
 */
SzPeriods sz_periods_parse (const char *text, const SzPeriodName *names, gsize n);

/** sz_periods_clash: whether the two texts name a period in common; texts that are not understood
 *  clash when they are the same. */
gboolean sz_periods_clash (const char *one, const char *other, const SzPeriodName *names, gsize n);

/** SzLesson: one lesson a week. */
typedef struct
{
  int weekday; /* 1 Monday … 7 Sunday */
  int week_from;
  int week_to;
  SzWeeks weeks;
} SzLesson;

/** sz_lesson_week: the week of the term in which @day lies, 1 for the calendar week that holds
 *  @term_start; 0 and less before it. */
int sz_lesson_week (SzDate term_start, SzDate day);

/** sz_lesson_held: whether the lesson is held on @day. */
gboolean sz_lesson_held (const SzLesson *lesson, SzDate term_start, SzDate day);

/** sz_lesson_weeks: in how many weeks of the term it is held. */
int sz_lesson_weeks (const SzLesson *lesson);

G_END_DECLS
