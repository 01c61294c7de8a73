/* sz-cli-account.h — the commands about accounts (RULE acc-1 … acc-4)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sz-cli-command.h"
#include "sz-move.h"

G_BEGIN_DECLS

extern const SzCliDuty sz_cli_accounts;

/** sz_cli_show_recovery: the code of the first administrator, once, and what a file protects. */
void sz_cli_show_recovery (SzCli *cli, const char *code);

/** sz_cli_show_restored: a backup that became a college on a server, with its new passwords. */
void sz_cli_show_restored (SzCli *cli, const SzMoved *moved);

G_END_DECLS
