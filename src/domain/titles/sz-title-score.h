/* sz-title-score.h — scores for the recommendation 量化评分 (RULE ttl-16)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sz-title-result.h"

G_BEGIN_DECLS

typedef enum
{
  SZ_SCORE_TITLE_YEARS,  /* "title_years" */
  SZ_SCORE_EXCELLENT,    /* "excellent" */
  SZ_SCORE_ADVISER,      /* "adviser" */
  SZ_SCORE_HOURS,        /* "hours" */
  SZ_SCORE_EDUCATION,    /* "education" */
  SZ_SCORE_ACHIEVEMENTS, /* "achievements" */
  SZ_SCORE_VALUE,        /* "value" */
  SZ_N_SCORE_KINDS
} SzScoreKind;

const char *sz_score_kind_word (SzScoreKind kind);
/** sz_score_kind_find: −1 for any other word. */
int sz_score_kind_find (const char *word);

#define SZ_SCORE_ITEMS_MAX 32
#define SZ_SCORE_RANKS_MAX 16
#define SZ_SCORE_UNSET G_MININT64

/** SzScoreItem: scores ×100; SZ_SCORE_UNSET where the table says nothing. */
typedef struct
{
  char *name;
  SzScoreKind kind;
  gint64 max_x100;
  gint64 per_year_x100; /* title_years, adviser */
  gint64 each_x100;     /* excellent, hours */
  int last;
  char **roles;
  gint64 base_x100;
  gint64 per_x100;
  gint64 education_x100[6];
  guint kinds;                                              /* bits by SzAchievementKind */
  gint64 points_x100[SZ_N_ACHIEVEMENT_LEVELS][SZ_N_PRIZES]; /* SZ_PRIZE_NONE: the `*` */
  gint64 ranks_x1e4[SZ_SCORE_RANKS_MAX];
  int n_ranks;
  char *item;
  gint64 weight_x1e4;
} SzScoreItem;

typedef struct
{
  char *name;
  gboolean tie_by_months; /* `tie` names title_months */
  SzScoreItem items[SZ_SCORE_ITEMS_MAX];
  guint n_items;
} SzScoreTable;

void sz_score_table_free (SzScoreTable *table);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SzScoreTable, sz_score_table_free)

/** SzScore: one applicant's; an item that needs what is unknown is not known. */
typedef struct
{
  const char *staff_no; /* borrowed */
  gint64 values_x100[SZ_SCORE_ITEMS_MAX];
  gboolean known[SZ_SCORE_ITEMS_MAX];
  gint64 typed_x1e4[SZ_SCORE_ITEMS_MAX]; /* of a `value` that is known: what the office gave */
  gboolean ranked;                       /* every item is known */
  gint64 total_x100;
  int months;      /* of ttl-1, for ties */
  int rank;        /* 0: unranked */
  int recommended; /* 1, 0; −1: the office decides */
} SzScore;

/** sz_score_person: @level: of the target; @year: of the round. */
void sz_score_person (const SzScoreTable *table,
                      const SzTitleQuestion *question,
                      const SzCareer *career,
                      int level,
                      int year,
                      SzScore *score);
/** sz_score_set_value: as if the office had given @typed_x1e4 for the `value` @item; the total
 * follows, the ranks by sz_scores_rank(). FALSE: no such item, or out of all range. */
gboolean
sz_score_set_value (const SzScoreTable *table, guint item, gint64 typed_x1e4, SzScore *score);
/** sz_score_clear_value: as if the office had given nothing for the `value` @item. */
void sz_score_clear_value (const SzScoreTable *table, guint item, SzScore *score);
/** sz_score_value_most: ×10,000: the largest value of a `value` @item that its max does not cut;
 * G_MAXINT64: none is cut. */
gint64 sz_score_value_most (const SzScoreTable *table, guint item);
/** sz_scores_rank: sorts @scores (of SzScore) and gives ranks; @quota < 0: none. */
void sz_scores_rank (GArray *scores, gboolean tie_by_months, int quota);

G_END_DECLS
