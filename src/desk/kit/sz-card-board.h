/* sz-card-board.h — cards under their states, moved by dragging or by keys
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define SZ_CARD_LINES 4

/** SzCardLine: @text: nullable or empty: no line; @style: (nullable): "heading", "caption", … */
typedef struct
{
  const char *text;
  const char *style;
} SzCardLine;

/** SzCard: what it says aloud is its lines. @tooltip: (nullable): all that is said. */
typedef struct
{
  gint64 id;
  guint column;
  SzCardLine lines[SZ_CARD_LINES];
  const char *tooltip;
} SzCard;

/**
 * SzCardBoard: one column a state, with its count. The arrow keys walk from card to card, Ctrl+←
 * and Ctrl+→ move one to the next column, Return chooses it.
 *
 * Signals: "chosen" (id: int64); "moved" (id: int64, column: uint): dropped or moved there; the
 * card itself stays until the board is shown anew.
 */
#define SZ_TYPE_CARD_BOARD (sz_card_board_get_type ())
G_DECLARE_FINAL_TYPE (SzCardBoard, sz_card_board, SZ, CARD_BOARD, GtkWidget)

/** sz_card_board_new: @titles: translated, ended by NULL, copied; @height: in pixels, at least. */
GtkWidget *sz_card_board_new (const char *const *titles, int height);
/** sz_card_board_show: @cards: (element-type SzCard); copied; the card with the keyboard keeps it.
 */
void sz_card_board_show (SzCardBoard *self, const GArray *cards);
/** sz_card_board_move: as if the card were dropped over a column; FALSE: it is there, or is none.
 */
gboolean sz_card_board_move (SzCardBoard *self, gint64 id, guint column);

G_END_DECLS
