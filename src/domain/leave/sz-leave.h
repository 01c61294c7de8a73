/* sz-leave.h — leave 请假: kinds, spans as people write them, months away (RULE pay-19, pay-6)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sz-calendar.h"
#include "sz-months.h"

G_BEGIN_DECLS

/** SzLeave: both days included. */
typedef struct
{
  SzLeaveKind kind;
  SzDate from;
  SzDate to;
} SzLeave;

/**
 * sz_leave_parse_span:
 *
 * Two dates in one text: `2025年4月7日至6月6日`, `2025/2/1-2/9`, `2025.3.3—7`,
 * `2025-01-06~2025-08-29`. The second may leave out its year, or year and month, which are then
 * those of the first. "date.invalid" (value) when it is not two days.
 */
gboolean sz_leave_parse_span (const char *text, SzDate *from, SzDate *to, GError **error);

/** SzLeaveEnd: what the first day back 销假日期 makes of a leave. */
typedef enum
{
  SZ_LEAVE_END_PLANNED,    /* the last day stays */
  SZ_LEAVE_END_EARLY,      /* it ended the day before coming back */
  SZ_LEAVE_END_OVERSTAYED, /* back more than a day after the last day: a warning */
  SZ_LEAVE_END_FAULTY,     /* back on or before the first day */
} SzLeaveEnd;

/** sz_leave_end: @to: (inout). @back: 0 when nothing was written. */
SzLeaveEnd sz_leave_end (SzDate from, SzDate *to, SzDate back);

/** sz_leaves_overlap: whether both may not stand: they share a day and neither is 援派挂职. */
gboolean sz_leaves_overlap (const SzLeave *a, const SzLeave *b);

/** sz_leave_count_days: calendar days, both ends included. */
int sz_leave_count_days (SzDate from, SzDate to);

/** sz_leave_count_workdays: RULE num-8; "calendar.missing" (year). */
gboolean sz_leave_count_workdays (
    const SzCalendar *calendar, SzDate from, SzDate to, int *days, GError **error);

/**
 * sz_leave_months:
 * @kinds: bit 1 << kind for each kind that counts
 *
 * RULE pay-6: the months of @from … @to in which **every** day in service is a day of leave of one
 * of
 * @kinds, several leaves together; calendar days.
 */
SzMonthSet sz_leave_months (const SzLeave *leaves,
                            gsize n_leaves,
                            guint kinds,
                            const SzService *services,
                            gsize n_services,
                            SzDate from,
                            SzDate to);

G_END_DECLS
