/* sz-score-ranking.h — the ranking beside the grid of scores, with the line between those who go on
 * and those who do not
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "sz-score-sheet.h"

G_BEGIN_DECLS

/** SzScoreRanking: drawn, not made of widgets: it follows every key. As many places as there is
 *  room for, the line always among them. */
#define SZ_TYPE_SCORE_RANKING (sz_score_ranking_get_type ())
G_DECLARE_FINAL_TYPE (SzScoreRanking, sz_score_ranking, SZ, SCORE_RANKING, GtkWidget)

GtkWidget *sz_score_ranking_new (void);
/** sz_score_ranking_show: @sheet (nullable) is asked now and not kept. */
void sz_score_ranking_show (SzScoreRanking *self, const SzScoreSheet *sheet);
/** sz_score_ranking_get_line: how many places stand above the line; for tests. */
guint sz_score_ranking_get_line (SzScoreRanking *self);

G_END_DECLS
