/* sz-accounts-dialog.h — the accounts of the college, for its administrator (RULE acc-2, acc-4)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "sz-task.h"

G_BEGIN_DECLS

/** SzAccountsDialog: add, role, password, unlock, close. Signal "first" (code: utf8, session:
 *  pointer, borrowed): sign-in was switched on. */
#define SZ_TYPE_ACCOUNTS_DIALOG (sz_accounts_dialog_get_type ())
G_DECLARE_FINAL_TYPE (SzAccountsDialog, sz_accounts_dialog, SZ, ACCOUNTS_DIALOG, AdwWindow)

SzAccountsDialog *sz_accounts_dialog_new (GtkWindow *parent, SzTasks *tasks);

G_END_DECLS
