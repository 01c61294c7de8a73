/* sz-secret-text.h — a password on its way to a thread: wiped when it is let go
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** sz_secret_text_free: (nullable): wipes @text, a string of one's own, and frees it. */
void sz_secret_text_free (gpointer text);

G_END_DECLS
