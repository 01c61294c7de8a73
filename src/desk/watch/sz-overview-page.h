/* sz-overview-page.h — what a director sees in ten seconds (RULE aud-8)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sz-page.h"

G_BEGIN_DECLS

#define SZ_TYPE_OVERVIEW_PAGE (sz_overview_page_get_type ())
G_DECLARE_FINAL_TYPE (SzOverviewPage, sz_overview_page, SZ, OVERVIEW_PAGE, SzPage)

G_END_DECLS
