/* sz-total-act.h — the year's performance pay as a whole, out of the books (RULE pay-1 … pay-3)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sz-office.h"
#include "sz-pay-ledger.h"
#include "sz-total-project.h"
#include "sz-total.h"

G_BEGIN_DECLS

/** SzTotalMonth: what the ledger says of a month; 0 is the year as a whole. */
typedef struct
{
  int month;
  SzMoney r_fen;
  SzMoney x_fen[SZ_N_ADDITIONS];
} SzTotalMonth;

/** SzTotalSource: what pays an addition. */
typedef struct
{
  SzAddition addition;
  char *source;
  SzMoney amount_fen;
} SzTotalSource;

/** SzTotalView: everything that `pay total`, F17, F18 and F21 show of a year. */
typedef struct
{
  int year;
  SzTotalRules rules;
  SzTotalFacts facts; /* its texts belong to the view */
  SzTotal total;
  gint64 establishment;
  gboolean has_previous;
  SzMoney previous_fen; /* 上年执行 */
  char *cap_document;   /* 文号 of the approved total */
  char *x3_document;
  char *train_document;     /* 文号 of pay.train_mode */
  gboolean has_ledger;      /* any row of the year */
  GArray *months;           /* of SzTotalMonth, ascending, those with a payment */
  GArray *projects;         /* of SzTotalProject, by code */
  gint64 person_hours_x100; /* Σ people × hours of the year's trainings, those who taught */
  gint64 students_x100;     /* 折合学生 (RULE wrk-7) */
  GArray *sources;          /* of SzTotalSource */
  SzPayYear *runs;          /* what pay runs add to it (RULE pay-18) */
  SzIssueList *issues;
} SzTotalView;

/**
 * sz_office_total: (transfer full)
 *
 * R, sources, approved total and X3 are the ledger's, R and X3 with the runs that were paid (RULE
 * pay-18). X1 are the awards of the year's transfers and
 * X2 the contracts of the year's talents, where there are such; else the ledger's
 * ("total.x_differs" when both say something else). The approved total is that of the latest month
 * which has one. Parameters are those of the year's last day.
 */
SzTotalView *sz_office_total (SzOffice *office, int year, GError **error);
void sz_total_view_free (SzTotalView *view);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SzTotalView, sz_total_view_free)

/** sz_total_view_refusal: the first of the findings that forbids to pay so, as an error; NULL. */
GError *sz_total_view_refusal (const SzTotalView *view);

G_END_DECLS
