/* sz-leave-book.h — the ledger of leave 请假登记 of a year, and a leave that is being entered (RULE
 * pay-19)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sz-leave.h"
#include "sz-office.h"

G_BEGIN_DECLS

/** SzLeaveEntry: one leave that touches the year. Strings are owned. */
typedef struct
{
  gint64 id; /* of the register's row */
  char *staff_no;
  char *name;
  char *department; /* on its first day, "" when not known */
  SzLeave leave;    /* its last day as 销假日期 leaves it */
  SzDate back;
  int days;
  int working_days; /* −1: the calendar of a year is missing */
  int month_days[12];
  char *note;
} SzLeaveEntry;

/** sz_view_leaves: (transfer full) (element-type SzLeaveEntry): by first day, then staff number. */
GArray *sz_view_leaves (SzOffice *office, int year, GError **error);

/** sz_view_person_leaves: (transfer full) (element-type SzLeave): of one person, those that touch
 * the year, by first day. */
GArray *sz_view_person_leaves (SzOffice *office, gint64 person_id, int year, GError **error);

/** SzLeaveGuess: what a leave comes to that is being entered. */
typedef struct
{
  int days;
  int working_days; /* −1: not known */
  gboolean known;   /* the staff number is somebody's */
  char *name;       /* (nullable) */
  gboolean clashes; /* with @other: */
  SzLeave other;
} SzLeaveGuess;
void sz_leave_guess_free (SzLeaveGuess *guess);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SzLeaveGuess, sz_leave_guess_free)

/** sz_view_leave_guess: (transfer full): @except: the row that is being corrected, 0: none. */
SzLeaveGuess *sz_view_leave_guess (
    SzOffice *office, const char *staff_no, const SzLeave *leave, gint64 except, GError **error);

G_END_DECLS
