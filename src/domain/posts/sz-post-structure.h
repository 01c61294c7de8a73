/* sz-post-structure.h — approved and occupied posts, vacancies, moves (RULE pst-2, pst-3, pst-6)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sz-place.h"

G_BEGIN_DECLS

/**
 * SzStructure: the plan of a day, in numbers by place.
 *
 * @expected is what vacancies count (RULE pst-2, pst-5): occupied, one more at the target of each
 * open case, one less at the own place of each whose appointment day has come.
 */
typedef struct
{
  int approved[SZ_N_PLACES];
  int occupied[SZ_N_PLACES];
  int expected[SZ_N_PLACES];
  int open_cases[SZ_N_PLACES];
  gboolean planned[SZ_N_PLACES]; /* a document speaks of the level */
} SzStructure;

/** sz_structure_vacancy_new: min over m ≥ k of the band of ΣApproved − ΣExpected (RULE pst-2);
 *  negative: 超聘. */
int sz_structure_vacancy_new (const SzStructure *structure, SzPlace place);
/** sz_structure_vacancy_rise: min over @to ≤ m < @from, both of one band, @to the higher. */
int sz_structure_vacancy_rise (const SzStructure *structure, SzPlace from, SzPlace to);
/** sz_structure_over: max(0, Σ occupied − Σ approved) of the band down to the level. */
int sz_structure_over (const SzStructure *structure, SzPlace place);

/** sz_structure_tells: whether anything is approved, occupied or in a case in the band. */
gboolean sz_structure_tells (const SzStructure *structure, const SzPlaceBand *band);

typedef enum
{
  SZ_MOVE_NONE,  /* "none": nobody to move */
  SZ_MOVE_NEW,   /* "new" */
  SZ_MOVE_RISE,  /* "rise" */
  SZ_MOVE_LOWER, /* "lower" */
  SZ_MOVE_SAME,  /* "same" */
  SZ_MOVE_CASE,  /* "case": an open case lies ahead */
} SzMoveKind;

/** sz_move_kind_word: "new", "rise" …; borrowed. */
const char *sz_move_kind_word (SzMoveKind kind);

/** SzMove: somebody asked to another place, and the answer (RULE pst-6). */
typedef struct
{
  /* asked */
  SzPlace from; /* SZ_PLACE_NONE: none */
  SzPlace to;
  gboolean case_open; /* an open case of this person lies after the day */
  /* answered */
  SzMoveKind kind;
  gboolean has_vacancy; /* not of lower, same and case */
  int vacancy;          /* before the move */
  gboolean fits;
  const char *reason; /* static; NULL when it fits */
  gboolean fits_alone;
} SzMove;

/** sz_structure_judge: the move alone, nothing is changed. Sets kind, vacancy, fits and reason. */
void sz_structure_judge (const SzStructure *structure, SzMove *move);
/** sz_structure_carry_out: one place less at @from, one more at @to. */
void sz_structure_carry_out (SzStructure *structure, SzPlace from, SzPlace to);
/**
 * sz_structure_judge_list: in the order given, each fitting move carried out in @structure before
 * the next is judged; @fits_alone is against the structure as it was.
 */
void sz_structure_judge_list (SzStructure *structure, SzMove *moves, gsize n);

/** SzPlanRules: post.prof_min, post.worker_12, post.worker_123. */
typedef struct
{
  gint64 prof_min_x1e4;
  gint64 worker_12_x1e4;
  gint64 worker_123_x1e4;
} SzPlanRules;

/** SzPlanWarning: of the numbers as a whole (RULE pst-3), in this order. */
typedef enum
{
  SZ_PLAN_PROFESSIONAL_BELOW = 1 << 0, /* "plan.professional_below" */
  SZ_PLAN_OVER_ESTABLISHMENT = 1 << 1, /* "plan.over_establishment" */
  SZ_PLAN_WORKER_12 = 1 << 2,          /* "plan.worker_12" */
  SZ_PLAN_WORKER_123 = 1 << 3,         /* "plan.worker_123" */
} SzPlanWarning;

/** sz_structure_sum: of @numbers (one of the arrays of a structure) over a category. */
int sz_structure_sum (const int *numbers, SzPlaceCategory category);
/** sz_structure_warnings: RULE pst-3 over the approved numbers. */
guint sz_structure_warnings (const SzStructure *structure,
                             const SzPlanRules *rules,
                             gint64 establishment);
/** sz_structure_professional_share: ×10,000, half-up; FALSE without any approved number. */
gboolean sz_structure_professional_share (const SzStructure *structure, gint64 *share_x1e4);

G_END_DECLS
