/* sz-store-years.h — whether a table has rows, and of which years
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sz-store.h"

G_BEGIN_DECLS

/** SzYearRows: a table, and the column that says of which year a row is: a number, or a day. An
 *  index must begin with that column, so that a year costs one step in it. NULL: rows of no year.
 */
typedef struct
{
  const char *table;
  const char *column;
  gboolean is_day;
} SzYearRows;

/** sz_store_has_rows: @year 0: any. */
gboolean sz_store_has_rows (
    SzStore *store, const SzYearRows *rows, int year, gboolean *there, GError **error);

/** sz_store_add_years: the years of its rows into @years, a set of ints (GINT_TO_POINTER). */
gboolean
sz_store_add_years (SzStore *store, const SzYearRows *rows, GHashTable *years, GError **error);

G_END_DECLS
