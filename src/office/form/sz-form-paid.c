/* sz-form-paid.c — what was paid ahead and withheld in a run's period 已预发、代扣
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-form-paid.h"

#include "sz-office-private.h"
#include "sz-store-total.h"

typedef struct
{
  SzPaidBook *book;
  SzMonth first;
  SzMonth last;
} Reading;

static gboolean
is_in_period (const Reading *reading, int year, int month)
{
  const SzMonth at = year * 12 + month - 1;

  return at >= reading->first && at <= reading->last;
}

static SzPaid *
find_paid (SzPaidBook *book, gint64 person_id)
{
  SzPaid *paid = g_hash_table_lookup (book->by_person, &person_id);

  if (paid == NULL)
    {
      paid = g_new0 (SzPaid, 1);
      g_hash_table_insert (book->by_person, g_memdup2 (&person_id, sizeof person_id), paid);
    }
  return paid;
}

static gboolean
advance_read_cb (gconstpointer data, gpointer user_data, GError **error)
{
  const SzAdvanceRow *row = data;
  Reading *reading = user_data;
  SzPaid *paid;

  if (!is_in_period (reading, row->year, row->month))
    return TRUE;
  paid = find_paid (reading->book, row->person_id);
  reading->book->has_advances = TRUE;
  return sz_money_add (paid->advance_fen, row->amount_fen, &paid->advance_fen, error);
}

static gboolean
withholding_read_cb (gconstpointer data, gpointer user_data, GError **error)
{
  const SzWithholdingRow *row = data;
  Reading *reading = user_data;
  SzPaid *paid;

  if (!is_in_period (reading, row->year, row->month))
    return TRUE;
  paid = find_paid (reading->book, row->person_id);
  reading->book->has_tax = TRUE;
  reading->book->has_other = reading->book->has_other || row->other_fen != 0;
  return sz_money_add (paid->tax_fen, row->tax_fen, &paid->tax_fen, error)
         && sz_money_add (paid->other_fen, row->other_fen, &paid->other_fen, error);
}

SzPaidBook *
sz_paid_book_new (SzOffice *office, SzDate from, SzDate to, GError **error)
{
  SzStore *store = sz_office_get_store (office);
  g_autoptr (SzPaidBook) book = g_new0 (SzPaidBook, 1);
  Reading reading = { book, sz_date_month (from), sz_date_month (to) };

  book->by_person = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);
  if (!sz_store_advance_each (store, SZ_ROWS_ALL, advance_read_cb, &reading, error)
      || !sz_store_withholding_each (store, SZ_ROWS_ALL, withholding_read_cb, &reading, error))
    return NULL;
  return g_steal_pointer (&book);
}

void
sz_paid_book_free (SzPaidBook *book)
{
  if (book == NULL)
    return;
  g_hash_table_unref (book->by_person);
  g_free (book);
}

gboolean
sz_paid_book_is_empty (const SzPaidBook *book)
{
  return !book->has_advances && !book->has_tax;
}

void
sz_paid_book_add_columns (const SzPaidBook *book, SzFormColumns *columns)
{
  if (sz_paid_book_is_empty (book))
    return;
  if (book->has_advances)
    sz_form_columns_add_amount (columns, NULL, "已预发");
  if (book->has_tax)
    sz_form_columns_add_amount (columns, NULL, "代扣税");
  if (book->has_other)
    sz_form_columns_add_amount (columns, NULL, "其他代扣");
  sz_form_columns_add_amount (columns, NULL, "本次实发");
}

void
sz_paid_book_fill (const SzPaidBook *book, gint64 person_id, SzMoney due_fen, SzFormRow *row)
{
  static const SzPaid nothing = { 0 };
  const SzPaid *paid = g_hash_table_lookup (book->by_person, &person_id);

  if (sz_paid_book_is_empty (book))
    return;
  if (paid == NULL)
    paid = &nothing;
  if (book->has_advances)
    sz_form_row_number (row, paid->advance_fen);
  if (book->has_tax)
    sz_form_row_number (row, paid->tax_fen);
  if (book->has_other)
    sz_form_row_number (row, paid->other_fen);
  sz_form_row_number (row, due_fen - paid->advance_fen - paid->tax_fen - paid->other_fen);
}
