/* sz-style.h — the style of the program, and what is over it for high contrast
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/** sz_style_load: sz-style.css, and sz-style-high.css as long as the desktop asks for high
 * contrast. Once for a program, when libadwaita is there. */
void sz_style_load (void);

G_END_DECLS
