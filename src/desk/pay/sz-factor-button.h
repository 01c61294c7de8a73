/* sz-factor-button.h — what a component's points are the product of (RULE pay-5)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sz-scheme.h"
#include "sz-value-button.h"

G_BEGIN_DECLS

/** SzFactorButton: a button that says the product; below it each factor with its bounds. Signal
 * "changed": by the user. */
#define SZ_TYPE_FACTOR_BUTTON (sz_factor_button_get_type ())
G_DECLARE_FINAL_TYPE (SzFactorButton, sz_factor_button, SZ, FACTOR_BUTTON, SzValueButton)

/** sz_factor_button_set_place: of the component: "components[2]". */
void sz_factor_button_set_place (SzFactorButton *self, const char *place);
/** sz_factor_button_show: @factors: of SzFactor. */
void sz_factor_button_show (SzFactorButton *self, const GArray *factors);
/** sz_factor_button_read: appends to @factors. */
void sz_factor_button_read (SzFactorButton *self, GArray *factors, SzIssueList *issues);

G_END_DECLS
