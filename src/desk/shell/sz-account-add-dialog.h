/* sz-account-add-dialog.h — a new account; the first one switches sign-in on (RULE acc-1, acc-7)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sz-form-dialog.h"
#include "sz-session.h"

G_BEGIN_DECLS

/** SzAccountAddDialog: signal "added" (code: utf8, nullable, session: pointer, nullable, borrowed):
 *  the recovery code and the session of the first administrator. */
#define SZ_TYPE_ACCOUNT_ADD_DIALOG (sz_account_add_dialog_get_type ())
G_DECLARE_FINAL_TYPE (
    SzAccountAddDialog, sz_account_add_dialog, SZ, ACCOUNT_ADD_DIALOG, SzFormDialog)

/** sz_account_add_dialog_new: @first: there are none yet: it is the administrator's, and the dialog
 *  says what signing in can and cannot do. */
SzAccountAddDialog *sz_account_add_dialog_new (GtkWindow *parent, SzTasks *tasks, gboolean first);

/** sz_account_role_words: (transfer none): words of the roles in the order in which they are shown,
 *  ended by NULL. sz_account_role_name: translated. */
const char *const *sz_account_role_words (void);
const char *sz_account_role_name (const char *word);

G_END_DECLS
