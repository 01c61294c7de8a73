/* sz-target.c — how far a target is reached on a day 目标进度 (RULE tgt-1, tgt-11)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-target.h"

#include "sz-decimal.h"
#include "sz-percent.h"

static const struct
{
  const char *word;
  const char *name;
} states[SZ_N_TARGET_STATES] = {
  { "no_data", "无数据" }, { "no_target", "未下达" }, { "met", "已完成" },   { "missed", "未完成" },
  { "behind", "滞后" },    { "on_track", "正常" },    { "below", "未达标" }, { "open", "进行中" },
};

gint64
sz_target_needed (SzIndicatorKind kind, gint64 goal, gint64 base)
{
  gint64 needed = goal;

  if (kind == SZ_INDICATOR_RATIO
      && !sz_decimal_div_ceil ((SzWide)goal * base, SZ_RATIO_ONE, &needed, NULL))
    needed = G_MAXINT64;
  return needed;
}

SzDate
sz_target_deadline (const SzDate *deadlines, gsize n, SzDate day)
{
  g_return_val_if_fail (deadlines != NULL || n == 0, SZ_DATE_NONE);
  for (gsize i = 0; i < n; i++)
    if (deadlines[i] >= day)
      return deadlines[i];
  return n > 0 ? deadlines[n - 1] : SZ_DATE_NONE;
}

SzDate
sz_target_day (int year, SzDate today)
{
  if (year < sz_date_year (today))
    return sz_date_make (year, 12, 31);
  return year > sz_date_year (today) ? sz_date_make (year, 1, 1) : sz_date_first_day (today);
}

/* value × days of the year < share × needed × day of the year */
static gboolean
lags (const SzTargetQuestion *question, const SzTargetFigures *figures)
{
  gint32 first = sz_date_days (sz_date_make (question->year, 1, 1));
  gint32 days = sz_date_days (sz_date_make (question->year, 12, 31)) - first + 1;
  gint32 day = sz_date_days (question->day) - first + 1;

  return (SzWide)figures->reading.value * days * SZ_RATIO_ONE
         < (SzWide)question->warn_share_x1e4 * figures->needed * day;
}

static SzTargetState
find_state (const SzTargetQuestion *question, const SzTargetFigures *figures)
{
  if (!figures->reading.known)
    return SZ_TARGET_NO_DATA;
  if (!figures->has_needed)
    return SZ_TARGET_NO_TARGET;
  if (figures->reading.value >= figures->needed)
    return SZ_TARGET_MET;
  if (question->kind == SZ_INDICATOR_COUNT)
    {
      if (question->day == sz_date_make (question->year, 12, 31))
        return SZ_TARGET_MISSED;
      return question->by_pace && lags (question, figures) ? SZ_TARGET_BEHIND : SZ_TARGET_ON_TRACK;
    }
  if (question->kind == SZ_INDICATOR_RATIO && question->n_deadlines > 0
      && question->day < question->deadlines[0])
    return SZ_TARGET_OPEN;
  return SZ_TARGET_BELOW;
}

/* RULE tgt-11 */
void
sz_target_judge (const SzTargetQuestion *question, SzTargetFigures *figures)
{
  const gboolean is_ratio = question->kind == SZ_INDICATOR_RATIO;

  g_return_if_fail (question != NULL && figures != NULL);
  *figures = (SzTargetFigures){ .from_register = question->in_register };
  figures->reading = question->in_register ? question->register_reading : question->entries_reading;
  if (is_ratio && figures->reading.base == 0)
    figures->reading = (SzReading){ FALSE, 0, 0 };
  figures->has_needed = question->has_goal && (!is_ratio || figures->reading.known);
  if (figures->has_needed)
    figures->needed = sz_target_needed (question->kind, question->goal, figures->reading.base);
  figures->has_rate
      = is_ratio && figures->reading.known
        && sz_percent (figures->reading.value, figures->reading.base, &figures->rate_x100);
  figures->has_gap = figures->has_needed && figures->reading.known;
  if (figures->has_gap)
    {
      figures->gap = MAX (0, figures->needed - figures->reading.value);
      figures->has_completion
          = sz_percent (figures->reading.value, figures->needed, &figures->completion_x100);
    }
  figures->deadline
      = sz_target_deadline (question->deadlines, question->n_deadlines, question->day);
  figures->state = find_state (question, figures);
}

const char *
sz_target_state_word (SzTargetState state)
{
  return states[state].word;
}

const char *
sz_target_state_name (SzTargetState state)
{
  return states[state].name;
}
