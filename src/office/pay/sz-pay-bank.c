/* sz-pay-bank.c — the bank list of a run 银行代发清单
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-pay-bank.h"

#include <glib/gstdio.h>
#include <string.h>

#include "sz-office-private.h"
#include "sz-bank-paper.h"
#include "sz-params.h"
#include "sz-pay-net-act.h"
#include "sz-pay-run.h"
#include "sz-rules-payrun.h"
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

typedef struct
{
  const SzBankAsk *ask;
  SzIssueList *issues;
  SzNetView *net;
  char *note;
  GHashTable *accounts; /* person id → Account */
  GArray *rows;         /* of SzBankRow: who is on the list */
  SzBankLayout layout;
  SzBankDone *done;
} Job;

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
sz_bank_done_free (SzBankDone *done)
{
  if (done == NULL)
    return;
  g_free (done->layout);
  g_free (done->file);
  g_array_unref (done->left_out);
  g_free (done);
}

static void
clear_job (Job *job)
{
  g_clear_pointer (&job->net, sz_net_view_free);
  g_free (job->note);
  g_clear_pointer (&job->accounts, g_hash_table_unref);
  g_clear_pointer (&job->rows, g_array_unref);
  sz_bank_layout_clear (&job->layout);
  g_clear_pointer (&job->done, sz_bank_done_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Job, clear_job)

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
read_accounts (Job *job, SzStore *store, GError **error)
{
  job->accounts
      = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, (GDestroyNotify)free_account);
  return sz_store_people_each (store, take_register_cb, job->accounts, error)
         && sz_store_bank_account_each (store, SZ_ROWS_ALL, take_account_cb, job->accounts, error);
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
list_rows (Job *job)
{
  job->rows = g_array_new (FALSE, FALSE, sizeof (SzBankRow));
  for (guint i = 0; i < job->net->people->len; i++)
    {
      const SzNetPerson *person = &g_array_index (job->net->people, SzNetPerson, i);
      const Account *account = g_hash_table_lookup (job->accounts, &person->person_id);
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
      job->done->actual_fen += row.amount_fen;
      if (*row.account == '\0' && job->ask->without_account)
        {
          SzBankLeft left = { g_strdup (row.staff_no), g_strdup (row.name), row.amount_fen };

          job->done->left_out_fen += row.amount_fen;
          g_array_append_val (job->done->left_out, left);
          continue;
        }
      job->done->total_fen += row.amount_fen;
      job->done->count++;
      g_array_append_val (job->rows, row);
    }
  g_assert (job->done->total_fen + job->done->left_out_fen == job->done->actual_fen);
}

/* Within a read. */
static gboolean
gather (Job *job, SzOffice *office, GError **error)
{
  SzStore *store = sz_office_get_store (office);
  g_auto (SzPayRunFile) run = { 0 };
  g_autoptr (GArray) params = NULL;
  g_autoptr (SzIssueList) said = sz_issue_list_new ();
  g_autofree char *number = sz_pay_run_number (job->ask->run);

  if (!sz_pay_run_open (store, job->ask->run, SZ_PAY_RUN_ANY, &run, error))
    return FALSE;
  if (strcmp (run.file->head.state, "approved") != 0 && strcmp (run.file->head.state, "paid") != 0)
    return sz_error_set (error, SZ_ERROR_REFUSED, "run.state", "run", number, "state",
                         run.file->head.state, "verb", "bank", NULL);
  /* What is only said about taxes belongs to `pay net`; what stops it is told here too. */
  job->net = sz_view_pay_net (office, job->ask->run, job->ask->on, said, NULL);
  if (job->net == NULL)
    job->net = sz_view_pay_net (office, job->ask->run, job->ask->on, job->issues, error);
  params = job->net != NULL ? sz_params_gather (office, error) : NULL;
  if (params == NULL || !sz_rules_bank (params, job->net->on, job->ask->layout, &job->layout, error)
      || !read_accounts (job, store, error))
    return FALSE;
  job->note = make_note (job->ask->note, run.frozen->run.name);
  list_rows (job);
  return TRUE;
}

static gboolean
is_workbook (const char *path)
{
  g_autofree char *folded = g_ascii_strdown (path, -1);

  return g_str_has_suffix (folded, ".xlsx");
}

/* Exact to the byte: nothing quoted, nothing guarded, every line ended. */
static gboolean
write_text (const Job *job, const char *path, GError **error)
{
  const SzBankTemplate *layout = &job->layout.layout;
  g_autofree char *text = sz_bank_format (layout, (const SzBankRow *)(gpointer)job->rows->data,
                                          job->rows->len, job->note);
  g_autoptr (GError) fault = NULL;
  g_autofree char *encoded = NULL;
  gsize length = 0;

  encoded = g_convert (text, -1, layout->encoding, "UTF-8", NULL, &length, &fault);
  if (encoded == NULL)
    return sz_error_set (error, SZ_ERROR_FORMAT, "bank.encoding", "encoding", layout->encoding,
                         NULL);
  if (g_file_set_contents (path, encoded, (gssize)length, &fault))
    return TRUE;
  return sz_error_set (error, SZ_ERROR_IO, "file.unwritable", "file", path, "detail",
                       fault->message, NULL);
}

/* RULE aud-1: the file gets its name only when the log knows of it. */
static gboolean
export_list (Job *job, SzOffice *office, GError **error)
{
  g_autofree char *part = g_strconcat (job->ask->path, ".part", NULL);
  SzBankSheet sheet = { &job->layout.layout, (const SzBankRow *)(gpointer)job->rows->data,
                        job->rows->len, job->note, job->done };
  json_t *summary;
  gboolean written = is_workbook (job->ask->path) ? sz_bank_write_workbook (&sheet, part, error)
                                                  : write_text (job, part, error);

  if (!written)
    return FALSE;
  summary
      = json_pack ("{s:I, s:i}", "run", (json_int_t)job->ask->run, "count", (int)job->done->count);
  if (!sz_office_note_file (office, "pay.bank", job->ask->path, part, summary, error))
    {
      g_unlink (part);
      return FALSE;
    }
  /* Accounts of everybody: for the owner alone. Not every file system knows that. */
  if (g_chmod (part, 0600) != 0)
    g_debug ("mode of %s stays", part);
  if (g_rename (part, job->ask->path) == 0)
    return TRUE;
  g_unlink (part);
  return sz_error_set (error, SZ_ERROR_IO, "file.unwritable", "file", job->ask->path, "detail", "",
                       NULL);
}

static SzBankDone *
make_done (const SzBankAsk *ask)
{
  SzBankDone *done = g_new0 (SzBankDone, 1);

  done->run = ask->run;
  done->layout = g_strdup (ask->layout != NULL ? ask->layout : "通用");
  done->file = g_path_get_basename (ask->path);
  done->left_out = g_array_new (FALSE, TRUE, sizeof (SzBankLeft));
  g_array_set_clear_func (done->left_out, left_cleared_cb);
  return done;
}

SzBankDone *
sz_office_pay_bank (SzOffice *office, const SzBankAsk *ask, SzIssueList *issues, GError **error)
{
  g_auto (Job) job = { .ask = ask, .issues = issues };
  g_autofree char *count = NULL;
  guint before;
  gboolean gathered;

  g_return_val_if_fail (SZ_IS_OFFICE (office) && ask != NULL && issues != NULL, NULL);
  g_return_val_if_fail (ask->path != NULL, NULL);
  before = sz_issue_list_errors (issues);
  job.done = make_done (ask);
  if (!sz_store_begin_read (sz_office_get_store (office), error))
    return NULL;
  gathered = gather (&job, office, error);
  sz_store_end_read (sz_office_get_store (office));
  if (!gathered)
    return NULL;
  sz_bank_check (&job.layout.layout, (const SzBankRow *)(gpointer)job.rows->data, job.rows->len,
                 job.note, !is_workbook (ask->path), issues);
  if (sz_issue_list_errors (issues) > before)
    {
      count = g_strdup_printf ("%u", sz_issue_list_errors (issues) - before);
      sz_error_set (error, SZ_ERROR_FORMAT, "bank.faulty", "count", count, NULL);
      sz_office_refuse (office, "pay.bank", ask->path, NULL, error != NULL ? *error : NULL, issues);
      return NULL;
    }
  return export_list (&job, office, error) ? g_steal_pointer (&job.done) : NULL;
}
