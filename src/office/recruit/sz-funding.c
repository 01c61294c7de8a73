/* sz-funding.c — the fiscal funds for part-time teachers 兼职教师经费 (RULE rec-10, rec-27)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <string.h>

#include "sz-fees-act.h"
#include "sz-office-private.h"
#include "sz-params.h"
#include "sz-parttime-view.h"
#include "sz-person-days.h"
#include "sz-recruit-rules.h"
#include "sz-store-parttime.h"
#include "sz-store-people.h"
#include "sz-store-workload.h"

#define SENIOR_LEAST '2' /* bands 5 and 4: titles whose code ends in 1 or 2 */

typedef struct
{
  SzDate first;
  SzDate last;
  GHashTable *pays; /* person id → SzMoney *, of the pay year */
  SzMoney total;
  gint64 number;
  GString *missing; /* names */
} Senior;

/* 正高 and 副高 (RULE rec-16): the last digit of the code of GB/T 8561. */
static gboolean
is_senior (const char *title)
{
  const gsize length = title != NULL ? strlen (title) : 0;

  return length > 0 && title[length - 1] >= '1' && title[length - 1] <= SENIOR_LEAST;
}

/* 在编 on every day of the year: the stretches leave no gap. */
static gboolean
is_here_all_year (const SzPersonFile *file, SzDate first, SzDate last)
{
  g_autoptr (GArray) days = g_array_new (FALSE, FALSE, sizeof (SzDays));
  SzDate covered = sz_date_add_days (first, -1);
  gboolean grows = TRUE;

  sz_person_days (file, SZ_RECORD_EMPLOYMENT, "established", days);
  while (grows && covered < last)
    {
      grows = FALSE;
      for (guint i = 0; i < days->len; i++)
        {
          const SzDays *stretch = &g_array_index (days, SzDays, i);
          const SzDate to = stretch->to != SZ_DATE_NONE ? stretch->to : last;

          if (stretch->from <= sz_date_add_days (covered, 1) && to > covered)
            {
              covered = to;
              grows = TRUE;
            }
        }
    }
  return covered >= last;
}

static gboolean
count_senior_cb (const SzPersonFile *file, gpointer user_data, GError **error)
{
  Senior *senior = user_data;
  SzPersonState state;
  const SzMoney *pay;

  sz_person_state_at ((const SzRecord *)(gconstpointer)file->records->data, file->records->len,
                      (const SzService *)(gconstpointer)file->services->data, file->services->len,
                      senior->last, &state);
  if (!state.in_service || state.pay_regime != SZ_PAY_REGIME_PERFORMANCE || !is_senior (state.title)
      || !is_here_all_year (file, senior->first, senior->last))
    return TRUE;
  senior->number++;
  pay = g_hash_table_lookup (senior->pays, &file->person.id);
  if (pay != NULL)
    senior->total += *pay;
  else
    g_string_append_printf (senior->missing, "%s%s", senior->missing->len > 0 ? "、" : "",
                            file->person.name);
  return TRUE;
}

static gboolean
read_pays (SzStore *store, int year, gboolean with_employer, GHashTable *pays, GError **error)
{
  g_autoptr (GArray) rows = sz_store_annual_pay_list (store, SZ_ROWS_OF_YEAR (year), error);

  for (guint i = 0; rows != NULL && i < rows->len; i++)
    {
      const SzAnnualPayRow *row = &g_array_index (rows, SzAnnualPayRow, i);
      gint64 *id = g_memdup2 (&row->person_id, sizeof row->person_id);
      SzMoney *pay = g_new0 (SzMoney, 1);

      *pay = row->amount_fen - row->conversion_fen + (with_employer ? row->employer_fen : 0);
      g_hash_table_insert (pays, id, pay);
    }
  return rows != NULL;
}

static gboolean
find_average (SzFunding *funding, SzStore *store, const SzRecruitRules *rules, GError **error)
{
  g_autoptr (GHashTable) pays = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);
  g_autoptr (GString) missing = g_string_new (NULL);
  g_autofree char *year = g_strdup_printf ("%d", funding->pay_year);
  Senior senior = { .first = sz_date_make (funding->pay_year, 1, 1),
                    .last = sz_date_make (funding->pay_year, 12, 31),
                    .pays = pays,
                    .missing = missing };

  if (!read_pays (store, funding->pay_year, rules->with_employer, pays, error)
      || !sz_store_people_each (store, count_senior_cb, &senior, error))
    return FALSE;
  if (senior.number == 0)
    return sz_error_set (error, SZ_ERROR_REFUSED, "funding.no_senior", "year", year, NULL);
  if (missing->len > 0)
    return sz_error_set (error, SZ_ERROR_REFUSED, "funding.pay_missing", "year", year, "names",
                         missing->str, NULL);
  funding->senior = senior.number;
  funding->pay_total = senior.total;
  return sz_funding_average (senior.total, senior.number, &funding->average, error);
}

static int
compare_shares_cb (gconstpointer a, gconstpointer b)
{
  return strcmp (((const SzParttimeShare *)a)->id_number, ((const SzParttimeShare *)b)->id_number);
}

static gboolean
count_months (SzFunding *funding, SzOffice *office, const SzRecruitRules *rules, GError **error)
{
  g_autoptr (SzParttimeBook) book = sz_parttime_book_load (office, error);
  g_autoptr (GArray) shares = g_array_new (FALSE, FALSE, sizeof (SzParttimeShare));
  gint64 months[SZ_FUNDING_MONTHS];
  SzMoney computed[SZ_FUNDING_MONTHS];

  if (book == NULL)
    return FALSE;
  for (guint i = 0; i < book->contracts->len; i++)
    {
      const SzParttimeContract *contract = g_ptr_array_index (book->contracts, i);

      for (guint j = 0; j < contract->stretches->len; j++)
        {
          const SzStretch *stretch = &g_array_index (contract->stretches, SzStretch, j);
          const SzParttimeShare share
              = { contract->row->id_number, stretch->from, stretch->to, stretch->fte_x1e4 };

          g_array_append_val (shares, share);
        }
    }
  g_array_sort (shares, compare_shares_cb);
  for (int i = 0; i < SZ_FUNDING_MONTHS; i++)
    months[i]
        = sz_parttime_month ((const SzParttimeShare *)(gconstpointer)shares->data, shares->len,
                             sz_date_month (sz_date_make (funding->year, i + 1, 1)),
                             rules->by_15th);
  if (!sz_funding_months (funding->average, months, SZ_FUNDING_MONTHS, computed, error))
    return FALSE;
  for (int i = 0; i < SZ_FUNDING_MONTHS; i++)
    funding->months[i] = (SzFundingMonth){ .month = i + 1,
                                           .person_months_x1e4 = months[i],
                                           .computed = computed[i] };
  return TRUE;
}

static gboolean
add_money (SzFunding *funding, SzStore *store, GError **error)
{
  g_autoptr (GArray) funds
      = sz_store_parttime_fund_list (store, SZ_ROWS_OF_YEAR (funding->year), error);
  g_autoptr (GArray) sheets
      = funds != NULL ? sz_store_fee_sheet_list (store, SZ_ROWS_ALL, error) : NULL;

  if (sheets == NULL)
    return FALSE;
  for (guint i = 0; i < funds->len; i++)
    {
      const SzParttimeFundRow *row = &g_array_index (funds, SzParttimeFundRow, i);

      if (row->month >= 1 && row->month <= SZ_FUNDING_MONTHS)
        funding->months[row->month - 1].approved += row->amount_fen;
    }
  for (guint i = 0; i < sheets->len; i++)
    {
      const SzFeeSheetRow *row = &g_array_index (sheets, SzFeeSheetRow, i);

      if (sz_date_year (row->paid_on) == funding->year)
        funding->months[sz_date_month_of_year (row->paid_on) - 1].paid += row->gross_fen;
    }
  for (int i = 0; i < SZ_FUNDING_MONTHS; i++)
    {
      SzFundingMonth *month = &funding->months[i];

      month->difference = month->computed - month->approved;
      month->balance = month->approved - month->paid;
      funding->totals.person_months_x1e4 += month->person_months_x1e4;
      funding->totals.computed += month->computed;
      funding->totals.approved += month->approved;
      funding->totals.paid += month->paid;
      funding->totals.difference += month->difference;
      funding->totals.balance += month->balance;
    }
  return TRUE;
}

static gboolean
fund (SzFunding *funding, SzOffice *office, int pay_year, GError **error)
{
  SzStore *store = sz_office_get_store (office);
  g_autoptr (GArray) params = sz_params_gather (office, error);
  g_autoptr (SzRecruitRules) rules
      = params != NULL ? sz_recruit_rules (params, sz_date_make (funding->year, 12, 31), error)
                       : NULL;

  if (rules == NULL)
    return FALSE;
  funding->pay_year = pay_year != 0 ? pay_year : funding->year - (rules->previous_year ? 1 : 0);
  return find_average (funding, store, rules, error) && count_months (funding, office, rules, error)
         && add_money (funding, store, error);
}

gboolean
sz_funding (SzOffice *office, int year, int pay_year, SzFunding *funding, GError **error)
{
  gboolean done;

  g_return_val_if_fail (SZ_IS_OFFICE (office) && funding != NULL, FALSE);
  *funding = (SzFunding){ .year = year };
  if (!sz_store_begin_read (sz_office_get_store (office), error))
    return FALSE;
  done = fund (funding, office, pay_year, error);
  sz_store_end_read (sz_office_get_store (office));
  return done;
}
