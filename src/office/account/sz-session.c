/* sz-session.c — who signed in, and with what acts are signed (RULE acc-4, acc-6)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-session.h"

#include <string.h>

#include "sz-package-key.h"
#include "sz-password.h"
#include "sz-session-private.h"
#include "sz-signature.h"

struct _SzSession
{
  gatomicrefcount ref_count;
  GMutex mutex;
  gint64 account;
  char *login;
  char *name;
  SzRoles roles;
  char *sealed;   /* the private half of the key … */
  char *password; /* … which this opens, when it is first needed; NULL: it was */
  char *seed;     /* secret; NULL: not yet */
};

static char *
dup_seed (const guint8 *seed)
{
  g_autofree char *hex = sz_package_key_dup_hex (seed);
  char *secret = sz_secret_dup (hex);

  sz_package_key_wipe (hex, strlen (hex));
  return secret;
}

SzSession *
sz_session_new (const SzAccountRow *row, const char *password, const guint8 *seed)
{
  SzSession *session;

  g_return_val_if_fail (row != NULL && password != NULL, NULL);

  session = g_new0 (SzSession, 1);
  g_atomic_ref_count_init (&session->ref_count);
  g_mutex_init (&session->mutex);
  session->account = row->id;
  session->login = g_strdup (row->login);
  session->name = g_strdup (row->name);
  sz_roles_parse (row->roles, &session->roles);
  session->sealed = g_strdup (row->private_key);
  session->password = seed == NULL ? sz_secret_dup (password) : NULL;
  session->seed = seed != NULL ? dup_seed (seed) : NULL;
  return session;
}

SzSession *
sz_session_ref (SzSession *session)
{
  g_return_val_if_fail (session != NULL, NULL);

  g_atomic_ref_count_inc (&session->ref_count);
  return session;
}

void
sz_session_unref (SzSession *session)
{
  g_return_if_fail (session != NULL);

  if (!g_atomic_ref_count_dec (&session->ref_count))
    return;
  g_mutex_clear (&session->mutex);
  g_free (session->login);
  g_free (session->name);
  g_free (session->sealed);
  sz_secret_free (session->password);
  sz_secret_free (session->seed);
  g_free (session);
}

void
sz_session_set_account (SzSession *session, gint64 account)
{
  g_return_if_fail (session != NULL);

  session->account = account;
}

gint64
sz_session_get_account (const SzSession *session)
{
  g_return_val_if_fail (session != NULL, 0);

  return session->account;
}

const char *
sz_session_get_login (const SzSession *session)
{
  g_return_val_if_fail (session != NULL, NULL);

  return session->login;
}

const char *
sz_session_get_name (const SzSession *session)
{
  g_return_val_if_fail (session != NULL, NULL);

  return session->name;
}

SzRoles
sz_session_get_roles (const SzSession *session)
{
  g_return_val_if_fail (session != NULL, SZ_ROLE_NONE);

  return session->roles;
}

gboolean
sz_session_open_key (SzSession *session, guint8 *seed, GError **error)
{
  gboolean done = TRUE;

  g_return_val_if_fail (session != NULL && seed != NULL, FALSE);

  g_mutex_lock (&session->mutex);
  if (session->seed == NULL)
    {
      done = sz_password_unseal (session->sealed, session->password, seed, error);
      session->seed = done ? dup_seed (seed) : NULL;
      if (done)
        g_clear_pointer (&session->password, sz_secret_free);
    }
  else
    sz_package_key_from_hex (session->seed, seed);
  g_mutex_unlock (&session->mutex);
  return done;
}

static char *
sign_act (const char *hash, gint64 *account, gpointer user_data, GError **error)
{
  SzSession *session = user_data;
  guint8 seed[SZ_SEED_BYTES];
  char *signature = NULL;

  if (!sz_session_open_key (session, seed, error))
    return NULL;
  signature = sz_signature_dup (seed, hash);
  sz_package_key_wipe (seed, sizeof seed);
  *account = session->account;
  return signature;
}

void
sz_session_sign_for (SzSession *session, SzStore *store)
{
  g_return_if_fail (store != NULL);

  sz_store_set_signer (store, session != NULL ? sign_act : NULL, session);
}

void
sz_office_adopt (SzOffice *office, SzSession *session)
{
  g_return_if_fail (SZ_IS_OFFICE (office));

  sz_office_hold (office, session != NULL ? sz_session_ref (session) : NULL,
                  (GDestroyNotify)sz_session_unref, session != NULL ? session->name : NULL);
  sz_session_sign_for (session, sz_office_get_store (office));
}

SzSession *
sz_office_get_session (SzOffice *office)
{
  return sz_office_get_held (office);
}

gboolean
sz_office_has_accounts (SzOffice *office, gboolean *has, GError **error)
{
  g_return_val_if_fail (SZ_IS_OFFICE (office), FALSE);

  return sz_store_has_accounts (sz_office_get_store (office), has, error);
}

/* Whether an account of this college signs with the key of @session. */
static gboolean
find_key (SzOffice *office, SzSession *session, gint64 account, gboolean *found, GError **error)
{
  guint8 seed[SZ_SEED_BYTES], public_key[SZ_SEED_BYTES];
  g_auto (SzAccountKey) key = { 0 };

  if (!sz_session_open_key (session, seed, error))
    return FALSE;
  sz_package_key_public (seed, public_key);
  sz_package_key_wipe (seed, sizeof seed);
  key.public_key = sz_package_key_dup_hex (public_key);
  if (!sz_store_account_key_find (sz_office_get_store (office), &key, found, error))
    return FALSE;
  *found = *found && key.account_id == account;
  return TRUE;
}

gboolean
sz_office_take_session (SzOffice *office, SzSession *session, GError **error)
{
  g_auto (SzAccountRow) row = { 0 };
  gboolean found = FALSE;

  g_return_val_if_fail (SZ_IS_OFFICE (office), FALSE);

  if (session == NULL)
    {
      sz_office_adopt (office, NULL);
      return TRUE;
    }
  row.login = g_strdup (session->login);
  if (!sz_store_account_find (sz_office_get_store (office), &row, &found, error))
    return FALSE;
  if (found && row.id == session->account && !find_key (office, session, row.id, &found, error))
    return FALSE;
  if (!found || row.id != session->account || !g_str_equal (row.state, SZ_ACCOUNT_ACTIVE))
    return sz_error_set (error, SZ_ERROR_REFUSED, "account.wrong", NULL);
  sz_office_adopt (office, session);
  return TRUE;
}
