/* sz-welcome.h — the first start: new, open, try the demo college
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define SZ_TYPE_WELCOME (sz_welcome_get_type ())
G_DECLARE_FINAL_TYPE (SzWelcome, sz_welcome, SZ, WELCOME, GtkWidget)

G_END_DECLS
