/* sz-cli-server.h — the commands about a college on a server
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sz-cli-command.h"

G_BEGIN_DECLS

extern const SzCliDuty sz_cli_server;

G_END_DECLS
