/* sz-tax-view.h — tax explained: a person's year, a bonus, labour service (RULE tax-1 … tax-3)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sz-office.h"
#include "sz-tax-year.h"

G_BEGIN_DECLS

/** SzTaxMonths: the entries of a person's year with where each left it. */
typedef struct
{
  char *staff_no;
  int year;
  SzTaxRules rules;    /* the brackets of the steps point into it */
  SzTaxEntry *entries; /* projects are not kept */
  SzTaxStep *steps;
  guint n;
  SzMoney withheld_fen;
} SzTaxMonths;
void sz_tax_months_free (SzTaxMonths *months);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SzTaxMonths, sz_tax_months_free)

/** sz_view_tax_months: (transfer full): REFUSED "person.unknown" (staff_no). */
SzTaxMonths *sz_view_tax_months (SzOffice *office, const char *staff_no, int year, GError **error);

/** sz_view_tax_rules: the tables in force on @day. */
gboolean sz_view_tax_rules (SzOffice *office, SzDate day, SzTaxRules *rules, GError **error);

/** sz_view_tax_choice: a bonus of @amount_fen of this person on @day both ways; @used: had one. */
gboolean sz_view_tax_choice (SzOffice *office,
                             const char *staff_no,
                             SzDate day,
                             SzMoney amount_fen,
                             SzTaxChoice *choice,
                             gboolean *used,
                             GError **error);

G_END_DECLS
