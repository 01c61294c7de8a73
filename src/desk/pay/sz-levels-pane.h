/* sz-levels-pane.h — two levels, leave months, account and tax of a scheme
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sz-scheme-section.h"

G_BEGIN_DECLS

/** SzLevelsPane: RULES pay-6, pay-8, pay-18, tax-4. */
#define SZ_TYPE_LEVELS_PANE (sz_levels_pane_get_type ())
G_DECLARE_FINAL_TYPE (SzLevelsPane, sz_levels_pane, SZ, LEVELS_PANE, SzSchemeSection)

G_END_DECLS
