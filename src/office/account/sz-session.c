/* sz-session.c — who signed in, and with what acts are signed (RULE acc-4, acc-6)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-session.h"

#include <string.h>

#include "sz-office-act.h"
#include "sz-package-key.h"
#include "sz-password.h"
#include "sz-session-private.h"
#include "sz-signature.h"

/* RULE acc-4 */
#define WRONG_FREE 5
#define WAIT_SECONDS 15
#define WAIT_SECONDS_MAX (15 * 60)
/* When somebody was last seen is told by the hour; each command need not write it. */
#define HOUR_LENGTH 13

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
sz_office_adopt (SzOffice *office, SzSession *session)
{
  g_return_if_fail (SZ_IS_OFFICE (office));

  sz_office_set_session (office, session, session != NULL ? session->name : NULL);
  sz_store_set_signer (sz_office_get_store (office), session != NULL ? sign_act : NULL, session);
}

gboolean
sz_office_has_accounts (SzOffice *office, gboolean *has, GError **error)
{
  g_return_val_if_fail (SZ_IS_OFFICE (office), FALSE);

  return sz_store_has_accounts (sz_office_get_store (office), has, error);
}

/* ---- wrong passwords ---- */

static char *
add_seconds (const char *now, gint64 seconds)
{
  g_autoptr (GDateTime) at = g_date_time_new_from_iso8601 (now, NULL);
  g_autoptr (GDateTime) later = at != NULL ? g_date_time_add_seconds (at, (double)seconds) : NULL;

  return later != NULL ? g_date_time_format (later, "%Y-%m-%dT%H:%M:%SZ") : g_strdup ("");
}

/* ISO texts of one zone sort as their times do, to the second. */
static gboolean
is_later (const char *text, const char *now)
{
  return strncmp (text, now, strlen ("2026-01-08T02:03:04")) > 0;
}

static gboolean
refuse_wait (const SzSignIn *sign_in, const char *now, GError **error)
{
  g_autoptr (GDateTime) from = g_date_time_new_from_iso8601 (now, NULL);
  g_autoptr (GDateTime) until = g_date_time_new_from_iso8601 (sign_in->wait_until, NULL);
  GTimeSpan span = from != NULL && until != NULL ? g_date_time_difference (until, from) : 0;
  g_autofree char *seconds
      = g_strdup_printf ("%" G_GINT64_FORMAT, (span + G_TIME_SPAN_SECOND - 1) / G_TIME_SPAN_SECOND);

  return sz_error_set (error, SZ_ERROR_REFUSED, "account.wait", "seconds", seconds, NULL);
}

/* What cannot be counted is not answered: the number of attempts is the only bar. */
static gboolean
refuse_wrong (
    SzOffice *office, const char *login, SzSignIn *sign_in, const char *now, GError **error)
{
  g_autoptr (GError) fault = NULL;

  sign_in->wrong++;
  if (sign_in->wrong >= WRONG_FREE)
    {
      const gint64 doubled = MIN (sign_in->wrong - WRONG_FREE, 10);

      g_free (sign_in->wait_until);
      sign_in->wait_until = add_seconds (now, MIN (WAIT_SECONDS << doubled, WAIT_SECONDS_MAX));
    }
  if (!sz_store_sign_in_put (sz_office_get_store (office), login, sign_in, &fault)
      && !sz_store_is_read_only (sz_office_get_store (office))
      && !g_str_has_prefix (fault->message, "db.read_only"))
    {
      g_propagate_error (error, g_steal_pointer (&fault));
      return FALSE;
    }
  return sz_error_set (error, SZ_ERROR_REFUSED, "account.wrong", NULL);
}

/* Trouble here is no reason to shut somebody out. */
static void
note_seen (SzOffice *office, const char *login, SzSignIn *sign_in, const char *now)
{
  const gint64 wrong = sign_in->wrong;

  if (wrong == 0 && strncmp (sign_in->last_seen, now, HOUR_LENGTH) == 0)
    return;
  g_free (sign_in->last_seen);
  sign_in->last_seen = g_strdup (now);
  g_free (sign_in->wait_until);
  sign_in->wait_until = g_strdup ("");
  sign_in->wrong = 0;
  if (sz_store_sign_in_put (sz_office_get_store (office), login, sign_in, NULL) && wrong > 0)
    sz_office_note (office, "account.sign_in", NULL,
                    json_pack ("{s:s, s:I}", "login", login, "wrong", (json_int_t)wrong), NULL);
}

/* ---- signing in ---- */

char *
sz_account_add_key (SzAct *act, gint64 account, const char *password, guint8 *seed, GError **error)
{
  guint8 public_key[SZ_SEED_BYTES];
  g_autofree char *hex = NULL;
  g_autofree char *sealed = NULL;

  g_return_val_if_fail (act != NULL && password != NULL && seed != NULL, NULL);

  sz_seed_fill (seed);
  sz_package_key_public (seed, public_key);
  hex = sz_package_key_dup_hex (public_key);
  sealed = sz_password_dup_sealed (seed, password, error);
  if (sealed == NULL || !sz_store_account_add_key (act, account, hex, error))
    return NULL;
  return g_steal_pointer (&sealed);
}

typedef struct
{
  SzOffice *office;
  SzAccountRow *row;
  const char *password;
} FirstKey;

/* Signed with the key that it makes. */
static gboolean
make_first_key (SzAct *act, json_t *summary, gpointer user_data, GError **error)
{
  FirstKey *job = user_data;
  guint8 seed[SZ_SEED_BYTES];
  g_autoptr (SzSession) session = NULL;
  char *sealed = sz_account_add_key (act, job->row->id, job->password, seed, error);

  if (sealed == NULL)
    return FALSE;
  g_free (job->row->private_key);
  job->row->private_key = sealed;
  session = sz_session_new (job->row, job->password, seed);
  sz_package_key_wipe (seed, sizeof seed);
  sz_office_adopt (job->office, session);
  json_object_set_new (summary, "login", json_string (job->row->login));
  return sz_store_account_put (act, job->row, SZ_PUT_UPDATE, NULL, error);
}

static gboolean
begin_session (SzOffice *office, SzAccountRow *row, const char *password, GError **error)
{
  g_autoptr (SzSession) session = sz_session_new (row, password, NULL);
  FirstKey job = { office, row, password };

  sz_office_adopt (office, session);
  if (*row->private_key != '\0'
      || sz_office_run (office, &(SzActHead){ .kind = "account.key" }, make_first_key, &job, NULL,
                        error))
    return TRUE;
  sz_office_adopt (office, NULL);
  return FALSE;
}

/* As long as a right one takes, whether there is such an account or not. */
static gboolean
check_password (const SzAccountRow *row, gboolean found, const char *password)
{
  g_autofree char *spent = NULL;

  if (found && g_str_equal (row->state, SZ_ACCOUNT_ACTIVE))
    return sz_password_fits (row->password, password);
  spent = sz_password_dup_hash (password, NULL);
  return FALSE;
}

SzSession *
sz_office_sign_in (SzOffice *office, const char *login, const char *password, GError **error)
{
  g_auto (SzAccountRow) row = { 0 };
  g_auto (SzSignIn) sign_in = { 0 };
  g_autofree char *now = NULL;
  gboolean found = FALSE;
  SzStore *store;

  g_return_val_if_fail (SZ_IS_OFFICE (office) && login != NULL && password != NULL, NULL);

  store = sz_office_get_store (office);
  now = sz_office_dup_now (office);
  row.login = g_strdup (login);
  if (!sz_store_sign_in_get (store, login, &sign_in, error)
      || !sz_store_account_find (store, &row, &found, error))
    return NULL;
  if (is_later (sign_in.wait_until, now))
    {
      refuse_wait (&sign_in, now, error);
      return NULL;
    }
  if (!check_password (&row, found, password))
    {
      refuse_wrong (office, login, &sign_in, now, error);
      return NULL;
    }
  if (!begin_session (office, &row, password, error))
    return NULL;
  note_seen (office, login, &sign_in, now);
  return sz_session_ref (sz_office_get_session (office));
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
