/* sz-retirement.h — when somebody retires under the progressive delay 渐进式延迟退休 (RULE ppl-4)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sz-idcard.h"
#include "sz-posts.h"

G_BEGIN_DECLS

/**
 * SzRetirementRule: those of @sex whose original age is @age, born in @from or later, retire one
 * month later for each @step months of birth begun, at most @max months later.
 */
typedef struct
{
  SzSex sex;
  int age;      /* 原退休年龄, years: 60, 55, 50 */
  SzMonth from; /* first month of birth that is delayed: 1965-01 */
  int step;     /* 4 or 2 */
  int max;      /* 36 or 60 months */
} SzRetirementRule;

/** SzRetirementRules: the table, and how far one may agree on another month (弹性, in months). */
typedef struct
{
  const SzRetirementRule *rules;
  gsize n;
  int flexible; /* 36 */
} SzRetirementRules;

/** SzRetirement: the month, and the months it may be moved to (never before the original age). */
typedef struct
{
  SzMonth month;    /* 退休月 */
  int delay;        /* 延迟月, 0 when not delayed */
  int age_months;   /* age in that month, in months: 61岁5月 is 737 */
  SzMonth earliest; /* 弹性提前 */
  SzMonth latest;   /* 弹性延迟 */
} SzRetirement;

/** sz_retirement_default_age: the original age that follows from sex and post: 60 for men, 55 for
 *  women in 管理 and 专业技术 posts, 50 in 工勤 posts; 0 where it must be asked for. */
int sz_retirement_default_age (SzSex sex, SzPostCategory category);

/**
 * sz_retirement_find:
 * @age: 原退休年龄, a field that people confirm; never guessed from sex alone
 * @birth: date or month of birth
 *
 * RULE ppl-4: month = month of birth + original age + delay. "retirement.rule_missing" (age, sex:
 * the code of GB/T 2261.1) when the table has no line for them.
 */
gboolean sz_retirement_find (const SzRetirementRules *rules,
                             SzSex sex,
                             int age,
                             SzDate birth,
                             SzRetirement *retirement,
                             GError **error);

G_END_DECLS
