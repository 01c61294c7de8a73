/* sz-exam.h — marks, stages, totals and ranks of a post's exam 考试成绩 (RULE rec-2 … rec-6)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sz-position.h"

G_BEGIN_DECLS

#define SZ_JUDGES_MAX 15
#define SZ_MARK_NONE (-1) /* 回避, or not given */

/** SzMarks: what the judges gave for one component: [item][judge], without items one row. */
typedef struct
{
  gint64 marks_x100[SZ_ITEMS_MAX][SZ_JUDGES_MAX];
  guint n_items; /* ≥ 1 */
  guint n_judges;
} SzMarks;

/** SzMarkWork: how a score came about, for F03b. */
typedef struct
{
  gint64 sums_x100[SZ_JUDGES_MAX];   /* of a judge's items, SZ_MARK_NONE: not there */
  guint n_left;                      /* judges who are there */
  guint dropped_high[SZ_JUDGES_MAX]; /* judges whose sums fell away; trim of each */
  guint dropped_low[SZ_JUDGES_MAX];
  gint64 kept_sum_x100;
  guint n_kept;
} SzMarkWork;

/** sz_exam_marks: RULE rec-2. FALSE when fewer than 2·trim + 3 judges are there: no score.
 *  @work: (nullable): filled either way; dropped and kept are those of the sums. */
gboolean sz_exam_marks (
    const SzMarks *marks, int trim, gboolean by_item, gint64 *score_x100, SzMarkWork *work);

typedef enum
{
  SZ_SCORE_NONE,    /* nothing yet */
  SZ_SCORE_FEW,     /* too few marks */
  SZ_SCORE_GIVEN,   /* a number */
  SZ_SCORE_ABSENT,  /* 缺考 */
  SZ_SCORE_VOID,    /* 违纪 */
  SZ_SCORE_CHEATED, /* 作弊 */
} SzScoreState;

typedef struct
{
  SzScoreState state;
  gint64 score_x100;
} SzScore;

typedef enum
{
  SZ_EXAM_RANKED,
  SZ_EXAM_PENDING,
  SZ_EXAM_ABSENT,
  SZ_EXAM_VOID,
  SZ_EXAM_CHEATED,
  SZ_EXAM_BELOW_LINE,
  SZ_EXAM_NOT_ENTERED,
  SZ_N_EXAM_STATES
} SzExamState;

/** sz_exam_state_name: "ranked" … "not_entered". */
const char *sz_exam_state_name (SzExamState state);

/** SzExamEntry: one qualified applicant; the first part is given, the rest computed. */
typedef struct
{
  const char *ticket; /* borrowed */
  SzScore scores[SZ_COMPONENTS_MAX];
  gboolean has_extra; /* 加试 */
  gint64 extra_x100;

  SzExamState state;
  guint stages; /* how many stages were entered */
  gboolean has_total;
  gint64 total_x100;
  guint rank;  /* 0: none */
  guint group; /* how many share the rank */
  gboolean extra_needed;
  gboolean shortlisted;
} SzExamEntry;

/** SzExamSummary: what holds for the post as a whole. */
typedef struct
{
  gint64 places;                        /* p' */
  gint64 check_count;                   /* c */
  gint64 lines_x100[SZ_COMPONENTS_MAX]; /* in force */
  gboolean unresolved;                  /* a tie reaches over place c */
  guint n_pending;
} SzExamSummary;

/**
 * sz_exam_rank:
 * @places: p', fixed or by sz_exam_places()
 * @order: (out): indexes of @entries: by rank and ticket, then the rest by ticket
 *
 * The order in which @entries come makes no difference.
 */
void sz_exam_rank (const SzExamPlan *plan,
                   gint64 places,
                   SzExamEntry *entries,
                   guint n,
                   guint *order,
                   SzExamSummary *summary);

/** sz_exam_is_unexpected: whether a score of @component counts for nothing, because its owner does
 *  not get that far (RULE rec-3). After sz_exam_rank(). */
gboolean sz_exam_is_unexpected (const SzExamPlan *plan, const SzExamEntry *entry, guint component);

G_END_DECLS
