/* sz-signature.c — acts signed, and the proof of it (RULE acc-6)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-signature.h"

#include <sodium.h>
#include <string.h>

#include "sz-store-private.h"

char *
sz_signature_dup (const guint8 *seed, const char *hash)
{
  guint8 public_key[crypto_sign_PUBLICKEYBYTES];
  guint8 secret[crypto_sign_SECRETKEYBYTES];
  guint8 signature[crypto_sign_BYTES];
  char *hex;

  g_return_val_if_fail (seed != NULL && hash != NULL, NULL);

  crypto_sign_seed_keypair (public_key, secret, seed);
  crypto_sign_detached (signature, NULL, (const guint8 *)hash, strlen (hash), secret);
  sodium_memzero (secret, sizeof secret);
  hex = g_malloc (sizeof signature * 2 + 1);
  return sodium_bin2hex (hex, sizeof signature * 2 + 1, signature, sizeof signature);
}

static gboolean
read_hex (const char *hex, guint8 *bytes, gsize length)
{
  gsize read = 0;

  return sodium_hex2bin (bytes, length, hex, strlen (hex), NULL, &read, NULL) == 0
         && read == length;
}

gboolean
sz_signature_holds (const char *public_key, const char *hash, const char *signature)
{
  guint8 key[crypto_sign_PUBLICKEYBYTES];
  guint8 bytes[crypto_sign_BYTES];

  g_return_val_if_fail (public_key != NULL && hash != NULL && signature != NULL, FALSE);

  return read_hex (public_key, key, sizeof key) && read_hex (signature, bytes, sizeof bytes)
         && crypto_sign_verify_detached (bytes, (const guint8 *)hash, strlen (hash), key) == 0;
}

gboolean
sz_signature_save (SzStore *store, gint64 seq, const char *hash, GError **error)
{
  g_autofree char *signature = NULL;
  gint64 account = 0;
  SzStmt *stmt;

  g_return_val_if_fail (store != NULL && hash != NULL, FALSE);

  if (store->signer == NULL)
    return TRUE;
  signature = store->signer (hash, &account, store->signer_data, error);
  if (signature == NULL)
    return FALSE;
  stmt = sz_db_prepare (store->db,
                        "INSERT INTO act_signatures (act_seq, account_id, signature)"
                        " VALUES ($1, $2, $3)",
                        error);
  if (stmt == NULL)
    return FALSE;
  sz_stmt_bind_int (stmt, 1, seq);
  sz_stmt_bind_int (stmt, 2, account);
  sz_stmt_bind_text (stmt, 3, signature);
  return sz_stmt_queue (stmt, &(SzRowTag){ .table = "act_signatures", .id = seq }, error);
}

/* ---- the proof ---- */

typedef struct
{
  gint64 account;
  gint64 since;
  char *name;
  char *public_key;
} Key;

struct _SzSignatures
{
  SzStore *store;
  GArray *keys;
  gint64 since; /* the act that made the first account; 0: there is none */
};

static void
key_cleared_cb (gpointer data)
{
  Key *key = data;

  g_free (key->name);
  g_free (key->public_key);
}

void
sz_signatures_free (SzSignatures *signatures)
{
  if (signatures == NULL)
    return;
  g_array_unref (signatures->keys);
  g_free (signatures);
}

static gboolean
read_keys (SzSignatures *signatures, SzStore *store, GError **error)
{
  g_autoptr (SzStmt) stmt
      = sz_db_prepare (store->db,
                       "SELECT k.account_id, k.since_seq, a.name, k.public_key FROM account_keys k"
                       " JOIN accounts a ON a.id = k.account_id ORDER BY k.since_seq",
                       error);
  gboolean row = TRUE;

  while (stmt != NULL && row)
    {
      Key key;

      if (!sz_stmt_step (stmt, &row, error))
        return FALSE;
      if (!row)
        break;
      key = (Key){ sz_stmt_int (stmt, 0), sz_stmt_int (stmt, 1), g_strdup (sz_stmt_text (stmt, 2)),
                   g_strdup (sz_stmt_text (stmt, 3)) };
      if (signatures->since == 0)
        signatures->since = key.since;
      g_array_append_val (signatures->keys, key);
    }
  return stmt != NULL;
}

SzSignatures *
sz_signatures_read (SzStore *store, GError **error)
{
  g_autoptr (SzSignatures) signatures = NULL;

  g_return_val_if_fail (store != NULL, NULL);

  g_assert (sodium_init () >= 0);
  signatures = g_new0 (SzSignatures, 1);
  signatures->store = store;
  signatures->keys = g_array_new (FALSE, TRUE, sizeof (Key));
  g_array_set_clear_func (signatures->keys, key_cleared_cb);
  return read_keys (signatures, store, error) ? g_steal_pointer (&signatures) : NULL;
}

static gboolean
holds (const SzSignatures *signatures, SzStmt *stmt, const SzActRow *act, const char *hash)
{
  const gint64 account = sz_stmt_int (stmt, 0);
  const char *signature = sz_stmt_text (stmt, 1);

  for (guint i = 0; i < signatures->keys->len; i++)
    {
      const Key *key = &g_array_index (signatures->keys, Key, i);

      if (key->account == account && key->since <= act->seq && strcmp (key->name, act->who) == 0
          && sz_signature_holds (key->public_key, hash, signature))
        return TRUE;
    }
  return FALSE;
}

gboolean
sz_signatures_judge (SzSignatures *signatures,
                     const SzActRow *act,
                     const char *hash,
                     const char **fault,
                     GError **error)
{
  g_autoptr (SzStmt) stmt = NULL;
  gboolean row = FALSE;

  g_return_val_if_fail (signatures != NULL && act != NULL && hash != NULL && fault != NULL, FALSE);

  *fault = NULL;
  if (signatures->since == 0 || act->seq < signatures->since)
    return TRUE;
  stmt = sz_db_prepare (signatures->store->db,
                        "SELECT account_id, signature FROM act_signatures WHERE act_seq = $1",
                        error);
  if (stmt == NULL)
    return FALSE;
  sz_stmt_bind_int (stmt, 1, act->seq);
  if (!sz_stmt_step (stmt, &row, error))
    return FALSE;
  if (row && !holds (signatures, stmt, act, hash))
    *fault = "audit.signature_wrong";
  /* The program's own conversion of rows runs when the file is opened, before anybody signs in. */
  else if (!row && strcmp (act->kind, "upgrade") != 0 && strcmp (act->kind, "college.moved") != 0)
    *fault = "audit.unsigned";
  return TRUE;
}
