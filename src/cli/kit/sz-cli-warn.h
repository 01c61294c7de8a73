/* sz-cli-warn.h — a word on stderr
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** sz_cli_warn: a line to stderr, without what a terminal would obey. */
void sz_cli_warn (const char *text);

G_END_DECLS
