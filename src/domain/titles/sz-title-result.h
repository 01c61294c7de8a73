/* sz-title-result.h — conditions, paths and targets judged for one person (RULE ttl-2, ttl-9 …
 * ttl-11, ttl-19)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sz-title-standard.h"
#include "sz-title-years.h"

G_BEGIN_DECLS

/** SzVerdict: of conditions and paths the first three; of targets all (RULE ttl-11). */
typedef enum
{
  SZ_VERDICT_MET,         /* "met" */
  SZ_VERDICT_UNKNOWN,     /* "unknown": never met */
  SZ_VERDICT_UNMET,       /* "unmet" */
  SZ_VERDICT_EXCEPTIONAL, /* "exceptional": by 破格, with an approval */
  SZ_VERDICT_BARRED,      /* "barred" */
  SZ_N_VERDICTS
} SzVerdict;

const char *sz_verdict_word (SzVerdict verdict);

/** sz_verdict_n_of: at least @k of @n members met, by how many are met and unknown (RULE ttl-9). */
SzVerdict sz_verdict_n_of (int k, int n_met, int n_unknown);

#define SZ_SOURCES_MAX 5

/** SzResultSource: a row that gave the value; @kind is a kind of import. */
typedef struct
{
  const char *kind;
  SzTrace trace;
} SzResultSource;

/** SzItemResult: one item of achievements. */
typedef struct
{
  const char *name;
  int needed;
  int fitting;
} SzItemResult;

/** SzTitleConditionResult: @required, @actual and @lacking are texts as printed; NULL is none. */
typedef struct _SzTitleConditionResult SzTitleConditionResult;
struct _SzTitleConditionResult
{
  const SzTitleCondition *condition;
  SzVerdict verdict;
  char *required;
  char *actual;
  const char *unit;
  char *lacking; /* 差: required − actual */
  SzDate met_on;
  SzResultSource sources[SZ_SOURCES_MAX]; /* the oldest first */
  int n_sources;
  SzItemResult *items;
  guint n_items;
  SzTitleConditionResult **members;
  guint n_members;
};

typedef struct
{
  const SzPath *path;
  SzVerdict verdict;
  SzTitleConditionResult **conditions; /* borrowed from the target */
  guint n_conditions;
} SzPathResult;

typedef struct
{
  const SzStandard *standard;
  const SzTarget *target;
  SzVerdict verdict;
  guint bars;      /* SzBar bits */
  int best;        /* of paths; −1 without any that is not exceptional */
  int exceptional; /* −1, or the first exceptional path that is met */
  SzPathResult *paths;
  guint n_paths;
  GPtrArray *conditions; /* owns all results */
} SzTargetResult;

void sz_target_result_free (SzTargetResult *result);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SzTargetResult, sz_target_result_free)

/** SzTitleQuestion: what a round asks by. */
typedef struct
{
  const SzTitleRules *rules;
  const SzCovered *covered;
  const SzHonours *honours;
  SzDate closes;
  SzDate cutoff;
  int assess_to;
  int hours_to;
} SzTitleQuestion;

/** SzApplicant: a person, and 任教类别 of the application in the round (none: the standard's). */
typedef struct
{
  const SzCareer *career;
  SzTeachKind teaching;
} SzApplicant;

/** sz_title_judge: (transfer full): one target of a standard for one person. */
SzTargetResult *sz_title_judge (const SzTitleQuestion *question,
                                const SzApplicant *applicant,
                                const SzStandard *standard,
                                const SzTarget *target);

/** sz_title_standard_applies: whether the standard is one of the person's (RULE ttl-8, ttl-19). */
gboolean sz_title_standard_applies (const SzTitleQuestion *question,
                                    const SzCareer *career,
                                    const SzStandard *standard,
                                    SzStandard *const *active,
                                    guint n_active);
/** sz_title_may_be_asked: in service on the closing day with an allowed 人员类别 (RULE ttl-19). */
gboolean sz_title_may_be_asked (const SzTitleQuestion *question, const SzCareer *career);
/**
 * sz_title_who: (transfer full) (element-type SzTargetResult): RULE ttl-19 for one person, in the
 * order of the targets' codes; empty when nothing is to be told.
 * @active: the standards that are switched on, in their order
 */
GPtrArray *sz_title_who (const SzTitleQuestion *question,
                         const SzApplicant *applicant,
                         SzStandard *const *active,
                         guint n_active);

/* ---- single facts that scores, forms and findings ask too ---- */

/** SzHoursAverage: RULE ttl-5. */
typedef struct
{
  gint64 sum_x100; /* over the years known */
  int months;      /* of all years */
  int known_months;
  gboolean all_known;  /* every year that has a month */
  gint64 average_x100; /* of the years known */
  gint64 least_x100;   /* with the unknown years as 0 */
  SzResultSource sources[SZ_SOURCES_MAX];
  int n_sources;
} SzHoursAverage;

void sz_title_hours (const SzTitleQuestion *question,
                     const SzCareer *career,
                     int last,
                     SzHoursAverage *average);
/** sz_title_education: the highest level 0 … 5; −1: nothing known. @degree: (out): 3 … 5 or 0. */
int sz_title_education (const SzCareer *career, SzDate cutoff, int *degree);
const char *sz_education_level_name (int level);
int sz_education_level_parse (const char *name);
/** sz_degree_level_name: 学士, 硕士, 博士 of 3 … 5. */
const char *sz_degree_level_name (int level);
int sz_degree_level_parse (const char *name);
/** sz_title_adviser: half years of the roles up to the cut-off, none before @since. */
int sz_title_adviser (const SzCareer *career, char *const *roles, SzDate since, SzDate cutoff);

/** sz_title_start_below: start of RULE ttl-1 for the level below that of the target; 0: none. */
SzDate sz_title_start_below (const SzTitleQuestion *question, const SzCareer *career, int level);

G_END_DECLS
