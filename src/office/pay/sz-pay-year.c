/* sz-pay-year.c — a year of performance pay line by line against 核定总量
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-pay-year.h"

#include <string.h>

#include "sz-case-tables.h"
#include "sz-office-private.h"
#include "sz-store-total.h"

static void
line_cleared_cb (gpointer data)
{
  SzPayYearLine *line = data;

  g_free (line->name);
  g_free (line->document);
}

void
sz_pay_year_book_free (SzPayYearBook *book)
{
  if (book == NULL)
    return;
  sz_total_view_free (book->total);
  g_array_unref (book->lines);
  g_free (book);
}

static gboolean
counts (SzAccount account)
{
  return account == SZ_ACCOUNT_BASIC || account == SZ_ACCOUNT_INCENTIVE;
}

static void
add_ledger (SzPayYearBook *book, const GArray *rows)
{
  for (guint i = 0; i < rows->len; i++)
    {
      const SzLedgerRow *from = &g_array_index (rows, SzLedgerRow, i);
      SzPayYearLine line
          = { .month = from->month,
              .account = sz_codes_by_value (SZ_TABLE_ACCOUNT, (int)from->account)->name,
              .amount_fen = from->amount_fen,
              .counts = counts (from->account) };

      if (from->account == SZ_ACCOUNT_CAP || from->account == SZ_ACCOUNT_PREVIOUS)
        continue;
      line.document = g_strdup (from->document);
      g_array_append_val (book->lines, line);
    }
}

static void
add_runs (SzPayYearBook *book)
{
  const SzPayYear *year = book->total->runs;

  for (guint i = 0; i < year->runs->len; i++)
    {
      const SzPayYearRun *from = &g_array_index (year->runs, SzPayYearRun, i);
      SzPayYearLine line
          = { .run = from->run,
              .day = from->paid_on,
              .name = g_strdup (from->name),
              .state = sz_case_state_name (&sz_case_pay_run, from->state),
              .account = sz_codes_by_value (SZ_TABLE_ACCOUNT, (int)from->account)->name,
              .amount_fen = from->amount_fen,
              .counts = strcmp (from->state, "paid") == 0 && counts (from->account),
              .document = g_strdup ("") };

      g_array_append_val (book->lines, line);
    }
}

/* Rows of the ledger, paid runs, runs to come. */
static int
get_rank (const SzPayYearLine *line)
{
  return line->run == 0 ? 0 : line->day != SZ_DATE_NONE ? 1 : 2;
}

static int
compare_lines_cb (gconstpointer a, gconstpointer b)
{
  const SzPayYearLine *one = a;
  const SzPayYearLine *other = b;

  if (get_rank (one) != get_rank (other))
    return get_rank (one) - get_rank (other);
  if (one->month != other->month)
    return one->month - other->month;
  if (one->day != other->day)
    return one->day < other->day ? -1 : 1;
  return one->run < other->run ? -1 : one->run > other->run;
}

/* RULE pay-18: 余额 = 核定总量 − 累计 − 已复核未发. */
static void
run_on (SzPayYearBook *book)
{
  const SzTotal *total = &book->total->total;
  SzMoney until_fen = 0;

  for (guint i = 0; i < book->lines->len; i++)
    {
      SzPayYearLine *line = &g_array_index (book->lines, SzPayYearLine, i);

      if (!line->counts)
        continue;
      until_fen += line->amount_fen;
      line->until_fen = until_fen;
      line->has_left = total->has_cap;
      line->left_fen = total->cap_fen - until_fen - book->total->runs->committed_fen;
    }
}

SzPayYearBook *
sz_view_pay_year (SzOffice *office, int year, GError **error)
{
  g_autoptr (SzPayYearBook) book = NULL;
  g_autoptr (GArray) ledger = NULL;

  g_return_val_if_fail (SZ_IS_OFFICE (office), NULL);
  book = g_new0 (SzPayYearBook, 1);
  book->lines = g_array_new (FALSE, TRUE, sizeof (SzPayYearLine));
  g_array_set_clear_func (book->lines, line_cleared_cb);
  book->total = sz_office_total (office, year, error);
  if (book->total != NULL)
    ledger = sz_store_ledger_list (sz_office_get_store (office), SZ_ROWS_OF_YEAR (year), error);
  if (ledger == NULL)
    return NULL;
  add_ledger (book, ledger);
  add_runs (book);
  g_array_sort (book->lines, compare_lines_cb);
  run_on (book);
  return g_steal_pointer (&book);
}
