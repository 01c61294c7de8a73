/* sz-retirement-day.c — the last day before retirement of somebody in the book (RULE ppl-4)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-retirement-day.h"

SzDate
sz_retirement_last_day (const SzRetirementTable *table, const SzWatchPerson *person)
{
  SzRetirement retirement;
  int age;

  g_return_val_if_fail (table != NULL && person != NULL, SZ_DATE_NONE);
  age = person->original_age != 0
            ? person->original_age
            : sz_retirement_default_age (person->sex, sz_post_category (person->state.post));
  if (age == 0 || person->birth_date == SZ_DATE_NONE
      || !sz_retirement_find (&table->rules, person->sex, age, person->birth_date, &retirement,
                              NULL))
    return SZ_DATE_NONE;
  return sz_month_last_day (retirement.month);
}
