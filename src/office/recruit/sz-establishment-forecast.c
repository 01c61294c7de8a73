/* sz-establishment-forecast.c — the establishment in the months to come 编制预测 (RULE rec-14)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <string.h>

#include "sz-establishment-book.h"
#include "sz-office-private.h"
#include "sz-params.h"
#include "sz-person-days.h"
#include "sz-quota-day.h"
#include "sz-rules-year.h"
#include "sz-rules.h"
#include "sz-store-parttime.h"
#include "sz-store-people.h"
#include "sz-ledger-book.h"

#define ESTABLISHED "established"

/* One person's stretches, kept for the rules. */
typedef struct
{
  char *staff_no;
  char *name;
  GArray *established;
  GArray *full_time;
  gint64 id;
} Kept;

typedef struct
{
  SzDate day; /* first day of m₁: how old the post is, and its parameters */
  SzRetirementTable table;
  GArray *people; /* of SzForecastPerson */
  GPtrArray *kept;
  GHashTable *ends; /* person id → last day of the last contract */
} Gather;

static void
free_kept_cb (gpointer data)
{
  Kept *kept = data;

  g_free (kept->staff_no);
  g_free (kept->name);
  g_array_unref (kept->established);
  g_array_unref (kept->full_time);
  g_free (kept);
}

static void
clear_gather (Gather *gather)
{
  g_clear_pointer (&gather->people, g_array_unref);
  g_clear_pointer (&gather->kept, g_ptr_array_unref);
  g_clear_pointer (&gather->ends, g_hash_table_unref);
  sz_retirement_table_clear (&gather->table);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Gather, clear_gather)

/* The original age is the field's, else what follows from sex and post (RULE ppl-4, as F33). */
static void
find_retirement (Gather *gather, const SzPersonFile *file, SzForecastPerson *person)
{
  SzRetirement retirement;
  SzPersonState state;
  int age = file->person.original_retirement_age;

  sz_person_state_at ((const SzRecord *)(gconstpointer)file->records->data, file->records->len,
                      (const SzService *)(gconstpointer)file->services->data, file->services->len,
                      gather->day, &state);
  if (age == 0 && file->person.sex == SZ_SEX_MALE)
    age = 60;
  else if (age == 0 && file->person.sex == SZ_SEX_FEMALE)
    age = sz_post_category (state.post) == SZ_POST_WORKER ? 50 : 55;
  person->has_month = file->person.birth_date != SZ_DATE_NONE
                      && sz_retirement_find (&gather->table.rules, file->person.sex, age,
                                             file->person.birth_date, &retirement, NULL);
  if (person->has_month)
    person->retires = retirement.month;
}

static gboolean
take_person_cb (const SzPersonFile *file, gpointer user_data, GError **error)
{
  Gather *gather = user_data;
  Kept *kept = g_new0 (Kept, 1);
  SzForecastPerson person = { 0 };

  kept->staff_no = g_strdup (file->person.staff_no);
  kept->name = g_strdup (file->person.name);
  kept->established = g_array_new (FALSE, FALSE, sizeof (SzDays));
  kept->full_time = g_array_new (FALSE, FALSE, sizeof (SzDays));
  sz_person_days (file, SZ_RECORD_EMPLOYMENT, ESTABLISHED, kept->established);
  sz_person_days (file, SZ_RECORD_FULL_TIME, "1", kept->full_time);
  g_ptr_array_add (gather->kept, kept);
  person = (SzForecastPerson){
    .staff_no = kept->staff_no,
    .name = kept->name,
    .established = (const SzDays *)(gconstpointer)kept->established->data,
    .n_established = kept->established->len,
    .full_time = (const SzDays *)(gconstpointer)kept->full_time->data,
    .n_full_time = kept->full_time->len,
    .contract_to
    = GPOINTER_TO_INT (g_hash_table_lookup (gather->ends, GINT_TO_POINTER ((int)file->person.id))),
  };
  find_retirement (gather, file, &person);
  g_array_append_val (gather->people, person);
  return TRUE;
}

static gboolean
note_contract_cb (gconstpointer data, gpointer user_data, GError **error)
{
  const SzStaffContractRow *row = data;
  const gpointer key = GINT_TO_POINTER ((int)row->person_id);
  const SzDate there = GPOINTER_TO_INT (g_hash_table_lookup (user_data, key));

  g_hash_table_insert (user_data, key, GINT_TO_POINTER (MAX (there, sz_date_first_day (row->to))));
  return TRUE;
}

/* What the ledger, the posts and the part-time contracts say of the first day of the next month. */
static gboolean
fill_months (SzOffice *office, const GArray *params, GArray *months, SzMonth first, GError **error)
{
  const SzMonth last = first + (SzMonth)months->len - 1;
  g_autoptr (SzEstablishmentBook) book = sz_establishment_book_load (office, error);
  g_autoptr (SzQuotaTerm) term = book != NULL ? sz_quota_term (office, sz_month_first_day (first),
                                                               sz_month_first_day (last + 1), error)
                                              : NULL;

  if (term == NULL)
    return FALSE;
  for (guint i = 0; i < months->len; i++)
    {
      SzForecastMonth *month = &g_array_index (months, SzForecastMonth, i);
      const SzDate day = sz_month_first_day (first + (SzMonth)i + 1);

      month->month = first + (SzMonth)i;
      sz_establishment_balance (book, day, &month->balance);
      month->parttime_used_x1e4 = term->days[sz_date_days (day) - term->first].used_x1e4;
      if (!sz_rules_quota (params, day, &month->rules, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
forecast (SzForecast *result, SzOffice *office, SzMonth first, GError **error)
{
  g_auto (Gather) gather = { .day = sz_month_first_day (first) };
  SzStore *store = sz_office_get_store (office);
  g_autoptr (GArray) params = sz_params_gather (office, error);
  g_autoptr (GArray) leavers = g_array_new (FALSE, FALSE, sizeof (SzForecastLeaver));

  gather.people = g_array_new (FALSE, FALSE, sizeof (SzForecastPerson));
  gather.kept = g_ptr_array_new_with_free_func (free_kept_cb);
  gather.ends = g_hash_table_new (NULL, NULL);
  if (params == NULL || !sz_rules_retirement (params, gather.day, &gather.table, error)
      || !sz_store_staff_contract_each (store, SZ_ROWS_ALL, note_contract_cb, gather.ends, error)
      || !sz_store_people_each (store, take_person_cb, &gather, error)
      || !fill_months (office, params, result->months, first, error)
      || !sz_forecast ((const SzForecastPerson *)(gconstpointer)gather.people->data,
                       gather.people->len, (SzForecastMonth *)(gpointer)result->months->data,
                       result->months->len, leavers, &result->unknown, error))
    return FALSE;
  for (guint i = 0; i < leavers->len; i++)
    {
      const SzForecastLeaver *leaver = &g_array_index (leavers, SzForecastLeaver, i);
      const SzForecastPerson *person
          = &g_array_index (gather.people, SzForecastPerson, leaver->person);
      const SzForecastName name = { g_strdup (person->staff_no), g_strdup (person->name),
                                    person->retires, leaver->overdue };

      g_array_append_val (result->retirements, name);
    }
  return TRUE;
}

static void
clear_name_cb (gpointer data)
{
  SzForecastName *name = data;

  g_free (name->staff_no);
  g_free (name->name);
}

SzForecast *
sz_establishment_forecast (SzOffice *office, SzMonth first, guint n, GError **error)
{
  g_autoptr (SzForecast) result = NULL;
  gboolean done;

  g_return_val_if_fail (SZ_IS_OFFICE (office) && n > 0, NULL);
  result = g_new0 (SzForecast, 1);
  result->months = g_array_new (FALSE, TRUE, sizeof (SzForecastMonth));
  g_array_set_size (result->months, n);
  result->retirements = g_array_new (FALSE, FALSE, sizeof (SzForecastName));
  g_array_set_clear_func (result->retirements, clear_name_cb);
  if (!sz_store_begin_read (sz_office_get_store (office), error))
    return NULL;
  done = forecast (result, office, first, error);
  sz_store_end_read (sz_office_get_store (office));
  return done ? g_steal_pointer (&result) : NULL;
}

void
sz_forecast_free (SzForecast *forecast)
{
  if (forecast == NULL)
    return;
  g_array_unref (forecast->months);
  g_array_unref (forecast->retirements);
  g_free (forecast);
}
