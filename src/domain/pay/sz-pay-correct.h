/* sz-pay-correct.h — corrections of what was paid 更正 (RULE pay-12)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sz-pay.h"

G_BEGIN_DECLS

/** SzPayCum: what somebody's total is by the run and its corrections so far. Borrowed. */
typedef struct
{
  gint64 person_id;
  const char *staff_no;
  const char *name;
  const char *department; /* of the latest line */
  SzMoney total_fen;
} SzPayCum;

/** SzPayDifference: one line of a correction; borrowed from what it was made from. */
typedef struct
{
  gint64 person_id;
  const char *staff_no;
  const char *name;
  const char *department;
  SzMoney before_fen;
  SzMoney after_fen;
} SzPayDifference;

/** SzPayStand: a computation with the people it is of. */
typedef struct
{
  const SzPayInput *input;
  const SzPayResult *result;
} SzPayStand;

/** SzPayCorrect: what a correction is made from. */
typedef struct
{
  SzPayStand paid; /* the run itself, with own splits */
  SzPayStand
      behind; /* whose points and allowances stand behind @cum: the run, or its last correction */
  SzPayStand today; /* the scheme over today's inputs */
  guint n_fixed;
  guint n_parts;
  const SzPayCum *cum; /* bytewise by staff number */
  gsize n_cum;
} SzPayCorrect;

/** sz_pay_correct_people: 重算分摊: whoever's total by @today is another than so far. Returns
 *  (transfer full) (element-type SzPayDifference), bytewise by staff number. */
GArray *sz_pay_correct_people (const SzPayCorrect *correct);

/**
 * sz_pay_correct_reserve: 调节金列支: others keep what they have; who has other points or
 * allowances gets or gives the difference at the paid run's worth of a point, cut at the ceiling
 * and at 0. "number.overflow".
 */
GArray *sz_pay_correct_reserve (const SzPayCorrect *correct, GError **error);

G_END_DECLS
