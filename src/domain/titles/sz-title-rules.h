/* sz-title-rules.h — the parameters of posts, assessment, titles and appointment (RULE num-7)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sz-career.h"
#include "sz-post-split.h"
#include "sz-post-structure.h"
#include "sz-retirement.h"

G_BEGIN_DECLS

/** SzYearsFrom: title.years_from. */
typedef enum
{
  SZ_YEARS_FROM_APPOINTMENT, /* "appointment" */
  SZ_YEARS_FROM_TITLE,       /* "title" */
  SZ_YEARS_FROM_LATER,       /* "later" */
} SzYearsFrom;

/** SzLadderStep: one alternative of post.ladder; −1: does not ask for it. */
typedef struct
{
  int level_years;
  int band_years;
  gint64 score_x100;
} SzLadderStep;

#define SZ_LADDER_STEPS_MAX 8

/** SzLadder: the alternatives for a target; post 0 is the default. */
typedef struct
{
  SzPost post;
  SzLadderStep steps[SZ_LADDER_STEPS_MAX];
  int n_steps;
} SzLadder;

#define SZ_LADDERS_MAX 32
#define SZ_WORDS_MAX 16

/** SzTitleRules: all of them on one day; texts are owned by whoever loaded them. */
typedef struct
{
  guint post_employment; /* bits by SzEmployment */
  gboolean dual_counts;  /* post.dual_counts = both */
  SzPlanRules plan;
  SzSplitRules split;
  SzLadder ladders[SZ_LADDERS_MAX];
  int n_ladders;
  char *ladder_item;

  gint64 excellent_cap_x1e4;
  gboolean cap_by_department;

  guint title_employment; /* bits */
  SzYearsFrom years_from;
  gboolean years_inclusive;
  int deduct_months[SZ_GRADE_NONE]; /* by grade */
  gboolean missing_is_qualified;
  gboolean leave_adjust;
  char *leave_types[SZ_WORDS_MAX + 1];
  guint bar_discipline; /* bits by SzDisciplineKind */
  int falsification_years;
  int publicity_wd;
  gboolean recusal_includes; /* title.recusal_denominator = include */
  int panel_min_senior;      /* 高级 */
  int panel_min_intermediate;
  gboolean student_affairs;

  guint appoint_bar_discipline; /* bits */
  int appoint_term_years;
  int appoint_warn_months;

  SzRetirementRules retirement;
} SzTitleRules;

/** sz_title_rules_ladder: of a target, else the default. */
const SzLadder *sz_title_rules_ladder (const SzTitleRules *rules, SzPost target);

G_END_DECLS
