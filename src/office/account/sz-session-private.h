/* sz-session-private.h — the making of sessions; for files of this room only
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sz-office-private.h"
#include "sz-session.h"
#include "sz-store-account.h"

G_BEGIN_DECLS

/** sz_session_new: (transfer full): of somebody whose password was right; @seed (nullable): of the
 *  key, where it is at hand already. */
SzSession *sz_session_new (const SzAccountRow *row, const char *password, const guint8 *seed);

/** sz_session_set_account: of an account that has only just got its number. */
void sz_session_set_account (SzSession *session, gint64 account);

gint64 sz_session_get_account (const SzSession *session);

/** sz_session_open_key: into @seed (wipe it). REFUSED "account.key_lost". */
gboolean sz_session_open_key (SzSession *session, guint8 *seed, GError **error);

/** sz_session_sign_for: the acts of @store are signed by @session; %NULL: by nobody. */
void sz_session_sign_for (SzSession *session, SzStore *store);

/** sz_office_adopt: acts in the name of @session and signs for it; %NULL: for nobody. */
void sz_office_adopt (SzOffice *office, SzSession *session);

G_END_DECLS
