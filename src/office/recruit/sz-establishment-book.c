/* sz-establishment-book.c — the establishment of the college: balance, refusals (RULE rec-12,
 * rec-13)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-establishment-book.h"

#include "sz-office-act.h"
#include "sz-person-days.h"
#include "sz-reserve.h"
#include "sz-store-people-scan.h"
#include "sz-ledger-book.h"

#define ESTABLISHED "established"

static gboolean
count_person_cb (const SzPersonFile *file, gpointer user_data, GError **error)
{
  g_autoptr (GArray) days = g_array_new (FALSE, FALSE, sizeof (SzDays));

  sz_person_days (file, SZ_RECORD_EMPLOYMENT, ESTABLISHED, days);
  for (guint i = 0; i < days->len; i++)
    sz_steps_add (user_data, g_array_index (days, SzDays, i).from,
                  g_array_index (days, SzDays, i).to, 1);
  return TRUE;
}

static gboolean
read_book (SzEstablishmentBook *book, SzOffice *office, GError **error)
{
  SzStore *store = sz_office_get_store (office);
  g_autoptr (GArray) reservations = NULL;

  book->ledger = sz_store_ledger_load (store, error);
  if (book->ledger == NULL
      || !sz_store_field_each (store, SZ_RECORD_EMPLOYMENT, count_person_cb, book->occupied, error))
    return FALSE;
  reservations = sz_reservations (office, -1, error);
  if (reservations == NULL)
    return FALSE;
  book->reserved = sz_reservations_steps (reservations);
  return TRUE;
}

SzEstablishmentBook *
sz_establishment_book_load (SzOffice *office, GError **error)
{
  g_autoptr (SzEstablishmentBook) book = NULL;
  gboolean read;

  g_return_val_if_fail (SZ_IS_OFFICE (office), NULL);
  book = g_new0 (SzEstablishmentBook, 1);
  book->occupied = sz_steps_new ();
  if (!sz_store_begin_read (sz_office_get_store (office), error))
    return NULL;
  read = read_book (book, office, error);
  sz_store_end_read (sz_office_get_store (office));
  return read ? g_steal_pointer (&book) : NULL;
}

void
sz_establishment_book_free (SzEstablishmentBook *book)
{
  if (book == NULL)
    return;
  g_clear_pointer (&book->ledger, sz_ledger_book_free);
  g_clear_pointer (&book->occupied, sz_steps_free);
  g_clear_pointer (&book->reserved, sz_steps_free);
  g_free (book);
}

void
sz_establishment_balance (SzEstablishmentBook *book, SzDate day, SzLedgerBalance *balance)
{
  SzLedgerSum sum;

  g_return_if_fail (book != NULL && balance != NULL);
  sum = sz_ledger_book_at (book->ledger, day);
  sz_ledger_balance (&sum, sz_steps_at (book->occupied, day), sz_steps_at (book->reserved, day),
                     balance);
}

typedef struct
{
  const SzLedgerEntry *entries;
  gsize n;
  gint64 places; /* reserved besides */
} Side;

static gint64
measure_over (SzEstablishmentBook *book, const Side *side, SzDate day)
{
  const SzLedgerSum sum = sz_ledger_at (side->entries, side->n, day);
  SzLedgerBalance balance;

  sz_ledger_balance (&sum, sz_steps_at (book->occupied, day),
                     sz_steps_at (book->reserved, day) + side->places, &balance);
  return balance.over;
}

/* The first day from @from on, on which more is over on the one side than on the other: only days
 * on which something changes need be looked at. */
static SzDate
find_rise (SzEstablishmentBook *book, const Side *with, const Side *without, SzDate from)
{
  g_autoptr (GArray) days = g_array_new (FALSE, FALSE, sizeof (gint32));
  g_autoptr (SzSteps) turns = sz_steps_new ();
  const gint32 first = sz_date_days (from);

  for (gsize i = 0; i < with->n; i++)
    if (with->entries[i].date != SZ_DATE_NONE)
      sz_steps_add (turns, with->entries[i].date, with->entries[i].date, 1);
  g_array_append_val (days, first);
  sz_steps_collect (book->occupied, from, days);
  sz_steps_collect (book->reserved, from, days);
  sz_steps_collect (turns, from, days);
  for (guint i = 0; i < days->len; i++)
    {
      const SzDate day = sz_date_from_days (g_array_index (days, gint32, i));

      if (measure_over (book, with, day) > measure_over (book, without, day))
        return day;
    }
  return SZ_DATE_NONE;
}

gboolean
sz_establishment_rises (SzOffice *office,
                        const SzLedgerEntry *entries,
                        gsize n,
                        const SzLedgerBook *before,
                        SzDate from,
                        SzDate *day,
                        GError **error)
{
  g_autoptr (SzEstablishmentBook) book = sz_establishment_book_load (office, error);
  const Side with = { entries, n, 0 };
  Side without = { 0 };

  g_return_val_if_fail (before != NULL && day != NULL, FALSE);
  if (book == NULL)
    return FALSE;
  without.entries = (const SzLedgerEntry *)(gconstpointer)before->entries->data;
  without.n = before->entries->len;
  *day = find_rise (book, &with, &without, from);
  return TRUE;
}

gboolean
sz_establishment_exceeded (
    SzOffice *office, gint64 places, SzDate from, SzDate *day, GError **error)
{
  g_autoptr (SzEstablishmentBook) book = sz_establishment_book_load (office, error);
  Side with = { 0 };
  Side without;

  g_return_val_if_fail (day != NULL, FALSE);
  if (book == NULL)
    return FALSE;
  with.entries = (const SzLedgerEntry *)(gconstpointer)book->ledger->entries->data;
  with.n = book->ledger->entries->len;
  without = with;
  with.places = places;
  *day = find_rise (book, &with, &without, from);
  return TRUE;
}

typedef struct
{
  SzOffice *office;
  SzEstablishmentRow *row;
  SzEstablishmentAdded *added;
} Job;

/* RULE rec-12: judging and writing are one transaction. */
static gboolean
add_row (SzAct *act, json_t *summary, gpointer user_data, GError **error)
{
  Job *job = user_data;
  const SzLedgerEntry entry = { job->row->day, job->row->kind, job->row->number };
  g_autoptr (SzLedgerBook) book = sz_store_ledger_load (sz_act_get_store (act), error);
  g_autoptr (GArray) entries = NULL;
  const SzLedgerEntry *all;
  SzDate over;
  g_autofree char *day = NULL;

  if (book == NULL)
    return FALSE;
  entries = sz_ledger_book_add (book, &entry, NULL);
  all = (const SzLedgerEntry *)(gconstpointer)entries->data;
  if (!sz_ledger_check (all, entries->len, entry.date, error)
      || !sz_establishment_rises (job->office, all, entries->len, book, entry.date, &over, error))
    return FALSE;
  day = sz_date_format (over);
  if (over != SZ_DATE_NONE && (job->row->approval == NULL || *job->row->approval == '\0'))
    return sz_error_set (error, SZ_ERROR_REFUSED, "establishment.exceeded", "date", day, NULL);
  job->added->over = over;
  job->added->sum = sz_ledger_at (all, entries->len, entry.date);
  json_object_set_new (summary, "document", json_string (job->row->document));
  json_object_set_new (summary, "number", json_integer (job->row->number));
  return sz_store_establishment_row_put (act, job->row, SZ_PUT_INSERT, NULL, error);
}

gboolean
sz_establishment_add (SzOffice *office,
                      SzEstablishmentRow *row,
                      SzEstablishmentAdded *added,
                      GError **error)
{
  Job job = { office, row, added };

  g_return_val_if_fail (SZ_IS_OFFICE (office) && row != NULL && added != NULL, FALSE);
  return sz_office_run (office, &(SzActHead){ .kind = "establishment.add" }, add_row, &job, NULL,
                        error);
}
