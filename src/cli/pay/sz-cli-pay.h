/* sz-cli-pay.h — the commands of workload and performance pay
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sz-cli-command.h"

G_BEGIN_DECLS

extern const SzCliDuty sz_cli_pay;

extern const SzCliCommand sz_cli_convert;
extern const SzCliCommand sz_cli_pay_compare;
extern const SzCliCommand sz_cli_pay_compute;
extern const SzCliCommand sz_cli_pay_delete;
extern const SzCliCommand sz_cli_pay_list;
extern const SzCliCommand sz_cli_pay_rename;
extern const SzCliCommand sz_cli_pay_show;
extern const SzCliCommand sz_cli_pay_total;
extern const SzCliCommand sz_cli_pay_adjust;
extern const SzCliCommand sz_cli_pay_announce;
extern const SzCliCommand sz_cli_pay_answer;
extern const SzCliCommand sz_cli_pay_approve;
extern const SzCliCommand sz_cli_pay_bank;
extern const SzCliCommand sz_cli_pay_collect;
extern const SzCliCommand sz_cli_pay_correct;
extern const SzCliCommand sz_cli_pay_net;
extern const SzCliCommand sz_cli_pay_objection;
extern const SzCliCommand sz_cli_pay_objections;
extern const SzCliCommand sz_cli_pay_owed;
extern const SzCliCommand sz_cli_pay_paid;
extern const SzCliCommand sz_cli_pay_recompute;
extern const SzCliCommand sz_cli_pay_reopen;
extern const SzCliCommand sz_cli_pay_review;
extern const SzCliCommand sz_cli_pay_split;
extern const SzCliCommand sz_cli_pay_split_sheets;
extern const SzCliCommand sz_cli_pay_splits;
extern const SzCliCommand sz_cli_pay_stale;
extern const SzCliCommand sz_cli_pay_watch;
extern const SzCliCommand sz_cli_pay_why;
extern const SzCliCommand sz_cli_leave_sheet;
extern const SzCliCommand sz_cli_tax_bonus;
extern const SzCliCommand sz_cli_tax_labour;
extern const SzCliCommand sz_cli_tax_month;

/** sz_cli_pay_show_correct: a correction as the contract prints it; FALSE without @error when the
 * run is none. */
gboolean sz_cli_pay_show_correct (SzCli *cli, SzOffice *office, gint64 run, GError **error);

G_END_DECLS
