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
extern const SzCliCommand sz_cli_pay_why;

G_END_DECLS
