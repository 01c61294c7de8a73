/* sz-pay-collect.c — who still owes from runs that were paid, and what was handed in
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-pay-collect.h"

#include <string.h>

#include "sz-office-act.h"
#include "sz-pay-owed.h"
#include "sz-store-pay-book.h"
#include "sz-store-people.h"

static void
owed_cleared_cb (gpointer data)
{
  SzOwed *owed = data;

  g_free (owed->staff_no);
  g_free (owed->name);
}

/* Everybody who was ever paid, in the order of the first payment. */
typedef struct
{
  GHashTable *places; /* person id → place + 1 */
  GArray *people;     /* of SzOwed */
} Everybody;

static gboolean
note_person_cb (const SzPayNetRow *row, gpointer user_data, GError **error)
{
  Everybody *all = user_data;
  guint place = GPOINTER_TO_UINT (g_hash_table_lookup (all->places, &row->person_id));
  SzOwed made = { 0 };

  (void)error;
  if (place == 0)
    {
      made.staff_no = g_strdup (row->staff_no);
      made.name = g_strdup (row->name);
      g_array_append_val (all->people, made);
      place = all->people->len;
      g_hash_table_insert (all->places, g_memdup2 (&row->person_id, sizeof row->person_id),
                           GUINT_TO_POINTER (place));
    }
  if (row->net.owed_after_fen < 0)
    g_array_index (all->people, SzOwed, place - 1).run = row->run_id;
  return TRUE;
}

static int
compare_owed_cb (gconstpointer a, gconstpointer b)
{
  return strcmp (((const SzOwed *)a)->staff_no, ((const SzOwed *)b)->staff_no);
}

GArray *
sz_view_pay_owed (SzOffice *office, GError **error)
{
  g_autoptr (GHashTable) places = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  g_autoptr (GArray) people = g_array_new (FALSE, TRUE, sizeof (SzOwed));
  g_autofree SzMoney *owed_fen = NULL;
  Everybody all = { places, people };
  SzStore *store;

  g_array_set_clear_func (people, owed_cleared_cb);
  g_return_val_if_fail (SZ_IS_OFFICE (office), NULL);
  store = sz_office_get_store (office);
  if (!sz_store_pay_nets_each (store, NULL, note_person_cb, &all, error))
    return NULL;
  owed_fen = g_new0 (SzMoney, people->len + 1);
  if (!sz_pay_owed_read (store, places, owed_fen, error))
    return NULL;
  for (guint i = people->len; i-- > 0;)
    {
      g_array_index (people, SzOwed, i).owed_fen = owed_fen[i];
      if (owed_fen[i] >= 0)
        g_array_remove_index (people, i);
    }
  g_array_sort (people, compare_owed_cb);
  return g_steal_pointer (&people);
}

typedef struct
{
  const SzCollect *collect;
  SzMoney owed_fen;
} Job;

static gboolean
find_number (SzStore *store, gint64 person_id, gint64 *n, GError **error)
{
  g_autoptr (GArray) rows
      = sz_store_pay_collection_list (store, (SzRowFilter){ 0, person_id, 0 }, error);

  *n = 1;
  for (guint i = 0; rows != NULL && i < rows->len; i++)
    *n = MAX (*n, g_array_index (rows, SzPayCollection, i).n + 1);
  return rows != NULL;
}

static gboolean
collect_from (SzAct *act, json_t *summary, gpointer user_data, GError **error)
{
  Job *job = user_data;
  const SzCollect *collect = job->collect;
  SzStore *store = sz_act_get_store (act);
  g_autoptr (GError) fault = NULL;
  g_autoptr (SzPersonFile) file = sz_store_person_by_staff_no (store, collect->staff_no, &fault);
  g_autoptr (GHashTable) places = g_hash_table_new (g_int64_hash, g_int64_equal);
  g_auto (SzPayCollection) row = { 0 };
  SzPutResult result;

  if (fault != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&fault));
      return FALSE;
    }
  if (file == NULL)
    return sz_error_set (error, SZ_ERROR_REFUSED, "person.unknown", "staff_no", collect->staff_no,
                         NULL);
  g_hash_table_insert (places, &file->person.id, GUINT_TO_POINTER (1));
  if (!sz_pay_owed_read (store, places, &job->owed_fen, error))
    return FALSE;
  if (collect->amount_fen <= 0 || collect->amount_fen > -job->owed_fen)
    {
      g_autofree char *owed = sz_money_format (-job->owed_fen);
      g_autofree char *amount = sz_money_format (collect->amount_fen);

      return sz_error_set (error, SZ_ERROR_REFUSED, "collect.too_much", "owed", owed, "amount",
                           amount, NULL);
    }
  row.person_id = file->person.id;
  row.day = collect->on;
  row.amount_fen = collect->amount_fen;
  row.document = g_strdup (collect->document);
  job->owed_fen += collect->amount_fen;
  json_object_set_new (summary, "staff_no", json_string (collect->staff_no));
  return find_number (store, row.person_id, &row.n, error)
         && sz_store_pay_collection_put (act, &row, SZ_PUT_INSERT, &result, error);
}

gboolean
sz_office_pay_collect (SzOffice *office,
                       const SzCollect *collect,
                       SzMoney *owed_fen,
                       GError **error)
{
  Job job = { collect, 0 };

  g_return_val_if_fail (SZ_IS_OFFICE (office) && collect != NULL && owed_fen != NULL, FALSE);
  if (!sz_office_run (office, &(SzActHead){ .kind = "pay.collect" }, collect_from, &job, NULL,
                      error))
    return FALSE;
  *owed_fen = job.owed_fen;
  return TRUE;
}
