/* sz-pay-net-taken.c — what comes off a payment besides tax, each once (RULE pay-12, pay-16)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <string.h>

#include "sz-pay-net-act-private.h"
#include "sz-store-total.h"

static int
find_place (const SzNetWork *net, gint64 person_id)
{
  return (int)GPOINTER_TO_UINT (g_hash_table_lookup (net->lines, &person_id)) - 1;
}

/* A run that was paid: which months of its period it covers. */
typedef struct
{
  SzNetWork *net;
  SzMonthSet months; /* bits of this run's period */
} Cover;

static gboolean
cover_person_cb (const SzPayNetRow *row, gpointer user_data, GError **error)
{
  Cover *cover = user_data;
  SzMonthSet *set = g_hash_table_lookup (cover->net->covered, &row->person_id);

  (void)error;
  if (find_place (cover->net, row->person_id) < 0)
    return TRUE;
  if (set == NULL)
    {
      set = g_new0 (SzMonthSet, 1);
      g_hash_table_insert (cover->net->covered, g_memdup2 (&row->person_id, sizeof row->person_id),
                           set);
    }
  *set |= cover->months;
  return TRUE;
}

/* RULE pay-16: an advance belongs to the first paid run whose period covers its month and in which
 * the person has a line. */
static gboolean
cover_months (SzNetWork *net, const GArray *runs, GError **error)
{
  const SzScheme *scheme = net->run->scheme;

  net->covered = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);
  for (guint i = 0; i < runs->len; i++)
    {
      const SzPayRun *other = &g_array_index (runs, SzPayRun, i);
      g_auto (SzPayLife) life = { 0 };
      Cover cover = { net, 0 };

      if (strcmp (other->state, "paid") != 0 || other->id == net->view->run
          || other->from > scheme->to || other->to < scheme->from)
        continue;
      if (!sz_store_pay_life_of (net->store, other->id, &life, error))
        return FALSE;
      if (life.corrects != 0 || *life.nets_hash == '\0')
        continue;
      cover.months
          = sz_months_in (SZ_MONTHS_COUNT, other->from, other->to, scheme->from, scheme->to);
      if (!sz_store_pay_nets_each (net->store, &life, cover_person_cb, &cover, error))
        return FALSE;
    }
  return TRUE;
}

/* The place of a person from whom the figure of this month is still to be taken; −1: nobody. */
static int
find_taker (const SzNetWork *net, gint64 person_id, int year, int month)
{
  const SzScheme *scheme = net->run->scheme;
  int place = find_place (net, person_id);
  int index = sz_date_month (sz_date_make (year, month, 1)) - sz_date_month (scheme->from);
  const SzMonthSet *set;

  if (place < 0 || month < 1 || index < 0
      || index >= sz_months_of_period (scheme->from, scheme->to))
    return -1;
  set = g_hash_table_lookup (net->covered, &person_id);
  return set != NULL && (*set >> index & 1) != 0 ? -1 : place;
}

static gboolean
take_advance_cb (gconstpointer data, gpointer user_data, GError **error)
{
  const SzAdvanceRow *row = data;
  SzNetWork *net = user_data;
  int place = find_taker (net, row->person_id, row->year, row->month);

  return place < 0
         || sz_money_add (net->taken[place].advance_fen, row->amount_fen,
                          &net->taken[place].advance_fen, error);
}

static gboolean
take_withholding_cb (gconstpointer data, gpointer user_data, GError **error)
{
  const SzWithholdingRow *row = data;
  SzNetWork *net = user_data;
  int place = find_taker (net, row->person_id, row->year, row->month);

  return place < 0
         || (sz_money_add (net->taken[place].other_fen, row->other_fen,
                           &net->taken[place].other_fen, error)
             && sz_money_add (net->taken[place].withheld_fen, row->tax_fen,
                              &net->taken[place].withheld_fen, error));
}

/* RULE pay-12: differences of an approved correction `next` ride on the next run. */
static gboolean
take_rider (SzNetWork *net, const SzPayLife *life, GError **error)
{
  g_autoptr (SzPayDifferences) differences = sz_store_pay_differences_get (net->store, life, error);
  g_autoptr (GHashTable) settled
      = differences != NULL ? sz_store_pay_settled (net->store, life->run_id, error) : NULL;
  SzNetRider rider = { .run = life->run_id };

  if (settled == NULL)
    return FALSE;
  rider.people = g_array_new (FALSE, FALSE, sizeof (gint64));
  for (guint i = 0; i < differences->lines->len; i++)
    {
      const SzPayDifference *line = &g_array_index (differences->lines, SzPayDifference, i);
      int place = find_place (net, line->person_id);

      if (g_hash_table_contains (settled, &line->person_id))
        continue;
      rider.waiting++;
      if (place < 0)
        continue;
      net->taken[place].riding_fen += line->after_fen - line->before_fen;
      g_array_append_val (rider.people, line->person_id);
    }
  g_array_append_val (net->riders, rider);
  return TRUE;
}

static gboolean
take_riders (SzNetWork *net, const GArray *runs, GError **error)
{
  for (guint i = 0; i < runs->len; i++)
    {
      const SzPayRun *other = &g_array_index (runs, SzPayRun, i);
      g_auto (SzPayLife) life = { 0 };

      if (strcmp (other->state, "approved") != 0)
        continue;
      if (!sz_store_pay_life_of (net->store, other->id, &life, error))
        return FALSE;
      if (life.corrects != 0 && strcmp (life.settle, "next") == 0
          && !take_rider (net, &life, error))
        return FALSE;
    }
  return TRUE;
}

gboolean
sz_pay_net_take (SzNetWork *net, GError **error)
{
  g_autoptr (GArray) runs = NULL;

  g_return_val_if_fail (net != NULL && net->lines != NULL, FALSE);
  runs = sz_store_pay_list (net->store, error);
  return runs != NULL && cover_months (net, runs, error)
         && sz_store_advance_each (net->store, SZ_ROWS_ALL, take_advance_cb, net, error)
         && sz_store_withholding_each (net->store, SZ_ROWS_ALL, take_withholding_cb, net, error)
         && take_riders (net, runs, error);
}
