/* sz-components-pane.h — what the pool is split into (RULE pay-4, pay-5)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sz-scheme-section.h"

G_BEGIN_DECLS

#define SZ_TYPE_COMPONENTS_PANE (sz_components_pane_get_type ())
G_DECLARE_FINAL_TYPE (SzComponentsPane, sz_components_pane, SZ, COMPONENTS_PANE, SzSchemeSection)

G_END_DECLS
