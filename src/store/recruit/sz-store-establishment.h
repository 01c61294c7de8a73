/* sz-store-establishment.h — rows of the establishment ledger 编制台账 (RULE rec-12)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sz-establishment.h"
#include "sz-row.h"

G_BEGIN_DECLS

SZ_ROW_API (SzEstablishmentRow, sz_store_establishment_row)

G_END_DECLS
