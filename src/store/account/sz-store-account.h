/* sz-store-account.h — accounts, their keys, and how often a password was wrong (RULE acc-2, acc-4)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sz-db.h"
#include "sz-row.h"

G_BEGIN_DECLS

#define SZ_ACCOUNT_ACTIVE "active"
#define SZ_ACCOUNT_CLOSED "closed"

/** SzAccountRow: @roles: words, "," between them; @private_key: sealed, "" before the first
 *  sign-in; @recovery: hash of the code, "" where there is none. */
typedef struct
{
  gint64 id;
  gint64 row_version;
  char *login;
  char *name;
  char *roles;
  char *state;
  char *password;
  char *private_key;
  char *recovery;
} SzAccountRow;

/** SzAccountKey: a public half, in hex; the latest of an account is the one it signs with. */
typedef struct
{
  gint64 id;
  gint64 row_version;
  gint64 account_id;
  char *public_key;
  gint64 since_seq;
} SzAccountKey;

SZ_ROW_API (SzAccountRow, sz_store_account)
SZ_ROW_API (SzAccountKey, sz_store_account_key)

/** sz_store_has_accounts: whether sign-in is switched on (RULE acc-1). */
gboolean sz_store_has_accounts (SzStore *store, gboolean *has, GError **error);

/** sz_store_account_add_key: in force from @act on. */
gboolean
sz_store_account_add_key (SzAct *act, gint64 account_id, const char *public_key, GError **error);

/** SzSignIn: what is kept of the attempts under a login, whether there is such an account or not.
 */
typedef struct
{
  gint64 wrong;     /* since the last right one */
  char *wait_until; /* UTC, "" */
  char *last_seen;  /* UTC, "" */
} SzSignIn;

void sz_sign_in_clear (SzSignIn *sign_in);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (SzSignIn, sz_sign_in_clear)

/** sz_store_sign_in_get: zeros where there was none. */
gboolean
sz_store_sign_in_get (SzStore *store, const char *login, SzSignIn *sign_in, GError **error);

/** sz_store_sign_in_put: outside of any act; stands in no journal. */
gboolean
sz_store_sign_in_put (SzStore *store, const char *login, const SzSignIn *sign_in, GError **error);

/** sz_store_dup_password: (transfer full): what the college keeps of a password: its hash, or only
 * a mark where a server judges it. */
char *sz_store_dup_password (SzStore *store, const char *password, GError **error);

/** sz_store_set_login: what the database itself shall know of an account; nothing where it lets in
 * whoever has the file (RULE srv-2). */
gboolean sz_store_set_login (SzAct *act, const SzDbLogin *login, GError **error);

/** sz_store_who: (out): whom the database let in and with what, borrowed; FALSE: it asks nobody. */
gboolean sz_store_who (SzStore *store, const char **login, const char **password);

G_END_DECLS
