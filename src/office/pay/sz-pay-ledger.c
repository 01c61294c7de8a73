/* sz-pay-ledger.c — the year's ledger with its runs 总量执行
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-pay-ledger.h"

#include <string.h>

#include "sz-office-private.h"
#include "sz-scheme-file.h"
#include "sz-store-pay-book.h"

static void
run_cleared_cb (gpointer data)
{
  SzPayYearRun *run = data;

  g_free (run->name);
  g_free (run->state);
}

void
sz_pay_year_free (SzPayYear *year)
{
  if (year == NULL)
    return;
  g_array_unref (year->runs);
  g_free (year);
}

/* A correction belongs to the account of its run, as its scheme says. */
static gboolean
find_account (const SzPayRun *run, SzAccount *account, GError **error)
{
  g_autoptr (SzIssueList) faults = sz_issue_list_new ();
  g_autoptr (SzScheme) scheme = sz_scheme_file_parse (run->scheme, strlen (run->scheme), faults);

  if (scheme == NULL)
    return sz_error_set (error, SZ_ERROR_CORRUPT, "run.scheme_unreadable", "run", run->name, NULL);
  *account = scheme->account;
  return TRUE;
}

static gboolean
add_run (SzPayYear *year, const SzPayRun *run, const SzPayLife *life, GError **error)
{
  SzPayYearRun made = { .run = run->id,
                        .name = g_strdup (run->name),
                        .state = g_strdup (run->state),
                        .amount_fen = life->total_fen,
                        .paid_on = life->paid_on };
  gboolean paid = strcmp (run->state, "paid") == 0;
  gboolean read = find_account (run, &made.account, error);

  g_array_append_val (year->runs, made);
  if (!read)
    return FALSE;
  if (made.account == SZ_ACCOUNT_X3)
    return !paid || sz_money_add (year->paid_x3_fen, made.amount_fen, &year->paid_x3_fen, error);
  if (paid)
    return sz_money_add (year->paid_fen, made.amount_fen, &year->paid_fen, error);
  return strcmp (run->state, "computed") == 0
         || sz_money_add (year->committed_fen, made.amount_fen, &year->committed_fen, error);
}

SzPayYear *
sz_pay_year_read (SzOffice *office, int year, GError **error)
{
  SzStore *store;
  g_autoptr (GArray) runs = NULL;
  g_autoptr (SzPayYear) made = NULL;

  g_return_val_if_fail (SZ_IS_OFFICE (office), NULL);
  store = sz_office_get_store (office);
  runs = sz_store_pay_list (store, error);
  if (runs == NULL)
    return NULL;
  made = g_new0 (SzPayYear, 1);
  made->year = year;
  made->runs = g_array_new (FALSE, TRUE, sizeof (SzPayYearRun));
  g_array_set_clear_func (made->runs, run_cleared_cb);
  for (guint i = 0; i < runs->len; i++)
    {
      const SzPayRun *run = &g_array_index (runs, SzPayRun, i);
      g_auto (SzPayLife) life = { 0 };

      if (sz_date_year (run->to) != year)
        continue;
      if (!sz_store_pay_life_of (store, run->id, &life, error)
          || !add_run (made, run, &life, error))
        return NULL;
    }
  return g_steal_pointer (&made);
}
