/* sz-title-score-row.h — one applicant in the grid of scores; for the files of titles/ only
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "sz-cell-layout.h"
#include "sz-title-scores.h"

G_BEGIN_DECLS

/** SzTitleScoreLook: what all rows of a grid share. Widths in pixels; of a `value` item that of the
 * cell and of what it counts beside it. */
typedef struct
{
  const SzTitleScores *scores; /* borrowed */
  SzCellSize *cell_size;
  int rank_width;
  int name_width;
  int item_widths[SZ_SCORE_ITEMS_MAX];
  int typed_width;
  int total_width;
  int verdict_width;
  int button_width;
} SzTitleScoreLook;

SzTitleScoreLook *sz_title_score_look_new (const SzTitleScores *scores, GtkWidget *view);
void sz_title_score_look_free (SzTitleScoreLook *look);
/** sz_title_score_headings_new: (transfer floating): as wide as the rows. */
GtkWidget *sz_title_score_headings_new (const SzTitleScoreLook *look);

/**
 * SzTitleScoreRow: signals: "typed" (uint item): a cell says something else; "decide".
 */
#define SZ_TYPE_TITLE_SCORE_ROW (sz_title_score_row_get_type ())
G_DECLARE_FINAL_TYPE (SzTitleScoreRow, sz_title_score_row, SZ, TITLE_SCORE_ROW, GtkWidget)

/** sz_title_score_row_new: (transfer floating): @number: from 1; @score: borrowed, gets what is
 * typed. */
GtkWidget *sz_title_score_row_new (const SzTitleScoreLook *look, guint number, SzScore *score);

/** SzTitleScoreSeen: what a row shows besides its cells. */
typedef struct
{
  int rank;
  int recommended;
  gboolean quota;   /* there is one */
  gboolean unsaved; /* something is typed in the grid: nothing is decided on it */
} SzTitleScoreSeen;

void sz_title_score_row_show (SzTitleScoreRow *self, const SzTitleScoreSeen *seen);
/** sz_title_score_row_get_cell: (nullable) (transfer none): where @item is typed. */
GtkEditable *sz_title_score_row_get_cell (SzTitleScoreRow *self, guint item);
gboolean sz_title_score_row_is_faulty (SzTitleScoreRow *self, guint item);
/** sz_title_score_row_is_cut: what is typed there counts less than it says. */
gboolean sz_title_score_row_is_cut (SzTitleScoreRow *self, guint item);
const SzScore *sz_title_score_row_get_score (SzTitleScoreRow *self);
const char *sz_title_score_row_get_name (SzTitleScoreRow *self);
/** sz_title_score_row_dup_text: (transfer full): "1 · 张三 · …", in brackets when it is framed. */
char *sz_title_score_row_dup_text (SzTitleScoreRow *self);

G_END_DECLS
