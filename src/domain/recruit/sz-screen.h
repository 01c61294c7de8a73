/* sz-screen.h — whether an applicant meets what a post asks for 资格审查 (RULE rec-16, rec-17,
 * rec-8)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sz-honour.h"

G_BEGIN_DECLS

typedef enum
{
  SZ_CONDITION_EDUCATION,   /* 学历 "education" */
  SZ_CONDITION_DEGREE,      /* 学位 "degree" */
  SZ_CONDITION_MAJOR,       /* 专业 "major" */
  SZ_CONDITION_AGE,         /* 年龄 "age" */
  SZ_CONDITION_SKILL,       /* 技能等级 "skill" */
  SZ_CONDITION_TITLE,       /* 职称 "title" */
  SZ_CONDITION_YEARS,       /* 工作年限 "years" */
  SZ_CONDITION_POLITICAL,   /* 政治面貌 "political" */
  SZ_CONDITION_CERTIFICATE, /* 证书 "certificate" */
  SZ_CONDITION_OTHER,       /* 其他条件 "other" */
  SZ_N_REQUIREMENTS,
  SZ_CONDITION_INTEGRITY = SZ_N_REQUIREMENTS, /* "integrity" */
  SZ_CONDITION_HONOUR,                        /* "honour" */
  SZ_N_CONDITIONS
} SzCondition;

typedef enum
{
  SZ_RESULT_MET,
  SZ_RESULT_NOT_MET,
  SZ_RESULT_REVIEW,
  SZ_RESULT_WAIVED,
  SZ_RESULT_RELAXED,
  SZ_N_RESULTS
} SzConditionResult;

typedef enum
{
  SZ_QUALIFIED, /* "qualified" */
  SZ_REFUSED,   /* "refused" */
  SZ_REVIEW,    /* "review" */
} SzScreenState;

const char *sz_condition_name (SzCondition condition);
const char *sz_condition_result_name (SzConditionResult result);
const char *sz_screen_state_name (SzScreenState state);

/** SzEduEqual: a word that stands for a level: 预备技师班 → 本科 (recruit.edu_equal). */
typedef struct
{
  const char *word;
  const char *level;
} SzEduEqual;

/** SzRelaxation: RULE rec-17; @audience NULL: everyone; @to NULL or empty: without the condition.
 */
typedef struct
{
  SzCondition condition;
  const char *audience;
  const char *to;
  const char *basis;
} SzRelaxation;

/** SzRequirements: what a post asks for; borrowed, NULL is empty. */
typedef struct
{
  const char *cells[SZ_N_REQUIREMENTS];
  SzDate cutoff;
  gboolean wants_honour;           /* 直接考察 */
  const SzRelaxation *relaxations; /* in order of entry */
  gsize n_relaxations;
  const SzEduEqual *equals;
  gsize n_equals;
  const SzHonourEntry *honours;
  gsize n_honours;
} SzRequirements;

/** SzQualities: what an applicant brings; codes are stored codes; borrowed, NULL is empty. */
typedef struct
{
  const char *education; /* a code, or one of the equal words */
  const char *degree;
  const char *full_time_study; /* 全日制: "1", "0", empty */
  const char *major;
  const char *major_class; /* 专业类 */
  SzDate birth;
  const char *skill;
  const char *title;
  const char *political;
  const char *certificates;
  SzDate trade_from; /* 从业起始日期 */
  gboolean has_years;
  gint64 years_x100;
  const char *talent; /* 人才类别 */
  SzDate cheated_on;  /* latest cut-off day of another plan with 作弊 that still counts */
  const SzHonourClaim *claims;
  gsize n_claims;
} SzQualities;

/** SzConditionLine: one condition; strings owned, NULL where empty. */
typedef struct
{
  SzCondition condition;
  SzConditionResult result;
  char *required;
  char *actual;
  char *basis;
} SzConditionLine;

typedef struct
{
  SzConditionLine lines[SZ_N_CONDITIONS];
  guint n_lines;
  SzScreenState automatic;
} SzScreening;

void sz_screening_clear (SzScreening *screening);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (SzScreening, sz_screening_clear)

/** sz_screen: all conditions the post has, in the order of the enum. */
void sz_screen (const SzRequirements *requirements,
                const SzQualities *qualities,
                SzScreening *screening);

/** sz_requirement_is_none: empty, 不限, 无, 无要求. */
gboolean sz_requirement_is_none (const char *cell);
/** sz_requirement_is_readable: rec-16 finds in it what it needs ("requirement.unreadable"). */
gboolean sz_requirement_is_readable (SzCondition condition, const char *cell);
/** sz_education_rank: of a code of GB/T 4658 or one of the equal words. */
int sz_education_rank (const char *education, const SzEduEqual *equals, gsize n);

G_END_DECLS
