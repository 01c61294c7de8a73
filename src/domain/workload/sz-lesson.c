/* sz-lesson.c — lessons of a timetable 课表: on which days, in which periods 节次 (RULE wrk-6)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-lesson.h"

#include <string.h>

#include "sz-clock.h"
#include "sz-text.h"

#define DAYS_A_WEEK 7

SzPeriods
sz_periods_range (int first, int last)
{
  SzPeriods periods = 0;

  if (first < 1 || last < first || last > SZ_PERIODS_MAX)
    return 0;
  for (int i = first; i <= last; i++)
    periods |= (SzPeriods)1 << i;
  return periods;
}

/* 一 … 九, 十, 十一 …; 0: no number at *@text, which moves behind it. */
static int
read_chinese (const char **text)
{
  static const char *const digits[] = { "一", "二", "三", "四", "五", "六", "七", "八", "九" };
  int number = 0;

  if (g_str_has_prefix (*text, "十"))
    {
      number = 10;
      *text += strlen ("十");
    }
  for (int i = 0; i < (int)G_N_ELEMENTS (digits); i++)
    if (g_str_has_prefix (*text, digits[i]))
      {
        *text += strlen (digits[i]);
        return number + i + 1;
      }
  return number;
}

/* Digits of pairs, as the systems of teaching offices write them: 0102 is 1 and 2. */
static SzPeriods
read_pairs (const char *text, gsize length)
{
  SzPeriods periods = 0;

  for (gsize i = 0; i + 1 < length; i += 2)
    {
      int number = (text[i] - '0') * 10 + (text[i + 1] - '0');
      SzPeriods period = sz_periods_range (number, number);

      if (period == 0)
        return 0;
      periods |= period;
    }
  return periods;
}

static gsize
count_digits (const char *text)
{
  gsize length = 0;

  while (g_ascii_isdigit (text[length]))
    length++;
  return length;
}

/* A number of one or two digits, in either script; 0: none. */
static int
read_number (const char **text)
{
  gsize length = count_digits (*text);
  int number = 0;

  if (length == 0)
    return read_chinese (text);
  if (length > 2)
    return 0;
  for (gsize i = 0; i < length; i++)
    number = number * 10 + ((*text)[i] - '0');
  *text += length;
  return number;
}

static gboolean
skip_word (const char **text, const char *const *words)
{
  for (; *words != NULL; words++)
    if (g_str_has_prefix (*text, *words))
      {
        *text += strlen (*words);
        return TRUE;
      }
  return FALSE;
}

static const char *const dashes[] = { "-", "~", "–", "—", "～", "至", "到", NULL };

static SzPeriods
read_part (const char **text)
{
  static const char *const large[] = { "大节", NULL };
  gsize digits = count_digits (*text);
  int first;
  int last;

  if (digits > 2 && digits % 2 == 0)
    {
      SzPeriods periods = read_pairs (*text, digits);

      *text += digits;
      return periods;
    }
  first = last = read_number (text);
  if (skip_word (text, dashes))
    last = read_number (text);
  /* A large period is two. */
  if (skip_word (text, large) && first > 0)
    {
      first = 2 * first - 1;
      last = 2 * last;
    }
  return sz_periods_range (first, last);
}

static SzPeriods
find_name (const char *name, const SzPeriodName *names, gsize n)
{
  static const char *const evenings[] = { "晚自习", "晚自修", "夜间", NULL };

  for (gsize i = 0; i < n; i++)
    if (g_str_equal (names[i].name, name))
      return names[i].periods;
  return g_strv_contains (evenings, name) ? find_name ("晚上", names, n) : 0;
}

SzPeriods
sz_periods_parse (const char *text, const SzPeriodName *names, gsize n)
{
  static const char *const fillers[] = { "第", "节", "课", ",", "、", ";", "/", "+", " ", NULL };
  g_autofree char *folded = text != NULL ? sz_text_fold (text) : NULL;
  g_autofree char *name = sz_text_squeeze (text);
  const char *at = folded;
  SzPeriods periods = 0;

  periods = find_name (name, names, n);
  if (periods != 0)
    return periods;
  while (at != NULL && *at != '\0')
    {
      SzPeriods part;

      if (skip_word (&at, fillers))
        continue;
      part = read_part (&at);
      if (part == 0)
        return 0;
      periods |= part;
    }
  return periods;
}

/* RULE wrk-6 */
gboolean
sz_periods_clash (const char *one, const char *other, const SzPeriodName *names, gsize n)
{
  SzPeriods a = sz_periods_parse (one, names, n);
  SzPeriods b = sz_periods_parse (other, names, n);
  g_autofree char *name = sz_text_squeeze (one);
  g_autofree char *other_name = sz_text_squeeze (other);
  int from, to, other_from, other_to;

  if (one != NULL && other != NULL && sz_clock_parse (one, &from, &to)
      && sz_clock_parse (other, &other_from, &other_to))
    return from < other_to && other_from < to;
  if (a != 0 && b != 0)
    return (a & b) != 0;
  return *name != '\0' && g_str_equal (name, other_name);
}

int
sz_lesson_week (SzDate term_start, SzDate day)
{
  const int monday = sz_date_days (term_start) - (sz_date_weekday (term_start) - 1);
  const int days = sz_date_days (day) - monday;

  /* Floored, so that the week before the first one is 0. */
  return days >= 0 ? days / DAYS_A_WEEK + 1 : -((-days - 1) / DAYS_A_WEEK);
}

static gboolean
is_held_in (const SzLesson *lesson, int week)
{
  if (week < lesson->week_from || week > lesson->week_to)
    return FALSE;
  if (lesson->weeks == SZ_WEEKS_ALL)
    return TRUE;
  return (week % 2 != 0) == (lesson->weeks == SZ_WEEKS_ODD);
}

/* RULE wrk-6 */
gboolean
sz_lesson_held (const SzLesson *lesson, SzDate term_start, SzDate day)
{
  g_return_val_if_fail (lesson != NULL, FALSE);

  return sz_date_weekday (day) == lesson->weekday
         && is_held_in (lesson, sz_lesson_week (term_start, day));
}

int
sz_lesson_weeks (const SzLesson *lesson)
{
  int weeks = 0;

  g_return_val_if_fail (lesson != NULL, 0);
  for (int week = lesson->week_from; week <= lesson->week_to; week++)
    weeks += is_held_in (lesson, week) ? 1 : 0;
  return weeks;
}
