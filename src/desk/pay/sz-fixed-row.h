/* sz-fixed-row.h — one fixed allowance of a scheme
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "sz-scheme.h"

G_BEGIN_DECLS

/** SzFixedRow: signals "changed", "removed": by the user. */
#define SZ_TYPE_FIXED_ROW (sz_fixed_row_get_type ())
G_DECLARE_FINAL_TYPE (SzFixedRow, sz_fixed_row, SZ, FIXED_ROW, GtkBox)

GtkWidget *sz_fixed_row_new (void);
/** sz_fixed_row_set_index: its place among the allowances. */
void sz_fixed_row_set_index (SzFixedRow *self, guint index);
void sz_fixed_row_show (SzFixedRow *self, const SzFixed *fixed);
/** sz_fixed_row_read: @fixed: the caller's, empty; its strings are the caller's too. */
void sz_fixed_row_read (SzFixedRow *self, SzFixed *fixed, SzIssueList *issues);

G_END_DECLS
