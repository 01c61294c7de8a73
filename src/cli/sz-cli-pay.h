/* sz-cli-pay.h — what the commands about pay runs share
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sz-cli.h"
#include "sz-view-pay.h"

G_BEGIN_DECLS

/** sz_cli_pay_fill: the run into the document, when there is one. */
void sz_cli_pay_fill (SzCli *cli, const SzPayView *view);
/** sz_cli_pay_fill_head: run, state, name, period, at, who. */
void sz_cli_pay_fill_head (json_t *object, const SzPayHead *head);
/** sz_cli_pay_print_summary: pools, departments and who is out; every block adds up. */
void sz_cli_pay_print_summary (SzCli *cli, const SzPayView *view);
/** sz_cli_pay_print_people: a line for each person. */
void sz_cli_pay_print_people (SzCli *cli, const SzPayView *view);
/** sz_cli_pay_read_run: a run's number; FALSE after a usage message. */
gboolean sz_cli_pay_read_run (SzCli *cli, const char *text, gint64 *run);

G_END_DECLS
