/* sz-career.c — what titles, assessment and appointment ask of a person: facts with their sources
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-career.h"

#include <string.h>

#define TITLE_LEVELS 5

static const char *const level_names[TITLE_LEVELS + 1]
    = { "无", "员级", "助理级", "中级", "副高级", "正高级" };

void
sz_covered_add_year (guint64 *years, int year)
{
  g_return_if_fail (years != NULL);
  if (year >= SZ_COVERED_FIRST_YEAR && year < SZ_COVERED_FIRST_YEAR + 64)
    *years |= G_GUINT64_CONSTANT (1) << (year - SZ_COVERED_FIRST_YEAR);
}

gboolean
sz_covered_has_year (guint64 years, int year)
{
  return year >= SZ_COVERED_FIRST_YEAR && year < SZ_COVERED_FIRST_YEAR + 64
         && (years >> (year - SZ_COVERED_FIRST_YEAR) & 1) != 0;
}

gboolean
sz_span_covers (SzDate from, SzDate to, SzDate day)
{
  return sz_date_first_day (from) <= day && (to == SZ_DATE_NONE || day <= sz_date_first_day (to));
}

int
sz_whole_months (SzDate from, SzDate to)
{
  int months;

  from = sz_date_first_day (from);
  to = sz_date_first_day (to);
  if (to < from || from == SZ_DATE_NONE)
    return 0;
  months = sz_date_month (to) - sz_date_month (from);
  return sz_date_add_months (from, months) <= to ? months : months - 1;
}

int
sz_title_level (const char *code)
{
  const gsize length = code != NULL ? strlen (code) : 0;
  const int digit = length > 0 ? code[length - 1] - '0' : 0;

  return digit >= 1 && digit <= TITLE_LEVELS ? TITLE_LEVELS + 1 - digit : 0;
}

const char *
sz_title_level_name (int level)
{
  return level_names[CLAMP (level, 0, TITLE_LEVELS)];
}

int
sz_title_level_parse (const char *name)
{
  for (int level = 1; name != NULL && level <= TITLE_LEVELS; level++)
    if (g_str_equal (name, level_names[level]))
      return level;
  return 0;
}

/* RULE ppl-7 */
gboolean
sz_career_in_service (const SzCareer *career, SzDate day)
{
  g_return_val_if_fail (career != NULL, FALSE);
  for (gsize i = 0; i < career->n_services; i++)
    if (sz_service_covers (&career->services[i], day))
      return TRUE;
  return FALSE;
}

const SzRecord *
sz_career_at (const SzCareer *career, SzRecordField field, SzDate day)
{
  g_return_val_if_fail (career != NULL, NULL);
  return sz_record_at (career->records, career->n_records, field, day);
}

int
sz_career_employment (const SzCareer *career, SzDate day)
{
  const SzRecord *record = sz_career_at (career, SZ_RECORD_EMPLOYMENT, day);
  const SzCode *code
      = record != NULL ? sz_codes_by_code (SZ_TABLE_EMPLOYMENT, record->value) : NULL;

  return code != NULL ? code->value : SZ_EMPLOYMENT_UNSET;
}

SzPost
sz_career_post (const SzCareer *career, SzDate day)
{
  const SzRecord *record = sz_career_at (career, SZ_RECORD_POST, day);

  return record != NULL ? sz_post_from_code (record->value) : 0;
}

const char *
sz_career_title (const SzCareer *career, SzDate day)
{
  const SzRecord *record = sz_career_at (career, SZ_RECORD_TITLE, day);

  return record != NULL && sz_title_level (record->value) > 0 ? record->value : NULL;
}

gboolean
sz_career_is_full_time (const SzCareer *career, SzDate day)
{
  const SzRecord *record = sz_career_at (career, SZ_RECORD_FULL_TIME, day);

  return record != NULL && g_strcmp0 (record->value, "1") == 0;
}

gboolean
sz_career_in_student_affairs (const SzCareer *career, SzDate day)
{
  g_return_val_if_fail (career != NULL, FALSE);
  for (gsize i = 0; i < career->n_student_affairs; i++)
    if (sz_span_covers (career->student_affairs[i].from, career->student_affairs[i].to, day))
      return TRUE;
  return FALSE;
}

const SzGradeFact *
sz_career_grade (const SzCareer *career, int year)
{
  g_return_val_if_fail (career != NULL, NULL);
  for (gsize i = 0; i < career->n_grades; i++)
    if (career->grades[i].year == year)
      return &career->grades[i];
  return NULL;
}

const SzPaperFact *
sz_career_paper (const SzCareer *career, SzRecordField field, SzDate from)
{
  g_return_val_if_fail (career != NULL, NULL);
  for (gsize i = 0; i < career->n_papers; i++)
    if (career->papers[i].field == field
        && sz_date_first_day (career->papers[i].from) == sz_date_first_day (from))
      return &career->papers[i];
  return NULL;
}

gboolean
sz_word_in (const char *const *words, const char *word)
{
  for (gsize i = 0; words != NULL && words[i] != NULL; i++)
    if (g_strcmp0 (words[i], word) == 0)
      return TRUE;
  return FALSE;
}

/* Leaves stand in the order of their first days, so that one pass counts each day once. */
int
sz_career_leave_days (const SzCareer *career, const char *const *kinds, SzDate from, SzDate to)
{
  const gint32 last = sz_date_days (to);
  gint32 done = sz_date_days (from) - 1;
  int days = 0;

  g_return_val_if_fail (career != NULL, 0);
  for (gsize i = 0; i < career->n_leaves; i++)
    {
      const SzLeaveFact *leave = &career->leaves[i];
      const gint32 begins = MAX (sz_date_days (sz_date_first_day (leave->from)), done + 1);
      const gint32 ends = leave->to == SZ_DATE_NONE
                              ? last
                              : MIN (sz_date_days (sz_date_first_day (leave->to)), last);

      if (ends < begins || !sz_word_in (kinds, leave->kind))
        continue;
      days += ends - begins + 1;
      done = ends;
    }
  return days;
}
