/* sz-account.c — accounts made, changed and closed (RULE acc-1, acc-2, acc-4)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-account.h"

#include <string.h>

#include "sz-account-rules.h"
#include "sz-data.h"
#include "sz-office-act.h"
#include "sz-package-key.h"
#include "sz-package.h"
#include "sz-password.h"
#include "sz-params.h"
#include "sz-rights.h"
#include "sz-session-private.h"
#include "sz-sign-in-private.h"

#define LOGIN_MIN 2
#define LOGIN_MAX 32
#define PASSWORD_CHARACTERS 12

void
sz_account_info_free (SzAccountInfo *info)
{
  if (info == NULL)
    return;
  g_free (info->login);
  g_free (info->name);
  g_ptr_array_unref (info->roles);
  g_free (info->fingerprint);
  g_free (info->last_seen);
  g_free (info);
}

/* ---- what can be judged without the college ---- */

static gboolean
check_login (const char *login, GError **error)
{
  const gsize length = strlen (login);
  gboolean sound = length >= LOGIN_MIN && length <= LOGIN_MAX && g_ascii_islower (login[0]);

  for (const char *p = login; sound && *p != '\0'; p++)
    sound = g_ascii_islower (*p) || g_ascii_isdigit (*p) || *p == '_' || *p == '-';
  return sound || sz_error_set (error, SZ_ERROR_REFUSED, "account.login", "login", login, NULL);
}

static gboolean
check_name (const char *name, GError **error)
{
  g_autofree char *plain = g_strstrip (g_strdup (name));

  return (*plain != '\0' && g_str_equal (plain, name))
         || sz_error_set (error, SZ_ERROR_REFUSED, "account.name", NULL);
}

/* Who grants rights or checks must not act (RULE acc-2). */
static gboolean
check_roles (const char *text, SzRoles *roles, GError **error)
{
  const SzRoles alone = SZ_ROLE_ADMINISTRATOR | SZ_ROLE_SUPERVISOR;

  if (!sz_roles_parse (text, roles))
    return sz_error_set (error, SZ_ERROR_REFUSED, "account.role", "role", text, NULL);
  if ((*roles & alone) != 0 && (*roles & (*roles - 1)) != 0)
    return sz_error_set (error, SZ_ERROR_REFUSED, "account.roles_apart", NULL);
  return TRUE;
}

/* The list is in small letters; what is common stays so with a capital. */
static gboolean
is_common (const char *password)
{
  g_autofree char *list = sz_data_dup_text ("common-passwords.txt");
  g_autofree char *small = g_utf8_strdown (password, -1);
  g_auto (GStrv) lines = g_strsplit (list, "\n", -1);

  return g_strv_contains ((const char *const *)lines, small);
}

/* The same character, or one after another, all the way. */
static gboolean
is_row (const char *password)
{
  const gunichar first = g_utf8_get_char (password);
  const int step = (int)g_utf8_get_char (g_utf8_next_char (password)) - (int)first;
  int last = (int)first;

  for (const char *p = g_utf8_next_char (password); *p != '\0'; p = g_utf8_next_char (p))
    {
      if ((int)g_utf8_get_char (p) - last != step)
        return FALSE;
      last = (int)g_utf8_get_char (p);
    }
  return step >= -1 && step <= 1;
}

gboolean
sz_account_check_password (const char *password,
                           const char *login,
                           const char *name,
                           GError **error)
{
  g_autofree char *small = NULL;
  g_autofree char *small_name = NULL;

  g_return_val_if_fail (password != NULL && login != NULL && name != NULL, FALSE);

  if (!g_utf8_validate (password, -1, NULL) || g_utf8_strlen (password, -1) < PASSWORD_CHARACTERS)
    return sz_error_set (error, SZ_ERROR_REFUSED, "account.password_short", NULL);
  small = g_utf8_strdown (password, -1);
  small_name = g_utf8_strdown (name, -1);
  if (g_str_equal (small, login) || g_str_equal (small, small_name))
    return sz_error_set (error, SZ_ERROR_REFUSED, "account.password_own", NULL);
  if (is_row (small) || is_common (small))
    return sz_error_set (error, SZ_ERROR_REFUSED, "account.password_common", NULL);
  return TRUE;
}

gboolean
sz_account_check (const SzNewAccount *account, GError **error)
{
  SzRoles roles;

  g_return_val_if_fail (account != NULL && account->login != NULL && account->name != NULL, FALSE);
  g_return_val_if_fail (account->roles != NULL && account->password != NULL, FALSE);

  return check_login (account->login, error) && check_name (account->name, error)
         && check_roles (account->roles, &roles, error)
         && sz_account_check_password (account->password, account->login, account->name, error);
}

/* ---- what an act about accounts has at hand ---- */

typedef struct
{
  SzOffice *office;
  const SzNewAccount *account; /* of a new one */
  const char *login;
  const char *text; /* roles, or a password */
  const char *code; /* of a recovery */
  const char *hash; /* of the password */
  char *recovery;   /* made for the first one */
  gboolean first;
} Job;

/* RULE acc-2: only where the college has said so, with the document that allows it. */
static gboolean
check_joint (SzOffice *office, SzRoles roles, GError **error)
{
  SzAccountRules rules = { 0 };
  g_autoptr (GArray) params = NULL;

  if ((roles & SZ_ROLE_OFFICES) != SZ_ROLE_OFFICES)
    return TRUE;
  params = sz_params_gather (office, error);
  if (params == NULL || !sz_account_rules_read (params, sz_office_today (office), &rules, error))
    return FALSE;
  return rules.joint_offices || sz_error_set (error, SZ_ERROR_REFUSED, "account.joint", NULL);
}

static gboolean
find_account (SzStore *store, const char *login, SzAccountRow *row, GError **error)
{
  gboolean found = FALSE;

  row->login = g_strdup (login);
  if (!sz_store_account_find (store, row, &found, error))
    return FALSE;
  return found || sz_error_set (error, SZ_ERROR_REFUSED, "account.unknown", "login", login, NULL);
}

/* A college without an administrator could never be changed again. */
static gboolean
check_administrators (SzStore *store, const SzAccountRow *but, GError **error)
{
  g_autoptr (GArray) rows = sz_store_account_list (store, SZ_ROWS_ALL, error);
  gboolean other = FALSE;

  for (guint i = 0; rows != NULL && i < rows->len; i++)
    {
      const SzAccountRow *row = &g_array_index (rows, SzAccountRow, i);
      SzRoles roles = SZ_ROLE_NONE;

      sz_roles_parse (row->roles, &roles);
      other |= row->id != but->id && (roles & SZ_ROLE_ADMINISTRATOR) != 0
               && g_str_equal (row->state, SZ_ACCOUNT_ACTIVE);
    }
  if (rows == NULL)
    return FALSE;
  return other || sz_error_set (error, SZ_ERROR_REFUSED, "account.last_administrator", NULL);
}

static void
set_text (char **member, const char *text)
{
  g_free (*member);
  *member = g_strdup (text);
}

/* ---- a new one ---- */

static gboolean
check_unknown (SzStore *store, const SzNewAccount *account, GError **error)
{
  g_autoptr (GArray) rows = sz_store_account_list (store, SZ_ROWS_ALL, error);

  for (guint i = 0; rows != NULL && i < rows->len; i++)
    {
      const SzAccountRow *row = &g_array_index (rows, SzAccountRow, i);

      if (g_str_equal (row->login, account->login))
        return sz_error_set (error, SZ_ERROR_REFUSED, "account.known", "login", row->login, NULL);
      if (g_str_equal (row->name, account->name))
        return sz_error_set (error, SZ_ERROR_REFUSED, "account.name_known", "name", row->name,
                             NULL);
    }
  return rows != NULL;
}

/* Its key is made at once, so that the act that switches sign-in on is signed. */
static gboolean
begin_first (SzAct *act, Job *job, SzAccountRow *row, GError **error)
{
  guint8 seed[SZ_SEED_BYTES];
  g_autoptr (SzSession) session = NULL;
  char *sealed = sz_account_add_key (act, row->id, job->account->password, seed, error);

  if (sealed == NULL)
    return FALSE;
  g_free (row->private_key);
  row->private_key = sealed;
  job->recovery = sz_recovery_dup_code ();
  g_free (row->recovery);
  row->recovery = sz_recovery_dup_hash (job->recovery);
  session = sz_session_new (row, job->account->password, seed);
  sz_package_key_wipe (seed, sizeof seed);
  sz_office_adopt (job->office, session);
  return sz_store_account_put (act, row, SZ_PUT_UPDATE, NULL, error);
}

static gboolean
add_account (SzAct *act, json_t *summary, gpointer user_data, GError **error)
{
  Job *job = user_data;
  g_auto (SzAccountRow) row = { 0 };
  SzRoles roles = SZ_ROLE_NONE;
  g_autofree char *words = NULL;

  if (!sz_account_check (job->account, error) || !sz_roles_parse (job->account->roles, &roles)
      || !check_unknown (sz_act_get_store (act), job->account, error)
      || !check_joint (job->office, roles, error))
    return FALSE;
  if (job->first && roles != SZ_ROLE_ADMINISTRATOR)
    return sz_error_set (error, SZ_ERROR_REFUSED, "account.first", NULL);
  words = sz_roles_dup_words (roles);
  row = (SzAccountRow){ .login = g_strdup (job->account->login),
                        .name = g_strdup (job->account->name),
                        .roles = g_strdup (words),
                        .state = g_strdup (SZ_ACCOUNT_ACTIVE),
                        .password = sz_store_dup_password (sz_act_get_store (act),
                                                           job->account->password, error) };
  if (row.password == NULL || !sz_store_account_put (act, &row, SZ_PUT_INSERT, NULL, error)
      || !sz_store_set_login (act, &(SzDbLogin){ row.login, job->account->password, words, TRUE },
                              error)
      || (job->first && !begin_first (act, job, &row, error)))
    return FALSE;
  json_object_set_new (summary, "login", json_string (row.login));
  json_object_set_new (summary, "roles", json_string (words));
  return TRUE;
}

gboolean
sz_office_account_add (SzOffice *office,
                       const SzNewAccount *account,
                       char **recovery,
                       GError **error)
{
  Job job = { .office = office, .account = account };
  gboolean has = FALSE;
  gboolean done;

  g_return_val_if_fail (SZ_IS_OFFICE (office) && account != NULL && recovery != NULL, FALSE);

  *recovery = NULL;
  if (!sz_office_has_accounts (office, &has, error))
    return FALSE;
  job.first = !has;
  /* The first act of a college with accounts bears the account's name, as all that follow. */
  if (job.first)
    sz_office_hold (office, NULL, (GDestroyNotify)sz_session_unref, account->name);
  done = sz_office_run (office, &(SzActHead){ .kind = "account.add" }, add_account, &job, NULL,
                        error);
  if (done)
    *recovery = g_steal_pointer (&job.recovery);
  else if (job.first)
    sz_office_adopt (office, NULL);
  sz_package_key_wipe (job.recovery, job.recovery != NULL ? strlen (job.recovery) : 0);
  g_free (job.recovery);
  return done;
}

/* ---- changes ---- */

static gboolean
close_account (SzAct *act, json_t *summary, gpointer user_data, GError **error)
{
  const Job *job = user_data;
  g_auto (SzAccountRow) row = { 0 };

  if (!find_account (sz_act_get_store (act), job->login, &row, error))
    return FALSE;
  if (g_str_equal (row.state, SZ_ACCOUNT_CLOSED))
    return sz_error_set (error, SZ_ERROR_REFUSED, "account.already_closed", "login", job->login,
                         NULL);
  if (!check_administrators (sz_act_get_store (act), &row, error))
    return FALSE;
  set_text (&row.state, SZ_ACCOUNT_CLOSED);
  json_object_set_new (summary, "login", json_string (job->login));
  return sz_store_set_login (act, &(SzDbLogin){ row.login, NULL, NULL, FALSE }, error)
         && sz_store_account_put (act, &row, SZ_PUT_UPDATE, NULL, error);
}

gboolean
sz_office_account_close (SzOffice *office, const char *login, GError **error)
{
  Job job = { .office = office, .login = login };

  g_return_val_if_fail (SZ_IS_OFFICE (office) && login != NULL, FALSE);

  return sz_office_run (office, &(SzActHead){ .kind = "account.close" }, close_account, &job, NULL,
                        error);
}

static gboolean
note_unlock (SzAct *act, json_t *summary, gpointer user_data, GError **error)
{
  const Job *job = user_data;
  g_auto (SzAccountRow) row = { 0 };

  json_object_set_new (summary, "login", json_string (job->login));
  return find_account (sz_act_get_store (act), job->login, &row, error);
}

gboolean
sz_office_account_unlock (SzOffice *office, const char *login, GError **error)
{
  Job job = { .office = office, .login = login };
  g_auto (SzSignIn) sign_in = { 0 };
  SzStore *store;

  g_return_val_if_fail (SZ_IS_OFFICE (office) && login != NULL, FALSE);

  store = sz_office_get_store (office);
  if (!sz_office_run (office, &(SzActHead){ .kind = "account.unlock" }, note_unlock, &job, NULL,
                      error)
      || !sz_store_sign_in_get (store, login, &sign_in, error))
    return FALSE;
  sign_in.wrong = 0;
  set_text (&sign_in.wait_until, "");
  return sz_store_sign_in_put (store, login, &sign_in, error);
}

static gboolean
set_roles (SzAct *act, json_t *summary, gpointer user_data, GError **error)
{
  const Job *job = user_data;
  g_auto (SzAccountRow) row = { 0 };
  SzRoles roles = SZ_ROLE_NONE;
  g_autofree char *words = NULL;

  if (!check_roles (job->text, &roles, error) || !check_joint (job->office, roles, error)
      || !find_account (sz_act_get_store (act), job->login, &row, error)
      || ((roles & SZ_ROLE_ADMINISTRATOR) == 0
          && !check_administrators (sz_act_get_store (act), &row, error)))
    return FALSE;
  words = sz_roles_dup_words (roles);
  json_object_set_new (summary, "login", json_string (job->login));
  json_object_set_new (summary, "from", json_string (row.roles));
  json_object_set_new (summary, "roles", json_string (words));
  set_text (&row.roles, words);
  return sz_store_set_login (act, &(SzDbLogin){ row.login, NULL, words, TRUE }, error)
         && sz_store_account_put (act, &row, SZ_PUT_UPDATE, NULL, error);
}

gboolean
sz_office_account_set_roles (SzOffice *office, const char *login, const char *roles, GError **error)
{
  Job job = { .office = office, .login = login, .text = roles };

  g_return_val_if_fail (SZ_IS_OFFICE (office) && login != NULL && roles != NULL, FALSE);

  return sz_office_run (office, &(SzActHead){ .kind = "account.role" }, set_roles, &job, NULL,
                        error);
}

/* ---- passwords ---- */

/* One's own key is sealed anew; of somebody else's only a new one can be made. */
static char *
seal_again (SzAct *act, Job *job, const SzAccountRow *row, GError **error)
{
  SzSession *session = sz_office_get_session (job->office);
  guint8 seed[SZ_SEED_BYTES];
  char *sealed = NULL;

  if (job->code == NULL && sz_session_get_account (session) == row->id)
    {
      if (sz_session_open_key (session, seed, error))
        sealed = sz_password_dup_sealed (seed, job->text, error);
    }
  else
    sealed = sz_account_add_key (act, row->id, job->text, seed, error);
  if (sealed != NULL && job->code != NULL)
    {
      g_autoptr (SzSession) recovered = sz_session_new (row, job->text, seed);

      sz_office_adopt (job->office, recovered);
    }
  sz_package_key_wipe (seed, sizeof seed);
  return sealed;
}

static gboolean
set_password (SzAct *act, json_t *summary, gpointer user_data, GError **error)
{
  Job *job = user_data;
  g_auto (SzAccountRow) row = { 0 };
  g_autofree char *hash = NULL;
  char *sealed;

  if (!find_account (sz_act_get_store (act), job->login, &row, error)
      || !sz_account_check_password (job->text, row.login, row.name, error))
    return FALSE;
  if (g_str_equal (row.state, SZ_ACCOUNT_CLOSED))
    return sz_error_set (error, SZ_ERROR_REFUSED, "account.already_closed", "login", job->login,
                         NULL);
  hash = sz_store_dup_password (sz_act_get_store (act), job->text, error);
  sealed = hash != NULL ? seal_again (act, job, &row, error) : NULL;
  if (sealed == NULL)
    return FALSE;
  g_free (row.private_key);
  row.private_key = sealed;
  set_text (&row.password, hash);
  if (job->code != NULL)
    set_text (&row.recovery, "");
  json_object_set_new (summary, "login", json_string (job->login));
  return sz_store_set_login (act, &(SzDbLogin){ row.login, job->text, NULL, TRUE }, error)
         && sz_store_account_put (act, &row, SZ_PUT_UPDATE, NULL, error);
}

gboolean
sz_office_account_set_password (SzOffice *office,
                                const char *login,
                                const char *password,
                                GError **error)
{
  Job job = { .office = office, .login = login, .text = password };
  SzSession *session;
  const char *kind = "account.password";

  g_return_val_if_fail (SZ_IS_OFFICE (office) && login != NULL && password != NULL, FALSE);

  session = sz_office_get_session (office);
  if (session == NULL)
    return sz_error_set (error, SZ_ERROR_REFUSED, "account.sign_in", NULL);
  if (!g_str_equal (sz_session_get_login (session), login))
    kind = "account.password.other";
  return sz_office_run (office, &(SzActHead){ .kind = kind }, set_password, &job, NULL, error);
}

/* Twenty-six letters are not tried through: a wrong code counts nothing. */
static gboolean
check_code (SzOffice *office, const char *login, const char *code, GError **error)
{
  g_auto (SzAccountRow) row = { 0 };
  g_autofree char *hash = sz_recovery_dup_hash (code);
  gboolean found = FALSE;

  row.login = g_strdup (login);
  if (!sz_store_account_find (sz_office_get_store (office), &row, &found, error))
    return FALSE;
  return (found && *row.recovery != '\0' && g_str_equal (row.recovery, hash)
          && g_str_equal (row.state, SZ_ACCOUNT_ACTIVE))
         || sz_error_set (error, SZ_ERROR_REFUSED, "account.code", NULL);
}

gboolean
sz_office_account_recover (
    SzOffice *office, const char *login, const char *code, const char *password, GError **error)
{
  Job job = { .office = office, .login = login, .text = password, .code = code };
  g_auto (SzAccountRow) row = { 0 };
  g_autoptr (SzSession) lost = NULL;

  g_return_val_if_fail (SZ_IS_OFFICE (office) && login != NULL && code != NULL, FALSE);
  g_return_val_if_fail (password != NULL, FALSE);

  if (!check_code (office, login, code, error)
      || !find_account (sz_office_get_store (office), login, &row, error)
      || !sz_account_check_password (password, row.login, row.name, error))
    return FALSE;
  /* Who has the code is who the account is; what is signed is signed with the new key. */
  lost = sz_session_new (&row, password, NULL);
  sz_office_adopt (office, lost);
  if (sz_office_run (office, &(SzActHead){ .kind = "account.recover" }, set_password, &job, NULL,
                     error))
    return TRUE;
  sz_office_adopt (office, NULL);
  return FALSE;
}

/* ---- the list ---- */

static SzAccountInfo *
make_info (const SzAccountRow *row, const SzSignIn *sign_in, const char *now)
{
  SzAccountInfo *info = g_new0 (SzAccountInfo, 1);
  const gboolean waits = g_strcmp0 (sign_in->wait_until, now) > 0;
  SzRoles roles = SZ_ROLE_NONE;

  info->login = g_strdup (row->login);
  info->name = g_strdup (row->name);
  sz_roles_parse (row->roles, &roles);
  info->roles = sz_roles_list (roles);
  info->state = g_str_equal (row->state, SZ_ACCOUNT_CLOSED) ? "closed"
                : waits                                     ? "locked"
                                                            : "active";
  info->last_seen = g_strdup (sign_in->last_seen);
  info->wrong = sign_in->wrong;
  return info;
}

/* The latest key is the one that signs. */
static char *
dup_fingerprint (const GArray *keys, gint64 account)
{
  const char *latest = NULL;
  guint8 bytes[SZ_SEED_BYTES] = { 0 };

  for (guint i = 0; i < keys->len; i++)
    if (g_array_index (keys, SzAccountKey, i).account_id == account)
      latest = g_array_index (keys, SzAccountKey, i).public_key;
  return latest != NULL && sz_package_key_from_hex (latest, bytes)
             ? sz_package_dup_fingerprint (bytes)
             : g_strdup ("");
}

static int
compare_logins_cb (gconstpointer a, gconstpointer b)
{
  return strcmp ((*(const SzAccountInfo *const *)a)->login,
                 (*(const SzAccountInfo *const *)b)->login);
}

GPtrArray *
sz_office_accounts (SzOffice *office, GError **error)
{
  g_autoptr (GPtrArray) infos = NULL;
  g_autoptr (GArray) rows = NULL;
  g_autoptr (GArray) keys = NULL;
  g_autofree char *now = NULL;
  SzStore *store;

  g_return_val_if_fail (SZ_IS_OFFICE (office), NULL);

  if (!sz_office_require (office, "read.accounts", error))
    return NULL;
  store = sz_office_get_store (office);
  now = sz_office_dup_now (office);
  rows = sz_store_account_list (store, SZ_ROWS_ALL, error);
  keys = rows != NULL ? sz_store_account_key_list (store, SZ_ROWS_ALL, error) : NULL;
  if (keys == NULL)
    return NULL;
  infos = g_ptr_array_new_with_free_func ((GDestroyNotify)sz_account_info_free);
  for (guint i = 0; i < rows->len; i++)
    {
      const SzAccountRow *row = &g_array_index (rows, SzAccountRow, i);
      g_auto (SzSignIn) sign_in = { 0 };
      SzAccountInfo *info;

      if (!sz_store_sign_in_get (store, row->login, &sign_in, error))
        return NULL;
      info = make_info (row, &sign_in, now);
      info->fingerprint = dup_fingerprint (keys, row->id);
      g_ptr_array_add (infos, info);
    }
  g_ptr_array_sort (infos, compare_logins_cb);
  return g_steal_pointer (&infos);
}
