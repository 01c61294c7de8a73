/* sz-application.h — the desktop program
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "sz-session.h"

G_BEGIN_DECLS

#define SZ_TYPE_APPLICATION (sz_application_get_type ())
G_DECLARE_FINAL_TYPE (SzApplication, sz_application, SZ, APPLICATION, AdwApplication)

SzApplication *sz_application_new (void);

/** sz_application_get_settings: (transfer none). */
GSettings *sz_application_get_settings (SzApplication *self);

/** sz_application_open: shows the college at @path in a window and remembers it. */
void sz_application_open (SzApplication *self, const char *path);
/** sz_application_open_at: the college on a server at @address, where @session has signed in. */
void sz_application_open_at (SzApplication *self,
                             const char *address,
                             const char *login,
                             const char *password,
                             SzSession *session);

G_END_DECLS
