/* sz-account.h — accounts made, changed and closed (RULE acc-1, acc-2, acc-4)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sz-session.h"

G_BEGIN_DECLS

/** SzNewAccount: borrowed. */
typedef struct
{
  const char *login;
  const char *name;
  const char *roles; /* words, "," between them */
  const char *password;
} SzNewAccount;

/** SzAccountInfo: an account as it is listed. */
typedef struct
{
  char *login;
  char *name;
  GPtrArray *roles;  /* (element-type utf8) */
  const char *state; /* "active", "locked" after wrong passwords, "closed" */
  char *fingerprint; /* "" before its first sign-in */
  char *last_seen;   /* UTC, "" */
  gint64 wrong;      /* passwords since the last right one */
} SzAccountInfo;
void sz_account_info_free (SzAccountInfo *info);

/**
 * sz_account_check: what can be judged of a new account without the college. REFUSED
 * "account.login" (login), "account.name", "account.role" (role), "account.roles_apart",
 * "account.password_short", "account.password_own", "account.password_common".
 */
gboolean sz_account_check (const SzNewAccount *account, GError **error);

/** sz_account_check_password: RULE acc-4; @login and @name are no passwords. */
gboolean sz_account_check_password (const char *password,
                                    const char *login,
                                    const char *name,
                                    GError **error);

/**
 * sz_office_account_add:
 * @recovery: (out) (transfer full): the code of the first administrator, to be shown once; %NULL
 *   of any other account
 *
 * The first account must be an administrator and switches sign-in on for good; the office acts in
 * its name from then on. Errors as above; REFUSED "account.first", "account.known" (login),
 * "account.name_known" (name), "account.joint" (RULE acc-2).
 */
gboolean sz_office_account_add (SzOffice *office,
                                const SzNewAccount *account,
                                char **recovery,
                                GError **error);

/** sz_office_accounts: (transfer full) (element-type SzAccountInfo): by login. */
GPtrArray *sz_office_accounts (SzOffice *office, GError **error);

/** sz_office_account_close: for good: its acts keep its name. REFUSED "account.unknown" (login),
 *  "account.already_closed", "account.last_administrator". */
gboolean sz_office_account_close (SzOffice *office, const char *login, GError **error);

/** sz_office_account_unlock: ends the wait after wrong passwords. */
gboolean sz_office_account_unlock (SzOffice *office, const char *login, GError **error);

gboolean sz_office_account_set_roles (SzOffice *office,
                                      const char *login,
                                      const char *roles,
                                      GError **error);

/** sz_office_account_set_password: one's own, which keeps the key, or, for an administrator,
 *  another's, who gets a new key with it. */
gboolean sz_office_account_set_password (SzOffice *office,
                                         const char *login,
                                         const char *password,
                                         GError **error);

/** sz_office_account_recover: with the code that was shown when the first administrator was made;
 *  it is used up. The office acts in its name then. REFUSED "account.code". */
gboolean sz_office_account_recover (
    SzOffice *office, const char *login, const char *code, const char *password, GError **error);

G_END_DECLS
