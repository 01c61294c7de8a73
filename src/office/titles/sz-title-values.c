/* sz-title-values.c — what the office itself gives for the scores of a round: its `value` items
 * (RULE ttl-16)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-title-values.h"

#include "sz-decimal.h"
#include "sz-office-act.h"
#include "sz-store-people.h"
#include "sz-store-workload.h"
#include "sz-title-round-private.h"

static void
clear_value (gpointer data)
{
  SzTitleValue *value = data;

  g_free (value->staff_no);
  g_free (value->item);
}

GArray *
sz_title_values_new (void)
{
  GArray *values = g_array_new (FALSE, TRUE, sizeof (SzTitleValue));

  g_array_set_clear_func (values, clear_value);
  return values;
}

/* The first item of the table that asks for it; n_items: none does. */
static guint
find_item (const SzScoreTable *table, const char *item)
{
  guint i = 0;

  while (i < table->n_items
         && (table->items[i].kind != SZ_SCORE_VALUE || g_strcmp0 (table->items[i].item, item) != 0))
    i++;
  return i;
}

/* What a reading needs to know. */
typedef struct
{
  const SzScoreTable *table;
  GHashTable *numbers; /* id of a person (gint64 *) → staff number */
  GArray *values;
} Reading;

static gboolean
add_value_cb (gconstpointer data, gpointer user_data, GError **error)
{
  const SzFactorRow *row = data;
  Reading *reading = user_data;
  const char *staff_no = g_hash_table_lookup (reading->numbers, &row->person_id);
  SzTitleValue value = {
    .id = row->id, .row_version = row->row_version, .given = TRUE, .value_x1e4 = row->value_x1e4
  };

  (void)error;
  if (staff_no == NULL || find_item (reading->table, row->item) == reading->table->n_items)
    return TRUE;
  value.staff_no = g_strdup (staff_no);
  value.item = g_strdup (row->item);
  g_array_append_val (reading->values, value);
  return TRUE;
}

/* (transfer full) (nullable): the applicants. */
static GHashTable *
read_numbers (SzStore *store, const SzTitleRound *round, GError **error)
{
  g_autoptr (GHashTable) numbers
      = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);

  for (guint i = 0; i < round->applications->len; i++)
    {
      const gint64 id = g_array_index (round->applications, SzTitleApplicationRow, i).person_id;
      g_autoptr (SzPersonFile) file = sz_store_person_by_id (store, id, error);

      if (file == NULL)
        return NULL;
      g_hash_table_insert (numbers, g_memdup2 (&id, sizeof id), g_strdup (file->person.staff_no));
    }
  return g_steal_pointer (&numbers);
}

GArray *
sz_title_values (SzOffice *office,
                 const SzTitleRound *round,
                 const SzScoreTable *table,
                 GError **error)
{
  SzStore *store;
  g_autoptr (GHashTable) numbers = NULL;
  g_autoptr (GArray) values = NULL;

  g_return_val_if_fail (SZ_IS_OFFICE (office) && round != NULL && table != NULL, NULL);
  store = sz_office_get_store (office);
  numbers = read_numbers (store, round, error);
  values = sz_title_values_new ();
  if (numbers == NULL
      || !sz_store_factor_each (store, SZ_ROWS_OF_YEAR (round->row.year), add_value_cb,
                                &(Reading){ table, numbers, values }, error))
    return NULL;
  return g_steal_pointer (&values);
}

/* ---- writing ---- */

typedef struct
{
  SzOffice *office;
  const SzTitleRound *round;
  const SzScoreTable *table;
  const GArray *values;
} Job;

/* A value counts as far as the table can count it. */
static gboolean
check_value (const Job *job, const SzTitleValue *value, GError **error)
{
  const guint item = find_item (job->table, value->item);
  SzScore score = { 0 };
  g_autofree char *text = NULL;

  if (item < job->table->n_items
      && (!value->given
          || (value->value_x1e4 >= 0
              && sz_score_set_value (job->table, item, value->value_x1e4, &score))))
    return TRUE;
  text = sz_decimal_format (value->value_x1e4, SZ_RATIO_DECIMALS);
  return sz_error_set (error, SZ_ERROR_FORMAT, "register.value", "column", value->item, "value",
                       text, "example", "85.5", NULL);
}

/* One that is entered while another one stands there by now was typed over what nobody saw. */
static gboolean
put_value (SzAct *act, const Job *job, const SzTitleValue *value, GError **error)
{
  SzStore *store = sz_act_get_store (act);
  GError *fault = NULL;
  g_autoptr (SzPersonFile) file = sz_store_person_by_staff_no (store, value->staff_no, &fault);
  SzFactorRow row = { .year = job->round->row.year, .item = value->item };
  g_auto (SzFactorRow) there = { 0 };
  gboolean found = FALSE;
  SzPutResult result;

  if (fault != NULL)
    {
      g_propagate_error (error, fault);
      return FALSE;
    }
  if (file == NULL || sz_title_round_application (job->round, file->person.id) == NULL)
    return sz_error_set (error, SZ_ERROR_REFUSED, "batch.no_application", "value", value->staff_no,
                         NULL);
  row.person_id = there.person_id = file->person.id;
  there.year = row.year;
  there.item = g_strdup (row.item);
  if (!sz_store_factor_find (store, &there, &found, error))
    return FALSE;
  if (found ? there.id != value->id : value->id != 0)
    return sz_error_set (error, SZ_ERROR_STALE, "row.stale", "table", "factors", NULL);
  if (!value->given)
    return !found || sz_store_factor_delete (act, value->id, value->row_version, error);
  row.id = value->id;
  row.row_version = value->row_version;
  row.value_x1e4 = value->value_x1e4;
  return sz_store_factor_put (act, &row, SZ_PUT_INSERT, &result, error);
}

static gboolean
put_values (SzAct *act, json_t *summary, gpointer user_data, GError **error)
{
  const Job *job = user_data;

  json_object_set_new (summary, "batch", json_string (job->round->row.name));
  json_object_set_new (summary, "values", json_integer (job->values->len));
  for (guint i = 0; i < job->values->len; i++)
    {
      const SzTitleValue *value = &g_array_index (job->values, SzTitleValue, i);

      if (!check_value (job, value, error) || !put_value (act, job, value, error))
        return FALSE;
    }
  /* What is kept with the applications is what the values come to now. */
  return sz_title_scores_keep (act, job->office, job->round, job->table, error);
}

gboolean
sz_title_values_put (SzOffice *office,
                     const SzTitleRound *round,
                     const SzScoreTable *table,
                     const GArray *values,
                     GError **error)
{
  Job job = { office, round, table, values };

  g_return_val_if_fail (SZ_IS_OFFICE (office) && round != NULL, FALSE);
  g_return_val_if_fail (table != NULL && values != NULL, FALSE);
  /* Who may hand the sheet of these values in may type them. */
  return sz_office_run (office, &(SzActHead){ .kind = "title.values", .right = "import.factors" },
                        put_values, &job, NULL, error);
}
