/* sz-title-score-grid.h — 量化评分: applicants by items; what the office gives is typed (RULE
 * ttl-16)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "sz-title-scores.h"

G_BEGIN_DECLS

/**
 * SzTitleScoreGrid: the applicants for one title in the order of their ranks as they were read;
 * only `value` items are typed, what they count stands beside them. Rank, total and what the quota
 * makes of it follow every key; rows of a tie that the quota cuts are framed and have a button.
 *
 * Return and ↓ go down, ↑ up, Tab right and from the last item to the next row, ← and → at the ends
 * of a text; Escape gives back what stood there. What is no value keeps the keyboard.
 *
 * Signals: "typed": a value is another one, or what is to be said of it; "decide" (char *staff_no).
 */
#define SZ_TYPE_TITLE_SCORE_GRID (sz_title_score_grid_get_type ())
G_DECLARE_FINAL_TYPE (SzTitleScoreGrid, sz_title_score_grid, SZ, TITLE_SCORE_GRID, GtkWidget)

/** sz_title_score_grid_new: (transfer floating): @scores must outlive it; its rows come in, some a
 * frame. */
GtkWidget *sz_title_score_grid_new (const SzTitleScores *scores, guint group);
/** sz_title_score_grid_set_quota: 0: none. */
void sz_title_score_grid_set_quota (SzTitleScoreGrid *self, int quota);
/** sz_title_score_grid_refresh: the applications may stand elsewhere by now. */
void sz_title_score_grid_refresh (SzTitleScoreGrid *self);
/** sz_title_score_grid_focus: the keyboard goes to the first cell that is typed. */
void sz_title_score_grid_focus (SzTitleScoreGrid *self);
/** sz_title_score_grid_is_typed: whether a value is another one than was read. */
gboolean sz_title_score_grid_is_typed (SzTitleScoreGrid *self);
/** sz_title_score_grid_dup_fault, _dup_notice: (transfer full) (nullable): a sentence on what is no
 * value; on the value that is typed and counts less than it says. */
char *sz_title_score_grid_dup_fault (SzTitleScoreGrid *self);
char *sz_title_score_grid_dup_notice (SzTitleScoreGrid *self);
/** sz_title_score_grid_add_values: to @values (of SzTitleValue) what was typed. */
void sz_title_score_grid_add_values (SzTitleScoreGrid *self, GArray *values);
/** sz_title_score_grid_get_size: how many applicants there are. */
guint sz_title_score_grid_get_size (SzTitleScoreGrid *self);
/** sz_title_score_grid_is_filled: all rows are there. For tests and pictures. */
gboolean sz_title_score_grid_is_filled (SzTitleScoreGrid *self);
/** sz_title_score_grid_get_cell: (nullable) (transfer none): where @item of @row is typed. */
GtkEditable *sz_title_score_grid_get_cell (SzTitleScoreGrid *self, guint row, guint item);
/** sz_title_score_grid_dup_row: (transfer full): what a row says: "1 · 张三 · 6.00 · …", a framed
 * one in brackets. For tests. */
char *sz_title_score_grid_dup_row (SzTitleScoreGrid *self, guint row);

G_END_DECLS
