/* sz-recruit-board.h — the posts of a plan as cards under their states
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "sz-recruit-desk.h"

G_BEGIN_DECLS

/**
 * SzRecruitBoard: a column a state: 拟定 已批 已公告 资格审查 考试 考察体检 公示 办结. Ctrl+1 … 8
 * goes to a column, Return opens a card.
 *
 * Signals: "open" (post: string), "step" (post: string): F6, the next step of the card.
 */
#define SZ_TYPE_RECRUIT_BOARD (sz_recruit_board_get_type ())
G_DECLARE_FINAL_TYPE (SzRecruitBoard, sz_recruit_board, SZ, RECRUIT_BOARD, GtkWidget)

GtkWidget *sz_recruit_board_new (void);
/** sz_recruit_board_show: @desk (nullable). */
void sz_recruit_board_show (SzRecruitBoard *self, SzRecruitDesk *desk);

/** sz_recruit_card_line: (transfer full): what is next and since when: "notice until 2025-06-17, 3
 *  working days left". */
/** sz_recruit_state_title: (transfer none): the column of a state: 拟定 … 办结. */
const char *sz_recruit_state_title (const char *state);
char *sz_recruit_card_line (const SzRecruitPost *post, const SzRecruitCard *card);

/** sz_recruit_board_drop: a card let go over a column (0: the first): one to the right of its own
 *  it asks for the step, as F6 does; FALSE: it goes back. */
gboolean sz_recruit_board_drop (SzRecruitBoard *self, const char *post, guint column);

G_END_DECLS
