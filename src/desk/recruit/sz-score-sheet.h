/* sz-score-sheet.h — the marks of one component as they are being typed, and what they come to
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sz-recruit-desk.h"

G_BEGIN_DECLS

/** SzScoreLine: a row: an applicant, with items one of them. */
typedef struct
{
  const SzRecruitPerson *person; /* borrowed from the desk */
  int entry;                     /* index among the entries of the post, −1: none */
  guint item;
  gboolean first; /* of the applicant */
  char *draw_no;
  char *cells[SZ_JUDGES_MAX];   /* as typed */
  char *seconds[SZ_JUDGES_MAX]; /* as typed the second time 复核录入 */
  char *befores[SZ_JUDGES_MAX]; /* what a correction replaced */
  gboolean faulty[SZ_JUDGES_MAX];
} SzScoreLine;

/** SzScoreTyped: a row on its way into the database. */
typedef struct
{
  GStrv marks; /* (nullable): "." where nothing (or nothing sound) is typed */
  gboolean has_score;
  gint64 score_x100;
  const char *status; /* (nullable) */
} SzScoreTyped;

typedef enum
{
  SZ_SECOND_NONE,
  SZ_SECOND_SAME,
  SZ_SECOND_OTHER
} SzSecond;

/** SzScoreFigures: what stands at the right of a row. */
typedef struct
{
  SzScore score;
  gboolean has_total;
  gint64 total_x100;
  guint rank;
  gboolean shortlisted;
  gboolean extra_needed;
} SzScoreFigures;

/**
 * SzScoreSheet: the domain's own ranking over what is typed, at every key: nothing is read from the
 * database, so that it answers within a frame.
 */
typedef struct
{
  SzRecruitDesk *desk;
  const SzRecruitPost *post;
  char *component;
  int index;      /* of the component, −1: 加试 */
  guint n_judges; /* 0: a number a row */
  guint n_items;  /* rows an applicant */
  gboolean locked;
  gboolean omits_point; /* 省略小数点: 855 is 85.5 */
  GArray *lines;        /* of SzScoreLine */
  SzExamEntry *entries; /* as typed */
  guint *order;
} SzScoreSheet;

/** sz_score_sheet_new: (transfer full) (nullable): no such post or component. */
SzScoreSheet *sz_score_sheet_new (SzRecruitDesk *desk, const char *post, const char *component);
void sz_score_sheet_free (SzScoreSheet *sheet);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SzScoreSheet, sz_score_sheet_free)

/** sz_score_sheet_columns: cells a row: one a judge, or one. */
guint sz_score_sheet_columns (const SzScoreSheet *sheet);
/** sz_score_sheet_meaning: (transfer none) (nullable): the word of a letter: Q 缺考, H 回避, W
 * 违纪, Z 作弊. */
const char *sz_score_sheet_meaning (const char *text);
/** sz_score_sheet_put: a cell says @text from now on; sz_score_sheet_settle: ranks all. */
void sz_score_sheet_put (SzScoreSheet *sheet, guint line, guint cell, const char *text);
void sz_score_sheet_settle (SzScoreSheet *sheet);
/** sz_score_sheet_type: both. */
void sz_score_sheet_type (SzScoreSheet *sheet, guint line, guint cell, const char *text);
/** sz_score_sheet_type_second: the same the second time: changes no ranking. */
void sz_score_sheet_type_second (SzScoreSheet *sheet, guint line, guint cell, const char *text);
/** sz_score_sheet_set_draw: 抽签号 of a person; the rows stay where they are. */
void sz_score_sheet_set_draw (SzScoreSheet *sheet, guint line, const char *draw_no);
/** sz_score_sheet_second: whether both typings of a cell say the same. */
SzSecond sz_score_sheet_second (const SzScoreSheet *sheet, guint line, guint cell);
/** sz_score_sheet_dup_reading: (transfer full) (nullable): of a cell in which the decimal point
 *  was left out: "85.5"; NULL: it stands as it is. */
char *sz_score_sheet_dup_reading (const SzScoreSheet *sheet, guint line, const char *text);
void sz_score_sheet_figures (const SzScoreSheet *sheet, guint line, SzScoreFigures *figures);
/** sz_score_sheet_get_typed: the row for sz_exam_enter(), @second: for sz_exam_check(); FALSE when
 *  it is empty. @typed is cleared with sz_score_typed_clear(). */
gboolean sz_score_sheet_get_typed (const SzScoreSheet *sheet,
                                   guint line,
                                   gboolean second,
                                   SzScoreTyped *typed);
void sz_score_typed_clear (SzScoreTyped *typed);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (SzScoreTyped, sz_score_typed_clear)
/** sz_score_sheet_dup_foot: (transfer full): who typed, who checked, how many cells. */
char *sz_score_sheet_dup_foot (const SzScoreSheet *sheet);

G_END_DECLS
