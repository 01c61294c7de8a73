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
 * In a second typing (复核录入) the first is hidden; cells that say the same both times are marked
 * as checked, others light up in both. In a locked sheet Return or F2 asks for a correction, and
 * what one replaced stands struck through.
 *
 * Signals: "written" (uint line): the row was left and says something else than is stored; "drawn"
 * (uint line): its draw number does; "correct" (uint line).
 */
#define SZ_TYPE_SCORE_GRID (sz_score_grid_get_type ())
G_DECLARE_FINAL_TYPE (SzScoreGrid, sz_score_grid, SZ, SCORE_GRID, GtkWidget)

GtkWidget *sz_score_grid_new (void);
/** sz_score_grid_show: @sheet: (transfer full) (nullable). */
void sz_score_grid_show (SzScoreGrid *self, SzScoreSheet *sheet);
/** sz_score_grid_refresh: @sheet: (transfer full) when TRUE: the same rows as before: what is typed
 *  and not saved stays, the rest is shown anew. */
gboolean sz_score_grid_refresh (SzScoreGrid *self, SzScoreSheet *sheet);
/** sz_score_grid_set_second: what is typed from now on is the second time. */
void sz_score_grid_set_second (SzScoreGrid *self, gboolean second);
gboolean sz_score_grid_is_second (SzScoreGrid *self);
/** sz_score_grid_set_blocks: items side by side, a block a judge; else a row an item. */
void sz_score_grid_set_blocks (SzScoreGrid *self, gboolean blocks);
/** sz_score_grid_get_sheet: (nullable) (transfer none). */
const SzScoreSheet *sz_score_grid_get_sheet (SzScoreGrid *self);
/** sz_score_grid_focus: the keyboard goes to the first mark. */
void sz_score_grid_focus (SzScoreGrid *self);
/** sz_score_grid_get_line: where the keyboard is, else was last. */
guint sz_score_grid_get_line (SzScoreGrid *self);
/** sz_score_grid_is_typing: a cell has the keyboard: nothing is to be shown anew. */
gboolean sz_score_grid_is_typing (SzScoreGrid *self);
/** sz_score_grid_type: as if it were typed, for tests: what a cell says. */
void sz_score_grid_type (SzScoreGrid *self, guint line, guint cell, const char *text);

G_END_DECLS
