/* sz-score-wall.h — a whole screen for the wall: how far the interview is, without names
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "sz-score-sheet.h"

G_BEGIN_DECLS

/** SzScoreWall: post, place n of N, draw number and mean of the row typed last. Escape or F11
 *  closes it. */
#define SZ_TYPE_SCORE_WALL (sz_score_wall_get_type ())
G_DECLARE_FINAL_TYPE (SzScoreWall, sz_score_wall, SZ, SCORE_WALL, GtkWindow)

GtkWidget *sz_score_wall_new (GtkWindow *parent);
/** sz_score_wall_show: @line: the row typed last, of @sheet (nullable: nothing). */
void sz_score_wall_show (SzScoreWall *self, const SzScoreSheet *sheet, guint line);

G_END_DECLS
