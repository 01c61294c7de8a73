/* sz-pay-why.h — what became of somebody's amount: adjustments, corrections, the way to what is
 * paid (RULE pay-13)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sz-pay-adjust-act.h"
#include "sz-pay-tax.h"

G_BEGIN_DECLS

/** SzWhyCorrection: one correction that has a line of the person. Strings are owned. */
typedef struct
{
  gint64 run;
  char *state;
  SzMoney before_fen;
  SzMoney after_fen;
  SzMoney difference_fen;
} SzWhyCorrection;

/** SzPayWhy: of one person in one run. */
typedef struct
{
  SzAdjustView *adjustments; /* of the whole run; those of the person: */
  GPtrArray *own;            /* of SzAdjusted, borrowed */
  GArray *corrections;       /* of SzWhyCorrection, by number */
  SzPayTaxView *tax;         /* NULL: neither paid nor was a day asked for */
  const SzNetPerson *net;    /* NULL likewise */
  const SzPayTaxLine *line;  /* NULL: the program took no tax */
} SzPayWhy;

/**
 * sz_view_pay_why: (transfer full)
 * @on: a day of payment, SZ_DATE_NONE: only what was paid
 *
 * Errors of sz_view_pay_net() and of the store.
 */
SzPayWhy *
sz_view_pay_why (SzOffice *office, gint64 run, const char *staff_no, SzDate on, GError **error);
void sz_pay_why_free (SzPayWhy *why);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SzPayWhy, sz_pay_why_free)

/** sz_pay_why_dup_text: (transfer full): several lines, translated; "" when there is nothing. */
char *sz_pay_why_dup_text (const SzPayWhy *why);

G_END_DECLS
