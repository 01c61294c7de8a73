/* sz-establishment-page.h — the ledger of the establishment and its forecast 编制账
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sz-list-page.h"

G_BEGIN_DECLS

/** SzEstablishmentPage: the balance of the day beside the list; actions "establishment.add". */
#define SZ_TYPE_ESTABLISHMENT_PAGE (sz_establishment_page_get_type ())
G_DECLARE_FINAL_TYPE (
    SzEstablishmentPage, sz_establishment_page, SZ, ESTABLISHMENT_PAGE, SzListPage)

G_END_DECLS
