/* sz-recruit-desk.c — a plan of recruitment as a screen shows it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-recruit-desk.h"

#include <string.h>

#include "sz-calendar-book.h"
#include "sz-recruit-act.h"

static void
clear_desk (gpointer data)
{
  SzRecruitDesk *desk = data;

  g_strfreev (desk->plans);
  g_clear_pointer (&desk->ties, g_array_unref);
  sz_recruit_book_free (desk->book);
  g_clear_pointer (&desk->cards, g_array_unref);
  sz_score_log_free (desk->log);
  g_clear_pointer (&desk->calendar, sz_calendar_free);
}

SzRecruitDesk *
sz_recruit_desk_ref (SzRecruitDesk *desk)
{
  g_return_val_if_fail (desk != NULL, NULL);
  return g_atomic_rc_box_acquire (desk);
}

void
sz_recruit_desk_unref (SzRecruitDesk *desk)
{
  if (desk != NULL)
    g_atomic_rc_box_release_full (desk, clear_desk);
}

/* Working days that are left; a year without calendar counts none. */
static int
count_days (const SzCalendar *calendar, SzDate from, SzDate to)
{
  int days = 0;

  for (SzDate day = from; day <= to; day = sz_date_add_days (day, 1))
    {
      gboolean working = FALSE;

      if (!sz_calendar_is_workday (calendar, day, &working, NULL))
        return 0;
      days += working ? 1 : 0;
    }
  return days;
}

/* RULE rec-19: what the next step waits for is there: a notice is over, nobody waits for a
 * decision, all are marked, as many are proposed as there are places. */
static gboolean
is_due (const SzRecruitPost *post, const SzRecruitCard *card, SzDate day)
{
  if (card->has_notice)
    return card->notice.to < day;
  if (strcmp (post->state, "screening") == 0)
    return post->registered > 0 && post->undecided == 0;
  if (strcmp (post->state, "exam") == 0)
    return post->entries->len > 0 && post->summary.n_pending == 0 && !post->selection.blocked;
  return strcmp (post->state, "check") == 0 && post->places > 0
         && post->selection.n_proposed >= (guint)post->places;
}

guint
sz_recruit_desk_waiting (const SzRecruitDesk *desk)
{
  guint waiting = 0;

  g_return_val_if_fail (desk != NULL, 0);
  for (guint i = 0; i < desk->cards->len; i++)
    {
      const SzRecruitCard *card = &g_array_index (desk->cards, SzRecruitCard, i);

      waiting += card->risks + (card->due ? 1 : 0);
    }
  return waiting;
}

static gboolean
add_cards (SzRecruitDesk *desk, SzOffice *office, GError **error)
{
  const int year = sz_date_year (desk->day);
  g_autoptr (GArray) risks
      = (desk->calendar = sz_calendar_book_load (office, error)) != NULL
            ? sz_recruit_risks (office, desk->book->plan.code, sz_date_make (year, 1, 1),
                                sz_date_make (year, 12, 31), error)
            : NULL;

  if (risks == NULL)
    return FALSE;
  for (guint i = 0; i < desk->book->posts->len; i++)
    {
      const SzRecruitPost *post = g_ptr_array_index (desk->book->posts, i);
      SzRecruitCard card = { 0 };

      card.has_notice = sz_recruit_post_notice (post, &card.notice);
      if (card.has_notice)
        card.days_left
            = count_days (desk->calendar, MAX (desk->day, card.notice.from), card.notice.to);
      for (guint j = 0; j < risks->len; j++)
        card.risks
            += g_strcmp0 (g_array_index (risks, SzRecruitRisk, j).post, post->row->code) == 0;
      card.due = is_due (post, &card, desk->day);
      g_array_append_val (desk->cards, card);
    }
  return TRUE;
}

SzRecruitDesk *
sz_recruit_desk_open (SzOffice *office, const char *plan, SzDate day, GError **error)
{
  g_autoptr (SzRecruitDesk) desk = NULL;
  guint n;

  g_return_val_if_fail (SZ_IS_OFFICE (office), NULL);
  desk = g_atomic_rc_box_new0 (SzRecruitDesk);
  desk->day = day;
  desk->cards = g_array_new (FALSE, FALSE, sizeof (SzRecruitCard));
  desk->plans = sz_recruit_plans (office, error);
  if (desk->plans == NULL)
    return NULL;
  n = g_strv_length (desk->plans);
  if (n == 0)
    return g_steal_pointer (&desk);
  if (plan == NULL || !g_strv_contains ((const char *const *)desk->plans, plan))
    plan = desk->plans[n - 1];
  desk->book = sz_recruit_book_load (office, plan, error);
  desk->log = desk->book != NULL ? sz_score_log_load (office, plan, error) : NULL;
  desk->ties = desk->log != NULL ? sz_judge_ties (office, desk->book, error) : NULL;
  return desk->ties != NULL && add_cards (desk, office, error) ? g_steal_pointer (&desk) : NULL;
}
