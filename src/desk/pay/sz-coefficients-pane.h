/* sz-coefficients-pane.h — coefficients of posts and grades, and what stands in for factors (RULE
 * pay-5)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sz-scheme-section.h"

G_BEGIN_DECLS

#define SZ_TYPE_COEFFICIENTS_PANE (sz_coefficients_pane_get_type ())
G_DECLARE_FINAL_TYPE (
    SzCoefficientsPane, sz_coefficients_pane, SZ, COEFFICIENTS_PANE, SzSchemeSection)

G_END_DECLS
