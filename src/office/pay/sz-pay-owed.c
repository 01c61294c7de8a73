/* sz-pay-owed.c — what people still owe from runs that were paid
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-pay-owed.h"

#include "sz-store-pay-book.h"

/* Owed is what was due and not paid, Σ (due − actual) ≤ 0, and what was handed in since. */
typedef struct
{
  GHashTable *places;
  SzMoney *owed_fen;
} Sum;

static gboolean
add_net_cb (const SzPayNetRow *row, gpointer user_data, GError **error)
{
  Sum *sum = user_data;
  guint place = GPOINTER_TO_UINT (g_hash_table_lookup (sum->places, &row->person_id));

  return place == 0
         || sz_money_add (sum->owed_fen[place - 1], row->net.due_fen - row->net.actual_fen,
                          &sum->owed_fen[place - 1], error);
}

static gboolean
add_collection_cb (gconstpointer data, gpointer user_data, GError **error)
{
  const SzPayCollection *row = data;
  Sum *sum = user_data;
  guint place = GPOINTER_TO_UINT (g_hash_table_lookup (sum->places, &row->person_id));

  return place == 0
         || sz_money_add (sum->owed_fen[place - 1], row->amount_fen, &sum->owed_fen[place - 1],
                          error);
}

gboolean
sz_pay_owed_read (SzStore *store, GHashTable *places, SzMoney *owed_fen, GError **error)
{
  Sum sum = { places, owed_fen };

  g_return_val_if_fail (store != NULL && places != NULL && owed_fen != NULL, FALSE);
  return sz_store_pay_nets_each (store, NULL, add_net_cb, &sum, error)
         && sz_store_pay_collection_each (store, SZ_ROWS_ALL, add_collection_cb, &sum, error);
}
