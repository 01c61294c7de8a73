/* sz-life-pane.h — one list of a run's life: its buttons, a table, a foot
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "sz-life-lists.h"

G_BEGIN_DECLS

#define SZ_TYPE_LIFE_PANE (sz_life_pane_get_type ())
G_DECLARE_FINAL_TYPE (SzLifePane, sz_life_pane, SZ, LIFE_PANE, AdwBin)

/** sz_life_pane_new: @list is one of sz_life_lists(). */
GtkWidget *sz_life_pane_new (const SzLifeList *list);
/** sz_life_pane_show: @life: borrowed until the next one; %NULL: none. */
void sz_life_pane_show (SzLifePane *self, const SzRunLife *life);
/** sz_life_pane_get_row: the row selected, −1: none. */
int sz_life_pane_get_row (SzLifePane *self);
void sz_life_pane_copy (SzLifePane *self);

G_END_DECLS
