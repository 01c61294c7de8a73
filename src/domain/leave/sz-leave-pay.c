/* sz-leave-pay.c — what leave takes off basic pay 病事假扣发
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-leave-pay.h"

#include "sz-decimal.h"

#define YEARS_OF_WORK 10
#define SICK_MONTH_DAYS 30 /* `yearly`: so many sick days are a month */

/* One person under way. */
typedef struct
{
  const SzLeaveBook *book;
  const SzLeavePerson *person;
  SzIssueList *issues;
  GArray *lines;
  guint leave;     /* the one whose days are walked */
  SzDate spell;    /* first day of its spell */
  int sick_before; /* sick days of the calendar year before this leave's first day in it */
  gboolean said_base[12];
  gboolean said_start;
} Walk;

/* RULE pay-14: a later sick leave belongs to the spell when no working day lies between. */
static gboolean
goes_on (const SzCalendar *calendar, SzDate end, SzDate start, gboolean *on, GError **error)
{
  int between = 0;

  if (!sz_leave_count_workdays (calendar, sz_date_add_days (end, 1), sz_date_add_days (start, -1),
                                &between, error))
    return FALSE;
  *on = between == 0;
  return TRUE;
}

/* RULE pay-14: month k begins k − 1 months after the first day of the spell. */
static int
find_spell_month (SzDate spell, SzDate day)
{
  int month = sz_date_month (day) - sz_date_month (spell) + 1;

  return sz_date_add_months (spell, month - 1) <= day ? month : month - 1;
}

/* The part of basic pay that is paid on a sick day. */
static gint64
find_ratio (Walk *walk, SzDate day)
{
  const SzLeaveRules *rules = walk->book->rules;
  const SzSickTier *tier = rules->tiers;
  int past = sz_date_days (day)
             - sz_date_days (MAX (walk->person->leaves[walk->leave].from,
                                  sz_date_make (walk->book->year, 1, 1)));
  int month = rules->yearly ? (walk->sick_before + past) / SICK_MONTH_DAYS + 1
                            : find_spell_month (walk->spell, day);
  g_autofree char *text = NULL;

  while (tier->up_to != 0 && month > tier->up_to)
    tier++;
  if (walk->person->work_start != SZ_DATE_NONE)
    return sz_date_years_complete (walk->person->work_start, YEARS_OF_WORK, day) ? tier->from_x1e4
                                                                                 : tier->under_x1e4;
  if (tier != rules->tiers && !walk->said_start)
    {
      text = sz_date_format (day);
      sz_issue_list_add (walk->issues, SZ_SEVERITY_ERROR, "leave.work_start_missing", 0, NULL,
                         walk->person->staff_no, "staff_no", walk->person->staff_no, "date", text,
                         NULL);
      walk->said_start = TRUE;
    }
  return tier->under_x1e4;
}

static SzMoney
find_base (Walk *walk, int month)
{
  SzMoney base_fen = walk->person->base_fen[month - 1];
  g_autofree char *text = NULL;

  if (base_fen >= 0 || walk->said_base[month - 1])
    return base_fen;
  text = g_strdup_printf ("%d", month);
  sz_issue_list_add (walk->issues, SZ_SEVERITY_ERROR, "leave.base_missing", 0, NULL,
                     walk->person->staff_no, "staff_no", walk->person->staff_no, "month", text,
                     NULL);
  walk->said_base[month - 1] = TRUE;
  return base_fen;
}

/* Ends a row at @to and counts it out. */
static gboolean
add_line (Walk *walk, SzDate from, SzDate to, gint64 ratio_x1e4, GError **error)
{
  SzLeaveKind kind = walk->person->leaves[walk->leave].kind;
  SzLeaveLine line = { .leave = walk->leave,
                       .month = sz_date_month_of_year (from),
                       .from = from,
                       .to = to,
                       .days = sz_leave_count_days (from, to),
                       .ratio_x1e4 = ratio_x1e4,
                       .base_fen = -1 };
  int month_days = sz_date_day (sz_month_last_day (sz_date_month (from)));

  if (!sz_leave_count_workdays (walk->book->calendar, from, to, &line.working_days, error))
    return FALSE;
  if (kind == SZ_LEAVE_SICK || kind == SZ_LEAVE_PERSONAL || kind == SZ_LEAVE_ABSENT)
    line.base_fen = find_base (walk, line.month);
  if (line.base_fen >= 0 && kind == SZ_LEAVE_SICK)
    {
      if (!sz_decimal_div_round ((SzWide)line.base_fen * (SZ_RATIO_ONE - ratio_x1e4) * line.days,
                                 (SzWide)SZ_RATIO_ONE * month_days, &line.deduction_fen, error))
        return FALSE;
    }
  else if (line.base_fen >= 0)
    {
      if (!sz_decimal_div_round ((SzWide)line.base_fen * line.working_days * 100,
                                 walk->book->rules->day_base_x100, &line.deduction_fen, error))
        return FALSE;
      line.deduction_fen = MIN (line.deduction_fen, line.base_fen);
    }
  g_array_append_val (walk->lines, line);
  return TRUE;
}

/* The days of one leave in the year, cut where the month or the ratio changes. */
static gboolean
walk_leave (Walk *walk, GError **error)
{
  const SzLeave *leave = &walk->person->leaves[walk->leave];
  SzDate first = MAX (leave->from, sz_date_make (walk->book->year, 1, 1));
  SzDate last = MIN (leave->to, sz_date_make (walk->book->year, 12, 31));
  gboolean unpaid = leave->kind == SZ_LEAVE_PERSONAL || leave->kind == SZ_LEAVE_ABSENT;
  gint64 even_x1e4 = unpaid ? 0 : SZ_RATIO_ONE;
  SzDate begun = first;
  gint64 ratio_x1e4 = 0;

  for (SzDate day = first; day <= last; day = sz_date_add_days (day, 1))
    {
      gint64 today_x1e4 = leave->kind == SZ_LEAVE_SICK ? find_ratio (walk, day) : even_x1e4;

      if (day != first && (today_x1e4 != ratio_x1e4 || sz_date_day (day) == 1))
        {
          if (!add_line (walk, begun, sz_date_add_days (day, -1), ratio_x1e4, error))
            return FALSE;
          begun = day;
        }
      ratio_x1e4 = today_x1e4;
    }
  return first > last || add_line (walk, begun, last, ratio_x1e4, error);
}

gboolean
sz_leave_pay (const SzLeaveBook *book,
              const SzLeavePerson *person,
              SzIssueList *issues,
              GArray *lines,
              GError **error)
{
  Walk walk = { .book = book, .person = person, .issues = issues, .lines = lines };
  const SzLeave *sick = NULL;

  g_return_val_if_fail (book != NULL && person != NULL && issues != NULL && lines != NULL, FALSE);
  g_return_val_if_fail (book->rules->n_tiers > 0 && book->rules->day_base_x100 > 0, FALSE);

  for (walk.leave = 0; walk.leave < person->n_leaves; walk.leave++)
    {
      const SzLeave *leave = &person->leaves[walk.leave];
      gboolean on = FALSE;

      if (leave->kind == SZ_LEAVE_SICK)
        {
          if (sick != NULL && !goes_on (book->calendar, sick->to, leave->from, &on, error))
            return FALSE;
          if (!on)
            walk.spell = leave->from;
          sick = leave;
        }
      if (sz_date_year (leave->to) < book->year || sz_date_year (leave->from) > book->year)
        continue;
      if (!walk_leave (&walk, error))
        return FALSE;
      if (leave->kind == SZ_LEAVE_SICK)
        walk.sick_before
            += sz_leave_count_days (MAX (leave->from, sz_date_make (book->year, 1, 1)),
                                    MIN (leave->to, sz_date_make (book->year, 12, 31)));
    }
  return TRUE;
}
