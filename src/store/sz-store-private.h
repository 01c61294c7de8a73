/* sz-store-private.h — what the files of this room share of a store
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sz-db.h"
#include "sz-store.h"

G_BEGIN_DECLS

struct _SzStore
{
  SzDb *db;
  GHashTable *row_sql;   /* of sz-row-sql.c, made there */
  SzAct *act;            /* under way, borrowed */
  guint n_readers;       /* depth of begin_read */
  gboolean unsure;       /* the disk did not confirm a commit: no more acts */
  gboolean has_accounts; /* known */
  gboolean told;         /* others have written, … */
  gboolean anew;         /* … or may have, since it was last asked */
  SzSigner signer;       /* NULL: nobody signs */
  gpointer signer_data;
};

/** sz_store_wrap: takes @db. */
SzStore *sz_store_wrap (SzDb *db);

G_END_DECLS
