/* sz-rectify-board.h — the 整改台账 as cards under their four states (RULE aud-5)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sz-card-board.h"
#include "sz-rectify-act.h"

G_BEGIN_DECLS

/** sz_rectify_board_new: an #SzCardBoard with a column a #SzRectifyState. It decides nothing: who
 * listens to "moved" asks for what the step wants. */
GtkWidget *sz_rectify_board_new (void);
/** sz_rectify_board_show: @view: only read. A card carries number, problem, unit, deadline (red
 * when over) and percent. */
void sz_rectify_board_show (SzCardBoard *board, const SzRectifyView *view);

/** sz_rectify_step_between: the verb that takes an item from one state into another; NULL: it
 * stands there already. What the rule forbids is refused by the office in a sentence. */
const char *sz_rectify_step_between (SzRectifyState from, SzRectifyState to);

G_END_DECLS
