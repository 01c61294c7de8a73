/* sz-component-row.h — one component of a scheme: its share, its factors, who takes part
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "sz-scheme.h"

G_BEGIN_DECLS

/** SzComponentRow: signals "changed", "removed": by the user. */
#define SZ_TYPE_COMPONENT_ROW (sz_component_row_get_type ())
G_DECLARE_FINAL_TYPE (SzComponentRow, sz_component_row, SZ, COMPONENT_ROW, GtkBox)

GtkWidget *sz_component_row_new (void);
/** sz_component_row_set_index: its place among the components. */
void sz_component_row_set_index (SzComponentRow *self, guint index);
void sz_component_row_show (SzComponentRow *self, const SzComponent *component);
/** sz_component_row_read: @component: not yet initialised; the caller's array owns what is in it.
 */
void sz_component_row_read (SzComponentRow *self, SzComponent *component, SzIssueList *issues);

G_END_DECLS
