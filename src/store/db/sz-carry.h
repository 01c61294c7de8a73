/* sz-carry.h — every row of a college into another database (RULE srv-14, srv-15)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sz-db.h"

G_BEGIN_DECLS

/** SzCarried: what was taken along. */
typedef struct
{
  guint tables;
  gint64 rows;
} SzCarried;

/**
 * sz_carry:
 * @from: inside a read or a write
 * @to: inside the write that made its tables; what the scripts put into them gives way
 *
 * All rows of all tables as they are: ids, versions, the log with its signatures; only which
 * scripts made the tables is each database's own. Both sides are read again and compared by a hash
 * of each table: CORRUPT "carry.differs" (file, table). The tables must be of one schema: FORMAT
 * "carry.schema" (file, table).
 */
gboolean
sz_carry (SzDb *from, SzDb *to, SzCarried *carried, GCancellable *cancellable, GError **error);

G_END_DECLS
