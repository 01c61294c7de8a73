/* sz-tax-book.c — everybody's income of a tax year, out of the store
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-tax-book.h"

#include <string.h>

#include "sz-decimal.h"
#include "sz-params.h"
#include "sz-rules-payrun.h"
#include "sz-rules-year.h"
#include "sz-store-pay-book.h"
#include "sz-store-people.h"
#include "sz-store-salary.h"
#include "sz-store-total.h"

/* One person's year. */
typedef struct
{
  GArray *entries; /* of SzTaxEntry, NULL: none */
  guint first_service;
  guint n_services;
  SzTaxDeduction deduction;
  gboolean used_bonus;
} Person;

struct _SzTaxBook
{
  int year;
  SzTaxRules rules;
  GArray *services;   /* of SzService, by person */
  GHashTable *people; /* person id → Person */
  GArray *entries;    /* of the person that was asked for last */
  GStringChunk *texts;
};

static void
free_person (Person *person)
{
  g_clear_pointer (&person->entries, g_array_unref);
  g_free (person);
}

void
sz_tax_book_free (SzTaxBook *book)
{
  if (book == NULL)
    return;
  g_clear_pointer (&book->services, g_array_unref);
  g_clear_pointer (&book->people, g_hash_table_unref);
  g_clear_pointer (&book->entries, g_array_unref);
  g_clear_pointer (&book->texts, g_string_chunk_free);
  g_free (book);
}

const SzTaxRules *
sz_tax_book_get_rules (const SzTaxBook *book)
{
  g_return_val_if_fail (book != NULL, NULL);
  return &book->rules;
}

int
sz_tax_book_get_year (const SzTaxBook *book)
{
  g_return_val_if_fail (book != NULL, 0);
  return book->year;
}

static Person *
find_person (SzTaxBook *book, gint64 person_id)
{
  Person *person = g_hash_table_lookup (book->people, &person_id);

  if (person == NULL)
    {
      person = g_new0 (Person, 1);
      g_hash_table_insert (book->people, g_memdup2 (&person_id, sizeof person_id), person);
    }
  return person;
}

static void
add_entry (SzTaxBook *book, gint64 person_id, const SzTaxEntry *entry)
{
  Person *person = find_person (book, person_id);

  if (person->entries == NULL)
    person->entries = g_array_new (FALSE, FALSE, sizeof (SzTaxEntry));
  g_array_append_val (person->entries, *entry);
}

static gboolean
take_salary_cb (gconstpointer data, gpointer user_data, GError **error)
{
  const SzSalaryRow *row = data;
  SzTaxEntry entry = {
    .source = SZ_TAX_SALARY,
    .month = row->month,
    .income_fen = row->income_fen,
    .exempt_fen = row->exempt_fen,
    .special_fen = row->special_fen >= 0
                       ? row->special_fen
                       : row->pension_fen + row->medical_fen + row->jobless_fen + row->housing_fen,
    .additional_fen = MAX (row->additional_fen, 0),
    .cumulative_additional_fen = MAX (row->cumulative_fen, 0),
    .has_cumulative = row->cumulative_fen >= 0,
    .other_fen = row->other_fen + row->annuity_fen,
    .reduction_fen = row->reduction_fen,
    .withheld_fen = MAX (row->withheld_fen, 0),
    .has_withheld = row->withheld_fen >= 0,
  };

  (void)error;
  add_entry (user_data, row->person_id, &entry);
  return TRUE;
}

static gboolean
take_status_cb (gconstpointer data, gpointer user_data, GError **error)
{
  const SzTaxStatusRow *row = data;
  Person *person = find_person (user_data, row->person_id);

  (void)error;
  person->deduction = row->deduction;
  person->used_bonus |= row->bonus_used;
  return TRUE;
}

/* RULE tax-1: what runs paid with the wages is income of the year, at the tax that was taken. */
static gboolean
take_net_cb (const SzPayNetRow *row, gpointer user_data, GError **error)
{
  SzTaxBook *book = user_data;
  SzTaxEntry entry = { .source = SZ_TAX_RUN,
                       .month = sz_date_month_of_year (row->paid_on),
                       .run = row->run_id,
                       .day = row->paid_on,
                       .income_fen = row->net.gross_fen,
                       .withheld_fen = row->net.tax_fen,
                       .has_withheld = TRUE };

  (void)error;
  if (sz_date_year (row->paid_on) != book->year)
    return TRUE;
  if (row->net.way == SZ_PAY_WAY_MONTHLY)
    add_entry (book, row->person_id, &entry);
  if (row->net.way == SZ_PAY_WAY_BONUS)
    find_person (book, row->person_id)->used_bonus = TRUE;
  return TRUE;
}

static int
compare_transfers_cb (gconstpointer a, gconstpointer b)
{
  const SzTransferRow *left = a;
  const SzTransferRow *right = b;
  int order = left->year - right->year;

  if (order == 0)
    order = strcmp (left->project, right->project);
  return order != 0 ? order
                    : (left->person_id > right->person_id) - (left->person_id < right->person_id);
}

/* Staff codes decide about the last fen (RULE num-6); the same keys as the total's. */
static gboolean
award_project (SzTaxBook *book,
               const SzTransferRules *rules,
               const SzTransferRow *rows,
               guint n,
               GHashTable *staff_nos,
               GError **error)
{
  g_autofree SzTransferPart *parts = g_new0 (SzTransferPart, n);
  g_autoptr (SzIssueList) faults = sz_issue_list_new ();
  SzTransfer transfer
      = { rows->project, rows->registration_no, rows->net_fen, rows->ratio_x1e4, parts, n, 0, 0 };

  for (guint i = 0; i < n; i++)
    {
      const char *staff_no = g_hash_table_lookup (staff_nos, &rows[i].person_id);

      parts[i] = (SzTransferPart){ staff_no != NULL ? staff_no : "", rows[i].share_x1e4,
                                   rows[i].is_main, 0 };
    }
  if (!sz_transfer_award (rules, &transfer, faults, error))
    return FALSE;
  for (guint i = 0; i < n; i++)
    {
      SzTaxEntry entry = { .source = SZ_TAX_TRANSFER,
                           .month = sz_date_month_of_year (rows->paid_on),
                           .project = g_string_chunk_insert_const (book->texts, rows->project),
                           .income_fen = parts[i].amount_fen };

      if (book->rules.half_for_conv)
        entry.income_fen = (entry.income_fen + 1) / 2;
      add_entry (book, rows[i].person_id, &entry);
    }
  return TRUE;
}

static GHashTable *
list_staff_nos (SzStore *store, GStringChunk *texts, GError **error)
{
  g_autoptr (SzPersonNames) names = sz_store_people_names (store, error);
  GHashTable *staff_nos;

  if (names == NULL)
    return NULL;
  staff_nos = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  for (gsize i = 0; i < names->n_people; i++)
    g_hash_table_insert (staff_nos, g_memdup2 (&names->people[i].id, sizeof names->people[i].id),
                         g_string_chunk_insert (texts, names->people[i].staff_no));
  return staff_nos;
}

static gboolean
take_transfers (SzTaxBook *book, SzStore *store, const GArray *params, GError **error)
{
  g_autoptr (GArray) array = sz_store_transfer_list (store, SZ_ROWS_ALL, error);
  g_autoptr (GHashTable) staff_nos = NULL;
  const SzTransferRow *rows;
  guint next;

  if (array == NULL || array->len == 0)
    return array != NULL;
  staff_nos = list_staff_nos (store, book->texts, error);
  if (staff_nos == NULL)
    return FALSE;
  g_array_sort (array, compare_transfers_cb);
  rows = (const SzTransferRow *)(gpointer)array->data;
  for (guint i = 0; i < array->len; i = next)
    {
      SzTransferRules rules;

      for (next = i + 1; next < array->len; next++)
        if (rows[next].year != rows[i].year || !g_str_equal (rows[next].project, rows[i].project))
          break;
      if (rows[i].paid_on == SZ_DATE_NONE || sz_date_year (rows[i].paid_on) != book->year)
        continue;
      if (!sz_rules_transfer (params, sz_date_make (rows[i].year, 12, 31), &rules, error)
          || !award_project (book, &rules, &rows[i], next - i, staff_nos, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
take_services (SzTaxBook *book, SzStore *store, GError **error)
{
  book->services = sz_store_pay_services (store, error);
  for (guint i = 0; book->services != NULL && i < book->services->len; i++)
    {
      Person *person = find_person (book, g_array_index (book->services, SzService, i).id);

      if (person->n_services++ == 0)
        person->first_service = i;
    }
  return book->services != NULL;
}

SzTaxBook *
sz_tax_book_read (SzOffice *office, SzDate day, GError **error)
{
  g_autoptr (SzTaxBook) book = NULL;
  g_autoptr (GArray) params = NULL;
  SzStore *store;
  SzRowFilter of_year;

  g_return_val_if_fail (SZ_IS_OFFICE (office) && day != SZ_DATE_NONE, NULL);
  store = sz_office_get_store (office);
  book = g_new0 (SzTaxBook, 1);
  book->year = sz_date_year (day);
  book->people
      = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, (GDestroyNotify)free_person);
  book->entries = g_array_new (FALSE, FALSE, sizeof (SzTaxEntry));
  book->texts = g_string_chunk_new (1024);
  of_year = SZ_ROWS_OF_YEAR (book->year);
  params = sz_params_gather (office, error);
  if (params == NULL || !sz_rules_tax (params, day, &book->rules, error)
      || !take_services (book, store, error)
      || !sz_store_salary_each (store, of_year, take_salary_cb, book, error)
      || !sz_store_tax_status_each (store, of_year, take_status_cb, book, error)
      || !sz_store_pay_nets_each (store, NULL, take_net_cb, book, error)
      || !take_transfers (book, store, params, error))
    return NULL;
  return g_steal_pointer (&book);
}

/* Where @own stands: of the same month, source, day and run. */
static guint
find_place (const GArray *entries, const SzTaxEntry *own)
{
  for (guint i = 0; i < entries->len; i++)
    {
      const SzTaxEntry *entry = &g_array_index (entries, SzTaxEntry, i);

      if (entry->source == own->source && entry->run == own->run && entry->day == own->day)
        return i;
    }
  g_assert_not_reached ();
}

void
sz_tax_book_person (
    SzTaxBook *book, gint64 person_id, const SzTaxEntry *own, SzTaxPerson *person, guint *place)
{
  Person *known;

  g_return_if_fail (book != NULL && person != NULL);
  known = find_person (book, person_id);
  g_array_set_size (book->entries, 0);
  if (known->entries != NULL)
    g_array_append_vals (book->entries, known->entries->data, known->entries->len);
  if (own != NULL)
    g_array_append_vals (book->entries, own, 1);
  sz_tax_year_sort ((SzTaxEntry *)(gpointer)book->entries->data, book->entries->len);
  *person = (SzTaxPerson){ .year = book->year,
                           .services = (const SzService *)(gpointer)book->services->data
                                       + known->first_service,
                           .n_services = known->n_services,
                           .deduction = known->deduction,
                           .entries = (SzTaxEntry *)(gpointer)book->entries->data,
                           .n_entries = book->entries->len };
  if (own != NULL && place != NULL)
    *place = find_place (book->entries, own);
}

gboolean
sz_tax_book_used_bonus (SzTaxBook *book, gint64 person_id)
{
  g_return_val_if_fail (book != NULL, FALSE);
  return find_person (book, person_id)->used_bonus;
}
