/* sz-cli-pay-run.h — what the commands about pay runs share
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sz-cli-command.h"
#include "sz-view-pay.h"

G_BEGIN_DECLS

/** sz_cli_pay_head_fields: of an #SzPayHead: run, state, name, period, at, who. */
extern const SzMember sz_cli_pay_head_fields[];

/** SZ_WORD_RUN: the number of a run, as a word of a command. */
#define SZ_WORD_RUN(Struct, member, ...)                                                           \
  SZ_WORD_OF (READ, Struct, member, N_ ("RUN"), .read = sz_cli_pay_run_read_cb, ##__VA_ARGS__)
/** sz_cli_pay_run_read_cb: into a gint64. */
gboolean sz_cli_pay_run_read_cb (SzCli *cli, const char *text, gpointer member);

/** sz_cli_pay_fill: the run into the document, when there is one. */
void sz_cli_pay_fill (SzCli *cli, const SzPayView *view);
/** sz_cli_pay_fill_life: what became of a stored run since, into the document. */
gboolean sz_cli_pay_fill_life (SzCli *cli, SzOffice *office, const SzPayView *view, GError **error);
/** sz_cli_pay_print_summary: pools, departments and who is out; every block adds up. */
void sz_cli_pay_print_summary (SzCli *cli, const SzPayView *view);
/** sz_cli_pay_print_people: a line for each person. */
void sz_cli_pay_print_people (SzCli *cli, const SzPayView *view);

G_END_DECLS
