/* sz-run-life.h — all that became of a run since it was computed, read at once for screens (RULE
 * pay-8 … pay-16)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sz-pay-adjust-act.h"
#include "sz-pay-face.h"
#include "sz-pay-objection.h"
#include "sz-pay-revise-act.h"
#include "sz-pay-split-act.h"
#include "sz-pay-stale.h"
#include "sz-pay-tax.h"
#include "sz-view-case.h"

G_BEGIN_DECLS

/** SzLifeGuess: one person whom a correction made today would change; strings belong to the views.
 */
typedef struct
{
  const char *staff_no;
  const char *name;
  const char *department;
  SzMoney before_fen;
  SzMoney ways_fen[2]; /* signed differences, by SzCorrectWay */
} SzLifeGuess;

typedef enum
{
  SZ_CORRECT_PEOPLE,  /* 重算分摊 */
  SZ_CORRECT_RESERVE, /* 调节金列支 */
} SzCorrectWay;

/** SzRunLife: what is not there is NULL. */
typedef struct
{
  gint64 run;
  SzCaseView *steps;
  SzPayFace *face;
  GArray *changes;     /* of SzPayChange: what it is stale by */
  SzSplitView *splits; /* of a run of two levels */
  SzAdjustView *adjustments;
  GArray *objections;     /* of SzObjection, of the latest notice */
  guint open;             /* of them, how many block */
  SzCorrectView *correct; /* of a correction */
  SzCorrectView *ways[2]; /* of a paid run whose inputs changed: what either correction would be */
  char *way_faults[2];    /* (nullable) translated: why there would be none */
  GArray *guesses;        /* of SzLifeGuess, by staff number; NULL likewise */
  SzPayTaxView *paid;     /* with its net: what was paid, or would be on @on */
  char *paid_fault;       /* translated: why there is no preview */
  char *paid_faults;      /* (nullable) translated, a line each: what is missing of whom */
  char *cap_fault;        /* (nullable) translated: what 核定总量 has against approving it */
  SzDate on;
} SzRunLife;

/** sz_view_run_life: (transfer full). @on: the day of payment a preview is for. Errors of
 *  sz_view_pay_face(); what stands in the way of a preview is no error. */
SzRunLife *sz_view_run_life (
    SzOffice *office, gint64 run, SzDate on, GCancellable *cancellable, GError **error);
void sz_run_life_free (SzRunLife *life);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SzRunLife, sz_run_life_free)

/** sz_run_life_dup_why: (transfer full): adjustments and the way from 应发 to 实发 of one person,
 * in several lines, translated; "" when there is nothing. */
char *sz_run_life_dup_why (const SzRunLife *life, const char *staff_no);

G_END_DECLS
