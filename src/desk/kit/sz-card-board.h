/* sz-card-board.h — cards under their states, moved by dragging or by keys
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define SZ_CARD_LINES 6

/** SzCardLine: @text: nullable or empty: no line; @style: (nullable): "heading", "caption", …;
 * @wraps: in two lines when it must. */
typedef struct
{
  const char *text;
  const char *style;
  gboolean wraps;
} SzCardLine;

/** SzCard: what it says aloud is its lines. @tooltip: (nullable): all that is said. @targets: a bit
 * a column that it may be moved to, 1 << column; 0: to any. */
typedef struct
{
  gint64 id;
  guint column;
  SzCardLine lines[SZ_CARD_LINES];
  const char *tooltip;
  guint targets;
} SzCard;

/**
 * SzCardBoard: one column a state, with its count. The arrow keys walk from card to card, Ctrl+←
 * and Ctrl+→ move one to the next column, Ctrl+1 … 9 go to the first card of a column, Return
 * chooses the card, F6 asks for its next step. Over a column that a card may not be moved to, it is
 * not taken.
 *
 * Signals: "chosen" (id: int64); "moved" (id: int64, column: uint): dropped or moved there; the
 * card itself stays until the board is shown anew; "step" (id: int64).
 */
#define SZ_TYPE_CARD_BOARD (sz_card_board_get_type ())
G_DECLARE_FINAL_TYPE (SzCardBoard, sz_card_board, SZ, CARD_BOARD, GtkWidget)

/** sz_card_board_new: @titles: translated, ended by NULL, copied; @height: in pixels, at least. */
GtkWidget *sz_card_board_new (const char *const *titles, int height);
/** sz_card_board_show: @cards: (element-type SzCard); copied; the card with the keyboard keeps it.
 */
void sz_card_board_show (SzCardBoard *self, const GArray *cards);
/** sz_card_board_move: as if the card were dropped over a column; FALSE: it is there, may not be
 *  moved there, or is none. */
gboolean sz_card_board_move (SzCardBoard *self, gint64 id, guint column);
/** sz_card_board_focus: the keyboard is on that card, when it is there. */
void sz_card_board_focus (SzCardBoard *self, gint64 id);

G_END_DECLS
