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
  char *cells[SZ_JUDGES_MAX]; /* as typed */
  gboolean faulty[SZ_JUDGES_MAX];
} SzScoreLine;

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
/** sz_score_sheet_type: a cell says @text from now on; ranks all. */
void sz_score_sheet_type (SzScoreSheet *sheet, guint line, guint cell, const char *text);
void sz_score_sheet_figures (const SzScoreSheet *sheet, guint line, SzScoreFigures *figures);
/** sz_score_sheet_dup_marks: (transfer full): the row for sz_exam_enter(): marks, "." where nothing
 *  (or nothing sound) is typed; NULL when the row is empty. @score, @status: (out): of a row that
 *  has one of these instead. */
GStrv sz_score_sheet_dup_marks (const SzScoreSheet *sheet,
                                guint line,
                                gboolean *has_score,
                                gint64 *score_x100,
                                const char **status);

G_END_DECLS
