/* sz-sign-in.h — signing in (RULE acc-4, acc-6)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sz-session.h"

G_BEGIN_DECLS

/**
 * sz_office_sign_in: (transfer full)
 *
 * The office acts in the account's name from now on. REFUSED "account.wrong": there is no such
 * account, it is closed, or the password is another, whichever; "account.wait" (seconds) after five
 * wrong ones (RULE acc-4); "account.key_lost" where the password was changed by another program.
 * The first sign-in makes the account's key.
 */
SzSession *
sz_office_sign_in (SzOffice *office, const char *login, const char *password, GError **error);

/**
 * sz_office_enter: where a server let somebody in, that is who acts (RULE srv-1): there is no
 * second sign-in. Nothing on a file. A login without an account acts under its own name and may do
 * what its server lets it. REFUSED "account.closed" (login).
 */
gboolean sz_office_enter (SzOffice *office, GError **error);

G_END_DECLS
