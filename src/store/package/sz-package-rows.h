/* sz-package-rows.h — packages that went out and came in, and whose keys are known (RULE pkg-4,
 * pkg-9)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sz-row.h"

G_BEGIN_DECLS

/** SzPackageRow: one hand-over; @direction "in" or "out"; @sender: the key, in hex. */
typedef struct
{
  gint64 id;
  gint64 row_version;
  char *act;
  char *direction;
  char *package;
  gint64 number;
  char *sender;
  char *peers; /* for whom, names of keys, "，" between them */
  char *part;
  char *at;
  char *who;
  char *sha256;
  char *undone_by;
} SzPackageRow;

/** SzHandoverRow: a row as it went over: its key, parts joined by "|", and its values, JSON. */
typedef struct
{
  gint64 id;
  gint64 row_version;
  char *package;
  char *of_table;
  char *row_key;
  char *row_values;
} SzHandoverRow;

/** SzTrustedKey: an Ed25519 key in hex, and whose it is. */
typedef struct
{
  gint64 id;
  gint64 row_version;
  char *name;
  char *public_key;
  char *at;
  char *who;
} SzTrustedKey;

SZ_ROW_API (SzPackageRow, sz_store_package)
SZ_ROW_API (SzHandoverRow, sz_store_handover)
SZ_ROW_API (SzTrustedKey, sz_store_key)

/** sz_store_dup_origin: (transfer full): the act that made the college, which all its copies share.
 */
char *sz_store_dup_origin (SzStore *store, GError **error);

/** SzHandoverFn: one kept row; borrowed. */
typedef void (*SzHandoverFn) (const char *key, const char *values, gpointer user_data);

/** sz_store_handover_each_of: the rows of one table in one package. */
gboolean sz_store_handover_each_of (SzStore *store,
                                    const char *package,
                                    const char *table,
                                    SzHandoverFn fn,
                                    gpointer user_data,
                                    GError **error);

/** sz_store_handover_list_of: (transfer full) (element-type SzHandoverRow): all of one package. */
GArray *sz_store_handover_list_of (SzStore *store, const char *package, GError **error);

/** sz_store_made_by: whether the act @act_id inserted the row. */
gboolean sz_store_made_by (SzStore *store,
                           const char *act_id,
                           const char *table,
                           gint64 row,
                           gboolean *made,
                           GError **error);

/** sz_store_touched: (transfer full): ids (gint64 *) of the rows of @table that were updated since
 *  they are there (their journal has it). */
GHashTable *sz_store_touched (SzStore *store, const char *table, GError **error);

G_END_DECLS
