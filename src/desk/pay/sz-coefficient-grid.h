/* sz-coefficient-grid.h — a table of coefficients, a small field for each name
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "sz-issue.h"

G_BEGIN_DECLS

/** SzCoefficientGrid: an empty field is no coefficient. Signal "changed": by the user. */
#define SZ_TYPE_COEFFICIENT_GRID (sz_coefficient_grid_get_type ())
G_DECLARE_FINAL_TYPE (SzCoefficientGrid, sz_coefficient_grid, SZ, COEFFICIENT_GRID, GtkWidget)

/** sz_coefficient_grid_new: @place: of the table in the scheme's JSON: "coefficients.post". */
GtkWidget *sz_coefficient_grid_new (const char *place);
/** sz_coefficient_grid_add: a field for @name; does nothing when it is there. The first ones added
 * stay, even when they are empty. */
void sz_coefficient_grid_add (SzCoefficientGrid *self, const char *name);
/** sz_coefficient_grid_show: @table: name → gint64*, ×10,000; names without a field get one. */
void sz_coefficient_grid_show (SzCoefficientGrid *self, GHashTable *table);
/** sz_coefficient_grid_read: puts what stands there into @table. */
void sz_coefficient_grid_read (SzCoefficientGrid *self, GHashTable *table, SzIssueList *issues);

G_END_DECLS
