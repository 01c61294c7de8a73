/* sz-session.h — who signed in, and with what acts are signed (RULE acc-4, acc-6)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sz-office.h"
#include "sz-roles.h"

G_BEGIN_DECLS

/** SzSession: somebody who gave the right password. It can be handed to every office of the same
 *  college, in any thread; its key is opened when the first act is signed. */
typedef struct _SzSession SzSession;

SzSession *sz_session_ref (SzSession *session);
void sz_session_unref (SzSession *session);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SzSession, sz_session_unref)

const char *sz_session_get_login (const SzSession *session);
const char *sz_session_get_name (const SzSession *session);
/** sz_session_get_roles: as they were at the sign-in; acts go by those of the moment. */
SzRoles sz_session_get_roles (const SzSession *session);

/** sz_office_has_accounts: whether one has to sign in (RULE acc-1). */
gboolean sz_office_has_accounts (SzOffice *office, gboolean *has, GError **error);

/** sz_office_take_session: who signed in elsewhere acts here too; %NULL: nobody does any more.
 *  REFUSED "account.wrong" when the college has no such account, or it signs with another key. */
gboolean sz_office_take_session (SzOffice *office, SzSession *session, GError **error);

/** sz_office_get_session: (nullable) (transfer none). */
SzSession *sz_office_get_session (SzOffice *office);

G_END_DECLS
