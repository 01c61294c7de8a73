/* sz-rectify-board.h — the 整改台账 as cards under their four states (RULE aud-5)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "sz-rectify-act.h"

G_BEGIN_DECLS

/**
 * SzRectifyBoard: a card carries number, problem, unit, deadline (red when over) and percent. It is
 * dragged into another column, or moved there by Ctrl+→ and Ctrl+←; the arrow keys walk the cards.
 * The board decides nothing: who listens asks for what the step wants.
 *
 * Signals: "chosen" (gint64: id of the row); "moved" (gint64 id, uint: the SzRectifyState where it
 * was put).
 */
#define SZ_TYPE_RECTIFY_BOARD (sz_rectify_board_get_type ())
G_DECLARE_FINAL_TYPE (SzRectifyBoard, sz_rectify_board, SZ, RECTIFY_BOARD, GtkWidget)

GtkWidget *sz_rectify_board_new (void);
/** sz_rectify_board_show: @view: only read. The card that had the focus keeps it. */
void sz_rectify_board_show (SzRectifyBoard *self, const SzRectifyView *view);

/** sz_rectify_step_between: the verb that takes an item from one state into another; NULL: it
 * stands there already. What the rule forbids is refused by the office in a sentence. */
const char *sz_rectify_step_between (SzRectifyState from, SzRectifyState to);

G_END_DECLS
