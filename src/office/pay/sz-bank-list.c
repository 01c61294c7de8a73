/* sz-bank-list.c — who is paid how much on which account
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-bank-list.h"

#include <string.h>

#include "sz-office-private.h"
#include "sz-params.h"
#include "sz-pay-run.h"
#include "sz-store-people.h"
#include "sz-store-salary.h"

#define NOTE_LENGTH 20 /* characters of 摘要 */

/* Where somebody's money goes. */
typedef struct
{
  char *holder;
  char *account;
  char *branch;
  char *branch_no;
} Account;

static void
free_account (Account *account)
{
  g_free (account->holder);
  g_free (account->account);
  g_free (account->branch);
  g_free (account->branch_no);
  g_free (account);
}

static void
left_cleared_cb (gpointer data)
{
  SzBankLeft *left = data;

  g_free (left->staff_no);
  g_free (left->name);
}

void
sz_bank_list_free (SzBankList *list)
{
  if (list == NULL)
    return;
  g_clear_pointer (&list->net, sz_net_view_free);
  g_free (list->note);
  g_clear_pointer (&list->accounts, g_hash_table_unref);
  g_clear_pointer (&list->rows, g_array_unref);
  g_clear_pointer (&list->left_out, g_array_unref);
  sz_bank_layout_clear (&list->layout);
  g_free (list);
}

static gboolean
take_register_cb (const SzPersonFile *file, gpointer user_data, GError **error)
{
  Account *account = g_new0 (Account, 1);

  (void)error;
  account->holder = g_strdup (file->person.name);
  account->account = g_strdup (file->person.bank_account);
  account->branch = g_strdup ("");
  account->branch_no = g_strdup ("");
  g_hash_table_replace (user_data, g_memdup2 (&file->person.id, sizeof file->person.id), account);
  return TRUE;
}

static void
set_text (char **place, const char *text)
{
  if (text == NULL || *text == '\0')
    return;
  g_free (*place);
  *place = g_strdup (text);
}

/* RULE pay-17: those of kind `bank-accounts` before the register. */
static gboolean
take_account_cb (gconstpointer data, gpointer user_data, GError **error)
{
  const SzBankAccountRow *row = data;
  Account *account = g_hash_table_lookup (user_data, &row->person_id);

  (void)error;
  if (account == NULL)
    return TRUE;
  set_text (&account->holder, row->holder);
  set_text (&account->account, row->account);
  set_text (&account->branch, row->branch);
  set_text (&account->branch_no, row->branch_no);
  return TRUE;
}

static gboolean
read_accounts (SzBankList *list, SzStore *store, GError **error)
{
  list->accounts
      = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, (GDestroyNotify)free_account);
  return sz_store_people_each (store, take_register_cb, list->accounts, error)
         && sz_store_bank_account_each (store, SZ_ROWS_ALL, take_account_cb, list->accounts, error);
}

/* The first characters of the run's name, unless something else was wanted. */
static char *
make_note (const char *wanted, const char *name)
{
  if (wanted != NULL)
    return g_strdup (wanted);
  return g_utf8_strlen (name, -1) > NOTE_LENGTH ? g_utf8_substring (name, 0, NOTE_LENGTH)
                                                : g_strdup (name);
}

/* Σ list + Σ left out = Σ actual. */
static void
list_rows (SzBankList *list, const SzBankAsk *ask)
{
  list->rows = g_array_new (FALSE, FALSE, sizeof (SzBankRow));
  for (guint i = 0; i < list->net->people->len; i++)
    {
      const SzNetPerson *person = &g_array_index (list->net->people, SzNetPerson, i);
      const Account *account = g_hash_table_lookup (list->accounts, &person->person_id);
      SzBankRow row = { person->staff_no,   person->name,          person->name, "", "", "",
                        person->department, person->net.actual_fen };

      if (row.amount_fen <= 0)
        continue;
      if (account != NULL)
        {
          row.holder = account->holder;
          row.account = account->account != NULL ? account->account : "";
          row.branch = account->branch;
          row.branch_no = account->branch_no;
        }
      list->actual_fen += row.amount_fen;
      if (*row.account == '\0' && ask->without_account)
        {
          SzBankLeft left = { g_strdup (row.staff_no), g_strdup (row.name), row.amount_fen };

          list->left_out_fen += row.amount_fen;
          g_array_append_val (list->left_out, left);
          continue;
        }
      list->total_fen += row.amount_fen;
      g_array_append_val (list->rows, row);
    }
  g_assert (list->total_fen + list->left_out_fen == list->actual_fen);
}

/* Within a read. */
static gboolean
gather (
    SzBankList *list, SzOffice *office, const SzBankAsk *ask, SzIssueList *issues, GError **error)
{
  SzStore *store = sz_office_get_store (office);
  g_auto (SzPayRunFile) run = { 0 };
  g_autoptr (GArray) params = NULL;
  g_autoptr (SzIssueList) said = sz_issue_list_new ();
  g_autofree char *number = sz_pay_run_number (ask->run);

  if (!sz_pay_run_open (store, ask->run, SZ_PAY_RUN_ANY, &run, error))
    return FALSE;
  if (strcmp (run.file->head.state, "approved") != 0 && strcmp (run.file->head.state, "paid") != 0)
    return sz_error_set (error, SZ_ERROR_REFUSED, "run.state", "run", number, "state",
                         run.file->head.state, "verb", "bank", NULL);
  /* What is only said about taxes belongs to `pay net`; what stops it is told here too. */
  list->net = sz_view_pay_net (office, ask->run, ask->on, said, NULL);
  if (list->net == NULL)
    list->net = sz_view_pay_net (office, ask->run, ask->on, issues, error);
  params = list->net != NULL ? sz_params_gather (office, error) : NULL;
  if (params == NULL || !sz_rules_bank (params, list->net->on, ask->layout, &list->layout, error)
      || !read_accounts (list, store, error))
    return FALSE;
  list->note = make_note (ask->note, run.frozen->run.name);
  list_rows (list, ask);
  return TRUE;
}

SzBankList *
sz_bank_list_read (SzOffice *office, const SzBankAsk *ask, SzIssueList *issues, GError **error)
{
  g_autoptr (SzBankList) list = NULL;
  gboolean gathered;

  g_return_val_if_fail (SZ_IS_OFFICE (office) && ask != NULL && issues != NULL, NULL);
  list = g_new0 (SzBankList, 1);
  list->left_out = g_array_new (FALSE, TRUE, sizeof (SzBankLeft));
  g_array_set_clear_func (list->left_out, left_cleared_cb);
  if (!sz_store_begin_read (sz_office_get_store (office), error))
    return NULL;
  gathered = gather (list, office, ask, issues, error);
  sz_store_end_read (sz_office_get_store (office));
  return gathered ? g_steal_pointer (&list) : NULL;
}

gboolean
sz_bank_list_judge (const SzBankList *list, gboolean as_text, SzIssueList *issues, GError **error)
{
  g_autofree char *count = NULL;
  guint before;

  g_return_val_if_fail (list != NULL && issues != NULL, FALSE);
  before = sz_issue_list_errors (issues);
  sz_bank_check (&list->layout.layout, (const SzBankRow *)(gpointer)list->rows->data,
                 list->rows->len, list->note, as_text, issues);
  if (sz_issue_list_errors (issues) == before)
    return TRUE;
  count = g_strdup_printf ("%u", sz_issue_list_errors (issues) - before);
  return sz_error_set (error, SZ_ERROR_FORMAT, "bank.faulty", "count", count, NULL);
}
