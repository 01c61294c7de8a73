/* sz-establishment.h — the establishment ledger 编制账 and its forecast (RULE rec-12 … rec-14)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sz-quota.h"
#include "sz-steps.h"

G_BEGIN_DECLS

typedef enum
{
  SZ_LEDGER_APPROVE,  /* 核定 "approve" */
  SZ_LEDGER_INCREASE, /* 核增 "increase" */
  SZ_LEDGER_DECREASE, /* 核减 "decrease" */
  SZ_LEDGER_FREEZE,   /* 冻结 "freeze" */
  SZ_LEDGER_UNFREEZE, /* 解冻 "unfreeze" */
} SzLedgerKind;

/** SzLedgerEntry: one row; @date 0 is the first row of all, from always. */
typedef struct
{
  SzDate date;
  SzLedgerKind kind;
  gint64 number;
} SzLedgerEntry;

/** SzLedgerSum: what the rows up to a day come to. */
typedef struct
{
  gint64 approved; /* 核定 */
  gint64 frozen;   /* 冻结 */
} SzLedgerSum;

/** SzLedgerBalance: RULE rec-12 on one day. */
typedef struct
{
  gint64 approved;
  gint64 frozen;
  gint64 occupied; /* 在编 people in service */
  gint64 reserved; /* RULE rec-13 */
  gint64 vacant;
  gint64 over; /* 超编 */
} SzLedgerBalance;

/** sz_ledger_add: takes one more row into the sum. */
void sz_ledger_add (SzLedgerSum *sum, const SzLedgerEntry *entry);
/** sz_ledger_at: @entries by day, on one day in order of entry. */
SzLedgerSum sz_ledger_at (const SzLedgerEntry *entries, gsize n, SzDate day);

/**
 * sz_ledger_check: @entries sorted as above
 * @from: judged from this day on (0: from always)
 *
 * "establishment.negative" or "establishment.frozen" (argument date) for the first day on which
 * approved is below 0, or frozen below 0 or above approved; what counts is the end of a day.
 */
gboolean sz_ledger_check (const SzLedgerEntry *entries, gsize n, SzDate from, GError **error);

/** sz_ledger_balance: vacant and over from the four numbers of a day. */
void sz_ledger_balance (const SzLedgerSum *sum,
                        gint64 occupied,
                        gint64 reserved,
                        SzLedgerBalance *balance);

/** SzEstablishmentRow: one document; @day 0 is the row of `init`. Key: day, kind, document, number.
 */
typedef struct
{
  gint64 id;
  gint64 row_version;
  SzDate day;        /* 生效日期 */
  SzLedgerKind kind; /* 变动类型 */
  char *document;    /* 文号 */
  gint64 number;     /* 数量 */
  char *note;        /* 备注 */
  char *approval;    /* 批文号 */
  gint64 batch_id;
  int source_row;
} SzEstablishmentRow;

/** SzLedgerBook: all rows, by day and on one day in order of entry, and the same for the rules. */
typedef struct
{
  GArray *rows;    /* of SzEstablishmentRow */
  GArray *entries; /* of SzLedgerEntry, one a row */
} SzLedgerBook;

/** SzDays: from … to, both included; @to 0: open. */
typedef struct
{
  SzDate from;
  SzDate to;
} SzDays;

/** SzForecastPerson: borrowed. */
typedef struct
{
  const char *staff_no;
  const char *name;
  const SzDays *established; /* stretches in service and 在编 */
  guint n_established;
  const SzDays *full_time; /* stretches in service and 专任教师 */
  guint n_full_time;
  gboolean has_month; /* the table of ppl-4 has a row for this person */
  SzMonth retires;
  SzDate contract_to; /* last day of the last 聘用合同, 0: none */
} SzForecastPerson;

/** SzForecastMonth: the caller gives what is marked in; the rest is computed. */
typedef struct
{
  SzMonth month;
  SzLedgerBalance balance;   /* in: approved, frozen, reserved on the first day of the next month */
  SzQuotaRules rules;        /* in: of that day */
  gint64 parttime_used_x1e4; /* in */
  gint64 joining;
  gint64 leaving;
  gint64 retirements;
  gint64 contract_ends;
  gint64 full_time_teachers;
  gint64 parttime_limit;
} SzForecastMonth;

/** SzForecastLeaver: who reaches the retirement month within the forecast. */
typedef struct
{
  guint person; /* index */
  gboolean overdue;
} SzForecastLeaver;

/**
 * sz_forecast:
 * @months: consecutive months, the first is m₁
 * @leavers: of SzForecastLeaver; appended by month of retirement, then staff number
 * @unknown: (out): people of the first day without a month of retirement
 */
gboolean sz_forecast (const SzForecastPerson *people,
                      gsize n,
                      SzForecastMonth *months,
                      gsize n_months,
                      GArray *leavers,
                      guint *unknown,
                      GError **error);

G_END_DECLS
