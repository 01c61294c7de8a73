/* sz-title-conditions.c — each kind of condition with its three values (RULE ttl-9, ttl-10)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <string.h>

#include "sz-decimal.h"
#include "sz-title-result-private.h"

#define MONTHS_A_YEAR 12
#define LAST_MONTH 12
#define LAST_DAY 31

const char *
sz_verdict_word (SzVerdict verdict)
{
  static const char *const words[SZ_N_VERDICTS]
      = { "met", "unknown", "unmet", "exceptional", "barred" };

  g_return_val_if_fail ((guint)verdict < SZ_N_VERDICTS, "");
  return words[verdict];
}

/* RULE ttl-9 */
SzVerdict
sz_verdict_n_of (int k, int n_met, int n_unknown)
{
  if (n_met >= k)
    return SZ_VERDICT_MET;
  return n_met + n_unknown < k ? SZ_VERDICT_UNMET : SZ_VERDICT_UNKNOWN;
}

void
sz_title_condition_result_free (SzTitleConditionResult *result)
{
  if (result == NULL)
    return;
  for (guint i = 0; i < result->n_members; i++)
    sz_title_condition_result_free (result->members[i]);
  g_free (result->members);
  g_free (result->items);
  g_free (result->required);
  g_free (result->actual);
  g_free (result->lacking);
  g_free (result);
}

/* Required and actual as numbers of @decimals; what is lacking follows when unmet. */
void
sz_result_say_numbers (SzTitleConditionResult *result, gint64 required, gint64 actual, int decimals)
{
  g_return_if_fail (result != NULL);

  result->required = sz_decimal_format (required, decimals);
  result->actual = sz_decimal_format (actual, decimals);
  if (result->verdict == SZ_VERDICT_UNMET && required != actual)
    result->lacking = sz_decimal_format (required - actual, decimals);
}

void
sz_result_say_required (SzTitleConditionResult *result, gint64 required, int decimals)
{
  g_return_if_fail (result != NULL);

  result->verdict = SZ_VERDICT_UNKNOWN;
  result->required = sz_decimal_format (required, decimals);
}

void
sz_result_add (SzTitleConditionResult *result, const char *kind, SzTrace trace)
{
  g_return_if_fail (result != NULL);

  sz_result_add_source (result->sources, &result->n_sources, kind, trace);
}

static void
add_register (const SzAsked *asked, SzTitleConditionResult *result)
{
  sz_result_add (result, "people", asked->applicant->career->trace);
}

/* The first cut-off on which @months would have passed since @start. */
static SzDate
find_met_on (const SzAsked *asked, SzDate start, int months)
{
  const SzDate day = sz_date_add_months (sz_date_first_day (start), months);

  return asked->question->rules->years_inclusive ? sz_date_add_days (day, -1) : day;
}

static void
judge_education (const SzAsked *asked,
                 const SzTitleCondition *condition,
                 SzTitleConditionResult *result)
{
  const SzCareer *career = asked->applicant->career;
  const gboolean degree_asked = condition->kind == SZ_TITLE_CONDITION_DEGREE;
  int degree = 0;
  int level = sz_title_education (career, asked->question->cutoff, &degree);

  result->required = g_strdup (degree_asked ? sz_degree_level_name (condition->at_least)
                                            : sz_education_level_name (condition->at_least));
  if (degree_asked)
    level = degree;
  if (!degree_asked && level < 0)
    {
      result->verdict = SZ_VERDICT_UNKNOWN;
      return;
    }
  result->verdict = level >= condition->at_least ? SZ_VERDICT_MET : SZ_VERDICT_UNMET;
  if (!degree_asked)
    result->actual = g_strdup (sz_education_level_name (level));
  else if (degree > 0)
    result->actual = g_strdup (sz_degree_level_name (degree));
  add_register (asked, result);
  for (gsize i = 0; i < career->n_schooling; i++)
    if (career->schooling[i].graduated == SZ_DATE_NONE
        || sz_date_first_day (career->schooling[i].graduated) <= asked->question->cutoff)
      sz_result_add (result, "education", career->schooling[i].trace);
}

static gboolean
holds_level (const SzAsked *asked, const SzTitleCondition *condition)
{
  const char *held = sz_career_title (asked->applicant->career, asked->question->cutoff);

  return held != NULL && sz_title_level (held) >= condition->level
         && (!condition->own || strncmp (held, asked->standard->codes[0], 2) == 0);
}

/* Where the present post and title records came from. */
static void
add_record_sources (const SzAsked *asked, SzDate start, SzTitleConditionResult *result)
{
  const SzCareer *career = asked->applicant->career;

  for (gsize i = 0; i < career->n_papers; i++)
    if (career->papers[i].field == SZ_RECORD_POST
        && sz_date_first_day (career->papers[i].from) >= start
        && sz_date_first_day (career->papers[i].from) <= asked->question->cutoff
        && career->papers[i].trace.row > 0)
      sz_result_add (result, "appointments", career->papers[i].trace);
  if (result->n_sources == 0)
    add_register (asked, result);
}

static void
judge_title_years (const SzAsked *asked,
                   const SzTitleCondition *condition,
                   SzTitleConditionResult *result)
{
  const int required = MONTHS_A_YEAR * condition->years;
  SzTitleYears years;

  result->unit = "月";
  if (!holds_level (asked, condition))
    {
      result->verdict = SZ_VERDICT_UNMET;
      sz_result_say_numbers (result, required, 0, 0);
      return;
    }
  sz_title_years (asked->applicant->career, asked->question->rules, condition->level,
                  asked->question->cutoff, asked->question->assess_to, &years);
  if (!years.known)
    {
      sz_result_say_required (result, required, 0);
      return;
    }
  result->verdict = years.low >= required   ? SZ_VERDICT_MET
                    : years.high < required ? SZ_VERDICT_UNMET
                                            : SZ_VERDICT_UNKNOWN;
  sz_result_say_numbers (result, required, years.high, 0);
  if (years.start == SZ_DATE_NONE)
    return;
  if (result->verdict == SZ_VERDICT_UNMET)
    result->met_on = find_met_on (asked, years.start, required + years.deducted);
  add_record_sources (asked, years.start, result);
}

static void
judge_work_years (const SzAsked *asked,
                  const SzTitleCondition *condition,
                  SzTitleConditionResult *result)
{
  const int required = MONTHS_A_YEAR * condition->years;
  const SzDate start = asked->applicant->career->person->work_start;
  int months;

  result->unit = "月";
  if (start == SZ_DATE_NONE)
    {
      sz_result_say_required (result, required, 0);
      return;
    }
  months = sz_whole_months (start, asked->question->rules->years_inclusive
                                       ? sz_date_add_days (asked->question->cutoff, 1)
                                       : asked->question->cutoff);
  result->verdict = months >= required ? SZ_VERDICT_MET : SZ_VERDICT_UNMET;
  sz_result_say_numbers (result, required, months, 0);
  if (result->verdict == SZ_VERDICT_UNMET)
    result->met_on = find_met_on (asked, start, required);
  add_register (asked, result);
}

gboolean
sz_asked_in_service_at_end (const SzAsked *asked, int year)
{
  g_return_val_if_fail (asked != NULL, FALSE);

  return sz_career_in_service (asked->applicant->career, sz_date_make (year, LAST_MONTH, LAST_DAY));
}

static void
judge_assessments (const SzAsked *asked,
                   const SzTitleCondition *condition,
                   SzTitleConditionResult *result)
{
  const int to = asked->question->assess_to;
  int years = 0, good = 0, bad = 0, excellent = 0, missing = 0;

  for (int year = to - condition->last + 1; year <= to; year++)
    {
      const SzGradeFact *fact;

      if (!sz_asked_in_service_at_end (asked, year))
        continue;
      years++;
      fact = sz_career_grade (asked->applicant->career, year);
      if (fact == NULL)
        {
          missing++;
          continue;
        }
      excellent += fact->grade == SZ_GRADE_EXCELLENT;
      /* 优秀 before 合格; the other three are never good */
      if ((int)fact->grade <= condition->at_least)
        good++;
      else
        bad++;
      sz_result_add (result, "assessments", fact->trace);
    }
  result->unit = "年";
  if (bad > 0 || excellent + missing < condition->excellent_at_least)
    result->verdict = SZ_VERDICT_UNMET;
  else
    result->verdict = missing > 0 || years == 0 ? SZ_VERDICT_UNKNOWN : SZ_VERDICT_MET;
  sz_result_say_numbers (result, years, good, 0);
}

static void
judge_hours (const SzAsked *asked,
             const SzTitleCondition *condition,
             SzTitleConditionResult *result)
{
  const gboolean full_time
      = sz_career_is_full_time (asked->applicant->career, asked->question->cutoff);
  const gint64 required = full_time ? condition->full_time_x100 : condition->others_x100;
  SzHoursAverage average;

  sz_title_hours (asked->question, asked->applicant->career, condition->last, &average);
  result->unit = "课时";
  memcpy (result->sources, average.sources, sizeof average.sources);
  result->n_sources = average.n_sources;
  if (average.months == 0)
    {
      sz_result_say_required (result, required, SZ_HOURS_DECIMALS);
      return;
    }
  if (average.all_known)
    result->verdict = average.average_x100 >= required ? SZ_VERDICT_MET : SZ_VERDICT_UNMET;
  else
    result->verdict = average.least_x100 >= required ? SZ_VERDICT_MET : SZ_VERDICT_UNKNOWN;
  if (average.known_months == 0)
    result->required = sz_decimal_format (required, SZ_HOURS_DECIMALS);
  else
    sz_result_say_numbers (result, required, average.average_x100, SZ_HOURS_DECIMALS);
}

static gboolean
is_valid_certificate (const SzCertificate *certificate, SzDate day)
{
  return sz_span_covers (certificate->from, certificate->to, day);
}

static gboolean
is_skill (const SzCertificate *certificate)
{
  return certificate->kind == SZ_CERTIFICATE_SKILL
         || certificate->kind == SZ_CERTIFICATE_QUALIFICATION;
}

/* The register's 技能等级: L0 … L7; −1 without. */
static int
get_register_skill (const SzAsked *asked)
{
  const char *skill = asked->applicant->career->person->skill;
  const SzCode *code = skill != NULL ? sz_codes_by_code (SZ_TABLE_SKILL, skill) : NULL;

  return code != NULL ? code->value : -1;
}

/* The level, and the day of the earliest valid certificate of @at_least or higher. */
static int
find_skill (const SzAsked *asked, int at_least, SzDate *earliest, SzTitleConditionResult *result)
{
  const SzCareer *career = asked->applicant->career;
  int highest = get_register_skill (asked);

  if (highest >= 0)
    add_register (asked, result);
  for (gsize i = 0; i < career->n_certificates; i++)
    {
      const SzCertificate *certificate = &career->certificates[i];
      const SzDate from = sz_date_first_day (certificate->from);

      if (!is_skill (certificate) || !is_valid_certificate (certificate, asked->question->cutoff))
        continue;
      highest = MAX (highest, certificate->level);
      sz_result_add (result, "certificates", certificate->trace);
      if (certificate->level >= at_least && (*earliest == SZ_DATE_NONE || from < *earliest))
        *earliest = from;
    }
  return highest;
}

static void
judge_skill (const SzAsked *asked,
             const SzTitleCondition *condition,
             SzTitleConditionResult *result)
{
  const int required = MONTHS_A_YEAR * condition->years;
  SzDate earliest = SZ_DATE_NONE;
  const int level = find_skill (asked, condition->at_least, &earliest, result);
  const SzCode *asked_level = sz_codes_by_value (SZ_TABLE_SKILL, condition->at_least);
  const SzCode *actual = level >= 0 ? sz_codes_by_value (SZ_TABLE_SKILL, level) : NULL;
  int months;

  result->verdict = level >= condition->at_least      ? SZ_VERDICT_MET
                    : asked->question->covered->skill ? SZ_VERDICT_UNMET
                                                      : SZ_VERDICT_UNKNOWN;
  if (condition->years == 0)
    {
      result->required = g_strdup (asked_level != NULL ? asked_level->name : "");
      if (actual != NULL && result->verdict != SZ_VERDICT_UNKNOWN)
        result->actual = g_strdup (actual->name);
      return;
    }
  result->unit = "月";
  if (result->verdict == SZ_VERDICT_UNKNOWN
      || (result->verdict == SZ_VERDICT_MET && earliest == SZ_DATE_NONE))
    {
      sz_result_say_required (result, required, 0);
      return;
    }
  months = earliest != SZ_DATE_NONE ? sz_whole_months (earliest, asked->question->cutoff) : 0;
  if (asked->question->rules->years_inclusive && earliest != SZ_DATE_NONE)
    months = sz_whole_months (earliest, sz_date_add_days (asked->question->cutoff, 1));
  result->verdict = months >= required ? SZ_VERDICT_MET : SZ_VERDICT_UNMET;
  sz_result_say_numbers (result, required, months, 0);
  if (result->verdict == SZ_VERDICT_UNMET && earliest != SZ_DATE_NONE)
    result->met_on = find_met_on (asked, earliest, required);
}

static void
judge_certificate (const SzAsked *asked,
                   const SzTitleCondition *condition,
                   SzTitleConditionResult *result)
{
  static const char *const names[SZ_N_CERTIFICATES]
      = { "职业技能等级", "职业资格", "教师资格", "其他" };
  const SzCareer *career = asked->applicant->career;

  result->required = g_strdup (names[condition->certificate]);
  result->verdict = asked->question->covered->certificate[condition->certificate]
                        ? SZ_VERDICT_UNMET
                        : SZ_VERDICT_UNKNOWN;
  for (gsize i = 0; i < career->n_certificates; i++)
    if (career->certificates[i].kind == condition->certificate
        && is_valid_certificate (&career->certificates[i], asked->question->cutoff))
      {
        result->verdict = SZ_VERDICT_MET;
        sz_result_add (result, "certificates", career->certificates[i].trace);
      }
  if (result->verdict == SZ_VERDICT_MET)
    result->actual = g_strdup (result->required);
}

/* RULE ttl-9: groups nest. */
static void
judge_group (const SzAsked *asked,
             const SzTitleCondition *condition,
             SzTitleConditionResult *result)
{
  int met = 0, unknown = 0;
  int required = condition->n;

  if (condition->kind == SZ_TITLE_CONDITION_ALL)
    required = (int)condition->n_members;
  else if (condition->kind == SZ_TITLE_CONDITION_ANY)
    required = 1;
  result->members = g_new0 (SzTitleConditionResult *, condition->n_members + 1);
  result->n_members = condition->n_members;
  for (guint i = 0; i < condition->n_members; i++)
    {
      result->members[i] = sz_title_condition_judge (asked, condition->members[i]);
      met += result->members[i]->verdict == SZ_VERDICT_MET;
      unknown += result->members[i]->verdict == SZ_VERDICT_UNKNOWN;
    }
  result->unit = "项";
  result->verdict = sz_verdict_n_of (required, met, unknown);
  sz_result_say_numbers (result, required, met, 0);
}

typedef void (*JudgeFn) (const SzAsked *asked,
                         const SzTitleCondition *condition,
                         SzTitleConditionResult *result);

static const JudgeFn judges[SZ_N_TITLE_CONDITION_KINDS] = {
  [SZ_TITLE_CONDITION_EDUCATION] = judge_education,
  [SZ_TITLE_CONDITION_DEGREE] = judge_education,
  [SZ_TITLE_CONDITION_TITLE_YEARS] = judge_title_years,
  [SZ_TITLE_CONDITION_WORK_YEARS] = judge_work_years,
  [SZ_TITLE_CONDITION_ASSESSMENTS] = judge_assessments,
  [SZ_TITLE_CONDITION_HOURS] = judge_hours,
  [SZ_TITLE_CONDITION_SKILL] = judge_skill,
  [SZ_TITLE_CONDITION_CERTIFICATE] = judge_certificate,
  [SZ_TITLE_CONDITION_ADVISER] = sz_judge_adviser,
  [SZ_TITLE_CONDITION_FURTHER] = sz_judge_further,
  [SZ_TITLE_CONDITION_PRACTICE] = sz_judge_practice,
  [SZ_TITLE_CONDITION_ACHIEVEMENTS] = sz_judge_achievements,
  [SZ_TITLE_CONDITION_HONOUR] = sz_judge_honour,
  [SZ_TITLE_CONDITION_ALL] = judge_group,
  [SZ_TITLE_CONDITION_ANY] = judge_group,
  [SZ_TITLE_CONDITION_N_OF] = judge_group,
};

SzTitleConditionResult *
sz_title_condition_judge (const SzAsked *asked, const SzTitleCondition *condition)
{
  SzTitleConditionResult *result = g_new0 (SzTitleConditionResult, 1);

  g_return_val_if_fail (asked != NULL && condition != NULL, NULL);

  result->condition = condition;
  result->unit = "";
  if (condition->teaching != 0 && (condition->teaching & asked->teaching) == 0)
    {
      result->verdict = SZ_VERDICT_MET;
      result->actual = g_strdup ("不适用");
      return result;
    }
  judges[condition->kind](asked, condition, result);
  return result;
}
