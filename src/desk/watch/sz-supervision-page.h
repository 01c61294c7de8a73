/* sz-supervision-page.h — the week of the one who checks: findings, rectification, families,
 * tolerance
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sz-list-page.h"

G_BEGIN_DECLS

#define SZ_TYPE_SUPERVISION_PAGE (sz_supervision_page_get_type ())
G_DECLARE_FINAL_TYPE (SzSupervisionPage, sz_supervision_page, SZ, SUPERVISION_PAGE, SzListPage)

G_END_DECLS
