/* sz-pay-watch.h — findings of a year about pay, leave and those who teach for a fee (RULE aud-2)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sz-date.h"
#include "sz-issue.h"
#include "sz-office.h"

G_BEGIN_DECLS

/** SzPayFinding: one finding. @code is interned, other strings are owned. */
typedef struct
{
  SzSeverity severity;
  const char *code;
  gint64 run;     /* 0: of no run */
  char *staff_no; /* NULL: of nobody */
  SzDate date;    /* of a training record */
  char *message;  /* translated */
} SzPayFinding;

/** sz_view_pay_watch: (transfer full) (element-type SzPayFinding): pay.over_cap, pay.same_person,
 *  pay.no_notice, pay.approved_stale, pay.hours_on_leave, parttime.own_staff, pay.double_hours, in
 * this order, by run, person, date. */
GArray *sz_view_pay_watch (SzOffice *office, int year, GError **error);

G_END_DECLS
