/* sz-view-overview.c — what a director sees at one glance (RULE aud-8)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-view-overview.h"

#include <string.h>

#include "sz-case-tables.h"
#include "sz-post-day.h"
#include "sz-store-case.h"
#include "sz-total-act.h"
#include "sz-view-due.h"
#include "sz-view-findings.h"
#include "sz-view-targets.h"
#include "sz-watch-book.h"

static void
count_people (SzOverview *overview, const SzWatchBook *book)
{
  for (guint i = 0; i < book->people->len; i++)
    {
      const SzPersonState *state = &g_array_index (book->people, SzWatchPerson, i).state;

      if (!state->in_service)
        continue;
      overview->in_service++;
      overview->own_staff += state->employment == SZ_EMPLOYMENT_ESTABLISHED
                             || state->employment == SZ_EMPLOYMENT_AGENCY;
    }
}

static gboolean
weigh_day_cb (const SzQuotaDay *day, gpointer user_data, GError **error)
{
  SzOverview *overview = user_data;

  if (day->date == overview->day)
    overview->quota = *day;
  if (overview->worst.date == SZ_DATE_NONE || day->available_x1e4 < overview->worst.available_x1e4)
    overview->worst = *day;
  return TRUE;
}

/* What `posts` says of each band. */
static gboolean
count_posts (SzOverview *overview, SzOffice *office, GError **error)
{
  g_autoptr (SzPostDay) day = sz_post_day (office, overview->day, NULL, error);

  if (day == NULL)
    return FALSE;
  overview->bands = g_array_new (FALSE, TRUE, sizeof (SzOverviewBand));
  for (int i = 0; i < SZ_N_PLACE_BANDS; i++)
    {
      const SzPlaceBand *band = &sz_place_bands ()[i];
      SzOverviewBand sums = { band->name, 0, 0 };

      if (!sz_structure_tells (&day->structure, band))
        continue;
      for (SzPlace place = band->first; place <= band->last; place++)
        {
          sums.approved += day->structure.approved[place];
          sums.occupied += day->structure.occupied[place];
        }
      g_array_append_val (overview->bands, sums);
    }
  return TRUE;
}

static gboolean
read_targets (SzOverview *overview, SzWatchBook *book, GError **error)
{
  g_autoptr (SzTargetsView) view
      = sz_targets_view_of (book, sz_date_year (overview->day), overview->day, error);
  const SzTargetLine *training;

  if (view == NULL)
    return FALSE;
  for (guint i = 0; i < view->lines->len; i++)
    overview->targets[g_array_index (view->lines, SzTargetLine, i).figures.state]++;
  training = sz_targets_view_find (view, "training");
  overview->has_training = training->figures.reading.known;
  overview->training_value = training->figures.reading.value;
  overview->has_training_needed = training->figures.has_needed;
  overview->training_needed = training->figures.needed;
  return TRUE;
}

static gboolean
read_pay (SzOverview *overview, SzOffice *office, GError **error)
{
  g_autoptr (SzTotalView) total = sz_office_total (office, sz_date_year (overview->day), error);
  g_autoptr (GHashTable) states
      = sz_store_case_states (sz_office_get_store (office), sz_case_pay_run.kind, error);
  GHashTableIter iter;
  gpointer state;

  if (total == NULL || states == NULL)
    return FALSE;
  overview->pay_year = total->year;
  overview->r_fen = total->total.r_fen;
  overview->has_cap = total->total.has_cap;
  overview->cap_fen = total->total.cap_fen;
  overview->within_cap = total->total.within_cap;
  overview->runs = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_hash_table_iter_init (&iter, states);
  while (g_hash_table_iter_next (&iter, NULL, &state))
    {
      guint n = GPOINTER_TO_UINT (g_hash_table_lookup (overview->runs, state));

      g_hash_table_insert (overview->runs, g_strdup (state), GUINT_TO_POINTER (n + 1));
    }
  overview->has_pay = total->has_ledger || g_hash_table_size (overview->runs) > 0;
  return TRUE;
}

static gboolean
read_lists (SzOverview *overview, SzOffice *office, GError **error)
{
  g_autoptr (SzFindingsView) findings = sz_view_findings (office, &SZ_FINDINGS_STANDING, error);
  g_autoptr (SzDueView) due
      = findings != NULL ? sz_view_due (office, overview->day, 0, error) : NULL;

  if (due == NULL)
    return FALSE;
  memcpy (overview->findings, findings->standing, sizeof overview->findings);
  overview->due_days = due->days;
  overview->due_total = due->items->len;
  for (guint i = 0; i < due->items->len; i++)
    {
      const SzDue *item = &g_array_index (due->items, SzDue, i);

      overview->due_kinds[item->kind]++;
      overview->due_overdue += item->date < overview->day ? 1 : 0;
    }
  return TRUE;
}

static gboolean
read_quota (SzOverview *overview, SzOffice *office, SzWatchBook *book, GError **error)
{
  if (!sz_quota_each (office, overview->day,
                      sz_date_add_days (overview->day, book->rules->horizon_days), weigh_day_cb,
                      overview, error))
    return FALSE;
  overview->full_time = overview->quota.full_time;
  return TRUE;
}

static gboolean
read_parts (SzOverview *overview, SzOffice *office, guint parts, GError **error)
{
  const guint of_book = (parts & SZ_OVERVIEW_TARGETS) != 0  ? SZ_BOOK_ALL
                        : (parts & SZ_OVERVIEW_PEOPLE) != 0 ? SZ_BOOK_PEOPLE
                                                            : 0;
  g_autoptr (SzWatchBook) book = sz_watch_book_open (office, overview->day, of_book, error);

  if (book == NULL)
    return FALSE;
  if ((parts & SZ_OVERVIEW_PEOPLE) != 0)
    count_people (overview, book);
  return ((parts & SZ_OVERVIEW_QUOTA) == 0 || read_quota (overview, office, book, error))
         && ((parts & SZ_OVERVIEW_POSTS) == 0 || count_posts (overview, office, error))
         && ((parts & SZ_OVERVIEW_TARGETS) == 0 || read_targets (overview, book, error))
         && ((parts & SZ_OVERVIEW_PAY) == 0 || read_pay (overview, office, error))
         && ((parts & SZ_OVERVIEW_LISTS) == 0 || read_lists (overview, office, error));
}

SzOverview *
sz_view_overview (SzOffice *office, SzDate day, guint parts, GError **error)
{
  g_autoptr (SzOverview) overview = NULL;
  SzStore *store;
  gboolean read;

  g_return_val_if_fail (SZ_IS_OFFICE (office), NULL);
  overview = g_new0 (SzOverview, 1);
  overview->day = sz_date_first_day (day);
  store = sz_office_get_store (office);
  if (!sz_store_begin_read (store, error))
    return NULL;
  read = read_parts (overview, office, parts, error);
  sz_store_end_read (store);
  return read ? g_steal_pointer (&overview) : NULL;
}

void
sz_overview_free (SzOverview *overview)
{
  if (overview == NULL)
    return;
  g_clear_pointer (&overview->bands, g_array_unref);
  g_clear_pointer (&overview->runs, g_hash_table_unref);
  g_free (overview);
}
