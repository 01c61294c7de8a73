/* sz-retirement.c — when somebody retires under the progressive delay 渐进式延迟退休 (RULE ppl-4)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-retirement.h"

#include "sz-error.h"

#define MONTHS_A_YEAR 12

/* RULE ppl-4: it follows from the post category, not from sex alone. */
int
sz_retirement_default_age (SzSex sex, SzPostCategory category)
{
  if (sex == SZ_SEX_MALE)
    return 60;
  if (sex != SZ_SEX_FEMALE)
    return 0;
  switch (category)
    {
    case SZ_POST_MANAGEMENT:
    case SZ_POST_PROFESSIONAL:
      return 55;
    case SZ_POST_WORKER:
      return 50;
    case SZ_POST_NONE:
    default:
      return 0;
    }
}

static const SzRetirementRule *
find_rule (const SzRetirementRules *rules, SzSex sex, int age)
{
  for (gsize i = 0; i < rules->n; i++)
    if (rules->rules[i].sex == sex && rules->rules[i].age == age)
      return &rules->rules[i];
  return NULL;
}

static int
count_delay (const SzRetirementRule *rule, SzMonth birth)
{
  if (birth < rule->from)
    return 0;
  return MIN (rule->max, (birth - rule->from) / rule->step + 1);
}

/* RULE ppl-4 */
gboolean
sz_retirement_find (const SzRetirementRules *rules,
                    SzSex sex,
                    int age,
                    SzDate birth,
                    SzRetirement *retirement,
                    GError **error)
{
  const SzRetirementRule *rule;
  SzMonth original;

  g_return_val_if_fail (rules != NULL && retirement != NULL, FALSE);
  g_return_val_if_fail (birth != SZ_DATE_NONE, FALSE);

  rule = find_rule (rules, sex, age);
  if (rule == NULL || rule->step <= 0)
    {
      g_autofree char *years = g_strdup_printf ("%d", age);
      g_autofree char *code = g_strdup_printf ("%d", (int)sex);

      return sz_error_set (error, SZ_ERROR_REFUSED, "retirement.rule_missing", "age", years, "sex",
                           code, NULL);
    }
  original = sz_date_month (birth) + age * MONTHS_A_YEAR;
  retirement->delay = count_delay (rule, sz_date_month (birth));
  retirement->month = original + retirement->delay;
  retirement->age_months = age * MONTHS_A_YEAR + retirement->delay;
  retirement->earliest = MAX (original, retirement->month - rules->flexible);
  retirement->latest = retirement->month + rules->flexible;
  return TRUE;
}
