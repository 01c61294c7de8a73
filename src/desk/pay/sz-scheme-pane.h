/* sz-scheme-pane.h — name, period, pool, reserve and month rule of a scheme
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sz-scheme-section.h"

G_BEGIN_DECLS

#define SZ_TYPE_SCHEME_PANE (sz_scheme_pane_get_type ())
G_DECLARE_FINAL_TYPE (SzSchemePane, sz_scheme_pane, SZ, SCHEME_PANE, SzSchemeSection)

G_END_DECLS
