/* sz-recruit-board.h — the posts of a plan as cards under their states
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sz-card-board.h"
#include "sz-recruit-desk.h"

G_BEGIN_DECLS

/** sz_recruit_board_new: a #SzCardBoard, a column a state: 拟定 已批 已公告 资格审查 考试 考察体检
 *  公示 办结. A card goes one column to the right and nowhere else. */
GtkWidget *sz_recruit_board_new (void);
/** sz_recruit_board_show: @desk (nullable). */
void sz_recruit_board_show (SzCardBoard *board, SzRecruitDesk *desk);
/** sz_recruit_board_post: (transfer none) (nullable): the post of a card. */
const SzRecruitPost *sz_recruit_board_post (SzRecruitDesk *desk, gint64 id);

/** sz_recruit_state_title: (transfer none): the column of a state: 拟定 … 办结. */
const char *sz_recruit_state_title (const char *state);
/** sz_recruit_card_line: (transfer full): what is next and since when: "notice until 2025-06-17, 3
 *  working days left". */
char *sz_recruit_card_line (const SzRecruitPost *post, const SzRecruitCard *card);

G_END_DECLS
