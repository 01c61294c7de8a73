/* sz-limits-pane.h — ceiling and floor of a scheme (RULE pay-9)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sz-scheme-section.h"

G_BEGIN_DECLS

#define SZ_TYPE_LIMITS_PANE (sz_limits_pane_get_type ())
G_DECLARE_FINAL_TYPE (SzLimitsPane, sz_limits_pane, SZ, LIMITS_PANE, SzSchemeSection)

G_END_DECLS
