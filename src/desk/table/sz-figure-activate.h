/* sz-figure-activate.h — a row of a table of figures is opened, by Return or a double click
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sz-figure-table.h"

G_BEGIN_DECLS

/** sz_figure_table_activates: @opened: gets @owner, for the row selected; as long as both live. */
void
sz_figure_table_activates (SzFigureTable *self, void (*opened) (gpointer owner), gpointer owner);

G_END_DECLS
