/* sz-cli-rights.h — which line of the table of rights a command asks for (RULE acc-3)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** sz_cli_right: (nullable): a line of sz_rights(); %NULL: the command asks by itself, for what its
 *  arguments say, or needs no right. *@known: FALSE: it has no line at all. */
const char *sz_cli_right (const char *words, gboolean *known);

G_END_DECLS
