/* sz-score-grid.h — the grid in which marks are typed, with the ranking beside it, live
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "sz-score-sheet.h"

G_BEGIN_DECLS

/**
 * SzScoreGrid: rows applicants in draw order, columns judges. Digits replace, F2 edits, Return goes
 * down, Tab right and at the last judge to the next row, arrows move; Q 缺考, H 回避, W 违纪, Z
 * 作弊. What is not sound stays red. Mean, total, rank and who goes on follow every key.
 *
 * Signal "written" (uint line): the row was left and says something else than is stored.
 */
#define SZ_TYPE_SCORE_GRID (sz_score_grid_get_type ())
G_DECLARE_FINAL_TYPE (SzScoreGrid, sz_score_grid, SZ, SCORE_GRID, GtkWidget)

GtkWidget *sz_score_grid_new (void);
/** sz_score_grid_show: @sheet: (transfer full) (nullable). */
void sz_score_grid_show (SzScoreGrid *self, SzScoreSheet *sheet);
/** sz_score_grid_get_sheet: (nullable) (transfer none). */
const SzScoreSheet *sz_score_grid_get_sheet (SzScoreGrid *self);
/** sz_score_grid_is_typing: a cell has the keyboard: nothing is to be shown anew. */
gboolean sz_score_grid_is_typing (SzScoreGrid *self);
/** sz_score_grid_type: as if it were typed, for tests: what a cell says. */
void sz_score_grid_type (SzScoreGrid *self, guint line, guint cell, const char *text);

G_END_DECLS
