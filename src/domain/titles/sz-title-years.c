/* sz-title-years.c — years in grade and the bars (RULE ttl-1, ttl-3, asm-4)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-title-years.h"

#include <string.h>

#define MONTHS_A_YEAR 12
#define LAST_MONTH 12
#define LAST_DAY 31

const SzLadder *
sz_title_rules_ladder (const SzTitleRules *rules, SzPost target)
{
  const SzLadder *otherwise = NULL;

  g_return_val_if_fail (rules != NULL, NULL);
  for (int i = 0; i < rules->n_ladders; i++)
    {
      if (rules->ladders[i].post == target)
        return &rules->ladders[i];
      if (rules->ladders[i].post == 0)
        otherwise = &rules->ladders[i];
    }
  return otherwise;
}

/* The last day of record @index of its field: the day before the next one begins; 0: it stands. */
static SzDate
find_record_end (const SzCareer *career, gsize index)
{
  const SzRecord *record = &career->records[index];
  SzDate next = SZ_DATE_NONE;

  for (gsize i = 0; i < career->n_records; i++)
    {
      const SzDate from = sz_date_first_day (career->records[i].from);

      if (career->records[i].field != record->field || from <= sz_date_first_day (record->from))
        continue;
      if (next == SZ_DATE_NONE || from < next)
        next = from;
    }
  return next != SZ_DATE_NONE ? sz_date_add_days (next, -1) : SZ_DATE_NONE;
}

/* What a record or a second post must be worth to belong to a stretch: from @least to @most. */
typedef gboolean (*CountsFn) (const char *value, int least, int most);

static gboolean
counts_post (const char *value, int least, int most)
{
  const int rank = sz_post_rank (sz_post_from_code (value));

  return rank >= least && rank <= most;
}

static gboolean
counts_title (const char *value, int least, int most)
{
  const int level = sz_title_level (value);

  return level >= least && level <= most;
}

static gboolean
counts_level (const char *value, int least, int most)
{
  const SzPost post = sz_post_from_code (value);

  return sz_post_rank (post) > 0 && sz_post_level (post) >= least && sz_post_level (post) <= most;
}

/* Draws @start back to @from when the span touches what is reached so far. */
static gboolean
reach_back (SzDate from, SzDate to, SzDate day, SzDate *start)
{
  const SzDate reached = *start != SZ_DATE_NONE ? *start : sz_date_add_days (day, 1);

  from = sz_date_first_day (from);
  if (from >= reached)
    return FALSE;
  if (to != SZ_DATE_NONE && sz_date_first_day (to) < sz_date_add_days (reached, -1))
    return FALSE;
  *start = from;
  return TRUE;
}

/* Which records count in a stretch, and whether second posts of that rank do. */
typedef struct
{
  SzRecordField field;
  CountsFn counts;
  int least;
  int most;
  gboolean with_duals;
} Stretch;

/* The first day of the unbroken stretch up to @day. */
static SzDate
find_stretch (const SzCareer *career, const Stretch *stretch, SzDate day)
{
  SzDate start = SZ_DATE_NONE;
  gboolean moved = TRUE;

  while (moved)
    {
      moved = FALSE;
      for (gsize i = 0; i < career->n_records; i++)
        if (career->records[i].field == stretch->field
            && stretch->counts (career->records[i].value, stretch->least, stretch->most))
          moved |= reach_back (career->records[i].from, find_record_end (career, i), day, &start);
      for (gsize i = 0; stretch->with_duals && i < career->n_duals; i++)
        if (sz_post_rank (career->duals[i].post) >= stretch->least)
          moved |= reach_back (career->duals[i].from, career->duals[i].to, day, &start);
    }
  return start;
}

SzDate
sz_main_stretch_start (const SzCareer *career, int highest, int lowest, SzDate day)
{
  const Stretch stretch = { SZ_RECORD_POST, counts_level, highest, lowest, FALSE };

  g_return_val_if_fail (career != NULL, SZ_DATE_NONE);
  return find_stretch (career, &stretch, day);
}

/* RULE ttl-1: which day the years begin; FALSE: unknown. */
static gboolean
find_start (
    const SzCareer *career, const SzTitleRules *rules, int level, SzDate cutoff, SzDate *start)
{
  const SzRecord *record = sz_career_at (career, SZ_RECORD_POST, cutoff);
  const SzPost post = record != NULL ? sz_post_from_code (record->value) : 0;
  gboolean known
      = record != NULL
        && !(sz_post_category (post) == SZ_POST_PROFESSIONAL && sz_post_level (post) == 0);
  SzDate by_title = SZ_DATE_NONE;
  SzDate by_post = SZ_DATE_NONE;

  if (rules->years_from != SZ_YEARS_FROM_APPOINTMENT)
    by_title
        = find_stretch (career,
                        &(const Stretch){ SZ_RECORD_TITLE, counts_title, level, G_MAXINT, FALSE },
                        cutoff);
  if (rules->years_from == SZ_YEARS_FROM_TITLE)
    {
      *start = by_title;
      return TRUE;
    }
  if (known)
    by_post = find_stretch (career,
                            &(const Stretch){ SZ_RECORD_POST, counts_post, level, G_MAXINT, TRUE },
                            cutoff);
  *start = by_post;
  if (rules->years_from == SZ_YEARS_FROM_LATER)
    {
      known = known || by_title == SZ_DATE_NONE;
      *start = by_post != SZ_DATE_NONE && by_title != SZ_DATE_NONE ? MAX (by_post, by_title)
                                                                   : SZ_DATE_NONE;
    }
  return known;
}

int
sz_deducted_months (const SzCareer *career, const SzTitleRules *rules, SzDate start, SzDate day)
{
  int months = 0;

  g_return_val_if_fail (career != NULL && rules != NULL, 0);
  for (gsize i = 0; i < career->n_grades; i++)
    {
      const SzDate last_day = sz_date_make (career->grades[i].year, LAST_MONTH, LAST_DAY);

      if (last_day >= start && last_day <= day && (guint)career->grades[i].grade < SZ_GRADE_NONE)
        months += rules->deduct_months[career->grades[i].grade];
    }
  return months;
}

/* The assessment years in between: what they take off, and those without a grade. */
static void
take_off (const SzCareer *career,
          const SzTitleRules *rules,
          SzDate cutoff,
          int assess_to,
          SzTitleYears *years)
{
  const int first = sz_date_year (years->start);

  for (int year = first; year <= assess_to; year++)
    {
      const SzDate last_day = sz_date_make (year, LAST_MONTH, LAST_DAY);
      const SzGradeFact *fact = sz_career_grade (career, year);

      if (last_day < years->start || last_day > cutoff)
        continue;
      if (fact != NULL && (guint)fact->grade < SZ_GRADE_NONE)
        {
          years->deducted += rules->deduct_months[fact->grade];
          if (rules->deduct_months[fact->grade] > 0 && years->n_counted < SZ_MISSING_YEARS_MAX)
            years->counted[years->n_counted++] = year;
        }
      else if (fact == NULL && !rules->missing_is_qualified
               && sz_career_in_service (career, last_day)
               && years->n_missing < SZ_MISSING_YEARS_MAX)
        years->missing[years->n_missing++] = year;
    }
}

/* RULE ttl-1 */
void
sz_title_years (const SzCareer *career,
                const SzTitleRules *rules,
                int level,
                SzDate cutoff,
                int assess_to,
                SzTitleYears *years)
{
  int months, worst = 0;

  g_return_if_fail (career != NULL && rules != NULL && years != NULL);

  memset (years, 0, sizeof *years);
  years->known = find_start (career, rules, level, cutoff, &years->start);
  if (!years->known || years->start == SZ_DATE_NONE)
    return;
  months = sz_whole_months (years->start,
                            rules->years_inclusive ? sz_date_add_days (cutoff, 1) : cutoff);
  take_off (career, rules, cutoff, assess_to, years);
  for (int grade = 0; grade < SZ_GRADE_NONE; grade++)
    worst = MAX (worst, rules->deduct_months[grade]);
  years->high = MAX (0, months - years->deducted);
  years->low = MAX (0, months - years->deducted - years->n_missing * worst);
}

SzDate
sz_discipline_ends (const SzDisciplineFact *fact, int falsification_years)
{
  int months = 0;
  SzDate from;

  g_return_val_if_fail (fact != NULL, SZ_DATE_NONE);
  from = sz_date_first_day (fact->from);
  if (fact->kind == SZ_DISCIPLINE_FALSIFICATION)
    return sz_date_add_days (sz_date_add_years (from, falsification_years), -1);
  if (fact->to != SZ_DATE_NONE)
    return sz_date_first_day (fact->to);
  if (fact->kind == SZ_DISCIPLINE_WARNING)
    months = 6;
  else if (fact->kind == SZ_DISCIPLINE_DEMERIT)
    months = 12;
  else if (fact->kind == SZ_DISCIPLINE_DEMOTION)
    months = 24;
  return months > 0 ? sz_date_add_days (sz_date_add_months (from, months), -1) : SZ_DATE_NONE;
}

/* RULE ttl-3 */
gboolean
sz_discipline_bars (const SzCareer *career, guint kinds, int falsification_years, SzDate day)
{
  g_return_val_if_fail (career != NULL, FALSE);
  for (gsize i = 0; i < career->n_discipline; i++)
    {
      const SzDisciplineFact *fact = &career->discipline[i];

      if ((kinds & 1u << fact->kind) != 0
          && sz_span_covers (fact->from, sz_discipline_ends (fact, falsification_years), day))
        return TRUE;
    }
  return FALSE;
}

/* RULE asm-4 */
gboolean
sz_assessment_bars (const SzCareer *career, SzDate day)
{
  const SzGradeFact *fact = sz_career_grade (career, sz_date_year (day) - 1);

  return fact != NULL && (fact->grade == SZ_GRADE_BASIC || fact->grade == SZ_GRADE_UNQUALIFIED);
}

/* RULE ppl-4 */
gboolean
sz_career_retirement_month (const SzCareer *career, const SzTitleRules *rules, SzMonth *month)
{
  SzRetirement retirement;

  g_return_val_if_fail (career != NULL && rules != NULL && month != NULL, FALSE);
  if (career->person->original_retirement_age <= 0 || career->person->birth_date == SZ_DATE_NONE
      || !sz_retirement_find (&rules->retirement, career->person->sex,
                              career->person->original_retirement_age, career->person->birth_date,
                              &retirement, NULL))
    return FALSE;
  *month = retirement.month;
  return TRUE;
}

const char *
sz_bar_code (int index)
{
  static const char *const codes[SZ_N_BARS]
      = { "bar.not_in_service", "bar.employment",    "bar.retired",
          "bar.discipline",     "bar.falsification", "bar.held" };

  g_return_val_if_fail (index >= 0 && index < SZ_N_BARS, "");
  return codes[index];
}

/* RULE ttl-3 */
guint
sz_title_bars (const SzCareer *career,
               const SzTitleRules *rules,
               SzDate closes,
               SzDate cutoff,
               const char *code)
{
  const char *held;
  int employment;
  SzMonth month;
  guint bars = 0;

  g_return_val_if_fail (career != NULL && rules != NULL && code != NULL, 0);

  employment = sz_career_employment (career, closes);
  held = sz_career_title (career, cutoff);
  if (!sz_career_in_service (career, closes))
    bars |= SZ_BAR_NOT_IN_SERVICE;
  if (employment < 0 || (rules->title_employment & 1u << employment) == 0)
    bars |= SZ_BAR_EMPLOYMENT;
  if (sz_career_retirement_month (career, rules, &month) && sz_date_month (closes) > month)
    bars |= SZ_BAR_RETIRED;
  if (sz_discipline_bars (career, rules->bar_discipline, rules->falsification_years, closes))
    bars |= SZ_BAR_DISCIPLINE;
  if (sz_discipline_bars (career, 1u << SZ_DISCIPLINE_FALSIFICATION, rules->falsification_years,
                          closes))
    bars |= SZ_BAR_FALSIFICATION;
  if (held != NULL && strncmp (held, code, 2) == 0
      && sz_title_level (held) >= sz_title_level (code))
    bars |= SZ_BAR_HELD;
  return bars;
}
