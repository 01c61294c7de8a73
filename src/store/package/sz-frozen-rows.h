/* sz-frozen-rows.h — what a pay run keeps beside its row, as it travels (RULE pkg-1, pkg-8)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sz-natural.h"

G_BEGIN_DECLS

/** SzFrozenTable: a table of rows that stand in no journal: the run's row holds their hash. */
typedef struct _SzFrozenTable SzFrozenTable;

/** sz_frozen_table_find: (nullable): by its name. */
const SzFrozenTable *sz_frozen_table_find (const char *table);

/** sz_frozen_columns: (transfer full): names as sz_natural_columns() gives them. */
json_t *sz_frozen_columns (const SzFrozenTable *table);

/** sz_frozen_list: (transfer full) (element-type SzNaturalRow): of one run, without ids. */
GPtrArray *
sz_frozen_list (SzNatural *natural, const SzFrozenTable *table, gint64 run, GError **error);

/** sz_frozen_read: as sz_natural_read(). */
char *sz_frozen_read (const SzFrozenTable *table,
                      const json_t *columns,
                      const json_t *row,
                      char **values,
                      GError **error);

/** sz_frozen_each_link: as sz_natural_each_link(). */
gboolean sz_frozen_each_link (const SzFrozenTable *table,
                              const json_t *values,
                              SzNaturalFn fn,
                              gpointer user_data,
                              GError **error);

/** sz_frozen_put: inserts. FORMAT "package.reference" (table, key, column). */
gboolean sz_frozen_put (SzNatural *natural,
                        SzAct *act,
                        const SzFrozenTable *table,
                        const SzNaturalRow *row,
                        GError **error);

/** sz_frozen_name_hashes: in @row of pay_runs or pay_lives: its hashes of rows that name people by
 *  numbers become those of the rows as they travel, so that copies can compare them. */
gboolean sz_frozen_name_hashes (
    SzNatural *natural, const SzRowType *type, gint64 run, SzNaturalRow *row, GError **error);

/** sz_frozen_settle: after all rows of @run: people have other numbers here, so its hashes are
 *  those of the rows as they stand here. */
gboolean sz_frozen_settle (SzAct *act, gint64 run, GError **error);

/** sz_frozen_drop: all rows of @run, before the run itself goes. */
gboolean sz_frozen_drop (SzAct *act, gint64 run, GError **error);

G_END_DECLS
