/* sz-store-establishment.h — rows of the establishment ledger 编制台账 (RULE rec-12)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sz-establishment.h"
#include "sz-row.h"

G_BEGIN_DECLS

/** SzEstablishmentRow: one document; @day 0 is the row of `init`. Key: day, kind, document, number.
 */
typedef struct
{
  gint64 id;
  gint64 row_version;
  SzDate day;        /* 生效日期 */
  SzLedgerKind kind; /* 变动类型 */
  char *document;    /* 文号 */
  gint64 number;     /* 数量 */
  char *note;        /* 备注 */
  char *approval;    /* 批文号 */
  gint64 batch_id;
  int source_row;
} SzEstablishmentRow;
SZ_ROW_API (SzEstablishmentRow, sz_store_establishment_row)

G_END_DECLS
