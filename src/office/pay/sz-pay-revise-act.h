/* sz-pay-revise-act.h — a run computed again: a new revision, or a correction of what was paid
 * (RULE pay-11, pay-12)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sz-date.h"
#include "sz-issue.h"
#include "sz-money.h"
#include "sz-office.h"

G_BEGIN_DECLS

/** SzRevisedPerson: of either revision; strings are owned. */
typedef struct
{
  char *staff_no;
  char *name;
  char *department;
  SzMoney before_fen;
  SzMoney after_fen;
} SzRevisedPerson;

/** SzRevised: what a new revision changed. */
typedef struct
{
  gint64 run;
  gint64 revision;
  GPtrArray *dropped; /* of char*: departments whose own split did not pass any longer */
  GArray *people;     /* of SzRevisedPerson, bytewise by staff number */
} SzRevised;
void sz_revised_free (SzRevised *revised);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SzRevised, sz_revised_free)

/**
 * sz_office_pay_recompute: (transfer full)
 * @issues: what is missing, as in computing
 *
 * REFUSED "run.unknown", "run.is_correction", "run.state", "adjust.orphan" (staff_no),
 * "adjust.total_negative", "pay.reserve_short"; those of computing.
 */
SzRevised *sz_office_pay_recompute (
    SzOffice *office, gint64 run, SzIssueList *issues, GCancellable *cancellable, GError **error);

/** SzCorrectAsk: a correction as it was asked for. */
typedef struct
{
  gint64 run;
  gboolean from_reserve; /* 调节金列支, else 重算分摊 */
  gboolean settle_next;
  const char *scheme; /* (nullable): a scheme file */
} SzCorrectAsk;

/**
 * sz_office_pay_correct:
 * @number: (out): the correction's own number
 *
 * REFUSED, in this order: "run.unknown", "run.is_correction", "run.state", "correct.open" (other),
 * "correct.scheme", "correct.scheme_reserve", "correct.has_splits", "adjust.total_negative",
 * "pay.reserve_short", "correct.nothing"; those of computing.
 */
gboolean sz_office_pay_correct (
    SzOffice *office, const SzCorrectAsk *ask, SzIssueList *issues, gint64 *number, GError **error);

/** SzCorrectView: a correction as it was kept. */
typedef struct
{
  gint64 run;
  char *state;
  gint64 revision;
  gint64 corrects;
  char *source; /* "people", "reserve" */
  char *settle; /* "now", "next" */
  SzMoney pool_fen;
  SzMoney reserve_before_fen;
  SzMoney reserve_fen;
  GArray *people; /* of SzRevisedPerson, bytewise by staff number */
  SzMoney gain_fen;
  SzMoney lose_fen;
  SzMoney total_fen;
} SzCorrectView;
void sz_correct_view_free (SzCorrectView *view);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SzCorrectView, sz_correct_view_free)

/** sz_view_pay_correct: (transfer full) (nullable): %NULL without @error when the run is none. */
SzCorrectView *sz_view_pay_correct (SzOffice *office, gint64 run, GError **error);

/** sz_view_pay_correct_guess: (transfer full): what sz_office_pay_correct() would come to today,
 *  storing nothing and logging nothing: of the view run, revision and state are not set. Its
 *  refusals. */
SzCorrectView *sz_view_pay_correct_guess (SzOffice *office,
                                          const SzCorrectAsk *ask,
                                          SzIssueList *issues,
                                          GError **error);

G_END_DECLS
