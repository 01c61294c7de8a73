/* sz-ledger-book.c — the establishment ledger as a whole 编制台账 (RULE rec-12)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-ledger-book.h"

#include "sz-act-private.h"
#include "sz-row-table.h"
#include "sz-store-college.h"

static int
compare_rows_cb (gconstpointer a, gconstpointer b)
{
  const SzEstablishmentRow *left = a;
  const SzEstablishmentRow *right = b;
  const SzDate left_day = sz_date_first_day (left->day);
  const SzDate right_day = sz_date_first_day (right->day);

  if (left_day != right_day)
    return left_day < right_day ? -1 : 1;
  return (left->id > right->id) - (left->id < right->id);
}

SzLedgerBook *
sz_store_ledger_load (SzStore *store, GError **error)
{
  g_autoptr (SzLedgerBook) book = g_new0 (SzLedgerBook, 1);

  g_return_val_if_fail (store != NULL, NULL);
  book->rows = sz_store_establishment_row_list (store, SZ_ROWS_ALL, error);
  if (book->rows == NULL)
    return NULL;
  g_array_sort (book->rows, compare_rows_cb);
  book->entries = g_array_new (FALSE, FALSE, sizeof (SzLedgerEntry));
  for (guint i = 0; i < book->rows->len; i++)
    {
      const SzEstablishmentRow *row = &g_array_index (book->rows, SzEstablishmentRow, i);
      const SzLedgerEntry entry = { sz_date_first_day (row->day), row->kind, row->number };

      g_array_append_val (book->entries, entry);
    }
  return g_steal_pointer (&book);
}

void
sz_ledger_book_free (SzLedgerBook *book)
{
  if (book == NULL)
    return;
  g_clear_pointer (&book->rows, g_array_unref);
  g_clear_pointer (&book->entries, g_array_unref);
  g_free (book);
}

SzLedgerSum
sz_ledger_book_at (const SzLedgerBook *book, SzDate day)
{
  const SzLedgerSum nothing = { 0 };

  g_return_val_if_fail (book != NULL, nothing);
  return sz_ledger_at ((const SzLedgerEntry *)(gconstpointer)book->entries->data,
                       book->entries->len, day);
}

GArray *
sz_ledger_book_add (const SzLedgerBook *book, const SzLedgerEntry *entry, guint *place)
{
  GArray *entries;
  guint at = 0;

  g_return_val_if_fail (book != NULL && entry != NULL, NULL);
  entries = g_array_copy (book->entries);
  while (at < entries->len && g_array_index (entries, SzLedgerEntry, at).date <= entry->date)
    at++;
  g_array_insert_val (entries, at, *entry);
  if (place != NULL)
    *place = at;
  return entries;
}

gboolean
sz_store_establishment (SzStore *store, SzDate day, gint64 *establishment, GError **error)
{
  g_autoptr (SzLedgerBook) book = NULL;

  g_return_val_if_fail (store != NULL && establishment != NULL, FALSE);
  book = sz_store_ledger_load (store, error);
  if (book == NULL)
    return FALSE;
  *establishment = sz_ledger_book_at (book, day).approved;
  return TRUE;
}

gboolean
sz_store_set_establishment (
    SzAct *act, gint64 establishment, SzDate from, const char *source, GError **error)
{
  SzEstablishmentRow row = {
    .day = from, .kind = SZ_LEDGER_APPROVE, .number = establishment, .document = (char *)source
  };

  g_return_val_if_fail (act != NULL && establishment >= 0, FALSE);
  return sz_store_establishment_row_put (act, &row, SZ_PUT_INSERT, NULL, error);
}

gboolean
sz_store_ledger_adopt (SzAct *act, GError **error)
{
  g_autoptr (SzStmt) stmt = NULL;

  g_return_val_if_fail (act != NULL, FALSE);
  for (;;)
    {
      g_autofree char *source = NULL;
      gboolean more = TRUE;
      gint64 id;
      gint64 version;
      gint64 number;
      SzDate from;

      /* one at a time: the row goes before the next is looked for */
      g_clear_pointer (&stmt, sz_stmt_done);
      stmt = sz_db_prepare (act->store->db,
                            "SELECT id, row_version, from_date, value, source FROM settings"
                            " WHERE key = 'establishment' ORDER BY from_date LIMIT 1",
                            error);
      if (stmt == NULL || !sz_stmt_step (stmt, &more, error))
        return FALSE;
      if (!more)
        return TRUE;
      id = sz_stmt_int (stmt, 0);
      version = sz_stmt_int (stmt, 1);
      from = sz_date_from_text (sz_stmt_text (stmt, 2));
      number = g_ascii_strtoll (sz_stmt_text (stmt, 3), NULL, 10);
      source = g_strdup (sz_stmt_text (stmt, 4));
      g_clear_pointer (&stmt, sz_stmt_done);
      if (!sz_row_delete (act, &sz_setting_type, id, version, error)
          || !sz_store_set_establishment (act, number, from, source, error))
        return FALSE;
    }
}
