/* sz-leave-pay.h — what leave takes off basic pay 病事假扣发 (RULE pay-14, pay-19)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sz-issue.h"
#include "sz-leave.h"
#include "sz-money.h"

G_BEGIN_DECLS

/** SzSickTier: up to month @up_to of a spell (0: no end), the part of basic pay that is paid. */
typedef struct
{
  int up_to;
  gint64 under_x1e4; /* under ten years of work */
  gint64 from_x1e4;  /* from ten years on */
} SzSickTier;

#define SZ_SICK_TIERS_MAX 8

/** SzLeaveRules: the parameters `leave.*` in force on one day (RULE num-7). */
typedef struct
{
  SzSickTier tiers[SZ_SICK_TIERS_MAX];
  guint n_tiers;
  gboolean yearly; /* months of sick days of the calendar year, 30 days each, instead of spells */
  gint64 day_base_x100; /* working days a month: 21.75 */
} SzLeaveRules;

/** SzLeavePerson: one person; borrowed. @leaves by first day, those of earlier years too. */
typedef struct
{
  const char *staff_no;
  const SzLeave *leaves;
  guint n_leaves;
  SzDate work_start;    /* 参加工作日期, 0 when not known */
  SzMoney base_fen[12]; /* basic pay of each month; −1 when no row gives one */
} SzLeavePerson;

/** SzLeaveLine: consecutive days of one leave in one calendar month at one ratio. */
typedef struct
{
  guint leave; /* index into the person's leaves */
  int month;   /* 1 … 12 */
  SzDate from;
  SzDate to;
  int days;
  int working_days;
  gint64 ratio_x1e4; /* what is paid; SZ_RATIO_ONE where nothing is deducted */
  SzMoney base_fen;  /* −1: a kind that deducts nothing, or not known */
  SzMoney deduction_fen;
} SzLeaveLine;

/** SzLeaveBook: what all people have in common; borrowed. */
typedef struct
{
  const SzLeaveRules *rules;
  const SzCalendar *calendar;
  int year;
} SzLeaveBook;

/**
 * sz_leave_pay:
 * @issues: gets "leave.base_missing" (staff_no, month) and "leave.work_start_missing" (staff_no,
 * date)
 * @lines: (element-type SzLeaveLine): gets the rows of the book's year, in the order of leaves and
 * days
 *
 * 5,200.00 under ten years, sick from 1 January to 31 August: 0, 0, 4 × 520.00, 2 × 1,560.00.
 * "calendar.missing" (year).
 */
gboolean sz_leave_pay (const SzLeaveBook *book,
                       const SzLeavePerson *person,
                       SzIssueList *issues,
                       GArray *lines,
                       GError **error);

G_END_DECLS
