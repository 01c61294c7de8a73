/* sz-people-rows.h — the columns of the list of people, and the rows behind them
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sz-list-row.h"
#include "sz-view-people-list.h"

G_BEGIN_DECLS

/** sz_people_rows_columns: static. */
const SzListColumn *sz_people_rows_columns (void);
/** sz_people_rows_column: what a column of that id sorts by. */
SzPeopleColumn sz_people_rows_column (const char *id);
/** sz_people_rows_fetch: an SzListFetchFunc; @context is an SzDate. */
GPtrArray *sz_people_rows_fetch (
    SzOffice *office, const gint64 *ids, guint n, gconstpointer context, GError **error);

G_END_DECLS
