/* sz-application-actions.h — what the program's menus do
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sz-application.h"

G_BEGIN_DECLS

/** _sz_application_install_actions: new, open, open-path, demo, preferences, about, quit and their
 * keys. */
void _sz_application_install_actions (SzApplication *self);

G_END_DECLS
