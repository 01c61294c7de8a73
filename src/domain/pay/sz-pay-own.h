/* sz-pay-own.h — what was done to a computed run: sheets of departments, adjustments (RULE pay-8,
 * pay-10)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sz-pay.h"

G_BEGIN_DECLS

/** SzPayOwn: what a department gave one person in one component. */
typedef struct
{
  guint line; /* index into the lines */
  guint part; /* component */
  SzMoney amount_fen;
} SzPayOwn;

/** SzPayOverlay: the run that is changed and how many allowances and components it has. */
typedef struct
{
  SzPayResult *result;
  guint n_fixed;
  guint n_parts;
} SzPayOverlay;

/** sz_pay_find_department: index into the result's departments, −1 when it is not among them. */
int sz_pay_find_department (const SzPayResult *result, const char *name);

/** sz_pay_is_member: whether the line has an amount that its department may fill in. */
gboolean sz_pay_is_member (const SzPayResult *result, const SzPayLine *line, guint n_parts);

/**
 * sz_pay_set_own:
 * @amounts: one for each member and component that goes by department
 *
 * RULE pay-8: replaces the central split of @department, where then nobody is clamped. Sums that
 * are not the department's pools are a fault of the program: sheets are judged before.
 */
void sz_pay_set_own (SzPayOverlay *overlay, guint department, const SzPayOwn *amounts, gsize n);

/** sz_pay_adjust: RULE pay-10: one signed line; the reserve pays for it. */
void sz_pay_adjust (SzPayOverlay *overlay, guint line, SzMoney amount_fen);

/** sz_pay_sum_up: totals, sums of departments and the reserve after the calls above; their laws are
 *  asserted: reserve + Σ people = pool. */
void sz_pay_sum_up (SzPayOverlay *overlay);

G_END_DECLS
