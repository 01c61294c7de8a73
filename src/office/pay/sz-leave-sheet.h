/* sz-leave-sheet.h — what leave takes off basic pay in a year 病事假扣发 (RULE pay-14, pay-19)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sz-issue.h"
#include "sz-leave-pay.h"
#include "sz-office.h"

G_BEGIN_DECLS

/** SzLeaveSheetRow: one row. Strings are owned. */
typedef struct
{
  char *staff_no;
  char *name;
  char *department; /* on the row's first day, "" when not known */
  SzDate work_start;
  SzLeaveKind kind;
  SzLeaveLine line;
} SzLeaveSheetRow;

/** SzLeaveSheet: the rows by staff number, first day, last day, kind. */
typedef struct
{
  int year;
  int month;    /* 0: all */
  GArray *rows; /* of SzLeaveSheetRow */
  SzMoney total_fen;
} SzLeaveSheet;
void sz_leave_sheet_free (SzLeaveSheet *sheet);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SzLeaveSheet, sz_leave_sheet_free)

/**
 * sz_view_leave_sheet: (transfer full)
 * @month: 0: the whole year
 * @issues: "leave.base_missing", "leave.work_start_missing"
 *
 * FORMAT "leave.inputs_missing" (count) with @issues; REFUSED "calendar.missing" (year).
 */
SzLeaveSheet *
sz_view_leave_sheet (SzOffice *office, int year, int month, SzIssueList *issues, GError **error);

G_END_DECLS
