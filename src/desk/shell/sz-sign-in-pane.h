/* sz-sign-in-pane.h — signing in, and what stands in front of a locked window (RULE acc-4, acc-7)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "sz-session.h"
#include "sz-task.h"

G_BEGIN_DECLS

/**
 * SzSignInPane: login, password, and a link to what this protects.
 *
 * Signals:
 * "signed-in": (session: pointer, SzSession, borrowed).
 */
#define SZ_TYPE_SIGN_IN_PANE (sz_sign_in_pane_get_type ())
G_DECLARE_FINAL_TYPE (SzSignInPane, sz_sign_in_pane, SZ, SIGN_IN_PANE, GtkBox)

GtkWidget *sz_sign_in_pane_new (void);

/** sz_sign_in_pane_ask: @login: (nullable): who had signed in before; the password is asked for. */
void
sz_sign_in_pane_ask (SzSignInPane *self, SzTasks *tasks, const char *college, const char *login);

/** sz_sign_in_show_protects: RULE acc-7 in a dialog over @parent. */
void sz_sign_in_show_protects (GtkWindow *parent);

G_END_DECLS
