/* sz-fees.h — fees of part-time teachers and the funds for them 课酬与经费 (RULE rec-10, rec-26,
 * rec-27)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sz-decimal.h"
#include "sz-money.h"
#include "sz-tax.h"

G_BEGIN_DECLS

/** SzFeeLine: a contract and a rate; @group: the same number for the same ID. The last three are
 *  computed. */
typedef struct
{
  guint group;
  gint64 hours_x100;
  SzMoney rate_fen;
  SzMoney gross_fen;
  SzMoney tax_fen;
  SzMoney net_fen;
} SzFeeLine;

/** SzFeePaid: what an ID was paid on earlier sheets of the month of payment; by group. */
typedef struct
{
  SzMoney gross_fen;
  SzMoney tax_fen;
} SzFeePaid;

/** sz_fees_compute: gross, tax and net of all lines; those of a group need not stand together. */
gboolean sz_fees_compute (SzFeeLine *lines,
                          gsize n,
                          const SzFeePaid *paid,
                          gsize n_groups,
                          const SzTaxRules *rules,
                          GError **error);

/** sz_funding_average: A = round2(pay / number); @number > 0 (RULE rec-10). */
gboolean sz_funding_average (SzMoney pay_fen, gint64 number, SzMoney *average_fen, GError **error);
/** sz_funding_months: the part of each month in round2(A × Σ person-months / 12), so that the
 * months add up to the year; person-months ×10,000 (RULE rec-27). */
gboolean sz_funding_months (
    SzMoney average_fen, const gint64 *months_x1e4, gsize n, SzMoney *computed_fen, GError **error);

G_END_DECLS
