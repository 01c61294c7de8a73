/* sz-sign-in-private.h — the key of an account; for files of this room only (RULE acc-6)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sz-act.h"
#include "sz-sign-in.h"

G_BEGIN_DECLS

/** sz_account_add_key: (transfer full): a new key sealed by @password; its public half is written
 *  down for @account, the seed goes into @seed. */
char *
sz_account_add_key (SzAct *act, gint64 account, const char *password, guint8 *seed, GError **error);

G_END_DECLS
