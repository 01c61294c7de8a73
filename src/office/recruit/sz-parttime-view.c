/* sz-parttime-view.c — part-time teachers as lists
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-parttime-view.h"

#include <string.h>

#include "sz-idcard.h"
#include "sz-office-private.h"
#include "sz-params.h"
#include "sz-recruit-rules.h"
#include "sz-store-parttime.h"

static void
free_contract_cb (gpointer data)
{
  SzParttimeContract *contract = data;

  g_array_unref (contract->stretches);
  g_free (contract);
}

void
sz_parttime_book_free (SzParttimeBook *book)
{
  if (book == NULL)
    return;
  g_clear_pointer (&book->contracts, g_ptr_array_unref);
  g_clear_pointer (&book->cases, g_array_unref);
  g_clear_pointer (&book->rows, g_array_unref);
  g_free (book);
}

static void
add_contract (SzParttimeBook *book, const SzContractRow *row)
{
  SzParttimeContract *contract = g_new0 (SzParttimeContract, 1);
  const SzStretch first = { sz_date_first_day (row->from), sz_date_first_day (row->to),
                            row->fte_x1e4, row->rate_fen };

  contract->row = row;
  contract->stretches = g_array_new (FALSE, FALSE, sizeof (SzStretch));
  if (first.from <= first.to)
    g_array_append_val (contract->stretches, first);
  g_ptr_array_add (book->contracts, contract);
}

static int
compare_contracts_cb (gconstpointer a, gconstpointer b)
{
  return strcmp ((*(const SzParttimeContract *const *)a)->row->agreement_no,
                 (*(const SzParttimeContract *const *)b)->row->agreement_no);
}

static int
compare_stretches_cb (gconstpointer a, gconstpointer b)
{
  const SzStretch *left = a;
  const SzStretch *right = b;

  return (left->from > right->from) - (left->from < right->from);
}

static void
add_stretches (SzParttimeBook *book, const GArray *rows)
{
  g_autoptr (GHashTable) by_id = g_hash_table_new (g_int64_hash, g_int64_equal);

  for (guint i = 0; i < book->contracts->len; i++)
    {
      SzParttimeContract *contract = g_ptr_array_index (book->contracts, i);

      g_hash_table_insert (by_id, (gpointer)&contract->row->id, contract);
    }
  for (guint i = 0; i < rows->len; i++)
    {
      const SzStretchRow *row = &g_array_index (rows, SzStretchRow, i);
      SzParttimeContract *contract = g_hash_table_lookup (by_id, &row->contract_id);
      const SzStretch stretch = { row->from, row->to, row->fte_x1e4, row->rate_fen };

      if (contract != NULL)
        g_array_append_val (contract->stretches, stretch);
    }
  for (guint i = 0; i < book->contracts->len; i++)
    g_array_sort (((SzParttimeContract *)g_ptr_array_index (book->contracts, i))->stretches,
                  compare_stretches_cb);
}

SzParttimeBook *
sz_parttime_book_load (SzOffice *office, GError **error)
{
  g_autoptr (SzParttimeBook) book = NULL;
  g_autoptr (GArray) stretches = NULL;
  SzStore *store;

  g_return_val_if_fail (SZ_IS_OFFICE (office), NULL);
  store = sz_office_get_store (office);
  book = g_new0 (SzParttimeBook, 1);
  book->contracts = g_ptr_array_new_with_free_func (free_contract_cb);
  if (!sz_store_begin_read (store, error))
    return NULL;
  book->rows = sz_store_contract_list (store, SZ_ROWS_ALL, error);
  if (book->rows != NULL)
    stretches = sz_store_stretch_list (store, SZ_ROWS_ALL, error);
  if (stretches != NULL)
    book->cases = sz_store_parttime_case_list (store, SZ_ROWS_ALL, error);
  sz_store_end_read (store);
  if (book->cases == NULL)
    return NULL;
  for (guint i = 0; i < book->rows->len; i++)
    add_contract (book, &g_array_index (book->rows, SzContractRow, i));
  add_stretches (book, stretches);
  g_ptr_array_sort (book->contracts, compare_contracts_cb);
  return g_steal_pointer (&book);
}

const SzParttimeContract *
sz_parttime_book_find (const SzParttimeBook *book, const char *agreement)
{
  g_return_val_if_fail (book != NULL && agreement != NULL, NULL);
  for (guint i = 0; i < book->contracts->len; i++)
    {
      const SzParttimeContract *contract = g_ptr_array_index (book->contracts, i);

      if (strcmp (contract->row->agreement_no, agreement) == 0)
        return contract;
    }
  return NULL;
}

const SzParttimeContract *
sz_parttime_book_by_id (const SzParttimeBook *book, gint64 contract_id)
{
  g_return_val_if_fail (book != NULL, NULL);
  for (guint i = 0; i < book->contracts->len; i++)
    {
      const SzParttimeContract *contract = g_ptr_array_index (book->contracts, i);

      if (contract->row->id == contract_id)
        return contract;
    }
  return NULL;
}

const SzStretch *
sz_parttime_stretch_on (const SzParttimeContract *contract, SzDate day)
{
  g_return_val_if_fail (contract != NULL, NULL);
  return sz_stretches_on ((const SzStretch *)(gconstpointer)contract->stretches->data,
                          contract->stretches->len, day);
}

SzDate
sz_parttime_first (const SzParttimeContract *contract)
{
  g_return_val_if_fail (contract != NULL, SZ_DATE_NONE);
  return sz_stretches_first ((const SzStretch *)(gconstpointer)contract->stretches->data,
                             contract->stretches->len);
}

SzDate
sz_parttime_last (const SzParttimeContract *contract)
{
  g_return_val_if_fail (contract != NULL, SZ_DATE_NONE);
  return sz_stretches_last ((const SzStretch *)(gconstpointer)contract->stretches->data,
                            contract->stretches->len);
}

void
sz_parttime_facts (const SzContractRow *row, const GArray *stretches, SzParttimeFacts *facts)
{
  g_return_if_fail (row != NULL && facts != NULL);
  *facts = (SzParttimeFacts){ .first = sz_date_first_day (row->from),
                              .last = sz_date_first_day (row->to),
                              .birth = sz_idcard_birth_date (row->id_number),
                              .has_years = row->has_years,
                              .years_x100 = row->years_x100,
                              .rate_fen = row->rate_fen };
  if (stretches == NULL)
    return;
  facts->first = stretches->len > 0 ? g_array_index (stretches, SzStretch, 0).from : SZ_DATE_NONE;
  for (guint i = 0; i < stretches->len; i++)
    {
      const SzStretch *stretch = &g_array_index (stretches, SzStretch, i);

      facts->last = stretch->to;
      facts->rate_fen = i == 0 ? stretch->rate_fen : MAX (facts->rate_fen, stretch->rate_fen);
    }
}

gboolean
sz_parttime_warn_row (
    SzOffice *office, const SzContractRow *row, guint *warnings, SzDate *age_day, GError **error)
{
  g_autoptr (GArray) params = NULL;
  g_autoptr (SzRecruitRules) rules = NULL;
  SzParttimeFacts facts;

  g_return_val_if_fail (SZ_IS_OFFICE (office) && row != NULL, FALSE);
  g_return_val_if_fail (warnings != NULL && age_day != NULL, FALSE);
  params = sz_params_gather (office, error);
  rules = params != NULL ? sz_recruit_rules (params, sz_date_first_day (row->from), error) : NULL;
  if (rules == NULL)
    return FALSE;
  sz_parttime_facts (row, NULL, &facts);
  *warnings = sz_parttime_warn (&facts, &rules->parttime, age_day);
  return TRUE;
}

/* RULE rec-25, by the parameters of the contract's first day. */
GArray *
sz_parttime_warnings (SzOffice *office, const SzParttimeBook *book, GError **error)
{
  g_autoptr (GArray) warned = g_array_new (FALSE, FALSE, sizeof (SzParttimeWarned));
  g_autoptr (GArray) params = NULL;
  g_autoptr (SzRecruitRules) rules = NULL;
  SzDate read = SZ_DATE_NONE;

  g_return_val_if_fail (SZ_IS_OFFICE (office) && book != NULL, NULL);
  params = sz_params_gather (office, error);
  if (params == NULL)
    return NULL;
  for (guint i = 0; i < book->contracts->len; i++)
    {
      const SzParttimeContract *contract = g_ptr_array_index (book->contracts, i);
      SzParttimeFacts facts;
      SzDate day;
      guint warnings;

      sz_parttime_facts (contract->row, contract->stretches, &facts);
      if (facts.first == SZ_DATE_NONE)
        continue;
      if (facts.first != read)
        {
          g_clear_pointer (&rules, sz_recruit_rules_free);
          rules = sz_recruit_rules (params, facts.first, error);
          read = facts.first;
        }
      if (rules == NULL)
        return NULL;
      warnings = sz_parttime_warn (&facts, &rules->parttime, &day);
      for (guint j = 0; j < SZ_N_PARTTIME_WARNINGS; j++)
        {
          const SzParttimeWarned one = { contract->row->agreement_no, (SzParttimeWarning)j,
                                         j == SZ_PARTTIME_AGE ? day : SZ_DATE_NONE };

          if (warnings & (1U << j))
            g_array_append_val (warned, one);
        }
    }
  return g_steal_pointer (&warned);
}

GPtrArray *
sz_parttime_due_list (SzOffice *office,
                      const SzParttimeBook *book,
                      SzDate on,
                      int days,
                      int *used_days,
                      GError **error)
{
  GPtrArray *list;
  g_autoptr (GArray) spans = g_array_new (FALSE, TRUE, sizeof (SzParttimeSpan));
  g_autoptr (GArray) due = NULL;
  g_autoptr (GArray) params = NULL;
  g_autoptr (SzRecruitRules) rules = NULL;

  g_return_val_if_fail (SZ_IS_OFFICE (office) && book != NULL && used_days != NULL, NULL);
  params = sz_params_gather (office, error);
  rules = params != NULL ? sz_recruit_rules (params, on, error) : NULL;
  if (rules == NULL)
    return NULL;
  *used_days = days >= 0 ? days : rules->due_days;
  for (guint i = 0; i < book->contracts->len; i++)
    {
      const SzParttimeContract *contract = g_ptr_array_index (book->contracts, i);
      const SzParttimeSpan span = { contract->row->id_number, contract->row->agreement_no,
                                    sz_parttime_first (contract), sz_parttime_last (contract) };

      g_array_append_val (spans, span);
    }
  due = sz_parttime_due ((const SzParttimeSpan *)(gconstpointer)spans->data, spans->len, on,
                         *used_days);
  list = g_ptr_array_new ();
  for (guint i = 0; i < due->len; i++)
    g_ptr_array_add (list, g_ptr_array_index (book->contracts, g_array_index (due, guint, i)));
  return list;
}

gboolean
sz_parttime_count_due (SzOffice *office, SzDate on, guint *n, GError **error)
{
  g_autoptr (SzParttimeBook) book = NULL;
  g_autoptr (GPtrArray) due = NULL;
  int days = 0;

  g_return_val_if_fail (SZ_IS_OFFICE (office) && n != NULL, FALSE);
  book = sz_parttime_book_load (office, error);
  due = book != NULL ? sz_parttime_due_list (office, book, on, -1, &days, error) : NULL;
  *n = due != NULL ? due->len : 0;
  return due != NULL;
}

/* ---- what a contract taught ---- */

typedef struct
{
  gint64 contract_id;
  GArray *taught;
} Teaching;

static gboolean
take_lecture_cb (gconstpointer data, gpointer user_data, GError **error)
{
  const SzLectureRow *row = data;
  Teaching *teaching = user_data;
  const SzMonth month = sz_date_month (row->day);
  SzParttimeTaught first;

  if (row->contract_id != teaching->contract_id)
    return TRUE;
  for (guint i = 0; i < teaching->taught->len; i++)
    {
      SzParttimeTaught *one = &g_array_index (teaching->taught, SzParttimeTaught, i);

      if (one->month == month && one->sheet == row->sheet_id)
        {
          one->hours_x100 += row->hours_x100;
          return TRUE;
        }
    }
  first = (SzParttimeTaught){ month, row->hours_x100, row->sheet_id, SZ_DATE_NONE };
  g_array_append_val (teaching->taught, first);
  return TRUE;
}

static gint
compare_taught_cb (gconstpointer a, gconstpointer b)
{
  const SzParttimeTaught *one = a;
  const SzParttimeTaught *other = b;

  if (one->month != other->month)
    return one->month < other->month ? -1 : 1;
  return (one->sheet > other->sheet) - (one->sheet < other->sheet);
}

GArray *
sz_parttime_taught (SzOffice *office, gint64 contract_id, GError **error)
{
  g_autoptr (GArray) taught = g_array_new (FALSE, FALSE, sizeof (SzParttimeTaught));
  g_autoptr (GArray) sheets = NULL;
  Teaching teaching = { contract_id, taught };
  SzStore *store;

  g_return_val_if_fail (SZ_IS_OFFICE (office), NULL);
  store = sz_office_get_store (office);
  if (!sz_store_lecture_each (store, SZ_ROWS_ALL, take_lecture_cb, &teaching, error)
      || (sheets = sz_store_fee_sheet_list (store, SZ_ROWS_ALL, error)) == NULL)
    return NULL;
  for (guint i = 0; i < taught->len; i++)
    for (guint j = 0; j < sheets->len; j++)
      {
        const SzFeeSheetRow *sheet = &g_array_index (sheets, SzFeeSheetRow, j);
        SzParttimeTaught *one = &g_array_index (taught, SzParttimeTaught, i);

        if (sheet->id == one->sheet)
          one->paid_on = sheet->paid_on;
      }
  g_array_sort (taught, compare_taught_cb);
  return g_steal_pointer (&taught);
}
