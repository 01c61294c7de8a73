/* sz-scores-pane.h — the scores of a post: the grid, its second typing, its sheet and its lock
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sz-page.h"
#include "sz-recruit-desk.h"
#include "sz-score-grid.h"

G_BEGIN_DECLS

/** SzScoresPane: of a page, whose tasks it uses. Ctrl+P prints F03b of the component, F11 shows
 * what the people in the room may see. */
#define SZ_TYPE_SCORES_PANE (sz_scores_pane_get_type ())
G_DECLARE_FINAL_TYPE (SzScoresPane, sz_scores_pane, SZ, SCORES_PANE, AdwBin)

/** sz_scores_pane_new: @page outlives it. */
GtkWidget *sz_scores_pane_new (SzPage *page);
/** sz_scores_pane_show: @desk, @post (nullable): nothing. What is being typed stays. */
void sz_scores_pane_show (SzScoresPane *self, SzRecruitDesk *desk, const char *post);
/** sz_scores_pane_get_grid: (transfer none). */
SzScoreGrid *sz_scores_pane_get_grid (SzScoresPane *self);
/** sz_scores_pane_choose: a component of the post, 加试 too. */
void sz_scores_pane_choose (SzScoresPane *self, const char *component);
/** sz_scores_pane_check: as the button 复核录入 does. */
void sz_scores_pane_check (SzScoresPane *self, gboolean second);

G_END_DECLS
