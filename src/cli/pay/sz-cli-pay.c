/* sz-cli-pay.c — the commands of workload and performance pay
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-cli-pay.h"

#include <glib/gi18n.h>

static const SzCliCommand *const commands[] = {
  &sz_cli_convert,     &sz_cli_pay_compute, &sz_cli_pay_list,   &sz_cli_pay_show,  &sz_cli_pay_why,
  &sz_cli_pay_compare, &sz_cli_pay_rename,  &sz_cli_pay_delete, &sz_cli_pay_total, NULL,
};

const SzCliDuty sz_cli_pay = { N_ ("Workload and performance pay"), commands };
