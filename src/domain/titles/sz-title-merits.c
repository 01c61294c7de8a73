/* sz-title-merits.c — conditions of work and merit: adviser years, further education, practice,
 * achievements, honours (RULE ttl-10)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <string.h>

#include "sz-achievements.h"
#include "sz-title-result-private.h"

#define DAYS_A_MONTH 30

static gboolean
is_role_covered (const SzAsked *asked, char *const *roles)
{
  for (guint i = 0; roles != NULL && roles[i] != NULL; i++)
    if (sz_word_in (asked->question->covered->roles, roles[i]))
      return TRUE;
  return FALSE;
}

void
sz_judge_adviser (const SzAsked *asked,
                  const SzTitleCondition *condition,
                  SzTitleConditionResult *result)
{
  const SzCareer *career = asked->applicant->career;
  /* half years × 5 are tenths of years */
  const gint64 required = (gint64)condition->half_years * 5;
  SzDate since = SZ_DATE_NONE;
  int half_years;

  g_return_if_fail (result != NULL);

  result->unit = "年";
  if (!is_role_covered (asked, condition->roles))
    {
      sz_result_say_required (result, required, 1);
      return;
    }
  if (condition->since == SZ_SINCE_TITLE)
    since = sz_title_start_below (asked->question, career, asked->target->level);
  half_years = sz_title_adviser (career, condition->roles, since, asked->question->cutoff);
  result->verdict = half_years >= condition->half_years ? SZ_VERDICT_MET : SZ_VERDICT_UNMET;
  sz_result_say_numbers (result, required, (gint64)half_years * 5, 1);
  for (gsize i = 0; i < career->n_roles; i++)
    if (sz_word_in ((const char *const *)condition->roles, career->roles[i].role))
      sz_result_add (result, "roles", career->roles[i].trace);
}

void
sz_judge_further (const SzAsked *asked,
                  const SzTitleCondition *condition,
                  SzTitleConditionResult *result)
{
  const SzCareer *career = asked->applicant->career;
  const int to = asked->question->hours_to;
  int years = 0, good = 0, unknown = 0;

  g_return_if_fail (condition != NULL && result != NULL);

  for (int year = to - condition->last + 1; year <= to; year++)
    {
      const SzFurtherFact *fact = NULL;

      if (!sz_asked_in_service_at_end (asked, year))
        continue;
      years++;
      for (gsize i = 0; i < career->n_further; i++)
        if (career->further[i].year == year)
          fact = &career->further[i];
      if (fact == NULL)
        {
          unknown += !sz_covered_has_year (asked->question->covered->further_years, year);
          continue;
        }
      good += fact->common_x100 + fact->professional_x100 >= condition->hours_x100
              && fact->professional_x100 >= condition->professional_x100;
      sz_result_add (result, "further-education", fact->trace);
    }
  result->unit = "年";
  if (good + unknown < years)
    result->verdict = SZ_VERDICT_UNMET;
  else
    result->verdict = unknown > 0 || years == 0 ? SZ_VERDICT_UNKNOWN : SZ_VERDICT_MET;
  sz_result_say_numbers (result, years, good, 0);
}

void
sz_judge_practice (const SzAsked *asked,
                   const SzTitleCondition *condition,
                   SzTitleConditionResult *result)
{
  const SzCareer *career = asked->applicant->career;
  const SzDate cutoff = asked->question->cutoff;
  const SzDate after = sz_date_add_years (cutoff, -condition->last);
  const gint64 required = (gint64)DAYS_A_MONTH * condition->months;
  gint64 days = 0;

  g_return_if_fail (result != NULL);

  result->unit = "天";
  if (!asked->question->covered->practice)
    {
      sz_result_say_required (result, required, 0);
      return;
    }
  for (gsize i = 0; i < career->n_practice; i++)
    {
      const SzPracticeFact *fact = &career->practice[i];
      const SzDate to = sz_date_first_day (fact->to);

      if (to <= after || to > cutoff)
        continue;
      days += fact->days > 0
                  ? fact->days
                  : sz_date_days (to) - sz_date_days (sz_date_first_day (fact->from)) + 1;
      sz_result_add (result, "practice", fact->trace);
    }
  result->verdict = days >= required ? SZ_VERDICT_MET : SZ_VERDICT_UNMET;
  sz_result_say_numbers (result, required, days, 0);
}

/* The rows between the day from which they count and the cut-off. */
static GPtrArray *
list_achievements (const SzAsked *asked, const SzTitleCondition *condition)
{
  const SzCareer *career = asked->applicant->career;
  const SzDate cutoff = asked->question->cutoff;
  GPtrArray *rows = g_ptr_array_new ();
  SzDate first = SZ_DATE_NONE;

  if (condition->since == SZ_SINCE_TITLE)
    first = sz_title_start_below (asked->question, career, asked->target->level);
  else if (condition->since == SZ_SINCE_YEARS)
    first = sz_date_add_days (sz_date_add_years (cutoff, -condition->since_years), 1);
  for (gsize i = 0; i < career->n_achievements; i++)
    {
      const SzDate date = sz_date_first_day (career->achievements[i].date);

      if (date >= first && date <= cutoff)
        g_ptr_array_add (rows, (gpointer)&career->achievements[i]);
    }
  return rows;
}

void
sz_judge_achievements (const SzAsked *asked,
                       const SzTitleCondition *condition,
                       SzTitleConditionResult *result)
{
  g_autoptr (GPtrArray) rows = NULL;
  int satisfied;

  g_return_if_fail (condition != NULL && result != NULL);

  result->unit = "项";
  if (!asked->question->covered->achievements)
    {
      sz_result_say_required (result, condition->n, 0);
      return;
    }
  rows = list_achievements (asked, condition);
  satisfied = sz_items_largest (condition->items, condition->n_items,
                                (const SzAchievement *const *)rows->pdata, rows->len);
  result->verdict = satisfied >= condition->n ? SZ_VERDICT_MET : SZ_VERDICT_UNMET;
  sz_result_say_numbers (result, condition->n, satisfied, 0);
  result->items = g_new0 (SzItemResult, condition->n_items + 1);
  result->n_items = condition->n_items;
  for (guint item = 0; item < condition->n_items; item++)
    {
      result->items[item]
          = (SzItemResult){ condition->items[item].name, condition->items[item].count, 0 };
      for (guint i = 0; i < rows->len; i++)
        result->items[item].fitting
            += sz_item_takes (&condition->items[item], g_ptr_array_index (rows, i));
    }
  for (guint i = 0; i < rows->len; i++)
    {
      const SzAchievement *row = g_ptr_array_index (rows, i);
      gboolean taken = FALSE;

      for (guint item = 0; item < condition->n_items && !taken; item++)
        taken = sz_item_takes (&condition->items[item], row);
      if (taken)
        sz_result_add (result, "achievements", row->trace);
    }
}

void
sz_judge_honour (const SzAsked *asked,
                 const SzTitleCondition *condition,
                 SzTitleConditionResult *result)
{
  const SzCareer *career = asked->applicant->career;
  const SzAchievement *first = NULL;
  const char *official = NULL;

  g_return_if_fail (condition != NULL && result != NULL);

  result->required = g_strdup ("荣誉名录");
  result->verdict = asked->question->covered->honours ? SZ_VERDICT_UNMET : SZ_VERDICT_UNKNOWN;
  for (gsize i = 0; i < career->n_achievements; i++)
    {
      const SzAchievement *row = &career->achievements[i];
      const SzDate date = sz_date_first_day (row->date);
      const char *name;

      if (row->kind != SZ_ACHIEVEMENT_HONOUR || date > asked->question->cutoff)
        continue;
      name = sz_honour_official (asked->question->honours, condition->names, row->name);
      if (name == NULL)
        continue;
      if (first == NULL || date < sz_date_first_day (first->date)
          || (date == sz_date_first_day (first->date) && strcmp (row->name, first->name) < 0))
        {
          first = row;
          official = name;
        }
    }
  if (first == NULL)
    return;
  result->verdict = SZ_VERDICT_MET;
  result->actual = g_strdup (official);
  sz_result_add (result, "achievements", first->trace);
}
