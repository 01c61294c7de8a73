/* sz-title-facts.c — single facts about a person: hours, education, adviser years (RULE ttl-5,
 * ttl-10)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <stdlib.h>
#include <string.h>

#include "sz-decimal.h"
#include "sz-title-result-private.h"

#define MONTHS_A_YEAR 12
#define DECISIVE_DAY 15
#define LEAVE_DAYS_OF_A_LOST_MONTH 15
#define EDUCATION_LEVELS 6

static const char *const education_names[EDUCATION_LEVELS]
    = { "无", "中职", "专科", "本科", "硕士", "博士" };

/* GB/T 4658 by the level of who finished it; one who did not finish has one less (the codes that
 * end in 2, 3, 5, 6, 8, 9 below say so one by one). −1 says nothing. */
static const struct
{
  const char *code;
  int level;
} schoolings[] = {
  { "10", 4 }, { "11", 5 }, { "12", 4 }, { "13", 4 }, { "14", 4 }, { "15", 3 },  { "16", 3 },
  { "17", 3 }, { "18", 2 }, { "19", 2 }, { "20", 3 }, { "21", 3 }, { "22", 2 },  { "23", 2 },
  { "28", 3 }, { "30", 2 }, { "31", 2 }, { "32", 1 }, { "33", 1 }, { "40", 1 },  { "41", 1 },
  { "42", 0 }, { "43", 0 }, { "44", 1 }, { "45", 0 }, { "46", 0 }, { "47", 1 },  { "48", 0 },
  { "49", 0 }, { "60", 1 }, { "61", 1 }, { "62", 0 }, { "63", 0 }, { "90", -1 },
};

#define TECHNICIAN_SCHOOL "47"

const char *
sz_education_level_name (int level)
{
  return education_names[CLAMP (level, 0, EDUCATION_LEVELS - 1)];
}

int
sz_education_level_parse (const char *name)
{
  for (int level = 0; name != NULL && level < EDUCATION_LEVELS; level++)
    if (g_str_equal (name, education_names[level]))
      return level;
  return -1;
}

const char *
sz_degree_level_name (int level)
{
  return level == 5 ? "博士" : level == 4 ? "硕士" : "学士";
}

int
sz_degree_level_parse (const char *name)
{
  for (int level = 3; level <= 5; level++)
    if (g_strcmp0 (name, sz_degree_level_name (level)) == 0)
      return level;
  return -1;
}

static int
weigh_schooling (const char *code)
{
  if (code == NULL || *code == '\0')
    return -1;
  for (gsize i = 0; i < G_N_ELEMENTS (schoolings); i++)
    if (g_str_equal (code, schoolings[i].code))
      return schoolings[i].level;
  return 0;
}

/* 名誉博士, 无学位 and 其他 say nothing: 0. */
static int
weigh_degree (const char *code)
{
  if (code == NULL || g_str_equal (code, "998") || g_str_equal (code, "999"))
    return 0;
  switch (code[0])
    {
    case '2':
      return 5;
    case '3':
      return 4;
    case '4':
      return 3;
    default:
      return 0;
    }
}

/* 培养层次 speaks where 学历 is the technician college itself, or empty. */
static int
weigh_school_level (const SzSchooling *row)
{
  static const int levels[] = { -1, 1, 2, 3, 3 };

  if (row->education != NULL && *row->education != '\0'
      && !g_str_equal (row->education, TECHNICIAN_SCHOOL))
    return -1;
  return levels[row->school_level];
}

int
sz_title_education (const SzCareer *career, SzDate cutoff, int *degree)
{
  int highest;
  int best_degree;

  g_return_val_if_fail (career != NULL, -1);

  highest = weigh_schooling (career->person->education);
  best_degree = weigh_degree (career->person->degree);
  for (gsize i = 0; i < career->n_schooling; i++)
    {
      const SzSchooling *row = &career->schooling[i];

      if (row->graduated != SZ_DATE_NONE && sz_date_first_day (row->graduated) > cutoff)
        continue;
      highest = MAX (highest, weigh_schooling (row->education));
      highest = MAX (highest, weigh_school_level (row));
      best_degree = MAX (best_degree, weigh_degree (row->degree));
    }
  if (degree != NULL)
    *degree = best_degree;
  return best_degree > 0 ? MAX (highest, best_degree) : highest;
}

void
sz_result_add_source (SzResultSource *sources, int *n, const char *kind, SzTrace trace)
{
  g_return_if_fail (sources != NULL && n != NULL);

  if (*n < SZ_SOURCES_MAX)
    sources[(*n)++] = (SzResultSource){ kind, trace };
}

/* The months of the year that count: in service on the 15th, not lost to leave. */
static int
count_months (const SzTitleQuestion *question, const SzCareer *career, int year)
{
  int months = 0;

  for (int month = 1; month <= MONTHS_A_YEAR; month++)
    {
      const SzDate first = sz_date_make (year, month, 1);
      const SzDate last = sz_month_last_day (sz_date_month (first));

      if (!sz_career_in_service (career, sz_date_make (year, month, DECISIVE_DAY)))
        continue;
      if (question->rules->leave_adjust && career->n_leaves > 0
          && sz_career_leave_days (career, (const char *const *)question->rules->leave_types, first,
                                   last)
                 >= LEAVE_DAYS_OF_A_LOST_MONTH)
        continue;
      months++;
    }
  return months;
}

/* Hours of a year: certified, else taught, else 0 where the college has told of the year. */
static gboolean
find_hours (const SzTitleQuestion *question,
            const SzCareer *career,
            int year,
            SzHoursAverage *average)
{
  gboolean found = FALSE;

  for (gsize i = 0; i < career->n_yearly_hours; i++)
    if (career->yearly_hours[i].year == year)
      {
        average->sum_x100 += career->yearly_hours[i].hours_x100;
        sz_result_add_source (average->sources, &average->n_sources, "yearly-hours",
                              career->yearly_hours[i].trace);
        return TRUE;
      }
  for (gsize i = 0; i < career->n_teaching; i++)
    if (career->teaching[i].year == year)
      {
        average->sum_x100 += career->teaching[i].hours_x100;
        sz_result_add_source (average->sources, &average->n_sources, "teaching",
                              career->teaching[i].trace);
        found = TRUE;
      }
  return found || sz_covered_has_year (question->covered->hours_years, year);
}

/* RULE ttl-5 */
void
sz_title_hours (const SzTitleQuestion *question,
                const SzCareer *career,
                int last,
                SzHoursAverage *average)
{
  g_return_if_fail (question != NULL && career != NULL && average != NULL);

  memset (average, 0, sizeof *average);
  average->all_known = TRUE;
  for (int year = question->hours_to - last + 1; year <= question->hours_to; year++)
    {
      const int months = count_months (question, career, year);
      const gboolean known = find_hours (question, career, year, average);

      average->months += months;
      if (known)
        average->known_months += months;
      else if (months > 0)
        average->all_known = FALSE;
    }
  if (average->known_months > 0)
    sz_decimal_div_round ((SzWide)average->sum_x100 * MONTHS_A_YEAR, average->known_months,
                          &average->average_x100, NULL);
  if (average->months > 0)
    sz_decimal_div_round ((SzWide)average->sum_x100 * MONTHS_A_YEAR, average->months,
                          &average->least_x100, NULL);
}

/* Half a year for each 15 April and 15 October on which one of the roles was held. */
int
sz_title_adviser (const SzCareer *career, char *const *roles, SzDate since, SzDate cutoff)
{
  static const int months[] = { 4, 10 };
  int first = G_MAXINT;
  int half_years = 0;

  g_return_val_if_fail (career != NULL, 0);

  for (gsize i = 0; i < career->n_roles; i++)
    first = MIN (first, sz_date_year (career->roles[i].from));
  for (int year = first; year <= sz_date_year (cutoff); year++)
    for (gsize m = 0; m < G_N_ELEMENTS (months); m++)
      {
        const SzDate day = sz_date_make (year, months[m], DECISIVE_DAY);
        gboolean held = FALSE;

        if (day > cutoff || day < since)
          continue;
        for (gsize i = 0; i < career->n_roles && !held; i++)
          held = sz_word_in ((const char *const *)roles, career->roles[i].role)
                 && sz_span_covers (career->roles[i].from, career->roles[i].to, day);
        half_years += held;
      }
  return half_years;
}

/* RULE ttl-10: of the target of level 员级 there is none. */
SzDate
sz_title_start_below (const SzTitleQuestion *question, const SzCareer *career, int level)
{
  SzTitleYears years;

  g_return_val_if_fail (question != NULL && career != NULL, SZ_DATE_NONE);
  if (level <= 1)
    return SZ_DATE_NONE;
  sz_title_years (career, question->rules, level - 1, question->cutoff, question->assess_to,
                  &years);
  return years.start;
}
