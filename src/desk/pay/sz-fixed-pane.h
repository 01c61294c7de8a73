/* sz-fixed-pane.h — fixed allowances of a scheme
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sz-scheme-section.h"

G_BEGIN_DECLS

#define SZ_TYPE_FIXED_PANE (sz_fixed_pane_get_type ())
G_DECLARE_FINAL_TYPE (SzFixedPane, sz_fixed_pane, SZ, FIXED_PANE, SzSchemeSection)

G_END_DECLS
