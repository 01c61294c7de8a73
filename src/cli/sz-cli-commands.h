/* sz-cli-commands.h — the commands, one file each
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sz-cli.h"

G_BEGIN_DECLS

int sz_cli_backup (SzCli *cli, int argc, char **argv);
int sz_cli_demo (SzCli *cli, int argc, char **argv);
int sz_cli_init (SzCli *cli, int argc, char **argv);
int sz_cli_param_list (SzCli *cli, int argc, char **argv);
int sz_cli_param_set (SzCli *cli, int argc, char **argv);
int sz_cli_restore (SzCli *cli, int argc, char **argv);
int sz_cli_verify (SzCli *cli, int argc, char **argv);
int sz_cli_workdays (SzCli *cli, int argc, char **argv);

G_END_DECLS
