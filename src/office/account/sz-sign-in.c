/* sz-sign-in.c — signing in, and what a wrong password costs (RULE acc-4, acc-6)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-sign-in.h"

#include <string.h>

#include "sz-office-act.h"
#include "sz-office-note.h"
#include "sz-package-key.h"
#include "sz-password.h"
#include "sz-session-private.h"
#include "sz-sign-in-private.h"
#include "sz-signature.h"

/* RULE acc-4 */
#define WRONG_FREE 5
#define WAIT_SECONDS 15
#define WAIT_SECONDS_MAX (15 * 60)
/* When somebody was last seen is told by the hour; each command need not write it. */
#define HOUR_LENGTH 13

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

gboolean
sz_office_enter (SzOffice *office, GError **error)
{
  g_auto (SzAccountRow) row = { 0 };
  g_auto (SzSignIn) sign_in = { 0 };
  g_autofree char *now = NULL;
  const char *login, *password;
  gboolean found = FALSE;
  SzStore *store;

  g_return_val_if_fail (SZ_IS_OFFICE (office), FALSE);

  store = sz_office_get_store (office);
  if (!sz_store_who (store, &login, &password))
    return TRUE;
  row.login = g_strdup (login);
  if (!sz_store_account_find (store, &row, &found, error))
    return FALSE;
  if (!found)
    {
      sz_office_hold (office, NULL, (GDestroyNotify)sz_session_unref, login);
      return TRUE;
    }
  if (!g_str_equal (row.state, SZ_ACCOUNT_ACTIVE))
    return sz_error_set (error, SZ_ERROR_REFUSED, "account.closed", "login", login, NULL);
  now = sz_office_dup_now (office);
  if (!begin_session (office, &row, password, error)
      || !sz_store_sign_in_get (store, login, &sign_in, error))
    return FALSE;
  note_seen (office, login, &sign_in, now);
  return TRUE;
}
