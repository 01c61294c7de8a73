/* sz-server-dialog.h — a college on a server: where it is, and who signs in
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sz-form-dialog.h"
#include "sz-session.h"

G_BEGIN_DECLS

/**
 * SzServerDialog: address, database, login, password; the connection is tried before it closes.
 *
 * Signals:
 * "opened": (address: string, login: string, password: string, session: pointer, SzSession,
 * borrowed).
 */
#define SZ_TYPE_SERVER_DIALOG (sz_server_dialog_get_type ())
G_DECLARE_FINAL_TYPE (SzServerDialog, sz_server_dialog, SZ, SERVER_DIALOG, SzFormDialog)

SzServerDialog *sz_server_dialog_new (GtkWindow *parent);

/** sz_server_dialog_new_at: of a college that was opened before: only the password is asked. */
SzServerDialog *sz_server_dialog_new_at (GtkWindow *parent, const char *address);

G_END_DECLS
