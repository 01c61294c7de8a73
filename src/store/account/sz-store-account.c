/* sz-store-account.c — accounts, their keys, and how often a password was wrong (RULE acc-2, acc-4)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-store-account.h"

#include "sz-act-private.h"
#include "sz-password.h"
#include "sz-row-table.h"

/* In the place of a hash, where the server alone judges passwords. */
#define AT_SERVER "-"

static const SzColumn account_columns[] = {
  SZ_COLUMN (SzAccountRow, login, TEXT, KEY),
  SZ_COLUMN (SzAccountRow, name, TEXT, PLAIN),
  SZ_COLUMN (SzAccountRow, roles, TEXT, PLAIN),
  SZ_COLUMN (SzAccountRow, state, TEXT, PLAIN),
  SZ_COLUMN (SzAccountRow, password, TEXT, PLAIN),
  SZ_COLUMN (SzAccountRow, private_key, TEXT, PLAIN),
  SZ_COLUMN (SzAccountRow, recovery, TEXT, PLAIN),
};

/* An account is closed, never taken back: its acts bear its name. */
const SzRowType sz_account_type
    = { SZ_ROW_TYPE ("accounts", SzAccountRow, account_columns), .for_good = TRUE };

SZ_ROW_DEFINE (SzAccountRow, sz_store_account, sz_account_type)

static const SzColumn key_columns[] = {
  SZ_COLUMN (SzAccountKey, account_id, REF, PLAIN),
  SZ_COLUMN (SzAccountKey, public_key, TEXT, KEY),
  SZ_COLUMN (SzAccountKey, since_seq, INT64, PLAIN),
};

const SzRowType sz_account_key_type
    = { SZ_ROW_TYPE ("account_keys", SzAccountKey, key_columns), .for_good = TRUE };

SZ_ROW_DEFINE (SzAccountKey, sz_store_account_key, sz_account_key_type)

gboolean
sz_store_has_accounts (SzStore *store, gboolean *has, GError **error)
{
  gint64 n = 0;

  g_return_val_if_fail (store != NULL && has != NULL, FALSE);

  *has = store->has_accounts;
  /* Once there are, there are for good (RULE acc-1); asked inside an act it may yet be taken back.
   */
  if (store->has_accounts)
    return TRUE;
  if (!sz_db_query_int (store->db, "SELECT EXISTS (SELECT 1 FROM accounts)", 0, &n, error))
    return FALSE;
  *has = n != 0;
  store->has_accounts = *has && store->act == NULL;
  return TRUE;
}

gboolean
sz_store_account_add_key (SzAct *act, gint64 account_id, const char *public_key, GError **error)
{
  SzAccountKey key = { .account_id = account_id, .public_key = (char *)public_key };

  g_return_val_if_fail (act != NULL && public_key != NULL, FALSE);

  key.since_seq = act->seq;
  return sz_store_account_key_put (act, &key, SZ_PUT_INSERT, NULL, error);
}

void
sz_sign_in_clear (SzSignIn *sign_in)
{
  g_return_if_fail (sign_in != NULL);

  g_clear_pointer (&sign_in->wait_until, g_free);
  g_clear_pointer (&sign_in->last_seen, g_free);
}

gboolean
sz_store_sign_in_get (SzStore *store, const char *login, SzSignIn *sign_in, GError **error)
{
  g_autoptr (SzStmt) stmt = NULL;
  gboolean row = FALSE;

  g_return_val_if_fail (store != NULL && login != NULL && sign_in != NULL, FALSE);

  stmt
      = sz_db_prepare (store->db,
                       "SELECT wrong, wait_until, last_seen FROM sign_ins WHERE login = $1", error);
  if (stmt == NULL)
    return FALSE;
  sz_stmt_bind_text (stmt, 1, login);
  if (!sz_stmt_step (stmt, &row, error))
    return FALSE;
  sz_sign_in_clear (sign_in);
  sign_in->wrong = row ? sz_stmt_int (stmt, 0) : 0;
  sign_in->wait_until = g_strdup (row ? sz_stmt_text (stmt, 1) : "");
  sign_in->last_seen = g_strdup (row ? sz_stmt_text (stmt, 2) : "");
  return TRUE;
}

static gboolean
put_row (SzStore *store, const char *login, const SzSignIn *sign_in, GError **error)
{
  SzStmt *stmt = sz_db_prepare (
      store->db,
      "INSERT INTO sign_ins (login, wrong, wait_until, last_seen) VALUES ($1, $2, $3, $4)"
      " ON CONFLICT (login) DO UPDATE SET wrong = excluded.wrong,"
      " wait_until = excluded.wait_until, last_seen = excluded.last_seen",
      error);

  if (stmt == NULL)
    return FALSE;
  sz_stmt_bind_text (stmt, 1, login);
  sz_stmt_bind_int (stmt, 2, sign_in->wrong);
  sz_stmt_bind_text (stmt, 3, sign_in->wait_until);
  sz_stmt_bind_text (stmt, 4, sign_in->last_seen);
  return sz_stmt_run (stmt, error);
}

gboolean
sz_store_sign_in_put (SzStore *store, const char *login, const SzSignIn *sign_in, GError **error)
{
  g_return_val_if_fail (store != NULL && login != NULL && sign_in != NULL, FALSE);
  g_return_val_if_fail (store->act == NULL, FALSE);

  if (!sz_db_begin (store->db, TRUE, error))
    return FALSE;
  if (put_row (store, login, sign_in, error) && sz_db_commit (store->db, error))
    return TRUE;
  sz_db_rollback (store->db);
  return FALSE;
}

gboolean
sz_store_set_login (SzAct *act, const SzDbLogin *login, GError **error)
{
  SzDb *db;

  g_return_val_if_fail (act != NULL && login != NULL, FALSE);

  db = act->store->db;
  return db->klass->set_login == NULL || db->klass->set_login (db, login, error);
}

char *
sz_store_dup_password (SzStore *store, const char *password, GError **error)
{
  g_return_val_if_fail (store != NULL && password != NULL, NULL);

  return store->db->klass->who == NULL ? sz_password_dup_hash (password, error)
                                       : g_strdup (AT_SERVER);
}

gboolean
sz_store_who (SzStore *store, const char **login, const char **password)
{
  g_return_val_if_fail (store != NULL && login != NULL && password != NULL, FALSE);

  if (store->db->klass->who == NULL)
    return FALSE;
  store->db->klass->who (store->db, login, password);
  return TRUE;
}
