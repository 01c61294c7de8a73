/* sz-pay-hours.h — training records that should not be paid so: on leave, or at the time of a
 * lesson; for files of this room only (RULE aud-3: pay.hours_on_leave, pay.double_hours)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sz-codes.h"
#include "sz-date.h"
#include "sz-office.h"

G_BEGIN_DECLS

/** SzPayHours: one training record, and what stands against it. Strings are owned. */
typedef struct
{
  gint64 record;
  gint64 person_id;
  SzDate date;
  gint64 against;   /* the leave, or the lesson */
  SzLeaveKind kind; /* of a leave */
  char *period;     /* of a lesson: 节次 */
  char *course;
} SzPayHours;

/** sz_pay_hours_on_leave: (transfer full) (element-type SzPayHours): one a record and leave of
 * 病假, 事假, 产假, 旷工. @year 0: all. In the order of records; within a read or an act. */
GArray *sz_pay_hours_on_leave (SzOffice *office, int year, GError **error);

/** sz_pay_hours_double: (transfer full) (element-type SzPayHours): records paid by fee (发课酬)
 * that lie in a lesson of the teacher's timetable (RULE wrk-6), one a record. */
GArray *sz_pay_hours_double (SzOffice *office, int year, GError **error);

G_END_DECLS
