/* sz-account-rules.h — the parameters about accounts (RULE acc-2, acc-4)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sz-date.h"

G_BEGIN_DECLS

typedef struct
{
  int idle_minutes;       /* account.idle_minutes: the window locks after so long */
  gboolean joint_offices; /* account.joint_offices: one may hold personnel and finance */
} SzAccountRules;

/** sz_account_rules_read: in force on @day, of what sz_params_gather() gave. */
gboolean
sz_account_rules_read (const GArray *params, SzDate day, SzAccountRules *rules, GError **error);

/** sz_account_rules_check: as sz_rules_check(); *@known: FALSE when @key is none of these. */
gboolean
sz_account_rules_check (const char *key, const char *value, gboolean *known, GError **error);

G_END_DECLS
