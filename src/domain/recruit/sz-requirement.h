/* sz-requirement.h — what a post asks for and what an applicant brings (RULE rec-16, rec-17)
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
} SzScreenCondition;

typedef enum
{
  SZ_RESULT_MET,
  SZ_RESULT_NOT_MET,
  SZ_RESULT_REVIEW,
  SZ_RESULT_WAIVED,
  SZ_RESULT_RELAXED,
  SZ_N_RESULTS
} SzConditionResult;

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
  SzScreenCondition condition;
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

/** sz_requirement_is_none: empty, 不限, 无, 无要求. */
gboolean sz_requirement_is_none (const char *cell);
/** sz_requirement_is_readable: rec-16 finds in it what it needs ("requirement.unreadable"). */
gboolean sz_requirement_is_readable (SzScreenCondition condition, const char *cell);
/** sz_education_rank: of a code of GB/T 4658 or one of the equal words. */
int sz_education_rank (const char *education, const SzEduEqual *equals, gsize n);

G_END_DECLS
