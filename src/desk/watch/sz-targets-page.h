/* sz-targets-page.h — the office's month: targets, entries, who is missing
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sz-list-page.h"

G_BEGIN_DECLS

#define SZ_TYPE_TARGETS_PAGE (sz_targets_page_get_type ())
G_DECLARE_FINAL_TYPE (SzTargetsPage, sz_targets_page, SZ, TARGETS_PAGE, SzListPage)

G_END_DECLS
