/* sz-pay-tax.h — the tax of a run explained, person by person 个税扣缴 (RULE tax-1, tax-2, tax-4)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sz-pay-net-act.h"
#include "sz-tax-year.h"

G_BEGIN_DECLS

/** SzPayTaxLine: one person whom the program taxes. */
typedef struct
{
  const SzNetPerson *person; /* of the view's net */
  SzTaxStep step;            /* 并入当月工资: where the year stands with this payment */
  SzTaxBonus bonus;          /* 全年一次性奖金 */
  gboolean weighed;          /* both ways were open: */
  SzMoney other_fen;         /* what the other way costs */
} SzPayTaxLine;

/** SzPayTaxView: those with a way, bytewise by staff number; brackets point into @rules. */
typedef struct
{
  SzNetView *net;
  SzTaxRules rules;
  GArray *lines; /* of SzPayTaxLine */
} SzPayTaxView;
void sz_pay_tax_view_free (SzPayTaxView *view);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SzPayTaxView, sz_pay_tax_view_free)

/**
 * sz_view_pay_tax: (transfer full)
 * @net: taken, of sz_view_pay_net()
 *
 * Of a run whose tax the program does not compute there are no lines. Errors of the store and
 * "number.overflow".
 */
SzPayTaxView *sz_view_pay_tax (SzOffice *office, SzNetView *net, GError **error);

/** sz_pay_tax_view_find: (nullable): the line of a person. */
const SzPayTaxLine *sz_pay_tax_view_find (const SzPayTaxView *view, const char *staff_no);

G_END_DECLS
