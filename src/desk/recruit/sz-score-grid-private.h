/* sz-score-grid-private.h — what the two files of the grid of scores share
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sz-score-grid.h"
#include "sz-score-ranking.h"

G_BEGIN_DECLS

/* Figures at the right of a line. */
#define RESULTS 4

struct _SzScoreGrid
{
  GtkWidget parent_instance;

  GtkWidget *box;
  GtkGrid *grid;
  SzScoreRanking *ranking;
  SzScoreSheet *sheet;
  GPtrArray *cells;   /* of GtkText, borrowed: lines one after the other */
  GPtrArray *draws;   /* of GtkText, borrowed: one a line, NULL but for the first of a person */
  GPtrArray *results; /* of GtkInscription, borrowed: RESULTS a line, NULL in blocks */
  gboolean *dirty;    /* one a line */
  gboolean
      *touched; /* one a line: typed into since it was shown; what is read meanwhile is older */
  guint last;   /* line where the keyboard was */
  gboolean filling;
  gboolean blocks; /* items side by side, a block a judge */
  gboolean second; /* what is typed is the second time */
};

/* Cells a line; the cell of a line; whether items stand side by side; cells that are seen in a row,
   and rows. */
guint sz_score_grid_columns (SzScoreGrid *self);
GtkWidget *sz_score_grid_cell (SzScoreGrid *self, guint line, guint column);
gboolean sz_score_grid_is_in_blocks (SzScoreGrid *self);
guint sz_score_grid_width (SzScoreGrid *self);
guint sz_score_grid_height (SzScoreGrid *self);
/** sz_score_grid_find_seen: index of the cell that is seen there; _find_spot: where it is seen. */
guint sz_score_grid_find_seen (SzScoreGrid *self, guint row, guint column);
void sz_score_grid_find_spot (SzScoreGrid *self, guint index, int *row, int *column);
/** sz_score_grid_find_index: of a cell; of a draw number its line. */
guint sz_score_grid_find_index (SzScoreGrid *self, GtkWidget *cell);
void sz_score_grid_mark (SzScoreGrid *self, guint line, guint column);
void sz_score_grid_fill_cell (SzScoreGrid *self, guint line, guint column, GtkText *cell);
void sz_score_grid_add_headings (SzScoreGrid *self);
void sz_score_grid_add_line (SzScoreGrid *self, guint line);

/* Of the other file: what happens as one types and leaves. */
void sz_score_grid_cell_changed_cb (SzScoreGrid *self, GtkEditable *cell);
void sz_score_grid_cell_left_cb (SzScoreGrid *self, GtkEventController *focus);
void sz_score_grid_draw_left_cb (SzScoreGrid *self, GtkEventController *focus);

G_END_DECLS
