/* sz-leave.c — leave 请假: kinds, spans as people write them, months away
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-leave.h"

#include <string.h>

#include "sz-error.h"
#include "sz-text.h"

/* A day, not a month alone. */
static gboolean
parse_day (const char *text, SzDate *day)
{
  return sz_date_parse (text, day, NULL) && !sz_date_is_month (*day);
}

/* The second date of a span, which may leave out its year, or year and month. */
static gboolean
parse_second (const char *text, SzDate first, SzDate *day)
{
  const int year = sz_date_year (first);
  const int month = sz_date_month_of_year (first);
  g_autofree char *folded = sz_text_squeeze (text);
  static const char *const marks[] = { "-", ".", "/", "年" };

  if (parse_day (folded, day))
    return TRUE;
  for (gsize i = 0; i < G_N_ELEMENTS (marks); i++)
    {
      g_autofree char *whole = g_strdup_printf ("%d%s%s", year, marks[i], folded);

      if (parse_day (whole, day))
        return TRUE;
    }
  for (int i = 0; i < 2; i++)
    {
      g_autofree char *whole = i == 0 ? g_strdup_printf ("%d-%d-%s", year, month, folded)
                                      : g_strdup_printf ("%d年%d月%s", year, month, folded);

      if (parse_day (whole, day))
        return TRUE;
    }
  return FALSE;
}

/* Splits at the first mark of @marks that stands in @text; marks in a row are one (——). */
static gboolean
split_at (const char *text, const char *const *marks, char **left, char **right)
{
  const char *found = NULL;
  const char *rest;

  for (gsize i = 0; marks[i] != NULL; i++)
    {
      const char *at = strstr (text, marks[i]);

      if (at != NULL && (found == NULL || at < found))
        found = at;
    }
  if (found == NULL)
    return FALSE;
  rest = found;
  for (gboolean more = TRUE; more;)
    {
      more = FALSE;
      for (gsize i = 0; marks[i] != NULL; i++)
        if (g_str_has_prefix (rest, marks[i]))
          {
            rest += strlen (marks[i]);
            more = TRUE;
          }
    }
  *left = g_strndup (text, (gsize)(found - text));
  *right = g_strdup (rest);
  return TRUE;
}

gboolean
sz_leave_parse_span (const char *text, SzDate *from, SzDate *to, GError **error)
{
  static const char *const sure[] = { "至", "到", "—", "–", "~", "～", NULL };
  static const char *const wide[] = { "－", NULL };
  static const char *const hyphen[] = { "-", NULL };
  const char *const *const marks[] = { sure, wide, hyphen };

  g_return_val_if_fail (from != NULL && to != NULL, FALSE);

  for (gsize i = 0; text != NULL && i < G_N_ELEMENTS (marks); i++)
    {
      g_autofree char *left = NULL;
      g_autofree char *right = NULL;

      if (split_at (text, marks[i], &left, &right) && parse_day (left, from)
          && parse_second (right, *from, to))
        return TRUE;
    }
  return sz_error_set (error, SZ_ERROR_FORMAT, "date.invalid", "value", text, NULL);
}

/* RULE pay-19 */
SzLeaveEnd
sz_leave_end (SzDate from, SzDate *to, SzDate back)
{
  g_return_val_if_fail (to != NULL, SZ_LEAVE_END_FAULTY);

  if (back == SZ_DATE_NONE)
    return SZ_LEAVE_END_PLANNED;
  if (back <= from)
    return SZ_LEAVE_END_FAULTY;
  if (back <= *to)
    {
      *to = sz_date_add_days (back, -1);
      return SZ_LEAVE_END_EARLY;
    }
  return sz_date_days (back) - sz_date_days (*to) > 1 ? SZ_LEAVE_END_OVERSTAYED
                                                      : SZ_LEAVE_END_PLANNED;
}

gboolean
sz_leaves_overlap (const SzLeave *a, const SzLeave *b)
{
  g_return_val_if_fail (a != NULL && b != NULL, FALSE);
  return a->kind != SZ_LEAVE_SECONDED && b->kind != SZ_LEAVE_SECONDED && a->from <= b->to
         && b->from <= a->to;
}

int
sz_leave_count_days (SzDate from, SzDate to)
{
  return from <= to ? sz_date_days (to) - sz_date_days (from) + 1 : 0;
}

gboolean
sz_leave_count_workdays (
    const SzCalendar *calendar, SzDate from, SzDate to, int *days, GError **error)
{
  g_return_val_if_fail (calendar != NULL && days != NULL, FALSE);

  *days = 0;
  for (SzDate day = from; day <= to; day = sz_date_add_days (day, 1))
    {
      gboolean working = FALSE;

      if (!sz_calendar_is_workday (calendar, day, &working, error))
        return FALSE;
      *days += working ? 1 : 0;
    }
  return TRUE;
}

/* Whether @day lies in one of the leaves that count. */
static gboolean
is_away (const SzLeave *leaves, gsize n, guint kinds, SzDate day)
{
  for (gsize i = 0; i < n; i++)
    if ((kinds >> leaves[i].kind & 1) != 0 && leaves[i].from <= day && day <= leaves[i].to)
      return TRUE;
  return FALSE;
}

static gboolean
is_away_whole_month (const SzLeave *leaves,
                     gsize n_leaves,
                     guint kinds,
                     const SzService *services,
                     gsize n_services,
                     SzMonth month)
{
  SzDate last = sz_month_last_day (month);
  gboolean served = FALSE;

  for (SzDate day = sz_month_first_day (month); day <= last; day = sz_date_add_days (day, 1))
    {
      gboolean in_service = FALSE;

      for (gsize i = 0; i < n_services && !in_service; i++)
        in_service = sz_service_covers (&services[i], day);
      if (in_service && !is_away (leaves, n_leaves, kinds, day))
        return FALSE;
      served |= in_service;
    }
  return served;
}

SzMonthSet
sz_leave_months (const SzLeave *leaves,
                 gsize n_leaves,
                 guint kinds,
                 const SzService *services,
                 gsize n_services,
                 SzDate from,
                 SzDate to)
{
  SzMonthSet set = 0;
  int n = sz_months_of_period (from, to);

  g_return_val_if_fail (leaves != NULL || n_leaves == 0, 0);
  g_return_val_if_fail (services != NULL || n_services == 0, 0);
  if (n_leaves == 0 || kinds == 0)
    return 0;
  for (int i = 0; i < n; i++)
    if (is_away_whole_month (leaves, n_leaves, kinds, services, n_services,
                             sz_date_month (from) + i))
      set |= (SzMonthSet)1 << i;
  return set;
}
