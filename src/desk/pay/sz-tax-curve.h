/* sz-tax-curve.h — what an annual bonus leaves after its tax, with the cliffs (RULE tax-2)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "sz-tax.h"

G_BEGIN_DECLS

/** SzTaxCurve: net over bonus; where more leaves less the line is red. */
#define SZ_TYPE_TAX_CURVE (sz_tax_curve_get_type ())
G_DECLARE_FINAL_TYPE (SzTaxCurve, sz_tax_curve, SZ, TAX_CURVE, GtkWidget)

GtkWidget *sz_tax_curve_new (void);
/** sz_tax_curve_show: @rules: copied; @most_fen: where the curve ends; @amount_fen: a line there.
 */
void
sz_tax_curve_show (SzTaxCurve *self, const SzTaxRules *rules, SzMoney most_fen, SzMoney amount_fen);

G_END_DECLS
