/* sz-cli-commands.h — the commands, one file each
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sz-cli.h"
#include "sz-import-kind.h"

G_BEGIN_DECLS

/** sz_cli_backup, and the others: @argv without the words of the command; return the exit code. */
int sz_cli_backup (SzCli *cli, int argc, char **argv);
int sz_cli_case (SzCli *cli, int argc, char **argv);
int sz_cli_convert (SzCli *cli, int argc, char **argv);
int sz_cli_demo (SzCli *cli, int argc, char **argv);
int sz_cli_form (SzCli *cli, int argc, char **argv);
int sz_cli_form_list (SzCli *cli, int argc, char **argv);
int sz_cli_import (SzCli *cli, int argc, char **argv);
int sz_cli_import_undo (SzCli *cli, int argc, char **argv);
int sz_cli_imports (SzCli *cli, int argc, char **argv);
int sz_cli_init (SzCli *cli, int argc, char **argv);
int sz_cli_param_list (SzCli *cli, int argc, char **argv);
int sz_cli_param_set (SzCli *cli, int argc, char **argv);
int sz_cli_pay_compare (SzCli *cli, int argc, char **argv);
int sz_cli_pay_compute (SzCli *cli, int argc, char **argv);
int sz_cli_pay_delete (SzCli *cli, int argc, char **argv);
int sz_cli_pay_list (SzCli *cli, int argc, char **argv);
int sz_cli_pay_rename (SzCli *cli, int argc, char **argv);
int sz_cli_pay_show (SzCli *cli, int argc, char **argv);
int sz_cli_pay_total (SzCli *cli, int argc, char **argv);
int sz_cli_pay_why (SzCli *cli, int argc, char **argv);
int sz_cli_people_find (SzCli *cli, int argc, char **argv);
int sz_cli_people_show (SzCli *cli, int argc, char **argv);
int sz_cli_quota (SzCli *cli, int argc, char **argv);
int sz_cli_quota_check (SzCli *cli, int argc, char **argv);
int sz_cli_restore (SzCli *cli, int argc, char **argv);
int sz_cli_template (SzCli *cli, int argc, char **argv);
int sz_cli_verify (SzCli *cli, int argc, char **argv);
int sz_cli_workdays (SzCli *cli, int argc, char **argv);

/** sz_cli_import_kind: (nullable): by its word; %NULL after a usage message that lists them. */
const SzImportKind *sz_cli_import_kind (SzCli *cli, const char *word);

G_END_DECLS
